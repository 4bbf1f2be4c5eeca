/* mod_metrics: GET /metrics for Prometheus and its kin (OpenMetrics 1.0).
 *
 * Families come from hook `metrics`: those of the core are told by clients.c and machine.c, modules tell their own. An answer
 * takes a walk through the sessions and waits for nothing. What is told names nobody, but says much about the server, so it is for those whose
 * address is in metrics_allow or who bring the token. A request that came through a proxy which is not in http_proxies, or does not say for
 * whom it asks, seems to come from the proxy's own address, often the machine itself, and is refused for that. */
#include "core/module.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/metrics.h"
#include "mod_metrics/metrics.h"
#include "net/address.h"

#define TOKEN_MIN 16

static int check_token(const char *text, struct nx_error *why)
{
	return strlen(text) >= TOKEN_MIN ? 0 : nx_fail(why, NX_E_CONFIG, "too short to keep anybody out; write at least %d characters, "
						       "as \"openssl rand -hex 16\" makes them", TOKEN_MIN);
}

static const struct nx_option metrics_options[] = {
	{ .name = "metrics_allow", .kind = NX_OPT_KIND_LIST, .default_text = "127.0.0.1,::1", .check = nx_address_check_option,
	  .help = "Addresses and networks (10.0.0.0/8) that may read /metrics without the token" },
	{ .name = "metrics_token", .kind = NX_OPT_KIND_STRING, .is_secret = true, .check = check_token,
	  .help = "Who sends it (Authorization: Bearer TOKEN) may read /metrics from anywhere; not set: nobody" },
	NX_OPT_END
};

/* ---- who may read it ---- */

/* NULL: none is configured. */
static const char *configured_token(const struct nx_module *mod)
{
	const char *token = nx_conf_str(mod->server->conf, NULL, "metrics_token");

	return token && *token ? token : NULL;
}

/* RFC 6750 section 2.1; RFC 9110 section 11.1: the name of the scheme goes in any case. */
static bool brings_token(const struct nx_http_request *request, const char *token)
{
	static const char scheme[] = "Bearer ";
	const char *given = request->authorization;
	size_t len = strlen(token);

	if (!given || strncasecmp(given, scheme, strlen(scheme)) != 0)
		return false;
	given += strlen(scheme);
	while (*given == ' ')
		given++;
	return strlen(given) == len && nx_secret_eq(given, token, len);
}

/* True, or it was refused. */
static bool may_read(struct nx_module *mod, struct nx_http_request *request)
{
	const char *token = configured_token(mod);
	bool is_known = nx_site_knows_client(mod->server, request);

	if (token && brings_token(request, token))
		return true;
	if (is_known && nx_address_is_in_any(request->address, nx_conf_list(mod->server->conf, NULL, "metrics_allow")))
		return true;
	if (token) {
		nx_http_header(request, "www-authenticate", "Bearer realm=\"metrics\"");
		nx_http_answer_text(request, 401, "The numbers are for those who send the token (Authorization: Bearer, option "
				    "metrics_token), and for the addresses in metrics_allow.");
	} else if (!is_known) {
		nx_http_answer_text(request, 403, "The request came through a proxy, %s, and nobody knows who asks: the option http_proxies has "
				    "to name it, and it has to send X-Forwarded-For. Or set a metrics_token.", request->peer_address);
	} else {
		nx_http_answer_text(request, 403, "The numbers are not for %s: add it to the option metrics_allow, or set a metrics_token.",
				    request->address);
	}
	return false;
}

/* ---- the answer ---- */

static void tell_server(struct nx_module *mod, struct nx_metrics *out)
{
	metrics_tell_clients(mod->server, out);
	metrics_tell_machine(mod->server, out);
}

static void show_metrics(struct nx_module *mod, struct nx_http_request *request)
{
	struct nx_metrics out = {0};

	if (!may_read(mod, request))
		return;
	NX_FIRE(mod->server, metrics, &out);
	nx_metrics_end(&out);
	nx_http_answer(request, 200, "application/openmetrics-text; version=1.0.0; charset=utf-8", out.text.data, out.text.len);
	nx_buf_done(&out.text);
}

/* ---- rows ---- */

static const struct nx_http_route metrics_routes[] = {
	{ .path = "/metrics", .methods = NX_HTTP_GET, .answer = show_metrics },
	{ 0 }
};

static const struct nx_hook metrics_hooks[] = {
	NX_COLLECT(metrics, tell_server),
	NX_HOOKS_END
};

NX_MODULE(metrics) = {
	NX_MODULE_HEAD(metrics),
	.summary = "Numbers for monitoring (GET /metrics)",
	.options = metrics_options, .hooks = metrics_hooks, .http = metrics_routes,
};
