/* One room, everybody in it, a few who speak: a closed loop. Each sender says the next thing when its last one has come back to it; what
 * everybody hears is counted. With --archive the room keeps what is said, so that nobody hears what is not on the disk. */
#include "bench.h"
#include "room.h"
#include "scenario.h"

#define DRAIN_MS 10000

struct muc_run {
	struct room room;
	struct bench *bench;
	uint64_t sent, heard, done;     /* done: heard while it was measured */
	struct hist hist;
	struct mark from, to;
	int64_t measure_from_ns, measure_to_ns;
	enum { MUC_ENTER, MUC_WARM_UP, MUC_MEASURE, MUC_DRAIN } phase;
};

static void say_next(struct muc_run *run, struct client *from)
{
	room_say(&run->room, from, run->bench->loop.now_ns);
	run->sent++;
}

static void muc_stanza(struct client *client, const struct stanza *st)
{
	struct muc_run *run = client->ctx;
	unsigned sender;
	int64_t sent_ns;

	if (!room_heard(st, &sender, &sent_ns)) {
		room_take(&run->room, st);
		return;
	}
	/* What a room that stays kept from an earlier run. */
	if (run->phase == MUC_ENTER)
		return;
	run->heard++;
	if (run->phase == MUC_MEASURE) {
		run->done++;
		hist_add(&run->hist, run->bench->loop.now_ns - sent_ns);
	}
	if (sender == client->number && run->phase != MUC_DRAIN)
		say_next(run, client);
}

static void muc_failed(struct client *client, const char *reason)
{
	bench_count_failure(((struct muc_run *)client->ctx)->bench, reason);
}

static const struct client_events muc_events = { NULL, muc_stanza, muc_failed };

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

	fleet_init(bench, (unsigned)options->occupants, &muc_events, &run);
	room_init(&run.room, bench, "bench");
	if (fleet_login(bench, true) < 0)
		return -1;
	from = bench_mark(bench);
	if (room_make(&run.room) < 0 || room_enter(&run.room, bench->client_count, (unsigned)options->concurrent) < 0)
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
