"""slixmpp blocks, reports, registers with and without an invitation, changes its password and leaves."""
import asyncio
import json
import os
import re
import sqlite3
import xml.etree.ElementTree as ET

from slixmpp.exceptions import IqError

from harness import Server, main, require, story
from people import LIMIT_SECS, Client



class Newcomer(Client):
    """Registers on the stream before it logs in; outcome is None or the error's condition."""

    def __init__(self, server, name, password, token=None):
        super().__init__(server, name, password=password)
        self._always_send_everything = True     # slixmpp keeps what is sent before login for later
        self.token, self.outcome, self.form = token, asyncio.get_event_loop().create_future(), None
        for plugin in ("xep_0004", "xep_0066", "xep_0077"):
            self.register_plugin(plugin)
        self.add_event_handler("register", self.fill_in)

    async def fill_in(self, form):
        self.form = form
        iq = self.Iq()
        iq["type"] = "set"
        iq["register"]["username"] = self.requested_jid.user
        iq["register"]["password"] = self.password
        try:
            await iq.send(timeout=LIMIT_SECS)
            self.outcome.set_result(None)
        except IqError as error:
            self.outcome.set_result(error.iq["error"]["condition"])

    async def show_token(self):
        iq = self.Iq()
        iq["type"] = "set"
        ET.SubElement(iq.xml, "{urn:xmpp:pars:0}preauth", token=self.token)
        await iq.send(timeout=LIMIT_SECS)

    async def come(self):
        if self.token:
            ask = self["xep_0077"].get_registration

            async def with_token(*args, **kwargs):
                await self.show_token()
                return await ask(*args, **kwargs)
            self["xep_0077"].get_registration = with_token
        self.begin()
        return await asyncio.wait_for(self.outcome, LIMIT_SECS)


def with_blocking(client):
    client.register_plugin("xep_0191")
    for event in ("blocked", "unblocked"):
        client.add_event_handler(event, lambda data, event=event: client.note(event, data))
    return client


@story("XEP-0191: slixmpp blocks, is refused, unblocks, and every resource hears of it")
async def blocking():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = await with_blocking(Client(server, "romeo")).log_in()
        phone = await with_blocking(Client(server, "romeo", "phone")).log_in()
        juliet = await with_blocking(Client(server, "juliet")).log_in()
        info = await romeo["xep_0030"].get_info(jid=server.host)
        require({"urn:xmpp:blocking", "urn:xmpp:reporting:1"} <= info["disco_info"]["features"], "no features",
                info["disco_info"]["features"])
        for client in (romeo, phone):
            answer = await client["xep_0191"].get_blocked()
            require(not answer["blocklist"]["items"], "the list is not empty", str(answer))
        await romeo["xep_0191"].block(server.jid("juliet"))
        for client in (romeo, phone):
            push = await client.meet("blocked")
            require(push["block"]["items"] == {server.jid("juliet")}, "a strange push", str(push))
        juliet.send_message(mto=server.jid("romeo"), mbody="Hi")
        error = await juliet.meet("message_error")
        require(error["error"]["condition"] == "service-unavailable", "a strange error", str(error))
        romeo.send_message(mto=server.jid("juliet"), mbody="Hi")
        error = await romeo.meet("message_error")
        require(error["error"]["condition"] == "not-acceptable" and
                error.xml.find(".//{urn:xmpp:blocking:errors}blocked") is not None, "a strange error", str(error))
        await romeo.nothing("message")
        await phone["xep_0191"].unblock(server.jid("juliet"))
        await romeo.meet("unblocked")
        juliet.send_message(mto=server.jid("romeo"), mbody="Ho")
        require((await romeo.meet("message"))["body"] == "Ho", "another message")


@story("XEP-0377: what slixmpp reports is shown by nexactl reports")
async def reporting():
    with Server() as server:
        server.add_accounts("romeo")
        romeo = await Client(server, "romeo").log_in()
        iq = romeo.make_iq_set()
        block = ET.SubElement(iq.xml, "{urn:xmpp:blocking}block")
        item = ET.SubElement(block, "{urn:xmpp:blocking}item", jid="tybalt@capulet.example")
        report = ET.SubElement(item, "{urn:xmpp:reporting:1}report", reason="urn:xmpp:reporting:spam")
        ET.SubElement(report, "{urn:xmpp:reporting:1}text").text = "Never came trouble to my house like this."
        await iq.send()
        done = server.ctl("--json", "reports", "list")
        reports = json.loads(done.stdout)["reports"]
        require(len(reports) == 1 and reports[0]["reason"] == "spam", "not the report", done.stdout)
        done = server.ctl("reports", "done", reports[0]["id"])
        require(done.returncode == 0, "cannot be done", done.stdout, done.stderr)
        require(json.loads(server.ctl("--json", "reports", "list").stdout)["reports"] == [], "still open")


@story("XEP-0077: slixmpp registers, logs in on the same stream, changes its password, and leaves")
async def registering():
    with Server(registration="open") as server:
        juliet = Newcomer(server, "juliet", "correct horse")
        require(await juliet.come() is None, "not registered", juliet.outcome.result())
        await juliet.meet("session_start")
        twin = Newcomer(server, "ju1iet", "correct horse")
        require(await twin.come() == "conflict", "a look-alike was registered", twin.outcome.result())
        await juliet["xep_0077"].change_password("battery staple")
        juliet.disconnect()
        juliet = Client(server, "juliet", password="battery staple")
        juliet.register_plugin("xep_0077")
        await juliet.log_in()
        await juliet["xep_0077"].cancel_registration()
        error = await juliet.meet("stream_error")
        require(error["condition"] == "not-authorized", "a strange end", str(error))
        require(json.loads(server.ctl("--json", "account", "list").stdout)["accounts"] == [], "the account is still there")


@story("names of accounts that were not made by this program are compared too")
async def names_of_old():
    with Server(registration="open") as server:
        server.stop()
        base = sqlite3.connect(os.path.join(server.state_dir, "nexa.db"))
        names = ["user%04d" % number for number in range(1100)] + ["tybalt"]
        base.executemany("INSERT INTO users (host, local, created_at) VALUES (?, ?, 0)", [(server.host, name) for name in names])
        base.commit()
        base.close()
        server.start()
        for name, outcome in (("tyba1t", "conflict"), ("user1O99", "conflict"), ("juliet", None), ("ju1iet", "conflict")):
            newcomer = Newcomer(server, name, "correct horse")
            require(await newcomer.come() == outcome, "another outcome for " + name, newcomer.outcome.result())


@story("XEP-0445: an invitation of nexactl is good for one account")
async def inviting():
    with Server(registration="invite") as server:
        created = server.ctl("--json", "invite", "create", "--days", "3")
        require(created.returncode == 0, "no invitation", created.stderr)
        token = json.loads(created.stdout)["token"]
        juliet = Newcomer(server, "juliet", "correct horse", token)
        require(await juliet.come() is None, "not registered", juliet.outcome.result())
        await juliet.meet("session_start")
        require(token not in server.log(), "the token is in the log")
        require(json.loads(server.ctl("--json", "invite", "list").stdout)["invites"] == [], "the token is still good")


@story("nexactl shows people the token of an invitation, its address and until when it holds")
def shown_invitation():
    with Server(registration="invite") as server:
        created = server.ctl("invite", "create")
        require(created.returncode == 0, "no invitation", created.stderr)
        token = re.search(r"^token: +(\S{20,})$", created.stdout, re.MULTILINE)
        require(token, "no token is shown", created.stdout)
        uri = "xmpp:%s?register;preauth=%s" % (server.host, token.group(1))
        require(re.search(r"^uri: +%s$" % re.escape(uri), created.stdout, re.MULTILINE), "no address is shown", created.stdout)
        require(re.search(r"^expires: +\d{4}-\d\d-\d\d ", created.stdout, re.MULTILINE), "no end is shown", created.stdout)


if __name__ == "__main__":
    main()
