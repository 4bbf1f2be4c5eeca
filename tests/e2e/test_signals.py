#!/usr/bin/python3
"""SIGTERM drains, SIGHUP reloads, and systemd is told (issue 2 section 8, sd_notify(3))."""
import contextlib
import os
import re
import signal
import socket
import time

import operations
from harness import LIMIT_SECS, Failure, Server, is_sanitized, main, password_of, require, story, wait_until
from operations import NotifySocket, Wire, hang_up, make_certificate, trusting
from xmppraw import Client, Refused

GOODBYE = "<stream:error>.*<system-shutdown.*</stream:error></stream:stream>"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def configured(text, **options):
    """A server with a configuration file: (server, path)."""
    server = Server(**options)
    path = os.path.join(server.directory, "nexad.conf")
    write(path, text)
    server.arguments = server.arguments + ["--config", path]
    return server, path


def reload(server, says="configuration read anew"):
    """SIGHUP, and the line that must follow in the log; the lines since then."""
    before = len(server.log())

    def is_said():
        return says in server.log()[before:]

    hang_up(server)
    if is_sanitized():      # the thread sanitizer now and then keeps a signal that comes as the loop begins: 2 of 180, none of 400 without it
        with contextlib.suppress(Failure):
            wait_until(is_said, "", 20)
        if not is_said():
            hang_up(server)
    wait_until(is_said, "the log says " + says)
    return server.log()[before:]


# ---- SIGTERM ----

@story("SIGTERM: every client is told, and nexad ends with 0")
def drains():
    for signum in (signal.SIGTERM, signal.SIGINT):
        with Server(allow_plaintext="yes") as server:
            server.add_accounts("romeo")
            wires = [Wire(server, tls).login("romeo", resource=str(tls)) for tls in ("direct", "starttls", None)]
            with Wire(server, None) as stranger:
                stranger.open()
                began = time.monotonic()
                server.process.send_signal(signum)
                for wire in wires:
                    wire.expect(GOODBYE)
                    wire.sock.close()
                stranger.expect(GOODBYE)
            code = server.wait_end()
            require(code == 0, "nexad ended with another code than 0", code)
            require(time.monotonic() - began < 5, "nexad took %.1f s to end" % (time.monotonic() - began))
            require(not os.path.exists(os.path.join(server.state_dir, "nexactl.sock")), "the control socket is still there")
            server.start()


@story("SIGTERM: a client that does not read or hang up delays the end by stop_timeout at most")
def does_not_read():
    with Server(stop_timeout="2s", limits="off", output_max="64M") as server:
        server.add_accounts("romeo", "juliet")
        with Wire(server, "direct", buffer_bytes=4096) as deaf, Wire(server, "direct") as wire:
            deaf.login("juliet").send("<presence/>")
            wire.login("romeo")
            for _ in range(200):
                wire.send("<message to='%s' type='chat'><body>%s</body></message>" % (server.jid("juliet") + "/wire", "x" * 100000))
            wire.ping()
            began = time.monotonic()
            server.process.send_signal(signal.SIGTERM)
            code = server.wait_end()
            took = time.monotonic() - began
            require(code == 0 and 1.5 < took < 4, "nexad ended with %s after %.1f s" % (code, took))
        server.start()


@story("SIGTERM: a message that was confirmed before is delivered by the next run")
def keeps_promises():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            wire.send("<message to='%s' type='chat'><body>before the end</body></message>" % server.jid("juliet"))
            wire.ping()
            server.stop()
        server.start()
        with Wire(server, "direct") as wire:
            wire.login("juliet").send("<presence/>")
            wire.expect("before the end")


@story("SIGTERM: new clients are refused while the server drains")
def closed_door():
    with Server(stop_timeout="2s") as server:
        server.add_accounts("romeo")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            server.process.send_signal(signal.SIGTERM)
            wire.expect(GOODBYE)
            try:
                socket.create_connection(("127.0.0.1", server.port), timeout=LIMIT_SECS).close()
                require(False, "a new client was let in")
            except ConnectionRefusedError:
                pass
        server.wait_end()
        server.start()


# ---- SIGHUP ----

@story("SIGHUP: a changed log level holds at once")
def log_level():
    server, path = configured('log_level = info\n')
    with server:
        with Wire(server) as wire:
            wire.open()
        require(" DEBUG " not in server.log(), "there are debug lines already")
        write(path, "log_level = debug\n")
        reload(server)
        with Wire(server) as wire:
            wire.open()
        wait_until(lambda: " DEBUG " in server.log(), "debug lines")
        write(path, "log_level = warning\n")
        hang_up(server)
        time.sleep(0.3)
        size = len(server.log())
        with Wire(server) as wire:
            wire.open()
        time.sleep(0.3)
        require(len(server.log()) == size, "lines below the level are written", server.log()[size:])


@story("SIGHUP: who is an administrator, and who is none any more, is so at once, also while connected")
async def administrators():
    server, path = configured("log_level = info\n")
    with server:
        server.add_accounts("romeo", "juliet")
        room = "coven@conference." + server.host
        server.ctl("room", "create", room, server.jid("juliet"))
        client = await Client(server, "romeo").connect(password_of("romeo"))

        async def has_rights():
            try:
                await client.iq("<query xmlns='http://jabber.org/protocol/muc#owner'/>", to=room)
                return True
            except Refused as why:
                require(why.args[0] == "forbidden", "refused otherwise", why.args)
                return False

        require(not await has_rights(), "an owner's rights before")
        write(path, "admins = %s\n" % server.jid("romeo"))
        reload(server)
        require(await has_rights(), "no rights though named")
        write(path, "log_level = info\n")
        reload(server)
        require(not await has_rights(), "still the rights though not named any more")
        await client.close()


@story("SIGHUP: a change that needs a restart is reported, not applied")
def needs_restart():
    server, path = configured("workers = 2\nlogin_timeout = 30s\n")
    with server:
        write(path, 'workers = 3\nlogin_timeout = 1s\n')
        lines = reload(server)
        require("WARNING option workers has changed; it takes effect when the server is restarted" in lines, "no report", lines)
        require("login_timeout" not in lines, "an option that can be changed is reported", lines)
        with Wire(server, None) as wire:
            wire.expect("<stream:error>.*<connection-timeout")


@story("SIGHUP: a wrong file leaves everything as it was, and ERROR says why")
def wrong_file():
    server, path = configured("log_level = info\nlogin_timeout = 30s\n")
    with server:
        server.add_accounts("romeo")
        server.expect_log(r"not reloaded, everything stays as it was: .*nexad\.conf:2: ")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            write(path, "log_level = debug\nlogin_timeout = soon\n")
            reload(server, "not reloaded, everything stays as it was")
            with Wire(server) as other:
                other.open()
            require(" DEBUG " not in server.log(), "half of the file was applied")
            wire.ping()
        write(path, "log_level = info\nlogin_timeout = 40s\n")
        reload(server)


@story("SIGHUP: certificates that cannot be used leave everything as it was, options too")
def wrong_certificates():
    server, path = configured("")
    cert, key = make_certificate(server.directory, "localhost")
    good = 'tls_cert = "%s"\ntls_key = "%s"\nlog_level = info\n' % (cert, key)
    write(path, good)
    with server:
        server.expect_log("not reloaded, everything stays as it was: cannot read .*gone.key: No such file")
        write(path, good.replace(key, "gone.key").replace("info", "debug"))
        reload(server, "not reloaded, everything stays as it was")
        with Wire(server, "direct", context=trusting(cert)) as wire:
            wire.open()
        require(" DEBUG " not in server.log(), "half of the file was applied")
        # The old values are in force for the next reload too, not those that were refused.
        write(path, good)
        reload(server)


@story("SIGHUP: what the host says of itself afterwards has another version (XEP-0115 section 6.3)")
def capabilities():
    server, path = configured("")

    def version():
        with Wire(server, "direct") as wire:
            return re.search(r"<c [^>]*ver='([^']+)'", wire.login("romeo").features).group(1)
    with server:
        server.add_accounts("romeo")
        before = version()
        require(version() == before, "another version without a reason")
        write(path, 'contact_admin = "xmpp:ann@localhost"\n')
        reload(server)
        require(version() != before, "the same version for another answer")
        write(path, "")
        reload(server)
        require(version() == before, "another version for the same answer")


@story("SIGHUP: new certificates serve new clients; old clients live on and talk")
def new_certificates():
    server, path = configured("")
    cert, key = make_certificate(server.directory, "localhost")
    other_cert, other_key = make_certificate(server.directory, "localhost", file_name="other")
    write(path, 'tls_cert = "%s"\ntls_key = "%s"\n' % (cert, key))
    before, after = trusting(cert), trusting(other_cert)
    with server:
        server.add_accounts("romeo", "juliet")
        with Wire(server, "direct", context=before) as old:
            old.login("romeo").send("<presence/>")
            os.replace(other_key, key)
            os.replace(other_cert, cert)
            reload(server)
            old.ping("after")
            with Wire(server, "starttls", context=after) as new:
                require(new.certificate() != old.certificate(), "a new client got the old certificate")
                new.login("juliet")
                new.send("<message to='%s/wire' type='chat'><body>hello</body></message>" % server.jid("romeo"))
            old.expect("<body>hello</body>")


@story("SIGHUP: log files are opened anew after somebody renamed them")
def reopened_logs():
    with Server() as server:
        path = os.path.join(server.state_dir, "log")
        for name in ("server", "error", "database", "websocket"):
            os.rename(os.path.join(path, name + ".log"), os.path.join(path, name + ".old"))
        reload(server)
        for name in ("server", "error", "database", "websocket"):
            require(os.path.exists(os.path.join(path, name + ".log")), name + ".log was not made again")
            require(os.stat(os.path.join(path, name + ".log")).st_mode & 0o077 == 0, "others may read %s.log" % name)


@story("SIGHUP: a burst of them does no harm")
def burst():
    with Server() as server:
        server.add_accounts("romeo")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            for _ in range(50):
                hang_up(server)
                time.sleep(0.002)
            wire.ping()


# ---- sd_notify ----

@story("sd_notify: READY=1, RELOADING=1 with the time, READY=1 again, STOPPING=1")
def notifies():
    server = Server()
    manager = NotifySocket(server)
    env = operations.environment(server)
    env["NOTIFY_SOCKET"] = manager.path
    with operations.started(server, env):
        require(manager.next() == "READY=1", "the first message is not READY=1")
        with Wire(server, None) as wire:
            wire.open()         # ready means ready
        for _ in range(2):
            asked = time.monotonic_ns() // 1000
            hang_up(server)
            state, _, at = manager.next().partition("\nMONOTONIC_USEC=")
            require(state == "RELOADING=1" and asked <= int(at) <= time.monotonic_ns() // 1000, "RELOADING=1", state, at)
            require(manager.next() == "READY=1", "the reload does not end with READY=1")
        server.process.terminate()
        require(manager.next() == "STOPPING=1", "not STOPPING=1 at the end")
        require(server.wait_end() == 0, "nexad did not end with 0")


@story("sd_notify: a reload that fails ends with READY=1 too")
def notifies_failed_reload():
    server, path = configured("")
    manager = NotifySocket(server)
    env = operations.environment(server)
    env["NOTIFY_SOCKET"] = manager.path
    with operations.started(server, env):
        require(manager.next() == "READY=1", "the first message is not READY=1")
        write(path, "nonsense")
        hang_up(server)
        require(manager.next().startswith("RELOADING=1"), "no RELOADING=1")
        require(manager.next() == "READY=1", "no READY=1")


@story("sd_notify: a socket nobody reads from, or that is not there, is no reason to stop")
def nobody_listens():
    for path in ("/nonexistent/socket", "@nobody-is-here", "x" * 200):
        server = Server()
        env = operations.environment(server)
        env["NOTIFY_SOCKET"] = path
        with operations.started(server, env):
            def answers():
                try:
                    with Wire(server, None) as wire:
                        return wire.open()
                except ConnectionRefusedError:
                    return ""
            wait_until(answers, "a stream")


if __name__ == "__main__":
    main()
