/* What is said to everybody, and the subject (XEP-0045 sections 7.4, 8.1). */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "xml/writer.h"

/* ---- may it ---- */

static enum nx_verdict check_speaker(struct nx_event *ev, const struct nx_room_client *client)
{
	if (!client)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "You are not in this room");
	if (client->occupant->role < NX_ROLE_PARTICIPANT)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "You have no voice in this room");
	return NX_PASS;
}

/* 8.1: only without body and thread. */
static bool is_subject_change(const struct nx_xml *message)
{
	return nx_xml_child(message, NX_NS_CLIENT, "subject") && !nx_xml_child(message, NX_NS_CLIENT, "body") &&
	       !nx_xml_child(message, NX_NS_CLIENT, "thread");
}

static enum nx_verdict check_subject(struct nx_event *ev, const struct nx_room *room, const struct nx_room_client *client)
{
	if (!client)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "You are not in this room");
	if (client->occupant->role == NX_ROLE_MODERATOR ||
	    (room->config->may_change_subject && client->occupant->role >= NX_ROLE_PARTICIPANT))
		return NX_PASS;
	return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only moderators change the subject of this room");
}

/* ---- to all ---- */

/* Not what only the room says (XEP-0313 section 8.4, XEP-0421 section 4). When something was said is the room's to say too (7.2.13), but
 * an owner may bring an older conversation along (7.9): not in the room's name. */
static bool may_pass(const struct nx_occupant *from, const struct nx_xml *el)
{
	if (nx_xml_is(el, NX_NS_DELAY, "delay"))
		return from->affiliation == NX_AFF_OWNER && !nx_str_eq(nx_xml_attr(el, "from"), from->room->jid.full);
	return !muc_is_rooms_own(el);
}

struct nx_xml *muc_reflection(struct nx_event *ev, const struct nx_occupant *from, const char *type)
{
	struct nx_xml *message = muc_message_from(ev->pool, &from->jid, type), *next;

	nx_xml_set(message, "id", nx_xml_attr(ev->stanza, "id"));
	nx_xml_set_ns(message, NX_NS_XML, "lang", nx_xml_attr_ns(ev->stanza, NX_NS_XML, "lang"));
	for (struct nx_xml *el = nx_xml_first_element(ev->stanza); el; el = next) {
		next = nx_xml_next(el, NULL, NULL);
		nx_xml_remove(el);
		if (may_pass(from, el))
			nx_xml_append(message, el);
	}
	muc_add_occupant_id(message, from);
	return message;
}

static const struct nx_jid *sender_of(const struct nx_event *ev, const struct nx_room_said *said)
{
	return said->sender ? said->sender : &ev->from;
}

static enum nx_verdict reflect(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	struct nx_room_said *said = muc_visit_kept(ev);

	(void)mod;
	/* An extra may have waited until the room was about to be destroyed. */
	if (said->life != room->life)
		return NX_DONE;
	muc_send_to_all(ev, room, said->message);
	if (nx_xml_child(said->message, NX_NS_CLIENT, "body"))
		muc_history_add(room, sender_of(ev, said), said->at_ms, said->archive_id,
				said->xml ? said->xml : nx_xml_to_string(ev->pool, said->message));
	NX_FIRE(ev->server, room_said, ev, room, said);
	return NX_DONE;
}

/* Durable before visible: what goes into the archive is reflected when it is there. */
static enum nx_verdict store(struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	said->life = room->life;
	if (muc_is_archived(room, said->message)) {
		struct muc_archived archived = muc_archive_message(ev, room, muc_speak_job(ev), sender_of(ev, said), said->message);

		said->archive_id = archived.id;
		said->xml = archived.xml;
	}
	return said->job ? muc_commit_message(ev, room, &said->job, reflect) : muc_in_turn(ev, room, reflect);
}

static void free_job(void *arg)
{
	struct nx_room_said *said = arg;

	if (said->job)
		nx_job_free(&said->job);
}

struct nx_job *muc_speak_job(struct nx_event *ev)
{
	struct nx_room_said *said = muc_visit_kept(ev);

	if (!said->job) {
		said->job = nx_job_new(ev->server->store);
		nx_pool_on_free(ev->pool, free_job, said);
	}
	return said->job;
}

/* The extras, one after the other; each may wait, and the speaker may have been thrown out meanwhile. */
enum nx_verdict muc_speak_on(struct nx_event *ev)
{
	const struct nx_handlers *handlers = &nx_server_hooks(ev->server)->by_id[NX_HOOK_room_message];
	struct nx_room *room = muc_visited(ev);
	struct nx_room_said *said = muc_visit_kept(ev);
	enum nx_verdict verdict = check_speaker(ev, muc_client_find(room, &ev->from));

	while (verdict == NX_PASS && said->position < handlers->count) {
		const struct nx_handler *handler = &handlers->list[said->position++];

		verdict = handler->fn.room_message(handler->mod, ev, room, said);
	}
	return verdict == NX_PASS ? store(ev, room, said) : verdict;
}

static enum nx_verdict speak(struct nx_event *ev, struct nx_room *room)
{
	const struct nx_room_client *client = muc_client_find(room, &ev->from);
	struct nx_room_said *said = NX_NEW(ev->pool, struct nx_room_said);
	enum nx_verdict verdict = check_speaker(ev, client);

	if (verdict != NX_PASS)
		return verdict;
	*said = (struct nx_room_said){ .message = muc_reflection(ev, client->occupant, "groupchat"), .slots = { .pool = ev->pool },
				   .nick = nx_pool_strdup(ev->pool, client->occupant->nick), .at_ms = nx_clock_wall_ms(ev->server->clock) };
	muc_visit_keep(ev, said);
	return muc_speak_on(ev);
}

enum nx_verdict muc_say_for(struct nx_event *ev, struct nx_room *room, const struct nx_jid *sender, const char *nick,
			    struct nx_xml *message, struct nx_job **job)
{
	struct nx_room_said *said = NX_NEW(ev->pool, struct nx_room_said);

	*said = (struct nx_room_said){ .message = message, .slots = { .pool = ev->pool }, .nick = nick, .sender = sender,
				   .at_ms = nx_clock_wall_ms(ev->server->clock), .job = *job };
	*job = NULL;
	muc_visit_keep(ev, said);
	return store(ev, room, said);
}

/* ---- the subject ---- */

struct new_subject {
	const char *text, *nick;
	int64_t at_ms;
	struct nx_xml *message;
};

static enum nx_verdict subject_stored(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	const struct new_subject *subject = muc_visit_kept(ev);

	(void)mod;
	nx_mem_free(room->subject);
	nx_mem_free(room->subject_nick);
	room->subject = nx_mem_strdup(subject->text);
	room->subject_nick = nx_mem_strdup(subject->nick);
	room->subject_at_ms = subject->at_ms;
	muc_send_to_all(ev, room, subject->message);
	return NX_DONE;
}

static enum nx_verdict change_subject(struct nx_event *ev, struct nx_room *room)
{
	const struct nx_room_client *client = muc_client_find(room, &ev->from);
	struct new_subject *subject = NX_NEW(ev->pool, struct new_subject);
	const char *text = nx_xml_child_content(ev->stanza, NX_NS_CLIENT, "subject");
	enum nx_verdict verdict = check_subject(ev, room, client);

	if (verdict == NX_PASS)
		NX_ASK(ev->server, &verdict, room_subject, ev, room, client, text);
	if (verdict != NX_PASS)
		return verdict;
	*subject = (struct new_subject){
		.text = nx_pool_strdup(ev->pool, text),
		.nick = nx_pool_strdup(ev->pool, client->occupant->nick), .at_ms = nx_clock_wall_ms(ev->server->clock),
		.message = muc_reflection(ev, client->occupant, "groupchat"),
	};
	struct nx_job *job = muc_job_new(room);

	muc_visit_keep(ev, subject);
	if (job)
		muc_store_subject(job, room, subject->text, subject->nick, subject->at_ms);
	if (muc_is_archived(room, subject->message))
		muc_archive_message(ev, room, job, &ev->from, subject->message);
	return muc_commit(ev, room, &job, subject_stored);
}

enum nx_verdict muc_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	(void)mod;
	if (ev->type == NX_TYPE_ERROR)
		return muc_is_dead(ev) ? muc_leave(ev, room) : NX_DONE;
	if (room->state != NX_ROOM_OPEN && !muc_client_find(room, &ev->from))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");       /* 17.2 rule 3 */
	/* 10.1.1 step 5: who talks in a new room, or invites to it, has accepted it as it is. */
	if (room->state == NX_ROOM_LOCKED)
		room->state = NX_ROOM_OPEN;
	if (ev->type == NX_TYPE_GROUPCHAT)
		return is_subject_change(ev->stanza) ? change_subject(ev, room) : speak(ev, room);
	enum nx_verdict verdict = muc_invite(ev, room);

	if (verdict == NX_PASS)
		verdict = muc_voice(ev, room);
	if (verdict == NX_PASS)
		verdict = muc_approve(ev, room);
	if (verdict == NX_PASS)         /* 17.2 rule 1 */
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "What is said in a room has the type groupchat");
	return verdict;
}
