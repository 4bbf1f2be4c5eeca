/* Reports about those who are blocked (XEP-0377), and the administrators' commands for them. A report that is not as the
 * specification says, or one too many, is not kept; the address is blocked all the same (section 6). Nothing is forwarded to anybody
 * (section 5: MAY); what the user allows is kept with the report. */
#include "mod_blocking/blocking.h"

#include <string.h>

#include "base/buf.h"
#include "base/clock.h"

#define MAX_TEXT_BYTES 2000
#define MAX_REASON_BYTES 200
#define MAX_STANZA_IDS 20
#define MAX_STANZA_ID_BYTES 4000

/* ---- keeping ---- */

static void add_stanza_ids(struct nx_buf *buf, const struct nx_xml *report)
{
	unsigned count = 0;

	for (struct nx_xml *el = nx_xml_child(report, NX_NS_SID, "stanza-id"); el && count < MAX_STANZA_IDS;
	     el = nx_xml_next(el, NX_NS_SID, "stanza-id"), count++) {
		const char *id = nx_xml_attr(el, "id"), *by = nx_xml_attr(el, "by");

		if (!id || !by || strpbrk(id, " \n") || strchr(by, '\n') || buf->len + strlen(id) + strlen(by) > MAX_STANZA_ID_BYTES)
			continue;
		nx_buf_printf(buf, "%s%s %s", buf->len > 0 ? "\n" : "", id, by);
	}
}

void report_add(struct nx_module *mod, const struct nx_account *reporter, const struct nx_xml *item, const char *jid,
		struct nx_job *job)
{
	const struct nx_xml *report = nx_xml_child(item, NX_NS_REPORTING, "report");
	const char *reason = report ? nx_xml_attr(report, "reason") : NULL;
	struct nx_buf ids = NX_BUF_INIT;

	if (!reason || !*reason || strlen(reason) > MAX_REASON_BYTES)
		return;
	const char *text = nx_xml_child_content(report, NX_NS_REPORTING, "text");

	add_stanza_ids(&ids, report);
	nx_job_add(job, mod->statements, REPORT_ADD, "issssssiiii", (int64_t)nx_server_next_id(mod->server), reporter->host->name,
		   reporter->local, jid, reason, nx_str_cut(item->pool, text, MAX_TEXT_BYTES), nx_buf_str(&ids),
		   (int64_t)(nx_xml_child(report, NX_NS_REPORTING, "report-origin") != NULL),
		   (int64_t)(nx_xml_child(report, NX_NS_REPORTING, "third-party") != NULL),
		   nx_clock_wall_ms(mod->server->clock), nx_conf_int(mod->server->conf, NULL, "blocking_max_reports"));
	nx_buf_done(&ids);
	nx_log(reporter, NX_INFO, "reported jid=%s reason=%s", jid, reason);
}

/* ---- reports list ---- */

/* "spam", "abuse", or whatever it is. */
static const char *short_reason(const char *reason)
{
	static const char prefix[] = "urn:xmpp:reporting:";

	return nx_str_has_prefix(reason, prefix) ? reason + sizeof(prefix) - 1 : reason;
}

static void list_row(void *ctx, const struct nx_row *row)
{
	struct nx_call *call = ctx;
	struct nx_pool *pool = nx_call_pool(call);
	/* Without a name: the account has been removed. */
	const char *reporter = nx_row_is_null(row, 2) ? NULL : nx_pool_printf(pool, "%s@%s", nx_row_text(row, 2), nx_row_text(row, 1));
	json_t *item = json_pack("{s:s, s:o, s:s?, s:s, s:s, s:s?, s:s, s:o, s:s?}",
				 "id", nx_pool_printf(pool, "%lld", (long long)nx_row_int(row, 0)),
				 "created_at", nx_call_time(nx_row_int(row, 7)),
				 "reporter", reporter,
				 "jid", nx_row_text(row, 3), "reason", short_reason(nx_row_text(row, 4)), "text", nx_row_text(row, 5),
				 "messages", nx_row_text(row, 6), "done_at", nx_call_time(nx_row_int(row, 8)),
				 "done_by", nx_row_text(row, 9));

	json_array_append_new(json_object_get(nx_call_result(call), "reports"), item);
}

static void list_done(void *ctx, const struct nx_result *result)
{
	struct nx_call *call = ctx;
	size_t count = json_array_size(json_object_get(nx_call_result(call), "reports"));

	if (result->err) {
		nx_call_fail_error(call, result->err);
		return;
	}
	nx_call_message(call, count == 1 ? "1 report" : "%zu reports", count);
	nx_call_done(call);
}

static void reports_list(struct nx_module *mod, struct nx_call *call)
{
	struct blocking *blocking = mod->data;

	/* The message goes first. */
	nx_call_message(call, "reports");
	json_object_set_new(nx_call_result(call), "reports", json_array());
	nx_store_query(mod->server->store, &blocking->owner, list_row, list_done, call, mod->statements,
		       nx_call_flag(call, "all") ? REPORT_LIST_ALL : REPORT_LIST, "");
}

/* ---- reports done ---- */

static void done_done(void *ctx, const struct nx_result *result)
{
	struct nx_call *call = ctx;

	if (result->err)
		nx_call_fail_error(call, result->err);
	else if (result->changes == 0)
		nx_call_fail(call, NX_E_ITEM_NOT_FOUND, "There is no open report %lld; nexactl reports list shows them",
			     (long long)nx_call_int(call, "id", 0));
	else
		nx_call_done(call);
}

static void reports_done(struct nx_module *mod, struct nx_call *call)
{
	struct blocking *blocking = mod->data;
	struct nx_job *job = nx_job_new(mod->server->store);
	int64_t id = nx_call_int(call, "id", 0);

	nx_call_message(call, "The report %lld is done", (long long)id);
	nx_job_add(job, mod->statements, REPORT_DONE, "iis", id, nx_clock_wall_ms(mod->server->clock), nx_call_who(call));
	nx_job_submit(&job, &blocking->owner, done_done, call);
}

static const struct nx_param list_params[] = {
	{ "all", NX_PARAM_FLAG, false, "also those that are done" },
	{ 0 }
};
static const struct nx_param done_params[] = {
	{ "id", NX_PARAM_INT, true, "number of the report, from the list" },
	{ 0 }
};

const struct nx_command report_commands[] = {
	{ .name = "reports list", .summary = "Lists what users reported when they blocked somebody", .params = list_params,
	  .run = reports_list },
	{ .name = "reports done", .summary = "Notes that a report has been seen to", .params = done_params, .run = reports_done },
	{ 0 }
};
