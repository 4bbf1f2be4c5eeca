"""The servers of the bench: how each is configured, given accounts, started on loopback and stopped. A Server is started and stopped many
times on one state directory; accounts are made once. The configurations are in peers/; @NAME@ in them is filled in here."""
import glob
import gzip
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "peers")
PASSWORD = "secret12"
# Who is there: "user" for everything but presence, "storm" with rosters for that.
ACCOUNTS = {"user": 500, "storm": 500}
START_SECS = 60


class Missing(Exception):
    """A server that is not installed or not built."""


def make_certificate(folder):
    """A P-256 certificate, as nexad makes for itself."""
    cert, key, pem = (os.path.join(folder, name) for name in ("cert.pem", "key.pem", "both.pem"))
    if not os.path.exists(pem):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert],
                       check=True, capture_output=True)
        with open(pem, "w") as out:
            out.write(open(key).read() + open(cert).read())
    return {"CERT": cert, "KEY": key, "PEM": pem}


class Server:
    """One server in one state directory. Subclasses say how."""
    name = ""
    # http_port, https_port: where WebSockets are.
    port = tls_port = http_port = https_port = 0
    mechanisms = ("PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256")
    # Whether one state can serve only one kind of SCRAM: then there is an instance for each.
    is_one_hash = False
    # What loadgen is to say in the configuration of every room, and of one with an archive; None when there are none.
    room_fields = ""
    archive_fields = None

    def __init__(self, folder, options, scram_hash):
        self.options, self.scram_hash = options, scram_hash
        self.dir = os.path.join(folder, self.name + ("-" + scram_hash if self.is_one_hash else ""))
        os.makedirs(self.dir, exist_ok=True)
        self.values = dict(make_certificate(folder), DIR=self.dir, PEERS=PEERS, PORT=self.port, TLS_PORT=self.tls_port,
                           HTTP_PORT=self.http_port, HTTPS_PORT=self.https_port, PASSWORD=PASSWORD)
        self.running = []
        self.log = open(os.path.join(self.dir, "out.log"), "a")

    def fill(self, name, **more):
        """Writes a configuration from peers/ with its @NAME@s filled in; the path."""
        values = dict(self.values, **more)
        text = re.sub(r"@([A-Z_]+)@", lambda m: str(values[m.group(1)]), open(os.path.join(PEERS, name)).read())
        path = os.path.join(self.dir, name)
        with open(path, "w") as out:
            out.write(text)
        return path

    def spawn(self, command, **env):
        process = subprocess.Popen(command, env=dict(os.environ, **env), stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
                                   start_new_session=True, cwd=self.dir)
        self.running.append(process)

    @staticmethod
    def is_open(port):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        except OSError:
            return False

    def wait_for(self, port, secs=START_SECS):
        end = time.monotonic() + secs
        while time.monotonic() < end:
            for process in self.running:
                if process.poll() is not None:
                    raise RuntimeError(f"{self.name} ended while starting, see {self.log.name}")
            if self.is_open(port):
                return
            time.sleep(0.02)
        raise RuntimeError(f"{self.name} does not listen on {port}, see {self.log.name}")

    def start(self):
        if self.running:
            return
        # Else we would measure whoever sits there.
        if self.is_open(self.port):
            raise RuntimeError(f"port {self.port}, which {self.name} needs, is in use")
        self.launch()
        for port in (self.port, self.http_port):
            if port:
                self.wait_for(port)
        marker = os.path.join(self.dir, "accounts-are-there")
        if not os.path.exists(marker):
            self.add_accounts()
            open(marker, "w").close()

    def stop(self):
        for process in reversed(self.running):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.running = []

    def pids(self):
        return ",".join(str(process.pid) for process in self.running)

    def launch(self):
        raise NotImplementedError

    def add_accounts(self):
        raise NotImplementedError


class Nexad(Server):
    name, port, tls_port, http_port, https_port = "nexad", 6222, 6223, 6280, 6281
    accounts = ACCOUNTS
    archive_fields = "muc#roomconfig_enablearchiving=1"

    def launch(self):
        build = self.options.build
        program = os.path.join(build, "src/nexad/nexad")
        if not os.path.exists(program):
            raise Missing(f"no {program}: run make, or say --build")
        # An environment of one's own must not change what is measured.
        env = {name: "" for name in os.environ if name.startswith("NEXA_")}
        self.spawn([program, "--data-dir", self.dir], **dict(env, **{
            "NEXA_MODULE_PATH": os.path.join(build, "modules/.libs"), "NEXA_SCHEMA_DIR": os.path.join(HERE, "../../schema"),
            "NEXA_STATE_DIR": self.dir, "NEXA_LISTEN_ADDRESS": "127.0.0.1", "NEXA_C2S_PORT": str(self.port),
            "NEXA_C2S_TLS_PORT": str(self.tls_port), "NEXA_HTTP_PORT": str(self.http_port),
            "NEXA_HTTPS_PORT": str(self.https_port), "NEXA_HTTP_CONNECTIONS": "100000", "NEXA_PROXY65_PORT": "0", "NEXA_LIMITS": "off",
            "NEXA_ALLOW_PLAINTEXT": "yes", "NEXA_MAX_RESOURCES": "10000", "NEXA_MAX_CONNECTIONS": "100000"}))

    def add_accounts(self):
        nexactl = os.path.join(self.options.build, "src/nexactl/nexactl")
        for prefix, count in self.accounts.items():
            for i in range(count):
                subprocess.run([nexactl, "--state-dir", self.dir, "account", "add", f"{prefix}{i}@localhost", "--password-stdin"],
                               input=PASSWORD + "\n", text=True, check=True, stdout=self.log, stderr=self.log)


class Prosody(Server):
    name, port, tls_port, http_port, https_port = "prosody", 7222, 7223, 7280, 7281
    is_one_hash = True
    archive_fields = "muc#roomconfig_enablearchiving=1"

    def launch(self):
        if not shutil.which("prosody"):
            raise Missing("prosody is not installed: run peers")
        os.makedirs(os.path.join(self.dir, "data"), exist_ok=True)
        config = self.fill("prosody.cfg.lua", HASH=self.scram_hash,
                           ACCOUNTS=", ".join(f"{prefix} = {count}" for prefix, count in ACCOUNTS.items()))
        self.spawn(["prosody", "-F", "--config", config])

    def add_accounts(self):
        """mod_bench_accounts did it before the server listened."""


class Ejabberd(Server):
    name, port, tls_port, http_port, https_port, api_port = "ejabberd", 8222, 8223, 8282, 8283, 8280
    is_one_hash = True
    archive_fields = "muc#roomconfig_mam=1"

    def launch(self):
        found = glob.glob("/usr/lib/*/ejabberd-*/ebin/ejabberd.app")
        if not found:
            raise Missing("ejabberd is not installed: run peers")
        config = self.fill("ejabberd.yml", HASH={"SHA-1": "sha", "SHA-256": "sha256"}[self.scram_hash], API_PORT=self.api_port)
        # What Debian's ejabberdctl gives to erl, without its change of user.
        self.spawn(["erl", "-noinput", "+K", "true", "+P", "250000", "+Q", "100000", "-mnesia", "dir", f'"{self.dir}/mnesia"',
                    "-s", "ejabberd"], EJABBERD_CONFIG_PATH=config, EJABBERD_LOG_PATH=os.path.join(self.dir, "ejabberd.log"),
                   EJABBERD_PID_PATH=os.path.join(self.dir, "pid"), ERL_LIBS=os.path.dirname(os.path.dirname(os.path.dirname(found[0]))),
                   ERL_CRASH_DUMP_BYTES="0", ERL_MAX_PORTS="100000", HOME=self.dir)

    def add_accounts(self):
        self.wait_for(self.api_port)
        for prefix, count in ACCOUNTS.items():
            for i in range(count):
                body = json.dumps({"user": f"{prefix}{i}", "host": "localhost", "password": PASSWORD}).encode()
                request = urllib.request.Request(f"http://127.0.0.1:{self.api_port}/api/register", body,
                                                 {"Content-Type": "application/json"})
                urllib.request.urlopen(request, timeout=30).read()


class Jabberd2(Server):
    name, port, router_port = "jabberd2", 9222, 9347
    mechanisms = ("PLAIN", "SCRAM-SHA-1")
    room_fields = "muc#roomconfig_maxusers=10000"

    def launch(self):
        schema = "/usr/share/doc/jabberd2/db-setup.sqlite.gz"
        if not os.path.exists("/usr/sbin/jabberd2-router") or not os.path.exists("/usr/sbin/mu-conference"):
            raise Missing("jabberd2 is not installed: run peers")
        database = os.path.join(self.dir, "sqlite.db")
        if not os.path.exists(database):
            with sqlite3.connect(database) as db:
                db.executescript(gzip.open(schema, "rt").read())
        lib = os.path.dirname(glob.glob("/usr/lib/*/jabberd2/storage_sqlite.so")[0])
        values = {"LIB": lib, "ROUTER_PORT": self.router_port}
        self.fill("jabberd2-users.xml")
        for part in ("router", "sm", "c2s"):
            self.spawn(["/usr/sbin/jabberd2-" + part, "-c", self.fill(f"jabberd2-{part}.xml", **values)])
            if part == "router":
                self.wait_for(self.router_port)
                time.sleep(0.5)
        os.makedirs(os.path.join(self.dir, "rooms"), exist_ok=True)
        self.spawn(["/usr/sbin/mu-conference", "-c", self.fill("jabberd2-muc.xml", **values)])

    def start(self):
        was_running = bool(self.running)
        super().start()
        if not was_running:
            # Its parts still have to find one another.
            time.sleep(2)

    def add_accounts(self):
        """As its manual says: rows in authreg."""
        with sqlite3.connect(os.path.join(self.dir, "sqlite.db"), timeout=30) as db:
            for prefix, count in ACCOUNTS.items():
                db.executemany("INSERT INTO authreg (username, realm, password) VALUES (?, 'localhost', ?)",
                               [(f"{prefix}{i}", PASSWORD) for i in range(count)])


class Relay(Server):
    name, port = "relay", 6299

    def launch(self):
        self.spawn([os.path.join(self.options.bench, "relay"), str(self.port)])

    def add_accounts(self):
        """It knows nobody."""


ALL = {cls.name: cls for cls in (Nexad, Prosody, Ejabberd, Jabberd2, Relay)}
PACKAGES = ("prosody", "ejabberd", "jabberd2", "jabber-muc")


def install():
    """Installs the peers without starting them: a policy-rc.d of our own says no to every start meanwhile."""
    policy = "/usr/sbin/policy-rc.d"
    is_ours = not os.path.exists(policy)
    if is_ours:
        with open(policy, "w") as out:
            out.write("#!/bin/sh\nexit 101\n")
        os.chmod(policy, 0o755)
    try:
        subprocess.run(["apt-get", "-q", "update"], check=True)
        subprocess.run(["apt-get", "-q", "-y", "--no-install-recommends", "install", *PACKAGES], check=True,
                       env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"))
    finally:
        if is_ours:
            os.unlink(policy)
