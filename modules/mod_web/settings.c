/* What the web client has to know of this server (web/chat/chat.js reads it):
 *
 *   {"domain": "school.example", "domains": ["school.example"], "rooms": "conference.school.example", "registration": false, "bosh": true,
 *    "files": ["https://school.example:5281"]}
 *
 * It knows by itself where it came from, and the WebSocket and BOSH are there, too. Files may be elsewhere (option upload_url). */
#include "mod_web/web.h"

#include <string.h>

#include <jansson.h>

#include "base/map.h"
#include "base/mem.h"
#include "service/upload.h"

/* NULL: there are none. */
static const char *rooms_of(const struct nx_server *server, const struct nx_host *host)
{
	struct nx_map_iter it = {0};
	struct nx_component *component;

	while ((component = nx_map_next(server->components, &it))) {
		if (component->host == host && nx_str_eq(component->def->category, "conference"))
			return component->name;
	}
	return NULL;
}

/* The origin of a URL with or without path. */
static const char *origin_of(struct nx_pool *pool, const char *url)
{
	const char *host = strstr(url, "://");

	return host ? nx_pool_strndup(pool, url, strcspn(host + 3, "/") + (size_t)(host + 3 - url)) : url;
}

const char *const *web_file_origins(const struct nx_module *mod, struct nx_pool *pool)
{
	struct nx_module *upload;
	const struct nx_upload_service *service = nx_service_find(mod->server, NX_SERVICE_UPLOAD, &upload);
	const char **origins = NX_NEW_ARRAY(pool, const char *, nx_map_count(mod->server->hosts) + 1);
	struct nx_map_iter it = {0};
	struct nx_host *host;
	size_t count = 0;

	while (service && (host = nx_map_next(mod->server->hosts, &it))) {
		const char *base = service->url_base(upload, pool, host);

		if (base)
			origins[count++] = origin_of(pool, base);
	}
	return origins;
}

static json_t *origins_json(const struct nx_module *mod, struct nx_pool *pool)
{
	const char *const *origins = web_file_origins(mod, pool);
	json_t *json = json_array();

	for (; *origins; origins++)
		json_array_append_new(json, json_string(*origins));
	return json;
}

static json_t *domains_of(const struct nx_server *server)
{
	struct nx_map_iter it = {0};
	struct nx_host *host;
	json_t *domains = json_array();

	while ((host = nx_map_next(server->hosts, &it)))
		json_array_append_new(domains, json_string(host->name));
	return domains;
}

static bool has_module(const struct nx_server *server, const char *name)
{
	for (size_t i = 0; i < nx_modules_count(server->modules); i++) {
		if (nx_str_eq(nx_modules_at(server->modules, i)->def->name, name))
			return true;
	}
	return false;
}

void web_show_settings(struct nx_module *mod, struct nx_http_request *request)
{
	const struct nx_server *server = mod->server;
	const struct nx_host *host = nx_site_asked_domain(server, request);
	bool is_open = nx_str_eq(nx_conf_str(server->conf, host->name, "registration"), "open");
	json_t *json = json_pack("{s:s, s:o, s:s?, s:b, s:b, s:o}", "domain", host->name, "domains", domains_of(server),
				 "rooms", rooms_of(server, host), "registration", is_open,
				 "bosh", has_module(server, "bosh"), "files", origins_json(mod, request->pool));
	char *text = json_dumps(json, JSON_COMPACT);

	nx_http_answer(request, 200, "application/json", text, strlen(text));
	nx_mem_free(text);      /* jansson's default allocator is malloc() */
	json_decref(json);
}
