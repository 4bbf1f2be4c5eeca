#!/usr/bin/python3
"""Every start that cannot work ends with one sentence that says what to do, and with exit code 1, or 78 when the configuration
is wrong. It leaves nothing half-done: the corrected start works."""
import contextlib
import os
import shutil
import socket
import sqlite3
import subprocess

import operations
from harness import Server, main, require, story
from operations import Wire, ended, limit_files, make_certificate, refused, without_rights

FAILED, CONFIG = 1, 78


@contextlib.contextmanager
def prepared(**options):
    """A server that has not been started; it is removed in the end, also when it runs."""
    server = Server(**options)
    try:
        yield server
    finally:
        server.remove()


def starts(server, **options):
    """The corrected start works."""
    server.options.update(options)
    for name in [name for name, value in server.options.items() if value is None]:
        del server.options[name]
    server.start()
    server.stop()


# ---- addresses ----

@story("a port in use is named with its option")
def port_in_use():
    with prepared() as server:
        with socket.create_server(("127.0.0.1", server.tls_port)):
            refused(server, FAILED, "port %d on 127.0.0.1 is in use" % server.tls_port, "stop it or set c2s_tls_port")
        starts(server)


@story("a wrong address is named with its option")
def wrong_addresses():
    with prepared() as server:
        refused(server, FAILED, "192.0.2.77 is not an address of this machine", "set listen_address", listen_address="192.0.2.77")
        refused(server, CONFIG, '"nonsense" is not an address', "set listen_address", listen_address="nonsense")
        refused(server, CONFIG, "listen_address is an IP address", listen_address="/tmp/some.sock")
        starts(server)


@story("a port that only root may open is named with its option")
def privileged_port():
    with open("/proc/sys/net/ipv4/ip_unprivileged_port_start", encoding="ascii") as file:
        first_free = int(file.read())
    with prepared() as server:
        if first_free > 1:
            refused(server, FAILED, "port %d on 127.0.0.1 may be opened by root only" % (first_free - 1), "set c2s_port",
                    wrapper=without_rights("net_bind_service"), c2s_port=first_free - 1)
        refused(server, CONFIG, "NEXA_C2S_PORT=65536: out of range", "from 0 to 65535", c2s_port=65536)
        starts(server)


# ---- certificates ----

@story("certificate and key that are missing, unreadable, of another kind, or not a pair")
def certificates():
    with prepared() as server:
        cert, key = make_certificate(server.directory, "localhost")
        _, other_key = make_certificate(server.directory, "other.test")
        nowhere = os.path.join(server.directory, "nowhere.pem")
        refused(server, FAILED, "cannot read %s: No such file" % nowhere, "correct the path", tls_cert=nowhere, tls_key=key)
        refused(server, FAILED, "cannot read %s: No such file" % nowhere, "correct the path", tls_cert=cert, tls_key=nowhere)
        os.chmod(key, 0)
        refused(server, FAILED, "cannot read %s: Permission denied" % key, "give the file to the user that runs nexad",
                tls_cert=cert, tls_key=key, wrapper=without_rights("dac_override", "dac_read_search"))
        os.chmod(key, 0o600)
        refused(server, CONFIG, "is not a file with a certificate", tls_cert=server.directory, tls_key=key)
        refused(server, FAILED, "the certificate %s cannot be used: it is not in PEM form" % __file__, tls_cert=__file__, tls_key=key)
        refused(server, FAILED, "the private key %s cannot be used" % cert, tls_cert=cert, tls_key=cert)
        refused(server, CONFIG, "the key %s does not belong to the certificate %s" % (other_key, cert), tls_cert=cert, tls_key=other_key)
        refused(server, CONFIG, "tls_key is set but tls_cert is not", tls_key=key)
        refused(server, CONFIG, "tls_cert is set but tls_key is not", tls_cert=cert)
        starts(server, tls_cert=cert, tls_key=key)


@story("a key with a pass phrase is refused without asking for it")
def pass_phrase():
    with prepared() as server:
        cert, key = make_certificate(server.directory, "localhost")
        locked = key + ".locked"
        operations.openssl("ec", "-in", key, "-aes128", "-passout", "pass:secret", "-out", locked)
        refused(server, FAILED, "protected by a pass phrase; store it without one", tls_cert=cert, tls_key=locked)


@story("an expired certificate is a warning; people decide")
def expired():
    with prepared() as server:
        cert, key = make_certificate(server.directory, "localhost", has_expired=True)
        server.options.update(tls_cert=cert, tls_key=key)
        server.start()
        require("WARNING the certificate %s has expired" % cert in server.log(), "no warning", server.log())
        server.stop()


# ---- the state directory ----

@story("a state directory that cannot be made, is a file, or cannot be written")
def state_directory():
    rights = without_rights("dac_override", "dac_read_search")
    with prepared() as server:
        with open(server.state_dir, "w", encoding="ascii") as file:
            file.write("precious")
        refused(server, FAILED, "%s is in the way" % server.state_dir, "set state_dir")
        refused(server, FAILED, "set state_dir", arguments=["--data-dir", server.state_dir + "/below"])
        with open(server.state_dir, encoding="ascii") as file:
            require(file.read() == "precious", "the file was changed")
        os.unlink(server.state_dir)
        refused(server, FAILED, "cannot make the directory /proc/nexa", "set state_dir", arguments=["--data-dir", "/proc/nexa"])
        os.mkdir(server.state_dir, 0o500)
        refused(server, FAILED, "cannot write in the state directory %s" % server.state_dir, "give it to the user", wrapper=rights)
        os.chmod(server.state_dir, 0o700)
        starts(server)
        os.chmod(os.path.join(server.state_dir, "nexa.db"), 0o400)
        refused(server, FAILED, "nexa.db", "right to write", wrapper=rights)
        os.chmod(os.path.join(server.state_dir, "nexa.db"), 0o600)
        os.chmod(os.path.join(server.state_dir, "secret"), 0)
        refused(server, FAILED, "cannot read .*secret", "restore it from a backup", wrapper=rights)
        os.chmod(os.path.join(server.state_dir, "secret"), 0o600)
        starts(server)


@story("issue 2.7: the state directory may be relative to where nexad is started")
def relative_state():
    with prepared() as server:
        server.arguments = ["--data-dir", "state"]
        starts(server)
        require(os.path.exists(os.path.join(server.state_dir, "nexa.db")), "the database is somewhere else")


@story("a state directory whose name is too long for the control socket")
def long_state():
    with prepared() as server:
        long_name = os.path.join(server.directory, "x" * 100)
        refused(server, CONFIG, "too long for a socket", "set state_dir to a shorter one", arguments=["--data-dir", long_name])


@story("a second nexad on the same state is refused, and the first does not notice")
def second_server():
    with Server() as server:
        with prepared() as other:
            refused(other, FAILED, "is used by another nexad \\(pid %d\\)" % server.process.pid, "its own state directory",
                    arguments=["--data-dir", server.state_dir])
        with Wire(server, "direct") as wire:
            wire.open()


# ---- the database ----

def with_database():
    """A server with a database that it has closed properly."""
    server = Server()
    starts(server)
    return server, os.path.join(server.state_dir, "nexa.db")


def restored(server, path):
    shutil.copy(path + ".good", path)
    for end in ("-wal", "-shm"):
        if os.path.exists(path + end):
            os.unlink(path + end)


@story("a database that is garbage, cut, overwritten, or of something else")
def damaged_database():
    server, path = with_database()
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE filler(x)")
        base.executemany("INSERT INTO filler VALUES (?)", [("x" * 2000,)] * 200)
        base.commit()
    try:
        shutil.copy(path, path + ".good")
        size = os.path.getsize(path)
        advice = "stop the server and restore a backup"
        with open(path, "wb") as file:
            file.write(os.urandom(size))
        refused(server, FAILED, "nexa.db is damaged", advice)
        with open(path, "rb") as file:
            require(len(file.read()) == size, "the damaged database was changed: somebody may still rescue something")
        restored(server, path)
        os.truncate(path, size // 2)
        refused(server, FAILED, "nexa.db is damaged", advice)
        for offset in (4096, 8192, size // 2 // 4096 * 4096):
            restored(server, path)
            with open(path, "r+b") as file:
                file.seek(offset)
                file.write(b"\x55" * 4096)
            refused(server, FAILED, "nexa.db is damaged", advice)
        restored(server, path)
        with contextlib.closing(sqlite3.connect(path)) as base:
            base.execute("PRAGMA user_version=-5")
        refused(server, FAILED, "is not a database of Nexa")
        restored(server, path)
        starts(server)
    finally:
        server.remove()


@story("a database of a newer version is refused and not touched")
def newer_database():
    server, path = with_database()
    try:
        with contextlib.closing(sqlite3.connect(path)) as base:
            base.execute("PRAGMA user_version=998")
        with open(path, "rb") as file:
            before = file.read()
        refused(server, FAILED, "has schema version 998, but this program knows only version", "use the newer program")
        with open(path, "rb") as file:
            require(file.read() == before, "the database was touched")
    finally:
        server.remove()


@story("a database that this version does not know is named")
def other_database():
    with prepared() as server:
        refused(server, CONFIG, "database_url", "write sqlite:", env={"DATABASE_URL": "postgresql://localhost/nexa"})
        elsewhere = os.path.join(server.directory, "elsewhere.db")
        starts(server, database_url="sqlite:" + elsewhere)
        require(os.path.exists(elsewhere), "sqlite:PATH was not used")


@story("no schema files")
def no_schema():
    with prepared() as server:
        refused(server, FAILED, "cannot read the schema directory", "install the program anew",
                env={"NEXA_SCHEMA_DIR": os.path.join(server.directory, "none")})
        starts(server)


@story("a disk that is full at the first start; with space it starts")
def full_at_start():
    for limit_bytes in (0, 16, 300, 4096, 20000, 50000):
        with prepared() as server:
            refused(server, FAILED, "No space left|no space left|File too large|free some space", before=limit_files(limit_bytes))
            starts(server)


@story("a real full disk, when this test may mount one")
def full_tmpfs():
    with prepared() as server:
        os.mkdir(server.state_dir, 0o700)
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k,mode=0700", "tmpfs", server.state_dir], check=False,
            stderr=subprocess.DEVNULL).returncode == 0
        if not mounted:
            # The limit on the size of files, above, shows the same to everybody.
            refused(server, FAILED, "space|too large", before=limit_files(4096))
            return
        try:
            refused(server, FAILED, "space")
            subprocess.run(["mount", "-o", "remount,size=32m", server.state_dir], check=True)
            starts(server)
        finally:
            subprocess.run(["umount", server.state_dir], check=True)


# ---- options ----

def refused_file(server, text, *patterns):
    path = os.path.join(server.directory, "nexad.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    refused(server, CONFIG, *patterns, arguments=server.arguments + ["--config", path])
    refused(server, CONFIG, *patterns, arguments=server.arguments + ["--config", path, "--check"])


@story("section 10: a wrong option in the file is told with file, line and what to write")
def wrong_file():
    with prepared() as server:
        server.options.pop("c2s_port")
        refused_file(server, "hosts = { \"localhost\" }\nc2s_prot = 5222\n", r"nexad\.conf:2: ", 'did you mean "c2s_port"')
        refused_file(server, "\n\nc2s_port = many\n", r"nexad\.conf:3: ", "from 0 to 65535")
        refused_file(server, "roster_max_items = 1\n", r"nexad\.conf:1: ", "from 10 to")
        refused_file(server, "hosts = { \"localhost\"\n", r"nexad\.conf:")
        refused(server, CONFIG, "cannot read none.conf: No such file", "correct the path",
                arguments=server.arguments + ["--config", "none.conf"])
        require(not os.path.exists(server.state_dir), "a wrong configuration made a state directory")


@story("section 10: a wrong option in the environment is told with its name")
def wrong_environment():
    with prepared() as server:
        refused(server, CONFIG, "NEXA_STOP_TIMEOUT=soon: ", "write a period", stop_timeout="soon")
        refused(server, CONFIG, "NEXA_LOG_LEVEL=loud: ", "error, warning, info or debug", log_level="loud")
        refused(server, CONFIG, "NEXA_C2S_PROT", "did you mean NEXA_C2S_PORT", env={"NEXA_C2S_PROT": "1"})
        refused(server, CONFIG, "PORT=x", env={"PORT": "x"}, http_port=None)
        starts(server)


@story("section 10: options that name accounts want addresses, as the server writes them")
def accounts_in_options():
    server = Server()
    try:
        for option in ("admins", "quiet_hours_exempt"):
            for wrong in ("ann", "@localhost", "ann@localhost/desk"):
                refused(server, 78, option.upper(), "not the address of an account", **{option: "bob@localhost," + wrong})
            refused(server, 78, option.upper(), "write ann@localhost$", **{option: "Ann@Localhost"})
    finally:
        server.remove()


@story("section 10: options that name a domain of services want a domain, and one that nobody has")
def domains_in_options():
    server = Server()
    try:
        for option in ("muc_domain", "search_domain"):
            for wrong in ("a b", "rooms..*", "*/x"):
                refused(server, CONFIG, option.upper(), "not a domain", "write a name such as", **{option: wrong})
            refused(server, CONFIG, "localhost is the name of something else", **{option: "*"})
        refused(server, CONFIG, "is the name of something else", muc_domain="chat.*", search_domain="chat.*")
    finally:
        server.remove()


@story("section 10: a wrong command line is told")
def wrong_command_line():
    with prepared() as server:
        for words, pattern in ((["--set", "c2s_prot=1"], 'did you mean "c2s_port"'),
                               (["--set", "c2s_port=x"], "from 0 to 65535"),
                               (["--set", "c2s_port"], "--set NAME=VALUE"),
                               (["--frobnicate"], "--frobnicate: not an option"),
                               (["stray"], "stray: not an option"),
                               (["--config"], "--help")):
            refused(server, CONFIG, pattern, arguments=server.arguments + words)


@story("section 10: --check says good or what is wrong, and makes nothing")
def check():
    with prepared() as server:
        code, out, errors = ended(server, arguments=server.arguments + ["--check"])
        require((code, out, errors) == (0, "The configuration is good.\n", ""), "--check", code, out, errors)
        refused(server, CONFIG, "out of range", arguments=server.arguments + ["--check"], c2s_port=-1)
        require(not os.path.exists(server.state_dir), "--check made a state directory")


@story("hosts that are none")
def wrong_hosts():
    with prepared() as server:
        for hosts, pattern in ((",", "hosts is empty|NEXA_HOSTS"), ("two words", "is not a domain"), ("romeo@test", "is not a domain"),
                               ("x" * 64 + ".test", "is not a domain")):
            refused(server, CONFIG, pattern, hosts=hosts)
        starts(server, hosts="xn--bcher-kva.test,büro.test,UPPER.test,upper.test")


# ---- modules ----

def built_module(server, name, source):
    path = os.path.join(server.directory, "mod_%s.c" % name)
    with open(path, "w", encoding="ascii") as file:
        file.write(source)
    subprocess.run([os.environ.get("CC", "cc").split()[0], "-shared", "-fPIC", "-o", path[:-2] + ".so", path], check=True)


@story("modules that are unknown, no modules, or of another version")
def wrong_modules():
    with prepared() as server:
        path = server.directory + ":" + operations.environment(server)["NEXA_MODULE_PATH"]
        built_module(server, "empty", "int nothing;\n")
        built_module(server, "old", "struct { unsigned abi; void *rest[40]; } nx_module_old = { 4000000000u, { 0 } };\n")
        with open(os.path.join(server.directory, "mod_text.so"), "w", encoding="ascii") as file:
            file.write("text\n")
        for name, patterns in (("frobnicate", ('module "frobnicate"', "is not installed", "take it out of the list")),
                               ("../ping", ("is not installed",)),
                               ("empty", ("mod_empty.so is not a Nexa module",)),
                               ("old", ("was built for another version of nexad", "build it anew")),
                               ("text", ('module "text" cannot be loaded',)),
                               ("presence", ('module "presence" needs module', "add it to modules"))):
            refused(server, CONFIG, *patterns, modules=name, env={"NEXA_MODULE_PATH": path})
        starts(server)


# ---- logs ----

@story("a log directory that is a file or cannot be written")
def wrong_logs():
    with prepared() as server:
        refused(server, FAILED, "is in the way", "set log_dir", log_dir=__file__)
        closed = os.path.join(server.directory, "closed")
        os.mkdir(closed, 0o500)
        refused(server, FAILED, "cannot open the log file %s" % closed, "Permission denied", log_dir=closed,
                wrapper=without_rights("dac_override", "dac_read_search"))
        starts(server)


# ---- a disk that fills up while the server runs ----

@story("a disk that fills up while the server runs: refused with an error, nothing confirmed is lost, and it recovers")
def full_while_running():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        with Wire(server, "direct") as wire:
            wire.login("romeo")
            wire.send("<message to='%s' type='chat'><body>kept one</body></message>" % server.jid("juliet"))
            wire.ping("one")
            operations.fill_disk(server)
            wire.send("<message to='%s' type='chat' id='lost'><body>refused</body></message>" % server.jid("juliet"))
            refusal = wire.expect("<message[^>]*type=.error.*?</message>").group(0)
            require("resource-constraint" in refusal or "internal-server-error" in refusal, "another error", refusal)
            wire.ping("alive")
            operations.free_disk(server)
            wire.send("<message to='%s' type='chat'><body>kept two</body></message>" % server.jid("juliet"))
            wire.ping("two")
        with Wire(server, "direct") as wire:
            wire.login("juliet")
            wire.send("<presence/>")
            wire.expect("kept one.*kept two")
            require("refused" not in wire.seen, "what was refused came nevertheless")
        server.expect_log("no space left for .*nexa.db")


if __name__ == "__main__":
    main()
