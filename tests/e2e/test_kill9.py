"""What was answered for survives SIGKILL (DESIGN.md section 2, durable before visible). NEXA_E2E_SEED=N plays the same choices again."""
import asyncio
import os
import random
import time

from harness import Server, comment, main, password_of, require, story
from xmppraw import CLIENT, DELAY, PING, Client, Closed, tls_context

ROSTER = "{jabber:iq:roster}"
HOLD_SECS = 0.3         # how long something that must not come has time to come
LIMIT_SECS = 60

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


# ---- one kill ----

async def befriend(romeo, juliet):
    romeo.send("<presence type='subscribe' to='%s'/>" % juliet.bare)
    while (await juliet.next("presence")).get("type") != "subscribe":
        pass
    juliet.send("<presence type='subscribed' to='%s'/><presence type='subscribe' to='%s'/>" % (romeo.bare, romeo.bare))
    while (await romeo.next("presence")).get("type") != "subscribe":
        pass
    romeo.send("<presence type='subscribed' to='%s'/>" % juliet.bare)
    await romeo.iq(PING)


@story("rosters, subscriptions and offline messages that were answered for are there after SIGKILL, each once and in order")
async def one_kill():
    with Server() as server:
        server.add_accounts("romeo", "juliet", "mercutio")
        romeo, juliet = await log_in(server, "romeo"), await log_in(server, "juliet")
        await befriend(romeo, juliet)
        await romeo.iq(roster_set(juliet.bare, "Juliet", "Capulets"), "set")
        await romeo.iq(roster_set("rosaline@localhost", "Rosaline"), "set")
        await romeo.iq(roster_set("rosaline@localhost", "Nobody"), "set")
        await romeo.iq(roster_set("tybalt@localhost"), "set")
        await romeo.iq("<query xmlns='jabber:iq:roster'><item jid='tybalt@localhost' subscription='remove'/></query>", "set")
        before = await roster_of(romeo)
        require(before == {juliet.bare: ("both", "Juliet", ["Capulets"]), "rosaline@localhost": ("none", "Nobody", [])},
                "the roster before", before)
        for number in range(50):
            romeo.message("mercutio@localhost", "wit %d" % number)
            romeo.message(juliet.bare, "chat %d" % number)
        for number in range(50):
            require(body_of(await juliet.next()) == "chat %d" % number, "chat out of order")
        await romeo.iq(PING)
        # And one that was received and read before the kill: it must not come back.
        server.kill9()
        await asyncio.wait_for(asyncio.gather(romeo.task, juliet.task), LIMIT_SECS)
        server.start()

        romeo = await log_in(server, "romeo")
        after = await roster_of(romeo)
        require(after == before, "the roster after", after)
        juliet = await log_in(server, "juliet")
        require((await roster_of(juliet))[romeo.bare][0] == "both", "juliet's side of the subscription is lost")
        while (await romeo.next("presence")).get("from") != juliet.jid:
            pass
        await no_message(juliet)
        mercutio = await log_in(server, "mercutio")
        for number in range(50):
            message = await mercutio.next()
            require(body_of(message) == "wit %d" % number, "lost, doubled or out of order", body_of(message), number)
            require(message.find(DELAY + "delay") is not None, "no delay stamp")
        await no_message(mercutio)
        await mercutio.close()
        mercutio = await log_in(server, "mercutio")
        await no_message(mercutio)
        for client in (romeo, juliet, mercutio):
            await client.close()


# ---- many kills ----

WRITERS = ["writer%d" % number for number in range(4)]
READERS = ["reader%d" % number for number in range(3)]
KILLS = 20
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

    async def write_until_closed(self, context, went_in):
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


async def one_round(server, writers, context, choices):
    """Everybody logs in and writes; then the kill, which finds them in the middle of it: at any moment, or in the moment in which an answer
    comes, when what it answers for was least long on the disk."""
    went_in = asyncio.Semaphore(0)
    running = [asyncio.ensure_future(writer.write_until_closed(context, went_in)) for writer in writers]
    for _ in writers:
        await went_in.acquire()
    await asyncio.sleep(choices.random() * 0.6)
    if choices.random() < 0.7:
        heard = choices.choice(writers).heard
        heard.clear()
        await asyncio.wait_for(heard.wait(), LIMIT_SECS)
    server.kill9()
    await asyncio.wait_for(asyncio.gather(*running), LIMIT_SECS)


async def read_everything(server, reader, wanted):
    """The bodies in the order of arrival; ends when all that is wanted has come and nothing follows."""
    bodies, missing = [], set(wanted)
    client = await log_in(server, reader)
    while missing:
        try:
            bodies.append(body_of(await client.next(limit_secs=10)))
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


@story("20 random SIGKILLs under load: nothing that was answered for is lost, nothing is doubled, order is kept")
async def many_kills():
    comment("NEXA_E2E_SEED=%d" % SEED)
    choices = random.Random(SEED)
    began = time.monotonic()
    with Server(limits="off", offline_max_messages=100000) as server:
        server.add_accounts(*WRITERS, *READERS)
        context = tls_context(server.ca)
        writers = [Writer(server, name, random.Random("%d %s" % (SEED, name))) for name in WRITERS]
        for kill in range(KILLS):
            await one_round(server, writers, context, choices)
            server.start()
        require(not any(writer.errors for writer in writers), "writers got messages back", [w.errors for w in writers])
        total = sum(len(writer.answered) for writer in writers)
        require(total > KILLS * 10, "hardly anything was answered for; the test shows nothing", total)
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
        for writer in writers:
            client = await log_in(server, writer.name, presence=False)
            lost = writer.contacts - set(await roster_of(client))
            require(not lost, "%s: contacts that were answered for are lost" % writer.name, sorted(lost))
            await client.close()
        comment("%d messages answered for, %d more arrived, %d contacts answered for, %.1f s"
                % (total, extra, sum(len(writer.contacts) for writer in writers), time.monotonic() - began))


# ---- killed while somebody reads ----

STORED = 600


@story("SIGKILL while offline messages are read: none is lost, and in one session none is doubled")
async def killed_while_reading():
    comment("NEXA_E2E_SEED=%d" % SEED)
    choices = random.Random(SEED)
    with Server(limits="off") as server:
        server.add_accounts("romeo", "juliet")
        romeo = await log_in(server, "romeo")
        for number in range(STORED):
            romeo.message("juliet@localhost", "%d %s" % (number, "x" * 500))
        await romeo.iq(PING)
        seen = set()
        for _ in range(5):
            got = []
            juliet = await log_in(server, "juliet", on_stanza=lambda stanza, got=got: got.append(stanza))
            await asyncio.sleep(choices.random() * 0.03)
            server.kill9()
            await asyncio.wait_for(juliet.task, LIMIT_SECS)
            seen.update(check_session(got))
            server.start()
        juliet = await log_in(server, "juliet")
        while STORED - 1 not in seen or len(seen) < STORED:
            try:
                seen.update(check_session([await juliet.next(limit_secs=10)]))
            except asyncio.TimeoutError:
                break
        require(len(seen) == STORED, "messages are lost", sorted(set(range(STORED)) - seen)[:10])
        await no_message(juliet)
        await juliet.close()
        juliet = await log_in(server, "juliet")
        await no_message(juliet)
        await juliet.close()


def check_session(stanzas):
    numbers = [int(body_of(stanza).split()[0]) for stanza in stanzas
               if stanza is not None and stanza.tag == CLIENT + "message"]
    require(all(one < other for one, other in zip(numbers, numbers[1:])), "doubled or out of order in one session", numbers)
    return numbers


if __name__ == "__main__":
    main()
