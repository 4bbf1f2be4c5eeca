/* The promises of store/store.h, one story each, for every back end. */
#include "fixture.h"

#include <string.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/mailbox.h"

#define CALL(f, name) { (f), (name), { 0 }, 0, false }

/* ---- order ---- */
static void test_answers_come_in_order(void **state)
{
	struct fixture *f = *state;
	struct call calls[4] = { CALL(f, "a"), CALL(f, "b"), CALL(f, "c"), CALL(f, "d") };

	for (unsigned i = 0; i < 4; i++) {
		put(&calls[i], i == 2 ? 0 : i, "x");            /* c collides with a */
		nx_store_hand_over(f->store);
	}
	settle(f);
	assert_trace(f, "a:ok b:ok c:conflict d:ok ");
	assert_int_equal(count_items(f), 3);
}

static void test_done_never_runs_before_return(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a"), b = CALL(f, "b"), c = CALL(f, "c");

	nx_store_fence(f->store, NULL, call_done, &a);
	put(&b, 1, "x");
	nx_store_query(f->store, NULL, NULL, call_done, &c, f->sql, COUNT, "");
	nx_store_hand_over(f->store);
	assert_trace(f, "");
	assert_int_equal(nx_store_pending(f->store), 3);
	settle(f);
	assert_true(a.is_done && b.is_done && c.is_done);
}

static void test_fence_keeps_its_place(void **state)
{
	struct fixture *f = *state;
	struct call calls[5] = { CALL(f, "f1"), CALL(f, "a"), CALL(f, "f2"), CALL(f, "b"), CALL(f, "f3") };

	nx_store_fence(f->store, NULL, call_done, &calls[0]);
	put(&calls[1], 1, "x");
	nx_store_fence(f->store, NULL, call_done, &calls[2]);
	put(&calls[3], 1, "x");                                 /* fails: the fence runs all the same */
	nx_store_fence(f->store, NULL, call_done, &calls[4]);
	settle(f);
	assert_trace(f, "f1:ok a:ok f2:ok b:conflict f3:ok ");
}

static void test_fence_alone_runs_in_next_turn(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");

	nx_store_fence(f->store, NULL, call_done, &a);
	assert_trace(f, "");
	turn(f);
	assert_trace(f, "a:ok ");
}

struct chain { struct fixture *f; unsigned runs; };

static void chain_done(void *ctx, const struct nx_result *result)
{
	struct chain *chain = ctx;

	assert_null(result->err);
	if (++chain->runs < 3)
		nx_store_fence(chain->f->store, NULL, chain_done, chain);
}

static void test_fence_from_done_waits_for_next_turn(void **state)
{
	struct chain chain = { *state, 0 };

	nx_store_fence(chain.f->store, NULL, chain_done, &chain);
	for (unsigned turns = 1; turns <= 3; turns++) {
		turn(chain.f);
		assert_int_equal(chain.runs, turns);
	}
	assert_int_equal(nx_store_pending(chain.f->store), 0);
}

static void finished_done(void *ctx, const struct nx_result *result)
{
	struct fixture *f = ctx;

	assert_null(result->err);
	nx_buf_printf(&f->trace, "%d ", (int)nx_store_finished(f->store));
}

static void test_numbers_grow_and_finish(void **state)
{
	struct fixture *f = *state;
	uint64_t last = 0;

	for (unsigned i = 0; i < 3; i++) {
		struct nx_job *job = nx_job_new(f->store);

		nx_job_add(job, f->sql, PUT, "is", (int64_t)i, "x");
		uint64_t number = i == 1 ? nx_store_fence(f->store, NULL, finished_done, f) :
			nx_job_submit(&job, NULL, finished_done, f);
		nx_job_free(&job);                              /* the one that the fence replaced */
		assert_true(number > last);
		last = number;
	}
	assert_int_equal(nx_store_finished(f->store), 0);
	settle(f);
	assert_trace(f, "1 2 3 ");
	assert_int_equal(nx_store_finished(f->store), last);
}

/* ---- owners ---- */
static void test_owner_gone_drops_callbacks_not_work(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a"), b = CALL(f, "b"), c = CALL(f, "c"), d = CALL(f, "d");
	struct nx_owner other;
	struct nx_job *job = nx_job_new(f->store);

	nx_owner_init(&other);
	put(&a, 1, "x");
	nx_job_add(job, f->sql, PUT, "is", (int64_t)2, "y");
	nx_job_submit(&job, &other, call_done, &b);
	nx_store_fence(f->store, &other, call_done, &c);
	nx_store_query(f->store, &other, NULL, call_done, &d, f->sql, COUNT, "");
	nx_store_hand_over(f->store);
	assert_true(nx_owner_has_pending(&other));
	nx_owner_done(&other);
	assert_false(nx_owner_has_pending(&other));
	settle(f);
	assert_trace(f, "a:ok ");
	assert_false(nx_owner_has_pending(&f->owner));
	assert_int_equal(count_items(f), 2);
	assert_int_equal(nx_store_finished(f->store), 3);
}

static void done_kills_owner(void *ctx, const struct nx_result *result)
{
	call_done(ctx, result);
	nx_owner_done(&((struct call *)ctx)->f->owner);
}

static void test_owner_may_die_in_a_callback(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a"), b = CALL(f, "b");

	nx_store_fence(f->store, &f->owner, done_kills_owner, &a);
	put(&b, 1, "x");
	settle(f);
	assert_trace(f, "a:ok ");
}

/* ---- jobs ---- */
static void trace_row(void *ctx, unsigned statement, const struct nx_row *row)
{
	struct call *call = ctx;

	nx_buf_printf(&call->f->trace, "%u=%d,%s ", statement, (int)nx_row_int(row, 0), nx_row_text(row, 1));
}

static void test_failed_job_is_undone_alone(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a"), b = CALL(f, "b"), c = CALL(f, "c");
	struct nx_job *job = nx_job_new(f->store);

	put(&a, 1, "kept");
	nx_job_add(job, f->sql, PUT, "is", (int64_t)2, "undone");
	nx_job_add(job, f->sql, PUT, "is", (int64_t)1, "collides");
	nx_job_submit(&job, NULL, call_done, &b);
	put(&c, 3, "kept");
	settle(f);                                              /* one hand-over: one transaction */
	assert_trace(f, "a:ok b:conflict c:ok ");
	assert_int_equal(b.changes, 0);
	assert_non_null(strstr(b.err.text, "item.put"));
	assert_int_equal(count_items(f), 2);
	assert_null(nx_store_health(f->store));
	assert_int_equal(f->errors_logged, 0);
}

/* Whatever the back end does to undo b: the others have their rows, changes and errors once. */
static void test_failed_job_does_not_touch_its_neighbours(void **state)
{
	struct fixture *f = *state;
	struct call calls[4] = { CALL(f, "a"), CALL(f, "z"), CALL(f, "b"), CALL(f, "c") };
	static const int64_t second[4] = { 2, 1, 1, 6 };        /* of a and c: new; of z and b: taken by a */

	for (unsigned i = 0; i < 4; i++) {
		struct nx_job *job = nx_job_new(f->store);

		nx_job_on_row(job, trace_row);
		nx_job_add(job, f->sql, PUT_RETURNING, "is", (int64_t)(i == 1 ? 1 : i + (i == 3) + 1), "x");
		nx_job_add(job, f->sql, PUT, "is", second[i], "y");
		nx_job_submit(&job, NULL, call_done, &calls[i]);
	}
	settle(f);
	assert_trace(f, "0=1,x a:ok z:conflict b:conflict 0=5,x c:ok ");
	assert_int_equal(calls[0].changes, 2);
	assert_int_equal(calls[2].changes, 0);
	assert_int_equal(calls[3].changes, 2);
	assert_int_equal(count_items(f), 4);
	assert_null(nx_store_health(f->store));
}

static void test_not_null_is_a_conflict_too(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");

	put(&a, 1, NULL);
	settle(f);
	assert_trace(f, "a:conflict ");
}

static void test_changes_are_counted_together(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");
	struct nx_job *job = nx_job_new(f->store);

	nx_job_add(job, f->sql, PUT, "is", (int64_t)1, "x");
	nx_job_add(job, f->sql, PUT, "is", (int64_t)2, "x");
	nx_job_add(job, f->sql, COUNT, "");
	nx_job_add(job, f->sql, UPDATE_ALL, "s", "y");
	nx_job_submit(&job, NULL, call_done, &a);
	settle(f);
	assert_int_equal(a.changes, 4);
}

static void test_rows_of_a_job_come_before_done(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");
	struct nx_job *job = nx_job_new(f->store);

	nx_job_on_row(job, trace_row);
	nx_job_add(job, f->sql, PUT_RETURNING, "is", (int64_t)1, "one");
	nx_job_add(job, f->sql, PUT, "is", (int64_t)2, "two");
	nx_job_add(job, f->sql, ALL, "");                       /* sees what was written before it */
	nx_job_submit(&job, NULL, call_done, &a);
	settle(f);
	assert_trace(f, "0=1,one 2=1,one 2=2,two a:ok ");
	assert_int_equal(a.changes, 2);
}

static void test_failed_job_shows_no_rows(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");
	struct nx_job *job = nx_job_new(f->store);

	nx_job_on_row(job, trace_row);
	nx_job_add(job, f->sql, PUT_RETURNING, "is", (int64_t)1, "one");
	nx_job_add(job, f->sql, PUT, "is", (int64_t)1, "again");
	nx_job_submit(&job, NULL, call_done, &a);
	settle(f);
	assert_trace(f, "a:conflict ");
}

/* ---- values ---- */
static void row_values(void *ctx, const struct nx_row *row)
{
	struct call *call = ctx;

	assert_int_equal(nx_row_int(row, 0), INT64_MIN);
	assert_int_equal(nx_row_len(row, 1), 3);
	assert_memory_equal(nx_row_text(row, 1), "abc", 4);     /* with its NUL */
	assert_int_equal(nx_row_len(row, 2), 5);
	assert_memory_equal(nx_row_blob(row, 2), "\0\1\0\xff\0", 5);
	assert_false(nx_row_is_null(row, 2));
	nx_buf_puts(&call->f->trace, "row ");
}

static void test_values_survive_the_journey(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a"), b = CALL(f, "b");
	struct nx_job *job = nx_job_new(f->store);
	char text[8] = "abcdef", data[5] = { 0, 1, 0, '\xff', 0 };

	nx_job_add(job, f->sql, PUT_DATA, "itb", INT64_MIN, text, (size_t)3, data, (size_t)5);
	memset(text, 'z', sizeof(text));                        /* all are copied */
	memset(data, 'z', sizeof(data));
	nx_job_submit(&job, NULL, call_done, &a);
	settle(f);
	nx_store_query(f->store, NULL, row_values, call_done, &b, f->sql, GET, "i", INT64_MIN);
	settle(f);
	assert_trace(f, "a:ok row b:ok ");
}

static void row_null(void *ctx, const struct nx_row *row)
{
	struct call *call = ctx;

	assert_true(nx_row_is_null(row, 2));
	assert_null(nx_row_blob(row, 2));
	assert_null(nx_row_text(row, 2));
	assert_int_equal(nx_row_len(row, 2), 0);
	assert_false(nx_row_is_null(row, 1));
	assert_string_equal(nx_row_text(row, 1), "");
	nx_buf_puts(&call->f->trace, "row ");
}

static void test_null_is_not_the_empty_text(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a"), b = CALL(f, "b");
	struct nx_job *job = nx_job_new(f->store);

	nx_job_add(job, f->sql, PUT_DATA, "isn", (int64_t)1, "");
	nx_job_add(job, f->sql, PUT_DATA, "itb", (int64_t)2, "", (size_t)0, NULL, (size_t)0);
	nx_job_submit(&job, NULL, call_done, &a);
	settle(f);
	nx_store_query(f->store, NULL, row_null, call_done, &b, f->sql, ALL, "");
	settle(f);
	assert_trace(f, "a:ok row row b:ok ");
}

static void row_trace(void *ctx, const struct nx_row *row)
{
	trace_row(ctx, 0, row);
}

static void test_parameters_go_by_number_not_by_place(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");
	struct nx_job *job = nx_job_new(f->store);

	nx_job_add(job, f->sql, PUT_BACKWARDS, "is", (int64_t)7, "seven");
	nx_job_submit(&job, NULL, NULL, NULL);
	settle(f);
	nx_store_query(f->store, NULL, row_trace, call_done, &a, f->sql, ALL, "");
	settle(f);
	assert_trace(f, "0=7,seven a:ok ");
}

/* ---- queries ---- */
struct reread { struct call query, *write; };

static void reread_done(void *ctx, const struct nx_result *result)
{
	struct reread *reread = ctx;
	struct fixture *f = reread->write->f;

	call_done(reread->write, result);
	nx_store_query(f->store, NULL, row_trace, call_done, &reread->query, f->sql, GET, "i", (int64_t)1);
}

static void test_query_sees_what_was_committed(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");
	struct reread reread = { CALL(f, "b"), &a };
	struct nx_job *job = nx_job_new(f->store);

	nx_job_add(job, f->sql, PUT, "is", (int64_t)1, "one");
	nx_job_submit(&job, NULL, reread_done, &reread);
	settle(f);
	assert_trace(f, "a:ok 0=1,one b:ok ");
}

struct some { unsigned rows; bool is_cut; };

static void some_row(void *ctx, const struct nx_row *row)
{
	(void)row;
	((struct some *)ctx)->rows++;
}

static void some_done(void *ctx, const struct nx_result *result)
{
	((struct some *)ctx)->is_cut = result->is_cut;
}

static struct some read_some(struct fixture *f, size_t max_bytes)
{
	struct some some = { 0, false };

	nx_store_query_some(f->store, max_bytes, NULL, some_row, some_done, &some, f->sql, ALL, "");
	settle(f);
	return some;
}

static void test_query_brings_so_many_bytes(void **state)
{
	struct fixture *f = *state;
	struct call calls[5] = { CALL(f, "a"), CALL(f, "b"), CALL(f, "c"), CALL(f, "d"), CALL(f, "e") };
	char text[1001] = "";

	memset(text, 'x', 1000);
	for (unsigned i = 0; i < 5; i++)
		put(&calls[i], i, text);
	settle(f);
	const struct some all = read_some(f, 0), wide = read_some(f, 100000), three = read_some(f, 3500), first = read_some(f, 10);

	assert_true(all.rows == 5 && !all.is_cut);
	assert_true(wide.rows == 5 && !wide.is_cut);
	assert_true(three.rows == 3 && three.is_cut);
	assert_true(first.rows == 1 && first.is_cut);
}

static void test_query_cannot_write(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");

	nx_store_query(f->store, NULL, NULL, call_done, &a, f->sql, PUT, "is", (int64_t)1, "x");
	settle(f);
	assert_trace(f, "a:failed ");
	assert_int_equal(count_items(f), 0);
	assert_int_equal(f->errors_logged, 1);
}

/* ---- statements ---- */
static void test_statements_are_checked_when_registered(void **state)
{
	static const struct { struct nx_statement table[2]; const char *says; } bad[] = {
		{ { { "bad.table", "SELECT 1 FROM absent" }, { NULL, NULL } }, "statement bad.table: no such table" },
		{ { { "bad.word", "SELEKT 1" }, { NULL, NULL } }, "syntax error" },
		{ { { "bad.mark", "SELECT text FROM item WHERE id = ?" }, { NULL, NULL } }, "parameter ?" },
		{ { { "bad.name", "SELECT text FROM item WHERE id = $id" }, { NULL, NULL } }, "parameter $id" },
		{ { { "bad.gap", "SELECT text FROM item WHERE id = $2" }, { NULL, NULL } }, "parameter $2" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct nx_error err = { 0 };

		assert_null(nx_statements_register(f->store, bad[i].table, &err));
		if (!strstr(err.text, bad[i].says) || !strstr(err.text, bad[i].table[0].name))
			fail_msg("%s: %s", bad[i].says, err.text);
	}
}

static void test_statements_may_come_while_running(void **state)
{
	static const struct nx_statement late[] = { { "late", "DELETE FROM item" }, { NULL, NULL } };
	struct fixture *f = *state;
	struct call a = CALL(f, "a"), b = CALL(f, "b");
	struct nx_error err;

	put(&a, 1, "x");
	nx_store_hand_over(f->store);
	struct nx_statements *statements = nx_statements_register(f->store, late, &err);
	assert_non_null(statements);
	assert_ptr_equal(nx_statements_register(f->store, late, &err), statements);
	struct nx_job *job = nx_job_new(f->store);
	nx_job_add(job, statements, 0, "");
	nx_job_submit(&job, NULL, call_done, &b);
	settle(f);
	assert_trace(f, "a:ok b:ok ");
	assert_int_equal(b.changes, 1);
}

/* ---- bounds ---- */
static void pressure(void *ctx, bool is_full)
{
	struct fixture *f = ctx;

	nx_buf_puts(&f->trace, is_full ? "full " : "free ");
	if (f->store)
		assert_int_equal(nx_store_is_full(f->store), is_full);
}

static void fixture_reopen_bounded(struct fixture *f, size_t max_jobs, size_t max_bytes)
{
	struct nx_store_options options = {
		.path = f->path, .schema_dir = f->schema, .mailbox = f->box, .log = &f->log, .readers = 1,
		.max_jobs = max_jobs, .max_bytes = max_bytes, .pressure = pressure, .pressure_ctx = f,
	};
	struct nx_error err;

	nx_store_close(&f->store);
	f->store = nx_store_open(&options, &err);
	assert_non_null(f->store);
}

static void test_too_many_jobs_press_back(void **state)
{
	struct fixture *f = *state;

	fixture_reopen_bounded(f, 4, 0);
	for (unsigned i = 0; i < 4; i++)
		nx_store_fence(f->store, NULL, NULL, NULL);
	assert_false(nx_store_is_full(f->store));
	assert_trace(f, "");
	for (unsigned i = 0; i < 4; i++)
		nx_store_fence(f->store, NULL, finished_done, f);
	assert_true(nx_store_is_full(f->store));
	settle(f);
	/* free once half of the bound is left, not at the first that goes */
	assert_trace(f, "full 5 6 free 7 8 ");
}

static void test_too_many_bytes_press_back(void **state)
{
	static const struct nx_statement table[] = { { "length", "SELECT length($1)" }, { NULL, NULL } };
	struct fixture *f = *state;
	struct nx_error err;
	char text[40000];

	memset(text, 'x', sizeof(text));
	fixture_reopen_bounded(f, 0, 200000);
	struct nx_statements *statements = nx_statements_register(f->store, table, &err);
	for (unsigned i = 0; i < 4; i++) {
		struct nx_job *job = nx_job_new(f->store);

		nx_job_add(job, statements, 0, "t", text, sizeof(text));
		nx_job_submit(&job, NULL, NULL, NULL);
	}
	assert_true(nx_store_is_full(f->store));
	settle(f);
	assert_false(nx_store_is_full(f->store));
	assert_trace(f, "full free ");
}

/* Behind a slow disk wait stanzas that were never meant for it. */
static void test_too_many_bytes_behind_fences_press_back(void **state)
{
	struct fixture *f = *state;

	fixture_reopen_bounded(f, 0, 200000);
	for (unsigned i = 0; i < 2; i++)
		nx_store_fence_holding(f->store, 90000, NULL, NULL, NULL);
	assert_false(nx_store_is_full(f->store));
	nx_store_fence_holding(f->store, 90000, NULL, NULL, NULL);
	assert_true(nx_store_is_full(f->store));
	settle(f);
	assert_false(nx_store_is_full(f->store));
	assert_trace(f, "full free ");
}

/* ---- failures ---- */
static void test_failed_commit_answers_every_job(void **state)
{
	static const struct { const char *fault, *trace; enum nx_error_kind kind; } table[] = {
		{ "store.commit:1", "a:failed f:ok b:failed c:failed ", NX_E_STORE_FAILED },
		{ "store.full:1", "a:full f:ok b:full c:full ", NX_E_STORE_FULL },
	};
	struct fixture *f = *state;

	for (unsigned i = 0; i < 2; i++) {
		struct call a = CALL(f, "a"), b = CALL(f, "b"), c = CALL(f, "c"), d = CALL(f, "d"), e = CALL(f, "f");

		nx_faults_set(table[i].fault);
		put(&a, 1, "x");
		nx_store_fence(f->store, NULL, call_done, &e);
		put(&b, 2, "x");
		put(&c, 1, "collides with a");
		settle(f);
		nx_faults_set(NULL);
		assert_trace(f, table[i].trace);
		assert_int_equal(a.changes, 0);
		assert_int_equal(count_items(f), i);
		assert_int_equal(nx_store_health(f->store)->kind, table[i].kind);
		assert_int_equal(f->errors_logged, i + 1);      /* once, not for each job */

		put(&d, 10 + i, "works again");
		settle(f);
		assert_trace(f, "d:ok ");
		assert_null(nx_store_health(f->store));
		assert_int_equal(count_items(f), i + 1);
	}
}

static void test_fault_at_open(void **state)
{
	struct fixture *f = *state;
	struct nx_error err = { 0 };

	nx_store_close(&f->store);
	nx_faults_set("store.open");
	assert_int_equal(fixture_open(f, &err), -1);
	nx_faults_set(NULL);
	assert_int_equal(err.kind, NX_E_STORE_FAILED);
	assert_int_equal(fixture_open(f, &err), 0);
}

/* ---- the end ---- */
static void test_close_finishes_writes_and_drops_callbacks(void **state)
{
	struct fixture *f = *state;
	struct call calls[3] = { CALL(f, "a"), CALL(f, "b"), CALL(f, "c") };
	struct nx_error err;

	put(&calls[0], 1, "x");
	nx_store_hand_over(f->store);
	put(&calls[1], 2, "x");                                 /* not even handed over */
	nx_store_fence(f->store, &f->owner, call_done, &calls[2]);
	nx_store_close(&f->store);
	assert_null(f->store);
	assert_false(nx_owner_has_pending(&f->owner));
	assert_trace(f, "");
	assert_int_equal(nx_mailbox_run(f->box), 0);            /* nothing of ours is left in it */
	assert_int_equal(fixture_open(f, &err), 0);
	assert_int_equal(count_items(f), 2);
}

/* Closed at once, and closed when they run. */
static void test_close_does_not_wait_for_a_long_query(void **state)
{
	struct fixture *f = *state;
	struct call a = CALL(f, "a");
	struct nx_error err;

	for (unsigned round = 0; round < 10; round++) {
		for (unsigned i = 0; i < 5; i++)
			nx_store_query(f->store, NULL, NULL, call_done, &a, f->sql, SLOW, "");
		usleep(round % 2 * 5000);
		nx_store_close(&f->store);
		assert_trace(f, "");
		assert_int_equal(fixture_open(f, &err), 0);
	}
}

#define STORY(fn) cmocka_unit_test_setup_teardown(fn, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(test_answers_come_in_order),
		STORY(test_done_never_runs_before_return),
		STORY(test_fence_keeps_its_place),
		STORY(test_fence_alone_runs_in_next_turn),
		STORY(test_fence_from_done_waits_for_next_turn),
		STORY(test_numbers_grow_and_finish),
		STORY(test_owner_gone_drops_callbacks_not_work),
		STORY(test_owner_may_die_in_a_callback),
		STORY(test_failed_job_is_undone_alone),
		STORY(test_failed_job_does_not_touch_its_neighbours),
		STORY(test_not_null_is_a_conflict_too),
		STORY(test_changes_are_counted_together),
		STORY(test_rows_of_a_job_come_before_done),
		STORY(test_failed_job_shows_no_rows),
		STORY(test_values_survive_the_journey),
		STORY(test_null_is_not_the_empty_text),
		STORY(test_parameters_go_by_number_not_by_place),
		STORY(test_query_sees_what_was_committed),
		STORY(test_query_brings_so_many_bytes),
		STORY(test_query_cannot_write),
		STORY(test_statements_are_checked_when_registered),
		STORY(test_statements_may_come_while_running),
		STORY(test_too_many_jobs_press_back),
		STORY(test_too_many_bytes_press_back),
		STORY(test_too_many_bytes_behind_fences_press_back),
		STORY(test_failed_commit_answers_every_job),
		STORY(test_fault_at_open),
		STORY(test_close_finishes_writes_and_drops_callbacks),
		STORY(test_close_does_not_wait_for_a_long_query),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
