/* One-to-one chat as a closed loop. Client 2p talks with client 2p+1; the even one begins with a window of messages, and whoever gets one
 * answers with one. Flow number = number of the sender. After the measurement nobody answers any more and what is under way has time to
 * arrive: what does not is lost. */
#include "base/mem.h"
#include "bench.h"
#include "scenario.h"

#define DRAIN_MS 10000

struct chat_run {
	struct bench *bench;
	struct flow *flows;
	struct hist hist;
	struct mark from, to;
	uint64_t done, under_way;
	int64_t measure_from_ns, measure_to_ns;
	enum { CHAT_WARM_UP, CHAT_MEASURE, CHAT_DRAIN } phase;
};

static void send_next(struct chat_run *run, struct client *from)
{
	const struct client *to = &run->bench->clients[from->number ^ 1];

	flow_send(&run->flows[from->number], from->number, from, run->bench->options->is_to_bare ? to->bare : to->jid,
		  run->bench->options->body_bytes, run->bench->loop.now_ns);
	run->under_way++;
}

static void chat_stanza(struct client *client, const struct stanza *st)
{
	struct chat_run *run = client->ctx;
	int64_t sent_ns;

	if (!flow_receive(run->bench, run->flows, run->bench->client_count, st, &sent_ns))
		return;
	run->under_way--;
	if (run->phase == CHAT_MEASURE) {
		run->done++;
		hist_add(&run->hist, run->bench->loop.now_ns - sent_ns);
	}
	if (run->phase != CHAT_DRAIN)
		send_next(run, client);
}

static void chat_failed(struct client *client, const char *reason)
{
	struct chat_run *run = client->ctx;

	bench_count_failure(run->bench, reason);
}

static const struct client_events chat_events = { NULL, chat_stanza, chat_failed };

static bool chat_step(void *ctx)
{
	struct chat_run *run = ctx;
	struct bench *bench = run->bench;

	if (run->phase == CHAT_WARM_UP && bench->loop.now_ns >= run->measure_from_ns) {
		run->phase = CHAT_MEASURE;
		run->from = bench_mark(bench);
	} else if (run->phase == CHAT_MEASURE && bench->loop.now_ns >= run->measure_to_ns) {
		run->phase = CHAT_DRAIN;
		run->to = bench_mark(bench);
	}
	return run->phase == CHAT_DRAIN && !run->under_way;
}

static void begin(struct chat_run *run)
{
	struct bench *bench = run->bench;

	bench->loop.now_ns = clock_ns();
	run->measure_from_ns = bench->loop.now_ns + bench->options->warm_up_ms * NS_PER_MS;
	run->measure_to_ns = run->measure_from_ns + bench->options->duration_ms * NS_PER_MS;
	for (unsigned i = 0; i < bench->client_count; i += 2) {
		for (int64_t j = 0; j < bench->options->window; j++)
			send_next(run, &bench->clients[i]);
	}
}

int scenario_chat(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct chat_run run = { .bench = bench };

	fleet_init(bench, (unsigned)(2 * options->pairs), &chat_events, &run);
	if (fleet_login(bench, true) < 0)
		return -1;
	loop_sleep(&bench->loop, 300);
	run.flows = nx_mem_array(bench->client_count, sizeof *run.flows);
	begin(&run);
	loop_until(&bench->loop, chat_step, &run, options->warm_up_ms + options->duration_ms + DRAIN_MS);
	report_int(bench, "pairs", options->pairs);
	report_int(bench, "window", options->window);
	report_rates(bench, "", run.done, &run.from, &run.to);
	report_latency(bench, &run.hist);
	report_flows(bench, run.flows, bench->client_count);
	for (unsigned i = 0; i < bench->client_count; i++)
		client_close(&bench->clients[i]);
	flow_free(run.flows, bench->client_count);
	return run.phase == CHAT_DRAIN ? 0 : -1;
}
