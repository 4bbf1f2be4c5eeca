"""The aims: what nexad is to reach beside the best peer, beside the bare relay, or in absolute figures, and whether it did.

An aim is (measure, figure, whom to compare with, factor). The figure carries its direction, as in run: with "+" nexad has to have at least
factor times as much, with "-" at most factor times as much; ABSOLUTE: at least or at most so much."""
import statistics

PEERS = ("prosody", "ejabberd", "jabberd2")
RELAY = ("relay",)
ABSOLUTE = ()

AIMS = [
    ("chat, window 10", "+per_cpu_sec", PEERS, 6),
    ("chat, window 1", "+per_cpu_sec", PEERS, 4.5),
    ("chat, window 1", "+per_cpu_sec", RELAY, 0.65),
    ("chat over TLS, window 10", "+per_cpu_sec", PEERS, 5),
    ("chat over TLS, window 1", "+per_cpu_sec", PEERS, 4),
    ("chat, window 10", "+per_wall_sec", PEERS, 2.5),
    ("chat, window 1", "+per_wall_sec", PEERS, 2.5),
    ("chat over TLS, window 10", "+per_wall_sec", PEERS, 2.5),
    ("chat over TLS, window 1", "+per_wall_sec", PEERS, 2.5),
    ("chat, open loop, 500/s", "-p50_ms", RELAY, 1.5),
    ("chat, open loop, 500/s", "-p99_ms", PEERS, 1),
    ("idle, 1000 sessions", "-kib_per_session", ABSOLUTE, 4),
    ("idle, 10000 sessions", "-kib_per_session", ABSOLUTE, 4),
    ("idle, 1000 sessions over TLS", "-kib_per_session", ABSOLUTE, 20),
    ("idle, 10000 sessions over TLS", "-kib_per_session", ABSOLUTE, 20),
    ("login, SCRAM-SHA-1", "+per_cpu_sec", PEERS, 4),
    ("login, SCRAM-SHA-256", "+per_cpu_sec", PEERS, 4),
    ("login, SCRAM-SHA-1 over TLS", "+per_cpu_sec", PEERS, 3),
    ("presence storm, 500 users, 20 contacts", "+per_cpu_sec", PEERS, 5),
    ("offline", "+store_per_wall_sec", PEERS, 2),
    ("room of 50, 5 speak", "+per_cpu_sec", PEERS, 6),
    ("room of 200, 5 speak", "+per_cpu_sec", PEERS, 6),
    ("room of 50 with archive, 5 speak", "+per_cpu_sec", PEERS, 4),
    ("room of 200 with archive, 5 speak", "+per_cpu_sec", PEERS, 4),
    ("room of 1000, 100 messages/s", "-p99_ms", ABSOLUTE, 100),
    ("room of 1000, 100 messages/s", "-server_cores", ABSOLUTE, 1),
    ("room of 1000, memory", "-kib_per_occupant", ABSOLUTE, 1),
    ("start, empty database", "-start_ms", ABSOLUTE, 100),
    ("start to HTTP, empty database", "-start_ms", ABSOLUTE, 100),
    ("/health, 5000 messages/s", "-p99_ms", ABSOLUTE, 5),
    ("page of 50 from 1000000", "-server_ms", ABSOLUTE, 2),
    ("page of 50 from 1000000", "-p50_ms", ABSOLUTE, 2),
    ("start, 100000 accounts", "-start_ms", ABSOLUTE, 300),
    ("login, 1000 contacts among 100000 accounts", "-server_ms", ABSOLUTE, 50),
]


def short(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def medians(runs_of, figure):
    """runs_of: server → list of results. The median of each server that has the figure."""
    values = {name: [run[figure[1:]] for run in runs if figure[1:] in run] for name, runs in runs_of.items()}
    return {name: statistics.median(list_) for name, list_ in values.items() if list_}


def judge(aim, runs_of):
    """The cells of a row, or None when nothing was measured that could tell."""
    measure, figure, whom, factor = aim
    of = medians(runs_of, figure)
    others = [of[name] for name in whom if name in of]
    if "nexad" not in of or (whom and not others):
        return None
    is_more_better = figure[0] == "+"
    limit = "at least" if is_more_better else "at most"
    reached = of["nexad"]
    aimed = f"{limit} {short(factor)}"
    if whom:
        other = (max if is_more_better else min)(others)
        reached = reached / other if other > 0 else 0
        aimed = f"{limit} ×{short(factor)} of {'the relay' if whom == RELAY else 'the best peer'}"
    is_met = reached >= factor if is_more_better else reached <= factor
    return [measure, figure[1:], aimed, ("×" if whom else "") + short(reached), "met" if is_met else "**not met**"]


def print_aims(results):
    """results: measure → server → list of results."""
    rows = [judge(aim, results[aim[0]]) for aim in AIMS if aim[0] in results]
    print("\n### Aims\n\n| measure | figure | aim | reached | |\n|---|---|---|---|---|")
    for row in rows:
        if row:
            print("| " + " | ".join(row) + " |")
