/* The server object: made in main.c, passed on, taken down in reverse order. There is no other global. */
#ifndef NX_CORE_SERVER_H
#define NX_CORE_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/timer.h"
#include "conf/conf.h"
#include "core/counts.h"
#include "core/hooks.h"
#include "xml/reader.h"

struct nx_error;
struct nx_component;
struct nx_event;
struct nx_handles;
struct nx_host;
struct nx_jid;
struct nx_loop;
struct nx_map;
struct nx_pool;
struct nx_session;
struct nx_store;
struct nx_tls_context;
struct nx_workers;
struct nx_xml_parsers;

/* Token buckets of a session. */
struct nx_rates { double stanzas_per_sec, stanza_burst, bytes_per_sec, byte_burst; };

struct nx_server {
	struct nx_log_source log;
	struct nx_log_source database_log;      /* database.log gets it too */
	struct nx_pool *pool;
	struct nx_clock *clock;
	struct nx_logger *logger;
	struct nx_loop *loop;
	struct nx_conf *conf;
	struct nx_store *store;
	struct nx_workers *workers;
	struct nx_xml_parsers *parsers;
	struct nx_handles *sessions;            /* struct nx_session by id */
	struct nx_handles *events;              /* struct nx_event by id, while they live */
	struct nx_map *hosts;                   /* struct nx_host by domain */
	struct nx_host *default_host;
	struct nx_map *components;              /* struct nx_component by domain (core/component.h) */
	struct nx_modules *modules;             /* core/loader.h */
	struct nx_router *router;               /* core/router.h */
	struct nx_hooks hooks;
	struct nx_accounts *accounts;           /* core/account.h */
	struct nx_users *users;                 /* core/users.h */
	struct nx_keyring *keyring;             /* core/keyring.h */
	struct nx_guests *guests;               /* core/guests.h */
	struct nx_throttle *throttle;           /* core/throttle.h */
	struct nx_commands *commands;           /* core/command.h */
	struct nx_tls_context *tls;             /* clients' */
	struct nx_tls_context *web_tls;         /* the same certificates for HTTPS */
	struct nx_site *site;                   /* core/site.h */
	struct nx_c2s *c2s;                     /* core/c2s.h; NULL in tests without sockets */
	struct nx_control *control;             /* core/control.h; NULL in tests without sockets */
	const char *state_dir, *config_file;    /* config_file NULL: defaults and environment only */
	const char *database_path, *log_dir;    /* log_dir NULL: the standard error stream */
	uint8_t secret[32];                     /* made at the first start, kept in STATE/secret */
	int64_t started_ms;                     /* monotonic */
	bool is_stopping, owns_logger;
	const char *const *overrides;           /* as given; borrowed */
	struct nx_timer stop_timer, housekeeping, pulse;
	int64_t stop_at_ms;
	uint64_t minutes;                       /* of housekeeping */
	bool has_limits;                        /* option limits */
	struct nx_rates rates;                  /* these are options, kept for the fast path */
	struct nx_xml_limits limits_before_login, limits;
	size_t output_drop_bytes, output_max_bytes;
	size_t debt_max_bytes;          /* of what one session may have waiting for the database (core/pace.c) */
	uint64_t last_id;                       /* nx_server_next_id() */
	struct nx_buf scratch;                  /* for serialising; used within one function only */
	struct nx_counts counts;
};

/* What a server is made of; main.c fills it from the command line. */
struct nx_server_options {
	struct nx_clock *clock;
	struct nx_logger *logger;               /* NULL: made as configured */
	const char *config_file;                /* NULL: none */
	const char *const *overrides;           /* "name=value", NULL-terminated, may be NULL */
	const char *schema_dir, *module_path;   /* NULL: the environment, then the installed place */
	bool has_sockets;                       /* false in protocol tests: no listeners, no control socket */
};

/* Reads the configuration, opens logs and store, loads modules, makes hosts. Any failure is a sentence: NX_E_CONFIG or another
 * kind (main.c: exit code 78 or 1), and nothing is left behind. */
struct nx_server *nx_server_new(const struct nx_server_options *options, struct nx_error *err);
/* Only the configuration and the tables of all modules, read strictly: for checking and for printing documents. */
struct nx_server *nx_server_new_for_tables(const struct nx_server_options *options, struct nx_error *err);
/* Listens: from here on clients are served. */
int nx_server_listen(struct nx_server *server, struct nx_error *err);
/* Reads the configuration anew, log files and certificates too; on an error everything stays as it was. */
int nx_server_reload(struct nx_server *server, struct nx_error *err);
/* Ends sessions with <system-shutdown/>, waits for the store and the queues, at most stop_timeout; then stops the loop. */
void nx_server_stop(struct nx_server *server);
void nx_server_free(struct nx_server **server);

/* The rows of core, for nx_conf_add_table(). */
extern const struct nx_option nx_core_options[];

struct nx_host *nx_server_find_host(const struct nx_server *server, const char *domain, size_t domain_len);
/* The host that the address belongs to. */
struct nx_host *nx_server_find_host_of(const struct nx_server *server, const struct nx_jid *jid);
/* Whether addresses of that domain are ours to give: a host's or a component's. */
bool nx_server_owns(const struct nx_server *server, const char *domain, size_t domain_len);
struct nx_session *nx_server_find_session(const struct nx_server *server, uint64_t id);
/* Time-ordered 64 bit id, unique for this server and ever growing, also over restarts: milliseconds since 1970 << 20 and
 * something that cannot be guessed from other ids (XEP-0359 section 3). */
uint64_t nx_server_next_id(struct nx_server *server);
/* True when nothing is under way inside: no job, no work, no event waiting (protocol tests run until then). */
bool nx_server_is_idle(const struct nx_server *server);
/* Whether rate limits apply (option limits). */
bool nx_server_has_limits(const struct nx_server *server);

#endif
