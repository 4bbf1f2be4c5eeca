/* The writer: a thread that owns the one writing connection and commits jobs in groups.
 *
 * Round: take up to 512 waiting jobs → BEGIN → each job → COMMIT, which waits for the disk → answer them all. Whatever
 * came meanwhile is the next round: the slower the disk, the larger the groups. An error of the disk or the file undoes
 * the round and is the answer to every job in it.
 *
 * A statement's own error undoes its job and nothing else. Savepoints would do that, but they cost 3 µs a job, more than a third
 * of everything. So a round goes without; when a job fails that has changed something already, which is
 * rare, the round is undone and repeated with a savepoint around each job. */
#include "store/sqlite_private.h"

#include "base/fault.h"
#include "base/mem.h"

#define GROUP_MAX_JOBS 512
/* Pages in the write-ahead log after which they are copied into the database: 32 MB. */
#define CHECKPOINT_PAGES 8000

enum { BEGIN, COMMIT, ROLLBACK, SAVE, RELEASE, UNDO, OWN_STATEMENTS };

static const char *const own_sql[OWN_STATEMENTS] = {
	[BEGIN] = "BEGIN IMMEDIATE",
	[COMMIT] = "COMMIT",
	[ROLLBACK] = "ROLLBACK",
	[SAVE] = "SAVEPOINT job",
	[RELEASE] = "RELEASE job",
	[UNDO] = "ROLLBACK TO job",
};

struct nx_sqlite_writer {
	struct nx_store *store;
	pthread_t thread;

	/* the thread's */
	struct nx_sqlite_conn *conn;
	sqlite3_stmt *own[OWN_STATEMENTS];
	int wal_pages, checkpoint_at;

	/* under the lock */
	pthread_mutex_t lock;
	pthread_cond_t wake;
	struct nx_chain queue;
	bool is_stopping;
};

static int own_run(struct nx_sqlite_writer *writer, unsigned which, struct nx_error *err)
{
	sqlite3_stmt *stmt = writer->own[which];
	int rc = sqlite3_step(stmt);

	if (rc != SQLITE_DONE)
		nx_sqlite_fail(err, writer->conn->db, writer->conn->path);
	sqlite3_reset(stmt);
	return rc == SQLITE_DONE ? 0 : -1;
}

static void job_fail(struct nx_job *job, const struct nx_error *err)
{
	nx_buf_clear(&job->rows);
	job->changes = 0;
	if (!job->err)
		job->err = nx_mem_new(sizeof(*job->err));
	*job->err = *err;
}

/* As it was before it ran. */
static void job_forget(struct nx_job *job)
{
	nx_buf_clear(&job->rows);
	job->changes = 0;
	nx_mem_free(job->err);
	job->err = NULL;
}

enum outcome { GOOD, LOST, REPEAT };    /* LOST: the whole transaction; REPEAT: with savepoints */

static enum outcome job_run_plain(struct nx_sqlite_writer *writer, struct nx_job *job, struct nx_error *err)
{
	if (nx_sqlite_run(writer->conn, job, err) == 0)
		return GOOD;
	if (nx_sqlite_is_fatal(writer->conn->db))
		return LOST;
	if (job->changes > 0)
		return REPEAT;
	job_fail(job, err);     /* a statement that fails leaves nothing, and those before it did nothing */
	return GOOD;
}

static enum outcome job_run_saved(struct nx_sqlite_writer *writer, struct nx_job *job, struct nx_error *err)
{
	if (own_run(writer, SAVE, err) < 0)
		return LOST;
	if (nx_sqlite_run(writer->conn, job, err) < 0) {
		if (nx_sqlite_is_fatal(writer->conn->db))
			return LOST;
		job_fail(job, err);
		if (own_run(writer, UNDO, err) < 0)
			return LOST;
	}
	return own_run(writer, RELEASE, err) == 0 ? GOOD : LOST;
}

static int group_commit(struct nx_sqlite_writer *writer, struct nx_error *err)
{
	if (nx_fault("store.full"))
		return nx_fail(err, NX_E_STORE_FULL, "no space left for %s (fault store.full)", writer->conn->path);
	if (nx_fault("store.commit"))
		return nx_fail(err, NX_E_STORE_FAILED, "cannot commit to %s (fault store.commit)", writer->conn->path);
	return own_run(writer, COMMIT, err);
}

static enum outcome group_try(struct nx_sqlite_writer *writer, const struct nx_chain *group, bool is_saved,
			      struct nx_error *err)
{
	enum outcome outcome = own_run(writer, BEGIN, err) == 0 ? GOOD : LOST;

	for (struct nx_job *job = group->first; job && outcome == GOOD; job = job->next)
		outcome = is_saved ? job_run_saved(writer, job, err) : job_run_plain(writer, job, err);
	if (outcome == GOOD && group_commit(writer, err) < 0)
		outcome = LOST;
	/* A full disk has undone it already. */
	if (outcome != GOOD && !sqlite3_get_autocommit(writer->conn->db))
		own_run(writer, ROLLBACK, NULL);
	return outcome;
}

static void group_run(struct nx_sqlite_writer *writer, const struct nx_chain *group)
{
	struct nx_error err = { NX_E_NONE, "" };
	int64_t began_us = nx_sqlite_now_us();
	enum outcome outcome = group_try(writer, group, false, &err);

	if (outcome == REPEAT) {
		for (struct nx_job *job = group->first; job; job = job->next)
			job_forget(job);
		outcome = group_try(writer, group, true, &err);
	}
	group->first->took_us = nx_sqlite_us_since(began_us);
	if (outcome == GOOD)
		return;
	for (struct nx_job *job = group->first; job; job = job->next) {
		job_fail(job, &err);
		job->is_write_failure = true;
	}
}

static int writer_wal_grew(void *arg, sqlite3 *db, const char *name, int pages)
{
	struct nx_sqlite_writer *writer = arg;

	(void)db;
	(void)name;
	if (pages < writer->wal_pages)          /* it begins anew after a complete checkpoint */
		writer->checkpoint_at = CHECKPOINT_PAGES;
	writer->wal_pages = pages;
	return SQLITE_OK;
}

/* Never waits for readers. When one of them holds it back, the next try comes after as many pages again. An error here
 * is no job's: what was committed is safe in the log, and a disk that is really ill fails the next commit. */
static void writer_checkpoint(struct nx_sqlite_writer *writer)
{
	if (writer->wal_pages < writer->checkpoint_at)
		return;
	sqlite3_wal_checkpoint_v2(writer->conn->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	writer->checkpoint_at = writer->wal_pages + CHECKPOINT_PAGES;
}

/* Waits for jobs; false when there are none and never will be. */
static bool writer_take(struct nx_sqlite_writer *writer, struct nx_chain *group)
{
	pthread_mutex_lock(&writer->lock);
	while (!writer->queue.first && !writer->is_stopping)
		pthread_cond_wait(&writer->wake, &writer->lock);
	for (unsigned i = 0; i < GROUP_MAX_JOBS && writer->queue.first; i++)
		nx_chain_add(group, nx_chain_pop(&writer->queue));
	pthread_mutex_unlock(&writer->lock);
	return group->first != NULL;
}

static void *writer_main(void *arg)
{
	struct nx_sqlite_writer *writer = arg;
	struct nx_chain group = { NULL, NULL };

	while (writer_take(writer, &group)) {
		group_run(writer, &group);
		nx_store_answer(writer->store, &group);
		writer_checkpoint(writer);
	}
	return NULL;
}

static void writer_free(struct nx_sqlite_writer *writer)
{
	for (unsigned i = 0; i < OWN_STATEMENTS; i++)
		sqlite3_finalize(writer->own[i]);
	pthread_cond_destroy(&writer->wake);
	pthread_mutex_destroy(&writer->lock);
	nx_mem_free(writer);
}

static int writer_prepare(struct nx_sqlite_writer *writer, struct nx_error *err)
{
	sqlite3 *db = writer->conn->db;

	for (unsigned i = 0; i < OWN_STATEMENTS; i++)
		if (sqlite3_prepare_v3(db, own_sql[i], -1, SQLITE_PREPARE_PERSISTENT, &writer->own[i], NULL) != SQLITE_OK)
			return nx_sqlite_fail(err, db, writer->conn->path);
	return nx_sqlite_thread(&writer->thread, writer_main, writer, err);
}

struct nx_sqlite_writer *nx_sqlite_writer_start(struct nx_store *store, struct nx_sqlite_conn *conn,
						struct nx_error *err)
{
	struct nx_sqlite_writer *writer = nx_mem_new(sizeof(*writer));

	writer->store = store;
	writer->conn = conn;
	writer->checkpoint_at = CHECKPOINT_PAGES;
	pthread_mutex_init(&writer->lock, NULL);
	pthread_cond_init(&writer->wake, NULL);
	sqlite3_wal_hook(conn->db, writer_wal_grew, writer);
	if (writer_prepare(writer, err) == 0)
		return writer;
	writer_free(writer);
	return NULL;
}

void nx_sqlite_writer_write(struct nx_sqlite_writer *writer, struct nx_chain *jobs)
{
	pthread_mutex_lock(&writer->lock);
	nx_chain_move(&writer->queue, jobs);
	pthread_cond_signal(&writer->wake);
	pthread_mutex_unlock(&writer->lock);
}

void nx_sqlite_writer_stop(struct nx_sqlite_writer **writer_p)
{
	struct nx_sqlite_writer *writer = *writer_p;

	if (!writer)
		return;
	*writer_p = NULL;
	pthread_mutex_lock(&writer->lock);
	writer->is_stopping = true;
	pthread_cond_signal(&writer->wake);
	pthread_mutex_unlock(&writer->lock);
	pthread_join(writer->thread, NULL);
	sqlite3_wal_hook(writer->conn->db, NULL, NULL);
	writer_free(writer);
}
