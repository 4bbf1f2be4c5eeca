/* Presence storm: users in a ring, each with the contacts/2 before and after as contacts. Everybody changes the status at once; when
 * every contact has heard of it, the next round begins. The rosters are made by the clients themselves, once: a database that has them
 * already is left alone. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "scenario.h"

#define MAKE_TIMEOUT_MS 600000
#define ROUND_TIMEOUT_MS 60000
/* Pairs that make friends at once: a bounded stream of roster writes. */
#define FRIENDS_AT_ONCE 64

struct presence_run {
	struct bench *bench;
	unsigned users, half;
	uint64_t links, next_link, made;        /* a link: user i and one of the half users behind it */
	bool are_rosters_there;
	unsigned answers;
	unsigned round;
	uint64_t heard, done;
	bool is_measuring;
	char status[32];
};

static struct client *neighbour(struct presence_run *run, unsigned user, unsigned distance)
{
	return &run->bench->clients[(user + distance) % run->users];
}

static unsigned count_both(const struct stanza *st)
{
	const char *at = st->data, *end = st->data + st->len;
	unsigned count = 0;

	while ((at = memmem(at, (size_t)(end - at), "subscription=", 13)) && end - at > 18) {
		count += !memcmp(at + 14, "both", 4);
		at += 13;
	}
	return count;
}

/* RFC 6121 section 3.1: the one asked agrees and asks back, the one who asked agrees too. */
static void on_subscription(struct presence_run *run, struct client *client, const struct stanza *st)
{
	size_t len;
	const char *from = stanza_attr(st, "from", &len);

	if (!from)
		return;
	if (stanza_attr_is(st, "type", "subscribe")) {
		client_printf(client, "<presence to='%.*s' type='subscribed'/>", (int)len, from);
		/* Whoever has the ring's smaller distance to the asker asked first; he gets the question back. */
		unsigned asker = 0;

		for (unsigned d = 1; d <= run->half && !asker; d++) {
			const struct client *before = neighbour(run, client->number, run->users - d);

			asker = strlen(before->bare) == len && !memcmp(before->bare, from, len) ? d : 0;
		}
		if (asker)
			client_printf(client, "<presence to='%.*s' type='subscribe'/>", (int)len, from);
		else
			run->made++;
	}
}

static void presence_stanza(struct client *client, const struct stanza *st)
{
	struct presence_run *run = client->ctx;

	if (stanza_is(st, "iq") && stanza_attr_is(st, "id", "have")) {
		run->answers++;
		if (count_both(st) != 2 * run->half)
			run->are_rosters_there = false;
	} else if (!stanza_is(st, "presence")) {
		return;
	} else if (stanza_attr_is(st, "type", "subscribe")) {
		on_subscription(run, client, st);
	} else if (run->round && stanza_has(st, run->status)) {
		size_t len, own = strlen(client->bare);
		const char *from = stanza_attr(st, "from", &len);

		/* One's own presence comes back as well (RFC 6121 section 4.4.2); that is no delivery to a contact. */
		if (from && (len < own || memcmp(from, client->bare, own) || from[own] != '/'))
			run->heard++;
	}
}

static void presence_failed(struct client *client, const char *reason)
{
	struct presence_run *run = client->ctx;

	bench_count_failure(run->bench, reason);
}

static const struct client_events presence_events = { NULL, presence_stanza, presence_failed };

static bool answers_step(void *ctx)
{
	struct presence_run *run = ctx;

	return run->answers == run->users;
}

static bool have_rosters(struct presence_run *run)
{
	run->answers = 0;
	run->are_rosters_there = true;
	for (unsigned i = 0; i < run->users; i++)
		client_printf(&run->bench->clients[i], "<iq type='get' id='have'><query xmlns='jabber:iq:roster'/></iq>");
	return loop_until(&run->bench->loop, answers_step, run, ROUND_TIMEOUT_MS) && run->are_rosters_there;
}

static bool make_step(void *ctx)
{
	struct presence_run *run = ctx;

	while (run->next_link < run->links && run->next_link - run->made < FRIENDS_AT_ONCE) {
		unsigned user = (unsigned)(run->next_link % run->users);
		unsigned distance = (unsigned)(run->next_link / run->users) + 1;

		client_printf(&run->bench->clients[user], "<presence to='%s' type='subscribe'/>",
			      neighbour(run, user, distance)->bare);
		run->next_link++;
	}
	return run->made >= run->links;
}

static int make_rosters(struct presence_run *run)
{
	if (have_rosters(run))
		return 0;
	if (!loop_until(&run->bench->loop, make_step, run, MAKE_TIMEOUT_MS))
		return -1;
	for (int tries = 0; tries < 20; tries++) {
		loop_sleep(&run->bench->loop, 500);
		if (have_rosters(run))
			return 0;
	}
	return -1;
}

static bool round_step(void *ctx)
{
	struct presence_run *run = ctx;

	return run->heard >= 2 * run->links;
}

/* 0 when everybody heard everything. */
static int play_round(struct presence_run *run)
{
	run->round++;
	run->heard = 0;
	snprintf(run->status, sizeof run->status, "round %u.", run->round);
	for (unsigned i = 0; i < run->users; i++)
		client_printf(&run->bench->clients[i], "<presence><show>away</show><status>%s</status></presence>", run->status);
	if (!loop_until(&run->bench->loop, round_step, run, ROUND_TIMEOUT_MS))
		return -1;
	run->done += run->heard;
	return 0;
}

static int storm(struct presence_run *run)
{
	struct bench *bench = run->bench;
	struct mark from, to;
	int64_t end_ns;

	if (play_round(run) < 0 || play_round(run) < 0)
		return -1;
	run->done = 0;
	from = bench_mark(bench);
	end_ns = from.ns + bench->options->duration_ms * NS_PER_MS;
	while (clock_ns() < end_ns) {
		if (play_round(run) < 0)
			return -1;
	}
	to = bench_mark(bench);
	report_rates(bench, "", run->done, &from, &to);
	report_int(bench, "rounds", run->round - 2);
	return 0;
}

int scenario_presence(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct presence_run run = {
		.bench = bench, .users = (unsigned)options->user_count, .half = (unsigned)(options->contacts / 2),
	};
	int rc = -1;

	if (2 * run.half >= run.users || !run.half) {
		fprintf(stderr, "loadgen: presence needs more users than contacts\n");
		return -1;
	}
	run.links = (uint64_t)run.users * run.half;
	fleet_init(bench, run.users, &presence_events, &run);
	if (fleet_login(bench, true) < 0)
		return -1;
	loop_sleep(&bench->loop, 1000);
	if (make_rosters(&run) < 0)
		fprintf(stderr, "loadgen: the rosters could not be made\n");
	else
		rc = storm(&run);
	report_int(bench, "users", run.users);
	report_int(bench, "contacts", 2 * run.half);
	fleet_close_some(bench, 0, run.users);
	return rc;
}
