/* Trees to bytes. Every element gets xmlns only where it differs from its parent's, attributes in foreign
 * namespaces get a prefix of their own; xml: is built in. Characters that XML 1.0 forbids are left out. */
#ifndef NX_XML_WRITER_H
#define NX_XML_WRITER_H

#include <stdbool.h>
#include <stddef.h>

struct nx_buf;
struct nx_pool;
struct nx_xml;

#define NX_NS_STREAMS "http://etherx.jabber.org/streams"

/* The namespaces in force where the bytes will stand. In a TCP stream: default "jabber:client" and the prefix
 * stream for NX_NS_STREAMS (RFC 6120 section 4.8). In a message of a WebSocket: "", and the prefix declared by whoever uses it
 * (RFC 7395 section 3.3.3). */
struct nx_xml_context {
	const char *default_ns;
	const char *stream_prefix;      /* "stream", or NULL: write xmlns like for any other */
	bool declares_prefix;           /* an outermost element that uses it declares it */
};

void nx_xml_write(struct nx_buf *buf, const struct nx_xml *el, const struct nx_xml_context *context);
/* The same in parts, for one stanza to many recipients: "<message from='…'", which is the start tag without its `to` and its '>';
 * " to='TO'" (NULL: nothing); and the tail, which is all the rest. None uses a stream prefix: stanzas need none, and the tail could
 * not know it. */
void nx_xml_write_head(struct nx_buf *buf, const struct nx_xml *el, const struct nx_xml_context *context);
void nx_xml_write_to(struct nx_buf *buf, const char *to);
void nx_xml_write_tail(struct nx_buf *buf, const struct nx_xml *el);
/* Convenience for logs and storage: whole element with its namespace, NUL-terminated, in pool. */
char *nx_xml_to_string(struct nx_pool *pool, const struct nx_xml *el);
void nx_xml_escape(struct nx_buf *buf, const char *text, size_t len);

#endif
