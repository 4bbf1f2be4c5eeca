"""How long GET /health takes while people chat: at fixed times, 5 000 messages a second, and as fast as one core goes. nexad alone. The one who
asks keeps a connection, asks a hundred times a second, and does nothing else."""
import http.client
import os
import statistics
import subprocess
import time

import servers

SECS = 10
EVERY_SECS = 0.01
FIGURES = ["-p50_ms", "-p99_ms", "-max_ms"]


class ChattyNexad(servers.Nexad):
    name, port, tls_port, http_port, https_port = "nexad-health", 6272, 6273, 6284, 6285


def ask_while(load, port):
    """Milliseconds of each answer until the load has ended."""
    times = []
    web = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while load.poll() is None:
        began = time.monotonic()
        web.request("GET", "/health")
        answer = web.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"/health answers {answer.status}")
        times.append(1000 * (time.monotonic() - began))
        time.sleep(EVERY_SECS)
    web.close()
    return times


def time_health(options, scenario):
    server = ChattyNexad(options.state, options, "SHA-1")
    server.start()
    try:
        load = subprocess.Popen([os.path.join(options.bench, "loadgen")] + scenario +
                                ["--port", str(server.port), "--users", f"user/200/{servers.PASSWORD}", "--duration-ms", str(1000 * SECS)],
                                stdout=subprocess.DEVNULL)
        times = ask_while(load, server.http_port)
        if load.returncode != 0:
            raise RuntimeError("the load generator failed")
    finally:
        server.stop()
    cuts = statistics.quantiles(times, n=100)
    return {"p50_ms": cuts[49], "p99_ms": cuts[98], "max_ms": max(times)}


MEASURES = [
    ("/health, 5000 messages/s", lambda options: time_health(options, ["open", "--rate", "5000"]), FIGURES),
    ("/health, chat, window 1", lambda options: time_health(options, ["chat"]), FIGURES),
]
