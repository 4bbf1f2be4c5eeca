/* What was said before one came, and the subject (XEP-0045 sections 7.2.13 to 7.2.15). A room keeps the last messages in memory as they
 * were sent; a room that comes into memory gets them from its archive, if it has one. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/clock.h"
#include "service/archive.h"
#include "xml/reader.h"

void muc_history_remove(struct nx_room *room, uint64_t id)
{
	struct past *past;

	NX_LIST_EACH(&room->history, struct past, in_room, past) {
		if (past->id == id)
			muc_past_drop(past);
	}
}

void muc_history_clear(struct nx_room *room)
{
	struct past *past;

	NX_LIST_EACH(&room->history, struct past, in_room, past)
		muc_past_drop(past);
	room->is_history_cut = false;
}

void muc_history_add(struct nx_room *room, const struct nx_jid *author, int64_t at_ms, uint64_t id, const char *xml)
{
	if (room->config->history == 0)
		muc_history_clear(room);
	else
		muc_past_add(room, author->full, author->bare_len, at_ms, id, xml, strlen(xml));
}

/* Nothing older comes behind one for which there was no space: a history has no holes. */
void muc_history_restore(struct nx_room *room, const char *author, uint64_t id, const char *xml, size_t len)
{
	if (!room->is_history_cut)
		room->is_history_cut = !muc_past_restore(room, author, strcspn(author, "/"), nx_archive_time_ms(id), id, xml, len);
}

/* ---- how much of it ---- */

/* What the client asks for at most (7.2.14). */
struct wish {
	int64_t chars, stanzas, since_ms;
};

static void read_number(const struct nx_xml *history, const char *name, int64_t *value)
{
	int64_t number;

	if (nx_xml_attr(history, name) && nx_str_to_i64(nx_xml_attr(history, name), 0, INT32_MAX, &number) == 0)
		*value = number;
}

static struct wish read_wish(const struct nx_room *room, const struct nx_xml *join, int64_t now_ms)
{
	const struct nx_xml *history = nx_xml_child(join, NX_NS_MUC, "history");
	struct wish wish = { INT64_MAX, history ? INT64_MAX : room->config->usual_history, muc_archive_since_ms(room) };
	int64_t seconds = -1, since_ms;

	if (!history)
		return wish;
	read_number(history, "maxchars", &wish.chars);
	read_number(history, "maxstanzas", &wish.stanzas);
	read_number(history, "seconds", &seconds);
	if (seconds >= 0 && now_ms - seconds * 1000 > wish.since_ms)
		wish.since_ms = now_ms - seconds * 1000;
	if (nx_xml_attr(history, "since") && nx_datetime_parse(nx_xml_attr(history, "since"), &since_ms) == 0 && since_ms > wish.since_ms)
		wish.since_ms = since_ms;
	return wish;
}

/* The oldest of the newest that fit; NULL: none. */
static struct past *find_first(const struct nx_room *room, struct wish wish)
{
	struct past *first = NULL;

	for (struct nx_link *link = room->history.head.prev; link != &room->history.head; link = link->prev) {
		struct past *past = NX_CONTAINER(link, struct past, in_room);

		wish.chars -= (int64_t)past->len;
		if (wish.chars < 0 || wish.stanzas-- <= 0 || past->at_ms < wish.since_ms)
			break;
		first = past;
	}
	return first;
}

/* ---- sending ---- */

/* An owner who brings an older conversation along has said when it was (7.9). */
static void add_delay(struct nx_xml *message, const struct nx_room *room, int64_t at_ms)
{
	if (nx_xml_child(message, NX_NS_DELAY, "delay"))
		return;
	struct nx_xml *delay = nx_xml_add(message, NX_NS_DELAY, "delay");
	char stamp[NX_DATETIME_SIZE];

	nx_datetime_format(stamp, at_ms, true);
	nx_xml_set(delay, "from", room->jid.full);
	nx_xml_set(delay, "stamp", stamp);
}

void muc_history_send(struct nx_event *ev, const struct nx_room_client *to, const struct nx_xml *join)
{
	const struct nx_room *room = to->occupant->room;
	struct past *past = find_first(room, read_wish(room, join, nx_clock_wall_ms(ev->server->clock)));

	for (struct nx_link *link = past ? &past->in_room : NULL; link && link != &room->history.head; link = link->next) {
		past = NX_CONTAINER(link, struct past, in_room);
		struct nx_xml *message = nx_xml_parse_stanza(ev->server->parsers, ev->pool, past->xml, past->len, NULL);

		if (!message)
			continue;
		add_delay(message, room, past->at_ms);
		muc_send_to_client(ev, to, message);
	}
}

/* 7.2.15: also an empty one, and then without a time when nobody ever set it. */
void muc_subject_send(struct nx_event *ev, const struct nx_room_client *to)
{
	const struct nx_room *room = to->occupant->room;
	struct nx_xml *message = muc_message_from(ev->pool, &room->jid, "groupchat");

	if (room->subject) {
		struct nx_jid by = nx_jid_join(ev->pool, room->local, room->component->name, room->subject_nick);

		nx_xml_set(message, "from", by.full);
	}
	nx_xml_text(nx_xml_add(message, NULL, "subject"), room->subject ? room->subject : "");
	if (room->subject)
		add_delay(message, room, room->subject_at_ms);
	muc_send_to_client(ev, to, message);
}
