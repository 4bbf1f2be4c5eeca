#!/usr/bin/python3
"""Files through the proxy (XEP-0065): two slixmpp clients, and SOCKS5 by hand (RFC 1928) for what they would never send."""
import asyncio
import hashlib
import os
import re
import socket

import operations
import people
import xmppraw
from harness import Server, free_ports, is_sanitized, main, password_of, require, story, wait_until
from webraw import ask

PROXY = "proxy.localhost"
GREETING = b"\5\1\0"
REQUEST = b"\5\1\0\3\x28%s\0\0"
GRANTED, NOT_ALLOWED, NO_SUCH_COMMAND, NO_SUCH_ADDRESS = 0, 2, 7, 8


def proxy_server(**options):
    port, = free_ports(1)
    return Server(proxy65_port=port, proxy65_host="127.0.0.1", **options)


def sha1(sid, requester, target):
    return hashlib.sha1((sid + requester + target).encode()).hexdigest()


class Wire:
    """One connection to the proxy."""

    def __init__(self, server, digest=None, source="127.0.0.1"):
        self.sock = socket.create_connection(("127.0.0.1", server.options["proxy65_port"]), 20, (source, 0))
        if digest:
            require(self.ask(GREETING, 2) == b"\5\0", "the greeting")
            require(self.ask(REQUEST % digest.encode(), 47) == REQUEST.replace(b"\5\1", b"\5\0") % digest.encode(), "the address that was asked for")

    def send(self, data):
        self.sock.sendall(data)

    def receive(self, count):
        """Less when the connection ends."""
        data = b""
        while len(data) < count:
            try:
                more = self.sock.recv(min(count - len(data), 1 << 20))
            except ConnectionResetError:
                more = b""
            if not more:
                break
            data += more
        return data

    def ask(self, data, count):
        self.send(data)
        return self.receive(count)

    def is_ended(self):
        return self.receive(1) == b""

    def close(self):
        self.sock.close()


async def come_in(server, *names):
    server.add_accounts(*names)
    return [await xmppraw.Client(server, name).connect(password_of(name)) for name in names]


def activation(sid, target):
    return "<query xmlns='http://jabber.org/protocol/bytestreams' sid='%s'><activate>%s</activate></query>" % (sid, target)


async def make_stream(server, romeo, juliet, sid="s1"):
    """Both ends, activated: romeo's and juliet's."""
    digest = sha1(sid, romeo.jid, juliet.jid)
    ends = Wire(server, digest), Wire(server, digest)
    await romeo.iq(activation(sid, juliet.jid), "set", PROXY)
    return ends


async def fails(client, payload, condition, kind="set", to=PROXY):
    try:
        await client.iq(payload, kind, to)
    except xmppraw.Refused as error:
        require(error.args[0] == condition, "another condition", error.args, condition)
    else:
        require(False, "it was not refused", payload)


def metric(server, name):
    return float(re.search(r"^%s (.*)$" % name, ask(server, "/metrics").body.decode(), re.M).group(1))


# ---- clients ----

class Sender(people.Client):
    EVENTS = people.Client.EVENTS + ("socks5_stream", "socks5_closed")

    def __init__(self, server, name):
        super().__init__(server, name)
        self.register_plugin("xep_0065", {"auto_accept": True})
        self.received = b""
        self.add_event_handler("socks5_data", self.take)

    def take(self, data):
        self.received += data


@story("XEP-0065 section 6: a slixmpp client finds the proxy and sends another one a file of 3 MB through it; both ways work")
async def slixmpp():
    with proxy_server() as server:
        server.add_accounts("romeo", "juliet")
        romeo, juliet = Sender(server, "romeo"), Sender(server, "juliet")
        await romeo.log_in()
        await juliet.log_in()
        await people.befriend(romeo, juliet)    # strangers are not asked anything (RFC 6121 section 8.5.3.1)
        there = await romeo["xep_0065"].handshake(juliet.boundjid, timeout=people.LIMIT_SECS)
        require(there is not None, "no stream")
        back = await juliet.meet("socks5_stream")
        picture = os.urandom(3000000)
        await there.write(picture)
        await back.write(b"thanks")
        end = asyncio.get_running_loop().time() + 60
        while len(juliet.received) < len(picture) or len(romeo.received) < 6:
            require(asyncio.get_running_loop().time() < end, "it does not arrive", len(juliet.received), romeo.received)
            await asyncio.sleep(0.05)
        require(juliet.received == picture and romeo.received == b"thanks", "something else arrived")
        there.transport.close()
        await juliet.meet("socks5_closed")
        wait_until(lambda: metric(server, "nexa_proxy_streams") == 0, "the end is seen")
        require(metric(server, "nexa_proxy_relayed_bytes_total") == len(picture) + 6, "bytes")
        require(metric(server, "nexa_proxy_streams_activated_total") == 1, "streams")
        require("stream ended account=romeo@localhost bytes=3000006" in server.log(), "the log")
        for one in (romeo, juliet):
            await one.log_out()


# ---- discovery and activation ----

@story("XEP-0065 section 4: what the proxy is and where; who has no account on its host is forbidden to know")
async def discovery():
    with proxy_server(hosts="localhost,other.test") as server:
        romeo, = await come_in(server, "romeo")
        items = await romeo.iq("<query xmlns='http://jabber.org/protocol/disco#items'/>", to="localhost")
        require(PROXY in [item.get("jid") for item in items[0]], "the proxy is no item")
        info = await romeo.iq("<query xmlns='http://jabber.org/protocol/disco#info'/>", to=PROXY)
        require([(one.get("category"), one.get("type")) for one in info[0] if one.tag.endswith("identity")] == [("proxy", "bytestreams")], "identity")
        require("http://jabber.org/protocol/bytestreams" in [one.get("var") for one in info[0]], "feature")
        where = await romeo.iq("<query xmlns='http://jabber.org/protocol/bytestreams'/>", to=PROXY)
        require(where[0][0].attrib == {"jid": PROXY, "host": "127.0.0.1", "port": str(server.options["proxy65_port"])}, "where", where[0][0].attrib)
        await fails(romeo, "<query xmlns='http://jabber.org/protocol/bytestreams'/>", "forbidden", "get", "proxy.other.test")
        await fails(romeo, activation("s", "juliet@localhost/x"), "forbidden", to="proxy.other.test")
        await romeo.close()
    with Server() as server:
        romeo, = await come_in(server, "romeo")
        items = await romeo.iq("<query xmlns='http://jabber.org/protocol/disco#items'/>", to="localhost")
        require(PROXY not in [item.get("jid") for item in items[0]], "a proxy without a port is told")
        await romeo.close()


@story("XEP-0065 section 6.3.5: activation needs both, the right names, and no other of them; nothing flows before it")
async def activate():
    with proxy_server(proxy65_per_account="1") as server:
        romeo, juliet = await come_in(server, "romeo", "juliet")
        await fails(romeo, activation("s1", juliet.jid), "item-not-found")
        digest = sha1("s1", romeo.jid, juliet.jid)
        target = Wire(server, digest)
        await fails(romeo, activation("s1", juliet.jid), "not-allowed")
        requester = Wire(server, digest.upper())
        requester.send(b"too early")
        third = Wire(server)
        third.ask(GREETING, 2)
        require(third.ask(REQUEST % digest.encode(), 47)[1] == NOT_ALLOWED and third.is_ended(), "a third one came in")
        await fails(juliet, activation("s1", juliet.jid), "item-not-found")
        await fails(romeo, activation("s2", juliet.jid), "item-not-found")
        for payload in (activation("", juliet.jid), activation("s1", ""), activation("s1", "@"), "<query xmlns='http://jabber.org/protocol/bytestreams' sid='s1'/>"):
            await fails(romeo, payload, "bad-request")
        await romeo.iq(activation("s1", juliet.jid), "set", PROXY)
        await fails(romeo, activation("s1", juliet.jid), "item-not-found")
        requester.send(b"now")
        require(target.receive(3) == b"now", "what was sent before is not ignored")
        other = sha1("s2", romeo.bare, juliet.bare)     # rule 3: bare JIDs
        more = Wire(server, other), Wire(server, other)
        await fails(romeo, activation("s2", juliet.bare), "resource-constraint")
        requester.close()
        require(target.is_ended(), "the end of the one is not the end of the other")
        wait_until(lambda: metric(server, "nexa_proxy_streams") == 0, "the end")
        await romeo.iq(activation("s2", juliet.bare), "set", PROXY)
        more[1].send(b"x")
        require(more[0].receive(1) == b"x", "the other way")
        for client in (romeo, juliet):
            await client.close()


# ---- hostile and slow ----

@story("RFC 1928 sections 3 to 6: what is no SOCKS5, or another part of it, is refused and closed; the proxy goes on")
async def hostile():
    with proxy_server() as server:
        digest = sha1("s", "a@b/c", "d@e/f").encode()
        for greeting, answer in ((b"\4\1\0\x50\x7f\0\0\1\0", b""), (b"GET / HTTP/1.1\r\n\r\n" + b"x" * 300, b""), (b"\5\1\2", b"\5\xff"), (b"\5\0", b"\5\xff"),
                                 (b"\5\xff" + b"\2" * 255, b"\5\xff")):
            wire = Wire(server)
            require(wire.ask(greeting, 1000) == answer, "a greeting", greeting)
        for request, reply in ((b"\5\2\0\3\x28", NO_SUCH_COMMAND), (b"\5\3\0\3\x28", NO_SUCH_COMMAND), (b"\5\1\0\1\x7f\0\0\1\0\x50", NO_SUCH_ADDRESS),
                               (b"\5\1\0\4\0", NO_SUCH_ADDRESS), (b"\5\1\0\3\x09localhost\0\x50", NOT_ALLOWED), (b"\5\1\0\3\0\0\0", NOT_ALLOWED),
                               (REQUEST % (b"g" * 40), NOT_ALLOWED), (REQUEST % (b"\0" * 40), NOT_ALLOWED)):
            wire = Wire(server)
            require(wire.ask(GREETING, 2) == b"\5\0", "the greeting")
            answer = wire.ask(request, 1000)
            require(answer[:2] == bytes([5, reply]), "a request", request, answer)
        wire = Wire(server)
        require(wire.ask(GREETING, 2) == b"\5\0" and wire.ask(b"\4" + (REQUEST % digest)[1:], 100) == b"", "another version in the request")
        wire = Wire(server)
        for byte in GREETING + REQUEST % digest:
            wire.send(bytes([byte]))
        require(wire.receive(49)[2:4] == b"\5\0", "byte by byte")
        require(metric(server, "nexa_proxy_refusals_total") >= 13, "they are counted")


@story("proxy65_connections, proxy65_per_address: more are not taken in")
async def crowded():
    with proxy_server(proxy65_per_address="2") as server:
        first, second = Wire(server), Wire(server)
        for wire in (first, second):
            require(wire.ask(GREETING, 2) == b"\5\0", "the greeting")
        require(Wire(server).is_ended(), "one too many")
        first.close()

        def has_room():
            wire = Wire(server)
            try:
                return wire.ask(GREETING, 2) == b"\5\0"
            except OSError:
                return False
        wait_until(has_room, "room again")


@story("who fills all places without an account makes room for others, and no stream that was activated ends for it")
async def pushy():
    with proxy_server(proxy65_connections="10", proxy65_per_address="4") as server:
        romeo, juliet = await come_in(server, "romeo", "juliet")
        first = await make_stream(server, romeo, juliet)
        strangers = [Wire(server, sha1("s%d" % number, "a@b/c", "d@e/f"), "127.0.0.%d" % (2 + number % 2)) for number in range(8)]
        require(metric(server, "nexa_proxy_connections") == 10, "not all places are taken")
        second = await make_stream(server, romeo, juliet, "more")
        require(strangers[0].is_ended() and strangers[1].is_ended(), "those who waited longest are still there")
        # From each of the two addresses three wait still; a fourth one of those has no better right than they.
        require(Wire(server, source="127.0.0.3").is_ended(), "a stranger pushes others out")
        for ends in (first, second):
            ends[0].send(b"x")
            require(ends[1].receive(1) == b"x", "an activated stream has ended")
        for client in (romeo, juliet):
            await client.close()


@story("a receiver that does not read holds the sender back, in little memory; when it reads, everything arrives, also after the sender has gone")
async def slow_reader():
    with proxy_server(proxy65_rate="500M") as server:
        romeo, juliet = await come_in(server, "romeo", "juliet")
        sender, receiver = await make_stream(server, romeo, juliet)
        before, data = server.rss_kib(), os.urandom(1 << 16)
        sender.sock.settimeout(1)
        sent = 0
        try:
            while sent < 256 << 20:
                sent += sender.sock.send(data)
        except socket.timeout:
            pass
        require(sent < 128 << 20, "nobody holds the sender back", sent)
        require(is_sanitized() or server.rss_kib() - before < 4096, "memory", before, server.rss_kib())
        sender.sock.shutdown(socket.SHUT_WR)
        require(len(receiver.receive(1 << 30)) == sent, "not everything arrives")
        for client in (romeo, juliet):
            await client.close()


@story("proxy65_rate: a fast sender is read from slowly; proxy65_idle: a stream on which nothing is sent is closed")
async def limits():
    with proxy_server(proxy65_rate="100k", proxy65_idle="1") as server:
        romeo, juliet = await come_in(server, "romeo", "juliet")
        sender, receiver = await make_stream(server, romeo, juliet)
        began = asyncio.get_running_loop().time()
        sender.send(bytes(400 << 10))
        require(len(receiver.receive(400 << 10)) == 400 << 10, "not everything arrives")
        require(asyncio.get_running_loop().time() - began > 2, "400 KiB came in less than the 3 s that they have to take")
        require(sender.is_ended() and receiver.is_ended(), "an idle stream stays")
        for client in (romeo, juliet):
            await client.close()


@story("the server stops while a file is on its way, and a port that is in use is a sentence")
async def stopping():
    with proxy_server() as server:
        romeo, juliet = await come_in(server, "romeo", "juliet")
        ends = await make_stream(server, romeo, juliet)
        waiting = Wire(server, sha1("s2", "a@b/c", "d@e/f"))
        server.stop()
        require(all(end.is_ended() for end in ends) and waiting.is_ended(), "a connection stays")
        server.process = None
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        server = Server(proxy65_port=number)
        try:
            operations.refused(server, 1, r"port %d on 127\.0\.0\.1 is in use" % number, "proxy65_port")
        finally:
            server.remove()


if __name__ == "__main__":
    main()
