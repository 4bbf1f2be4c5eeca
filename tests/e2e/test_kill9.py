"""What was answered for survives SIGKILL (doc/internals/durability.md). NEXA_E2E_SEED=N plays the same choices again."""
import asyncio
import random

from harness import Server, comment, main, require, story
from survivors import LIMIT_SECS, SEED, body_of, log_in, no_message, outlive, read_everything, roster_of, roster_set
from xmppraw import CLIENT, DELAY, PING

KILLS = 20


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

@story("20 random SIGKILLs under load: nothing that was answered for is lost, nothing is doubled, order is kept")
async def many_kills():
    with Server(limits="off", offline_max_messages=100000) as server:
        await outlive(server, KILLS, server.kill9, server.start)


# ---- killed while somebody reads ----

STORED = 600


@story("SIGKILL while offline messages are read: none is lost, and in one session none is doubled")
async def killed_while_reading():
    comment("NEXA_E2E_SEED=%d" % SEED)
    choices = random.Random(SEED)
    with Server(limits="off") as server:
        server.add_accounts("romeo", "juliet")
        romeo = await log_in(server, "romeo")
        stored = ["%d %s" % (number, "x" * 500) for number in range(STORED)]
        for body in stored:
            romeo.message("juliet@localhost", body)
        await romeo.iq(PING)
        seen = set()
        for _ in range(5):
            got = []
            juliet = await log_in(server, "juliet", on_stanza=lambda stanza, got=got: got.append(stanza))
            await asyncio.sleep(choices.random() * 0.03)
            server.kill9()
            await asyncio.wait_for(juliet.task, LIMIT_SECS)
            seen.update(check_session(body_of(stanza) for stanza in got if stanza is not None and stanza.tag == CLIENT + "message"))
            server.start()
        # Those whose removal was not on the disk come again, even when all have been seen.
        seen.update(check_session(await read_everything(server, "juliet", set(stored) - seen)))
        require(len(seen) == STORED, "messages are lost", sorted(set(stored) - seen)[:10])
        juliet = await log_in(server, "juliet")
        await no_message(juliet)
        await juliet.close()


def check_session(bodies):
    bodies = list(bodies)
    numbers = [int(body.split()[0]) for body in bodies]
    require(all(one < other for one, other in zip(numbers, numbers[1:])), "doubled or out of order in one session", numbers)
    return bodies


if __name__ == "__main__":
    main()
