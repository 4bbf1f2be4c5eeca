"""Two people on aioxmpp, a library that checks every answer against its schema, over TLS (pyOpenSSL) that it verifies."""
import asyncio
import contextlib
import logging
import warnings

warnings.simplefilter("ignore")     # the library is older than the Python it runs on
import aiosasl
import aioxmpp
import aioxmpp.connector
import aioxmpp.ping
import aioxmpp.version
import OpenSSL

from harness import LIMIT_SECS, Server, main, password_of, require, story



class Person:
    """One client: said holds the bodies of what it is told, seen who became available or unavailable."""

    def __init__(self, server, name, direct=False, password=None, authority=None):
        def context(*_):
            context = OpenSSL.SSL.Context(OpenSSL.SSL.TLS_CLIENT_METHOD)
            context.load_verify_locations((authority or server).ca)
            return context

        security = aioxmpp.make_security_layer(password or password_of(name))._replace(ssl_context_factory=context)
        connector = aioxmpp.connector.XMPPOverTLSConnector() if direct else aioxmpp.connector.STARTTLSConnector()
        self.client = aioxmpp.PresenceManagedClient(
            aioxmpp.JID.fromstr(server.jid(name) + "/aio"), security,
            override_peer=[("127.0.0.1", server.tls_port if direct else server.port, connector)], max_initial_attempts=1)
        self.jid = aioxmpp.JID.fromstr(server.jid(name))
        self.roster = self.client.summon(aioxmpp.RosterClient)
        self.blocking = self.client.summon(aioxmpp.BlockingClient)
        self.said, self.seen, self.asked = asyncio.Queue(), asyncio.Queue(), asyncio.Queue()
        self.client.summon(aioxmpp.dispatcher.SimpleMessageDispatcher).register_callback(None, None, self.said.put_nowait)
        presence = self.client.summon(aioxmpp.PresenceClient)
        presence.on_bare_available.connect(lambda stanza: self.seen.put_nowait((stanza.from_.bare(), True)))
        presence.on_bare_unavailable.connect(lambda stanza: self.seen.put_nowait((stanza.from_.bare(), False)))
        self.roster.on_subscribe.connect(lambda stanza: self.asked.put_nowait(stanza.from_.bare()))

    async def say(self, other, text):
        message = aioxmpp.Message(to=other.jid, type_=aioxmpp.MessageType.CHAT)
        message.body[None] = text
        await self.client.send(message)

    async def hear(self, text):
        message = await within(self.said.get())
        require(message.body.any() == text, "another text", str(message.body))
        return message

    async def sees(self, other, is_there):
        while await within(self.seen.get()) != (other.jid, is_there):
            pass


async def within(what):
    return await asyncio.wait_for(what, LIMIT_SECS)


@contextlib.asynccontextmanager
async def couple(server):
    server.add_accounts("romeo", "juliet")
    romeo, juliet = Person(server, "romeo"), Person(server, "juliet", direct=True)
    async with romeo.client.connected(), juliet.client.connected():
        await romeo.sees(romeo, True)
        await juliet.sees(juliet, True)
        yield romeo, juliet


async def befriend(romeo, juliet):
    for asks, allows in ((romeo, juliet), (juliet, romeo)):
        asks.roster.subscribe(allows.jid)
        require(await within(allows.asked.get()) == asks.jid, "somebody else asks")
        allows.roster.approve(asks.jid)
        await asks.sees(allows, True)


@story("aioxmpp over STARTTLS and direct TLS, verified: contacts, presence, chat both ways, going away, and what waited comes once")
async def together():
    with Server() as server:
        async with couple(server) as (romeo, juliet):
            await within(romeo.roster.set_entry(juliet.jid, name="Juliet", add_to_groups={"Capulets"}))
            await befriend(romeo, juliet)
            item = romeo.roster.items[juliet.jid]
            require(item.name == "Juliet" and item.groups == {"Capulets"}, "the contact was changed", str(item.groups))
            for number in range(10):
                await romeo.say(juliet, "call %d ✓ <&>" % number)
                await juliet.say(romeo, "answer %d" % number)
            for number in range(10):
                require((await juliet.hear("call %d ✓ <&>" % number)).from_.bare() == romeo.jid, "another sender")
                await romeo.hear("answer %d" % number)
            juliet.client.stop()
            await romeo.sees(juliet, False)
            for number in range(3):
                await romeo.say(juliet, "later %d" % number)
            juliet = Person(server, "juliet")
            async with juliet.client.connected():
                for number in range(3):
                    await juliet.hear("later %d" % number)
                await within(aioxmpp.ping.ping(juliet.client, aioxmpp.JID.fromstr(server.host)))
                require(juliet.said.empty(), "something came twice")


@story("aioxmpp connects again by itself after SIGKILL, and its contacts are there")
async def killed():
    with Server() as server:
        async with couple(server) as (romeo, juliet):
            await befriend(romeo, juliet)
            returned = asyncio.Semaphore(0)
            for person in (romeo, juliet):
                person.client.on_stream_established.connect(returned.release)
            server.kill9()
            server.start()
            for _ in (romeo, juliet):
                await within(returned.acquire())
            await romeo.say(juliet, "again")
            await juliet.hear("again")


@story("disco, ping, version and blocking: aioxmpp accepts every answer")
async def asking():
    with Server() as server:
        async with couple(server) as (romeo, juliet):
            host = aioxmpp.JID.fromstr(server.host)
            info = await within(romeo.client.summon(aioxmpp.DiscoClient).query_info(host))
            require(any((one.category, one.type_) == ("server", "im") for one in info.identities), "it is no server")
            require("urn:xmpp:blocking" in info.features, "no blocking", sorted(info.features))
            await within(romeo.client.summon(aioxmpp.DiscoClient).query_items(host))
            await within(aioxmpp.ping.ping(romeo.client, host))
            version = await within(aioxmpp.version.query_version(romeo.client.stream, host))
            require("nexa" in version.name.lower(), "another name", version.name)
            pushed = asyncio.get_running_loop().create_future()
            romeo.blocking.on_jids_blocked.connect(pushed.set_result, romeo.blocking.on_jids_blocked.STRONG)
            await within(romeo.blocking.block_jids([juliet.jid]))
            require(await within(pushed) == {juliet.jid}, "another push", str(pushed))
            require(romeo.blocking.blocklist == {juliet.jid}, "another list", str(romeo.blocking.blocklist))
            await juliet.say(romeo, "but soft")
            require((await within(juliet.said.get())).type_ == aioxmpp.MessageType.ERROR, "no error came back")
            await within(romeo.blocking.unblock_jids([juliet.jid]))
            await juliet.say(romeo, "what light")
            await romeo.hear("what light")


@story("an authority that aioxmpp does not know, and a wrong password, end before anything else happens")
async def refused():
    with Server() as server, Server() as stranger:
        server.add_accounts("romeo")
        # Python 3.11 and the library's TLS stumble over one another when a handshake fails; what counts is that it ends.
        for person, kind in ((Person(server, "romeo", authority=stranger), Exception),
                             (Person(server, "romeo", password="not it"), aiosasl.AuthenticationFailure)):
            try:
                async with person.client.connected():
                    outcome = None
            except Exception as error:
                outcome = error
            require(isinstance(outcome, kind), "it did not end as it should", repr(outcome))
            require("logged in account=" not in server.log(), "somebody logged in")
            require(kind != Exception or "login" not in server.log(), "it went on to log in")


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    main()
