/* mod_host_meta: tells web clients where WebSocket and BOSH are (XEP-0156 section 3, RFC 6415): /.well-known/host-meta as XML,
 * host-meta.json as JSON, for pages from everywhere.
 *
 * The address is the one under which we were asked: that of a proxy that does TLS, or ours with https_port. Without either there is no
 * safe way to log in, and nothing to tell: 404. COMPAT: Converse.js takes the last link, so there is one of each kind. */
#include "core/module.h"

#include <string.h>

#include <jansson.h>

#include "base/mem.h"

static const struct link { const char *rel, *scheme, *path; } links[] = {
	{ "urn:xmpp:alt-connections:websocket", "wss", "/ws" },
	{ "urn:xmpp:alt-connections:xbosh", "https", "/bosh" },
};
#define LINK_COUNT (sizeof(links) / sizeof(links[0]))

/* NULL: there is none. */
static const char *url_of(const struct nx_module *mod, const struct nx_http_request *request, const struct link *link)
{
	const char *site = nx_site_has_path(mod->server->site, link->path) ? nx_site_secure_url(mod->server, request, link->scheme) : NULL;

	return site ? nx_pool_printf(request->pool, "%s%s", site, link->path) : NULL;
}

static void refuse(struct nx_http_request *request)
{
	nx_http_answer_text(request, 404, "This server has neither a secure WebSocket nor BOSH.");
}

static void show_xml(struct nx_module *mod, struct nx_http_request *request)
{
	const char *text = "", *url;

	for (size_t i = 0; i < LINK_COUNT; i++) {
		if ((url = url_of(mod, request, &links[i])))
			text = nx_pool_printf(request->pool, "%s  <Link rel='%s' href='%s'/>\n", text, links[i].rel, url);
	}
	if (!*text) {
		refuse(request);
		return;
	}
	text = nx_pool_printf(request->pool, "<?xml version='1.0' encoding='utf-8'?>\n"
			      "<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>\n%s</XRD>\n", text);
	nx_http_answer(request, 200, "application/xrd+xml; charset=utf-8", text, strlen(text));
}

static void show_json(struct nx_module *mod, struct nx_http_request *request)
{
	json_t *list = json_array();
	const char *url;

	for (size_t i = 0; i < LINK_COUNT; i++) {
		if ((url = url_of(mod, request, &links[i])))
			json_array_append_new(list, json_pack("{s:s, s:s}", "rel", links[i].rel, "href", url));
	}
	json_t *json = json_pack("{s:O}", "links", list);
	char *text = json_dumps(json, JSON_COMPACT);

	if (json_array_size(list) > 0)
		nx_http_answer(request, 200, "application/json", text, strlen(text));
	else
		refuse(request);
	nx_mem_free(text);      /* jansson's default allocator is malloc() */
	json_decref(json);
	json_decref(list);
}

static const struct nx_http_route host_meta_routes[] = {
	{ .path = "/.well-known/host-meta", .methods = NX_HTTP_GET, .cors_headers = "", .answer = show_xml },
	{ .path = "/.well-known/host-meta.json", .methods = NX_HTTP_GET, .cors_headers = "", .answer = show_json },
	{ 0 }
};

NX_MODULE(host_meta) = {
	NX_MODULE_HEAD(host_meta),
	.summary = "Tells web clients where WebSocket and BOSH are", .xeps = "0156",
	.http = host_meta_routes,
};
