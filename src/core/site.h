/* What the server offers over HTTP: the listeners on http_port and https_port, and the table of paths, each of which is a row in a
 * module (.http in its descriptor).
 *
 * One normal case: a listener accepts, net/web.c reads a request and calls in here; the path's row is found, headers that every answer
 * has are set, and the module answers with nx_http_answer(), at once or later (net/http.h). Unknown paths get 404, other methods 405,
 * bodies that are too large 413; HEAD and OPTIONS need nobody's care. A line of the access log follows in websocket.log. Behind a proxy
 * that is named in http_proxies the request tells about the client of the proxy. */
#ifndef NX_CORE_SITE_H
#define NX_CORE_SITE_H

#include <stdbool.h>
#include <stdint.h>

#include "conf/conf.h"
#include "net/http.h"

struct nx_conn;
struct nx_error;
struct nx_host;
struct nx_module;
struct nx_server;
struct nx_site;

/* A row of a module's table. */
struct nx_http_route {
	const char *path;               /* "/health"; NULL ends the table */
	/* The path ends in a slash, and everything below it that has no row of its own belongs here too: request->rest. */
	bool is_prefix;
	unsigned methods;               /* enum nx_http_method bits; GET brings HEAD. 0: a path of WebSockets */
	/* A larger body gets 413 before the row hears of it. 0: bodies are not read, and answered all the same. A row whose limit is an
	 * option says UINT64_MAX and looks at request->body_bytes itself. */
	uint64_t body_max_bytes;
	/* Scripts of pages from everywhere may ask here (CORS), with these headers of their own: "content-type, authorization", or "".
	 * NULL: only our own pages. */
	const char *cors_headers;
	/* Answers, or calls nx_http_later(), before it returns. */
	void (*answer)(struct nx_module *mod, struct nx_http_request *request);
	/* WebSockets only: conn is framed in messages, and the callee's. */
	void (*connected)(struct nx_module *mod, struct nx_conn *conn);
};

extern const struct nx_option nx_site_options[];

struct nx_site *nx_site_new(struct nx_server *server);
/* rows NULL: none. They are borrowed. A path that is taken is our own mistake: asserted. For a module that makes rows of its own, say from
 * options, in hook listening: then the paths of all modules are known. */
void nx_site_add_routes(struct nx_site *site, struct nx_module *mod, const struct nx_http_route *rows);
/* All that the module has added. */
void nx_site_withdraw_routes(struct nx_site *site, const struct nx_module *mod);
/* Listens as configured; a port of 0 switches that listener off. */
int nx_site_listen(struct nx_site *site, struct nx_error *err);
/* No new connections; those that are there stay. */
void nx_site_stop(struct nx_site *site);
/* Cuts connections. */
void nx_site_close(struct nx_site *site);
void nx_site_free(struct nx_site **site);
/* Ports in use; 0: off. */
uint16_t nx_site_port(const struct nx_site *site);
uint16_t nx_site_tls_port(const struct nx_site *site);
/* Connections that are there, WebSockets among them, and requests answered so far. */
unsigned nx_site_connections(const struct nx_site *site);
uint64_t nx_site_requests(const struct nx_site *site);

/* How requests were answered: by the first digit of the status, 0 when the client went before; and bytes of bodies, as announced. */
#define NX_HTTP_CLASSES 6
struct nx_site_answers { uint64_t by_class[NX_HTTP_CLASSES], bytes; };
/* Row by row, then those on paths that have none: path NULL. A row's numbers go with it. */
void nx_site_each_answers(const struct nx_site *site,
			  void (*each)(void *ctx, const char *path, const struct nx_site_answers *answers), void *ctx);

/* Whether a module serves that very path. */
bool nx_site_has_path(const struct nx_site *site, const char *path);
/* The request that still waits for its answer under this id; NULL: the client has gone, or it was answered. */
struct nx_http_request *nx_site_find_request(const struct nx_site *site, uint64_t id);

/* Whether request->address is the client's own, so that rights can hang on it. False: it came through a proxy, which http_proxies does not
 * name, or which did not say for whom; the address is the proxy's then. */
bool nx_site_knows_client(const struct nx_server *server, struct nx_http_request *request);
/* The host under which the client knows us, as it stands in a URL, in the request's pool: "school.example:5280", and the same
 * without the port. What it wrote itself is only characters that need no escaping; when it wrote nothing good, the default host. */
const char *nx_site_asked_host(const struct nx_server *server, const struct nx_http_request *request);
const char *nx_site_asked_name(const struct nx_server *server, const struct nx_http_request *request);
/* The host of ours that has this name; else the default one. */
const struct nx_host *nx_site_asked_domain(const struct nx_server *server, const struct nx_http_request *request);
/* Where that client reaches us over TLS, "https://school.example:5281" without a path, in the request's pool: what it asked when that has
 * TLS (a proxy's, too), else our https_port. NULL: there is neither. scheme: "https" or "wss". */
const char *nx_site_secure_url(const struct nx_server *server, const struct nx_http_request *request, const char *scheme);

#endif
