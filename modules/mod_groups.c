/* mod_groups: groups of the organisation, such as classes and teams, kept by administrators. Who is in which lies in the database alone;
 * statements of other modules read it through the view group_fellows (schema/006-groups.sql).
 *
 * A group belongs to a domain and has accounts of that domain as members. A name is what people read; two groups of one domain do not
 * have the same. */
#include "core/module.h"

#include <string.h>

#include "base/clock.h"
#include "base/error.h"

#define MAX_NAME_BYTES 200

enum { ADD, FIND, REMOVE, LIST, FIND_ACCOUNT, MEMBER_ADD, MEMBER_REMOVE, MEMBERS };

static const struct nx_statement groups_statements[] = {
	[ADD] = { "groups.add", "INSERT INTO groups (id, host, name, created_at) VALUES ($1, $2, $3, $4)" },
	[FIND] = { "groups.find", "SELECT id FROM groups WHERE host = $1 AND name = $2" },
	[REMOVE] = { "groups.remove", "DELETE FROM groups WHERE host = $1 AND name = $2" },
	[LIST] = { "groups.list",
		"SELECT g.name, g.host, g.created_at, COUNT(m.local) FROM groups g LEFT JOIN group_members m ON m.group_id = g.id "
		"WHERE $1 = '' OR g.host = $1 GROUP BY g.id, g.name, g.host, g.created_at ORDER BY g.host, g.name" },
	[FIND_ACCOUNT] = { "groups.find_account", "SELECT 1 FROM users WHERE host = $1 AND local = $2" },
	[MEMBER_ADD] = { "groups.member_add",
		"INSERT INTO group_members (group_id, host, local) SELECT g.id, u.host, u.local FROM groups g JOIN users u ON u.host = g.host "
		"WHERE g.host = $1 AND g.name = $2 AND u.local = $3 ON CONFLICT (group_id, host, local) DO NOTHING" },
	[MEMBER_REMOVE] = { "groups.member_remove",
		"DELETE FROM group_members WHERE host = $1 AND local = $3 "
		"AND group_id = (SELECT id FROM groups WHERE host = $1 AND name = $2)" },
	/* One row without a member for a group that has none. */
	[MEMBERS] = { "groups.members",
		"SELECT m.local FROM groups g LEFT JOIN group_members m ON m.group_id = g.id WHERE g.host = $1 AND g.name = $2 "
		"ORDER BY m.local" },
	{ NULL, NULL }
};

/* One command under way. */
struct task {
	struct nx_call *call;
	struct nx_host *host;
	const char *name;               /* of the group */
	const struct nx_jid *jid;       /* of the member; NULL: the command is about the group */
	const char *local;
	bool has_group, has_account;
};

static struct nx_owner *owner_of(struct task *task)
{
	return nx_call_module(task->call)->data;
}

/* NULL after the call has failed: the parameter host names none of our domains. */
static struct task *task_new(struct nx_call *call)
{
	struct nx_server *server = nx_call_server(call);
	struct task *task = NX_NEW(nx_call_pool(call), struct task);

	task->call = call;
	task->name = nx_call_str(call, "name");
	task->host = server->default_host;
	task->jid = nx_call_jid(call, "jid");
	if (task->jid) {
		task->host = nx_server_find_host_of(server, task->jid);
		task->local = nx_jid_local_str(nx_call_pool(call), task->jid);
	} else if (nx_call_host(call, &task->host) < 0) {
		return NULL;
	}
	return task;
}

static void fail_absent(struct task *task)
{
	nx_call_fail(task->call, NX_E_ITEM_NOT_FOUND, "There is no group %s on %s; nexactl group list shows them", task->name,
		     task->host->name);
}

static void finish(struct task *task, const struct nx_error *err)
{
	if (err)
		nx_call_fail_error(task->call, err);
	else
		nx_call_done(task->call);
}

static struct nx_job *job_new(struct task *task)
{
	return nx_job_new(nx_call_server(task->call)->store);
}

static void job_add(struct nx_job *job, struct task *task, unsigned statement)
{
	struct nx_statements *statements = nx_call_module(task->call)->statements;

	if (statement == FIND || statement == REMOVE)
		nx_job_add(job, statements, statement, "ss", task->host->name, task->name);
	else if (statement == FIND_ACCOUNT)
		nx_job_add(job, statements, statement, "ss", task->host->name, task->local);
	else
		nx_job_add(job, statements, statement, "sss", task->host->name, task->name, task->local);
}

/* ---- group create ---- */

/* What stands in tables, in one line. */
static bool is_name(const char *name)
{
	size_t len = strlen(name);

	if (len == 0 || len > MAX_NAME_BYTES || name[0] == ' ' || name[len - 1] == ' ')
		return false;
	for (; *name; name++) {
		if ((unsigned char)*name < 0x20 || *name == 0x7f)
			return false;
	}
	return true;
}

static void created(void *ctx, const struct nx_result *result)
{
	struct task *task = ctx;

	if (result->err && result->err->kind == NX_E_CONFLICT)
		nx_call_fail(task->call, NX_E_CONFLICT, "There is a group %s on %s already", task->name, task->host->name);
	else
		finish(task, result->err);
}

static void group_create(struct nx_module *mod, struct nx_call *call)
{
	struct nx_server *server = mod->server;
	struct task *task = task_new(call);

	if (!task)
		return;
	if (!is_name(task->name)) {
		nx_call_fail(call, NX_E_BAD_REQUEST, "The name of a group is one line of up to %d bytes, without blanks at its ends",
			     MAX_NAME_BYTES);
		return;
	}
	struct nx_job *job = nx_job_new(server->store);

	nx_call_message(call, "The group %s was created on %s", task->name, task->host->name);
	nx_job_add(job, mod->statements, ADD, "issi", (int64_t)nx_server_next_id(server), task->host->name, task->name,
		   nx_clock_wall_ms(server->clock));
	nx_job_submit(&job, owner_of(task), created, task);
}

/* ---- group delete ---- */

static void deleted(void *ctx, const struct nx_result *result)
{
	struct task *task = ctx;

	if (!result->err && result->changes == 0)
		fail_absent(task);
	else
		finish(task, result->err);
}

static void group_delete(struct nx_module *mod, struct nx_call *call)
{
	struct task *task = task_new(call);

	(void)mod;
	if (!task)
		return;
	struct nx_job *job = job_new(task);

	nx_call_message(call, "The group %s of %s was deleted; its members keep their accounts", task->name, task->host->name);
	job_add(job, task, REMOVE);
	nx_job_submit(&job, owner_of(task), deleted, task);
}

/* ---- group add, group remove ---- */

/* Both jobs begin with FIND and FIND_ACCOUNT. */
static void take_found(void *ctx, unsigned statement, const struct nx_row *row)
{
	struct task *task = ctx;

	(void)row;
	if (statement == 0)
		task->has_group = true;
	else
		task->has_account = true;
}

static void change_member(struct task *task, unsigned statement, void (*done)(void *ctx, const struct nx_result *result))
{
	struct nx_job *job = job_new(task);

	job_add(job, task, FIND);
	job_add(job, task, FIND_ACCOUNT);
	job_add(job, task, statement);
	nx_job_on_row(job, take_found);
	nx_job_submit(&job, owner_of(task), done, task);
}

static void added(void *ctx, const struct nx_result *result)
{
	struct task *task = ctx;

	if (!result->err && !task->has_group) {
		fail_absent(task);
	} else if (!result->err && !task->has_account) {
		nx_call_fail(task->call, NX_E_ITEM_NOT_FOUND, "There is no account %s", task->jid->full);
	} else {
		nx_call_message(task->call, "%s is in the group %s %s", task->jid->full, task->name,
				result->changes > 0 ? "now" : "already");
		finish(task, result->err);
	}
}

static void group_add(struct nx_module *mod, struct nx_call *call)
{
	(void)mod;
	change_member(task_new(call), MEMBER_ADD, added);
}

static void removed(void *ctx, const struct nx_result *result)
{
	struct task *task = ctx;

	if (!result->err && !task->has_group) {
		fail_absent(task);
	} else if (!result->err && result->changes == 0) {
		nx_call_fail(task->call, NX_E_ITEM_NOT_FOUND, "%s is not in the group %s", task->jid->full, task->name);
	} else {
		nx_call_message(task->call, "%s is not in the group %s any more", task->jid->full, task->name);
		finish(task, result->err);
	}
}

static void group_remove(struct nx_module *mod, struct nx_call *call)
{
	(void)mod;
	change_member(task_new(call), MEMBER_REMOVE, removed);
}

/* ---- group list, group members ---- */

static json_t *rows_of(struct task *task, const char *key)
{
	return json_object_get(nx_call_result(task->call), key);
}

/* The message goes first. */
static void begin_list(struct nx_call *call, const char *key)
{
	nx_call_message(call, "%s", key);
	json_object_set_new(nx_call_result(call), key, json_array());
}

static void list_row(void *ctx, const struct nx_row *row)
{
	char created_at[NX_DATETIME_SIZE];

	nx_datetime_format(created_at, nx_row_int(row, 2), false);
	json_array_append_new(rows_of(ctx, "groups"),
			      json_pack("{s:s, s:s, s:i, s:s}", "name", nx_row_text(row, 0), "host", nx_row_text(row, 1), "members",
					(int)nx_row_int(row, 3), "created_at", created_at));
}

static void list_done(void *ctx, const struct nx_result *result)
{
	struct task *task = ctx;
	size_t count = json_array_size(rows_of(task, "groups"));

	nx_call_message(task->call, count == 1 ? "1 group" : "%zu groups", count);
	finish(task, result->err);
}

static void group_list(struct nx_module *mod, struct nx_call *call)
{
	struct task *task = task_new(call);

	if (!task)
		return;
	begin_list(call, "groups");
	nx_store_query(mod->server->store, owner_of(task), list_row, list_done, task, mod->statements, LIST, "s",
		       nx_call_str(call, "host") ? task->host->name : "");
}

static void members_row(void *ctx, const struct nx_row *row)
{
	struct task *task = ctx;
	const char *local = nx_row_text(row, 0);

	task->has_group = true;
	if (local)
		json_array_append_new(rows_of(task, "members"),
				      json_pack("{s:o}", "jid", json_sprintf("%s@%s", local, task->host->name)));
}

static void members_done(void *ctx, const struct nx_result *result)
{
	struct task *task = ctx;
	size_t count = json_array_size(rows_of(task, "members"));

	if (!result->err && !task->has_group) {
		fail_absent(task);
		return;
	}
	nx_call_message(task->call, count == 1 ? "1 member" : "%zu members", count);
	finish(task, result->err);
}

static void group_members(struct nx_module *mod, struct nx_call *call)
{
	struct task *task = task_new(call);

	if (!task)
		return;
	begin_list(call, "members");
	nx_store_query(mod->server->store, owner_of(task), members_row, members_done, task, mod->statements, MEMBERS, "ss",
		       task->host->name, task->name);
}

/* ---- rows ---- */

#define PARAM_NAME { "name", NX_PARAM_STRING, true, "the group, as people call it" }
#define PARAM_HOST { "host", NX_PARAM_STRING, false, "its domain; the first of the option hosts when not given" }

static const struct nx_param group_params[] = {
	PARAM_NAME, PARAM_HOST,
	{ 0 }
};
static const struct nx_param member_params[] = {
	PARAM_NAME,
	{ "jid", NX_PARAM_ACCOUNT, true, "the account, as name@domain; the group is one of that domain" },
	{ 0 }
};
static const struct nx_param list_params[] = {
	{ "host", NX_PARAM_STRING, false, "only the groups of this domain" },
	{ 0 }
};

static const struct nx_command groups_commands[] = {
	{ .name = "group create", .summary = "Creates a group of accounts, such as a class", .params = group_params, .run = group_create },
	{ .name = "group delete", .summary = "Deletes a group; its members keep their accounts", .params = group_params,
	  .run = group_delete, .confirm = "The group and the list of its members are removed for good." },
	{ .name = "group list", .summary = "Lists the groups", .params = list_params, .run = group_list },
	{ .name = "group add", .summary = "Puts an account into a group", .params = member_params, .run = group_add },
	{ .name = "group remove", .summary = "Takes an account out of a group", .params = member_params, .run = group_remove },
	{ .name = "group members", .summary = "Lists the members of a group", .params = group_params, .run = group_members },
	{ 0 }
};

/* ---- the module ---- */

static int groups_start(struct nx_module *mod, struct nx_error *err)
{
	struct nx_owner *owner = NX_NEW(mod->pool, struct nx_owner);

	(void)err;
	nx_owner_init(owner);
	mod->data = owner;
	return 0;
}

static void groups_stop(struct nx_module *mod)
{
	nx_owner_done(mod->data);
}

NX_MODULE(groups) = {
	NX_MODULE_HEAD(groups),
	.summary = "Groups of the organisation",
	.statements = groups_statements, .commands = groups_commands, .start = groups_start, .stop = groups_stop,
};
