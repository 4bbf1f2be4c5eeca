/* mod_home: the page at `/`, which names the product and says how to connect. It works without scripts, styles and the Internet. */
#include "core/module.h"

#include <string.h>

#include "base/buf.h"
#include "xml/writer.h"

static void add_place(struct nx_buf *page, const char *what, const char *host, unsigned port, const char *how)
{
	if (port == 0)
		return;
	nx_buf_printf(page, "<dt>%s</dt><dd>", what);
	nx_xml_escape(page, host, strlen(host));
	nx_buf_printf(page, " port %u%s</dd>\n", port, how);
}

static void show_home(struct nx_module *mod, struct nx_http_request *request)
{
	const struct nx_server *server = mod->server;
	const char *host = server->default_host->name;
	struct nx_buf page = NX_BUF_INIT;

	nx_buf_puts(&page, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Nexa</title></head><body>\n"
		    "<h1>Nexa</h1>\n<p>This is the messenger of <strong>");
	nx_xml_escape(&page, host, strlen(host));
	nx_buf_puts(&page, "</strong>. Any XMPP client can use it.</p>\n<dl>\n<dt>Your address</dt><dd><em>name</em>@");
	nx_xml_escape(&page, host, strlen(host));
	nx_buf_puts(&page, "</dd>\n");
	if (server->c2s) {
		add_place(&page, "Server", host, nx_c2s_port(server->c2s), " (STARTTLS)");
		add_place(&page, "Server with TLS", host, nx_c2s_tls_port(server->c2s), "");
	}
	nx_buf_puts(&page, "</dl>\n</body></html>\n");
	nx_http_answer(request, 200, "text/html; charset=utf-8", page.data, page.len);
	nx_buf_done(&page);
}

static const struct nx_http_route home_routes[] = {
	{ .path = "/", .methods = NX_HTTP_GET, .answer = show_home },
	{ 0 }
};

NX_MODULE(home) = {
	NX_MODULE_HEAD(home),
	.summary = "The web page at the root, which says how to connect",
	.http = home_routes,
};
