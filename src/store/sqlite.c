/* The SQLite back end: opening a database so that it is sound, ours alone and up to date, and closing it.
 *
 * Order: lock file → the file can be written → connection in WAL mode → quick_check when the last run did not close it
 * (its write-ahead log is still there), or when it is small enough for that to cost nothing → migrations → foreign keys → readers → writer. Migrations run without foreign
 * keys, so that they can rebuild tables. The connection for checks belongs to the loop thread. */
#include "store/sqlite_private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"

#define WRITE_BUSY_TIMEOUT_MS 10000

struct sqlite {
	int lock_fd;
	struct nx_sqlite_conn write;
	struct nx_sqlite_conn check;
	struct nx_sqlite_writer *writer;
	struct nx_sqlite_readers *readers;
};

int nx_sqlite_thread(pthread_t *thread, void *(*run)(void *), void *arg, struct nx_error *err)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	int rc = pthread_create(thread, NULL, run, arg);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return rc == 0 ? 0 : nx_fail(err, NX_E_SYSTEM, "cannot start a thread: %s", strerror(rc));
}

int64_t nx_sqlite_now_us(void)
{
	static const struct nx_clock clock = NX_CLOCK_REAL;

	return nx_clock_us(&clock);
}

int64_t nx_sqlite_us_since(int64_t began_us)
{
	int64_t took_us = nx_sqlite_now_us() - began_us;

	return took_us > 0 ? took_us : 1;
}

/* ---- ours alone ---- */
static int lock_refuse(const char *path, int fd, struct nx_error *err)
{
	char text[24] = { 0 };
	int64_t pid = 0;
	ssize_t len = pread(fd, text, sizeof(text) - 1, 0);

	if (len > 0 && text[len - 1] == '\n')
		text[len - 1] = '\0';
	nx_str_to_i64(text, 1, INT32_MAX, &pid);
	return nx_fail(err, NX_E_STORE_FAILED, "%s is used by another nexad (pid %d); stop it or give this one its own "
		       "state directory", path, (int)pid);
}

/* The lock lasts as long as the descriptor; the file stays, for removing it would race with the next one who locks. */
static int lock_take(const char *path, struct nx_error *err)
{
	struct nx_buf name = NX_BUF_INIT;
	char pid[24];

	nx_buf_printf(&name, "%s.lock", path);
	int fd = open(nx_buf_str(&name), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		nx_sqlite_fail_errno(err, nx_buf_str(&name), errno);
	nx_buf_done(&name);
	if (fd < 0)
		return -1;
	if (flock(fd, LOCK_EX | LOCK_NB) < 0) {
		lock_refuse(path, fd, err);
		close(fd);
		return -1;
	}
	int len = snprintf(pid, sizeof(pid), "%d\n", (int)getpid());
	/* Only the other one's message needs it: a full disk must not keep us from starting. */
	if (ftruncate(fd, 0) < 0 || pwrite(fd, pid, (size_t)len, 0) < 0)
		(void)0;
	return fd;
}

/* Creates the file with rights for us alone (it holds keys), and finds out why it cannot be written, which
 * SQLite would not say. */
static int file_touch(const char *path, struct nx_error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0)
		return nx_sqlite_fail_errno(err, path, errno);
	close(fd);
	return 0;
}

/* Checked at every start: measured 1 ms per MB. Damage in a larger one shows when the page is read. */
#define SMALL_BYTES (16 << 20)

static bool file_is_small(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && st.st_size <= SMALL_BYTES;
}

/* A write-ahead log that is not empty: the last run did not come to its end. */
static bool file_was_left_open(const char *path)
{
	struct nx_buf name = NX_BUF_INIT;
	struct stat st;

	nx_buf_printf(&name, "%s-wal", path);
	bool was = stat(nx_buf_str(&name), &st) == 0 && st.st_size > 0;
	nx_buf_done(&name);
	return was;
}

/* ---- sound ---- */
static int conn_text(struct nx_sqlite_conn *conn, const char *sql, struct nx_buf *text, struct nx_error *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(conn->db, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		nx_buf_puts(text, (const char *)sqlite3_column_text(stmt, 0));
	else if (rc != SQLITE_DONE)
		nx_sqlite_fail(err, conn->db, conn->path);
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? 0 : -1;
}

static int conn_check(struct nx_sqlite_conn *conn, struct nx_error *err)
{
	struct nx_buf text = NX_BUF_INIT;
	int rc = conn_text(conn, "PRAGMA quick_check(1)", &text, err);

	/* "*** in database main ***\nPage 2: …" becomes a part of one line. */
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '\n')
			text.data[i] = ' ';
	}
	if (rc == 0 && !nx_str_eq(nx_buf_str(&text), "ok"))
		rc = nx_fail(err, NX_E_STORE_FAILED, "%s is damaged (%s); stop the server and restore a backup",
			     conn->path, nx_buf_str(&text));
	nx_buf_done(&text);
	/* It has read every page, and the cache would keep them. */
	sqlite3_db_release_memory(conn->db);
	return rc;
}

int nx_store_check_file(const char *path, struct nx_error *err)
{
	struct nx_sqlite_conn conn;

	if (access(path, R_OK) < 0)
		return nx_sqlite_fail_errno(err, path, errno);
	if (nx_sqlite_open(&conn, path, SQLITE_OPEN_READONLY, WRITE_BUSY_TIMEOUT_MS, err) < 0)
		return -1;
	int rc = conn_check(&conn, err);
	nx_sqlite_close(&conn);
	return rc;
}

static int conn_set_up(struct nx_sqlite_conn *conn, struct nx_error *err)
{
	struct nx_buf mode = NX_BUF_INIT;
	int rc = conn_text(conn, "PRAGMA journal_mode=WAL", &mode, err);

	if (rc == 0 && !nx_str_eq(nx_buf_str(&mode), "wal"))
		rc = nx_fail(err, NX_E_STORE_FAILED, "%s cannot have a write-ahead log (journal mode %s); put it on a local disk",
			     conn->path, nx_buf_str(&mode));
	nx_buf_done(&mode);
	if (rc == 0)
		rc = nx_sqlite_exec(conn, "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;"
				    "PRAGMA journal_size_limit=67108864", err);
	return rc;
}

/* ---- up to date ---- */
static int migration_apply(void *ctx, int64_t version, const char *sql, struct nx_error *err)
{
	struct nx_sqlite_conn *conn = ctx;
	char set_version[48];

	if (nx_sqlite_exec(conn, sql, err) < 0)
		return -1;
	if (sqlite3_get_autocommit(conn->db))
		return nx_fail(err, NX_E_STORE_FAILED, "it ends the transaction it is applied in");
	snprintf(set_version, sizeof(set_version), "PRAGMA user_version=%d", (int)version);
	return nx_sqlite_exec(conn, set_version, err);
}

/* All files in one transaction: an update is done or not done, and a new database costs one commit. */
static int migrate_in_transaction(struct nx_sqlite_conn *conn, struct nx_migration_target *target, const char *schema_dir,
				  struct nx_error *err)
{
	if (nx_sqlite_exec(conn, "BEGIN", err) < 0)
		return -1;
	if (nx_migrate(target, schema_dir, err) == 0 && nx_sqlite_exec(conn, "COMMIT", err) == 0)
		return 0;
	if (!sqlite3_get_autocommit(conn->db))
		nx_sqlite_exec(conn, "ROLLBACK", NULL);
	return -1;
}

static int conn_migrate(struct nx_sqlite_conn *conn, const char *schema_dir, const struct nx_log_source *log,
			struct nx_error *err)
{
	struct nx_migration_target target = { .path = conn->path, .apply = migration_apply, .ctx = conn };
	struct nx_buf version = NX_BUF_INIT;
	int rc = conn_text(conn, "PRAGMA user_version", &version, err);

	if (rc == 0 && nx_str_to_i64(nx_buf_str(&version), 0, INT32_MAX, &target.version) < 0)
		rc = nx_fail(err, NX_E_STORE_FAILED, "%s is not a database of Nexa (user_version %s)", conn->path,
			     nx_buf_str(&version));
	nx_buf_done(&version);
	int64_t before = target.version;
	if (rc < 0 || migrate_in_transaction(conn, &target, schema_dir, err) < 0)
		return -1;
	if (target.version > before)
		nx_log_write(log, NX_INFO, "schema migrated from=%d to=%d", (int)before, (int)target.version);
	return 0;
}

/* ---- the table of functions ---- */
static void backend_close(struct nx_store *store)
{
	struct sqlite *sq = store->backend_data;

	nx_sqlite_readers_stop(&sq->readers);
	nx_sqlite_writer_stop(&sq->writer);
	nx_sqlite_close(&sq->check);
	nx_sqlite_close(&sq->write);            /* the last one checkpoints and removes the write-ahead log */
	if (sq->lock_fd >= 0)
		close(sq->lock_fd);
	nx_mem_free(sq);
	store->backend_data = NULL;
}

static int backend_open_file(struct nx_store *store, struct sqlite *sq, const char *schema_dir, struct nx_error *err)
{
	if (nx_fault("store.open"))
		return nx_fail(err, NX_E_STORE_FAILED, "cannot open %s (fault store.open)", store->path);
	sq->lock_fd = lock_take(store->path, err);
	if (sq->lock_fd < 0 || file_touch(store->path, err) < 0)
		return -1;
	bool was_left_open = file_was_left_open(store->path);
	if (nx_sqlite_open(&sq->write, store->path, SQLITE_OPEN_READWRITE, WRITE_BUSY_TIMEOUT_MS, err) < 0 ||
	    nx_sqlite_limit_cache(&sq->write, store->cache_bytes, err) < 0 || conn_set_up(&sq->write, err) < 0)
		return -1;
	if (was_left_open)
		nx_log_write(store->log, NX_INFO, "checking %s: it was not closed by the last run", store->path);
	if ((was_left_open || file_is_small(store->path)) && conn_check(&sq->write, err) < 0)
		return -1;
	if (conn_migrate(&sq->write, schema_dir, store->log, err) < 0)
		return -1;
	return nx_sqlite_exec(&sq->write, "PRAGMA foreign_keys=ON", err);
}

static int backend_open(struct nx_store *store, const char *schema_dir, unsigned readers, struct nx_error *err)
{
	struct sqlite *sq = nx_mem_new(sizeof(*sq));

	sq->lock_fd = -1;
	store->backend_data = sq;
	if (backend_open_file(store, sq, schema_dir, err) == 0 &&
	    nx_sqlite_open(&sq->check, store->path, SQLITE_OPEN_READONLY, WRITE_BUSY_TIMEOUT_MS, err) == 0 &&
	    (sq->readers = nx_sqlite_readers_start(store, readers, err)) &&
	    (sq->writer = nx_sqlite_writer_start(store, &sq->write, err)))
		return 0;
	backend_close(store);
	return -1;
}

static int check_parameters(sqlite3_stmt *stmt, struct nx_statement_info *info, struct nx_error *err)
{
	int count = sqlite3_bind_parameter_count(stmt);

	for (int i = 1; i <= count; i++) {
		const char *name = sqlite3_bind_parameter_name(stmt, i);
		int64_t number;

		if (!name || name[0] != '$' || nx_str_to_i64(name + 1, 1, NX_STORE_MAX_PARAMS, &number) < 0)
			return nx_fail(err, NX_E_STORE_FAILED, "parameter %s: only $1 to $%d are allowed", name ? name : "?",
				       NX_STORE_MAX_PARAMS);
		if (number > count)
			return nx_fail(err, NX_E_STORE_FAILED, "parameter %s: there are only %d of them", name, count);
		info->position[number - 1] = (uint8_t)i;
	}
	info->params = (unsigned)count;
	return 0;
}

static int backend_check(struct nx_store *store, const char *sql, struct nx_statement_info *info, struct nx_error *err)
{
	struct sqlite *sq = store->backend_data;
	sqlite3_stmt *stmt = NULL;
	int rc;

	if (sqlite3_prepare_v2(sq->check.db, sql, -1, &stmt, NULL) != SQLITE_OK)
		rc = nx_sqlite_fail(err, sq->check.db, store->path);
	else
		rc = check_parameters(stmt, info, err);
	sqlite3_finalize(stmt);
	return rc;
}

static void backend_write(struct nx_store *store, struct nx_chain *jobs)
{
	nx_sqlite_writer_write(((struct sqlite *)store->backend_data)->writer, jobs);
}

static void backend_read(struct nx_store *store, struct nx_job *query)
{
	nx_sqlite_readers_read(((struct sqlite *)store->backend_data)->readers, query);
}

static int64_t backend_size_bytes(const struct nx_store *store)
{
	static const char *const suffixes[] = { "", "-wal" };
	int64_t bytes = 0;

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		struct nx_buf name = NX_BUF_INIT;
		struct stat st;

		nx_buf_printf(&name, "%s%s", store->path, suffixes[i]);
		bytes += stat(nx_buf_str(&name), &st) == 0 ? (int64_t)st.st_size : 0;
		nx_buf_done(&name);
	}
	return bytes;
}

static int64_t backend_memory_bytes(void)
{
	return sqlite3_memory_used();
}

const struct nx_backend nx_backend_sqlite = {
	.open = backend_open, .check = backend_check, .write = backend_write, .read = backend_read,
	.size_bytes = backend_size_bytes, .memory_bytes = backend_memory_bytes, .close = backend_close,
};
