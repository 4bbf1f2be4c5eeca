/* Registering with a room: becoming a member, reserving a nickname (XEP-0045 section 7.10, XEP-0077). Where an admin has to approve of it, as in
 * a room that only members may enter, it becomes a request (approval.c). */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"

#define REGISTER NX_NS_MUC "#register"
#define ROOMNICK "muc#register_roomnick"

static enum nx_verdict check_right(struct nx_event *ev, const struct nx_room *room)
{
	enum nx_affiliation affiliation;

	if (room->state != NX_ROOM_OPEN)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	affiliation = muc_affiliation_of(room, &ev->from);
	if (affiliation == NX_AFF_OUTCAST || (affiliation == NX_AFF_NONE && !room->config->may_register) ||
	    (ev->sender && ev->sender->is_guest))
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "You cannot register with this room");
	return NX_PASS;
}

static const char *instructions(const struct nx_event *ev, const struct nx_room *room)
{
	if (muc_requested_nick(room, &ev->from))
		return "Your request waits for an admin of the room. You can change it.";
	if (muc_needs_approval(room, muc_affiliation_of(room, &ev->from)))
		return "Choose the nickname that shall be yours in this room. An admin of the room decides whether you become a member.";
	return "Choose the nickname that shall be yours in this room.";
}

enum nx_verdict muc_register_get(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	enum nx_verdict verdict = check_right(ev, room);

	(void)mod;
	if (verdict != NX_PASS)
		return verdict;
	const struct nx_room_member *member = muc_member_find(room, &ev->from);
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_REGISTER, "query");
	const char *nick = member ? member->nick : muc_requested_nick(room, &ev->from);

	if (member && member->nick) {
		nx_xml_add(query, NULL, "registered");
		nx_xml_add_text(query, "username", member->nick);
	}
	struct nx_xml *form = nx_form_new(ev->pool, NX_FORM_FORM, "Registration", instructions(ev, room), REGISTER);
	struct nx_xml *field = nx_form_add(form, NX_FIELD_TEXT_SINGLE, ROOMNICK, "Nickname");

	nx_form_require(field);
	nx_form_value(field, nick);
	if (muc_needs_approval(room, member ? member->affiliation : NX_AFF_NONE))
		muc_add_particulars(form, NULL);
	nx_xml_append(query, form);
	return nx_event_answer(ev, query);
}

struct registration {
	const char *bare, *nick;
	enum nx_affiliation affiliation;
};

static enum nx_verdict registered(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	const struct registration *reg = muc_visit_kept(ev);
	enum nx_affiliation before = muc_stored_affiliation(room, reg->bare);

	(void)mod;
	muc_member_set(room, reg->bare, strlen(reg->bare), reg->affiliation, reg->nick, NULL);
	nx_event_answer(ev, NULL);
	if (!muc_adjust_user(ev, room, reg->bare) && reg->affiliation != before)
		muc_tell_followers(ev, room, reg->bare, reg->affiliation);
	return NX_DONE;
}

static enum nx_verdict store(struct nx_event *ev, struct nx_room *room, enum nx_affiliation affiliation, const char *nick)
{
	struct registration *reg = NX_NEW(ev->pool, struct registration);
	struct nx_job *job = muc_job_new(room);

	*reg = (struct registration){ nx_jid_bare_str(ev->pool, &ev->from), nick, affiliation };
	if (job)
		muc_store_member(job, room, reg->bare, affiliation, nick, NULL);
	muc_visit_keep(ev, reg);
	return muc_commit(ev, room, &job, registered);
}

static enum nx_verdict take_form(struct nx_event *ev, struct nx_room *room, const struct nx_form *form)
{
	enum nx_affiliation affiliation = muc_affiliation_of(room, &ev->from);
	enum nx_affiliation stored = muc_stored_affiliation(room, nx_jid_bare_str(ev->pool, &ev->from));
	const char *wanted = NULL, *nick;
	enum nx_verdict verdict;

	if (form->type == NX_FORM_CANCEL)
		return nx_event_answer(ev, NULL);
	if (!nx_str_eq(form->form_type, REGISTER) || nx_form_str(form, ROOMNICK, &wanted, &ev->error) <= 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The form says which nickname you want");
	nick = *wanted ? nx_jid_prep_resource(ev->pool, wanted, NULL) : NULL;
	if (!nick)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "This cannot be a nickname");
	verdict = muc_check_nick(ev, room, nick);
	if (verdict == NX_PASS && stored == NX_AFF_NONE)
		verdict = muc_check_size(ev, room->config, nx_map_count(room->members) + 1);
	if (verdict != NX_PASS)
		return verdict;
	if (muc_needs_approval(room, affiliation))
		return muc_request_membership(ev, room, form, nick);
	return store(ev, room, stored > NX_AFF_MEMBER ? stored : NX_AFF_MEMBER, nick);
}

enum nx_verdict muc_register_set(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct nx_xml *x = nx_xml_child(ev->payload, NX_NS_DATA_FORM, "x");
	enum nx_verdict verdict = check_right(ev, room);
	enum nx_affiliation stored;
	struct nx_form form;

	(void)mod;
	if (verdict != NX_PASS)
		return verdict;
	stored = muc_stored_affiliation(room, nx_jid_bare_str(ev->pool, &ev->from));
	if (nx_xml_child(ev->payload, NX_NS_REGISTER, "remove") && muc_requested_nick(room, &ev->from))
		return muc_withdraw_request(ev, room);
	/* XEP-0077 section 3.2. Admins and owners only give the nickname back. */
	if (nx_xml_child(ev->payload, NX_NS_REGISTER, "remove"))
		return store(ev, room, stored > NX_AFF_MEMBER ? stored : NX_AFF_NONE, NULL);
	if (!x || nx_form_read(ev->pool, x, &form, NULL) < 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "Registering with a room takes a form");
	return take_form(ev, room, &form);
}
