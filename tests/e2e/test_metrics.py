#!/usr/bin/python3
"""GET /metrics as monitoring reads it (OpenMetrics 1.0): what it tells, that doc/METRICS.md says the same, who may ask."""
import json
import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request

import operations
from harness import LIMIT_SECS, TOP, Failure, Server, Skip, die_with_parent, free_ports, is_sanitized, main, password_of, require, story, wait_until
from webraw import ask, check
from xmppraw import Client, Refused

try:
    from prometheus_client.openmetrics.parser import text_string_to_metric_families
except ImportError:
    text_string_to_metric_families = None

TOKEN = "0123456789abcdef-secret"
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.*?) \| (.*) \|$", re.M)
SUFFIX = {"counter": "_total", "info": "_info"}


def families(server, **how):
    """By name; the parser refuses what is no OpenMetrics."""
    if text_string_to_metric_families is None:
        raise Skip("Debian's python3-prometheus-client is not installed")
    answer = check(ask(server, "/metrics", **how), 200, "content-type: application/openmetrics-text; version=1.0.0; charset=utf-8")
    require(answer.body.endswith(b"\n# EOF\n"), "the end", answer.body[-20:])
    return {family.name: family for family in text_string_to_metric_families(answer.body.decode())}


def value(server, name, **labels):
    """One sample, by its whole name."""
    for family in families(server).values():
        for sample in family.samples:
            if sample.name == name and sample.labels == labels:
                return sample.value
    raise Failure("no such sample", name, labels)


# ---- what is told ----

@story("every metric is a row of doc/METRICS.md with type, labels and words, and every row is told by the running server")
def documented():
    with open(os.path.join(TOP, "doc/METRICS.md"), encoding="utf-8") as file:
        written = {name: (kind, labels, text) for name, kind, labels, text in ROW.findall(file.read())}
    with Server() as server:
        told = {}
        for family in families(server).values():
            labels = sorted({label for sample in family.samples for label in sample.labels} - {"le"})
            told[family.name + SUFFIX.get(family.type, "")] = (family.type, labels, family.documentation)
            require(family.name.startswith(("nexa_", "process_")), "a name without nexa_", family.name)
            require(not family.unit or family.name.endswith("_" + family.unit), "a unit that the name lacks", family.name)
    for name, (kind, labels, text) in told.items():
        require(name in written, "doc/METRICS.md lacks %s" % name)
        require(written[name] == (kind, written[name][1], text), "doc/METRICS.md says something else", name, written[name])
        require(sorted(re.findall(r"`(\w+)`", written[name][1])) == labels, "other labels than in doc/METRICS.md", name, labels)
    require(set(written) == set(told), "nobody tells", set(written) - set(told))


@story("a login, a refused one, a message, an error and a room are counted where they belong")
async def counted():
    with Server(sasl_mechanisms="PLAIN") as server:
        server.add_accounts("romeo", "juliet")
        romeo = await Client(server, "romeo").connect(password_of("romeo"))
        try:
            await Client(server, "juliet").connect("wrong")
        except Refused:
            pass
        juliet = await Client(server, "juliet").connect(password_of("juliet"))
        juliet.send("<presence/>")
        await juliet.next("presence")
        romeo.message(juliet.jid, "hello")
        await juliet.next()
        await romeo.ask("<nonsense xmlns='urn:nonsense'/>")

        def now(name, **labels):
            return value(server, name, **labels)
        require(now("nexa_logins_total", mechanism="PLAIN") == 2, "logins")
        require(now("nexa_login_failures_total", mechanism="PLAIN") == 1 == now("nexa_wrong_passwords_total"), "failures")
        require(now("nexa_login_duration_seconds_count", mechanism="PLAIN") == 3, "their times")
        require(now("nexa_login_duration_seconds_sum", mechanism="PLAIN") > 0.001, "PBKDF2 takes longer than that")
        require(now("nexa_connections", transport="tls") == 2, "connections")
        require(now("nexa_sessions", state="available") == 1 == now("nexa_sessions", state="connected"), "sessions")
        require(now("nexa_connections_opened_total") >= 3, "connections that were opened")
        for direction in ("in", "out"):
            require(now("nexa_stanzas_total", kind="message", direction=direction) == 1, "messages", direction)
            require(now("nexa_stanzas_total", kind="iq", direction=direction) >= 1, "iqs", direction)
            require(now("nexa_stanzas_total", kind="presence", direction=direction) >= 1, "presence", direction)
            require(now("nexa_stream_bytes_total", direction=direction) > 500, "bytes", direction)
        require(now("nexa_stanza_errors_total", condition="service-unavailable") == 1, "errors")
        require(now("nexa_stanza_errors_total", condition="forbidden") == 0, "other errors")
        require(now("nexa_login_errors_total", condition="not-authorized") == 1, "why it was refused")
        require(now("nexa_routing_duration_seconds_count", kind="message") == 1, "the way of a message")
        romeo.send("<presence to='coven@conference.localhost/r'><x xmlns='http://jabber.org/protocol/muc'/></presence>")
        await romeo.next("presence")
        require(now("nexa_rooms_active") == 1 == now("nexa_room_occupants"), "rooms")
        romeo.message("juliet@localhost", "while she is away")
        jobs, commits = now("nexa_store_jobs_total"), now("nexa_store_commit_seconds_count")
        require(jobs >= commits >= 2 and now("nexa_store_commit_seconds_sum") > 0, "commits", jobs, commits)
        require(now("process_resident_memory_bytes") > 1e6, "memory")
        # A sanitizer's malloc does not tell.
        require(is_sanitized() or now("nexa_heap_bytes") >= now("nexa_heap_used_bytes") > 1e5, "the heap")
        require(now("nexa_store_writable") == 1 and now("nexa_database_bytes") > 1e4, "the database")
        require(now("nexa_log_lines_total", level="warning") >= 1, "the failed login is in the log")
        for client in (romeo, juliet):
            await client.close()


@story("a stream that ends with an error, and requests, are counted by what was said")
def said():
    with Server() as server:
        with operations.Wire(server, "direct") as wire:
            wire.send("</nonsense>")
            wire.expect("not-well-formed")
        require(value(server, "nexa_stream_errors_total", condition="not-well-formed") == 1, "the stream")
        check(ask(server, "/"), 200)
        check(ask(server, "/nothing"), 404)
        check(ask(server, "/upload/nothing"), 404)
        check(ask(server, "/health", "POST"), 405)
        for route, status, number in (("/", "2xx", 1), ("other", "4xx", 1), ("/upload/", "4xx", 1), ("/health", "4xx", 1), ("/health", "2xx", 0)):
            require(value(server, "nexa_http_requests_total", route=route, status=status) == number, "requests", route, status)
        require(value(server, "nexa_http_response_bytes_total", route="/metrics") > 10000, "bytes of what was told before")
        require(value(server, "nexa_http_response_bytes_total", route="other") > 10, "bytes of a refusal")


@story("the loop's lag, and a commit that fails, are seen from outside")
def trouble():
    with Server() as server:
        wait_until(lambda: value(server, "nexa_loop_lag_seconds_count") >= 2, "a pulse each second")
        server.expect_log("disk|full|write")
        operations.fill_disk(server)
        server.ctl("account", "add", "juliet@localhost", "--password-stdin", stdin="secret of juliet")
        require(value(server, "nexa_store_writable") == 0 and value(server, "nexa_store_failures_total") == 1, "a full disk")
        require(value(server, "nexa_log_lines_total", level="error") >= 1, "an error in the log")
        operations.free_disk(server)


# ---- Prometheus itself ----

def example(beginning):
    """That YAML of doc/ADMINISTRATION.md."""
    with open(os.path.join(TOP, "doc/ADMINISTRATION.md"), encoding="utf-8") as file:
        for text in re.findall(r"^```yaml\n(.*?)^```$", file.read(), re.M | re.S):
            if text.startswith(beginning):
                return text
    raise Failure("doc/ADMINISTRATION.md has no such example", beginning)


def promtool(*words):
    if not shutil.which("promtool"):
        raise Skip("Debian's prometheus is not installed")
    done = subprocess.run(["promtool"] + list(words), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=LIMIT_SECS)
    require(done.returncode == 0, "promtool", done.stdout)


def asked(port, query):
    """What Prometheus knows; nothing while it has only begun, and answers 503."""
    try:
        with urllib.request.urlopen("http://127.0.0.1:%d/api/v1/query?query=%s" % (port, query), timeout=LIMIT_SECS) as answer:
            return {sample["metric"].get("mechanism", ""): sample["value"][1] for sample in json.load(answer)["data"]["result"]}
    except urllib.error.HTTPError as error:
        require(error.code == 503, "Prometheus answers", error)
        return {}


@story("ADMINISTRATION: the rules for alerts are rules, and name only metrics that are told")
def rules():
    text = example("groups:")
    with Server() as server:
        told = check(ask(server, "/metrics"), 200).body.decode()
        for name in set(re.findall(r"\bnexa_\w+", text)):
            require("\n" + name in told, "nobody tells " + name)
        path = os.path.join(server.directory, "rules.yml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        promtool("check", "rules", path)


@story("ADMINISTRATION: Prometheus scrapes with the example over HTTPS with a token, and finds no fault")
def scraped():
    if not shutil.which("prometheus"):
        raise Skip("Debian's prometheus is not installed")
    with Server(metrics_token=TOKEN, metrics_allow="192.0.2.1") as server:
        text = example("scrape_configs:")
        for was, now in (("TOKEN  ", TOKEN + "  "), ("/etc/prometheus/nexa.pem", server.ca), ("server_name: school.example", "server_name: localhost"),
                         ("chat.school.example:5281", "127.0.0.1:%d" % server.https_port)):
            require(was in text, "the example lacks " + was)
            text = text.replace(was, now)
        path = os.path.join(server.directory, "prometheus.yml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("global: {scrape_interval: 1s}\n" + text)
        promtool("check", "config", path)
        port, = free_ports(1)
        with subprocess.Popen(["prometheus", "--config.file=" + path, "--storage.tsdb.path=" + os.path.join(server.directory, "tsdb"),
                               "--web.listen-address=127.0.0.1:%d" % port], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              preexec_fn=die_with_parent) as prometheus:
            try:
                wait_until(lambda: is_ready(port), "Prometheus")
                wait_until(lambda: asked(port, "up") == {"": "1"}, "a scrape that worked")
                require(asked(port, "nexa_logins_total")["PLAIN"] == "0", "a counter")
            finally:
                prometheus.terminate()


def is_ready(port):
    """It listens before it answers queries: with 503 until then."""
    try:
        with urllib.request.urlopen("http://127.0.0.1:%d/-/ready" % port, timeout=10) as answer:
            return answer.status == 200
    except OSError:
        return False


# ---- who may ask ----

TOKEN = "0123456789abcdef-secret"


@story("metrics_allow: others get 403 and a sentence that says what to do; the address that counts is the client's, behind a proxy too")
def addresses():
    with Server(http_proxies="127.0.0.1", metrics_allow="10.0.0.0/8,127.0.0.1") as server:
        families(server, headers=["X-Forwarded-For: 127.0.0.1, 10.9.9.9"])
        families(server, headers=["X-Forwarded-For: 203.0.113.7, 10.1.2.3"])
        refused = check(ask(server, "/metrics", headers=["X-Forwarded-For: 203.0.113.7"]), 403)
        require(b"203.0.113.7" in refused.body and b"metrics_allow" in refused.body, "the sentence", refused.body)
        check(ask(server, "/metrics", headers=["X-Forwarded-For: nonsense"]), 403)
    with Server() as server:
        refused = check(ask(server, "/metrics", headers=["X-Forwarded-For: 127.0.0.1"]), 403)
        require(b"http_proxies" in refused.body, "a proxy that nobody named", refused.body)
    with Server(metrics_allow="192.0.2.1") as server:
        check(ask(server, "/metrics"), 403)


@story("a proxy that does not say for whom it asks makes nobody the machine itself; the token works all the same (bad input)")
def silent_proxy():
    token = "0123456789abcdef"
    with Server(http_proxies="127.0.0.1") as server:
        refused = check(ask(server, "/metrics"), 403)
        require(b"X-Forwarded-For" in refused.body and b"metrics_token" in refused.body, "the sentence", refused.body)
    with Server(http_proxies="127.0.0.1", metrics_token=token) as server:
        check(ask(server, "/metrics"), 401)
        families(server, headers=["Authorization: Bearer " + token])
    with Server() as server:
        check(ask(server, "/metrics", headers=["Forwarded: for=127.0.0.1"]), 403)
        families(server)


@story("metrics_token: RFC 6750 section 2.1; without or with another one 401, and the challenge of section 3")
def token():
    with Server(metrics_token=TOKEN, metrics_allow="192.0.2.1") as server:
        for header in ("Bearer " + TOKEN, "bearer  " + TOKEN):
            families(server, headers=["Authorization: " + header])
        families(server, headers=["Authorization: Bearer " + TOKEN, "X-Forwarded-For: 203.0.113.7"])
        for header in ("Bearer " + TOKEN[:-1], "Bearer " + TOKEN + "x", "Bearer", "Bearer ", TOKEN, "Basic " + TOKEN):
            refused = check(ask(server, "/metrics", headers=["Authorization: " + header]), 401, "www-authenticate: bearer realm=")
            require(TOKEN.encode() not in refused.body, "the token is told")
        check(ask(server, "/metrics"), 401)
        check(ask(server, "/metrics", "POST", headers=["Authorization: Bearer " + TOKEN]), 405)
        require(TOKEN not in server.log("websocket") + server.log(), "the token is in a log")


@story("options: a token that is short, and what is no address, are refused with a sentence")
def bad_options():
    for option, text, sentence in (("metrics_token", "secret", "too short"), ("metrics_allow", "everybody", "not an address")):
        server = Server()
        try:
            operations.refused(server, 78, option.upper(), sentence, **{option: text})
        finally:
            server.remove()


if __name__ == "__main__":
    main()
