/* Leaving a room, by oneself or not (XEP-0045 sections 7.14, 8.2, 9.1, 10.9, 11, 18.1.2). */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"

void muc_close_if_empty(struct nx_room *room)
{
	if (room->occupant_count == 0 && (room->state == NX_ROOM_LOCKED || !room->config->is_persistent))
		muc_room_vanish(room);
}

static void take_out(struct nx_event *ev, struct nx_room_client *client)
{
	NX_FIRE(ev->server, room_left, ev, client);
	muc_client_remove(client);
}

static void show_out(struct nx_event *ev, struct nx_room_client *client, const struct muc_news *news)
{
	struct nx_room *room = client->occupant->room;
	bool is_last = client->in_occupant.next == client->in_occupant.prev;

	/* Others of the same user are still there under the name: nobody else has left. */
	if (is_last)
		muc_show_to_all(ev, client, news);
	else
		muc_show_to(ev, client, client, news);
	take_out(ev, client);
	muc_close_if_empty(room);
}

void muc_expel(struct nx_event *ev, struct nx_occupant *occupant, const struct muc_news *news)
{
	struct nx_room *room = occupant->room;
	struct nx_room_client *client = NX_LIST_FIRST(&occupant->clients, struct nx_room_client, in_occupant);

	muc_show_to_all(ev, client, news);
	/* The occupant goes with its last client. */
	for (bool has_more = true; has_more; ) {
		has_more = client->in_occupant.next != client->in_occupant.prev;
		struct nx_link *next = client->in_occupant.next;

		take_out(ev, client);
		client = has_more ? NX_CONTAINER(next, struct nx_room_client, in_occupant) : NULL;
	}
	muc_close_if_empty(room);
}

void muc_empty(struct nx_event *ev, struct nx_room *room, const struct nx_xml *destroy)
{
	const struct muc_news news = { .is_gone = true, .destroy = destroy };
	struct nx_room_client *client;

	NX_LIST_EACH(&room->clients, struct nx_room_client, in_room, client) {
		muc_show_to(ev, client, client, &news);
		NX_FIRE(ev->server, room_left, ev, client);
	}
	muc_room_vanish(room);
}

/* 11.2. Written past the queue: what waits for the store is shown to nobody any more, because sessions end now. */
static void shut_down(struct nx_room *room, struct nx_pool *pool)
{
	static const int codes[MUC_MAX_CODES] = { 332 };
	struct nx_room_client *client;

	NX_LIST_EACH(&room->clients, struct nx_room_client, in_room, client) {
		struct nx_session *sess = nx_server_find_session(room->muc->mod->server, client->sess_id);

		if (sess && nx_session_is_bound(sess))
			nx_session_write(sess, muc_removal(pool, &client->occupant->jid, &client->jid, NULL, codes));
		muc_client_remove(client);
	}
}

void muc_shut_down(struct muc *muc)
{
	struct nx_pool *pool = nx_pool_new("shutdown", 0);
	struct nx_map_iter it = {0};
	struct nx_room *room;

	while ((room = nx_map_next(muc->rooms, &it)))
		shut_down(room, pool);
	nx_pool_free(&pool);
}

/* 18.1.2 */
bool muc_is_dead(const struct nx_event *ev)
{
	static const char *const conditions[] = {
		"gone", "item-not-found", "recipient-unavailable", "redirect", "remote-server-not-found", "remote-server-timeout",
	};
	const struct nx_xml *error = nx_xml_child(ev->stanza, NX_NS_CLIENT, "error");

	for (size_t i = 0; error && i < sizeof(conditions) / sizeof(conditions[0]); i++) {
		if (nx_xml_child(error, NX_NS_STANZA_ERR, conditions[i]))
			return true;
	}
	return false;
}

/* The session that has ended gets nothing any more; the others hear of it. */
enum nx_verdict muc_leave(struct nx_event *ev, struct nx_room *room)
{
	struct nx_room_client *client = muc_client_find(room, &ev->from);
	struct muc_news news = { .is_gone = true, .id = nx_xml_attr(ev->stanza, "id") };

	if (!client)
		return NX_DONE;
	if (ev->type == NX_TYPE_ERROR)
		news.codes[0] = 333;    /* 11.1 */
	else
		news.status = nx_xml_child_content(ev->stanza, NX_NS_CLIENT, "status");
	show_out(ev, client, &news);
	return NX_DONE;
}
