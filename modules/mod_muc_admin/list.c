/* What administrators look at: the rooms, one of them, who belongs to it, who is in it. */
#include "mod_muc_admin/admin.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"

const struct nx_statement muc_admin_statements[] = {
	/* mod_muc's tables. */
	[ADMIN_LIST] = { "muc_admin.list",
		"SELECT r.host, r.local, n.value, r.created_at,"
		" (SELECT COUNT(*) FROM room_affiliations o WHERE o.host = r.host AND o.local = r.local AND o.affiliation = 'owner'),"
		" (SELECT COUNT(*) FROM room_affiliations m WHERE m.host = r.host AND m.local = r.local AND m.affiliation <> 'outcast')"
		" FROM rooms r LEFT JOIN room_settings n ON n.host = r.host AND n.local = r.local AND n.field = 'muc#roomconfig_roomname'"
		" ORDER BY r.host, r.local" },
	[ADMIN_HAS_ACCOUNT] = { "muc_admin.has_account", "SELECT 1 FROM users WHERE host = $1 AND local = $2" },
	{ NULL, NULL }
};

/* The sentence goes first, and it is known last. */
static json_t *begin(struct nx_call *call, const char *key)
{
	json_t *rows = json_array();

	nx_call_message(call, "%s", "");
	json_object_set_new(nx_call_result(call), key, rows);
	return rows;
}

static void end(struct nx_call *call, const json_t *rows, const char *one, const char *many)
{
	size_t count = json_array_size(rows);

	nx_call_message(call, "%zu %s", count, count == 1 ? one : many);
	nx_call_done(call);
}

/* ---- room list ---- */

struct listing {
	struct nx_call *call;
	struct nx_module *mod;
	const struct nx_host *host;     /* NULL: all */
	bool is_ownerless;              /* only rooms without an owner */
	json_t *rows;
};

static bool is_listed(const struct listing *listing, const struct nx_component *component, int64_t owners)
{
	return component && (!listing->host || component->host == listing->host) && (!listing->is_ownerless || owners == 0);
}

static void add_room(struct listing *listing, const char *jid, const char *name, const char *kind, unsigned occupants, int64_t owners,
		     int64_t members, int64_t created_at_ms)
{
	json_array_append_new(listing->rows, json_pack("{s:s, s:s, s:s, s:i, s:i, s:i, s:o}", "room", jid, "name", name ? name : "", "kind", kind,
						       "occupants", (int)occupants, "owners", (int)owners, "members", (int)members,
						       "created_at", nx_call_time(created_at_ms)));
}

static void stored_row(void *ctx, const struct nx_row *row)
{
	struct listing *listing = ctx;
	struct nx_server *server = listing->mod->server;
	const struct nx_jid jid = nx_jid_join(nx_call_pool(listing->call), nx_row_text(row, 1), nx_row_text(row, 0), NULL);
	const struct nx_room *here = nx_rooms(server)->find(listing->mod, &jid);

	if (is_listed(listing, nx_component_find(server, nx_row_text(row, 0), nx_row_len(row, 0)), nx_row_int(row, 4)))
		add_room(listing, jid.full, nx_row_text(row, 2), "persistent", here ? here->occupant_count : 0, nx_row_int(row, 4),
			 nx_row_int(row, 5), nx_row_int(row, 3));
}

static unsigned count(const struct nx_room *room, enum nx_affiliation least, enum nx_affiliation most)
{
	const struct nx_room_member *member;
	struct nx_map_iter it = {0};
	unsigned found = 0;

	while ((member = nx_map_next(room->members, &it)))
		found += member->affiliation >= least && member->affiliation <= most;
	return found;
}

static void add_temporary(struct nx_module *mod, struct nx_room *room, const void *arg)
{
	struct listing *listing = *(struct listing *const *)arg;
	unsigned owners = count(room, NX_AFF_OWNER, NX_AFF_OWNER);

	(void)mod;
	if (!room->config->is_persistent && is_listed(listing, room->component, owners))
		add_room(listing, room->jid.full, room->config->name, "temporary", room->occupant_count, owners, count(room, NX_AFF_MEMBER, NX_AFF_OWNER),
			 room->created_at_ms);
}

static void listed(void *ctx, const struct nx_result *result)
{
	struct listing *listing = ctx;

	if (result->err) {
		nx_call_fail_error(listing->call, result->err);
		return;
	}
	nx_rooms(listing->mod->server)->each(listing->mod, add_temporary, &listing);
	end(listing->call, listing->rows, "room", "rooms");
}

void room_list(struct nx_module *mod, struct nx_call *call)
{
	struct listing *listing = NX_NEW(nx_call_pool(call), struct listing);
	struct nx_host *host = NULL;

	if (nx_call_host(call, &host) < 0)
		return;
	*listing = (struct listing){ call, mod, host, nx_call_flag(call, "ownerless"), begin(call, "rooms") };
	nx_store_query(mod->server->store, mod->data, stored_row, listed, listing, mod->statements, ADMIN_LIST, "");
}

/* ---- people ---- */

static int compare_people(const void *a, const void *b)
{
	const struct nx_room_member *one = *(const struct nx_room_member *const *)a, *other = *(const struct nx_room_member *const *)b;

	if (one->affiliation != other->affiliation)
		return one->affiliation > other->affiliation ? -1 : 1;
	return strcmp(one->jid, other->jid);
}

/* Owners first, outcasts last, by address; NULL ends. */
static const struct nx_room_member *const *people_of(const struct task *task)
{
	const struct nx_room *room = task_room(task);
	size_t count = nx_map_count(room->members), i = 0;
	const struct nx_room_member **list = NX_NEW_ARRAY(nx_call_pool(task->call), const struct nx_room_member *, count + 1);
	struct nx_map_iter it = {0};

	while (i < count)
		list[i++] = nx_map_next(room->members, &it);
	qsort(list, count, sizeof(*list), compare_people);
	return list;
}

/* ---- room show ---- */

static json_t *people_with(const struct task *task, enum nx_affiliation affiliation)
{
	const struct nx_room_member *const *member = people_of(task);
	json_t *list = json_array();

	for (; *member; member++) {
		if ((*member)->affiliation == affiliation)
			json_array_append_new(list, json_string((*member)->jid));
	}
	return list;
}

static void show(struct task *task, const struct nx_xml *form)
{
	const struct nx_room *room = task_room(task);
	const struct nx_room_config *config = room->config;
	json_t *result = nx_call_result(task->call);

	(void)form;
	nx_call_message(task->call, "%s", room->jid.full);
	json_object_update_new(result, json_pack("{s:s, s:s, s:s?, s:o, s:s}", "name", config->name, "description", config->description,
						 "subject", room->subject, "created_at", nx_call_time(room->created_at_ms), "kind",
						 config->is_persistent ? "persistent" : "temporary"));
	json_object_update_new(result, json_pack("{s:b, s:b, s:b, s:b, s:b}", "public", config->is_public, "members_only", config->is_members_only,
						 "moderated", config->is_moderated, "needs_password", config->needs_password, "archived",
						 nx_rooms(task->mod->server)->has_archive(room)));
	json_object_update_new(result, json_pack("{s:i, s:i, s:i, s:o, s:o}", "occupants", (int)room->occupant_count,
						 "members", (int)count(room, NX_AFF_MEMBER, NX_AFF_OWNER), "banned",
						 (int)count(room, NX_AFF_OUTCAST, NX_AFF_OUTCAST), "admins",
						 people_with(task, NX_AFF_ADMIN), "owners", people_with(task, NX_AFF_OWNER)));
	nx_call_done(task->call);
}

void room_show(struct nx_module *mod, struct nx_call *call)
{
	task_load(task_new(mod, call), show);
}

/* ---- room people, room occupants ---- */

static void show_people(struct task *task, const struct nx_xml *form)
{
	const struct nx_room_member *const *member = people_of(task);
	const struct nx_rooms_service *rooms = nx_rooms(task->mod->server);
	const char *only = nx_call_str(task->call, "affiliation");
	json_t *rows = begin(task->call, "people");

	(void)form;
	for (; *member; member++) {
		const char *affiliation = rooms->affiliation_name((*member)->affiliation);

		if (!only || nx_str_eq(only, affiliation))
			json_array_append_new(rows, json_pack("{s:s, s:s, s:s?, s:s?}", "jid", (*member)->jid, "affiliation", affiliation,
							      "nick", (*member)->nick, "reason", (*member)->reason));
	}
	end(task->call, rows, "person", "people");
}

void room_people(struct nx_module *mod, struct nx_call *call)
{
	task_load(task_new(mod, call), show_people);
}

static void show_occupants(struct task *task, const struct nx_xml *form)
{
	static const char *const roles[] = {
		[NX_ROLE_NONE] = "none", [NX_ROLE_VISITOR] = "visitor", [NX_ROLE_PARTICIPANT] = "participant", [NX_ROLE_MODERATOR] = "moderator",
	};
	const struct nx_rooms_service *rooms = nx_rooms(task->mod->server);
	json_t *rows = begin(task->call, "occupants");
	const struct nx_occupant *occupant;
	const struct nx_room_client *client;

	(void)form;
	NX_LIST_EACH(&task_room(task)->clients, const struct nx_room_client, in_room, client) {
		occupant = client->occupant;
		json_array_append_new(rows, json_pack("{s:s, s:s, s:s, s:s}", "nick", occupant->nick, "jid", client->jid.full, "affiliation",
						      rooms->affiliation_name(occupant->affiliation), "role", roles[occupant->role]));
	}
	end(task->call, rows, "client", "clients");
}

void room_occupants(struct nx_module *mod, struct nx_call *call)
{
	task_load(task_new(mod, call), show_occupants);
}
