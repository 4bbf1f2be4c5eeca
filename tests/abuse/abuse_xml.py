"""Abuse of XML: what XMPP forbids, what is too much, and what is meant to make a parser work or keep memory."""
import ssl

from operations import Failure
from stage import Peer, abuse, logged_in, require, scaled

HEADER = ("<?xml version='1.0'?><stream:stream xmlns='%s' xmlns:stream='http://etherx.jabber.org/streams' to='localhost'"
          " version='1.0'>")
CLIENT_HEADER = HEADER % "jabber:client"
RESTRICTED = (
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>",
    "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
    "<!ENTITY x 'x'>",
    "<!-- a comment -->",
    "<?php echo 1 ?>",
    "<presence>&undefined;</presence>",
)


@abuse("RFC 6120 §11.1: document types, entity bombs, comments and instructions, before and after login")
def restricted(stage):
    rounds = scaled(300, 3)
    for number in range(rounds):
        for text in RESTRICTED:
            # One stream in a hundred is logged in, the others are not: a login costs more than all the rest.
            with (logged_in(stage) if number % 100 == 0 else Peer(stage)) as peer:
                if number % 100:
                    peer.push(CLIENT_HEADER)
                peer.push(text)
                peer.condition("restricted-xml|not-well-formed")
    return "%d streams ended with restricted-xml or not-well-formed" % (rounds * len(RESTRICTED))


@abuse("RFC 6120 §11.6, §4.9.3.10: UTF-16 with and without a byte order mark, a wrong content namespace")
def encodings(stage):
    rounds = scaled(300, 3)
    for _ in range(rounds):
        for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
            with Peer(stage) as peer:
                peer.push(CLIENT_HEADER.encode(encoding))
                peer.condition("unsupported-encoding")
        for namespace in ("jabber:server", "jabber:component:accept", "http://example.org/"):
            with Peer(stage) as peer:
                peer.push(HEADER % namespace)
                peer.condition("invalid-namespace")
    return "%d streams ended with unsupported-encoding, %d with invalid-namespace" % (rounds * 4, rounds * 3)


def too_much(stage, times, text):
    """Streams that are logged in and say this, which is too much."""
    for _ in range(times):
        with logged_in(stage) as peer:
            peer.push(text)
            peer.condition("policy-violation")


@abuse("Limits: 100 000 elements inside one another")
def nested(stage):
    depth, times = scaled(100000, 2000), scaled(100, 3)
    too_much(stage, times, "<message to='romeo@localhost'>" + "<a>" * depth)
    # As deep as is allowed, as often as fits into a stanza: what the tree costs must come back.
    with logged_in(stage) as peer:
        for number in range(scaled(100, 10)):
            peer.push("<message type='headline' to='mallory@localhost/abuse' id='%d'>%s</message>"
                      % (number, ("<a>" * 30 + "</a>" * 30) * 1000))
            peer.expect("id=.%d. " % number if number else "<message")
    return "%d streams ended with policy-violation; stanzas of 30 000 elements pass" % times


@abuse("Limits: 100 000 attributes, and 100 000 names that nobody has used before")
def attributes(stage):
    count, times = scaled(100000, 2000), scaled(50, 3)
    too_much(stage, times, "<message %s/>" % " ".join("a%d='x'" % number for number in range(count)))
    with logged_in(stage) as peer:
        for number in range(0, count, 100):
            names = "".join("<n%d xmlns='u:%d' a%d=''/>" % (name, name, name) for name in range(number, number + 100))
            peer.push("<iq type='result' id='%d' to='mallory@localhost/abuse'><x>%s</x></iq>" % (number, names))
            peer.expect("</iq>")
    return "%d streams ended with policy-violation; %d new names passed" % (times, count)


@abuse("Limits: 10 MB in one attribute, in pieces of 100 bytes")
def long_attribute(stage):
    times = scaled(100, 3)
    for _ in range(times):
        with logged_in(stage) as peer:
            pieces = 0
            peer.push("<message to='")
            while pieces < 100000 and peer.push("x" * 100):
                pieces += 1
            peer.condition("policy-violation")
    return "%d streams ended at 16 KiB" % times


@abuse("a start tag of 15 kB and a text of 20 kB, cut in the middle, are handled with their last byte")
def waiting_token(stage):
    times = scaled(1000, 10)
    with logged_in(stage) as peer:
        for number in range(times):
            for text in ("<message id='%d' type='headline' to='mallory@localhost/abuse' a='%s'/>" % (number, "x" * 15000),
                         "<message id='%d' type='headline' to='mallory@localhost/abuse'><body>%s</body></message>"
                         % (number, "x" * 20000)):
                peer.push(text[:8000])
                peer.push(text[8000:])
                peer.expect("id=.%d..*?(?:/>|</message>)" % number)
    return "%d stanzas came back without a byte behind them" % (2 * times)


@abuse("Limits: a stanza of 100 MB")
def huge_stanza(stage):
    size, times = scaled(100 << 20, 2 << 20), scaled(20, 3)
    for _ in range(times):
        with logged_in(stage) as peer:
            peer.push("<message to='romeo@localhost'><body>")
            sent = 0
            while sent < size and peer.push("x" * 65536):
                sent += 65536
            peer.condition("policy-violation")
    with Peer(stage) as peer:
        peer.push(CLIENT_HEADER + "<auth>" + "x" * 10000)
        peer.condition("policy-violation")
    return "%d streams ended at 256 KiB, one before login at 8 KiB" % times


@abuse("RFC 6120 §5.4.3.3: commands smuggled in behind <starttls/>")
def injection(stage):
    times = scaled(300, 5)
    for number in range(times):
        with Peer(stage) as peer:
            peer.push(CLIENT_HEADER)
            peer.expect("</stream:features>")
            peer.push("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>" + ("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'"
                      " mechanism='PLAIN'>AG1hbGxvcnkAc2VjcmV0IG9mIG1hbGxvcnk=</auth>" if number % 2 else CLIENT_HEADER))
            peer.expect("<proceed[^>]*>")
            try:
                peer.secure()
                peer.open()
            except (ssl.SSLError, OSError, Failure):
                continue        # the bytes were taken for TLS, and that is over: as good
            require("success" not in peer.seen and "failure" not in peer.seen, "the clear text was obeyed", peer.seen)
    require('account=mallory' not in stage.server.log(), "somebody logged in with it")
    return "%d times thrown away, or the connection ended" % times
