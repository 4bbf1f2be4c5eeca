/* Pages of the archive of a room (XEP-0313) that archive.py has filled: one client asks for one page of 50 after the other, each
 * kind in turn, first while nobody speaks and then while others talk at a fixed rate. Of the first part the server's CPU time
 * per page is reported, of the second how long a page takes to come. The room keeps what is said. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "bench.h"
#include "room.h"
#include "scenario.h"

#define PAGE 50
/* As in archive.py: message n is of BEGAN_MS + n * STEP_MS, and its id begins with its time and ends with the number of the room. */
#define BEGAN_MS 1700000000000LL
#define STEP_MS 10000

enum kind { PAGE_LAST, PAGE_BEHIND_TIME, PAGE_BEHIND_ID, PAGE_BEFORE_ID, PAGE_WITH, PAGE_KINDS };
static const char *const kind_names[PAGE_KINDS] = { "last_", "time_", "after_", "before_", "with_" };

struct archive_run {
	struct room room;
	struct bench *bench;
	struct hist all, kinds[PAGE_KINDS];
	uint64_t asked, answered, incomplete;
	unsigned shown;                 /* messages of the page that is coming */
	int64_t asked_ns, until_ns, talk_from_ns;
	uint64_t said;
	uint32_t random;
	int64_t room_number;
	bool is_talking;
};

static int64_t any_message(struct archive_run *run)
{
	run->random = run->random * 1664525 + 1013904223;
	/* A page of any kind fits on either side. */
	return PAGE + (int64_t)((uint64_t)run->random * (uint64_t)(run->bench->options->messages - 2 * PAGE) >> 32);
}

static void put_page(const struct archive_run *run, char *text, size_t size, enum kind kind, int64_t number)
{
	const char *name = kind == PAGE_BEHIND_ID ? "after" : "before";
	int64_t id = (BEGAN_MS + number * STEP_MS) << 20 | run->room_number;

	if (kind == PAGE_BEHIND_ID || kind == PAGE_BEFORE_ID)
		snprintf(text, size, "<max>%d</max><%s>%" PRId64 "</%s>", PAGE, name, id, name);
	else
		snprintf(text, size, "<max>%d</max>%s", PAGE, kind == PAGE_BEHIND_TIME ? "" : "<before/>");
}

static void put_filter(const struct archive_run *run, char *text, size_t size, enum kind kind, int64_t number)
{
	char stamp[NX_DATETIME_SIZE];

	text[0] = '\0';
	nx_datetime_format(stamp, BEGAN_MS + number * STEP_MS, false);
	if (kind == PAGE_BEHIND_TIME)
		snprintf(text, size, "<field var='start'><value>%s</value></field>", stamp);
	if (kind == PAGE_WITH)
		snprintf(text, size, "<field var='with'><value>%s</value></field>", run->bench->clients[0].bare);
}

static void ask(struct archive_run *run)
{
	enum kind kind = (enum kind)(run->asked++ % PAGE_KINDS);
	int64_t number = any_message(run);
	char page[128], filter[256];

	put_page(run, page, sizeof page, kind, number);
	put_filter(run, filter, sizeof filter, kind, number);
	run->shown = 0;
	run->asked_ns = clock_ns();
	client_printf(&run->bench->clients[0], "<iq type='set' id='page' to='%s'><query xmlns='urn:xmpp:mam:2'>"
		      "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field>%s</x>"
		      "<set xmlns='http://jabber.org/protocol/rsm'>%s</set></query></iq>", run->room.jid, filter, page);
}

static void take_page(struct archive_run *run)
{
	enum kind kind = (enum kind)((run->asked - 1) % PAGE_KINDS);
	int64_t took_ns = run->bench->loop.now_ns - run->asked_ns;

	run->answered++;
	run->incomplete += run->shown != PAGE;
	hist_add(&run->all, took_ns);
	hist_add(&run->kinds[kind], took_ns);
	if (run->bench->loop.now_ns < run->until_ns)
		ask(run);
}

static void archive_stanza(struct client *client, const struct stanza *st)
{
	struct archive_run *run = client->ctx;

	if (stanza_is(st, "iq") && stanza_attr_is(st, "id", "page")) {
		if (stanza_attr_is(st, "type", "error"))
			bench_count_failure(run->bench, "the archive refused a question");
		take_page(run);
	} else if (stanza_is(st, "message") && stanza_has(st, "<result")) {
		run->shown++;
	} else {
		room_take(&run->room, st);
	}
}

static void archive_failed(struct client *client, const char *reason)
{
	bench_count_failure(((struct archive_run *)client->ctx)->bench, reason);
}

static const struct client_events archive_events = { NULL, archive_stanza, archive_failed };

static bool archive_step(void *ctx)
{
	struct archive_run *run = ctx;
	struct bench *bench = run->bench;
	int64_t now_ns = clock_ns();

	while (run->is_talking && run->talk_from_ns + (int64_t)(run->said * NS_PER_SEC / (uint64_t)bench->options->rate) <= now_ns) {
		room_say(&run->room, &bench->clients[1 + run->said % (bench->client_count - 1)], now_ns);
		run->said++;
	}
	bench->loop.wake_ns = run->is_talking ? run->talk_from_ns + (int64_t)(run->said * NS_PER_SEC / (uint64_t)bench->options->rate) : 0;
	return run->answered == run->asked && now_ns >= run->until_ns;
}

static int ask_for_a_while(struct archive_run *run, bool is_talking)
{
	struct bench *bench = run->bench;

	run->all = (struct hist){ 0 };
	memset(run->kinds, 0, sizeof run->kinds);
	run->is_talking = is_talking;
	run->talk_from_ns = clock_ns();
	run->until_ns = run->talk_from_ns + bench->options->duration_ms * NS_PER_MS;
	ask(run);
	return loop_until(&bench->loop, archive_step, run, 10 * bench->options->duration_ms) ? 0 : -1;
}

static void report(struct bench *bench, const struct archive_run *run)
{
	report_latency(bench, &run->all);
	for (size_t i = 0; i < PAGE_KINDS; i++) {
		char name[32];

		snprintf(name, sizeof name, "%sp50_ms", kind_names[i]);
		report_number(bench, name, hist_ms(&run->kinds[i], 0.5));
	}
	report_int(bench, "said", (int64_t)run->said);
	report_int(bench, "lost", (int64_t)run->incomplete);
}

/* The rooms have 10 000, 100 000, 1 000 000 messages. */
static int64_t room_number(int64_t messages)
{
	int64_t number = 0;

	for (; messages > 10000; messages /= 10)
		number++;
	return number;
}

int scenario_archive(struct bench *bench)
{
	const struct bench_options *options = bench->options;
	struct archive_run run = { .bench = bench, .random = 1, .room_number = room_number(bench->options->messages) };
	struct mark from, to;
	char name[32];

	snprintf(name, sizeof name, "hall-%" PRId64, options->messages);
	fleet_init(bench, (unsigned)options->occupants, &archive_events, &run);
	room_init(&run.room, bench, name);
	if (fleet_login(bench, true) < 0 || room_enter(&run.room, bench->client_count, 1) < 0)
		return -1;
	from = bench_mark(bench);
	if (ask_for_a_while(&run, false) < 0)
		return -1;
	to = bench_mark(bench);
	report_int(bench, "messages", options->messages);
	report_number(bench, "server_ms", 1000 * (to.server_cpu_secs - from.server_cpu_secs) / (double)run.answered);
	if (ask_for_a_while(&run, true) < 0)
		return -1;
	report(bench, &run);
	fleet_close(bench);
	return bench->failures ? -1 : 0;
}
