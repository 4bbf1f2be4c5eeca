/* What the files of the SQLite back end share: connections that cache their prepared statements, the writer, the readers. */
#ifndef NX_STORE_SQLITE_PRIVATE_H
#define NX_STORE_SQLITE_PRIVATE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "store/store_private.h"

/* One connection; used by one thread at a time. */
struct nx_sqlite_conn {
	sqlite3 *db;
	const char *path;               /* borrowed from the store */
	sqlite3_stmt ***prepared;       /* [id of the table][index of the statement]; NULL until first used */
	size_t tables;
};

/* sqlite_conn.c */
int nx_sqlite_open(struct nx_sqlite_conn *conn, const char *path, int flags, int busy_timeout_ms, struct nx_error *err);
void nx_sqlite_close(struct nx_sqlite_conn *conn);
/* How much of the file it may keep in memory. What a transaction has changed above that is written before its commit. */
int nx_sqlite_limit_cache(struct nx_sqlite_conn *conn, size_t bytes, struct nx_error *err);
/* Carries out all statements of the job, rows and changes go into it. Stops at the first that fails: -1, and the last
 * error code of the connection is still there. */
int nx_sqlite_run(struct nx_sqlite_conn *conn, struct nx_job *job, struct nx_error *err);
/* One statement without parameters or rows, written in the program. */
int nx_sqlite_exec(struct nx_sqlite_conn *conn, const char *sql, struct nx_error *err);

/* sqlite_error.c: sentences. Both return -1. */
int nx_sqlite_fail(struct nx_error *err, sqlite3 *db, const char *path);
int nx_sqlite_fail_errno(struct nx_error *err, const char *path, int error);
/* True when the error is the disk's or the file's, so that the whole transaction is lost; false when it
 * is one statement's own (a constraint). */
bool nx_sqlite_is_fatal(sqlite3 *db);

/* sqlite_writer.c */
struct nx_sqlite_writer;
/* The connection stays the caller's; from here to the stop only the thread uses it. */
struct nx_sqlite_writer *nx_sqlite_writer_start(struct nx_store *store, struct nx_sqlite_conn *conn,
						struct nx_error *err);
void nx_sqlite_writer_write(struct nx_sqlite_writer *writer, struct nx_chain *jobs);
/* Carries out what was given, then ends the thread. */
void nx_sqlite_writer_stop(struct nx_sqlite_writer **writer);

/* sqlite_reader.c */
struct nx_sqlite_readers;
struct nx_sqlite_readers *nx_sqlite_readers_start(struct nx_store *store, unsigned count, struct nx_error *err);
void nx_sqlite_readers_read(struct nx_sqlite_readers *readers, struct nx_job *query);
/* What runs ends at its next look, the rest is dropped. */
void nx_sqlite_readers_stop(struct nx_sqlite_readers **readers);

/* sqlite.c: for measuring: a moment, and how long ago it was, at least 1. */
int64_t nx_sqlite_now_us(void);
int64_t nx_sqlite_us_since(int64_t began_us);
/* sqlite.c: like pthread_create(), with all signals blocked: they are the loop's. */
int nx_sqlite_thread(pthread_t *thread, void *(*run)(void *), void *arg, struct nx_error *err);

#endif
