/* The reader, see reader.h: it hands over what its parser has collected, and keeps the bytes straight.
 *
 * run() works on one piece of input. Two positions in it move forward: parsed (expat had the bytes before it) and
 * handed (the end of the last element that was handed over). Input goes to expat in slices, so that what a
 * slice can turn into is bounded. A reset begins a new document at handed; a hold keeps the input from there,
 * and the parser with what waits in it. */
#include <string.h>

#include "base/assert.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/reader_private.h"

#define SLICE_BYTES 8192
#define PARSER_BYTES (10 * 1024)        /* what expat takes for itself, measured */

#define MANY_ROOTS 2

enum state { BEFORE_ROOT, INSIDE_ROOT, AFTER_END };

struct nx_xml_reader {
	struct nx_xml_parsers *parsers;
	const struct nx_xml_limits *limits;
	const struct nx_xml_events *events;
	void *ctx;
	struct nx_xml_parser *parser;   /* NULL: inside the usual root, or before the first byte */
	struct nx_buf held;             /* input that waits for continue */
	size_t held_parsed;
	enum state state;
	unsigned roots;                 /* begun since the last reset; an element makes them many */
	bool is_held, is_in_event, wants_reset, drops_rest;
	bool saw_secret;                /* in the input that waited for continue */
	bool reads_messages;
	bool ends_message;              /* held: the message that is kept is whole */
};

struct input {
	const char *data;
	size_t len, parsed, handed;
};

struct nx_xml_reader *nx_xml_reader_new(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
					const struct nx_xml_events *events, void *ctx)
{
	struct nx_xml_reader *r = nx_mem_new(sizeof(*r));

	r->parsers = parsers;
	r->limits = limits;
	r->events = events;
	r->ctx = ctx;
	return r;
}

struct nx_xml_reader *nx_xml_reader_new_for_messages(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
						     const struct nx_xml_events *events, void *ctx)
{
	struct nx_xml_reader *r = nx_xml_reader_new(parsers, limits, events, ctx);

	r->reads_messages = true;
	return r;
}

void nx_xml_reader_free(struct nx_xml_reader **reader)
{
	struct nx_xml_reader *r = *reader;

	*reader = NULL;
	if (!r)
		return;
	nx_assert(!r->is_in_event);
	nx_xml_parsers_return(r->parsers, &r->parser);
	nx_buf_done(&r->held);
	nx_mem_free(r);
}

void nx_xml_reader_set_limits(struct nx_xml_reader *r, const struct nx_xml_limits *limits)
{
	r->limits = limits;
}

static void hand_over_item(struct nx_xml_reader *r, struct nx_xml_item *item)
{
	struct nx_xml_parser *p = r->parser;
	struct nx_pool *pool = item->pool;

	p->first = item->next;
	if (!p->first)
		p->end = &p->first;
	if (item->is_root) {
		r->state = INSIDE_ROOT;
		r->roots++;
		r->events->open(r->ctx, item->el, p->default_ns, p->stream_prefix);
		nx_xml_parsers_give_pool(r->parsers, &pool);
		p->default_ns = p->stream_prefix = NULL;
	} else {
		r->roots = MANY_ROOTS;
		r->events->element(r->ctx, pool, item->el);
	}
}

static void hand_over_ending(struct nx_xml_reader *r)
{
	struct nx_error err = r->parser->err;
	bool is_closed = r->parser->ending == NX_XML_CLOSED;

	r->state = AFTER_END;
	nx_xml_parsers_return(r->parsers, &r->parser);
	if (is_closed)
		r->events->close(r->ctx);
	else
		r->events->failed(r->ctx, &err);
}

/* Goes on at in->handed with a parser that has seen nothing. */
static void begin_document(struct nx_xml_reader *r, struct input *in)
{
	nx_xml_parsers_return(r->parsers, &r->parser);
	r->state = BEFORE_ROOT;
	in->parsed = in->handed;
}

/* One event; false when nothing waits. */
static bool hand_over(struct nx_xml_reader *r, struct input *in)
{
	struct nx_xml_parser *p = r->parser;
	int64_t begin;

	if (!p || (!p->first && p->ending == NX_XML_GOES_ON))
		return false;
	begin = p->fed - (int64_t)in->parsed;   /* where the parser saw in->data[0] */
	r->is_in_event = true;
	if (p->first) {
		in->handed = (size_t)(p->first->end - begin);
		hand_over_item(r, p->first);
	} else if (p->ending == NX_XML_BEGUN_AGAIN && r->roots == 1) {
		/* COMPAT: QXmpp 1.4 sends its header twice where the stream begins with TLS. */
		in->handed = (size_t)(p->reported - begin);
		begin_document(r, in);
	} else {
		/* nothing follows what is malformed */
		in->handed = p->ending == NX_XML_CLOSED ? (size_t)(p->reported - begin) : in->len;
		hand_over_ending(r);
	}
	r->is_in_event = false;
	return true;
}

static void do_reset(struct nx_xml_reader *r, struct input *in)
{
	r->wants_reset = false;
	r->roots = 0;
	if (r->drops_rest)
		in->handed = in->len;
	begin_document(r, in);
}

/* White space that needs no parser: keepalives, and (COMPAT: clients that end SASL with a newline) what stands
 * before an XML declaration. */
static size_t skip_blanks(const struct nx_xml_reader *r, const char *data, size_t len)
{
	if (r->reads_messages)
		return 0;       /* expat takes them where XML allows them */
	bool is_between = r->parser ? nx_xml_parser_is_idle(r->parser) && r->parser->depth == 1 : true;

	return is_between ? nx_xml_blank_len(data, len) : 0;
}

/* Every UTF-16 or UTF-32 document has a zero byte among its first ones. */
#define MARK_BYTES 4

static struct nx_xml_parser *take_parser(const struct nx_xml_reader *r)
{
	if (r->reads_messages)
		return nx_xml_parsers_borrow_document(r->parsers);
	return r->state == BEFORE_ROOT ? nx_xml_parser_new(r->parsers) : nx_xml_parsers_borrow(r->parsers);
}

static size_t parse_some(struct nx_xml_reader *r, const char *data, size_t len)
{
	size_t skipped = skip_blanks(r, data, len);

	if (r->state == AFTER_END)
		return len;
	if (skipped > 0)
		return skipped;
	bool is_first = !r->parser;

	if (is_first)
		r->parser = take_parser(r);
	r->parser->limits = r->limits;
	if (len > SLICE_BYTES)
		len = SLICE_BYTES;
	const char *nul = memchr(data, '\0', len);

	/* RFC 6120 section 11.6: neither byte of a UTF-16 mark ever begins UTF-8; without a mark expat would still see UTF-16
	 * by its zero bytes, so it never sees one. */
	if (r->parser->fed == 0 && (unsigned char)data[0] >= 0xfe)
		nx_xml_parser_fail(r->parser, NX_E_UNSUPPORTED_ENCODING, "the encoding is not UTF-8");
	else if (nul == data && r->parser->fed < MARK_BYTES)
		nx_xml_parser_fail(r->parser, NX_E_UNSUPPORTED_ENCODING, "the encoding is not UTF-8");
	else if (nul == data)
		nx_xml_parser_fail(r->parser, NX_E_NOT_WELL_FORMED, "a zero byte is not a character");
	else if (is_first && r->reads_messages && data[0] != '<')
		nx_xml_parser_fail(r->parser, NX_E_NOT_WELL_FORMED, "a message begins with '<'");
	else
		nx_xml_parser_feed(r->parser, data, nul ? (size_t)(nul - data) : len);
	return nul && nul > data ? (size_t)(nul - data) : len;
}

static void run(struct nx_xml_reader *r, struct input in)
{
	for (;;) {
		if (r->wants_reset)
			do_reset(r, &in);
		else if (r->is_held)
			break;
		else if (hand_over(r, &in))
			continue;
		else if (in.parsed == in.len)
			break;
		else
			in.parsed += parse_some(r, in.data + in.parsed, in.len - in.parsed);
	}
	if (r->is_held) {
		if (in.len > in.handed)
			nx_buf_add(&r->held, in.data + in.handed, in.len - in.handed);
		r->held_parsed = in.parsed - in.handed;
	} else if (r->parser && r->parser->is_usual && nx_xml_parser_is_idle(r->parser)) {
		nx_xml_parsers_return(r->parsers, &r->parser);
	}
}

void nx_xml_reader_feed(struct nx_xml_reader *r, const char *data, size_t len)
{
	nx_assert(!r->is_in_event);
	if (r->is_held) {
		if (len)
			nx_buf_add(&r->held, data, len);
		return;
	}
	run(r, (struct input){ .data = data, .len = len });
}

void nx_xml_reader_end_message(struct nx_xml_reader *r)
{
	struct input none = { 0 };

	nx_assert(!r->is_in_event && r->reads_messages);
	if (r->is_held) {
		r->ends_message = true;
		return;
	}
	if (r->state == AFTER_END)
		return;
	if (!r->parser)
		r->parser = take_parser(r);
	nx_xml_parser_finish(r->parser);
	if (!hand_over(r, &none))
		nx_xml_parsers_return(r->parsers, &r->parser);
}

void nx_xml_reader_reset(struct nx_xml_reader *r, bool drop_rest)
{
	struct input held = { .len = r->held.len };

	r->wants_reset = true;
	r->drops_rest = drop_rest;
	if (r->is_in_event)
		return;                 /* run() sees to it */
	do_reset(r, &held);
	r->held_parsed = 0;
	if (drop_rest)
		nx_buf_done(&r->held);
}

void nx_xml_reader_hold(struct nx_xml_reader *r)
{
	r->is_held = true;
}

void nx_xml_reader_continue(struct nx_xml_reader *r)
{
	struct nx_buf held = r->held;
	size_t parsed = r->held_parsed;

	r->is_held = false;
	if (r->is_in_event)
		return;
	nx_buf_init(&r->held);
	r->held_parsed = 0;
	r->saw_secret = false;
	run(r, (struct input){ .data = nx_buf_str(&held), .len = held.len, .parsed = parsed });
	if (r->saw_secret)
		nx_secret_wipe(held.data, held.len);
	nx_buf_done(&held);
	if (r->ends_message && !r->is_held) {
		r->ends_message = false;
		nx_xml_reader_end_message(r);
	}
}

void nx_xml_reader_forget(struct nx_xml_reader *r)
{
	r->saw_secret = true;
	if (r->parser)
		r->parser->holds_secret = true;
}

bool nx_xml_reader_is_mid_stanza(const struct nx_xml_reader *r)
{
	const struct nx_xml_parser *p = r->parser;

	return p && (p->depth != 1 || p->fed != p->reported);
}

size_t nx_xml_reader_size_bytes(const struct nx_xml_reader *r)
{
	size_t size = sizeof(*r) + r->held.cap;

	if (r->parser) {
		size += sizeof(*r->parser) + PARSER_BYTES + r->parser->builder.text.cap;
		if (r->parser->builder.pool)
			size += nx_pool_size_bytes(r->parser->builder.pool);
		for (const struct nx_xml_item *item = r->parser->first; item; item = item->next)
			size += nx_pool_size_bytes(item->pool);
	}
	return size;
}
