/* What the parts of the store share: jobs, packed rows, and the table of functions that a back end fills.
 *
 * store.c and job.c live on the loop thread and know no SQL engine. A back end takes chains of jobs, carries them out
 * wherever it likes, leaves rows, changes and errors in them, and gives them back through nx_store_answer(), writes in the
 * order in which it got them. Of a job that was handed over, threads touch only the part marked so. */
#ifndef NX_STORE_STORE_PRIVATE_H
#define NX_STORE_STORE_PRIVATE_H

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/list.h"
#include "base/mailbox.h"
#include "store/store.h"

#define NX_STORE_MAX_PARAMS 32

/* ---- packed rows: arguments on the way in, columns on the way out ---- */
enum nx_value_type { NX_VALUE_NULL, NX_VALUE_INT, NX_VALUE_TEXT, NX_VALUE_BLOB };

struct nx_value {
	enum nx_value_type type;
	uint32_t len;                           /* of text and blob; a NUL follows that it does not count */
	union {
		int64_t number;
		size_t at;                      /* text and blob: bytes from the beginning of the row */
	};
};

/* Many of them stand in one buffer; everything in them is relative, so that the buffer may move. */
struct nx_row {
	const struct nx_statements *statements; /* arguments only */
	size_t size, used;                      /* bytes of this row with all that belongs to it; bytes filled */
	unsigned statement;                     /* arguments: index in the table; columns: statement of the job */
	unsigned count;
	struct nx_value values[];
};

/* Appends a row with room for count values and bytes of contents, each text or blob counted with its NUL. The pointer is
 * valid until the buffer grows. */
struct nx_row *nx_row_add(struct nx_buf *buf, unsigned count, size_t bytes);
void nx_row_put_int(struct nx_row *row, unsigned column, int64_t number);
void nx_row_put_bytes(struct nx_row *row, unsigned column, enum nx_value_type type, const void *data, size_t len);
/* Packs the arguments of one statement (format letters as in store.h). */
void nx_row_add_arguments(struct nx_buf *buf, const struct nx_statements *statements, unsigned index,
			  const char *format, va_list ap);
/* for (row = nx_row_first(buf); row; row = nx_row_next(buf, row)) */
const struct nx_row *nx_row_first(const struct nx_buf *buf);
const struct nx_row *nx_row_next(const struct nx_buf *buf, const struct nx_row *row);

/* ---- statements ---- */
struct nx_statement_info {
	unsigned params;
	uint8_t position[NX_STORE_MAX_PARAMS];  /* where the engine binds $1, $2 …: SQLite counts by first appearance */
};

struct nx_statements {
	struct nx_statements *next;
	const struct nx_statement *table;
	unsigned id;                            /* 0, 1, 2 … in order of registration: index of per-connection arrays */
	unsigned count;
	struct nx_statement_info info[];
};

/* ---- jobs: a query is one too, with a single statement ---- */
struct nx_job {
	struct nx_job *next;                    /* in the chain it travels in */

	/* loop only */
	struct nx_store *store;
	struct nx_link order;                   /* in store->order or store->queries */
	struct nx_link owned;                   /* in nx_owner.pending */
	uint64_t number;
	size_t bytes;                           /* as counted against the bound */
	void (*on_query_row)(void *ctx, const struct nx_row *row);
	void (*done)(void *ctx, const struct nx_result *result);
	void *ctx;
	bool is_dropped;                        /* the owner is gone: no call-backs */
	bool is_query;
	bool is_finished;

	/* set before the hand-over, then only read */
	void (*on_row)(void *ctx, unsigned statement, const struct nx_row *row);
	bool wants_rows;
	size_t max_row_bytes;                   /* of a query; 0: no bound */
	unsigned statements;                    /* how many; 0: a fence */
	struct nx_buf arguments;                /* one row each */

	/* the back end's until it answers */
	struct nx_buf rows;
	int64_t changes;
	bool is_cut;
	struct nx_error *err;
	bool is_write_failure;                  /* err is the disk's, not the statement's: bad health */
	int64_t took_us;                        /* a query, or the transaction whose first job this is; 0: not the first */
};

struct nx_chain { struct nx_job *first, *last; };

static inline void nx_chain_add(struct nx_chain *chain, struct nx_job *job)
{
	job->next = NULL;
	if (chain->last)
		chain->last->next = job;
	else
		chain->first = job;
	chain->last = job;
}

/* Moves everything from one chain to the end of another. */
static inline void nx_chain_move(struct nx_chain *to, struct nx_chain *from)
{
	if (!from->first)
		return;
	if (to->last)
		to->last->next = from->first;
	else
		to->first = from->first;
	to->last = from->last;
	from->first = from->last = NULL;
}

static inline struct nx_job *nx_chain_pop(struct nx_chain *chain)
{
	struct nx_job *job = chain->first;

	if (job) {
		chain->first = job->next;
		if (!chain->first)
			chain->last = NULL;
		job->next = NULL;
	}
	return job;
}

/* Loop: clean-up of jobs that nobody waits for any more. */
void nx_job_destroy(struct nx_job *job);

/* ---- back ends ---- */
struct nx_backend {
	/* Opens, migrates, checks, starts threads; leaves its own data in store->backend_data, nothing on failure. */
	int (*open)(struct nx_store *store, const char *schema_dir, unsigned readers, struct nx_error *err);
	/* Compiles a statement and describes its parameters. */
	int (*check)(struct nx_store *store, const char *sql, struct nx_statement_info *info, struct nx_error *err);
	/* Takes the chain (and empties it). */
	void (*write)(struct nx_store *store, struct nx_chain *jobs);
	void (*read)(struct nx_store *store, struct nx_job *query);
	int64_t (*size_bytes)(const struct nx_store *store);
	int64_t (*memory_bytes)(void);
	/* Carries out all writes it was given, drops reads that have not begun, stops, closes. */
	void (*close)(struct nx_store *store);
};

extern const struct nx_backend nx_backend_sqlite;

struct nx_store {
	const struct nx_backend *backend;
	void *backend_data;
	char *path;
	size_t cache_bytes;
	struct nx_mailbox *mailbox;
	const struct nx_log_source *log;

	/* loop only */
	struct nx_chain collected;              /* submitted, not yet handed over */
	struct nx_list order;                   /* jobs and fences whose done has not run, in order */
	struct nx_list queries;
	struct nx_statements *statements;
	uint64_t last_number, finished;
	size_t pending, bytes, max_jobs, max_bytes;
	bool is_full, is_closing;
	void (*pressure)(void *ctx, bool is_full);
	void *pressure_ctx;
	struct nx_error health;                 /* kind NONE: good */
	struct nx_store_stats stats;

	/* threads and loop, under the lock */
	pthread_mutex_t lock;
	struct nx_chain answers;
	bool is_rung;                           /* the bell lies in the mailbox */
	struct nx_letter bell;
};

/* From any thread: the jobs are finished. Empties the chain. */
void nx_store_answer(struct nx_store *store, struct nx_chain *jobs);
/* Makes the mailbox deliver what is ready. */
void nx_store_ring(struct nx_store *store);
/* Counts a job in or out and tells about the pressure. */
void nx_store_count_in(struct nx_store *store, const struct nx_job *job);
void nx_store_count_out(struct nx_store *store, const struct nx_job *job);

/* ---- migrations ---- */
struct nx_migration_target {
	const char *path;                       /* for messages */
	int64_t version;                        /* what the database has; moved on as files are applied */
	/* Applies one file and sets the version, inside the transaction that the caller of nx_migrate() has begun. */
	int (*apply)(void *ctx, int64_t version, const char *sql, struct nx_error *err);
	void *ctx;
};
/* Brings the target to the newest file in schema_dir. When it fails the caller takes everything back. */
int nx_migrate(struct nx_migration_target *target, const char *schema_dir, struct nx_error *err);

#endif
