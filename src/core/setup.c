/* Starting and reloading (core/setup.h). */
#include "core/setup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/sha.h>

#include "base/error.h"
#include "base/list.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/rand.h"
#include "base/str.h"
#include "base/workers.h"
#include "conf/conf.h"
#include "core/component.h"
#include "core/host.h"
#include "core/server.h"
#include "net/loop.h"
#include "net/tls.h"

/* ---- state directory ---- */

static int make_dir(const char *path, mode_t mode, const char *option, struct nx_error *err)
{
	struct stat st;

	if (mkdir(path, mode) == 0 || (errno == EEXIST && stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
		return 0;
	if (errno == EEXIST || errno == ENOTDIR)
		return nx_fail(err, NX_E_SYSTEM, "%s is in the way: a directory is needed there; move it, or set %s to another path",
			       path, option);
	return nx_fail(err, NX_E_SYSTEM, "cannot make the directory %s (%s); make it yourself, or set %s to another path",
		       path, strerror(errno), option);
}

/* option: the one that named the path, for the sentence. */
static int make_dirs(struct nx_pool *pool, const char *path, mode_t mode, const char *option, struct nx_error *err)
{
	char *part = nx_pool_strdup(pool, path);

	for (char *slash = strchr(part + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (access(part, F_OK) != 0 && make_dir(part, 0755, option, err) < 0)
			return -1;
		*slash = '/';
	}
	return make_dir(part, mode, option, err);
}

/* Paths of files and of the control socket must not depend on where nexad was started. */
static const char *make_absolute(struct nx_pool *pool, const char *path)
{
	char here[PATH_MAX];

	if (path[0] == '/' || !getcwd(here, sizeof(here)))
		return nx_pool_strdup(pool, path);
	return nx_pool_printf(pool, "%s/%s", here, path);
}

int nx_setup_state_dir(struct nx_server *server, struct nx_error *err)
{
	server->state_dir = make_absolute(server->pool, nx_conf_str(server->conf, NULL, "state_dir"));
	if (make_dirs(server->pool, server->state_dir, 0700, "state_dir", err) < 0)
		return -1;
	if (access(server->state_dir, W_OK | X_OK) != 0)
		return nx_fail(err, NX_E_SYSTEM, "cannot write in the state directory %s (%s); give it to the user that runs nexad",
			       server->state_dir, strerror(errno));
	return 0;
}

const char *nx_setup_database_path(struct nx_server *server, struct nx_error *err)
{
	const char *url = nx_conf_str(server->conf, NULL, "database_url");

	if (!url || !*url)
		return nx_pool_printf(server->pool, "%s/nexa.db", server->state_dir);
	if (nx_str_has_prefix(url, "sqlite:")) {
		const char *path = url + strlen("sqlite:");
		/* sqlite:///var/lib/x.db as others write it, or sqlite:x.db. */
		return nx_pool_strdup(server->pool, nx_str_has_prefix(path, "//") ? path + 2 : path);
	}
	nx_fail(err, NX_E_CONFIG, "database_url names a database that this version does not know; write sqlite:/path/to/nexa.db");
	return NULL;
}

/* ---- secret ---- */

static int write_secret(struct nx_server *server, const char *path, struct nx_error *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	nx_rand_bytes(server->secret, sizeof(server->secret));
	if (fd < 0 || write(fd, server->secret, sizeof(server->secret)) != (ssize_t)sizeof(server->secret) || fsync(fd) != 0) {
		nx_fail(err, NX_E_SYSTEM, "cannot write %s (%s); free some space or check the rights", path, strerror(errno));
		if (fd >= 0) {
			close(fd);
			unlink(path);
		}
		return -1;
	}
	close(fd);
	return 0;
}

int nx_setup_secret(struct nx_server *server, struct nx_error *err)
{
	const char *key = nx_conf_str(server->conf, NULL, "secret_key");
	const char *path = nx_pool_printf(server->pool, "%s/secret", server->state_dir);

	if (key && *key) {
		SHA256((const unsigned char *)key, strlen(key), server->secret);
		return 0;
	}
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT)
		return write_secret(server, path, err);
	ssize_t len = fd < 0 ? -1 : read(fd, server->secret, sizeof(server->secret));
	if (fd >= 0)
		close(fd);
	if (len != (ssize_t)sizeof(server->secret))
		return nx_fail(err, NX_E_SYSTEM, "cannot read %s (%s); restore it from a backup, or remove it and a new one is made",
			       path, len < 0 ? strerror(errno) : "it is too short");
	return 0;
}

/* ---- logs ---- */

static enum nx_level configured_level(const struct nx_server *server)
{
	enum nx_level level = NX_INFO;

	nx_level_parse(nx_conf_str(server->conf, NULL, "log_level"), &level);
	return nx_conf_bool(server->conf, NULL, "debug") ? NX_DEBUG : level;
}

int nx_setup_logger(struct nx_server *server, struct nx_error *err)
{
	const char *dir = nx_conf_str(server->conf, NULL, "log_dir");
	bool is_stderr_only = nx_str_eq(dir, "stderr");
	struct nx_log_options options = {
		.level = configured_level(server),
		.to_stderr = true,
		.rotate_size_bytes = nx_conf_int(server->conf, NULL, "log_max"),
		.keep_days = (unsigned)(nx_conf_period_ms(server->conf, NULL, "log_keep") / 86400000),
	};

	if (!is_stderr_only) {
		options.dir = dir && *dir ? make_absolute(server->pool, dir) : nx_pool_printf(server->pool, "%s/log", server->state_dir);
		if (make_dirs(server->pool, options.dir, 0700, "log_dir", err) < 0)
			return -1;
	}
	server->log_dir = options.dir;
	server->logger = nx_logger_new(&options, err);
	server->log.logger = server->logger;
	server->owns_logger = true;
	return server->logger ? 0 : -1;
}

void nx_setup_log_level(struct nx_server *server)
{
	nx_logger_set_level(server->logger, configured_level(server));
}

/* ---- limits ---- */

void nx_setup_limits(struct nx_server *server)
{
	const struct nx_conf *conf = server->conf;
	struct nx_xml_limits limits = {
		.max_stanza_bytes = (size_t)nx_conf_int(conf, NULL, "stanza_max"),
		.max_start_tag_bytes = (size_t)nx_conf_int(conf, NULL, "start_tag_max"),
		.max_depth = (unsigned)nx_conf_int(conf, NULL, "stanza_depth_max"),
		.max_attrs = (unsigned)nx_conf_int(conf, NULL, "stanza_attrs_max"),
	};

	server->limits = server->limits_before_login = limits;
	server->limits_before_login.max_stanza_bytes = (size_t)nx_conf_int(conf, NULL, "stanza_max_before_login");
	server->has_limits = nx_conf_bool(conf, NULL, "limits");
	nx_xml_parsers_set_wear(server->parsers, (size_t)nx_conf_int(conf, NULL, "parser_max_stanza"),
				(unsigned)nx_conf_int(conf, NULL, "parser_max_uses"));
	server->output_drop_bytes = (size_t)nx_conf_int(conf, NULL, "output_drop");
	server->output_max_bytes = (size_t)nx_conf_int(conf, NULL, "output_max");
	server->debt_max_bytes = (size_t)nx_conf_int(conf, NULL, "store_max") / 32;
	server->rates = (struct nx_rates){
		.stanzas_per_sec = (double)nx_conf_int(conf, NULL, "rate_stanzas"),
		.stanza_burst = (double)nx_conf_int(conf, NULL, "rate_stanzas_burst"),
		.bytes_per_sec = (double)nx_conf_int(conf, NULL, "rate_bytes"),
		.byte_burst = (double)nx_conf_int(conf, NULL, "rate_bytes_burst"),
	};
}

/* ---- certificates ---- */

#define OWN_CERT "server"

/* A host may be called as the machine is. */
static void add_name(const char **names, const char *name)
{
	while (*names && !nx_str_eq(*names, name))
		names++;
	*names = name;
}

static int make_own(struct nx_server *server, struct nx_pool *pool, struct nx_tls_cert *cert, struct nx_error *err)
{
	const char *dir = nx_pool_printf(pool, "%s/tls", server->state_dir);
	char **machine, **addresses;
	size_t domains = nx_map_count(server->hosts) + nx_map_count(server->components), machine_count = 0;
	struct nx_map_iter it = {0}, component_it = {0};
	struct nx_component *component;
	struct nx_host *host;

	nx_tls_machine_names(pool, &machine, &addresses);
	while (machine[machine_count])
		machine_count++;
	const char **names = NX_NEW_ARRAY(pool, const char *, domains + machine_count + 2);
	/* The first one is the subject. */
	add_name(names, nx_jid_domain_to_ascii(pool, server->default_host->name));
	while ((host = nx_map_next(server->hosts, &it)))
		add_name(names, nx_jid_domain_to_ascii(pool, host->name));
	while ((component = nx_map_next(server->components, &component_it)))
		add_name(names, nx_jid_domain_to_ascii(pool, component->name));
	for (size_t i = 0; i < machine_count; i++)
		add_name(names, machine[i]);
	if (make_dirs(pool, dir, 0700, "state_dir", err) < 0)
		return -1;
	int made = nx_tls_ca_ensure(dir, OWN_CERT, names, (const char *const *)addresses, err);
	if (made < 0)
		return -1;
	if (made > 0)
		nx_log(server, NX_INFO, "made a certificate for %s under the server's own authority %s/ca.pem", names[0], dir);
	cert->cert_file = nx_pool_printf(pool, "%s/" OWN_CERT ".pem", dir);
	cert->key_file = nx_pool_printf(pool, "%s/" OWN_CERT ".key", dir);
	return 0;
}

static int take_pair(const struct nx_server *server, const char *host, struct nx_tls_cert *cert, struct nx_error *err)
{
	cert->host = host;
	cert->cert_file = nx_conf_str(server->conf, host, "tls_cert");
	cert->key_file = nx_conf_str(server->conf, host, "tls_key");
	cert->client_ca_file = nx_conf_str(server->conf, host, "client_ca");
	if (cert->client_ca_file && !*cert->client_ca_file)
		cert->client_ca_file = NULL;
	if (!cert->cert_file == !cert->key_file)
		return 0;
	return nx_fail(err, NX_E_CONFIG, "%s is set but %s is not; a certificate needs both", cert->cert_file ? "tls_cert" : "tls_key",
		       cert->cert_file ? "tls_key" : "tls_cert");
}

static bool has_its_own(const struct nx_tls_cert *cert, const struct nx_tls_cert *general)
{
	return (cert->cert_file && !nx_str_eq(cert->cert_file, general->cert_file)) ||
		!nx_str_eq(cert->client_ca_file, general->client_ca_file);
}

static int collect_certs(struct nx_server *server, struct nx_pool *pool, struct nx_tls_cert **certs_r, unsigned *count_r,
			 struct nx_error *err)
{
	struct nx_tls_cert *certs = NX_NEW_ARRAY(pool, struct nx_tls_cert, nx_map_count(server->hosts) + 1);
	struct nx_map_iter it = {0};
	struct nx_host *host;
	unsigned count = 1;

	if (take_pair(server, NULL, &certs[0], err) < 0)
		return -1;
	if (!certs[0].cert_file && make_own(server, pool, &certs[0], err) < 0)
		return -1;
	while ((host = nx_map_next(server->hosts, &it))) {
		if (take_pair(server, host->name, &certs[count], err) < 0)
			return -1;
		/* A host with nothing of its own sees the general values, which certs[0] serves already. */
		if (!has_its_own(&certs[count], &certs[0]))
			continue;
		if (!certs[count].cert_file) {
			certs[count].cert_file = certs[0].cert_file;
			certs[count].key_file = certs[0].key_file;
		}
		certs[count++].host = nx_jid_domain_to_ascii(pool, host->name);
	}
	*certs_r = certs;
	*count_r = count;
	return 0;
}

int nx_setup_certificates(struct nx_server *server, struct nx_error *err)
{
	struct nx_pool *pool = nx_pool_new("certificates", 4096);
	struct nx_tls_loaded *loaded = NULL;
	struct nx_tls_cert *certs;
	const char *warning = NULL;
	unsigned count;
	int rc = collect_certs(server, pool, &certs, &count, err);

	if (rc == 0)
		rc = nx_tls_context_prepare(server->tls, certs, count, pool, &loaded, &warning, err);
	/* A browser troubles people with a question then that hardly anybody wants answered. */
	for (unsigned i = 0; rc == 0 && i < count && !nx_conf_bool(server->conf, NULL, "https_client_certificates"); i++)
		certs[i].client_ca_file = NULL;
	if (rc == 0)
		rc = nx_tls_context_load(server->web_tls, certs, count, pool, &warning, err);
	/* Both or none: the files may have changed in between. */
	if (rc == 0)
		nx_tls_context_take(server->tls, &loaded);
	nx_tls_loaded_free(&loaded);
	if (warning)
		nx_log(server, NX_WARNING, "%s", warning);
	nx_pool_free(&pool);
	return rc;
}

/* ---- housekeeping ---- */

#define MINUTE_MS 60000
#define DAY_MINUTES 1440

/* What a worker does every minute. */
struct chores {
	struct nx_work work;
	struct nx_logger *logger;
	int64_t wall_ms;
};

static void do_chores(struct nx_work *work)
{
	struct chores *chores = NX_CONTAINER(work, struct chores, work);

	nx_logger_rotate(chores->logger, chores->wall_ms);
	/* A flood that is over must not leave its memory behind. */
	nx_mem_trim();
}

static void chores_done(struct nx_work *work)
{
	nx_mem_free(NX_CONTAINER(work, struct chores, work));
}

static void begin_chores(struct nx_server *server)
{
	struct chores *chores = nx_mem_new(sizeof(*chores));

	chores->work.run = do_chores;
	chores->work.done = chores_done;
	chores->logger = server->logger;
	chores->wall_ms = nx_clock_wall_ms(server->clock);
	/* A full queue means that logins keep the workers busy: the next minute will do. */
	if (nx_workers_submit(server->workers, &chores->work) < 0)
		nx_mem_free(chores);
}

/* Once a day: the server's own certificate is renewed in time, and expiry is warned of. */
static void look_after_certificates(struct nx_server *server)
{
	struct nx_error err;

	if (nx_setup_certificates(server, &err) < 0)
		nx_log(server, NX_ERROR, "certificates: %s", err.text);
}

static void keep_house(void *arg)
{
	struct nx_server *server = arg;

	begin_chores(server);
	if (++server->minutes % DAY_MINUTES == 0)
		look_after_certificates(server);
	nx_timer_set(nx_loop_timers(server->loop), &server->housekeeping, MINUTE_MS, keep_house, server);
}

#define PULSE_MS 1000

/* Does nothing, but by it the loop knows how late it is (nx_loop_worst_lag_ms). */
static void pulse(void *arg)
{
	struct nx_server *server = arg;

	nx_timer_set(nx_loop_timers(server->loop), &server->pulse, PULSE_MS, pulse, server);
}

void nx_setup_housekeeping(struct nx_server *server)
{
	/* What became due while the server was down. */
	begin_chores(server);
	nx_timer_set(nx_loop_timers(server->loop), &server->housekeeping, MINUTE_MS, keep_house, server);
	pulse(server);
}
