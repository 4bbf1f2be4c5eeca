"""Slots and curl, for stories about uploads (XEP-0363)."""
import html
import json
import os
import re
import sqlite3
import subprocess

from harness import LIMIT_SECS, require, wait_until
from operations import Wire

NS = "urn:xmpp:http:upload:0"
PURPOSE = "urn:xmpp:http:upload:purpose:0"


class Slot:
    """An address, and what to send with the PUT."""

    def __init__(self, url, header):
        self.url, self.header = url, header

    @property
    def path(self):
        return re.sub("^https://[^/]*", "", self.url)

    @property
    def ident(self):
        return self.path.split("/")[2]


class Uploader:
    """Somebody who is logged in and asks for slots."""

    def __init__(self, server, name):
        self.server, self.count = server, 0
        self.wire = Wire(server, "direct").login(name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.wire.sock.close()

    def ask(self, payload, kind="get"):
        self.count += 1
        self.wire.send("<iq type='%s' id='u%d' to='upload.%s'>%s</iq>" % (kind, self.count, self.server.host, payload))
        return self.wire.expect("<iq[^>]*id=['\"]u%d['\"][^>]*?(?:/>|>.*?</iq>)" % self.count).group(0)

    def slot(self, size, name="file.bin", content_type="", purpose=""):
        declared = " content-type='%s'" % content_type if content_type else ""
        answer = self.ask("<request xmlns='%s' filename='%s' size='%d'%s>%s</request>" % (NS, name, size, declared, purpose))
        urls = re.findall(r"<(put|get)[^>]*url=['\"]([^'\"]+)['\"]", answer)
        header = re.search("<header[^>]*>([^<]*)</header>", answer)
        require(len(urls) == 2 and header, "no slot", answer)
        require(urls[0][1] == urls[1][1], "PUT and GET differ", answer)
        return Slot(html.unescape(urls[0][1]), "Authorization: " + header.group(1))

    def upload(self, data, name="file.bin", content_type="", purpose="", status=201):
        """A slot, and the data in it."""
        slot = self.slot(len(data), name, content_type, purpose)
        answer = put(self.server, slot, data)
        require(answer.status == status, "another status than %d" % status, answer.status, answer.body)
        return slot


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body


def curl(server, url, *arguments, stdin=b"", limit_secs=LIMIT_SECS):
    """One request. headers: in small letters, of the last answer. None: the connection ended without one."""
    run = subprocess.run(["curl", "-sS", "-i", "--cacert", server.ca, "--resolve", "%s:%d:127.0.0.1" % (server.host, server.https_port),
                          "--max-time", str(limit_secs), *arguments, url], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False, timeout=limit_secs + 10)
    rest, head = run.stdout, b""
    while rest.startswith(b"HTTP/") and (not head or head.split(b" ")[1].startswith(b"1")):
        head, _, rest = rest.partition(b"\r\n\r\n")
    if not head:
        return None
    lines = head.decode("latin-1").split("\r\n")
    headers = dict(re.split(r":\s*", line, maxsplit=1) for line in lines[1:])
    return Answer(int(lines[0].split(" ")[1]), {name.lower(): value for name, value in headers.items()}, rest)


def put(server, slot, data, *arguments):
    return curl(server, slot.url, "-X", "PUT", "-H", slot.header, "-H", "Content-Type:", *arguments, "--data-binary", "@-", stdin=data)


def get(server, slot, *arguments):
    return curl(server, slot.url, *arguments)


def stored(server):
    """What lies in the directory of uploads: whole files, and temporary ones."""
    top = os.path.join(server.state_dir, "uploads")
    found = [os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names]
    temporary = [path for path in found if "/tmp/" in path[len(top):]]
    return [path for path in found if path not in temporary], temporary


def command(server, *words):
    run = server.ctl("--json", *words)
    return json.loads(run.stdout)


def random_bytes(size):
    return b"\xfe" + os.urandom(size - 1)


def database(server, statement, *values):
    """Behind the server's back."""
    with sqlite3.connect(os.path.join(server.state_dir, "nexa.db"), timeout=20) as base:
        return base.execute(statement, values).fetchall()


def nothing_is_left(server, files=0):
    def holds():
        whole, temporary = stored(server)
        return len(whole) == files and not temporary
    wait_until(holds, "only %d files and nothing temporary are there" % files)
