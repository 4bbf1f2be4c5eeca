/* One stream from the receiving side (RFC 6120 section 4, RFC 7395 section 3): the reader below finds elements and malformed
 * bytes, this file checks the header and keeps the order of events.
 *
 * A stream expects a header, is open, and is over (closed by the peer, or failed). Only nx_stream_restart() leads back to
 * the header. What arrives when the stream is over is thrown away: after an error nothing the peer says counts
 * (4.9.1.1), and after its closing tag it has nothing to say (4.4). */
#include "xmpp/stream.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "xml/tree.h"
#include "xmpp/error.h"
#include "xmpp/ns.h"

#include <string.h>

#define MAX_VERSION 9999        /* nobody numbers versions higher; keeps the numbers small */

enum state { EXPECTS_HEADER, IS_OPEN, IS_OVER };

struct nx_stream {
	enum state state;
	bool is_framed;
	struct nx_xml_parsers *parsers;
	struct nx_xml_reader *reader;
	const struct nx_stream_events *events;
	void *ctx;
};

const struct nx_xml_context *nx_stream_context(const struct nx_stream *stream)
{
	static const struct nx_xml_context inside_root = { .default_ns = NX_NS_CLIENT, .stream_prefix = "stream" };
	static const struct nx_xml_context alone = { .default_ns = "", .stream_prefix = "stream", .declares_prefix = true };

	return stream->is_framed ? &alone : &inside_root;
}

static void fail(struct nx_stream *stream, const struct nx_error *err)
{
	stream->state = IS_OVER;
	stream->events->failed(stream->ctx, err);
}

/* Sections 4.8.1 and 4.8.5: <stream:stream/> in the stream namespace, with no other prefix than "stream", or without a
 * prefix when the stream namespace is the default (prefix-free canonicalization, 4.8.2). */
static int check_root(const struct nx_xml *root, const char *stream_prefix, struct nx_error *err)
{
	bool is_stream = strcmp(root->name, "stream") == 0;

	if (strcmp(root->ns, NX_NS_STREAMS) != 0) {
		if (is_stream && stream_prefix)
			return nx_fail(err, NX_E_BAD_NAMESPACE_PREFIX,
				       "The stream header lacks the prefix of the stream namespace");
		return nx_fail(err, NX_E_INVALID_NAMESPACE, "The namespace of a stream is " NX_NS_STREAMS);
	}
	if (stream_prefix && strcmp(stream_prefix, "stream") != 0)
		return nx_fail(err, NX_E_BAD_NAMESPACE_PREFIX,
			       "The prefix of the stream namespace has to be \"stream\"");
	if (!is_stream)
		return nx_fail(err, NX_E_BAD_FORMAT, "A stream begins with <stream/>");
	return 0;
}

/* Section 4.8.2: the content namespace may be declared as the default, and is never the stream namespace; the
 * default is the stream namespace only where no prefix was declared for it. */
static int check_content_ns(const char *default_ns, const char *stream_prefix, struct nx_error *err)
{
	if (!default_ns || !*default_ns || strcmp(default_ns, NX_NS_CLIENT) == 0)
		return 0;
	if (!stream_prefix && strcmp(default_ns, NX_NS_STREAMS) == 0)
		return 0;
	return nx_fail(err, NX_E_INVALID_NAMESPACE, "This server understands the content namespace " NX_NS_CLIENT " only");
}

/* Section 4.7.5: "<major>.<minor>", separate integers, leading zeros ignored; none means 0.9, told as 0.0. A higher minor
 * version is no obstacle, a higher major version is (4.9.3.25). */
static int parse_version(const char *version, struct nx_stream_header *header_r, struct nx_error *err)
{
	char major[8];
	const char *dot;
	int64_t major_n, minor_n;

	if (!version)
		return 0;
	dot = strchr(version, '.');
	if (!dot || (size_t)(dot - version) >= sizeof(major))
		return nx_fail(err, NX_E_UNSUPPORTED_VERSION, "The version of a stream looks like 1.0");
	memcpy(major, version, (size_t)(dot - version));
	major[dot - version] = '\0';
	if (nx_str_to_i64(major, 0, MAX_VERSION, &major_n) < 0 || nx_str_to_i64(dot + 1, 0, MAX_VERSION, &minor_n) < 0)
		return nx_fail(err, NX_E_UNSUPPORTED_VERSION, "The version of a stream looks like 1.0");
	if (major_n > 1)
		return nx_fail(err, NX_E_UNSUPPORTED_VERSION, "This server speaks XMPP 1.0");
	header_r->major = (unsigned)major_n;
	header_r->minor = (unsigned)minor_n;
	return 0;
}

static void take_header(struct nx_stream *stream, const struct nx_xml *root)
{
	struct nx_stream_header header = { 0 };
	struct nx_error err;

	if (parse_version(nx_xml_attr(root, "version"), &header, &err) < 0) {
		fail(stream, &err);
		return;
	}
	if (stream->state == IS_OPEN)
		return;                 /* the same once more (see reader.h): the first one is being answered */
	header.to = nx_xml_attr(root, "to");
	header.from = nx_xml_attr(root, "from");
	header.lang = nx_xml_attr_ns(root, NX_NS_XML, "lang");
	stream->state = IS_OPEN;
	stream->events->opened(stream->ctx, &header);
}

static void on_open(void *ctx, const struct nx_xml *root, const char *default_ns, const char *stream_prefix)
{
	struct nx_stream *stream = ctx;
	struct nx_error err;

	if (stream->state == IS_OVER)
		return;
	if (check_root(root, stream_prefix, &err) < 0 || check_content_ns(default_ns, stream_prefix, &err) < 0)
		fail(stream, &err);
	else
		take_header(stream, root);
}

static void close_by_peer(struct nx_stream *stream)
{
	stream->state = IS_OVER;
	stream->events->closed(stream->ctx);
}

static void on_close(void *ctx)
{
	struct nx_stream *stream = ctx;

	if (stream->state == IS_OPEN)
		close_by_peer(stream);
}

/* RFC 7395 sections 3.3.2, 3.4 and 3.6: the elements that stand for the tags of the root. True: it is one of them, or should have been. */
static bool take_frame(struct nx_stream *stream, const struct nx_xml *el)
{
	bool is_ours = strcmp(el->ns, NX_NS_FRAMING) == 0;
	struct nx_error err;

	if (stream->state == IS_OPEN && !is_ours)
		return false;
	if (nx_xml_is(el, NX_NS_FRAMING, "close")) {
		close_by_peer(stream);
	} else if (stream->state == EXPECTS_HEADER && nx_xml_is(el, NX_NS_FRAMING, "open")) {
		take_header(stream, el);
	} else {
		nx_fail(&err, is_ours ? NX_E_BAD_FORMAT : NX_E_INVALID_NAMESPACE,
			"A framed stream begins with one <open/> in the namespace " NX_NS_FRAMING);
		fail(stream, &err);
	}
	return true;
}

static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct nx_stream *stream = ctx;

	if (stream->state != IS_OVER && stream->is_framed && take_frame(stream, el)) {
		nx_xml_parsers_give_pool(stream->parsers, &pool);
		return;
	}
	if (stream->state == IS_OPEN && !nx_xml_is(el, NX_NS_STREAMS, "error")) {
		stream->events->element(stream->ctx, pool, el);
		return;
	}
	nx_xml_parsers_give_pool(stream->parsers, &pool);
	on_close(ctx);
}

static void on_failed(void *ctx, const struct nx_error *err)
{
	struct nx_stream *stream = ctx;

	if (stream->state != IS_OVER)
		fail(stream, err);
}

static const struct nx_xml_events reader_events = { on_open, on_element, on_close, on_failed };

static struct nx_stream *stream_new(struct nx_xml_parsers *parsers, const struct nx_stream_events *events, void *ctx)
{
	struct nx_stream *stream = nx_mem_new(sizeof(*stream));

	stream->parsers = parsers;
	stream->events = events;
	stream->ctx = ctx;
	return stream;
}

struct nx_stream *nx_stream_new(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
				const struct nx_stream_events *events, void *ctx)
{
	struct nx_stream *stream = stream_new(parsers, events, ctx);

	stream->reader = nx_xml_reader_new(parsers, limits, &reader_events, stream);
	return stream;
}

struct nx_stream *nx_stream_new_framed(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
				       const struct nx_stream_events *events, void *ctx)
{
	struct nx_stream *stream = stream_new(parsers, events, ctx);

	stream->is_framed = true;
	stream->reader = nx_xml_reader_new_for_messages(parsers, limits, &reader_events, stream);
	return stream;
}

bool nx_stream_is_framed(const struct nx_stream *stream)
{
	return stream->is_framed;
}

void nx_stream_free(struct nx_stream **stream)
{
	if (!*stream)
		return;
	nx_xml_reader_free(&(*stream)->reader);
	nx_mem_free(*stream);
	*stream = NULL;
}

void nx_stream_set_limits(struct nx_stream *stream, const struct nx_xml_limits *limits)
{
	nx_xml_reader_set_limits(stream->reader, limits);
}

void nx_stream_feed(struct nx_stream *stream, const char *data, size_t len)
{
	if (stream->state != IS_OVER)
		nx_xml_reader_feed(stream->reader, data, len);
}

void nx_stream_end_message(struct nx_stream *stream)
{
	if (stream->state != IS_OVER)
		nx_xml_reader_end_message(stream->reader);
}

/* In a framed stream each message is a document anyhow. */
void nx_stream_restart(struct nx_stream *stream, bool drop_rest)
{
	stream->state = EXPECTS_HEADER;
	if (!stream->is_framed)
		nx_xml_reader_reset(stream->reader, drop_rest);
}

void nx_stream_hold(struct nx_stream *stream)
{
	nx_xml_reader_hold(stream->reader);
}

void nx_stream_continue(struct nx_stream *stream)
{
	nx_xml_reader_continue(stream->reader);
}

void nx_stream_forget(struct nx_stream *stream)
{
	nx_xml_reader_forget(stream->reader);
}

static void add_attr(struct nx_buf *buf, const char *name, const char *value)
{
	if (!value)
		return;
	nx_buf_printf(buf, " %s='", name);
	nx_xml_escape(buf, value, strlen(value));
	nx_buf_putc(buf, '\'');
}

void nx_stream_write_open(const struct nx_stream *stream, struct nx_buf *buf, const char *from, const char *to, const char *id,
			  const char *version, const char *lang)
{
	nx_buf_puts(buf, stream->is_framed ? "<open xmlns='" NX_NS_FRAMING "'" : "<?xml version='1.0'?><stream:stream");
	add_attr(buf, "from", from);
	add_attr(buf, "to", to);
	add_attr(buf, "id", id);
	add_attr(buf, "version", version);
	add_attr(buf, "xml:lang", lang);
	nx_buf_puts(buf, stream->is_framed ? "/>" : " xmlns='" NX_NS_CLIENT "' xmlns:stream='" NX_NS_STREAMS "'>");
}

void nx_stream_write_error(const struct nx_stream *stream, struct nx_buf *buf, const struct nx_error *err)
{
	nx_buf_puts(buf, stream->is_framed ? "<stream:error xmlns:stream='" NX_NS_STREAMS "'>" : "<stream:error>");
	nx_buf_printf(buf, "<%s xmlns='" NX_NS_STREAM_ERR "'/>", nx_error_stream_condition(err->kind));
	if (err->text[0]) {
		nx_buf_puts(buf, "<text xmlns='" NX_NS_STREAM_ERR "' xml:lang='en'>");
		nx_xml_escape(buf, err->text, strlen(err->text));
		nx_buf_puts(buf, "</text>");
	}
	nx_buf_puts(buf, "</stream:error>");
}

void nx_stream_write_close(const struct nx_stream *stream, struct nx_buf *buf)
{
	nx_buf_puts(buf, stream->is_framed ? "<close xmlns='" NX_NS_FRAMING "'/>" : "</stream:stream>");
}
