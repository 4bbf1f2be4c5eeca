/* What the web client has to know of this server (web/chat/chat.js reads it):
 *
 *   {"domain": "school.example", "domains": ["school.example"], "rooms": "conference.school.example", "registration": false}
 *
 * It knows by itself where it came from, and the WebSocket is there, too. */
#include "mod_web/web.h"

#include <string.h>

#include <jansson.h>

#include "base/map.h"
#include "base/mem.h"

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

static json_t *domains_of(const struct nx_server *server)
{
	struct nx_map_iter it = {0};
	struct nx_host *host;
	json_t *domains = json_array();

	while ((host = nx_map_next(server->hosts, &it)))
		json_array_append_new(domains, json_string(host->name));
	return domains;
}

void web_show_settings(struct nx_module *mod, struct nx_http_request *request)
{
	const struct nx_server *server = mod->server;
	const struct nx_host *host = nx_site_asked_domain(server, request);
	bool is_open = nx_str_eq(nx_conf_str(server->conf, host->name, "registration"), "open");
	json_t *json = json_pack("{s:s, s:o, s:s?, s:b}", "domain", host->name, "domains", domains_of(server),
				 "rooms", rooms_of(server, host), "registration", is_open);
	char *text = json_dumps(json, JSON_COMPACT);

	nx_http_answer(request, 200, "application/json", text, strlen(text));
	nx_mem_free(text);      /* jansson's default allocator is malloc() */
	json_decref(json);
}
