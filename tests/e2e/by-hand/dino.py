#!/usr/bin/python3
"""Dino itself on a screen of its own: connects, accepts a contact and asks in return, chats both ways, comes back after the server was
stopped. (When it is killed Dino 0.4 does not notice: "uncaught error: TLS connection closed unexpectedly".)

README.md tells what it needs. Dino knows neither hosts nor authorities but the system's, so it gets /etc/hosts and the list of
authorities of a mount namespace of its own, and the server port 5222. Mouse positions are those of Dino 0.4."""
import asyncio
import os
import sqlite3

from screen import Program
from harness import Server, comment, main, password_of, story
from people import Client

PICTURES = os.environ.get("PICTURES", "/tmp/nexa-dino")
LAUNCH = """
mount --bind "$0/ca.pem" /etc/ssl/certs/ca-certificates.crt && mount --bind "$0/hosts" /etc/hosts && exec dbus-run-session dino-im
"""
ACCEPT_BUTTON = (933, 178)
# The one table that has to be there before; Dino makes the others.
ACCOUNTS = """CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, bare_jid TEXT NOT NULL UNIQUE, resourcepart TEXT,
password TEXT, alias TEXT, enabled INTEGER, roster_version TEXT, mam_earliest_synced INTEGER)"""


class Dino(Program):
    DISPLAY = ":88"
    INPUT_LINE = (720, 762)
    HISTORY, HEARD = "share/dino/dino.db", "SELECT count(*) FROM message WHERE body = ?"

    def configure(self):
        # GTK without a graphics card.
        self.env.update(GSK_RENDERER="cairo", GDK_BACKEND="x11", XDG_DATA_HOME=os.path.join(self.directory, "share"))
        os.makedirs(os.path.join(self.directory, "share/dino"), mode=0o700)
        with open(os.path.join(self.directory, "hosts"), "w", encoding="ascii") as file:
            file.write("127.0.0.1 localhost %s\n" % self.server.host)
        con = sqlite3.connect(os.path.join(self.directory, self.HISTORY))
        con.execute(ACCOUNTS)
        con.execute("INSERT INTO account (bare_jid, resourcepart, password, alias, enabled) VALUES (?, 'dino', ?, 'Romeo', 1)",
                    (self.server.jid(self.name), password_of(self.name)))
        con.commit()
        con.close()

    def launch(self):
        return ["unshare", "-m" if os.geteuid() == 0 else "-rm", "sh", "-c", LAUNCH, self.directory]


@story("Dino connects over verified TLS, accepts a contact, chats both ways, and does so again after the server was stopped")
async def dino_at_work():
    with Server(hosts="school.test", c2s_port=5222) as server:
        server.port = 5222
        server.add_accounts("romeo", "juliet")
        romeo = server.jid("romeo")
        juliet = await Client(server, "juliet").log_in()
        async with Dino(server, "romeo", PICTURES) as dino:
            await dino.is_logged_in()
            await asyncio.sleep(2)
            dino.picture("1-connected")
            juliet.send_presence_subscription(romeo)
            await asyncio.sleep(2)
            dino.picture("2-asked")
            await dino.click(ACCEPT_BUTTON)
            await juliet.meet("presence_subscribed")
            await juliet.meet("presence_available", lambda pres: pres["from"].bare == romeo)
            await juliet.meet("presence_subscribe")
            juliet.send_presence_subscription(romeo, ptype="subscribed")
            await dino.chat(juliet, "But soft")
            dino.picture("3-chat")
            server.stop()
            await juliet.meet("disconnected")
            server.start()
            juliet = await Client(server, "juliet").log_in()
            await juliet.meet("presence_available", lambda pres: pres["from"].bare == romeo)
            await dino.chat(juliet, "Once more")
            dino.picture("4-back")
        await juliet.log_out()
    comment("look at the pictures in " + PICTURES)


if __name__ == "__main__":
    main()
