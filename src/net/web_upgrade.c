/* The WebSocket handshake (RFC 6455 section 4.2), as far as libwebsockets does not look. Who answers here has to do so at once:
 * libwebsockets waits for a yes or a no. */
#include "net/web_private.h"

#include "base/str.h"

#include <string.h>
#include <strings.h>

#include <openssl/ssl.h>

static void refuse(struct nx_exchange *x, unsigned status, const char *sentence)
{
	x->must_close = true;
	nx_http_answer_text(&x->request, status, "%s", sentence);
}

/* RFC 6455 section 10.2: a browser lets whichever page open a socket, and shows the server the certificate of who sits there. What else one
 * logs in with, a page has to be told; so only those with certificates have to be pages of ours. */
static bool is_foreign_page(struct nx_exchange *x)
{
	const char *origin = nx_exchange_header(x, WSI_TOKEN_ORIGIN);

	if (!origin || !x->visitor->has_tls || !SSL_get0_peer_certificate(lws_get_ssl(x->visitor->wsi)))
		return false;
	return !nx_str_has_prefix(origin, "https://") || !x->request.host || strcasecmp(origin + strlen("https://"), x->request.host) != 0;
}

/* RFC 6455 sections 4.2.1 and 4.2.2; RFC 7395 section 3.1: libwebsockets would take a client that names no subprotocol. */
static void check_handshake(struct nx_exchange *x)
{
	const struct nx_web_options *options = &x->visitor->web->options;
	const char *key = nx_exchange_header(x, WSI_TOKEN_KEY);
	uint8_t bytes[18];

	if (x->request.method != NX_HTTP_GET || x->body_left > 0 || !nx_exchange_header_has(x, WSI_TOKEN_CONNECTION, "upgrade", false) ||
	    !key || strlen(key) != 24 || nx_base64_decode(bytes, key, 24) != 16) {
		refuse(x, 400, "This is no WebSocket handshake.");
	} else if (!nx_exchange_header_has(x, WSI_TOKEN_VERSION, "13", true)) {
		nx_http_header(&x->request, "sec-websocket-version", "13");
		refuse(x, 426, "This server speaks version 13 of WebSocket.");
	} else if (!nx_exchange_header_has(x, WSI_TOKEN_PROTOCOL, options->subprotocol, true)) {
		refuse(x, 400, "The subprotocol has to be named in Sec-WebSocket-Protocol.");
	} else if (is_foreign_page(x)) {
		refuse(x, 403, "A page of another site cannot use the certificate that the browser has shown.");
	}
}

static void go_on_with_handshake(struct nx_exchange *x, const void *data)
{
	struct nx_visitor *visitor = x->visitor;

	visitor->upgrade_data = data;
	visitor->is_secure = x->request.is_secure;
	nx_str_copy(visitor->client_address, sizeof(visitor->client_address), x->request.address);
}

/* libwebsockets compares the name once more behind us, and goes on as with any other request when that is none it knows. RFC 9110
 * section 7.8 lets us. */
static int overlook(char *protocol)
{
	*protocol = '\0';
	return 0;
}

int nx_web_confirm_upgrade(struct nx_visitor *visitor, struct lws *wsi, char *protocol)
{
	const struct nx_web_options *options = &visitor->web->options;
	const void *data = NULL;
	bool is_ours = true;
	int rc;

	if (visitor->exchange || visitor->is_cut)
		return -1;
	/* h2c: Java's clients and curl --http2 ask so for everything. */
	if (strcasecmp(protocol, "websocket") != 0)
		return overlook(protocol);
	struct nx_exchange *x = nx_exchange_new(visitor, wsi);

	if (nx_exchange_read(x)) {
		is_ours = options->events->upgrade(options->ctx, &x->request, &data);
		if (is_ours)
			check_handshake(x);
	}
	if (x->status == 0)
		go_on_with_handshake(x, data);
	rc = x->status != 0 ? -1 : is_ours ? 0 : overlook(protocol);
	nx_exchange_free(&x);
	return rc;
}
