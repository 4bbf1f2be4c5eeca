/* Stanzas: what kind an element is, and the replies everybody needs (RFC 6120 section 8). */
#ifndef NX_XMPP_STANZA_H
#define NX_XMPP_STANZA_H

#include <stdbool.h>

#include "base/error.h"

struct nx_pool;
struct nx_xml;

enum nx_stanza_kind { NX_STANZA_NONE, NX_STANZA_MESSAGE, NX_STANZA_PRESENCE, NX_STANZA_IQ };
#define NX_STANZA_KINDS 4

enum nx_stanza_type {
	NX_TYPE_INVALID,        /* a value that the kind does not know */
	/* iq */
	NX_TYPE_GET, NX_TYPE_SET, NX_TYPE_RESULT,
	/* message; no or an unknown type is normal (RFC 6121 section 5.2.2) */
	NX_TYPE_NORMAL, NX_TYPE_CHAT, NX_TYPE_GROUPCHAT, NX_TYPE_HEADLINE,
	/* presence; no type is available */
	NX_TYPE_AVAILABLE, NX_TYPE_UNAVAILABLE, NX_TYPE_PROBE, NX_TYPE_SUBSCRIBE, NX_TYPE_SUBSCRIBED,
	NX_TYPE_UNSUBSCRIBE, NX_TYPE_UNSUBSCRIBED,
	/* all */
	NX_TYPE_ERROR
};

/* NX_STANZA_NONE when it is none (or in another namespace than jabber:client). */
enum nx_stanza_kind nx_stanza_kind(const struct nx_xml *el);
enum nx_stanza_type nx_stanza_type(enum nx_stanza_kind kind, const struct nx_xml *el);
const char *nx_stanza_kind_name(enum nx_stanza_kind kind);

/* A message that says more than "is typing": chat states, hints and a thread alone are nothing that anybody misses later. */
bool nx_message_has_content(const struct nx_xml *message);

/* <iq type='result'/> with id copied and from and to exchanged; empty. */
struct nx_xml *nx_stanza_result(struct nx_pool *pool, const struct nx_xml *iq);
/* The stanza returned as an error: from and to exchanged, id kept, its payload kept for iq and presence,
 * <error/> with type, condition and text (RFC 6120 section 8.3). err->text "" leaves <text/> out. */
struct nx_xml *nx_stanza_error(struct nx_pool *pool, const struct nx_xml *stanza, const struct nx_error *err);

#endif
