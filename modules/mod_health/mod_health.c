/* mod_health: GET /health for monitoring and for platforms that restart what is ill.
 *
 * /health/live    200 while the loop turns at all: restart the process when this does not answer
 * /health         200, or 503 with the reasons when the server cannot do its work: send no new clients
 *
 * The answer is JSON: {"status": "good", "version": …, "checks": {"database": {"status": "good"}, …}}; a check that is not good has
 * a "reason", a sentence. Checks come from hook `health`; those of the server itself are here, most with two thresholds: warning and
 * bad. An answer takes microseconds and waits for nothing: whether the database can be written is known from the last commit, and when
 * that was long ago whoever asks sets off another (probe.c), which the next answer knows of; if it is still out then, that
 * answer says so. */
#include "mod_health/health.h"

#include <errno.h>
#include <string.h>
#include <sys/statvfs.h>

#include <jansson.h>

#include "base/error.h"
#include "base/handles.h"
#include "base/mem.h"
#include "base/process.h"
#include "net/loop.h"

static const struct nx_option health_options[] = {
	NX_OPT_INT("health_disk_warning", 20, 0, 100, "Percent of the disk that have to be free, or /health warns"),
	NX_OPT_INT("health_disk_bad", 10, 0, 100, "Percent of the disk that have to be free, or /health answers 503"),
	NX_OPT_INT("health_lag_warning", 500, 1, 600000, "Milliseconds by which the server may be late, or /health warns"),
	NX_OPT_INT("health_lag_bad", 2000, 1, 600000, "Milliseconds by which the server may be late, or /health answers 503"),
	NX_OPT_INT("health_memory_warning", 80, 1, 100, "Percent of the memory in use, or /health warns"),
	NX_OPT_INT("health_memory_bad", 95, 1, 100, "Percent of the memory in use, or /health answers 503"),
	NX_OPT_INT("health_cpu_warning", 70, 1, 100, "Percent of a minute that the server was busy, or /health warns"),
	NX_OPT_INT("health_cpu_bad", 95, 1, 100, "Percent of a minute that the server was busy, or /health answers 503"),
	NX_OPT_PERIOD("health_answer", 5, 1, 600, "Time for the database to answer, or /health answers 503"),
	NX_OPT_INT("health_connections_warning", 80, 1, 100, "Percent of max_connections in use from which /health warns"),
	NX_OPT_END
};

static const struct nx_statement health_statements[] = {
	[SET_PROBE] = { "health.probe", "INSERT INTO health (probe, written_at) VALUES (1, $1) "
			"ON CONFLICT (probe) DO UPDATE SET written_at = excluded.written_at" },
	{ NULL, NULL }
};

/* ---- the checks ---- */

static int64_t option(const struct nx_module *mod, const char *name)
{
	return nx_conf_int(mod->server->conf, NULL, name);
}

static void check_server(struct nx_module *mod, struct nx_health *health)
{
	if (mod->server->is_stopping)
		nx_health_complain(health, "server", NX_HEALTH_BAD, "The server is being stopped");
	else
		nx_health_good(health, "server");
}

/* Complains, or is content, by two thresholds in percent. */
static void judge(struct nx_module *mod, struct nx_health *health, const char *name, int64_t value, const char *warning_option,
		  const char *bad_option, const char *what)
{
	int64_t warning = option(mod, warning_option), bad = option(mod, bad_option);

	if (value >= bad)
		nx_health_complain(health, name, NX_HEALTH_BAD, "%s: %lld %% (option %s = %lld)", what,
				   (long long)value, bad_option, (long long)bad);
	else if (value >= warning)
		nx_health_complain(health, name, NX_HEALTH_WARNING, "%s: %lld %% (option %s = %lld)", what,
				   (long long)value, warning_option, (long long)warning);
	else
		nx_health_good(health, name);
}

static void check_database(struct nx_module *mod, struct nx_health *health)
{
	const struct nx_error *trouble = nx_store_health(mod->server->store);
	const struct health *own = mod->data;
	int64_t silent_ms = health_silent_ms(mod, &own->writer);

	if (silent_ms >= nx_conf_period_ms(mod->server->conf, NULL, "health_answer"))
		nx_health_complain(health, "database", NX_HEALTH_BAD,
				   "The database has not answered for %lld s: look whether the disk hangs, or another "
				   "program keeps %s locked", (long long)silent_ms / 1000, mod->server->database_path);
	else if (trouble)
		nx_health_complain(health, "database", NX_HEALTH_BAD, "The database cannot be written: %s", trouble->text);
	else if (nx_store_is_full(mod->server->store))
		nx_health_complain(health, "database", NX_HEALTH_WARNING, "The database is behind: clients are read more slowly");
	else
		nx_health_good(health, "database");
}

static void check_disk(struct nx_module *mod, struct nx_health *health)
{
	const char *path = mod->server->database_path;
	struct statvfs fs;

	if (statvfs(path, &fs) != 0 || fs.f_blocks == 0) {
		nx_health_complain(health, "disk", NX_HEALTH_BAD, "The disk of %s cannot be read: %s", path, strerror(errno));
		return;
	}
	int free_percent = (int)(100.0 * (double)fs.f_bavail / (double)fs.f_blocks);

	if (fs.f_flag & ST_RDONLY)
		nx_health_complain(health, "disk", NX_HEALTH_BAD, "The disk of %s can only be read", path);
	else if (free_percent < option(mod, "health_disk_bad"))
		nx_health_complain(health, "disk", NX_HEALTH_BAD, "Only %d %% of the disk of %s are free; make room", free_percent, path);
	else if (free_percent < option(mod, "health_disk_warning"))
		nx_health_complain(health, "disk", NX_HEALTH_WARNING, "Only %d %% of the disk of %s are free", free_percent, path);
	else
		nx_health_good(health, "disk");
}

static void check_lag(struct nx_module *mod, struct nx_health *health)
{
	int64_t lag_ms = nx_loop_worst_lag_ms(mod->server->loop);

	if (lag_ms >= option(mod, "health_lag_bad"))
		nx_health_complain(health, "lag", NX_HEALTH_BAD,
				   "The server was late by %lld ms within the last minute: the machine is too slow, or "
				   "has too much else to do", (long long)lag_ms);
	else if (lag_ms >= option(mod, "health_lag_warning"))
		nx_health_complain(health, "lag", NX_HEALTH_WARNING,
				   "The server was late by %lld ms within the last minute", (long long)lag_ms);
	else
		nx_health_good(health, "lag");
}

static void check_memory(struct nx_module *mod, struct nx_health *health)
{
	judge(mod, health, "memory", nx_process_memory_percent(), "health_memory_warning", "health_memory_bad",
	      "The machine's memory is nearly used up; stop other programs, or give it more");
}

static void check_cpu(struct nx_module *mod, struct nx_health *health)
{
	judge(mod, health, "cpu", health_cpu_percent(mod), "health_cpu_warning", "health_cpu_bad",
	      "The server was busy for most of the last minute");
}

/* Who waits for them is slow, but everybody else is served. */
static void check_workers(struct nx_module *mod, struct nx_health *health)
{
	const struct health *own = mod->data;
	int64_t silent_ms = health_silent_ms(mod, &own->workers);

	if (silent_ms >= nx_conf_period_ms(mod->server->conf, NULL, "health_answer"))
		nx_health_complain(health, "workers", NX_HEALTH_WARNING,
				   "Password hashes wait for %lld s: logins are slow (option workers)",
				   (long long)silent_ms / 1000);
	else
		nx_health_good(health, "workers");
}

static void check_connections(struct nx_module *mod, struct nx_health *health)
{
	int64_t count = nx_handles_count(mod->server->sessions), max = option(mod, "max_connections");

	if (count * 100 >= max * option(mod, "health_connections_warning"))
		nx_health_complain(health, "connections", NX_HEALTH_WARNING, "%lld of %lld possible clients are connected (option "
			      "max_connections)", (long long)count, (long long)max);
	else
		nx_health_good(health, "connections");
}

static void health_of_server(struct nx_module *mod, struct nx_health *health)
{
	check_server(mod, health);
	check_database(mod, health);
	check_disk(mod, health);
	check_lag(mod, health);
	check_memory(mod, health);
	check_cpu(mod, health);
	check_workers(mod, health);
	check_connections(mod, health);
}

/* ---- the answer ---- */

static void answer_json(struct nx_http_request *request, unsigned status, json_t *json)
{
	char *text = json_dumps(json, JSON_INDENT(1));

	nx_http_answer(request, status, "application/json", text, strlen(text));
	nx_mem_free(text);      /* jansson's default allocator is malloc() */
	json_decref(json);
}

static void show_health(struct nx_module *mod, struct nx_http_request *request)
{
	struct nx_health health = { .checks = json_object() };

	health_probe(mod);
	NX_FIRE(mod->server, health, &health);
	answer_json(request, health.worst == NX_HEALTH_BAD ? 503 : 200,
		    json_pack("{s:s, s:s, s:o}", "status", nx_health_state_name(health.worst),
			      "version", PACKAGE_VERSION, "checks", health.checks));
}

static void show_alive(struct nx_module *mod, struct nx_http_request *request)
{
	(void)mod;
	answer_json(request, 200, json_pack("{s:s}", "status", "good"));
}

/* ---- rows ---- */

static int health_start(struct nx_module *mod, struct nx_error *err)
{
	struct health *own = NX_NEW(mod->pool, struct health);

	(void)err;
	nx_owner_init(&own->owner);
	own->writer.sent_ms = own->workers.sent_ms = INT64_MIN / 2;
	mod->data = own;
	health_watch_load(mod);
	return 0;
}

static void health_stop(struct nx_module *mod)
{
	struct health *own = mod->data;

	nx_timer_cancel(&own->timer);
	nx_owner_done(&own->owner);
}

static const struct nx_http_route health_routes[] = {
	{ .path = "/health", .methods = NX_HTTP_GET, .answer = show_health },
	{ .path = "/health/live", .methods = NX_HTTP_GET, .answer = show_alive },
	{ 0 }
};

static const struct nx_hook health_hooks[] = {
	NX_COLLECT(health, health_of_server),
	NX_HOOKS_END
};

NX_MODULE(health) = {
	NX_MODULE_HEAD(health),
	.summary = "Tells monitoring how the server is (GET /health)",
	.options = health_options, .statements = health_statements, .hooks = health_hooks, .http = health_routes,
	.start = health_start, .stop = health_stop,
};
