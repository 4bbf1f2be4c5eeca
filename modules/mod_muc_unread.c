/* mod_muc_unread: a client that asks for it hears which rooms of its user have something new, without entering them (XEP-0437, room activity
 * indicators). Its user's rooms are those to which the user belongs; each is named once, until the client has been there.
 *
 * A message for a room costs nothing when everybody who wants to hear has heard: the room remembers for which state of the list of
 * subscribers that was so. */
#include "core/module.h"

#include "base/map.h"
#include "base/mem.h"
#include "base/recent.h"
#include "service/rooms.h"

#define NS_RAI "urn:xmpp:rai:0"
/* Rooms that one client has been told of; who belongs to more hears of some twice. */
#define MAX_TOLD 1000

enum { MISSED, NOTE_VISIT };

static const struct nx_statement unread_statements[] = {
	/* What the user's rooms have got since, as the archive knows (mod_muc's and mod_mam's tables, read only). */
	[MISSED] = { "muc_unread.missed", "SELECT a.local FROM room_affiliations a"
		" LEFT JOIN room_visits v ON v.host = a.host AND v.local = a.local AND v.jid = a.jid"
		" WHERE a.host = $1 AND a.jid = $2 AND a.affiliation IN ('member', 'admin', 'owner')"
		" AND EXISTS (SELECT 1 FROM archive m WHERE m.owner = a.local || '@' || a.host AND m.id > COALESCE(v.seen_id, 0))"
		" ORDER BY a.local LIMIT 200" },
	[NOTE_VISIT] = { "muc_unread.note_visit", "INSERT INTO room_visits (host, local, jid, seen_id)"
		" SELECT host, local, jid, $4 FROM room_affiliations"
		" WHERE host = $1 AND local = $2 AND jid = $3 AND affiliation <> 'outcast'"
		" ON CONFLICT (host, local, jid) DO UPDATE SET seen_id = excluded.seen_id" },
	{ NULL, NULL }
};

struct unread {
	struct nx_list subscribers;     /* struct subscriber */
	uint64_t generation;            /* of the list: it has grown since another number */
};

/* In the session's slot. */
struct subscriber {
	struct nx_link link;
	const struct nx_component *component;
	struct nx_session *sess;
	struct nx_recent *told;         /* of which rooms, by bare JID */
};

/* In the room's slot: everybody of that generation has heard. */
struct quiet { uint64_t generation; };

/* ---- subscribing, section 3 ---- */

static void unsubscribe(struct nx_module *mod, struct nx_session *sess)
{
	struct subscriber *sub = nx_slot_get(&sess->slots, mod);

	if (!sub)
		return;
	nx_slot_set(&sess->slots, mod, NULL);
	nx_list_remove(&sub->link);
	nx_recent_free(&sub->told);
	nx_mem_free(sub);
}

static struct subscriber *subscribe(struct nx_module *mod, struct nx_event *ev)
{
	struct unread *unread = mod->data;
	struct subscriber *sub = nx_mem_new(sizeof(*sub));

	unsubscribe(mod, ev->sess);
	sub->component = ev->component;
	sub->sess = ev->sess;
	sub->told = nx_recent_new(1, MAX_TOLD);
	nx_list_append(&unread->subscribers, &sub->link);
	nx_slot_set(&ev->sess->slots, mod, sub);
	unread->generation++;
	return sub;
}

/* ---- telling ---- */

static struct nx_xml *new_message(struct nx_event *ev, const struct nx_component *component)
{
	struct nx_xml *message = nx_xml_new(ev->pool, NX_NS_CLIENT, "message");

	nx_xml_set(message, "from", component->name);
	nx_xml_add(message, NS_RAI, "rai");
	return message;
}

static void name_room(struct nx_xml *message, const struct subscriber *sub, const char *bare, size_t len)
{
	nx_xml_text_len(nx_xml_add(nx_xml_first_element(message), NULL, "activity"), bare, len);
	nx_recent_touch(sub->told, bare, len);
}

static void missed_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	const struct subscriber *sub = ev->sess ? nx_slot_get(&ev->sess->slots, mod) : NULL;
	const char *bare = nx_pool_printf(ev->pool, "%s@%s", nx_row_text(row, 0), ev->component->name);
	struct nx_jid jid;
	const struct nx_room *room;

	if (!sub || nx_jid_parse(ev->pool, bare, &jid, NULL) < 0)
		return;
	room = nx_rooms(ev->server)->find(mod, &jid);
	if (!room || !nx_rooms(ev->server)->find_client(room, &ev->from))
		name_room(ev->data, sub, jid.full, jid.full_len);
}

static enum nx_verdict tell_missed(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *message = ev->data;

	(void)mod;
	if (ev->sess && nx_xml_first_element(nx_xml_first_element(message)))
		nx_event_send(ev, ev->sess, message);
	return NX_DONE;
}

/* Section 4: who belongs to the room, and is not there; so nobody else learns that something was said. */
static bool wants(const struct subscriber *sub, const struct nx_room *room)
{
	const struct nx_jid *jid = &sub->sess->jid;
	const struct nx_room_member *member = nx_map_find(room->members, jid->full, jid->bare_len);

	return sub->component == room->component && member && member->affiliation >= NX_AFF_MEMBER &&
	       !nx_map_find(room->by_client, jid->full, jid->full_len) && !nx_recent_find(sub->told, room->jid.full, room->jid.full_len);
}

static struct quiet *quiet_of(struct nx_module *mod, struct nx_room *room)
{
	struct quiet *quiet = nx_slot_get(&room->slots, mod);

	if (!quiet) {
		quiet = NX_NEW(room->pool, struct quiet);
		nx_slot_set(&room->slots, mod, quiet);
	}
	return quiet;
}

static void on_said(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	struct unread *unread = mod->data;
	struct quiet *quiet;
	struct subscriber *sub;

	if (nx_list_is_empty(&unread->subscribers) || (!said->archive_id && !nx_xml_child(said->message, NX_NS_CLIENT, "body")))
		return;
	quiet = quiet_of(mod, room);
	if (quiet->generation == unread->generation)
		return;
	NX_LIST_EACH(&unread->subscribers, struct subscriber, link, sub) {
		if (!wants(sub, room))
			continue;
		struct nx_xml *message = new_message(ev, room->component);

		name_room(message, sub, room->jid.full, room->jid.full_len);
		nx_event_send(ev, sub->sess, message);
	}
	quiet->generation = unread->generation;
}

/* ---- what changes who has to hear ---- */

static enum nx_verdict on_presence(struct nx_module *mod, struct nx_event *ev)
{
	if (!ev->component || !nx_component_has_rooms(ev->component) || ev->target != NX_TO_COMPONENT || !ev->sess)
		return NX_PASS;
	if (ev->type == NX_TYPE_UNAVAILABLE) {
		unsubscribe(mod, ev->sess);
		return NX_DONE;
	}
	if (ev->type != NX_TYPE_AVAILABLE || !nx_xml_child(ev->stanza, NS_RAI, "rai"))
		return NX_PASS;
	subscribe(mod, ev);
	ev->data = new_message(ev, ev->component);
	return nx_event_read(ev, mod, MISSED, NX_LIST(ev->component->name, nx_jid_bare_str(ev->pool, &ev->from)), missed_row, tell_missed);
}

static void on_session_ended(struct nx_module *mod, struct nx_session *sess)
{
	unsubscribe(mod, sess);
}

static void on_joined(struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client, struct nx_room_entry *entry)
{
	const struct subscriber *sub = ev->sess ? nx_slot_get(&ev->sess->slots, mod) : NULL;
	const struct nx_room *room = client->occupant->room;

	(void)entry;
	if (sub)
		nx_recent_forget(sub->told, room->jid.full, room->jid.full_len);
}

/* From now on the user misses what is said. */
static void on_left(struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client)
{
	struct nx_room *room = client->occupant->room;
	struct nx_job *job = client->occupant->affiliation >= NX_AFF_MEMBER ? nx_rooms(ev->server)->job(room) : NULL;

	quiet_of(mod, room)->generation = 0;
	if (!job)
		return;
	nx_job_add(job, mod->statements, NOTE_VISIT, "sssi", room->component->name, room->local, client->occupant->real.full,
		   (int64_t)nx_server_next_id(ev->server));
	nx_job_submit(&job, NULL, NULL, NULL);
}

static void on_affiliation(struct nx_module *mod, struct nx_room *room, const char *bare, size_t bare_len, int before, int after)
{
	(void)bare;
	(void)bare_len;
	(void)before;
	(void)after;
	quiet_of(mod, room)->generation = 0;
}

static int unread_start(struct nx_module *mod, struct nx_error *err)
{
	struct unread *unread = NX_NEW(mod->pool, struct unread);

	(void)err;
	nx_list_init(&unread->subscribers);
	unread->generation = 1;
	mod->data = unread;
	return 0;
}

static void unread_stop(struct nx_module *mod)
{
	struct unread *unread = mod->data;
	struct subscriber *sub;

	NX_LIST_EACH(&unread->subscribers, struct subscriber, link, sub)
		unsubscribe(mod, sub->sess);
}

static void on_component_info(struct nx_module *mod, struct nx_component *component, const char *node, struct nx_xml *query)
{
	(void)mod;
	if (nx_component_has_rooms(component) && !node)
		nx_disco_add_feature(query, NS_RAI);
}

static const struct nx_hook unread_hooks[] = {
	NX_DECIDE(HANDLE, presence, on_presence),
	NX_ON(session_ended, on_session_ended),
	NX_ON(room_said, on_said),
	NX_ON(room_joined, on_joined),
	NX_ON(room_left, on_left),
	NX_ON(room_affiliation, on_affiliation),
	NX_COLLECT(component_info, on_component_info),
	NX_HOOKS_END
};

NX_MODULE(muc_unread) = {
	NX_MODULE_HEAD(muc_unread),
	.summary = "Tells in which rooms something was said", .xeps = "0437", .needs = NX_LIST("muc"),
	.hooks = unread_hooks, .statements = unread_statements, .start = unread_start, .stop = unread_stop,
};
