#!/usr/bin/python3
"""The well-behaved pair: romeo and juliet chat on while somebody abuses their server. A process of its own, so that the times
it measures are the server's and not the attacker's.

Runs with the ports, the domain and the authority of the server as JSON on the command line; says "chatting" when both are online; chats
until its standard input ends; then waits for what is under way and prints one line of JSON: sent, lost, doubled, out_of_order,
error, and p50_ms, p99_ms, max_ms of the way from the one to the other."""
import asyncio
import json
import os
import statistics
import sys
import time

import stage
from harness import password_of
from xmppraw import CLIENT, PING, Client

PER_SEC = 40            # messages of each of the two
SETTLE_SECS = 20


class Talker:
    def __init__(self, server, name, other):
        self.client = Client(server, name, "pair", self.note)
        self.other, self.sent, self.times, self.seen, self.error = other, 0, {}, [], None

    def note(self, stanza):
        if stanza is None:
            self.error = self.error or self.client.closed
        elif stanza.get("type") == "error":
            self.error = "an error came back"
        elif stanza.tag == CLIENT + "message":
            self.seen.append((int(stanza.findtext(CLIENT + "body")), time.perf_counter()))

    async def come(self):
        await self.client.connect(password_of(self.client.name))
        self.client.send("<presence/>")
        await self.client.iq(PING)

    def talk(self):
        self.times[self.sent] = time.perf_counter()
        self.client.message("%s@%s/pair" % (self.other, self.client.host), str(self.sent))
        self.sent += 1


async def read_to_end(ended):
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()
    ended.set()


async def chat(talkers, ended):
    due = time.perf_counter()
    while not ended.is_set() and not any(talker.error for talker in talkers):
        for talker in talkers:
            talker.talk()
        due += 1.0 / PER_SEC
        await asyncio.sleep(max(0, due - time.perf_counter()))


async def wait_for_the_rest(one, two):
    end = time.monotonic() + SETTLE_SECS
    while time.monotonic() < end and (len(one.seen) < two.sent or len(two.seen) < one.sent):
        await asyncio.sleep(0.05)


def judge(talkers):
    report = {"sent": 0, "lost": 0, "doubled": 0, "out_of_order": 0,
              "error": next((talker.error for talker in talkers if talker.error), None)}
    ways = []
    for talker, writer in (talkers, talkers[::-1]):
        numbers = [number for number, _ in talker.seen]
        report["sent"] += writer.sent
        report["lost"] += writer.sent - len(set(numbers))
        report["doubled"] += len(numbers) - len(set(numbers))
        report["out_of_order"] += sum(one > two for one, two in zip(numbers, numbers[1:]))
        ways += [(came - writer.times[number]) * 1000 for number, came in talker.seen]
    cuts = statistics.quantiles(ways, n=100) if len(ways) > 1 else [0] * 99
    report.update(p50_ms=cuts[49], p99_ms=cuts[98], max_ms=max(ways, default=0))
    return report


async def run(server):
    talkers = Talker(server, "romeo", "juliet"), Talker(server, "juliet", "romeo")
    ended = asyncio.Event()
    for talker in talkers:
        await talker.come()
    print("chatting", flush=True)
    reading = asyncio.ensure_future(read_to_end(ended))
    await chat(talkers, ended)
    await wait_for_the_rest(*talkers)
    print(json.dumps(judge(talkers)), flush=True)
    await reading
    for talker in talkers:
        await talker.client.close()


if __name__ == "__main__":
    if os.geteuid() == 0:
        os.nice(-10)
    asyncio.run(run(stage.Address(json.loads(sys.argv[1]))))
