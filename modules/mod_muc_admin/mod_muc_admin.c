/* mod_muc_admin: administrators' commands for rooms (core/command.h): nexactl room. ask.c reaches the rooms, list.c looks at
 * them, config.c makes and configures them; what changes people, and destroying, is here, with the rows at the end. */
#include "mod_muc_admin/admin.h"

/* ---- room destroy ---- */

static void room_destroy(struct nx_module *mod, struct nx_call *call)
{
	struct task *task = task_new(mod, call);
	struct nx_xml *query, *destroy;

	if (!task)
		return;
	query = task_query(task, NX_NS_MUC_OWNER);
	destroy = nx_xml_add(query, NULL, "destroy");
	if (nx_call_jid(call, "alternate"))
		nx_xml_set(destroy, "jid", nx_call_jid(call, "alternate")->full);
	nx_xml_add_text(destroy, "reason", nx_call_str(call, "reason"));
	nx_call_message(call, "The room %s is no more", task->room.full);
	task_ask(task, NX_TYPE_SET, query, task_done);
}

/* ---- room affiliation, room role, room kick ---- */

static struct nx_xml *add_item(struct nx_xml *query, const char *reason)
{
	struct nx_xml *item = nx_xml_add(query, NULL, "item");

	nx_xml_add_text(item, "reason", reason);
	return item;
}

static void room_affiliation(struct nx_module *mod, struct nx_call *call)
{
	const char *jid = nx_call_jid(call, "jid")->full, *affiliation = nx_call_str(call, "affiliation");
	struct task *task = task_new(mod, call);
	struct nx_xml *query, *item;

	if (!task)
		return;
	query = task_query(task, NX_NS_MUC_ADMIN);
	item = add_item(query, nx_call_str(call, "reason"));
	nx_xml_set(item, "jid", jid);
	nx_xml_set(item, "affiliation", affiliation);
	nx_xml_set(item, "nick", nx_call_str(call, "nick"));
	nx_call_message(call, "The affiliation of %s to %s is %s now", jid, task->room.full, affiliation);
	task_ask(task, NX_TYPE_SET, query, task_done);
}

static void change_role(struct task *task, const char *role)
{
	struct nx_call *call = task->call;
	struct nx_xml *query = task_query(task, NX_NS_MUC_ADMIN), *item = add_item(query, nx_call_str(call, "reason"));

	nx_xml_set(item, "nick", nx_call_str(call, "nick"));
	nx_xml_set(item, "role", role);
	task_ask(task, NX_TYPE_SET, query, task_done);
}

static void room_role(struct nx_module *mod, struct nx_call *call)
{
	struct task *task = task_new(mod, call);

	if (!task)
		return;
	nx_call_message(call, "The role of %s in %s is %s now", nx_call_str(call, "nick"), task->room.full, nx_call_str(call, "role"));
	change_role(task, nx_call_str(call, "role"));
}

static void room_kick(struct nx_module *mod, struct nx_call *call)
{
	struct task *task = task_new(mod, call);

	if (!task)
		return;
	nx_call_message(call, "%s was put out of %s, and may come back", nx_call_str(call, "nick"), task->room.full);
	change_role(task, "none");
}

/* ---- rows ---- */

#define PARAM_ROOM { "room", NX_PARAM_JID, true, "the room, as name@domain" }
#define PARAM_NICK { "nick", NX_PARAM_STRING, true, "the nickname, as it is in the room" }
#define PARAM_REASON { "reason", NX_PARAM_STRING, false, "what people in the room are told" }

static const struct nx_param list_params[] = {
	{ "host", NX_PARAM_STRING, false, "only rooms of this domain; all when not given" },
	{ "ownerless", NX_PARAM_FLAG, false, "only rooms that have no owner, because the account was deleted" },
	{ 0 }
};
static const struct nx_param room_params[] = { PARAM_ROOM, { 0 } };
static const struct nx_param people_params[] = {
	PARAM_ROOM, { "affiliation", NX_PARAM_STRING, false, "only those: owner, admin, member or outcast" },
	{ 0 }
};
static const struct nx_param create_params[] = {
	PARAM_ROOM, { "owner", NX_PARAM_ACCOUNT, true, "the account whose room it is" },
	{ "name", NX_PARAM_STRING, false, "what people see it called" },
	{ "description", NX_PARAM_STRING, false, "what it is for" },
	{ "members-only", NX_PARAM_FLAG, false, "only members may enter" },
	{ "hidden", NX_PARAM_FLAG, false, "it is in no list of rooms" },
	{ 0 }
};
static const struct nx_param set_params[] = {
	PARAM_ROOM, { "field", NX_PARAM_STRING, true, "the field, as room config shows it; muc#roomconfig_ may be left out" },
	{ "value", NX_PARAM_PRIVATE, true, "its value; 1 and 0 for yes and no, several with commas between them" },
	{ 0 }
};
static const struct nx_param password_params[] = {
	PARAM_ROOM, { "password", NX_PARAM_PASSWORD, true, "what everybody has to know who enters" },
	{ 0 }
};
static const struct nx_param destroy_params[] = {
	PARAM_ROOM, PARAM_REASON, { "alternate", NX_PARAM_JID, false, "the room to which people are sent instead" },
	{ 0 }
};
static const struct nx_param affiliation_params[] = {
	PARAM_ROOM, { "jid", NX_PARAM_JID, true, "whose it is; a whole domain for a ban" },
	{ "affiliation", NX_PARAM_STRING, true, "owner, admin, member, none, or outcast for a ban" },
	{ "nick", NX_PARAM_STRING, false, "the nickname that is reserved for them in the room" },
	PARAM_REASON,
	{ 0 }
};
static const struct nx_param role_params[] = {
	PARAM_ROOM, PARAM_NICK, { "role", NX_PARAM_STRING, true, "moderator, participant, or visitor for one without voice" },
	PARAM_REASON,
	{ 0 }
};
static const struct nx_param kick_params[] = { PARAM_ROOM, PARAM_NICK, PARAM_REASON, { 0 } };

static const struct nx_command admin_commands[] = {
	{ .name = "room list", .summary = "Lists the rooms", .params = list_params, .run = room_list },
	{ .name = "room show", .summary = "Shows a room", .params = room_params, .run = room_show },
	{ .name = "room people", .summary = "Lists who belongs to a room, or is banned from it", .params = people_params, .run = room_people },
	{ .name = "room occupants", .summary = "Lists who is in a room", .params = room_params, .run = room_occupants },
	{ .name = "room create", .summary = "Makes a room that stays", .params = create_params, .run = room_create },
	{ .name = "room config", .summary = "Shows how a room is configured", .params = room_params, .run = room_config },
	{ .name = "room set", .summary = "Changes one field of a room's configuration", .params = set_params, .run = room_set },
	{ .name = "room password", .summary = "Gives a room a password", .params = password_params, .run = room_password },
	{ .name = "room affiliation", .summary = "Makes somebody an owner, admin or member of a room, or bans them", .params = affiliation_params,
	  .run = room_affiliation },
	{ .name = "room role", .summary = "Gives or takes voice in a room, for who is in it", .params = role_params, .run = room_role },
	{ .name = "room kick", .summary = "Puts somebody out of a room", .params = kick_params, .run = room_kick },
	{ .name = "room destroy", .summary = "Destroys a room", .params = destroy_params, .run = room_destroy,
	  .confirm = "The room, the list of its members and all that was said in it are removed for good." },
	{ 0 }
};

/* ---- the module ---- */

static int admin_start(struct nx_module *mod, struct nx_error *err)
{
	struct nx_owner *owner = NX_NEW(mod->pool, struct nx_owner);

	(void)err;
	nx_owner_init(owner);
	mod->data = owner;
	return 0;
}

static void admin_stop(struct nx_module *mod)
{
	nx_owner_done(mod->data);
}

NX_MODULE(muc_admin) = {
	NX_MODULE_HEAD(muc_admin),
	.summary = "Administrators' commands for rooms", .needs = NX_LIST("muc"), .statements = muc_admin_statements,
	.commands = admin_commands, .start = admin_start, .stop = admin_stop,
};
