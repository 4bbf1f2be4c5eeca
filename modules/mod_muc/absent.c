/* Somebody who is not in the room has another affiliation: those who are may know it, and so may that one (XEP-0045 sections 9.5, 10.3,
 * 18.1 rule 2). */
#include "mod_muc/muc.h"

static struct nx_xml *add_item(struct nx_xml *x, enum nx_affiliation affiliation, const char *reason)
{
	struct nx_xml *item = nx_xml_add(x, NULL, "item");

	nx_xml_set(item, "affiliation", muc_affiliation_name(affiliation));
	nx_xml_add_text(item, "reason", reason);
	return item;
}

/* 10.3, last paragraph: where addresses are a secret, to those who know it. */
static void tell_occupants(struct nx_event *ev, struct nx_room *room, const char *jid, enum nx_affiliation affiliation,
			   const char *reason, const char *followers_but)
{
	struct nx_xml *message = muc_message_from(ev->pool, &room->jid, NULL);

	nx_xml_set(add_item(nx_xml_add(message, NX_NS_MUC_USER, "x"), affiliation, reason), "jid", jid);
	muc_send_affiliation(ev, room, message, followers_but);
}

void muc_tell_followers(struct nx_event *ev, struct nx_room *room, const char *jid, enum nx_affiliation affiliation)
{
	tell_occupants(ev, room, jid, affiliation, NULL, jid);
}

void muc_tell_of_deleted(struct nx_room *room, const char *jid)
{
	struct nx_server *server = room->muc->mod->server;
	struct nx_room_client *client;

	NX_LIST_EACH(&room->clients, struct nx_room_client, in_room, client) {
		if (!client->follows_affiliations || !muc_may_see_jids(room, client->occupant))
			continue;
		struct nx_pool *pool = nx_event_pool(server);
		struct nx_xml *message = muc_message_from(pool, &room->jid, NULL), *x = nx_xml_add(message, NX_NS_MUC_USER, "x");

		nx_xml_set(add_item(x, NX_AFF_NONE, NULL), "jid", jid);
		NX_FIRE(server, room_followed, room, true, x);
		muc_route(room, pool, message, &client->jid);
	}
}

/* 9.5: who may enter a room that only members enter is invited. */
static void invite(struct nx_event *ev, const struct nx_room *room, struct nx_xml *x, const char *reason)
{
	struct nx_xml *el = nx_xml_add(x, NULL, "invite");

	nx_xml_set(el, "from", nx_jid_bare_str(x->pool, &ev->from));
	nx_xml_add_text(el, "reason", reason);
	if (room->config->needs_password)
		nx_xml_add_text(x, "password", room->config->password);
}

static void tell_user(struct nx_event *ev, struct nx_room *room, const struct nx_jid *user, enum nx_affiliation before,
		      enum nx_affiliation affiliation, const char *reason)
{
	struct nx_pool *pool = nx_event_pool(ev->server);
	struct nx_xml *message = muc_message_from(pool, &room->jid, NULL), *x = nx_xml_add(message, NX_NS_MUC_USER, "x");

	if (room->config->is_members_only && before < NX_AFF_MEMBER && affiliation >= NX_AFF_MEMBER) {
		invite(ev, room, x, reason);
	} else {
		add_item(x, affiliation, reason);
		muc_add_status(x, 101);
	}
	muc_route(room, pool, message, user);
}

void muc_tell_of_absent(struct nx_event *ev, struct nx_room *room, const char *jid, enum nx_affiliation before, const char *reason)
{
	struct nx_jid user;
	enum nx_affiliation affiliation;

	if (nx_jid_parse(ev->pool, jid, &user, NULL) < 0)
		return;
	affiliation = muc_stored_affiliation(room, jid);
	if (affiliation == before)
		return;
	tell_occupants(ev, room, jid, affiliation, reason, NULL);
	/* A ban may be for a domain. */
	if (nx_jid_has_local(&user))
		tell_user(ev, room, &user, before, affiliation, reason);
}
