"""Abuse through the web port: sockets that come and go, bodies and files that are broken off, requests that are never answered."""
import contextlib
import random
import socket
import statistics
import threading
import time

from stage import SCALE, Process, abuse, require, scaled
from test_bosh import Client as Bosh, PING, Pending
from uploads import Uploader
from webraw import PING as PING_FRAME, Socket, Web, ask, frame

SOAK_SECS = 1200
# What the heap may grow by from the second quarter of that time to the last, without the pages of the database, which have a limit of
# their own. Shorter runs only warm up.
HEAP_GROWTH_KIB = 256
CACHES_KIB = 2 * 2048       # store_cache, of the writer and one reader
ENGINE_KIB = 2048           # statements, the schema, sorting
WORKERS = 6
NUMBERS = 1000000       # of uses, for each worker


def use_websocket(server, number):
    """Logs in, talks, and closes, or drops the connection in the middle of a frame."""
    web = Socket(server, is_tls=number % 3 > 0).login(server, "mallory", "w%d" % number) if number % 3 else Socket(server, False)
    with web:
        if number % 3:
            for turn in range(3):
                web.ping("p%d" % turn)
        if number % 2:
            web.send(frame(PING_FRAME, b"x" * 50)[:number % 40])


def use_bosh(server, number):
    """A session that terminates, is left alone with a request held, or breaks off in a body of 200 KiB."""
    client = Bosh(server).login("mallory", "b%d" % number)
    client.ask("<message xmlns='jabber:client' to='mallory@localhost/nobody'><body>%s</body></message>" % ("x" * 200000) + PING % "behind")
    if number % 3 == 0:
        client.ask(type="terminate")
    elif number % 3 == 1:
        client.post().drop()
    else:
        Pending(server, client.text("x" * 200000)[:100000], True).drop()


def use_pages(server, number):
    """Asks for several things on one connection, and does not read the last."""
    with Web(server, is_tls=bool(number % 2)) as web:
        for path in ("/", "/health", "/nothing", "/.well-known/host-meta"):
            web.request(path)
            require(web.answer() is not None, "no answer")
        web.request("/", "POST", ["Content-Length: 100000"])
        web.send(b"x" * (number % 100000))


def uploader(worker):
    """One for each: few files of one account may be coming in at once."""
    return "mallory%d" % worker


def use_uploads(server, number):
    """Files that go up and come down again, and one that breaks off on its way up or down. Few are different: the disk stays as it is."""
    data = b"%d." % (number % 50) * (1 + number % 50 * 1000)
    with Uploader(server, uploader(number // NUMBERS)) as somebody:
        slots = [somebody.slot(len(data)) for _ in range(2)]
    with Web(server, is_tls=bool(number % 2)) as web:
        web.request(slots[0].path, "PUT", [slots[0].header, "Content-Length: %d" % len(data)])
        web.send(data)
        require(web.answer().status == 201, "it was not stored")
        for wanted, extra in ((data, []), (data[-5:], ["Range: bytes=-5"])):
            web.request(slots[0].path, headers=extra)
            require(web.answer().body == wanted, "another file")
        if number % 3:
            web.request(slots[1].path, "PUT", [slots[1].header, "Content-Length: %d" % len(data)])
            web.send(data[:number % len(data)])
        else:
            web.request(slots[0].path)


def use_nothing(server, number):
    """Half a handshake, half a request, or nothing at all."""
    with socket.create_connection(("127.0.0.1", server.https_port if number % 2 else server.http_port), 10) as sock:
        sock.sendall(b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n"[:number % 60])


USES = (use_websocket, use_bosh, use_pages, use_uploads, use_nothing)


def use_all(server):
    """The first upload makes the process 9 MB larger: libmagic maps its data."""
    server.add_accounts(*[uploader(worker) for worker in range(WORKERS)])
    for use in USES:
        for number in range(6):
            use(server, number)


def soak(server, worker, end, counts, failures):
    chance = random.Random(worker)
    use = USES[worker % len(USES)]      # so that in a short time, too, each has its turn
    while time.monotonic() < end:
        try:
            use(server, worker * NUMBERS + chance.randrange(NUMBERS))
            counts[use.__name__] = counts.get(use.__name__, 0) + 1
        except Exception as error:      # noqa: told at the end
            failures.append("%s: %r" % (use.__name__, error))
        use = USES[chance.randrange(len(USES))]
        time.sleep(0.02)


def ask_health(server, end, times):
    """How long /health takes meanwhile, in milliseconds."""
    with Web(server) as web:
        while time.monotonic() < end:
            began = time.monotonic()
            web.request("/health/live")
            require(web.answer().status == 200, "the server is not well")
            times.append(1000 * (time.monotonic() - began))
            time.sleep(0.05)


class Memory:
    """What the server takes, in KiB, each second."""

    def __init__(self, server):
        self.server, self.process = server, Process(server.process.pid)
        self.resident, self.heap, self.engine = [], [], []

    def watch(self, end):
        while time.monotonic() < end:
            told = dict(line.split(" ", 1) for line in ask(self.server, "/metrics").body.decode().splitlines())
            heap, engine = (float(told[name]) / 1024 for name in ("nexa_heap_used_bytes", "nexa_store_memory_bytes"))
            self.resident.append(self.process.kib("VmRSS"))
            self.heap.append(heap - engine)
            self.engine.append(engine)
            time.sleep(1)

    @staticmethod
    def quarters(series):
        """Medians: what is under way comes and goes."""
        size = len(series) // 4
        return [statistics.median(series[i * size:(i + 1) * size]) for i in range(4)]

    def check(self):
        require(max(self.engine) <= CACHES_KIB + ENGINE_KIB, "the database engine takes more than its caches", max(self.engine))
        quarters = self.quarters(self.heap)
        require(SCALE < 1 or quarters[3] - quarters[1] <= HEAP_GROWTH_KIB, "the heap grows, KiB in each quarter of the time", quarters)

    def __str__(self):
        return "MiB in each quarter: resident %s, heap without the database's pages %s, those %s" % tuple(
            " ".join("%.1f" % (kib / 1024) for kib in self.quarters(series)) for series in (self.resident, self.heap, self.engine))


def share_of(times, part):
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


@abuse("a soak: sockets, BOSH sessions, uploads and pages that come, go and break off", kept_kib=12 * 1024, warm_up=use_all, limits="off",
       bosh_inactivity="5", http_timeout="5", bosh_wait="5", max_resources="1000", upload_quota="1000G", upload_quota_day="1000G")
def soak_web(stage):
    secs = max(8, SOAK_SECS * SCALE)
    end, counts, failures, times, memory = time.monotonic() + secs, {}, [], [], Memory(stage.server)
    threads = [threading.Thread(target=soak, args=(stage.server, worker, end, counts, failures)) for worker in range(WORKERS)]
    threads.append(threading.Thread(target=ask_health, args=(stage.server, end, times)))
    for thread in threads:
        thread.start()
    memory.watch(end)
    for thread in threads:
        thread.join()
    require(not failures, "%d of %d failed" % (len(failures), sum(counts.values())), failures[:3])
    require(len(counts) == len(USES) and len(times) > secs, "somebody did nothing", counts, len(times))
    memory.check()
    return "%.0f s: %s; /health/live p50 %.1f, p99 %.1f, max %.0f ms; %s" % (
        secs, ", ".join("%s %d" % pair for pair in sorted(counts.items())), share_of(times, 0.5), share_of(times, 0.99), max(times), memory)


@abuse("5 000 WebSockets that shake hands and say nothing", kept_kib=40 * 1024, limits="off", unauthenticated_per_address="100000",
       login_timeout="1h")
def idle_sockets(stage):
    process = Process(stage.server.process.pid)
    count = scaled(5000, 20)
    before, sockets = process.kib("VmRSS"), []
    with contextlib.ExitStack() as all_of_them:
        for _ in range(count):
            sockets.append(all_of_them.enter_context(Socket(stage.server, is_tls=False)))
            require(sockets[-1].shaken.status == 101, "no handshake")
        each = (process.kib("VmRSS") - before) / count
        cpu_secs = process.cpu_secs()
        time.sleep(1 if SCALE < 0.1 else 30)
        cpu_secs = process.cpu_secs() - cpu_secs
        began = time.monotonic()
        require(ask(stage.server, "/health/live").status == 200, "the server is not well")
        return "%d open, %.1f KiB each, %.2f CPU s while they are idle; /health/live in %.1f ms" % (
            count, each, cpu_secs, 1000 * (time.monotonic() - began))
