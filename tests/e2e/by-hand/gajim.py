#!/usr/bin/python3
"""Gajim itself on a screen of its own: connects, adds a contact, chats both ways, comes back after the server was killed.

README.md tells what it needs. Mouse positions are those of Gajim 1.7.3 under openbox on this screen, so this is no part of
script/test. What Gajim received is read from its own history; the pictures that it leaves are for a person to look at."""
import asyncio
import json
import os
import sqlite3
import sys

from screen import Program
from harness import Server, comment, main, password_of, story
from people import Client

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
ADD_BUTTON, FIRST_CONTACT = (757, 628), (150, 200)


class Gajim(Program):
    DISPLAY = ":87"
    INPUT_LINE = (693, 496)
    HISTORY, HEARD = "logs.db", "SELECT count(*) FROM logs WHERE message = ?"
    refuses_root = True

    def configure(self):
        sys.path.insert(0, "/usr/lib/python3/dist-packages")
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
        return ["dbus-run-session", "/usr/bin/python3", "-W", "ignore", "-c", LAUNCH,
                os.path.join(self.directory, "ca.pem"), self.directory]


@story("Gajim connects over verified TLS, adds a contact, chats both ways, and does so again after the server was killed")
async def gajim_at_work():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        juliet = await Client(server, "juliet").log_in()
        async with Gajim(server, "romeo", PICTURES) as gajim:
            await gajim.is_logged_in()
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
            await gajim.chat(juliet, "But soft")
            gajim.picture("4-chat")
            server.kill9()
            await juliet.meet("disconnected")
            await asyncio.sleep(1)
            gajim.picture("5-disconnected")
            server.start()
            juliet = await Client(server, "juliet").log_in()
            await juliet.meet("presence_available", lambda pres: pres["from"].bare == "romeo@localhost")
            await asyncio.sleep(1)
            await gajim.chat(juliet, "Once more")
            gajim.picture("6-back")
        await juliet.log_out()
    comment("look at the pictures in " + PICTURES)


if __name__ == "__main__":
    main()
