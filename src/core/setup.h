/* Steps of starting and reloading that look at the machine: directories, secret, logs, certificates, limits. */
#ifndef NX_CORE_SETUP_H
#define NX_CORE_SETUP_H

struct nx_error;
struct nx_server;

/* Makes STATE (0700) and remembers its path. */
int nx_setup_state_dir(struct nx_server *server, struct nx_error *err);
/* The file of option database_url, or STATE/nexa.db; NULL and err when the URL means something else than SQLite. */
const char *nx_setup_database_path(struct nx_server *server, struct nx_error *err);
/* STATE/secret, or what option secret_key says. */
int nx_setup_secret(struct nx_server *server, struct nx_error *err);
int nx_setup_logger(struct nx_server *server, struct nx_error *err);
void nx_setup_log_level(struct nx_server *server);
/* Copies the options of the fast path into the server. */
void nx_setup_limits(struct nx_server *server);
/* Loads the configured certificates, or makes the server's own (net/tls.h). */
int nx_setup_certificates(struct nx_server *server, struct nx_error *err);
/* Now and once a minute logs are rotated; once a day certificates are looked after. */
void nx_setup_housekeeping(struct nx_server *server);

#endif
