#!/usr/bin/python3
"""What the small services answer to slixmpp: capabilities with a hash it accepts, version, time, last activity, vCards, private XML,
contact addresses, pings."""
import asyncio
import datetime
import logging
import os
import sys

from slixmpp.exceptions import IqError
from slixmpp.xmlstream import ET

from harness import Server, main, require, story
from operations import Wire, refused
from people import Client, befriend

PLUGINS = ("xep_0004", "xep_0012", "xep_0049", "xep_0054", "xep_0092", "xep_0115", "xep_0128", "xep_0202")
SERVERINFO = "http://jabber.org/network/serverinfo"


async def guest(server, name, **how):
    client = Client(server, name)
    for plugin in PLUGINS:
        client.register_plugin(plugin)
    return await client.log_in(**how)


async def condition_of(answer):
    try:
        await answer
    except IqError as error:
        return error.condition
    return "result"


@story("XEP-0115 section 6.3: slixmpp takes the hash in the stream features for that of the host's disco#info")
async def capabilities():
    with Server(contact_admin="xmpp:ann@localhost,mailto:ann@localhost", contact_support="https://localhost/help") as server:
        server.add_accounts("romeo")
        romeo = await guest(server, "romeo")
        for _ in range(100):
            ver = await romeo["xep_0115"].get_verstring("localhost")
            if ver:
                break
            await asyncio.sleep(0.05)
        require(ver, "slixmpp has no verified capabilities of the host")
        info = (await romeo["xep_0030"].get_info("localhost"))["disco_info"]
        require(romeo["xep_0115"].generate_verstring(info, "sha-1") == ver, "disco#info without a node has another hash")
        require("http://jabber.org/protocol/caps" in info["features"], "caps is not among the features")
        forms = [form.get_values() for form in info["substanzas"] if form.name == "x"]
        require(len(forms) == 1 and forms[0]["FORM_TYPE"] in (SERVERINFO, [SERVERINFO]), "other forms", forms)
        require(forms[0]["admin-addresses"] == ["xmpp:ann@localhost", "mailto:ann@localhost"], "other administrators", forms)
        require(forms[0]["support-addresses"] == ["https://localhost/help"], "other helpers", forms)
        await romeo.log_out()


@story("client rules 1 to 3: the host has items, and each answers disco#info with a result under its address")
async def items():
    with Server() as server:
        server.add_accounts("romeo")
        romeo = await guest(server, "romeo")
        found = (await romeo["xep_0030"].get_items("localhost"))["disco_items"]["items"]
        require(found, "the host has no items")
        for jid, node, _ in found:
            for asked in (None, node):
                answer = await romeo["xep_0030"].get_info(jid, asked)
                require(str(answer["from"]) == str(jid), "another address answers", str(answer))
                require(answer["disco_info"]["identities"], "an item without identity", str(answer))
        await romeo.log_out()


@story("XEP-0092, XEP-0202 and XEP-0012: the host tells its version, its time and its uptime")
async def host():
    os.environ["TZ"] = "XXX-5:30"
    with Server() as server:
        del os.environ["TZ"]
        server.add_accounts("romeo")
        romeo = await guest(server, "romeo")
        version = (await romeo["xep_0092"].get_version("localhost"))["software_version"]
        require(version["name"] == "Nexa" and version["version"] and not version["os"], "another version", str(version))
        time = (await romeo["xep_0202"].get_entity_time("localhost"))["entity_time"]
        # slixmpp 1.8.3 cannot read what XEP-0202 wants: it adds a second Z.
        utc = datetime.datetime.strptime(time.xml.findtext("{urn:xmpp:time}utc"), "%Y-%m-%dT%H:%M:%S%z")
        off = abs((utc - datetime.datetime.now(datetime.timezone.utc)).total_seconds())
        require(off < 5 and time.xml.findtext("{urn:xmpp:time}tzo") == "+05:30", "another time", str(time))
        uptime = (await romeo["xep_0012"].get_last_activity("localhost"))["last_activity"]
        require(0 <= uptime["seconds"] < 30 and not uptime["status"], "another uptime", str(uptime))
        await romeo.log_out()


@story("XEP-0012 section 3: friends see when somebody left and what was said, strangers are forbidden")
async def last():
    with Server() as server:
        server.add_accounts("romeo", "juliet", "tybalt")
        romeo, juliet, tybalt = [await guest(server, name) for name in ("romeo", "juliet", "tybalt")]
        await befriend(romeo, juliet)
        there = (await romeo["xep_0012"].get_last_activity("juliet@localhost"))["last_activity"]
        require(there["seconds"] == 0 and not there["status"], "she is here", str(there))
        juliet.send_presence(ptype="unavailable", pstatus="Heading Home")
        await romeo.meet("presence_unavailable")
        await juliet.log_out()
        gone = (await romeo["xep_0012"].get_last_activity("juliet@localhost"))["last_activity"]
        require(0 <= gone["seconds"] < 10 and gone["status"] == "Heading Home", "another last activity", str(gone))
        for jid in ("juliet@localhost", "nobody@localhost", "romeo@localhost"):
            condition = await condition_of(tybalt["xep_0012"].get_last_activity(jid))
            require(condition == "forbidden", "another condition for a stranger", jid, condition)
        await tybalt.log_out()
        await romeo.log_out()


@story("XEP-0054: a vCard with a picture comes back as it was set, to everybody, also after a restart")
async def vcard():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        juliet, romeo = await guest(server, "juliet"), await guest(server, "romeo")
        require(await condition_of(juliet["xep_0054"].get_vcard(local=False)) == "item-not-found", "there is a card already")
        require(await condition_of(romeo["xep_0054"].get_vcard("juliet@localhost", cached=False)) == "service-unavailable",
                "a card that is not there is another error")
        card = juliet["xep_0054"].make_vcard()
        card["FN"], card["NICKNAME"] = "Juliet Capulet", "jule"
        card["PHOTO"]["TYPE"], card["PHOTO"]["BINVAL"] = "image/png", bytes(range(256)) * 200
        await juliet["xep_0054"].publish_vcard(card)
        got = (await romeo["xep_0054"].get_vcard("juliet@localhost", cached=False))["vcard_temp"]
        require(str(got) == str(card), "another card")
        await juliet.log_out()
        await romeo.log_out()
        server.stop()
        server.start()
        romeo = await guest(server, "romeo")
        got = (await romeo["xep_0054"].get_vcard("juliet@localhost", cached=False))["vcard_temp"]
        require(got["PHOTO"]["BINVAL"] == bytes(range(256)) * 200, "another picture after the restart")
        await romeo.log_out()


@story("XEP-0049: bookmarks are kept for their owner alone")
async def private():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        juliet, romeo = await guest(server, "juliet"), await guest(server, "romeo")
        storage = ET.fromstring("<storage xmlns='storage:bookmarks'><conference jid='garden@conf.example'><nick>jule</nick>"
                                "</conference></storage>")

        def ask(client, kind, payload, to=None):
            iq = client.make_iq(ito=to, itype=kind)
            query = ET.SubElement(iq.xml, "{jabber:iq:private}query")
            query.append(payload)
            return iq.send()

        await ask(juliet, "set", storage)
        got = await ask(juliet, "get", ET.Element("{storage:bookmarks}storage"))
        nick = got.xml.find(".//{storage:bookmarks}nick")
        require(nick is not None and nick.text == "jule", "other bookmarks", str(got))
        require(await condition_of(ask(romeo, "get", ET.Element("{storage:bookmarks}storage"), "juliet@localhost")) == "forbidden",
                "somebody else may ask")
        await juliet.log_out()
        await romeo.log_out()


@story("XEP-0054 and XEP-0049: elements nobody knows, their order, and text between them come back as they were")
async def verbatim():
    kept = {"vcard-temp": "<vCard xmlns='vcard-temp' version='2.0'><X-OWN a='1'/><FN>J</FN><TEL><HOME/><NUMBER>1</NUMBER></TEL><FN>K</FN>"
                          "<other xmlns='urn:example:other'> two <b/> words </other><TEL><NUMBER/></TEL><X-OWN/></vCard>",
            "jabber:iq:private": "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><url name='b' url='http://b/'/>"
                                 "<conference jid='a@b'><password>p</password><nick>n</nick></conference><url name='a' url='http://a/'/>"
                                 "<x xmlns='urn:example:x'>&lt;</x><conference jid='0@b'/></storage></query>"}
    asked = {"vcard-temp": "<vCard xmlns='vcard-temp'/>",
             "jabber:iq:private": "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query>"}
    with Server() as server:
        server.add_accounts("juliet")
        juliet = await guest(server, "juliet")
        for name in kept:
            iq = juliet.make_iq(itype="set")
            iq.xml.append(ET.fromstring(kept[name]))
            await iq.send()
            iq = juliet.make_iq(itype="get")
            iq.xml.append(ET.fromstring(asked[name]))
            got = ET.tostring((await iq.send()).xml[0])
            require(got == ET.tostring(ET.fromstring(kept[name])), "something else came back", name, got)
        await juliet.log_out()


@story("XEP-0199 section 4.1: slixmpp answers the server's pings and stays; who does not answer is disconnected")
async def silence():
    with Server(silent_after="10s", ping_timeout="5s") as server:
        server.add_accounts("romeo", "juliet")
        romeo = await guest(server, "romeo")

        def hang():
            with Wire(server, "direct") as wire:
                wire.login("juliet")
                wire.expect("<iq [^>]*type='get'[^>]*><ping xmlns='urn:xmpp:ping'/></iq>")
                wire.expect("<stream:error><connection-timeout ")

        await asyncio.get_running_loop().run_in_executor(None, hang)
        await asyncio.sleep(5)
        require(romeo.is_connected(), "who answers pings was disconnected")
        await romeo["xep_0199"].send_ping("localhost")
        await romeo.log_out()


@story("XEP-0157: an address that is no URI is refused with a sentence: at the check, at the start and by a reload, which changes nothing")
async def contact():
    server = Server()
    try:
        for arguments in (server.arguments, server.arguments + ["--check"]):
            refused(server, 78, "CONTACT_ADMIN=ann@localhost: not a URI", "mailto:", arguments=arguments,
                    contact_admin="ann@localhost")
            refused(server, 78, "REGISTRATION_URL", "not a web page", "https:", arguments=arguments, registration_url="ftp://localhost/")
    finally:
        server.remove()
    server = Server()
    file = os.path.join(server.directory, "nexad.conf")

    def write(addresses):
        with open(file, "w", encoding="utf-8") as out:
            out.write("contact_admin = { %s }\n" % addresses)

    async def shown(romeo):
        info = (await romeo["xep_0030"].get_info("localhost"))["disco_info"]
        return [form.get_values()["admin-addresses"] for form in info["substanzas"] if form.name == "x"]

    write('"xmpp:ann@localhost"')
    server.arguments += ["--config", file]
    with server:
        server.add_accounts("romeo")
        romeo = await guest(server, "romeo")
        require(await shown(romeo) == [["xmpp:ann@localhost"]], "other addresses", await shown(romeo))
        write('"ann@localhost", "mailto:ann@localhost"')
        reload = server.ctl("reload")
        require(reload.returncode == 1 and "ann@localhost is not a URI" in reload.stderr, "it reloads", reload.stdout, reload.stderr)
        require(await shown(romeo) == [["xmpp:ann@localhost"]], "other addresses after the reload", await shown(romeo))
        write('"mailto:ann@localhost"')
        require(server.ctl("reload").returncode == 0, "it does not reload")
        require(await shown(romeo) == [["mailto:ann@localhost"]], "the same addresses after the reload", await shown(romeo))
        await romeo.log_out()


if __name__ == "__main__":
    logging.basicConfig(level=logging.CRITICAL, stream=sys.stdout, format="# %(name)s: %(message)s")
    main()
