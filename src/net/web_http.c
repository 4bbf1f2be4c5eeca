/* Requests and answers (http.h) on a connection of libwebsockets.
 *
 * A request is answered inside the call-back that brings it: headers and body leave in one write, of which libwebsockets keeps what the
 * peer does not take at once. So an exchange lives on the stack, and its memory in a pool that dies with it. */
#include "net/http.h"

#include "base/assert.h"
#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include "net/web_private.h"

#include <string.h>
#include <strings.h>

struct header {
	struct header *next;
	const char *name, *value;
};

struct exchange {
	struct nx_http_request request;
	struct nx_visitor *visitor;
	struct lws *wsi;
	struct header *headers;
	const char *type;
	const void *body;
	size_t body_len;
	unsigned status;                /* 0: not answered */
	bool has_body;                  /* the request announces one */
};

static struct exchange *exchange_of(const struct nx_http_request *request)
{
	return (struct exchange *)(uintptr_t)request;
}

/* ---- what the client said ---- */

static char *header_dup(struct lws *wsi, struct nx_pool *pool, enum lws_token_indexes token)
{
	int len = lws_hdr_total_length(wsi, token);

	if (len <= 0)
		return NULL;
	char *value = nx_pool_alloc(pool, (size_t)len + 1);

	return lws_hdr_copy(wsi, value, len + 1, token) < 0 ? NULL : value;
}

/* One that libwebsockets does not know; name in small letters, with its colon. */
static char *other_header_dup(struct lws *wsi, struct nx_pool *pool, const char *name)
{
	int name_len = (int)strlen(name);
	int len = lws_hdr_custom_length(wsi, name, name_len);

	if (len <= 0)
		return NULL;
	char *value = nx_pool_alloc(pool, (size_t)len + 1);

	return lws_hdr_custom_copy(wsi, value, len + 1, name, name_len) < 0 ? NULL : value;
}

static void read_method(struct exchange *x)
{
	static const struct { int lws; enum nx_http_method method; const char *name; } methods[] = {
		{ LWSHUMETH_GET, NX_HTTP_GET, "GET" }, { LWSHUMETH_HEAD, NX_HTTP_HEAD, "HEAD" },
		{ LWSHUMETH_POST, NX_HTTP_POST, "POST" }, { LWSHUMETH_PUT, NX_HTTP_PUT, "PUT" },
		{ LWSHUMETH_DELETE, NX_HTTP_DELETE, "DELETE" }, { LWSHUMETH_OPTIONS, NX_HTTP_OPTIONS, "OPTIONS" },
	};
	char *path = NULL;
	int path_len = 0, method = lws_http_get_uri_and_method(x->wsi, &path, &path_len);

	x->request.method = NX_HTTP_OTHER;
	x->request.method_name = "other";
	x->request.path = nx_pool_strndup(x->request.pool, path ? path : "", (size_t)path_len);
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		if (methods[i].lws == method) {
			x->request.method = methods[i].method;
			x->request.method_name = methods[i].name;
		}
	}
}

static bool announces_body(struct exchange *x)
{
	const char *len = header_dup(x->wsi, x->request.pool, WSI_TOKEN_HTTP_CONTENT_LENGTH);

	return (len && strcmp(len, "0") != 0) || lws_hdr_total_length(x->wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) > 0;
}

static void exchange_begin(struct exchange *x, struct nx_visitor *visitor, struct lws *wsi)
{
	struct nx_http_request *request = &x->request;
	struct nx_pool *pool = nx_pool_new("http", 2048);

	*x = (struct exchange){ .visitor = visitor, .wsi = wsi };
	request->pool = pool;
	read_method(x);
	request->host = header_dup(wsi, pool, WSI_TOKEN_HOST);
	request->authorization = header_dup(wsi, pool, WSI_TOKEN_HTTP_AUTHORIZATION);
	request->forwarded_for = header_dup(wsi, pool, WSI_TOKEN_X_FORWARDED_FOR);
	request->forwarded_proto = other_header_dup(wsi, pool, "x-forwarded-proto:");
	request->forwarded_host = other_header_dup(wsi, pool, "x-forwarded-host:");
	request->peer_address = request->address = visitor->address;
	request->has_tls = request->is_secure = visitor->has_tls;
	x->has_body = announces_body(x);
}

static void exchange_end(struct exchange *x)
{
	struct nx_pool *pool = x->request.pool;

	nx_pool_free(&pool);
}

/* ---- what we say ---- */

void nx_http_header(struct nx_http_request *request, const char *name, const char *value)
{
	struct exchange *x = exchange_of(request);
	struct header *header = x->headers;

	while (header && strcasecmp(header->name, name) != 0)
		header = header->next;
	if (!header) {
		header = NX_NEW(request->pool, struct header);
		header->name = nx_pool_strdup(request->pool, name);
		header->next = x->headers;
		x->headers = header;
	}
	header->value = nx_pool_strdup(request->pool, value);
}

void nx_http_answer(struct nx_http_request *request, unsigned status, const char *type, const void *body, size_t len)
{
	struct exchange *x = exchange_of(request);

	nx_assert(x->status == 0);
	x->status = status;
	x->type = type;
	x->body = len > 0 ? nx_pool_memdup(request->pool, body, len) : NULL;
	x->body_len = len;
}

unsigned nx_http_status(const struct nx_http_request *request)
{
	return exchange_of(request)->status;
}

size_t nx_http_body_len(const struct nx_http_request *request)
{
	return exchange_of(request)->body_len;
}

static const char *phrase_of(unsigned status)
{
	static const struct { unsigned status; const char *phrase; } phrases[] = {
		{ 200, "OK" }, { 204, "No Content" }, { 400, "Bad Request" }, { 401, "Unauthorized" }, { 403, "Forbidden" },
		{ 404, "Not Found" }, { 405, "Method Not Allowed" }, { 426, "Upgrade Required" }, { 429, "Too Many Requests" },
		{ 500, "Internal Server Error" }, { 503, "Service Unavailable" },
	};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (phrases[i].status == status)
			return phrases[i].phrase;
	}
	return "Answer";
}

/* RFC 9110 section 8.6: 204 has no length, and HEAD has that of the body which GET would get. */
static void write_head(struct nx_buf *buf, const struct exchange *x)
{
	nx_buf_printf(buf, "HTTP/1.1 %u %s\r\nserver: Nexa\r\n", x->status, phrase_of(x->status));
	for (const struct header *header = x->headers; header; header = header->next)
		nx_buf_printf(buf, "%s: %s\r\n", header->name, header->value);
	if (x->type)
		nx_buf_printf(buf, "content-type: %s\r\n", x->type);
	if (x->status != 204)
		nx_buf_printf(buf, "content-length: %zu\r\n", x->body_len);
	if (x->has_body)
		nx_buf_puts(buf, "connection: close\r\n");
	nx_buf_puts(buf, "\r\n");
}

/* libwebsockets wants LWS_PRE bytes of its own in front of what it writes. */
static int send_answer(struct exchange *x)
{
	static const char room[LWS_PRE];
	struct nx_buf buf = NX_BUF_INIT;
	int len, rc;

	nx_buf_add(&buf, room, LWS_PRE);
	write_head(&buf, x);
	if (x->request.method != NX_HTTP_HEAD && x->body_len > 0)
		nx_buf_add(&buf, x->body, x->body_len);
	len = (int)(buf.len - LWS_PRE);
	rc = lws_write(x->wsi, (unsigned char *)buf.data + LWS_PRE, (size_t)len, LWS_WRITE_HTTP) < len ? -1 : 0;
	nx_buf_done(&buf);
	return rc;
}

int nx_web_serve(struct nx_visitor *visitor, struct lws *wsi)
{
	struct nx_web *web = visitor->web;
	struct exchange x;
	int rc;

	exchange_begin(&x, visitor, wsi);
	web->options.events->request(web->options.ctx, &x.request);
	nx_assert(x.status != 0);
	rc = send_answer(&x);
	if (rc == 0)
		rc = x.has_body || lws_http_transaction_completed(wsi) ? -1 : 0;
	exchange_end(&x);
	return rc;
}

/* ---- the WebSocket handshake ---- */

static bool has_word(struct exchange *x, enum lws_token_indexes token, const char *word, bool is_case_exact)
{
	const char *value = header_dup(x->wsi, x->request.pool, token);
	char **words = nx_str_split(x->request.pool, value ? value : "", ',');

	for (; *words; words++) {
		if ((is_case_exact ? strcmp : strcasecmp)(*words, word) == 0)
			return true;
	}
	return false;
}

static void refuse_handshake(struct exchange *x, unsigned status, const char *text)
{
	nx_http_answer(&x->request, status, "text/plain; charset=utf-8", text, strlen(text));
}

/* RFC 6455 sections 4.2.1 and 4.2.2, as far as libwebsockets does not look; RFC 7395 section 3.1: it would take a client that names no
 * subprotocol. True: in order. */
static bool check_handshake(struct exchange *x)
{
	const struct nx_web_options *options = &x->visitor->web->options;
	const char *key = header_dup(x->wsi, x->request.pool, WSI_TOKEN_KEY);
	uint8_t bytes[18];

	if (x->request.method != NX_HTTP_GET || x->has_body || !has_word(x, WSI_TOKEN_CONNECTION, "upgrade", false) || !key ||
	    strlen(key) != 24 || nx_base64_decode(bytes, key, 24) != 16) {
		refuse_handshake(x, 400, "This is no WebSocket handshake.\n");
	} else if (!has_word(x, WSI_TOKEN_VERSION, "13", true)) {
		nx_http_header(&x->request, "sec-websocket-version", "13");
		refuse_handshake(x, 426, "This server speaks version 13 of WebSocket.\n");
	} else if (!has_word(x, WSI_TOKEN_PROTOCOL, options->subprotocol, true)) {
		refuse_handshake(x, 400, "The subprotocol has to be named in Sec-WebSocket-Protocol.\n");
	}
	return x->status == 0;
}

/* Something else than a WebSocket: RFC 9110 section 7.8 lets us overlook it. */
static void serve_without_upgrade(struct exchange *x)
{
	const struct nx_web_options *options = &x->visitor->web->options;

	options->events->request(options->ctx, &x->request);
}

static int go_on_with_handshake(struct exchange *x, const void *data)
{
	struct nx_visitor *visitor = x->visitor;

	visitor->upgrade_data = data;
	visitor->is_secure = x->request.is_secure;
	nx_str_copy(visitor->client_address, sizeof(visitor->client_address), x->request.address);
	return 0;
}

int nx_web_confirm_upgrade(struct nx_visitor *visitor, struct lws *wsi, const char *protocol)
{
	const struct nx_web_options *options = &visitor->web->options;
	const void *data = NULL;
	struct exchange x;
	int rc;

	exchange_begin(&x, visitor, wsi);
	if (strcasecmp(protocol, "websocket") != 0)
		serve_without_upgrade(&x);
	else if (options->events->upgrade(options->ctx, &x.request, &data))
		check_handshake(&x);
	rc = x.status == 0 ? go_on_with_handshake(&x, data) : send_answer(&x) == 0 && !x.has_body ? 1 : -1;
	exchange_end(&x);
	return rc;
}
