/* Who is in a room. An occupant is a nickname; its clients are the full JIDs, all of one user, that are in the room under it (XEP-0045
 * section 7.2.8). Memory only: whoever was in a room when the server stopped is not in it any more. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "xml/writer.h"

struct nx_occupant *muc_occupant_find(const struct nx_room *room, const char *nick)
{
	return nick ? nx_map_find(room->by_nick, nick, strlen(nick)) : NULL;
}

struct nx_room_client *muc_client_find(const struct nx_room *room, const struct nx_jid *full)
{
	return nx_map_find(room->by_client, full->full, full->full_len);
}

bool muc_is_here(const struct nx_room *room, const char *jid)
{
	const struct nx_occupant *occupant;

	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (nx_str_eq(occupant->real.full, jid))
			return true;
	}
	return false;
}

bool muc_may_see_jids(const struct nx_room *room, const struct nx_occupant *viewer)
{
	return room->config->whois == NX_WHOIS_ANYONE || (viewer && viewer->role == NX_ROLE_MODERATOR);
}

/* ---- occupants ---- */

static struct nx_occupant *occupant_new(struct nx_room *room, const char *nick, const struct nx_jid *real)
{
	struct nx_pool *scratch = nx_pool_new("occupant parts", 0);
	struct nx_jid jid = nx_jid_join(scratch, room->local, room->component->name, nick), bare = nx_jid_bare(scratch, real);
	const char *look = muc_nick_look(room, scratch, nx_jid_resource(&jid)), *id = muc_occupant_id(scratch, room, &bare);
	/* A room may have thousands. */
	struct nx_pool *pool = nx_pool_new_for("occupant", sizeof(struct nx_occupant) + jid.full_len + bare.full_len + strlen(look) +
					       strlen(id) + 4);
	struct nx_occupant *occupant = NX_NEW(pool, struct nx_occupant);

	occupant->pool = pool;
	occupant->room = room;
	occupant->jid = nx_jid_dup(pool, &jid);
	occupant->nick = nx_jid_resource(&occupant->jid);
	occupant->look = nx_pool_strdup(pool, look);
	occupant->real = nx_jid_dup(pool, &bare);
	occupant->id = nx_pool_strdup(pool, id);
	nx_pool_free(&scratch);
	nx_list_init(&occupant->clients);
	nx_list_append(&room->occupants, &occupant->in_room);
	room->occupant_count++;
	nx_map_set(room->by_nick, occupant->nick, strlen(occupant->nick), occupant);
	if (!nx_map_find(room->by_look, occupant->look, strlen(occupant->look)))
		nx_map_set(room->by_look, occupant->look, strlen(occupant->look), occupant);
	return occupant;
}

/* Another one of the same user may look the same. */
static void give_up_look(struct nx_occupant *occupant)
{
	struct nx_room *room = occupant->room;
	size_t len = strlen(occupant->look);
	struct nx_occupant *heir;

	if (nx_map_find(room->by_look, occupant->look, len) != occupant)
		return;
	nx_map_remove(room->by_look, occupant->look, len);
	if (nx_map_count(room->by_look) == room->occupant_count)
		return;
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, heir) {
		if (nx_str_eq(heir->look, occupant->look)) {
			nx_map_set(room->by_look, heir->look, len, heir);
			return;
		}
	}
}

static void occupant_free(struct nx_occupant *occupant)
{
	struct nx_room *room = occupant->room;
	struct nx_pool *pool = occupant->pool;

	nx_list_remove(&occupant->in_room);
	room->occupant_count--;
	nx_map_remove(room->by_nick, occupant->nick, strlen(occupant->nick));
	give_up_look(occupant);
	nx_pool_free(&pool);
}

struct nx_occupant *muc_occupant_rename(struct nx_occupant *occupant, const char *nick)
{
	struct nx_occupant *renamed = occupant_new(occupant->room, nick, &occupant->real);
	struct nx_room_client *client;

	renamed->affiliation = occupant->affiliation;
	renamed->role = occupant->role;
	renamed->asked_voice_ms = occupant->asked_voice_ms;
	NX_LIST_EACH(&occupant->clients, struct nx_room_client, in_occupant, client) {
		nx_list_remove(&client->in_occupant);
		nx_list_append(&renamed->clients, &client->in_occupant);
		client->occupant = renamed;
	}
	occupant_free(occupant);
	return renamed;
}

/* ---- clients ---- */

struct nx_room_client *muc_client_add(struct nx_room *room, const struct nx_event *ev, const char *nick)
{
	struct nx_occupant *occupant = muc_occupant_find(room, nick);
	struct nx_pool *pool = nx_pool_new_for("room client", sizeof(struct nx_room_client) + ev->from.full_len + 1);
	struct nx_room_client *client = NX_NEW(pool, struct nx_room_client);

	if (!occupant) {
		occupant = occupant_new(room, nick, &ev->from);
		occupant->affiliation = muc_affiliation_of(room, &ev->from);
		occupant->role = muc_entry_role(room, &ev->from, occupant->affiliation);
	}
	client->pool = pool;
	client->occupant = occupant;
	client->jid = nx_jid_dup(pool, &ev->from);
	client->sess_id = ev->sess->id;
	client->number = ++room->client_number;
	nx_list_append(&occupant->clients, &client->in_occupant);
	nx_list_append(&room->clients, &client->in_room);
	nx_map_set(room->by_client, client->jid.full, client->jid.full_len, client);
	muc_client_note_presence(client, ev->stanza);
	return client;
}

void muc_client_remove(struct nx_room_client *client)
{
	struct nx_occupant *occupant = client->occupant;
	struct nx_pool *pool = client->pool;

	nx_list_remove(&client->in_room);
	nx_list_remove(&client->in_occupant);
	nx_map_remove(occupant->room->by_client, client->jid.full, client->jid.full_len);
	nx_mem_free(client->presence);
	nx_pool_free(&pool);
	if (nx_list_is_empty(&occupant->clients))
		occupant_free(occupant);
}

bool muc_is_rooms_own(const struct nx_xml *el)
{
	return nx_xml_is(el, NX_NS_MUC, NULL) || nx_xml_is(el, NX_NS_MUC_USER, NULL) || nx_xml_is(el, NX_NS_OCCUPANT_ID, NULL);
}

/* A visitor cannot speak, so the text of a status may be denied too (14.6, "applying voice rules to presence"). */
static bool may_show(const struct nx_occupant *occupant, const struct nx_xml *el)
{
	if (occupant->role == NX_ROLE_VISITOR && !occupant->room->config->may_visitors_tell_status &&
	    nx_xml_is(el, NX_NS_CLIENT, "status"))
		return false;
	return !muc_is_rooms_own(el);
}

bool muc_client_note_presence(struct nx_room_client *client, const struct nx_xml *stanza)
{
	struct nx_pool *pool = nx_pool_new("presence", 0);
	struct nx_xml *copy = nx_xml_dup(pool, stanza), *next;
	char *former = client->presence;
	bool is_new;

	copy->attrs = NULL;
	for (struct nx_xml *el = nx_xml_first_element(copy); el; el = next) {
		next = nx_xml_next(el, NULL, NULL);
		if (!may_show(client->occupant, el))
			nx_xml_remove(el);
	}
	client->presence = copy->first ? nx_mem_strdup(nx_xml_to_string(pool, copy)) : NULL;
	is_new = !nx_str_eq(former, client->presence);
	nx_mem_free(former);
	nx_pool_free(&pool);
	return is_new;
}
