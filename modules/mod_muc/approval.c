/* Requests to become a member that wait for an admin (XEP-0045 section 9.9): of a room that only members may enter, and of others whose
 * owners want it so.
 *
 * One normal case: hag registers (registration.c) → the request is stored with the form that admins get → it goes to the admins and
 * owners who are there, and to whoever of them enters later → one of them sends the form back with "allow" → one job makes hag a
 * member and removes the request → hag is told. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "xml/reader.h"
#include "xml/writer.h"

#define REGISTER NX_NS_MUC "#register"
#define MAX_REQUESTS 100
#define MAX_PARTICULAR 1000

/* Kept in memory and, of rooms that stay, as a row of room_registrations. */
struct muc_request {
	const char *nick, *form;
	uint16_t jid_len;
	char jid[];
};

/* ---- in memory ---- */

static const struct muc_request *find(const struct nx_room *room, const struct nx_jid *jid)
{
	return nx_map_find(room->requests, jid->full, jid->bare_len);
}

void muc_request_forget(struct nx_room *room, const char *bare, size_t bare_len)
{
	nx_mem_free(nx_map_remove(room->requests, bare, bare_len));
}

void muc_requests_clear(struct nx_room *room)
{
	struct nx_map_iter it = {0};
	struct muc_request *request;

	while ((request = nx_map_next(room->requests, &it)))
		muc_request_forget(room, request->jid, request->jid_len);
}

void muc_request_restore(struct nx_room *room, const char *jid, const char *nick, const char *form)
{
	size_t jid_size = strlen(jid) + 1, nick_size = strlen(nick) + 1, form_size = strlen(form) + 1;
	struct muc_request *request = nx_mem_new(sizeof(*request) + jid_size + nick_size + form_size);

	request->jid_len = (uint16_t)(jid_size - 1);
	memcpy(request->jid, jid, jid_size);
	request->nick = memcpy(request->jid + jid_size, nick, nick_size);
	request->form = memcpy(request->jid + jid_size + nick_size, form, form_size);
	muc_request_forget(room, jid, jid_size - 1);
	nx_map_set(room->requests, request->jid, request->jid_len, request);
}

const char *muc_requested_nick(const struct nx_room *room, const struct nx_jid *jid)
{
	const struct muc_request *request = find(room, jid);

	return request ? request->nick : NULL;
}

static void store(struct nx_job *job, const struct nx_room *room, const char *jid, const char *nick, const char *form)
{
	nx_job_add(job, room->muc->mod->statements, MUC_SET_REQUEST, "sssssi", room->component->name, room->local, jid, nick, form,
		   nx_clock_wall_ms(room->muc->mod->server->clock));
}

static void store_removal(struct nx_job *job, const struct nx_room *room, const char *jid)
{
	nx_job_add(job, room->muc->mod->statements, MUC_REMOVE_REQUEST, "sss", room->component->name, room->local, jid);
}

void muc_store_requests(struct nx_job *job, const struct nx_room *room)
{
	struct nx_map_iter it = {0};
	const struct muc_request *request;

	while ((request = nx_map_next(room->requests, &it)))
		store(job, room, request->jid, request->nick, request->form);
}

/* ---- the forms ---- */

bool muc_needs_approval(const struct nx_room *room, enum nx_affiliation affiliation)
{
	return affiliation == NX_AFF_NONE && (room->config->is_members_only || room->config->approves_members);
}

/* 16.5.1: all of them may be left empty. */
static const struct {
	const char *var, *label;
	enum nx_field_type type;
} particulars[] = {
	{ "muc#register_first", "Given name", NX_FIELD_TEXT_SINGLE },
	{ "muc#register_last", "Family name", NX_FIELD_TEXT_SINGLE },
	{ "muc#register_url", "Your web page", NX_FIELD_TEXT_SINGLE },
	{ "muc#register_email", "Email address", NX_FIELD_TEXT_SINGLE },
	{ "muc#register_faqentry", "About you", NX_FIELD_TEXT_MULTI },
};

void muc_add_particulars(struct nx_xml *form, const struct nx_form *filled)
{
	for (size_t i = 0; i < sizeof(particulars) / sizeof(particulars[0]); i++) {
		const char *text = filled ? nx_form_text(form->pool, filled, particulars[i].var) : NULL;

		if (!filled || (text && *text))
			nx_form_value(nx_form_add(form, particulars[i].type, particulars[i].var, particulars[i].label), text);
	}
}

static bool has_room(struct nx_pool *pool, const struct nx_form *filled)
{
	for (size_t i = 0; i < sizeof(particulars) / sizeof(particulars[0]); i++) {
		const char *text = nx_form_text(pool, filled, particulars[i].var);

		if (text && strlen(text) > MAX_PARTICULAR)
			return false;
	}
	return true;
}

static const char *approval_form(struct nx_pool *pool, const char *jid, const char *nick, const struct nx_form *filled)
{
	struct nx_xml *form = nx_form_new(pool, NX_FORM_FORM, "Registration request",
					  "Say below whether this person becomes a member of the room; to skip the request, cancel this form.",
					  REGISTER);

	nx_form_value(nx_form_add(form, NX_FIELD_JID_SINGLE, "muc#jid", "User ID"), jid);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "muc#register_roomnick", "Desired nickname"), nick);
	muc_add_particulars(form, filled);
	nx_form_value_bool(nx_form_add(form, NX_FIELD_BOOLEAN, "muc#register_allow", "Allow this person to register with the room?"), false);
	return nx_xml_to_string(pool, form);
}

/* ---- to admins ---- */

static struct nx_xml *message_of(struct nx_pool *pool, const struct nx_room *room, const struct muc_request *request)
{
	struct nx_xml *message = muc_message_from(pool, &room->jid, NULL);
	struct nx_xml *form = nx_xml_parse(pool, request->form, strlen(request->form), NULL);

	if (form)
		nx_xml_append(message, form);
	return message;
}

/* So many who are elsewhere are sent the request as well; all see it when they enter. */
#define MAX_TOLD 20

static void show_to_absent(struct nx_event *ev, struct nx_room *room, const struct muc_request *request)
{
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;

	for (unsigned told = 0; told < MAX_TOLD && (member = nx_map_next(room->members, &it)); ) {
		struct nx_jid to;

		if (member->affiliation < NX_AFF_ADMIN || muc_is_here(room, member->jid) ||
		    nx_jid_parse(ev->pool, member->jid, &to, NULL) < 0)
			continue;
		struct nx_pool *pool = nx_event_pool(ev->server);

		muc_route(room, pool, message_of(pool, room, request), &to);
		told++;
	}
}

static void show_to_admins(struct nx_event *ev, struct nx_room *room, const struct muc_request *request)
{
	struct nx_occupant *occupant;

	show_to_absent(ev, room, request);
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (occupant->affiliation >= NX_AFF_ADMIN)
			muc_send_to_occupant(ev, occupant, message_of(ev->pool, room, request));
	}
}

void muc_requests_show(struct nx_event *ev, const struct nx_room_client *to)
{
	const struct nx_room *room = to->occupant->room;
	struct nx_map_iter it = {0};
	const struct muc_request *request;

	while (to->occupant->affiliation >= NX_AFF_ADMIN && (request = nx_map_next(room->requests, &it)))
		muc_send_to_client(ev, to, message_of(ev->pool, room, request));
}

/* ---- asking ---- */

struct request {
	const char *jid, *nick, *form;
};

static enum nx_verdict requested(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	const struct request *request = muc_visit_kept(ev);

	(void)mod;
	muc_request_restore(room, request->jid, request->nick, request->form);
	show_to_admins(ev, room, find(room, &ev->from));
	return nx_event_answer(ev, NULL);
}

static enum nx_verdict check_request(struct nx_event *ev, const struct nx_room *room, const struct nx_form *form, const char *nick)
{
	const char *look = muc_nick_look(room, ev->pool, nick);
	struct nx_map_iter it = {0};
	const struct muc_request *other;

	if (!has_room(ev->pool, form))
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "An answer in the form has more than %d bytes", MAX_PARTICULAR);
	if (nx_map_count(room->requests) >= MAX_REQUESTS && !find(room, &ev->from))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "Too many others wait for the admins of this room");
	while ((other = nx_map_next(room->requests, &it))) {
		if (other != find(room, &ev->from) && nx_str_eq(muc_nick_look(room, ev->pool, other->nick), look))
			return nx_event_refuse(ev, NX_E_CONFLICT, "Somebody else wants to be called %s", other->nick);
	}
	return NX_PASS;
}

enum nx_verdict muc_request_membership(struct nx_event *ev, struct nx_room *room, const struct nx_form *form, const char *nick)
{
	struct request *request = NX_NEW(ev->pool, struct request);
	enum nx_verdict verdict = check_request(ev, room, form, nick);

	if (verdict != NX_PASS)
		return verdict;
	request->jid = nx_jid_bare_str(ev->pool, &ev->from);
	request->nick = nick;
	request->form = approval_form(ev->pool, request->jid, nick, form);
	struct nx_job *job = muc_job_new(room);

	if (job)
		store(job, room, request->jid, request->nick, request->form);
	muc_visit_keep(ev, request);
	return muc_commit(ev, room, &job, requested);
}

/* ---- it goes: withdrawn, declined, approved ---- */

static enum nx_verdict withdrawn(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	muc_request_forget(muc_visited(ev), ev->from.full, ev->from.bare_len);
	return nx_event_answer(ev, NULL);
}

enum nx_verdict muc_withdraw_request(struct nx_event *ev, struct nx_room *room)
{
	struct nx_job *job = muc_job_new(room);

	if (job)
		store_removal(job, room, nx_jid_bare_str(ev->pool, &ev->from));
	return muc_commit(ev, room, &job, withdrawn);
}

/* What an admin has decided. */
struct decision {
	struct nx_jid user;
	const char *nick;
	bool is_allowed;
};

static void tell_declined(struct nx_event *ev, struct nx_room *room, const struct nx_jid *user)
{
	struct nx_pool *pool = nx_event_pool(ev->server);
	struct nx_xml *message = muc_message_from(pool, &room->jid, NULL);

	nx_xml_text(nx_xml_add(message, NULL, "body"), "Your request to become a member of this room was declined.");
	muc_route(room, pool, message, user);
}

static enum nx_verdict decided(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	const struct decision *decision = muc_visit_kept(ev);
	const struct nx_jid *user = &decision->user;

	(void)mod;
	muc_request_forget(room, user->full, user->bare_len);
	if (!decision->is_allowed) {
		tell_declined(ev, room, user);
		return NX_DONE;
	}
	muc_member_set(room, user->full, user->bare_len, NX_AFF_MEMBER, decision->nick, NULL);
	if (!muc_adjust_user(ev, room, user->full))
		muc_tell_of_absent(ev, room, user->full, NX_AFF_NONE, NULL);
	return NX_DONE;
}

static enum nx_verdict decide(struct nx_event *ev, struct nx_room *room, const struct muc_request *request, bool is_allowed)
{
	const char *look = muc_nick_look(room, ev->pool, request->nick);
	struct decision *decision = NX_NEW(ev->pool, struct decision);
	struct nx_job *job;

	if (nx_jid_parse(ev->pool, request->jid, &decision->user, &ev->error) < 0)
		return NX_REFUSE;
	if (is_allowed && muc_nick_owner(room, look))
		return nx_event_refuse(ev, NX_E_CONFLICT, "Somebody else has reserved the nickname %s meanwhile", request->nick);
	if (is_allowed && muc_check_size(ev, room->config, nx_map_count(room->members) + 1) != NX_PASS)
		return NX_REFUSE;
	decision->nick = nx_pool_strdup(ev->pool, request->nick);
	decision->is_allowed = is_allowed;
	job = muc_job_new(room);
	if (job)
		store_removal(job, room, decision->user.full);
	if (job && is_allowed)
		muc_store_member(job, room, decision->user.full, NX_AFF_MEMBER, decision->nick, NULL);
	muc_visit_keep(ev, decision);
	return muc_commit(ev, room, &job, decided);
}

/* By the address; clients that send back only what the specification names are understood by the nickname. */
static const struct muc_request *find_request(struct nx_event *ev, const struct nx_room *room, const struct nx_form *form)
{
	const char *nick = NULL;
	struct nx_map_iter it = {0};
	const struct muc_request *request;
	struct nx_jid jid;

	if (nx_form_jid(ev->pool, form, "muc#jid", &jid, NULL) > 0)
		return find(room, &jid);
	if (nx_form_str(form, "muc#register_roomnick", &nick, NULL) <= 0)
		return NULL;
	while ((request = nx_map_next(room->requests, &it)) && !nx_str_eq(request->nick, nick))
		;
	return request;
}

enum nx_verdict muc_approve(struct nx_event *ev, struct nx_room *room)
{
	const struct nx_xml *x = nx_xml_child(ev->stanza, NX_NS_DATA_FORM, "x");
	const struct muc_request *request;
	struct nx_form form;
	bool is_allowed = false;

	if (!x || nx_form_read(ev->pool, x, &form, NULL) < 0 || !nx_str_eq(form.form_type, REGISTER))
		return NX_PASS;
	if (muc_affiliation_of(room, &ev->from) < NX_AFF_ADMIN)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only admins decide who becomes a member");
	if (form.type == NX_FORM_CANCEL)
		return NX_DONE;
	if (nx_form_bool(&form, "muc#register_allow", &is_allowed, &ev->error) < 0)
		return NX_REFUSE;
	request = find_request(ev, room, &form);
	if (!request)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such request any more");
	return decide(ev, room, request, is_allowed);
}
