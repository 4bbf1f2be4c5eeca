/* mod_offline against a store and sessions made of arrays, so that everything that can go wrong between two steps of a delivery
 * can be made to go wrong: a reader that dies before its bytes are written, a job that fails, rows that vanish.
 * The core's functions that the module calls are played here; a slice is two rows, so that a few messages make several rounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "core/module.h"
#include "xml/reader.h"

extern const struct nx_module_def nx_module_offline;

#define SLICE_ROWS 2

/* ---- the played store ---- */

struct nx_row { int64_t id, stored_at_ms; char stanza[512]; };
struct op { const char *name; int64_t id, stored_at_ms; char stanza[512]; };
struct nx_job {
	struct op ops[3];
	unsigned count;
	void (*on_row)(void *ctx, unsigned statement, const struct nx_row *row);
	void (*done)(void *ctx, const struct nx_result *result);
	void *ctx;
};

/* ---- the played world ---- */

#define MAX 64
static struct world {
	struct nx_server server;
	struct nx_clock clock;
	struct nx_host host;
	struct nx_module mod;
	struct nx_pool *pool;
	struct nx_account account;
	void *slots[1];
	struct nx_session sess[3];      /* ids 1, 2, 3 */
	char heard[3][256];             /* bodies each session was sent, one letter each */
	struct nx_row rows[MAX];
	unsigned row_count;
	struct nx_job *jobs[MAX];
	unsigned job_count;
	uint64_t job_number;
	struct { struct nx_session *sess; void (*fn)(void *ctx, struct nx_session *sess); void *ctx; } waiters[MAX];
	unsigned waiter_count;
	int64_t limit;
	enum nx_verdict committed;      /* what the last committed event ended with */
} w;

bool nx_account_may_meet(struct nx_account *account, const struct nx_jid *jid) { (void)account; (void)jid; return true; }
enum nx_verdict nx_event_answer(struct nx_event *ev, struct nx_xml *payload) { (void)ev; (void)payload; return NX_DONE; }
void nx_owner_init(struct nx_owner *owner) { nx_list_init(&owner->pending); }
void nx_owner_done(struct nx_owner *owner) { (void)owner; }
struct nx_job *nx_job_new(struct nx_store *store) { (void)store; return nx_mem_new(sizeof(struct nx_job)); }

void nx_job_add(struct nx_job *job, const struct nx_statements *statements, unsigned index, const char *format, ...)
{
	struct op *op = &job->ops[job->count++];
	va_list ap;

	(void)statements;
	op->name = nx_module_offline.statements[index].name;
	va_start(ap, format);
	if (strcmp(format, "issis") == 0) {
		op->id = va_arg(ap, int64_t);
		assert_string_equal(va_arg(ap, const char *), "h.example");
		assert_string_equal(va_arg(ap, const char *), "juliet");
		op->stored_at_ms = va_arg(ap, int64_t);
		snprintf(op->stanza, sizeof(op->stanza), "%s", va_arg(ap, const char *));
	} else if (strcmp(format, "ssi") == 0) {
		assert_string_equal(va_arg(ap, const char *), "h.example");
		assert_string_equal(va_arg(ap, const char *), "juliet");
		op->id = va_arg(ap, int64_t);
	} else {
		assert_string_equal(format, "ss");
	}
	va_end(ap);
}

void nx_job_on_row(struct nx_job *job, void (*row)(void *ctx, unsigned statement, const struct nx_row *row))
{
	job->on_row = row;
}

uint64_t nx_job_submit(struct nx_job **job, struct nx_owner *owner,
		       void (*done)(void *ctx, const struct nx_result *result), void *ctx)
{
	(void)owner;
	(*job)->done = done;
	(*job)->ctx = ctx;
	w.jobs[w.job_count++] = *job;
	*job = NULL;
	return ++w.job_number;
}

const char *nx_row_text(const struct nx_row *row, unsigned column) { assert_int_equal(column, 2); return row->stanza; }
size_t nx_row_len(const struct nx_row *row, unsigned column) { return strlen(nx_row_text(row, column)); }
int64_t nx_row_int(const struct nx_row *row, unsigned column) { return column == 0 ? row->id : row->stored_at_ms; }

static int64_t remove_rows(int64_t up_to)
{
	unsigned kept = 0, before = w.row_count;

	for (unsigned i = 0; i < before; i++) {
		if (w.rows[i].id > up_to)
			w.rows[kept++] = w.rows[i];
	}
	w.row_count = kept;
	return before - kept;
}

static int64_t run_op(const struct nx_job *job, unsigned at)
{
	const struct op *op = &job->ops[at];

	if (strcmp(op->name, "offline.add") == 0) {
		struct nx_row *row = &w.rows[w.row_count++];
		*row = (struct nx_row){ .id = op->id, .stored_at_ms = op->stored_at_ms };
		memcpy(row->stanza, op->stanza, sizeof(row->stanza));
		return 1;
	}
	if (strcmp(op->name, "offline.remove") == 0)
		return remove_rows(op->id);
	assert_string_equal(op->name, "offline.next_slice");
	for (unsigned i = 0; i < w.row_count && i < SLICE_ROWS; i++)
		job->on_row(job->ctx, at, &w.rows[i]);
	return 0;
}

/* The oldest job is carried out, or fails, and answers. */
static void run_job(bool fails)
{
	static const struct nx_error full = { NX_E_STORE_FULL, "disk full" };
	struct nx_result result = { .err = fails ? &full : NULL };
	struct nx_job *job = w.jobs[0];

	assert_true(w.job_count > 0);
	memmove(w.jobs, w.jobs + 1, --w.job_count * sizeof(w.jobs[0]));
	for (unsigned i = 0; !fails && i < job->count; i++)
		result.changes += run_op(job, i);
	job->done(job->ctx, &result);
	nx_mem_free(job);
}

/* ---- the played core ---- */

struct nx_session *nx_server_find_session(const struct nx_server *server, uint64_t id)
{
	(void)server;
	return id >= 1 && id <= 3 ? &w.sess[id - 1] : NULL;
}

uint64_t nx_server_next_id(struct nx_server *server) { return ++server->last_id; }
struct nx_pool *nx_event_pool(struct nx_server *server) { return nx_xml_parsers_take_pool(server->parsers); }
void nx_account_pin_until(struct nx_account *account, uint64_t job) { account->pinned_until = job; }
void nx_slot_set(struct nx_slots *slots, const struct nx_module *mod, void *data) { (void)mod; slots->data[0] = data; }
void *nx_slot_get(const struct nx_slots *slots, const struct nx_module *mod) { (void)mod; return slots->data[0]; }

int64_t nx_conf_int(const struct nx_conf *conf, const char *host, const char *name)
{
	(void)conf;
	(void)host;
	assert_string_equal(name, "offline_max_messages");
	return w.limit;
}

void nx_session_write(struct nx_session *sess, const struct nx_xml *el)
{
	const struct nx_xml *delay = nx_xml_child(el, NX_NS_DELAY, "delay");
	char *heard = w.heard[sess->id - 1];
	size_t len = strlen(heard);

	heard[len] = nx_xml_child_content(el, NX_NS_CLIENT, "body")[0];
	assert_non_null(delay);
	assert_string_equal(nx_xml_attr(delay, "from"), "h.example");
	assert_string_equal(nx_xml_attr(delay, "stamp"), "1970-01-01T00:00:05.000Z");
	assert_null(nx_xml_next(delay, NX_NS_DELAY, "delay"));
}

void nx_session_after_flush(struct nx_session *sess, void (*fn)(void *ctx, struct nx_session *sess), void *ctx)
{
	w.waiters[w.waiter_count].sess = sess;
	w.waiters[w.waiter_count].fn = fn;
	w.waiters[w.waiter_count++].ctx = ctx;
}

/* The kernel has taken everything: whoever waits for that hears it, also who is saying goodbye. */
static void flush(void)
{
	unsigned count = w.waiter_count;

	w.waiter_count = 0;
	for (unsigned i = 0; i < count; i++)
		w.waiters[i].fn(w.waiters[i].ctx, w.waiters[i].sess);
}

enum nx_verdict nx_event_refuse(struct nx_event *ev, enum nx_error_kind kind, const char *fmt, ...)
{
	(void)fmt;
	ev->error.kind = kind;
	return NX_REFUSE;
}

struct commit { struct nx_event *ev; enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev); };

static void committed(void *ctx, const struct nx_result *result)
{
	struct commit *commit = ctx;

	assert_null(result->err);       /* what the core does then is not the module's */
	w.committed = commit->done(&w.mod, commit->ev);
}

void nx_event_changes(struct nx_event *ev, struct nx_account *account)
{
	ev->changed[0] = account;
}

enum nx_verdict nx_event_commit(struct nx_event *ev, struct nx_module *mod, struct nx_job **job,
				enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev))
{
	struct commit *commit = NX_NEW(ev->pool, struct commit);

	assert_ptr_equal(mod, &w.mod);
	assert_ptr_equal(ev->changed[0], &w.account);
	*commit = (struct commit){ ev, done };
	nx_job_submit(job, NULL, committed, commit);
	return NX_WAIT;
}

/* ---- moving the world ---- */

static const struct nx_hook *hook(enum nx_hook_id id)
{
	const struct nx_hook *row = nx_module_offline.hooks;

	while (row->id != id)
		row++;
	return row;
}

static int setup(void **state)
{
	(void)state;
	w = (struct world){ .limit = 100 };
	w.pool = nx_pool_new("test", 0);
	w.clock = (struct nx_clock){ .is_fake = true, .fake_wall_ms = 5000 };
	w.server = (struct nx_server){ .clock = &w.clock, .parsers = nx_xml_parsers_new() };
	w.host.name = "h.example";
	w.mod = (struct nx_module){ .def = &nx_module_offline, .server = &w.server };
	w.account = (struct nx_account){ .host = &w.host, .pool = w.pool, .local = "juliet",
		.slots = { w.pool, w.slots, 1 } };
	nx_list_init(&w.account.sessions);
	return 0;
}

/* The account is loaded: the box counts the rows that are there. */
static void load(void)
{
	struct nx_row row = { .id = w.row_count };

	nx_module_offline.account_loaders[0].row(&w.mod, &w.account, &row);
}

static int teardown(void **state)
{
	(void)state;
	while (w.job_count > 0)
		nx_mem_free(w.jobs[--w.job_count]);
	nx_pool_free(&w.pool);
	nx_xml_parsers_free(&w.server.parsers);
	return 0;
}

static void available(unsigned n, int priority)
{
	struct nx_session *sess = &w.sess[n - 1];
	bool is_first = !sess->is_available;

	if (!nx_session_is_bound(sess)) {
		sess->id = n;
		sess->server = &w.server;
		sess->account = &w.account;
		sess->state = NX_SESSION_BOUND;
		nx_list_append(&w.account.sessions, &sess->in_account);
	}
	sess->is_available = true;
	sess->priority = (int8_t)priority;
	hook(NX_HOOK_session_available)->fn.session_available(&w.mod, sess, is_first);
}

static void ends(unsigned n)
{
	struct nx_session *sess = &w.sess[n - 1];

	sess->state = NX_SESSION_ENDED;
	nx_list_remove(&sess->in_account);
	hook(NX_HOOK_session_ended)->fn.session_ended(&w.mod, sess);
}

/* What the hook says to a message of that type with this inside. */
static enum nx_verdict send(enum nx_hook_id id, enum nx_stanza_type type, enum nx_target target, const char *inside)
{
	struct nx_event *ev = NX_NEW(w.pool, struct nx_event);
	char *text = nx_pool_printf(w.pool, "<message xmlns='jabber:client' from='r@h.example/x'>%s</message>", inside);
	struct nx_error err = {0};

	ev->server = &w.server;
	ev->pool = w.pool;
	ev->kind = NX_STANZA_MESSAGE;
	ev->type = type;
	ev->target = target;
	ev->account = &w.account;
	ev->stanza = nx_xml_parse(w.pool, text, strlen(text), &err);
	assert_non_null(ev->stanza);
	if (id == NX_HOOK_message)
		return hook(id)->fn.message(&w.mod, ev);
	enum nx_verdict verdict = hook(id)->fn.message_unclaimed(&w.mod, ev);
	if (verdict == NX_REFUSE)
		assert_int_equal(ev->error.kind, NX_E_SERVICE_UNAVAILABLE);
	return verdict;
}

static enum nx_verdict keep(const char *body)
{
	return send(NX_HOOK_message_unclaimed, NX_TYPE_CHAT, NX_TO_ACCOUNT, nx_pool_printf(w.pool, "<body>%s</body>", body));
}

/* A message for the account while somebody is online. */
static enum nx_verdict pass_by(const char *body, enum nx_target target)
{
	return send(NX_HOOK_message, NX_TYPE_CHAT, target, nx_pool_printf(w.pool, "<body>%s</body>", body));
}

static void keep_and_commit(const char *bodies)
{
	for (char one[2] = ""; *bodies; bodies++) {
		one[0] = *bodies;
		assert_int_equal(keep(one), NX_WAIT);
		run_job(false);
		assert_int_equal(w.committed, NX_DONE);
	}
}

/* Until nothing is under way. */
static void settle(void)
{
	for (int i = 0; i < 100 && (w.job_count || w.waiter_count); i++) {
		while (w.job_count)
			run_job(false);
		flush();
	}
	assert_int_equal(w.job_count + w.waiter_count, 0);
}

/* ---- the stories ---- */

static void xep0160_2_all_in_order_then_nothing(void **state)
{
	(void)state;
	load();
	keep_and_commit("abcde");
	available(1, 0);
	settle();
	assert_string_equal(w.heard[0], "abcde");
	assert_int_equal(w.row_count, 0);
	available(2, 0);
	assert_int_equal(w.job_count, 0);
}

static void xep0160_2_rows_from_before_the_start(void **state)
{
	(void)state;
	load();
	keep_and_commit("ab");
	load();         /* a new box, as after a restart */
	available(1, 0);
	settle();
	assert_string_equal(w.heard[0], "ab");
}

static void an_empty_box_costs_no_job(void **state)
{
	(void)state;
	load();
	available(1, 0);
	assert_int_equal(w.job_count, 0);
}

static void removed_only_after_the_kernel_has_them(void **state)
{
	(void)state;
	load();
	keep_and_commit("ab");
	available(1, 0);
	run_job(false);
	assert_string_equal(w.heard[0], "ab");
	assert_int_equal(w.row_count, 2);
	assert_int_equal(w.job_count, 0);
	flush();
	run_job(false);
	assert_int_equal(w.row_count, 0);
}

static void what_comes_later_waits_for_the_slice(void **state)
{
	(void)state;
	load();
	keep_and_commit("a");
	available(1, 0);
	assert_int_equal(w.sess[0].inbound_job, w.job_number);
	assert_int_equal(w.account.pinned_until, w.job_number);
}

static void only_one_reader_at_a_time(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	available(1, 0);
	available(2, 5);
	settle();
	assert_string_equal(w.heard[0], "abc");
	assert_string_equal(w.heard[1], "");
}

static void the_next_one_takes_over_when_the_reader_dies_before_the_flush(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	available(1, 0);
	available(2, 0);
	run_job(false);
	ends(1);
	settle();
	assert_string_equal(w.heard[0], "ab");
	assert_string_equal(w.heard[1], "abc");
	assert_int_equal(w.row_count, 0);
}

static void the_next_one_takes_over_when_the_reader_dies_during_the_job(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	available(1, 0);
	available(2, 0);
	ends(1);
	settle();
	assert_string_equal(w.heard[0], "");
	assert_string_equal(w.heard[1], "abc");
	assert_int_equal(w.row_count, 0);
}

static void everything_stays_when_the_only_reader_dies(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	available(1, 0);
	run_job(false);
	ends(1);
	settle();
	assert_int_equal(w.row_count, 3);
	available(2, 0);
	settle();
	assert_string_equal(w.heard[1], "abc");
}

static void a_failed_job_loses_nothing_and_is_tried_again(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	available(1, 0);
	run_job(false);
	flush();
	run_job(true);
	assert_int_equal(w.row_count, 3);
	assert_int_equal(w.job_count + w.waiter_count, 0);
	available(1, 0);
	settle();
	assert_string_equal(w.heard[0], "ababc");
	assert_int_equal(w.row_count, 0);
}

static void rfc6121_8_5_2_1_1_never_to_a_negative_priority(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	available(1, -1);
	assert_int_equal(w.job_count, 0);
	available(1, 0);
	run_job(false);
	available(1, -1);
	settle();
	assert_string_equal(w.heard[0], "ab");
	assert_int_equal(w.row_count, 1);
	available(1, 0);
	settle();
	assert_string_equal(w.heard[0], "abc");
}

static void rfc6120_10_1_newer_ones_queue_behind_older_ones(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	available(1, 0);
	run_job(false);
	assert_int_equal(pass_by("d", NX_TO_ACCOUNT), NX_WAIT);
	flush();
	settle();
	assert_string_equal(w.heard[0], "abcd");
	assert_int_equal(pass_by("e", NX_TO_ACCOUNT), NX_PASS);
}

static void a_message_behind_the_last_slice_is_not_forgotten(void **state)
{
	(void)state;
	load();
	keep_and_commit("a");
	available(1, 0);
	run_job(false);
	flush();
	/* The job that will find nothing is under way already. */
	assert_int_equal(pass_by("b", NX_TO_ACCOUNT), NX_WAIT);
	settle();
	assert_string_equal(w.heard[0], "ab");
	assert_int_equal(w.row_count, 0);
}

static void only_the_slow_one_waits(void **state)
{
	(void)state;
	load();
	keep_and_commit("a");
	available(1, 0);
	assert_int_equal(pass_by("b", NX_TO_SESSION), NX_PASS);
	assert_int_equal(send(NX_HOOK_message, NX_TYPE_HEADLINE, NX_TO_ACCOUNT, "<body>x</body>"), NX_PASS);
	available(2, -1);
	assert_int_equal(pass_by("c", NX_TO_ACCOUNT), NX_WAIT);
	available(3, 0);
	assert_int_equal(pass_by("d", NX_TO_ACCOUNT), NX_PASS);
}

static void xep0160_2_step_3_a_full_box_refuses(void **state)
{
	(void)state;
	w.limit = 2;
	load();
	assert_int_equal(keep("a"), NX_WAIT);
	assert_int_equal(keep("b"), NX_WAIT);
	/* Counted before it is on disk, so that a burst cannot slip through. */
	assert_int_equal(keep("c"), NX_REFUSE);
	available(1, 0);
	settle();
	assert_string_equal(w.heard[0], "ab");
	ends(1);
	assert_int_equal(keep("d"), NX_WAIT);
}

static void a_box_read_in_part_has_room_again(void **state)
{
	(void)state;
	w.limit = 3;
	load();
	keep_and_commit("abc");
	available(1, 0);
	run_job(false);
	flush();
	run_job(false);
	ends(1);
	assert_int_equal(w.row_count, 1);
	keep_and_commit("de");
	assert_int_equal(keep("f"), NX_REFUSE);
}

static void rows_that_vanished_do_not_make_it_spin(void **state)
{
	(void)state;
	w.limit = 3;
	load();
	keep_and_commit("abc");
	w.row_count = 0;
	available(1, 0);
	run_job(false);
	assert_int_equal(w.job_count + w.waiter_count, 0);
	ends(1);
	keep_and_commit("def");
}

static void a_damaged_row_does_not_stop_the_others(void **state)
{
	(void)state;
	load();
	keep_and_commit("abc");
	w.rows[1].stanza[3] = '\0';
	available(1, 0);
	settle();
	assert_string_equal(w.heard[0], "ac");
	assert_int_equal(w.row_count, 0);
}

static void a_forged_delay_is_taken_away(void **state)
{
	(void)state;
	load();
	/* nx_session_write() above insists on one stamp, the server's. */
	assert_int_equal(keep("a</body><delay xmlns='urn:xmpp:delay' from='h.example' stamp='2002-09-10T23:08:25Z'/><body>"),
			 NX_WAIT);
	run_job(false);
	available(1, 0);
	settle();
	assert_string_equal(w.heard[0], "a");
}

static void xep0160_3_what_is_kept(void **state)
{
	static const struct {
		const char *clause;
		enum nx_stanza_type type;
		const char *inside;
		enum nx_verdict verdict;
	} cases[] = {
		{ "XEP-0160 §3 chat", NX_TYPE_CHAT, "<body>a</body>", NX_WAIT },
		{ "XEP-0160 §3 normal", NX_TYPE_NORMAL, "<body>a</body>", NX_WAIT },
		{ "XEP-0160 §3 normal, no body", NX_TYPE_NORMAL, "<x xmlns='urn:example:invite'/>", NX_WAIT },
		{ "XEP-0160 §3 groupchat", NX_TYPE_GROUPCHAT, "<body>a</body>", NX_PASS },
		{ "XEP-0160 §3 headline", NX_TYPE_HEADLINE, "<body>a</body>", NX_PASS },
		{ "XEP-0160 §3 error", NX_TYPE_ERROR, "<body>a</body>", NX_PASS },
		{ "XEP-0160 §3 chat state", NX_TYPE_CHAT,
		  "<composing xmlns='http://jabber.org/protocol/chatstates'/>", NX_DONE },
		{ "XEP-0160 §3 chat state in a thread", NX_TYPE_CHAT,
		  "<gone xmlns='http://jabber.org/protocol/chatstates'/><thread>t</thread>", NX_DONE },
		{ "XEP-0160 §3 chat state and text", NX_TYPE_CHAT,
		  "<active xmlns='http://jabber.org/protocol/chatstates'/><body>a</body>", NX_WAIT },
		{ "XEP-0334 §4.2 text", NX_TYPE_CHAT, "<body>a</body><no-store xmlns='urn:xmpp:hints'/>", NX_PASS },
		{ "XEP-0334 §4.2 no text", NX_TYPE_CHAT, "<x xmlns='urn:x'/><no-store xmlns='urn:xmpp:hints'/>", NX_DONE },
		{ "XEP-0334 §4.1 is about archives", NX_TYPE_CHAT,
		  "<body>a</body><no-permanent-store xmlns='urn:xmpp:hints'/>", NX_WAIT },
		{ "XEP-0334 §4.4", NX_TYPE_CHAT, "<store xmlns='urn:xmpp:hints'/>", NX_WAIT },
		{ "nothing at all", NX_TYPE_CHAT, "", NX_DONE },
	};

	(void)state;
	load();
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum nx_verdict verdict = send(NX_HOOK_message_unclaimed, cases[i].type, NX_TO_ACCOUNT, cases[i].inside);

		if (verdict != cases[i].verdict)
			fail_msg("%s: verdict %d instead of %d", cases[i].clause, verdict, cases[i].verdict);
	}
}

#define STORY(fn) cmocka_unit_test_setup_teardown(fn, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(xep0160_2_all_in_order_then_nothing),
		STORY(xep0160_2_rows_from_before_the_start),
		STORY(an_empty_box_costs_no_job),
		STORY(removed_only_after_the_kernel_has_them),
		STORY(what_comes_later_waits_for_the_slice),
		STORY(only_one_reader_at_a_time),
		STORY(the_next_one_takes_over_when_the_reader_dies_before_the_flush),
		STORY(the_next_one_takes_over_when_the_reader_dies_during_the_job),
		STORY(everything_stays_when_the_only_reader_dies),
		STORY(a_failed_job_loses_nothing_and_is_tried_again),
		STORY(rfc6121_8_5_2_1_1_never_to_a_negative_priority),
		STORY(rfc6120_10_1_newer_ones_queue_behind_older_ones),
		STORY(a_message_behind_the_last_slice_is_not_forgotten),
		STORY(only_the_slow_one_waits),
		STORY(xep0160_2_step_3_a_full_box_refuses),
		STORY(a_box_read_in_part_has_room_again),
		STORY(rows_that_vanished_do_not_make_it_spin),
		STORY(a_damaged_row_does_not_stop_the_others),
		STORY(a_forged_delay_is_taken_away),
		STORY(xep0160_3_what_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
