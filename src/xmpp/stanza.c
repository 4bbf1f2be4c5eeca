/* Kinds and types of stanzas and the two replies that everybody needs (RFC 6120 sections 8.2 and 8.3). */
#include "xmpp/stanza.h"

#include "base/assert.h"
#include "base/str.h"
#include "xml/tree.h"
#include "xmpp/error.h"
#include "xmpp/ns.h"

#include <stddef.h>

static const char *const kind_names[] = {
	[NX_STANZA_NONE] = "none",
	[NX_STANZA_MESSAGE] = "message",
	[NX_STANZA_PRESENCE] = "presence",
	[NX_STANZA_IQ] = "iq",
};

struct type_row { const char *name; enum nx_stanza_type type; };

static const struct type_row iq_types[] = {
	{ "get", NX_TYPE_GET }, { "set", NX_TYPE_SET }, { "result", NX_TYPE_RESULT }, { "error", NX_TYPE_ERROR },
	{ NULL, NX_TYPE_INVALID }
};

static const struct type_row message_types[] = {
	{ "chat", NX_TYPE_CHAT }, { "groupchat", NX_TYPE_GROUPCHAT }, { "headline", NX_TYPE_HEADLINE },
	{ "error", NX_TYPE_ERROR }, { NULL, NX_TYPE_NORMAL }
};

static const struct type_row presence_types[] = {
	{ "unavailable", NX_TYPE_UNAVAILABLE }, { "probe", NX_TYPE_PROBE }, { "subscribe", NX_TYPE_SUBSCRIBE },
	{ "subscribed", NX_TYPE_SUBSCRIBED }, { "unsubscribe", NX_TYPE_UNSUBSCRIBE },
	{ "unsubscribed", NX_TYPE_UNSUBSCRIBED }, { "error", NX_TYPE_ERROR }, { NULL, NX_TYPE_INVALID }
};

enum nx_stanza_kind nx_stanza_kind(const struct nx_xml *el)
{
	if (!nx_xml_is_element(el) || !nx_str_eq(el->ns, NX_NS_CLIENT))
		return NX_STANZA_NONE;
	for (int kind = NX_STANZA_MESSAGE; kind <= NX_STANZA_IQ; kind++)
		if (nx_str_eq(el->name, kind_names[kind]))
			return (enum nx_stanza_kind)kind;
	return NX_STANZA_NONE;
}

bool nx_message_has_content(const struct nx_xml *message)
{
	for (const struct nx_xml *el = nx_xml_first_element(message); el; el = nx_xml_next(el, NULL, NULL)) {
		if (!nx_xml_is(el, NX_NS_CHAT_STATES, NULL) && !nx_xml_is(el, NX_NS_HINTS, NULL) &&
		    !nx_xml_is(el, NX_NS_CLIENT, "thread"))
			return true;
	}
	return false;
}

/* The last row is what an unknown name means. */
static enum nx_stanza_type find_type(const struct type_row *row, const char *name)
{
	while (row->name && !nx_str_eq(row->name, name))
		row++;
	return row->type;
}

enum nx_stanza_type nx_stanza_type(enum nx_stanza_kind kind, const struct nx_xml *el)
{
	const char *name = nx_xml_attr(el, "type");

	switch (kind) {
	case NX_STANZA_NONE:
		return NX_TYPE_INVALID;
	case NX_STANZA_MESSAGE:
		return name ? find_type(message_types, name) : NX_TYPE_NORMAL;
	case NX_STANZA_PRESENCE:
		return name ? find_type(presence_types, name) : NX_TYPE_AVAILABLE;
	case NX_STANZA_IQ:
		return name ? find_type(iq_types, name) : NX_TYPE_INVALID;
	}
	nx_unreachable();
}

const char *nx_stanza_kind_name(enum nx_stanza_kind kind)
{
	return kind_names[kind];
}

/* The same kind with the same id, going back to where it came from. */
static struct nx_xml *make_reply(struct nx_pool *pool, const struct nx_xml *stanza, const char *type)
{
	enum nx_stanza_kind kind = nx_stanza_kind(stanza);
	struct nx_xml *reply;

	nx_assert(kind != NX_STANZA_NONE);
	reply = nx_xml_new(pool, NX_NS_CLIENT, nx_stanza_kind_name(kind));
	nx_xml_set(reply, "type", type);
	nx_xml_set(reply, "id", nx_xml_attr(stanza, "id"));
	nx_xml_set(reply, "from", nx_xml_attr(stanza, "to"));
	nx_xml_set(reply, "to", nx_xml_attr(stanza, "from"));
	return reply;
}

struct nx_xml *nx_stanza_result(struct nx_pool *pool, const struct nx_xml *iq)
{
	return make_reply(pool, iq, "result");
}

struct nx_xml *nx_stanza_error(struct nx_pool *pool, const struct nx_xml *stanza, const struct nx_error *err)
{
	struct nx_xml *reply = make_reply(pool, stanza, "error"), *error, *text;

	/* RFC 6120 section 8.3.1. Who could not enter a room looks for its own request in the error (XEP-0045 section 7.2.5). */
	if (nx_stanza_kind(stanza) != NX_STANZA_MESSAGE)
		for (const struct nx_xml *child = stanza->first; child; child = child->next)
			nx_xml_append(reply, nx_xml_dup(pool, child));
	error = nx_xml_add(reply, NX_NS_CLIENT, "error");
	nx_xml_set(error, "type", nx_error_stanza_type(err->kind));
	nx_xml_add(error, NX_NS_STANZA_ERR, nx_error_stanza_condition(err->kind));
	if (err->text[0]) {
		text = nx_xml_add(error, NX_NS_STANZA_ERR, "text");
		nx_xml_set_ns(text, NX_NS_XML, "lang", "en");
		nx_xml_text(text, err->text);
	}
	return reply;
}
