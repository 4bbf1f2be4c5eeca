/* HTTP: the options, the table of paths, and the listeners (core/site.h). */
#include "core/site_private.h"

#include <string.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/conf.h"
#include "core/module.h"
#include "core/server.h"
#include "net/address.h"
#include "net/crowd.h"
#include "net/listener.h"

#define KIB 1024

const struct nx_option nx_site_options[] = {
	{ .name = "http_port", .kind = NX_OPT_KIND_INT, .default_int = 5280, .max = 65535, .env_alias = "PORT,SERVER_PORT",
	  .needs_restart = true, .help = "Port for HTTP; 0: none" },
	{ .name = "https_port", .kind = NX_OPT_KIND_INT, .default_int = 5281, .max = 65535, .needs_restart = true,
	  .help = "Port for HTTPS; 0: none" },
	{ .name = "https_client_certificates", .kind = NX_OPT_KIND_BOOL, .max = 1,
	  .help = "Ask for certificates (client_ca) over HTTPS too, so that clients log in with them over WebSocket; browsers then ask people" },
	{ .name = "http_proxies", .kind = NX_OPT_KIND_LIST, .check = nx_address_check_option,
	  .help = "Addresses and networks (10.0.0.0/8) of proxies in front of HTTP, whose X-Forwarded headers are believed" },
	NX_OPT_INT("http_connections", 1000, 1, 1000000, "Connections at once, WebSockets among them"),
	NX_OPT_INT("http_per_address", 200, 1, 1000000, "Connections at once from one address that is no proxy"),
	{ .name = "http_header_max", .kind = NX_OPT_KIND_SIZE, .default_int = 8 * KIB, .min = 1 * KIB, .max = 32 * KIB,
	  .needs_restart = true, .help = "Largest request line with all headers" },
	{ .name = "http_timeout", .kind = NX_OPT_KIND_PERIOD, .default_int = 10, .min = 1, .max = 600, .needs_restart = true,
	  .help = "Time for the TLS handshake, again for the headers of a request, and for each piece of its body" },
	{ .name = "http_idle", .kind = NX_OPT_KIND_PERIOD, .default_int = 30, .min = 1, .max = 3600, .needs_restart = true,
	  .help = "Time after which a connection without requests is closed, and one that does not read its answer" },
	{ .name = "http_slow_after", .kind = NX_OPT_KIND_PERIOD, .default_int = 360, .min = 1, .max = 86400, .needs_restart = true,
	  .help = "Time after which an upload or a download that still goes on is a slow one" },
	{ .name = "http_slow_per_address", .kind = NX_OPT_KIND_INT, .default_int = 20, .min = 1, .max = 1000000, .needs_restart = true,
	  .help = "Slow uploads and downloads at once of one address; more are ended" },
	NX_OPT_PERIOD("http_hsts", 180 * 86400, 0, 3650LL * 86400,
		      "How long browsers that were here over HTTPS keep to it (RFC 6797); 0: do not ask them to"),
	{ .name = "websocket_ping", .kind = NX_OPT_KIND_PERIOD, .default_int = 25, .min = 1, .max = 3600, .needs_restart = true,
	  .help = "Silence after which a WebSocket is pinged" },
	{ .name = "websocket_timeout", .kind = NX_OPT_KIND_PERIOD, .default_int = 20, .min = 1, .max = 3600, .needs_restart = true,
	  .help = "Time to answer such a ping" },
	NX_OPT_END
};

/* ---- paths ---- */

void nx_site_add_routes(struct nx_site *site, struct nx_module *mod, const struct nx_http_route *rows)
{
	for (; rows && rows->path; rows++) {
		struct route *route = nx_mem_new(sizeof(*route));

		nx_assert(!nx_map_find(site->routes, rows->path, strlen(rows->path)));
		nx_assert(!rows->is_prefix || nx_str_has_suffix(rows->path, "/"));
		route->row = rows;
		route->mod = mod;
		nx_map_set(site->routes, rows->path, strlen(rows->path), route);
		if (strlen(rows->path) > site->longest_path)
			site->longest_path = strlen(rows->path);
	}
}

void nx_site_withdraw_routes(struct nx_site *site, const struct nx_module *mod)
{
	struct nx_map_iter it = {0};
	struct route *route;

	while ((route = nx_map_next(site->routes, &it))) {
		if (route->mod != mod)
			continue;
		nx_map_remove(site->routes, route->row->path, strlen(route->row->path));
		nx_mem_free(route);
	}
}

bool nx_site_has_path(const struct nx_site *site, const char *path)
{
	return nx_map_find(site->routes, path, strlen(path)) != NULL;
}

/* ---- listening ---- */

/* NULL: that address may have one more. */
static const char *why_not(const struct nx_site *site, const char *address)
{
	const struct nx_conf *conf = site->server->conf;

	if (!nx_server_has_limits(site->server))
		return NULL;
	if (nx_web_count(site->web) >= (unsigned)nx_conf_int(conf, NULL, "http_connections"))
		return "there are too many (option http_connections)";
	if (nx_crowd_count(site->crowd, address) >= (unsigned)nx_conf_int(conf, NULL, "http_per_address") && !nx_site_is_proxy(site, address))
		return "too many from this address (option http_per_address)";
	return NULL;
}

static void take_visitor(struct nx_site *site, int fd, const char *address, bool has_tls)
{
	const char *reason = why_not(site, address);

	if (reason) {
		nx_log(site, NX_DEBUG, "connection refused address=%s reason=\"%s\"", address, reason);
		close(fd);
		return;
	}
	nx_crowd_enter(site->crowd, address);
	nx_web_adopt(site->web, fd, address, has_tls);
}

static void plain_accepted(void *ctx, int fd, const char *address)
{
	take_visitor(ctx, fd, address, false);
}

static void tls_accepted(void *ctx, int fd, const char *address)
{
	take_visitor(ctx, fd, address, true);
}

static unsigned secs(const struct nx_site *site, const char *option)
{
	return (unsigned)(nx_conf_period_ms(site->server->conf, NULL, option) / 1000);
}

static int make_web(struct nx_site *site, struct nx_error *err)
{
	struct nx_server *server = site->server;

	site->web = nx_web_new(&(struct nx_web_options){
		.loop = server->loop, .workers = server->workers, .tls = server->web_tls, .log = &site->log, .subprotocol = "xmpp",
		.header_max_bytes = (unsigned)nx_conf_int(server->conf, NULL, "http_header_max"),
		.request_timeout_secs = secs(site, "http_timeout"), .idle_timeout_secs = secs(site, "http_idle"),
		.slow_after_secs = secs(site, "http_slow_after"),
		.slow_per_address = (unsigned)nx_conf_int(server->conf, NULL, "http_slow_per_address"),
		.ping_after_secs = secs(site, "websocket_ping"), .ping_timeout_secs = secs(site, "websocket_timeout"),
		.events = &nx_site_web_events, .ctx = site,
	}, err);
	return site->web ? 0 : -1;
}

static int listen_on(struct nx_site *site, const char *option, void (*accepted)(void *ctx, int fd, const char *peer),
		     struct nx_listener **listener_r, struct nx_error *err)
{
	struct nx_server *server = site->server;
	const char *address = nx_conf_str(server->conf, NULL, "listen_address");
	int64_t port = nx_conf_int(server->conf, NULL, option);

	if (port == 0)
		return 0;
	*listener_r = nx_listener_new(server->loop, address, (uint16_t)port, option, accepted, site, &server->log, err);
	return *listener_r ? 0 : -1;
}

int nx_site_listen(struct nx_site *site, struct nx_error *err)
{
	const struct nx_conf *conf = site->server->conf;

	if (nx_conf_int(conf, NULL, "http_port") == 0 && nx_conf_int(conf, NULL, "https_port") == 0)
		return 0;
	if (make_web(site, err) < 0 || listen_on(site, "http_port", plain_accepted, &site->plain, err) < 0)
		return -1;
	return listen_on(site, "https_port", tls_accepted, &site->tls, err);
}

/* ---- life ---- */

struct nx_site *nx_site_new(struct nx_server *server)
{
	struct nx_site *site = nx_mem_new(sizeof(*site));

	site->server = server;
	site->log = (struct nx_log_source){ .parent = &server->log, .channel = NX_LOG_WEBSOCKET };
	site->routes = nx_map_new();
	site->crowd = nx_crowd_new();
	return site;
}

void nx_site_stop(struct nx_site *site)
{
	nx_listener_free(&site->plain);
	nx_listener_free(&site->tls);
}

void nx_site_close(struct nx_site *site)
{
	nx_site_stop(site);
	nx_web_free(&site->web);
}

void nx_site_free(struct nx_site **site)
{
	if (!*site)
		return;
	nx_site_close(*site);
	nx_assert(nx_map_count((*site)->routes) == 0);
	nx_map_free(&(*site)->routes);
	nx_crowd_free(&(*site)->crowd);
	nx_mem_free(*site);
	*site = NULL;
}

uint16_t nx_site_port(const struct nx_site *site)
{
	return site->plain ? nx_listener_port(site->plain) : 0;
}

uint16_t nx_site_tls_port(const struct nx_site *site)
{
	return site->tls ? nx_listener_port(site->tls) : 0;
}

unsigned nx_site_connections(const struct nx_site *site)
{
	return site->web ? nx_web_count(site->web) : 0;
}

uint64_t nx_site_requests(const struct nx_site *site)
{
	return site->requests;
}

void nx_site_each_answers(const struct nx_site *site,
			  void (*each)(void *ctx, const char *path, const struct nx_site_answers *answers), void *ctx)
{
	struct nx_map_iter it = {0};
	const struct route *route;

	while ((route = nx_map_next(site->routes, &it)))
		each(ctx, route->row->path, &route->answers);
	each(ctx, NULL, &site->nowhere);
}

struct nx_http_request *nx_site_find_request(const struct nx_site *site, uint64_t id)
{
	return site->web ? nx_web_find_request(site->web, id) : NULL;
}
