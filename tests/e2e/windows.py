"""A program with windows on a screen of its own (Xvfb with openbox) and on a bus of its own, where what it shows is found by name
(screenreader.py): buttons are pressed and fields filled in as a person does who hears the screen instead of seeing it, wherever they stand.

PICTURES=DIRECTORY in the environment: picture() leaves pictures of the screen there, numbered, and what the programs say in output.txt."""
import asyncio
import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys

from harness import LIMIT_SECS, Failure, comment, require
from people import Client

HERE = os.path.dirname(os.path.abspath(__file__))
PATIENCE_SECS = 20
LOOK_SECS = 0.2
BUTTONS = "push button|toggle button|radio button|check box|menu|menu item"
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
        async def look():
            return "jid=%s/" % self.server.jid(self.name) in self.server.log()
        await until(look, "%s is logged in" % self.name)

    # ---- looking ----

    def ask(self, **request):
        self.reader.stdin.write(json.dumps(request).encode() + b"\n")
        self.reader.stdin.flush()
        answer = self.reader.stdout.readline()
        require(answer, "the screen reader has ended")
        return json.loads(answer)

    async def find(self, name=".", role=".*", window="", beside=None, state=None):
        """What shows now: [{"role", "name", "where", "states"}]. All but the state are patterns; beside: the name of something on the same line."""
        while True:
            found = await asyncio.to_thread(self.ask, do="find", name=name, role=role, window=window, beside=beside, state=state)
            if found is not None:
                return found
            await asyncio.sleep(LOOK_SECS)

    def seen(self, name=".", gone=False, **where):
        """A look, for then= below: it shows, or does not any more."""
        async def look():
            return bool(await self.find(name, **where)) != gone
        return look

    async def see(self, name=".", **where):
        """Waits until it shows; gone=True: until it does not any more."""
        await until(self.seen(name, **where), "%s sees %r %r" % (self.name, name, where))

    async def see_said(self, text):
        """In the chat that is open."""
        await self.see("^%s$" % text, role="label")

    def keeps(self, picture):
        """A look: these programs keep a picture that they show in a file that is named after it."""
        name = hashlib.sha1(picture).hexdigest()

        async def look():
            return any(name in files for _, _, files in os.walk(self.directory))
        return look

    async def still(self, name, **where):
        """Where it stands, once it stands there twice in a row: lists and pages move while they are being filled."""
        places = [None]

        async def look():
            found = await self.find(name, **where)
            places.append(found[0]["where"] if found else None)
            return places[-1] is not None and places[-1] == places[-2]
        await until(look, "%s sees %r stand still" % (self.name, name))
        return places[-1]

    # ---- doing ----
    #
    # Whoever presses what is still being drawn, or asks a busy program, is overlooked now and then. So each deed comes with a look at its effect
    # (then=), is done only to what lets itself, and is repeated only after a long time without that effect.

    async def do(self, act, then, what):
        """act() says whether it could be done."""
        async def acted():
            if await then():
                return True
            if not await act():
                return False
            seen = await comes(then, PATIENCE_SECS)
            if not seen:
                comment("%s was overlooked: %s" % (self.name, what))
            return seen
        await until(acted, "%s: %s" % (self.name, what))

    async def press(self, name, then, **where):
        await self.do(lambda: self.press_once(name, **where), then, "press %r %r" % (name, where))

    async def press_once(self, name, role=BUTTONS, **where):
        return await self.act_on("press", name, role=role, state="sensitive", **where)

    async def act_on(self, action, name, number=0, window="", beside=None, state=None, **more):
        """number: which of those that fit. False: it could not be done."""
        return await asyncio.to_thread(self.ask, do=action, name=name, number=number, window=window, beside=beside, state=state, **more) is not False

    async def tick(self, name, role="check box", **where):
        """A box, or a button that stays down."""
        await self.press(name, self.seen(name, role=role, state="checked", **where), role=role, **where)

    async def write(self, text, name="", role="text", number=0, **where):
        """Instead of what is there."""
        async def written():
            found = await self.find(name, role=role, **where)
            return -len(found) <= number < len(found) and found[number]["name"] == text
        await self.do(lambda: self.act_on("write", name, role=role, number=number, text=text, **where), written, "write %r" % text)

    async def click(self, name, then, button=1, times=1, surface=None, **where):
        """With the mouse, for what cannot be pressed. surface: what it lies on, where that matters."""
        async def act():
            return await self.find(name, **where) and \
                await self.point(name, surface, "click", "--repeat", str(times), "--delay", "100", str(button), **where)
        await self.do(act, then, "click %r %r" % (name, where))

    async def point(self, name, surface, *action, **where):
        """Moves the mouse there and does this. Where it was; None: it could not be done."""
        left, top, width, height = place = await self.still(name, **where)
        origin = await self.origin(surface)
        if origin is None:
            return None
        right, down = origin
        await self.mouse_or_key("mousemove", str(right + left + width // 2), str(down + top + height // 2), *action)
        return place

    async def press_key(self, key, then):
        async def act():
            await self.key(key)
            return True
        await self.do(act, then, "press the key " + key)

    async def origin(self, surface):
        """Where the places of things are counted from; None: not known now."""
        return 0, 0

    async def type(self, text):
        """Where the keys go."""
        await self.mouse_or_key("type", "--delay", "10", text)

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


async def chat_again(program):
    """The same once its server is up again, which was stopped; juliet is returned."""
    program.server.start()
    juliet = await Client(program.server, "juliet").log_in()
    await juliet.meet("presence_available", lambda pres: pres["from"].bare == program.server.jid(program.name))
    await chat(program, juliet, "Once more")
    program.picture("back")
    return juliet


async def whisper(program, tybalt, own_nick):
    """Both ways, where the program says things to one of a room, who is on slixmpp."""
    await program.say("have at thee")
    message = await tybalt.meet("message", lambda message: message["body"] == "have at thee")
    require(message["from"] == "%s/%s" % (tybalt.room, own_nick), "it came from elsewhere", str(message["from"]))
    tybalt.send_message(message["from"], "I hate the word", mtype="chat")
    await program.see_said("I hate the word")
    program.picture("private")


async def comes(look, limit_secs):
    """Whether look() says yes in time."""
    end = asyncio.get_running_loop().time() + limit_secs
    while not await look():
        if asyncio.get_running_loop().time() > end:
            return False
        await asyncio.sleep(LOOK_SECS)
    return True


async def until(look, what):
    require(await comes(look, LIMIT_SECS), "not in time", what)


def require_programs(*programs):
    """As terminals.main() does."""
    missing = [program for program in programs if not shutil.which(program)]
    for program in missing:
        comment("%s is not installed" % program)
    if missing:
        print("1..1\nnot ok 1 - %s are there" % " and ".join(programs))
        sys.exit(1)
