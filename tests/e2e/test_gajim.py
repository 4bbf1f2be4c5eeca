"""Gajim itself, with windows of its own (windows.py): contacts and rooms from its own dialogues, beside people on slixmpp."""
import json
import os
import sqlite3

from harness import Server, main, password_of, story
from people import Client
from occupants import Occupant
from pictures import png, set_picture, wear
from windows import PATIENCE_SECS, Program, chat, chat_again, comes, require_programs, until, whisper

# Gajim as it is; only GLib is told first whom to trust instead of the system's authorities.
LAUNCH = """
import sys
import gi
from gi.repository import Gio
Gio.TlsBackend.get_default().set_default_database(Gio.TlsFileDatabase.new(sys.argv[1]))
sys.argv[:] = ["gajim", "-c", sys.argv[2]]
from gajim.gajim import main
main()
"""
ROOM = "verona@conference.localhost"


class Gajim(Program):
    refuses_root = True

    def configure(self):
        from gajim.common.settings import CREATE_SQL
        account = {"name": self.name, "hostname": self.server.host, "account_label": self.name.title(), "active": True,
                   "password": password_of(self.name), "savepass": True, "autoconnect": True, "use_custom_host": True,
                   "custom_host": "127.0.0.1", "custom_port": self.server.port, "custom_type": "START TLS"}
        con = sqlite3.connect(os.path.join(self.directory, "settings.sqlite"))
        con.executescript(CREATE_SQL)
        con.execute("UPDATE settings SET settings = ? WHERE name = 'app'", (json.dumps({"use_keyring": False}),))
        con.execute("INSERT INTO account_settings VALUES (?, ?)",
                    (self.server.jid(self.name), json.dumps({"account": account, "contact": {}, "group_chat": {}})))
        con.commit()
        con.close()

    def launch(self):
        return ["/usr/bin/python3", "-W", "ignore", "-c", LAUNCH, os.path.join(self.directory, "ca.pem"), self.directory]

    async def open_chat(self, name):
        await self.click("^%s$" % name, self.in_chat(name), role="label")

    def in_chat(self, name):
        return self.seen("^%s$" % name, role="label", beside="My Workspace")

    async def say(self, text):
        await self.write(text, window="Gajim", number=-1)
        await self.press_key("Return", self.seen("^%s$" % text, role="text", window="Gajim", gone=True))

    async def choose_from_menu(self, menu, item):
        """What has a window of that name."""
        async def act():
            if not await self.find("^%s" % item, role="menu item") and await self.press_once("^%s$" % menu, role="menu"):
                await comes(self.seen("^%s" % item, role="menu item"), PATIENCE_SECS)
            return await self.press_once("^%s" % item, role="menu item")
        await self.do(act, self.seen(window=item), "choose %s" % item)

    async def choose(self, nick, action, then):
        """From the menu of an occupant."""
        async def act():
            if not await self.find(action, role="push button"):
                await self.open_menu(nick)
            return await self.press_once(action, role="push button")
        await self.do(act, then, "choose %r for %s" % (action, nick))

    async def open_menu(self, nick):
        """It does not say whose it is: who moved while we aimed may have been missed, so that one is shut again."""
        cell = {"name": "^%s$" % nick, "role": "table cell"}
        place = await self.point(cell["name"], None, "click", "3", role=cell["role"])
        await comes(self.seen("^Details$", role="push button"), PATIENCE_SECS)
        if await self.still(**cell) != place:
            await self.press_key("Escape", self.seen("^Details$", role="push button", gone=True))

    async def send_off(self, nick, word, reason):
        await self.choose(nick, "^%s…$" % word, self.seen("^%s$" % word, role="push button"))
        await self.write(reason, window="Gajim", number=-1)
        await self.press("^%s$" % word, self.seen("^%s$" % word, role="push button", gone=True))


@story("Gajim connects over verified TLS, adds a contact, chats both ways, and does so again after the server was killed")
async def contacts():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = server.jid("romeo")
        juliet = await Client(server, "juliet").log_in()
        async with Gajim(server, "romeo") as gajim:
            await gajim.is_logged_in()
            await gajim.choose_from_menu("Accounts", "Add Contact")
            await gajim.write(server.jid("juliet"), window="Add Contact")
            await gajim.press("^Next$", gajim.seen("^Add Contact$", role="push button", window="Add Contact"), window="Add Contact")
            await gajim.press("^Add Contact$", gajim.seen(window="Add Contact", gone=True), window="Add Contact")
            await juliet.meet("presence_subscribe")
            juliet.send_presence_subscription(romeo, ptype="subscribed")
            juliet.send_presence_subscription(romeo)
            await juliet.meet("presence_subscribed")
            await juliet.meet("presence_available", lambda pres: pres["from"].bare == romeo)
            juliet.send_message(romeo, "But soft", mtype="chat")
            await gajim.click("^juliet$", gajim.in_chat("juliet"), role="table cell", times=2)
            await chat(gajim, juliet, "Parting")
            gajim.picture("chat")
            server.kill9()
            await juliet.meet("disconnected")
            juliet = await chat_again(gajim)
        await juliet.log_out()


async def make_room(gajim):
    await gajim.choose_from_menu("Gajim", "Create Group Chat")
    dialogue = {"window": "Create Group Chat"}
    await gajim.write("Verona", beside="Name", **dialogue)
    await gajim.tick("^$", role="toggle button", beside="Advanced Settings", **dialogue)
    await gajim.write(ROOM, beside="Address", **dialogue)
    await gajim.tick("^Public$", role="radio button", **dialogue)
    await gajim.press("^Create$", gajim.seen(gone=True, **dialogue), **dialogue)
    await gajim.see("A new group chat has been created")
    gajim.picture("room")


async def configure(gajim, juliet):
    dialogue = {"window": "Group Chat Details"}
    await gajim.press("^Menu$", gajim.seen("^Details$", role="push button"), number=-1)
    await gajim.press("^Details$", gajim.seen(**dialogue))
    box = {"role": "check box", "beside": "Only those with voice may speak"}
    await gajim.click("^Configuration$", gajim.seen("^$", **box, **dialogue), **dialogue)
    await gajim.tick("^$", **box, **dialogue)
    gajim.picture("configuration")
    # It can be pressed once the form has been looked at, a moment after the last change, and not any more when it is on its way.
    await gajim.press("^Apply$", juliet.has_role("visitor"), **dialogue)
    await gajim.click("^Manage$", gajim.seen("^Change Subject$", **dialogue), **dialogue)
    await gajim.write("In fair Verona", number=-1, **dialogue)
    await gajim.press("^Change Subject$", gajim.seen("^Change Subject$", state="sensitive", gone=True, **dialogue), **dialogue)
    await juliet.meet("groupchat_subject", lambda message: message["subject"] == "In fair Verona")
    await gajim.press_key("Escape", gajim.seen(gone=True, **dialogue))


async def moderate(gajim, juliet):
    """When the room became moderated she lost her voice."""
    await gajim.choose("juliet", "^Grant Voice$", juliet.has_role("participant"))
    await gajim.choose("juliet", "^Revoke Voice$", juliet.has_role("visitor"))
    await gajim.send_off("juliet", "Kick", "late")
    await juliet.meet_gone("juliet")
    await gajim.see("juliet has been kicked by romeo: late")
    await juliet.enter()
    await gajim.send_off("juliet", "Ban", "foul")
    await juliet.meet_gone("juliet")
    await gajim.see("juliet has been banned by romeo: foul")
    await juliet.stay_out("forbidden")
    gajim.picture("banned")


async def talk_to_one(gajim, tybalt):
    await gajim.click("^tybalt$", gajim.in_chat(r"tybalt \(Verona\)"), role="table cell", times=2)
    await whisper(gajim, tybalt, "romeo")
    await gajim.open_chat("Verona")


async def invite(gajim, mercutio):
    jid = mercutio.boundjid.bare
    await gajim.press("^$", gajim.seen("^Invite Contacts$"), role="push button", beside="^Menu$")
    await gajim.write(jid, window="Gajim", number=-1)
    await gajim.click(jid, gajim.seen("^Invite$", role="push button", state="sensitive"), role="label")
    gajim.picture("invite")
    await gajim.press("^Invite$", gajim.seen("^Invite$", role="push button", gone=True))
    await mercutio.meet("groupchat_direct_invite", lambda message: message["groupchat_invite"]["jid"] == ROOM)
    await mercutio.enter()
    await gajim.choose("mercutio", "^Make Member$", mercutio.has_affiliation("member"))


@story("XEP-0045: Gajim makes a room, configures it, changes its subject, gives and takes voice, kicks and bans")
async def owning():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        juliet = await Occupant(server, "juliet", ROOM).log_in()
        async with Gajim(server, "romeo") as gajim:
            await gajim.is_logged_in()
            await make_room(gajim)
            await juliet.enter()
            await configure(gajim, juliet)
            await moderate(gajim, juliet)
        await juliet.log_out()


@story("XEP-0045: Gajim talks in a room to all and to one, invites, makes a member, comes back after SIGKILL, and reads what was said without it")
async def talking():
    with Server() as server:
        server.add_accounts("romeo", "tybalt", "mercutio")
        tybalt, mercutio = [await Occupant(server, name, ROOM).log_in() for name in ("tybalt", "mercutio")]
        gajim = Gajim(server, "romeo")
        async with gajim:
            await gajim.is_logged_in()
            await make_room(gajim)
            await tybalt.enter()
            await talk_to_one(gajim, tybalt)
            await invite(gajim, mercutio)
            await gajim.say("a plague on both your houses")
            await mercutio.hear("romeo", "a plague on both your houses")
            server.kill9()
            for person in (tybalt, mercutio):
                await person.meet("disconnected")
            server.start()
            mercutio = await Occupant(server, "mercutio", ROOM).log_in()
            await mercutio.enter()
            await mercutio.meet("groupchat_presence", lambda pres: pres["muc"]["nick"] == "romeo")
            mercutio.say("I am hurt")
            await gajim.see_said("I am hurt")
            gajim.picture("back")
        await mercutio.meet_gone("romeo")
        mercutio.say("ask for me tomorrow")
        await mercutio.hear("mercutio", "ask for me tomorrow")
        async with gajim:
            await mercutio.meet("groupchat_presence", lambda pres: pres["muc"]["nick"] == "romeo")
            await gajim.open_chat("Verona")
            await gajim.see_said("ask for me tomorrow")
            gajim.picture("history")
        await mercutio.log_out()


@story("XEP-0153, XEP-0486: Gajim shows the pictures of a room and of those who are in it")
async def pictures():
    of_juliet, of_room = png(255, 0, 0), png(0, 128, 0)
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        juliet, owner = [Occupant(server, name, ROOM) for name in ("juliet", "romeo")]
        for person in (juliet, owner):
            person.register_plugin("xep_0153")
            await person.log_in()
        await wear(juliet, of_juliet)
        async with Gajim(server, "romeo") as gajim:
            await gajim.is_logged_in()
            await make_room(gajim)
            await juliet.enter()
            await set_picture(owner, ROOM, of_room)
            await until(gajim.keeps(of_juliet), "the picture of juliet")
            await until(gajim.keeps(of_room), "the picture of the room")
            await gajim.see("^juliet$", role="table cell")
            gajim.picture("avatars")
        await juliet.log_out()
        await owner.log_out()


if __name__ == "__main__":
    require_programs("gajim", *Program.needs)
    main()
