#!/usr/bin/python3
"""XMPP over real WebSockets (RFC 7395, RFC 6455): the handshake, frames in the manner of Autobahn's cases, closing, pings, proxies and
clients that do not read. What is said inside the stream is told in tests/proto/rfc7395-*.story."""
import base64
import hashlib
import hmac
import re
import socket
import time

from harness import Server, main, password_of, require, story, wait_until
from operations import Wire
from uploads import Uploader
from webraw import (ACCEPT, BINARY, CLOSE, CONTINUATION, FRAMING, HANDSHAKE, PING, PONG, TEXT, Socket, ask, frame)

SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'"
PING_IQ = "<iq xmlns='jabber:client' type='get' id='%s' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>"


def handshake(*changed):
    """The usual headers, with these instead of those of the same names; "Name: " leaves one out."""
    names = {header.split(":")[0] for header in changed}
    return [header for header in HANDSHAKE if header.split(":")[0] not in names] + \
        [header for header in changed if not header.endswith(": ")]


def logged_in(server, is_tls=True):
    return Socket(server, is_tls).login(server, "romeo")


def require_closed(web, what, *codes):
    """The connection ends; a close frame that comes before has one of the codes."""
    while True:
        got = web.message()
        if got is None:
            return
        if isinstance(got, tuple):
            require(got[1] in codes, "another close code: " + what, got)
            web.send(frame(CLOSE, got[1].to_bytes(2, "big")))
            require(web.is_ended(), "the connection goes on: " + what)
            return
        require("<iq" not in got and "<message" not in got, "it was taken: " + what, got)


# ---- the handshake ----

@story("RFC 7395 section 3.1: the handshake names xmpp; /ws and /xmpp-websocket, over TLS and without")
def handshakes():
    with Server() as server:
        for path in ("/ws", "/xmpp-websocket"):
            for is_tls in (True, False):
                with Socket(server, is_tls, path) as web:
                    require(web.shaken.status == 101 and web.shaken.headers["sec-websocket-protocol"] == "xmpp" and
                            web.shaken.headers["sec-websocket-accept"] == ACCEPT.lower() and
                            "sec-websocket-extensions" not in web.shaken.headers, "the handshake", web.shaken.headers)
        several = handshake("Sec-WebSocket-Protocol: chat, xmpp", "Sec-WebSocket-Extensions: permessage-deflate")
        with Socket(server, headers=several) as web:
            require(web.shaken.status == 101 and web.shaken.headers["sec-websocket-protocol"] == "xmpp" and
                    "sec-websocket-extensions" not in web.shaken.headers, "several subprotocols", web.shaken.headers)


@story("RFC 6455 section 4.2.2: what is no handshake is refused with a status, elsewhere there is no WebSocket")
def refusals():
    with Server() as server:
        cases = ((400, "/ws", handshake("Sec-WebSocket-Protocol: ")), (400, "/ws", handshake("Sec-WebSocket-Protocol: XMPP")),
                 (400, "/ws", handshake("Sec-WebSocket-Protocol: soap")), (400, "/ws", handshake("Sec-WebSocket-Key: ")),
                 (400, "/ws", handshake("Sec-WebSocket-Key: short")), (400, "/ws", handshake("Connection: keep-alive")),
                 (426, "/ws", handshake("Sec-WebSocket-Version: 8")), (404, "/elsewhere", HANDSHAKE), (200, "/health", HANDSHAKE))
        for status, path, headers in cases:
            answer = ask(server, path, headers=headers)
            require(answer is not None and answer.status == status, "%s for %s" % (status, headers), answer and answer.status)
        require(ask(server, "/ws", headers=handshake("Sec-WebSocket-Version: 8")).headers["sec-websocket-version"] == "13", "version")
        answer = ask(server, "/ws")
        require(answer.status == 426 and answer.headers["upgrade"] == "websocket", "GET without upgrade", answer.headers)
        require(ask(server, "/ws", "POST", HANDSHAKE).status == 400, "POST")


@story("RFC 9110 section 7.8: a handshake elsewhere is a request like any other, also where the answer comes later and from files (bad input)")
def elsewhere():
    body = "<body xmlns='http://jabber.org/protocol/httpbind' rid='1' to='localhost' wait='5' hold='1' ver='1.6'/>"
    with Server() as server:
        server.add_accounts("romeo")
        answer = ask(server, "/bosh", "POST", HANDSHAKE + ("Content-Length: %d" % len(body),), body=body)
        require(answer is not None and answer.status == 200 and b"sid=" in answer.body, "BOSH", answer and answer.status)
        with Uploader(server, "romeo") as romeo:
            slot = romeo.slot(5)
            answer = ask(server, slot.path, "PUT", HANDSHAKE + (slot.header, "Content-Length: 5"), is_tls=True, body="hello")
            require(answer is not None and answer.status == 201, "an upload", answer and answer.status)
            answer = ask(server, slot.path, headers=HANDSHAKE, is_tls=True)
            require(answer is not None and answer.body == b"hello", "a download", answer and answer.status)


# ---- frames ----

@story("RFC 6455 sections 5.4, 5.5.2: fragments, with pings between them, and bytes one by one make one message")
def fragments():
    with Server() as server:
        server.add_accounts("romeo")
        with logged_in(server) as web:
            text = PING_IQ % "a"
            web.send(frame(TEXT, text[:7], False) + frame(CONTINUATION, text[7:20], False) + frame(PING, b"are you there") +
                     frame(CONTINUATION, text[20:]))
            opcode, is_final, payload = web.frame()
            require((opcode, is_final, payload) == (PONG, True, b"are you there"), "the pong", opcode, payload)
            require("id='a'" in web.message(), "fragments")
            for byte in frame(TEXT, PING_IQ % "b"):
                web.send(bytes([byte]))
            require("id='b'" in web.message(), "byte by byte")
            web.send(frame(TEXT, b"", False) + frame(CONTINUATION, PING_IQ % "c", False) + frame(CONTINUATION, b""))
            require("id='c'" in web.message(), "empty fragments")
            web.send(b"".join(frame(TEXT, PING_IQ % number) for number in range(200)))
            for number in range(200):
                require("id='%d'" % number in web.message(), "many at once", number)
            snow = "<message xmlns='jabber:client' to='romeo@localhost/web'><body>\u2603\U0001f43f</body></message>".encode()
            cut = snow.index("\u2603".encode()) + 1
            web.send(frame(TEXT, snow[:cut], False) + frame(CONTINUATION, snow[cut:]))
            require("\u2603\U0001f43f" in web.message(), "a character in two fragments")
            web.send(frame(PONG, b"nobody asked"))
            web.ping()


@story("RFC 6455 sections 5, 8.1: broken frames end the connection and nothing of them is taken; the server goes on")
def broken_frames():
    with Server() as server:
        server.add_accounts("romeo")
        good = PING_IQ % "x"
        cases = {"binary (RFC 7395 section 3.2)": (frame(BINARY, good), 1003),
                 "a binary fragment": (frame(BINARY, good[:5], False), 1003),
                 "a reserved opcode": (frame(3, good), 1002), "a reserved control opcode": (frame(11, b""), 1002),
                 "a reserved bit": (frame(TEXT, good, reserved=4), 1002),
                 "a reserved bit on a ping": (frame(PING, b"x", reserved=2), 1002),
                 "a binary continuation of a text": (frame(TEXT, good[:5], False) + frame(BINARY, good[5:]), 1002),
                 "half a character at the end": (frame(TEXT, b"<message xmlns='jabber:client'>\xe2\x98"), 1007),
                 "an overlong encoding": (frame(TEXT, b"<message xmlns='jabber:client'>\xc0\xaf</message>"), 1007),
                 "a surrogate": (frame(TEXT, b"<message xmlns='jabber:client'>\xed\xa0\x80</message>"), 1007),
                 "beyond Unicode": (frame(TEXT, b"<message xmlns='jabber:client'>\xf4\x90\x80\x80</message>"), 1007),
                 "no UTF-8 in the second fragment": (frame(TEXT, good[:5], False) + frame(CONTINUATION, b"\xff"), 1007),
                 "a fragmented close": (frame(CLOSE, b"\x03\xe8", False), 1002),
                 "a large close": (frame(CLOSE, b"\x03\xe8" + b"x" * 124), 1002),
                 "a fragmented ping": (frame(PING, b"x", False), 1002), "a large ping": (frame(PING, b"x" * 126), 1002),
                 "a continuation of nothing": (frame(CONTINUATION, good), 1002),
                 "a new message inside another": (frame(TEXT, good[:5], False) + frame(TEXT, good), 1002),
                 "bytes that are no UTF-8": (frame(TEXT, b"<message xmlns='jabber:client'>\xc3\x28</message>"), 1007),
                 "a close frame with half a code": (frame(CLOSE, b"\x03"), 3),
                 "a length that nobody can send": (b"\x81\xff\x7f" + b"\xff" * 7 + b"abcd" + b"x" * 100, 1000),
                 "a close frame with a code that there is not": (frame(CLOSE, (1005).to_bytes(2, "big")), 1002)}
        for what, (data, code) in cases.items():
            with logged_in(server) as web:
                web.send(data)
                require_closed(web, what, code, 1002)
        with logged_in(server) as web:
            web.ping()


@story("RFC 6455 section 5.1: the server MUST close the connection upon a frame that is not masked, whichever frame, and takes nothing of it")
def unmasked():
    with Server() as server:
        server.add_accounts("romeo")
        good = PING_IQ % "x"
        cases = {"text": frame(TEXT, good, mask=None), "a long text": frame(TEXT, good + " " * 70000, mask=None), "nothing": frame(TEXT, mask=None),
                 "a ping": frame(PING, b"x", mask=None), "a pong": frame(PONG, mask=None), "a close": frame(CLOSE, b"\x03\xe8", mask=None),
                 "a continuation": frame(TEXT, good[:9], False) + frame(CONTINUATION, good[9:], mask=None)}
        for is_tls in (True, False):
            for what, data in cases.items():
                with Socket(server, is_tls) as web:
                    web.open("localhost")
                    web.send(data)
                    got = web.message()
                    require(got == ("close", 1002), "not closed for " + what, got, is_tls)
                    require(web.is_ended(), "the connection goes on after " + what)
        with logged_in(server) as web:
            web.send(frame(TEXT, PING_IQ % "zero", mask=b"\0\0\0\0"))
            require("id='zero'" in web.message(), "a mask of zeros is a mask")
            web.send(frame(TEXT, PING_IQ % "y") + frame(TEXT, PING_IQ % "z", mask=None) + frame(TEXT, PING_IQ % "no"))
            require_closed_after(web, "id='y'", 1002)
        require("broke the rules of WebSocket" in server.log(), "the reason in the log", server.log())


def require_closed_after(web, answer, code):
    """An answer that came in time may come first; the close frame follows, and nothing behind it."""
    got = web.message()
    require(got == ("close", code) or answer in got, "another answer", got)
    require(got == ("close", code) or web.message() == ("close", code), "no close frame")
    require(web.is_ended(), "the connection goes on")


@story("RFC 6455 sections 5.2, 5.5: lengths take as few bytes as they can, close codes are echoed, the last of several pings is answered")
def small_print():
    with Server() as server:
        server.add_accounts("romeo")
        good = PING_IQ % "x"
        masked = frame(TEXT, good)[2:]
        for what, data in (("126", b"\x81\xfe" + len(good).to_bytes(2, "big") + masked),
                           ("127", b"\x81\xff" + len(good).to_bytes(8, "big") + masked)):
            with logged_in(server) as web:
                web.send(data)
                require(web.message() == ("close", 1002), "a length in too many bytes: " + what)
        for payload, told in ((b"", None), (b"\x03\xe8", 1000), (b"\x0f\xa0so long", 4000)):
            with logged_in(server) as web:
                web.send(frame(CLOSE, payload))
                require(web.message() == ("close", told), "the echo of %r" % payload)
                require(web.is_ended(), "the connection goes on")
        with logged_in(server) as web:
            web.send(frame(PING, b"1") + frame(PING, b"2") + frame(PING, b"x" * 125) + frame(PING))
            pongs = []
            while not pongs or pongs[-1] != b"":
                opcode, _, payload = web.frame()
                require(opcode == PONG, "another frame", opcode)
                pongs.append(payload)
            require(set(pongs) <= {b"1", b"2", b"x" * 125, b""}, "another payload", pongs)
            web.ping()


@story("a message with more than stanza_max ends the stream with an error, however it is cut into frames")
def oversize():
    with Server(stanza_max="20000") as server:
        server.add_accounts("romeo")
        for size in (1000, 30000):
            with logged_in(server) as web:
                web.send(frame(TEXT, "<message xmlns='jabber:client'><body>", False))
                for _ in range(30000 // size):
                    web.send(frame(CONTINUATION, "y" * size, False))
                got = web.message()
                require("policy-violation" in got, "the error", got)
                require("<close" in web.message(), "close")
        with Socket(server) as web:
            web.send(frame(TEXT, "<open xmlns='%s' to='%s'" % (FRAMING, "x" * 20000)))
            require(web.message().startswith("<open"), "open before the error")
            require("policy-violation" in web.message(), "before login")


# ---- closing ----

@story("RFC 7395 section 3.6, RFC 6455 section 7: <close/>, then a close frame with 1000, then the end")
def closing():
    with Server() as server:
        server.add_accounts("romeo")
        with logged_in(server) as web:
            web.say("<close xmlns='%s'/>" % FRAMING)
            require(web.message() == "<close xmlns='%s'/>" % FRAMING, "close")
            require(web.message() == ("close", 1000), "the close frame")
            web.send(frame(CLOSE, (1000).to_bytes(2, "big")))
            require(web.is_ended(), "the end")
        with logged_in(server) as web:          # a client that answers nothing does not keep it
            web.say("<close xmlns='%s'/>" % FRAMING)
            require(web.is_ended(), "the end without its answer")
        with logged_in(server) as web:          # the close frame alone
            web.send(frame(CLOSE, (1001).to_bytes(2, "big") + b"reload"))
            require(web.message() == ("close", 1001), "its echo")
            require(web.is_ended(), "the end")
        with logged_in(server) as web:          # gone without a word
            web.sock.close()
        wait_until(lambda: server.control(("status", {}))[0]["sessions"] == 0, "sessions that have gone")


@story("what a client sent right before it went is taken, as over TCP")
def last_words():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        with Wire(server, "direct") as wire:
            wire.login("juliet")
            wire.send("<presence/>")
            wire.ping()
            with logged_in(server) as web:
                for number in range(50):
                    web.say("<message xmlns='jabber:client' to='juliet@localhost' type='chat'><body>word %d</body></message>" % number)
                web.sock.close()
            wire.expect("word 49<")


@story("a server that stops says <close/> to WebSockets and does not wait for those that do not answer")
def stopping():
    with Server() as server:
        server.add_accounts("romeo")
        web = logged_in(server)
        silent = Socket(server)
        server.stop()
        require("system-shutdown" in web.message() and "<close" in web.message(), "the goodbye")
        require(web.message() in (("close", 1000), None), "the close frame")
        silent.sock.close()


# ---- pings, proxies, channel binding, clients that do not read ----

@story("a silent WebSocket is pinged, and cut when it does not answer")
def pings():
    with Server(websocket_ping="1", websocket_timeout="1") as server:
        with Socket(server) as web:
            began = time.monotonic()
            for _ in range(3):
                opcode, _, payload = web.frame()
                require(opcode == PING, "another frame", opcode)
                web.send(frame(PONG, payload))
            require(time.monotonic() - began > 1, "pinged without a silence")
            opcode, _, _ = web.frame()
            require(opcode == PING, "another frame", opcode)
            require(web.is_ended(), "a client that does not answer stays")


@story("behind a proxy that does TLS one logs in without, and limits and logs know the client's address")
def behind_proxy():
    with Server(http_proxies="127.0.0.1") as server:
        server.add_accounts("romeo")
        told = list(HANDSHAKE) + ["X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https"]
        with Socket(server, is_tls=False, headers=told) as web:
            web.login(server, "romeo").ping()
            require("PLUS" not in web.open_features, "channel binding through a proxy", web.open_features)
        require("address=203.0.113.7" in server.log(), "the address", server.log())
        with Socket(server, is_tls=False) as web:
            require("mechanism" not in web.open("localhost"), "login without TLS")


@story("channel binding over wss is not offered: scripts cannot see the channel, and stanza.js tries all the same")
def channel_binding():
    with Server() as server:
        with Socket(server) as web:
            features = web.open("localhost")
            require(">SCRAM-SHA-256<" in features and "PLUS" not in features and "binding" not in features, "features", features)


@story("a client that does not read is closed when too much waits for it, and nobody else notices")
def slow_reader():
    with Server(output_max="100k", limits="off") as server:
        server.add_accounts("romeo", "juliet")
        with Socket(server, is_tls=False, headers=HANDSHAKE) as probe, logged_in(server) as web:
            web.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            require(probe.shaken.status == 101, "probe")
            with Wire(server, "direct") as wire:
                wire.login("juliet")
                for _ in range(400):
                    wire.send("<message to='romeo@localhost/web' type='chat'><body>%s</body></message>" % ("z" * 20000))
                    wire.ping()
                    if "output queue full" in server.log():
                        break
                require("output queue full" in server.log(), "the slow client stays")
                wire.ping()


def scram(web, name, hash_name):
    """SCRAM-SHA-1 or -256 (RFC 5802); True: the server knows the password as well."""
    def mac(key, text):
        return hmac.new(key, text, hash_name).digest()
    bare = "n=%s,r=rOprNGfwEbeRWgbNEkqO" % name
    web.say("<auth %s mechanism='SCRAM-SHA-%s'>%s</auth>" % (SASL, hash_name[3:], base64.b64encode(("n,," + bare).encode()).decode()))
    first = base64.b64decode(re.search(">([^<]*)</challenge>", web.message()).group(1)).decode()
    told = dict(part.split("=", 1) for part in first.split(","))
    salted = hashlib.pbkdf2_hmac(hash_name, password_of(name).encode(), base64.b64decode(told["s"]), int(told["i"]))
    final = "c=biws,r=" + told["r"]
    all_said = ",".join((bare, first, final)).encode()
    key = mac(salted, b"Client Key")
    proof = bytes(a ^ b for a, b in zip(key, mac(hashlib.new(hash_name, key).digest(), all_said)))
    answer = "%s,p=%s" % (final, base64.b64encode(proof).decode())
    web.say("<response %s>%s</response>" % (SASL, base64.b64encode(answer.encode()).decode()))
    success = re.search("<success[^>]*>([^<]*)</success>", web.message())
    server_proof = base64.b64encode(mac(mac(salted, b"Server Key"), all_said)).decode()
    return success and base64.b64decode(success.group(1)).decode() == "v=" + server_proof


@story("RFC 7395 section 3.8: SCRAM-SHA-1, SCRAM-SHA-256 and ANONYMOUS log in as they do over TCP; wrong passwords do not (see test_external.py)")
def mechanisms():
    with Server(guests="yes") as server:
        server.add_accounts("romeo")
        for hash_name in ("sha1", "sha256"):
            with Socket(server) as web:
                web.open("localhost")
                require(scram(web, "romeo", hash_name), hash_name)
                require("<bind" in web.open("localhost"), "the new stream")
        with Socket(server) as web:
            require("<mechanism>ANONYMOUS</mechanism>" in web.open("localhost"), "ANONYMOUS is not offered")
            web.say("<auth %s mechanism='ANONYMOUS'>=</auth>" % SASL)
            answer = web.message()
            require(answer.startswith("<success"), "a guest", answer)
            web.open("localhost")
            web.say("<iq xmlns='jabber:client' type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
            answer = web.message()
            require(re.search("<jid>[a-z0-9-]+@localhost/", answer), "its address", answer)
        with Socket(server) as web:
            web.open("localhost")
            web.say("<auth %s mechanism='PLAIN'>%s</auth>" % (SASL, base64.b64encode(b"\0romeo\0wrong").decode()))
            require("not-authorized" in web.message(), "a wrong password")


@story("unauthenticated_per_address counts WebSockets too")
def too_many():
    with Server(unauthenticated_per_address="2") as server:
        with Socket(server) as first, Socket(server) as second:
            require("<mechanisms" in first.open("localhost") and "<mechanisms" in second.open("localhost"), "two")
            with Socket(server) as third:
                require(third.is_ended(), "three")


if __name__ == "__main__":
    main()
