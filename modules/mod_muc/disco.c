/* What can be learned of rooms without entering them (XEP-0045 section 6, XEP-0030, XEP-0128). */
#include "mod_muc/muc.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/rand.h"
#include "service/archive.h"
#include "xmpp/rsm.h"

#define NODE_NICK "x-roomuser-item"             /* 7.12 */
#define NODE_TRAFFIC NX_NS_MUC "#traffic"       /* 18.1.1 */
#define ROOMINFO NX_NS_MUC "#roominfo"

/* ---- a room, 6.4 ---- */

static void add_features(const struct nx_room *room, struct nx_xml *query)
{
	static const char *const always[] = {
		NX_NS_MUC, NX_NS_MUC "#stable_id", NX_NS_MUC "#self-ping-optimization",
		NX_NS_MUC "#register", NX_NS_MUC "#request", NX_NS_MUC "#roomconfig", NX_NS_MUC "#roominfo", /* 16.3 */
		NX_NS_DISCO_INFO, NX_NS_DISCO_ITEMS, NX_NS_REGISTER, NX_NS_SID, NX_NS_OCCUPANT_ID,
	};
	const struct nx_room_config *config = room->config;

	for (size_t i = 0; i < sizeof(always) / sizeof(always[0]); i++)
		nx_disco_add_feature(query, always[i]);
	if (muc_has_archive(room)) {
		nx_disco_add_feature(query, NX_NS_MAM);
		nx_disco_add_feature(query, NX_NS_MAM "#extended");
	}
	nx_disco_add_feature(query, config->needs_password ? "muc_passwordprotected" : "muc_unsecured");
	nx_disco_add_feature(query, config->is_public ? "muc_public" : "muc_hidden");
	nx_disco_add_feature(query, config->is_persistent ? "muc_persistent" : "muc_temporary");
	nx_disco_add_feature(query, config->is_members_only ? "muc_membersonly" : "muc_open");
	nx_disco_add_feature(query, config->is_moderated ? "muc_moderated" : "muc_unmoderated");
	nx_disco_add_feature(query, config->whois == NX_WHOIS_ANYONE ? "muc_nonanonymous" : "muc_semianonymous");
}

static void add_info_form(struct nx_event *ev, struct nx_room *room, struct nx_xml *query)
{
	struct nx_xml *form = nx_form_new(query->pool, NX_FORM_RESULT, NULL, NULL, ROOMINFO), *contact = NULL;
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;
	char created[NX_DATETIME_SIZE];

	muc_config_info(room->config, form);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "muc#roominfo_subject", "Subject"), room->subject);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "muc#roominfo_occupants", "Number of occupants"),
		      nx_pool_printf(query->pool, "%u", room->occupant_count));
	nx_form_value_bool(nx_form_add(form, NX_FIELD_BOOLEAN, "muc#roominfo_subjectmod", "Participants may change the subject"),
			   room->config->may_change_subject);
	nx_form_value_bool(nx_form_add(form, NX_FIELD_BOOLEAN, "muc#roominfo_changesubject", NULL), room->config->may_change_subject);
	nx_datetime_format(created, room->created_at_ms, false);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "{http://prosody.im/protocol/muc}roominfo_creationdate", "Created"), created);
	/* Addresses of owners are a secret where addresses are. */
	while (room->config->whois == NX_WHOIS_ANYONE && (member = nx_map_next(room->members, &it))) {
		if (member->affiliation != NX_AFF_OWNER)
			continue;
		if (!contact)
			contact = nx_form_add(form, NX_FIELD_JID_MULTI, "muc#roominfo_contactjid", "Owners");
		nx_form_value(contact, member->jid);
	}
	NX_FIRE(ev->server, room_info, ev, room, NULL, query, form);
	nx_xml_append(query, form);
}

static struct nx_xml *add_identity(struct nx_xml *query, const char *name)
{
	struct nx_xml *identity = nx_xml_add(query, NULL, "identity");

	nx_xml_set(identity, "category", "conference");
	nx_xml_set(identity, "type", "text");
	nx_xml_set(identity, "name", name);
	return query;
}

/* 7.12 */
static struct nx_xml *own_nick(struct nx_event *ev, const struct nx_room *room, struct nx_xml *query)
{
	const struct nx_room_member *member = muc_member_find(room, &ev->from);

	return member && member->nick ? add_identity(query, member->nick) : query;
}

enum nx_verdict muc_disco_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_DISCO_INFO, "query");
	const char *node = nx_xml_attr(ev->payload, "node");

	(void)mod;
	if (room->state != NX_ROOM_OPEN && !muc_client_find(room, &ev->from))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	nx_xml_set(query, "node", node);
	if (!node) {
		add_identity(query, *room->config->name ? room->config->name : room->local);
		add_features(room, query);
		add_info_form(ev, room, query);
		return nx_event_answer(ev, query);
	}
	if (nx_str_eq(node, NODE_NICK))
		return nx_event_answer(ev, own_nick(ev, room, query));
	if (nx_str_eq(node, NODE_TRAFFIC))
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "Everything may be sent in this room");
	NX_FIRE(ev->server, room_info, ev, room, node, query, NULL);
	if (nx_xml_first_element(query))
		return nx_event_answer(ev, query);
	return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such node");
}

/* 6.5: who is in the room is told to those who are in it, and to others as its owners wish. */
enum nx_verdict muc_disco_items(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_DISCO_ITEMS, "query");
	const struct nx_occupant *occupant;

	(void)mod;
	if (room->state != NX_ROOM_OPEN && !muc_client_find(room, &ev->from))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	nx_xml_set(query, "node", nx_xml_attr(ev->payload, "node"));
	if ((muc_client_find(room, &ev->from) || room->config->is_list_public) && !nx_xml_attr(ev->payload, "node")) {
		NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant)
			nx_xml_set(nx_xml_add(query, NULL, "item"), "jid", occupant->jid.full);
	}
	NX_FIRE(ev->server, room_items, ev, room, nx_xml_attr(ev->payload, "node"), query);
	return nx_event_answer(ev, query);
}

/* ---- the service: 6.3 ---- */

#define MAX_PAGE 500

struct entry {
	const char *local, *name;
};

/* Public rooms behind a name, from memory and from the store, the first max of them and one more. */
struct listing {
	struct nx_rsm rsm;
	size_t max, count, room_for;
	struct entry *entries;
};

static void add_entry(struct nx_pool *pool, struct listing *listing, const char *local, const char *name)
{
	if (listing->count == listing->room_for)
		return;
	listing->entries[listing->count++] = (struct entry){ nx_pool_strdup(pool, local), nx_pool_strdup(pool, name && *name ? name : local) };
}

static int compare_entries(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->local, ((const struct entry *)b)->local);
}

/* Those that are not stored. */
static void add_temporary(const struct muc *muc, const struct nx_event *ev, struct listing *listing)
{
	struct nx_map_iter it = {0};
	const struct nx_room *room;

	while ((room = nx_map_next(muc->rooms, &it))) {
		if (room->component == ev->component && room->state == NX_ROOM_OPEN && !room->config->is_persistent &&
		    room->config->is_public && (!listing->rsm.after || strcmp(room->local, listing->rsm.after) > 0))
			add_entry(ev->pool, listing, room->local, room->config->name);
	}
}

static void list_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	(void)mod;
	add_entry(ev->pool, ev->data, nx_row_text(row, 0), nx_row_text(row, 1));
}

static enum nx_verdict listed(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_DISCO_ITEMS, "query");
	struct listing *listing = ev->data;
	size_t shown = listing->count < listing->max ? listing->count : listing->max;

	(void)mod;
	qsort(listing->entries, listing->count, sizeof(struct entry), compare_entries);
	for (size_t i = 0; i < shown; i++) {
		struct nx_xml *item = nx_xml_add(query, NULL, "item");

		nx_xml_set(item, "jid", nx_pool_printf(ev->pool, "%s@%s", listing->entries[i].local, ev->component->name));
		nx_xml_set(item, "name", listing->entries[i].name);
	}
	if (listing->rsm.is_asked || listing->count > shown)
		nx_rsm_write_uncounted(query, shown ? listing->entries[0].local : NULL,
				       shown ? listing->entries[shown - 1].local : NULL);
	return nx_event_answer(ev, query);
}

enum nx_verdict muc_list_rooms(struct nx_module *mod, struct nx_event *ev)
{
	struct muc *muc = mod->data;
	struct listing *listing = NX_NEW(ev->pool, struct listing);

	if (ev->component->mod != mod || nx_xml_attr(ev->payload, "node"))
		return NX_PASS;
	if (nx_rsm_read(ev->payload, &listing->rsm, &ev->error) < 0)
		return NX_REFUSE;
	if (listing->rsm.before || listing->rsm.index >= 0)
		return nx_event_refuse(ev, NX_E_FEATURE_NOT_IMPLEMENTED, "The list of rooms is read from its beginning");
	listing->max = listing->rsm.max >= 0 && listing->rsm.max < MAX_PAGE ? (size_t)listing->rsm.max : MAX_PAGE;
	listing->room_for = listing->max + 1 + nx_map_count(muc->rooms);
	listing->entries = NX_NEW_ARRAY(ev->pool, struct entry, listing->room_for);
	ev->data = listing;
	add_temporary(muc, ev, listing);
	return nx_event_read(ev, mod, MUC_LIST_PUBLIC,
			     NX_LIST(ev->component->name, listing->rsm.after ? listing->rsm.after : "",
				     nx_pool_printf(ev->pool, "%zu", listing->max + 1)), list_row, listed);
}

/* XEP-0307: a name that no room has. */
enum nx_verdict muc_unique(struct nx_module *mod, struct nx_event *ev)
{
	uint8_t bytes[10];
	char name[2 * sizeof(bytes) + 1];

	if (ev->component->mod != mod)
		return NX_PASS;
	nx_rand_bytes(bytes, sizeof(bytes));
	nx_hex_encode(name, bytes, sizeof(bytes));
	return nx_event_answer(ev, nx_xml_text(nx_xml_new(ev->pool, NX_NS_MUC "#unique", "unique"), name));
}
