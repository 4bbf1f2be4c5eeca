#!/usr/bin/python3
"""What becomes of uploaded files in the long run: times, quotas and reference counts over restarts and SIGKILL, how files and rows that lost one
another are cleared away, and what /metrics tells of it (doc/internals/uploads.md)."""
import os
import sqlite3
import time

from harness import Server, main, require, story, wait_until
from uploads import PURPOSE, Uploader, command, database, get, nothing_is_left, put, random_bytes, stored
from webraw import Web, ask, check

DAY_MS = 86400000
MANY = 1200             # more than two pieces of the sweep


def remove(somebody, slot):
    require("type='result'" in somebody.ask("<remove xmlns='urn:nexa:files:0' id='%s'/>" % slot.ident, "set"), "it was not removed")


def metric(server, sample):
    """One line of /metrics."""
    for line in ask(server, "/metrics").body.decode().splitlines():
        if line.startswith(sample + " "):
            return float(line.split(" ")[1])
    return require(False, "no such sample", sample)


# ---- killed ----

@story("SIGKILL between a file and its row: the file goes at the next start, and the slot is good for another try")
def killed_before_the_row():
    data = random_bytes(50000)
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo, Web(server, True) as web:
            slot = romeo.slot(len(data))
            # Whoever holds the database keeps its row from being committed.
            base = sqlite3.connect(os.path.join(server.state_dir, "nexa.db"), isolation_level=None)
            base.execute("BEGIN IMMEDIATE")
            web.request(slot.path, "PUT", [slot.header, "Content-Length: %d" % len(data)])
            web.send(data)
            wait_until(lambda: stored(server)[0], "the file has its name")
            server.kill9()
            base.execute("ROLLBACK")
            base.close()
        require(stored(server)[0] and not database(server, "SELECT 1 FROM uploads"), "the story shows nothing")
        server.start()
        nothing_is_left(server)
        check(get(server, slot), 404)
        check(put(server, slot, data), 201)
        server.kill9()
        server.start()
        require(get(server, slot).body == data, "what was answered for")
        nothing_is_left(server, 1)


@story("SIGKILL: quotas of all files and of the day, times and reference counts are as before")
def killed_with_quotas():
    shared = random_bytes(40000)
    with Server(upload_quota="120k", upload_quota_day="150k") as server:
        server.add_accounts("romeo", "juliet")
        with Uploader(server, "romeo") as romeo, Uploader(server, "juliet") as juliet:
            removed, kept, hers = romeo.upload(shared, "secret plan.bin"), romeo.upload(random_bytes(40000)), juliet.upload(shared)
            soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 4))
            passing = juliet.upload(random_bytes(40000), purpose="<ephemeral xmlns='%s' expire-before='%s'/>" % (PURPOSE, soon))
            remove(romeo, removed)
            server.kill9()
        require(not database(server, "SELECT 1 FROM uploads WHERE name = 'secret plan.bin'"), "the name of what was removed is kept")
        server.start()
        check(get(server, removed), 404)
        check(put(server, removed, shared), 409)
        check(get(server, kept), 200)
        wait_until(lambda: get(server, passing).status == 404, "its time is over")
        with Uploader(server, "romeo") as romeo, Uploader(server, "juliet") as juliet:
            romeo.slot(70000)           # 40 000 of 122 880, and 80 000 of 153 600
            require("<retry " in romeo.ask("<request xmlns='urn:xmpp:http:upload:0' filename='x' size='75000'/>"), "the quota of the day")
            juliet.upload(random_bytes(30000))          # and what is over counts until it is swept
            require("Your files take" in juliet.ask("<request xmlns='urn:xmpp:http:upload:0' filename='x' size='30000'/>"), "the quota of all")
            require(get(server, hers).body == shared, "juliet still has it")
            remove(juliet, hers)
            server.stop()
        server.start()
        nothing_is_left(server, 2)
        require(metric(server, "nexa_upload_files") == 2 and metric(server, "nexa_upload_held_bytes") == 70000, "the stock")


# ---- swept ----

@story("upload_keep: what is over goes piece by piece, at the start too; the rows of a day ago go with it, and others stay")
def piece_by_piece():
    with Server(upload_keep="10d") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            kept = romeo.upload(b"this one is kept")
        server.stop()
        now_ms, long_ago = int(time.time() * 1000), 11 * DAY_MS
        with sqlite3.connect(os.path.join(server.state_dir, "nexa.db")) as base:
            for number in range(MANY):
                base.execute("INSERT INTO upload_contents (sha256, size, stored_at) VALUES (?, 10, 1)", ("%064x" % number,))
                base.execute("INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, expires_at, sha256) "
                             "VALUES (?, 'localhost', 'romeo', 'x', ?, 10, 4096, 'image/png', ?, ?, ?)",
                             ("id%d" % number, ("message", "ephemeral", "permanent")[number % 3], now_ms - (long_ago if number % 3 < 2 else 0),
                              None if number % 3 < 2 else now_ms - 1, "%064x" % number))
        server.start()
        wait_until(lambda: database(server, "SELECT COUNT(*) FROM upload_contents") == [(1,)], "the contents are gone")
        # Those of today count for the quota of the day.
        wait_until(lambda: database(server, "SELECT COUNT(*) FROM uploads WHERE sha256 IS NULL") == [(MANY // 3,)], "the old rows are gone")
        require(get(server, kept).body == b"this one is kept", "what is not over")
        nothing_is_left(server, 1)
        require(metric(server, "nexa_upload_files") == 1 and metric(server, "nexa_upload_held_bytes") == 16, "the stock")
        require(metric(server, 'nexa_upload_removals_total{reason="expired"}') == MANY, "they are counted")


@story("an account that was deleted while the module was not there: its files go at the next start, and those that others have stay")
def deleted_behind_the_back():
    shared, own = random_bytes(5000), random_bytes(6000)
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        with Uploader(server, "romeo") as romeo, Uploader(server, "juliet") as juliet:
            romeo.upload(own)
            romeo.upload(shared)
            hers = juliet.upload(shared)
        server.stop()
        with sqlite3.connect(os.path.join(server.state_dir, "nexa.db")) as base:
            base.execute("PRAGMA foreign_keys = ON")
            base.execute("DELETE FROM users WHERE local = 'romeo'")
        server.start()
        nothing_is_left(server, 1)
        require(get(server, hers).body == shared, "hers")


# ---- counted ----

@story("METRICS: slots, files and bytes that came in and are kept, what was refused and why, what was removed")
def counted():
    with Server(upload_max="100k", upload_quota="150k") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo, Web(server, True) as web:
            data = random_bytes(90000)
            slot = romeo.upload(data)
            romeo.upload(random_bytes(50000))
            check(put(server, slot, data), 409)
            for size in (200000, 90000, 0):
                romeo.ask("<request xmlns='urn:xmpp:http:upload:0' filename='x' size='%d'/>" % size)
            web.request(slot.path, "PUT", [slot.header, "Content-Length: 5"])
            check(web.answer(), 400)
            get(server, slot)
            broken = romeo.slot(5000)
            with Web(server, True) as going:
                going.request(broken.path, "PUT", [broken.header, "Content-Length: 5000"])
                going.send(b"x" * 100)
                wait_until(lambda: metric(server, "nexa_upload_received_bytes_total") == 140100, "it comes in")
                require(metric(server, "nexa_upload_receiving") == 1, "a gauge")
            wait_until(lambda: metric(server, "nexa_uploads_broken_off_total") == 1, "it was broken off")
            for sample, number in (("nexa_upload_slots_total", 3), ("nexa_uploads_total", 2),
                                   ("nexa_upload_files", 2), ("nexa_upload_held_bytes", 140000), ("nexa_upload_receiving", 0),
                                   ('nexa_upload_slot_refusals_total{reason="file-too-large"}', 1),
                                   ('nexa_upload_slot_refusals_total{reason="resource-constraint"}', 1),
                                   ('nexa_upload_slot_refusals_total{reason="bad-request"}', 1),
                                   ('nexa_upload_refusals_total{status="400"}', 1), ('nexa_upload_refusals_total{status="409"}', 1),
                                   ('nexa_upload_removals_total{reason="removed"}', 0)):
                require(metric(server, sample) == number, sample, metric(server, sample))
            remove(romeo, slot)
            require(command(server, "upload", "list")["files"][0]["size_bytes"] == 50000, "the other one is there")
            nothing_is_left(server, 1)
            require(metric(server, "nexa_upload_files") == 1 and metric(server, "nexa_upload_held_bytes") == 50000, "the stock")
            require(metric(server, 'nexa_upload_removals_total{reason="removed"}') == 1, "removed")


if __name__ == "__main__":
    main()
