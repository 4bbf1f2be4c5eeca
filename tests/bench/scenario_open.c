/* One-to-one chat as an open loop (pace.h). */
#include "base/mem.h"
#include "bench.h"
#include "pace.h"
#include "scenario.h"

struct open_run {
	struct bench *bench;
	struct flow *flows;
	struct pace pace;
	uint64_t received;
};

static void open_stanza(struct client *client, const struct stanza *st)
{
	struct open_run *run = client->ctx;
	int64_t sent_ns;

	if (!flow_receive(run->bench, run->flows, run->bench->client_count, st, &sent_ns))
		return;
	run->received++;
	pace_count(&run->pace, sent_ns);
}

static void open_failed(struct client *client, const char *reason)
{
	struct open_run *run = client->ctx;

	bench_count_failure(run->bench, reason);
}

static const struct client_events open_events = { NULL, open_stanza, open_failed };

/* Every sender in turn, first one of each pair, then the other. */
static void send_one(void *ctx)
{
	struct open_run *run = ctx;
	struct bench *bench = run->bench;
	unsigned pairs = bench->client_count / 2;
	unsigned number = (unsigned)(2 * (run->pace.next % pairs) + run->pace.next / pairs % 2);
	const struct client *to = &bench->clients[number ^ 1];

	flow_send(&run->flows[number], number, &bench->clients[number], bench->options->is_to_bare ? to->bare : to->jid,
		  bench->options->body_bytes, pace_due_ns(&run->pace, run->pace.next));
}

static bool open_step(void *ctx)
{
	struct open_run *run = ctx;

	return pace_send(&run->pace, send_one, run) && run->received >= run->pace.total;
}

int scenario_open(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct open_run run = { .bench = bench };

	fleet_init(bench, (unsigned)(2 * options->pairs), &open_events, &run);
	if (fleet_login(bench, true) < 0)
		return -1;
	loop_sleep(&bench->loop, 300);
	run.flows = nx_mem_array(bench->client_count, sizeof *run.flows);
	pace_begin(&run.pace, bench);
	pace_run(&run.pace, open_step, &run);
	report_int(bench, "pairs", options->pairs);
	report_int(bench, "rate", options->rate);
	report_rates(bench, "", run.pace.total - run.pace.warm_up, &run.pace.from, &run.pace.to);
	report_latency(bench, &run.pace.hist);
	report_flows(bench, run.flows, bench->client_count);
	for (unsigned i = 0; i < bench->client_count; i++)
		client_close(&bench->clients[i]);
	flow_free(run.flows, bench->client_count);
	return 0;
}
