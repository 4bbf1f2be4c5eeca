/* The commands that make hats and give them to people (XEP-0317 sections 3.2 to 3.7, XEP-0050). Each has at most one form; nothing is remembered
 * between asking for it and sending it, so a client may also send it at once (section 3.3). */
#include "mod_muc_hats/hats.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/rand.h"
#include "xmpp/dataform.h"

#define NODE "urn:xmpp:hats:commands:"
#define FORM_TYPE "urn:xmpp:hats:commands"
#define MAX_TITLE 100
#define MAX_URI 500

struct command {
	const char *node, *name;
	enum nx_affiliation least;
	const char *title;                      /* of the form */
	bool has_jid, has_title, has_choice;    /* its fields; the URI is typed or chosen */
	int what;                               /* of the change; -1: it lists */
	struct nx_xml *(*list)(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
};

/* ---- answering ---- */

static enum nx_verdict answer(struct nx_event *ev, const char *node, const char *status, struct nx_xml *x)
{
	struct nx_xml *command = nx_xml_new(ev->pool, NS_COMMANDS, "command");
	const char *session = nx_xml_attr(ev->payload, "sessionid");
	char fresh[17];

	nx_rand_name(fresh, sizeof(fresh) - 1);
	nx_xml_set(command, "node", node);
	nx_xml_set(command, "sessionid", session ? session : fresh);
	nx_xml_set(command, "status", status);
	if (x)
		nx_xml_append(command, x);
	return nx_event_answer(ev, command);
}

static enum nx_verdict ask(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const struct command *command)
{
	struct nx_xml *form = nx_form_new(ev->pool, NX_FORM_FORM, command->title, NULL, FORM_TYPE), *field;
	const struct hats *hats = hats_of(mod, room);
	const struct hat *hat;

	if (command->has_jid)
		nx_form_require(nx_form_add(form, NX_FIELD_JID_SINGLE, "hats#jid", "Address of the user"));
	if (command->has_title)
		nx_form_require(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "hats#title", "Title of the hat"));
	field = nx_form_add(form, command->has_choice ? NX_FIELD_LIST_SINGLE : NX_FIELD_TEXT_SINGLE, "hats#uri",
			    command->has_choice ? "Hat" : "URI of the hat");
	nx_form_require(field);
	if (command->has_choice) {
		NX_LIST_EACH(&hats->list, struct hat, link, hat)
			nx_form_option(field, hat->title, hat->uri);
	}
	if (command->has_title)
		nx_form_add(form, NX_FIELD_TEXT_SINGLE, "hats#hue", "Hue of the hat, 0 to 360");
	return answer(ev, command->node, "executing", form);
}

/* ---- lists ---- */

static struct nx_xml *new_list(struct nx_event *ev, const char *title, bool has_jid)
{
	struct nx_xml *form = nx_form_new(ev->pool, NX_FORM_RESULT, title, NULL, NULL), *reported = nx_form_reported(form);

	if (has_jid)
		nx_form_add(reported, NX_FIELD_JID_SINGLE, "hats#jid", "User");
	nx_form_add(reported, NX_FIELD_TEXT_SINGLE, "hats#title", "Title");
	nx_form_add(reported, NX_FIELD_TEXT_SINGLE, "hats#uri", "URI");
	nx_form_add(reported, NX_FIELD_TEXT_SINGLE, "hats#hue", "Hue");
	return form;
}

static void add_row(struct nx_xml *form, const struct hat *hat, const char *jid)
{
	struct nx_xml *item = nx_form_item(form);

	if (jid)
		nx_form_cell(item, "hats#jid", jid);
	nx_form_cell(item, "hats#title", hat->title);
	nx_form_cell(item, "hats#uri", hat->uri);
	nx_form_cell(item, "hats#hue", hat->hue);
}

static struct nx_xml *list_hats(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct hats *hats = hats_of(mod, room);
	struct nx_xml *form = new_list(ev, "Hats", false);
	const struct hat *hat;

	NX_LIST_EACH(&hats->list, struct hat, link, hat)
		add_row(form, hat, NULL);
	return form;
}

static struct nx_xml *list_assigned(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct hats *hats = hats_of(mod, room);
	struct nx_xml *form = new_list(ev, "Hats and who wears them", true);
	const struct hat *hat;

	NX_LIST_EACH(&hats->list, struct hat, link, hat) {
		struct nx_map_iter it = {0};
		const char *wearer;

		while ((wearer = nx_map_next(hat->wearers, &it)))
			add_row(form, hat, wearer);
	}
	return form;
}

/* ---- changes ---- */

/* A number of degrees, as a client wrote it. */
static bool is_hue(const char *text)
{
	char *end;
	double hue;

	if (strlen(text) > 12 || text[strspn(text, "0123456789.")] != '\0')
		return false;
	hue = strtod(text, &end);
	return *text && *end == '\0' && hue <= 360.0;
}

static enum nx_verdict read_hat(struct nx_event *ev, const struct nx_form *form, struct hat_change *change)
{
	if (nx_form_str(form, "hats#title", &change->title, &ev->error) < 0 || nx_form_str(form, "hats#hue", &change->hue, &ev->error) < 0)
		return NX_REFUSE;
	if (!change->title || !*change->title || strlen(change->title) > MAX_TITLE)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A hat has a title of at most %d bytes", MAX_TITLE);
	if (!nx_str_is_uri(change->uri) || strlen(change->uri) > MAX_URI)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A hat has a URI, such as https://school.example/hats#teacher");
	if (change->hue && !*change->hue)
		change->hue = NULL;
	if (change->hue && !is_hue(change->hue))
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A hue is a number from 0 to 360");
	return NX_PASS;
}

static enum nx_verdict read_wearer(struct nx_event *ev, const struct nx_form *form, struct hat_change *change)
{
	struct nx_jid jid;

	if (nx_form_jid(ev->pool, form, "hats#jid", &jid, &ev->error) <= 0 || !nx_jid_has_local(&jid))
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "Say who shall wear the hat: the address of a user");
	change->jid = nx_jid_bare_str(ev->pool, &jid);
	return NX_PASS;
}

static enum nx_verdict check_change(struct nx_event *ev, const struct hats *hats, const struct hat_change *change)
{
	const struct hat *hat = hats_find(hats, change->uri);

	if (change->what == HAT_CREATE && !hat && hats->count >= HATS_MAX)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "A room has at most %d hats", HATS_MAX);
	if (change->what != HAT_CREATE && !hat)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This room has no such hat");
	if (change->what == HAT_ASSIGN && nx_map_count(hat->wearers) >= HATS_MAX_WEARERS)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "At most %d people wear the same hat", HATS_MAX_WEARERS);
	return NX_PASS;
}

/* Those whom a change concerns. For a hat that goes: asked before it is gone. */
static bool concerns(const struct hat_change *change, const struct hat *hat, const struct nx_occupant *occupant)
{
	return change->jid ? nx_str_eq(change->jid, occupant->real.full) : hat && hats_wears(hat, &occupant->real);
}

static enum nx_verdict changed(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);
	const struct hat_change *change = rooms->kept(ev);
	const struct hat *hat = hats_find(hats_of(mod, room), change->uri);
	struct nx_occupant **again = NX_NEW_ARRAY(ev->pool, struct nx_occupant *, room->occupant_count + 1), *occupant;
	size_t count = 0;

	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (concerns(change, hat, occupant))
			again[count++] = occupant;
	}
	hats_change(mod, room, change);
	answer(ev, nx_xml_attr(ev->payload, "node"), "completed", NULL);
	if (!change->jid)       /* section 3.2, last paragraph */
		rooms->tell_changed(ev, room);
	for (size_t i = 0; i < count; i++)
		rooms->show_again(ev, again[i]);
	return NX_DONE;
}

static enum nx_verdict submit(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const struct command *command,
			      const struct nx_form *form)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct hat_change *change = NX_NEW(ev->pool, struct hat_change);
	enum nx_verdict verdict = NX_PASS;

	change->what = command->what;
	if (nx_form_str(form, "hats#uri", &change->uri, &ev->error) < 0)
		return NX_REFUSE;
	if (!change->uri || !*change->uri)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "Say which hat: hats#uri");
	if (command->has_title)
		verdict = read_hat(ev, form, change);
	if (command->has_jid)
		verdict = read_wearer(ev, form, change);
	if (verdict == NX_PASS)
		verdict = check_change(ev, hats_of(mod, room), change);
	if (verdict != NX_PASS)
		return verdict;
	struct nx_job *job = rooms->job(room);

	if (job)
		hats_store(mod, room, job, change);
	rooms->keep(ev, change);
	return rooms->commit(mod, ev, room, &job, changed);
}

/* ---- the commands ---- */

static const struct command commands[] = {
	{ .node = NODE "create", .name = "Create or change a hat", .least = NX_AFF_ADMIN, .title = "Creating a hat", .has_title = true,
	  .what = HAT_CREATE },
	{ .node = NODE "destroy", .name = "Destroy a hat", .least = NX_AFF_ADMIN, .title = "Destroying a hat", .has_choice = true,
	  .what = HAT_DESTROY },
	{ .node = NODE "assign", .name = "Give somebody a hat", .least = NX_AFF_ADMIN, .title = "Assigning a hat", .has_jid = true,
	  .has_choice = true, .what = HAT_ASSIGN },
	{ .node = NODE "unassign", .name = "Take a hat from somebody", .least = NX_AFF_ADMIN, .title = "Removing a hat", .has_jid = true,
	  .has_choice = true, .what = HAT_UNASSIGN },
	{ .node = NODE "list", .name = "List the hats", .least = NX_AFF_NONE, .what = -1, .list = list_hats },
	{ .node = NODE "list-assigned", .name = "List who wears which hat", .least = NX_AFF_ADMIN, .what = -1, .list = list_assigned },
};
#define COUNT (sizeof(commands) / sizeof(commands[0]))

static const struct command *find(const char *node)
{
	for (size_t i = 0; i < COUNT; i++) {
		if (nx_str_eq(commands[i].node, node))
			return &commands[i];
	}
	return NULL;
}

/* What anybody may know, those who are in the room or belong to it may. */
static bool may(const struct nx_event *ev, const struct nx_room *room, const struct command *command)
{
	enum nx_affiliation affiliation = nx_rooms(ev->server)->affiliation_of(room, &ev->from);

	if (command->least == NX_AFF_NONE)
		return affiliation >= NX_AFF_MEMBER || nx_rooms(ev->server)->find_client(room, &ev->from);
	return affiliation >= command->least;
}

enum nx_verdict hats_command(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct command *command = find(nx_xml_attr(ev->payload, "node"));
	const struct nx_xml *x = nx_xml_child(ev->payload, NX_NS_DATA_FORM, "x");
	struct nx_form form = { .type = NX_FORM_FORM };

	if (!nx_room_exists(room) || !command)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room, or no such command");
	if (!hats_are_worn(room))
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "Nobody wears hats in this room; its owners can change that");
	if (!may(ev, room, command))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only admins of the room may do that");
	if (nx_str_eq(nx_xml_attr(ev->payload, "action"), "cancel"))
		return answer(ev, command->node, "canceled", NULL);
	if (command->list)
		return answer(ev, command->node, "completed", command->list(mod, ev, room));
	if (x && nx_form_read(ev->pool, x, &form, &ev->error) < 0)
		return NX_REFUSE;
	return form.type == NX_FORM_SUBMIT ? submit(mod, ev, room, command, &form) : ask(mod, ev, room, command);
}

void hats_list_commands(struct nx_event *ev, const struct nx_room *room, struct nx_xml *query)
{
	for (size_t i = 0; i < COUNT; i++) {
		if (!may(ev, room, &commands[i]))
			continue;
		struct nx_xml *item = nx_xml_add(query, NULL, "item");

		nx_xml_set(item, "jid", room->jid.full);
		nx_xml_set(item, "node", commands[i].node);
		nx_xml_set(item, "name", commands[i].name);
	}
}

bool hats_describe_command(const char *node, struct nx_xml *query)
{
	const struct command *command = find(node);
	struct nx_xml *identity;

	if (!command)
		return false;
	identity = nx_xml_add(query, NULL, "identity");
	nx_xml_set(identity, "category", "automation");
	nx_xml_set(identity, "type", "command-node");
	nx_xml_set(identity, "name", command->name);
	nx_disco_add_feature(query, NS_COMMANDS);
	return true;
}
