"""Two people on mcabber, each in a terminal of tmux's, over TLS that mcabber (GnuTLS) verifies against the server's authority."""
import re
import shutil

from harness import Server, comment, main, password_of, require, story
from terminals import Person, Terminals

SETTINGS = """set jid = %(jid)s
set password = %(password)s
set server = localhost
set port = %(port)d
set resource = mcabber
set tls = %(tls)d
set ssl = %(ssl)d
set ssl_ca = %(ca)s
set log_win_height = 15
set disable_random_resource = 1
set beep_on_message = 0
"""


class Mcabber(Person):
    def __init__(self, terminals, server, name, direct=False, authority=None):
        super().__init__(terminals, server, name)
        self.program = ["mcabber"]
        self.write(".mcabber/mcabberrc", SETTINGS % {
            "jid": self.jid, "password": password_of(name), "port": server.tls_port if direct else server.port,
            "tls": not direct, "ssl": direct, "ca": (authority or server).ca})

    def online(self):
        self.start()
        self.see(r"Your status has been set: \[_>o\]", r"Connection established")
        return self

    def look_at(self, other):
        """The window of the other; what is typed afterwards goes there."""
        self.type("/roster search %s" % other.jid)
        self.see("Buddy: %s" % other.jid)
        # An empty line opens it.
        self.type("")


def befriend(romeo, juliet):
    for asks, allows in ((romeo, juliet), (juliet, romeo)):
        # Asks for the contact's presence, too.
        asks.type("/add %s" % allows.jid)
        asks.see("Sent presence notification request to <%s>" % allows.jid)
        allows.see("<%s> wants to subscribe to your presence" % asks.jid)
        allows.type("/authorization allow %s" % asks.jid)
        asks.see("<%s> has allowed you to receive" % allows.jid)


def chat(romeo, juliet, words):
    romeo.look_at(juliet)
    juliet.look_at(romeo)
    romeo.type("%s from romeo" % words)
    juliet.see("<== %s from romeo" % words)
    juliet.type("%s from juliet" % words)
    juliet.see("--> %s from juliet" % words)
    romeo.see("--> %s from romeo" % words, "<== %s from juliet" % words)


@story("mcabber over STARTTLS and direct TLS, verified: contacts, chat both ways; what was missed is there after coming back")
def together():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Mcabber(terminals, server, "romeo").online()
        juliet = Mcabber(terminals, server, "juliet", direct=True).online()
        befriend(romeo, juliet)
        romeo.see(r"\[o\] juliet@localhost")
        juliet.see(r"\[o\] romeo@localhost")
        chat(romeo, juliet, "parting is such sweet sorrow")
        juliet.quit()
        romeo.see(r"\[_\] juliet@localhost")
        for number in range(1, 4):
            romeo.type("while you were away %d" % number)
        romeo.see("--> while you were away 3")
        juliet.online()
        romeo.see(r"\[o\] juliet@localhost")
        juliet.look_at(romeo)
        screen = juliet.see("while you were away 1", "while you were away 2", "while you were away 3")
        order = re.findall(r"while you were away (\d)", screen)
        require(order == ["1", "2", "3"], "the missed messages are not there once and in order", order)
        chat(romeo, juliet, "again")
        romeo.quit()
        juliet.quit()


@story("mcabber connects again after the server was stopped and started")
def restarted():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Mcabber(terminals, server, "romeo").online()
        juliet = Mcabber(terminals, server, "juliet").online()
        befriend(romeo, juliet)
        server.stop()
        for person in (romeo, juliet):
            person.see("Disconnected, reason")
        server.start()
        for person in (romeo, juliet):
            person.type("/connect")
        romeo.see(r"\[o\] juliet@localhost")
        juliet.see(r"\[o\] romeo@localhost")
        chat(romeo, juliet, "after the stop")
        romeo.quit()
        juliet.quit()


@story("mcabber does not go on when it does not know the server's authority")
def untrusted():
    with Server() as server, Server() as stranger, Terminals(server.directory) as terminals:
        server.add_accounts("romeo")
        romeo = Mcabber(terminals, server, "romeo", authority=stranger).start()
        romeo.see("(?i)certificate|untrusted")
        require("login" not in server.log() and "logged in" not in server.log(), "somebody tried to log in")
        romeo.quit()


if __name__ == "__main__":
    for program in ("mcabber", "tmux"):
        if not shutil.which(program):
            comment("%s is not installed" % program)
            print("1..1\nnot ok 1 - mcabber and tmux are there")
            raise SystemExit(1)
    main()
