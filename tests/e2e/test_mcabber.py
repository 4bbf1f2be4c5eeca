"""Two people on mcabber, each in a terminal of tmux's, over TLS that mcabber (GnuTLS) verifies against the server's authority."""
from harness import Server, password_of, require, story
from terminals import Person, Terminals, chat, main, miss

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

    def say(self, other, text):
        self.look_at(other)
        self.type(text)
        self.see("--> " + text)

    def hear(self, other, *texts):
        self.look_at(other)
        return self.see(*["<== " + text for text in texts])

    def see_there(self, other):
        self.see(r"\[o\] " + other.jid)

    def see_gone(self, other):
        self.see(r"\[_\] " + other.jid)


def befriend(romeo, juliet):
    for asks, allows in ((romeo, juliet), (juliet, romeo)):
        # Asks for the contact's presence, too.
        asks.type("/add %s" % allows.jid)
        asks.see("Sent presence notification request to <%s>" % allows.jid)
        allows.see("<%s> wants to subscribe to your presence" % asks.jid)
        allows.type("/authorization allow %s" % asks.jid)
        asks.see("<%s> has allowed you to receive" % allows.jid)
    romeo.see_there(juliet)
    juliet.see_there(romeo)


@story("mcabber over STARTTLS and direct TLS, verified: contacts, chat both ways; what was missed is there after coming back")
def together():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Mcabber(terminals, server, "romeo").online()
        juliet = Mcabber(terminals, server, "juliet", direct=True).online()
        befriend(romeo, juliet)
        chat(romeo, juliet, "parting is such sweet sorrow")
        miss(romeo, juliet)
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
        romeo.see_there(juliet)
        juliet.see_there(romeo)
        chat(romeo, juliet, "after the stop")
        romeo.quit()
        juliet.quit()


@story("mcabber asks the host for time and last activity, and hears that there is no vCard yet")
def asking():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo")
        romeo = Mcabber(terminals, server, "romeo").online()
        for what in ("time", "last"):
            romeo.type("/request %s %s" % (what, server.host))
            romeo.see("Received IQ:%s result from <%s>" % (what, server.host))
        romeo.type("/request vcard %s" % romeo.jid)
        romeo.see("Error message from server: You have no vCard")
        romeo.quit()


@story("mcabber does not go on when it does not know the server's authority")
def untrusted():
    with Server() as server, Server() as stranger, Terminals(server.directory) as terminals:
        server.add_accounts("romeo")
        romeo = Mcabber(terminals, server, "romeo", authority=stranger).start()
        romeo.see("(?i)certificate|untrusted")
        require("login" not in server.log() and "logged in" not in server.log(), "somebody tried to log in")
        romeo.quit()


if __name__ == "__main__":
    main("mcabber", "tmux")
