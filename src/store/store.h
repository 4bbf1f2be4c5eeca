/* The store: everything that outlives the process. Nobody waits for it: jobs go in, call-backs come out on the loop.
 *
 * One normal case: a module fills a job with named statements and submits it. At the end of the turn all jobs go to the writer
 * thread, which puts up to 512 of them into one transaction, commits it with synchronous=FULL, and posts
 * the answers. Answers of jobs arrive in the order in which the jobs were submitted, whatever they were. Each job is atomic: when one of
 * its statements fails, that job alone is undone and gets the error; when the commit fails (disk full), every job in it does.
 *
 * Durable before visible (doc/internals/durability.md): what a job stores must be shown to nobody before its done() has run. Whatever
 * else has to keep its place behind a pending job is submitted as a fence: a job without statements.
 *
 * Reads go to reader threads and see everything committed when they start. A read that has to see what was submitted
 * before it goes into a job instead: SELECT is allowed there, and its rows come to the job's row call-back.
 *
 * Statements are written in the dialect that SQLite and PostgreSQL share, with $1, $2 … as parameters, in tables in
 * the module that owns the table. They are prepared once per connection and checked when they are registered.
 *
 * Bounds: above 20 000 jobs or 32 MB nx_store_is_full() turns true and the pressure call-back runs; it runs again below the low
 * water (half). Callers that produce work stop reading their sockets meanwhile. */
#ifndef NX_STORE_STORE_H
#define NX_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/list.h"
#include "base/metrics.h"

struct nx_error;
struct nx_job;
struct nx_log_source;
struct nx_mailbox;
struct nx_row;
struct nx_statements;
struct nx_store;

struct nx_store_options {
	const char *path;               /* SQLite file; its directory exists */
	const char *schema_dir;         /* schema/NNN-what.sql */
	struct nx_mailbox *mailbox;     /* of the loop */
	const struct nx_log_source *log;
	unsigned readers;               /* threads, 1 to 4 */
	size_t max_jobs, max_bytes;     /* high water; 0: the defaults */
	size_t cache_bytes;             /* pages of the file that the writer, and each reader, may keep in memory; 0: the default */
	void (*pressure)(void *ctx, bool is_full);      /* may be NULL */
	void *pressure_ctx;
};

/* Opens or creates, migrates, checks. Blocks: called before the loop runs. Errors are sentences: damaged file, newer schema than this
 * program, no permission, disk full, used by another process (a lock file beside the database). */
struct nx_store *nx_store_open(const struct nx_store_options *options, struct nx_error *err);
/* Finishes what was submitted, checkpoints, closes. Call-backs that are still due are dropped. Runs the mailbox once when answers
 * of ours lie in it; owners may outlive the store. */
void nx_store_close(struct nx_store **store);

/* Named statements of one owner. `name` goes to logs: "roster.set". The table ends with a NULL name and outlives the store. */
struct nx_statement { const char *name; const char *sql; };
/* NULL and err when one of them does not compile against the schema, or has parameters other than $1 to $32 without gaps.
 * Registering the same table again gives the same object. */
struct nx_statements *nx_statements_register(struct nx_store *store, const struct nx_statement *table,
					     struct nx_error *err);

/* Whose call-backs: embed one in what they touch; nx_owner_done() drops all that are due. Jobs are carried out all the same. */
struct nx_owner { struct nx_list pending; };
void nx_owner_init(struct nx_owner *owner);
void nx_owner_done(struct nx_owner *owner);
bool nx_owner_has_pending(const struct nx_owner *owner);

/* Arguments follow a format, one letter each: s text (NULL: SQL null), t text with length (const char *, size_t),
 * b blob (const void *, size_t), i int64_t, n null (no argument). All are copied. Example: "sis", local, (int64_t)7, name. */

/* ---- writing: a job is one promise ---- */
struct nx_result {
	const struct nx_error *err;     /* NULL: committed; CONFLICT: a constraint; STORE_FULL, STORE_FAILED */
	int64_t changes;                /* rows changed by the job's statements together */
	bool is_cut;                    /* of nx_store_query_some(): there are more rows */
};
struct nx_job *nx_job_new(struct nx_store *store);
/* Drops a job that was not submitted. */
void nx_job_free(struct nx_job **job);
void nx_job_add(struct nx_job *job, const struct nx_statements *statements, unsigned index, const char *format, ...);
/* Rows of SELECT or RETURNING inside the job: called on the loop for each row, before done. statement counts the job's
 * statements from 0. */
void nx_job_on_row(struct nx_job *job, void (*row)(void *ctx, unsigned statement, const struct nx_row *row));
/* Of one that was not submitted: what it will count against the bound. */
size_t nx_job_size_bytes(const struct nx_job *job);
/* Takes the job. owner NULL: done runs whatever happens. done may be NULL. Never runs before this returns. Returns the job's number (ever
 * growing): compare with nx_store_finished(). */
uint64_t nx_job_submit(struct nx_job **job, struct nx_owner *owner,
		       void (*done)(void *ctx, const struct nx_result *result), void *ctx);
/* done runs after everything submitted before it has finished; in the next turn when nothing is pending. */
uint64_t nx_store_fence(struct nx_store *store, struct nx_owner *owner,
			void (*done)(void *ctx, const struct nx_result *result), void *ctx);
/* The same, when ctx keeps something that grows with what peers send: held_bytes count against the bound. */
uint64_t nx_store_fence_holding(struct nx_store *store, size_t held_bytes, struct nx_owner *owner,
				void (*done)(void *ctx, const struct nx_result *result), void *ctx);
/* The number of the last job that has finished, as all before it have: its done runs now, has run or was dropped. */
uint64_t nx_store_finished(const struct nx_store *store);

/* ---- reading ---- */
/* row runs on the loop for each row, then done once. Rows of one query are delivered together. */
void nx_store_query(struct nx_store *store, struct nx_owner *owner,
		    void (*row)(void *ctx, const struct nx_row *row),
		    void (*done)(void *ctx, const struct nx_result *result), void *ctx,
		    const struct nx_statements *statements, unsigned index, const char *format, ...);

/* The same where rows may be large, for all that are read stand in memory together: at most max_bytes of them, but always the
 * first; 0: all. */
void nx_store_query_some(struct nx_store *store, size_t max_bytes, struct nx_owner *owner,
			 void (*row)(void *ctx, const struct nx_row *row),
			 void (*done)(void *ctx, const struct nx_result *result), void *ctx,
			 const struct nx_statements *statements, unsigned index, const char *format, ...);

/* Columns count from 0; texts and blobs are valid until the row call-back returns. */
const char *nx_row_text(const struct nx_row *row, unsigned column);     /* NULL for SQL null */
size_t nx_row_len(const struct nx_row *row, unsigned column);
const void *nx_row_blob(const struct nx_row *row, unsigned column);
int64_t nx_row_int(const struct nx_row *row, unsigned column);
bool nx_row_is_null(const struct nx_row *row, unsigned column);

/* ---- state ---- */
bool nx_store_is_full(const struct nx_store *store);
/* Jobs and queries whose done has not run. */
size_t nx_store_pending(const struct nx_store *store);
/* Called by the loop at the end of a turn: hands collected jobs to the writer. */
void nx_store_hand_over(struct nx_store *store);
/* The last write error, or NULL after a commit that worked: health and `nexactl status`. */
const struct nx_error *nx_store_health(const struct nx_store *store);
/* What it has done since it was opened. */
struct nx_store_stats {
	uint64_t jobs;                          /* written; fences are none */
	uint64_t failures;                      /* jobs that were lost because the disk or the file failed */
	struct nx_histogram commits;            /* transactions, from BEGIN to the disk's answer */
	struct nx_histogram queries;            /* without the time in the queue */
};
const struct nx_store_stats *nx_store_stats(const struct nx_store *store);
/* Bytes that what is pending takes. */
size_t nx_store_pending_bytes(const struct nx_store *store);
/* What the engine takes in memory, most of it pages of the database (cache_bytes); all stores of this process together. */
int64_t nx_store_memory_bytes(const struct nx_store *store);
/* What the database takes on the disk, with what has not been moved into it yet. */
int64_t nx_store_size_bytes(const struct nx_store *store);
/* PRAGMA quick_check and the like, blocking: for start-up and tools; fills err with what is wrong. */
int nx_store_check_file(const char *path, struct nx_error *err);

#endif
