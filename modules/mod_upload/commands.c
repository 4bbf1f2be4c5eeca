/* Administrators' commands for uploaded files. */
#include "mod_upload/upload.h"

#include "base/clock.h"

#define SHOWN 1000

/* nexactl shows the sentence first, and it is known last. */
static void begin(struct nx_call *call, const char *rows)
{
	nx_call_message(call, "%s", "");
	json_object_set_new(nx_call_result(call), rows, json_array());
}

static void finish(struct nx_call *call, const struct nx_result *result, const char *rows, const char *one, const char *many)
{
	size_t count = json_array_size(json_object_get(nx_call_result(call), rows));

	if (result->err) {
		nx_call_fail_error(call, result->err);
		return;
	}
	nx_call_message(call, count == SHOWN ? "The first %zu %s" : "%zu %s", count, count == 1 ? one : many);
	nx_call_done(call);
}

static void add_row(struct nx_call *call, const char *rows, json_t *row)
{
	json_array_append_new(json_object_get(nx_call_result(call), rows), row);
}

static json_t *owner_of(const struct nx_row *row, unsigned host, unsigned local)
{
	return json_sprintf("%s@%s", nx_row_text(row, local), nx_row_text(row, host));
}

/* ---- upload list ---- */

static void list_row(void *ctx, const struct nx_row *row)
{
	add_row(ctx, "files", json_pack("{s:s, s:o, s:s, s:s, s:s, s:I, s:o, s:o}", "id", nx_row_text(row, 0), "owner", owner_of(row, 7, 8),
					"name", nx_row_text(row, 1), "type", nx_row_text(row, 4), "purpose", nx_row_text(row, 2), "size_bytes",
					(json_int_t)nx_row_int(row, 3), "created_at", nx_call_time(nx_row_int(row, 5)), "expires_at", nx_call_time(nx_row_int(row, 6))));
}

static void list_done(void *ctx, const struct nx_result *result)
{
	finish(ctx, result, "files", "file", "files");
}

static void upload_list(struct nx_module *mod, struct nx_call *call)
{
	struct upload *upload = mod->data;
	const struct nx_jid *jid = nx_call_jid(call, "jid");

	begin(call, "files");
	nx_store_query(mod->server->store, &upload->owner, list_row, list_done, call, mod->statements, UPLOAD_LIST, "tti",
		       jid ? nx_jid_domain(jid) : "", jid ? nx_jid_domain_len(jid) : 0, jid ? jid->full : "",
		       jid ? (size_t)jid->local_len : 0, (int64_t)SHOWN);
}

/* ---- upload users ---- */

static void users_row(void *ctx, const struct nx_row *row)
{
	add_row(ctx, "users", json_pack("{s:o, s:I, s:I, s:I}", "jid", owner_of(row, 0, 1), "files", (json_int_t)nx_row_int(row, 2),
					"size_bytes", (json_int_t)nx_row_int(row, 3), "today_bytes", (json_int_t)nx_row_int(row, 4)));
}

static void users_done(void *ctx, const struct nx_result *result)
{
	finish(ctx, result, "users", "user has files", "users have files");
}

static void upload_users(struct nx_module *mod, struct nx_call *call)
{
	struct upload *upload = mod->data;

	begin(call, "users");
	nx_store_query(mod->server->store, &upload->owner, users_row, users_done, call, mod->statements, UPLOAD_USERS, "ii",
		       nx_clock_wall_ms(mod->server->clock) - DAY_MS, (int64_t)SHOWN);
}

/* ---- upload delete ---- */

static void deleted(void *ctx, const struct nx_result *result)
{
	struct nx_call *call = ctx;
	struct nx_module *mod = nx_call_module(call);
	struct upload *upload = mod->data;

	if (result->err) {
		nx_call_fail_error(call, result->err);
	} else if (result->changes == 0) {
		nx_call_fail(call, NX_E_ITEM_NOT_FOUND, "There is no file %s; nexactl upload list shows them", nx_call_str(call, "id"));
	} else {
		nx_log(mod, NX_INFO, "upload removed id=%s by=\"%s\"", nx_call_str(call, "id"), nx_call_who(call));
		upload->counts.removed++;
		upload_contents_sweep(upload->contents);
		nx_call_message(call, "The file %s was removed; its address shows nothing any more", nx_call_str(call, "id"));
		nx_call_done(call);
	}
}

static void upload_delete(struct nx_module *mod, struct nx_call *call)
{
	struct upload *upload = mod->data;
	struct nx_job *job = nx_job_new(mod->server->store);

	nx_job_add(job, mod->statements, UPLOAD_DOUBT, "s", nx_call_str(call, "id"));
	nx_job_add(job, mod->statements, UPLOAD_REMOVE, "s", nx_call_str(call, "id"));
	nx_job_submit(&job, &upload->owner, deleted, call);
}

/* ---- rows ---- */

static const struct nx_param list_params[] = {
	{ "jid", NX_PARAM_ACCOUNT, false, "Only files of this account" },
	{ NULL, NX_PARAM_END, false, NULL }
};

static const struct nx_param delete_params[] = {
	{ "id", NX_PARAM_STRING, true, "The part of its address behind /upload/" },
	{ NULL, NX_PARAM_END, false, NULL }
};

const struct nx_command upload_commands[] = {
	{ .name = "upload list", .summary = "Shows uploaded files, newest first", .params = list_params, .run = upload_list },
	{ .name = "upload users", .summary = "Shows who has how many files, and how large they are", .run = upload_users },
	{ .name = "upload delete", .summary = "Removes an uploaded file", .params = delete_params, .run = upload_delete,
	  .confirm = "This removes the file for everybody who has its address." },
	{ 0 }
};
