#!/usr/bin/python3
"""Uploads over HTTP as clients, browsers and attackers make them (XEP-0363). What is said over XMPP is told in
tests/proto/xep0363-*.story."""
import errno
import hashlib
import io
import os
import resource
import time

import slixmpp

from harness import Server, main, require, story, wait_until
from people import Client
from uploads import PURPOSE, Uploader, command, curl, database, get, nothing_is_left, put, random_bytes, stored
from webraw import Web, ask, check

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc\xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef\0\0\0\0IEND\xaeB`\x82"
HTML = b"<!DOCTYPE html><html><script>document.title = 'run'</script></html>"
SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


# ---- the usual way ----

@story("XEP-0363 sections 4, 7: a slot, PUT, 201, and what was uploaded is what is downloaded, by its type, name and hash")
def usual():
    data = random_bytes(3000000)
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot = romeo.slot(len(data), "très cool &amp; (1).bin")
            require(slot.url.endswith("/tr%C3%A8s%20cool%20%26%20%281%29.bin"), "the name", slot.url)
            check(put(server, slot, data), 201, "access-control-allow-origin: *")
            digest = hashlib.sha256(data).hexdigest()
            answer = check(get(server, slot), 200, "content-type: application/octet-stream", "content-length: 3000000",
                           'etag: "%s"' % digest, "accept-ranges: bytes", "x-content-type-options: nosniff",
                           "content-security-policy: default-src 'none'; frame-ancestors 'none'; sandbox", "cache-control: private",
                           "content-disposition: attachment; filename*=UTF-8''tr%C3%A8s%20cool", "access-control-allow-origin: *",
                           "access-control-expose-headers: content-range")
            require(answer.body == data, "the file is another one")
            require(os.path.relpath(stored(server)[0][0], server.state_dir) == "uploads/%s/%s" % (digest[:2], digest), "its place")
            head = check(get(server, slot, "-I"), 200, "content-length: 3000000")
            require(head.body == b"" and set(head.headers) == set(answer.headers), "HEAD differs", head.headers, answer.headers)
            romeo.wire.ping()
        server.stop()
        server.start()
        require(get(server, slot).body == data, "after a restart")


@story("RFC 9110 sections 13, 14: ranges, and nothing for who has it already")
def ranges():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot = romeo.upload(PNG, "dot.png", "image/png")
            answer = check(get(server, slot, "-r", "1-3"), 206, "content-range: bytes 1-3/%d" % len(PNG), "content-length: 3")
            require(answer.body == PNG[1:4], "the range")
            require(check(get(server, slot, "-r", "-4"), 206).body == PNG[-4:], "the end")
            require(check(get(server, slot, "-r", "60-"), 206).body == PNG[60:], "the rest")
            check(get(server, slot, "-r", "1000-"), 416, "content-range: bytes */%d" % len(PNG))
            tag = answer.headers["etag"]
            answer = check(get(server, slot, "-H", "If-None-Match: " + tag), 304, "etag: " + tag)
            require(answer.body == b"", "304 has a body")
            check(get(server, slot, "-H", 'If-None-Match: "other"'), 200)


@story("section 8: pages from everywhere may upload and download, with the ticket as the only proof")
def cors():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot = romeo.slot(len(PNG), "dot.png", "image/png")
            preflight = ("-X", "OPTIONS", "-H", "Origin: https://chat.example", "-H", "Access-Control-Request-Method: PUT", "-H",
                         "Access-Control-Request-Headers: authorization,content-type")
            answer = check(curl(server, slot.url, *preflight), 204, "access-control-allow-origin: *", "access-control-allow-methods: PUT")
            allowed = answer.headers["access-control-allow-headers"].lower()
            require("authorization" in allowed and "content-type" in allowed, "headers", allowed)
            check(put(server, slot, PNG, "-H", "Origin: https://chat.example"), 201, "access-control-allow-origin: *")
            check(put(server, slot, PNG, "-H", "Origin: https://chat.example"), 409, "access-control-allow-origin: *")


@story("section 9.1: uploaded HTML and SVG is saved, never run, whatever it was called; pictures and sound are shown")
def harmless():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            for data, name, declared, found, shown in (
                    (HTML, "page.html", "text/html", "text/html; charset=us-ascii", "attachment"),
                    (HTML, "picture.png", "image/png", "text/html; charset=us-ascii", "attachment"),
                    (SVG, "picture.svg", "image/svg+xml", "image/svg+xml", "attachment"),
                    (PNG, "page.html", "", "image/png", "inline"),
                    (b"ID3\x03\0\0\0\0\0\x0aTIT2\0\0\0\0\0\0\xff\xfb\x90\0" + b"\0" * 500, "a.mp3", "audio/mpeg", "audio/mpeg", "inline"),
                    (b"%PDF-1.7\n%\xe2\xe3\n", "a.pdf", "application/pdf", "application/pdf", "attachment")):
                slot = romeo.upload(data, name, declared)
                answer = check(get(server, slot), 200, "content-type: " + found, "content-disposition: " + shown + "; ",
                               "x-content-type-options: nosniff")
                policy = answer.headers["content-security-policy"]
                require("default-src 'none'" in policy and "sandbox" in policy and "frame-ancestors 'none'" in policy, "policy", policy)
                require("allow-" not in policy, "the sandbox is open", policy)


@story("slixmpp uploads (xep_0363), somebody else fetches the address and has the same file")
async def slixmpp_uploads():
    data = random_bytes(200000)
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        os.environ["SSL_CERT_FILE"] = server.ca         # its HTTP client believes in whom the system does
        romeo, juliet = [await Client(server, name).log_in() for name in ("romeo", "juliet")]
        romeo.register_plugin("xep_0363")
        # Its search for the service is broken with this Python ("Passing coroutines is forbidden").
        romeo["xep_0363"].upload_service = slixmpp.JID("upload." + server.host)
        romeo["xep_0363"].max_file_size = len(data)
        url = await romeo["xep_0363"].upload_file("secret photo.aesgcm", input_file=io.BytesIO(data), size=len(data),
                                                  content_type="application/octet-stream")
        romeo.send_message(mto=juliet.boundjid.bare, mbody=url, mtype="chat")
        message = await juliet.meet("message")
        require(curl(server, message["body"]).body == data, "juliet has another file", message["body"])
        await romeo.log_out()
        await juliet.log_out()


@story("the same bytes are stored once, however often they are uploaded, and go with the last one who has them")
def once():
    data = random_bytes(100000)
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        with Uploader(server, "romeo") as romeo, Uploader(server, "juliet") as juliet:
            slots = [romeo.upload(data, "a.bin"), romeo.upload(data, "b.bin"), juliet.upload(data, "c.bin")]
            nothing_is_left(server, 1)
            romeo.ask("<remove xmlns='urn:nexa:files:0' id='%s'/>" % slots[0].ident, "set")
            check(get(server, slots[0]), 404)
            check(put(server, slots[0], data), 409)
            require(get(server, slots[1]).body == data, "the second one")
            server.ctl("account", "delete", server.jid("romeo"), "--yes")
            check(get(server, slots[1]), 404)
            time.sleep(6)       # longer than the sweep waits
            require(get(server, slots[2]).body == data, "the third one")
            romeo.wire.sock.close()
            require(server.ctl("upload", "delete", slots[2].ident, "--yes").returncode == 0, "nexactl upload delete")
            check(get(server, slots[2]), 404)
            nothing_is_left(server)


@story("section 5.3: an ephemeral file is gone at its time, exactly, and so is what lies on the disk")
def ephemeral():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3))
            slot = romeo.upload(PNG, "dot.png", purpose="<ephemeral xmlns='%s' expire-before='%s'/>" % (PURPOSE, soon))
            answer = get(server, slot)
            require(answer.status == 404 or int(answer.headers["cache-control"].split("=")[1]) <= 3, "the cache", answer.headers)
            wait_until(lambda: get(server, slot).status == 404, "it is gone")
            database(server, "UPDATE uploads SET created_at = created_at - 1")
        server.stop()
        server.start()          # which sweeps
        nothing_is_left(server)


@story("upload_keep: files of messages go when they are older, those for a profile and for ever stay")
def retention():
    with Server(upload_keep="10d") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slots = {purpose: romeo.upload(random_bytes(5000), purpose=purpose and "<%s xmlns='%s'/>" % (purpose, PURPOSE))
                     for purpose in ("", "message", "profile", "permanent")}
            database(server, "UPDATE uploads SET created_at = created_at - 11 * 86400000")
            got = {purpose: get(server, slot).status for purpose, slot in slots.items()}
            require(got == {"": 404, "message": 404, "profile": 200, "permanent": 200}, "what stays", got)
        server.stop()
        server.start()
        nothing_is_left(server, 2)


# ---- who may not ----

@story("section 7: without the ticket, with another one, an expired or a damaged one nothing is taken")
def tickets():
    with Server(upload_slot_time="10") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot, other = romeo.slot(len(PNG)), romeo.slot(len(PNG))
            check(curl(server, slot.url, "-X", "PUT", "--data-binary", "@-", stdin=PNG), 403)
            for header in (other.header, slot.header[:-4], slot.header + "AAAA", "Authorization: Basic cm9tZW86cm9tZW8=",
                           "Authorization: Bearer", slot.header.replace("Bearer", "Digest")):
                check(curl(server, slot.url, "-X", "PUT", "-H", header, "--data-binary", "@-", stdin=PNG), 403)
            check(get(server, slot), 404)
            check(put(server, slot, PNG), 201)
            time.sleep(11)
            check(put(server, other, PNG), 410)
            check(get(server, other), 404)


@story("a slot is good after a restart, and no longer for an account that was disabled or deleted")
def slots_and_accounts():
    with Server() as server:
        server.add_accounts("romeo", "juliet", "tybalt")
        slots = {}
        for name in ("romeo", "juliet", "tybalt"):
            with Uploader(server, name) as who:
                slots[name] = who.slot(len(PNG))
        server.stop()
        server.start()
        server.ctl("account", "disable", server.jid("juliet"), "--yes")
        server.ctl("account", "delete", server.jid("tybalt"), "--yes")
        check(put(server, slots["romeo"], PNG), 201)
        check(put(server, slots["juliet"], PNG), 403)
        check(put(server, slots["tybalt"], PNG), 403)
        nothing_is_left(server, 1)


@story("a slot serves once: not again, not twice at a time, not after its file was removed")
def replays():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo, Web(server, True) as web:
            slot = romeo.slot(len(PNG))
            web.request(slot.path, "PUT", [slot.header, "Content-Length: %d" % len(PNG)])
            web.send(PNG[:10])
            wait_until(lambda: stored(server)[1], "it is coming in")
            check(put(server, slot, PNG), 409)
            web.send(PNG[10:])
            check(web.answer(), 201)
            check(put(server, slot, b"x" * len(PNG)), 409)
            require(get(server, slot).body == PNG, "the file was replaced")
            server.ctl("upload", "delete", slot.ident, "--yes")
            check(put(server, slot, PNG), 409)


@story("section 7: length and type have to be those of the slot; chunked bodies and none at all are refused")
def headers():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot = romeo.slot(len(PNG), "dot.png", "image/png")
            check(put(server, slot, PNG + b"x"), 413)
            check(put(server, slot, PNG[:-1]), 400)
            check(put(server, slot, b""), 400)
            check(put(server, slot, PNG, "-H", "Transfer-Encoding: chunked"), 411)
            check(put(server, slot, PNG, "-H", "Content-Type: text/html"), 415)
            nothing_is_left(server)
            check(put(server, slot, PNG, "-H", "Content-Type: Image/PNG; x=y"), 201)
            check(curl(server, slot.url, "-X", "DELETE"), 405)
            check(curl(server, slot.url, "-X", "POST", "-H", slot.header, "-d", "x"), 405)


PROGRAMS = b"MZ\x90\0" + b"\0" * 60 + b"PE\0\0", b"\x7fELF\x02\x01\x01\0" + b"\0" * 8 + b"\x02\0\x3e\0\x01" + b"\0" * 43


@story("bytes of a type that is not taken are refused, whatever they are called; programs are, encrypted files are not")
def types():
    with Server(upload_types="image/*") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            for data in (HTML, random_bytes(5000)) + PROGRAMS:
                romeo.upload(data, "picture.png", "image/png", status=415)
            nothing_is_left(server)
            romeo.upload(PNG)
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            for data in PROGRAMS:
                romeo.upload(data, "picture.png", "image/png", status=415)
            # What libmagic takes for a program of DOS, for zlib, for an image of a floppy disk.
            for begin in (b"\xb8\0\0\xcd\x21", b"\x8c\x64\xac\xab\x85\xa0", b"\x78\x9c", b"\xeb\x3c\x90"):
                slot = romeo.upload(begin + random_bytes(5000), "secret.aesgcm", "application/octet-stream")
                check(get(server, slot), 200, "content-type: application/octet-stream", "content-disposition: attachment")


@story("paths that lead elsewhere lead nowhere")
def paths():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot = romeo.upload(PNG, "dot.png")
            base = slot.url[:-len(slot.path)]
            for path in ("/upload/", "/upload/..%2f..%2fsecret", "/upload/../../secret", "/upload/%2e%2e/secret", "/upload/tmp/x",
                         "/upload/%s" % slot.ident, "/upload/%s/" % slot.ident, "/upload/%s/other.png" % slot.ident,
                         "/upload/%s/dot.png/" % slot.ident, "/upload/%s/..%%2fdot.png" % slot.ident, "/upload/%s/dot.png%%00" % slot.ident,
                         "/upload/" + "a" * 26 + "/dot.png", slot.path.upper()):
                answer = curl(server, base + path, "--path-as-is")
                require(answer is None or answer.status in (400, 404), "found", path, answer and answer.status)


# ---- too much, too slow ----

@story("quotas hold for slots that were asked for at once; the answer says so")
def quotas():
    with Server(upload_quota="100k", upload_quota_day="1M") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slots = [romeo.slot(40000) for _ in range(4)]
            got = [put(server, slot, random_bytes(40000)) for slot in slots]
            require([answer.status for answer in got] == [201, 201, 507, 507], "statuses", [answer.status for answer in got])
            require(b"quota" in got[2].body, "the reason", got[2].body)
            require("resource-constraint" in romeo.ask("<request xmlns='urn:xmpp:http:upload:0' filename='x' size='40000'/>"), "no refusal")
            nothing_is_left(server, 2)


@story("a client that goes in the middle, or sends too slowly, leaves nothing; its slot is good for another try")
def unfinished():
    with Server(http_timeout="2") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            data = random_bytes(300000)
            slot = romeo.slot(len(data))
            with Web(server, True) as web:
                web.request(slot.path, "PUT", [slot.header, "Content-Length: %d" % len(data)])
                web.send(data[:200000])
                wait_until(lambda: stored(server)[1], "it is coming in")
            nothing_is_left(server)
            with Web(server, True) as web:
                web.request(slot.path, "PUT", [slot.header, "Content-Length: %d" % len(data)])
                web.send(data[:100])
                answer = web.answer()
                require(answer is None or answer.status == 408, "a slow body", answer and answer.status)
            nothing_is_left(server)
            check(put(server, slot, data), 201)


@story("too many uploads at once are told to wait")
def crowd():
    with Server(upload_at_once="3") as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            webs = []
            for _ in range(3):
                slot, web = romeo.slot(5000), Web(server, True)
                web.request(slot.path, "PUT", [slot.header, "Content-Length: 5000"])
                webs.append(web)
            wait_until(lambda: len(stored(server)[1]) == 3, "they are coming in")
            check(put(server, romeo.slot(5000), random_bytes(5000)), 503, "retry-after: ")
            for web in webs:
                web.sock.close()
            nothing_is_left(server)
            romeo.upload(random_bytes(5000))


@story("the longest refusal comes before the body: 100-continue is not given to who may not upload")
def expectation():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo, Web(server, True) as web:
            slot = romeo.slot(5000)
            web.request(slot.path, "PUT", ["Content-Length: 5000", "Expect: 100-continue"])
            check(web.answer(), 403)


# ---- a full disk, a broken one, a killed server ----

@story("a full disk is 507 before the file is sent, when it fills up, and at the commit; nothing half is stored")
def full_disk():
    data = random_bytes(400000)
    with Server(upload_spare="1024G") as server:
        server.expect_log("no space left")
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            for _ in range(3):
                romeo.upload(data, status=507)
            nothing_is_left(server)
            require(server.log("error").count("no space left") < 3, "the log fills a full disk", server.log("error"))
    for fault, status, words in (("upload.write:2", 507, "No space left"), ("upload.sync:1", 500, "Input/output error")):
        with Server(faults=fault) as server:
            server.expect_log(words)
            server.add_accounts("romeo")
            with Uploader(server, "romeo") as romeo:
                romeo.upload(data, status=status)
                nothing_is_left(server)
                require(get(server, romeo.upload(data)).body == data, "afterwards")


@story("SIGKILL during uploads: what was answered for is there, nothing half, and temporary files go at the next start")
def killed():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo, Web(server, True) as web:
            data = random_bytes(500000)
            whole = romeo.upload(data)
            slot = romeo.slot(len(data))
            web.request(slot.path, "PUT", [slot.header, "Content-Length: %d" % len(data)])
            web.send(data[:300000])
            wait_until(lambda: stored(server)[1], "it is coming in")
            server.kill9()
        require(stored(server)[1], "a killed server leaves no temporary file: the story shows nothing")
        server.start()
        nothing_is_left(server, 1)
        require(get(server, whole).body == data, "what was answered for")
        check(get(server, slot), 404)
        check(put(server, slot, data), 201)


@story("files without a row, as a kill between two steps leaves them, go at the start; a row without a file is told as a loss")
def strays():
    with Server() as server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot, kept = romeo.upload(random_bytes(5000)), romeo.upload(random_bytes(5000))
        server.stop()
        stray = os.path.join(server.state_dir, "uploads/ab")
        os.makedirs(stray, exist_ok=True)
        for name in ("ab" + "0" * 62, "README"):
            with open(os.path.join(stray, name), "w", encoding="ascii") as file:
                file.write("x")
        digest = get_hash(server, slot)
        os.remove(os.path.join(server.state_dir, "uploads", digest[:2], digest))
        server.start()
        wait_until(lambda: not os.path.exists(os.path.join(stray, "ab" + "0" * 62)), "the stray goes")
        require(os.path.exists(os.path.join(stray, "README")), "somebody else's file was removed")
        server.expect_log("missing or damaged")
        check(get(server, slot), 500)
        check(get(server, kept), 200)


def get_hash(server, slot):
    return database(server, "SELECT sha256 FROM uploads WHERE id = ?", slot.ident)[0][0]


# ---- scanners ----

def scanner(server, script):
    """A command that is shown the file as $2."""
    path = os.path.join(server.directory, "scanner")
    with open(path, "w", encoding="ascii") as file:
        file.write("#!/bin/sh\n" + script)
    os.chmod(path, 0o700)
    return path


@story("a scanner sees each file before anybody else: good ones are taken, bad ones refused, and so is what it cannot check")
def scanners():
    server = Server(upload_scanner_time="2", secret_key="0123456789abcdef")
    server.options["upload_scanner"] = scanner(server, """
[ "$1" = --flag ] && [ -z "$NEXA_SECRET_KEY" ] || { echo "the wrong way"; exit 3; }
case $(cat "$2") in *virus*) echo "$2: Eicar FOUND"; exit 1;; *broken*) echo "no database" >&2; exit 2;; *slow*) sleep 60 & wait;; esac
echo OK
""") + " --flag"
    with server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            slot = romeo.upload(b"a good file")
            require(get(server, slot).body == b"a good file", "a good file")
            bad = romeo.slot(len(b"a virus"))
            answer = check(put(server, bad, b"a virus"), 403)
            require(b"scanner" in answer.body, "the reason", answer.body)
            check(get(server, bad), 404)
            require("Eicar FOUND" in server.log(), "the log does not say what was found")
            server.expect_log("no database")
            check(put(server, romeo.slot(6), b"broken"), 503)
            server.expect_log("did not end in time")
            check(put(server, romeo.slot(4), b"slow"), 503)
            nothing_is_left(server, 1)
            with Web(server, True) as web:      # who goes while it looks
                last = romeo.slot(4)
                web.request(last.path, "PUT", [last.header, "Content-Length: 4"], "slow")
                wait_until(lambda: len(stored(server)[1]) == 1, "it is looked at")
            nothing_is_left(server, 1)
            romeo.upload(b"another good file")


@story("a scanner that is not there lets nobody upload, and says so in the log; a stop does not wait for one that hangs")
def missing_scanner():
    with Server(upload_scanner="/nonexistent/clamdscan") as server:
        server.expect_log("nonexistent")
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            romeo.upload(PNG, status=503)
            nothing_is_left(server)
    server = Server(upload_scanner_time="300")
    server.options["upload_scanner"] = scanner(server, "sleep 300")
    with server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo, Web(server, True) as web:
            slot = romeo.slot(4)
            web.request(slot.path, "PUT", [slot.header, "Content-Length: 4"], "slow")
            wait_until(lambda: stored(server)[1], "it is looked at")


# ---- a disk that hangs ----

def writing_end(fifo):
    """None: nobody waits at the other end."""
    try:
        return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        require(error.errno == errno.ENXIO, "the pipe", error)
        return None


@story("a disk that hangs: who asks for files beyond what may wait gets 503, an upload waits, and all goes on when the disk does")
def hanging_disk():
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    with Server(http_connections=3000, http_per_address=3000) as server:
        server.add_accounts("romeo")
        server.expect_log("missing or damaged")
        with Uploader(server, "romeo") as romeo:
            slot, other = romeo.upload(PNG), romeo.slot(4)
            path = stored(server)[0][0]
            os.unlink(path)
            os.mkfifo(path)                     # who opens it waits for somebody who writes
            asking = [Web(server) for _ in range(1030)]
            for web in asking:
                web.request(slot.path)
            require(asking[-1].answer().status == 503, "more than may wait")
            with Web(server) as upload:
                upload.request(other.path, "PUT", [other.header, "Content-Length: 4"], "file")
                for _ in range(5):              # the database knows the slot by now
                    require(ask(server, other.path).status == 404, "nothing is there yet")
                end = wait_until(lambda: writing_end(path), "a thread of the server hangs")
                require(upload.answer().status == 201, "the upload")
                require(asking[0].answer().status == 500, "it is no file")
                os.close(end)
            for web in asking:
                web.sock.close()


# ---- administrators ----

@story("nexactl upload: what there is, who has it, and removing it")
def administrators():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        with Uploader(server, "romeo") as romeo, Uploader(server, "juliet") as juliet:
            slot = romeo.upload(PNG, "dot.png")
            juliet.upload(random_bytes(50000))
            listed = command(server, "upload", "list")["files"]
            require([(file["owner"], file["type"]) for file in listed] ==
                    [(server.jid("juliet"), "application/octet-stream"), (server.jid("romeo"), "image/png")], "the list", listed)
            require(len(command(server, "upload", "list", "--jid", server.jid("romeo"))["files"]) == 1, "one user's")
            users = command(server, "upload", "users")["users"]
            require([(user["jid"], user["size_bytes"]) for user in users] ==
                    [(server.jid("juliet"), 50000), (server.jid("romeo"), len(PNG))], "users", users)
            require(server.ctl("upload", "delete", slot.ident, "--yes").returncode == 0, "delete")
            check(get(server, slot), 404)
            require(server.ctl("upload", "delete", slot.ident, "--yes").returncode == 3, "delete again")


if __name__ == "__main__":
    main()
