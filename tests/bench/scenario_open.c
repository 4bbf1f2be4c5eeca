/* One-to-one chat as an open loop: message n is due at n / rate, whatever became of those before it, and its latency counts from when it
 * was due. So a server that stands still for a moment is seen to (a closed loop would just wait with it). */
#include "base/mem.h"
#include "bench.h"
#include "scenario.h"

#define DRAIN_MS 10000

struct open_run {
	struct bench *bench;
	struct flow *flows;
	struct hist hist;
	struct mark from, to;
	int64_t begin_ns;
	uint64_t total, warm_up, next, received;
	bool is_measuring;
};

static int64_t due_ns(const struct open_run *run, uint64_t n)
{
	return run->begin_ns + (int64_t)(n * NS_PER_SEC / (uint64_t)run->bench->options->rate);
}

static void open_stanza(struct client *client, const struct stanza *st)
{
	struct open_run *run = client->ctx;
	int64_t sent_ns;

	if (!flow_receive(run->bench, run->flows, run->bench->client_count, st, &sent_ns))
		return;
	run->received++;
	if (sent_ns >= due_ns(run, run->warm_up))
		hist_add(&run->hist, run->bench->loop.now_ns - sent_ns);
}

static void open_failed(struct client *client, const char *reason)
{
	struct open_run *run = client->ctx;

	bench_count_failure(run->bench, reason);
}

static const struct client_events open_events = { NULL, open_stanza, open_failed };

/* Every sender in turn, first one of each pair, then the other. */
static void send_one(struct open_run *run)
{
	struct bench *bench = run->bench;
	unsigned pairs = bench->client_count / 2;
	unsigned number = (unsigned)(2 * (run->next % pairs) + run->next / pairs % 2);
	const struct client *to = &bench->clients[number ^ 1];

	flow_send(&run->flows[number], number, &bench->clients[number], bench->options->is_to_bare ? to->bare : to->jid,
		  bench->options->body_bytes, due_ns(run, run->next));
	run->next++;
}

static bool open_step(void *ctx)
{
	struct open_run *run = ctx;
	struct bench *bench = run->bench;
	int64_t now_ns = clock_ns();

	while (run->next < run->total && due_ns(run, run->next) <= now_ns) {
		if (run->next == run->warm_up) {
			run->from = bench_mark(bench);
			run->is_measuring = true;
		}
		send_one(run);
	}
	if (run->next < run->total) {
		bench->loop.wake_ns = due_ns(run, run->next);
		return false;
	}
	bench->loop.wake_ns = 0;
	if (run->is_measuring) {
		run->to = bench_mark(bench);
		run->is_measuring = false;
	}
	return run->received >= run->total;
}

int scenario_open(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct open_run run = {
		.bench = bench,
		.total = (uint64_t)(options->rate * (options->warm_up_ms + options->duration_ms) / 1000),
		.warm_up = (uint64_t)(options->rate * options->warm_up_ms / 1000),
	};

	fleet_init(bench, (unsigned)(2 * options->pairs), &open_events, &run);
	if (fleet_login(bench, true) < 0)
		return -1;
	loop_sleep(&bench->loop, 300);
	run.flows = nx_mem_array(bench->client_count, sizeof *run.flows);
	run.begin_ns = clock_ns();
	loop_until(&bench->loop, open_step, &run, options->warm_up_ms + options->duration_ms + DRAIN_MS);
	report_int(bench, "pairs", options->pairs);
	report_int(bench, "rate", options->rate);
	report_rates(bench, "", run.total - run.warm_up, &run.from, &run.to);
	report_latency(bench, &run.hist);
	report_flows(bench, run.flows, bench->client_count);
	for (unsigned i = 0; i < bench->client_count; i++)
		client_close(&bench->clients[i]);
	flow_free(run.flows, bench->client_count);
	return 0;
}
