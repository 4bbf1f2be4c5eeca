/* The messages that rooms remember (history.c), and their bounds: of one room, of one author in all rooms, and of all together. What is
 * remembered only spares who comes a question to the archive, so the oldest goes when there is too much. Who floods many
 * rooms loses what they said themselves; the bound of all is for many who do. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"

/* Of one room, however large the messages are. */
#define MAX_OF_ROOM (512 * 1024)

/* Whoever said something that is still remembered. */
struct author {
	struct nx_list pasts;
	size_t bytes;
	size_t jid_len;
	char jid[];                     /* bare */
};

static size_t size_of(size_t len)
{
	return sizeof(struct past) + len + 1;
}

static size_t limit(const struct muc *muc, const char *option)
{
	return (size_t)nx_conf_int(muc->mod->server->conf, NULL, option);
}

/* ---- authors ---- */

static struct author *author_get(struct muc *muc, const char *jid, size_t jid_len)
{
	struct author *author = nx_map_find(muc->authors, jid, jid_len);

	if (author)
		return author;
	author = nx_mem_new(sizeof(*author) + jid_len);
	nx_list_init(&author->pasts);
	author->jid_len = jid_len;
	memcpy(author->jid, jid, jid_len);
	nx_map_set(muc->authors, author->jid, jid_len, author);
	return author;
}

static void forget_if_silent(struct muc *muc, struct author *author)
{
	if (!nx_list_is_empty(&author->pasts))
		return;
	nx_map_remove(muc->authors, author->jid, author->jid_len);
	nx_mem_free(author);
}

/* ---- messages ---- */

void muc_past_drop(struct past *past)
{
	struct nx_room *room = past->room;
	struct author *author = past->author;

	nx_list_remove(&past->in_room);
	nx_list_remove(&past->in_all);
	nx_list_remove(&past->in_author);
	room->history_count--;
	room->history_bytes -= past->len;
	room->muc->past_bytes -= size_of(past->len);
	author->bytes -= size_of(past->len);
	nx_mem_free(past);
	forget_if_silent(room->muc, author);
}

static struct past *past_new(struct nx_room *room, struct author *author, int64_t at_ms, uint64_t id, const char *xml, size_t len)
{
	struct past *past = nx_mem_new(size_of(len));

	past->room = room;
	past->author = author;
	past->at_ms = at_ms;
	past->id = id;
	past->len = len;
	memcpy(past->xml, xml, len);
	room->history_count++;
	room->history_bytes += len;
	room->muc->past_bytes += size_of(len);
	author->bytes += size_of(len);
	return past;
}

/* The newest message stays, so its room and its author do. */
static void make_space(struct muc *muc, const struct past *newest)
{
	const struct nx_room *room = newest->room;
	const struct author *author = newest->author;

	while (author->bytes > limit(muc, "muc_history_user_max") && author->pasts.head.next != &newest->in_author)
		muc_past_drop(NX_LIST_FIRST(&author->pasts, struct past, in_author));
	while (muc->past_bytes > limit(muc, "muc_history_max") && muc->pasts.head.next != &newest->in_all)
		muc_past_drop(NX_LIST_FIRST(&muc->pasts, struct past, in_all));
	while ((room->history_count > room->config->history || room->history_bytes > MAX_OF_ROOM) &&
	       room->history.head.next != &newest->in_room)
		muc_past_drop(NX_LIST_FIRST(&room->history, struct past, in_room));
}

void muc_past_add(struct nx_room *room, const char *author, size_t author_len, int64_t at_ms, uint64_t id, const char *xml, size_t len)
{
	struct muc *muc = room->muc;
	struct past *past = past_new(room, author_get(muc, author, author_len), at_ms, id, xml, len);

	nx_list_append(&room->history, &past->in_room);
	nx_list_append(&muc->pasts, &past->in_all);
	nx_list_append(&past->author->pasts, &past->in_author);
	make_space(muc, past);
}

/* It is taken for older than all that was said since the room was read; that it comes from the archive makes it the first to go. */
bool muc_past_restore(struct nx_room *room, const char *author_jid, size_t author_len, int64_t at_ms, uint64_t id, const char *xml,
		      size_t len)
{
	struct muc *muc = room->muc;
	struct author *author = author_get(muc, author_jid, author_len);
	bool has_space = room->history_bytes + len <= MAX_OF_ROOM &&
			 author->bytes + size_of(len) <= limit(muc, "muc_history_user_max") &&
			 muc->past_bytes + size_of(len) <= limit(muc, "muc_history_max");

	if (has_space) {
		struct past *past = past_new(room, author, at_ms, id, xml, len);

		nx_list_prepend(&room->history, &past->in_room);
		nx_list_prepend(&muc->pasts, &past->in_all);
		nx_list_prepend(&author->pasts, &past->in_author);
	}
	forget_if_silent(muc, author);
	return has_space;
}
