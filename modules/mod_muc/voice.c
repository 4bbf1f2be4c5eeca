/* Visitors ask for voice, moderators grant it (XEP-0045 sections 7.13, 8.6). */
#include "mod_muc/muc.h"

#include "base/clock.h"

#define REQUEST NX_NS_MUC "#request"

/* The form that moderators fill in. */
static struct nx_xml *approval(struct nx_event *ev, const struct nx_room *room, const struct nx_room_client *asker)
{
	struct nx_xml *message = muc_message_from(ev->pool, &room->jid, NULL);
	struct nx_xml *form = nx_form_new(ev->pool, NX_FORM_FORM, "Voice request",
					  "To approve this request for voice, say so below; to skip it, cancel this form.", REQUEST);

	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "muc#role", "Requested role"), "participant");
	nx_form_value(nx_form_add(form, NX_FIELD_JID_SINGLE, "muc#jid", "User ID"), asker->jid.full);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "muc#roomnick", "Room nickname"), asker->occupant->nick);
	nx_form_value_bool(nx_form_add(form, NX_FIELD_BOOLEAN, "muc#request_allow", "Grant voice to this person?"), false);
	nx_xml_append(message, form);
	return message;
}

static enum nx_verdict ask(struct nx_event *ev, struct nx_room *room, const struct nx_room_client *asker)
{
	int64_t now_ms = nx_clock_ms(ev->server->clock);
	struct nx_occupant *occupant, *own = asker->occupant;

	if (own->role != NX_ROLE_VISITOR)
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "You have voice already");
	if (!room->config->may_request_voice)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "In this room one does not ask for voice");
	if (own->asked_voice_ms && now_ms - own->asked_voice_ms < room->config->voice_interval_secs * 1000)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "You have just asked; moderators have to see it first");
	own->asked_voice_ms = now_ms;
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (occupant->role == NX_ROLE_MODERATOR)
			muc_send_to_occupant(ev, occupant, approval(ev, room, asker));
	}
	return NX_DONE;
}

static enum nx_verdict granted(struct nx_module *mod, struct nx_event *ev)
{
	const struct muc_news nothing_else = { .actor = NULL };
	struct nx_room *room = muc_visited(ev);
	struct nx_occupant *occupant = muc_occupant_find(room, muc_visit_kept(ev));

	(void)mod;
	if (!occupant || occupant->role != NX_ROLE_VISITOR)
		return NX_DONE;
	muc_voice_set(room, occupant->real.full, occupant->real.full_len, muc_voice_after(occupant, NX_ROLE_PARTICIPANT));
	occupant->role = NX_ROLE_PARTICIPANT;
	muc_show_to_all(ev, NX_LIST_FIRST(&occupant->clients, struct nx_room_client, in_occupant), &nothing_else);
	return NX_DONE;
}

static enum nx_verdict decide(struct nx_event *ev, struct nx_room *room, const struct nx_room_client *moderator,
			      const struct nx_form *form, bool is_allowed)
{
	const char *nick = NULL;
	struct nx_occupant *occupant;

	if (moderator->occupant->role != NX_ROLE_MODERATOR)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only moderators grant voice");
	if (nx_form_str(form, "muc#roomnick", &nick, &ev->error) < 0)
		return NX_REFUSE;
	occupant = muc_occupant_find(room, nick);
	if (!occupant)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Who has asked for voice is not in the room any more");
	if (!is_allowed || occupant->role != NX_ROLE_VISITOR)
		return NX_DONE;
	struct nx_job *job = muc_job_new(room);

	if (job)
		muc_store_voice(job, room, occupant->real.full, muc_voice_after(occupant, NX_ROLE_PARTICIPANT));
	muc_visit_keep(ev, nx_pool_strdup(ev->pool, occupant->nick));
	return muc_commit(ev, room, &job, granted);
}

enum nx_verdict muc_voice(struct nx_event *ev, struct nx_room *room)
{
	const struct nx_xml *x = nx_xml_child(ev->stanza, NX_NS_DATA_FORM, "x");
	const struct nx_room_client *client = muc_client_find(room, &ev->from);
	struct nx_form form;
	bool is_allowed;

	if (!x || nx_form_read(ev->pool, x, &form, NULL) < 0 || !nx_str_eq(form.form_type, REQUEST))
		return NX_PASS;
	if (!client)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "You are not in this room");
	if (form.type == NX_FORM_CANCEL)
		return NX_DONE;
	int found = nx_form_bool(&form, "muc#request_allow", &is_allowed, &ev->error);

	if (found < 0)
		return NX_REFUSE;
	return found ? decide(ev, room, client, &form, is_allowed) : ask(ev, room, client);
}
