#!/usr/bin/python3
"""Logging in as it goes on over years: keys that grow old, and what a stranger can learn of who has an account (RFC 5802 section
9), and guests (XEP-0175)."""
import base64
import os
import re

from harness import Server, Skip, is_sanitized, main, password_of, require, story, wait_until
from operations import Wire
from people import Client

SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'"


def configured(text="", **options):
    """A server whose file can be changed later with configure()."""
    server = Server(**options)
    server.config = os.path.join(server.directory, "nexad.conf")
    server.arguments = server.arguments + ["--config", server.config]
    configure(server, text)
    return server


def configure(server, text):
    with open(server.config, "w", encoding="utf-8") as file:
        file.write(text)
    if server.process is not None:
        run = server.ctl("reload")
        require(run.returncode == 0, "the reload failed", run.stderr)


def start_again(server):
    """Also: what is counted a moment after a change is counted now."""
    server.stop()
    server.start()


# ---- SCRAM ----

def challenge(server, name, mechanism):
    """(salt, iterations) that the server tells whoever says that name."""
    with Wire(server, "direct") as wire:
        wire.open()
        first = base64.b64encode(("n,,n=%s,r=abcdefghijklmnop" % name).encode()).decode()
        wire.send("<auth %s mechanism='%s'>%s</auth>" % (SASL, mechanism, first))
        answer = base64.b64decode(wire.expect("<challenge[^>]*>([^<]+)</challenge>").group(1)).decode()
        found = re.search(r",s=([^,]+),i=(\d+)", answer)
        return found.group(1), int(found.group(2))


def both(server, name):
    return [challenge(server, name, mechanism) for mechanism in ("SCRAM-SHA-1", "SCRAM-SHA-256")]


@story("RFC 5802 section 9: when scram_iterations changes, accounts and names that nobody has still look alike")
def iterations():
    nobody = ["nobody%d" % number for number in range(20)]
    with configured("scram_iterations = 5000\n") as server:
        server.add_accounts("romeo", "juliet")
        start_again(server)
        before = {name: both(server, name) for name in nobody + ["romeo"]}
        require({count for told in before.values() for _, count in told} == {5000}, "counts", before)
        configure(server, "scram_iterations = 6000\n")
        require(before == {name: both(server, name) for name in before}, "the new option shows who exists")
        start_again(server)
        require(before == {name: both(server, name) for name in before}, "a new start shows who exists")
        # An account that is made now is newer than the others; with it, so are some of those that nobody has.
        server.add_accounts(*["new%d" % number for number in range(18)])
        start_again(server)
        after = {name: both(server, name) for name in nobody}
        new = [name for name in nobody if after[name][0][1] == 6000]
        require(5 < len(new) <= 20, "names that nobody has do not follow the others", len(new))
        for name in nobody:
            (salt, count), (salt256, count256) = after[name]
            require(count == count256 and salt != salt256, "the two kinds differ", after[name])
            require((salt == before[name][0][0]) == (count == 5000), "a salt that outlives its count", name)


def plain_login(server):
    with Wire(server, "direct") as wire:
        wire.login("romeo")


async def scram_login(server, mechanism):
    client = await Client(server, "romeo", mechanism=mechanism).log_in(direct=True)
    await client.log_out()


@story("RFC 7677 section 4: a login with PLAIN brings the keys to today's iteration count; other logins cannot")
async def renewal():
    with configured("scram_iterations = 5000\n") as server:
        server.add_accounts("romeo")
        old = both(server, "romeo")
        configure(server, "scram_iterations = 6000\n")
        await scram_login(server, "SCRAM-SHA-1-PLUS")
        require(both(server, "romeo") == old, "a login without the password changed the keys")
        plain_login(server)
        wait_until(lambda: challenge(server, "romeo", "SCRAM-SHA-1")[1] == 6000, "new keys")
        new = both(server, "romeo")
        require([count for _, count in new] == [6000, 6000] and new[0][0] != old[0][0], "new keys", old, new)
        await scram_login(server, "SCRAM-SHA-1-PLUS")
        await scram_login(server, "SCRAM-SHA-256-PLUS")
        plain_login(server)
        require(both(server, "romeo") == new, "keys of today were made again")
        # Fewer rounds than there are: nothing gets weaker.
        configure(server, "scram_iterations = 4096\n")
        plain_login(server)
        plain_login(server)
        require(both(server, "romeo") == new, "keys got weaker")
        require(password_of("romeo") not in server.log(), "a password is in the log")


# ---- guests ----

def slixmpp_guest(server):
    """The name that a client thinks it has is not the one that it gets."""
    return Client(server, "juliet", mechanism="ANONYMOUS")


@story("XEP-0175: slixmpp comes as a guest, chats with somebody, and is known as a guest by its bare JID (section 5)")
async def guest():
    with Server(guests="yes", guests_per_address=2) as server:
        server.add_accounts("juliet")
        juliet = await Client(server, "juliet").log_in()
        visitor = slixmpp_guest(server)
        visitor.begin()
        await visitor.meet("session_start")
        require(visitor["feature_mechanisms"].mech.name == "ANONYMOUS", "another mechanism")
        require(re.fullmatch("[0-9a-f-]{36}@localhost", visitor.boundjid.bare), "name", visitor.boundjid)
        visitor.send_presence()
        visitor.send_message(juliet.boundjid, "May I come in?", mtype="chat")
        asked = await juliet.meet_message("May I come in?")
        require(asked["from"] == visitor.boundjid, "from", asked["from"])
        asked.reply("Do").send()
        await visitor.meet_message("Do")
        info = await juliet["xep_0030"].get_info(visitor.boundjid.bare, cached=False)
        require({identity[:2] for identity in info["disco_info"]["identities"]} == {("account", "anonymous")}, "identity", info)
        other, third = slixmpp_guest(server), slixmpp_guest(server)
        other.begin()
        await other.meet("session_start")
        third.begin()
        refused = await third.meet("failed_auth")
        require(refused["condition"] == "temporary-auth-failure" and "Too many guests" in refused["text"], "not refused", refused)
        for client in (visitor, other, third, juliet):
            await client.log_out()
        require(server.control(("account list", {}))[0]["accounts"][0]["jid"] == "juliet@localhost", "accounts")


# ---- what stays of a password ----

def copies(server, *texts):
    """What surrounds each of the texts in the memory of the server."""
    found = []
    with open("/proc/%d/maps" % server.process.pid, encoding="utf-8") as maps, open("/proc/%d/mem" % server.process.pid, "rb", 0) as memory:
        for line in maps:
            begin, end = (int(part, 16) for part in line.split()[0].split("-"))
            if " rw" not in line:
                continue
            try:
                memory.seek(begin)
                data = memory.read(end - begin)
            except OSError:         # given back meanwhile
                continue
            for text in texts:
                found += [data[match.start() - 40:match.end() + 40] for match in re.finditer(re.escape(text), data)]
    return found


def can_look(server):
    try:
        require(is_sanitized() or copies(server, b"nexad"), "nothing is found at all")
    except PermissionError as error:
        raise Skip("this system lets nobody look into another process") from error


def is_gone(server, *secrets):
    """A sanitizer keeps copies of its own, among more memory than can be looked at; there it sees to what overwrites them."""
    return is_sanitized() or not copies(server, *secrets)


@story("RFC 6120 section 13.9: a password is overwritten wherever it came in: after nexactl, after PLAIN, after a wrong try, and when it is changed")
def overwritten():
    with Server(allow_plaintext="yes") as server:
        can_look(server)
        password = "moonlit Orchard 47, " * 5  # longer than a register, for those are spilt on the stack
        proof = base64.b64encode(b"\0juliet\0" + password.encode())
        server.control(("account add", {"jid": "juliet@localhost", "password": password}))
        wait_until(lambda: is_gone(server, password.encode()), "a copy stays behind nexactl")
        with Wire(server) as wire:
            require(wire.authenticate("juliet", password + "!").startswith("<failure"), "a wrong password")
            wait_until(lambda: is_gone(server, password.encode(), proof[20:-4]), "a copy stays behind a wrong try")
        with Wire(server) as wire:
            wire.login("juliet", password)
            wait_until(lambda: is_gone(server, password.encode(), proof[20:]), "a copy stays behind PLAIN")
        new = password.swapcase()
        with Wire(server, tls=None) as wire:
            wire.login("juliet", password)
            wire.send("<iq type='set' id='new'><query xmlns='jabber:iq:register'><username>juliet</username><password>%s</password>"
                      "</query></iq>" % new)
            wire.expect("<iq[^>]*type='result'")
            wait_until(lambda: is_gone(server, password.encode(), proof, new.encode()), "a copy stays behind a new password")


if __name__ == "__main__":
    main()
