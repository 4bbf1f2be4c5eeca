/* mod_muc_hold: rooms whose messages a moderator approves before anybody sees them (XEP-0045 section 18.1 rule 1; the protocol is our own).
 *
 * One normal case: hag, who is no moderator, says something → it is stored, hag is told that it waits, and every moderator gets a form;
 * who becomes one of those who are there later gets it when entering → a moderator sends the form back with "allow" → one job takes the
 * row away and puts the message into the archive → everybody gets it, as if hag had said it now. */
#include "core/module.h"

#include <inttypes.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "service/rooms.h"
#include "xml/reader.h"
#include "xml/writer.h"
#include "xmpp/dataform.h"

#define NS_HELD "urn:nexa:room:held"
#define MAX_HELD 200                    /* of a room */
#define MAX_HELD_OF_ONE 10
/* With so much no more is taken. They are in memory while anybody is in the room, and somebody may be in hundreds. */
#define MAX_HELD_BYTES (256 * 1024)

static const struct nx_room_field hold_fields[] = {
	{ .var = "x-nexa#roomconfig_holdmessages", .kind = NX_ROOM_FIELD_BOOL, .usual = "0",
	  .label = "A moderator approves of messages before they are shown" },
	{ 0 }
};

enum { HELD_LOAD, HELD_ADD, HELD_REMOVE, HELD_FORGET };
static const struct nx_statement hold_statements[] = {
	[HELD_LOAD] = { "muc_hold.load", "SELECT id, jid, nick, stanza FROM room_held_messages WHERE host = $1 AND local = $2 ORDER BY id" },
	[HELD_ADD] = { "muc_hold.add",
		"INSERT INTO room_held_messages (host, local, id, jid, nick, stanza) VALUES ($1, $2, $3, $4, $5, $6)" },
	[HELD_REMOVE] = { "muc_hold.remove", "DELETE FROM room_held_messages WHERE host = $1 AND local = $2 AND id = $3" },
	[HELD_FORGET] = { "muc_hold.forget",
		"DELETE FROM room_held_messages WHERE jid = (SELECT local || '@' || host FROM users WHERE host = $1 AND local = $2)" },
	{ NULL, NULL }
};

/* ---- what waits ---- */

/* Also a row of room_held_messages, when the room is stored. One piece of memory. */
struct held {
	struct nx_link link;
	uint64_t id;
	const char *nick, *xml;
	size_t xml_len;
	char jid[];                     /* bare: who said it */
};

/* Of a room; its slot. */
struct waiting {
	struct nx_list list;            /* struct held, oldest first */
	unsigned count;
	size_t bytes;
};

static void add(struct waiting *waiting, uint64_t id, const char *jid, const char *nick, const char *xml)
{
	size_t jid_size = strlen(jid) + 1, nick_size = strlen(nick) + 1, xml_size = strlen(xml) + 1;
	struct held *held = nx_mem_new(sizeof(*held) + jid_size + nick_size + xml_size);

	held->id = id;
	memcpy(held->jid, jid, jid_size);
	held->nick = memcpy(held->jid + jid_size, nick, nick_size);
	held->xml = memcpy(held->jid + jid_size + nick_size, xml, xml_size);
	nx_list_append(&waiting->list, &held->link);
	held->xml_len = xml_size - 1;
	waiting->count++;
	waiting->bytes += held->xml_len;
}

static void drop(struct waiting *waiting, struct held *held)
{
	nx_list_remove(&held->link);
	waiting->count--;
	waiting->bytes -= held->xml_len;
	nx_mem_free(held);
}

static void drop_all(void *arg)
{
	struct waiting *waiting = arg;

	while (waiting->count > 0)
		drop(waiting, NX_LIST_FIRST(&waiting->list, struct held, link));
}

static struct waiting *waiting_of(struct nx_module *mod, struct nx_room *room)
{
	struct waiting *waiting = nx_slot_get(&room->slots, mod);

	if (!waiting) {
		waiting = NX_NEW(room->pool, struct waiting);
		nx_list_init(&waiting->list);
		nx_slot_set(&room->slots, mod, waiting);
		nx_pool_on_free(room->pool, drop_all, waiting);
	}
	return waiting;
}

static struct held *find(struct waiting *waiting, uint64_t id)
{
	struct held *held;

	NX_LIST_EACH(&waiting->list, struct held, link, held) {
		if (held->id == id)
			return held;
	}
	return NULL;
}

static unsigned count_of(struct waiting *waiting, const char *jid)
{
	struct held *held;
	unsigned count = 0;

	NX_LIST_EACH(&waiting->list, struct held, link, held)
		count += nx_str_eq(held->jid, jid);
	return count;
}

/* The list goes with the room, its memory with the room's pool: at a stop rooms end when this module has gone already. */
static void on_ended(struct nx_module *mod, struct nx_room *room)
{
	struct waiting *waiting = nx_slot_get(&room->slots, mod);

	if (waiting)
		drop_all(waiting);
}

static void held_row(struct nx_module *mod, struct nx_room *room, const struct nx_row *row)
{
	add(waiting_of(mod, room), (uint64_t)nx_row_int(row, 0), nx_row_text(row, 1), nx_row_text(row, 2), nx_row_text(row, 3));
}

static void on_loading(struct nx_module *mod, struct nx_room *room)
{
	nx_rooms(mod->server)->read(mod, room, HELD_LOAD, held_row);
}

static void store(struct nx_module *mod, struct nx_job *job, const struct nx_room *room, uint64_t id, const char *jid, const char *nick,
		  const char *xml)
{
	nx_job_add(job, mod->statements, HELD_ADD, "ssisss", room->component->name, room->local, (int64_t)id, jid, nick, xml);
}

static void on_storing(struct nx_module *mod, struct nx_room *room, struct nx_job *job)
{
	struct held *held;

	NX_LIST_EACH(&waiting_of(mod, room)->list, struct held, link, held)
		store(mod, job, room, held->id, held->jid, held->nick, held->xml);
}

static void on_account_deleting(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	nx_job_add(job, mod->statements, HELD_FORGET, "ss", host->name, local);
}

/* Nobody decides any more about what somebody said whose account is gone. */
static void forget_in(struct nx_module *mod, struct nx_room *room, const void *arg)
{
	const struct nx_jid *bare = arg;
	struct waiting *waiting = waiting_of(mod, room);
	struct held *held;

	NX_LIST_EACH(&waiting->list, struct held, link, held) {
		if (nx_str_eq(held->jid, bare->full))
			drop(waiting, held);
	}
}

static void on_account_deleted(struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare)
{
	(void)host;
	nx_rooms(mod->server)->each(mod, forget_in, bare);
}

/* ---- telling ---- */

/* What only says how a message belongs to another one. */
static bool is_relation(const struct nx_xml *el)
{
	return nx_xml_is(el, NX_NS_CLIENT, "thread") || nx_xml_is(el, "urn:xmpp:reply:0", NULL) ||
	       nx_xml_is(el, "urn:xmpp:message-correct:0", NULL);
}

/* Everything that somebody may get to see of it: clients choose among bodies by their languages, and show much that is no body. */
static const char *text_of(struct nx_pool *pool, const struct nx_xml *said)
{
	const char *text = "";

	for (const struct nx_xml *el = said ? nx_xml_first_element(said) : NULL; el; el = nx_xml_next(el, NULL, NULL)) {
		if (nx_message_is_state(el) || is_relation(el))
			continue;
		text = nx_pool_printf(pool, "%s%s%s", text, *text ? "\n" : "",
				      nx_xml_is(el, NX_NS_CLIENT, "body") ? nx_xml_content(el) : nx_xml_to_string(pool, el));
	}
	return *text ? text : "(no text)";
}

static struct nx_xml *message_to_moderator(struct nx_pool *pool, const struct nx_room *room, const struct held *held)
{
	struct nx_xml *said = nx_xml_parse(pool, held->xml, strlen(held->xml), NULL);
	struct nx_xml *message = nx_rooms(room->component->server)->message_from(pool, &room->jid, NULL);
	struct nx_xml *form = nx_form_new(pool, NX_FORM_FORM, "A message waits for you",
					  "Say below whether everybody may see it; to leave it for later, cancel this form.", NS_HELD);
	const char *text = text_of(pool, said);

	/* For clients that show no forms. */
	nx_xml_text(nx_xml_add(message, NULL, "body"), nx_pool_printf(pool, "%s wants to say: %s", held->nick, text));
	nx_form_value(nx_form_add(form, NX_FIELD_HIDDEN, "id", NULL), nx_pool_printf(pool, "%" PRIu64, held->id));
	nx_form_value(nx_form_add(form, NX_FIELD_JID_SINGLE, "jid", "User ID"), held->jid);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "nick", "Nickname"), held->nick);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_MULTI, "text", "Message"), text);
	nx_form_value_bool(nx_form_add(form, NX_FIELD_BOOLEAN, "allow", "Show it to everybody?"), false);
	nx_xml_append(message, form);
	return message;
}

static void tell_moderators(struct nx_event *ev, struct nx_room *room, const struct held *held)
{
	struct nx_occupant *occupant;

	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (occupant->role == NX_ROLE_MODERATOR)
			nx_rooms(ev->server)->send_to_occupant(ev, occupant, message_to_moderator(ev->pool, room, held));
	}
}

/* The room says something to one person only, who may have left. */
static void tell_speaker(struct nx_event *ev, struct nx_room *room, const char *jid, const char *text)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_pool *pool = nx_event_pool(ev->server);
	struct nx_xml *message = rooms->message_from(pool, &room->jid, NULL);
	struct nx_jid to;

	nx_xml_text(nx_xml_add(message, NULL, "body"), text);
	if (nx_jid_parse(pool, jid, &to, NULL) == 0)
		rooms->send_to_anybody(room, pool, message, &to);
	else
		nx_pool_free(&pool);
}

static void on_joined(struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client, struct nx_room_entry *entry)
{
	struct nx_room *room = client->occupant->room;
	struct held *held;

	(void)entry;
	if (client->occupant->role != NX_ROLE_MODERATOR)
		return;
	NX_LIST_EACH(&waiting_of(mod, room)->list, struct held, link, held)
		nx_rooms(ev->server)->send_to_client(ev, client, message_to_moderator(ev->pool, room, held));
}

/* ---- holding ---- */

#define NS_RETRACT "urn:xmpp:message-retract:1"

/* XEP-0424 section 3: the body is for clients that do not understand, and could say anything. */
static void drop_fallback(struct nx_xml *message)
{
	struct nx_xml *body, *next;

	for (body = nx_xml_child(message, NX_NS_CLIENT, "body"); body; body = next) {
		next = nx_xml_next(body, NX_NS_CLIENT, "body");
		nx_xml_remove(body);
	}
}

struct holding {
	struct nx_module *mod;
	uint64_t id;
	const char *jid, *xml;
};

static enum nx_verdict held_back(struct nx_module *muc, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);
	struct nx_room_said *said = rooms->said(ev);
	const struct holding *holding = said->waiting;
	struct waiting *waiting = waiting_of(holding->mod, room);

	(void)muc;
	add(waiting, holding->id, holding->jid, said->nick, holding->xml);
	tell_speaker(ev, room, holding->jid, "Your message waits for a moderator.");
	tell_moderators(ev, room, find(waiting, holding->id));
	return NX_DONE;
}

static enum nx_verdict hold(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct holding *holding = NX_NEW(ev->pool, struct holding);
	struct nx_job *job = rooms->job(room);

	*holding = (struct holding){ mod, nx_server_next_id(ev->server), nx_jid_bare_str(ev->pool, &ev->from),
				     nx_xml_to_string(ev->pool, said->message) };
	said->waiting = holding;
	if (job)
		store(mod, job, room, holding->id, holding->jid, said->nick, holding->xml);
	return rooms->commit(mod, ev, room, &job, held_back);
}

static enum nx_verdict on_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	const struct nx_room_client *client = nx_rooms(ev->server)->find_client(room, &ev->from);
	struct waiting *waiting = waiting_of(mod, room);

	if (!nx_room_setting(room->config, &hold_fields[0]).is_on || !client || client->occupant->role == NX_ROLE_MODERATOR)
		return NX_PASS;
	if (nx_xml_child(said->message, NS_RETRACT, "retract"))
		drop_fallback(said->message);
	if (nx_message_says_nothing(said->message))
		return NX_PASS;
	if (waiting->count >= MAX_HELD || waiting->bytes >= MAX_HELD_BYTES || count_of(waiting, nx_jid_bare_str(ev->pool, &ev->from)) >= MAX_HELD_OF_ONE)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "Too many messages wait for a moderator of this room");
	return hold(mod, ev, room, said);
}

/* The subject is said to everybody, too, and is not held. */
static enum nx_verdict on_configuring(struct nx_module *mod, struct nx_event *ev, struct nx_room *room,
				      const struct nx_room_config *config)
{
	(void)mod;
	(void)room;
	if (nx_room_setting(config, &hold_fields[0]).is_on && config->may_change_subject)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "Where moderators approve of messages only they change the subject");
	return NX_PASS;
}

/* ---- deciding ---- */

static enum nx_verdict declined(struct nx_module *muc, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);

	(void)muc;
	tell_speaker(ev, rooms->visited(ev), rooms->kept(ev), "A moderator has declined your message.");
	return NX_DONE;
}

/* It leaves the list at once: another moderator, who decides meanwhile, does not find it any more. */
static enum nx_verdict decide(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct held *held, bool is_allowed)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_xml *message = nx_xml_parse(ev->pool, held->xml, strlen(held->xml), NULL);
	const char *nick = nx_pool_strdup(ev->pool, held->nick);
	struct nx_job *job = rooms->job(room);
	struct nx_jid *speaker = NX_NEW(ev->pool, struct nx_jid);

	if (job)
		nx_job_add(job, mod->statements, HELD_REMOVE, "ssi", room->component->name, room->local, (int64_t)held->id);
	is_allowed = is_allowed && message && nx_jid_parse(ev->pool, held->jid, speaker, NULL) == 0;
	rooms->keep(ev, nx_pool_strdup(ev->pool, held->jid));
	drop(waiting_of(mod, room), held);
	return is_allowed ? rooms->say_for(ev, room, speaker, nick, message, &job) : rooms->commit(mod, ev, room, &job, declined);
}

static enum nx_verdict check_moderator(struct nx_event *ev, const struct nx_room *room)
{
	const struct nx_room_client *client = nx_rooms(ev->server)->find_client(room, &ev->from);

	if (client && client->occupant->role == NX_ROLE_MODERATOR)
		return NX_PASS;
	return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only moderators who are in the room decide what is shown there");
}

static bool has_other_owner(const struct nx_room *room, const struct held *held)
{
	const struct nx_occupant *occupant = nx_map_find(room->by_nick, held->nick, strlen(held->nick));

	return occupant && !nx_str_eq(occupant->real.full, held->jid);
}

static enum nx_verdict read_answer(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	enum nx_verdict verdict = check_moderator(ev, room);
	struct nx_form form;
	int64_t id = 0;
	bool is_allowed = false;

	if (verdict != NX_PASS)
		return verdict;
	if (nx_form_read(ev->pool, nx_xml_child(ev->stanza, NX_NS_DATA_FORM, "x"), &form, &ev->error) < 0)
		return NX_REFUSE;
	if (form.type == NX_FORM_CANCEL)
		return NX_DONE;
	if (nx_form_int(&form, "id", 1, INT64_MAX, &id, &ev->error) < 0 || nx_form_bool(&form, "allow", &is_allowed, &ev->error) < 0)
		return NX_REFUSE;
	struct held *held = find(waiting_of(mod, room), (uint64_t)id);

	if (!held)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Somebody has decided about this message already");
	if (is_allowed && has_other_owner(room, held))
		return nx_event_refuse(ev, NX_E_CONFLICT, "Somebody else is called %s now, and would seem to have said it", held->nick);
	return decide(mod, ev, room, held, is_allowed);
}

/* Before mod_muc, which knows only the forms of XEP-0045. */
static enum nx_verdict on_answer(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_xml *x = nx_xml_child(ev->stanza, NX_NS_DATA_FORM, "x");
	struct nx_form form;

	if (!x || ev->target != NX_TO_COMPONENT_LOCAL || ev->type == NX_TYPE_GROUPCHAT || ev->type == NX_TYPE_ERROR ||
	    nx_form_read(ev->pool, x, &form, NULL) < 0 || !nx_str_eq(form.form_type, NS_HELD))
		return NX_PASS;
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, read_answer);
}

static void on_fields(struct nx_module *mod, struct nx_room_fields *fields)
{
	(void)mod;
	nx_room_fields_add(fields, hold_fields);
}

static const struct nx_hook hold_hooks[] = {
	NX_COLLECT(room_fields, on_fields),
	NX_DECIDE(HANDLE, room_configuring, on_configuring),
	NX_COLLECT(room_loading, on_loading),
	NX_COLLECT(room_storing, on_storing),
	NX_ON(room_ended, on_ended),
	NX_ON(room_joined, on_joined),
	NX_DECIDE(HANDLE, room_message, on_message),
	NX_DECIDE(ADAPT, message, on_answer),
	NX_COLLECT(account_deleting, on_account_deleting),
	NX_ON(account_deleted, on_account_deleted),
	NX_HOOKS_END
};

NX_MODULE(muc_hold) = {
	NX_MODULE_HEAD(muc_hold),
	.summary = "Rooms whose messages a moderator approves", .needs = NX_LIST("muc"), .hooks = hold_hooks, .statements = hold_statements,
};
