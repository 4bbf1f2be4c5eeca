/* Offline messages: senders write to users who are away, then the users come and fetch. Each sender sends a block, then asks the server
 * something: the answer comes behind the block (RFC 6120 section 10.1), so the block has been dealt with, and the next one goes out. What
 * "dealt with" is worth on disk is the server's promise: see doc/PERFORMANCE.md. Flow number = sender × receivers + receiver. */
#include <stdio.h>

#include "base/mem.h"
#include "bench.h"
#include "scenario.h"

#define BLOCK 100
#define STORE_TIMEOUT_MS 300000
#define SILENCE_MS 10000

struct offline_run {
	struct bench *bench;
	struct flow *flows;
	unsigned senders, receivers, flow_count;
	unsigned *sent_by;              /* messages of each sender so far */
	unsigned per_sender, finished;
	uint64_t received, total;
	int64_t heard_ns;
};

static void send_block(struct offline_run *run, struct client *client)
{
	unsigned sender = client->number, *sent = &run->sent_by[sender];

	if (*sent == run->per_sender) {
		run->finished++;
		return;
	}
	for (unsigned i = 0; i < BLOCK && *sent < run->per_sender; i++, (*sent)++) {
		unsigned receiver = (sender + *sent) % run->receivers;
		unsigned index = sender * run->receivers + receiver;
		char to[160];

		snprintf(to, sizeof to, "%s%u@%s", run->bench->options->prefix, run->senders + receiver,
			 run->bench->options->domain);
		flow_send(&run->flows[index], index, client, to, run->bench->options->body_bytes, run->bench->loop.now_ns);
	}
	client_printf(client, "<iq type='get' id='block' to='%s'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>",
		      run->bench->options->domain);
}

static void offline_stanza(struct client *client, const struct stanza *st)
{
	struct offline_run *run = client->ctx;
	int64_t sent_ns;

	if (stanza_is(st, "iq") && stanza_attr_is(st, "id", "block")) {
		send_block(run, client);
	} else if (flow_receive(run->bench, run->flows, run->flow_count, st, &sent_ns)) {
		run->received++;
		run->heard_ns = run->bench->loop.now_ns;
	}
}

static void offline_ready(struct client *client)
{
	client_printf(client, "<presence/>");
}

static void offline_failed(struct client *client, const char *reason)
{
	struct offline_run *run = client->ctx;

	bench_count_failure(run->bench, reason);
}

static const struct client_events offline_events = { offline_ready, offline_stanza, offline_failed };

static bool store_step(void *ctx)
{
	struct offline_run *run = ctx;

	return run->finished == run->senders || run->bench->failures;
}

static int store(struct offline_run *run)
{
	struct bench *bench = run->bench;
	struct mark from, to;

	from = bench_mark(bench);
	for (unsigned i = 0; i < run->senders; i++)
		send_block(run, &bench->clients[i]);
	if (!loop_until(&bench->loop, store_step, run, STORE_TIMEOUT_MS))
		return -1;
	to = bench_mark(bench);
	report_rates(bench, "store_", run->total, &from, &to);
	return bench->failures ? -1 : 0;
}

static bool fetch_step(void *ctx)
{
	struct offline_run *run = ctx;

	return run->received >= run->total || clock_ns() - run->heard_ns > SILENCE_MS * NS_PER_MS;
}

static int fetch(struct offline_run *run)
{
	struct bench *bench = run->bench;
	struct mark from = bench_mark(bench), to;

	for (unsigned i = run->senders; i < bench->client_count; i++) {
		if (client_start(&bench->clients[i], i, i) < 0)
			return -1;
	}
	run->heard_ns = clock_ns();
	if (!loop_until(&bench->loop, fetch_step, run, STORE_TIMEOUT_MS))
		return -1;
	to = bench_mark(bench);
	report_rates(bench, "fetch_", run->received, &from, &to);
	return 0;
}

int scenario_offline(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct offline_run run = {
		.bench = bench, .senders = (unsigned)options->senders, .receivers = (unsigned)options->receivers,
		.per_sender = (unsigned)(options->messages / options->senders),
	};
	int rc;

	if (options->senders + options->receivers > options->user_count) {
		fprintf(stderr, "loadgen: offline needs a user for each sender and receiver\n");
		return -1;
	}
	run.flow_count = run.senders * run.receivers;
	run.total = (uint64_t)run.per_sender * run.senders;
	fleet_init(bench, run.senders + run.receivers, &offline_events, &run);
	/* Everybody once, so that keys are derived and left-overs of earlier runs are gone. */
	if (fleet_login(bench, true) < 0)
		return -1;
	loop_sleep(&bench->loop, 1000);
	fleet_close_some(bench, run.senders, run.receivers);
	loop_sleep(&bench->loop, 1000);
	run.flows = nx_mem_array(run.flow_count, sizeof *run.flows);
	run.sent_by = nx_mem_array(run.senders, sizeof *run.sent_by);
	rc = store(&run) < 0 ? -1 : fetch(&run);
	/* Time for those that come twice. */
	loop_sleep(&bench->loop, 500);
	report_flows(bench, run.flows, run.flow_count);
	fleet_close_some(bench, 0, bench->client_count);
	flow_free(run.flows, run.flow_count);
	nx_mem_free(run.sent_by);
	return rc;
}
