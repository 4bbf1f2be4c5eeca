"""People who write while their server dies, again and again, and what must be left of it (doc/internals/durability.md):
what was answered for is there, once and in order. NEXA_E2E_SEED=N plays the same choices again."""
import asyncio
import os
import random
import time

from harness import LIMIT_SECS, comment, password_of, require
from xmppraw import CLIENT, PING, Client, Closed, tls_context

ROSTER = "{jabber:iq:roster}"
HOLD_SECS = 0.3         # how long something that must not come has time to come

SEED = int(os.environ.get("NEXA_E2E_SEED") or random.SystemRandom().randrange(1000000))


def roster_set(jid, name="", group=""):
    return "<query xmlns='jabber:iq:roster'><item jid='%s' name='%s'>%s</item></query>" % (
        jid, name, "<group>%s</group>" % group if group else "")


async def roster_of(client):
    """{jid: (subscription, name, groups)}"""
    answer = await client.iq("<query xmlns='jabber:iq:roster'/>")
    return {item.get("jid"): (item.get("subscription"), item.get("name") or "",
                              sorted(group.text for group in item.findall(ROSTER + "group")))
            for item in answer.iter(ROSTER + "item")}


async def log_in(server, name, resource="raw", presence=True, on_stanza=None):
    client = await Client(server, name, resource, on_stanza).connect(password_of(name))
    if presence:
        client.send("<presence/>")
    return client


def body_of(stanza):
    return stanza.findtext(CLIENT + "body")


async def no_message(client):
    """A ping, and then a while, without a message."""
    await client.iq(PING)
    await asyncio.sleep(HOLD_SECS)
    while not client.inbox.empty():
        stanza = client.inbox.get_nowait()
        require(stanza is not None and stanza.tag != CLIENT + "message", "%s: an unexpected message" % client.jid,
                stanza is not None and body_of(stanza))


# ---- writing ----

WRITERS = ["writer%d" % number for number in range(4)]
READERS = ["reader%d" % number for number in range(3)]
UNANSWERED_PINGS = 4


class Writer:
    """Writes numbered messages to readers who are offline, pings in between, and changes its roster. Numbers go on after a kill;
    nothing is written twice. answered: (reader, number) of every message that was sent before a ping which was answered."""

    def __init__(self, server, name, choices):
        self.server, self.name, self.choices = server, name, choices
        self.heard = asyncio.Event()    # an answer has just come
        self.sent = dict.fromkeys(READERS, 0)
        self.answered, self.contacts, self.errors = set(), set(), []
        self.contact_count = 0

    async def stay_until_closed(self, context, went_in):
        client = Client(self.server, self.name, on_stanza=self.note)
        try:
            await client.connect(password_of(self.name), context)
        except (Closed, OSError):
            return
        finally:
            went_in.release()
        try:
            first = dict(self.sent)
            pings = asyncio.Semaphore(UNANSWERED_PINGS)
            while True:
                for _ in range(self.choices.randrange(1, 9)):
                    reader = self.choices.choice(READERS)
                    self.sent[reader] += 1
                    client.message("%s@localhost" % reader, "%s %d" % (self.name, self.sent[reader]))
                if self.choices.random() < 0.2:
                    self.change_roster(client)
                await pings.acquire()
                self.ping(client, first, pings)
                await client.drain()
                await asyncio.sleep(self.choices.random() * 0.02)
        except Closed:
            await client.task

    def ping(self, client, first, pings):
        last = dict(self.sent)

        def answered(future):
            pings.release()
            if future.exception() is None:
                self.heard.set()
                for reader in READERS:
                    self.answered.update((reader, number) for number in range(first[reader] + 1, last[reader] + 1))
        client.ask(PING, to="localhost").add_done_callback(answered)

    def change_roster(self, client):
        self.contact_count += 1
        jid = "contact%d@localhost" % self.contact_count

        def answered(future):
            if future.exception() is None:
                self.contacts.add(jid)
        client.ask(roster_set(jid), "set").add_done_callback(answered)

    def note(self, stanza):
        if stanza is not None and stanza.tag == CLIENT + "message":
            self.errors.append((stanza.get("type"), stanza.get("from")))


async def one_round(server, writers, context, choices, die):
    """Everybody logs in and writes; then the end, which finds them in the middle of it: at any moment, or in the moment in which an answer
    comes, when what it answers for was least long on the disk."""
    went_in = asyncio.Semaphore(0)
    running = [asyncio.ensure_future(writer.stay_until_closed(context, went_in)) for writer in writers]
    for _ in writers:
        await went_in.acquire()
    await asyncio.sleep(choices.random() * 0.6)
    if choices.random() < 0.7:
        heard = choices.choice(writers).heard
        heard.clear()
        await asyncio.wait_for(heard.wait(), LIMIT_SECS)
    die()
    await asyncio.wait_for(asyncio.gather(*running), LIMIT_SECS)


# ---- reading ----

async def read_everything(server, reader, wanted):
    """The bodies in the order of arrival; ends when all that is wanted has come and nothing follows."""
    bodies, missing = [], set(wanted)
    client = await log_in(server, reader)
    while missing:
        try:
            bodies.append(body_of(await client.next()))
        except asyncio.TimeoutError:
            break
        missing.discard(bodies[-1])
    await client.iq(PING)
    await asyncio.sleep(HOLD_SECS)
    while not client.inbox.empty():
        stanza = client.inbox.get_nowait()
        if stanza.tag == CLIENT + "message":
            bodies.append(body_of(stanza))
    await client.close()
    return bodies


def check_bodies(reader, bodies, wanted):
    last = dict.fromkeys(WRITERS, 0)
    for body in bodies:
        writer, number = body.split()
        require(int(number) > last[writer], "%s: doubled or out of order" % reader, body, last[writer])
        last[writer] = int(number)
    lost = sorted(set(wanted) - set(bodies))
    require(not lost, "%s: %d messages that were answered for are lost" % (reader, len(lost)), lost[:10])


async def check_writers(server, writers):
    """The contacts that were answered for are there."""
    for writer in writers:
        client = await log_in(server, writer.name, presence=False)
        lost = writer.contacts - set(await roster_of(client))
        require(not lost, "%s: contacts that were answered for are lost" % writer.name, sorted(lost))
        await client.close()


async def check_readers(server, writers):
    """The messages that were answered for are there, in order, and gone afterwards. How many came besides."""
    extra = 0
    for reader in READERS:
        wanted = ["%s %d" % (writer.name, number) for writer in writers
                  for whose, number in writer.answered if whose == reader]
        bodies = await read_everything(server, reader, wanted)
        check_bodies(reader, bodies, wanted)
        extra += len(bodies) - len(wanted)
        client = await log_in(server, reader)
        await no_message(client)
        await client.close()
    return extra


async def outlive(server, times, die, start):
    """So many deaths under load. die() ends the server at once, start() brings it back."""
    comment("NEXA_E2E_SEED=%d" % SEED)
    choices = random.Random(SEED)
    began = time.monotonic()
    server.add_accounts(*WRITERS, *READERS)
    context = tls_context(server.ca)
    writers = [Writer(server, name, random.Random("%d %s" % (SEED, name))) for name in WRITERS]
    for _ in range(times):
        await one_round(server, writers, context, choices, die)
        start()
    require(not any(writer.errors for writer in writers), "writers got messages back", [w.errors for w in writers])
    total = sum(len(writer.answered) for writer in writers)
    require(total > times * 10, "hardly anything was answered for; the test shows nothing", total)
    extra = await check_readers(server, writers)
    await check_writers(server, writers)
    comment("%d messages answered for, %d more arrived, %d contacts answered for, %.1f s"
            % (total, extra, sum(len(writer.contacts) for writer in writers), time.monotonic() - began))
