/* Jobs, queries, fences and owners: how work comes into the store. Loop thread only.
 *
 * Every job and fence stands in store->order from its submission until its done has run. A fence is a job without
 * statements: it never travels to a thread, it waits in that list until it is at the front. */
#include "store/store_private.h"

#include "base/assert.h"
#include "base/mem.h"

void nx_owner_init(struct nx_owner *owner)
{
	nx_list_init(&owner->pending);
}

void nx_owner_done(struct nx_owner *owner)
{
	struct nx_job *job;

	NX_LIST_EACH(&owner->pending, struct nx_job, owned, job) {
		job->is_dropped = true;
		nx_list_remove(&job->owned);
	}
}

bool nx_owner_has_pending(const struct nx_owner *owner)
{
	return !nx_list_is_empty(&owner->pending);
}

struct nx_job *nx_job_new(struct nx_store *store)
{
	struct nx_job *job = nx_mem_new(sizeof(*job));

	job->store = store;
	nx_buf_init(&job->arguments);
	nx_buf_init(&job->rows);
	return job;
}

void nx_job_destroy(struct nx_job *job)
{
	nx_list_remove(&job->owned);
	nx_list_remove(&job->order);
	nx_buf_done(&job->arguments);
	nx_buf_done(&job->rows);
	nx_mem_free(job->err);
	nx_mem_free(job);
}

void nx_job_free(struct nx_job **job)
{
	if (!*job)
		return;
	nx_assert((*job)->number == 0);
	nx_job_destroy(*job);
	*job = NULL;
}

static void job_add(struct nx_job *job, const struct nx_statements *statements, unsigned index, const char *format,
		    va_list ap)
{
	nx_row_add_arguments(&job->arguments, statements, index, format, ap);
	job->statements++;
}

void nx_job_add(struct nx_job *job, const struct nx_statements *statements, unsigned index, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	job_add(job, statements, index, format, ap);
	va_end(ap);
}

void nx_job_on_row(struct nx_job *job, void (*row)(void *ctx, unsigned statement, const struct nx_row *row))
{
	job->on_row = row;
	job->wants_rows = row != NULL;
}

size_t nx_job_size_bytes(const struct nx_job *job)
{
	return job->bytes + sizeof(*job) + job->arguments.cap;
}

static void job_enter(struct nx_job *job, struct nx_list *list, struct nx_owner *owner,
		      void (*done)(void *ctx, const struct nx_result *result), void *ctx)
{
	job->done = done;
	job->ctx = ctx;
	job->bytes = nx_job_size_bytes(job);
	nx_list_append(list, &job->order);
	if (owner)
		nx_list_append(&owner->pending, &job->owned);
}

uint64_t nx_job_submit(struct nx_job **job_p, struct nx_owner *owner,
		       void (*done)(void *ctx, const struct nx_result *result), void *ctx)
{
	struct nx_job *job = *job_p;
	struct nx_store *store = job->store;
	uint64_t number = ++store->last_number;

	*job_p = NULL;
	if (job->statements)
		nx_chain_add(&store->collected, job);
	else if (nx_list_is_empty(&store->order))
		nx_store_ring(store);           /* no answer will come to deliver it */
	job->number = number;
	job_enter(job, &store->order, owner, done, ctx);
	nx_store_count_in(store, job);
	return number;
}

uint64_t nx_store_fence(struct nx_store *store, struct nx_owner *owner,
			void (*done)(void *ctx, const struct nx_result *result), void *ctx)
{
	return nx_store_fence_holding(store, 0, owner, done, ctx);
}

uint64_t nx_store_fence_holding(struct nx_store *store, size_t held_bytes, struct nx_owner *owner,
				void (*done)(void *ctx, const struct nx_result *result), void *ctx)
{
	struct nx_job *job = nx_job_new(store);

	job->bytes = held_bytes;
	return nx_job_submit(&job, owner, done, ctx);
}

static void query(struct nx_store *store, size_t max_bytes, struct nx_owner *owner, void (*row)(void *ctx, const struct nx_row *row),
		  void (*done)(void *ctx, const struct nx_result *result), void *ctx,
		  const struct nx_statements *statements, unsigned index, const char *format, va_list ap)
{
	struct nx_job *job = nx_job_new(store);

	job_add(job, statements, index, format, ap);
	job->is_query = true;
	job->on_query_row = row;
	job->wants_rows = row != NULL;
	job->max_row_bytes = max_bytes;
	job_enter(job, &store->queries, owner, done, ctx);
	nx_store_count_in(store, job);
	store->backend->read(store, job);
}

void nx_store_query(struct nx_store *store, struct nx_owner *owner,
		    void (*row)(void *ctx, const struct nx_row *row),
		    void (*done)(void *ctx, const struct nx_result *result), void *ctx,
		    const struct nx_statements *statements, unsigned index, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	query(store, 0, owner, row, done, ctx, statements, index, format, ap);
	va_end(ap);
}

void nx_store_query_some(struct nx_store *store, size_t max_bytes, struct nx_owner *owner,
			 void (*row)(void *ctx, const struct nx_row *row),
			 void (*done)(void *ctx, const struct nx_result *result), void *ctx,
			 const struct nx_statements *statements, unsigned index, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	query(store, max_bytes, owner, row, done, ctx, statements, index, format, ap);
	va_end(ap);
}
