/* mod_muc_moderation: messages in rooms that are taken back, by a moderator (XEP-0425) or by who said them (XEP-0424). Everybody is told, the
 * archive keeps a tombstone in the place of what was said, and who comes later does not see it.
 *
 * Order of events: the message is read from the archive, because its author decides who may → one job with the tombstone and the message
 * that tells of it → when that is committed, everybody hears. */
#include "core/module.h"

#include <string.h>

#include "base/clock.h"
#include "base/rand.h"
#include "service/archive.h"
#include "service/rooms.h"
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
	struct nx_module *mod;
	uint64_t target;
	const char *reason;             /* NULL */
	const char *by;                 /* the moderator's address in the room; NULL: not in it, or the author */
	struct nx_xml *message;         /* what everybody is told */
	const char *sender;             /* who said what is taken back, real full JID; NULL: nobody did */
	struct nx_xml *original;
};

/* ---- reading what it is about ---- */

/* The handlers get the module of the archive. */
static enum nx_verdict read_original(struct nx_event *ev, const struct nx_room *room,
				     const struct retraction *retraction,
				     void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
				     nx_room_done_fn *done)
{
	struct nx_module *archive_mod;
	const struct nx_archive_service *archive = nx_service_find(ev->server, NX_SERVICE_ARCHIVE, &archive_mod);

	return archive->find(archive_mod, ev, &room->jid, retraction->target, row, done);
}

static void take_original(struct nx_event *ev, struct retraction *retraction, const struct nx_row *row)
{
	retraction->sender = nx_pool_strdup(ev->pool, nx_row_text(row, NX_ARCHIVE_FOUND_SENDER));
	retraction->original = nx_xml_parse(ev->pool, nx_row_text(row, NX_ARCHIVE_FOUND_STANZA),
					    nx_row_len(row, NX_ARCHIVE_FOUND_STANZA), NULL);
}

static bool is_retracted(const struct nx_xml *message)
{
	return nx_xml_child(message, NS_RETRACT, "retracted") != NULL;
}

/* ---- tombstones: XEP-0424 section 4, XEP-0425 section 4 ---- */

static void add_moderated(struct nx_xml *parent, const struct nx_event *ev, const struct nx_room *room,
			  const struct retraction *retraction)
{
	struct nx_xml *moderated = nx_xml_add(parent, NS_MODERATE, "moderated");
	const struct nx_jid bare = nx_jid_bare(ev->pool, &ev->from);

	nx_xml_set(moderated, "by", retraction->by);
	nx_xml_set(nx_xml_add(moderated, NX_NS_OCCUPANT_ID, "occupant-id"), "id",
		   nx_rooms(ev->server)->occupant_id(ev->pool, room, &bare));
	nx_xml_add_text(parent, "reason", retraction->reason);
}

static const char *tombstone(struct nx_event *ev, const struct nx_room *room, const struct retraction *retraction, bool is_moderated)
{
	struct nx_xml *stone = retraction->original, *next, *retracted;
	char stamp[NX_DATETIME_SIZE];

	for (struct nx_xml *el = nx_xml_first_element(stone); el; el = next) {
		next = nx_xml_next(el, NULL, NULL);
		if (!nx_xml_is(el, NX_NS_OCCUPANT_ID, NULL) && !nx_xml_is(el, NX_NS_SID, "stanza-id"))
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

static void add_tombstone(struct nx_event *ev, const struct nx_room *room, struct nx_job *job, const struct retraction *retraction,
			  bool is_moderated)
{
	struct nx_module *archive_mod;
	const struct nx_archive_service *archive = nx_service_find(ev->server, NX_SERVICE_ARCHIVE, &archive_mod);

	archive->replace(archive_mod, job, retraction->target, tombstone(ev, room, retraction, is_moderated));
}

/* ---- by a moderator ---- */

/* The old and the new way in one message: a client understands one of them. */
static struct nx_xml *announcement(struct nx_event *ev, const struct nx_room *room, const struct retraction *retraction, const char *id)
{
	struct nx_xml *message = nx_rooms(ev->server)->message_from(ev->pool, &room->jid, "groupchat"), *retract, *old;
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

static enum nx_verdict moderated(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);
	const struct retraction *retraction = rooms->kept(ev);

	(void)mod;
	rooms->forget_past(room, retraction->target);
	rooms->send_to_all(ev, room, retraction->message);
	return nx_event_answer(ev, NULL);
}

static void moderated_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	(void)mod;
	take_original(ev, nx_rooms(ev->server)->kept(ev), row);
}

static enum nx_verdict moderate(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);
	const struct retraction *retraction = rooms->kept(ev);

	(void)mod;
	if (!retraction->original)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This room has no message with that id");
	if (is_retracted(retraction->original))
		return nx_event_answer(ev, NULL);
	struct nx_job *job = nx_job_new(ev->server->store);

	rooms->archive_message(ev, room, job, retraction->message);
	add_tombstone(ev, room, job, retraction, true);
	return rooms->commit_message(retraction->mod, ev, room, &job, moderated);
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

static bool may_moderate(const struct nx_event *ev, const struct nx_room *room, const struct nx_room_client *client)
{
	return (client && client->occupant->role == NX_ROLE_MODERATOR) ||
	       nx_rooms(ev->server)->affiliation_of(room, &ev->from) >= NX_AFF_ADMIN;
}

static enum nx_verdict take_request(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct retraction *retraction = NX_NEW(ev->pool, struct retraction);
	const struct nx_room_client *client = rooms->find_client(room, &ev->from);
	const char *id;
	const struct nx_xml *request = find_request(ev, &id);
	int64_t target;

	if (!nx_room_exists(room) || !rooms->has_archive(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Nothing is kept of what is said here");
	if (!may_moderate(ev, room, client))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only moderators take back what others said");
	if (!request || !id)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "Say which message shall be retracted");
	if (nx_str_to_i64(id, 1, INT64_MAX, &target) < 0)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This room has no message with that id");
	*retraction = (struct retraction){ .mod = mod, .target = (uint64_t)target,
					   .reason = nx_xml_child_content(request, request->ns, "reason") };
	if (retraction->reason && (!*retraction->reason || strlen(retraction->reason) > MAX_REASON))
		retraction->reason = NULL;
	retraction->by = client ? nx_pool_strdup(ev->pool, client->occupant->jid.full) : NULL;
	retraction->message = announcement(ev, room, retraction, id);
	rooms->keep(ev, retraction);
	return read_original(ev, room, retraction, moderated_row, moderate);
}

static enum nx_verdict on_request(struct nx_module *mod, struct nx_event *ev)
{
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, take_request);
}

/* ---- by the author ---- */

static void retracted_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	(void)mod;
	take_original(ev, nx_rooms(ev->server)->said(ev)->waiting, row);
}

/* XEP-0424 section 5: a retraction that is carried out is stored, whatever its sender hints. */
static void drop_hints(struct nx_xml *message)
{
	static const char *const against[] = { "no-store", "no-permanent-store" };

	for (size_t i = 0; i < sizeof(against) / sizeof(against[0]); i++) {
		struct nx_xml *hint;

		while ((hint = nx_xml_child(message, NX_NS_HINTS, against[i])))
			nx_xml_remove(hint);
	}
}

/* XEP-0424 section 5: only what the same user said. Anything else is passed on as it is: clients check it too. */
static enum nx_verdict retract(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room_said *said = rooms->said(ev);
	struct retraction *retraction = said->waiting;
	struct nx_jid author;

	(void)mod;
	if (retraction->original && !is_retracted(retraction->original) && nx_jid_parse(ev->pool, retraction->sender, &author, NULL) == 0 &&
	    nx_jid_eq_bare(&author, &ev->from)) {
		add_tombstone(ev, rooms->visited(ev), rooms->speak_job(ev), retraction, false);
		drop_hints(said->message);
		nx_slot_set(&said->slots, retraction->mod, retraction);
	}
	return rooms->speak_on(ev);
}

static enum nx_verdict on_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	const struct nx_xml *request = nx_xml_child(said->message, NS_RETRACT, "retract");
	const char *id = request ? nx_xml_attr(request, "id") : NULL;
	struct retraction *retraction;
	int64_t target;

	if (!id || !nx_rooms(ev->server)->has_archive(room) || nx_str_to_i64(id, 1, INT64_MAX, &target) < 0)
		return NX_PASS;
	retraction = NX_NEW(ev->pool, struct retraction);
	*retraction = (struct retraction){ .mod = mod, .target = (uint64_t)target, .message = said->message };
	said->waiting = retraction;
	return read_original(ev, room, retraction, retracted_row, retract);
}

static void on_said(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	const struct retraction *retraction = nx_slot_get(&said->slots, mod);

	if (retraction)
		nx_rooms(ev->server)->forget_past(room, retraction->target);
}

/* ---- the module ---- */

static void on_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query,
		    struct nx_xml *form)
{
	static const char *const features[] = { NS_MODERATE, NS_MODERATE_0, NS_RETRACT, NS_RETRACT "#tombstone" };

	(void)mod;
	(void)form;
	for (size_t i = 0; !node && nx_rooms(ev->server)->has_archive(room) && i < sizeof(features) / sizeof(features[0]); i++)
		nx_disco_add_feature(query, features[i]);
}

static const struct nx_iq_rule moderation_iq[] = {
	{ NX_SET, NS_MODERATE, "moderate", NX_TO_COMPONENT_LOCAL, on_request },
	{ NX_SET, NS_FASTEN, "apply-to", NX_TO_COMPONENT_LOCAL, on_request },
	{ 0 }
};

static const struct nx_hook moderation_hooks[] = {
	NX_DECIDE(HANDLE, room_message, on_message),
	NX_ON(room_said, on_said),
	NX_COLLECT(room_info, on_info),
	NX_HOOKS_END
};

NX_MODULE(muc_moderation) = {
	NX_MODULE_HEAD(muc_moderation),
	.summary = "Messages in rooms that are taken back", .xeps = "0424, 0425", .needs = NX_LIST("muc"),
	.iq = moderation_iq, .hooks = moderation_hooks,
};
