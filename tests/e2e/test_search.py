#!/usr/bin/python3
"""slixmpp looks for people in the user directory: with its own form, page by page, in its groups only, and for those who were there
before the directory was."""
import asyncio
import logging
import os
import sqlite3
import sys
import time

from slixmpp.xmlstream import ET

from harness import Server, main, require, story
from people import LIMIT_SECS, Client

SEARCH, RSM = "{jabber:iq:search}", "{http://jabber.org/protocol/rsm}"


async def guest(server, name):
    client = Client(server, name)
    client.register_plugin("xep_0054")
    client.register_plugin("xep_0055", {"provide_search": False})
    return await client.log_in()


async def show_card(client, full, nick):
    card = client["xep_0054"].make_vcard()
    card["FN"], card["NICKNAME"] = full, nick
    await client["xep_0054"].publish_vcard(card)


async def find(client, **fields):
    """What slixmpp's form finds: the rows of the answer, as dictionaries."""
    iq = client["xep_0055"].make_search_iq(ito="localhost")
    for name, value in fields.items():
        iq["search"]["form"].add_field(name, value=value)
    answer = await iq.send(timeout=LIMIT_SECS)
    query = answer.xml.find(SEARCH + "query")
    if not len(query):
        return []
    form = answer["search"]["form"]
    require(form["type"] == "result" and all(set(row) == set(form["reported"]) for row in form["items"]),
            "rows with other columns than reported", str(answer))
    return form["items"]


async def jids(client, **fields):
    return [row["jid"] for row in await find(client, **fields)]


@story("XEP-0055: slixmpp finds people by card and user name with its form, also after a restart")
async def people():
    with Server() as server:
        server.add_accounts("romeo", "juliet", "tybalt")
        romeo, juliet = await guest(server, "romeo"), await guest(server, "juliet")
        items = (await romeo["xep_0030"].get_items("localhost"))["disco_items"]["items"]
        infos = [(jid, (await romeo["xep_0030"].get_info(jid))["disco_info"]) for jid, node, _ in items if not node]
        found = [jid for jid, info in infos if "jabber:iq:search" in info["features"] and
                 any(one[:2] == ("directory", "user") for one in info["identities"])]
        require(found == ["users.localhost"], "the directory is not among the items", items)
        iq = romeo.make_iq(ito=found[0], itype="get")
        iq.enable("search")
        offered = (await iq.send(timeout=LIMIT_SECS))["search"]["form"]
        require({"first", "last", "nick", "email"} <= set(offered.get_fields()), "other fields", str(offered))
        await show_card(juliet, "Juliet Capulet", "Jülchen")
        rows = await find(romeo, first="juliet", nick="JUL")
        require([row["jid"] for row in rows] == ["juliet@localhost"] and rows[0]["nick"] == "Jülchen", "somebody else", rows)
        require(await jids(romeo, nick="tyb") == ["tybalt@localhost"], "not by the user name")
        require(await jids(romeo, last="montague") == [], "who was found?")
        server.stop()
        server.start()
        romeo = await guest(server, "romeo")
        require(await jids(romeo, last="capulet") == ["juliet@localhost"], "not there after a restart")
        await romeo.log_out()


@story("option search = groups: slixmpp finds who is in a group with it, at once when nexactl puts them there")
async def groups():
    with Server(search="groups") as server:
        server.add_accounts("romeo", "juliet")
        romeo = await guest(server, "romeo")
        require(await jids(romeo, nick="juliet") == [], "a stranger is found")
        server.ctl("group", "create", "5b")
        for name in ("romeo", "juliet"):
            require(server.ctl("group", "add", "5b", server.jid(name)).returncode == 0, "not put into the group")
        require(await jids(romeo, nick="juliet") == ["juliet@localhost"], "who shares a group is not found")
        require(server.ctl("--yes", "group", "delete", "5b").returncode == 0, "the group stays")
        require(await jids(romeo, nick="juliet") == [], "the group is gone")
        await romeo.log_out()


@story("accounts and cards that are older than the directory are put into it after the start")
async def older():
    with Server() as server:
        server.add_accounts("romeo")
        server.stop()
        base = sqlite3.connect(os.path.join(server.state_dir, "nexa.db"))
        names = [(server.host, "user%04d" % number) for number in range(250)]
        base.executemany("INSERT INTO users (host, local, created_at) VALUES (?, ?, 0)", names)
        base.executemany("INSERT INTO vcards (host, local, changed_at, vcard) VALUES (?, ?, 1, ?)",
                         [(host, name, "<vCard xmlns='vcard-temp'><FN>%s Capulet</FN></vCard>" % name) for host, name in names])
        base.commit()
        base.close()
        server.start()
        romeo = await guest(server, "romeo")
        end = time.monotonic() + LIMIT_SECS
        while not (found := await jids(romeo, last="capulet", first="user0249")) and time.monotonic() < end:
            await asyncio.sleep(2)
        require(found == ["user0249@localhost"], "the last one is not found", found)
        iq = romeo.make_iq(ito="localhost", itype="set")
        query = ET.SubElement(iq.xml, SEARCH + "query")
        ET.SubElement(query, SEARCH + "last").text = "capulet"
        answer = await iq.send(timeout=LIMIT_SECS)
        require(answer.xml.findtext(".//%scount" % RSM) == "250" and len(answer.xml.findall(".//%sitem" % SEARCH)) == 100,
                "not the first page of all", str(answer)[-300:])
        await romeo.log_out()


if __name__ == "__main__":
    logging.basicConfig(level=logging.CRITICAL, stream=sys.stdout, format="# %(name)s: %(message)s")
    main()
