"""People at Profanity, each in a terminal of tmux's, over TLS that Profanity verifies against the server's authority."""
from harness import password_of
from terminals import Person

ACCOUNT = """[%(jid)s]
enabled=true
jid=%(jid)s
resource=profanity
server=localhost
port=%(port)d
password=%(password)s
tls.policy=%(policy)s
"""
# No splash: everything that is said has to stay on the screen.
SETTINGS = """[ui]
splash=false
[notifications]
message=false
invite=false
sub=false
"""


class Profanity(Person):
    def __init__(self, terminals, server, name, policy="force", trusts=True):
        super().__init__(terminals, server, name)
        self.program = ["profanity", "-a", self.jid]        # connects by itself
        self.write(".local/share/profanity/accounts", ACCOUNT % {
            "jid": self.jid, "password": password_of(name), "policy": policy,
            "port": server.tls_port if policy == "legacy" else server.port})
        self.write(".config/profanity/profrc", SETTINGS)
        if trusts:
            self.env["SSL_CERT_FILE"] = server.ca

    def online(self):
        self.start()
        self.see("%s/profanity logged in successfully" % self.jid, r"\[TLS\] \[online\]")
        return self

    def say(self, other, text):
        self.type("/msg %s %s" % (other.jid, text))
        self.see("me: " + text)

    def hear(self, other, *texts):
        self.type("/msg " + other.jid)
        return self.see(*texts)

    def see_there(self, other):
        self.type("/msg " + other.jid)
        self.see(r"(?i)%s\S* \[online\]" % other.name)

    def see_gone(self, other):
        self.type("/msg " + other.jid)
        self.see(r"(?i)%s\S* \[offline\]" % other.name)


def befriend(romeo, juliet):
    romeo.type("/roster add %s Juliet" % juliet.jid)
    romeo.see("Roster item added: %s" % juliet.jid)
    romeo.type("/sub request %s" % juliet.jid)
    juliet.see("Received authorization request from %s" % romeo.jid)
    juliet.type("/sub allow %s" % romeo.jid)
    romeo.see("Subscription received from %s" % juliet.jid, "Juliet .*is online")
    juliet.type("/sub request %s" % romeo.jid)
    romeo.see("Received authorization request from (Juliet|%s)" % juliet.jid)
    romeo.type("/sub allow %s" % juliet.jid)
    juliet.see("Subscription received from %s" % romeo.jid, "romeo.* is online")
