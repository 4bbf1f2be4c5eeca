/* A store in a directory of its own and a little loop, for the tests of src/store. */
#ifndef NX_TESTS_STORE_FIXTURE_H
#define NX_TESTS_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/log.h"
#include "store/store.h"

/* item (id, text, data), in schema version 1 of the tests */
enum { PUT, PUT_BACKWARDS, PUT_DATA, PUT_RETURNING, GET, ALL, COUNT, UPDATE_ALL, SLOW };

struct fixture {
	char dir[64], path[96], schema[96];
	struct nx_mailbox *box;
	struct nx_logger *logger;
	struct nx_log_source log;
	struct nx_store *store;
	struct nx_statements *sql;
	struct nx_owner owner;
	struct nx_buf trace;            /* what call-backs wrote, "a:ok b:ok " */
	size_t max_jobs, max_bytes, cache_bytes;
	unsigned errors_logged;
	int64_t count;                  /* of the last count_items() */
};

/* Directory, log and schema, but no open store. */
void fixture_make(struct fixture *f);
void fixture_remove(struct fixture *f);
int fixture_open(struct fixture *f, struct nx_error *err);
/* cmocka: *state becomes a fixture with an open store. */
int fixture_setup(void **state);
int fixture_teardown(void **state);
/* Writes a file below the fixture's directory. */
void fixture_write(const struct fixture *f, const char *name, const void *data, size_t len);

/* One turn of the loop: hands over, waits for the mailbox, runs it. */
void turn(struct fixture *f);
/* Turns until nothing is pending. */
void settle(struct fixture *f);
/* A call-back that writes "name:ok ", or the kind of error, into the trace. */
struct call { struct fixture *f; const char *name; struct nx_error err; int64_t changes; bool is_done; };
void call_done(void *ctx, const struct nx_result *result);
/* Submits INSERT of one item. */
void put(struct call *call, int64_t id, const char *text);
int64_t count_items(struct fixture *f);
void assert_trace(struct fixture *f, const char *expected);

#endif
