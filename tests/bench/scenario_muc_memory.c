/* What it costs the server that a session is in a room: memory when all are in one room, and again when all are in a second one too,
 * divided. So what a server allocates once does not count, such as the buffers for a message to everybody. They enter one after the
 * other, so that it is the room that is seen and not a storm's queues. */
#include "bench.h"
#include "room.h"
#include "scenario.h"

struct muc_memory_run {
	struct room rooms[2], *room;    /* room: which one is being entered */
	struct bench *bench;
};

static void muc_memory_stanza(struct client *client, const struct stanza *st)
{
	room_take(((struct muc_memory_run *)client->ctx)->room, st);
}

static void muc_memory_failed(struct client *client, const char *reason)
{
	bench_count_failure(((struct muc_memory_run *)client->ctx)->bench, reason);
}

static const struct client_events muc_memory_events = { NULL, muc_memory_stanza, muc_memory_failed };

static int enter(struct muc_memory_run *run, struct room *room, const char *name)
{
	struct bench *bench = run->bench;

	run->room = room;
	room_init(room, bench, name);
	if (room_make(room) < 0 || room_enter(room, bench->client_count, 1) < 0)
		return -1;
	loop_sleep(&bench->loop, bench->options->settle_ms);
	return 0;
}

int scenario_muc_memory(struct bench *bench)
{
	struct muc_memory_run run = { .bench = bench };
	struct proc_memory before, after;

	fleet_init(bench, (unsigned)bench->options->occupants, &muc_memory_events, &run);
	if (fleet_login(bench, true) < 0 || enter(&run, &run.rooms[0], "crowd") < 0)
		return -1;
	before = proc_memory(&bench->server);
	if (enter(&run, &run.rooms[1], "bench") < 0)
		return -1;
	after = proc_memory(&bench->server);
	report_int(bench, "occupants", bench->client_count);
	report_number(bench, "kib_per_occupant", (double)(after.pss_bytes - before.pss_bytes) / 1024 / bench->client_count);
	report_int(bench, "base_kib", before.pss_bytes / 1024);
	fleet_close(bench);
	return bench->failures ? -1 : 0;
}
