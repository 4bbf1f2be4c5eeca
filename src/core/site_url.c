/* Addresses of this site as whoever asks can use them (core/site.h). */
#include "core/site.h"

#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/pool.h"
#include "core/host.h"
#include "core/server.h"
#include "xmpp/jid.h"

/* A host with or without port, as it stands in a URL: no user, no path, nothing to escape in XML, HTML or a header. */
static bool is_host(const char *text)
{
	return *text && text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]")] == '\0';
}

/* "[::1]:5280" and "school.example:5280" without the port. */
static const char *without_port(struct nx_pool *pool, const char *host)
{
	const char *colon = strrchr(host, ':'), *bracket = strrchr(host, ']');

	return colon && (!bracket || colon > bracket) ? nx_pool_strndup(pool, host, (size_t)(colon - host)) : host;
}

const char *nx_site_asked_host(const struct nx_server *server, const struct nx_http_request *request)
{
	if (request->host && is_host(request->host))
		return request->host;
	return nx_jid_domain_to_ascii(request->pool, server->default_host->name);
}

const char *nx_site_asked_name(const struct nx_server *server, const struct nx_http_request *request)
{
	return without_port(request->pool, nx_site_asked_host(server, request));
}

const struct nx_host *nx_site_asked_domain(const struct nx_server *server, const struct nx_http_request *request)
{
	const char *name = nx_site_asked_name(server, request);
	struct nx_map_iter it = {0};
	struct nx_host *host;

	while ((host = nx_map_next(server->hosts, &it))) {
		if (strcasecmp(nx_jid_domain_to_ascii(request->pool, host->name), name) == 0)
			return host;
	}
	return server->default_host;
}

const char *nx_site_secure_url(const struct nx_server *server, const struct nx_http_request *request, const char *scheme)
{
	uint16_t port = nx_site_tls_port(server->site);

	if (request->is_secure && request->host && is_host(request->host))
		return nx_pool_printf(request->pool, "%s://%s", scheme, request->host);
	if (port == 0)
		return NULL;
	return nx_pool_printf(request->pool, "%s://%s:%u", scheme, nx_site_asked_name(server, request), port);
}
