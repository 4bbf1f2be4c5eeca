#!/usr/bin/python3
"""What modules can do with a request (src/net/http.h): bodies piece by piece, answers that come later, files and ranges of them, paths
with everything below, scripts of other pages (RFC 9110, 9112). The module that does it all is mod_mirror.c."""
import glob
import os
import select
import subprocess
import time

from harness import BUILD, LIMIT_SECS, Server, is_sanitized, main, require, story, wait_until
from webraw import Web, ask


class Mirror(Server):
    """A server with little more than mod_mirror."""

    def __init__(self, **options):
        Server.__init__(self, modules="mirror,health", **options)
        modules = os.path.join(self.directory, "modules")
        os.mkdir(modules)
        for path in glob.glob(os.path.join(BUILD, "modules/.libs/*.so")) + [os.path.join(BUILD, "tests/e2e/.libs/mod_mirror.so")]:
            os.symlink(path, os.path.join(modules, os.path.basename(path)))
        self.options["module_path"] = modules
        self.options["mirror_directory"] = self.directory

    def counts(self):
        return [int(word) for word in ask(self, "/mirror/gone").body.split()]

    def gone(self):
        return self.counts()[0]

    def wait_begun(self, count):
        wait_until(lambda: self.counts()[1] == count, "the module has %d requests" % count)

    def file(self, name, content):
        with open(os.path.join(self.directory, name), "wb") as file:
            file.write(content)
        return "/mirror/file?name=" + name


def check(answer, status, *headers):
    require(answer is not None, "no answer")
    require(answer.status == status, "another status", answer.status, answer.body)
    for header in headers:
        name, _, value = header.partition(": ")
        require(answer.headers.get(name, "(none)") == value, "header " + header, answer.headers)
    return answer


def made(size):
    return bytes((n * n + n // 251) % 256 for n in range(size))


def told_of(body):
    """What /mirror/body says of it."""
    return b"%d %d\n" % (len(body), sum(byte * (at % 251) for at, byte in enumerate(body, 1)))


def post(web, path, body, *headers):
    web.request(path, "POST", ["Content-Length: %d" % len(body)] + list(headers))
    web.send(body)
    return web.answer()


# ---- bodies ----

@story("a body reaches its module whole and in order, over TLS and without, also when the module pauses or the client does")
def bodies():
    with Mirror() as server:
        for is_tls in (False, True):
            with Web(server, is_tls) as web:
                for size in (0, 1, 5000, 300000):
                    for path in ("/mirror/body", "/mirror/body?pause=yes"):
                        require(check(post(web, path, made(size)), 200).body == told_of(made(size)), "another body", path, size)
                require(post(web, "/mirror/whole", made(50000)).body == made(50000), "the body as a whole")
                web.request("/mirror/body", "PUT", ["Content-Length: 3"])
                for byte in (b"a", b"b", b"c"):
                    web.send(byte)
                    time.sleep(0.02)
                require(web.answer().body == told_of(b"abc"), "byte by byte")


@story("a module that pauses is not sent more than a piece, and the client's socket fills")
def back_pressure():
    with Mirror() as server:
        body = made(4 << 20)
        before = server.rss_kib()
        with Web(server) as web:
            require(check(post(web, "/mirror/body?pause=yes", body), 200).body == told_of(body), "another body")
        require(is_sanitized() or server.rss_kib() - before < 3000, "the server kept the body in memory", before, server.rss_kib())


@story("RFC 9110 sections 15.5.12, 15.5.14, RFC 9112 section 6.3: bodies without a length, with two, too large: a sentence, and no more")
def lengths():
    with Mirror() as server:
        cases = ((411, ["Transfer-Encoding: chunked"]), (411, []), (400, ["Content-Length: 5", "Transfer-Encoding: chunked"]),
                 (400, ["Content-Length: five"]), (400, ["Content-Length: -5"]), (400, ["Content-Length: 5, 5"]),
                 (400, ["Content-Length: 5", "Content-Length: 6"]), (400, ["Content-Length: +5"]),
                 (400, ["Content-Length: 99999999999999999999"]), (413, ["Content-Length: 4194305"]))
        for status, headers in cases:
            with Web(server) as web:
                web.request("/mirror/body", "POST", headers, "5\r\nhello\r\n0\r\n\r\n")
                answer = check(web.answer(), status, "connection: close")
                require(len(answer.body) > 20, "no sentence", answer.body)
                require(web.is_ended(), "the connection goes on", headers)
        check(ask(server, "/health/live"), 200)


@story("a refusal reaches a client that is still sending, and what is left of a small body is skipped")
def early_refusal():
    with Mirror() as server:
        with Web(server) as web:
            check(post(web, "/mirror/early", made(1000)), 403)
            check(post(web, "/mirror/early", made(1000)), 403)
        path = server.file("large", made(100000) * 200)[len("/mirror/file?name="):]
        for is_tls in (False, True):
            url = "http%s://localhost:%d/mirror/early" % (("s", server.https_port) if is_tls else ("", server.http_port))
            got = subprocess.run(["curl", "-s", "--cacert", server.ca, "-H", "Expect:", "-o", "-", "-w", " %{http_code}", "-T",
                                  os.path.join(server.directory, path), url], stdout=subprocess.PIPE, timeout=LIMIT_SECS, check=False).stdout
            require(got.endswith(b"Not this one.\n 403"), "curl did not see it", got)


@story("RFC 9110 section 10.1.1: a client that waits for 100 gets it when its body is wanted, or else the refusal alone")
def expectations():
    with Mirror() as server:
        with Web(server) as web:
            web.request("/mirror/body", "POST", ["Content-Length: 5", "Expect: 100-continue"])
            require(web.answer().status == 100, "it was not told to go on")
            web.send("hello")
            require(check(web.answer(), 200).body == told_of(b"hello"), "another body")
        with Web(server) as web:
            web.request("/mirror/early", "POST", ["Content-Length: 500000", "Expect: 100-continue"])
            check(web.answer(), 403)


@story("RFC 9110 section 15.5.9: a body that does not come, or a byte now and then, is answered with 408; its module learns of it")
def slow_bodies():
    with Mirror(http_timeout="1") as server:
        with Web(server) as web:
            web.request("/mirror/body", "POST", ["Content-Length: 5"], "hel")
            check(web.answer(), 408, "connection: close")
            require(web.is_ended(), "the connection goes on")
        with Web(server) as web:
            # However much is announced: as much time as what has come may have taken.
            web.request("/mirror/body", "POST", ["Content-Length: 500000"])
            wait_until(lambda: web.send("x") or server.gone() == 2, "a byte now and then is waited for no longer")
            answer = web.answer()
            require(answer is None or answer.status == 408, "another answer", answer)


def trickle(webs, until):
    """Sends a little on each every now and then, well above the slowest pace, until that holds."""
    end = time.monotonic() + 60
    while not until():
        require(time.monotonic() < end, "a minute of little pieces")
        for web in webs:
            web.send(b"x" * 2048)
            web.sent += 2048
        time.sleep(0.05)


def upload(server):
    web = Web(server)
    web.request("/mirror/body", "POST", ["Content-Length: 4000000"])
    web.sent = 0
    return web


def has_answer(web):
    return bool(select.select([web.sock], [], [], 0)[0])


@story("who keeps the pace may take as long as it takes: an upload and a download go on beyond http_slow_after and every other limit")
def slow_but_honest():
    with Mirror(http_slow_after="1", http_idle="2") as server:
        with upload(server) as web:
            began = time.monotonic()
            trickle([web], lambda: time.monotonic() - began > 3)
            web.send(b"x" * (4000000 - web.sent))
            require(check(web.answer(), 200).body == told_of(b"x" * 4000000), "another body")
        content = made(500000) * 40
        path = server.file("large", content)
        with Web(server) as web:
            web.request(path)
            began = time.monotonic()
            while time.monotonic() - began < 5:
                web.seen += web.sock.recv(4096)
                time.sleep(0.02)
            require(web.answer().body == content, "another content")


@story("http_slow_per_address: more slow uploads of one address are ended with 429; those that were first go on, and then there is room again")
def too_many_slow():
    with Mirror(http_slow_after="1", http_slow_per_address="1") as server:
        with upload(server) as first, upload(server) as second:
            trickle([first, second], lambda: has_answer(first) or has_answer(second))
            stays, goes = (first, second) if has_answer(second) else (second, first)
            require(b"long" in check(goes.answer(), 429, "connection: close").body, "the sentence")
            require(goes.is_ended(), "the connection goes on")
            wait_until(lambda: server.gone() == 1, "the module knows")
            stays.send(b"x" * (4000000 - stays.sent))
            check(stays.answer(), 200)
        with upload(server) as third:
            began = time.monotonic()
            trickle([third], lambda: time.monotonic() - began > 2)
            require(not has_answer(third), "there is no room again")
            third.send(b"x" * (4000000 - third.sent))
            check(third.answer(), 200)


@story("a client that goes in the middle of its body, or does not wait for its answer, is told to the module once")
def gone():
    with Mirror() as server:
        for before, is_tls in ((0, False), (3, True)):
            with Web(server, is_tls) as web:
                web.request("/mirror/body", "POST", ["Content-Length: 5000"], "hello")
                server.wait_begun(before + 1)
            with Web(server, is_tls) as web:
                web.request("/mirror/later?ms=60000")
                server.wait_begun(before + 2)
            with Web(server, is_tls) as web:
                web.request("/mirror/later?ms=60000")
                server.wait_begun(before + 3)
                web.request("/health/live")             # behind it, and never read
            wait_until(lambda count=before + 3: server.gone() == count, "the module knows of all")
        with Web(server) as web:
            web.request("/mirror/later?ms=60000")
            server.wait_begun(7)
            server.stop()
            server.start()


# ---- later ----

@story("answers may come later; requests behind one wait for it, on the same connection and on others nobody does")
def later():
    with Mirror() as server:
        for is_tls in (False, True):
            with Web(server, is_tls) as web:
                for _ in range(2):
                    web.request("/mirror/later?ms=300")
                    require(b"status" in check(ask(server, "/health/live"), 200).body, "another waits")
                    require(check(web.answer(), 200).body == b"at last\n", "the answer")


@story("pipelined requests are answered in order, and while one waits the server does not turn round and round")
def pipelined():
    with Mirror() as server:
        with Web(server) as web:
            get = "GET %s HTTP/1.1\r\nHost: x\r\n\r\n"
            web.send(get % "/health/live" + get % "/mirror/later?ms=1000" + get % "/mirror/below/a" + get % "/mirror/later?ms=0")
            began, used = time.monotonic(), cpu_secs(server)
            bodies_in_order = [check(web.answer(), 200).body for _ in range(4)]
            require(b"good" in bodies_in_order[0] and bodies_in_order[1] == b"at last\n" and b"rest=a " in bodies_in_order[2] and
                    bodies_in_order[3] == b"at last\n", "another order", bodies_in_order)
            require(cpu_secs(server) - used < 0.5 * (time.monotonic() - began), "it turned round and round")


@story("RFC 9112 section 9.6: the last of pipelined requests is answered, and the server does not turn round while the client stays")
def pipelined_last():
    with Mirror() as server, Web(server) as web:
        web.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        for _ in range(2):
            check(web.answer(), 200)
        require(web.is_ended(), "the connection goes on")
        used = cpu_secs(server)
        time.sleep(1.5)
        require(cpu_secs(server) - used < 0.2, "it turned round and round", cpu_secs(server) - used)


@story("a pipelined request with a body is not taken for another: the connection ends, and the client asks again")
def pipelined_body():
    with Mirror() as server:
        post_it = "POST /mirror/whole HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
        for behind in ("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n", post_it, "POST / HTTP/1.1\r\nContent-Length: 5, 5\r\n\r\nhello"):
            with Web(server) as web:
                web.send(post_it + post_it + behind)
                require(check(web.answer(), 200).body == b"hello", "the first")
                require(web.answer() is None and web.is_ended(), "the second was answered", web.seen)
        with Web(server) as web:
            for _ in range(3):
                require(check(post(web, "/mirror/whole", b"hello"), 200).body == b"hello", "one after the other")


def cpu_secs(server):
    with open("/proc/%d/stat" % server.process.pid, encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# ---- files ----

@story("RFC 9110 section 14: files as a whole and in ranges, over TLS and without; HEAD")
def files():
    with Mirror() as server:
        content = made(1000003)
        path = server.file("large", content)
        for is_tls in (False, True):
            answer = check(ask(server, path, is_tls=is_tls), 200, "accept-ranges: bytes", 'etag: "tag"', "content-type: text/plain")
            require(answer.body == content, "another content", len(answer.body))
            check(ask(server, path, "HEAD", is_tls=is_tls), 200, "content-length: 1000003")
            with Web(server, is_tls) as web:
                for asked, first, end in (("0-0", 0, 1), ("500000-", 500000, None), ("-10", 999993, None), ("999000-2000000", 999000, None),
                                          ("-2000000", 0, None), ("40000-99999", 40000, 100000)):
                    web.request(path, headers=["Range: bytes=" + asked])
                    answer = check(web.answer(), 206)
                    wanted = content[first:end]
                    require(answer.body == wanted, "another range", asked, len(answer.body))
                    require(answer.headers["content-range"] == "bytes %d-%d/1000003" % (first, first + len(wanted) - 1), "content-range",
                            asked, answer.headers)
        for asked in ("1000003-", "5000000-6000000", "-0"):
            check(ask(server, path, headers=["Range: bytes=" + asked]), 416, "content-range: bytes */1000003")
        for asked in ("bytes=5-3", "bytes=a-b", "bytes=0-1,5-6", "lines=1-2", "bytes=", "bytes=-", "bytes=1"):
            require(len(check(ask(server, path, headers=["Range: " + asked]), 200).body) == len(content), "a range", asked)
        head = check(ask(server, path, "HEAD", headers=["Range: bytes=5-9"]), 200, "content-length: 1000003")
        require("content-range" not in head.headers, "section 14.2: only of a GET", head.headers)
        require(check(ask(server, server.file("empty", b"")), 200, "content-length: 0").body == b"", "an empty file")


@story("RFC 9110 sections 13.1.2, 13.1.5: what the client has already is not sent again; half of another version is not mixed in")
def conditions():
    with Mirror() as server:
        path = server.file("page", b"0123456789")
        for tags in ('"tag"', 'W/"tag"', '"a", "tag"', "*"):
            require(check(ask(server, path, headers=["If-None-Match: " + tags]), 304, 'etag: "tag"').body == b"", "a body")
        check(ask(server, path, headers=['If-None-Match: "a"']), 200)
        check(ask(server, path, headers=["Range: bytes=5-", 'If-Range: "tag"']), 206)
        require(check(ask(server, path, headers=["Range: bytes=5-", 'If-Range: "old"']), 200).body == b"0123456789", "half of another")


@story("a client that reads slowly gets its file, one that does not read at all is cut off, and others notice neither")
def slow_readers():
    with Mirror(http_idle="1") as server:
        content = made(500000) * 40
        path = server.file("large", content)
        before = server.rss_kib()
        with Web(server) as slow, Web(server) as stuck:
            for web in (slow, stuck):
                web.request(path)
            check(ask(server, "/health/live"), 200)
            for _ in range(20):
                time.sleep(0.1)
                slow.more()
            require(is_sanitized() or server.rss_kib() - before < 3000, "the file is in memory", before, server.rss_kib())
            require(slow.answer().body == content, "another content")
            require(stuck.answer().body != content, "it was waited for")


@story("a file that becomes shorter ends the connection, so that the client can tell")
def shorter():
    with Mirror() as server:
        path = server.file("large", made(500000) * 40)
        with Web(server) as web:
            web.request(path)
            web.more()
            os.truncate(os.path.join(server.directory, "large"), 1000)
            answer = web.answer()
            require(len(answer.body) < 20000000 and web.is_ended(), "it was completed", len(answer.body))
        require("could not be read to its end" in server.log("websocket"), "nothing in the log")


# ---- paths ----

@story("a row that serves everything below its path gets the rest, the query and headers; nothing that climbs out of it")
def below():
    with Mirror() as server:
        for path, told in (("/mirror/below/", "rest= word=(none) header=(none)"), ("/mirror/below/a/b.txt?x=y&word=w%26%20w", "rest=a/b.txt word=w& w"),
                           ("/mirror/below/c?word=", "rest=c word= header"), ("/mirror/below/d?words=1&sword=2", "rest=d word=(none)"),
                           ("/mirror/below/%252e%252e/x", "rest=%2e%2e/x"), ("/mirror/below/caf%C3%A9", "rest=caf\u00e9 ")):
            require(told in check(ask(server, path), 200).body.decode(), "it got something else", path, ask(server, path).body)
        require(b"header=a, b" in ask(server, "/mirror/below/", headers=["X-Word: a, b"]).body, "the header")
        for path in ("/mirror/below", "/mirror/below/../x", "/mirror/below/%2e%2e/x", "/mirror/below/a/../../x"):
            check(ask(server, path), 404)
        for path in ("/mirror/below/a%5c..%5cb", "/mirror/below/%01", "/mirror/below/%c3"):
            check(ask(server, path), 400)
        check(ask(server, "/mirror/below/x//y/./z"), 200)


@story("scripts of other pages may ask where a row says so, with its methods and headers, and see refusals too")
def other_pages():
    with Mirror() as server:
        check(ask(server, "/mirror/below/x", "OPTIONS"), 204, "access-control-allow-origin: *", "access-control-allow-headers: x-word",
              "access-control-allow-methods: delete, get, head, options", "access-control-max-age: 86400")
        check(ask(server, "/mirror/below/x"), 200, "access-control-allow-origin: *")
        check(ask(server, "/mirror/below/x", "PUT"), 405, "access-control-allow-origin: *")
        for method in ("GET", "OPTIONS"):
            require("access-control-allow-origin" not in ask(server, "/health/live", method).headers, "anywhere", method)


# ---- limits ----

@story("http_per_address: more from one address are not accepted, unless it is a proxy; room comes back")
def per_address():
    with Mirror(http_per_address="2") as server:
        with Web(server) as first, Web(server) as second, Web(server) as third:
            for web in (first, second):
                web.request("/health/live")
                check(web.answer(), 200)
            require(third.is_ended(), "one too many")
        wait_until(lambda: ask(server, "/health/live") is not None, "room for others again")
    with Mirror(http_per_address="1", http_proxies="127.0.0.1") as server:
        with Web(server), Web(server) as second:
            second.request("/health/live")
            check(second.answer(), 200)


if __name__ == "__main__":
    main()
