/* One XMPP stream, seen from the receiving server: bytes in, events out; does no I/O (RFC 6120 section 4).
 *
 * It checks the header, resolves which namespace stanzas are in, delivers every first-level element and
 * knows when the stream restarts. It does not know what TLS, SASL or a session is: core/negotiate.c does.
 *
 * A framed stream (RFC 7395) comes in messages, each with one element; <open/> and <close/> take the place of the root's tags. It fires
 * the same events, and is written with the same functions: whoever writes ends a message behind each of them. */
#ifndef NX_XMPP_STREAM_H
#define NX_XMPP_STREAM_H

#include "base/error.h"
#include "xml/reader.h"
#include "xml/writer.h"
#include <stdbool.h>

struct nx_buf;
struct nx_stream;

struct nx_stream_header {
	const char *to, *from, *lang;   /* NULL when absent; borrowed until the event returns */
	unsigned major, minor;          /* 0.0 when there is no version (RFC 6120 section 4.7.5) */
};

struct nx_stream_events {
	/* A good header: name, namespaces and prefix are right (4.8); an answer is expected. */
	void (*opened)(void *ctx, const struct nx_stream_header *header);
	/* A first-level element in any namespace; the callee owns pool. */
	void (*element)(void *ctx, struct nx_pool *pool, struct nx_xml *el);
	/* The peer closed its side (4.4), or told of an error, which ends the stream as well (4.9.1.1). */
	void (*closed)(void *ctx);
	/* Answer with this stream error and close; nothing follows. */
	void (*failed)(void *ctx, const struct nx_error *err);
};

struct nx_stream *nx_stream_new(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
				const struct nx_stream_events *events, void *ctx);
struct nx_stream *nx_stream_new_framed(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
				       const struct nx_stream_events *events, void *ctx);
bool nx_stream_is_framed(const struct nx_stream *stream);
void nx_stream_free(struct nx_stream **stream);         /* not from inside an event */
void nx_stream_set_limits(struct nx_stream *stream, const struct nx_xml_limits *limits);
void nx_stream_feed(struct nx_stream *stream, const char *data, size_t len);
/* Framed: what was fed since the last one was a whole message (RFC 7395 section 3.3.3). */
void nx_stream_end_message(struct nx_stream *stream);
/* A new header is expected (after TLS and SASL). drop_rest: forget bytes that came too early (5.4.3.3). */
void nx_stream_restart(struct nx_stream *stream, bool drop_rest);
void nx_stream_hold(struct nx_stream *stream);
void nx_stream_continue(struct nx_stream *stream);
/* In the event of an element: see nx_xml_reader_forget(). */
void nx_stream_forget(struct nx_stream *stream);

/* Where our answers stand: jabber:client with the prefix stream, or in a message of its own. */
const struct nx_xml_context *nx_stream_context(const struct nx_stream *stream);

/* Writing. What is NULL is left out; from may not be NULL. */
void nx_stream_write_open(const struct nx_stream *stream, struct nx_buf *buf, const char *from, const char *to, const char *id,
			  const char *version, const char *lang);
/* <stream:error> with condition and text, without the closing tag (4.9). */
void nx_stream_write_error(const struct nx_stream *stream, struct nx_buf *buf, const struct nx_error *err);
void nx_stream_write_close(const struct nx_stream *stream, struct nx_buf *buf);

#endif
