#!/usr/bin/python3
"""The logs as an administrator finds them (STYLE.md section 10)."""
import os
import re
import signal
import subprocess
import time

import harness
import operations
from harness import Failure, Server, main, require, story, wait_until
from operations import LOG_LINE, Wire

DAY_SECS = 86400


def rotated(server, name):
    return [file for file in os.listdir(os.path.join(server.state_dir, "log"))
            if re.fullmatch(re.escape(name) + r"\.\d{8}T\d{6}Z(-\d+)?", file)]


@story("server.log has everything, error.log only errors, database.log what the database says; a line is a line")
def files():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            operations.fill_disk(server)
            wire.send("<message to='%s' type='chat'><body>x</body></message>" % server.jid("juliet"))
            wire.expect("<message[^>]*type=.error")
            operations.free_disk(server)
            # The limit held for the logs too: this is what follows when there is space again.
            operations.fill_disk(server, os.path.getsize(os.path.join(server.state_dir, "nexa.db-wal")))
            wire.send("<message to='%s' type='chat'><body>x</body></message>" % server.jid("juliet"))
            wire.expect("<message[^>]*type=.error")
            operations.free_disk(server)
            wire.send("<message to='%s' type='chat'><body>x</body></message>" % server.jid("juliet"))
            wire.ping()
        server.expect_log("no space left")
        require("no space left" in server.log("database"), "database.log does not say what happened", server.log("database"))
        require("bound transport" not in server.log("database"), "database.log has what is not the database's")
        require(server.log("websocket") == "", "websocket.log is not empty without WebSocket")
        for name in ("server", "error", "database"):
            for line in server.log(name).splitlines():
                require(LOG_LINE.match(line), "not a line of a log", line)
        require(all(" ERROR " in line for line in server.log("error").splitlines()), "error.log has other levels")


@story("every connection that ends has a reason in the log")
def reasons():
    with Server(login_timeout="1s", login_tries=1, limits="off") as server:
        server.add_accounts("romeo")
        Wire(server, None).sock.close()                         # gone without a word
        with Wire(server, None) as wire:
            wire.open()
            wire.send("</stream:stream>")                       # polite
            wire.expect("</stream:stream>")
        with Wire(server, "direct") as wire:
            wire.login("romeo").send("<nonsense/>")
            wire.expect_end()
        with Wire(server, "direct") as wire:
            wire.authenticate("romeo", "wrong")                 # too often
            wire.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AHJvbWVvAHg=</auth>")
            wire.expect_end()
        with Wire(server, None) as wire:
            wire.expect_end()                                   # too slow
        with Wire(server, "direct", host="elsewhere.test", server_name="localhost") as wire:
            try:
                wire.open()
            except Failure:
                pass
        first = Wire(server, "direct").login("romeo")
        with Wire(server, "direct") as second:
            second.login("romeo")                               # the same resource: the first one is replaced
            first.expect_end()
            server.process.send_signal(signal.SIGTERM)
            second.expect_end()
        server.wait_end()
        ends = [line for line in server.log().splitlines() if re.search("(session|connection) ended", line)]
        require(len(ends) == 8, "other ends than the story has", len(ends), ends)
        for line in ends:
            require(re.search(r'reason="[^"]+"', line), "no reason", line)
        server.start()


@story("no password, no message body, no key in any log, at debug level")
def no_secrets():
    body = "a body nobody else reads"
    wrong = "wrong-secret-word"
    with Server(log_level="debug", secret_key="very-secret-key", allow_plaintext="yes") as server:
        server.add_accounts("romeo", "juliet")
        for tls in ("direct", "starttls", None):
            with Wire(server, tls) as wire:
                wire.login("romeo")
                wire.send("<message to='%s' type='chat'><body>%s</body></message>" % (server.jid("juliet"), body))
                wire.send("<message to='%s' type='chat'><body>%s</body><x></message>" % (server.jid("juliet"), body))
                wire.expect_end()
            with Wire(server, tls) as wire:
                require(wire.authenticate("romeo", wrong).startswith("<failure"), "a wrong password is right")
        # A password where none belongs.
        with Wire(server, None) as wire:
            wire.open()
            wire.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>%s</auth>" % wrong)
            wire.expect("<failure")
        server.ctl("account", "passwd", server.jid("juliet"), "--password-stdin", stdin="another-secret\n")
        server.stop()
        everything = server.stderr() + open(server.stdout_path, encoding="utf-8").read()
        for name in ("server", "error", "database", "websocket"):
            everything += server.log(name)
        require(" DEBUG " in everything, "there are no debug lines")
        for secret in (harness.password_of("romeo"), wrong, body, "very-secret-key", "another-secret", "AHJvbWVvAH"):
            require(secret not in everything, "a log has " + secret)
        server.start()


@story("the level is changed at run time by nexactl")
def level():
    with Server() as server:
        for name, count in (("debug", True), ("info", False), ("debug", True)):
            server.control(("log level", {"level": name}))
            before = len(server.log())
            with Wire(server) as wire:
                wire.open()
            wait_until(lambda: "TLS" in server.log()[before:] or "ended" in server.log()[before:], "lines about the connection")
            require((" DEBUG " in server.log()[before:]) == count, "debug lines at level " + name, server.log()[before:])


@story("logs of yesterday, last week and last month are put aside at the start; those older than log_keep go")
def rotation():
    server = Server()
    directory = os.path.join(server.state_dir, "log")
    os.makedirs(directory, 0o700)
    ages = {"server.log": 2, "error.log": 0, "websocket.log": 8, "database.log": 40}
    for name, days in ages.items():
        with open(os.path.join(directory, name), "w", encoding="ascii") as file:
            file.write("old line of %s\n" % name)
        os.utime(os.path.join(directory, name), (time.time() - days * DAY_SECS,) * 2)
    old = time.strftime("server.log.%Y%m%dT%H%M%SZ", time.gmtime(time.time() - 31 * DAY_SECS))
    young = time.strftime("server.log.%Y%m%dT%H%M%SZ", time.gmtime(time.time() - 29 * DAY_SECS))
    for name in (old, young, "server.log.mine"):
        open(os.path.join(directory, name), "w", encoding="ascii").close()
    with server:
        wait_until(lambda: len(rotated(server, "database.log")) == 1, "database.log is put aside")
        wait_until(lambda: not os.path.exists(os.path.join(directory, old)), "the oldest is gone")
        for name, days in ages.items():
            aside = [file for file in rotated(server, name) if file != young]
            require(len(aside) == (1 if days else 0), "%s was put aside %d times" % (name, len(aside)))
            require(os.path.exists(os.path.join(directory, name)), "there is no new " + name)
        require(os.path.exists(os.path.join(directory, young)), "what is younger than log_keep is gone")
        require(os.path.exists(os.path.join(directory, "server.log.mine")), "a file that is not ours is gone")
        with open(os.path.join(directory, "error.log"), encoding="ascii") as file:
            require(file.read() == "old line of error.log\n", "today's error.log was changed")
        os.truncate(os.path.join(directory, "error.log"), 0)


@story("log_dir puts the logs elsewhere; stderr leaves them to the service manager")
def log_dir():
    with Server(log_dir="stderr") as server:
        require(not os.path.exists(os.path.join(server.state_dir, "log")), "there are log files")
        require("started version=" in server.stderr(), "the standard error stream does not have the log")
    server = Server()
    server.options["log_dir"] = os.path.join(server.directory, "elsewhere")
    with server:
        require(sorted(os.listdir(server.options["log_dir"])) ==
                ["database.log", "error.log", "server.log", "websocket.log"], "other files")


@story("a standard error stream that nobody reads any more does not stop the server")
def stderr_gone():
    server = Server()
    reading, writing = os.pipe()
    open(server.stderr_path, "w", encoding="ascii").close()
    server.process = subprocess.Popen([harness.NEXAD] + server.arguments, env=operations.environment(server),
                                      stdin=subprocess.DEVNULL, stdout=writing, stderr=writing, cwd=server.directory,
                                      preexec_fn=harness.die_with_parent)
    os.close(writing)
    os.close(reading)
    try:
        wait_until(lambda: operations.takes_commands(server), "the control socket")
        server.add_accounts("romeo")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            wire.ping()
        server.stop()
    finally:
        server.remove()


if __name__ == "__main__":
    main()
