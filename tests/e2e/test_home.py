#!/usr/bin/python3
"""The home page as browsers get it (issue 6): how to connect, in two languages, with the certificate and a QR code. How it looks and
what the QR code says: test_web_client.py."""
import re
import socket
import ssl
import subprocess

from harness import Server, main, require, story
from operations import make_certificate
from webraw import ask


def page_of(server, path="/", **options):
    answer = ask(server, path, **options)
    require(answer.status == 200 and answer.headers["content-type"] == "text/html; charset=utf-8", "no page", answer.status)
    return answer.body.decode()


@story("GET / names the product and the host, tells address and ports, and needs neither scripts nor other hosts")
def what_it_tells():
    with Server(hosts="school.example") as server:
        page = page_of(server)
        for words in ("Nexa", "@school.example", "port %d" % server.port, "port %d" % server.tls_port,
                      "wss://nexa.test:%d/ws" % server.https_port):
            require(words in page, "the page lacks " + words, page)
        require("<script" not in page and "style=" not in page and "<style" not in page, "something inline", page)
        sources = re.findall(r"(?:src|href)=\"([^\"]*)\"", page)
        require(sources and all(source.startswith("/") for source in sources), "something from elsewhere", sources)
        for source in set(sources):
            require(ask(server, source).status == 200, "a dead link", source)
        policy = ask(server, "/").headers["content-security-policy"]
        require("default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy, "policy", policy)


@story("Under each host's name the page is that host's, also with a port and in capitals; under another name it is the first one's")
def hosts():
    with Server(hosts="school.example,college.example") as server:
        for asked, told in (("college.example", "college.example"), ("COLLEGE.example:5281", "college.example"),
                            ("school.example:80", "school.example"), ("192.0.2.1", "school.example"), ("elsewhere.test", "school.example")):
            for is_tls in (False, True):
                page = ask(server, "/", host=asked, is_tls=is_tls).body.decode()
                other = "school.example" if told == "college.example" else "college.example"
                require("@" + told in page and "@" + other not in page, "the page for " + asked, page)


@story("What browsers ask for of themselves, an icon, is there: no error in their consoles")
def icon():
    with Server() as server:
        answer = ask(server, "/favicon.ico")
        require(answer.status == 200 and answer.headers["content-type"] == "image/svg+xml", "the icon", answer.status, answer.headers)


@story("The page is there in English and German")
def languages():
    with Server() as server:
        require("Messenger of localhost" in page_of(server) and "Messenger of localhost" in page_of(server, "/en"), "English")
        page = page_of(server, "/de")
        require("Messenger von localhost" in page and "<html lang=\"de\">" in page, "German", page)
        for wanted, lang in (("de-AT,de;q=0.9,en;q=0.8", "de"), ("en-GB, de", "en"), ("uk,de;q=0.5", "de"), ("fr", "en"), ("", "en"),
                             (",;,,q", "en")):
            page = page_of(server, headers=("Accept-Language: " + wanted,))
            require("<html lang=\"%s\">" % lang in page, "the language for " + wanted, page)


@story("What it says of new accounts is what option registration says")
def registration():
    for value, words in (("open", "register a new account"), ("invite", "invitation"), ("closed", "whoever runs")):
        with Server(registration=value) as server:
            require(words in page_of(server), "registration " + value)


@story("Each of several hosts has the page under its own name; a Host header cannot put anything into it (bad input)")
def hosts():
    with Server(hosts="a.example,b.example") as server:
        for sent, shown in (("b.example", "@b.example"), ("B.example:80", "@b.example"), ("c.example", "@a.example")):
            page = page_of(server, host=sent)
            require(shown in page, "another host", sent, page)
        for evil in ("\"><script>", "a b", "a'b", "x/../y", "%s"):
            page = page_of(server, host=evil)
            require("@a.example" in page and evil not in page, "a Host header got in", page)


@story("The certificate of the own authority is there for download, and its fingerprint is right")
def own_authority():
    with Server() as server:
        answer = ask(server, "/ca.crt")
        require(answer.status == 200 and answer.headers["content-type"] == "application/x-x509-ca-cert", "type", answer.headers)
        require(answer.body.count(b"BEGIN") == 1 and b"BEGIN CERTIFICATE" in answer.body, "what it holds", answer.body)
        told = subprocess.run(["openssl", "x509", "-noout", "-fingerprint", "-sha256"], input=answer.body, check=True,
                              stdout=subprocess.PIPE).stdout.decode().strip().partition("=")[2]
        require(told in page_of(server).replace("<wbr>", ""), "another fingerprint", told)
        context = ssl.create_default_context(cadata=answer.body.decode())
        with socket.create_connection(("127.0.0.1", server.https_port), 10) as sock:
            context.wrap_socket(sock, server_hostname="localhost").close()


@story("With a certificate from elsewhere there is none to download, and nothing is said of one")
def another_authority():
    server = Server()
    cert, key = make_certificate(server.directory, "localhost")
    server.options.update(tls_cert=cert, tls_key=key)
    with server:
        require(ask(server, "/ca.crt").status == 404, "there is one")
        require("fingerprint" not in page_of(server), "the page speaks of one")


if __name__ == "__main__":
    main()
