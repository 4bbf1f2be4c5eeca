/* Entering a room, changing the nickname, changing availability (XEP-0045 sections 7.2, 7.6, 7.7, 10.1.1). All three are available
 * presence to room@service/nick; what it means depends on whether its sender is in the room, and under which nickname. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/clock.h"
#include "xml/writer.h"

/* ---- may it ---- */

static bool is_creator(const struct nx_event *ev)
{
	const char *const *names = nx_conf_list(ev->server->conf, ev->component->host->name, "muc_creators");
	const char *bare = nx_jid_bare_str(ev->pool, &ev->from);

	while (*names && !nx_str_eq(*names, bare))
		names++;
	return *names != NULL;
}

static enum nx_verdict check_creation(struct nx_event *ev)
{
	const char *who = nx_conf_str(ev->server->conf, ev->component->host->name, "muc_create");

	/* Its owner would never come back (XEP-0175 section 3). */
	if (ev->sender && ev->sender->is_guest)
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "Guests do not make rooms");
	if (nx_str_eq(who, "everybody") || (ev->sender && ev->sender->is_admin) || is_creator(ev))
		return NX_PASS;
	return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "Only administrators, and whom they have named, make rooms here");         /* 10.1.1 */
}

/* 7.2.5 */
static bool has_password(const struct nx_room *room, const struct nx_xml *join)
{
	return !room->config->needs_password || nx_str_eq(nx_xml_child_content(join, NX_NS_MUC, "password"), room->config->password);
}

/* In the order in which the specification tells of them (7.2.5 to 7.2.10). */
static enum nx_verdict check_door(struct nx_event *ev, const struct nx_room *room, const struct nx_xml *join)
{
	enum nx_affiliation affiliation = muc_affiliation_of(room, &ev->from);

	if (room->state == NX_ROOM_LOCKED && affiliation != NX_AFF_OWNER)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Whoever makes this room has not finished yet");
	if (affiliation == NX_AFF_OUTCAST)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "You are banned from this room");
	if (room->config->is_members_only && affiliation < NX_AFF_MEMBER)
		return nx_event_refuse(ev, NX_E_REGISTRATION_REQUIRED, "Only members may enter this room");
	if (!has_password(room, join))
		return nx_event_refuse(ev, NX_E_NOT_AUTHORIZED, "This room needs a password");
	/* 7.2.9: a full room still lets in who can put it in order. */
	if (room->occupant_count >= room->config->max_users && affiliation < NX_AFF_ADMIN && !muc_client_find(room, &ev->from)) {
		ev->error_type = "wait";
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "The room is full");
	}
	return NX_PASS;
}

/* ---- entering ---- */

/* 10.1.1 step 2: it exists for its owner only, until that one has said how it shall be. */
void muc_room_make(struct nx_room *room)
{
	struct nx_server *server = room->muc->mod->server;

	room->config = muc_config_new(server);
	room->state = NX_ROOM_LOCKED;
	room->is_form_asked = false;
	room->created_at_ms = nx_clock_wall_ms(server->clock);
}

static void create(struct nx_event *ev, struct nx_room *room)
{
	muc_room_make(room);
	muc_member_set(room, ev->from.full, ev->from.bare_len, NX_AFF_OWNER, NULL, NULL);
}

static void add_code(int codes[MUC_MAX_CODES], int code)
{
	size_t i = 0;

	while (codes[i])
		i++;
	codes[i] = code;
}

struct arrival {
	bool is_new_room, is_renamed;
	bool is_same;                   /* the others know already all that it shows */
};

/* Section 7.1: the others, itself, what was said, the subject. */
static void welcome(struct nx_event *ev, struct nx_room_client *client, const struct nx_xml *join, struct arrival arrival)
{
	const struct nx_room *room = client->occupant->room;
	struct muc_news news = { .id = nx_xml_attr(ev->stanza, "id") };

	if (room->config->whois == NX_WHOIS_ANYONE)
		add_code(news.own_codes, 100);          /* 7.2.3 */
	if (room->config->is_logged)
		add_code(news.own_codes, 170);          /* 7.2.12 */
	if (arrival.is_new_room)
		add_code(news.own_codes, 201);          /* 10.1.1 */
	if (arrival.is_renamed)
		add_code(news.own_codes, 210);          /* 7.2.2 */
	NX_FIRE(ev->server, room_welcome, ev, client, join);
	muc_show_room(ev, client);
	if (arrival.is_same)
		muc_show_to(ev, client, client, &news);
	else
		muc_show_to_all(ev, client, &news);
	muc_history_send(ev, client, join);
	muc_subject_send(ev, client);
	muc_requests_show(ev, client);
}

/* 7.2.18: a client that believes to be in the room, and is not, has to learn it. */
static enum nx_verdict show_the_door(struct nx_event *ev)
{
	static const int codes[MUC_MAX_CODES] = { 307, 333 };
	struct nx_xml *gone = muc_removal(ev->pool, &ev->to, &ev->from, "You are not in the room.", codes);

	nx_xml_set(gone, "id", nx_xml_attr(ev->stanza, "id"));
	nx_event_send(ev, ev->sess, gone);
	return NX_DONE;
}

/* 7.10, last paragraph: in a room that wants it so, whoever has reserved a nickname bears it. */
static const char *locked_nick(const struct nx_event *ev, const struct nx_room *room, const char *wanted)
{
	const struct nx_room_member *member = muc_member_find(room, &ev->from);

	return room->config->must_use_reserved_nick && member && member->nick ? nx_pool_strdup(ev->pool, member->nick) : wanted;
}

/* 7.2.8: a second client of the same user comes in under the same nickname, if the administrator lets it. */
static enum nx_verdict check_entering_nick(struct nx_event *ev, const struct nx_room *room, const char *nick)
{
	bool is_shared = nx_conf_bool(ev->server->conf, ev->component->host->name, "muc_shared_nicks");

	if (!is_shared && muc_occupant_find(room, nick))
		return nx_event_refuse(ev, NX_E_CONFLICT, "The nickname %s is in use", nick);
	return muc_check_nick(ev, room, nick);
}

static const char *const *list_of_one(struct nx_pool *pool, const char *text)
{
	const char **list = NX_NEW_ARRAY(pool, const char *, 2);

	list[0] = text;
	return list;
}

static enum nx_verdict pass_door(struct nx_event *ev, struct nx_room *room, struct nx_room_entry *entry);

/* The room may have been made by somebody else meanwhile, and its maker may be gone. */
static enum nx_verdict go_on_making(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct nx_room_entry *entry = muc_visit_kept(ev);

	(void)mod;
	entry->may_own = true;
	return ev->sess ? pass_door(ev, room, entry) : NX_DONE;
}

static enum nx_verdict pass_door(struct nx_event *ev, struct nx_room *room, struct nx_room_entry *entry)
{
	const char *wanted = nx_jid_resource(&ev->to), *nick = wanted;
	bool is_new = room->state == NX_ROOM_ABSENT;
	enum nx_verdict verdict = is_new ? check_creation(ev) : check_door(ev, room, entry->join);

	if (verdict == NX_PASS && !is_new)
		nick = locked_nick(ev, room, wanted);
	if (verdict == NX_PASS)
		verdict = check_entering_nick(ev, room, nick);
	if (verdict != NX_PASS)
		return verdict;
	if (is_new && !entry->may_own)
		return muc_check_owners(ev, list_of_one(ev->pool, nx_jid_bare_str(ev->pool, &ev->from)), NX_E_NOT_ALLOWED, go_on_making);
	if (is_new)
		create(ev, room);
	struct nx_room_client *client = muc_client_add(room, ev, nick);

	welcome(ev, client, entry->join, (struct arrival){ .is_new_room = is_new, .is_renamed = !nx_str_eq(nick, wanted) });
	NX_FIRE(ev->server, room_joined, ev, client, entry);
	return NX_DONE;
}

/* The extras, one after the other, each may wait, and the client may be gone meanwhile; then the room's own rules. */
enum nx_verdict muc_enter_on(struct nx_event *ev)
{
	const struct nx_handlers *handlers = &nx_server_hooks(ev->server)->by_id[NX_HOOK_room_join];
	struct nx_room *room = muc_visited(ev);
	struct nx_room_entry *entry = muc_visit_kept(ev);
	enum nx_verdict verdict = NX_PASS;

	if (!ev->sess)
		return NX_DONE;
	while (verdict == NX_PASS && entry->position < handlers->count) {
		const struct nx_handler *handler = &handlers->list[entry->position++];

		verdict = handler->fn.room_join(handler->mod, ev, room, entry);
	}
	return verdict == NX_PASS ? pass_door(ev, room, entry) : verdict;
}

static enum nx_verdict enter(struct nx_event *ev, const struct nx_xml *join)
{
	struct nx_room_entry *entry = NX_NEW(ev->pool, struct nx_room_entry);

	*entry = (struct nx_room_entry){ .join = join, .slots = { .pool = ev->pool } };
	muc_visit_keep(ev, entry);
	return muc_enter_on(ev);
}

/* ---- being in it ---- */

#define MINUTE_MS 60000

/* 14.6: each change is two stanzas for everybody. */
static bool changes_too_often(const struct nx_event *ev, struct nx_room_client *client)
{
	int64_t now_ms = nx_clock_ms(ev->server->clock);

	if (client->renames == 0 || now_ms - client->renaming_since_ms >= MINUTE_MS) {
		client->renaming_since_ms = now_ms;
		client->renames = 0;
	}
	return ++client->renames > nx_conf_int(ev->server->conf, ev->component->host->name, "muc_nick_changes_per_minute");
}

static enum nx_verdict check_new_nick(struct nx_event *ev, const struct nx_room *room, struct nx_room_client *client, const char *nick)
{
	const struct nx_room_config *config = room->config;
	bool is_visitor = client->occupant->role == NX_ROLE_VISITOR;

	if ((!config->may_change_nick && client->occupant->affiliation < NX_AFF_ADMIN) ||
	    (is_visitor && !config->may_visitors_change_nick))
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "Nicknames cannot be changed in this room");
	if (changes_too_often(ev, client))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "You change your nickname too often: wait a minute");
	if (!nx_str_eq(locked_nick(ev, room, nick), nick))
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "In this room you are called %s", locked_nick(ev, room, nick));
	/* Two occupants of one user do not become one. */
	if (muc_occupant_find(room, nick))
		return nx_event_refuse(ev, NX_E_CONFLICT, "The nickname %s is in use", nick);
	return muc_check_nick(ev, room, nick);
}

/* 7.6 */
static enum nx_verdict change_nick(struct nx_event *ev, struct nx_room *room, struct nx_room_client *client)
{
	const char *nick = nx_jid_resource(&ev->to);
	const struct muc_news goodbye = { .is_gone = true, .new_nick = nick, .codes = { 303 } };
	const struct muc_news hello = { .id = nx_xml_attr(ev->stanza, "id") };
	enum nx_verdict verdict = check_new_nick(ev, room, client, nick);

	if (verdict != NX_PASS)
		return verdict;
	muc_show_to_all(ev, client, &goodbye);
	muc_occupant_rename(client->occupant, nick);
	muc_client_note_presence(client, ev->stanza);
	muc_show_to_all(ev, client, &hello);
	return NX_DONE;
}

/* 7.7 */
static enum nx_verdict change_availability(struct nx_event *ev, struct nx_room_client *client)
{
	const struct muc_news news = { .id = nx_xml_attr(ev->stanza, "id") };

	muc_client_note_presence(client, ev->stanza);
	muc_show_to_all(ev, client, &news);
	return NX_DONE;
}

/* 14.6: it is kept, and whoever enters gets those of all. */
static enum nx_verdict check_size(struct nx_event *ev)
{
	int64_t max_bytes = nx_conf_int(ev->server->conf, ev->component->host->name, "muc_presence_max");

	if ((int64_t)strlen(nx_xml_to_string(ev->pool, ev->stanza)) <= max_bytes)
		return NX_PASS;
	return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "Presence in a room has at most %lld bytes", (long long)max_bytes);
}

static enum nx_verdict be_available(struct nx_event *ev, struct nx_room *room)
{
	const struct nx_xml *join = nx_xml_child(ev->stanza, NX_NS_MUC, "x");
	struct nx_room_client *client = muc_client_find(room, &ev->from);
	bool is_same;

	if (!nx_jid_has_resource(&ev->to))
		return nx_event_refuse(ev, NX_E_JID_MALFORMED, "Say under which nickname: %s/nickname", room->jid.full);  /* 7.2.1 */
	if (!ev->sess)
		return NX_DONE;
	if (check_size(ev) != NX_PASS)
		return NX_REFUSE;
	if (!client)
		return join ? enter(ev, join) : show_the_door(ev);
	if (!nx_str_eq(client->occupant->nick, nx_jid_resource(&ev->to)))
		return change_nick(ev, room, client);
	if (!join)
		return change_availability(ev, client);
	/* 7.2.1, last paragraph: it has lost the thread; the others hear only of what is new (17.3 rule 3). */
	is_same = !muc_client_note_presence(client, ev->stanza);
	welcome(ev, client, join, (struct arrival){ .is_same = is_same });
	return NX_DONE;
}

enum nx_verdict muc_presence(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	(void)mod;
	if (ev->type == NX_TYPE_AVAILABLE)
		return be_available(ev, room);
	if (ev->type == NX_TYPE_UNAVAILABLE || (ev->type == NX_TYPE_ERROR && muc_is_dead(ev)))
		return muc_leave(ev, room);
	return NX_DONE;
}
