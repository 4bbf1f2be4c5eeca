/* A large room: everybody enters at once, then messages come at fixed times (pace.h). The latency of each delivery counts. */
#include "bench.h"
#include "pace.h"
#include "room.h"
#include "scenario.h"

struct muc_open_run {
	struct room room;
	struct bench *bench;
	struct pace pace;
	uint64_t heard;
	bool is_talking;
};

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
	pace_count(&run->pace, at_ns);
}

static void muc_open_failed(struct client *client, const char *reason)
{
	bench_count_failure(((struct muc_open_run *)client->ctx)->bench, reason);
}

static const struct client_events muc_open_events = { NULL, muc_open_stanza, muc_open_failed };

static void say_one(void *ctx)
{
	struct muc_open_run *run = ctx;
	struct bench *bench = run->bench;

	room_say(&run->room, &bench->clients[run->pace.next % bench->client_count], pace_due_ns(&run->pace, run->pace.next));
}

static bool muc_open_step(void *ctx)
{
	struct muc_open_run *run = ctx;

	return pace_send(&run->pace, say_one, run) && run->heard >= run->pace.total * run->bench->client_count;
}

int scenario_muc_open(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct muc_open_run run = { .bench = bench };
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
	pace_begin(&run.pace, bench);
	pace_run(&run.pace, muc_open_step, &run);
	report_int(bench, "occupants", bench->client_count);
	report_int(bench, "rate", options->rate);
	report_int(bench, "archive", options->is_archived);
	report_number(bench, "enter_ms", (double)(to.ns - from.ns) / NS_PER_MS);
	report_rates(bench, "enter_", bench->client_count, &from, &to);
	report_rates(bench, "", (run.pace.total - run.pace.warm_up) * bench->client_count, &run.pace.from, &run.pace.to);
	report_latency(bench, &run.pace.hist);
	report_int(bench, "lost", (int64_t)(run.pace.total * bench->client_count - run.heard));
	fleet_close(bench);
	return 0;
}
