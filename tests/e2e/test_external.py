#!/usr/bin/python3
"""Logging in with a certificate (SASL EXTERNAL; RFC 6120 sections 6 and 13.7.1.4, RFC 4422 appendix A, XEP-0178 section 2).

Authority, certificates and the list of revoked ones are made as doc/ADMINISTRATION.md tells administrators to: its commands are run."""
import base64
import os
import re
import ssl
import subprocess

import operations
from harness import TOP, Server, main, require, story
from operations import Wire, context_for
from people import Client
from webraw import HANDSHAKE, Socket

SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'"
HOST = "school.example"
DAY = 24 * 3600


# ---- as the manual says ----

def manual():
    """The blocks of commands in the section about certificates of clients."""
    with open(os.path.join(TOP, "doc/ADMINISTRATION.md"), encoding="utf-8") as file:
        section = re.search(r"## Logging in with a certificate\n(.*?)\n## ", file.read(), re.DOTALL).group(1)
    return re.findall(r"```\n(.*?)```", section, re.DOTALL)


AUTHORITY, CERTIFICATE, OPTION, REVOCATION = manual()


def run(server, commands):
    subprocess.run(["sh", "-e", "-c", commands], cwd=server.directory, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def path_of(server, name):
    return os.path.join(server.directory, name)


def issue(server, name, *addresses, days=365, authority="clients-ca"):
    """A certificate for these addresses as name.pem and name.key."""
    names = ",".join("otherName:1.3.6.1.5.5.7.8.5;UTF8:" + address for address in addresses)
    commands = CERTIFICATE.replace("juliet@school.example", "ADDRESS").replace("juliet", name).replace("clients-ca", authority)
    commands = commands.replace("otherName:1.3.6.1.5.5.7.8.5;UTF8:ADDRESS", names).replace("-days 365", "-days %d" % days)
    run(server, commands)


def made(hosts=HOST, **options):
    """A server that trusts an authority for clients, as the manual says; not started."""
    server = Server(hosts=hosts, **options)
    run(server, AUTHORITY)
    server.config = path_of(server, "nexad.conf")
    configure(server, OPTION.replace("/etc/nexa", server.directory))
    server.arguments = server.arguments + ["--config", server.config]
    return server


def configure(server, text):
    with open(server.config, "w", encoding="utf-8") as file:
        file.write(text)


def reload(server):
    answer = server.ctl("reload")
    require(answer.returncode == 0, "the reload failed", answer.stderr)


# ---- clients ----

def showing(server, name, version=None):
    context = context_for(server)
    if name:
        context.load_cert_chain(path_of(server, name + ".pem"), path_of(server, name + ".key"))
    if version:
        context.minimum_version = context.maximum_version = version
    return context


def showing_over_http(*who):
    context = showing(*who)
    context.set_alpn_protocols(["http/1.1"])
    return context


def offer(server, name, tls="direct", host=HOST, version=None, server_name=None):
    """Whether a client with this certificate is offered EXTERNAL."""
    with Wire(server, tls, host=host, context=showing(server, name, version), server_name=server_name) as wire:
        return "<mechanism>EXTERNAL</mechanism>" in wire.open()


def authenticate(wire, authzid=None):
    """authzid None: none is given."""
    wire.open()
    wire.send("<auth %s mechanism='EXTERNAL'>%s</auth>" % (SASL, base64.b64encode(authzid.encode()).decode() if authzid else "="))
    return wire.expect("<success[^>]*>|<failure.*</failure>").group(0)


def attempt(server, name, authzid=None, tls="direct", host=HOST, version=None):
    with Wire(server, tls, host=host, context=showing(server, name, version)) as wire:
        return authenticate(wire, authzid)


def bound(wire):
    """The JID that the client has now."""
    wire.open()
    wire.send("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
    return wire.expect("<jid>([^<]+)</jid>").group(1)


# ---- stories ----

@story("XEP-0178 section 2: a certificate made as the manual says logs in its account, over STARTTLS and direct TLS, TLS 1.2 and 1.3")
def as_the_manual_says():
    with made() as server:
        issue(server, "juliet", "juliet@school.example")
        server.add_accounts("juliet", "romeo")
        for tls in ("direct", "starttls"):
            for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
                for authzid in (None, "juliet@school.example", "JULIET@School.example"):
                    with Wire(server, tls, context=showing(server, "juliet", version)) as wire:
                        answer = authenticate(wire, authzid)
                        require(answer.startswith("<success"), "not let in", tls, version, authzid, answer)
                        require(bound(wire).startswith("juliet@school.example/"), "somebody else")
        require(" mechanism=EXTERNAL " in server.log(), "the log does not tell")
        # The others go on with their passwords, with a certificate of somebody else too.
        for name in (None, "juliet"):
            with Wire(server, "direct", context=showing(server, name)) as wire:
                wire.login("romeo")


@story("RFC 7395 section 3.8: over a WebSocket too, where https_client_certificates says so and TLS ends in this server")
def over_websocket():
    with made() as server:
        issue(server, "juliet", "juliet@school.example")
        with Socket(server, context=showing_over_http(server, "juliet")) as web:
            require("EXTERNAL" not in web.open(HOST), "browsers are asked for certificates")
    with made(https_client_certificates="yes") as server:
        issue(server, "juliet", "juliet@school.example")
        server.add_accounts("juliet")
        with Socket(server, context=showing_over_http(server, None)) as web:
            require("EXTERNAL" not in web.open(HOST), "EXTERNAL is offered to everybody")
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            with Socket(server, context=showing_over_http(server, "juliet", version)) as web:
                require("<mechanism>EXTERNAL</mechanism>" in web.open(HOST), "EXTERNAL is not offered", version)
                web.say("<auth %s mechanism='EXTERNAL'>=</auth>" % SASL)
                answer = web.message()
                require(answer.startswith("<success"), "not let in", answer)
                web.open(HOST)
                web.say("<iq xmlns='jabber:client' type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
                require("<jid>juliet@school.example/" in web.message(), "somebody else")


@story("RFC 6455 section 10.2: a page of another site cannot log in with the certificate that a browser shows for it")
def from_other_sites():
    with made(https_client_certificates="yes") as server:
        issue(server, "juliet", "juliet@school.example")
        for origin, person, status in (("https://evil.test", "juliet", 403), ("http://nexa.test", "juliet", 403), ("null", "juliet", 403),
                                       ("https://nexa.test.evil.test", "juliet", 403), ("https://nexa.test", "juliet", 101),
                                       ("https://evil.test", None, 101)):
            headers = HANDSHAKE + ("Origin: " + origin,)
            with Socket(server, headers=headers, context=showing_over_http(server, person)) as web:
                require(web.shaken.status == status, "another status", origin, person, web.shaken.status)


@story("slixmpp logs in with its certificate, and takes its password where that is worth nothing")
async def slixmpp():
    with made() as server:
        server.add_accounts("juliet", "romeo")
        for name, mechanism in (("juliet", "EXTERNAL"), ("romeo", "SCRAM-SHA-256-PLUS")):
            issue(server, name, "%s@school.example" % name, days=365 if name == "juliet" else 0)
            for direct in (False, True):
                client = Client(server, name)
                client.certfile, client.keyfile = path_of(server, name + ".pem"), path_of(server, name + ".key")
                await client.log_in(direct)
                require(client["feature_mechanisms"].mech.name == mechanism, "another mechanism",
                        client["feature_mechanisms"].mech.name)
                await client.log_out()


@story("RFC 6120 section 6.3.4, client rule 8: EXTERNAL is offered for a valid certificate of an account here, else not")
def offered():
    with made(hosts="school.example,other.example") as server:
        server.add_accounts("juliet", "tybalt@other.example")
        issue(server, "juliet", "juliet@school.example")
        issue(server, "nobody", "nobody@school.example")
        issue(server, "elsewhere", "juliet@elsewhere.example", "tybalt@other.example")
        issue(server, "resource", "juliet@school.example/phone")
        issue(server, "nonsense", "@@@", "school.example")
        issue(server, "old", "juliet@school.example", days=0)
        run(server, AUTHORITY.replace("clients-ca", "foreign"))
        issue(server, "foreign-juliet", "juliet@school.example", authority="foreign")
        operations.make_certificate(server.directory, "own")
        require(offer(server, "juliet"), "not offered")
        for name in (None, "nobody", "elsewhere", "resource", "nonsense", "old", "foreign-juliet", "own"):
            for tls in ("direct", "starttls"):
                require(not offer(server, name, tls), "offered", name)
        require(offer(server, "elsewhere", host="other.example"), "not offered on the host of the second address")
        for sentence in ("certificate has expired", "unable to get local issuer certificate", "is for no account here"):
            require(sentence in server.log() or sentence == "certificate has expired" and "has expired; ask" in server.log(),
                    "the log does not say", sentence)


@story("RFC 6120 section 6.5: who tries EXTERNAL all the same gets the failure that fits, with a text")
def failures():
    with made() as server:
        server.add_accounts("juliet", "romeo")
        issue(server, "juliet", "juliet@school.example")
        issue(server, "old", "juliet@school.example", days=0)
        issue(server, "nobody", "nobody@school.example")
        run(server, AUTHORITY.replace("clients-ca", "foreign"))
        issue(server, "foreign-juliet", "juliet@school.example", authority="foreign")
        for name, authzid, condition, text in (
                (None, None, "invalid-mechanism", "has shown no certificate"),
                ("old", None, "credentials-expired", "has expired"),
                ("foreign-juliet", None, "not-authorized", "issuer"),
                ("nobody", None, "not-authorized", "for no account here"),
                ("juliet", "romeo@school.example", "invalid-authzid", "not for that address"),
                ("juliet", "juliet@school.example/phone", "invalid-authzid", "not for that address"),
                ("juliet", "juliet", "invalid-authzid", "not for that address"),
                ("juliet", "@", "invalid-authzid", "not for that address"),
                ("juliet", "juliet@school.example\0", "malformed-request", "UTF-8")):
            answer = attempt(server, name, authzid)
            require("<%s" % condition in answer and re.search("<text xml:lang=.en.>[^<]*%s" % text, answer), "another failure",
                    name, authzid, answer)
        server.ctl("account", "disable", "juliet@school.example", "--reason", "come and see me")
        answer = attempt(server, "juliet")
        require("<account-disabled" in answer and "come and see me" in answer, "disabled", answer)
        server.ctl("account", "enable", "juliet@school.example")
        server.ctl("account", "expire", "juliet@school.example", "2020-01-01")
        require("<account-disabled" in attempt(server, "juliet"), "expired account")
        server.ctl("account", "expire", "juliet@school.example", "never")
        require(attempt(server, "juliet").startswith("<success"), "not let in again")
        server.ctl("account", "delete", "juliet@school.example", "--yes")
        require("<not-authorized" in attempt(server, "juliet"), "deleted account")


@story("XEP-0178 section 2 step 11: with several addresses the client has to say which; addresses of other hosts do not count")
def several_addresses():
    with made(hosts="school.example,other.example") as server:
        server.add_accounts("juliet", "romeo", "tybalt@other.example")
        issue(server, "both", "juliet@school.example", "romeo@school.example", "gone@school.example", "tybalt@other.example")
        require("<invalid-authzid" in attempt(server, "both"), "a guess")
        for name in ("juliet", "romeo"):
            with Wire(server, "direct", context=showing(server, "both")) as wire:
                require(authenticate(wire, name + "@school.example").startswith("<success"), "not let in", name)
                require(bound(wire).startswith(name + "@school.example/"), "somebody else", name)
        for authzid in ("gone@school.example", "tybalt@other.example"):
            require("<invalid-authzid" in attempt(server, "both", authzid), "let in as", authzid)
        require(attempt(server, "both", host="other.example").startswith("<success"), "the only one on that host")


@story("a certificate counts for the host whose authority issued it, whatever name the client asked TLS for")
def hosts():
    with made(hosts="school.example,other.example,third.example") as server:
        run(server, AUTHORITY.replace("clients-ca", "other-ca"))
        configure(server, 'host "school.example" { client_ca = "%s" }\nhost "other.example" { client_ca = "%s" }\n'
                  % (path_of(server, "clients-ca.pem"), path_of(server, "other-ca.pem")))
        reload(server)
        server.add_accounts("juliet", "juliet@other.example", "juliet@third.example")
        addresses = ["juliet@" + host for host in ("school.example", "other.example", "third.example")]
        issue(server, "one", *addresses)
        issue(server, "other", *addresses, authority="other-ca")
        for tls in ("direct", "starttls"):
            for server_name in ("school.example", "other.example"):
                for host, name, expected in (("school.example", "one", True), ("school.example", "other", False),
                                             ("other.example", "one", False), ("other.example", "other", True),
                                             ("third.example", "one", False), ("third.example", "other", False)):
                    require(offer(server, name, tls, host, server_name=server_name) == expected, "offered: %s" % (not expected),
                            tls, server_name, host, name)
        # Where no certificate is wanted none is asked for.
        with Wire(server, "direct", host="third.example", context=showing(server, "one")) as wire:
            require("EXTERNAL" not in wire.open(), "offered")


@story("a list of revoked certificates takes effect with a reload, as the manual says; so does another authority")
def revocation():
    with made() as server:
        server.add_accounts("juliet", "romeo")
        for name in ("juliet", "romeo"):
            issue(server, name, name + "@school.example")
            require(offer(server, name), "not offered", name)
        run(server, REVOCATION)
        configure(server, 'client_ca = "%s"\n' % path_of(server, "clients-and-revoked.pem"))
        reload(server)
        require("certificate revoked" in attempt(server, "juliet"), "a revoked certificate is let in")
        require(attempt(server, "romeo").startswith("<success"), "another certificate is refused with it")
        run(server, AUTHORITY.replace("clients-ca", "new-ca"))
        configure(server, 'client_ca = "%s"\n' % path_of(server, "new-ca.pem"))
        reload(server)
        require("<not-authorized" in attempt(server, "romeo"), "the old authority still counts")
        configure(server, "")
        reload(server)
        require("<invalid-mechanism" in attempt(server, "romeo"), "certificates still count")


@story("a TLS session that is resumed is worth what its certificate is worth now")
def resumption():
    with made() as server:
        server.add_accounts("juliet")
        issue(server, "juliet", "juliet@school.example")
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            configure(server, OPTION.replace("/etc/nexa", server.directory))
            reload(server)
            context = showing(server, "juliet", version)
            with Wire(server, "direct", context=context) as wire:
                require("EXTERNAL" in wire.open(), "not offered", version)
                session = wire.sock.session
            is_reused, features = resumed(server, context, session)
            require(is_reused and "EXTERNAL" in features, "not offered when resumed", version, is_reused)
            run(server, AUTHORITY.replace("clients-ca", "new-ca"))
            configure(server, 'client_ca = "%s"\n' % path_of(server, "new-ca.pem"))
            reload(server)
            require("EXTERNAL" not in resumed(server, context, session)[1], "offered for what was trusted once", version)


def resumed(server, context, session):
    """(whether it was, the features) when the client takes up an earlier session."""
    class Again(Wire):
        def secure(self):
            self.sock = context.wrap_socket(self.sock, server_hostname=self.server_name, session=session)

    with Again(server, "direct") as wire:
        features = wire.open()
        return wire.sock.session_reused, features


@story("a client that does not wait for the features is not read before its certificate is known")
def pipelined():
    with made() as server:
        server.add_accounts("juliet")
        issue(server, "juliet", "juliet@school.example")
        for _ in range(5):
            with Wire(server, "direct", context=showing(server, "juliet")) as wire:
                header = ("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='%s' version='1.0'>"
                          % HOST)
                wire.send(header + "<auth %s mechanism='EXTERNAL'>=</auth>" % SASL + header +
                          "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
                wire.expect("<mechanism>EXTERNAL</mechanism>.*<success.*<jid>juliet@school.example/")
            server.ctl("account", "disable", "juliet@school.example")
            server.ctl("account", "enable", "juliet@school.example")


@story("what cannot be an authority is refused with a sentence, at the start and at a reload")
def bad_files():
    with made() as server:
        for name, text, why in (("empty.pem", "", "cannot be used"), ("text.pem", "hello", "cannot be used"), (None, "", "cannot read")):
            if name:
                with open(path_of(server, name), "w", encoding="ascii") as file:
                    file.write(text)
            configure(server, 'client_ca = "%s"\n' % path_of(server, name or "none.pem"))
            answer = server.ctl("reload")
            require(answer.returncode != 0 and why in answer.stderr, "the reload is not refused", answer.stderr)
        server.add_accounts("juliet")
        issue(server, "juliet", "juliet@school.example")
        require(offer(server, "juliet"), "the refused reload has changed something")
    with Server() as other:
        other.stop()
        operations.refused(other, 1, "cannot read .*none.pem", client_ca=path_of(other, "none.pem"))
        other.start()


if __name__ == "__main__":
    main()
