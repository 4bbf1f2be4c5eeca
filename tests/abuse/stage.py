"""The stage of the abuse list (doc/ABUSE.md): a real nexad, a well-behaved pair that chats on (pair.py), and whoever abuses it.

An abuse is a function in abuse_*.py:

    @abuse("10 MB in one attribute, in small pieces")
    def long_attribute(stage):          # or async def
        ...
        return "what the server did, in a few words"

It gets a server of its own with the pair on it, does its worst, checks what the server answers, and leaves. Then the stage
checks what is promised for all of them: the pair lost nothing and saw no error, no session and no job is left behind, and the memory
comes back. Times are reported and never checked.

NEXA_ABUSE_SCALE is the size: 1 is what doc/ABUSE.md tells, 0.01 (the default) is for every day."""
import asyncio
import json
import os
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../e2e"))

import harness                                          # noqa: E402 (found through the line above)
from harness import Server, is_sanitized, require      # noqa: E402
from operations import Wire                             # noqa: E402

SCALE = float(os.environ.get("NEXA_ABUSE_SCALE") or 0.01)
# What one abuse may leave in the process when everything it did is over: the heap's own slack. A hole shows in hundreds.
KEPT_KIB = 16 * 1024
SETTLE_SECS = 75       # longer than a minute, after which the server gives free memory back to the system
AFTERMATH_SECS = 0.5
ABUSE_LIMIT_SECS = 120 if SCALE < 0.1 else 900

ABUSES = []             # (title, options of the server, function)


def abuse(title, kept_kib=KEPT_KIB, warm_up=None, **options):
    """warm_up(server): what is done before anything is measured."""
    def add(function):
        ABUSES.append((title, options, function))
        function.kept_kib, function.warm_up = kept_kib, warm_up
        return function
    return add


def scaled(full, least=1):
    """So many at full size; never fewer than still make the point."""
    return min(full, max(least, int(full * SCALE)))


class Address:
    """Where a server is, for a process that did not start it; what Client needs of a Server."""

    def __init__(self, where):
        self.host, self.tls_port, self.ca = where["host"], where["tls_port"], where["ca"]

    def jid(self, name):
        return "%s@%s" % (name, self.host)


class Pair:
    """romeo and juliet, in their own process."""

    def __init__(self, server):
        where = json.dumps({"host": server.host, "tls_port": server.tls_port, "ca": server.ca})
        self.process = subprocess.Popen([sys.executable, os.path.join(HERE, "pair.py"), where], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, encoding="utf-8", preexec_fn=harness.die_with_parent)
        require(self.process.stdout.readline() == "chatting\n", "the pair could not log in")

    def end(self):
        """Their report."""
        report = self.process.communicate(timeout=SETTLE_SECS)[0]
        require(report and self.process.returncode == 0, "the pair has ended by itself", self.process.returncode)
        return json.loads(report)


class Process:
    """What the kernel says of the server's process."""

    def __init__(self, pid):
        self.directory = "/proc/%d/" % pid

    def read(self, name):
        with open(self.directory + name, encoding="ascii") as file:
            return file.read()

    def kib(self, name):
        """VmRSS, VmHWM"""
        return int(self.read("status").split(name + ":")[1].split()[0])

    def forget_peak(self):
        with open(self.directory + "clear_refs", "w", encoding="ascii") as file:
            file.write("5")

    def cpu_secs(self):
        fields = self.read("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def files(self):
        return len(os.listdir(self.directory + "fd"))


class Stage:
    """server: the Server, on which romeo and juliet chat and mallory has an account."""

    def __init__(self, title, options, function):
        self.title, self.options, self.function = title, options, function
        self.sources = 0

    def source(self):
        """Another address each time: 127.x.y.z is all loopback."""
        self.sources += 1
        return "127.%d.%d.%d" % (10 + self.sources // 62500, self.sources // 250 % 250, 1 + self.sources % 250)

    def play(self):
        """The row of the table."""
        with Server(**self.options) as server:
            self.server = server
            server.add_accounts("romeo", "juliet", "mallory")
            pair = Pair(server)
            try:
                self.warm_up(server)
                return self.measure(server, pair)
            finally:
                pair.process.kill()
                pair.process.wait()

    def warm_up(self, server):
        process = Process(server.process.pid)
        files = process.files()
        if self.function.warm_up:
            self.function.warm_up(server)
            self.wait_until_left(server, process, files)

    def measure(self, server, pair):
        process = Process(server.process.pid)
        row = {"title": self.title, "before_kib": process.kib("VmRSS"), "log_kib": -len(server.log()) // 1024}
        process.forget_peak()
        cpu_secs, files, began = process.cpu_secs(), process.files(), time.monotonic()
        row["outcome"] = self.carry_out()
        row["secs"] = time.monotonic() - began
        row["cpu_secs"] = process.cpu_secs() - cpu_secs
        row["peak_kib"] = process.kib("VmHWM")
        self.wait_until_left(server, process, files)
        # What comes after an abuse counts too.
        time.sleep(max(0, AFTERMATH_SECS - row["secs"]))
        row.update(pair.end())
        row["after_kib"] = self.settled_kib(process, row["before_kib"] + self.function.kept_kib)
        row["log_kib"] += len(server.log()) // 1024
        self.check(row)
        return row

    def carry_out(self):
        if asyncio.iscoroutinefunction(self.function):
            return asyncio.run(asyncio.wait_for(self.function(self), ABUSE_LIMIT_SECS))
        return self.function(self)

    def wait_until_left(self, server, process, files):
        """Nobody but the pair is there, and nothing is under way for anybody else."""
        def is_over():
            status = server.control(("status", {}))[0]
            return status["sessions"] == 2 and status["sessions_logging_in"] == 0 and process.files() <= files
        harness.wait_until(is_over, "sessions or descriptors are left behind", SETTLE_SECS)

    @staticmethod
    def settled_kib(process, allowed_kib):
        """Memory after a while: as much as is allowed, or what it is when the server has had time to give it back."""
        end = time.monotonic() + SETTLE_SECS
        while not is_sanitized() and process.kib("VmRSS") > allowed_kib and time.monotonic() < end:
            time.sleep(0.1)
        return process.kib("VmRSS")

    def check(self, row):
        require(row["error"] is None, "the pair saw an error", row["error"])
        require(row["sent"] > 0 and not (row["lost"] or row["doubled"] or row["out_of_order"]),
                "the pair lost, doubled or reordered messages", row)
        if not is_sanitized():
            require(row["after_kib"] <= row["before_kib"] + self.function.kept_kib, "the memory does not come back", row)


# ---- what several abuses need ----

class Peer(Wire):
    """A connection of somebody who does not care whether the server has hung up."""

    def __init__(self, stage, tls=None, source=None, **how):
        super().__init__(stage.server, tls, source=source or stage.source(), **how)
        # Pieces go out as they are pushed.
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def push(self, data):
        """False: the server listens no more."""
        try:
            self.sock.sendall(data if isinstance(data, bytes) else data.encode())
            return True
        except OSError:
            return False

    def condition(self, pattern, limit_secs=20):
        """The stream error that has to come, and the end."""
        self.expect("<stream:error>.*<(?:%s)[ />].*</stream:error>" % pattern, limit_secs)
        self.expect_end(limit_secs)


def logged_in(stage, name="mallory", resource="abuse"):
    return Peer(stage, "direct").login(name, resource=resource)


async def gather_some(at_once, makers):
    """Runs what makers make, so many at once; the results in order."""
    gate = asyncio.Semaphore(at_once)

    async def one(maker):
        async with gate:
            return await maker()
    return await asyncio.gather(*[one(maker) for maker in makers])
