/* The readers: threads with read-only connections, fed from one queue. Each query sees what was committed when it begins.
 * A running one looks now and then whether it is time to stop: sqlite3_interrupt() would be lost on one that is just about to begin. */
#include "store/sqlite_private.h"

#include <stdatomic.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/mem.h"

#define READ_BUSY_TIMEOUT_MS 5000
/* Steps of SQLite's machine between two looks: about a tenth of a millisecond. */
#define STEPS_PER_LOOK 10000
/* Of an answer that a test wants late: time enough for what was submitted after the question. */
#define LATE_US 300000

struct reader {
	struct nx_sqlite_readers *all;
	pthread_t thread;
	struct nx_sqlite_conn conn;
};

struct nx_sqlite_readers {
	struct nx_store *store;

	/* under the lock */
	pthread_mutex_t lock;
	pthread_cond_t wake;
	struct nx_chain queue;

	atomic_bool is_stopping;        /* set under the lock, looked at without it too */

	unsigned count;                 /* how many run */
	struct reader reader[];
};

static const char *statement_name(const struct nx_job *query)
{
	const struct nx_row *call = nx_row_first(&query->arguments);

	return call->statements->table[call->statement].name;
}

static void reader_run(struct reader *reader, struct nx_job *query)
{
	struct nx_chain answer = { NULL, NULL };
	struct nx_error err = { NX_E_NONE, "" };
	int64_t began_us = nx_sqlite_now_us();

	if (nx_sqlite_run(&reader->conn, query, &err) < 0) {
		nx_buf_clear(&query->rows);
		query->err = nx_mem_new(sizeof(*query->err));
		*query->err = err;
	}
	query->took_us = nx_sqlite_us_since(began_us);
	if (nx_fault(statement_name(query)))
		usleep(LATE_US);
	nx_chain_add(&answer, query);
	nx_store_answer(reader->all->store, &answer);
}

/* Waits for a query; NULL when it is time to stop. */
static struct nx_job *readers_take(struct nx_sqlite_readers *readers)
{
	pthread_mutex_lock(&readers->lock);
	while (!readers->queue.first && !readers->is_stopping)
		pthread_cond_wait(&readers->wake, &readers->lock);
	struct nx_job *query = readers->is_stopping ? NULL : nx_chain_pop(&readers->queue);
	pthread_mutex_unlock(&readers->lock);
	return query;
}

static void *reader_main(void *arg)
{
	struct reader *reader = arg;
	struct nx_job *query;

	while ((query = readers_take(reader->all)))
		reader_run(reader, query);
	return NULL;
}

static int reader_must_stop(void *arg)
{
	return atomic_load_explicit(&((struct nx_sqlite_readers *)arg)->is_stopping, memory_order_relaxed);
}

static int reader_start(struct reader *reader, struct nx_error *err)
{
	const struct nx_store *store = reader->all->store;

	if (nx_sqlite_open(&reader->conn, store->path, SQLITE_OPEN_READONLY, READ_BUSY_TIMEOUT_MS, err) < 0)
		return -1;
	sqlite3_progress_handler(reader->conn.db, STEPS_PER_LOOK, reader_must_stop, reader->all);
	if (nx_sqlite_limit_cache(&reader->conn, store->cache_bytes, err) == 0 &&
	    nx_sqlite_thread(&reader->thread, reader_main, reader, err) == 0)
		return 0;
	nx_sqlite_close(&reader->conn);
	return -1;
}

struct nx_sqlite_readers *nx_sqlite_readers_start(struct nx_store *store, unsigned count, struct nx_error *err)
{
	struct nx_sqlite_readers *readers = nx_mem_new(sizeof(*readers) + count * sizeof(readers->reader[0]));

	readers->store = store;
	pthread_mutex_init(&readers->lock, NULL);
	pthread_cond_init(&readers->wake, NULL);
	for (; readers->count < count; readers->count++) {
		readers->reader[readers->count].all = readers;
		if (reader_start(&readers->reader[readers->count], err) < 0) {
			nx_sqlite_readers_stop(&readers);
			return NULL;
		}
	}
	return readers;
}

void nx_sqlite_readers_read(struct nx_sqlite_readers *readers, struct nx_job *query)
{
	pthread_mutex_lock(&readers->lock);
	nx_chain_add(&readers->queue, query);
	pthread_cond_signal(&readers->wake);
	pthread_mutex_unlock(&readers->lock);
}

void nx_sqlite_readers_stop(struct nx_sqlite_readers **readers_p)
{
	struct nx_sqlite_readers *readers = *readers_p;

	if (!readers)
		return;
	*readers_p = NULL;
	pthread_mutex_lock(&readers->lock);
	readers->is_stopping = true;
	pthread_cond_broadcast(&readers->wake);
	pthread_mutex_unlock(&readers->lock);
	for (unsigned i = 0; i < readers->count; i++) {
		pthread_join(readers->reader[i].thread, NULL);
		nx_sqlite_close(&readers->reader[i].conn);
	}
	pthread_cond_destroy(&readers->wake);
	pthread_mutex_destroy(&readers->lock);
	nx_mem_free(readers);
}
