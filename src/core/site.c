/* HTTP: listeners, paths, and what all answers have in common (core/site.h). */
#include "core/site.h"

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
#include "net/crowd.h"
#include "net/listener.h"
#include "net/web.h"

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
	struct nx_crowd *crowd;         /* connections */
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

static const char *allowed_methods(const struct nx_http_request *request, const struct nx_http_route *row)
{
	static const struct { enum nx_http_method method; const char *name; } names[] = {
		{ NX_HTTP_GET, "GET, HEAD" }, { NX_HTTP_POST, "POST" }, { NX_HTTP_PUT, "PUT" }, { NX_HTTP_DELETE, "DELETE" },
	};
	const char *allowed = "OPTIONS";

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (row->methods & names[i].method)
			allowed = nx_pool_printf(request->pool, "%s, %s", names[i].name, allowed);
	}
	return allowed;
}

/* The Fetch standard, "CORS protocol". */
static void allow_other_pages(struct nx_http_request *request, const struct nx_http_route *row)
{
	if (!row->cors_headers)
		return;
	nx_http_header(request, "access-control-allow-origin", "*");
	if (request->method != NX_HTTP_OPTIONS)
		return;
	nx_http_header(request, "access-control-allow-methods", allowed_methods(request, row));
	if (*row->cors_headers)
		nx_http_header(request, "access-control-allow-headers", row->cors_headers);
	nx_http_header(request, "access-control-max-age", "86400");
}

static void refuse_method(struct nx_http_request *request, const struct nx_http_route *row)
{
	nx_http_header(request, "allow", allowed_methods(request, row));
	if (request->method == NX_HTTP_OPTIONS)
		nx_http_answer(request, 204, NULL, NULL, 0);
	else
		nx_http_answer_text(request, 405, "%s does not allow that method.", request->path);
}

static void answer_with(const struct route *route, struct nx_http_request *request)
{
	const struct nx_http_route *row = route->row;
	unsigned method = request->method == NX_HTTP_HEAD ? NX_HTTP_GET : request->method;

	allow_other_pages(request, row);
	if (row->connected && method == NX_HTTP_GET) {
		nx_http_header(request, "upgrade", "websocket");        /* RFC 9110 section 15.5.22 */
		nx_http_header(request, "connection", "upgrade");
		nx_http_answer_text(request, 426, "This address is for WebSocket clients.");
	} else if (!(row->methods & method)) {
		refuse_method(request, row);
	} else if (row->body_max_bytes > 0 && request->body_bytes < 0) {
		nx_http_answer_text(request, 411, "The length of the body has to be announced in Content-Length.");
	} else if (row->body_max_bytes > 0 && (uint64_t)request->body_bytes > row->body_max_bytes) {
		nx_http_answer_text(request, 413, "The body has %lld bytes, and %s takes at most %llu.", (long long)request->body_bytes,
				    request->path, (unsigned long long)row->body_max_bytes);
	} else {
		row->answer(route->mod, request);
	}
}

/* ---- requests ---- */

/* The row of that path, or of the nearest one above it that serves what is below. */
static struct route *find_route(const struct nx_site *site, struct nx_http_request *request)
{
	size_t len = strlen(request->path);
	struct route *route = nx_map_find(site->routes, request->path, len);

	while (!route && len > 0) {
		len--;
		if (request->path[len] != '/')
			continue;
		route = nx_map_find(site->routes, request->path, len + 1);
		if (route && !route->row->is_prefix)
			route = NULL;
	}
	if (route && route->row->is_prefix)
		request->rest = request->path + strlen(route->row->path);
	return route;
}

static struct route *prepare(struct nx_site *site, struct nx_http_request *request)
{
	if (is_proxy(site, request->peer_address))
		believe_proxy(site, request);
	add_usual_headers(site, request);
	return find_route(site, request);
}

static void answer(const struct route *route, struct nx_http_request *request)
{
	if (route)
		answer_with(route, request);
	else
		nx_http_answer_text(request, 404, "There is nothing at %s.", request->path);
}

static void web_request(void *ctx, struct nx_http_request *request)
{
	struct nx_site *site = ctx;

	answer(prepare(site, request), request);
}

static bool web_upgrade(void *ctx, struct nx_http_request *request, const void **data_r)
{
	struct nx_site *site = ctx;
	const struct route *route = prepare(site, request);

	if (route && route->row->connected) {
		*data_r = route;
		return true;
	}
	answer(route, request);
	return false;
}

/* A quotation mark would end the value, and whatever follows would pass for fields of ours. */
static const char *path_for_log(const struct nx_http_request *request)
{
	char *path = nx_pool_strdup(request->pool, request->path);

	for (char *mark = path; (mark = strchr(mark, '"')); )
		*mark = '\'';
	return path;
}

/* The access log. */
static void web_answered(void *ctx, const struct nx_http_request *request, unsigned status, uint64_t bytes)
{
	struct nx_site *site = ctx;

	site->requests++;
	nx_log(site, NX_INFO, "http method=%s path=\"%s\" status=%u bytes=%llu address=%s tls=%s%s", request->method_name,
	       path_for_log(request), status, (unsigned long long)bytes, request->address, request->is_secure ? "yes" : "no",
	       status == 0 ? " reason=\"the client went before the answer\"" : "");
}

static void web_left(void *ctx, const char *peer)
{
	struct nx_site *site = ctx;

	nx_crowd_leave(site->crowd, peer);
}

static void web_connected(void *ctx, const void *data, struct nx_conn *conn)
{
	const struct route *route = data;

	(void)ctx;
	route->row->connected(route->mod, conn);
}

static const struct nx_web_events web_events = {
	.request = web_request, .upgrade = web_upgrade, .connected = web_connected, .answered = web_answered, .left = web_left,
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
	if (nx_crowd_count(site->crowd, address) >= (unsigned)nx_conf_int(conf, NULL, "http_per_address") && !is_proxy(site, address))
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

struct nx_http_request *nx_site_find_request(const struct nx_site *site, uint64_t id)
{
	return site->web ? nx_web_find_request(site->web, id) : NULL;
}
