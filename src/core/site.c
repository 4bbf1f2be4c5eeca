/* HTTP: listeners, paths, and what all answers have in common (core/site.h). */
#include "core/site.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "conf/conf.h"
#include "core/module.h"
#include "core/server.h"
#include "net/address.h"
#include "net/listener.h"
#include "net/web.h"

#define KIB 1024

const struct nx_option nx_site_options[] = {
	{ .name = "http_port", .kind = NX_OPT_KIND_INT, .default_int = 5280, .max = 65535, .env_alias = "PORT,SERVER_PORT",
	  .needs_restart = true, .help = "Port for HTTP; 0: none" },
	{ .name = "https_port", .kind = NX_OPT_KIND_INT, .default_int = 5281, .max = 65535, .needs_restart = true,
	  .help = "Port for HTTPS; 0: none" },
	{ .name = "http_proxies", .kind = NX_OPT_KIND_LIST, .check = nx_address_check_option,
	  .help = "Addresses and networks (10.0.0.0/8) of proxies in front of HTTP, whose X-Forwarded headers are believed" },
	NX_OPT_INT("http_connections", 1000, 1, 1000000, "Connections at once, WebSockets among them"),
	{ .name = "http_header_max", .kind = NX_OPT_KIND_SIZE, .default_int = 8 * KIB, .min = 1 * KIB, .max = 32 * KIB,
	  .needs_restart = true, .help = "Largest request line with all headers" },
	{ .name = "http_timeout", .kind = NX_OPT_KIND_PERIOD, .default_int = 10, .min = 1, .max = 600, .needs_restart = true,
	  .help = "Time for the TLS handshake, and again for the headers of a request" },
	{ .name = "http_idle", .kind = NX_OPT_KIND_PERIOD, .default_int = 30, .min = 1, .max = 3600, .needs_restart = true,
	  .help = "Time after which a connection without requests is closed" },
	NX_OPT_PERIOD("http_hsts", 180 * 86400, 0, 3650LL * 86400,
		      "How long browsers that were here over HTTPS keep to it (RFC 6797); 0: do not ask them to"),
	{ .name = "websocket_ping", .kind = NX_OPT_KIND_PERIOD, .default_int = 25, .min = 1, .max = 3600, .needs_restart = true,
	  .help = "Silence after which a WebSocket is pinged" },
	{ .name = "websocket_timeout", .kind = NX_OPT_KIND_PERIOD, .default_int = 20, .min = 1, .max = 3600, .needs_restart = true,
	  .help = "Time to answer such a ping" },
	NX_OPT_END
};

struct route {
	const struct nx_http_route *row;
	struct nx_module *mod;
};

struct nx_site {
	struct nx_log_source log;       /* websocket.log */
	struct nx_server *server;
	struct nx_map *routes;          /* struct route by path */
	struct nx_web *web;             /* NULL: does not listen */
	struct nx_listener *plain, *tls;
	uint64_t requests;
};

/* ---- proxies ---- */

static bool is_proxy(const struct nx_site *site, const char *address)
{
	return nx_address_is_in_any(address, nx_conf_list(site->server->conf, NULL, "http_proxies"));
}

/* Proxies append: the last address that is not itself a proxy of ours is the client, and whatever stands before it is its own tale. */
static void believe_proxy(const struct nx_site *site, struct nx_http_request *request)
{
	char **hops = nx_str_split(request->pool, request->forwarded_for ? request->forwarded_for : "", ',');
	size_t count = 0;

	while (hops[count])
		count++;
	while (count > 0 && nx_address_is_valid(hops[count - 1])) {
		request->address = hops[--count];
		if (!is_proxy(site, request->address))
			break;
	}
	if (request->forwarded_proto)
		request->is_secure = strcasecmp(request->forwarded_proto, "https") == 0;
	if (request->forwarded_host)
		request->host = request->forwarded_host;
}

/* ---- answers ---- */

void nx_http_answer_text(struct nx_http_request *request, unsigned status, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = nx_pool_vprintf(request->pool, fmt, ap);
	va_end(ap);
	text = nx_pool_printf(request->pool, "%s\n", text);
	nx_http_answer(request, status, "text/plain; charset=utf-8", text, strlen(text));
}

/* What a page of ours may do is nothing, until the module that serves it says otherwise. */
static void add_usual_headers(const struct nx_site *site, struct nx_http_request *request)
{
	int64_t hsts_secs = nx_conf_period_ms(site->server->conf, NULL, "http_hsts") / 1000;

	nx_http_header(request, "content-security-policy",
		       "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
	nx_http_header(request, "x-content-type-options", "nosniff");
	nx_http_header(request, "referrer-policy", "no-referrer");
	nx_http_header(request, "cache-control", "no-store");
	if (request->is_secure && hsts_secs > 0)
		nx_http_header(request, "strict-transport-security",
			       nx_pool_printf(request->pool, "max-age=%lld", (long long)hsts_secs));
}

static void name_methods(struct nx_http_request *request, const struct nx_http_route *row)
{
	static const struct { enum nx_http_method method; const char *name; } names[] = {
		{ NX_HTTP_GET, "GET, HEAD" }, { NX_HTTP_POST, "POST" }, { NX_HTTP_PUT, "PUT" }, { NX_HTTP_DELETE, "DELETE" },
	};
	const char *allowed = "OPTIONS";

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (row->methods & names[i].method)
			allowed = nx_pool_printf(request->pool, "%s, %s", names[i].name, allowed);
	}
	nx_http_header(request, "allow", allowed);
}

static void answer_with(const struct route *route, struct nx_http_request *request)
{
	const struct nx_http_route *row = route->row;
	unsigned method = request->method == NX_HTTP_HEAD ? NX_HTTP_GET : request->method;

	if (row->methods & method) {
		row->answer(route->mod, request);
	} else if (row->connected && method == NX_HTTP_GET) {
		nx_http_header(request, "upgrade", "websocket");        /* RFC 9110 section 15.5.22 */
		nx_http_header(request, "connection", "upgrade");
		nx_http_answer_text(request, 426, "This address is for WebSocket clients.");
	} else {
		name_methods(request, row);
		if (method == NX_HTTP_OPTIONS)
			nx_http_answer(request, 204, NULL, NULL, 0);
		else
			nx_http_answer_text(request, 405, "%s does not allow that method.", request->path);
	}
}

/* ---- requests ---- */

static struct route *prepare(struct nx_site *site, struct nx_http_request *request)
{
	site->requests++;
	if (is_proxy(site, request->peer_address))
		believe_proxy(site, request);
	add_usual_headers(site, request);
	return nx_map_find(site->routes, request->path, strlen(request->path));
}

static void log_access(struct nx_site *site, const struct nx_http_request *request)
{
	nx_log(site, NX_INFO, "http method=%s path=\"%s\" status=%u bytes=%zu address=%s tls=%s", request->method_name, request->path,
	       nx_http_status(request), nx_http_body_len(request), request->address, request->is_secure ? "yes" : "no");
}

static void answer(struct nx_site *site, const struct route *route, struct nx_http_request *request)
{
	if (route)
		answer_with(route, request);
	else
		nx_http_answer_text(request, 404, "There is nothing at %s.", request->path);
	log_access(site, request);
}

static void web_request(void *ctx, struct nx_http_request *request)
{
	struct nx_site *site = ctx;

	answer(site, prepare(site, request), request);
}

static bool web_upgrade(void *ctx, struct nx_http_request *request, const void **data_r)
{
	struct nx_site *site = ctx;
	const struct route *route = prepare(site, request);

	if (route && route->row->connected) {
		*data_r = route;
		return true;
	}
	answer(site, route, request);
	return false;
}

static void web_connected(void *ctx, const void *data, struct nx_conn *conn)
{
	const struct route *route = data;

	(void)ctx;
	route->row->connected(route->mod, conn);
}

static const struct nx_web_events web_events = {
	.request = web_request, .upgrade = web_upgrade, .connected = web_connected,
};

/* ---- paths ---- */

void nx_site_add_routes(struct nx_site *site, struct nx_module *mod, const struct nx_http_route *rows)
{
	for (; rows && rows->path; rows++) {
		struct route *route = nx_mem_new(sizeof(*route));

		nx_assert(!nx_map_find(site->routes, rows->path, strlen(rows->path)));
		route->row = rows;
		route->mod = mod;
		nx_map_set(site->routes, rows->path, strlen(rows->path), route);
	}
}

void nx_site_withdraw_routes(struct nx_site *site, const struct nx_module *mod)
{
	for (const struct nx_http_route *row = mod->def->http; row && row->path; row++) {
		struct route *route = nx_map_find(site->routes, row->path, strlen(row->path));

		if (!route || route->mod != mod)
			continue;
		nx_map_remove(site->routes, row->path, strlen(row->path));
		nx_mem_free(route);
	}
}

/* ---- listening ---- */

static void take_visitor(struct nx_site *site, int fd, const char *address, bool has_tls)
{
	int64_t max = nx_conf_int(site->server->conf, NULL, "http_connections");

	if (nx_server_has_limits(site->server) && nx_web_count(site->web) >= (unsigned)max) {
		nx_log(site, NX_DEBUG, "connection refused address=%s reason=\"too many\" limit=%lld", address, (long long)max);
		close(fd);
		return;
	}
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
		.loop = server->loop, .tls = server->web_tls, .log = &site->log, .subprotocol = "xmpp",
		.header_max_bytes = (unsigned)nx_conf_int(server->conf, NULL, "http_header_max"),
		.request_timeout_secs = secs(site, "http_timeout"), .idle_timeout_secs = secs(site, "http_idle"),
		.ping_after_secs = secs(site, "websocket_ping"), .ping_timeout_secs = secs(site, "websocket_timeout"),
		.events = &web_events, .ctx = site,
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
