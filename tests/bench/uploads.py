"""Uploads of 5 MB files by many clients while two people chat: how much goes through, how long the chat takes meanwhile, what the server uses.
Stands alone: NEXA_BUILD_DIR=build python3 tests/bench/uploads.py [CLIENTS [SECONDS]]."""
import http.client
import multiprocessing
import os
import ssl
import statistics
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../e2e"))

from harness import Server              # noqa: E402 (found through the line above)
from operations import Wire             # noqa: E402
from uploads import Uploader            # noqa: E402

FILE_BYTES = 5 * 1024 * 1024
CHAT_PAUSE_SECS = 0.01
NO_QUOTA = {"upload_quota": "1000G", "upload_quota_day": "1000G", "upload_at_once": "1000", "unauthenticated_per_address": "1000"}


def upload_for(server, number, end, counts):
    """One client: slot, file, slot, file."""
    context = ssl.create_default_context(cafile=server.ca)
    body = os.urandom(FILE_BYTES)
    with Uploader(server, "user%d" % number) as uploader:
        web = http.client.HTTPSConnection(server.host, server.https_port, context=context)
        while time.time() < end:
            slot = uploader.slot(FILE_BYTES)
            name, _, value = slot.header.partition(": ")
            body = os.urandom(4096) + body[4096:]
            web.request("PUT", slot.path, body, {name: value})
            answer = web.getresponse()
            answer.read()
            assert answer.status == 201, answer.status
            counts.append(1)


def uploaders(server, numbers, secs, result):
    end, counts = time.time() + secs, []
    threads = [threading.Thread(target=upload_for, args=(server, number, end, counts)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    result.put(len(counts))


def chat(server, secs, result):
    """Milliseconds from one to the other, message by message."""
    times = []
    with Wire(server, "direct").login("romeo") as romeo, Wire(server, "direct").login("juliet") as juliet:
        juliet.send("<presence/>")
        juliet.ping()
        end = time.time() + secs
        while time.time() < end:
            began = time.monotonic()
            romeo.send("<message to='juliet@localhost' type='chat'><body>word %f</body></message>" % began)
            juliet.expect("word %f<" % began)
            times.append(1000 * (time.monotonic() - began))
            time.sleep(CHAT_PAUSE_SECS)
    result.put(times)


def cpu_secs(server):
    with open("/proc/%d/stat" % server.process.pid, encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(what, times):
    times = sorted(times)
    print("%s: %d messages, p50 %.2f ms, p99 %.2f ms, max %.1f ms" %
          (what, len(times), statistics.median(times), times[int(len(times) * 0.99)], times[-1]))


def main():
    clients, secs = (int(word) for word in (sys.argv[1:] + ["20", "20"][len(sys.argv) - 1:]))
    result, sent = multiprocessing.Queue(), multiprocessing.Queue()
    with Server(**NO_QUOTA) as server:
        server.add_accounts("romeo", "juliet", *["user%d" % number for number in range(clients)])
        chat(server, 5, result)
        show("chat alone", result.get())
        before, cpu, began = server.rss_kib(), cpu_secs(server), time.time()
        people = [multiprocessing.Process(target=uploaders, args=(server, range(part, clients, 2), secs, sent)) for part in (0, 1)]
        people.append(multiprocessing.Process(target=chat, args=(server, secs, result)))
        for process in people:
            process.start()
        seen = []
        while any(process.is_alive() for process in people[:2]):
            seen.append(server.rss_kib())
            time.sleep(0.5)
        show("chat meanwhile", result.get())
        files, took = sent.get() + sent.get(), time.time() - began
        print("%d clients: %d files in %.1f s, %.1f MB/s, server CPU %.2f s" %
              (clients, files, took, files * FILE_BYTES / 1e6 / took, cpu_secs(server) - cpu))
        thirds = [seen[len(seen) * part // 3:len(seen) * (part + 1) // 3] for part in range(3)]
        print("memory before %d kB, largest in each third of the time %s kB, afterwards %d kB" %
              (before, [max(third, default=0) for third in thirds], server.rss_kib()))


if __name__ == "__main__":
    main()
