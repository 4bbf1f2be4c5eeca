/* Bytes after login: a whole server with its modules and its database, without sockets (tests/proto/stage.h). Three sessions of
 * two accounts that know each other say what the input says: 0xff is the next one's turn, 0xfe moves the clock by a minute, 0xfd
 * breaks the connection of whoever has the turn; everything else is sent as it is. Nothing of that is a byte of UTF-8.
 *
 * Besides not crashing: what the server writes is well-formed, nothing a client says is an ERROR in the log, and when all have gone no
 * session, no event and no reference is left. Each input finds the same database. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/handles.h"
#include "base/pool.h"
#include "core/account.h"
#include "core/server.h"
#include "core/session.h"
#include "net/conn.h"
#include "net/loop.h"
#include "proto/stage.h"
#include "store/store.h"
#include "xml/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ACTORS 3
#define MINUTE_MS 60000
#define MAX_INPUT 65536

enum { NEXT_ONE = 0xff, MINUTE = 0xfe, BREAK = 0xfd };

static const char header[] = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='" STAGE_HOST
			     "' version='1.0'>";
static const struct nx_xml_limits limits = { 16 << 20, 16 << 20, 1000, 1000 };

struct client {
	const char *local, *resource;
	struct nx_conn *conn;           /* NULL: gone */
	struct nx_xml_reader *reader;
};

static struct stage stage;
static struct nx_statements *statements;
static struct client clients[ACTORS] = { { .local = "romeo", .resource = "a" }, { .local = "juliet", .resource = "a" },
					 { .local = "romeo", .resource = "b" } };

/* ---- the database ---- */

enum { FORGET, ADD_ROMEO, ADD_JULIET, BEFRIEND };
static const struct nx_statement rows[] = {
	[FORGET] = { "fuzz.forget", "DELETE FROM users" },      /* everything else with them */
	[ADD_ROMEO] = { "fuzz.romeo", "INSERT INTO users (host, local, created_at) VALUES ('" STAGE_HOST "', 'romeo', 1)" },
	[ADD_JULIET] = { "fuzz.juliet", "INSERT INTO users (host, local, created_at) VALUES ('" STAGE_HOST "', 'juliet', 1)" },
	[BEFRIEND] = { "fuzz.befriend", "INSERT INTO roster (host, local, contact, subscription, version) VALUES "
		       "('" STAGE_HOST "', 'romeo', 'juliet@" STAGE_HOST "', 'both', 1), "
		       "('" STAGE_HOST "', 'juliet', 'romeo@" STAGE_HOST "', 'both', 1)" },
	{ NULL, NULL }
};

static void make_rows(void)
{
	struct nx_job *job = nx_job_new(stage.server->store);

	for (unsigned i = FORGET; i <= BEFRIEND; i++)
		nx_job_add(job, statements, i, "");
	nx_job_submit(&job, NULL, NULL, NULL);
	stage_settle(&stage);
}

static void take_down(void)
{
	stage_drop(&stage);
	stage_done(&stage);
}

static void start(void)
{
	struct nx_error err;

	stage_init(&stage, "fuzz_session");
	nx_logger_set_level(stage.logger, NX_ERROR);
	stage_add_option(&stage, "account_cache=0");    /* nobody stays in memory behind the database's back */
	stage_add_option(&stage, "registration_removal=on");
	stage_start(&stage);
	statements = nx_statements_register(stage.server->store, rows, &err);
	nx_assert(statements);
	atexit(take_down);
}

/* ---- the clients ---- */

static void on_open(void *ctx, const struct nx_xml *root, const char *default_ns, const char *stream_prefix)
{
	(void)ctx;
	(void)root;
	(void)default_ns;
	(void)stream_prefix;
}

static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	(void)ctx;
	(void)el;
	nx_xml_parsers_give_pool(stage.parsers, &pool);
}

static void on_close(void *ctx)
{
	(void)ctx;
}

static void on_failed(void *ctx, const struct nx_error *err)
{
	(void)ctx;
	(void)err;
	nx_unreachable();       /* the server has written what is no XML */
}

static const struct nx_xml_events reader_events = { on_open, on_element, on_close, on_failed };

static void conn_data(void *ctx, const char *data, size_t len)
{
	struct client *client = ctx;

	nx_xml_reader_feed(client->reader, data, len);
}

static void conn_closed(void *ctx, const char *reason)
{
	struct client *client = ctx;

	(void)reason;
	client->conn = NULL;
	nx_xml_reader_free(&client->reader);
}

static const struct nx_conn_events conn_events = { .data = conn_data, .closed = conn_closed };

/* Connects and binds, without a password: what comes before is fuzz_stream's and fuzz_sasl's. */
static void come(struct client *client)
{
	struct nx_conn *server_end;

	nx_conn_memory_pair(stage.server->loop, &client->conn, &server_end, &stage.log);
	nx_conn_memory_set_secure(server_end, true);
	client->reader = nx_xml_reader_new(stage.parsers, &limits, &reader_events, client);
	nx_conn_set_events(client->conn, &conn_events, client);

	struct nx_session *sess = nx_session_new(stage.server, server_end);
	nx_conn_send(client->conn, header, sizeof(header) - 1);
	stage_settle(&stage);
	nx_session_bind(sess, client->local, client->resource, "bind");
	stage_settle(&stage);
	nx_assert(nx_session_is_bound(sess));
}

static void leave(struct client *client)
{
	if (client->conn)
		nx_conn_abort(client->conn, "cut");
}

/* ---- the play ---- */

static size_t plain_len(const uint8_t *data, size_t size)
{
	size_t len = 0;

	while (len < size && data[len] < BREAK)
		len++;
	return len;
}

/* Sends or does the first thing; returns how many bytes it was. */
static size_t play_some(unsigned *turn, const uint8_t *data, size_t size)
{
	struct client *client = &clients[*turn];
	size_t len = plain_len(data, size);

	if (len > 0) {
		if (client->conn)
			nx_conn_send(client->conn, data, len);
		return len;
	}
	/* A turn, but nobody waits for what comes of it: stanzas of several meet in the server. */
	nx_loop_turn(stage.server->loop, 0);
	if (data[0] == NEXT_ONE)
		*turn = (*turn + 1) % ACTORS;
	else if (data[0] == MINUTE)
		stage_advance(&stage, MINUTE_MS);
	else
		leave(client);
	return 1;
}

static void release(void *ctx, struct nx_account *account)
{
	(void)ctx;
	nx_account_unref(&account);
}

/* Whose rows were on their way to the disk when the last session went stays in memory until another account is given back. */
static void trim_accounts(void)
{
	nx_account_get(stage_host(&stage), "romeo", strlen("romeo"), release, NULL);
	stage_settle(&stage);
}

static void check_that_all_is_over(void)
{
	trim_accounts();
	nx_assert(nx_handles_count(stage.server->sessions) == 0);
	nx_assert(nx_handles_count(stage.server->events) == 0);
	nx_assert(nx_accounts_count(stage.server->accounts) == 0);
	nx_assert(!stage.heard);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	unsigned turn = 0;

	if (size > MAX_INPUT)
		return 0;
	if (!stage.server)
		start();
	make_rows();
	for (unsigned i = 0; i < ACTORS; i++)
		come(&clients[i]);
	while (size > 0) {
		size_t len = play_some(&turn, data, size);

		data += len;
		size -= len;
	}
	stage_settle(&stage);
	for (unsigned i = 0; i < ACTORS; i++)
		leave(&clients[i]);
	/* Timers of what has gone, and rates that held something back. */
	stage_advance(&stage, 10 * MINUTE_MS);
	check_that_all_is_over();
	return 0;
}
