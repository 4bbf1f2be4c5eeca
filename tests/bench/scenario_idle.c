/* Idle sessions: memory of the server before and after so many logins with roster and presence, divided. A first small fleet comes and
 * goes before, so that what a server allocates once does not count as a session's. */
#include "bench.h"
#include "scenario.h"

#define FIRST_FLEET 50

static void idle_failed(struct client *client, const char *reason)
{
	bench_count_failure(client->ctx, reason);
}

static const struct client_events idle_events = { NULL, NULL, idle_failed };

int scenario_idle(struct bench *bench)
{
	unsigned count = (unsigned)bench->options->sessions;
	unsigned first = count < FIRST_FLEET ? count : FIRST_FLEET;
	struct proc_memory before, after;
	struct mark from, to;

	fleet_init(bench, count, &idle_events, bench);
	if (fleet_login_some(bench, 0, first, true) < 0)
		return -1;
	loop_sleep(&bench->loop, 500);
	fleet_close_some(bench, 0, first);
	loop_sleep(&bench->loop, bench->options->settle_ms);
	before = proc_memory(&bench->server);
	from = bench_mark(bench);
	if (fleet_login(bench, true) < 0)
		return -1;
	to = bench_mark(bench);
	loop_sleep(&bench->loop, bench->options->settle_ms);
	after = proc_memory(&bench->server);
	report_int(bench, "sessions", count);
	report_rates(bench, "login_", count, &from, &to);
	report_number(bench, "kib_per_session", (double)(after.pss_bytes - before.pss_bytes) / 1024 / count);
	report_number(bench, "rss_kib_per_session", (double)(after.rss_bytes - before.rss_bytes) / 1024 / count);
	report_int(bench, "base_kib", before.pss_bytes / 1024);
	return bench->failures ? -1 : 0;
}
