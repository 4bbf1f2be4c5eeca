"""People on slixmpp who sit in a room (XEP-0045)."""
from slixmpp.exceptions import PresenceError

from harness import Failure, require
from people import LIMIT_SECS, Client


class Occupant(Client):
    EVENTS = Client.EVENTS + ("groupchat_message", "groupchat_subject", "groupchat_presence",
                              "groupchat_invite", "groupchat_direct_invite")

    def __init__(self, server, name, room, **more):
        super().__init__(server, name, **more)
        for plugin in ("xep_0004", "xep_0045", "xep_0249"):
            self.register_plugin(plugin)
        self.muc = self["xep_0045"]
        self.room, self.nick = room, name

    async def enter(self, **more):
        await self.muc.join_muc_wait(self.room, self.nick, timeout=LIMIT_SECS, **more)
        return self

    async def meet_gone(self, nick):
        await self.meet("groupchat_presence",
                        lambda pres: pres["from"] == "%s/%s" % (self.room, nick) and pres["type"] == "unavailable")

    def has_role(self, role):
        return self.has("role", role)

    def has_affiliation(self, affiliation):
        return self.has("affiliation", affiliation)

    def has(self, what, value):
        """A look of windows.py at itself as it is now."""
        async def look():
            return self.muc.get_jid_property(self.room, self.nick, what) == value
        return look

    async def stay_out(self, condition):
        try:
            await self.enter()
        except PresenceError as error:
            require(error.condition == condition, "another condition", error.condition, condition)
        else:
            raise Failure("%s got in" % self.nick)

    async def make(self, **fields):
        """A reserved room: the form as the server sends it, filled in (section 10.1.3)."""
        await self.enter()
        form = await self.muc.get_room_config(self.room)
        for name, value in fields.items():
            form.get_fields()["muc#roomconfig_" + name]["value"] = value
        await self.muc.set_room_config(self.room, form)
        return self

    def say(self, text):
        self.send_message(self.room, text, mtype="groupchat")

    async def hear(self, nick, text):
        message = await self.meet("groupchat_message", lambda message: message["body"] == text)
        require(message["from"] == "%s/%s" % (self.room, nick), "somebody else said it", str(message["from"]), nick)
