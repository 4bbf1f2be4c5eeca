/* One room, everybody in it, a few who speak: a closed loop. Each sender says the next thing when its last one has come back to it; what
 * everybody hears is counted. With --archive the room keeps what is said, so that nobody hears what is not on the disk. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "scenario.h"

#define ENTER_TIMEOUT_MS 120000
#define ENTER_AT_ONCE 20
#define DRAIN_MS 10000

struct muc_run {
	struct bench *bench;
	unsigned entered, begun;        /* clients that are in the room, or on their way into it */
	bool is_made;
	uint64_t sent, heard, done;     /* done: heard while it was measured */
	struct hist hist;
	struct mark from, to;
	int64_t measure_from_ns, measure_to_ns;
	enum { MUC_ENTER, MUC_WARM_UP, MUC_MEASURE, MUC_DRAIN } phase;
	char padding[1024];
};

static void say_next(struct muc_run *run, struct client *from)
{
	client_printf(from, "<message to='bench@conference.%s' type='groupchat' id='m%u'><body>%08x %016llx %s</body></message>",
		      run->bench->options->domain, (unsigned)run->sent, from->number, (unsigned long long)run->bench->loop.now_ns,
		      run->padding);
	run->sent++;
}

static void take_message(struct muc_run *run, struct client *client, const struct stanza *st)
{
	unsigned long long sent_ns;
	unsigned sender;
	size_t len;
	const char *body = stanza_text(st, "body", &len);

	if (!body || len < 26 || sscanf(body, "%8x %16llx", &sender, &sent_ns) != 2)
		return;
	run->heard++;
	if (run->phase == MUC_MEASURE) {
		run->done++;
		hist_add(&run->hist, run->bench->loop.now_ns - (int64_t)sent_ns);
	}
	if (sender == client->number && run->phase != MUC_DRAIN)
		say_next(run, client);
}

static void muc_stanza(struct client *client, const struct stanza *st)
{
	struct muc_run *run = client->ctx;

	if (stanza_is(st, "message") && stanza_attr_is(st, "type", "groupchat"))
		take_message(run, client, st);
	else if (stanza_is(st, "presence") && stanza_has(st, "code='110'"))
		run->entered++;
	else if (stanza_is(st, "iq") && stanza_attr_is(st, "id", "make"))
		run->is_made = stanza_attr_is(st, "type", "result");
	else if (stanza_attr_is(st, "type", "error"))
		bench_count_failure(run->bench, "the server sent an error");
}

static void muc_failed(struct client *client, const char *reason)
{
	bench_count_failure(((struct muc_run *)client->ctx)->bench, reason);
}

static const struct client_events muc_events = { NULL, muc_stanza, muc_failed };

static void enter(struct muc_run *run)
{
	struct client *client = &run->bench->clients[run->begun++];

	client_printf(client, "<presence to='bench@conference.%s/o%u'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x>"
		      "</presence>", run->bench->options->domain, client->number);
}

static bool made_step(void *ctx)
{
	return ((struct muc_run *)ctx)->is_made;
}

/* The first one makes the room, as its owner wants it. */
static bool make(struct muc_run *run)
{
	bool is_kept = run->bench->options->is_archived;

	enter(run);
	client_printf(&run->bench->clients[0], "<iq type='set' id='make' to='bench@conference.%s'>"
		      "<query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>"
		      "<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>"
		      "<field var='muc#roomconfig_persistentroom'><value>%d</value></field></x></query></iq>",
		      run->bench->options->domain, is_kept);
	return loop_until(&run->bench->loop, made_step, run, ENTER_TIMEOUT_MS);
}

static bool enter_step(void *ctx)
{
	struct muc_run *run = ctx;

	while (run->begun < run->bench->client_count && run->begun - run->entered < ENTER_AT_ONCE)
		enter(run);
	return run->entered == run->bench->client_count;
}

static bool talk_step(void *ctx)
{
	struct muc_run *run = ctx;
	struct bench *bench = run->bench;

	if (run->phase == MUC_WARM_UP && bench->loop.now_ns >= run->measure_from_ns) {
		run->phase = MUC_MEASURE;
		run->from = bench_mark(bench);
	} else if (run->phase == MUC_MEASURE && bench->loop.now_ns >= run->measure_to_ns) {
		run->phase = MUC_DRAIN;
		run->to = bench_mark(bench);
	}
	return run->phase == MUC_DRAIN && run->heard == run->sent * bench->client_count;
}

static bool talk(struct muc_run *run)
{
	struct bench *bench = run->bench;
	const struct bench_options *options = bench->options;
	unsigned senders = options->senders < bench->client_count ? (unsigned)options->senders : bench->client_count;

	run->phase = MUC_WARM_UP;
	bench->loop.now_ns = clock_ns();
	run->measure_from_ns = bench->loop.now_ns + options->warm_up_ms * NS_PER_MS;
	run->measure_to_ns = run->measure_from_ns + options->duration_ms * NS_PER_MS;
	for (unsigned i = 0; i < senders; i++)
		say_next(run, &bench->clients[i]);
	return loop_until(&bench->loop, talk_step, run, options->warm_up_ms + options->duration_ms + DRAIN_MS);
}

int scenario_muc(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct muc_run run = { .bench = bench };
	struct mark from, to;
	bool is_whole;

	memset(run.padding, 'x', options->body_bytes < (int64_t)sizeof run.padding ? (size_t)options->body_bytes : sizeof run.padding - 1);
	fleet_init(bench, (unsigned)options->occupants, &muc_events, &run);
	if (fleet_login(bench, true) < 0)
		return -1;
	from = bench_mark(bench);
	if (!make(&run) || !loop_until(&bench->loop, enter_step, &run, ENTER_TIMEOUT_MS))
		return -1;
	to = bench_mark(bench);
	is_whole = talk(&run);
	report_int(bench, "occupants", bench->client_count);
	report_int(bench, "archive", options->is_archived);
	report_rates(bench, "enter_", bench->client_count, &from, &to);
	report_rates(bench, "", run.done, &run.from, &run.to);
	report_latency(bench, &run.hist);
	report_int(bench, "lost", (int64_t)(run.sent * bench->client_count - run.heard));
	fleet_close(bench);
	return is_whole ? 0 : -1;
}
