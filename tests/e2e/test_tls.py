#!/usr/bin/python3
"""TLS as clients meet it: STARTTLS and direct TLS, ALPN, several hosts, the server's own authority; what streams offer, and the
limits of those who have not logged in (RFC 6120, RFC 7590, XEP-0368, XEP-0440, XEP-0478)."""
import os
import re
import socket
import ssl
import subprocess
import time
import warnings

import operations
from harness import LIMIT_SECS, Failure, Server, main, require, story, wait_until
from operations import Wire, context_for, make_certificate, trusting


def with_alpn(server, *protocols):
    context = context_for(server)
    context.set_alpn_protocols(list(protocols))
    return context


# ---- the two ways in ----

@story("RFC 6120 section 5: STARTTLS is required, and the certificate is good for the host")
def starttls():
    with Server() as server:
        server.add_accounts("romeo")
        with Wire(server, None) as wire:
            features = wire.open()
            require("<required" in features and "<mechanism>" not in features, "features before TLS", features)
        with Wire(server, "starttls") as wire:
            wire.login("romeo")
            wire.ping()
            require(wire.sock.version() == "TLSv1.3", "another version", wire.sock.version())
            require("starttls" not in wire.features, "STARTTLS is offered twice", wire.features)


@story("RFC 6120 section 5.4.3.3: what was smuggled in behind <starttls/> is thrown away")
def injection():
    with Server() as server:
        with Wire(server, None) as wire:
            wire.open()
            wire.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' "
                      "mechanism='PLAIN'>AHJvbWVvAHg=</auth>")
            wire.expect("<proceed[^>]*>")
            try:
                wire.secure()
            except (ssl.SSLError, OSError):
                return          # the bytes were taken for TLS, and that is over: as good
            wire.open()
            require("failure" not in wire.seen and "success" not in wire.seen, "the clear text was obeyed", wire.seen)


@story("RFC 6120 section 5.4.3.3: the host that was named in clear text is forgotten")
def host_before_tls():
    with Server(hosts="a.test,b.test") as server:
        with Wire(server, "starttls", host="a.test", server_name="b.test") as wire:
            wire.host = "b.test"
            require("mechanism" in wire.open(), "no features", wire.seen)
            require("from='b.test'" in wire.seen, "another host answers", wire.seen)


@story("RFC 6120 section 5.4.3.2: TLS that fails ends the connection without a closing tag")
def failed_handshake():
    with Server() as server:
        with Wire(server, None) as wire:
            wire.open()
            wire.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
            wire.expect("<proceed[^>]*>")
            wire.send("This is no handshake of TLS, whatever it is.")
            wire.expect_end()
            require("stream" not in wire.text, "the stream was closed in clear text", wire.text)


def until_end_of_tls(wire):
    """What comes until the other side has said good-bye in TLS; a connection that just ends is a failure."""
    text = b""
    while True:
        data = wire.sock.recv(65536)        # raises SSLEOFError without close_notify
        if not data:
            return text.decode()
        text += data


@story("RFC 6120 section 4.4: a stream is closed with a closing tag and with close_notify, whoever begins")
def close_notify():
    with Server() as server:
        server.add_accounts("romeo")
        for last in ("</stream:stream>", "<flow xmlns='urn:example:x'/>"):
            with Wire(server, "direct") as wire:
                wire.login("romeo")
                wire.sock.suppress_ragged_eofs = False
                wire.send(last)
                rest = until_end_of_tls(wire)
                require(rest.endswith("</stream:stream>"), "no closing tag", rest)


@story("XEP-0368 section 3: direct TLS with ALPN xmpp-client; another protocol is refused; without ALPN it goes too")
def alpn():
    with Server() as server:
        server.add_accounts("romeo")
        with Wire(server, "direct") as wire:
            require(wire.sock.selected_alpn_protocol() == "xmpp-client", "ALPN", wire.sock.selected_alpn_protocol())
            wire.login("romeo")
        with Wire(server, "direct", context=with_alpn(server, "http/1.1", "xmpp-client")) as wire:
            require(wire.sock.selected_alpn_protocol() == "xmpp-client", "ALPN among others")
        with Wire(server, "direct", context=ssl.create_default_context(cafile=server.ca)) as wire:
            wire.open()
        try:
            with Wire(server, "direct", context=with_alpn(server, "http/1.1")) as wire:
                wire.open()
        except (ssl.SSLError, OSError, Failure) as error:
            require("no application protocol" in str(error).lower().replace("_", " "), "another refusal", str(error))
        else:
            require(False, "a client of another protocol was let in")
        # The line is written when the server hears of the end, which may be after the client saw the alert.
        wait_until(lambda: "the client asked for another protocol (ALPN)" in server.log(), "the log says why")


@story("TLS 1.2 and 1.3 only, with ciphers of today")
def versions():
    with Server() as server:
        warnings.simplefilter("ignore", DeprecationWarning)
        for version, works in ((ssl.TLSVersion.TLSv1_1, False), (ssl.TLSVersion.TLSv1_2, True), (ssl.TLSVersion.TLSv1_3, True)):
            context = context_for(server)
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = context.maximum_version = version
            try:
                with Wire(server, "direct", context=context) as wire:
                    wire.open()
                    require(works, "%s is accepted" % version)
                    require("ECDHE" in wire.sock.cipher()[0] or wire.sock.cipher()[1] == "TLSv1.3", "cipher", wire.sock.cipher())
            except (ssl.SSLError, OSError):
                require(not works, "%s is refused" % version)


@story("openssl s_client -starttls xmpp verifies the chain and the name")
def s_client():
    with Server(hosts="school.test") as server:
        for words in (["-starttls", "xmpp", "-xmpphost", "school.test", "-connect", "127.0.0.1:%d" % server.port],
                      ["-alpn", "xmpp-client", "-connect", "127.0.0.1:%d" % server.tls_port]):
            run = subprocess.run(["openssl", "s_client", *words, "-servername", "school.test", "-verify_hostname", "school.test",
                                  "-verify_return_error", "-CAfile", server.ca], input="", stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, encoding="utf-8", timeout=LIMIT_SECS, check=False)
            require("Verify return code: 0 (ok)" in run.stdout, "not verified", run.stdout[-600:], run.stderr[-600:])


# ---- certificates ----

@story("several hosts, each with a certificate of its own, chosen by SNI")
def several_hosts():
    server = Server(hosts="a.test,büro.test,c.test")
    pairs = {"a.test": make_certificate(server.directory, "a.test"),
             "büro.test": make_certificate(server.directory, "xn--bro-hoa.test")}
    path = os.path.join(server.directory, "nexad.conf")
    with open(path, "w", encoding="utf-8") as file:
        for host, (cert, key) in pairs.items():
            file.write('host "%s" {\n\ttls_cert = "%s"\n\ttls_key = "%s"\n}\n' % (host, cert, key))
    server.arguments = server.arguments + ["--config", path]
    with server:
        for host in ("a.test", "büro.test", "c.test"):
            for tls in ("direct", "starttls"):
                context = trusting(pairs[host][0]) if host in pairs else context_for(server)
                asked = host.replace("büro", "xn--bro-hoa")
                with Wire(server, tls, host=host, context=context, server_name=asked) as wire:
                    require("from='%s'" % host in wire.open() + wire.seen, "another host answers")
        # RFC 6120 section 5.4.3.1: who does not name it in TLS has named it in the header.
        for host, (cert, _) in pairs.items():
            context = trusting(cert)
            context.check_hostname = False
            with Wire(server, "starttls", host=host, context=context, server_name="") as wire:
                require("from='%s'" % host in wire.open() + wire.seen, "another host answers")
        # An unknown name gets the general one, and the client judges.
        with Wire(server, "direct", host="a.test", server_name="c.test") as wire:
            wire.open()


def names_of(server):
    text = operations.openssl("x509", "-in", os.path.join(server.state_dir, "tls/server.pem"), "-noout", "-ext", "subjectAltName")
    return re.findall(r"DNS:([^,\s]+)", text), re.findall(r"IP Address:([^,\s]+)", text)


@story("the own authority's certificate is good for every name of host and machine, and for its addresses")
def own_authority():
    machine = socket.gethostname().lower()
    with Server(hosts="school.test,büro.test") as server:
        names = ["school.test", "xn--bro-hoa.test", "localhost", machine]
        if machine != "localhost":
            names.append(machine.split(".", maxsplit=1)[0] + ".local")
        addresses = ["127.0.0.1"] + lan_addresses()
        for name in names + addresses:
            with Wire(server, "direct", host="school.test", server_name=name) as wire:
                wire.open()
        try:
            with Wire(server, "direct", server_name="elsewhere.test"):
                pass
            require(False, "a name that is not ours is covered")
        except ssl.SSLCertVerificationError:
            pass
        told = names_of(server)[0]
        require(set(names) <= set(told) and len(set(told)) == len(told), "names", told)
        with open(server.stdout_path, encoding="utf-8") as welcome:
            require("https://localhost:%d/ (on this machine)" % server.https_port in welcome.read(), "the welcome")
    with Server(hosts="localhost") as server:
        told = names_of(server)[0]
        require(len(set(told)) == len(told), "a name is there twice", told)


def lan_addresses():
    """What `ip` or /proc knows, without link-local ones."""
    found = set()
    with open("/proc/net/fib_trie", encoding="ascii") as file:
        found.update(re.findall(r"\|-- ([\d.]+)\n\s+/32 host LOCAL", file.read()))
    return sorted(address for address in found if not address.startswith("169.254."))


@story("the own authority stays, its certificate is made anew for new hosts; others may not read the keys")
def own_authority_stays():
    with Server(hosts="one.test") as server:
        with open(server.ca, "rb") as file:
            authority = file.read()
        for directory, _, files in os.walk(server.state_dir):
            require(os.stat(directory).st_mode & 0o777 == 0o700, "others may look into " + directory)
            for name in files:
                mode = os.stat(os.path.join(directory, name)).st_mode & 0o777
                is_public = name.endswith(".pem")
                require(mode == 0o600 or (is_public and mode == 0o644), "the mode of %s is %o" % (name, mode))
        require(os.stat(os.path.join(server.state_dir, "nexactl.sock")).st_mode & 0o777 == 0o600, "the control socket")
        first = names_of(server)
        server.stop()
        server.start()
        require(names_of(server) == first, "the certificate has changed without need")
        server.stop()
        server.options["hosts"] = "one.test,two.test"
        server.start()
        with open(server.ca, "rb") as file:
            require(file.read() == authority, "the authority has changed: devices trust the old one")
        with Wire(server, "direct", host="two.test") as wire:
            wire.open()


# ---- what streams offer ----

@story("XEP-0478 section 3.1, XEP-0440 section 2: limits and channel bindings are announced")
def features():
    with Server() as server:
        server.add_accounts("romeo")
        with Wire(server, "direct") as wire:
            before = wire.open()
            require("<sasl-channel-binding" in before and "type='tls-exporter'" in before and
                    "type='tls-server-end-point'" in before, "bindings", before)
            require("<max-bytes>10000</max-bytes>" in before and "<idle-seconds>30</idle-seconds>" in before, "limits", before)
            for mechanism in ("SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"):
                require("<mechanism>%s</mechanism>" % mechanism in before, mechanism + " is missing", before)
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            require("<max-bytes>262144</max-bytes>" in wire.features and "idle-seconds" in wire.features, "limits", wire.features)


@story("RFC 6120 section 4.6.1: white space keeps a connection alive in both directions")
def keepalive():
    with Server(silent_after="10s") as server:
        server.add_accounts("romeo")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            wire.text = ""
            end = time.monotonic() + 14
            while time.monotonic() < end and not wire.text:
                wire.receive(end - time.monotonic())
            require(wire.text != "", "a silent client is not asked anything")
            kind = "white space" if not wire.text.strip() else wire.text
            for _ in range(20):
                wire.send(" \n")
            wire.ping("after " + ("white space" if kind == "white space" else "ping"))


# ---- limits ----

def crossed(wire, text, condition="policy-violation"):
    """The server answers to this with a stream error, and hangs up."""
    try:
        wire.send(text)
    except OSError:
        pass
    return wire.expect("<stream:error>.*<%s.*</stream:error></stream:stream>" % condition).group(0)


@story("more than 10 kB before login, 256 kB after it, is policy-violation; just below is not")
def stanza_limits():
    with Server() as server:
        server.add_accounts("romeo")
        with Wire(server, "direct") as wire:
            wire.open()
            crossed(wire, "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>%s</auth>" % ("A" * 10000))
        for size, is_good in ((250000, True), (263000, False)):
            with Wire(server, "direct") as wire:
                wire.login("romeo")
                stanza = "<message to='%s/wire' type='headline'><body>%s</body></message>" % (server.jid("romeo"), "x" * size)
                if is_good:
                    wire.send("<presence/>" + stanza)
                    wire.expect("x{1000}</body></message>")
                    wire.ping()
                else:
                    crossed(wire, stanza)


@story("depth, attributes and a start tag beyond the limit; XML that XMPP forbids")
def xml_limits():
    attributes = " ".join("a%d='x'" % number for number in range(80))
    cases = (("<message>" + "<x>" * 40, "policy-violation"), ("<message %s/>" % attributes, "policy-violation"),
             ("<message a='%s'/>" % ("x" * 20000), "policy-violation"), ("<!-- x --><presence/>", "restricted-xml"),
             ("<?x y?>", "restricted-xml"), ("<message>&unknown;</message>", "restricted-xml|not-well-formed"),
             ("<message></presence>", "not-well-formed"), ("<x:message/>", "not-well-formed|bad-namespace-prefix"))
    with Server() as server:
        server.add_accounts("romeo")
        for text, condition in cases:
            with Wire(server, "direct") as wire:
                wire.login("romeo")
                crossed(wire, text, "(?:%s)" % condition)
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            wire.ping()


@story("an address has 20 connections that are not logged in; logging in or leaving makes room")
def guests():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        member = Wire(server, "direct").login("romeo")
        waiting = [Wire(server, None) for _ in range(20)]
        for wire in waiting:
            wire.open()
        with Wire(server, None) as late:
            late.expect_end()
            require(late.seen == "", "somebody too many was served", late.seen)
        member.ping()
        require('reason="too many connections that are not logged in" limit=20' in server.log(), "the log does not say why")
        waiting.pop().sock.close()
        time.sleep(0.2)
        with Wire(server, "direct") as wire:
            wire.login("juliet")
            with Wire(server, None) as again:
                again.open()
        for wire in waiting + [member]:
            wire.sock.close()


@story("a server that has max_connections takes nobody else in, and somebody who leaves makes room")
def full_house():
    with Server(max_connections=3) as server:
        server.add_accounts("romeo")
        inside = [Wire(server, "direct").login("romeo", resource="r%d" % number) for number in range(3)]
        with Wire(server, None) as late:
            late.expect_end()
            require(late.seen == "", "somebody too many was served", late.seen)
        inside[0].ping()
        require("the server is full (option max_connections)" in server.log(), "the log does not say why")
        inside.pop().sock.close()
        time.sleep(0.2)
        with Wire(server, "direct") as wire:
            wire.login("romeo", resource="next")
        for wire in inside:
            wire.sock.close()


@story("who does not log in in time is told and hung up on")
def too_slow():
    with Server(login_timeout="1s") as server:
        silent = Wire(server, None)
        half = Wire(server, "starttls")
        half.open()
        with socket.create_connection(("127.0.0.1", server.tls_port)) as no_handshake:
            for wire in (silent, half):
                wire.expect("<stream:error>.*<connection-timeout.*</stream:stream>")
                wire.expect_end(10)
            no_handshake.settimeout(LIMIT_SECS)
            try:
                while no_handshake.recv(100):
                    pass
            except ConnectionResetError:
                pass
        wait_until(lambda: server.log().count('reason="login timed out"') == 3, "the log says why, for all three")
        silent.sock.close()
        half.sock.close()


@story("what is not TLS on the port for TLS, and TLS on the port for clear text, hurt nobody")
def wrong_ports():
    with Server() as server:
        for port, data in ((server.tls_port, b"GET / HTTP/1.1\r\n\r\n"), (server.tls_port, b"<?xml version='1.0'?>"),
                           (server.port, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 600),
                           (server.port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"), (server.port, b"\0" * 100)):
            with socket.create_connection(("127.0.0.1", port)) as sock:
                sock.settimeout(LIMIT_SECS)
                sock.sendall(data)
                try:
                    while sock.recv(1000):
                        pass
                except ConnectionResetError:
                    pass
        with Wire(server) as wire:
            wire.open()


if __name__ == "__main__":
    main()
