/* What is particular to a database in a file: migrations, damage, full disks, locks, and the end by SIGKILL. */
#include "fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

#define CALL(f, name) { (f), (name), { 0 }, 0, false }

static int setup_closed(void **state)
{
	struct fixture *f = nx_mem_new(sizeof(*f));

	fixture_make(f);
	*state = f;
	return 0;
}

static void open_good(struct fixture *f)
{
	struct nx_error err = { 0 };

	if (fixture_open(f, &err) < 0)
		fail_msg("%s", err.text);
}

/* The sentence must have all of these words in it. */
static void open_bad(struct fixture *f, const char *const *words)
{
	struct nx_error err = { 0 };

	assert_int_equal(fixture_open(f, &err), -1);
	assert_null(f->store);
	assert_int_not_equal(err.kind, NX_E_NONE);
	for (; *words; words++)
		if (!strstr(err.text, *words))
			fail_msg("no \"%s\" in \"%s\"", *words, err.text);
}

static void write_text(struct fixture *f, const char *name, const char *text)
{
	fixture_write(f, name, text, strlen(text));
}

/* count jobs in one transaction, with texts of size bytes */
static void put_many(struct fixture *f, int64_t first, unsigned count, size_t size)
{
	char *text = nx_mem_new(size + 1);

	memset(text, 'x', size);
	for (unsigned i = 0; i < count; i++) {
		struct nx_job *job = nx_job_new(f->store);

		nx_job_add(job, f->sql, PUT, "is", first + i, text);
		nx_job_submit(&job, NULL, NULL, NULL);
	}
	nx_mem_free(text);
	settle(f);
}

/* ---- migrations ---- */
static void row_text(void *ctx, const struct nx_row *row)
{
	struct fixture *f = ctx;

	nx_buf_printf(&f->trace, "%s ", nx_row_text(row, 0) ? nx_row_text(row, 0) : "-");
}

static void assert_select(struct fixture *f, const struct nx_statement *table, const char *expected)
{
	struct nx_error err = { 0 };
	struct nx_statements *statements = nx_statements_register(f->store, table, &err);

	if (!statements)
		fail_msg("%s", err.text);
	nx_store_query(f->store, NULL, row_text, NULL, f, statements, 0, "");
	settle(f);
	assert_trace(f, expected);
}

static void test_migrations_go_step_by_step(void **state)
{
	static const struct nx_statement version[] = { { "v", "SELECT note FROM item ORDER BY id" }, { NULL, NULL } };
	struct fixture *f = *state;

	open_good(f);
	put_many(f, 1, 1, 3);
	nx_store_close(&f->store);
	write_text(f, "schema/003-fill.sql", "UPDATE item SET note = 'third';");
	write_text(f, "schema/002-note.sql", "-- a comment\nALTER TABLE item ADD COLUMN note TEXT;\n");
	write_text(f, "schema/README", "not a schema file");
	write_text(f, "schema/4-no.sql", "not one either");
	open_good(f);
	assert_select(f, version, "third ");
	put_many(f, 2, 1, 3);
	nx_store_close(&f->store);
	open_good(f);                                           /* nothing is applied twice */
	assert_select(f, version, "third - ");
}

static void test_newer_schema_is_refused(void **state)
{
	static const char *const words[] = { "nexa.db", "schema version 2", "only version 1", "newer program", NULL };
	struct fixture *f = *state;
	char path[160];

	write_text(f, "schema/002-note.sql", "ALTER TABLE item ADD COLUMN note TEXT;");
	open_good(f);
	nx_store_close(&f->store);
	snprintf(path, sizeof(path), "%s/002-note.sql", f->schema);
	assert_int_equal(unlink(path), 0);
	open_bad(f, words);
}

static void test_broken_migration_leaves_nothing(void **state)
{
	static const struct { const char *sql, *says; } bad[] = {
		{ "CREATE TABLE two (id BIGINT); FLY ME TO THE MOON;", "syntax error" },
		{ "CREATE TABLE two (id BIGINT); INSERT INTO two SELECT id FROM three;", "no such table: three" },
		{ "CREATE TABLE two (id BIGINT); ROLLBACK;", "ends the transaction" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *words[] = { "002-two.sql", bad[i].says, NULL };

		write_text(f, "schema/002-two.sql", bad[i].sql);
		open_bad(f, words);
	}
	write_text(f, "schema/002-two.sql", "CREATE TABLE two (id BIGINT);");
	open_good(f);
}

static void test_broken_update_keeps_the_old_version(void **state)
{
	static const char *const words[] = { "003-three.sql", "as it was", NULL };
	struct fixture *f = *state;

	open_good(f);
	nx_store_close(&f->store);
	write_text(f, "schema/002-two.sql", "CREATE TABLE two (id BIGINT);");
	write_text(f, "schema/003-three.sql", "FLY ME TO THE MOON;");
	open_bad(f, words);
	write_text(f, "schema/003-three.sql", "SELECT 1;");
	open_good(f);                                           /* 002 is not there yet, or this would fail */
}

static void test_schema_directory_must_be_whole(void **state)
{
	static const char *const gap[] = { "number 002", "missing", "install", NULL };
	static const char *const twice[] = { "two schema files", "003", NULL };
	static const char *const absent[] = { "schema directory", "No such file", NULL };
	static const char *const empty[] = { "no schema files", NULL };
	struct fixture *f = *state;

	write_text(f, "schema/003-c.sql", "SELECT 1;");
	open_bad(f, gap);
	write_text(f, "schema/003-d.sql", "SELECT 1;");
	open_bad(f, twice);
	snprintf(f->schema + strlen(f->schema), 2, "x");
	open_bad(f, absent);
	assert_int_equal(mkdir(f->schema, 0755), 0);
	open_bad(f, empty);
	assert_int_equal(rmdir(f->schema), 0);
	f->schema[strlen(f->schema) - 1] = '\0';
}

enum { ADD_USER, ADD_KEY, ADD_CONTACT, ADD_VERSION, ADD_OFFLINE, DROP_USER };
static const struct nx_statement core_sql[] = {
	[ADD_USER] = { "users.add", "INSERT INTO users (host, local, created_at) VALUES ('h', $1, 1)" },
	[ADD_KEY] = { "keys.add", "INSERT INTO user_keys (host, local, mechanism, iterations, salt, stored_key, server_key) "
		      "VALUES ('h', $1, 'SCRAM-SHA-256', 10000, 's', 'k', 'v')" },
	[ADD_CONTACT] = { "roster.add", "INSERT INTO roster (host, local, contact, subscription, version) "
			  "VALUES ('h', $1, 'c@h', 'both', 1)" },
	[ADD_VERSION] = { "roster.version", "INSERT INTO roster_versions (host, local, version) VALUES ('h', $1, 1)" },
	[ADD_OFFLINE] = { "offline.add", "INSERT INTO offline (id, host, local, stored_at, stanza) "
			  "VALUES (1, 'h', $1, 1, '<message/>')" },
	[DROP_USER] = { "users.drop", "DELETE FROM users WHERE host = 'h' AND local = $1" },
	{ NULL, NULL }
};

static void test_core_schema_cleans_up_after_an_account(void **state)
{
	static const struct nx_statement left[] = {
		{ "left", "SELECT CAST((SELECT COUNT(*) FROM user_keys) + (SELECT COUNT(*) FROM roster) + "
		  "(SELECT COUNT(*) FROM roster_versions) + (SELECT COUNT(*) FROM offline) AS TEXT)" },
		{ NULL, NULL }
	};
	struct fixture *f = *state;
	const char *dir = getenv("NEXA_SCHEMA_DIR");
	struct nx_store_options options = { .path = f->path, .schema_dir = dir, .mailbox = f->box, .log = &f->log, .readers = 1 };
	struct call calls[] = { CALL(f, "key"), CALL(f, "rest"), CALL(f, "drop") };
	struct nx_error err = { 0 };

	if (!dir)
		skip();
	f->store = nx_store_open(&options, &err);
	if (!f->store)
		fail_msg("%s", err.text);
	struct nx_statements *sql = nx_statements_register(f->store, core_sql, &err);
	assert_non_null(sql);
	struct nx_job *job = nx_job_new(f->store);
	nx_job_add(job, sql, ADD_KEY, "s", "juliet");           /* nobody's key */
	nx_job_submit(&job, NULL, call_done, &calls[0]);
	job = nx_job_new(f->store);
	for (unsigned i = ADD_USER; i <= ADD_OFFLINE; i++)
		nx_job_add(job, sql, i, "s", "juliet");
	nx_job_submit(&job, NULL, call_done, &calls[1]);
	settle(f);
	assert_trace(f, "key:conflict rest:ok ");
	assert_select(f, left, "4 ");
	job = nx_job_new(f->store);
	nx_job_add(job, sql, DROP_USER, "s", "juliet");
	nx_job_submit(&job, NULL, call_done, &calls[2]);
	settle(f);
	assert_trace(f, "drop:ok ");
	assert_select(f, left, "0 ");
}

/* ---- ours alone ---- */
static void test_second_opener_is_refused(void **state)
{
	struct fixture *f = *state, other = *f;
	char pid[32];
	const char *words[] = { "nexa.db", "used by another nexad", pid, "state directory", NULL };

	snprintf(pid, sizeof(pid), "(pid %d)", (int)getpid());
	open_good(f);
	open_bad(&other, words);
	nx_store_close(&f->store);
	open_good(f);
}

static void test_lock_is_not_inherited(void **state)
{
	struct fixture *f = *state;
	int out[2];

	open_good(f);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	pid_t child = fork();
	if (child == 0) {
		execl("/bin/sleep", "sleep", "30", (char *)NULL);
		_exit(127);
	}
	close(out[1]);
	char c;
	assert_int_equal(read(out[0], &c, 1), 0);               /* until exec closed its end */
	close(out[0]);
	nx_store_close(&f->store);
	open_good(f);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void test_file_is_readable_by_us_alone(void **state)
{
	struct fixture *f = *state;
	struct stat st;

	open_good(f);
	assert_int_equal(stat(f->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

/* Runs as nobody, because nothing is read-only to root. */
static int open_as_nobody(struct fixture *f)
{
	struct nx_error err = { 0 };

	if (geteuid() == 0 && (setgid(65534) < 0 || setuid(65534) < 0))
		return 2;
	if (fixture_open(f, &err) == 0)
		return 3;
	return strstr(err.text, "right to write") && strstr(err.text, "nexa.db") ? 0 : 4;
}

static void test_missing_rights_are_explained(void **state)
{
	struct fixture *f = *state;
	char path[160];

	for (unsigned i = 0; i < 2; i++) {                      /* the database, then the directory */
		int status = 0;

		write_text(f, "nexa.db", "");
		assert_int_equal(chmod(f->path, 0444), 0);
		assert_int_equal(chmod(f->dir, i == 0 ? 0777 : 0555), 0);
		pid_t child = fork();
		if (child == 0)
			_exit(open_as_nobody(f));
		waitpid(child, &status, 0);
		assert_int_equal(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
		chmod(f->dir, 0755);
		snprintf(path, sizeof(path), "%s.lock", f->path);
		unlink(path);
	}
}

static void test_missing_directory_is_explained(void **state)
{
	static const char *const words[] = { "No such file or directory", "nexa.db", NULL };
	struct fixture *f = *state;
	char path[sizeof(f->path)];

	memcpy(path, f->path, sizeof(path));
	snprintf(f->path, sizeof(f->path), "%s/absent/nexa.db", f->dir);
	open_bad(f, words);
	memcpy(f->path, path, sizeof(path));
}

/* ---- damage ---- */
static void overwrite(const char *path, off_t at, off_t len)
{
	static const char junk[4096] = "junk";
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	for (off_t done = 0; done < len; done += (off_t)sizeof(junk))
		assert_int_equal(pwrite(fd, junk, sizeof(junk), at + done), sizeof(junk));
	close(fd);
}

static void test_damaged_head_is_refused(void **state)
{
	static const char *const words[] = { "nexa.db is damaged", "restore a backup", NULL };
	struct fixture *f = *state;
	struct nx_error err = { 0 };

	open_good(f);
	put_many(f, 1, 100, 1000);
	nx_store_close(&f->store);
	assert_int_equal(nx_store_check_file(f->path, &err), 0);
	overwrite(f->path, 0, 4096);
	open_bad(f, words);
	assert_int_equal(nx_store_check_file(f->path, &err), -1);
	assert_non_null(strstr(err.text, "nexa.db is damaged"));
}

static void test_damaged_page_is_found_after_a_crash(void **state)
{
	static const char *const words[] = { "nexa.db is damaged", "restore a backup", NULL };
	struct fixture *f = *state;
	struct nx_error err = { 0 };

	open_good(f);
	put_many(f, 1, 200, 1000);
	nx_store_close(&f->store);
	overwrite(f->path, 20 * 4096, 8 * 4096);
	assert_int_equal(nx_store_check_file(f->path, &err), -1);
	assert_non_null(strstr(err.text, "nexa.db is damaged"));
	write_text(f, "nexa.db-wal", "left behind by a crash");
	open_bad(f, words);
}

static void test_check_of_a_missing_file(void **state)
{
	struct fixture *f = *state;
	struct nx_error err = { 0 };

	assert_int_equal(nx_store_check_file(f->path, &err), -1);
	assert_non_null(strstr(err.text, "No such file"));
	assert_int_equal(access(f->path, F_OK), -1);            /* and did not create it */
}

/* ---- full disk ---- */
struct full { struct fixture *f; unsigned ok, full, other; };

static void full_done(void *ctx, const struct nx_result *result)
{
	struct full *full = ctx;

	if (!result->err)
		full->ok++;
	else if (result->err->kind == NX_E_STORE_FULL && strstr(result->err->text, "free some space"))
		full->full++;
	else
		full->other++;
}

/* A limit on the size of files stands for the disk: the write fails in the same place. */
static void test_full_disk_loses_nothing_committed(void **state)
{
	struct fixture *f = *state;
	struct rlimit before, small;
	struct full full = { f, 0, 0, 0 };
	struct call after = CALL(f, "after");
	char text[20000];

	memset(text, 'x', sizeof(text));
	open_good(f);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_IGN);
	small = before;
	small.rlim_cur = 1 << 20;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	for (int64_t id = 0; id < 100; id++) {
		struct nx_job *job = nx_job_new(f->store);

		nx_job_add(job, f->sql, PUT, "it", id, text, sizeof(text));
		nx_job_submit(&job, NULL, full_done, &full);
		if (id % 4 == 3)
			settle(f);
	}
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	if (full.ok == 0 || full.full == 0 || full.other > 0)
		fail_msg("ok %u full %u other %u: %s", full.ok, full.full, full.other, nx_store_health(f->store)->text);
	assert_int_equal(full.ok + full.full, 100);
	assert_int_equal(nx_store_health(f->store)->kind, NX_E_STORE_FULL);
	assert_int_equal(f->errors_logged, 1);
	assert_int_equal(count_items(f), full.ok);

	put(&after, 1000, "room again");
	settle(f);
	assert_trace(f, "after:ok ");
	assert_null(nx_store_health(f->store));
	assert_int_equal(count_items(f), full.ok + 1);
	nx_store_close(&f->store);
	open_good(f);
	assert_int_equal(count_items(f), full.ok + 1);
}

/* ---- SIGKILL ---- */
struct writer { struct fixture *f; int fd; };

static void writer_done(void *ctx, const struct nx_result *result)
{
	struct writer *writer = ctx;

	if (result->err || write(writer->fd, "+", 1) != 1)
		_exit(1);
}

/* Jobs of two rows, acknowledged over the pipe, until killed. */
static void write_until_killed(struct fixture *f, int fd)
{
	struct writer writer = { f, fd };
	struct nx_error err;

	if (fixture_open(f, &err) < 0)
		_exit(1);
	for (int64_t id = 0; ; id += 2) {
		struct nx_job *job = nx_job_new(f->store);

		nx_job_add(job, f->sql, PUT, "is", id, "one");
		nx_job_add(job, f->sql, PUT, "is", id + 1, "two");
		nx_job_submit(&job, NULL, writer_done, &writer);
		if (nx_store_pending(f->store) >= 20)
			turn(f);
	}
}

static size_t acknowledged_until_kill(struct fixture *f, size_t kill_at)
{
	int fds[2], status;
	size_t acknowledged = 0;
	char bytes[64];
	ssize_t got;

	assert_int_equal(pipe2(fds, O_CLOEXEC), 0);
	pid_t child = fork();
	if (child == 0)
		write_until_killed(f, fds[1]);
	close(fds[1]);
	while ((got = read(fds[0], bytes, sizeof(bytes))) > 0) {
		bool was_less = acknowledged < kill_at;

		acknowledged += (size_t)got;
		if (was_less && acknowledged >= kill_at)
			kill(child, SIGKILL);
	}
	close(fds[0]);
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	return acknowledged;
}

static void test_sigkill_loses_nothing_acknowledged(void **state)
{
	struct fixture *f = *state;

	for (unsigned round = 0; round < 3; round++) {
		size_t acknowledged = acknowledged_until_kill(f, 50 + 300 * round);

		open_good(f);                                   /* with its quick_check */
		int64_t items = count_items(f);
		assert_true(items >= 2 * (int64_t)acknowledged);
		assert_int_equal(items % 2, 0);                 /* no half job */
		struct nx_job *job = nx_job_new(f->store);
		static const struct nx_statement clear[] = { { "clear", "DELETE FROM item" }, { NULL, NULL } };
		struct nx_error err;
		nx_job_add(job, nx_statements_register(f->store, clear, &err), 0, "");
		nx_job_submit(&job, NULL, NULL, NULL);
		nx_store_close(&f->store);
	}
}

/* ---- housekeeping ---- */
static void test_write_ahead_log_does_not_grow_without_end(void **state)
{
	struct fixture *f = *state;
	struct stat st;
	char wal[160];

	open_good(f);
	for (unsigned i = 0; i < 40; i++)
		put_many(f, i * 100, 100, 40000);               /* 160 MB in all */
	snprintf(wal, sizeof(wal), "%s-wal", f->path);
	assert_int_equal(stat(wal, &st), 0);
	assert_in_range(st.st_size, 1, 64 << 20);
	nx_store_close(&f->store);
	assert_int_equal(stat(wal, &st), -1);                   /* closed cleanly: it is gone */
}

/* What all connections take once 8 MB have been written, 2 MB in a transaction, and read again. */
static int64_t memory_with_cache(struct fixture *f, size_t cache_bytes)
{
	f->cache_bytes = cache_bytes;
	open_good(f);
	int64_t first = count_items(f);
	for (unsigned i = 0; i < 4; i++)
		put_many(f, first + i * 500, 500, 4000);
	assert_int_equal(count_items(f), first + 2000);
	int64_t used = nx_store_memory_bytes(f->store);
	nx_store_close(&f->store);
	return used;
}

static void test_memory_is_bounded_by_the_cache(void **state)
{
	struct fixture *f = *state;

	assert_in_range(memory_with_cache(f, 8 << 20), 8 << 20, 28 << 20);      /* a writer and two readers */
	assert_in_range(memory_with_cache(f, 64 << 10), 1, 1 << 20);
	assert_in_range(memory_with_cache(f, 0), 2 << 20, 7 << 20);
}

#define STORY(fn) cmocka_unit_test_setup_teardown(fn, setup_closed, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(test_migrations_go_step_by_step),
		STORY(test_newer_schema_is_refused),
		STORY(test_broken_migration_leaves_nothing),
		STORY(test_broken_update_keeps_the_old_version),
		STORY(test_schema_directory_must_be_whole),
		STORY(test_core_schema_cleans_up_after_an_account),
		STORY(test_second_opener_is_refused),
		STORY(test_lock_is_not_inherited),
		STORY(test_file_is_readable_by_us_alone),
		STORY(test_missing_rights_are_explained),
		STORY(test_missing_directory_is_explained),
		STORY(test_damaged_head_is_refused),
		STORY(test_damaged_page_is_found_after_a_crash),
		STORY(test_check_of_a_missing_file),
		STORY(test_full_disk_loses_nothing_committed),
		STORY(test_sigkill_loses_nothing_acknowledged),
		STORY(test_write_ahead_log_does_not_grow_without_end),
		STORY(test_memory_is_bounded_by_the_cache),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
