/* Logins: so many slots, each connects, authenticates, binds, leaves and begins again. Before the measurement each account logs in
 * once, so that neither the generator's key derivation nor the server's first look at an account counts; with --cold both do.
 * With --roster a login goes on to where a client is useful: roster fetched, presence sent and come back (RFC 6121 section 4.2.2). */
#include "bench.h"
#include "scenario.h"

#define TIMEOUT_MS 600000

struct login_run {
	struct bench *bench;
	struct hist hist;
	unsigned total, begun, ended;
};

static void begin_next(struct login_run *run, struct client *client)
{
	struct bench *bench = run->bench;
	unsigned number = run->begun++;

	if (client_start(client, number, number % (unsigned)bench->options->user_count) < 0) {
		bench_count_failure(bench, "no connection could be opened");
		run->ended++;
	}
}

static void login_done(struct client *client)
{
	struct login_run *run = client->ctx;

	hist_add(&run->hist, run->bench->loop.now_ns - client->begun_ns);
	run->ended++;
	client_close(client);
}

static void login_ready(struct client *client)
{
	if (client->shared->options->is_with_roster)
		client_printf(client, CLIENT_ROSTER_AND_PRESENCE);
	else
		login_done(client);
}

/* Answers keep the order of the requests: behind the own presence nothing is missing. */
static void login_stanza(struct client *client, const struct stanza *st)
{
	if (stanza_is(st, "presence") && stanza_attr_is(st, "from", client->jid))
		login_done(client);
}

static void login_failed(struct client *client, const char *reason)
{
	struct login_run *run = client->ctx;

	bench_count_failure(run->bench, reason);
	run->ended++;
}

static const struct client_events login_events = { login_ready, login_stanza, login_failed };

/* Slots are filled here and not in the call-backs: a client is not begun again inside its own call-back. */
static bool login_step(void *ctx)
{
	struct login_run *run = ctx;
	struct bench *bench = run->bench;

	for (unsigned i = 0; i < bench->client_count && run->begun < run->total; i++) {
		if (bench->clients[i].state == CLIENT_CLOSED)
			begin_next(run, &bench->clients[i]);
	}
	return run->ended == run->total;
}

static int log_in_times(struct login_run *run, unsigned total)
{
	run->begun = run->ended = 0;
	run->total = total;
	return loop_until(&run->bench->loop, login_step, run, TIMEOUT_MS) ? 0 : -1;
}

int scenario_login(struct bench *bench)
{
	struct login_run run = { .bench = bench };
	struct mark from, to;

	fleet_init(bench, (unsigned)bench->options->concurrent, &login_events, &run);
	if (!bench->options->is_cold && log_in_times(&run, (unsigned)bench->options->user_count) < 0)
		return -1;
	run.hist = (struct hist){ 0 };
	from = bench_mark(bench);
	if (log_in_times(&run, (unsigned)bench->options->sessions) < 0)
		return -1;
	to = bench_mark(bench);
	report_int(bench, "concurrent", bench->options->concurrent);
	report_rates(bench, "", run.hist.count, &from, &to);
	report_latency(bench, &run.hist);
	return 0;
}
