"""A program with windows on a screen of its own (Xvfb with openbox) and on a bus of its own, where what it shows is found by name
(screenreader.py): buttons are pressed and fields filled in as a person does who hears the screen instead of seeing it, wherever they stand.

PICTURES=DIRECTORY in the environment: picture() leaves pictures of the screen there, numbered, and what the programs say in output.txt."""
import asyncio
import contextlib
import json
import os
import shutil
import subprocess
import sys

from harness import Failure, comment, require

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT_SECS = 30
NOBODY = 65534
PICTURES = os.environ.get("PICTURES")


class Program:
    """Who uses it says how: configure() makes its account, launch() is its command."""

    refuses_root = False    # then it runs as nobody when we are root
    needs = ("Xvfb", "openbox", "xdotool", "dbus-daemon")

    def __init__(self, server, name):
        self.server, self.name = server, name
        self.directory = os.path.join(server.directory, type(self).__name__.lower())
        self.pictures, self.picture_count = PICTURES or self.directory, 0
        self.processes, self.reader = [], None
        self.env = dict(os.environ, HOME=self.directory, LANG="C.UTF-8", GTK_A11Y="atspi")
        for name in ("XDG_RUNTIME_DIR", "NO_AT_BRIDGE", "DBUS_SESSION_BUS_ADDRESS"):
            self.env.pop(name, None)
        os.makedirs(self.directory)
        os.makedirs(self.pictures, exist_ok=True)
        shutil.copy(server.ca, self.directory)
        self.configure()

    def configure(self):
        raise NotImplementedError("the account of the program")

    def launch(self):
        raise NotImplementedError("the command of the program")

    # ---- living and dying ----

    async def __aenter__(self):
        if self.refuses_root and os.geteuid() == 0:
            os.chmod(self.server.directory, 0o711)
            for path in [self.directory] + [os.path.join(self.directory, name) for name in os.listdir(self.directory)]:
                os.chown(path, NOBODY, NOBODY)
        self.env["DISPLAY"] = ":" + self.run_and_read("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.run_and_read("dbus-daemon", "--session", "--nofork", "--print-address=1")
        self.run("openbox")
        self.run(*self.launch())
        self.reader = self.run("/usr/bin/python3", "-W", "ignore", os.path.join(HERE, "screenreader.py"),
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    async def __aexit__(self, kind, error, _):
        if kind is not None:
            comment("what the windows show:")
            with contextlib.suppress(Failure):
                for thing in await self.find():
                    comment("%(role)s %(name)r %(where)s" % thing)
            self.picture("failed")
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            process.wait()

    def run(self, *command, stdin=subprocess.DEVNULL, stdout=None):
        as_user = []
        if self.refuses_root and os.geteuid() == 0:
            as_user = ["setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups"]
        with open(os.path.join(self.pictures, "output.txt"), "ab") as out:
            self.processes.append(subprocess.Popen(as_user + list(command), env=self.env, stdin=stdin, stdout=stdout or out, stderr=out,
                                                   cwd=self.directory))
        return self.processes[-1]

    def run_and_read(self, *command):
        """Its first line."""
        line = self.run(*command, stdout=subprocess.PIPE).stdout.readline().decode().strip()
        require(line, "%s does not start" % command[0])
        return line

    async def is_logged_in(self):
        await until(lambda: "jid=%s/" % self.server.jid(self.name) in self.server.log(), "%s is logged in" % self.name)

    # ---- looking ----

    def ask(self, **request):
        self.reader.stdin.write(json.dumps(request).encode() + b"\n")
        self.reader.stdin.flush()
        answer = self.reader.stdout.readline()
        require(answer, "the screen reader has ended")
        return json.loads(answer)

    async def find(self, name=".", role=".*", window="", beside=None):
        """What shows now: [{"role", "name", "where"}]. All are patterns; beside: the name of something on the same line."""
        return await asyncio.to_thread(self.ask, do="find", name=name, role=role, window=window, beside=beside) or []

    async def see(self, name=".", gone=False, **where):
        """Waits until it shows, or does not any more."""
        end = asyncio.get_running_loop().time() + LIMIT_SECS
        while True:
            found = await self.find(name, **where)
            if bool(found) != gone:
                return found
            if asyncio.get_running_loop().time() > end:
                raise Failure("%s %s %r" % (self.name, "still sees" if gone else "does not see", name), where)
            await asyncio.sleep(0.2)

    async def see_said(self, text):
        """In the chat that is open."""
        await self.see("^%s$" % text, role="label")

    # ---- doing ----

    async def say(self, text):
        """Where the keys go: in the chat that is open."""
        await self.type(text)

    async def press(self, name, role="push button|toggle button|radio button|check box|menu|menu item", number=0, **where):
        """number: which of those that fit."""
        found = await self.see(name, role=role, **where)
        require(await asyncio.to_thread(self.ask, do="press", number=number % len(found)), "%s cannot press %r" % (self.name, name), where)

    async def write(self, text, name="", role="text", number=0, **where):
        found = await self.see(name, role=role, **where)
        require(await asyncio.to_thread(self.ask, do="write", number=number % len(found), text=text),
                "%s cannot write into %r" % (self.name, name), where)

    async def click(self, name, button=1, times=1, number=0, surface=None, **where):
        """With the mouse, for what cannot be pressed. surface: what it lies on, where that matters."""
        left, top, width, height = (await self.see(name, **where))[number]["where"]
        right, down = await self.origin(surface)
        await self.mouse_or_key("mousemove", str(right + left + width // 2), str(down + top + height // 2),
                                "click", "--repeat", str(times), "--delay", "100", str(button))

    async def origin(self, surface):
        """Where the places of things are counted from."""
        return 0, 0

    async def type(self, text, end="Return"):
        await self.mouse_or_key("type", "--delay", "10", text)
        await self.key(end)

    async def key(self, *keys):
        await self.mouse_or_key("key", *keys)

    async def mouse_or_key(self, *action):
        await asyncio.to_thread(subprocess.run, ("xdotool",) + action, env=self.env, check=True)

    def picture(self, name):
        if PICTURES:
            self.picture_count += 1
            path = os.path.join(PICTURES, "%s-%d-%s.png" % (type(self).__name__.lower(), self.picture_count, name))
            subprocess.run(["import", "-window", "root", path], env=self.env, check=True)


async def chat(program, juliet, words):
    """Both ways, in the chat that is open; juliet is on slixmpp."""
    await program.say(words + " from Romeo")
    await juliet.meet("message", lambda message: message["body"] == words + " from Romeo")
    juliet.send_message(program.server.jid(program.name), words + " from Juliet", mtype="chat")
    await program.see_said(words + " from Juliet")


async def until(holds, what):
    for _ in range(LIMIT_SECS * 10):
        if holds():
            return
        await asyncio.sleep(0.1)
    require(False, "not in time", what)


def require_programs(*programs):
    """As terminals.main() does."""
    missing = [program for program in programs if not shutil.which(program)]
    for program in missing:
        comment("%s is not installed" % program)
    if missing:
        print("1..1\nnot ok 1 - %s are there" % " and ".join(programs))
        sys.exit(1)
