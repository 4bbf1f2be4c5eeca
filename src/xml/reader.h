/* Bytes to trees: a stream of elements below one root, with limits counted while streaming.
 *
 * One normal case: nx_xml_reader_feed() gets what the network had, expat collects each child of the root
 * into a tree in a fresh pool, and after expat has returned (never inside one of its handlers) the reader hands
 * the finished elements over one by one. A handler may reset or hold the reader: what follows is then discarded,
 * or kept until nx_xml_reader_continue(). A malformed byte is reported after everything finished before it.
 *
 * Parsers are expensive (10 KiB), so idle readers own none: between stanzas a parser whose root declared only
 * the usual namespaces goes back, primed, to the pool of nx_xml_parsers, and any reader may take it. A parser is
 * not used again after a large stanza or many uses (nx_xml_parsers_set_wear), because expat never returns memory.
 *
 * A reader may also be fed messages, each of which is a document of its own with one stanza as its root (WebSocket, RFC 7395 section
 * 3.3.3): nx_xml_reader_new_for_messages(), and nx_xml_reader_end_message() behind each. There is no open and no close then.
 *
 * A root that begins again among its children is refused at once (NX_E_BAD_FORMAT).
 *
 * DOCTYPE, comments, processing instructions and entity references other than the five predefined are refused
 * (RFC 6120 section 11.1), as is every encoding but UTF-8 (11.6). */
#ifndef NX_XML_READER_H
#define NX_XML_READER_H

#include <stdbool.h>
#include <stddef.h>

struct nx_error;
struct nx_pool;
struct nx_xml;
struct nx_xml_parsers;
struct nx_xml_reader;

struct nx_xml_limits {
	size_t max_stanza_bytes;        /* one child of the root, from '<' to '>' */
	size_t max_start_tag_bytes;
	unsigned max_depth;             /* of a stanza; the stanza itself is 1 */
	unsigned max_attrs;             /* of one element */
};

struct nx_xml_events {
	/* The root's start tag; root is borrowed until the call returns. Prefixes are resolved. default_ns is the
	 * namespace that xmlns='…' declared on the root, NULL when it declared none; stream_prefix tells
	 * whether NX_NS_STREAMS was bound to a prefix, and which one (RFC 6120 section 4.8.5).
	 * COMPAT: comes a second time when a peer repeats its whole header before it has said anything else. */
	void (*open)(void *ctx, const struct nx_xml *root, const char *default_ns, const char *stream_prefix);
	/* A whole child of the root. The callee owns pool (and the tree in it) from now on. */
	void (*element)(void *ctx, struct nx_pool *pool, struct nx_xml *el);
	/* The root's end tag. */
	void (*close)(void *ctx);
	/* Malformed, restricted or too large: NX_E_NOT_WELL_FORMED, NX_E_RESTRICTED_XML, NX_E_POLICY_VIOLATION,
	 * NX_E_UNSUPPORTED_ENCODING, NX_E_INVALID_XML. Everything after it is ignored until a reset. */
	void (*failed)(void *ctx, const struct nx_error *err);
};

struct nx_xml_parsers *nx_xml_parsers_new(void);
void nx_xml_parsers_free(struct nx_xml_parsers **parsers);
/* What wears a parser out: a stanza larger than this, or so many uses. 32 KiB and 10 000 when nobody says otherwise. */
void nx_xml_parsers_set_wear(struct nx_xml_parsers *parsers, size_t max_stanza_bytes, unsigned max_uses);
/* Parsers that wait, primed, for the next stanza. */
unsigned nx_xml_parsers_spare(const struct nx_xml_parsers *parsers);
/* A pool for a stanza from the free list that the readers use, and back to it. Events made by the server use it too. */
struct nx_pool *nx_xml_parsers_take_pool(struct nx_xml_parsers *parsers);
void nx_xml_parsers_give_pool(struct nx_xml_parsers *parsers, struct nx_pool **pool);

/* limits are borrowed and may change while the reader lives (8 kB before login, more after). */
struct nx_xml_reader *nx_xml_reader_new(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
					const struct nx_xml_events *events, void *ctx);
struct nx_xml_reader *nx_xml_reader_new_for_messages(struct nx_xml_parsers *parsers, const struct nx_xml_limits *limits,
						     const struct nx_xml_events *events, void *ctx);
/* Not from inside an event. */
void nx_xml_reader_free(struct nx_xml_reader **reader);
void nx_xml_reader_set_limits(struct nx_xml_reader *reader, const struct nx_xml_limits *limits);
/* Events run before this returns, unless the reader is held: then the bytes are kept (the caller stops reading). */
void nx_xml_reader_feed(struct nx_xml_reader *reader, const char *data, size_t len);
/* Messages: failed unless what was fed since the last one was one whole document, which begins with its first byte. A reader that is held
 * remembers it: nothing may be fed behind it before continue. */
void nx_xml_reader_end_message(struct nx_xml_reader *reader);
/* A new document begins with the next byte: bytes already fed that follow the element being handled
 * are parsed as the new document or, with drop_rest, thrown away (STARTTLS injection). Allowed in events. */
void nx_xml_reader_reset(struct nx_xml_reader *reader, bool drop_rest);
/* No more events until continue; allowed in events. Held bytes are bounded by what was fed. */
void nx_xml_reader_hold(struct nx_xml_reader *reader);
/* May run events before it returns, like feed. Does nothing when called inside an event but lift the hold. */
void nx_xml_reader_continue(struct nx_xml_reader *reader);
/* In the event of an element: it holds a secret, so no buffer of ours keeps a copy of it. What was fed is the caller's. Later it is too late:
 * other elements may have been parsed with the same buffers. */
void nx_xml_reader_forget(struct nx_xml_reader *reader);
/* In the middle of a stanza (white-space keepalive does not count)? */
bool nx_xml_reader_is_mid_stanza(const struct nx_xml_reader *reader);
/* Heap bytes in use, for memory reports. */
size_t nx_xml_reader_size_bytes(const struct nx_xml_reader *reader);

/* One whole document as a tree (files, answers, what is stored): NULL and err when it is not well-formed. */
struct nx_xml *nx_xml_parse(struct nx_pool *pool, const char *data, size_t len, struct nx_error *err);
/* The same for a stanza that nx_xml_to_string() made and that is read again and again, as history and archives are: with a primed parser,
 * which makes it several times as fast. A prefix or namespace that it does not declare is that of a stream. */
struct nx_xml *nx_xml_parse_stanza(struct nx_xml_parsers *parsers, struct nx_pool *pool, const char *data, size_t len,
				   struct nx_error *err);

#endif
