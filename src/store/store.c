/* The loop's side of the store: opening and closing, the bounds, and the delivery of answers.
 *
 * The order of events: nx_job_submit() appends to `collected` and `order` → nx_store_hand_over() gives what was collected to the back end
 * → its thread carries it out and calls nx_store_answer(), which puts the jobs into `answers` and rings the bell (one letter for
 * the whole store) → the mailbox runs store_deliver(), which marks them finished and runs, from the front of `order`, every
 * call-back whose turn has come, fences included. */
#include "store/store_private.h"

#include "base/assert.h"
#include "base/log.h"
#include "base/mem.h"

#define DEFAULT_MAX_JOBS 20000
#define DEFAULT_MAX_BYTES (32u << 20)
#define DEFAULT_CACHE_BYTES (2u << 20)

static void store_deliver(struct nx_letter *letter);

struct nx_store *nx_store_open(const struct nx_store_options *options, struct nx_error *err)
{
	struct nx_store *store = nx_mem_new(sizeof(*store));

	nx_assert(options->readers >= 1 && options->readers <= 4);
	store->backend = &nx_backend_sqlite;
	store->path = nx_mem_strdup(options->path);
	store->mailbox = options->mailbox;
	store->log = options->log;
	store->max_jobs = options->max_jobs ? options->max_jobs : DEFAULT_MAX_JOBS;
	store->max_bytes = options->max_bytes ? options->max_bytes : DEFAULT_MAX_BYTES;
	store->cache_bytes = options->cache_bytes ? options->cache_bytes : DEFAULT_CACHE_BYTES;
	store->pressure = options->pressure;
	store->pressure_ctx = options->pressure_ctx;
	store->bell.deliver = store_deliver;
	nx_list_init(&store->order);
	nx_list_init(&store->queries);
	pthread_mutex_init(&store->lock, NULL);
	if (store->backend->open(store, options->schema_dir, options->readers, err) == 0)
		return store;
	pthread_mutex_destroy(&store->lock);
	nx_mem_free(store->path);
	nx_mem_free(store);
	return NULL;
}

static void list_destroy(struct nx_list *list)
{
	struct nx_job *job;

	NX_LIST_EACH(list, struct nx_job, order, job)
		nx_job_destroy(job);
}

void nx_store_close(struct nx_store **store_p)
{
	struct nx_store *store = *store_p;

	if (!store)
		return;
	*store_p = NULL;
	nx_store_hand_over(store);
	store->backend->close(store);
	store->is_closing = true;
	if (store->is_rung)
		nx_mailbox_run(store->mailbox);         /* takes our bell out of it */
	list_destroy(&store->order);
	list_destroy(&store->queries);
	while (store->statements) {
		struct nx_statements *next = store->statements->next;

		nx_mem_free(store->statements);
		store->statements = next;
	}
	pthread_mutex_destroy(&store->lock);
	nx_mem_free(store->path);
	nx_mem_free(store);
}

struct nx_statements *nx_statements_register(struct nx_store *store, const struct nx_statement *table,
					     struct nx_error *err)
{
	struct nx_statements *known = store->statements;
	unsigned count = 0;

	for (struct nx_statements *s = known; s; s = s->next)
		if (s->table == table)
			return s;
	while (table[count].name)
		count++;
	struct nx_statements *statements =
		nx_mem_new(sizeof(*statements) + count * sizeof(statements->info[0]));
	statements->table = table;
	statements->count = count;
	statements->id = known ? known->id + 1 : 0;
	for (unsigned i = 0; i < count; i++) {
		if (store->backend->check(store, table[i].sql, &statements->info[i], err) < 0) {
			nx_fail_prefix(err, "statement %s", table[i].name);
			nx_mem_free(statements);
			return NULL;
		}
	}
	statements->next = known;
	store->statements = statements;
	return statements;
}

void nx_store_count_in(struct nx_store *store, const struct nx_job *job)
{
	store->pending++;
	store->bytes += job->bytes;
	if (store->is_full || (store->pending <= store->max_jobs && store->bytes <= store->max_bytes))
		return;
	store->is_full = true;
	if (store->pressure)
		store->pressure(store->pressure_ctx, true);
}

void nx_store_count_out(struct nx_store *store, const struct nx_job *job)
{
	store->pending--;
	store->bytes -= job->bytes;
	if (!store->is_full || store->pending > store->max_jobs / 2 || store->bytes > store->max_bytes / 2)
		return;
	store->is_full = false;
	if (store->pressure)
		store->pressure(store->pressure_ctx, false);
}

void nx_store_hand_over(struct nx_store *store)
{
	if (store->collected.first)
		store->backend->write(store, &store->collected);
}

/* ---- answers ---- */
void nx_store_ring(struct nx_store *store)
{
	pthread_mutex_lock(&store->lock);
	bool was_rung = store->is_rung;
	store->is_rung = true;
	pthread_mutex_unlock(&store->lock);
	if (!was_rung)
		nx_mailbox_post(store->mailbox, &store->bell);
}

void nx_store_answer(struct nx_store *store, struct nx_chain *jobs)
{
	pthread_mutex_lock(&store->lock);
	nx_chain_move(&store->answers, jobs);
	pthread_mutex_unlock(&store->lock);
	nx_store_ring(store);
}

static void store_count(struct nx_store *store, const struct nx_job *job)
{
	if (job->took_us > 0)
		nx_histogram_add(job->is_query ? &store->stats.queries : &store->stats.commits, job->took_us);
	store->stats.jobs += !job->is_query;
	store->stats.failures += job->is_write_failure;
}

/* Health follows the last transaction; a failure is logged when it begins, not for each job. */
static void store_note_write(struct nx_store *store, const struct nx_job *job)
{
	if (job->is_write_failure) {
		if (store->health.kind != job->err->kind)
			nx_log_write(store->log, NX_ERROR, "cannot store: %s", job->err->text);
		store->health = *job->err;
	} else if (store->health.kind != NX_E_NONE) {
		nx_log_write(store->log, NX_INFO, "storing works again");
		store->health.kind = NX_E_NONE;
	}
}

static void job_note_failure(const struct nx_job *job)
{
	/* A constraint is an answer, not a mishap: the account exists already. */
	enum nx_level level = job->err->kind == NX_E_CONFLICT ? NX_DEBUG : NX_ERROR;

	if (!job->is_write_failure)
		nx_log_write(job->store->log, level, "%s failed: %s", job->is_query ? "query" : "job", job->err->text);
}

static void job_deliver_rows(struct nx_job *job)
{
	for (const struct nx_row *row = nx_row_first(&job->rows); row && !job->is_dropped;
	     row = nx_row_next(&job->rows, row)) {
		if (job->is_query)
			job->on_query_row(job->ctx, row);
		else
			job->on_row(job->ctx, row->statement, row);
	}
}

static void job_finish(struct nx_job *job)
{
	struct nx_store *store = job->store;
	struct nx_result result = { job->err, job->changes, job->is_cut };

	nx_list_remove(&job->order);
	if (!job->is_query)
		store->finished = job->number;
	if (job->err)
		job_note_failure(job);
	job_deliver_rows(job);
	nx_list_remove(&job->owned);
	if (job->done && !job->is_dropped)
		job->done(job->ctx, &result);
	nx_store_count_out(store, job);
	nx_job_destroy(job);
}

/* The first of `order` when its turn has come. */
static struct nx_job *store_first_ready(struct nx_store *store)
{
	struct nx_job *job = NX_LIST_FIRST(&store->order, struct nx_job, order);

	return job && (job->is_finished || job->statements == 0) ? job : NULL;
}

/* Fences that call-backs submit meanwhile wait for the next turn, so that a chain of them cannot hold the loop. */
static void store_deliver(struct nx_letter *letter)
{
	struct nx_store *store = NX_CONTAINER(letter, struct nx_store, bell);
	uint64_t last = store->last_number;
	struct nx_chain answers = { NULL, NULL };
	struct nx_job *job;

	pthread_mutex_lock(&store->lock);
	nx_chain_move(&answers, &store->answers);
	store->is_rung = false;
	pthread_mutex_unlock(&store->lock);
	if (store->is_closing)
		return;
	while ((job = nx_chain_pop(&answers))) {
		store_count(store, job);
		if (job->is_query) {
			job_finish(job);
			continue;
		}
		store_note_write(store, job);
		job->is_finished = true;
	}
	while ((job = store_first_ready(store)) && job->number <= last)
		job_finish(job);
	if (store_first_ready(store))
		nx_store_ring(store);
}

/* ---- state ---- */
uint64_t nx_store_finished(const struct nx_store *store)
{
	return store->finished;
}

bool nx_store_is_full(const struct nx_store *store)
{
	return store->is_full;
}

size_t nx_store_pending(const struct nx_store *store)
{
	return store->pending;
}

size_t nx_store_pending_bytes(const struct nx_store *store)
{
	return store->bytes;
}

int64_t nx_store_size_bytes(const struct nx_store *store)
{
	return store->backend->size_bytes(store);
}

int64_t nx_store_memory_bytes(const struct nx_store *store)
{
	return store->backend->memory_bytes();
}

const struct nx_store_stats *nx_store_stats(const struct nx_store *store)
{
	return &store->stats;
}

const struct nx_error *nx_store_health(const struct nx_store *store)
{
	return store->health.kind != NX_E_NONE ? &store->health : NULL;
}
