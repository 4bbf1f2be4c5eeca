"""Rooms on slixmpp (XEP-0045): made, configured, talked in, moderated; what stays after a kill."""
import asyncio

from harness import Server, main, require, story
from occupants import Occupant

ROOM = "coven@conference.localhost"


async def come_in(server, *names):
    return [await Occupant(server, name, ROOM).log_in() for name in names]


@story("XEP-0045: three people make, configure, enter a room, talk, and one is kicked and banned")
async def coven():
    with Server(hosts="localhost") as server:
        server.add_accounts("crone", "wicca", "hag")
        crone, wicca, hag = await come_in(server, "crone", "wicca", "hag")
        await crone.make(persistentroom="1", roomname="A Dark Cave")
        await wicca.enter()
        await hag.enter()
        info = await hag["xep_0030"].get_info(jid=ROOM)
        require(("conference", "text", None, "A Dark Cave") in info["disco_info"]["identities"], "the room has its name")
        wicca.say("Thrice and once the hedge-pig whined.")
        for witch in (crone, wicca, hag):
            await witch.hear("wicca", "Thrice and once the hedge-pig whined.")
        crone.muc.set_subject(ROOM, "Fire Burn and Cauldron Bubble")
        await hag.meet("groupchat_subject", lambda message: message["subject"] == "Fire Burn and Cauldron Bubble")
        await crone.muc.set_role(ROOM, "hag", "none", reason="Avaunt")
        await hag.meet_gone("hag")
        await crone.muc.set_affiliation(ROOM, "outcast", jid=hag.boundjid.bare)
        await hag.stay_out("forbidden")
        for witch in (crone, wicca, hag):
            await witch.log_out()


@story("XEP-0045 section 7.8.2 and XEP-0249: invitations, through the room and directly")
async def invitations():
    with Server(hosts="localhost") as server:
        server.add_accounts("crone", "wicca")
        crone, wicca = await come_in(server, "crone", "wicca")
        await crone.make(membersonly="1")
        crone.muc.invite(ROOM, wicca.boundjid.bare, reason="All good witches")
        await wicca.meet("groupchat_invite")
        await wicca.enter()
        crone["xep_0249"].send_invitation(wicca.boundjid, ROOM, reason="Again")
        await wicca.meet("groupchat_direct_invite")
        for witch in (crone, wicca):
            await witch.log_out()


@story("a persistent room survives SIGKILL with its members, rules and subject; whose connection is cut leaves the room")
async def survives():
    with Server(hosts="localhost") as server:
        server.add_accounts("crone", "wicca", "hag")
        crone, wicca = await come_in(server, "crone", "wicca")
        await crone.make(persistentroom="1", membersonly="1")
        await crone.muc.set_affiliation(ROOM, "member", jid=wicca.boundjid.bare)
        await wicca.enter()
        crone.muc.set_subject(ROOM, "Double, double")
        await wicca.meet("groupchat_subject", lambda message: message["subject"] == "Double, double")
        wicca.abort()
        await crone.meet_gone("wicca")
        server.kill9()
        server.start()
        wicca, hag = await come_in(server, "wicca", "hag")
        await wicca.enter()
        await wicca.meet("groupchat_subject", lambda message: message["subject"] == "Double, double")
        await hag.stay_out("registration-required")
        for witch in (wicca, hag):
            await witch.log_out()


@story("what anybody heard in a room is in its archive after SIGKILL, in that order")
async def archive():
    with Server(hosts="localhost", limits="no") as server:
        server.add_accounts("crone", "wicca")
        crone, wicca = await come_in(server, "crone", "wicca")
        await crone.make(persistentroom="1")
        await wicca.enter()
        for number in range(400):
            crone.say("line %d" % number)
            if number % 20 == 0:
                await asyncio.sleep(0.01)
        await wicca.meet("groupchat_message", lambda message: message["body"] == "line 100")
        server.kill9()
        await asyncio.sleep(0.2)        # what is on its way still arrives
        heard = [message["body"] for event, message in wicca.happened if event == "groupchat_message"]
        server.start()
        wicca, = await come_in(server, "wicca")
        wicca.register_plugin("xep_0313")
        kept = []
        async for result in wicca["xep_0313"].iterate(jid=ROOM, rsm={"max": "50"}):
            kept.append(result["mam_result"]["forwarded"]["stanza"]["body"])
        require(kept[:len(heard) + 1] == ["line %d" % number for number in range(len(heard) + 1)],
                "the archive lacks something that was heard", len(heard), len(kept), kept[-3:])
        await wicca.log_out()


main()
