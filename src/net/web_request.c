/* What a client said in the line and the headers of its request (http.h), and whether that can be served at all.
 *
 * libwebsockets decodes percent signs and resolves dots and double slashes while it reads the path; here we see to it that nothing of
 * the kind is left. It reads bodies by their Content-Length alone: RFC 9112 section 6 lets a server ask for one. */
#include "net/web_private.h"

#include "base/pool.h"
#include "base/str.h"

#include <string.h>
#include <strings.h>

char *nx_exchange_header(struct nx_exchange *x, enum lws_token_indexes token)
{
	struct lws *wsi = x->visitor->wsi;
	int len = lws_hdr_total_length(wsi, token);

	if (len <= 0)
		return NULL;
	char *value = nx_pool_alloc(x->request.pool, (size_t)len + 1);

	return lws_hdr_copy(wsi, value, len + 1, token) < 0 ? NULL : value;
}

/* One that libwebsockets does not know; name with its colon. */
static char *other_header(struct nx_exchange *x, const char *name)
{
	struct lws *wsi = x->visitor->wsi;
	int name_len = (int)strlen(name);
	int len = lws_hdr_custom_length(wsi, name, name_len);

	if (len <= 0)
		return NULL;
	char *value = nx_pool_alloc(x->request.pool, (size_t)len + 1);

	return lws_hdr_custom_copy(wsi, value, len + 1, name, name_len) < 0 ? NULL : value;
}

const char *nx_http_find_header(struct nx_http_request *request, const char *name)
{
	struct nx_exchange *x = nx_exchange_of(request);
	const char *with_colon = nx_pool_printf(request->pool, "%s:", name);

	if (!x->visitor->wsi)
		return NULL;
	for (int token = 0; token < WSI_TOKEN_COUNT; token++) {
		const unsigned char *known = lws_token_to_string((enum lws_token_indexes)token);

		if (known && strcmp((const char *)known, with_colon) == 0)
			return nx_exchange_header(x, (enum lws_token_indexes)token);
	}
	return other_header(x, with_colon);
}

bool nx_exchange_header_has(struct nx_exchange *x, enum lws_token_indexes token, const char *word, bool is_case_exact)
{
	const char *value = nx_exchange_header(x, token);
	char **words = nx_str_split(x->request.pool, value ? value : "", ',');

	for (; *words; words++) {
		if ((is_case_exact ? strcmp : strcasecmp)(*words, word) == 0)
			return true;
	}
	return false;
}

const char *nx_http_find_query(struct nx_http_request *request, const char *name)
{
	struct nx_exchange *x = nx_exchange_of(request);
	struct lws *wsi = x->visitor->wsi;
	size_t name_len = strlen(name);
	int len;

	for (int i = 0; wsi && (len = lws_hdr_fragment_length(wsi, WSI_TOKEN_HTTP_URI_ARGS, i)) > 0; i++) {
		char *text = nx_pool_alloc(request->pool, (size_t)len + 1);

		if (lws_hdr_copy_fragment(wsi, text, len + 1, WSI_TOKEN_HTTP_URI_ARGS, i) >= 0 &&
		    strncmp(text, name, name_len) == 0 && text[name_len] == '=')
			return text + name_len + 1;
	}
	return NULL;
}

static void read_method(struct nx_exchange *x)
{
	static const struct { int lws; enum nx_http_method method; const char *name; } methods[] = {
		{ LWSHUMETH_GET, NX_HTTP_GET, "GET" }, { LWSHUMETH_HEAD, NX_HTTP_HEAD, "HEAD" },
		{ LWSHUMETH_POST, NX_HTTP_POST, "POST" }, { LWSHUMETH_PUT, NX_HTTP_PUT, "PUT" },
		{ LWSHUMETH_DELETE, NX_HTTP_DELETE, "DELETE" }, { LWSHUMETH_OPTIONS, NX_HTTP_OPTIONS, "OPTIONS" },
	};
	char *path = NULL;
	int path_len = 0, method = lws_http_get_uri_and_method(x->visitor->wsi, &path, &path_len);

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

/* RFC 9112 section 9.3. libwebsockets sees only a header that says nothing else. */
static bool wants_close(struct nx_exchange *x)
{
	const char *version = nx_exchange_header(x, WSI_TOKEN_HTTP);

	return strcmp(version ? version : "", "HTTP/1.1") != 0 || nx_exchange_header_has(x, WSI_TOKEN_CONNECTION, "close", false);
}

/* RFC 9112 section 3.2. Two are joined by a comma, which no host has. */
static bool has_one_host(struct nx_exchange *x)
{
	const char *version = nx_exchange_header(x, WSI_TOKEN_HTTP);

	if (!x->request.host)
		return strcmp(version ? version : "", "HTTP/1.1") != 0;
	return strchr(x->request.host, ',') == NULL;
}

static bool is_clean_path(const char *path)
{
	if (!nx_utf8_is_valid(path, strlen(path)) || strstr(path, "//") || strstr(path, "/../") || strstr(path, "/./") ||
	    nx_str_has_suffix(path, "/..") || nx_str_has_suffix(path, "/."))
		return false;
	for (; *path; path++) {
		if ((unsigned char)*path < ' ' || *path == 0x7f || *path == '\\')
			return false;
	}
	return true;
}

static bool refuse(struct nx_exchange *x, unsigned status, const char *sentence)
{
	x->must_close = true;
	nx_http_answer_text(&x->request, status, "%s", sentence);
	return false;
}

/* RFC 9112 section 6.3. Two lengths are joined by a comma, and hence none. Where none is announced libwebsockets may wait for a body that
 * does not come: such a request is the last of its connection. */
static bool read_body_length(struct nx_exchange *x)
{
	const char *length = nx_exchange_header(x, WSI_TOKEN_HTTP_CONTENT_LENGTH);
	bool is_chunked = lws_hdr_total_length(x->visitor->wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) > 0;

	if (length && is_chunked)
		return refuse(x, 400, "A request has Content-Length or Transfer-Encoding, not both.");
	if (length && nx_str_to_i64(length, 0, INT64_MAX / 4096, &x->request.body_bytes) < 0)
		return refuse(x, 400, "Content-Length is one whole number.");
	x->body_left = (uint64_t)x->request.body_bytes;
	if (is_chunked || (!length && (x->request.method & (NX_HTTP_POST | NX_HTTP_PUT | NX_HTTP_OTHER)))) {
		x->request.body_bytes = -1;
		x->must_close = true;
	}
	return true;
}

static void describe_visitor(struct nx_exchange *x)
{
	struct nx_http_request *request = &x->request;
	struct nx_visitor *visitor = x->visitor;

	request->peer_address = request->address = visitor->address;
	request->has_tls = request->is_secure = visitor->has_tls;
}

static void prepare(struct nx_exchange *x)
{
	const struct nx_web_options *options = &x->visitor->web->options;

	options->events->prepare(options->ctx, &x->request);
}

bool nx_exchange_read(struct nx_exchange *x)
{
	struct nx_http_request *request = &x->request;

	read_method(x);
	request->host = nx_exchange_header(x, WSI_TOKEN_HOST);
	request->authorization = nx_exchange_header(x, WSI_TOKEN_HTTP_AUTHORIZATION);
	request->forwarded_for = nx_exchange_header(x, WSI_TOKEN_X_FORWARDED_FOR);
	request->forwarded_proto = other_header(x, "x-forwarded-proto:");
	request->forwarded_host = other_header(x, "x-forwarded-host:");
	describe_visitor(x);
	prepare(x);
	/* An encoded line end in a path ends the line for libwebsockets, before the version. */
	if (lws_hdr_total_length(x->visitor->wsi, WSI_TOKEN_HTTP) == 0)
		return refuse(x, 400, "That is no request of HTTP/1.1.");
	x->must_close = wants_close(x);
	if (!has_one_host(x))
		return refuse(x, 400, "A request of HTTP/1.1 has one Host.");
	if (!is_clean_path(request->path))
		return refuse(x, 400, "That path leads nowhere: it has to be UTF-8, without empty names, dots and control characters.");
	return read_body_length(x);
}

/* RFC 9110 section 9.1: a token. Bytes that came before these were of it, too. */
static size_t method_len(const char *data, size_t len)
{
	static const char token[] = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	size_t at = 0;

	while (at < len && data[at] && strchr(token, data[at]))
		at++;
	return at;
}

void nx_exchange_read_strange(struct nx_exchange *x, const char *data, size_t len)
{
	size_t method = method_len(data, len);

	x->request.method = NX_HTTP_OTHER;
	x->request.method_name = "other";
	x->request.path = "";
	describe_visitor(x);
	prepare(x);
	if (method > 0 && (method == len || data[method] == ' '))
		refuse(x, 501, "This server does not know that method.");
	else
		refuse(x, 400, "That is no request of HTTP/1.1.");
}
