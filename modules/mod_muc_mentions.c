/* mod_muc_mentions: who belongs to a room and is not in it gets the messages that mention them, if the room's owners want it so (XEP-0452).
 * A mention is a reference (XEP-0372) to a bare JID, or to a nickname that somebody has reserved. Who does not want them gives up
 * the membership. */
#include "core/module.h"

#include <string.h>

#include "base/map.h"
#include "service/rooms.h"

#define NS_MENTIONS "urn:xmpp:mmn:0"
#define NS_REFERENCE "urn:xmpp:reference:0"
#define NS_FORWARD "urn:xmpp:forward:0"
/* People whom one message reaches so. */
#define MAX_MENTIONS 20

static const struct nx_room_field mention_fields[] = {
	{ .var = "muc#roomconfig_forwardmentions", .kind = NX_ROOM_FIELD_BOOL, .usual = "0",
	  .label = "Members who are not in the room get the messages that mention them" },
	{ 0 }
};

static void on_fields(struct nx_module *mod, struct nx_room_fields *fields)
{
	(void)mod;
	nx_room_fields_add(fields, mention_fields);
}

/* ---- who is mentioned ---- */

static int hex_digit(char c)
{
	const char *digits = "0123456789abcdef0123456789ABCDEF", *at = c ? strchr(digits, c) : NULL;

	return at ? (int)((at - digits) % 16) : -1;
}

/* The address of an xmpp: URI (RFC 5122 section 2.2): without query, and without its escapes. NULL: it is none. */
static const char *address_of(struct nx_pool *pool, const char *uri)
{
	char *address, *end;

	if (!uri || !nx_str_has_prefix(uri, "xmpp:"))
		return NULL;
	address = end = nx_pool_strdup(pool, uri + strlen("xmpp:"));
	address[strcspn(address, "?#")] = '\0';
	for (const char *at = address; *at; end++) {
		bool is_escape = at[0] == '%' && hex_digit(at[1]) >= 0 && hex_digit(at[2]) >= 0;

		*end = is_escape ? (char)(hex_digit(at[1]) * 16 + hex_digit(at[2])) : *at;
		at += is_escape ? 3 : 1;
	}
	*end = '\0';
	return address;
}

static const struct nx_room_member *member_of(struct nx_event *ev, const struct nx_room *room, const struct nx_xml *reference)
{
	const char *address = address_of(ev->pool, nx_xml_attr(reference, "uri"));
	struct nx_jid jid;

	if (!nx_str_eq(nx_xml_attr(reference, "type"), "mention") || !address || nx_jid_parse(ev->pool, address, &jid, NULL) < 0)
		return NULL;
	if (nx_jid_eq_bare(&jid, &room->jid))
		return nx_jid_has_resource(&jid) ? nx_rooms(ev->server)->reserved_by(room, ev->pool, nx_jid_resource(&jid)) : NULL;
	return nx_map_find(room->members, jid.full, jid.bare_len);
}

static bool is_here(const struct nx_room *room, const char *bare)
{
	const struct nx_occupant *occupant;

	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (nx_str_eq(occupant->real.full, bare))
			return true;
	}
	return false;
}

/* ---- telling them ---- */

/* Section 3.2 */
static void forward(struct nx_event *ev, struct nx_room *room, const struct nx_room_said *said, const char *bare)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_pool *pool = nx_event_pool(ev->server);
	struct nx_xml *message = rooms->message_from(pool, &room->jid, NULL), *copy = nx_xml_dup(pool, said->message);
	struct nx_xml *forwarded = nx_xml_add(nx_xml_add(message, NS_MENTIONS, "mentions"), NS_FORWARD, "forwarded");
	struct nx_xml *delay = nx_xml_add(forwarded, NX_NS_DELAY, "delay");
	char stamp[NX_DATETIME_SIZE];
	struct nx_jid to;

	nx_datetime_format(stamp, said->at_ms, true);
	nx_xml_set(delay, "stamp", stamp);
	nx_xml_set(copy, "to", room->jid.full);
	nx_xml_append(forwarded, copy);
	/* It waits for who is not connected. */
	nx_xml_add(message, NX_NS_HINTS, "store");
	/* An address that was one when it came into the list. */
	if (nx_jid_parse(pool, bare, &to, NULL) == 0)
		rooms->send_to_anybody(room, pool, message, &to);
	else
		nx_pool_free(&pool);
}

static void on_said(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	const struct nx_xml *reference = nx_xml_child(said->message, NS_REFERENCE, "reference");
	const struct nx_room_member *told[MAX_MENTIONS];
	size_t count = 0;

	(void)mod;
	if (!reference || !nx_room_setting(room->config, &mention_fields[0]).is_on)
		return;
	for (; reference && count < MAX_MENTIONS; reference = nx_xml_next(reference, NS_REFERENCE, "reference")) {
		const struct nx_room_member *member = member_of(ev, room, reference);
		size_t i = 0;

		if (!member || member->affiliation < NX_AFF_MEMBER || is_here(room, member->jid))
			continue;
		while (i < count && told[i] != member)
			i++;
		if (i < count)
			continue;
		told[count++] = member;
		forward(ev, room, said, member->jid);
	}
}

static void on_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query,
		    struct nx_xml *form)
{
	(void)mod;
	(void)ev;
	(void)form;
	if (!node && nx_room_setting(room->config, &mention_fields[0]).is_on)
		nx_disco_add_feature(query, NS_MENTIONS);
}

static const struct nx_hook mention_hooks[] = {
	NX_COLLECT(room_fields, on_fields),
	NX_ON(room_said, on_said),
	NX_COLLECT(room_info, on_info),
	NX_HOOKS_END
};

NX_MODULE(muc_mentions) = {
	NX_MODULE_HEAD(muc_mentions),
	.summary = "Messages that mention absent members", .xeps = "0372, 0452", .needs = NX_LIST("muc"), .hooks = mention_hooks,
};
