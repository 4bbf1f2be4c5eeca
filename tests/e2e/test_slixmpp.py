"""Two people on slixmpp over verified TLS: every way to log in, rosters, presence, chat, offline messages, ping, disco."""
import asyncio
import datetime
import logging
import ssl
import sys

from slixmpp.exceptions import IqError

from harness import Failure, Server, main, require, story
from people import LIMIT_SECS, Client, befriend


# ---- logging in ----

async def try_to_log_in(server, mechanism, direct):
    client = await Client(server, "romeo", mechanism=mechanism).log_in(direct)
    require(client["feature_mechanisms"].mech.name == mechanism, "another mechanism was used")
    await client["xep_0199"].send_ping(server.host)
    await client.log_out()


@story("SCRAM-SHA-256-PLUS and SCRAM-SHA-1-PLUS over STARTTLS and direct TLS, certificate verified (RFC 6120, XEP-0368)")
async def scram_plus():
    with Server() as server:
        server.add_accounts("romeo")
        for direct in (False, True):
            for mechanism in ("SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS"):
                await try_to_log_in(server, mechanism, direct)


@story("SCRAM-SHA-256, SCRAM-SHA-1 and PLAIN where channel binding is not offered")
async def scram():
    with Server(sasl_mechanisms="SCRAM-SHA-256,SCRAM-SHA-1,PLAIN") as server:
        server.add_accounts("romeo")
        for direct in (False, True):
            for mechanism in ("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"):
                await try_to_log_in(server, mechanism, direct)


@story("RFC 5802 section 6: who could bind to the channel and believes that the server cannot is refused")
async def downgrade():
    with Server() as server:
        server.add_accounts("romeo")
        # slixmpp says "y" when it is kept from using a -PLUS mechanism that is offered.
        client = Client(server, "romeo", mechanism="SCRAM-SHA-256")
        client.begin()
        await client.meet("failed_auth")
        await client.meet("disconnected")


@story("a wrong password and an unknown account are refused alike, in words that a person understands")
async def wrong_password():
    with Server() as server:
        server.add_accounts("romeo")
        words = []
        for name in ("romeo", "nobody"):
            for mechanism in ("SCRAM-SHA-256-PLUS", "PLAIN"):
                client = Client(server, name, password="not it", mechanism=mechanism)
                client.begin()
                failure = await client.meet("failed_auth")
                await client.meet("disconnected")
                require(failure["condition"] == "not-authorized", "another condition", str(failure))
                require(len(failure["text"].split()) > 3, "no sentence", str(failure))
                words.append(failure["text"])
        require(len(set(words)) == 1, "the refusals differ", words)


@story("a certificate of somebody else's authority, or for another name, ends the connection before any password")
async def wrong_certificate():
    with Server() as server, Server() as stranger:
        server.add_accounts("romeo")
        client = Client(server, "romeo", ca=stranger.ca)
        client.begin()
        error = await client.meet("ssl_invalid_chain")
        require(isinstance(error, ssl.SSLCertVerificationError), "another error", repr(error))
        client.abort()
        client = Client(server, "romeo")
        client.begin(name="elsewhere.example")
        error = await client.meet("ssl_invalid_chain")
        require("elsewhere.example" in str(error), "the name was not checked", str(error))
        client.abort()


@story("two virtual hosts on one port, a certificate for each name")
async def virtual_hosts():
    with Server(hosts="localhost,school.example") as server:
        server.add_accounts("romeo", "romeo@school.example")
        for name in ("romeo@localhost", "romeo@school.example"):
            for direct in (False, True):
                client = await Client(server, name).log_in(direct)
                require(client.boundjid.bare == name, "another account", str(client.boundjid))
                await client["xep_0199"].send_ping(name.split("@")[1])
                await client.log_out()


# ---- the messaging core ----

@story("roster, subscriptions both ways, presence, chat to bare and full JIDs, a second resource, going offline")
async def together():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = await Client(server, "romeo").log_in()
        juliet = await Client(server, "juliet").log_in(direct=True)

        await romeo.update_roster("juliet@localhost", name="Juliet", groups=["Capulets", "Balcony"])
        push = await romeo.meet("roster_update", lambda iq: iq["type"] == "set")
        require("juliet@localhost" in str(push), "the push tells of another contact", str(push))
        item = await romeo.contact("juliet@localhost")
        require(item["name"] == "Juliet" and sorted(item["groups"]) == ["Balcony", "Capulets"],
                "the roster is not as it was set", item)
        await befriend(romeo, juliet)
        item = await romeo.contact("juliet@localhost")
        require(item["name"] == "Juliet" and sorted(item["groups"]) == ["Balcony", "Capulets"],
                "subscribing changed the name or the groups", item)

        for number in range(10):
            romeo.send_message("juliet@localhost", "bare %d ✓ <&>" % number, mtype="chat")
            romeo.send_message(juliet.boundjid, "full %d" % number, mtype="chat")
            juliet.send_message("romeo@localhost", "answer %d" % number, mtype="chat")
        for number in range(10):
            message = await juliet.meet_message("bare %d ✓ <&>" % number)
            require(message["from"] == romeo.boundjid and not message["delay"]["stamp"], "from or delay are wrong",
                    str(message))
            await juliet.meet_message("full %d" % number)
            await romeo.meet_message("answer %d" % number)

        # A second resource of juliet: it sees the first, romeo sees both; bare JIDs reach both, full ones only one.
        phone = await Client(server, "juliet", resource="phone").log_in()
        await phone.meet("presence_available", lambda pres: pres["from"] == juliet.boundjid)
        await phone.meet("presence_available", lambda pres: pres["from"] == romeo.boundjid)
        await juliet.meet("presence_available", lambda pres: pres["from"] == phone.boundjid)
        await romeo.meet("presence_available", lambda pres: pres["from"] == phone.boundjid)
        romeo.send_message(phone.boundjid, "to the phone", mtype="chat")
        romeo.send_message("juliet@localhost", "to both", mtype="chat")
        await phone.meet_message("to the phone")
        await phone.meet_message("to both")
        await juliet.meet_message("to both")

        phone.send_presence(pshow="away", pstatus="on the way")
        away = await romeo.meet("presence_away", lambda pres: pres["from"] == phone.boundjid)
        require(away["status"] == "on the way", "another presence", str(away))
        await phone.log_out()
        await romeo.meet("presence_unavailable", lambda pres: pres["from"] == phone.boundjid)
        await juliet.meet("presence_unavailable", lambda pres: pres["from"] == phone.boundjid)
        # Also when the connection breaks without a word.
        juliet.abort()
        await romeo.meet("presence_unavailable", lambda pres: pres["from"] == juliet.boundjid)
        await romeo.nothing("message")
        await romeo.log_out()


@story("XEP-0160, XEP-0203: offline messages come once, in order, with the time they were sent at")
async def offline():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = await Client(server, "romeo").log_in()
        before = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=2)
        for number in range(30):
            romeo.send_message("juliet@localhost", "offline %d" % number, mtype="chat")
        await romeo["xep_0199"].send_ping("localhost")
        after = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=2)

        # RFC 6121 section 8.5.2.2.1: stored for whoever becomes available, not for a session without presence.
        silent = await Client(server, "juliet", resource="silent").log_in(available=False)
        await silent["xep_0199"].send_ping("localhost")
        await silent.nothing("message")
        juliet = await Client(server, "juliet").log_in()
        for number in range(30):
            message = await juliet.meet_message("offline %d" % number)
            require(before < message["delay"]["stamp"] < after, "a wrong delay stamp", str(message))
            require(message["from"] == romeo.boundjid, "another sender", str(message))
        await juliet["xep_0199"].send_ping("localhost")
        await juliet.nothing("message")
        await juliet.log_out()
        juliet = await Client(server, "juliet").log_in()
        await juliet.nothing("message")
        for client in (juliet, silent, romeo):
            await client.log_out()


@story("slixmpp after SIGKILL: the same client objects connect again, and their contacts are there")
async def killed():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = await Client(server, "romeo").log_in()
        juliet = await Client(server, "juliet").log_in()
        await befriend(romeo, juliet)
        server.kill9()
        for client in (romeo, juliet):
            await client.meet("disconnected")
            client.happened.clear()
        server.start()
        await romeo.log_in()
        await juliet.log_in()
        await romeo.meet("presence_available", lambda pres: pres["from"] == juliet.boundjid)
        romeo.send_message("juliet@localhost", "again", mtype="chat")
        await juliet.meet_message("again")
        await romeo.log_out()
        await juliet.log_out()


@story("subscription requests wait for who is offline, and end with the contact's removal")
async def subscriptions_offline():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = await Client(server, "romeo").log_in()
        romeo.send_presence_subscription("juliet@localhost")
        await romeo["xep_0199"].send_ping("localhost")
        juliet = await Client(server, "juliet").log_in()
        await juliet.meet("presence_subscribe")
        juliet.send_presence_subscription("romeo@localhost", ptype="subscribed")
        await romeo.meet("presence_available", lambda pres: pres["from"] == juliet.boundjid)
        await romeo.del_roster_item("juliet@localhost")
        await romeo.meet("presence_unavailable", lambda pres: pres["from"] == juliet.boundjid)
        require(await romeo.subscription("juliet@localhost") is None, "the contact is still in the roster")
        require(await juliet.subscription("romeo@localhost") in (None, "none"), "the subscription is still there")
        await romeo.log_out()
        await juliet.log_out()


async def refused_iq(client, to, namespace):
    iq = client.make_iq_get(queryxmlns=namespace, ito=to)
    try:
        answer = await iq.send(timeout=LIMIT_SECS)
    except IqError as error:
        return error.iq["error"]["condition"]
    raise Failure("an answer to what nobody knows", str(answer))


@story("ping (XEP-0199) of host and account, disco (XEP-0030) of host and account, unknown iq refused (RFC 6120 section 8.4)")
async def asking():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = await Client(server, "romeo").log_in()
        juliet = await Client(server, "juliet").log_in()
        await romeo["xep_0199"].send_ping("localhost")
        await romeo["xep_0199"].send_ping("romeo@localhost")
        # RFC 6121 section 8.5.3.1: a stranger may ask whom she has shown herself to.
        condition = await refused_iq(romeo, juliet.boundjid, "urn:xmpp:ping")
        require(condition == "service-unavailable", "another condition from a stranger", condition)
        juliet.send_presence(pto=romeo.boundjid)
        await juliet["xep_0199"].send_ping("localhost")
        await romeo["xep_0199"].send_ping(juliet.boundjid)

        info = (await romeo["xep_0030"].get_info("localhost"))["disco_info"]
        identities = {(category, kind) for category, kind, *_ in info["identities"]}
        require(("server", "im") in identities, "the host does not say that it is one", identities)
        for feature in ("http://jabber.org/protocol/disco#info", "urn:xmpp:ping", "msgoffline"):
            require(feature in info["features"], "the host does not name " + feature, info["features"])
        info = (await romeo["xep_0030"].get_info("romeo@localhost"))["disco_info"]
        identities = {(category, kind) for category, kind, *_ in info["identities"]}
        require(("account", "registered") in identities, "the account does not say that it is one", identities)
        await romeo["xep_0030"].get_items("localhost")

        for to in ("localhost", "romeo@localhost", None, "juliet@localhost", "nobody@localhost", juliet.boundjid.full + "x"):
            condition = await refused_iq(romeo, to, "urn:example:unknown")
            require(condition == "service-unavailable", "another condition from %s" % to, condition)
        romeo.send_message("nobody@localhost", "anybody there?", mtype="chat")
        error = await romeo.meet("message_error")
        require(error["error"]["condition"] == "service-unavailable", "another condition", str(error))
        await romeo.log_out()
        await juliet.log_out()


@story("the server's end reaches everybody as <system-shutdown/>, and presence does not survive it")
async def shutdown():
    with Server() as server:
        server.add_accounts("romeo")
        romeo = await Client(server, "romeo").log_in()
        stopping = asyncio.get_running_loop().run_in_executor(None, server.stop)
        error = await romeo.meet("stream_error")
        require(error["condition"] == "system-shutdown", "another condition", str(error))
        romeo.abort()
        await stopping


if __name__ == "__main__":
    logging.basicConfig(level=logging.CRITICAL, stream=sys.stdout, format="# %(name)s: %(message)s")
    main()
