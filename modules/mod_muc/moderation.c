/* Messages that are taken back: by a moderator (XEP-0425) or by who said them (XEP-0424). Everybody is told, the archive keeps a tombstone in
 * the place of what was said, and who comes later does not see it.
 *
 * Order of events: the message is read from the archive, because its author decides who may → one job with the tombstone and the message
 * that tells of it → when that is committed, everybody hears. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/clock.h"
#include "base/rand.h"
#include "service/archive.h"
#include "xml/reader.h"
#include "xml/writer.h"

#define NS_RETRACT "urn:xmpp:message-retract:1"
#define NS_MODERATE "urn:xmpp:message-moderate:1"
/* COMPAT: what Gajim before 1.9 and others speak. */
#define NS_FASTEN "urn:xmpp:fasten:0"
#define NS_MODERATE_0 "urn:xmpp:message-moderate:0"
#define NS_RETRACT_0 "urn:xmpp:message-retract:0"
#define MAX_REASON 500

struct retraction {
	uint64_t target;
	const char *reason;             /* NULL */
	const char *by;                 /* the moderator's address in the room; NULL: not in it, or the author */
	struct nx_xml *message;         /* what everybody is told */
	const char *sender;             /* who said what is taken back, real full JID; NULL: nobody did */
	struct nx_xml *original;
};

/* ---- reading what it is about ---- */

static void original_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct retraction *retraction = muc_visit_kept(ev);

	(void)mod;
	retraction->sender = nx_pool_strdup(ev->pool, nx_row_text(row, NX_ARCHIVE_FOUND_SENDER));
	retraction->original = nx_xml_parse(ev->pool, nx_row_text(row, NX_ARCHIVE_FOUND_STANZA),
					    nx_row_len(row, NX_ARCHIVE_FOUND_STANZA), NULL);
}

static bool is_retracted(const struct nx_xml *message)
{
	return nx_xml_child(message, NS_RETRACT, "retracted") != NULL;
}

/* ---- tombstones: XEP-0424 section 4, XEP-0425 section 4 ---- */

static void add_moderated(struct nx_xml *parent, const struct nx_event *ev, const struct muc_room *room, const struct retraction *retraction)
{
	struct nx_xml *moderated = nx_xml_add(parent, NS_MODERATE, "moderated");
	const struct nx_jid bare = nx_jid_bare(ev->pool, &ev->from);

	nx_xml_set(moderated, "by", retraction->by);
	nx_xml_set(nx_xml_add(moderated, NS_OCCUPANT_ID, "occupant-id"), "id", muc_occupant_id(ev->pool, room, &bare));
	nx_xml_add_text(parent, "reason", retraction->reason);
}

static const char *tombstone(struct nx_event *ev, const struct muc_room *room, const struct retraction *retraction, bool is_moderated)
{
	struct nx_xml *stone = retraction->original, *next, *retracted;
	char stamp[NX_DATETIME_SIZE];

	for (struct nx_xml *el = nx_xml_first_element(stone); el; el = next) {
		next = nx_xml_next(el, NULL, NULL);
		if (!nx_xml_is(el, NS_OCCUPANT_ID, NULL) && !nx_xml_is(el, NX_NS_SID, "stanza-id"))
			nx_xml_remove(el);
	}
	retracted = nx_xml_add(stone, NS_RETRACT, "retracted");
	nx_datetime_format(stamp, nx_clock_wall_ms(ev->server->clock), false);
	nx_xml_set(retracted, "stamp", stamp);
	nx_xml_set(retracted, "id", nx_xml_attr(retraction->message, "id"));
	if (is_moderated)
		add_moderated(retracted, ev, room, retraction);
	return nx_xml_to_string(ev->pool, stone);
}

static enum nx_verdict retracted(struct nx_module *mod, struct nx_event *ev)
{
	struct muc_room *room = muc_visited(ev);
	const struct retraction *retraction = muc_visit_kept(ev);

	(void)mod;
	if (retraction->original)
		muc_history_remove(room, retraction->target);
	muc_send_to_all(ev, room, retraction->message);
	return ev->kind == NX_STANZA_IQ ? nx_event_answer(ev, NULL) : NX_DONE;
}

/* original NULL: only the message that tells of it is stored. */
static enum nx_verdict store(struct nx_event *ev, struct muc_room *room, const struct retraction *retraction, bool is_moderated)
{
	struct nx_job *job = nx_job_new(ev->server->store);

	muc_archive_message(ev, room, job, retraction->message);
	if (retraction->original)
		room->muc->archive->replace(room->muc->archive_mod, job, retraction->target,
					    tombstone(ev, room, retraction, is_moderated));
	return muc_commit_message(ev, room, &job, retracted);
}

/* ---- by a moderator ---- */

/* The old and the new way in one message: a client understands one of them. */
static struct nx_xml *announcement(struct nx_event *ev, const struct muc_room *room, const struct retraction *retraction, const char *id)
{
	struct nx_xml *message = muc_message_from(ev->pool, &room->jid, "groupchat"), *retract, *old;
	char name[16];

	nx_rand_name(name, sizeof(name) - 1);
	nx_xml_set(message, "id", name);
	retract = nx_xml_add(message, NS_RETRACT, "retract");
	nx_xml_set(retract, "id", id);
	add_moderated(retract, ev, room, retraction);
	old = nx_xml_add(message, NS_FASTEN, "apply-to");
	nx_xml_set(old, "id", id);
	old = nx_xml_add(old, NS_MODERATE_0, "moderated");
	nx_xml_set(old, "by", retraction->by);
	nx_xml_add(old, NS_RETRACT_0, "retract");
	nx_xml_add_text(old, "reason", retraction->reason);
	return message;
}

static enum nx_verdict moderate(struct nx_module *mod, struct nx_event *ev)
{
	struct muc_room *room = muc_visited(ev);
	struct retraction *retraction = muc_visit_kept(ev);

	(void)mod;
	if (!retraction->original)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This room has no message with that id");
	if (is_retracted(retraction->original))
		return nx_event_answer(ev, NULL);
	return store(ev, room, retraction, true);
}

/* The request in either form: <moderate/> and the id. */
static const struct nx_xml *find_request(const struct nx_event *ev, const char **id_r)
{
	const struct nx_xml *request = ev->payload;

	*id_r = nx_xml_attr(request, "id");
	if (nx_xml_is(request, NS_FASTEN, NULL))
		request = nx_xml_child(request, NS_MODERATE_0, "moderate");
	return request && (nx_xml_child(request, NS_RETRACT, "retract") || nx_xml_child(request, NS_RETRACT_0, "retract")) ? request : NULL;
}

static bool may_moderate(const struct nx_event *ev, const struct muc_room *room)
{
	const struct muc_client *client = muc_client_find(room, &ev->from);

	return (client && client->occupant->role == ROLE_MODERATOR) || muc_affiliation_of(room, &ev->from) >= AFF_ADMIN;
}

enum nx_verdict muc_moderate(struct nx_module *mod, struct nx_event *ev, struct muc_room *room)
{
	struct retraction *retraction = NX_NEW(ev->pool, struct retraction);
	const struct muc_client *client = muc_client_find(room, &ev->from);
	const char *id;
	const struct nx_xml *request = find_request(ev, &id);
	int64_t target;

	(void)mod;
	if (!muc_room_exists(room) || !muc_has_archive(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Nothing is kept of what is said here");
	if (!may_moderate(ev, room))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only moderators take back what others said");
	if (!request || !id)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "Say which message shall be retracted");
	if (nx_str_to_i64(id, 1, INT64_MAX, &target) < 0)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This room has no message with that id");
	retraction->target = (uint64_t)target;
	retraction->reason = nx_xml_child_content(request, request->ns, "reason");
	if (retraction->reason && (!*retraction->reason || strlen(retraction->reason) > MAX_REASON))
		retraction->reason = NULL;
	retraction->by = client ? nx_pool_strdup(ev->pool, client->occupant->jid.full) : NULL;
	retraction->message = announcement(ev, room, retraction, id);
	muc_visit_keep(ev, retraction);
	return room->muc->archive->find(room->muc->archive_mod, ev, &room->jid, retraction->target, original_row, moderate);
}

/* ---- by the author ---- */

/* XEP-0424 section 5: only what the same user said. Anything else is passed on as it is: clients check it too. */
static enum nx_verdict retract(struct nx_module *mod, struct nx_event *ev)
{
	struct retraction *retraction = muc_visit_kept(ev);
	struct nx_jid author;

	(void)mod;
	if (retraction->original && (is_retracted(retraction->original) || nx_jid_parse(ev->pool, retraction->sender, &author, NULL) < 0 ||
				     !nx_jid_eq_bare(&author, &ev->from)))
		retraction->original = NULL;
	return store(ev, muc_visited(ev), retraction, false);
}

enum nx_verdict muc_retract(struct nx_event *ev, struct muc_room *room, struct nx_xml *message)
{
	const struct nx_xml *request = nx_xml_child(message, NS_RETRACT, "retract");
	const char *id = request ? nx_xml_attr(request, "id") : NULL;
	struct retraction *retraction;
	int64_t target;

	if (!id || !muc_has_archive(room) || nx_str_to_i64(id, 1, INT64_MAX, &target) < 0)
		return NX_PASS;
	retraction = NX_NEW(ev->pool, struct retraction);
	retraction->target = (uint64_t)target;
	retraction->message = message;
	muc_visit_keep(ev, retraction);
	return room->muc->archive->find(room->muc->archive_mod, ev, &room->jid, retraction->target, original_row, retract);
}
