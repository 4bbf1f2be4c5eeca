"""Anything at random: clients that mix sense and nonsense and break off anywhere, while an administrator deletes, disables and kicks
their accounts. What is wrong here shows in the builds with sanitizers. NEXA_E2E_SEED=N plays the same choices again."""
import asyncio
import os
import random
import ssl
import time

from harness import Failure, comment, password_of
from operations import context_for
from abuse_login import connect, login_steps
from stage import abuse, scaled

PATIENCE_SECS = 2
NAMES = ["crowd%d" % number for number in range(8)]
STANZAS = (
    "<presence/>", "<presence type='unavailable'/>", "<presence><priority>-5</priority></presence>",
    "<presence to='{to}'/>", "<presence type='subscribe' to='{to}'/>", "<presence type='subscribed' to='{to}'/>",
    "<presence type='unsubscribe' to='{to}'/>", "<presence type='unsubscribed' to='{to}'/>", "<presence type='probe' to='{to}'/>",
    "<message to='{to}' type='chat'><body>{n}</body></message>", "<message to='{to}/r{n}'><body>{n}</body></message>",
    "<message to='{to}' type='groupchat'/>", "<message type='chat' to='{to}'><active xmlns='http://jabber.org/protocol/chatstates'/></message>",
    "<iq type='get' id='{n}'><query xmlns='jabber:iq:roster'/></iq>",
    "<iq type='set' id='{n}'><query xmlns='jabber:iq:roster'><item jid='{to}' name='{n}'><group>{n}</group></item></query></iq>",
    "<iq type='set' id='{n}'><query xmlns='jabber:iq:roster'><item jid='{to}' subscription='remove'/></query></iq>",
    "<iq type='set' id='{n}'><block xmlns='urn:xmpp:blocking'><item jid='{to}'/></block></iq>",
    "<iq type='set' id='{n}'><unblock xmlns='urn:xmpp:blocking'/></iq>",
    "<iq type='set' id='{n}'><vCard xmlns='vcard-temp'><FN>{n}</FN></vCard></iq>", "<iq type='get' id='{n}' to='{to}'><vCard xmlns='vcard-temp'/></iq>",
    "<iq type='set' id='{n}'><query xmlns='jabber:iq:private'><x xmlns='u:{n}'/></query></iq>",
    "<iq type='get' id='{n}' to='{to}'><query xmlns='jabber:iq:last'/></iq>",
    "<iq type='get' id='{n}' to='{to}/r1'><ping xmlns='urn:xmpp:ping'/></iq>", "<iq type='result' id='{n}' to='{to}/r1'/>",
    "<iq type='set' id='{n}'><query xmlns='jabber:iq:register'><username>x</username><password>password {n}</password></query></iq>",
    "<iq type='get' id='{n}' to='localhost'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>",
    "<iq type='set' id='{n}'><offline xmlns='http://jabber.org/protocol/offline'><purge/></offline></iq>",
)


class Crowd:
    def __init__(self, stage, seed, end):
        self.stage, self.random, self.end = stage, random.Random(seed), end
        self.context = context_for(stage.server)
        self.visits = self.stanzas = 0

    def text(self):
        text = self.random.choice(STANZAS).format(to="%s@localhost" % self.random.choice(NAMES), n=self.random.randrange(100))
        if self.random.random() < 0.02:         # broken somewhere
            at = self.random.randrange(len(text))
            text = text[:at] + self.random.choice(("<", "\0", "&x;", "]]>", "'", "\u00e4", "")) + text[at + 1:]
        self.stanzas += 1
        return text.encode()

    async def log_in(self, reader, writer):
        for text, end in login_steps(self.random.choice(NAMES), "r%d" % self.random.randrange(4)):
            if self.random.random() < 0.02:
                return False                    # breaks off
            writer.write(text.encode())
            await asyncio.wait_for(reader.readuntil(end), PATIENCE_SECS)
        return True

    async def talk(self, reader, writer):
        reading = asyncio.ensure_future(self.read(reader))
        try:
            for _ in range(self.random.randrange(60)):
                text = b"".join(self.text() for _ in range(self.random.randrange(1, 8)))
                cut = self.random.randrange(len(text))
                writer.write(text[:cut])
                await asyncio.sleep(self.random.random() * 0.01)
                writer.write(text[cut:])
                await asyncio.wait_for(writer.drain(), PATIENCE_SECS)
            if self.random.random() < 0.5:
                writer.write(b"</stream:stream>")
                await asyncio.wait_for(reading, PATIENCE_SECS)
        finally:
            reading.cancel()

    async def read(self, reader):
        """Half of them read what they are sent; the others do not."""
        if self.random.random() < 0.5:
            await asyncio.sleep(PATIENCE_SECS)
        while await reader.read(65536):
            pass

    async def visit(self):
        reader, writer = await connect(self.stage, self.stage.server.tls_port, ssl=self.context, server_hostname="localhost")
        try:
            if await self.log_in(reader, writer):
                await self.talk(reader, writer)
        except (asyncio.IncompleteReadError, asyncio.TimeoutError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()

    async def come_and_go(self):
        while time.monotonic() < self.end:
            self.visits += 1
            try:
                await self.visit()
            except (ConnectionError, ssl.SSLError):
                pass

    def administrate(self):
        """What an administrator does, one thing; it may fail, because the crowd removes accounts too."""
        name = self.random.choice(NAMES)
        jid = {"jid": name + "@localhost"}
        again = ("account add", dict(jid, password=password_of(name)))
        choices = ([("kick", jid)], [("account disable", dict(jid, reason="a test")), ("account enable", jid)],
                   [("account delete", jid), again], [("account passwd", dict(jid, password=password_of(name)))], [("sessions", {})])
        for request in self.random.choice(choices):
            try:
                self.stage.server.control(request)
            except Failure:
                pass

    async def keep_order(self):
        while time.monotonic() < self.end:
            await asyncio.get_running_loop().run_in_executor(None, self.administrate)
            await asyncio.sleep(0.02)


@abuse("50 clients that do anything at random, while their accounts are deleted, disabled, made anew and kicked", limits="off")
async def hostile(stage):
    seed = int(os.environ.get("NEXA_E2E_SEED") or random.SystemRandom().randrange(1000000))
    comment("NEXA_E2E_SEED=%d" % seed)
    stage.server.add_accounts(*NAMES)
    crowd = Crowd(stage, seed, time.monotonic() + scaled(60, 3))
    await asyncio.gather(crowd.keep_order(), *[crowd.come_and_go() for _ in range(scaled(50, 10))])
    return "%d visits, %d stanzas" % (crowd.visits, crowd.stanzas)
