"""How long nexad takes from exec to accepting logins, and to its first HTTP answer, with an empty database, with 100 000 accounts and with
10 000 rooms, and how long the first login of an account with 1 000 contacts takes among those.

Nobody waits for 100 000 key derivations: an account is added by nexactl and its rows are copied under other names. Copies have the same salt
and so the same password; nothing else in the database knows where a row came from."""
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import time

import servers

ACCOUNTS = 100000
BIG_ROSTERS = 100
CONTACTS = 1000
ROOMS = 10000
SETTLE_SECS = 1
HELLO = (b"<?xml version='1.0'?><stream:stream to='localhost' version='1.0' xmlns='jabber:client' "
         b"xmlns:stream='http://etherx.jabber.org/streams'>")
GET = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"


class EmptyNexad(servers.Nexad):
    """Nothing there yet at all: the database and the certificate are made while it starts."""
    name, port, tls_port = "nexad-empty", 6232, 6233
    accounts = {}

    def launch(self):
        shutil.rmtree(self.dir)
        os.makedirs(self.dir)
        super().launch()


class FullNexad(servers.Nexad):
    name, port, tls_port = "nexad-full", 6242, 6243
    accounts = {"u": 1}

    def add_accounts(self):
        super().add_accounts()
        self.stop()
        with sqlite3.connect(os.path.join(self.dir, "nexa.db")) as db:
            copy_accounts(db, "u", range(1, ACCOUNTS))
            copy_accounts(db, "big", range(BIG_ROSTERS))
            fill_rosters(db)
        db.close()
        self.launch()
        self.wait_for(self.port)


class OldNexad(servers.Nexad):
    """A database without rooms, to compare with."""
    name, port, tls_port = "nexad-old", 6252, 6253
    accounts = {}


class RoomsNexad(OldNexad):
    """The same with rooms that stay, each with a name, members and an owner."""
    name, port, tls_port = "nexad-rooms", 6262, 6263

    def add_accounts(self):
        self.stop()
        with sqlite3.connect(os.path.join(self.dir, "nexa.db")) as db:
            fill_rooms(db)
        db.close()
        self.launch()
        self.wait_for(self.port)


def fill_rooms(db):
    host = "conference.localhost"
    names = [f"room{i:05d}" for i in range(ROOMS)]
    db.executemany("INSERT INTO rooms (host, local, created_at, subject_at) VALUES (?, ?, 1, 0)", [(host, name) for name in names])
    db.executemany("INSERT INTO room_settings (host, local, field, value) VALUES (?, ?, ?, ?)",
                   [(host, name, field, value) for name in names
                    for field, value in (("muc#roomconfig_roomname", "Room " + name), ("muc#roomconfig_persistentroom", "1"))])
    db.executemany("INSERT INTO room_affiliations (host, local, jid, affiliation) VALUES (?, ?, ?, ?)",
                   [(host, name, f"u{i}@localhost", "member" if i else "owner") for name in names for i in range(10)])


def copy_accounts(db, prefix, numbers):
    """Rows of u0 again for other names, whatever columns the tables have."""
    for table in ("users", "user_keys"):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        values = ", ".join("?1" if column == "local" else column for column in columns)
        db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} "
                       "WHERE host = 'localhost' AND local = 'u0'", [(f"{prefix}{i}",) for i in numbers])


def fill_rosters(db):
    """Everybody who has a big roster and the first CONTACTS accounts have one another."""
    add = "INSERT INTO roster (host, local, contact, name, subscription, version) VALUES ('localhost', ?, ?, ?, 'both', ?)"
    for i in range(BIG_ROSTERS):
        db.executemany(add, [(f"big{i}", f"u{c}@localhost", f"Contact {c}", c + 1) for c in range(CONTACTS)])
        db.executemany(add, [(f"u{c}", f"big{i}@localhost", f"Big {i}", i + 1) for c in range(CONTACTS)])
    db.executemany("INSERT INTO roster_versions (host, local, version) VALUES ('localhost', ?, ?)",
                   [(f"big{i}", CONTACTS) for i in range(BIG_ROSTERS)] + [(f"u{c}", BIG_ROSTERS) for c in range(CONTACTS)])


def wait_for_answer(port, until, question, ending):
    """Tries until somebody answers it."""
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as sock:
                sock.sendall(question)
                data = b""
                while ending not in data:
                    more = sock.recv(4096)
                    if not more:
                        raise RuntimeError(f"the server on port {port} closes before it has answered")
                    data += more
                return
        except ConnectionRefusedError:
            time.sleep(0.0005)
    raise RuntimeError(f"nobody answers on port {port}")


def pss_kib(server):
    with open(f"/proc/{server.pids()}/smaps_rollup") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def time_start(cls, options, port="port", question=HELLO, ending=b"</stream:features>"):
    server = cls(options.state, options, "SHA-1")
    server.start()          # the first time its accounts are made
    server.stop()
    began = time.monotonic()
    server.launch()
    try:
        wait_for_answer(getattr(server, port), began + servers.START_SECS, question, ending)
        took = time.monotonic() - began
        time.sleep(SETTLE_SECS)
        return {"start_ms": 1000 * took, "pss_kib": pss_kib(server)}
    finally:
        server.stop()


def time_logins(options):
    """One after the other, each account for the first time since the server began; ends when roster and presence have come. server_ms is
    the CPU time of the server; what the client waits includes its own key derivation."""
    server = FullNexad(options.state, options, "SHA-1")
    server.start()
    try:
        done = subprocess.run([os.path.join(options.bench, "loadgen"), "login", "--cold", "--roster", "--concurrent", "1", "--sessions",
                               str(BIG_ROSTERS), "--port", str(server.port), "--users", f"big/{BIG_ROSTERS}/{servers.PASSWORD}",
                               "--server-pid", server.pids()], stdout=subprocess.PIPE, text=True, check=True)
        result = json.loads(done.stdout)
        return dict(result, server_ms=1000 * result["server_cores"] / result["per_wall_sec"])
    finally:
        server.stop()


MEASURES = [
    ("start, empty database", lambda options: time_start(EmptyNexad, options), ["-start_ms"]),
    ("start to HTTP, empty database", lambda options: time_start(EmptyNexad, options, "http_port", GET, b"\r\n\r\n"), ["-start_ms"]),
    (f"start, {ACCOUNTS} accounts", lambda options: time_start(FullNexad, options), ["-start_ms"]),
    ("start, no rooms", lambda options: time_start(OldNexad, options), ["-start_ms", "-pss_kib"]),
    (f"start, {ROOMS} rooms", lambda options: time_start(RoomsNexad, options), ["-start_ms", "-pss_kib"]),
    (f"login, {CONTACTS} contacts among {ACCOUNTS} accounts", time_logins, ["-server_ms", "-p50_ms", "-p99_ms", "-max_ms"]),
]
