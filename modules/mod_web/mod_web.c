/* mod_web: files over HTTP. The web client at /chat/, from the directory web_dir, which web/build.mjs makes and `make install` installs;
 * and directories of the administrator's own (mounts.c).
 *
 * Without TLS nobody can log in, and browsers keep from pages what logging in takes; so whoever asks for the page in clear text is sent to
 * https_port when there is one. */
#include "mod_web/web.h"

#include <string.h>

#include "base/buf.h"
#include "service/web_client.h"

#define CHAT "/chat/"

static const struct nx_option web_options[] = {
	{ .name = "web_dir", .kind = NX_OPT_KIND_STRING,
	  .help = "Directory of the web client, with chat/index.html; not set: where it was installed" },
	{ .name = "web_files", .kind = NX_OPT_KIND_LIST, .check = web_check_mount, .needs_restart = true,
	  .help = "Directories to serve over HTTP, as \"/school=/srv/www\": what is in /srv/www is at /school/" },
	{ .name = "web_files_policy", .kind = NX_OPT_KIND_STRING, .check = web_check_policy,
	  .default_text = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
	  .help = "What pages in web_files may do (Content-Security-Policy)" },
	NX_OPT_END
};

static const char *web_dir(const struct nx_module *mod)
{
	const char *dir = nx_conf_str(mod->server->conf, NULL, "web_dir");

	return dir && *dir ? dir : NX_WEB_DIR;
}

/* Scripts and styles of its own, and none inline (web/build.mjs sees to it that Converse.js has none), pictures and files of this server, and its
 * WebSocket; nothing of others. COMPAT: older Safari does not take 'self' for the WebSocket. */
static const char *policy(const struct nx_module *mod, const struct nx_http_request *request)
{
	const char *const *origins = web_file_origins(mod, request->pool);
	const char *files = "";

	for (; *origins; origins++)
		files = nx_pool_printf(request->pool, "%s %s", files, *origins);
	return nx_pool_printf(request->pool, "default-src 'none'; script-src 'self'; style-src 'self'; "
			      "img-src 'self' data: blob:%s; media-src 'self' blob:%s; font-src 'self'; manifest-src 'self'; "
			      "connect-src 'self' %s://%s%s; base-uri 'none'; form-action 'self'; frame-ancestors 'none'", files, files,
			      request->is_secure ? "wss" : "ws", nx_site_asked_host(mod->server, request), files);
}

static void show_file(struct nx_module *mod, struct nx_http_request *request)
{
	const char *site = nx_site_secure_url(mod->server, request, "https");

	if (!request->is_secure && site && nx_str_has_suffix(request->path, "/"))
		web_redirect(request, nx_pool_printf(request->pool, "%s%s", site, nx_str_percent_encode(request->pool, request->path, "/")));
	else
		web_serve(request, nx_pool_printf(request->pool, "%s" CHAT, web_dir(mod)), policy(mod, request));
}

/* The page names what it needs as its neighbours. */
static void show_directory(struct nx_module *mod, struct nx_http_request *request)
{
	(void)mod;
	web_redirect(request, CHAT);
}

static const struct nx_http_route web_routes[] = {
	{ .path = "/chat", .methods = NX_HTTP_GET, .answer = show_directory },
	{ .path = CHAT, .methods = NX_HTTP_GET, .answer = show_file, .is_prefix = true },
	{ .path = CHAT "settings.json", .methods = NX_HTTP_GET, .answer = web_show_settings },
	{ 0 }
};

/* ---- the service ---- */

static const char *client_path(struct nx_module *mod)
{
	return web_has_file(web_dir(mod), CHAT "index.html") ? CHAT : NULL;
}

static const struct nx_web_client_service web_client = { .path = client_path };

static const struct nx_service web_services[] = {
	{ NX_SERVICE_WEB_CLIENT, &web_client },
	{ NULL, NULL }
};

static void welcome(struct nx_module *mod, struct nx_buf *lines)
{
	uint16_t port = nx_site_tls_port(mod->server->site);

	if (port && client_path(mod))
		nx_buf_printf(lines, "  Web chat         https://%s:%u" CHAT "\n", mod->server->default_host->name, port);
}

static const struct nx_hook web_hooks[] = {
	NX_ON(listening, web_add_mounts),
	NX_COLLECT(welcome, welcome),
	NX_HOOKS_END
};

static int web_start(struct nx_module *mod, struct nx_error *err)
{
	(void)err;
	if (!client_path(mod))
		nx_log(mod, NX_INFO, "there is no web client in %s (option web_dir): %s answers 404", web_dir(mod), CHAT);
	return 0;
}

NX_MODULE(web) = {
	NX_MODULE_HEAD(web),
	.summary = "Files over HTTP: the web client at /chat/, and directories of your own",
	.needs = NX_LIST("websocket"),
	.options = web_options, .http = web_routes, .hooks = web_hooks, .services = web_services, .start = web_start,
};
