"""What the stories share: real nexad processes with a state of their own on free ports, and TAP.

A story is a function, plain or async, marked with @story("what is promised"); main() runs all of them and prints TAP. One
normal case:

    @story("RFC 6121 section 5: a message arrives")
    async def chat():
        with Server(hosts="localhost") as server:
            server.add_accounts("romeo", "juliet")
            ...

Leaving the `with` stops the server (SIGTERM) and is a check of its own: it has to end with 0, must not have said anything that a
sanitizer says, and error.log may hold only what the story announced with expect_log(); what was announced must be there.
When the story fails, the ends of the logs become part of the report.

The environment decides what runs: NEXA_BUILD_DIR (a build directory: nexad, nexactl, the modules), or NEXA_NEXAD and NEXA_NEXACTL by
themselves. Nothing else of the environment that means something to nexad reaches it, so that a test is the same everywhere."""
import asyncio
import contextlib
import ctypes
import fcntl
import functools
import inspect
import itertools
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback

TOP = os.path.abspath(os.environ.get("NEXA_SOURCE_DIR") or os.path.join(os.path.dirname(__file__), "..", ".."))
BUILD = os.path.abspath(os.environ.get("NEXA_BUILD_DIR") or os.path.join(TOP, "build"))
NEXAD = os.environ.get("NEXA_NEXAD") or os.path.join(BUILD, "src/nexad/nexad")
NEXACTL = os.environ.get("NEXA_NEXACTL") or os.path.join(BUILD, "src/nexactl/nexactl")

# Names outside NEXA_* that nexad understands (conf/nexad.conf).
FOREIGN_NAMES = ("DATABASE_URL", "SERVER_HOST", "SERVER_PORT", "PORT", "SECRET_KEY", "LOG_LEVEL", "DEBUG", "NOTIFY_SOCKET")
# What has to come has so long to come. It costs time only when something fails; a busy machine with sanitizers is slow.
LIMIT_SECS = 120
STORY_LIMIT_SECS = 600
PORTS = 500
# What the run-times of the sanitizers and our own asserts write to the standard error stream.
ALARM = re.compile(r"(Address|Leak|Thread|UndefinedBehavior)Sanitizer|runtime error:|[Aa]ssertion .*failed")


class Failure(Exception):
    """A promise was not kept."""


class Skip(Exception):
    """This machine does not let the story be told."""


def require(holds, sentence, *details):
    if not holds:
        raise Failure(": ".join([sentence] + [repr(detail) for detail in details]))


def wait_until(holds, what, limit_secs=LIMIT_SECS):
    """Asks holds() again until it says yes; its last answer is returned."""
    end = time.monotonic() + limit_secs
    while True:
        answer = holds()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure("not within %g s: %s" % (limit_secs, what))
        time.sleep(0.02)


# ---- ports ----

def is_free_at(family, address, port):
    with socket.socket(family, socket.SOCK_STREAM) as sock:
        # As nexad does: connections of an earlier server that are still in TIME_WAIT do no harm.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((address, port))
        except OSError:
            return False
    return True


def is_free(port):
    return is_free_at(socket.AF_INET6, "::", port) and is_free_at(socket.AF_INET, "0.0.0.0", port)


def address_with_free(port):
    """An address of this machine's own where that port is free, for clients that know no other port."""
    for _ in range(20):
        address = "127.%d.%d.%d" % tuple(random.SystemRandom().randrange(1, 255) for _ in range(3))
        if is_free_at(socket.AF_INET, address, port):
            return address
    raise Skip("another program has port %d on every address" % port)


@functools.lru_cache(maxsize=None)
def own_ports():
    """(ports in turn, locked file): no other program of tests takes them meanwhile, for a server listens on them a moment after we looked."""
    for first in random.SystemRandom().sample(range(10000, 32000, PORTS), 22000 // PORTS):
        with contextlib.suppress(OSError):
            file = open(os.path.join(tempfile.gettempdir(), "nexa-e2e-ports-%d" % first), "w", encoding="ascii")
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return itertools.cycle(range(first, first + PORTS)), file
    raise Failure("too many programs of tests run at the same time")


def free_ports(count):
    """Below the range that the kernel takes for outgoing connections, so that a port is still free when a killed server
    comes back to it."""
    ports = []
    while len(ports) < count:
        port = next(own_ports()[0])
        if is_free(port):
            ports.append(port)
    return ports


# ---- the server ----

def clean_environment():
    kept = ("NEXA_MODULE_PATH", "NEXA_SCHEMA_DIR")
    env = {name: value for name, value in os.environ.items()
           if name in kept or not (name.startswith("NEXA_") or name in FOREIGN_NAMES)}
    env.setdefault("NEXA_MODULE_PATH", os.path.join(BUILD, "modules/.libs"))
    env.setdefault("NEXA_SCHEMA_DIR", os.path.join(TOP, "schema"))
    return env


LIBC = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG = 1


def die_with_parent():
    """A test that is killed leaves no server behind."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Server:
    """One nexad. Options are keyword arguments as in the configuration: Server(hosts="a.test,b.test", limits="off"). They go
    through the environment. address, port and tls_port say where it is, ca the file clients trust, directory all it has."""

    def __init__(self, arguments=None, **options):
        self.directory = tempfile.mkdtemp(prefix="nexa-e2e-")
        self.state_dir = os.path.join(self.directory, "state")
        self.ca = os.path.join(self.state_dir, "tls/ca.pem")
        self.port, self.tls_port, self.http_port, self.https_port = free_ports(4)
        self.host = str(options.get("hosts", "localhost")).split(",", maxsplit=1)[0].strip()
        self.options = {"hosts": "localhost", "listen_address": "127.0.0.1", "c2s_port": self.port,
                        "c2s_tls_port": self.tls_port, "http_port": self.http_port, "https_port": self.https_port, "proxy65_port": 0}
        self.options.update(options)
        self.address = self.options["listen_address"]
        self.arguments = arguments if arguments is not None else ["--data-dir", self.state_dir]
        self.process = None
        self.expected = []
        self.stderr_path = os.path.join(self.directory, "stderr.txt")
        self.stdout_path = os.path.join(self.directory, "stdout.txt")

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.report()
            self.remove()
            raise
        return self

    def __exit__(self, kind, error, where):
        try:
            if kind is None:
                self.stop()
            else:
                self.report()
        except Failure:
            self.report()
            raise
        finally:
            self.remove()

    # Living and dying.

    def start(self):
        """Returns when clients can log in."""
        require(self.process is None, "the server runs already")
        env = clean_environment()
        env.update({"NEXA_" + name.upper(): str(value) for name, value in self.options.items()})
        path = os.path.join(self.directory, "notify.sock")
        if os.path.exists(path):
            os.unlink(path)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready, \
                open(self.stdout_path, "ab") as out, open(self.stderr_path, "ab") as err:
            ready.bind(path)
            ready.settimeout(0.1)
            env["NOTIFY_SOCKET"] = path
            began = time.monotonic()
            self.process = subprocess.Popen([NEXAD] + self.arguments, env=env, stdin=subprocess.DEVNULL, stdout=out,
                                            stderr=err, preexec_fn=die_with_parent, cwd=self.directory)
            self.wait_ready(ready, began + LIMIT_SECS)
            self.start_secs = time.monotonic() - began

    def wait_ready(self, ready, end):
        while True:
            try:
                if b"READY=1" in ready.recv(4096):
                    return
            except socket.timeout:
                pass
            code = self.process.poll()
            require(code is None, "nexad ended with %s instead of starting" % code)
            require(time.monotonic() < end, "nexad did not say READY=1")

    def stop(self):
        """SIGTERM, and the checks that every server has to pass."""
        if self.process is not None:
            code = self.process.poll()
            require(code is None, "nexad has ended by itself with %s" % code)
            self.process.send_signal(signal.SIGTERM)
            code = self.wait_end()
            require(code == 0, "nexad ended with %s after SIGTERM" % code)
        self.check_logs()

    def kill9(self):
        code = self.process.poll()
        require(code is None, "nexad has ended by itself with %s" % code)
        self.process.kill()
        self.wait_end()

    def wait_end(self):
        try:
            return self.process.wait(LIMIT_SECS)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait()
            raise Failure("nexad did not end within %d s" % LIMIT_SECS) from None
        finally:
            self.process = None

    def remove(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
        shutil.rmtree(self.directory, ignore_errors=True)

    # Logs.

    def expect_log(self, pattern):
        """Announces a line of error.log; it must come, and may come more than once."""
        self.expected.append(pattern)

    def log(self, name="server"):
        try:
            with open(os.path.join(self.state_dir, "log", name + ".log"), encoding="utf-8", errors="replace") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def stderr(self):
        with open(self.stderr_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def check_logs(self):
        require(not ALARM.search(self.stderr()), "nexad's standard error stream holds an alarm")
        lines = self.log("error").splitlines()
        for line in lines:
            require(any(re.search(pattern, line) for pattern in self.expected), "nobody expected this in error.log", line)
        for pattern in self.expected:
            require(any(re.search(pattern, line) for line in lines), "this is missing in error.log", pattern)

    def report(self):
        """The beginning and the end of what it said; its logs are in there too."""
        lines = self.stderr().splitlines()
        for line in lines[:5] + ["..."] * (len(lines) > 45) + lines[max(5, len(lines) - 40):]:
            comment("nexad: " + line)

    # Administration.

    def ctl(self, *arguments, stdin=None):
        """nexactl with these arguments: the finished process, its output as text."""
        return subprocess.run([NEXACTL, "--state-dir", self.state_dir] + list(arguments), input=stdin, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False,
                              env=clean_environment())

    def control(self, *requests):
        """Many commands over one connection to the control socket: (name, arguments) each; the results, all good."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
            sock.settimeout(60)
            sock.connect(os.path.join(self.state_dir, "nexactl.sock"))
            results = []
            with sock.makefile("rw", encoding="utf-8") as stream:
                for name, arguments in requests:
                    stream.write(json.dumps({"command": name, "args": arguments}) + "\n")
                    stream.flush()
                    answer = json.loads(stream.readline())
                    require(answer.get("ok"), "the command %s failed" % name, answer)
                    results.append(answer["result"])
        return results

    def jid(self, name):
        return name if "@" in name else "%s@%s" % (name, self.host)

    def add_accounts(self, *names):
        """romeo becomes romeo@HOST with the password password_of("romeo")."""
        self.control(*[("account add", {"jid": self.jid(name), "password": password_of(name)}) for name in names])

    def rss_kib(self):
        with open("/proc/%d/status" % self.process.pid, encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+) kB", file.read()).group(1))


def password_of(name):
    return "secret of " + name.split("@", maxsplit=1)[0]


def is_sanitized():
    """Built with a sanitizer: slower, and memory says nothing."""
    with open(NEXAD, "rb") as file:
        text = file.read()
    return b"__asan_init" in text or b"__tsan_init" in text


# ---- TAP ----

STORIES = []


def story(promise):
    def add(function):
        STORIES.append((promise, function))
        return function
    return add


def comment(text):
    for line in str(text).splitlines():
        print("# " + line, flush=True)


def explain(error):
    """The sentence, and the way to it as far as it is ours."""
    here = os.path.dirname(os.path.abspath(__file__))
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if here in frame.filename and frame.filename != os.path.abspath(__file__)]
    for frame in (ours or list(frames))[-6:]:
        comment("%s:%d: %s" % (os.path.basename(frame.filename), frame.lineno, frame.line))
    comment("%s: %s" % (type(error).__name__, error))


def play(function):
    if inspect.iscoroutinefunction(function):
        asyncio.run(asyncio.wait_for(function(), STORY_LIMIT_SECS))
    else:
        function()


def main():
    """Plays all stories, or those whose promise holds one of the words on the command line."""
    # Whoever stops a test with SIGTERM, as make's time limit does, stops its servers and removes their directories.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    words = sys.argv[1:]
    chosen = [(promise, function) for promise, function in STORIES
              if not words or any(word in promise for word in words)]
    failed = 0
    print("1..%d" % len(chosen), flush=True)
    for number, (promise, function) in enumerate(chosen, 1):
        began = time.monotonic()
        try:
            play(function)
            outcome = "ok"
        except Skip as reason:
            outcome, promise = "ok", "%s # SKIP %s" % (promise, reason)
        except Exception as error:      # whatever a client library throws is a failure of this story only
            explain(error)
            outcome, failed = "not ok", failed + 1
        comment("%.1f s" % (time.monotonic() - began))
        print("%s %d - %s" % (outcome, number, promise), flush=True)
    sys.exit(1 if failed else 0)
