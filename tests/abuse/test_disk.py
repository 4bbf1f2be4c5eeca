#!/usr/bin/python3
"""Ill disks under a running server: full, read-only after an error, gone, and a database that another process has locked. It refuses, it
tells, the rest of the server goes on, nothing that was answered for is lost, and it recovers by itself where that is possible."""
import contextlib
import os
import sqlite3
import subprocess

from disks import Disk, DiskServer
from harness import Server, main, require, story
from operations import Wire, refused

FAILED = 1


def store(wire, server, body):
    """A message to somebody who is offline. None: it was taken; else the error's condition."""
    wire.send("<message to='%s' type='chat' id='%s'><body>%s</body></message>" % (server.jid("juliet"), body, body))
    wire.send("<iq type='get' id='after %s' to='%s'><ping xmlns='urn:xmpp:ping'/></iq>" % (body, server.host))
    answer = wire.expect("<iq[^>]*id=['\"]after %s['\"][^>]*>|<message[^>]*id=['\"]%s['\"].*?<error.*?</message>" % (body, body)).group(0)
    if answer.startswith("<iq"):
        return None
    wire.expect("<iq[^>]*id=['\"]after %s['\"][^>]*>" % body)
    return next((name for name in ("resource-constraint", "internal-server-error") if name in answer), answer)


def health(server):
    return server.control(("status", {}))[0]["database_health"]


def check_waiting(server, *bodies):
    """Just these messages wait for juliet, in this order."""
    with Wire(server, "direct") as wire:
        wire.login("juliet")
        wire.send("<presence/>")
        wire.expect(".*".join("<body>%s</body>" % body for body in bodies))
        wire.ping()
        require(wire.seen.count("<body>") == len(bodies), "other messages than these", bodies, wire.seen)


def others_go_on(server):
    """Who stores nothing does not notice."""
    with Wire(server, "direct") as one, Wire(server, "direct") as two:
        one.login("benvolio", resource="one")
        two.login("benvolio", resource="two")
        one.send("<message type='headline' to='%s/two'><body>hello</body></message>" % server.jid("benvolio"))
        two.expect("<body>hello</body>")


@contextlib.contextmanager
def romeo_at(server):
    """Everybody has an account, and romeo is logged in."""
    server.add_accounts("romeo", "juliet", "benvolio")
    with Wire(server, "direct") as wire:
        wire.login("romeo")
        yield wire


def fill(disk):
    """What else is on the disk takes all of it, down to the last block."""
    with open(os.path.join(disk.path, "filler"), "wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"x" * size)


@story("a disk that is really full: refused, told in log and status, and good again when there is space")
def full():
    with Disk(24) as disk, DiskServer(disk) as server:
        with romeo_at(server) as wire:
            require(store(wire, server, "kept one") is None, "refused although there is space")
            fill(disk)
            # The write-ahead log may have some blocks left.
            taken = ["kept one"]
            for number in range(200):
                body = "filling %d %s" % (number, "x" * 2000)
                error = store(wire, server, body)
                if error:
                    break
                taken.append(body)
            require(error == "resource-constraint", "a full disk is another error", error, len(taken))
            require("no space left" in health(server), "the status does not tell", health(server))
            others_go_on(server)
            os.unlink(os.path.join(disk.path, "filler"))
            require(store(wire, server, "kept two") is None, "refused although there is space again")
            require(health(server) == "good", "the status still complains", health(server))
        server.kill9()
        server.start()
        check_waiting(server, *taken, "kept two")
        # error.log is on the same disk; the standard error stream is the journal's.
        require("ERROR cannot store: no space left for" in server.stderr(), "the log does not tell")


@story("a full disk at the start of a server that has a database: a sentence, or it starts; never damage")
def full_at_start():
    with Disk(24) as disk, DiskServer(disk) as server:
        with romeo_at(server) as wire:
            require(store(wire, server, "kept") is None, "refused although there is space")
        server.stop()
        fill(disk)
        refused(server, FAILED, "space")
        os.unlink(os.path.join(disk.path, "filler"))
        server.start()
        check_waiting(server, "kept")


@story("a disk that the kernel makes read-only after an error: refused, told, and the next start has everything")
def read_only():
    with Disk() as disk:
        disk.unmount()
        require(not disk.mount("errors=remount-ro"), "cannot mount")
        device = subprocess.check_output(["findmnt", "-n", "-o", "SOURCE", disk.path], encoding="utf-8").strip()
        trigger = "/sys/fs/ext4/%s/trigger_fs_error" % os.path.basename(device)
        with DiskServer(disk) as server:
            with romeo_at(server) as wire:
                require(store(wire, server, "kept") is None, "refused although the disk is good")
                with open(trigger, "w", encoding="ascii") as file:
                    file.write("1")
                require(store(wire, server, "lost") == "internal-server-error", "a broken disk is another error")
                require(health(server) != "good", "the status does not tell")
                others_go_on(server)
            server.kill9()
            refused(server, FAILED, "read-only|Read-only|cannot write|right to write")
            disk.come_back()
            server.start()
            check_waiting(server, "kept")


@story("a disk that is gone while the server runs: refused, told, and who stores nothing goes on")
def gone():
    with Disk() as disk, DiskServer(disk) as server:
        with romeo_at(server) as wire:
            require(store(wire, server, "kept") is None, "refused although the disk is good")
            disk.cut()
            require(store(wire, server, "lost") == "internal-server-error", "a disk that is gone is another error")
            require(health(server) != "good", "the status does not tell")
        server.kill9()
        disk.come_back()
        server.start()
        check_waiting(server, "kept")


# ---- locked ----

@contextlib.contextmanager
def locked(server):
    """Another program has the database and does not let go."""
    with contextlib.closing(sqlite3.connect(os.path.join(server.state_dir, "nexa.db"), isolation_level=None)) as base:
        base.execute("BEGIN IMMEDIATE")
        yield
        base.execute("ROLLBACK")


@story("another program locks the database for a moment: what is to be stored waits, everything else goes on, nothing is lost")
def locked_for_a_moment():
    with Server() as server:
        with romeo_at(server) as wire:
            with locked(server):
                wire.send("<message to='%s' type='chat'><body>waits</body></message>" % server.jid("juliet"))
                wire.send("<iq type='get' id='behind' to='%s'><ping xmlns='urn:xmpp:ping'/></iq>" % server.host)
                wire.receive(0.5)
                require("behind" not in wire.text, "answered before it was stored", wire.text)
                others_go_on(server)
            wire.expect("<iq[^>]*id=['\"]behind['\"]")
        check_waiting(server, "waits")


@story("another program keeps the database locked: refused, told in log and status, and good again when it lets go")
def locked_for_long():
    with Server() as server:
        with romeo_at(server) as wire:
            with locked(server):
                require(store(wire, server, "refused") == "internal-server-error", "a locked database is another error")
                require("another program" in health(server), "the status does not tell", health(server))
                others_go_on(server)
            require(store(wire, server, "kept") is None, "refused although nobody has a lock")
            require(health(server) == "good", "the status still complains", health(server))
        check_waiting(server, "kept")
        server.expect_log("another program")


@story("a database that is locked when the server starts: it starts, and stores when the other program lets go")
def locked_at_start():
    with Server() as server:
        server.add_accounts("romeo", "juliet", "benvolio")
        server.stop()
        with locked(server):
            server.start()
            wire = Wire(server, "direct").login("romeo")
            wire.send("<message to='%s' type='chat'><body>waits</body></message>" % server.jid("juliet"))
            others_go_on(server)
        wire.ping()
        wire.sock.close()
        check_waiting(server, "waits")


if __name__ == "__main__":
    main()
