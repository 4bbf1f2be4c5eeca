/* mod_home: the page at `/`, which names the product and says how to connect: address, ports, the certificate of our own authority with its
 * fingerprint, and a QR code of this page for phones. It works without scripts and without the Internet.
 *
 *   /  /en  /de    the page; / in the first language that the browser names and we have
 *   /home.css  /nexa.svg  /favicon.ico  /qr.svg
 *   /ca.crt        our own authority's certificate, while the domain has no other
 *
 * Whoever asks sees the server under the name by which it was asked, which is the one that works from there; asked on the machine itself,
 * it tells an address of the machine, which works from other devices. */
#include "mod_home/home.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/error.h"
#include "net/tls.h"
#include "service/web_client.h"

static const char home_css[] =
#include "mod_home/home_css.h"
;
static const char nexa_svg[] =
#include "mod_home/nexa_svg.h"
;

/* Our own authority: it is made once and never changes. NULL: not read yet, or there is none. */
struct authority {
	const char *pem, *fingerprint;
};

/* ---- who asks for what ---- */

static bool is_loopback(const char *name)
{
	return nx_str_eq(name, "localhost") || nx_str_has_prefix(name, "127.") || nx_str_eq(name, "[::1]");
}

/* The name for other devices, as it stands in a URL. */
static const char *name_for_others(struct nx_module *mod, const struct nx_http_request *request)
{
	const char *name = nx_site_asked_name(mod->server, request);
	char **names, **addresses;

	if (!is_loopback(name))
		return name;
	nx_tls_machine_names(request->pool, &names, &addresses);
	for (; *addresses; addresses++) {
		if (!nx_str_has_prefix(*addresses, "127.") && !nx_str_eq(*addresses, "::1"))
			return strchr(*addresses, ':') ? nx_pool_printf(request->pool, "[%s]", *addresses) : *addresses;
	}
	return name;
}

/* Certificates are made after modules have started, so it is read when it is wanted. NULL: the domain has another certificate. */
static const struct authority *own_authority(struct nx_module *mod, const struct nx_host *host)
{
	struct authority *authority = mod->data;
	struct nx_error err;

	if (nx_conf_str(mod->server->conf, host->name, "tls_cert"))
		return NULL;
	if (!authority->pem) {
		const char *file = nx_pool_printf(mod->pool, "%s/tls/ca.pem", mod->server->state_dir);

		authority->fingerprint = nx_tls_fingerprint(mod->pool, file, &err);
		authority->pem = authority->fingerprint ? nx_tls_certificate_pem(mod->pool, file, &err) : NULL;
		if (!authority->pem)
			nx_log(mod, NX_ERROR, "the own authority's certificate cannot be shown: %s", err.text);
	}
	return authority->pem ? authority : NULL;
}

static const char *chat_url(struct nx_module *mod, const struct nx_http_request *request)
{
	struct nx_module *web;
	const struct nx_web_client_service *client = nx_service_find(mod->server, NX_SERVICE_WEB_CLIENT, &web);
	const char *path = client ? client->path(web) : NULL;
	const char *site = path ? nx_site_secure_url(mod->server, request, "https") : NULL;

	/* Without TLS of ours there may be a proxy that has it and does not say so. */
	return site ? nx_pool_printf(request->pool, "%s%s", site, path) : path;
}

static const char *websocket_url(struct nx_module *mod, const struct nx_http_request *request)
{
	const char *site = nx_site_secure_url(mod->server, request, "wss"), *name = nx_site_asked_name(mod->server, request);

	if (!site)
		return NULL;
	if (is_loopback(name))
		site = nx_pool_printf(request->pool, "wss://%s%s", name_for_others(mod, request), site + strlen("wss://") + strlen(name));
	return nx_pool_printf(request->pool, "%s/ws", site);
}

static struct home_facts facts_for(struct nx_module *mod, const struct nx_http_request *request)
{
	const struct nx_host *host = nx_site_asked_domain(mod->server, request);
	const struct authority *authority = own_authority(mod, host);

	return (struct home_facts){
		.domain = host->name,
		.server = name_for_others(mod, request),
		.chat_url = chat_url(mod, request),
		.websocket_url = websocket_url(mod, request),
		.registration = nx_conf_str(mod->server->conf, host->name, "registration"),
		.fingerprint = authority ? authority->fingerprint : NULL,
		.port = mod->server->c2s ? nx_c2s_port(mod->server->c2s) : 0,
		.tls_port = mod->server->c2s ? nx_c2s_tls_port(mod->server->c2s) : 0,
	};
}

/* ---- answers ---- */

static void answer_buf(struct nx_http_request *request, const char *type, struct nx_buf *buf)
{
	nx_http_answer(request, 200, type, buf->data, buf->len);
	nx_buf_done(buf);
}

static void answer_page(struct nx_module *mod, struct nx_http_request *request, const struct home_words *words)
{
	struct home_facts facts = facts_for(mod, request);
	struct nx_buf page = NX_BUF_INIT;

	home_write_page(&page, words, &facts);
	nx_http_header(request, "content-security-policy", "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
		       "form-action 'none'; frame-ancestors 'none'");
	nx_http_header(request, "content-language", words->lang);
	answer_buf(request, "text/html; charset=utf-8", &page);
}

static const struct home_words *words_of(const char *lang)
{
	const struct home_words *words = home_languages;

	while (words->lang && strncasecmp(words->lang, lang, 2) != 0)
		words++;
	return words->lang ? words : NULL;
}

/* Browsers name the language that is wanted most first (RFC 9110 section 12.5.4); whoever wants another has links. */
static const struct home_words *wanted_words(struct nx_http_request *request)
{
	const char *header = nx_http_find_header(request, "accept-language");
	char **wanted = nx_str_split(request->pool, header ? header : "", ',');
	const struct home_words *words = NULL;

	for (; *wanted && !words; wanted++)
		words = words_of(*wanted);
	return words ? words : home_languages;
}

static void show_home(struct nx_module *mod, struct nx_http_request *request)
{
	nx_http_header(request, "vary", "accept-language");
	answer_page(mod, request, wanted_words(request));
}

static void show_home_in(struct nx_module *mod, struct nx_http_request *request)
{
	answer_page(mod, request, words_of(request->path + 1));
}

static void show_css(struct nx_module *mod, struct nx_http_request *request)
{
	(void)mod;
	nx_http_header(request, "cache-control", "max-age=3600");
	nx_http_answer(request, 200, "text/css; charset=utf-8", home_css, sizeof(home_css) - 1);
}

static void show_logo(struct nx_module *mod, struct nx_http_request *request)
{
	(void)mod;
	nx_http_header(request, "cache-control", "max-age=3600");
	nx_http_answer(request, 200, "image/svg+xml", nexa_svg, sizeof(nexa_svg) - 1);
}

/* The address under which this page was asked, for another device. */
static void show_qr(struct nx_module *mod, struct nx_http_request *request)
{
	const char *host = nx_site_asked_host(mod->server, request), *port = host + strlen(nx_site_asked_name(mod->server, request));
	const char *url = nx_pool_printf(request->pool, "%s://%s%s/", request->is_secure ? "https" : "http",
					 name_for_others(mod, request), port);
	struct nx_buf svg = NX_BUF_INIT;

	if (home_write_qr(&svg, url) < 0)
		nx_http_answer_text(request, 404, "The address of this page is too long for a QR code.");
	else
		answer_buf(request, "image/svg+xml", &svg);
}

/* Devices know what to do with this type when it is PEM, too. */
static void show_ca(struct nx_module *mod, struct nx_http_request *request)
{
	const struct authority *authority = own_authority(mod, nx_site_asked_domain(mod->server, request));

	if (!authority) {
		nx_http_answer_text(request, 404, "There is no certificate of this server's own authority.");
		return;
	}
	nx_http_header(request, "content-disposition", "attachment; filename=\"nexa-ca.crt\"");
	nx_http_answer(request, 200, "application/x-x509-ca-cert", authority->pem, strlen(authority->pem));
}

/* ---- rows ---- */

static int home_start(struct nx_module *mod, struct nx_error *err)
{
	(void)err;
	mod->data = NX_NEW(mod->pool, struct authority);
	return 0;
}

static const struct nx_http_route home_routes[] = {
	{ .path = "/", .methods = NX_HTTP_GET, .answer = show_home },
	{ .path = "/en", .methods = NX_HTTP_GET, .answer = show_home_in },
	{ .path = "/de", .methods = NX_HTTP_GET, .answer = show_home_in },
	{ .path = "/home.css", .methods = NX_HTTP_GET, .answer = show_css },
	{ .path = "/nexa.svg", .methods = NX_HTTP_GET, .answer = show_logo },
	/* Browsers ask for it when a page, or an answer that is none, names no icon. */
	{ .path = "/favicon.ico", .methods = NX_HTTP_GET, .answer = show_logo },
	{ .path = "/qr.svg", .methods = NX_HTTP_GET, .answer = show_qr },
	{ .path = "/ca.crt", .methods = NX_HTTP_GET, .answer = show_ca },
	{ 0 }
};

NX_MODULE(home) = {
	NX_MODULE_HEAD(home),
	.summary = "The web page at the root, which says how to connect",
	.http = home_routes, .start = home_start,
};
