/* Invitations that the room passes on, and the answers of those who do not want to come (XEP-0045 section 7.8.2). The invitee sees who
 * invites. Whoever invites one person learns when nobody has that address, unless the administrator wants names to be kept secret as the rest of
 * the server does (RFC 6121 section 8.5.1). */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"

#define MAX_INVITEES 20

struct invitation {
	const struct nx_xml *invite;
	struct nx_jid to;
};

struct invitations {
	struct invitation list[MAX_INVITEES];
	size_t count;
	const char *id;
};

/* ---- inviting ---- */

static enum nx_verdict check_inviter(struct nx_event *ev, const struct nx_room *room)
{
	const struct nx_room_client *client = muc_client_find(room, &ev->from);
	const struct nx_room_config *config = room->config;

	if (!client)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "You are not in this room");
	if (config->is_members_only && client->occupant->affiliation < NX_AFF_ADMIN &&
	    !(config->may_invite && client->occupant->affiliation == NX_AFF_MEMBER))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only admins invite to this room");
	return NX_PASS;
}

static enum nx_verdict read_invitees(struct nx_event *ev, const struct nx_xml *x, struct invitations *all)
{
	const struct nx_xml *invite;

	for (invite = nx_xml_child(x, NX_NS_MUC_USER, "invite"); invite; invite = nx_xml_next(invite, NX_NS_MUC_USER, "invite")) {
		const char *to = nx_xml_attr(invite, "to");

		if (all->count == MAX_INVITEES)
			return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "At most %d people can be invited at once", MAX_INVITEES);
		/* Of a person: a domain alone would make everybody there a member. */
		if (!to || nx_jid_parse(ev->pool, to, &all->list[all->count].to, NULL) < 0 || !nx_jid_has_local(&all->list[all->count].to))
			return nx_event_refuse(ev, NX_E_JID_MALFORMED, "An invitation needs the address of who is invited");
		all->list[all->count++].invite = invite;
	}
	return NX_PASS;
}

static void send_invitation(struct nx_event *ev, struct nx_room *room, const struct invitation *invitation, const char *id)
{
	struct nx_pool *pool = nx_event_pool(ev->server);
	struct nx_xml *message = muc_message_from(pool, &room->jid, NULL), *x = nx_xml_add(message, NX_NS_MUC_USER, "x");
	struct nx_xml *invite = nx_xml_dup(pool, invitation->invite);

	nx_xml_set(message, "id", id);
	nx_xml_set(invite, "to", NULL);
	nx_xml_set(invite, "from", nx_jid_bare_str(pool, &ev->from));
	nx_xml_append(x, invite);
	if (room->config->needs_password)
		nx_xml_add_text(x, "password", room->config->password);
	muc_route(room, pool, message, &invitation->to);
}

static enum nx_verdict invited(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	const struct invitations *all = muc_visit_kept(ev);

	(void)mod;
	for (size_t i = 0; i < all->count; i++) {
		const struct nx_jid *to = &all->list[i].to;

		/* Who is invited may come in. */
		if (room->config->is_members_only && !muc_member_find(room, to)) {
			muc_affiliate(room, to->full, to->bare_len, NX_AFF_MEMBER, NULL, NULL);
			muc_tell_followers(ev, room, nx_jid_bare_str(ev->pool, to), NX_AFF_MEMBER);
		}
		send_invitation(ev, room, &all->list[i], all->id);
	}
	return NX_DONE;
}

static size_t count_new(const struct nx_room *room, const struct invitations *all)
{
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++)
		count += !muc_member_find(room, &all->list[i].to);
	return count;
}

static enum nx_verdict store(struct nx_event *ev, struct nx_room *room, const struct invitations *all)
{
	if (room->config->is_members_only &&
	    muc_check_size(ev, room->config, nx_map_count(room->members) + count_new(room, all)) != NX_PASS)
		return NX_REFUSE;
	struct nx_job *job = room->config->is_members_only ? muc_job_new(room) : NULL;

	for (size_t i = 0; job && i < all->count; i++) {
		if (!muc_member_find(room, &all->list[i].to))
			muc_store_affiliation(job, room, nx_jid_bare_str(ev->pool, &all->list[i].to), NX_AFF_MEMBER, NULL, NULL);
	}
	return muc_commit(ev, room, &job, invited);
}

/* The inviter may have been thrown out while the account was read. */
static enum nx_verdict met(struct nx_module *mod, struct nx_event *ev, struct nx_account *account)
{
	struct nx_room *room = muc_visited(ev);
	const struct invitations *all = muc_visit_kept(ev);
	enum nx_verdict verdict = nx_room_exists(room) ? check_inviter(ev, room) : NX_DONE;

	(void)mod;
	if (verdict != NX_PASS)
		return verdict;
	if (!account)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Nobody has the address %s", all->list[0].to.full);
	return store(ev, room, all);
}

static bool is_told(const struct nx_event *ev)
{
	const char *what = nx_conf_str(ev->server->conf, ev->component->host->name, "muc_invite_unknown");

	return nx_str_eq(what, "tell") && ev->sender && !ev->sender->is_guest;
}

static enum nx_verdict invite(struct nx_event *ev, struct nx_room *room, const struct nx_xml *x)
{
	struct invitations *all = NX_NEW(ev->pool, struct invitations);
	enum nx_verdict verdict = check_inviter(ev, room);

	if (verdict == NX_PASS)
		verdict = read_invitees(ev, x, all);
	if (verdict != NX_PASS)
		return verdict;
	all->id = nx_xml_attr(ev->stanza, "id");
	muc_visit_keep(ev, all);
	if (all->count == 1 && is_told(ev))
		return nx_event_meet(ev, room->muc->mod, &all->list[0].to, met);
	return store(ev, room, all);
}

/* ---- declining ---- */

/* Only to somebody in the room: it is no way to write to anybody in the room's name. */
static struct nx_occupant *find_inviter(struct nx_event *ev, struct nx_room *room, const char *address)
{
	struct nx_occupant *occupant;
	struct nx_jid jid;

	if (!address || nx_jid_parse(ev->pool, address, &jid, NULL) < 0)
		return NULL;
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (nx_jid_eq_bare(&jid, &occupant->real) || nx_jid_eq(&jid, &occupant->jid))
			return occupant;
	}
	return NULL;
}

static enum nx_verdict decline(struct nx_event *ev, struct nx_room *room, const struct nx_xml *said)
{
	struct nx_occupant *inviter = find_inviter(ev, room, nx_xml_attr(said, "to"));
	struct nx_xml *message = muc_message_from(ev->pool, &room->jid, NULL), *answer = nx_xml_dup(ev->pool, said);

	if (muc_affiliation_of(room, &ev->from) == NX_AFF_OUTCAST)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "You are banned from this room");
	/* Nobody finds out in this way who is in the room. */
	if (!inviter)
		return NX_DONE;
	nx_xml_set(message, "id", nx_xml_attr(ev->stanza, "id"));
	nx_xml_set(answer, "to", NULL);
	nx_xml_set(answer, "from", nx_jid_bare_str(ev->pool, &ev->from));
	nx_xml_append(nx_xml_add(message, NX_NS_MUC_USER, "x"), answer);
	muc_send_to_occupant(ev, inviter, message);
	return NX_DONE;
}

enum nx_verdict muc_invite(struct nx_event *ev, struct nx_room *room)
{
	const struct nx_xml *x = nx_xml_child(ev->stanza, NX_NS_MUC_USER, "x");
	const struct nx_xml *said = x ? nx_xml_child(x, NX_NS_MUC_USER, "decline") : NULL;

	if (said)
		return decline(ev, room, said);
	return x && nx_xml_child(x, NX_NS_MUC_USER, "invite") ? invite(ev, room, x) : NX_PASS;
}
