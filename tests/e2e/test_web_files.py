#!/usr/bin/python3
"""Files of web_dir and web_files over HTTP, with directories of the story's own: types, compression, caches, ranges, and paths that lead nowhere else
(RFC 9110, RFC 9111, RFC 8246)."""
import json
import os
import re

import operations
from harness import Server, main, require, story
from webraw import Web, ask

DIGEST = "assets.0123456789abcdef"
FILES = {
    "chat/index.html": "<!DOCTYPE html><title>chat</title>",
    "chat/%s/a.js" % DIGEST: "let plain;",
    "chat/%s/a.js.br" % DIGEST: "(brotli)",
    "chat/%s/a.js.gz" % DIGEST: "(gzip)",
    "chat/%s/only.css" % DIGEST: "body {}",
    "chat/%s/only.css.gz" % DIGEST: "(gzip)",
    "chat/picture.png": "PNG", "chat/sound.ogg": "Ogg", "chat/code.wasm": "wasm", "chat/font.ttf": "font", "chat/logo.svg": "<svg/>",
    "chat/strange.xyz": "?", "chat/empty.txt": "", "chat/digits.txt": "0123456789", "chat/.hidden": "secret", "chat/.git/config": "secret",
    "chat/dir/file.txt": "below", "outside.txt": "not below /chat/",
}


def with_files(**options):
    server = Server(**options)
    web = os.path.join(server.directory, "web")
    for name, text in FILES.items():
        os.makedirs(os.path.dirname(os.path.join(web, name)), exist_ok=True)
        with open(os.path.join(web, name), "w", encoding="utf-8") as file:
            file.write(text)
    server.options["web_dir"] = web
    return server


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


class School(Server):
    """With directories of the administrator's own at /school/, below it, and at a path that begins with a dot."""

    def __init__(self, **options):
        Server.__init__(self, **options)
        self.www = os.path.join(self.directory, "www")
        for name, text in (("index.html", "<!DOCTYPE html>school"), ("news/index.html", "news"), ("news/a b.txt", "blank"),
                           ("plan.css", "body {}"), ("empty/x.txt", "x"), (".htpasswd", "secret")):
            write(os.path.join(self.www, name), text)
        write(os.path.join(self.directory, "acme/token"), "proof")
        write(os.path.join(self.directory, "old/index.html"), "old")
        self.options["web_files"] = "/school=%s,/school/2025=%s/old,/.well-known/acme-challenge=%s/acme" % (
            self.www, self.directory, self.directory)


def get(server, path, *headers, method="GET"):
    return ask(server, path, method, headers=headers, is_tls=True)


@story("Each file has its type, nosniff, and a length; a type that is not known is no type to run")
def types():
    with with_files() as server:
        for path, kind in (("index.html", "text/html; charset=utf-8"), ("picture.png", "image/png"), ("sound.ogg", "audio/ogg"),
                           ("code.wasm", "application/wasm"), ("font.ttf", "font/ttf"), ("logo.svg", "image/svg+xml"),
                           (DIGEST + "/a.js", "text/javascript; charset=utf-8"), ("strange.xyz", "application/octet-stream"),
                           ("empty.txt", "text/plain; charset=utf-8")):
            answer = get(server, "/chat/" + path)
            require(answer.status == 200 and answer.headers["content-type"] == kind, "the type of " + path, answer.headers)
            require(answer.body.decode() == FILES["chat/" + path], "the contents of " + path, answer.body)
            require(answer.headers["x-content-type-options"] == "nosniff", "sniffing", answer.headers)
        require(get(server, "/chat/").body == get(server, "/chat/index.html").body, "the page of the directory")


@story("RFC 9110 section 12.5.3: compressed variants go to those who take them, brotli before gzip; q=0 refuses one")
def compression():
    with with_files() as server:
        path = "/chat/%s/a.js" % DIGEST
        for header, encoding, body in (("gzip, deflate, br", "br", b"(brotli)"), ("gzip", "gzip", b"(gzip)"),
                                       ("br;q=0, gzip;q=0.5", "gzip", b"(gzip)"), ("br;q=0.000,GZIP", "gzip", b"(gzip)"),
                                       ("identity", None, b"let plain;"), ("brx, xgzip", None, b"let plain;"),
                                       ("br;q=0.001", "br", b"(brotli)")):
            answer = get(server, path, "Accept-Encoding: " + header)
            require(answer.headers.get("content-encoding") == encoding and answer.body == body, "encoding for " + header,
                    answer.headers, answer.body)
            require(answer.headers["vary"] == "accept-encoding" and "text/javascript" in answer.headers["content-type"], "headers",
                    answer.headers)
        require("content-encoding" not in get(server, path).headers, "compressed although nobody asked")
        answer = get(server, "/chat/%s/only.css" % DIGEST, "Accept-Encoding: br, gzip")
        require(answer.headers["content-encoding"] == "gzip", "the variant that is there", answer.headers)


@story("RFC 9110 section 13.1.2, RFC 8246: an ETag for each variant, 304 for who has it; names with a digest are kept for ever, others asked for")
def caches():
    with with_files() as server:
        path = "/chat/%s/a.js" % DIGEST
        tags = {get(server, path, "Accept-Encoding: " + encoding).headers["etag"] for encoding in ("identity", "gzip", "br")}
        require(len(tags) == 3 and all(re.fullmatch(r"\"[^\"]+\"", tag) for tag in tags), "tags", tags)
        answer = get(server, path)
        require("immutable" in answer.headers["cache-control"] and "max-age=31536000" in answer.headers["cache-control"], "immutable",
                answer.headers)
        require(get(server, "/chat/").headers["cache-control"] == "no-cache", "the page itself")
        page = get(server, "/chat/")
        for sent, status in ((page.headers["etag"], 304), ("W/" + page.headers["etag"], 304), ("\"x\", " + page.headers["etag"], 304),
                             ("*", 304), ("\"other\"", 200)):
            again = get(server, "/chat/", "If-None-Match: " + sent)
            require(again.status == status, "If-None-Match: " + sent, again.status)
            require(status == 200 or not again.body, "a body with 304", again.body)
        with open(os.path.join(server.options["web_dir"], "chat/index.html"), "a", encoding="utf-8") as file:
            file.write("changed")
        require(get(server, "/chat/", "If-None-Match: " + page.headers["etag"]).status == 200, "a change is not seen")


@story("RFC 9110 section 14: ranges; HEAD says what GET would")
def ranges():
    with with_files() as server:
        for sent, status, body in (("bytes=2-4", 206, b"234"), ("bytes=8-", 206, b"89"), ("bytes=-3", 206, b"789"), ("bytes=20-", 416, None)):
            answer = get(server, "/chat/digits.txt", "Range: " + sent)
            require(answer.status == status and body in (None, answer.body), "Range: " + sent, answer.status, answer.body)
        got, head = get(server, "/chat/digits.txt"), get(server, "/chat/digits.txt", method="HEAD")
        require(head.status == 200 and head.headers == got.headers and not head.body, "HEAD", head.headers, got.headers)
        require(get(server, "/chat/digits.txt", method="POST").status == 405, "POST")


@story("Nothing but plain files below the directory: no dots, no slashes, no hidden files, no directories, no FIFO (bad input)")
def path_tricks():
    with with_files() as server:
        web = server.options["web_dir"]
        os.mkfifo(os.path.join(web, "chat/fifo"))
        for path in ("/chat/.hidden", "/chat/.git/config", "/chat/../outside.txt", "/chat/%2e%2e/outside.txt", "/chat/..%2foutside.txt",
                     "/chat/dir", "/chat/dir/", "/chat/dir/../../outside.txt", "/chat//etc/passwd", "/chat/%2fetc/passwd", "/chat/fifo",
                     "/chat/..\\outside.txt", "/chat/index.html/", "/chat/index.html%00.png", "/chat/digits.txt%00", "/outside.txt",
                     "/chat/" + "a" * 5000, "/chat/%ff%fe", "/chat/none"):
            answer = get(server, path)
            require(answer is None or answer.status in (400, 404, 414), "an answer to " + path[:40], answer and (answer.status, answer.body))
        for path in ("/chat/./digits.txt", "/chat/x/../digits.txt"):
            answer = get(server, path)
            require(answer.status == 404 or answer.body == b"0123456789", "the way back to " + path, answer.body)
        require(get(server, "/chat/digits.txt").status == 200, "the server goes on")


@story("In clear text the page leads to HTTPS, where there is one; /chat leads to /chat/")
def redirects():
    with with_files() as server:
        answer = ask(server, "/chat/", host="localhost:%d" % server.http_port)
        require(answer.status == 307 and answer.headers["location"] == "https://localhost:%d/chat/" % server.https_port, "to HTTPS",
                answer.headers)
        answer = ask(server, "/chat/%C3%BC%20%22%3F/", host="localhost:%d" % server.http_port)
        require(answer.headers["location"] == "https://localhost:%d/chat/%%c3%%bc%%20%%22%%3f/" % server.https_port, "escaped", answer.headers)
        answer = get(server, "/chat")
        require(answer.status == 307 and answer.headers["location"] == "/chat/", "to the directory", answer.headers)
    with with_files(https_port=0) as server:
        require(ask(server, "/chat/").status == 200, "without HTTPS")
    with with_files(http_proxies="127.0.0.1") as server:
        require(ask(server, "/chat/", headers=("X-Forwarded-Proto: https",)).status == 200, "behind a proxy that has TLS")


@story("RFC 9110 section 7.8: who would rather speak HTTP/2 (Java, curl --http2) is answered in HTTP/1.1, from files and later, and may go on")
def wishes_for_http2():
    h2c = ("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA")
    body = "<body xmlns='http://jabber.org/protocol/httpbind' rid='1' to='localhost' wait='5' hold='1' ver='1.6'/>"
    with with_files() as server, Web(server) as web:
        for _ in range(2):
            web.request("/chat/digits.txt", headers=h2c)
            answer = web.answer()
            require(answer is not None and answer.status == 200 and answer.body == b"0123456789", "a file", answer and answer.status)
        web.request("/bosh", "POST", h2c + ("Content-Length: %d" % len(body),), body)
        answer = web.answer()
        require(answer is not None and answer.status == 200 and b"sid=" in answer.body, "an answer that comes later", answer and answer.status)


@story("The page may load from here and nowhere else, and be in nobody's frame; everything else may do nothing")
def policy():
    with with_files() as server:
        page = get(server, "/chat/").headers["content-security-policy"]
        rules = {name: rest.split() for name, _, rest in (rule.strip().partition(" ") for rule in page.split(";"))}
        require(rules["default-src"] == ["'none'"] and rules["frame-ancestors"] == ["'none'"], "policy", page)
        require(rules["script-src"] == rules["style-src"] == ["'self'"] and "unsafe" not in page, "scripts and styles", page)
        files = "https://localhost:%d" % server.https_port
        require(rules["connect-src"] == ["'self'", "wss://nexa.test", files], "connections", page)
        require(rules["img-src"] == ["'self'", "data:", "blob:", files], "pictures", page)
        require("default-src 'none'" in get(server, "/chat/logo.svg").headers["content-security-policy"], "an SVG")


@story("settings.json says what the client has to know: domains, rooms, registration")
def settings():
    with with_files(hosts="a.example,b.example", registration="open", upload_url="https://files.example/below") as server:
        told = json.loads(ask(server, "/chat/settings.json", host="b.example").body)
        require(told["domain"] == "b.example" and sorted(told["domains"]) == ["a.example", "b.example"] and
                told["rooms"] == "conference.b.example" and told["registration"] is True and told["bosh"] is True and
                set(told["files"]) == {"https://files.example"}, "settings", told)


@story("Without a web client everything else works, and the home page does not speak of one")
def nothing_there():
    server = Server()
    server.options["web_dir"] = os.path.join(server.directory, "nothing")
    with server:
        require(get(server, "/chat/").status == 404, "a page from nowhere")
        page = get(server, "/").body.decode()
        require("/chat/" not in page and "@localhost" in page, "the home page", page)
        require("no web client" in server.log(), "the log says why", server.log())
    with with_files() as server:
        require("https://nexa.test:%d/chat/" % server.https_port in ask(server, "/").body.decode(), "the link to it")


# ---- web_files ----

@story("web_files: directories of one's own, with index pages, types, ETag, ranges, methods, and headers that browsers heed; nearest path first")
def mounts():
    with School() as server:
        page = get(server, "/school/")
        require(page.status == 200 and page.body == b"<!DOCTYPE html>school", "the page", page.status, page.body)
        require("default-src 'self'" in page.headers["content-security-policy"] and
                "frame-ancestors 'none'" in page.headers["content-security-policy"] and page.headers["x-content-type-options"] == "nosniff" and
                "max-age" in page.headers["strict-transport-security"], "headers", page.headers)
        require(get(server, "/school/", "If-None-Match: " + page.headers["etag"]).status == 304, "ETag")
        require(get(server, "/school/plan.css").headers["content-type"] == "text/css; charset=utf-8", "a type")
        require("default-src 'none'" in get(server, "/school/plan.css").headers["content-security-policy"], "what is no page")
        require(get(server, "/school/news/a%20b.txt", "Range: bytes=1-2").body == b"la", "a range")
        require(get(server, "/school/2025/").body == b"old", "one below another")
        require(ask(server, "/.well-known/acme-challenge/token").body == b"proof", "in clear text, at a path with a dot")
        answer = get(server, "/school/", method="PUT")
        require(answer.status == 405 and answer.headers["allow"] == "get, head, options", "PUT", answer.headers)
        require(get(server, "/school/", method="OPTIONS").status == 204, "OPTIONS")
    with School(web_files_policy="default-src 'self' 'unsafe-inline'") as server:
        require(get(server, "/school/").headers["content-security-policy"] == "default-src 'self' 'unsafe-inline'", "the option")


@story("web_files: a directory without its slash leads to its page; one without a page is nothing, and is never listed")
def directories():
    with School() as server:
        for path in ("/school", "/school/2025", "/school/news"):
            answer = get(server, path)
            require(answer.status == 307 and answer.headers["location"] == path + "/", "to the directory " + path, answer.headers)
        for path in ("/school/empty", "/school/empty/", "/.well-known/acme-challenge/", "/school/none/"):
            require(get(server, path).status == 404, "a list of " + path)
        os.rename(os.path.join(server.www, "news"), os.path.join(server.www, "n ws"))
        require(get(server, "/school/n%20ws").headers["location"] == "/school/n%20ws/", "a name that has to be escaped")


@story("web_files: no hidden files, and no symbolic link that leads out of the directory; one that stays inside is followed (bad input)")
def links():
    with School() as server:
        write(os.path.join(server.directory, "www-secret/file.txt"), "secret")
        for name, target in (("out", "../www-secret/file.txt"), ("passwd", "/etc/passwd"), ("updir", ".."),
                             ("inside", "plan.css"), ("absolute", server.www + "/plan.css"), ("dir", "news")):
            os.symlink(target, os.path.join(server.www, name))
        for path in ("out", "passwd", "updir/nexad.conf", "updir/www-secret/file.txt", ".htpasswd", "../acme/token", "%2e%2e/acme/token",
                     "..%2facme%2ftoken", "news/../../acme/token", "updir"):
            answer = get(server, "/school/" + path)
            require(answer.status in (400, 404), "an answer to " + path, answer.status, answer.body)
        for path, body in (("inside", b"body {}"), ("absolute", b"body {}"), ("dir/", b"news")):
            require(get(server, "/school/" + path).body == body, "a link inside: " + path)


@story("web_files: what changes is there at once, and a compressed variant of an earlier version is not sent for the new one")
def live():
    with School() as server:
        name = os.path.join(server.www, "plan.css")
        write(name + ".gz", "(gzip)")
        before = get(server, "/school/plan.css", "Accept-Encoding: gzip")
        require(before.body == b"(gzip)", "the variant", before.body)
        write(name, "body { color: red }")
        os.utime(name + ".gz", (1, 1))
        after = get(server, "/school/plan.css", "Accept-Encoding: gzip", "If-None-Match: " + before.headers["etag"])
        require(after.status == 200 and after.body == b"body { color: red }" and "content-encoding" not in after.headers, "the new version",
                after.headers, after.body)
        os.remove(name)
        require(get(server, "/school/plan.css", "Accept-Encoding: gzip").status == 404, "a variant of nothing")
        write(os.path.join(server.www, "new/index.html"), "new")
        require(get(server, "/school/new/").body == b"new", "a new page")
        os.rename(server.www, server.www + ".gone")
        require(get(server, "/school/").status == 404, "the directory has gone")
        os.rename(server.www + ".gone", server.www)
        require(get(server, "/school/").status == 200, "and is back")


@story("web_files: a path of somebody else's, one that is there twice, no directory, and what is neither stop the start with a sentence")
def wrong_mounts():
    server = Server()
    try:
        for value, *words in (("/chat=/tmp", "something else at /chat", "modules"), ("/ws=/tmp", "something else at /ws"),
                              ("/=/tmp", "something else at /"), ("/a=/tmp,/a=/var", "something else at /a"),
                              ("/a=/no/such/thing", "no directory /no/such/thing"), ("/a=/dev/null", "no directory /dev/null"),
                              ("/a", "/school=/srv/www"), ("a=/tmp", "/school=/srv/www"), ("/a/=/tmp", "/school=/srv/www"),
                              ("/a/../b=/tmp", "/school=/srv/www"), ("/a=tmp", "from the root on"), ("/a%20b=/tmp", "/school=/srv/www")):
            operations.refused(server, 78, "(?i)web_files", *words, web_files=value)
        operations.refused(server, 78, "(?i)web_files_policy", "one line", web_files_policy="default-src\nx: y")
    finally:
        server.remove()
    with Server(web_files="/=/tmp", modules="web,websocket,iq") as server:
        require(get(server, "/").status == 404, "nothing at /, but it runs")


@story("a reload with other web_files says that it takes a restart, and goes on with those that it has")
def changed_mounts():
    server = School()
    mounts_before = server.options.pop("web_files")
    path = os.path.join(server.directory, "nexad.conf")
    write(path, 'web_files = { "%s" }\n' % mounts_before.replace(",", '", "'))
    server.arguments = server.arguments + ["--config", path]
    with server:
        write(path, "web_files = { }\n")
        told = server.ctl("reload")
        require("web_files" in told.stdout + told.stderr, "the restart", told)
        require(get(server, "/school/").status == 200 and get(server, "/school/2025/").status == 200, "they are there still")


@story("Many requests over one connection, compressed and not, keep their order")
def pipelined():
    with with_files() as server, Web(server, is_tls=True) as web:
        paths = ["/chat/digits.txt", "/chat/%s/a.js" % DIGEST, "/chat/none", "/chat/settings.json"] * 5
        for path in paths:
            web.request(path, headers=("Accept-Encoding: gzip",))
        for path in paths:
            answer = web.answer()
            require((answer.status == 404) == (path == "/chat/none"), "the answer to " + path, answer.status)


if __name__ == "__main__":
    main()
