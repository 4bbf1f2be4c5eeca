"""Dino itself, with windows of its own (windows.py): contacts and rooms from its own dialogues, beside people on slixmpp. (When the server is
killed Dino 0.4 does not notice: "uncaught error: TLS connection closed unexpectedly". So it is stopped here.)

Dino knows neither hosts nor authorities but the system's, so it gets /etc/hosts and the list of authorities of a mount namespace of its own."""
import os
import sqlite3
import subprocess

from harness import Server, Skip, address_with_free, main, password_of, story
from occupants import Occupant
from people import Client
from pictures import png, wear
from windows import Program, chat, chat_again, require_programs, until, whisper

LAUNCH = 'mount --bind "$0/ca.pem" /etc/ssl/certs/ca-certificates.crt && mount --bind "$0/hosts" /etc/hosts && exec dino-im'
UNSHARE = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
# The one table that has to be there before; Dino makes the others.
ACCOUNTS = """CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, bare_jid TEXT NOT NULL UNIQUE, resourcepart TEXT,
password TEXT, alias TEXT, enabled INTEGER, roster_version TEXT, mam_earliest_synced INTEGER)"""
WIDEST_BORDER = 20
ROOM = "verona@conference.school.test"
OCCUPANTS = "^DinoUiOccupantMenuView$"


class Dino(Program):
    def configure(self):
        # GTK without a graphics card.
        self.env.update(GSK_RENDERER="cairo", GDK_BACKEND="x11", XDG_DATA_HOME=os.path.join(self.directory, "share"))
        os.makedirs(os.path.join(self.directory, "share/dino"), mode=0o700)
        with open(os.path.join(self.directory, "hosts"), "w", encoding="ascii") as file:
            file.write("127.0.0.1 localhost\n%s %s\n" % (self.server.address, self.server.host))
        con = sqlite3.connect(os.path.join(self.directory, "share/dino/dino.db"))
        con.execute(ACCOUNTS)
        con.execute("INSERT INTO account (bare_jid, resourcepart, password, alias, enabled) VALUES (?, 'dino', ?, 'Romeo', 1)",
                    (self.server.jid(self.name), password_of(self.name)))
        con.commit()
        con.close()

    def launch(self):
        return UNSHARE + ["sh", "-c", LAUNCH, self.directory]

    async def origin(self, surface):
        """GTK 4 counts from the corner of the window or popover, which it does not know the place of; but its size is known."""
        found = await self.find(surface or ".", role="filler" if surface else "frame|dialog")
        if not found:
            return None
        left, top, width, height = found[-1]["where"]
        for window in self.look("search", "--onlyvisible", "--class", "dino").split():
            place = dict(line.split("=") for line in self.look("getwindowgeometry", "--shell", window).split())
            border = int(place["WIDTH"]) - width
            if 0 <= border <= WIDEST_BORDER and int(place["HEIGHT"]) - height == border:
                return int(place["X"]) + border // 2 - left, int(place["Y"]) + border // 2 - top
        return None

    async def say(self, text):
        """GTK 4 lets nobody but the keyboard write."""
        await self.do(lambda: self.type_instead(text), self.seen("^%s$" % text, role="text"), "type %r" % text)
        await self.press_key("Return", self.seen("^%s$" % text, role="text", gone=True))

    async def type_instead(self, text, **where):
        """Where one writes, of what is there."""
        if not await self.find(role="text", state="focused", **where):
            await self.point("", None, "click", "1", role="text", **where)
            return False
        await self.key("ctrl+a")
        await self.type(text)
        return True

    def look(self, *action):
        return subprocess.run(("xdotool",) + action, env=self.env, check=True, stdout=subprocess.PIPE, encoding="ascii").stdout


def make_server():
    if subprocess.run(UNSHARE + ["mount", "--bind", "/etc/hosts", "/etc/hosts"], check=False, stderr=subprocess.DEVNULL).returncode != 0:
        raise Skip("nobody may have a mount namespace here")
    server = Server(hosts="school.test", listen_address=address_with_free(5222), c2s_port=5222)
    server.port = 5222
    return server


@story("Dino connects over verified TLS, accepts a contact, chats both ways, and does so again after the server was stopped")
async def contacts():
    with make_server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = server.jid("romeo")
        juliet = await Client(server, "juliet").log_in()
        async with Dino(server, "romeo") as dino:
            await dino.is_logged_in()
            juliet.send_presence_subscription(romeo)
            await dino.press("^Accept$", juliet.has_met("presence_subscribed"))
            await juliet.meet("presence_subscribed")
            await juliet.meet("presence_available", lambda pres: pres["from"].bare == romeo)
            await juliet.meet("presence_subscribe")
            juliet.send_presence_subscription(romeo, ptype="subscribed")
            await chat(dino, juliet, "But soft")
            dino.picture("chat")
            server.stop()
            await juliet.meet("disconnected")
            juliet = await chat_again(dino)
        await juliet.log_out()


async def pick(dino, jid, button, dialogue):
    """Among contacts or rooms, where one writes what is not there yet."""
    await dino.do(lambda: dino.type_instead(jid, **dialogue), dino.seen("^%s$" % jid, role="label", **dialogue), "type " + jid)
    await dino.click("^%s$" % jid, dino.seen(button, role="push button", state="sensitive", **dialogue), role="label", **dialogue)


async def make_room(dino):
    dialogue = {"window": "Join Channel"}
    await dino.press("^GtkMenuButton$", dino.seen("^Join Channel$", role="menu item"), number=1)
    await dino.press("^Join Channel$", dino.seen("^GtkEntry$", **dialogue), role="menu item")
    await pick(dino, ROOM, "^Next$", dialogue)
    dino.picture("join")
    await dino.press("^Next$", dino.seen("^Join$", role="push button", **dialogue), **dialogue)
    await dino.press("^Join$", dino.seen(gone=True, **dialogue), **dialogue)
    await dino.see("^GtkTextView$", role="text")


async def configure(dino, juliet):
    """The form goes when the window is closed."""
    dialogue = {"window": "Conference Details"}
    await dino.press("^GtkImage$", dino.seen("^Moderated$", **dialogue), role="push button", number=1)
    for what in ("Persistent", "Moderated"):
        await dino.tick("^GtkSwitch$", beside="^%s$" % what, **dialogue)
    dino.picture("configuration")
    await dino.press("^Close$", juliet.has_role("visitor"), **dialogue)


async def see_occupants(dino, gone=False):
    await dino.press("^GtkMenuButton$", dino.seen(OCCUPANTS, gone=gone), number=5)


async def choose(dino, nick, action, then):
    """From the menu of an occupant, which shows what could be chosen when it was opened."""
    async def act():
        if not await dino.find(action, role="push button"):
            await see_occupants(dino, gone=True)
            await see_occupants(dino)
            await dino.click("^%s$" % nick, dino.seen(action, role="push button"), role="label", surface=OCCUPANTS)
        return await dino.press_once(action, role="push button")
    await dino.do(act, then, "choose %r for %s" % (action, nick))


async def invite(dino, mercutio):
    dialogue = {"window": "Invite to Conference"}
    await see_occupants(dino)
    await dino.click("^Invite$", dino.seen(**dialogue), role="label", surface=OCCUPANTS)
    await pick(dino, mercutio.boundjid.bare, "^Invite$", dialogue)
    await dino.press("^Invite$", dino.seen(gone=True, **dialogue), **dialogue)
    await mercutio.meet("groupchat_invite", lambda message: message["from"] == ROOM)
    await mercutio.enter()


async def moderate(dino, juliet):
    await dino.say("/topic In fair Verona")
    await juliet.meet("groupchat_subject", lambda message: message["subject"] == "In fair Verona")
    await dino.say("/kick juliet")
    await juliet.meet_gone("juliet")
    await juliet.enter()
    await dino.say("/affiliate juliet outcast")
    await juliet.meet_gone("juliet")
    await juliet.stay_out("forbidden")


async def talk_to_one(dino, tybalt):
    await see_occupants(dino)
    await dino.see("^tybalt$", role="label")
    dino.picture("occupants")
    await choose(dino, "tybalt", "^Start private conversation$", dino.seen("^tybalt from ", role="label"))
    await whisper(dino, tybalt, "Romeo")


@story("XEP-0045: Dino makes a room, talks to all and to one, sets the subject, kicks and bans, and reads what was said while it was away")
async def rooms():
    with make_server() as server:
        server.add_accounts("romeo", "juliet", "tybalt")
        juliet, tybalt = [await Occupant(server, name, ROOM).log_in() for name in ("juliet", "tybalt")]
        dino = Dino(server, "romeo")
        async with dino:
            await dino.is_logged_in()
            await make_room(dino)
            await dino.say("two households")        # from then on others may enter
            await dino.see_said("two households")
            await juliet.enter()
            await juliet.hear("Romeo", "two households")
            await moderate(dino, juliet)
            await tybalt.enter()
            await talk_to_one(dino, tybalt)
        await tybalt.meet_gone("Romeo")
        tybalt.say("Romeo is away")
        await tybalt.hear("tybalt", "Romeo is away")
        async with dino:
            await tybalt.meet("groupchat_presence", lambda pres: pres["from"] == ROOM + "/Romeo")
            await dino.see_said("Romeo is away")
            dino.picture("history")
        await tybalt.log_out()
        await juliet.log_out()


@story("XEP-0045: Dino configures a room, invites, gives and takes voice; XEP-0153: it shows the picture of who is there")
async def owning():
    picture = png(255, 0, 0)
    with make_server() as server:
        server.add_accounts("romeo", "mercutio")
        mercutio = Occupant(server, "mercutio", ROOM)
        mercutio.register_plugin("xep_0153")
        await mercutio.log_in()
        await wear(mercutio, picture)
        async with Dino(server, "romeo") as dino:
            await dino.is_logged_in()
            await make_room(dino)
            await invite(dino, mercutio)
            await configure(dino, mercutio)
            await choose(dino, "mercutio", "^Grant write permission$", mercutio.has_role("participant"))
            await choose(dino, "mercutio", "^Revoke write permission$", mercutio.has_role("visitor"))
            await until(dino.keeps(picture), "the picture of mercutio")
        await mercutio.log_out()


if __name__ == "__main__":
    require_programs("dino-im", "unshare", *Program.needs)
    main()
