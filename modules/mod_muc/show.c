/* What a room sends to those who are in it: presence with roles and affiliations (XEP-0045 sections 7.2.2 to 7.2.4, 17.3), messages,
 * and messages to others. One stanza for many is serialised once for each group that may see the same: with real addresses, without. */
#include "mod_muc/muc.h"

#include <stdio.h>
#include <string.h>

#include "xml/reader.h"

/* ---- to clients ---- */

static struct nx_session *session_of(const struct nx_event *ev, const struct nx_room_client *client)
{
	struct nx_session *sess = nx_server_find_session(ev->server, client->sess_id);

	return sess && nx_session_is_bound(sess) ? sess : NULL;
}

static void hand_over(struct nx_event *ev, struct nx_parcel *parcel, const struct nx_jid *from, const struct nx_room_client *to)
{
	struct nx_session *sess = session_of(ev, to);

	/* XEP-0191 section 3.3: who has blocked the room, or somebody in it, hears nothing from there. */
	if (sess && nx_account_may_meet(sess->account, from))
		nx_event_deliver(ev, parcel, sess, to->jid.full);
}

void muc_send_to_client(struct nx_event *ev, const struct nx_room_client *to, struct nx_xml *stanza)
{
	struct nx_session *sess = session_of(ev, to);

	if (!sess)
		return;
	nx_xml_set(stanza, "to", to->jid.full);
	nx_event_send(ev, sess, stanza);
}

static struct nx_jid sender_of(const struct nx_event *ev, const struct nx_xml *stanza)
{
	struct nx_jid from = {0};

	/* An address that the room made. */
	(void)nx_jid_parse(ev->pool, nx_xml_attr(stanza, "from"), &from, NULL);
	return from;
}

void muc_send_to_all(struct nx_event *ev, struct nx_room *room, struct nx_xml *stanza)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, stanza);
	struct nx_jid from = sender_of(ev, stanza);
	struct nx_room_client *client;

	NX_LIST_EACH(&room->clients, struct nx_room_client, in_room, client)
		hand_over(ev, parcel, &from, client);
}

void muc_send_to_occupant(struct nx_event *ev, struct nx_occupant *to, struct nx_xml *stanza)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, stanza);
	struct nx_jid from = sender_of(ev, stanza);
	struct nx_room_client *client;

	NX_LIST_EACH(&to->clients, struct nx_room_client, in_occupant, client)
		hand_over(ev, parcel, &from, client);
}

static bool is_told(const struct nx_room *room, const struct nx_room_client *client, const char *followers_but)
{
	if (!muc_may_see_jids(room, client->occupant))
		return false;
	return !followers_but || (client->follows_affiliations && !nx_str_eq(client->occupant->real.full, followers_but));
}

void muc_send_affiliation(struct nx_event *ev, struct nx_room *room, struct nx_xml *message, const char *followers_but)
{
	struct nx_xml *followed = nx_xml_dup(ev->pool, message);
	struct nx_parcel *parcels[2];
	struct nx_room_client *client;

	NX_FIRE(ev->server, room_followed, room, true, nx_xml_first_element(followed));
	parcels[false] = nx_parcel_new(ev, message);
	parcels[true] = nx_parcel_new(ev, followed);
	NX_LIST_EACH(&room->clients, struct nx_room_client, in_room, client) {
		if (is_told(room, client, followers_but))
			hand_over(ev, parcels[client->follows_affiliations], &room->jid, client);
	}
}

/* ---- to anybody ---- */

struct nx_xml *muc_message_from(struct nx_pool *pool, const struct nx_jid *from, const char *type)
{
	struct nx_xml *message = nx_xml_new(pool, NX_NS_CLIENT, "message");

	nx_xml_set(message, "from", from->full);
	nx_xml_set(message, "type", type);
	return message;
}

void muc_route(struct nx_room *room, struct nx_pool *pool, struct nx_xml *stanza, const struct nx_jid *to)
{
	struct nx_jid from = nx_jid_dup(pool, &room->jid), to_copy = nx_jid_dup(pool, to);

	nx_xml_set(stanza, "to", to_copy.full);
	nx_event_route(room->muc->mod->server, NULL, pool, stanza, &from, &to_copy);
}

void muc_add_status(struct nx_xml *x, int code)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", code);
	nx_xml_set(nx_xml_add(x, NULL, "status"), "code", text);
}

/* ---- presence ---- */

static void add_codes(struct nx_xml *x, const int codes[MUC_MAX_CODES])
{
	for (size_t i = 0; i < MUC_MAX_CODES && codes[i]; i++)
		muc_add_status(x, codes[i]);
}

struct nx_xml *muc_removal(struct nx_pool *pool, const struct nx_jid *from, const struct nx_jid *to, const char *reason,
			   const int codes[MUC_MAX_CODES])
{
	struct nx_xml *gone = nx_xml_new(pool, NX_NS_CLIENT, "presence"), *x = nx_xml_add(gone, NX_NS_MUC_USER, "x");
	struct nx_xml *item = nx_xml_add(x, NULL, "item");

	nx_xml_set(gone, "from", from->full);
	nx_xml_set(gone, "to", to->full);
	nx_xml_set(gone, "type", "unavailable");
	nx_xml_set(item, "affiliation", "none");
	nx_xml_set(item, "role", "none");
	nx_xml_add_text(item, "reason", reason);
	muc_add_status(x, 110);
	add_codes(x, codes);
	return gone;
}

/* The presence as the client sent it last, or one that says only that it is gone. */
static struct nx_xml *base_presence(struct nx_event *ev, struct nx_pool *pool, const struct nx_room_client *of,
				    const struct muc_news *news)
{
	struct nx_xml *stanza = NULL;

	if (!news->is_gone && of->presence)
		stanza = nx_xml_parse_stanza(ev->server->parsers, pool, of->presence, strlen(of->presence), NULL);
	if (!stanza)
		stanza = nx_xml_new(pool, NX_NS_CLIENT, "presence");
	nx_xml_set(stanza, "from", of->occupant->jid.full);
	if (news->is_gone)
		nx_xml_set(stanza, "type", "unavailable");
	return stanza;
}

static void add_item(struct nx_xml *x, const struct nx_room_client *of, const struct muc_news *news, bool with_jid)
{
	const struct nx_occupant *occupant = of->occupant;
	enum nx_role role = news->is_gone && !news->new_nick ? NX_ROLE_NONE : occupant->role;
	struct nx_xml *item = nx_xml_add(x, NULL, "item");

	/* 10.9: to a room that is no more nobody has one. */
	nx_xml_set(item, "affiliation", muc_affiliation_name(news->destroy ? NX_AFF_NONE : occupant->affiliation));
	nx_xml_set(item, "role", muc_role_name(role));
	if (with_jid)
		nx_xml_set(item, "jid", of->jid.full);
	nx_xml_set(item, "nick", news->new_nick);
	if (news->actor)
		nx_xml_set(nx_xml_add(item, NULL, "actor"), "nick", news->actor);
	nx_xml_add_text(item, "reason", news->reason);
}

/* Those who see the same. */
struct audience {
	bool with_jid;
	bool is_self;
	bool follows;                   /* affiliations */
};

static struct nx_xml *compose(struct nx_event *ev, struct nx_pool *pool, const struct nx_room_client *of, const struct muc_news *news,
			      struct audience audience)
{
	struct nx_xml *stanza = base_presence(ev, pool, of, news), *x = nx_xml_add(stanza, NX_NS_MUC_USER, "x");

	if (news->status && news->is_gone)
		nx_xml_add_text(stanza, "status", news->status);
	muc_add_occupant_id(stanza, of->occupant);
	add_item(x, of, news, audience.with_jid);
	if (news->destroy)
		nx_xml_append(x, nx_xml_dup(pool, news->destroy));
	add_codes(x, news->codes);
	if (audience.follows && (audience.is_self || news->is_affiliation))
		NX_FIRE(ev->server, room_followed, of->occupant->room, news->is_affiliation, x);
	if (audience.is_self) {
		muc_add_status(x, 110);
		add_codes(x, news->own_codes);
		nx_xml_set(stanza, "id", news->id);
	}
	if (!news->is_gone)
		NX_FIRE(ev->server, room_presence, of->occupant, stanza);
	return stanza;
}

/* pool: for what is not needed any more afterwards. */
static void show_one(struct nx_event *ev, struct nx_pool *pool, struct nx_room_client *of, struct nx_room_client *to,
		     const struct muc_news *news)
{
	bool is_self = of->occupant == to->occupant;
	const struct audience audience = {
		.with_jid = is_self || muc_may_see_jids(of->occupant->room, to->occupant), .is_self = is_self, .follows = to->follows_affiliations,
	};

	muc_send_to_client(ev, to, compose(ev, pool, of, news, audience));
}

void muc_show_to(struct nx_event *ev, struct nx_room_client *of, struct nx_room_client *to, const struct muc_news *news)
{
	show_one(ev, ev->pool, of, to, news);
}

bool muc_is_shown(const struct nx_occupant *occupant)
{
	return occupant->room->config->shown_roles & NX_ROLE_BIT(occupant->role);
}

void muc_show_to_all(struct nx_event *ev, struct nx_room_client *of, const struct muc_news *news)
{
	struct nx_room *room = of->occupant->room;
	struct nx_parcel *parcels[2][2] = {{ NULL, NULL }, { NULL, NULL }}, **parcel;
	struct nx_room_client *to;

	NX_LIST_EACH(&room->clients, struct nx_room_client, in_room, to) {
		const struct audience audience = {
			.with_jid = muc_may_see_jids(room, to->occupant), .follows = news->is_affiliation && to->follows_affiliations,
		};

		if (to->occupant == of->occupant || !muc_is_shown(of->occupant))
			continue;
		parcel = &parcels[audience.with_jid][audience.follows];
		if (!*parcel)
			*parcel = nx_parcel_new(ev, compose(ev, ev->pool, of, news, audience));
		hand_over(ev, *parcel, &of->occupant->jid, to);
	}
	NX_LIST_EACH(&of->occupant->clients, struct nx_room_client, in_occupant, to)
		muc_show_to(ev, of, to, news);
}

void muc_show_room(struct nx_event *ev, struct nx_room_client *to)
{
	struct nx_room *room = to->occupant->room;
	const struct muc_news nothing_new = {0};
	/* The same little memory for each of thousands. */
	struct nx_pool *pool = nx_event_pool(ev->server);
	struct nx_occupant *occupant;

	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (occupant == to->occupant || !muc_is_shown(occupant))
			continue;
		show_one(ev, pool, NX_LIST_FIRST(&occupant->clients, struct nx_room_client, in_occupant), to, &nothing_new);
		nx_pool_reset(pool);
	}
	nx_xml_parsers_give_pool(ev->server->parsers, &pool);
}
