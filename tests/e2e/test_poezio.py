"""Two people on poezio, each in a terminal of tmux's, over TLS that poezio verifies against the server's authority."""
import os
import random
import shutil
import socket
import time

from harness import Server, Skip, comment, main, password_of, require, story
from terminals import Person, Terminals

SETTINGS = """[Poezio]
jid = %(jid)s/poezio
password = %(password)s
ca_cert_path = %(ca)s
auto_reconnect = true
"""


class Poezio(Person):
    refuses_root = True

    def __init__(self, terminals, server, name, authority=None):
        super().__init__(terminals, server, name)
        self.program = ["poezio"]
        with open((authority or server).ca, encoding="ascii") as file:
            self.write("ca.pem", file.read())
        self.write(".config/poezio/poezio.cfg", SETTINGS % {
            "jid": self.jid, "password": password_of(name), "ca": os.path.join(self.home, "ca.pem")})

    def type(self, line):
        """What comes all at once is pasted text for poezio, not a command."""
        for keys in (line[0], line[1:]):
            self.terminals.run("send-keys", "-t", self.name, "-l", keys)
            time.sleep(0.3)
        self.terminals.run("send-keys", "-t", self.name, "Enter")

    def online(self):
        self.start()
        self.see("Authentication success", "Your JID is %s/poezio" % self.jid)
        return self


def poezio_server():
    """poezio's slixmpp (1.8.3) goes to port 5222 whatever custom_port says, so the domain is an address of this machine's
    own where that port is free."""
    for _ in range(20):
        address = "127.%d.%d.%d" % tuple(random.SystemRandom().randrange(1, 255) for _ in range(3))
        if is_free_at(address, 5222):
            return Server(hosts=address, listen_address=address, c2s_port=5222)
    raise Skip("another program has port 5222 on every address, and poezio knows no other port")


def is_free_at(address, port):
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((address, port))
        except OSError:
            return False
    return True


def befriend(romeo, juliet):
    romeo.type("/add %s" % juliet.jid)
    romeo.see("%s was added to the roster" % juliet.jid)
    juliet.see("%s wants to subscribe" % romeo.jid)
    juliet.type("/accept %s" % romeo.jid)
    juliet.see("%s is now authorized" % romeo.jid)
    # Accepting asks in return.
    romeo.see("%s accepted your contact" % juliet.jid)
    romeo.type("/accept %s" % juliet.jid)
    romeo.see(r"\| \[\+\] %s \(1\)" % juliet.jid)
    juliet.see(r"\| \[\+\] %s \(1\)" % romeo.jid)


def chat(romeo, juliet, words):
    romeo.type("/message %s %s from romeo" % (juliet.jid, words))
    romeo.see("romeo> %s from romeo" % words)
    juliet.see("1.romeo")
    juliet.type("/win 1")
    juliet.see("romeo> %s from romeo" % words)
    juliet.type("%s from juliet" % words)
    juliet.see("juliet> %s from juliet" % words)
    romeo.see("juliet> %s from juliet" % words)


@story("poezio over STARTTLS, verified: contacts, chat both ways, and again after the server was stopped and started")
def together():
    with poezio_server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Poezio(terminals, server, "romeo").online()
        juliet = Poezio(terminals, server, "juliet").online()
        befriend(romeo, juliet)
        chat(romeo, juliet, "parting")
        # The tab with the roster keeps what poezio says about the connection.
        for person in (romeo, juliet):
            person.type("/win 0")
            person.see("Authentication success")
        server.stop()
        server.start()
        for person in (romeo, juliet):
            person.see(r"(?s)Stream error: The server is being\s.*Auto-reconnecting.*Authentication success.*Your JID is")
        chat(romeo, juliet, "again")
        romeo.quit()
        juliet.quit()


@story("poezio does not go on when it does not know the server's authority")
def untrusted():
    with poezio_server() as server, Server() as stranger, Terminals(server.directory) as terminals:
        server.add_accounts("romeo")
        romeo = Poezio(terminals, server, "romeo", authority=stranger).start()
        romeo.see("(?i)certificate")
        require("logged in" not in server.log(), "somebody logged in")
        romeo.quit()


if __name__ == "__main__":
    for program in ("poezio", "tmux", "setpriv"):
        if not shutil.which(program):
            comment("%s is not installed" % program)
            print("1..1\nnot ok 1 - poezio and tmux are there")
            raise SystemExit(1)
    main()
