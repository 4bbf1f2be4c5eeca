#!/usr/bin/python3
"""What doc/ADMINISTRATION.md says about saving and restoring is true."""
import os
import shutil
import subprocess
import threading

from harness import LIMIT_SECS, Server, main, require, story
from operations import Wire
from uploads import Uploader
from webraw import ask


def sqlite(path, command):
    run = subprocess.run(["sqlite3", path, command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False,
                         timeout=LIMIT_SECS)
    require(run.returncode == 0 and run.stderr == "", "sqlite3 failed", command, run.stderr)
    return run.stdout.strip()


def restored(backup, server):
    """A new state from the backup."""
    os.mkdir(server.state_dir, 0o700)
    for name in ("nexa.db", "secret"):
        shutil.copy2(os.path.join(backup, name), server.state_dir)
    for name in ("tls", "uploads"):
        shutil.copytree(os.path.join(backup, name), os.path.join(server.state_dir, name))


@story("ADMINISTRATION: sqlite3 .backup under load; the restored server has the accounts, the messages, the files and the authority")
def backup_under_load():
    with Server() as server:
        server.add_accounts("romeo", "juliet", "nurse")
        backup = os.path.join(server.directory, "backup")
        os.mkdir(backup)
        with Uploader(server, "romeo") as romeo:
            slot = romeo.upload(b"a picture")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            wire.send("<message to='%s' type='chat'><body>saved</body></message>" % server.jid("juliet"))
            wire.ping()
            is_over = threading.Event()

            def talk():
                number = 0
                while not is_over.is_set():
                    number += 1
                    wire.send("<message to='%s' type='chat'><body>%d</body></message>" % (server.jid("nurse"), number))
                    wire.ping("n%d" % number)
            talker = threading.Thread(target=talk)
            talker.start()
            try:
                sqlite(os.path.join(server.state_dir, "nexa.db"), ".backup " + os.path.join(backup, "nexa.db"))
            finally:
                is_over.set()
                talker.join()
            wire.ping("afterwards")
        require(sqlite(os.path.join(backup, "nexa.db"), "PRAGMA integrity_check") == "ok", "the copy is damaged")
        shutil.copy2(os.path.join(server.state_dir, "secret"), backup)
        for name in ("tls", "uploads"):
            shutil.copytree(os.path.join(server.state_dir, name), os.path.join(backup, name))
        other = Server()
        restored(backup, other)
        with other, Wire(other, "direct") as wire:
            with open(server.ca, "rb") as one, open(other.ca, "rb") as two:
                require(one.read() == two.read(), "another authority")
            wire.login("juliet").send("<presence/>")
            wire.expect("<body>saved</body>")
            require(ask(other, slot.path, is_tls=True).body == b"a picture", "the file is lost")


@story("ADMINISTRATION: a stopped server is one directory that can be moved")
def moved():
    with Server() as server:
        server.add_accounts("romeo")
        server.stop()
        require(sorted(os.listdir(server.state_dir)) == ["log", "nexa.db", "nexa.db.lock", "secret", "tls", "uploads"],
                "a stopped server leaves other files", os.listdir(server.state_dir))
        new = os.path.join(server.directory, "new")
        os.rename(server.state_dir, new)
        server.state_dir, server.ca = new, os.path.join(new, "tls/ca.pem")
        server.arguments = ["--data-dir", new]
        server.start()
        with Wire(server, "direct") as wire:
            wire.login("romeo")


if __name__ == "__main__":
    main()
