/* Rooms made and entered in one line (room.h): what these steps look like is told by stories of their own. */
#include "room.h"

#include <string.h>

#include "actor.h"
#include "base/buf.h"
#include "base/str.h"
#include "stage.h"
#include "story.h"
#include "xml/tree.h"
#include "xmpp/ns.h"

#define SERVICE "conference." STAGE_HOST

static void say(struct actor *actor, struct nx_buf *text)
{
	actor_send(actor, text->data, text->len);
	nx_buf_done(text);
	stage_settle(actor->stage);
}

static bool is_from(const struct item *item, const char *room)
{
	const char *from = item->kind == ITEM_ELEMENT ? nx_xml_attr(item->el, "from") : NULL;

	return from && nx_str_has_prefix(from, room) && nx_str_has_prefix(from + strlen(room), "@" SERVICE);
}

static void forget(struct actor *actor, const char *room)
{
	struct item *item;

	NX_LIST_EACH(&actor->inbox, struct item, link, item) {
		if (!is_from(item, room))
			continue;
		if (nx_str_eq(nx_xml_attr(item->el, "type"), "error"))
			stage_fail(actor->stage, "%s got an error from the room:\n%s", actor->name, item->text);
		actor_drop(item);
	}
}

static void all_forget(struct stage *stage, const char *room)
{
	struct actor *actor;

	NX_LIST_EACH(&stage->actors, struct actor, link, actor)
		forget(actor, room);
}

/* "coven as firstwitch" */
static const char *join(struct actor *actor, char **args)
{
	const char *room = story_word(args), *as = story_word(args), *nick = story_word(args);
	struct nx_buf text = NX_BUF_INIT;

	if (!nx_str_eq(as, "as") || !*nick)
		stage_fail(actor->stage, "write: NAME enters ROOM as NICKNAME");
	nx_buf_printf(&text, "<presence to='%s@" SERVICE "/%s'><x xmlns='http://jabber.org/protocol/muc'/></presence>", room, nick);
	say(actor, &text);
	return room;
}

static void add_field(struct nx_buf *text, struct actor *actor, const char *field)
{
	const char *equals = strchr(field, '=');

	if (!equals)
		stage_fail(actor->stage, "write fields as persistentroom=1, not %s", field);
	nx_buf_printf(text, "<field var='%s%.*s'><value>%s</value></field>", strchr(field, '#') ? "" : "muc#roomconfig_",
		      (int)(equals - field), field, equals + 1);
}

void room_make(struct actor *actor, char *args)
{
	const char *room = join(actor, &args), *field;
	struct nx_buf text = NX_BUF_INIT;

	nx_buf_printf(&text, "<iq type='set' id='make' to='%s@" SERVICE "'><query xmlns='http://jabber.org/protocol/muc#owner'>"
		      "<x xmlns='" NX_NS_DATA_FORM "' type='submit'>", room);
	while (*(field = story_word(&args)))
		add_field(&text, actor, field);
	nx_buf_puts(&text, "</x></query></iq>");
	say(actor, &text);
	all_forget(actor->stage, room);
}

void room_enter(struct actor *actor, char *args)
{
	all_forget(actor->stage, join(actor, &args));
}
