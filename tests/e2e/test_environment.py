#!/usr/bin/python3
"""Each option can come from the environment, and does what it says."""
import os
import re
import subprocess

import harness
import operations
from harness import LIMIT_SECS, Failure, Server, main, require, story, wait_until
from operations import Wire, make_certificate

UNITS = {"": 1, "k": 1 << 10, "M": 1 << 20, "G": 1 << 30, "s": 1, "m": 60, "h": 3600, "d": 86400}


def number_of(text):
    digits, unit = re.fullmatch(r"(-?\d+)([kMGsmhd]?)", text).groups()
    return int(digits) * UNITS[unit]


class Row:
    """One option as the sample configuration tells it."""

    def __init__(self, kind, names, name, default):
        self.kind, self.names, self.name, self.default = kind, names, name, default

    def other_value(self):
        """Not the default, for the kinds where any value will do."""
        bounds = re.search(r" from (\w+) to (\w+)", self.kind)
        if bounds:
            low, high = bounds.groups()
            return low if number_of(low) != number_of(self.default) else high
        if "yes or no" in self.kind:
            return "yes" if self.default == "no" else "no"
        choices = re.fullmatch(r"It is ([\w, ]+)", self.kind.split(".")[0])
        words = re.split(r", | or ", choices.group(1)) if choices else []
        return next(word for word in words if word != self.default)


def rows():
    run = subprocess.run([harness.NEXAD, "--print-sample-config"], stdout=subprocess.PIPE, encoding="utf-8", check=True,
                         env=harness.clean_environment())
    found = re.findall(r"^# (It is [^\n]+)\n# Environment: ([^\n]+)\n#(\w+) = ([^\n]*)\n", run.stdout, re.MULTILINE)
    require(len(found) == run.stdout.count("\n# Environment: ") > 30, "the sample is not read right", len(found))
    return [Row(kind, names.split(", "), name, default) for kind, names, name, default in found]


def options_of(server):
    """{name: (value, source)} as the running server has them."""
    [result] = server.control(("config", {}))
    return {row["name"]: (row["value"], row["source"]) for row in result["options"]}


@story("section 10: every option, set through the environment to something else, is read back")
def every_option():
    server = Server(hosts="other.test,second.test")
    cert, key = make_certificate(server.directory, "other.test")
    default_modules = next(row for row in rows() if row.name == "modules").default
    modules = re.findall(r'"(\w+)"', default_modules)[::-1]
    special = {"hosts": "other.test,second.test", "admins": "romeo@other.test,juliet@other.test", "state_dir": server.state_dir,
               "database_url": "sqlite:" + os.path.join(server.directory, "x.db"), "secret_key": "0123456789abcdef",
               "modules": ",".join(modules), "listen_address": "127.0.0.1", "c2s_port": server.port,
               "c2s_tls_port": server.tls_port, "http_port": server.http_port, "https_port": server.https_port,
               "tls_cert": cert, "tls_key": key, "client_ca": cert, "sasl_mechanisms": "SCRAM-SHA-1,PLAIN", "log_level": "error",
               "log_dir": os.path.join(server.state_dir, "logs"), "http_proxies": "10.0.0.0/8,127.0.0.1",
               "registration_url": "https://other.test/join", "quiet_hours": "22:00-06:00",
               "quiet_hours_exempt": "romeo@other.test",
               "quiet_hours_zone": "Europe/Berlin", "muc_domain": "rooms.*", "search_domain": "people.*",
               "upload_domain": "files.*", "upload_url": "https://files.other.test", "upload_types": "image/png,audio/*",
               "upload_scanner": "/bin/true -x", "metrics_allow": "10.0.0.0/8", "proxy65_domain": "relay.*",
               "muc_quiet_zone": "Europe/Berlin", "muc_creators": "romeo@other.test",
               "external_services": "stun:stun.other.test,turn:turn.other.test:443?transport=tcp",
               "external_secrets": "secret", "external_logins": "files.other.test guest guest",
               "metrics_token": "0123456789abcdef", "web_files": "/school=%s" % server.directory}
    special.update((row.name, "mailto:%s@other.test" % row.name) for row in rows() if row.name.startswith("contact_"))
    wanted = {row.name: str(special.get(row.name) or row.other_value()) for row in rows()}
    server.options = wanted
    server.arguments = []       # state_dir comes from the environment, too
    with server:
        have = options_of(server)
        require(sorted(have) == sorted(wanted), "the sample and the server have other options", sorted(have), sorted(wanted))
        for row in rows():
            value, source = have[row.name]
            want = wanted[row.name]
            require(source == "environment", "%s did not come from the environment" % row.name, value, source)
            if row.name in ("database_url", "secret_key", "metrics_token", "external_secrets", "external_logins"):
                same = value == "(set)"
            elif "list of" in row.kind:
                same = re.findall(r'"([^"]*)"', value) == want.split(",")
            elif re.search(r" from (\w+) to", row.kind):
                same = number_of(value) == number_of(want)
            else:
                same = value.strip('"') == want
            require(same, "%s was set to %s and is %s" % (row.name, want, value))
            require(value != row.default, "%s has its default" % row.name, value)
        with Wire(server, None) as wire:
            wire.open()
        with Wire(server, None, host="second.test") as wire:
            wire.open()


@story("the short names SERVER_HOST, SERVER_PORT, PORT, SECRET_KEY, DATABASE_URL, DEBUG, LOG_LEVEL")
def aliases():
    cases = (({"SERVER_HOST": "127.0.0.1"}, "listen_address", "127.0.0.1"), ({"SERVER_PORT": "8081"}, "http_port", "8081"),
             ({"PORT": "8082"}, "http_port", "8082"), ({"SECRET_KEY": "0123456789"}, "secret_key", "(set)"),
             ({"DATABASE_URL": "sqlite:x.db"}, "database_url", "(set)"), ({"DEBUG": "True"}, "debug", "yes"),
             ({"DEBUG": "0"}, "debug", "no"), ({"LOG_LEVEL": "WARNING"}, "log_level", "warning"),
             ({"PORT": "8082", "NEXA_HTTP_PORT": "8083"}, "http_port", "8083"),
             ({"LOG_LEVEL": ""}, "log_level", "info"))
    for names, option, value in cases:
        server = Server()
        for name in ("http_port", "listen_address"):
            del server.options[name]
        env = operations.environment(server)
        env.update(names)
        with operations.started(server, env):
            wait_until(lambda: operations.takes_commands(server), "the control socket")
            have = options_of(server)[option]
            require(have[0].strip('"') == value, "%s gives another %s" % (names, option), have)
            require(have[1] == ("environment" if all(names.values()) else "default"), "another source", names, have)


@story("sizes that are none, or out of bounds, are refused with a sentence")
def sizes():
    server = Server()
    try:
        for value, words in (("200 pages", "not a size"), ("1k", "out of range"), ("65G", "out of range")):
            operations.refused(server, 78, "STORE_CACHE=" + value, words + "; write a size in bytes .* from 64k to 64G", store_cache=value)
    finally:
        server.remove()


@story("section 7: command line before environment before file before default")
def precedence():
    server = Server(stop_timeout="21s", login_tries=3)
    path = os.path.join(server.directory, "nexad.conf")
    with open(path, "w", encoding="ascii") as file:
        file.write("stop_timeout = 20s\nlogin_tries = 2\nworkers = 1\n")
    server.arguments = server.arguments + ["--config", path, "--set", "stop_timeout=22s"]
    with server:
        have = options_of(server)
        for name, want in (("stop_timeout", ("22s", "command line")), ("login_tries", ("3", "environment")),
                           ("workers", ("1", "file")), ("store_readers", ("1", "default"))):
            require(have[name] == want, name, have[name])


@story("PLAIN without TLS is refused with encryption-required; allow_plaintext allows it")
def plaintext():
    with Server() as server:
        server.add_accounts("romeo")
        with Wire(server, None) as wire:
            answer = wire.authenticate("romeo", harness.password_of("romeo"))
            require("<encryption-required" in answer, "not encryption-required", answer)
            require("mechanism>" not in wire.features and "<required" in wire.features, "features", wire.features)
        require(harness.password_of("romeo") not in server.log(), "the password is in the log")
    with Server(allow_plaintext="yes") as server:
        server.add_accounts("romeo")
        with Wire(server, None) as wire:
            wire.login("romeo")
            wire.ping()
            require("PLAIN</mechanism>" in wire.seen and "<required" not in wire.seen, "features", wire.seen)


@story("issue 2.7: limits=off lifts the limits on connections and rate")
def no_limits():
    options = {"unauthenticated_per_address": 3, "rate_stanzas": 10, "rate_stanzas_burst": 10}
    for limits in ("on", "off"):
        with Server(limits=limits, **options) as server:
            server.add_accounts("romeo")
            with Wire(server, "direct") as fast:
                fast.login("romeo")
                guests = [Wire(server, None) for _ in range(5)]
                answered = 0
                for guest in guests:
                    try:
                        guest.open()
                        answered += 1
                    except (Failure, OSError):
                        pass
                    guest.sock.close()
                require(answered == (5 if limits == "off" else 3), "limits=%s let %d in" % (limits, answered))
                for number in range(40):
                    fast.send("<iq type='get' id='p%d'><ping xmlns='urn:xmpp:ping'/></iq>" % number)
                came = True
                try:
                    fast.expect("id=['\"]p39['\"]", limit_secs=LIMIT_SECS if limits == "off" else 1.5)
                except Failure:
                    came = False
                require(came == (limits == "off"), "limits=%s: 40 answers within 1.5 s: %s" % (limits, came))


@story("issue 2.7: ten servers run beside one another")
def ten_servers():
    servers = []
    try:
        for number in range(10):
            servers.append(Server(hosts="s%d.test" % number))
            servers[-1].start()
        for server in servers:
            with Wire(server, "direct") as wire:
                wire.open()
        for server in servers:
            server.stop()
    finally:
        for server in servers:
            server.remove()


if __name__ == "__main__":
    main()
