#!/usr/bin/python3
"""The abuse list in small (doc/ABUSE.md): every abuse of abuse_*.py, each with a server and a well-behaved pair of its own. Times are
printed and never checked; tests/abuse/run plays the list at full size."""
import stage
import harness
import abuse_flood      # noqa: F401 (each fills stage.ABUSES)
import abuse_hostile    # noqa: F401
import abuse_login      # noqa: F401
import abuse_web        # noqa: F401
import abuse_xml        # noqa: F401


def show(row):
    harness.comment("%s. pair: p50 %.1f p99 %.1f max %.1f ms, %d messages; memory %d, %d, %d kB; %.2f CPU s of %.1f s; log %d kB" % (
        row["outcome"], row["p50_ms"], row["p99_ms"], row["max_ms"], row["sent"], row["before_kib"], row["peak_kib"],
        row["after_kib"], row["cpu_secs"], row["secs"], row["log_kib"]))


for title, options, function in stage.ABUSES:
    @harness.story(title)
    def play(title=title, options=options, function=function):
        show(stage.Stage(title, options, function).play())

if __name__ == "__main__":
    harness.main()
