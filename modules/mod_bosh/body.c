/* What a client's <body/> says, and its payloads on their way to the session (bosh.h, XEP-0124 §6, XEP-0206 §2). */
#include "mod_bosh/bosh.h"

#include <string.h>

#include "xml/reader.h"
#include "xml/writer.h"

struct reading {
	struct nx_server *server;
	struct nx_pool *pool;
	struct nx_xml *body;
};

static void got_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct reading *reading = ctx;

	if (reading->pool)      /* there is one in a message; what is behind it makes the message fail */
		nx_xml_parsers_give_pool(reading->server->parsers, &reading->pool);
	reading->pool = pool;
	reading->body = el;
}

static void got_failure(void *ctx, const struct nx_error *err)
{
	struct reading *reading = ctx;

	(void)err;
	reading->body = NULL;
}

static const struct nx_xml_events reading_events = { .element = got_element, .failed = got_failure };

static bool has_text(const struct nx_xml *body)
{
	for (const struct nx_xml *node = body->first; node; node = node->next) {
		if (!nx_xml_is_element(node) && node->text[strspn(node->text, " \t\r\n")])
			return true;
	}
	return false;
}

struct nx_xml *bosh_read_body(struct nx_server *server, const char *data, size_t len, struct nx_pool **pool_r)
{
	struct reading reading = { .server = server };
	struct nx_xml_limits limits = server->limits;

	/* The session counts each payload again, by its own limits. */
	limits.max_stanza_bytes = len + 1;
	limits.max_depth++;
	struct nx_xml_reader *reader = nx_xml_reader_new_for_messages(server->parsers, &limits, &reading_events, &reading);

	nx_xml_reader_feed(reader, data, len);
	nx_xml_reader_end_message(reader);
	nx_xml_reader_free(&reader);
	*pool_r = reading.pool;
	return reading.body && nx_xml_is(reading.body, NX_NS_BOSH, "body") && !has_text(reading.body) ? reading.body : NULL;
}

int64_t bosh_number(const struct nx_xml *body, const char *name, int64_t max, int64_t fallback)
{
	const char *text = nx_xml_attr(body, name);
	int64_t value = fallback;

	nx_str_to_i64(text ? text : "", 0, INT64_MAX, &value);
	return value > max ? max : value;
}

/* ---- to the session ---- */

static const struct nx_xml_context framed = { .default_ns = "", .stream_prefix = "stream", .declares_prefix = true };

static void send_message(struct bosh_session *s, const struct nx_xml *el)
{
	struct nx_buf *buf = &s->bosh->mod->server->scratch;

	nx_buf_clear(buf);
	nx_xml_write(buf, el, &framed);
	nx_conn_send(s->conn, buf->data, buf->len);
	nx_conn_end_message(s->conn);
}

/* XEP-0206 §2: many clients leave the namespace of stanzas out, and mean jabber:client. */
static void mend_namespaces(struct nx_xml *el)
{
	if (strcmp(el->ns, NX_NS_BOSH) == 0)
		el->ns = NX_NS_CLIENT;
	for (struct nx_xml *child = nx_xml_first_element(el); child; child = nx_xml_next(child, NULL, NULL))
		mend_namespaces(child);
}

void bosh_forward(struct bosh_session *s, const struct nx_xml *body)
{
	for (struct nx_xml *el = nx_xml_first_element(body); el && s->conn; el = nx_xml_next(el, NULL, NULL)) {
		mend_namespaces(el);
		send_message(s, el);
	}
}

void bosh_open_stream(struct bosh_session *s, const struct nx_xml *body)
{
	const char *to = nx_xml_attr(body, "to"), *lang = nx_xml_attr_ns(body, NX_NS_XML, "lang");
	const char *version = nx_xml_attr_ns(body, NX_NS_XBOSH, "version");
	struct nx_xml *open = nx_xml_new(body->pool, NX_NS_FRAMING, "open");

	if (!s->conn)
		return;
	nx_xml_set(open, "to", to ? to : s->to);
	nx_xml_set(open, "from", nx_xml_attr(body, "from"));
	nx_xml_set(open, "version", version ? version : "1.0");
	nx_xml_set_ns(open, NX_NS_XML, "lang", lang ? lang : s->lang);
	send_message(s, open);
}
