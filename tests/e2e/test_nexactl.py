"""nexactl against a real server: every command, every way in which it can be refused, with its exit code, for people and for
scripts; and the control socket itself against callers that do not behave."""
import asyncio
import json
import os
import pty
import re
import select
import shutil
import signal
import socket
import subprocess
import termios
import time

import harness
from harness import LIMIT_SECS, NEXACTL, Failure, Server, main, password_of, require, story, wait_until
from xmppraw import Client, Refused

DONE, REFUSED, USAGE, NOT_FOUND, NO_SERVER, CONFIG = 0, 1, 2, 3, 4, 78


def expect(run, code, *patterns):
    """The exit code, and a sentence on the right stream: output for what was done, one line of errors for what was not."""
    require(run.returncode == code, "nexactl ended with %d instead of %d" % (run.returncode, code), run.args[1:], run.stdout, run.stderr)
    text = run.stderr if code else run.stdout
    if code:
        require(run.stdout == "" and run.stderr.startswith("nexactl: ") and run.stderr.count("\n") == 1,
                "a refusal is one line of the error stream", run.args[1:], run.stdout, run.stderr)
    for pattern in patterns:
        require(re.search(pattern, text, re.MULTILINE), "this is not said: " + pattern, run.args[1:], text)
    return text


def ask_json(server, *arguments, code=DONE, stdin=None):
    run = server.ctl("--json", *arguments, stdin=stdin)
    require(run.returncode == code and run.stderr == "", "--json: exit code or error stream", run.args[1:], run.returncode, run.stderr)
    return json.loads(run.stdout)


def rows_of(server):
    return {row["jid"]: row for row in ask_json(server, "account", "list")["accounts"]}


async def login_of(server, name, password=None, **how):
    client = await Client(server, name, **how).connect(password or password_of(name))
    client.send("<presence/>")
    await client.iq("<ping xmlns='urn:xmpp:ping'/>", to=server.host)       # behind the presence
    return client


async def refused_login(server, name, password):
    try:
        client = await Client(server, name).connect(password)
    except Refused as why:
        return why.args
    client.drop()
    raise Failure("this login should have been refused", name, password)


async def ended(client):
    await asyncio.wait_for(client.task, LIMIT_SECS)
    return client.closed


# ---- accounts ----

@story("an account is added, listed, given a password, disabled, enabled and deleted")
async def life_of_an_account():
    with Server(hosts="a.test,b.test") as server:
        expect(server.ctl("account", "list"), DONE, "^0 accounts$")
        expect(server.ctl("account", "add", "Romeo@A.test", "--password-stdin", stdin="first\n"), DONE,
               "^The account romeo@a.test was created$")
        expect(server.ctl("account", "add", "--password-stdin", "--admin", "juliet@b.test", stdin="capulet"), DONE,
               "^The administrator's account juliet@b.test was created$")
        expect(server.ctl("account", "add", "romeo@a.test", "--password-stdin", stdin="x\n"), REFUSED, "romeo@a.test exists already")
        rows = rows_of(server)
        require(list(rows) == ["romeo@a.test", "juliet@b.test"], "the list", rows)
        require(rows["juliet@b.test"]["admin"] and not rows["romeo@a.test"]["admin"], "who is an administrator", rows)
        require(rows["romeo@a.test"]["last_login_at"] is None, "nobody has logged in", rows)
        expect(server.ctl("account", "list", "--host", "B.test"), DONE, "^1 account$", "^jid +created +last login", "^juliet@b.test ")

        client = await login_of(server, "romeo@a.test", "first")
        require(rows_of(server)["romeo@a.test"]["sessions"] == 1, "sessions in the list")
        # Nobody who logs in waits for the note of it.
        wait_until(lambda: rows_of(server)["romeo@a.test"]["last_login_at"], "the login was noted")
        expect(server.ctl("account", "passwd", "romeo@a.test", "--password-stdin", stdin="second\r\n"), DONE,
               "was changed; who is connected .* nexactl kick romeo@a.test")
        await refused_login(server, "romeo@a.test", "first")
        await (await login_of(server, "romeo@a.test", "second", resource="two")).close()

        expect(server.ctl("account", "disable", "romeo@a.test", "--reason", "too loud"), DONE, "was disabled; 1 session was ended")
        require("disabled" in await ended(client), "the stream error says it", client.closed)
        condition, text = await refused_login(server, "romeo@a.test", "second")
        require(condition == "account-disabled" and "too loud" in text, "the login is refused with the reason", condition, text)
        rows = rows_of(server)
        require(rows["romeo@a.test"]["disabled"] and rows["romeo@a.test"]["reason"] == "too loud", "the list says it", rows)
        expect(server.ctl("account", "enable", "romeo@a.test"), DONE, "may log in")

        client = await login_of(server, "romeo@a.test", "second")
        expect(server.ctl("account", "delete", "romeo@a.test"), USAGE, "add --yes")
        expect(server.ctl("account", "delete", "romeo@a.test", "--yes"), DONE, "was deleted; 1 session was ended")
        require("deleted" in await ended(client), "the stream error says it", client.closed)
        require(list(rows_of(server)) == ["juliet@b.test"], "it is gone")
        condition, _ = await refused_login(server, "romeo@a.test", "second")
        require(condition == "not-authorized", "a deleted account looks like any that does not exist", condition)


@story("commands for an account that is not there end with 3")
def nobody_there():
    with Server() as server:
        for words in (["account", "passwd", "nobody@localhost", "--password-stdin"], ["account", "disable", "nobody@localhost"],
                      ["account", "enable", "nobody@localhost"], ["account", "delete", "nobody@localhost", "--yes"]):
            expect(server.ctl(*words, stdin="x\n"), NOT_FOUND, "There is no account nobody@localhost")
        expect(server.ctl("account", "add", "romeo@else.test", "--password-stdin", stdin="x\n"), NOT_FOUND, "does not serve else.test")
        expect(server.ctl("account", "list", "--host", "else.test"), NOT_FOUND, "does not serve else.test")
        expect(server.ctl("kick", "nobody@localhost"), NOT_FOUND, "nobody@localhost is not connected")
        expect(server.ctl("kick", "nobody@else.test/x"), NOT_FOUND, "not connected")
        for shift in range(4):          # the sentence is cut, but never inside a character
            expect(server.ctl("kick", "nobody@localhost/" + shift * "x" + 300 * "\u20ac"), NOT_FOUND, "nobody@localhost/")


@story("addresses and passwords that cannot be are refused in words")
def wrong_values():
    with Server() as server:
        for address, pattern in (("localhost", "not an account; write it as name@domain"), ("romeo@localhost/x", "not an account"),
                                 ("ro meo@localhost", '"ro meo@localhost" is not an address'), ("@localhost", "is not an address"),
                                 ("romeo@", "is not an address"), ("", "is not an address")):
            expect(server.ctl("account", "add", address, "--password-stdin", stdin="x\n"), REFUSED, pattern)
        for password, pattern in (("", "password is empty"), ("\n", "password is empty"), ("x" * 1024, "longer than 1023 bytes")):
            expect(server.ctl("account", "add", "romeo@localhost", "--password-stdin", stdin=password), USAGE, pattern)
        expect(server.ctl("account", "add", "romeo@localhost", "--password-stdin", stdin="a\x01b\n"), REFUSED, "password")
        expect(server.ctl("account", "add", "romeo@localhost", "--password-stdin", stdin="pa\xdf wörd\nnot this\n"), DONE)
        expect(server.ctl("account", "add", "rosalía@localhost", "--password-stdin", stdin="x\n"), DONE, "rosalía@localhost was created")
        require("wörd" not in server.log() + server.stderr(), "a password is in the log")
        require(re.search('command="account add" jid="romeo@localhost" by="uid=%d ' % os.geteuid(), server.log()),
                "who did what is in the log", server.log())


# ---- words ----

@story("wrong words end with 2 and say how the command is written")
def wrong_words():
    with Server() as server:
        for words, pattern in (
                (["foo"], 'no command "foo"; nexactl help'), (["account"], "after it comes one of: add, list, passwd"),
                (["account", "ad"], 'no command "account ad"'), (["log"], "comes one of: level"),
                (["account", "add"], r"JID \(the account, as name@domain\) is missing; it is written: nexactl account add JID"),
                (["account", "add", "a@localhost", "b@localhost"], "one word too many"),
                (["account", "add", "a@localhost", "--password", "x"], "can be read by everybody"),
                (["account", "add", "a@localhost", "--password=x"], "can be read by everybody"),
                (["account", "add", "a@localhost"], "no terminal .* --password-stdin"),
                (["account", "add", "a@localhost", "--admin=no"], "--admin has no value"),
                (["account", "list", "--host"], "--host needs a value"), (["account", "list", "--hots", "x"], "no option --hots"),
                (["kick", "a@localhost", "--reason", "x", "--reason", "y"], "reason is given twice"),
                (["status", "all"], '"all" is one word too many'), (["kick", b"\xff"], "not valid UTF-8"), (["--state-dir"], "needs"),
                (["help", "foo"], 'no command "foo"')):
            expect(server.ctl(*words), USAGE, pattern)
        require(server.log().count("command=") == 0, "none of them reached a command")
        expect(server.ctl("kick", "--jid=a@localhost", "--", "x"), USAGE, "one word too many")
        expect(server.ctl("kick", "--", "--json@localhost"), NOT_FOUND, "--json@localhost is not connected")


@story("help comes from the server, and says so without one")
def the_help():
    with Server() as server:
        full = expect(server.ctl("help"), DONE, "^  account add +Creates", "^  config check ", "^  log level ", "--state-dir DIR")
        require(full == server.ctl().stdout == server.ctl("--help").stdout, "help, --help and nothing are the same")
        expect(server.ctl("help", "account", "delete"), DONE, r"^nexactl account delete JID \[--yes\]$", "Asks before")
        expect(server.ctl("account", "add", "--help"), DONE, r"^nexactl account add JID \[--password-stdin\] \[--admin\]$", "nexactl asks$")
        expect(server.ctl("config", "check", "--help"), DONE, r"^nexactl config check \[--config CONFIG\]$")
        require(any(row["name"] == "kick" for row in ask_json(server, "help")), "help for scripts")
        server.stop()
        expect(server.ctl("help"), DONE, "^  config check ", "come from the server: no nexad is running")
        expect(server.ctl("help", "kick"), NO_SERVER, "no nexad is running")
        expect(server.ctl("--version"), DONE, r"^nexactl \d")


@story("the manual page has every command and every option of the server")
def the_manual():
    with open(os.path.join(harness.TOP, "doc/nexactl.1"), encoding="utf-8") as file:
        manual = re.sub(r'\\f[A-Z]|["\\]', "", re.sub(r"^\.[A-Z]+ ", "", file.read(), flags=re.MULTILINE))
    with Server() as server:
        for row in ask_json(server, "help"):
            entry = re.search("^" + row["name"] + "( .*)?$", manual, re.MULTILINE)
            require(entry, "doc/nexactl.1 does not have the command " + row["name"])
            for param in row["params"]:
                positional = param["required"] and param["kind"] != "password"
                word = param["name"].upper() if positional else "--" + param["name"]
                require(word in entry.group(0), "doc/nexactl.1 does not have %s of %s" % (word, row["name"]), entry.group(0))


@story("group: a class is made, filled, listed and removed; deleting it leaves the accounts")
def groups():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        expect(server.ctl("group", "create", "Chess club ♞"), DONE, "The group Chess club ♞ was created on %s" % server.host)
        for name in ("romeo", "juliet"):
            expect(server.ctl("group", "add", "Chess club ♞", server.jid(name)), DONE, "is in the group Chess club ♞ now")
        expect(server.ctl("group", "members", "Chess club ♞"), DONE, "2 members", server.jid("juliet"))
        expect(server.ctl("group", "list"), DONE, "1 group", r"Chess club ♞ +%s +2" % server.host)
        expect(server.ctl("group", "add", "Go club", server.jid("romeo")), NOT_FOUND, "nexactl group list shows them")
        expect(server.ctl("group", "create", "two\nlines"), REFUSED, "one line")
        server.stop()
        server.start()
        require(len(ask_json(server, "group", "members", "Chess club ♞")["members"]) == 2, "not there after a restart")
        expect(server.ctl("--yes", "group", "delete", "Chess club ♞"), DONE, "keep their accounts")
        require(set(rows_of(server)) == {server.jid("romeo"), server.jid("juliet")}, "an account is gone")


@story("room: a room is made, shown, configured, given away and destroyed; it outlives a restart")
def rooms():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        room = "coven@conference." + server.host
        expect(server.ctl("room", "create", room, server.jid("romeo"), "--name", "Coven ♞", "--hidden"), DONE,
               "The room %s was made; it belongs to %s" % (room, server.jid("romeo")))
        expect(server.ctl("room", "create", room, server.jid("juliet")), REFUSED, "exists already")
        expect(server.ctl("room", "set", room, "membersonly", "1"), DONE, "muc#roomconfig_membersonly of %s was set" % room)
        require('command="room set" value="1" by="uid=' in server.log(), "what was set is in the log", server.log())
        expect(server.ctl("room", "set", room, "cauldron", "1"), NOT_FOUND, "nexactl room config %s shows" % room)
        expect(server.ctl("room", "set", room, "roomsecret", "hurlyburly"), REFUSED, "nexactl room password %s" % room)
        require("hurlyburly" not in server.log() + server.stderr(), "a password is in the log")
        expect(server.ctl("room", "affiliation", room, server.jid("juliet"), "admin", "--nick", "Capulet"), DONE, "is admin now")
        server.stop()
        server.start()
        expect(server.ctl("room", "list"), DONE, "^1 room$", "^room +name +kind ", "^%s +Coven ♞ +persistent +0 +1 +2 " % room)
        expect(server.ctl("room", "show", room), DONE, "^%s$" % room, "^members only: +yes$", "^public: +no$", "^owners: +" + server.jid("romeo"))
        people = {row["jid"]: row for row in ask_json(server, "room", "people", room)["people"]}
        require(people[server.jid("juliet")]["affiliation"] == "admin" and people[server.jid("juliet")]["nick"] == "Capulet", "people", people)
        expect(server.ctl("account", "delete", server.jid("romeo"), "--yes"), DONE, "was deleted")
        expect(server.ctl("room", "list", "--ownerless"), DONE, "^1 room$")
        expect(server.ctl("room", "affiliation", room, server.jid("juliet"), "owner"), DONE, "is owner now")
        expect(server.ctl("room", "destroy", room), USAGE, "add --yes")
        expect(server.ctl("room", "destroy", room, "--yes"), DONE, "is no more")
        expect(server.ctl("room", "show", room), NOT_FOUND, "no such room")
        require('command="room destroy" room="%s"' % room in server.log(), "the log tells who did it", server.log())


@story("--json and --state-dir stand before or behind the command; NEXA_STATE_DIR does too")
def places_of_options():
    with Server() as server:
        for words in (["--json", "status"], ["status", "--json"]):
            require(json.loads(server.ctl(*words).stdout)["hosts"] == ["localhost"], "the answer in JSON")
        env = harness.clean_environment()
        for words, more in ((["status", "--state-dir", server.state_dir], {}), (["--state-dir=" + server.state_dir, "status"], {}),
                            (["status"], {"NEXA_STATE_DIR": server.state_dir})):
            run = subprocess.run([NEXACTL] + words, env=dict(env, **more), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 encoding="utf-8", check=False)
            expect(run, DONE, "^Nexa is running$")


@story("--json has the same facts, errors too")
def for_scripts():
    with Server() as server:
        answer = ask_json(server, "account", "add", "romeo@localhost", "--admin", "--password-stdin", stdin="x\n")
        require(answer["account"] == {"admin": True, "jid": "romeo@localhost"}, "what was made", answer)
        answer = ask_json(server, "account", "add", "romeo@localhost", "--password-stdin", stdin="x\n", code=REFUSED)
        require(answer["error"]["condition"] == "conflict", "the condition", answer)
        require(ask_json(server, "kick", "x@localhost", code=NOT_FOUND)["error"]["condition"] == "item-not-found", "not found")
        require(ask_json(server, "kick", code=USAGE)["error"]["condition"] == "usage", "usage")
        server.stop()
        require(ask_json(server, "status", code=NO_SERVER)["error"]["condition"] == "no-server", "no server")


# ---- sessions ----

@story("sessions shows who is connected, kick ends one or all with the reason")
async def sessions_and_kick():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        expect(server.ctl("sessions"), DONE, "^0 sessions$")
        one, two = await login_of(server, "romeo", resource="one"), await login_of(server, "romeo", resource="two")
        other = await login_of(server, "juliet", resource="zürich")
        with socket.create_connection(("127.0.0.1", server.port)):
            wait_until(lambda: ask_json(server, "status")["sessions_logging_in"] == 1, "the one who does not log in is seen")
            expect(server.ctl("sessions"), DONE, "^3 sessions, and 1 not logged in yet$")
            rows = [row for row in ask_json(server, "sessions")["sessions"] if row["jid"] is None]
            require(len(rows) == 1 and rows[0]["address"] == "127.0.0.1", "it has an address only", rows)
        rows = ask_json(server, "sessions", "--jid", "romeo@localhost")["sessions"]
        require([row["jid"] for row in rows] == ["romeo@localhost/one", "romeo@localhost/two"], "filtered", rows)
        require(rows[0]["tls"] == "TLSv1.3" and rows[0]["available"] and rows[0]["priority"] == 0 and rows[0]["stanzas"] == 2,
                "the facts of a session", rows)
        expect(server.ctl("sessions"), DONE, "^romeo@localhost/one  +127.0.0.1 ", "^juliet@localhost/zürich +127.0.0.1 ", "^jid +address +transport +tls +connected +available")
        expect(server.ctl("kick", "romeo@localhost/one", "--reason", "go to bed"), DONE, "The session of romeo@localhost/one was ended")
        require(await ended(one) == "stream error: policy-violation go to bed", "the reason arrives", one.closed)
        require(two.closed is None and other.closed is None, "nobody else is hit")
        expect(server.ctl("kick", "romeo@localhost/one"), NOT_FOUND, "is not connected")
        one = await login_of(server, "romeo", resource="one")
        require(ask_json(server, "kick", "romeo@localhost")["kicked"]["sessions"] == 2, "all of them")
        require("administrator" in await ended(one) and "administrator" in await ended(two), "a reason is given in any case")
        await other.iq("<ping xmlns='urn:xmpp:ping'/>")
        other.drop()


@story("status counts what happens, log level works at once")
async def status_and_level():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        before = ask_json(server, "status")
        require(before["accounts"] == 2 and before["sessions"] == 0 and before["logins"] == 0, "at the beginning", before)
        client = await login_of(server, "romeo")
        await refused_login(server, "juliet", "wrong")
        after = ask_json(server, "status")
        require((after["sessions"], after["logins"], after["login_failures"]) == (1, 1, 1), "one of each", after)
        require(after["stanzas"] >= 2 and after["memory_bytes"] > 1000000 and after["database_size_bytes"] > 4096, "sizes", after)
        require(after["c2s_port"] == server.port and after["c2s_tls_port"] == server.tls_port, "ports", after)
        require(after["http_port"] == server.http_port and after["https_port"] == server.https_port, "web ports", after)
        # The time of the login may still be on its way to the disk.
        require(after["process"] == server.process.pid and after["database_jobs"] <= 1, "process and jobs", after)
        expect(server.ctl("status"), DONE, "^Nexa is running$", r"^memory: +\d+\.\d MiB$", r"^uptime: +\d+ s$", "^database health: +good$",
               "^log dir: +" + re.escape(server.state_dir) + "/log$")
        client.drop()
        expect(server.ctl("log", "level", "loud"), REFUSED, "write error, warning, info or debug")
        expect(server.ctl("log", "level", "warning"), DONE, r"is WARNING now \(it was INFO\)")
        size = len(server.log())
        require(ask_json(server, "status")["log_level"] == "WARNING" and len(server.log()) == size, "nothing is said at INFO")
        expect(server.ctl("reload"), DONE, "no configuration file")
        require(ask_json(server, "status")["log_level"] == "INFO", "a reload restores the configured level")


@story("config lists options and sources, hides secrets; reload says what needs a restart")
def configuration():
    directory = harness.tempfile.mkdtemp(prefix="nexa-e2e-")
    file = os.path.join(directory, "nexad.conf")

    def write(text):
        with open(file, "w", encoding="utf-8") as out:
            out.write(text)
    try:
        write("max_resources = 3\nsecret_key = \"hush\"\n")
        server = Server()
        server.arguments = ["--config", file, "--data-dir", server.state_dir]
        with server:
            rows = {row["name"]: row for row in ask_json(server, "config")["options"]}
            require((rows["max_resources"]["value"], rows["max_resources"]["source"]) == ("3", "file"), "file", rows["max_resources"])
            require(rows["c2s_port"]["source"] == "environment" and rows["state_dir"]["source"] == "command line", "sources")
            require(rows["stanza_max"]["source"] == "default" and rows["stanza_max"]["owner"] == "core", "default")
            require(rows["secret_key"]["value"] == "(set)", "secret")
            require("hush" not in server.ctl("config").stdout + server.log(), "the secret is shown")
            changed = [row["name"] for row in ask_json(server, "config", "--changed")["options"]]
            require("max_resources" in changed and "stanza_max" not in changed, "--changed", changed)
            write("max_resources = 4\nstore_readers = 2\n")
            expect(server.ctl("reload"), DONE, "was read; .*restarted$", "^needs restart: .*store_readers")
            rows = {row["name"]: row for row in ask_json(server, "config")["options"]}
            require(rows["max_resources"]["value"] == "4", "the new value", rows["max_resources"])
            write("max_resources = many\n")
            expect(server.ctl("reload"), REFUSED, "Nothing was changed: .*nexad.conf:1: max_resources")
            rows = {row["name"]: row for row in ask_json(server, "config")["options"]}
            require(rows["max_resources"]["value"] == "4", "everything stays", rows["max_resources"])
    finally:
        shutil.rmtree(directory)


@story("config check needs no server: 0 for a good file, 78 for a bad one")
def config_check():
    server = Server()
    try:
        good, bad = os.path.join(server.directory, "good.conf"), os.path.join(server.directory, "bad.conf")
        with open(good, "w", encoding="utf-8") as file:
            file.write("c2s_port = 5222\n")
        with open(bad, "w", encoding="utf-8") as file:
            file.write("c2s_prot = 5222\n")
        expect(server.ctl("config", "check", "--config", good), DONE, "^The configuration is good.$")
        expect(server.ctl("config", "check", "--config", bad), CONFIG, r"bad.conf:1: .*c2s_port")
        expect(server.ctl("config", "check", "--config", good + ".not"), CONFIG, "good.conf.not")
        require(ask_json(server, "config", "check", "--config", bad, code=CONFIG)["error"]["condition"] == "config", "for scripts")
    finally:
        server.remove()


# ---- no server, no right ----

@story("a server that is not running is said so with the command that starts it: exit code 4")
def no_server():
    with Server() as server:
        expect(server.ctl("status"), DONE)
        server.kill9()
        state = re.escape(server.state_dir)
        expect(server.ctl("status"), NO_SERVER, "no nexad is running for %s .nobody answers at %s/nexactl.sock.; start it with: "
               "nexad --data-dir %s$" % (state, state, state))
        server.start()
        expect(server.ctl("status"), DONE)
        server.stop()
        expect(server.ctl("status"), NO_SERVER, "no nexad is running for %s .no socket %s/nexactl.sock." % (state, state))
        expect(server.ctl("--state-dir", "/nowhere/" + "x" * 120, "status"), USAGE, "too long for a socket")


@story("only root and the server's own user are served: exit code 4 for others")
def no_right():
    if os.geteuid() != 0:
        harness.comment("skipped: only root can become somebody else")
        return
    with Server() as server:
        # Whoever may execute nothing below the build directory may execute the copy.
        copy = os.path.join(server.directory, "nexactl")
        shutil.copy(NEXACTL, copy)
        os.chmod(server.directory, 0o755)

        def ask(state_dir):
            return subprocess.run(["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", copy, "--state-dir", state_dir,
                                   "status"], env=harness.clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  encoding="utf-8", check=False, cwd="/")
        expect(ask(server.state_dir), NO_SERVER, "nexactl.sock is not open to you; run nexactl as root or as the user that runs nexad")
        os.chmod(server.state_dir, 0o755)
        expect(ask(server.state_dir), NO_SERVER, "is not open to you")
        # Even when somebody opened the socket by mistake, the kernel says who calls.
        os.chmod(os.path.join(server.state_dir, "nexactl.sock"), 0o666)
        expect(ask(server.state_dir), REFUSED, "hung up without an answer")
        require("control connection refused uid=65534" in server.log(), "the log says who was refused")


@story("a server that does not answer is waited for 30 s")
def silence():
    server = Server()
    try:
        os.mkdir(server.state_dir)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
            sock.bind(os.path.join(server.state_dir, "nexactl.sock"))
            sock.listen(4)
            began = time.monotonic()
            expect(server.ctl("status"), REFUSED, "did not answer within 30 s.*server.log")
            require(29 < time.monotonic() - began < 40, "how long it waited")
    finally:
        server.remove()


# ---- a terminal ----

class Terminal:
    """nexactl with a terminal of its own."""

    def __init__(self, server, *words):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(NEXACTL, [NEXACTL, "--state-dir", server.state_dir] + list(words), harness.clean_environment())
        self.text = ""

    def expect(self, pattern, limit_secs=LIMIT_SECS):
        end = time.monotonic() + limit_secs
        while not re.search(pattern, self.text):
            require(time.monotonic() < end and self.read(), "the terminal does not show " + pattern, self.text)

    def read(self):
        if not select.select([self.fd], [], [], 1)[0]:
            return True
        try:
            data = os.read(self.fd, 4096)
        except OSError:         # the other side is closed
            data = b""
        self.text += data.decode()
        return bool(data)

    def type(self, text):
        os.write(self.fd, text.encode())

    def end(self):
        """The exit code, or minus the signal."""
        while self.read():
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


@story("on a terminal the password is asked for twice and never shown")
async def asking():
    with Server() as server:
        terminal = Terminal(server, "account", "add", "romeo@localhost")
        terminal.expect("Password: ")
        terminal.type("sésame\n")
        terminal.expect("Once more: ")
        terminal.type("sésame\n")
        require(terminal.end() == DONE and "was created" in terminal.text, "created", terminal.text)
        require("same" not in terminal.text, "the password was shown", terminal.text)
        (await login_of(server, "romeo", "sésame")).drop()
        terminal = Terminal(server, "account", "passwd", "romeo@localhost")
        terminal.expect("Password: ")
        terminal.type("one\n")
        terminal.expect("Once more: ")
        terminal.type("two\n")
        require(terminal.end() == USAGE and "not the same; nothing was done" in terminal.text, "different", terminal.text)
        terminal = Terminal(server, "account", "passwd", "romeo@localhost")
        terminal.expect("Password: ")
        require(not termios.tcgetattr(terminal.fd)[3] & termios.ECHO, "the echo is on while a password is typed")
        terminal.type("half\x03")
        wait_until(lambda: termios.tcgetattr(terminal.fd)[3] & termios.ECHO, "the echo is on again after Ctrl-C")
        require(terminal.end() == -signal.SIGINT, "Ctrl-C ends it", terminal.text)
        (await login_of(server, "romeo", "sésame")).drop()


@story("on a terminal account delete asks first")
def asking_first():
    with Server() as server:
        server.add_accounts("romeo")
        for answer in ("n\n", "\n", "\x04", "yess\n"):
            terminal = Terminal(server, "account", "delete", "romeo@localhost")
            terminal.expect(r"account delete romeo@localhost - .*removed for good. Go on\? \[y/N\] ")
            terminal.type(answer)
            require(terminal.end() == REFUSED and "nothing was done" in terminal.text, "no", answer, terminal.text)
        require(list(rows_of(server)) == ["romeo@localhost"], "it is still there")
        terminal = Terminal(server, "account", "delete", "romeo@localhost")
        terminal.expect("Go on")
        terminal.type("y\n")
        require(terminal.end() == DONE and "was deleted" in terminal.text, "yes", terminal.text)
        require(not rows_of(server), "it is gone")


# ---- the socket ----

def call(server, data, limit_secs=LIMIT_SECS):
    """What the server answers to these bytes until it hangs up, or until it has answered with a line."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
        sock.settimeout(limit_secs)
        sock.connect(os.path.join(server.state_dir, "nexactl.sock"))
        try:
            sock.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass
        answer = b""
        while not answer.endswith(b"\n"):
            try:
                more = sock.recv(65536)
            except ConnectionResetError:
                break
            if not more:
                break
            answer += more
        return answer.decode()


@story("the control socket answers garbage with a sentence, and goes on")
def garbage():
    with Server() as server:
        for data in (b"hello\n", b"\n", b"[]\n", b"{}\n", b"{\"command\":7}\n", b"\0\0\0\n", b"\xff\xfe\n", b"{\"command\":\"status\"\n",
                     b"{\"command\":\"status\",\"args\":[]}\n", b"[" * 5000 + b"\n", b"GET / HTTP/1.0\r\n"):
            answer = json.loads(call(server, data))
            require(answer["ok"] is False and "a request is one line" in answer["error"]["text"], "the answer", data[:40], answer)
        for data, condition in ((b'{"command":"no such"}\n', "feature-not-implemented"),
                                (b'{"command":"kick","args":{"jid":7}}\n', "bad-request"),
                                (b'{"command":"kick","args":{"jid":"a@b","x":"y"}}\n', "bad-request"),
                                (b'{"command":"kick","args":{}}\n', "bad-request"),
                                (b'{"command":"kick","args":{"jid":null}}\n', "bad-request"),
                                (b'{"command":"account add","args":{"jid":"a@localhost","password":"x","admin":"yes"}}\n', "bad-request")):
            answer = json.loads(call(server, data))
            require(answer["error"]["condition"] == condition, "the condition", data, answer)
        require(json.loads(call(server, b'{"command":"status"}\n'))["ok"], "it still answers")


@story("a line of 100 kB is refused, from one write or many, and by nexactl in words")
def long_line():
    with Server() as server:
        for data in (b"x" * 100000, b"x" * 100000 + b"\n", b"x" * 5000000):
            answer = call(server, data)
            require("too long" in answer, "the answer", len(data), answer[:200])
        expect(server.ctl("kick", "a@localhost", "--reason", "x" * 100000), REFUSED, "the request is too long")
        require(json.loads(call(server, b'{"command":"status"}' + b" " * 60000 + b"\n"))["ok"], "a long line that is allowed")


@story("who hangs up while a command runs disturbs nobody, and the command is done")
def hang_up():
    with Server() as server:
        for number in range(20):
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
                sock.connect(os.path.join(server.state_dir, "nexactl.sock"))
                request = {"command": "account add", "args": {"jid": "gone%d@localhost" % number, "password": "x"}}
                sock.sendall((json.dumps(request) + "\n").encode())
        # Half a request, and nothing at all.
        for data in (b'{"command":"sta', b""):
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
                sock.connect(os.path.join(server.state_dir, "nexactl.sock"))
                sock.sendall(data)
        wait_until(lambda: ask_json(server, "status")["accounts"] == 20, "all of them were made")


@story("many callers at once: each gets its own answer, and one of two equal requests wins")
def many_at_once():
    with Server() as server:
        def begin(name):
            run = subprocess.Popen([NEXACTL, "--state-dir", server.state_dir, "account", "add", name, "--password-stdin"],
                                   env=harness.clean_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, encoding="utf-8")
            run.stdin.write("x\n")
            run.stdin.close()
            return name, run
        outcomes = {}
        for name, run in [begin("u%d@localhost" % (number // 2)) for number in range(40)]:
            outcomes.setdefault(name, []).append(run.wait(60))
            text = run.stdout.read() + run.stderr.read()
            require(name in text, "the answer is about somebody else", name, text)
        require(all(sorted(codes) == [DONE, REFUSED] for codes in outcomes.values()), "one wins", outcomes)
        require(len(rows_of(server)) == 20, "as many accounts")


@story("a server that stops while callers are connected stops all the same")
def stop_with_callers():
    with Server() as server:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
            sock.connect(os.path.join(server.state_dir, "nexactl.sock"))
            began = time.monotonic()
            server.stop()
            require(time.monotonic() - began < 5, "it waited for an idle caller")


@story("a server that stops before a password was derived leaves the old one")
async def stop_while_deriving():
    with Server(scram_iterations=400000, workers=1, stop_timeout="1s") as server:
        server.add_accounts("romeo")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
            sock.connect(os.path.join(server.state_dir, "nexactl.sock"))
            request = {"command": "account passwd", "args": {"jid": "romeo@localhost", "password": password_of("romeo")}}
            sock.sendall((json.dumps(request) + "\n").encode() * 30)
            time.sleep(0.3)
            server.stop()
        server.start()
        client = await login_of(server, "romeo")
        await client.close()


main()
