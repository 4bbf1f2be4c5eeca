/* One client (actor.h). Its reader is the server's own one, fed with what the server wrote: a new document begins after
 * <success/> and <proceed/>, as RFC 6120 sections 5.4.3.3 and 6.4.6 say. */
#include "actor.h"

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "core/server.h"
#include "core/session.h"
#include "net/conn.h"
#include "match.h"
#include "stage.h"
#include "xml/reader.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/ns.h"

static const struct nx_xml_limits limits = { 16 << 20, 16 << 20, 1000, 1000 };

static void keep(struct actor *actor, enum item_kind kind, const struct nx_xml *el, const char *text)
{
	struct nx_pool *pool = actor->stage->pool;
	struct item *item = NX_NEW(pool, struct item);

	item->kind = kind;
	item->el = el ? nx_xml_dup(pool, el) : NULL;
	item->text = el ? nx_xml_to_string(pool, el) : nx_pool_strdup(pool, text);
	nx_list_append(&actor->inbox, &item->link);
}

/* ---- what the reader finds ---- */

static void on_open(void *ctx, const struct nx_xml *root, const char *default_ns, const char *stream_prefix)
{
	(void)default_ns;
	(void)stream_prefix;
	keep(ctx, ITEM_HEADER, root, NULL);
}

static enum item_kind kind_of(const struct actor *actor, const struct nx_xml *el)
{
	if (actor->is_framed && nx_xml_is(el, NX_NS_FRAMING, "open"))
		return ITEM_HEADER;
	if (actor->is_framed && nx_xml_is(el, NX_NS_FRAMING, "close"))
		return ITEM_CLOSE;
	return ITEM_ELEMENT;
}

static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct actor *actor = ctx;

	keep(actor, kind_of(actor, el), el, NULL);
	if (actor->is_framed)
		;       /* every message is a document */
	else if (nx_xml_is(el, NX_NS_SASL, "success") || nx_xml_is(el, NX_NS_TLS, "proceed"))
		nx_xml_reader_reset(actor->reader, false);
	nx_xml_parsers_give_pool(actor->stage->parsers, &pool);
}

static void on_close(void *ctx)
{
	keep(ctx, ITEM_CLOSE, NULL, "</stream:stream>");
}

static void on_failed(void *ctx, const struct nx_error *err)
{
	keep(ctx, ITEM_BROKEN, NULL, err->text);
}

static const struct nx_xml_events reader_events = { on_open, on_element, on_close, on_failed };

/* ---- the connection ---- */

static bool is_space(const char *data, size_t len)
{
	while (len > 0 && strchr(" \t\r\n", data[len - 1]))
		len--;
	return len == 0;
}

static void conn_data(void *ctx, const char *data, size_t len)
{
	struct actor *actor = ctx;

	if (is_space(data, len) && !actor->is_framed)
		keep(actor, ITEM_SPACE, NULL, "white space");
	else
		nx_xml_reader_feed(actor->reader, data, len);
}

static void conn_message_end(void *ctx)
{
	struct actor *actor = ctx;

	nx_xml_reader_end_message(actor->reader);
}

static void conn_closed(void *ctx, const char *reason)
{
	struct actor *actor = ctx;

	(void)reason;
	actor->conn = NULL;
	nx_xml_reader_free(&actor->reader);
	keep(actor, ITEM_GONE, NULL, "the end of the connection");
}

static const struct nx_conn_events conn_events = { .data = conn_data, .message_end = conn_message_end, .closed = conn_closed };

struct actor *actor_new(struct stage *stage, const char *name)
{
	struct actor *actor = NX_NEW(stage->pool, struct actor);
	const char *slash = strchr(name, '/');

	actor->stage = stage;
	actor->name = nx_pool_strdup(stage->pool, name);
	actor->local = slash ? nx_pool_strndup(stage->pool, name, (size_t)(slash - name)) : actor->name;
	actor->resource = slash ? nx_pool_strdup(stage->pool, slash + 1) : "full";
	nx_list_init(&actor->inbox);
	return actor;
}

void actor_open(struct actor *actor, bool is_secure, bool is_framed)
{
	struct stage *stage = actor->stage;
	struct nx_conn *server_end;

	if (actor->conn)
		stage_fail(stage, "%s is connected already", actor->name);
	nx_conn_memory_pair(stage->server->loop, &actor->conn, &server_end, &stage->log);
	nx_conn_memory_set_secure(server_end, is_secure);
	nx_conn_memory_set_framed(server_end, is_framed);
	nx_conn_memory_set_framed(actor->conn, is_framed);
	actor->is_framed = is_framed;
	actor->reader = (is_framed ? nx_xml_reader_new_for_messages : nx_xml_reader_new)(stage->parsers, &limits, &reader_events,
										       actor);
	nx_conn_set_events(actor->conn, &conn_events, actor);
	nx_session_new(stage->server, server_end);
}

void actor_send(struct actor *actor, const char *bytes, size_t len)
{
	if (!actor->conn)
		stage_fail(actor->stage, "%s is not connected", actor->name);
	stage_let_send(actor->stage, actor);
	nx_conn_send(actor->conn, bytes, len);
	nx_conn_end_message(actor->conn);
}

void actor_send_element(struct actor *actor, const char *text)
{
	struct nx_buf buf = NX_BUF_INIT;

	if (!actor->is_framed) {
		actor_send(actor, text, strlen(text));
		return;
	}
	nx_xml_write(&buf, match_parse(actor->stage->pool, text),
		     &(struct nx_xml_context){ .default_ns = "", .stream_prefix = "stream", .declares_prefix = true });
	actor_send(actor, buf.data, buf.len);
	nx_buf_done(&buf);
}

void actor_send_close(struct actor *actor)
{
	const char *text = actor->is_framed ? "<close xmlns='" NX_NS_FRAMING "'/>" : "</stream:stream>";

	actor_send(actor, text, strlen(text));
}

void actor_break(struct actor *actor)
{
	if (!actor->conn)
		return;
	nx_conn_abort(actor->conn, "cut by the story");
	stage_settle(actor->stage);
	/* Its own end is no news. */
	actor_drop(NX_CONTAINER(actor->inbox.head.prev, struct item, link));
}

struct item *actor_peek(struct actor *actor)
{
	stage_settle(actor->stage);
	return NX_LIST_FIRST(&actor->inbox, struct item, link);
}

void actor_drop(struct item *item)
{
	nx_list_remove(&item->link);
}

void actor_forget(struct actor *actor)
{
	nx_list_init(&actor->inbox);
}
