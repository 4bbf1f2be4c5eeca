/* A store in a directory of its own and a little loop, see fixture.h. */
#include "fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mailbox.h"
#include "base/mem.h"

static const struct nx_statement sql[] = {
	[PUT] = { "item.put", "INSERT INTO item (id, text) VALUES ($1, $2)" },
	[PUT_BACKWARDS] = { "item.put_backwards", "INSERT INTO item (text, id) VALUES ($2, $1)" },
	[PUT_DATA] = { "item.put_data", "INSERT INTO item (id, text, data) VALUES ($1, $2, $3)" },
	[PUT_RETURNING] = { "item.put_returning", "INSERT INTO item (id, text) VALUES ($1, $2) RETURNING id, text" },
	[GET] = { "item.get", "SELECT id, text, data FROM item WHERE id = $1" },
	[ALL] = { "item.all", "SELECT id, text, data FROM item ORDER BY id" },
	[COUNT] = { "item.count", "SELECT COUNT(*) FROM item" },
	[UPDATE_ALL] = { "item.update_all", "UPDATE item SET text = $1" },
	[SLOW] = { "slow", "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) "
		   "SELECT COUNT(*) FROM n" },
	{ NULL, NULL }
};

static void log_observe(void *ctx, enum nx_level level, const char *line)
{
	struct fixture *f = ctx;

	(void)line;
	f->errors_logged += level == NX_ERROR;
}

void fixture_write(const struct fixture *f, const char *name, const void *data, size_t len)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", f->dir, name);
	FILE *file = fopen(path, "we");
	assert_non_null(file);
	assert_int_equal(fwrite(data, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

void fixture_make(struct fixture *f)
{
	static const char item[] = "CREATE TABLE item (id BIGINT PRIMARY KEY, text TEXT NOT NULL, data BLOB);";
	struct nx_log_options options = { .level = NX_DEBUG, .dir = f->dir };
	struct nx_error err;

	memset(f, 0, sizeof(*f));
	const char *tmp = getenv("TMPDIR");
	snprintf(f->dir, sizeof(f->dir), "%s/nexa-store-XXXXXX", tmp && strlen(tmp) < 32 ? tmp : "/tmp");
	assert_non_null(mkdtemp(f->dir));
	snprintf(f->path, sizeof(f->path), "%s/nexa.db", f->dir);
	snprintf(f->schema, sizeof(f->schema), "%s/schema", f->dir);
	assert_int_equal(mkdir(f->schema, 0755), 0);
	fixture_write(f, "schema/001-item.sql", item, strlen(item));
	f->box = nx_mailbox_new();
	f->logger = nx_logger_new(&options, &err);
	assert_non_null(f->logger);
	nx_logger_set_observer(f->logger, log_observe, f);
	f->log = (struct nx_log_source){ .logger = f->logger, .channel = NX_LOG_DATABASE };
	nx_owner_init(&f->owner);
}

static void directory_remove(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *entry;

	while ((entry = readdir(d))) {
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(d), entry->d_name, 0);
	}
	closedir(d);
	rmdir(dir);
}

void fixture_remove(struct fixture *f)
{
	nx_store_close(&f->store);
	nx_logger_free(&f->logger);
	nx_mailbox_free(&f->box);
	nx_buf_done(&f->trace);
	directory_remove(f->schema);
	directory_remove(f->dir);
}

int fixture_open(struct fixture *f, struct nx_error *err)
{
	struct nx_store_options options = {
		.path = f->path, .schema_dir = f->schema, .mailbox = f->box, .log = &f->log, .readers = 2,
		.max_jobs = f->max_jobs, .max_bytes = f->max_bytes, .cache_bytes = f->cache_bytes,
	};

	f->store = nx_store_open(&options, err);
	if (!f->store)
		return -1;
	f->sql = nx_statements_register(f->store, sql, err);
	return f->sql ? 0 : -1;
}

int fixture_setup(void **state)
{
	struct fixture *f = nx_mem_new(sizeof(*f));
	struct nx_error err = { 0 };

	fixture_make(f);
	if (fixture_open(f, &err) < 0)
		fail_msg("%s", err.text);
	*state = f;
	return 0;
}

int fixture_teardown(void **state)
{
	fixture_remove(*state);
	nx_mem_free(*state);
	return 0;
}

void turn(struct fixture *f)
{
	struct pollfd ready = { .fd = nx_mailbox_fd(f->box), .events = POLLIN };

	nx_store_hand_over(f->store);
	assert_int_equal(poll(&ready, 1, 20000), 1);
	nx_mailbox_run(f->box);
}

void settle(struct fixture *f)
{
	while (nx_store_pending(f->store) > 0)
		turn(f);
}

void call_done(void *ctx, const struct nx_result *result)
{
	struct call *call = ctx;
	const char *what = "ok";

	assert_false(call->is_done);
	call->is_done = true;
	call->changes = result->changes;
	if (result->err) {
		call->err = *result->err;
		what = result->err->kind == NX_E_CONFLICT ? "conflict" :
		       result->err->kind == NX_E_STORE_FULL ? "full" : "failed";
	}
	nx_buf_printf(&call->f->trace, "%s:%s ", call->name, what);
}

void put(struct call *call, int64_t id, const char *text)
{
	struct nx_job *job = nx_job_new(call->f->store);

	nx_job_add(job, call->f->sql, PUT, "is", id, text);
	nx_job_submit(&job, &call->f->owner, call_done, call);
	assert_null(job);
}

static void count_row(void *ctx, const struct nx_row *row)
{
	((struct fixture *)ctx)->count = nx_row_int(row, 0);
}

int64_t count_items(struct fixture *f)
{
	f->count = -1;
	nx_store_query(f->store, NULL, count_row, NULL, f, f->sql, COUNT, "");
	settle(f);
	return f->count;
}

void assert_trace(struct fixture *f, const char *expected)
{
	assert_string_equal(nx_buf_str(&f->trace), expected);
	nx_buf_clear(&f->trace);
}
