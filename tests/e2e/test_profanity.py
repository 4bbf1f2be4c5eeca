"""Two people on Profanity, each in a terminal of tmux's, over TLS that Profanity verifies against the server's authority."""
import os
import re
import shutil
import subprocess
import time

from harness import Failure, Server, comment, main, password_of, require, story

LIMIT_SECS = 30
COLUMNS, LINES = 150, 50

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


class Terminals:
    """A tmux server of our own."""

    def __init__(self, directory):
        self.command = ["tmux", "-f", "/dev/null", "-S", os.path.join(directory, "tmux")]

    def run(self, *arguments, env=None):
        return subprocess.run(self.command + list(arguments), env=env, check=False, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=LIMIT_SECS)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.run("kill-server")


class Profanity:
    """One person: types lines and looks at the screen. A home directory of its own, so that nothing of the user's is used."""

    def __init__(self, terminals, server, name, policy="force", trusts=True):
        self.terminals, self.name, self.jid = terminals, name, server.jid(name)
        self.home = os.path.join(server.directory, "home of " + name)
        self.write(".local/share/profanity/accounts", ACCOUNT % {
            "jid": self.jid, "password": password_of(name), "policy": policy,
            "port": server.tls_port if policy == "legacy" else server.port})
        self.write(".config/profanity/profrc", SETTINGS)
        self.env = {"HOME": self.home, "PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "C.UTF-8",
                    "XDG_CONFIG_HOME": os.path.join(self.home, ".config"),
                    "XDG_DATA_HOME": os.path.join(self.home, ".local/share")}
        if trusts:
            self.env["SSL_CERT_FILE"] = server.ca

    def write(self, path, text):
        path = os.path.join(self.home, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not os.path.exists(path):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def start(self):
        """Profanity connects by itself."""
        # tmux keeps the environment of its first session; env gives each its own.
        settings = ["%s=%s" % item for item in self.env.items()]
        run = self.terminals.run("new-session", "-d", "-x", str(COLUMNS), "-y", str(LINES), "-s", self.name,
                                 "env", "-i", *settings, "profanity", "-a", self.jid)
        require(run.returncode == 0, "tmux did not start profanity", run.stdout)
        return self

    def online(self):
        self.start()
        self.see("%s/profanity logged in successfully" % self.jid, r"\[TLS\] \[online\]")
        return self

    def screen(self):
        return self.terminals.run("capture-pane", "-p", "-t", self.name).stdout

    def see(self, *patterns):
        """Waits until all of them are on the screen at once."""
        end = time.monotonic() + LIMIT_SECS
        while True:
            screen = self.screen()
            missing = [pattern for pattern in patterns if not re.search(pattern, screen)]
            if not missing:
                return screen
            if time.monotonic() > end:
                comment("the screen of %s:" % self.name)
                comment(re.sub(r"\n\n+", "\n", screen))
                raise Failure("%s does not see %r" % (self.name, missing))
            time.sleep(0.05)

    def type(self, line):
        self.terminals.run("send-keys", "-t", self.name, "-l", line)
        self.terminals.run("send-keys", "-t", self.name, "Enter")

    def quit(self):
        self.type("/quit")
        end = time.monotonic() + LIMIT_SECS
        while self.terminals.run("has-session", "-t", self.name).returncode == 0:
            require(time.monotonic() < end, "profanity does not end")
            time.sleep(0.05)


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


def chat(romeo, juliet, words):
    """Both ways; each looks at the window of the other."""
    romeo.type("/msg %s %s from romeo" % (juliet.jid, words))
    romeo.see("me: %s from romeo" % words)
    juliet.type("/msg %s %s from juliet" % (romeo.jid, words))
    juliet.see("%s from romeo" % words, "me: %s from juliet" % words)
    romeo.see("%s from juliet" % words)


@story("Profanity over STARTTLS: contacts, presence, chat both ways; what was missed is there after coming back")
def starttls():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Profanity(terminals, server, "romeo").online()
        juliet = Profanity(terminals, server, "juliet").online()
        befriend(romeo, juliet)
        chat(romeo, juliet, "parting is such sweet sorrow")
        juliet.quit()
        romeo.see(r"Juliet \[offline\]")
        for number in range(1, 4):
            romeo.type("while you were away %d" % number)
        romeo.see("while you were away 3")
        juliet.online()
        romeo.see(r"Juliet \[online\]")
        juliet.see("chat message: romeo")
        juliet.type("/msg %s I am back" % romeo.jid)
        screen = juliet.see("while you were away 1", "while you were away 2", "while you were away 3", "me: I am back")
        order = re.findall(r"while you were away (\d)", screen)
        require(order == ["1", "2", "3"], "the missed messages are not there once and in order", order)
        romeo.see("I am back")
        romeo.quit()
        juliet.quit()


@story("Profanity over direct TLS: chat both ways, and again after the server was killed with SIGKILL")
def killed():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Profanity(terminals, server, "romeo", policy="legacy").online()
        juliet = Profanity(terminals, server, "juliet", policy="legacy").online()
        befriend(romeo, juliet)
        juliet.quit()
        romeo.type("/msg %s before the accident" % juliet.jid)
        romeo.see("me: before the accident")
        # The answer to what follows a message says that it was stored.
        romeo.type("/ping")
        romeo.type("/win 1")
        romeo.see("Ping response from server")
        server.kill9()
        romeo.see("Lost connection|disconnected")
        romeo.quit()
        server.start()
        romeo.online()
        juliet.online()
        romeo.see("Juliet .*is online")
        juliet.see("chat message: romeo")
        chat(romeo, juliet, "after the accident")
        juliet.see("before the accident")
        romeo.quit()
        juliet.quit()


@story("Profanity does not go on when it does not know the server's authority")
def untrusted():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo")
        romeo = Profanity(terminals, server, "romeo", trusts=False).start()
        romeo.see("TLS certificate verification failed")
        romeo.type("/tls deny")
        romeo.see("Cancelling connection attempt|Login failed|Connection attempt .* failed|denied")
        require("logged in" not in server.log(), "somebody logged in")
        romeo.quit()


if __name__ == "__main__":
    for program in ("profanity", "tmux"):
        if not shutil.which(program):
            comment("%s is not installed" % program)
            print("1..1\nnot ok 1 - profanity and tmux are there")
            raise SystemExit(1)
    main()
