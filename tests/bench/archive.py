"""Pages of 50 messages from archives of rooms, of 10 000 to 1 000 000 messages: what a page costs the server, and how long it takes while the room
talks. nexad alone; the rows are written into its database (loadgen archive says how they are numbered)."""
import json
import os
import sqlite3
import subprocess

import servers

SIZES = (10000, 100000, 1000000)
BEGAN_MS, STEP_MS = 1700000000000, 10000
SPEAKERS = 20
HOST = "conference.localhost"


class ArchiveNexad(servers.Nexad):
    name, port, tls_port = "nexad-archive", 6272, 6273
    accounts = {"user": SPEAKERS}

    def add_accounts(self):
        super().add_accounts()
        self.stop()
        with sqlite3.connect(os.path.join(self.dir, "nexa.db")) as db:
            for number, size in enumerate(SIZES):
                fill(db, f"hall-{size}", size, number)
        db.close()
        self.launch()
        self.wait_for(self.port)


def fill(db, local, size, number):
    """number: a room's own part of the ids, which are told apart by it."""
    room = f"{local}@{HOST}"

    def id_of(i):
        return (BEGAN_MS + i * STEP_MS) << 20 | number

    def stanza_of(i):
        return (f"<message xmlns='jabber:client' from='{room}/o{i % SPEAKERS}' type='groupchat' id='m{i}'><body>Message {i} {'x' * 80}</body>"
                f"<occupant-id xmlns='urn:xmpp:occupant-id:0' id='{i % SPEAKERS:040x}'/>"
                f"<stanza-id xmlns='urn:xmpp:sid:0' by='{room}' id='{id_of(i)}'/></message>")

    db.execute("INSERT INTO rooms (host, local, created_at, subject_at) VALUES (?, ?, 1, 0)", (HOST, local))
    db.execute("INSERT INTO room_settings (host, local, field, value) VALUES (?, ?, 'muc#roomconfig_persistentroom', '1')", (HOST, local))
    db.execute("INSERT INTO room_affiliations (host, local, jid, affiliation) VALUES (?, ?, 'user0@localhost', 'owner')", (HOST, local))
    db.executemany("INSERT INTO messages (id, sender, stanza) VALUES (?, ?, ?)",
                   ((id_of(i), f"user{i % SPEAKERS}@localhost/b{i % SPEAKERS}", stanza_of(i)) for i in range(size)))
    db.executemany("INSERT INTO archive (owner, id, peer, resource) VALUES (?, ?, ?, ?)",
                   ((room, id_of(i), f"user{i % SPEAKERS}@localhost", f"b{i % SPEAKERS}") for i in range(size)))


def time_pages(options, size):
    server = ArchiveNexad(options.state, options, "SHA-1")
    server.start()
    try:
        done = subprocess.run([os.path.join(options.bench, "loadgen"), "archive", "--messages", str(size), "--occupants", str(SPEAKERS),
                               "--rate", "50", "--duration-ms", str(options.duration_ms), "--port", str(server.port),
                               "--users", f"user/{SPEAKERS}/{servers.PASSWORD}", "--server-pid", server.pids()],
                              stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(done.stdout)
    finally:
        server.stop()


FIGURES = ["-server_ms", "-p50_ms", "-p99_ms", "-last_p50_ms", "-time_p50_ms", "-after_p50_ms", "-before_p50_ms", "-with_p50_ms"]
MEASURES = [(f"page of 50 from {size}", lambda options, size=size: time_pages(options, size), FIGURES) for size in SIZES]
