#!/usr/bin/python3
"""Gajim itself on a screen of its own (Xvfb): connects, adds a contact, chats both ways, comes back after the server was killed.

README.md tells what it needs. Mouse positions are those of Gajim 1.7.3 under openbox on this screen, so this is no part of
script/test. What Gajim received is read from its own history; the pictures that it leaves are for a person to look at."""
import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from harness import Server, comment, main, password_of, require, story
from people import LIMIT_SECS, Client

SCREEN = ":87"
NOBODY = 65534          # Gajim refuses to run as root
PICTURES = os.environ.get("PICTURES", "/tmp/nexa-gajim")
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
ACCOUNTS_MENU, ADD_CONTACT = (93, 32), (130, 83)
ADD_BUTTON, FIRST_CONTACT, INPUT_LINE = (757, 628), (150, 200), (693, 496)


class Gajim:
    def __init__(self, server, name):
        self.server, self.name = server, name
        self.directory = os.path.join(server.directory, "gajim")
        self.processes = []
        self.env = dict(os.environ, DISPLAY=SCREEN, HOME=self.directory, LANG="C.UTF-8", NO_AT_BRIDGE="1")
        self.env.pop("XDG_RUNTIME_DIR", None)
        self.configure()

    def configure(self):
        sys.path.insert(0, "/usr/lib/python3/dist-packages")
        from gajim.common.settings import CREATE_SQL
        os.makedirs(self.directory)
        shutil.copy(self.server.ca, self.directory)
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

    async def __aenter__(self):
        self.run("Xvfb", SCREEN, "-screen", "0", "1280x900x24")
        await asyncio.sleep(1)
        as_user = []
        if os.geteuid() == 0:
            os.chmod(self.server.directory, 0o711)
            for name in [self.directory] + [os.path.join(self.directory, name) for name in os.listdir(self.directory)]:
                os.chown(name, NOBODY, NOBODY)
            as_user = ["setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups"]
        self.run(*as_user, "openbox")
        self.run(*as_user, "dbus-run-session", "/usr/bin/python3", "-W", "ignore", "-c", LAUNCH,
                 os.path.join(self.directory, "ca.pem"), self.directory)
        return self

    async def __aexit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()

    def run(self, *command):
        with open(os.path.join(PICTURES, "output.txt"), "ab") as out:
            self.processes.append(subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                                   cwd=self.directory))

    async def hand(self, *action, pause_secs=1.5):
        subprocess.run(("xdotool",) + action, env=self.env, check=True)
        await asyncio.sleep(pause_secs)

    async def click(self, where, times=1):
        await self.hand("mousemove", str(where[0]), str(where[1]), "click", "--repeat", str(times), "--delay", "100", "1")

    async def type(self, text):
        await self.hand("type", "--delay", "20", text)
        await self.hand("key", "Return")

    def picture(self, name):
        subprocess.run(["import", "-window", "root", os.path.join(PICTURES, name + ".png")], env=self.env, check=True)

    async def has_heard(self, text):
        def look():
            con = sqlite3.connect("file:%s?mode=ro" % os.path.join(self.directory, "logs.db"), uri=True)
            found = con.execute("SELECT count(*) FROM logs WHERE message = ?", (text,)).fetchone()[0]
            con.close()
            return found == 1
        await until(look, "Gajim has %r once" % text)


async def until(holds, what):
    for _ in range(LIMIT_SECS * 10):
        if holds():
            return
        await asyncio.sleep(0.1)
    require(False, "not in time", what)


async def chat(gajim, juliet, words):
    await gajim.click(INPUT_LINE)
    await gajim.type(words + " from Romeo")
    await juliet.meet("message", lambda message: message["body"] == words + " from Romeo")
    juliet.send_message("romeo@localhost", words + " from Juliet", mtype="chat")
    await gajim.has_heard(words + " from Juliet")


@story("Gajim connects over verified TLS, adds a contact, chats both ways, and does so again after the server was killed")
async def gajim_at_work():
    os.makedirs(PICTURES, exist_ok=True)
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        juliet = await Client(server, "juliet").log_in()
        async with Gajim(server, "romeo") as gajim:
            await until(lambda: "jid=romeo@localhost/gajim" in server.log(), "Gajim is logged in")
            await asyncio.sleep(2)
            gajim.picture("1-connected")
            await gajim.click(ACCOUNTS_MENU)
            await gajim.click(ADD_CONTACT)
            await gajim.type("juliet@localhost")
            gajim.picture("2-add-contact")
            await gajim.click(ADD_BUTTON)
            await juliet.meet("presence_subscribe")
            juliet.send_presence_subscription("romeo@localhost", ptype="subscribed")
            juliet.send_presence_subscription("romeo@localhost")
            await juliet.meet("presence_subscribed")
            await juliet.meet("presence_available", lambda pres: pres["from"].bare == "romeo@localhost")
            await asyncio.sleep(1)
            gajim.picture("3-contact")
            await gajim.click(FIRST_CONTACT, times=2)
            await chat(gajim, juliet, "But soft")
            gajim.picture("4-chat")
            server.kill9()
            await juliet.meet("disconnected")
            await asyncio.sleep(1)
            gajim.picture("5-disconnected")
            server.start()
            juliet = await Client(server, "juliet").log_in()
            await juliet.meet("presence_available", lambda pres: pres["from"].bare == "romeo@localhost")
            await asyncio.sleep(1)
            await chat(gajim, juliet, "Once more")
            gajim.picture("6-back")
        await juliet.log_out()
    comment("look at the pictures in " + PICTURES)


if __name__ == "__main__":
    main()
