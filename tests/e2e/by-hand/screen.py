"""A screen of its own (Xvfb with openbox) for one program with windows: a hand at mouse and keyboard, pictures of what is there, and
the conversation that such a program is taken through. Beside it sits juliet, on slixmpp."""
import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from harness import require
from people import LIMIT_SECS

NOBODY = 65534


class Program:
    """Who uses it says how: launch() starts it, HEARD is the query that counts a text in the history it keeps in the file HISTORY."""

    DISPLAY = None
    INPUT_LINE = None
    HISTORY, HEARD = None, None
    refuses_root = False

    def __init__(self, server, name, pictures):
        self.server, self.name, self.pictures = server, name, pictures
        self.directory = os.path.join(server.directory, type(self).__name__.lower())
        self.processes = []
        self.env = dict(os.environ, DISPLAY=self.DISPLAY, HOME=self.directory, LANG="C.UTF-8", NO_AT_BRIDGE="1")
        self.env.pop("XDG_RUNTIME_DIR", None)
        os.makedirs(self.directory)
        os.makedirs(pictures, exist_ok=True)
        shutil.copy(server.ca, self.directory)
        self.configure()

    def configure(self):
        raise NotImplementedError("the account of the program")

    def launch(self):
        raise NotImplementedError("the command of the program")

    async def __aenter__(self):
        self.run("Xvfb", self.DISPLAY, "-screen", "0", "1280x900x24")
        await asyncio.sleep(1)
        as_user = []
        if self.refuses_root and os.geteuid() == 0:
            os.chmod(self.server.directory, 0o711)
            for name in [self.directory] + [os.path.join(self.directory, name) for name in os.listdir(self.directory)]:
                os.chown(name, NOBODY, NOBODY)
            as_user = ["setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups"]
        self.run(*as_user, "openbox")
        self.run(*as_user, *self.launch())
        return self

    async def __aexit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()

    def run(self, *command):
        with open(os.path.join(self.pictures, "output.txt"), "ab") as out:
            self.processes.append(subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                                   cwd=self.directory))

    async def hand(self, *action, pause_secs=1.5):
        subprocess.run(("xdotool",) + action, env=self.env, check=True)
        await asyncio.sleep(pause_secs)

    async def click(self, where, times=1):
        await self.hand("mousemove", str(where[0]), str(where[1]), "click", "--repeat", str(times), "--delay", "100", "1")

    async def type(self, text):
        await self.hand("type", "--delay", "20", text)
        await self.hand("key", "Return")

    def picture(self, name):
        subprocess.run(["import", "-window", "root", os.path.join(self.pictures, name + ".png")], env=self.env, check=True)

    async def has_heard(self, text):
        def look():
            con = sqlite3.connect("file:%s?mode=ro" % os.path.join(self.directory, self.HISTORY), uri=True)
            found = con.execute(self.HEARD, (text,)).fetchone()[0]
            con.close()
            return found == 1
        await until(look, "the program has %r once" % text)

    async def is_logged_in(self):
        await until(lambda: "jid=%s/" % self.server.jid(self.name) in self.server.log(), "the program is logged in")

    async def chat(self, juliet, words):
        await self.click(self.INPUT_LINE)
        await self.type(words + " from Romeo")
        await juliet.meet("message", lambda message: message["body"] == words + " from Romeo")
        juliet.send_message(self.server.jid(self.name), words + " from Juliet", mtype="chat")
        await self.has_heard(words + " from Juliet")


async def until(holds, what):
    for _ in range(LIMIT_SECS * 10):
        if holds():
            return
        await asyncio.sleep(0.1)
    require(False, "not in time", what)
