#!/usr/bin/python3
"""External services (XEP-0215): Debian's coturn takes the credentials that nexad makes; who asked is told when the options change."""
import os
import re
import shutil
import socket
import subprocess

import operations
from harness import Server, Skip, die_with_parent, free_ports, main, password_of, require, story, wait_until
from operations import hang_up
from xmppraw import Client

SERVICES = "<services xmlns='urn:xmpp:extdisco:2'%s/>"
SERVICE = "{urn:xmpp:extdisco:2}service"
SECRET = "a secret that both know".replace(" ", "-")


class Coturn:
    """turnserver on loopback, with a secret shared with nexad."""

    def __init__(self, directory):
        if not shutil.which("turnserver"):
            raise Skip("Debian's coturn is not installed")
        self.port, = free_ports(1)
        self.log = os.path.join(directory, "turn.log")
        self.process = subprocess.Popen(
            ["turnserver", "-n", "--use-auth-secret", "--static-auth-secret=" + SECRET, "--realm=localhost", "--no-tls", "--no-dtls",
             "--no-cli", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--allow-loopback-peers", "--listening-port=%d" % self.port,
             "--pidfile=" + os.path.join(directory, "turn.pid"), "--log-file=" + self.log, "--simple-log", "--userdb=" + os.path.join(directory, "turn.db")],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=die_with_parent)

    def __enter__(self):
        wait_until(self.answers, "coturn")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def answers(self):
        """A STUN binding request (RFC 8489 section 5)."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.settimeout(0.2)
            sock.sendto(b"\0\1\0\0\x21\x12\xa4\x42" + b"x" * 12, ("127.0.0.1", self.port))
            try:
                return sock.recv(100)[:2] == b"\1\1"
            except OSError:
                return False

    def relays(self, username, password):
        """Two allocations send to each other through it."""
        done = subprocess.run(["turnutils_uclient", "-y", "-n", "3", "-m", "1", "-u", username, "-w", password, "-p", str(self.port),
                               "127.0.0.1"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=60)
        return done.returncode == 0 and re.search(r"Total lost packets 0 ", done.stdout) is not None


@story("XEP-0215 section 3.3: coturn relays for who has the credentials, and not for who has others")
async def coturn():
    server = Server()
    with Coturn(server.directory) as turn:
        server.options.update(external_services="stun:127.0.0.1:%d,turn:127.0.0.1:%d" % (turn.port, turn.port), external_secrets=SECRET)
        with server:
            server.add_accounts("romeo")
            romeo = await Client(server, "romeo").connect(password_of("romeo"))
            answer = await romeo.iq(SERVICES % " type='turn'", to="localhost")
            service, = answer.iter(SERVICE)
            username, password = service.get("username"), service.get("password")
            require((service.get("host"), service.get("port")) == ("127.0.0.1", str(turn.port)), "the place", service.attrib)
            require("romeo" not in username, "the name says who it is", username)
            require(turn.relays(username, password), "coturn does not relay")
            require(not turn.relays(username, password[:-4] + "AAA="), "coturn relays for a wrong password")
            await romeo.close()


@story("XEP-0215 section 3.2: a reload pushes what was added, changed and removed to who asked for that type")
async def reload():
    server = Server()
    path = os.path.join(server.directory, "nexad.conf")

    def configure(services, secret):
        with open(path, "w", encoding="utf-8") as file:
            file.write("external_services = { %s }\nexternal_secrets = { %s }\n" % (", ".join('"%s"' % one for one in services), secret))
    configure(["turn:one.test", "turn:two.test", "stun:one.test"], "first")
    server.arguments = server.arguments + ["--config", path]
    with server:
        server.add_accounts("romeo", "juliet")
        romeo = await Client(server, "romeo").connect(password_of("romeo"))
        juliet = await Client(server, "juliet").connect(password_of("juliet"))
        answer = await romeo.iq(SERVICES % " type='turn'", to="localhost")
        old = {service.get("host"): service.get("password") for service in answer.iter(SERVICE)}
        await juliet.iq(SERVICES % "", to="localhost")
        configure(["turn:two.test", "turn:three.test", "stun:two.test"], "second")
        hang_up(server)
        push = await romeo.next("iq")
        require(push.get("type") == "set" and push.get("from") == "localhost", "a push", push.attrib)
        told = {(service.get("action"), service.get("type"), service.get("host")): service for service in push.iter(SERVICE)}
        require(set(told) == {("add", "turn", "three.test"), ("modify", "turn", "two.test"), ("delete", "turn", "one.test")}, "changes", set(told))
        require(told["modify", "turn", "two.test"].get("password") not in (None, old["two.test"]), "the new secret")
        require(told["delete", "turn", "one.test"].get("password") is None, "credentials of what is gone")
        romeo.send("<iq type='result' id='%s' to='localhost'/>" % push.get("id"))
        hang_up(server)         # nothing has changed
        await romeo.iq("<ping xmlns='urn:xmpp:ping'/>", to="localhost")
        await juliet.iq("<ping xmlns='urn:xmpp:ping'/>", to="localhost")
        for client in (romeo, juliet):
            require(not [one for one in client.inbox._queue if one.tag.endswith("iq")], "a push that nobody asked for")
            await client.close()


@story("options: what is no service, secret or login is refused with a sentence")
def bad_options():
    for option, value, sentence in (("external_services", "turn.school.example", "not the address of a service"),
                                    ("external_services", "turn:host:0", "not the address of a service"),
                                    ("external_services", "turn:[::1", "not the address of a service"),
                                    ("external_services", "turn:host?secret=x", "not the address of a service"),
                                    ("external_secrets", "a b c", "neither a secret nor"),
                                    ("external_logins", "host name", "not a host, a name and a password")):
        server = Server()
        try:
            operations.refused(server, 78, option.upper(), sentence, **{option: value})
        finally:
            server.remove()


if __name__ == "__main__":
    main()
