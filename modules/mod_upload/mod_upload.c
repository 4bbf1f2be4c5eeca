/* mod_upload: people upload files over HTTP and give each other their addresses (XEP-0363), on a domain of its own for each host.
 *
 * upload.h tells the way of a file and which source has which part of it. This file has the tables. */
#include "mod_upload/upload.h"

#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "mod_upload/http.h"
#include "service/upload.h"
#include "xmpp/dataform.h"

#define KIB 1024LL
#define MIB (1024 * KIB)
#define GIB (1024 * MIB)

/* ---- options ---- */

static int check_url(const char *text, struct nx_error *why)
{
	/* XEP-0363 section 4: TLS is a MUST. */
	if (!nx_str_has_prefix(text, "https://") || !nx_str_is_uri(text) || strpbrk(text, "?#") || nx_str_has_suffix(text, "/"))
		return nx_fail(why, NX_E_CONFIG, "not an address that clients can use; write https://files.school.example");
	return 0;
}

static int check_type(const char *text, struct nx_error *why)
{
	const char *star = strchr(text, '*');

	if (strcmp(text, "*") == 0 || (upload_type_is_valid(text) && (!star || !star[1])))
		return 0;
	return nx_fail(why, NX_E_CONFIG, "not a content type; write image/png, image/* or *");
}

#define TYPES "audio/*,image/*,video/*,text/*,application/pdf,application/octet-stream,application/json,application/xml," \
	"application/pgp-*,application/ogg,application/epub+zip,application/zip,application/gzip,application/x-7z-compressed," \
	"application/x-bzip2,application/x-xz,application/x-tar,application/x-rar,application/msword,application/rtf," \
	"application/vnd.ms-*,application/vnd.openxmlformats-*,application/vnd.oasis.opendocument.*,application/CDFV2"

static const struct nx_option upload_options[] = {
	{ .name = "upload_domain", .kind = NX_OPT_KIND_STRING, .default_text = "upload.*", .is_per_host = true, .needs_restart = true,
	  .check = nx_component_check_option, .help = "Domain of the file service; * stands for the host's; \"\": none" },
	{ .name = "upload_url", .kind = NX_OPT_KIND_STRING, .default_text = "", .is_per_host = true, .check = check_url,
	  .help = "How clients reach HTTP from outside, such as https://files.school.example behind a proxy; \"\": the host with https_port" },
	{ .name = "upload_max", .kind = NX_OPT_KIND_SIZE, .default_int = 5 * MIB, .min = 1 * KIB, .max = 1 * GIB, .is_per_host = true,
	  .help = "Largest file" },
	{ .name = "upload_quota", .kind = NX_OPT_KIND_SIZE, .default_int = 100 * MIB, .min = 0, .max = 1024 * GIB, .is_per_host = true,
	  .help = "Files that one account may have, together" },
	{ .name = "upload_quota_day", .kind = NX_OPT_KIND_SIZE, .default_int = 50 * MIB, .min = 0, .max = 1024 * GIB, .is_per_host = true,
	  .help = "Files that one account may upload in 24 hours" },
	{ .name = "upload_profile_max", .kind = NX_OPT_KIND_SIZE, .default_int = 1 * MIB, .min = 1 * KIB, .max = 1 * GIB, .is_per_host = true,
	  .help = "Largest file for a profile, such as an avatar" },
	{ .name = "upload_profile_quota", .kind = NX_OPT_KIND_SIZE, .default_int = 5 * MIB, .min = 0, .max = 1024 * GIB, .is_per_host = true,
	  .help = "Files for profiles that one account may have, together, beside upload_quota" },
	NX_OPT_PERIOD("upload_keep", 0, 0, 36500LL * 86400,
		      "Files sent in messages are removed after this time; 0: when the archive removes messages (archive_keep)"),
	{ .name = "upload_types", .kind = NX_OPT_KIND_LIST, .default_text = TYPES, .is_per_host = true, .check = check_type,
	  .help = "What is taken, by what is in the file; with application/octet-stream all but programs is, as that" },
	NX_OPT_PERIOD("upload_slot_time", 300, 10, 86400, "Time between asking for an upload and beginning it"),
	NX_OPT_INT("upload_at_once", 50, 1, 1000, "Files that may be coming in at once"),
	NX_OPT_SIZE("upload_spare", 100 * MIB, 0, 1024 * GIB, "Room on the disk that uploads leave to everything else"),
	NX_OPT_END
};

/* ---- what is asked of the component ---- */

static bool is_mine(const struct nx_module *mod, const struct nx_event *ev)
{
	return ev->component->mod == mod;
}

static enum nx_verdict on_request(struct nx_module *mod, struct nx_event *ev)
{
	return is_mine(mod, ev) ? upload_slot(mod, ev) : NX_PASS;
}

static enum nx_verdict on_files(struct nx_module *mod, struct nx_event *ev)
{
	return is_mine(mod, ev) ? upload_files_get(mod, ev) : NX_PASS;
}

static enum nx_verdict on_remove(struct nx_module *mod, struct nx_event *ev)
{
	return is_mine(mod, ev) ? upload_files_remove(mod, ev) : NX_PASS;
}

static const struct nx_iq_rule upload_iq[] = {
	{ NX_GET, NS_UPLOAD, "request", NX_TO_COMPONENT, on_request },
	{ NX_GET, NS_FILES, "files", NX_TO_COMPONENT, on_files },
	{ NX_SET, NS_FILES, "remove", NX_TO_COMPONENT, on_remove },
	{ 0 }
};

/* Section 3 */
static void add_info(struct nx_module *mod, struct nx_component *component, const char *node, struct nx_xml *query)
{
	struct nx_xml *form;

	if (component->mod != mod || node)
		return;
	form = nx_form_new(query->pool, NX_FORM_RESULT, NULL, NULL, NS_UPLOAD);
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "max-file-size", NULL),
		      nx_pool_printf(query->pool, "%lld", (long long)nx_conf_int(mod->server->conf, component->host->name, "upload_max")));
	nx_xml_append(query, form);
}

static void on_account_deleting(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	nx_job_add(job, mod->statements, UPLOAD_DOUBT_ACCOUNT, "ss", host->name, local);
}

static void on_account_deleted(struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare)
{
	struct upload *upload = mod->data;

	(void)host;
	(void)bare;
	upload_contents_sweep(upload->contents);
}

static const struct nx_hook upload_hooks[] = {
	NX_COLLECT(component_info, add_info),
	NX_COLLECT(metrics, upload_tell_metrics),
	NX_COLLECT(account_deleting, on_account_deleting),
	NX_ON(account_deleted, on_account_deleted),
	NX_HOOKS_END
};

/* ---- HTTP ---- */

static void on_path(struct nx_module *mod, struct nx_http_request *request)
{
	if (request->method == NX_HTTP_PUT)
		upload_receive(mod, request);
	else
		upload_serve(mod, request);
}

static const struct nx_http_route upload_routes[] = {
	/* Section 8: web clients come from any page, and none of them needs a cookie. */
	{ .path = UPLOAD_PATH, .is_prefix = true, .methods = NX_HTTP_GET | NX_HTTP_PUT, .body_max_bytes = UINT64_MAX,
	  .cors_headers = "authorization, content-type, range, if-none-match", .answer = on_path },
	{ 0 }
};

/* ---- life ---- */

static int upload_start(struct nx_module *mod, struct nx_error *err)
{
	struct nx_server *server = mod->server;
	struct upload *upload = NX_NEW(mod->pool, struct upload);
	struct upload_spools *spools;

	upload->mod = mod;
	upload->dir = nx_pool_printf(mod->pool, "%s/uploads", server->state_dir);
	spools = upload_spools_new(server->loop, upload->dir, err);
	if (!spools)
		return -1;
	upload->spools = spools;
	upload->receiving = nx_map_new();
	nx_list_init(&upload->serving);
	nx_owner_init(&upload->owner);
	mod->data = upload;
	upload->contents = upload_contents_new(upload);
	return 0;
}

/* The store has finished: nothing of it comes any more. */
static void upload_stop(struct nx_module *mod)
{
	struct upload *upload = mod->data;

	upload_contents_stop(upload->contents);
	upload_receive_stop(upload);
	nx_owner_done(&upload->owner);
	upload_spools_free(&upload->spools);
	upload_serve_stop(upload);
	upload_contents_free(&upload->contents);
	nx_map_free(&upload->receiving);
}

static const struct nx_component_def upload_components[] = {
	{ .option = "upload_domain", .category = "store", .type = "file", .name = "File upload",
	  .features = NX_LIST(NS_UPLOAD, NS_PURPOSE "#message", NS_PURPOSE "#profile", NS_PURPOSE "#ephemeral", NS_PURPOSE "#permanent") },
	{ .option = NULL }
};

static const char *url_base(struct nx_module *mod, struct nx_pool *pool, const struct nx_host *host)
{
	(void)mod;
	return upload_url_base(pool, host);
}

static const struct nx_upload_service upload_service = { .resume = upload_resume, .url_base = url_base };

static const struct nx_service upload_services[] = {
	{ NX_SERVICE_UPLOAD, &upload_service },
	{ NULL, NULL }
};

NX_MODULE(upload) = {
	NX_MODULE_HEAD(upload),
	.summary = "Takes files and gives them to whoever knows their address", .xeps = "0363",
	.options = upload_options, .iq = upload_iq, .hooks = upload_hooks, .statements = upload_statements, .commands = upload_commands,
	.http = upload_routes, .services = upload_services, .components = upload_components,
	.start = upload_start, .stop = upload_stop,
};
