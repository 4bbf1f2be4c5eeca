/* What becomes of a request (core/site.h): whose it is when it came through a proxy, which row it finds, what is refused here already, the
 * headers that all answers have, and the access log. */
#include "core/site_private.h"

#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/pool.h"
#include "base/str.h"
#include "conf/conf.h"
#include "core/module.h"
#include "core/server.h"
#include "net/address.h"
#include "net/crowd.h"

/* ---- proxies ---- */

bool nx_site_is_proxy(const struct nx_site *site, const char *address)
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
		if (!nx_site_is_proxy(site, request->address))
			break;
	}
	if (request->forwarded_proto)
		request->is_secure = strcasecmp(request->forwarded_proto, "https") == 0;
	if (request->forwarded_host)
		request->host = request->forwarded_host;
}

bool nx_site_knows_client(const struct nx_server *server, struct nx_http_request *request)
{
	if (strcmp(request->address, request->peer_address) != 0)
		return true;
	return !request->forwarded_for && !nx_http_find_header(request, "forwarded") && !nx_site_is_proxy(server->site, request->peer_address);
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
	/* RFC 6797 §8.3: for all ports of that name, and localhost is also what others have on their own machine. */
	if (request->is_secure && hsts_secs > 0 && strcmp(nx_site_asked_name(site->server, request), "localhost") != 0)
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
static struct route *find_route(const struct nx_site *site, const char *path)
{
	size_t len = strlen(path);
	struct route *route = nx_map_find(site->routes, path, len);

	/* To look for thousands of names with thousands of bytes would take milliseconds. */
	if (len > site->longest_path)
		len = site->longest_path;
	while (!route && len > 0) {
		len--;
		if (path[len] != '/')
			continue;
		route = nx_map_find(site->routes, path, len + 1);
		if (route && !route->row->is_prefix)
			route = NULL;
	}
	return route;
}

static struct route *route_of(const struct nx_site *site, struct nx_http_request *request)
{
	struct route *route = find_route(site, request->path);

	if (route && route->row->is_prefix)
		request->rest = request->path + strlen(route->row->path);
	return route;
}

static void web_prepare(void *ctx, struct nx_http_request *request)
{
	struct nx_site *site = ctx;

	if (nx_site_is_proxy(site, request->peer_address))
		believe_proxy(site, request);
	add_usual_headers(site, request);
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

	answer(route_of(site, request), request);
}

static bool web_upgrade(void *ctx, struct nx_http_request *request, const void **data_r)
{
	struct nx_site *site = ctx;
	const struct route *route = route_of(site, request);

	*data_r = route;
	return route && route->row->connected;
}

/* A quotation mark would end the value, and whatever follows would pass for fields of ours. */
static const char *path_for_log(const struct nx_http_request *request)
{
	char *path = nx_pool_strdup(request->pool, request->path);

	for (char *mark = path; (mark = strchr(mark, '"')); )
		*mark = '\'';
	return path;
}

static void count_answer(struct nx_site *site, const char *path, unsigned status, uint64_t bytes)
{
	struct route *route = find_route(site, path);
	struct nx_site_answers *answers = route ? &route->answers : &site->nowhere;

	site->requests++;
	answers->by_class[status / 100 % NX_HTTP_CLASSES]++;
	answers->bytes += bytes;
}

/* The access log. */
static void web_answered(void *ctx, const struct nx_http_request *request, unsigned status, uint64_t bytes)
{
	struct nx_site *site = ctx;

	count_answer(site, request->path, status, bytes);
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

const struct nx_web_events nx_site_web_events = {
	.prepare = web_prepare, .request = web_request, .upgrade = web_upgrade, .connected = web_connected, .answered = web_answered, .left = web_left,
};
