"""Two people on poezio, each in a terminal of tmux's, over TLS that poezio verifies against the server's authority."""
import os

from harness import Server, address_with_free, password_of, require, story
from terminals import LINES, Person, Terminals, chat, main, miss

SETTINGS = """[Poezio]
jid = %(jid)s/poezio
password = %(password)s
ca_cert_path = %(ca)s
auto_reconnect = true
"""


class Poezio(Person):
    shows_in_order = False      # it fills a new tab from its log while it hears what waited
    refuses_root = True

    def __init__(self, terminals, server, name, authority=None):
        super().__init__(terminals, server, name)
        self.program = ["poezio"]
        with open((authority or server).ca, encoding="ascii") as file:
            self.write("ca.pem", file.read())
        self.write(".config/poezio/poezio.cfg", SETTINGS % {
            "jid": self.jid, "password": password_of(name), "ca": os.path.join(self.home, "ca.pem")})

    def type(self, line):
        """What it reads all at once is pasted text for poezio, not a command: each goes when the one before it shows where one writes."""
        for keys, shown in ((line[0], line[0]), (line[1:], line)):
            self.terminals.run("send-keys", "-t", self.name, "-l", keys)
            self.look_until(lambda screen, shown=shown: not self.holds(screen, shown) and shown)
        self.terminals.run("send-keys", "-t", self.name, "Enter")
        self.look_until(lambda screen: self.holds(screen, line) and "that line taken")

    @staticmethod
    def holds(screen, text):
        """One writes in the last line."""
        return screen.split("\n")[LINES - 1].rstrip().endswith(text)

    def online(self):
        self.start()
        self.see("Authentication success", "Your JID is %s/poezio" % self.jid)
        return self

    def say(self, other, text):
        self.type("/message %s %s" % (other.jid, text))
        self.see("%s> %s" % (self.name, text))

    def hear(self, other, *texts):
        self.see("1.%s" % other.name)
        self.type("/win 1")
        return self.see(*["%s> %s" % (other.name, text) for text in texts])

    def see_there(self, other):
        self.look_at_roster()
        self.see(r"\[\+\] %s \(1\)" % other.jid)

    def see_gone(self, other):
        self.look_at_roster()
        self.see("Roster> %s is offline" % other.jid)

    def look_at_roster(self):
        self.type("/win 0")


def poezio_server():
    """poezio's slixmpp (1.8.3) goes to port 5222 whatever custom_port says, so the domain is an address of this machine's
    own where that port is free."""
    address = address_with_free(5222)
    return Server(hosts=address, listen_address=address, c2s_port=5222)


def befriend(romeo, juliet):
    romeo.type("/add %s" % juliet.jid)
    romeo.see("%s was added to the roster" % juliet.jid)
    juliet.see("%s wants to subscribe" % romeo.jid)
    juliet.type("/accept %s" % romeo.jid)
    juliet.see("%s is now authorized" % romeo.jid)
    # Accepting asks in return.
    romeo.see("%s accepted your contact" % juliet.jid)
    romeo.type("/accept %s" % juliet.jid)
    romeo.see_there(juliet)
    juliet.see_there(romeo)


@story("poezio over STARTTLS, verified: contacts, chat both ways, what was missed; and again after the server was stopped")
def together():
    with poezio_server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Poezio(terminals, server, "romeo").online()
        juliet = Poezio(terminals, server, "juliet").online()
        befriend(romeo, juliet)
        chat(romeo, juliet, "parting")
        miss(romeo, juliet)
        # The tab with the roster keeps what poezio says about the connection.
        for person in (romeo, juliet):
            person.look_at_roster()
            person.see("Authentication success")
        server.stop()
        server.start()
        for person in (romeo, juliet):
            person.see(r"(?s)Stream error: The server is being\s.*Auto-reconnecting.*Authentication success.*Your JID is")
        chat(romeo, juliet, "again")
        romeo.quit()
        juliet.quit()


@story("poezio asks the host for its software, and blocks somebody")
def asking():
    with poezio_server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Poezio(terminals, server, "romeo").online()
        romeo.type("/version %s" % server.host)
        romeo.see(r"%s is running Nexa version" % server.host)
        romeo.type("/block %s" % server.jid("juliet"))
        romeo.see("Blocked %s" % server.jid("juliet"))
        romeo.type("/list_blocks")
        romeo.see(r"(?s)List of blocked JIDs:.*%s" % server.jid("juliet"))
        romeo.quit()


@story("poezio does not go on when it does not know the server's authority")
def untrusted():
    with poezio_server() as server, Server() as stranger, Terminals(server.directory) as terminals:
        server.add_accounts("romeo")
        romeo = Poezio(terminals, server, "romeo", authority=stranger).start()
        romeo.see("(?i)certificate")
        require("logged in" not in server.log(), "somebody logged in")
        romeo.quit()


if __name__ == "__main__":
    main("poezio", "tmux", "setpriv")
