/* What the files site*.c share behind site.h: site.c knows the paths and the listeners, site_request.c what becomes of a request, site_url.c
 * under which names we are asked. */
#ifndef NX_CORE_SITE_PRIVATE_H
#define NX_CORE_SITE_PRIVATE_H

#include "base/log.h"
#include "core/site.h"
#include "net/web.h"

struct nx_crowd;
struct nx_listener;
struct nx_map;

struct route {
	const struct nx_http_route *row;
	struct nx_module *mod;
	struct nx_site_answers answers;
};

struct nx_site {
	struct nx_log_source log;       /* websocket.log */
	struct nx_server *server;
	struct nx_map *routes;          /* struct route by path */
	size_t longest_path;            /* that any of them had */
	struct nx_web *web;             /* NULL: does not listen */
	struct nx_crowd *crowd;         /* connections */
	struct nx_listener *plain, *tls;
	uint64_t requests;
	struct nx_site_answers nowhere; /* on paths that are nobody's */
};

/* site_request.c; ctx is the site. */
extern const struct nx_web_events nx_site_web_events;
bool nx_site_is_proxy(const struct nx_site *site, const char *address);

#endif
