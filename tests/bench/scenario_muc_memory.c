/* What it costs the server that a session is in a room: memory with so many sessions logged in, and again when all of them are in one
 * room, divided. They enter one after the other, so that it is the room that is seen and not a storm's queues. */
#include "bench.h"
#include "room.h"
#include "scenario.h"

struct muc_memory_run {
	struct room room;
	struct bench *bench;
};

static void muc_memory_stanza(struct client *client, const struct stanza *st)
{
	room_take(&((struct muc_memory_run *)client->ctx)->room, st);
}

static void muc_memory_failed(struct client *client, const char *reason)
{
	bench_count_failure(((struct muc_memory_run *)client->ctx)->bench, reason);
}

static const struct client_events muc_memory_events = { NULL, muc_memory_stanza, muc_memory_failed };

int scenario_muc_memory(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct muc_memory_run run = { .bench = bench };
	struct proc_memory before, after;

	fleet_init(bench, (unsigned)options->occupants, &muc_memory_events, &run);
	room_init(&run.room, bench);
	if (fleet_login(bench, true) < 0 || room_make(&run.room) < 0)
		return -1;
	loop_sleep(&bench->loop, options->settle_ms);
	before = proc_memory(&bench->server);
	if (room_enter(&run.room, 1) < 0)
		return -1;
	loop_sleep(&bench->loop, options->settle_ms);
	after = proc_memory(&bench->server);
	report_int(bench, "occupants", bench->client_count);
	report_number(bench, "kib_per_occupant", (double)(after.pss_bytes - before.pss_bytes) / 1024 / bench->client_count);
	report_int(bench, "base_kib", before.pss_bytes / 1024);
	fleet_close(bench);
	return bench->failures ? -1 : 0;
}
