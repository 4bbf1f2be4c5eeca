"""People on slixmpp: a client that keeps what happens to it, and how two of them become friends."""
import asyncio

import slixmpp

from harness import LIMIT_SECS, Failure, password_of, require

HOLD_SECS = 0.3         # how long something that must not come has time to come


class Client(slixmpp.ClientXMPP):
    """A slixmpp client that keeps what happens to it: happened is a list of (event, stanza), waited for by meet()."""

    EVENTS = ("session_start", "failed_auth", "failed_all_auth", "no_auth", "auth_success", "message", "message_error",
              "presence_available", "presence_away", "presence_unavailable", "presence_subscribe", "presence_subscribed",
              "presence_unsubscribe", "presence_unsubscribed", "roster_update", "disconnected", "ssl_invalid_chain",
              "stream_error", "connection_failed")

    def __init__(self, server, name, resource="slix", password=None, mechanism=None, ca=None):
        super().__init__("%s/%s" % (server.jid(name), resource), password or password_of(name),
                         sasl_mech=mechanism)
        self.nexad = server
        self.ca_certs = ca or server.ca
        self.auto_authorize = self.auto_subscribe = None        # the stories answer by themselves
        self.happened, self.grown = [], asyncio.Event()
        for event in self.EVENTS:
            self.add_event_handler(event, lambda data, event=event: self.note(event, data))
        for plugin in ("xep_0030", "xep_0199", "xep_0203"):
            self.register_plugin(plugin)

    def note(self, event, data):
        self.happened.append((event, data))
        self.grown.set()

    async def meet(self, event, holds=lambda data: True):
        """The first such event that no meet() has taken yet."""
        async def look():
            while True:
                for index, (name, data) in enumerate(self.happened):
                    if name == event and holds(data):
                        del self.happened[index]
                        return data
                self.grown.clear()
                await self.grown.wait()
        try:
            return await asyncio.wait_for(look(), LIMIT_SECS)
        except asyncio.TimeoutError:
            raise Failure("%s: no %s" % (self.requested_jid, event),
                          [(name, str(data)) for name, data in self.happened]) from None

    def has_met(self, event):
        """A look of windows.py: it happened, and no meet() has taken it yet."""
        async def look():
            return any(name == event for name, _ in self.happened)
        return look

    async def nothing(self, event):
        await asyncio.sleep(HOLD_SECS)
        seen = [str(data) for name, data in self.happened if name == event]
        require(not seen, "%s: an unexpected %s" % (self.requested_jid, event), seen)

    async def _pick_dns_answer(self, domain, port=None):
        """No name server takes part."""
        return domain, self.nexad.address, self.address[1]

    def begin(self, direct=False, name=None):
        """name: whose certificate it has to be; by default that of the JID's domain."""
        port = self.nexad.tls_port if direct else self.nexad.port
        self.connect((name or self.requested_jid.domain, port), use_ssl=direct, disable_starttls=direct,
                     force_starttls=not direct)

    async def log_in(self, direct=False, available=True):
        self.begin(direct)
        await self.meet("session_start")
        if available:
            await self.get_roster()
            self.send_presence()
            await self.meet("presence_available", lambda pres: pres["from"] == self.boundjid)
        return self

    async def log_out(self):
        self.disconnect()
        await self.meet("disconnected")

    async def meet_message(self, body):
        message = await self.meet("message")
        require(message["body"] == body, "%s: another message" % self.requested_jid, message["body"], body)
        return message

    async def contact(self, jid):
        """The roster item; None: there is none. slixmpp keeps the roster and asks for what is new (RFC 6121 section 2.6)."""
        await self.get_roster()
        return self.client_roster[jid] if self.client_roster.has_jid(jid) else None

    async def subscription(self, jid):
        item = await self.contact(jid)
        return item["subscription"] if item else None


async def befriend(one, other):
    """RFC 6121 section 3: requests and approvals both ways, pushes and presence as they have to be."""
    one_jid, other_jid = one.boundjid.bare, other.boundjid.bare
    one.send_presence_subscription(other_jid)
    await other.meet("presence_subscribe", lambda pres: pres["from"].bare == one_jid)
    other.send_presence_subscription(one_jid, ptype="subscribed")
    await one.meet("presence_subscribed", lambda pres: pres["from"].bare == other_jid)
    await one.meet("presence_available", lambda pres: pres["from"] == other.boundjid)
    require(await one.subscription(other_jid) == "to" and await other.subscription(one_jid) == "from",
            "one approval makes to and from")
    other.send_presence_subscription(one_jid)
    await one.meet("presence_subscribe", lambda pres: pres["from"].bare == other_jid)
    one.send_presence_subscription(other_jid, ptype="subscribed")
    await other.meet("presence_subscribed", lambda pres: pres["from"].bare == one_jid)
    await other.meet("presence_available", lambda pres: pres["from"] == one.boundjid)
    require(await one.subscription(other_jid) == "both" and await other.subscription(one_jid) == "both",
            "two approvals make both")
