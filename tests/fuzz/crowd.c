/* People at a whole server (crowd.h). */
#include "crowd.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/handles.h"
#include "base/pool.h"
#include "core/account.h"
#include "core/session.h"
#include "net/conn.h"
#include "net/loop.h"
#include "xml/reader.h"

#define MINUTE_MS 60000

enum { NEXT_ONE = 0xff, MINUTE = 0xfe, BREAK = 0xfd };

static const char header[] = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='" STAGE_HOST
			     "' version='1.0'>";
static const struct nx_xml_limits limits = { 16 << 20, 16 << 20, 1000, 1000 };

/* ---- the server ---- */

static struct crowd *running;

static void take_down(void)
{
	for (unsigned i = 0; i < running->count; i++)
		nx_buf_done(&running->people[i].heard);
	stage_drop(&running->stage);
	stage_done(&running->stage);
}

void crowd_start(struct crowd *crowd, const char *name, const char *const options[], const struct nx_statement rows[])
{
	struct nx_error err;

	stage_init(&crowd->stage, name);
	nx_logger_set_level(crowd->stage.logger, NX_ERROR);
	stage_add_option(&crowd->stage, "account_cache=0");     /* nobody stays in memory behind the database's back */
	for (unsigned i = 0; options[i]; i++)
		stage_add_option(&crowd->stage, options[i]);
	stage_start(&crowd->stage);
	crowd->rows = nx_statements_register(crowd->stage.server->store, rows, &err);
	nx_assert(crowd->rows);
	running = crowd;
	atexit(take_down);
}

/* ---- people ---- */

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
	nx_xml_parsers_give_pool(running->stage.parsers, &pool);
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
	struct person *person = ctx;

	nx_buf_add(&person->heard, data, len);
	nx_xml_reader_feed(person->reader, data, len);
}

static void conn_closed(void *ctx, const char *reason)
{
	struct person *person = ctx;

	(void)reason;
	person->conn = NULL;
	nx_xml_reader_free(&person->reader);
}

static const struct nx_conn_events conn_events = { .data = conn_data, .closed = conn_closed };

static void come(struct stage *stage, struct person *person)
{
	struct nx_conn *server_end;

	nx_buf_clear(&person->heard);
	nx_conn_memory_pair(stage->server->loop, &person->conn, &server_end, &stage->log);
	nx_conn_memory_set_secure(server_end, true);
	person->reader = nx_xml_reader_new(stage->parsers, &limits, &reader_events, person);
	nx_conn_set_events(person->conn, &conn_events, person);

	struct nx_session *sess = nx_session_new(stage->server, server_end);
	nx_conn_send(person->conn, header, sizeof(header) - 1);
	stage_settle(stage);
	nx_session_bind(sess, person->local, person->resource, "bind");
	stage_settle(stage);
	nx_assert(nx_session_is_bound(sess));
}

void crowd_come(struct crowd *crowd)
{
	for (unsigned i = 0; i < crowd->count; i++)
		come(&crowd->stage, &crowd->people[i]);
}

void crowd_say(struct crowd *crowd, struct person *person, const char *text)
{
	nx_assert(person->conn);
	nx_conn_send(person->conn, text, strlen(text));
	stage_settle(&crowd->stage);
}

static void leave(struct person *person)
{
	if (person->conn)
		nx_conn_abort(person->conn, "cut");
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
static size_t play_some(struct crowd *crowd, unsigned *turn, const uint8_t *data, size_t size)
{
	struct person *person = &crowd->people[*turn];
	size_t len = plain_len(data, size);

	if (len > 0) {
		if (person->conn)
			nx_conn_send(person->conn, data, len);
		return len;
	}
	/* A turn, but nobody waits for what comes of it: stanzas of several meet in the server. */
	nx_loop_turn(crowd->stage.server->loop, 0);
	if (data[0] == NEXT_ONE)
		*turn = (*turn + 1) % crowd->speakers;
	else if (data[0] == MINUTE)
		stage_advance(&crowd->stage, MINUTE_MS);
	else
		leave(person);
	return 1;
}

void crowd_play(struct crowd *crowd, const uint8_t *data, size_t size)
{
	unsigned turn = 0;

	while (size > 0) {
		size_t len = play_some(crowd, &turn, data, size);

		data += len;
		size -= len;
	}
	stage_settle(&crowd->stage);
}

/* ---- the end ---- */

static void release(void *ctx, struct nx_account *account)
{
	(void)ctx;
	nx_account_unref(&account);
}

/* Whose rows were on their way to the disk when the last session went stays in memory until another account is given back. */
static void trim_accounts(struct crowd *crowd)
{
	nx_account_get(stage_host(&crowd->stage), crowd->people[0].local, strlen(crowd->people[0].local), release, NULL);
	stage_settle(&crowd->stage);
}

void crowd_leave(struct crowd *crowd)
{
	const struct nx_server *server = crowd->stage.server;

	for (unsigned i = 0; i < crowd->count; i++)
		leave(&crowd->people[i]);
	/* Timers of what has gone, and rates that held something back. */
	stage_advance(&crowd->stage, 10 * MINUTE_MS);
	trim_accounts(crowd);
	nx_assert(nx_handles_count(server->sessions) == 0);
	nx_assert(nx_handles_count(server->events) == 0);
	nx_assert(nx_accounts_count(server->accounts) == 0);
	nx_assert(!crowd->stage.heard);
}
