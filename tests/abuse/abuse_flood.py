"""Abuse by people who are logged in: floods, receivers that never read, rosters without measure."""
import asyncio
import contextlib
import os
import sqlite3

from harness import password_of
from stage import Peer, abuse, logged_in, require, scaled
from xmppraw import CLIENT, PING, Client, tls_context

SENDERS = 8
FAST = 64 << 20         # for abuse that a rate would only make slow


class Flooder(Client):
    """Sends as fast as the server reads, and counts what comes back."""

    def __init__(self, stage, name, resource):
        super().__init__(stage.server, name, resource, self.count)
        self.messages, self.errors, self.pushes = 0, {}, 0

    def count(self, stanza):
        if stanza is None:
            return
        if stanza.get("type") == "error":
            name = next(child.tag.rpartition("}")[2] for child in stanza.find(CLIENT + "error"))
            self.errors[name] = self.errors.get(name, 0) + 1
        elif stanza.tag == CLIENT + "message":
            self.messages += 1
        else:
            self.pushes += 1

    async def flood(self, make, count):
        """make(number) is a stanza. Returns when the last one has been dealt with."""
        for number in range(count):
            self.send(make(number))
            if number % 20 == 0:
                await self.drain()
        return await self.ask(PING)


@contextlib.asynccontextmanager
async def flooders(stage, count=SENDERS, name="mallory", presence=True):
    context = tls_context(stage.server.ca)
    clients = [Flooder(stage, name, "flood%d" % number) for number in range(count)]
    for client in clients:
        await client.connect(password_of(name), context)
        if presence:
            client.send("<presence><priority>-1</priority></presence>")
    yield clients
    for client in clients:
        await client.close()


async def flood_all(clients, make, total):
    share = total // len(clients) + 1
    await asyncio.gather(*[client.flood(make, share) for client in clients])


def all_errors(clients):
    sums = {}
    for client in clients:
        for name, times in client.errors.items():
            sums[name] = sums.get(name, 0) + times
    return sums


# ---- messages ----

@abuse("20 000 messages to somebody who is offline")
async def offline(stage):
    count = scaled(20000, 1200)
    stage.server.add_accounts("tybalt")
    async with flooders(stage) as clients:
        await flood_all(clients, lambda number: "<message to='tybalt@localhost' id='%d'><body>%s</body></message>"
                        % (number, "x" * 300), count)
        errors = all_errors(clients)
    require(set(errors) == {"service-unavailable"}, "another error", errors)
    kept = count + SENDERS - count % SENDERS - errors["service-unavailable"]
    require(kept == 1000, "more or less was kept than offline_max_messages", kept)
    return "1 000 kept, %d refused" % errors["service-unavailable"]


@abuse("20 000 messages to oneself")
async def oneself(stage):
    count = scaled(20000, 400)
    async with flooders(stage) as clients:
        await flood_all(clients, lambda number: "<message type='headline' to='mallory@localhost/flood%d'><body>%s</body></message>"
                        % (number % SENDERS, "x" * 300), count)
        await asyncio.gather(*[client.iq(PING) for client in clients])
        got = sum(client.messages for client in clients)
    require(got >= count, "messages are lost", got, count)
    return "%d delivered, no faster than the rate allows" % got


@abuse("20 000 messages with errors, forged senders and addresses that are none")
async def nonsense(stage):
    count = scaled(20000, 400)
    texts = ("<message to='@@'><body>x</body></message>", "<message to='nobody@localhost'><body>x</body></message>",
             "<message to='elsewhere.example'><body>x</body></message>", "<message type='error' to='romeo@localhost'/>",
             "<iq type='get' id='x'/>", "<iq type='frobnicate' id='x'><x/></iq>", "<presence type='frobnicate'/>",
             "<iq type='result' id='x' to='romeo@localhost/pair'/>", "<presence to='%s@localhost'/>" % ("x" * 2000))
    async with flooders(stage) as clients:
        await flood_all(clients, lambda number: texts[number % len(texts)], count)
        errors = all_errors(clients)
    with logged_in(stage) as peer:
        peer.push("<message from='romeo@localhost' to='juliet@localhost'><body>x</body></message>")
        peer.condition("invalid-from")
    return ", ".join("%d %s" % (times, name) for name, times in sorted(errors.items()))


@abuse("100 MB of messages to receivers that never read", rate_bytes=FAST, rate_bytes_burst=FAST)
def deaf(stage):
    receivers = [Peer(stage, "direct", buffer_bytes=4096).login("mallory", resource="deaf%d" % number)
                 for number in range(scaled(10, 3))]
    stage.server.add_accounts("tybalt")
    sent = 0
    with logged_in(stage, "tybalt") as sender:
        for peer in receivers:
            peer.push("<presence/>")
        for round_number in range(scaled(100, 60)):
            for number in range(len(receivers)):
                # A headline, for nobody keeps those; what comes too late goes nowhere.
                sender.push("<message type='headline' to='mallory@localhost/deaf%d'><body>%s</body></message>" % (number, "x" * 100000))
                sent += 100000
            sender.ping("p%d" % round_number)
    ended = stage.server.log().count("output queue full")
    require(ended == len(receivers), "the deaf ones were not ended", ended)
    for peer in receivers:
        peer.sock.close()
    return "%d MB sent; %d sessions ended when 1 MiB waited" % (sent // 1000000, ended)


@abuse("10 000 presences to a receiver that never reads", rate_bytes=FAST, rate_bytes_burst=FAST)
async def deaf_to_presence(stage):
    receiver = Peer(stage, "direct", buffer_bytes=4096).login("mallory", resource="deaf")
    async with flooders(stage, 4) as clients:
        await flood_all(clients, lambda number: "<presence to='mallory@localhost/deaf'><status>%s</status></presence>" % ("x" * 3000),
                        scaled(10000, 1500))
        require("output queue full" not in stage.server.log(), "presence ended the session of somebody who is slow")
        receiver.ping()
    receiver.sock.close()
    return "presence is dropped above 256 KiB, and the session goes on"


# ---- questions and contacts ----

@abuse("20 000 iqs of all kinds")
async def iqs(stage):
    count = scaled(20000, 400)
    payloads = ("<query xmlns='http://jabber.org/protocol/disco#info'/>", "<query xmlns='http://jabber.org/protocol/disco#items'/>",
                "<query xmlns='jabber:iq:roster'/>", "<ping xmlns='urn:xmpp:ping'/>", "<x xmlns='urn:nobody:knows'/>",
                "<vCard xmlns='vcard-temp'/>", "<query xmlns='jabber:iq:private'><x xmlns='u:x'/></query>",
                "<blocklist xmlns='urn:xmpp:blocking'/>", "<query xmlns='jabber:iq:version'/>", "<query xmlns='jabber:iq:last'/>")
    addresses = ("", " to='localhost'", " to='romeo@localhost'", " to='romeo@localhost/pair'", " to='mallory@localhost'")
    async with flooders(stage) as clients:
        await flood_all(clients, lambda number: "<iq type='get' id='i%d'%s>%s</iq>" % (
            number, addresses[number // len(payloads) % len(addresses)], payloads[number % len(payloads)]), count)
        errors = all_errors(clients)
    return "all answered; " + ", ".join("%d %s" % (times, name) for name, times in sorted(errors.items()))


@abuse("20 000 requests to subscribe, to one user, to everybody, and to nobody")
async def subscribes(stage):
    count = scaled(20000, 600)
    stage.server.add_accounts(*["victim%d" % number for number in range(20)])
    kinds = ("subscribe", "unsubscribe", "subscribed", "unsubscribed", "probe")
    async with flooders(stage) as clients:
        await flood_all(clients, lambda number: "<presence type='%s' to='%s@localhost'/>" % (
            kinds[number % len(kinds)], ("juliet", "victim%d" % (number % 20), "nobody%d" % number)[number % 3]), count)
        errors = all_errors(clients)
    return "errors: " + (", ".join("%d %s" % (times, name) for name, times in sorted(errors.items())) or "none")


@abuse("10 000 contacts set, renamed and removed")
async def roster_sets(stage):
    count = scaled(10000, 300)
    async with flooders(stage, 4) as clients:
        for client in clients:
            await client.iq("<query xmlns='jabber:iq:roster'/>")
        await flood_all(clients, lambda number: "<iq type='set' id='r%d'><query xmlns='jabber:iq:roster'><item jid='c%d@localhost'%s/>"
                        "</query></iq>" % (number, number // 3, (" name='x'", " name='y'", " subscription='remove'")[number % 3]), count)
        pushes = sum(client.pushes for client in clients)
    return "%d answers and pushes" % pushes


def fill_roster(stage, items):
    """What only an administrator can do: more contacts than a client could ever set."""
    path = os.path.join(stage.server.state_dir, "nexa.db")
    with contextlib.closing(sqlite3.connect(path, timeout=30)) as base:
        base.executemany("INSERT INTO roster (host, local, contact, subscription, version)"
                         " VALUES ('localhost', 'tybalt', ?, 'both', 1)",
                         (("contact%d@example.org" % number,) for number in range(items)))
        base.commit()


@abuse("a roster of 100 000 contacts, fetched again and again", roster_max_items=100000, account_cache_max=1048576)
def huge_roster(stage):
    items, times = scaled(100000, 2000), scaled(20, 3)
    stage.server.add_accounts("tybalt")
    fill_roster(stage, items)
    with logged_in(stage, "tybalt") as peer:
        peer.push("<presence/>")
        for number in range(times):
            peer.push("<iq type='get' id='r%d'><query xmlns='jabber:iq:roster'/></iq>" % number)
            answer = b""
            while not answer.endswith(b"</query></iq>"):
                answer += peer.sock.recv(1 << 20)
            require(answer.count(b"<item ") == items, "not the whole roster", answer.count(b"<item "))
    return "%d items fetched %d times" % (items, times)
