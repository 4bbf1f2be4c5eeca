"""People at programs for a terminal: each in one of tmux's, typing lines and looking at the screen. A program's file says how its
people come online, talk and see each other (say, hear, see_there, see_gone); what they talk about is the same for all."""
import contextlib
import os
import re
import shutil
import signal
import subprocess
import time

import harness
from harness import LIMIT_SECS, Failure, comment, require

COLUMNS, LINES = 150, 50
NOBODY = 65534


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
        programs = self.run("list-panes", "-a", "-F", "#{pane_pid}").stdout.split()
        self.run("kill-server")
        # poezio outlives its terminal.
        for pid in programs:
            if pid.isdigit():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)


class Person:
    """One person at one program. A home directory of its own, so that nothing of the user's is used."""

    program = None          # the command, a list
    farewell = "/quit"
    shows_in_order = True   # False: what came while it was away may stand there twice and in another order
    refuses_root = False    # then it runs as nobody when we are root

    def __init__(self, terminals, server, name):
        self.terminals, self.name, self.jid = terminals, name, server.jid(name)
        self.home = os.path.join(server.directory, "home of " + name)
        self.env = {"HOME": self.home, "PATH": os.environ["PATH"], "TERM": "screen-256color", "LANG": "C.UTF-8",
                    "XDG_CONFIG_HOME": os.path.join(self.home, ".config"),
                    "XDG_DATA_HOME": os.path.join(self.home, ".local/share"),
                    "XDG_CACHE_HOME": os.path.join(self.home, ".cache")}

    def write(self, path, text):
        """A file of the program's; one that is there already stays as it is."""
        path = os.path.join(self.home, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not os.path.exists(path):
            with open(path, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.write(text)

    def command(self):
        if not self.refuses_root or os.geteuid() != 0:
            return self.program
        # Only the way to its own directory is open to nobody.
        os.chmod(os.path.dirname(self.home), 0o711)
        for directory, _, files in os.walk(self.home):
            for path in [directory] + [os.path.join(directory, name) for name in files]:
                shutil.chown(path, NOBODY, NOBODY)
        return ["setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups"] + self.program

    def start(self):
        # tmux keeps the environment of its first session; env gives each its own.
        settings = ["%s=%s" % item for item in self.env.items()]
        run = self.terminals.run("new-session", "-d", "-x", str(COLUMNS), "-y", str(LINES), "-s", self.name,
                                 "env", "-i", *settings, *self.command())
        require(run.returncode == 0, "tmux did not start %s" % self.program[0], run.stdout)
        return self

    def screen(self):
        return self.terminals.run("capture-pane", "-p", "-t", self.name).stdout

    def see(self, *patterns):
        """Waits until all of them are on the screen at once."""
        return self.look_until(lambda screen: [pattern for pattern in patterns if not re.search(pattern, screen)])

    def look_until(self, find_missing):
        """Waits until find_missing(the screen) says nothing; it says what it misses."""
        end = time.monotonic() + LIMIT_SECS
        while True:
            screen = self.screen()
            missing = find_missing(screen)
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

    def say(self, other, text):
        raise NotImplementedError("how one says a line to the other")

    def hear(self, other, *texts):
        """Looks at what the other said; the screen is returned."""
        raise NotImplementedError("how one looks at the other's lines")

    def see_there(self, other):
        raise NotImplementedError("how one sees that the other is online")

    def see_gone(self, other):
        raise NotImplementedError("how one sees that the other is not")

    def quit(self):
        self.type(self.farewell)
        end = time.monotonic() + LIMIT_SECS
        while self.terminals.run("has-session", "-t", self.name).returncode == 0:
            require(time.monotonic() < end, "%s does not end" % self.program[0])
            time.sleep(0.05)


def chat(one, other, words):
    """Both ways."""
    for speaker, listener in ((one, other), (other, one)):
        text = "%s from %s" % (words, speaker.name)
        speaker.say(listener, text)
        listener.hear(speaker, text)


def miss(one, other):
    """The other goes away and comes back: presence tells, and what was said meanwhile is there, once and in order."""
    missed = ["while you were away %d" % number for number in range(1, 4)]
    other.quit()
    one.see_gone(other)
    for text in missed:
        one.say(other, text)
    other.online()
    one.see_there(other)
    screen = other.hear(one, *missed)
    order = re.findall(r"while you were away \d", screen)
    require(order == missed or not other.shows_in_order, "the missed messages are not there once and in order", order)


def main(*programs):
    for program in programs:
        if not shutil.which(program):
            comment("%s is not installed" % program)
            print("1..1\nnot ok 1 - %s are there" % " and ".join(programs))
            raise SystemExit(1)
    harness.main()
