/* mod_host_meta: tells web clients where the WebSocket is (XEP-0156 section 3, RFC 6415): /.well-known/host-meta as XML, host-meta.json
 * as JSON, for pages from everywhere.
 *
 * The address is the one under which we were asked: that of a proxy that does TLS, or ours with https_port. Without either there is no
 * safe way to log in, and nothing to tell: 404. COMPAT: Converse.js takes the last link, so there is one of each kind. */
#include "core/module.h"

#include <string.h>

#include <jansson.h>

#include "base/mem.h"

#define WEBSOCKET_REL "urn:xmpp:alt-connections:websocket"
#define WEBSOCKET_PATH "/ws"

/* NULL: there is none. */
static const char *websocket_url(struct nx_module *mod, const struct nx_http_request *request)
{
	const char *site = nx_site_secure_url(mod->server, request, "wss");

	return site ? nx_pool_printf(request->pool, "%s" WEBSOCKET_PATH, site) : NULL;
}

/* True when it was answered: with 404. */
static bool prepare(struct nx_module *mod, struct nx_http_request *request, const char **url_r)
{
	*url_r = websocket_url(mod, request);
	if (!*url_r)
		nx_http_answer_text(request, 404, "This server has no secure WebSocket.");
	return *url_r == NULL;
}

static void show_xml(struct nx_module *mod, struct nx_http_request *request)
{
	const char *url, *text;

	if (prepare(mod, request, &url))
		return;
	text = nx_pool_printf(request->pool, "<?xml version='1.0' encoding='utf-8'?>\n"
			      "<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>\n"
			      "  <Link rel='" WEBSOCKET_REL "' href='%s'/>\n</XRD>\n", url);
	nx_http_answer(request, 200, "application/xrd+xml; charset=utf-8", text, strlen(text));
}

static void show_json(struct nx_module *mod, struct nx_http_request *request)
{
	const char *url;

	if (prepare(mod, request, &url))
		return;
	json_t *json = json_pack("{s:[{s:s, s:s}]}", "links", "rel", WEBSOCKET_REL, "href", url);
	char *text = json_dumps(json, JSON_COMPACT);

	nx_http_answer(request, 200, "application/json", text, strlen(text));
	nx_mem_free(text);      /* jansson's default allocator is malloc() */
	json_decref(json);
}

static const struct nx_http_route host_meta_routes[] = {
	{ .path = "/.well-known/host-meta", .methods = NX_HTTP_GET, .cors_headers = "", .answer = show_xml },
	{ .path = "/.well-known/host-meta.json", .methods = NX_HTTP_GET, .cors_headers = "", .answer = show_json },
	{ 0 }
};

NX_MODULE(host_meta) = {
	NX_MODULE_HEAD(host_meta),
	.summary = "Tells web clients where the WebSocket is", .xeps = "0156",
	.needs = NX_LIST("websocket"),
	.http = host_meta_routes,
};
