/* A large room: everybody enters at once, then messages come at fixed times, whatever became of those before (an open loop). The
 * latency of each delivery counts from when the message was due. */
#include "bench.h"
#include "room.h"
#include "scenario.h"

#define DRAIN_MS 10000

struct muc_open_run {
	struct room room;
	struct bench *bench;
	struct hist hist;
	struct mark from, to;
	int64_t begin_ns;
	uint64_t total, warm_up, next, heard;
	bool is_talking, is_measuring;
};

static int64_t due_ns(const struct muc_open_run *run, uint64_t n)
{
	return run->begin_ns + (int64_t)(n * NS_PER_SEC / (uint64_t)run->bench->options->rate);
}

static void muc_open_stanza(struct client *client, const struct stanza *st)
{
	struct muc_open_run *run = client->ctx;
	unsigned sender;
	int64_t at_ns;

	if (!room_heard(st, &sender, &at_ns)) {
		room_take(&run->room, st);
		return;
	}
	if (!run->is_talking)
		return;
	run->heard++;
	if (at_ns >= due_ns(run, run->warm_up))
		hist_add(&run->hist, run->bench->loop.now_ns - at_ns);
}

static void muc_open_failed(struct client *client, const char *reason)
{
	bench_count_failure(((struct muc_open_run *)client->ctx)->bench, reason);
}

static const struct client_events muc_open_events = { NULL, muc_open_stanza, muc_open_failed };

static bool muc_open_step(void *ctx)
{
	struct muc_open_run *run = ctx;
	struct bench *bench = run->bench;
	int64_t now_ns = clock_ns();

	while (run->next < run->total && due_ns(run, run->next) <= now_ns) {
		if (run->next == run->warm_up) {
			run->from = bench_mark(bench);
			run->is_measuring = true;
		}
		room_say(&run->room, &bench->clients[run->next % bench->client_count], due_ns(run, run->next));
		run->next++;
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
	return run->heard >= run->total * bench->client_count;
}

int scenario_muc_open(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct muc_open_run run = {
		.bench = bench,
		.total = (uint64_t)(options->rate * (options->warm_up_ms + options->duration_ms) / 1000),
		.warm_up = (uint64_t)(options->rate * options->warm_up_ms / 1000),
	};
	struct mark from, to;

	fleet_init(bench, (unsigned)options->occupants, &muc_open_events, &run);
	room_init(&run.room, bench, "bench");
	if (fleet_login(bench, true) < 0)
		return -1;
	from = bench_mark(bench);
	if (room_make(&run.room) < 0 || room_enter(&run.room, bench->client_count, bench->client_count) < 0)
		return -1;
	to = bench_mark(bench);
	loop_sleep(&bench->loop, 300);
	run.is_talking = true;
	run.begin_ns = clock_ns();
	loop_until(&bench->loop, muc_open_step, &run, options->warm_up_ms + options->duration_ms + DRAIN_MS);
	report_int(bench, "occupants", bench->client_count);
	report_int(bench, "rate", options->rate);
	report_int(bench, "archive", options->is_archived);
	report_number(bench, "enter_ms", (double)(to.ns - from.ns) / NS_PER_MS);
	report_rates(bench, "enter_", bench->client_count, &from, &to);
	report_rates(bench, "", (run.total - run.warm_up) * bench->client_count, &run.from, &run.to);
	report_latency(bench, &run.hist);
	report_int(bench, "lost", (int64_t)(run.total * bench->client_count - run.heard));
	fleet_close(bench);
	return 0;
}
