/* mod_status: administrators' commands for the server itself: how it is, its options, reading them anew, the level of the log. */
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/handles.h"
#include "base/map.h"
#include "base/process.h"
#include "core/module.h"

/* ---- status ---- */

static json_t *host_names(const struct nx_server *server)
{
	json_t *names = json_array();
	struct nx_map_iter it = {0};
	struct nx_host *host;

	json_array_append_new(names, json_string(server->default_host->name));
	while ((host = nx_map_next(server->hosts, &it))) {
		if (host != server->default_host)
			json_array_append_new(names, json_string(host->name));
	}
	return names;
}

static enum nx_level current_level(const struct nx_server *server)
{
	enum nx_level level = NX_DEBUG;

	while (level > NX_ERROR && !nx_log_is_on(&server->log, level))
		level--;
	return level;
}

static void add_process(json_t *result, const struct nx_server *server)
{
	const struct nx_clock *clock = server->clock;
	int64_t up_ms = nx_clock_ms(clock) - server->started_ms;
	char started[NX_DATETIME_SIZE];

	nx_datetime_format(started, nx_clock_wall_ms(clock) - up_ms, false);
	json_object_set_new(result, "version", json_string(PACKAGE_VERSION));
	json_object_set_new(result, "process", json_integer(getpid()));
	json_object_set_new(result, "started_at", json_string(started));
	json_object_set_new(result, "uptime_secs", json_integer(up_ms / 1000));
	json_object_set_new(result, "hosts", host_names(server));
	json_object_set_new(result, "c2s_port", json_integer(server->c2s ? nx_c2s_port(server->c2s) : 0));
	json_object_set_new(result, "c2s_tls_port", json_integer(server->c2s ? nx_c2s_tls_port(server->c2s) : 0));
	json_object_set_new(result, "http_port", json_integer(nx_site_port(server->site)));
	json_object_set_new(result, "https_port", json_integer(nx_site_tls_port(server->site)));
}

static json_t *sum(const uint64_t *counts, size_t count)
{
	uint64_t all = 0;

	for (size_t i = 0; i < count; i++)
		all += counts[i];
	return json_integer((json_int_t)all);
}

static void add_use(json_t *result, const struct nx_server *server)
{
	unsigned bound = 0, negotiating = 0;
	struct nx_session *sess;
	uint32_t pos = 0;

	while ((sess = nx_handles_next(server->sessions, &pos))) {
		bound += sess->state == NX_SESSION_BOUND;
		negotiating += sess->state == NX_SESSION_NEGOTIATING;
	}
	json_object_set_new(result, "accounts_in_memory", json_integer(nx_accounts_count(server->accounts)));
	json_object_set_new(result, "sessions", json_integer(bound));
	json_object_set_new(result, "sessions_logging_in", json_integer(negotiating));
	json_object_set_new(result, "http_connections", json_integer(nx_site_connections(server->site)));
	json_object_set_new(result, "http_requests", json_integer((json_int_t)nx_site_requests(server->site)));
	json_object_set_new(result, "stanzas", sum(server->counts.stanzas_in, NX_STANZA_KINDS));
	json_object_set_new(result, "logins", sum(server->counts.logins, NX_MECHANISMS));
	json_object_set_new(result, "login_failures", json_integer((json_int_t)server->counts.wrong_passwords));
}

static void add_places(json_t *result, const struct nx_server *server)
{
	const struct nx_error *trouble = nx_store_health(server->store);
	struct nx_process_use use;

	nx_process_look(&use);
	json_object_set_new(result, "memory_bytes", json_integer(use.resident_bytes));
	json_object_set_new(result, "database", json_string(server->database_path));
	json_object_set_new(result, "database_size_bytes", json_integer(nx_store_size_bytes(server->store)));
	json_object_set_new(result, "database_health", json_string(trouble ? trouble->text : "good"));
	json_object_set_new(result, "database_jobs", json_integer((json_int_t)nx_store_pending(server->store)));
	json_object_set_new(result, "state_dir", json_string(server->state_dir));
	json_object_set_new(result, "config_file", json_string(server->config_file ? server->config_file : "none"));
	json_object_set_new(result, "log_dir", json_string(server->log_dir ? server->log_dir : "standard error stream"));
	json_object_set_new(result, "log_level", json_string(nx_level_name(current_level(server))));
}

static void status_counted(void *ctx, int64_t count, const struct nx_error *err)
{
	struct nx_call *call = ctx;
	const struct nx_server *server = nx_call_server(call);
	const struct nx_error *trouble = nx_store_health(server->store);

	if (server->is_stopping)
		nx_call_message(call, "Nexa is stopping");
	else if (err || trouble)
		nx_call_message(call, "Nexa is running, but its database is in trouble: %s", err ? err->text : trouble->text);
	else
		nx_call_message(call, "Nexa is running");
	if (!err)
		json_object_set_new(nx_call_result(call), "accounts", json_integer(count));
	nx_call_done(call);
}

/* What needs the database comes last into places that are kept for it: the question itself is not counted among its jobs. */
static void status(struct nx_module *mod, struct nx_call *call)
{
	const struct nx_server *server = mod->server;
	json_t *result = nx_call_result(call);

	json_object_set_new(result, "message", json_null());
	add_process(result, server);
	json_object_set_new(result, "accounts", json_null());
	add_use(result, server);
	add_places(result, server);
	nx_users_count(mod->server, NULL, status_counted, call);
}

/* ---- reload ---- */

static void reload(struct nx_module *mod, struct nx_call *call)
{
	struct nx_server *server = mod->server;
	const char *file = server->config_file;
	json_t *names = json_array();
	struct nx_error err;

	if (nx_server_reload(server, &err) < 0) {
		json_decref(names);
		nx_fail_prefix(&err, "Nothing was changed");
		nx_call_fail_error(call, &err);
		return;
	}
	for (char **name = nx_conf_needs_restart(server->conf, nx_call_pool(call)); *name; name++)
		json_array_append_new(names, json_string(*name));
	nx_call_message(call, "%s; certificates and log files were opened anew%s",
			file ? nx_pool_printf(nx_call_pool(call), "%s was read", file) : "There is no configuration file",
			json_array_size(names) > 0 ? "; these options change when the server is restarted" : "");
	json_object_set_new(nx_call_result(call), "needs_restart", names);
	nx_call_done(call);
}

/* ---- config ---- */

struct listing {
	json_t *options;
	bool is_only_changed;
};

static void config_row(void *ctx, const char *owner, const struct nx_option *row, const char *value, const char *source)
{
	struct listing *listing = ctx;

	if (listing->is_only_changed && strcmp(source, "default") == 0)
		return;
	json_array_append_new(listing->options, json_pack("{s:s, s:s, s:s, s:s}", "name", row->name, "source", source,
							  "owner", owner, "value", value));
}

static void config(struct nx_module *mod, struct nx_call *call)
{
	struct listing listing = { .options = json_array(), .is_only_changed = nx_call_flag(call, "changed") };
	const char *const *hosts = nx_conf_host_sections(mod->server->conf);
	size_t count;

	nx_conf_each(mod->server->conf, config_row, &listing);
	count = json_array_size(listing.options);
	nx_call_message(call, "%zu %s%s%s", count, count == 1 ? "option" : "options",
			listing.is_only_changed ? (count == 1 ? " differs from its default" : " differ from their defaults") : "",
			*hosts ? "; the file has sections for some hosts, which are not shown here" : "");
	json_object_set_new(nx_call_result(call), "options", listing.options);
	nx_call_done(call);
}

/* ---- log level ---- */

static void log_level(struct nx_module *mod, struct nx_call *call)
{
	const char *name = nx_call_str(call, "level");
	enum nx_level level, before = current_level(mod->server);

	if (nx_level_parse(name, &level) < 0) {
		nx_call_fail(call, NX_E_BAD_REQUEST, "\"%s\" is not a level of the log; write error, warning, info or debug", name);
		return;
	}
	nx_logger_set_level(mod->server->logger, level);
	nx_call_message(call, "The level of the log is %s now (it was %s), until the next reload or restart; the option log_level sets it "
			"for good", nx_level_name(level), nx_level_name(before));
	json_object_set_new(nx_call_result(call), "log", json_pack("{s:s, s:s}", "level", nx_level_name(level), "before",
								   nx_level_name(before)));
	nx_call_done(call);
}

/* ---- rows ---- */

static const struct nx_param config_params[] = {
	{ "changed", NX_PARAM_FLAG, false, "only options that are not at their defaults" },
	{ 0 }
};
static const struct nx_param level_params[] = {
	{ "level", NX_PARAM_STRING, true, "error, warning, info or debug" },
	{ 0 }
};
static const struct nx_command status_commands[] = {
	{ .name = "status", .summary = "Shows how the server is", .run = status },
	{ .name = "reload", .summary = "Reads the configuration and the certificates anew and reopens the logs, as SIGHUP does",
	  .run = reload },
	{ .name = "config", .summary = "Lists the options with their values and where those come from", .params = config_params,
	  .run = config },
	{ .name = "log level", .summary = "Changes how much is written to the logs, until a reload or a restart", .params = level_params,
	  .run = log_level },
	{ 0 }
};

NX_MODULE(status) = {
	NX_MODULE_HEAD(status),
	.summary = "Administrators' commands for the server itself",
	.commands = status_commands,
};
