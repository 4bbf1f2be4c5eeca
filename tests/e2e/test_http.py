#!/usr/bin/python3
"""HTTP as clients, monitors and attackers meet it: what answers say, limits, paths, proxies, certificates (RFC 9110, 9112,
6797)."""
import asyncio
import contextlib
import json
import os
import re
import socket
import sqlite3
import ssl
import time
import warnings
from xml.etree import ElementTree

import operations
from harness import LIMIT_SECS, Server, main, password_of, require, story, wait_until
from operations import hang_up, make_certificate
from webraw import Web, ask, check
from xmppraw import PING, Client


# ---- what is answered ----

@story("every answer, a refusal too, keeps browsers from doing anything with it; HSTS only over TLS (RFC 6797 section 7.2)")
def security_headers():
    with Server() as server:
        for path in ("/", "/health", "/nothing"):
            answer = ask(server, path)
            require("default-src 'none'" in answer.headers["content-security-policy"] and
                    "frame-ancestors 'none'" in answer.headers["content-security-policy"], "policy", answer.headers)
            require(answer.headers["x-content-type-options"] == "nosniff", "sniffing", answer.headers)
            require("strict-transport-security" not in answer.headers, "HSTS in clear text", answer.headers)
        check(ask(server, "/", is_tls=True), 200, "strict-transport-security: max-age=")
        require("strict-transport-security" not in ask(server, "/", is_tls=True, host="localhost:%d" % server.https_port).headers, "HSTS for localhost")
    with Server(http_hsts="0") as server:
        require("strict-transport-security" not in ask(server, "/", is_tls=True).headers, "HSTS although it is off")


@story("RFC 9110 sections 9.3.2, 15.5.5, 15.5.6: HEAD, OPTIONS, unknown paths and methods")
def methods():
    with Server() as server:
        got, head = ask(server, "/health/live"), ask(server, "/health/live", "HEAD")
        require(head.body == b"" and head.headers == got.headers, "HEAD differs from GET", head.headers, got.headers)
        check(ask(server, "/", "OPTIONS"), 204, "allow: get, head, options")
        check(ask(server, "/no/such/thing"), 404)
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            check(ask(server, "/", method), 405, "allow: get, head, options")
        check(ask(server, "/", "GETS"), 501)


@story("RFC 9110 sections 9.1, 15.6.2: methods that nobody knows, and a tunnel, get 501; what is no request gets 400 (15.5.1), with our headers")
def strange():
    with Server(hosts="nexa.test") as server:
        for is_tls in (False, True):
            for status, text in ((501, "BREW / HTTP/1.1\r\nHost: x\r\n\r\n"), (501, "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n"),
                                 (501, "BREW / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"),
                                 (501, "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\nhello"), (400, "SSH-2.0-x\r\n"), (400, "\x16\x03\x01\x02\x00"),
                                 (400, " GET / HTTP/1.1\r\nHost: x\r\n\r\n"), (400, "GET / HTTP/1.1\r\n\r\n")):
                with Web(server, is_tls) as web:
                    web.request("/health/live")
                    check(web.answer(), 200)
                    web.send(text)
                    answer = check(web.answer(), status, "connection: close", "content-security-policy: default-src 'none'",
                                   "x-content-type-options: nosniff")
                    require(len(answer.body) > 20 and b"<" not in answer.body, "no sentence of ours", answer.body)
                    require(("strict-transport-security" in answer.headers) == is_tls, "HSTS", answer.headers)
                    require(web.is_ended(), "the connection goes on behind " + text[:20])
        with Web(server) as web:
            for byte in "BREW":
                web.send(byte)
            check(web.answer(), 501)
        with Web(server) as web:
            web.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nBREW / HTTP/1.1\r\nHost: x\r\n\r\n")
            check(web.answer(), 200)
            check(web.answer(), 501)
        check(ask(server, "/health/live"), 200)


@story("RFC 9112 section 9: a connection serves many requests, also when they come at once, and a body that nobody reads is skipped")
def persistence():
    with Server() as server:
        with Web(server) as web:
            for _ in range(3):
                web.request("/health/live")
            for _ in range(3):
                check(web.answer(), 200)
            web.request("/", "POST", ["Content-Length: 5"], "hello")
            check(web.answer(), 405)
            web.request("/health/live")
            check(web.answer(), 200)
            web.request("/health/live", headers=["Connection: TE, close"])
            check(web.answer(), 200, "connection: close")
            require(web.is_ended(), "the connection goes on although the client wanted its end")
        with Web(server) as web:
            web.request("/", "POST", ["Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n")
            check(web.answer(), 405, "connection: close")
            require(web.is_ended(), "the connection goes on behind a chunked body")
        with Web(server) as web:
            web.send("GET /health/live HTTP/1.0\r\n\r\n")
            check(web.answer(), 200)
            require(web.is_ended(), "HTTP/1.0 goes on")


# ---- bad input ----

@story("paths cannot lead anywhere else: dots, slashes and percent signs mean what they mean, a zero byte ends it")
def path_tricks():
    with Server() as server:
        for path in ("/../health/live", "/%2e%2e/health/live", "/a/../health/live", "//health//live", "/health/live?a=b"):
            check(ask(server, path), 200)
        for path in ("/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%252e%252e/health", "/HEALTH"):
            check(ask(server, path), 404)
        for path in ("/health/live/..%5c..", "/a%0ab", "/%ff%fe", "/%7f"):
            check(ask(server, path), 400)
        require(ask(server, "/heal%00th") is None, "a path with a zero byte was answered")
        check(ask(server, "http://elsewhere.test/health"), 403)


@story("RFC 9112 sections 3.2, 5.1: a request of HTTP/1.1 has one Host, and no blank before its colon")
def hosts():
    with Server() as server:
        for version, headers, status in (("1.1", "", 400), ("1.1", "Host: a\r\nHost: b\r\n", 400), ("1.1", "Host : a\r\n", 400),
                                         ("1.1", "Host: a\r\n", 200), ("1.0", "", 200)):
            with Web(server) as web:
                web.send("GET /health/live HTTP/%s\r\n%s\r\n" % (version, headers))
                check(web.answer(), status)


@story("limits: headers, their number, the request line; a tunnel and other protocols are refused; the server goes on")
def oversize():
    with Server(http_header_max="4k") as server:
        for junk in ("X: " + "a" * 5000, "\r\n".join("X-%d: y" % n for n in range(1000)), "Authorization: " + "a" * 5000):
            with Web(server) as web:
                web.send("GET /health/live HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n" % junk)
                require(web.answer() is None, "it was answered", junk[:20])
        for bytes_sent in ("GET /%s HTTP/1.1\r\nHost: x\r\n\r\n" % ("a" * 5000), "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\nhello"):
            with Web(server) as web:
                web.send(bytes_sent)
                require(web.is_ended() and b"200" not in web.seen, "it was answered", bytes_sent[:20], web.seen)
        check(ask(server, "/health/live"), 200)


@story("slow clients: one that says nothing, half a request, or a header now and then, is cut off")
def slow_loris():
    with Server(http_timeout="1", http_idle="1") as server:
        for first in (b"", b"GET / HT"):
            with Web(server) as web:
                web.send(first)
                require(web.is_ended(), "half a request is waited for", first)
        with Web(server) as web:
            web.send("GET / HTTP/1.1\r\n")
            web.sock.settimeout(0.2)
            for _ in range(100):
                try:
                    web.send("X: y\r\n")
                    if not web.more():
                        break
                except socket.timeout:
                    continue
                except OSError:
                    break
            else:
                require(False, "a header every 0.2 s keeps a connection for 20 s")
        with Web(server) as web:
            web.request("/health/live")
            check(web.answer(), 200)
            require(web.is_ended(), "an idle connection stays")


@story("http_connections: more are not accepted, and those that are there go on")
def too_many():
    with Server(http_connections="2") as server:
        with Web(server) as first, Web(server) as second:
            for web in (first, second):
                web.request("/health/live")
                check(web.answer(), 200)
            with Web(server) as third:
                require(third.is_ended(), "one too many")
            first.request("/health/live")
            check(first.answer(), 200)
        wait_until(lambda: ask(server, "/health/live") is not None, "room for others again")


@story("a quotation mark in a path does not end it in the log: what follows would pass for fields of the server")
def quoted_path():
    with Server() as server:
        check(ask(server, "/%22%20status=200%20address=203.0.113.9%20x=%22"), 404)
        require("path=\"/' status=200 address=203.0.113.9 x='\" status=404" in server.log("websocket"), "the log", server.log("websocket"))


# ---- proxies ----

@story("X-Forwarded-For and -Proto are believed when they come from a proxy that is named, and from nobody else")
def forwarded():
    told = ["X-Forwarded-For: 198.51.100.66, 203.0.113.7", "X-Forwarded-Proto: https"]
    with Server(http_proxies="10.0.0.0/8,127.0.0.0/8") as server:
        check(ask(server, "/health/live", headers=told), 200, "strict-transport-security: max-age=")
        require('address=203.0.113.7 tls=yes' in server.log("websocket"), "the proxy's client", server.log("websocket"))
        check(ask(server, "/health/live", headers=["X-Forwarded-For: 203.0.113.8, 10.1.2.3"]), 200)
        require('address=203.0.113.8 tls=no' in server.log("websocket"), "two proxies", server.log("websocket"))
        check(ask(server, "/health/live", headers=["X-Forwarded-For: nonsense"]), 200)
        require('address=127.0.0.1 tls=no' in server.log("websocket"), "nonsense", server.log("websocket"))
    with Server() as server:
        require("strict-transport-security" not in ask(server, "/health/live", headers=told).headers, "anybody is believed")
        require('address=127.0.0.1 tls=no' in server.log("websocket"), "anybody is believed", server.log("websocket"))


@story("http_proxies: what is no address is refused with a sentence")
def bad_proxies():
    server = Server()
    try:
        operations.refused(server, 78, "HTTP_PROXIES", "not an address", http_proxies="10.0.0.0/8,proxy.test")
    finally:
        server.remove()


# ---- host-meta ----

def links(server, *headers, is_tls=False):
    """What both forms say, which has to be the same."""
    xml = check(ask(server, "/.well-known/host-meta", headers=headers, is_tls=is_tls), 200, "content-type: application/xrd+xml",
                "access-control-allow-origin: *")
    root = ElementTree.fromstring(xml.body)
    require(root.tag == "{http://docs.oasis-open.org/ns/xri/xrd-1.0}XRD", "the root", root.tag)
    found = [(link.get("rel"), link.get("href")) for link in root]
    answer = check(ask(server, "/.well-known/host-meta.json", headers=headers, is_tls=is_tls), 200, "content-type: application/json",
                   "access-control-allow-origin: *")
    require([(link["rel"], link["href"]) for link in json.loads(answer.body)["links"]] == found, "JSON says something else", answer.body)
    return dict(found)


@story("XEP-0156 section 3: host-meta has a link to the WebSocket and one to BOSH, under the name by which it was asked, also behind a proxy")
def host_meta():
    def both(host):
        return {"urn:xmpp:alt-connections:websocket": "wss://%s/ws" % host, "urn:xmpp:alt-connections:xbosh": "https://%s/bosh" % host}
    with Server(http_proxies="127.0.0.1") as server:
        require(links(server) == both("nexa.test:%d" % server.https_port), "plain", links(server))
        require(links(server, is_tls=True) == both("nexa.test"), "the name of the request itself", links(server, is_tls=True))
        told = ("X-Forwarded-Proto: https", "X-Forwarded-Host: chat.school.example")
        require(links(server, *told) == both("chat.school.example"), "a proxy", links(server, *told))
        evil = ("X-Forwarded-Host: x'/><Link href='wss://evil.test",)
        require(links(server, *evil) == both("localhost:%d" % server.https_port), "nonsense", links(server, *evil))
    with Server(https_port=0) as server:
        check(ask(server, "/.well-known/host-meta"), 404)
        check(ask(server, "/.well-known/host-meta.json"), 404)
    with Server(modules="host_meta,bosh,iq") as server:
        require(list(links(server)) == ["urn:xmpp:alt-connections:xbosh"], "what is not there", links(server))


# ---- TLS ----

def shown_certificate(server, name=None):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", server.https_port), 10) as sock, \
            context.wrap_socket(sock, server_hostname=name) as wrapped:
        return wrapped.getpeercert(binary_form=True), wrapped.version()


def der(path):
    """The first certificate of a file; the chain comes behind it."""
    end = "-----END CERTIFICATE-----\n"
    with open(path, encoding="ascii") as file:
        return ssl.PEM_cert_to_DER_cert(file.read().partition(end)[0] + end)


@story("HTTPS shows each host's certificate, with and without SNI; a reload brings new ones and drops nobody")
def certificates():
    server = Server(hosts="a.test,b.test")
    first, other = make_certificate(server.directory, "b.test"), make_certificate(server.directory, "b.test", file_name="other")
    path = os.path.join(server.directory, "nexad.conf")

    def write_config(pair):
        with open(path, "w", encoding="utf-8") as file:
            file.write('host "b.test" {\n\ttls_cert = "%s"\n\ttls_key = "%s"\n}\n' % pair)
    write_config(first)
    server.arguments = server.arguments + ["--config", path]
    with server:
        general = der(os.path.join(server.state_dir, "tls/server.pem"))
        for name, wanted in ((None, general), ("a.test", general), ("b.test", der(first[0])), ("c.test", general)):
            got, version = shown_certificate(server, name)
            require(got == wanted and version == "TLSv1.3", "the certificate for %s" % name, version)
        with Web(server, is_tls=True) as before:
            write_config(other)
            hang_up(server)
            wait_until(lambda: shown_certificate(server, "b.test")[0] == der(other[0]), "the new certificate")
            before.request("/health/live")
            check(before.answer(), 200)


@story("certificates of which one kind of port could take the new ones and the other not are taken by neither")
def both_or_none():
    server = Server(hosts="a.test", faults="tls.load:4")        # clients' and web's at the start, and again at the reload
    first, other = make_certificate(server.directory, "a.test"), make_certificate(server.directory, "a.test", file_name="other")
    path = os.path.join(server.directory, "nexad.conf")

    def write_config(pair):
        with open(path, "w", encoding="utf-8") as file:
            file.write('tls_cert = "%s"\ntls_key = "%s"\n' % pair)
    write_config(first)
    server.arguments = server.arguments + ["--config", path]
    with server:
        write_config(other)
        require(server.ctl("reload").returncode != 0, "the reload worked")
        for port in (server.tls_port, server.https_port):
            got = ssl.get_server_certificate(("127.0.0.1", port))
            require(ssl.PEM_cert_to_DER_cert(got) == der(first[0]), "the new certificate on port %d" % port)
        require(server.ctl("reload").returncode == 0, "the next reload")
        for port in (server.tls_port, server.https_port):
            got = ssl.get_server_certificate(("127.0.0.1", port))
            require(ssl.PEM_cert_to_DER_cert(got) == der(other[0]), "the old certificate on port %d" % port)


@story("HTTPS speaks http/1.1 with clients that offer more, and TLS 1.2 at least")
def versions():
    with Server() as server:
        context = ssl.create_default_context(cafile=server.ca)
        context.set_alpn_protocols(["h2", "http/1.1"])
        with socket.create_connection(("127.0.0.1", server.https_port), 10) as sock, \
                context.wrap_socket(sock, server_hostname="localhost") as wrapped:
            require(wrapped.selected_alpn_protocol() == "http/1.1", "ALPN", wrapped.selected_alpn_protocol())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
            context.set_ciphers("ALL:@SECLEVEL=0")
        with socket.create_connection(("127.0.0.1", server.https_port), 10) as sock:
            try:
                context.wrap_socket(sock, server_hostname="localhost")
            except (ssl.SSLError, OSError):
                return
        require(False, "TLS 1.1 was accepted")


# ---- health ----

def health(server):
    answer = ask(server, "/health")
    return answer.status, json.loads(answer.body)


@story("/health is 200 while all is well, 503 with the reason while the disk is full, and 200 again when there is room")
def full_disk():
    with Server() as server:
        server.add_accounts("romeo")
        status, told = health(server)
        require(status == 200 and told["status"] in ("good", "warning"), "health", told)
        require(told["checks"]["database"] == {"status": "good"}, "the database", told)
        server.expect_log("disk|full|write")
        operations.fill_disk(server)
        require(server.ctl("account", "add", "juliet@localhost", "--password-stdin", stdin="secret of juliet").returncode != 0,
                "an account was added on a full disk")
        status, told = health(server)
        require(status == 503 and told["status"] == "bad", "health", told)
        require("cannot be written" in told["checks"]["database"]["reason"], "the reason", told)
        check(ask(server, "/health/live"), 200)
        operations.free_disk(server)
        wait_until(lambda: health(server)[0] == 200, "well again")


@story("thresholds are options, and say what is near its limit")
def thresholds():
    with Server(health_disk_warning="100", health_disk_bad="0") as server:
        status, told = health(server)
        require(status == 200 and told["status"] == "warning", "a warning", told)
        require("% of the disk" in told["checks"]["disk"]["reason"], "the reason", told)
    with Server(health_disk_bad="100") as server:
        status, told = health(server)
        require(status == 503 and told["checks"]["disk"]["status"] == "bad", "bad", told)


@story("memory and the busy loop have thresholds too; those who are busy are seen by the CPU time they take")
async def load():
    with Server(health_memory_bad="1", health_memory_warning="1") as server:
        status, told = health(server)
        require(status == 503 and re.search("memory.* [0-9]+ % .*health_memory_bad = 1", told["checks"]["memory"]["reason"]), "memory", told)
    with Server(health_cpu_warning="1", health_cpu_bad="100", limits="off") as server:
        server.add_accounts("romeo")
        require(health(server)[1]["checks"]["cpu"] == {"status": "good"}, "at the start", health(server))
        romeo = await Client(server, "romeo").connect(password_of("romeo"))
        end = time.monotonic() + LIMIT_SECS
        while "reason" not in health(server)[1]["checks"]["cpu"]:
            require(time.monotonic() < end, "a minute of pings is not seen")
            for ping in [romeo.ask(PING) for _ in range(500)]:
                await ping
        status, told = health(server)
        require(status == 200 and "busy" in told["checks"]["cpu"]["reason"], "a warning", told)
        await romeo.close()


@story("a database that does not answer, here because another program keeps it locked, is seen while the commit still hangs")
def locked_database():
    with Server(health_answer="1") as server:
        with contextlib.closing(sqlite3.connect(os.path.join(server.state_dir, "nexa.db"), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            wait_until(lambda: "has not answered for" in health(server)[1]["checks"]["database"].get("reason", ""), "the complaint")
            require(health(server)[0] == 503, "503")
            check(ask(server, "/health/live"), 200)
            other.execute("ROLLBACK")
        wait_until(lambda: health(server)[1]["checks"]["database"] == {"status": "good"}, "well again")


@story("workers that are behind with password hashes are a warning: logins are slow, everybody else is served")
async def busy_workers():
    with Server(health_answer="1", workers="1", scram_iterations="400000", sasl_mechanisms="PLAIN", limits="off") as server:
        server.add_accounts("romeo")
        tries = []

        def is_told():
            status, told = health(server)
            return status == 200 and "logins are slow" in told["checks"]["workers"].get("reason", "")
        end = time.monotonic() + LIMIT_SECS
        while not is_told():
            require(time.monotonic() < end, "it is not told", health(server))
            # The workers are asked every ten seconds only, and a fast machine is through with a few soon.
            while sum(not one.done() for one in tries) < 24:
                tries.append(asyncio.ensure_future(Client(server, "romeo", "r%d" % len(tries)).connect("wrong")))
            await asyncio.sleep(0.1)
        await asyncio.gather(*tries, return_exceptions=True)
        wait_until(lambda: health(server)[1]["checks"]["workers"] == {"status": "good"}, "caught up")


# ---- starting ----

@story("a port that is in use is a sentence with the option's name; ports of 0 do without HTTP")
def ports():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        server = Server(http_port=number)
        try:
            operations.refused(server, 1, r"port %d on 127\.0\.0\.1 is in use" % number, "http_port")
        finally:
            server.remove()
    with Server(http_port=0, https_port=0) as server:
        require(server.ctl("status").returncode == 0, "it does not run")


if __name__ == "__main__":
    main()
