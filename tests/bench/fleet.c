/* Many clients (bench.h): logs them in, a few at once, and waits until each has what was asked for. */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "bench.h"

#define LOGIN_TIMEOUT_MS 300000

/* A login of the fleet under way. Its clients belong to it until all are there: only then does the scenario hear of stanzas. */
struct wave {
	struct bench *bench;
	unsigned first, next, end, under_way;
	bool with_presence;
	void *ctx;                      /* the scenario's, for afterwards */
	const struct client_events *events;
};

static void left_early(struct client *client, const char *reason)
{
	struct wave *wave = client->ctx;

	bench_count_failure(wave->bench, reason);
}

/* Those who are there wait for the others. */
static const struct client_events waiting_events = { NULL, NULL, left_early };

static void wave_one_less(struct client *client)
{
	struct wave *wave = client->ctx;

	wave->under_way--;
	client->events = &waiting_events;
}

static void wave_ready(struct client *client)
{
	struct wave *wave = client->ctx;

	if (wave->with_presence)
		client_printf(client, CLIENT_ROSTER_AND_PRESENCE);
	else
		wave_one_less(client);
}

/* The roster has come: the presence behind it is on its way. */
static void wave_stanza(struct client *client, const struct stanza *st)
{
	if (stanza_is(st, "iq") && stanza_attr_is(st, "id", "roster"))
		wave_one_less(client);
}

static void wave_failed(struct client *client, const char *reason)
{
	struct wave *wave = client->ctx;

	bench_count_failure(wave->bench, reason);
	wave_one_less(client);
}

static const struct client_events wave_events = { wave_ready, wave_stanza, wave_failed };

static bool wave_step(void *ctx)
{
	struct wave *wave = ctx;
	struct bench *bench = wave->bench;
	unsigned users = (unsigned)bench->options->user_count;

	while (wave->next < wave->end && wave->under_way < bench->options->concurrent) {
		struct client *client = &bench->clients[wave->next];

		client->ctx = wave;
		client->events = &wave_events;
		wave->under_way++;
		if (client_start(client, wave->next, wave->next % users) < 0)
			wave_failed(client, "no connection could be opened");
		wave->next++;
	}
	return wave->next == wave->end && !wave->under_way;
}

static void give_back(const struct wave *wave)
{
	for (unsigned i = wave->first; i < wave->end; i++) {
		wave->bench->clients[i].ctx = wave->ctx;
		wave->bench->clients[i].events = wave->events;
	}
}

void fleet_init(struct bench *bench, unsigned count, const struct client_events *events, void *ctx)
{
	bench->clients = nx_mem_array(count, sizeof *bench->clients);
	bench->client_count = count;
	for (unsigned i = 0; i < count; i++) {
		bench->clients[i].shared = &bench->shared;
		bench->clients[i].events = events;
		bench->clients[i].ctx = ctx;
		bench->clients[i].conn.fd = -1;
	}
}

int fleet_login_some(struct bench *bench, unsigned first, unsigned count, bool with_presence)
{
	unsigned before = bench->failures;
	bool is_over;
	struct wave wave = {
		.bench = bench, .first = first, .next = first, .end = first + count, .with_presence = with_presence && !bench->options->is_relay,
		.ctx = bench->clients[first].ctx, .events = bench->clients[first].events,
	};

	is_over = loop_until(&bench->loop, wave_step, &wave, LOGIN_TIMEOUT_MS);
	give_back(&wave);
	if (!is_over) {
		fprintf(stderr, "loadgen: the logins did not come to an end\n");
		return -1;
	}
	if (bench->failures != before)
		fprintf(stderr, "loadgen: %u logins failed: %s\n", bench->failures - before, bench->first_failure);
	return bench->failures == before ? 0 : -1;
}

int fleet_login(struct bench *bench, bool with_presence)
{
	return fleet_login_some(bench, 0, bench->client_count, with_presence);
}

void fleet_close_some(struct bench *bench, unsigned first, unsigned count)
{
	for (unsigned i = first; i < first + count; i++)
		client_close(&bench->clients[i]);
}

void fleet_close(struct bench *bench)
{
	fleet_close_some(bench, 0, bench->client_count);
	for (unsigned i = 0; i < bench->client_count; i++)
		framer_done(&bench->clients[i].framer);
	nx_mem_free(bench->clients);
	bench->clients = NULL;
	bench->client_count = 0;
}
