/* The server object: built in one order, taken down in the reverse one (core/server.h).
 * Options that the fast path needs, certificates and the secret are in setup.c. */
#include "core/server.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/handles.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/rand.h"
#include "base/workers.h"
#include "conf/conf.h"
#include "core/account.h"
#include "core/c2s.h"
#include "core/command.h"
#include "core/component.h"
#include "core/control.h"
#include "core/event_private.h"
#include "core/guests.h"
#include "core/host.h"
#include "core/keyring.h"
#include "core/loader.h"
#include "core/router.h"
#include "core/session.h"
#include "core/setup.h"
#include "core/site.h"
#include "core/throttle.h"
#include "core/users.h"
#include "net/conn.h"
#include "net/loop.h"
#include "net/tls.h"
#include "store/store.h"

#define WORKER_QUEUE 512

/* ---- building ---- */

static int make_hosts(struct nx_server *server, struct nx_error *err)
{
	const char *const *names = nx_conf_list(server->conf, NULL, "hosts");

	server->hosts = nx_map_new();
	for (; *names; names++) {
		struct nx_host *host = nx_host_new(server, *names, err);

		if (!host)
			return -1;
		if (nx_server_find_host(server, host->name, strlen(host->name))) {
			nx_host_free(&host);
			continue;
		}
		nx_map_set(server->hosts, host->name, strlen(host->name), host);
		if (!server->default_host)
			server->default_host = host;
	}
	if (!server->default_host)
		return nx_fail(err, NX_E_CONFIG, "hosts is empty; write the domain of the accounts, such as school.example");
	return 0;
}

static const char *choose_path(const char *given, const char *variable, const char *installed)
{
	const char *from_env = getenv(variable);

	if (given)
		return given;
	return from_env && *from_env ? from_env : installed;
}

/* First the core's own rows, for the modules; then strictly, with theirs. */
static int read_configuration(struct nx_server *server, const struct nx_server_options *options, struct nx_error *err)
{
	const char *path = choose_path(options->module_path, "NEXA_MODULE_PATH", NX_MODULE_DIR);

	server->conf = nx_conf_new();
	nx_conf_add_table(server->conf, "core", "The server itself", nx_core_options);
	nx_conf_add_table(server->conf, "http", "HTTP and WebSocket", nx_site_options);
	if (nx_conf_load(server->conf, options->config_file, options->overrides, NX_CONF_FIRST, err) < 0)
		return -1;
	server->modules = nx_modules_load(server, nx_conf_list(server->conf, NULL, "modules"), path, err);
	if (!server->modules)
		return -1;
	return nx_conf_load(server->conf, options->config_file, options->overrides, NX_CONF_STRICT, err);
}

static void pressure_changed(void *ctx, bool is_full)
{
	struct nx_server *server = ctx;
	struct nx_session *sess;
	uint32_t pos = 0;

	nx_log_write(&server->database_log, NX_WARNING, is_full ? "the database is behind: clients are read more slowly"
								: "the database has caught up");
	while ((sess = nx_handles_next(server->sessions, &pos))) {
		if (is_full)
			nx_conn_pause(sess->conn, NX_PAUSE_STORE);
		else
			nx_conn_resume(sess->conn, NX_PAUSE_STORE);
	}
}

static int open_store(struct nx_server *server, const struct nx_server_options *options, struct nx_error *err)
{
	server->database_path = nx_setup_database_path(server, err);
	if (!server->database_path)
		return -1;
	server->store = nx_store_open(&(struct nx_store_options){
		.path = server->database_path,
		.schema_dir = choose_path(options->schema_dir, "NEXA_SCHEMA_DIR", NX_SCHEMA_DIR),
		.mailbox = nx_loop_mailbox(server->loop),
		.log = &server->database_log,
		.readers = (unsigned)nx_conf_int(server->conf, NULL, "store_readers"),
		.max_jobs = (size_t)nx_conf_int(server->conf, NULL, "store_max_jobs"),
		.max_bytes = (size_t)nx_conf_int(server->conf, NULL, "store_max"),
		.cache_bytes = (size_t)nx_conf_int(server->conf, NULL, "store_cache"),
		.pressure = pressure_changed, .pressure_ctx = server,
	}, err);
	return server->store ? 0 : -1;
}

#define SCRATCH_KEPT_BYTES (256 * 1024)

static void end_turn(void *arg)
{
	struct nx_server *server = arg;

	nx_store_hand_over(server->store);
	/* One long roster is no reason to keep its size for ever. */
	if (server->scratch.cap > SCRATCH_KEPT_BYTES)
		nx_buf_done(&server->scratch);
}

/* Everything that answers to the loop, in an order in which each finds what it needs. */
static int make_parts(struct nx_server *server, const struct nx_server_options *options, struct nx_error *err)
{
	server->loop = nx_loop_new(server->clock, err);
	if (!server->loop || open_store(server, options, err) < 0)
		return -1;
	nx_loop_add_end_of_turn(server->loop, end_turn, server);
	server->workers = nx_workers_new(nx_loop_mailbox(server->loop), (unsigned)nx_conf_int(server->conf, NULL, "workers"),
					 WORKER_QUEUE);
	server->sessions = nx_handles_new();
	server->events = nx_handles_new();
	server->router = nx_router_new(server);
	server->throttle = nx_throttle_new(server);
	server->guests = nx_guests_new(server);
	server->commands = nx_commands_new(server);
	server->tls = nx_tls_context_new("xmpp-client");
	server->web_tls = nx_tls_context_new("http/1.1");
	server->site = nx_site_new(server);
	server->components = nx_map_new();
	if (make_hosts(server, err) < 0)
		return -1;
	server->users = nx_users_new(server, err);
	server->keyring = server->users ? nx_keyring_new(server, err) : NULL;
	server->accounts = server->keyring ? nx_accounts_new(server, err) : NULL;
	return server->accounts ? nx_modules_start(server->modules, err) : -1;
}

static void warn_of_unknown_variables(struct nx_server *server)
{
	const char *const *names = nx_conf_unknown_variables(server->conf);

	for (; *names; names++)
		nx_log(server, NX_WARNING, "%s is set in the environment, but no loaded module has such an option", *names);
}

static int build(struct nx_server *server, const struct nx_server_options *options, struct nx_error *err)
{
	if (read_configuration(server, options, err) < 0 || nx_setup_state_dir(server, err) < 0)
		return -1;
	if (!server->logger && nx_setup_logger(server, err) < 0)
		return -1;
	warn_of_unknown_variables(server);
	if (nx_setup_secret(server, err) < 0)
		return -1;
	server->parsers = nx_xml_parsers_new();
	nx_setup_limits(server);
	if (make_parts(server, options, err) < 0)
		return -1;
	return options->has_sockets ? nx_setup_certificates(server, err) : 0;
}

static struct nx_server *server_new(const struct nx_server_options *options)
{
	struct nx_pool *pool = nx_pool_new("server", 4096);
	struct nx_server *server = NX_NEW(pool, struct nx_server);

	server->pool = pool;
	server->clock = options->clock;
	server->logger = options->logger;
	server->log.logger = options->logger;
	server->database_log = (struct nx_log_source){ .parent = &server->log, .channel = NX_LOG_DATABASE };
	server->config_file = nx_pool_strdup(pool, options->config_file);
	server->overrides = options->overrides;
	server->started_ms = nx_clock_ms(server->clock);
	return server;
}

struct nx_server *nx_server_new(const struct nx_server_options *options, struct nx_error *err)
{
	struct nx_server *server = server_new(options);

	if (build(server, options, err) < 0)
		nx_server_free(&server);
	return server;
}

struct nx_server *nx_server_new_for_tables(const struct nx_server_options *options, struct nx_error *err)
{
	struct nx_server *server = server_new(options);

	if (read_configuration(server, options, err) < 0)
		nx_server_free(&server);
	return server;
}

static int listen_for_modules(struct nx_server *server, struct nx_error *err)
{
	const struct nx_handlers *handlers = &server->hooks.by_id[NX_HOOK_listening];

	for (size_t i = 0; i < handlers->count; i++) {
		if (handlers->list[i].fn.listening(handlers->list[i].mod, err) < 0)
			return -1;
	}
	return 0;
}

int nx_server_listen(struct nx_server *server, struct nx_error *err)
{
	server->control = nx_control_new(server, err);
	server->c2s = server->control ? nx_c2s_new(server, err) : NULL;
	if (!server->c2s || nx_site_listen(server->site, err) < 0 || listen_for_modules(server, err) < 0)
		return -1;
	nx_setup_housekeeping(server);
	return 0;
}

/* ---- reloading ---- */

int nx_server_reload(struct nx_server *server, struct nx_error *err)
{
	if (nx_conf_load(server->conf, server->config_file, server->overrides, NX_CONF_STRICT, err) < 0)
		return -1;
	if (server->c2s && nx_setup_certificates(server, err) < 0) {
		nx_conf_revert(server->conf);
		return -1;
	}
	nx_setup_limits(server);
	nx_setup_log_level(server);
	nx_logger_reopen(server->logger);
	nx_accounts_reload(server->accounts);
	NX_FIRE0(server, reloaded);

	char **names = nx_conf_needs_restart(server->conf, server->pool);
	for (; *names; names++)
		nx_log(server, NX_WARNING, "option %s has changed; it takes effect when the server is restarted", *names);
	nx_log(server, NX_INFO, "configuration read anew");
	return 0;
}

/* ---- stopping ---- */

#define STOP_LOOK_MS 20

static bool is_finished(const struct nx_server *server)
{
	return nx_handles_count(server->sessions) == 0 && nx_server_is_idle(server) && nx_commands_open(server->commands) == 0 &&
		(!server->control || nx_control_callers(server->control) == 0);
}

static void look_whether_finished(void *arg)
{
	struct nx_server *server = arg;
	bool is_late = nx_clock_ms(server->clock) >= server->stop_at_ms;

	if (is_late)
		nx_log(server, NX_WARNING, "stopping although not everything has finished sessions=%u jobs=%zu",
		       nx_handles_count(server->sessions), nx_store_pending(server->store));
	if (is_late || is_finished(server))
		nx_loop_stop(server->loop);
	else
		nx_timer_set(nx_loop_timers(server->loop), &server->stop_timer, STOP_LOOK_MS, look_whether_finished, server);
}

static void end_sessions(struct nx_server *server)
{
	struct nx_session *sess;
	struct nx_error err;
	uint32_t pos = 0;

	nx_fail(&err, NX_E_SYSTEM_SHUTDOWN, "The server is being stopped");
	while ((sess = nx_handles_next(server->sessions, &pos)))
		nx_session_end(sess, &err, "server stops");
}

void nx_server_stop(struct nx_server *server)
{
	if (server->is_stopping)
		return;
	server->is_stopping = true;
	nx_log(server, NX_INFO, "stopping sessions=%u", nx_handles_count(server->sessions));
	server->stop_at_ms = nx_clock_ms(server->clock) + nx_conf_period_ms(server->conf, NULL, "stop_timeout");
	if (server->c2s)
		nx_c2s_stop(server->c2s);
	nx_site_stop(server->site);
	NX_FIRE0(server, sessions_ending);
	end_sessions(server);
	NX_FIRE0(server, stopping);
	if (server->control)
		nx_control_stop(server->control);
	nx_timer_set(nx_loop_timers(server->loop), &server->stop_timer, STOP_LOOK_MS, look_whether_finished, server);
}

/* Connections that did not end in time are cut; their burials need turns of the loop. */
static void bury_the_rest(struct nx_server *server)
{
	struct nx_session *sess;
	uint32_t pos = 0;

	end_sessions(server);
	while ((sess = nx_handles_next(server->sessions, &pos)))
		nx_conn_abort(sess->conn, "the server stops");
	if (server->control)
		nx_control_stop(server->control);
	/* WebSockets have to hear of it before what carries them goes. */
	if (server->site)
		nx_site_close(server->site);
	while (nx_loop_turn(server->loop, 0))
		;
}

#define STORE_LOOK_MS 10

/* What was submitted is carried out in any case; here who waits for it learns of it, and gives back what it holds. */
static void wait_for_store(struct nx_server *server)
{
	while (nx_store_pending(server->store) > 0)
		nx_loop_turn(server->loop, STORE_LOOK_MS);
}

/* Events that wait for an answer which will not come any more. */
static void drop_events(struct nx_server *server)
{
	struct nx_event *ev;
	uint32_t pos = 0;

	while ((ev = nx_handles_next(server->events, &pos))) {
		ev->answered = NULL;
		nx_event_free(ev);
	}
}

static void free_hosts(struct nx_server *server)
{
	struct nx_map_iter it = {0};
	struct nx_host *host;

	while (server->hosts && (host = nx_map_next(server->hosts, &it)))
		nx_host_free(&host);
	nx_map_free(&server->hosts);
}

static void free_components(struct nx_server *server)
{
	struct nx_map_iter it = {0};
	struct nx_component *component;

	while (server->components && (component = nx_map_next(server->components, &it)))
		nx_component_free(&component);
	nx_map_free(&server->components);
}

void nx_server_free(struct nx_server **server_p)
{
	struct nx_server *server = *server_p;
	struct nx_pool *pool;

	*server_p = NULL;
	if (!server)
		return;
	if (server->sessions)
		bury_the_rest(server);
	nx_timer_cancel(&server->stop_timer);
	nx_timer_cancel(&server->housekeeping);
	nx_timer_cancel(&server->pulse);
	nx_workers_free(&server->workers);
	if (server->store)
		wait_for_store(server);
	nx_store_close(&server->store);
	if (server->events)
		drop_events(server);
	nx_c2s_free(&server->c2s);
	nx_control_free(&server->control);
	nx_commands_free(&server->commands);
	nx_accounts_free(&server->accounts);
	nx_guests_free(&server->guests);
	nx_keyring_free(&server->keyring);
	nx_users_free(&server->users);
	if (server->modules)
		nx_modules_stop(server->modules);
	nx_site_free(&server->site);
	free_components(server);
	free_hosts(server);
	nx_throttle_free(&server->throttle);
	nx_router_free(&server->router);
	nx_hooks_done(&server->hooks);
	nx_modules_free(&server->modules);
	nx_handles_free(&server->events);
	nx_handles_free(&server->sessions);
	nx_xml_parsers_free(&server->parsers);
	nx_tls_context_free(&server->tls);
	nx_tls_context_free(&server->web_tls);
	nx_loop_free(&server->loop);
	nx_conf_free(&server->conf);
	nx_buf_done(&server->scratch);
	if (server->owns_logger)
		nx_logger_free(&server->logger);
	pool = server->pool;
	nx_pool_free(&pool);
}

/* ---- finding ---- */

struct nx_host *nx_server_find_host(const struct nx_server *server, const char *domain, size_t domain_len)
{
	struct nx_host *usual = server->default_host;

	if (usual && usual->jid.full_len == domain_len && memcmp(usual->jid.full, domain, domain_len) == 0)
		return usual;
	return nx_map_find(server->hosts, domain, domain_len);
}

struct nx_host *nx_server_find_host_of(const struct nx_server *server, const struct nx_jid *jid)
{
	return nx_server_find_host(server, nx_jid_domain(jid), nx_jid_domain_len(jid));
}

bool nx_server_owns(const struct nx_server *server, const char *domain, size_t domain_len)
{
	return nx_server_find_host(server, domain, domain_len) || nx_component_find(server, domain, domain_len);
}

struct nx_session *nx_server_find_session(const struct nx_server *server, uint64_t id)
{
	return nx_handles_find(server->sessions, id);
}

const struct nx_hooks *nx_server_hooks(const struct nx_server *server)
{
	return &server->hooks;
}

uint64_t nx_server_next_id(struct nx_server *server)
{
	uint64_t now = (uint64_t)nx_clock_wall_ms(server->clock) << 20, random = nx_rand_u32();

	/* Some 20 000 in a millisecond before they run ahead of the clock. */
	if (now > server->last_id)
		server->last_id = now | (random & 0x7ffff);
	else
		server->last_id += 1 + (random & 0x1f);
	return server->last_id;
}

bool nx_server_is_idle(const struct nx_server *server)
{
	return nx_store_pending(server->store) == 0 && nx_workers_pending(server->workers) == 0;
}

bool nx_server_has_limits(const struct nx_server *server)
{
	return server->has_limits;
}
