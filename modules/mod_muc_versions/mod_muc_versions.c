/* mod_muc_versions: a client that comes back into a room gets only the affiliations that have changed since it was there (XEP-0463, MUC
 * Affiliations Versioning). Sections without a name are those of XEP-0463.
 *
 * A client is given no bare id but one with a keyed hash over the room and its rules (version_of()): so a client can ask only
 * since a moment of which it was told, and a version of another room of the same name, or of the time before the rules
 * about who may see the list changed, is one that nobody knows.
 *
 * Only clients whose join has a <mav/> are sent something new: "this is a negotiated change" (section 9). */
#include "mod_muc_versions/versions.h"

#include <inttypes.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"

#define NS_MAV "urn:xmpp:muc:affiliations:1"
#define TAG_BYTES 8

/* ---- what clients are given ---- */

/* Where any of these is different, others may see the list. */
static unsigned rules_of(const struct nx_room_config *config)
{
	return (unsigned)config->list_roles << 2 | (config->whois == NX_WHOIS_ANYONE) << 1 | config->is_members_only;
}

static const char *version_of(struct nx_module *mod, struct nx_pool *pool, const struct nx_room *room, uint64_t id)
{
	const struct nx_server *server = mod->server;
	char *text = nx_pool_printf(pool, "versions %s %" PRId64 " %u %" PRIu64, room->jid.full, room->created_at_ms, rules_of(room->config), id);
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned len = sizeof(digest);
	char tag[2 * TAG_BYTES + 1];

	HMAC(EVP_sha256(), server->secret, sizeof(server->secret), (const unsigned char *)text, strlen(text), digest, &len);
	nx_hex_encode(tag, digest, TAG_BYTES);
	return nx_pool_printf(pool, "%" PRIx64 "-%s", id, tag);
}

/* False: it is none of this room's, or so old that the room does not know any more (section 5.2.1). */
static bool read_version(struct nx_module *mod, struct nx_pool *pool, const struct nx_room *room, const char *text, uint64_t *id_r)
{
	const struct versions *versions = versions_of(mod, room);

	*id_r = text ? strtoull(text, NULL, 16) : 0;
	return text && *id_r >= versions->floor && *id_r <= versions->last && nx_str_eq(text, version_of(mod, pool, room, *id_r));
}

static void add_mav(struct nx_xml *x, const char *since, const char *until)
{
	struct nx_xml *mav = nx_xml_add(x, NS_MAV, "mav");

	nx_xml_set(mav, "since", since);
	nx_xml_set(mav, "until", until);
}

/* Sections 5.2.1, last part, and 5.2.2 */
static void on_followed(struct nx_module *mod, const struct nx_room *room, bool is_change, struct nx_xml *x)
{
	const struct versions *versions = versions_of(mod, room);

	add_mav(x, is_change ? version_of(mod, x->pool, room, versions->before) : NULL, version_of(mod, x->pool, room, versions->last));
}

/* ---- entering, section 5.2.1 ---- */

/* Section 5.2.3: the lists of those who belong to the room; who is banned is told to those who may know that. */
static bool may_ask(const struct nx_rooms_service *rooms, const struct nx_room_client *client)
{
	return rooms->may_list(client->occupant->room, &client->jid, NX_AFF_MEMBER) &&
	       rooms->may_list(client->occupant->room, &client->jid, NX_AFF_OWNER);
}

/* Section 6: has it come to belong to a room that is not for everybody only after that version? */
static bool is_older_than_right(const struct nx_room_client *client, const struct version_row *own, uint64_t since)
{
	const struct nx_occupant *occupant = client->occupant;
	const struct nx_room_config *config = occupant->room->config;
	bool is_for_all = config->whois == NX_WHOIS_ANYONE && !config->is_members_only &&
			  config->list_roles & NX_ROLE_BIT(occupant->role);

	return own && own->crossed > since && !is_for_all;
}

/* With the reserved nickname, as in the lists of XEP-0045 section 9.5. */
static void add_item(struct nx_xml *x, const struct nx_room *room, const char *jid, enum nx_affiliation affiliation)
{
	const struct nx_room_member *member = affiliation == NX_AFF_NONE ? NULL : nx_map_find(room->members, jid, strlen(jid));
	struct nx_xml *item = nx_xml_add(x, NULL, "item");

	nx_xml_set(item, "nick", member ? member->nick : NULL);

	nx_xml_set(item, "jid", jid);
	nx_xml_set(item, "affiliation", nx_rooms(room->component->mod->server)->affiliation_name(affiliation));
}

/* Who may not know who is banned sees that somebody does not belong to the room any more. */
static bool add_changed(struct nx_xml *x, const struct nx_room *room, const struct version_row *row, uint64_t since, bool sees_banned)
{
	enum nx_affiliation affiliation = versions_affiliation(room, row->jid, row->jid_len);

	if (row->version <= since || (!sees_banned && affiliation < NX_AFF_MEMBER && row->crossed <= since))
		return false;
	add_item(x, room, row->jid, affiliation == NX_AFF_OUTCAST && !sees_banned ? NX_AFF_NONE : affiliation);
	return true;
}

/* False: nothing that this client may see has changed. */
static bool add_diff(struct nx_xml *x, const struct nx_room *room, const struct versions *versions, uint64_t since, bool sees_banned)
{
	struct nx_map_iter it = {0};
	const struct version_row *row;
	bool has_items = false;

	while ((row = nx_map_next(versions->rows, &it)))
		has_items |= add_changed(x, room, row, since, sees_banned);
	return has_items;
}

static void add_all(struct nx_xml *x, const struct nx_room *room, bool sees_banned)
{
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;

	while ((member = nx_map_next(room->members, &it))) {
		if (member->affiliation >= NX_AFF_MEMBER || sees_banned)
			add_item(x, room, member->jid, member->affiliation);
	}
}

/* Section 5.2.3 */
static void send_forbidden(struct nx_event *ev, const struct nx_room_client *client)
{
	const struct nx_room *room = client->occupant->room;
	struct nx_xml *message = nx_rooms(ev->server)->message_from(ev->pool, &room->jid, "error"),
		      *error = nx_xml_add(message, NULL, "error");

	nx_xml_set(message, "id", nx_xml_attr(ev->stanza, "id"));
	nx_xml_set(error, "by", room->jid.full);
	nx_xml_set(error, "type", "auth");
	nx_xml_add(error, NX_NS_STANZA_ERR, "forbidden");
	nx_rooms(ev->server)->send_to_client(ev, client, message);
}

static struct nx_xml *new_list(struct nx_event *ev, const struct nx_room *room)
{
	struct nx_xml *message = nx_rooms(ev->server)->message_from(ev->pool, &room->jid, NULL);

	nx_xml_add(message, NX_NS_MUC_USER, "x");
	return message;
}

/* since NULL: everything. What may have been seen by somebody with another affiliation is no start. There is no empty diff. */
static void send_list(struct nx_module *mod, struct nx_event *ev, const struct nx_room_client *client,
		      const char *since, uint64_t since_id)
{
	const struct nx_room *room = client->occupant->room;
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	const struct versions *versions = versions_of(mod, room);
	struct nx_xml *message = new_list(ev, room);
	bool sees_banned = rooms->may_list(room, &client->jid, NX_AFF_OUTCAST);

	if (!since || !add_diff(nx_xml_first_element(message), room, versions, since_id, sees_banned)) {
		since = NULL;
		message = new_list(ev, room);
		add_all(nx_xml_first_element(message), room, sees_banned);
	}
	add_mav(nx_xml_first_element(message), since, version_of(mod, ev->pool, room, versions->last));
	rooms->send_to_client(ev, client, message);
}

static void on_welcome(struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client, const struct nx_xml *join)
{
	const struct nx_xml *mav = nx_xml_child(join, NS_MAV, "mav");
	const struct nx_room *room = client->occupant->room;
	const struct versions *versions = versions_of(mod, room);
	const struct version_row *own = versions_find(versions, client->jid.full, client->jid.bare_len);
	const char *since = mav ? nx_xml_attr(mav, "since") : NULL;
	uint64_t id;

	client->follows_affiliations = mav != NULL;
	if (!mav)
		return;
	if (!read_version(mod, ev->pool, room, since, &id))
		since = NULL;
	if (!may_ask(nx_rooms(ev->server), client) || (since && is_older_than_right(client, own, id))) {
		send_forbidden(ev, client);
		return;
	}
	if (since && id == versions->last)
		return;
	/* Who has been raised meanwhile may see more than the changes. */
	if (own && own->version > id)
		since = NULL;
	send_list(mod, ev, client, since, id);
}

/* Section 4 */
static void on_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query,
		    struct nx_xml *form)
{
	(void)mod;
	(void)ev;
	(void)room;
	(void)form;
	if (!node)
		nx_disco_add_feature(query, NS_MAV);
}

static const struct nx_hook versions_hooks[] = {
	NX_DECIDE(GUARD, account_deleting, versions_on_account_deleting),
	NX_COLLECT(room_affiliation_storing, versions_on_storing),
	NX_ON(room_affiliation, versions_on_affiliation),
	NX_COLLECT(room_loading, versions_on_loading),
	NX_COLLECT(room_storing, versions_on_room_storing),
	NX_ON(room_welcome, on_welcome),
	NX_COLLECT(room_followed, on_followed),
	NX_COLLECT(room_info, on_info),
	NX_HOOKS_END
};

NX_MODULE(muc_versions) = {
	NX_MODULE_HEAD(muc_versions),
	.summary = "What has changed of a room's affiliations", .xeps = "0463", .needs = NX_LIST("muc"),
	.hooks = versions_hooks, .statements = versions_statements,
};
