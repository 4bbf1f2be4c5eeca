/* What an answer says (http.h): its head, refusals in a sentence, files and ranges of them. */
#include "net/web_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/pool.h"
#include "base/str.h"

#define DISCARD_MAX_BYTES 65536         /* what is read of a body that nobody wants; the connection ends when it is more */

void nx_http_header(struct nx_http_request *request, const char *name, const char *value)
{
	struct nx_exchange *x = nx_exchange_of(request);
	struct nx_http_answer_header *header = x->headers;

	while (header && strcasecmp(header->name, name) != 0)
		header = header->next;
	if (!header) {
		header = NX_NEW(request->pool, struct nx_http_answer_header);
		header->name = nx_pool_strdup(request->pool, name);
		header->next = x->headers;
		x->headers = header;
	}
	header->value = nx_pool_strdup(request->pool, value);
}

static const char *phrase_of(unsigned status)
{
	static const struct { unsigned status; const char *phrase; } phrases[] = {
		{ 200, "OK" }, { 201, "Created" }, { 204, "No Content" }, { 206, "Partial Content" }, { 304, "Not Modified" },
		{ 400, "Bad Request" }, { 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" },
		{ 405, "Method Not Allowed" }, { 408, "Request Timeout" }, { 409, "Conflict" }, { 410, "Gone" }, { 411, "Length Required" },
		{ 413, "Content Too Large" }, { 415, "Unsupported Media Type" }, { 416, "Range Not Satisfiable" },
		{ 426, "Upgrade Required" }, { 429, "Too Many Requests" }, { 500, "Internal Server Error" }, { 501, "Not Implemented" },
		{ 503, "Service Unavailable" }, { 507, "Insufficient Storage" },
	};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (phrases[i].status == status)
			return phrases[i].phrase;
	}
	return "Answer";
}

/* RFC 9110 section 8.6: 204 and 304 have no length, and HEAD has that of the body which GET would get. */
static void write_head(struct nx_buf *buf, const struct nx_exchange *x, const char *type, uint64_t bytes)
{
	nx_buf_printf(buf, "HTTP/1.1 %u %s\r\nserver: Nexa\r\n", x->status, phrase_of(x->status));
	for (const struct nx_http_answer_header *header = x->headers; header; header = header->next)
		nx_buf_printf(buf, "%s: %s\r\n", header->name, header->value);
	if (type)
		nx_buf_printf(buf, "content-type: %s\r\n", type);
	if (x->status != 204 && x->status != 304)
		nx_buf_printf(buf, "content-length: %llu\r\n", (unsigned long long)bytes);
	if (x->must_close)
		nx_buf_puts(buf, "connection: close\r\n");
	nx_buf_puts(buf, "\r\n");
}

/* The body is len bytes at body, or bytes of fd (taken; -1: none) from offset on. */
static void answer(struct nx_exchange *x, unsigned status, const char *type, const void *body, size_t len, int fd, uint64_t offset,
		   uint64_t bytes)
{
	const struct nx_web_options *options = &x->visitor->web->options;
	bool is_head = x->request.method == NX_HTTP_HEAD;
	struct nx_buf buf = NX_BUF_INIT;

	nx_assert(x->status == 0 && status != 0);
	x->status = status;
	if (x->body_left > DISCARD_MAX_BYTES)
		x->must_close = true;
	write_head(&buf, x, type, fd < 0 ? len : bytes);
	if (!is_head && len > 0)
		nx_buf_add(&buf, body, len);
	options->events->answered(options->ctx, &x->request, status, is_head ? 0 : fd < 0 ? len : bytes);
	nx_web_out_begin(x, &buf, fd, offset, is_head || fd < 0 ? 0 : bytes);
}

void nx_http_answer(struct nx_http_request *request, unsigned status, const char *type, const void *body, size_t len)
{
	answer(nx_exchange_of(request), status, type, body, len, -1, 0, 0);
}

void nx_http_answer_text(struct nx_http_request *request, unsigned status, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = nx_pool_vprintf(request->pool, fmt, ap);
	va_end(ap);
	text = nx_pool_printf(request->pool, "%s\n", text);
	nx_http_answer(request, status, "text/plain; charset=utf-8", text, strlen(text));
}

/* ---- files ---- */

struct range { uint64_t first, bytes; };

/* A position in a range: digits alone. */
static bool read_position(const char *text, size_t len, uint64_t *value_r)
{
	char digits[20];
	int64_t value;

	if (len == 0 || len >= sizeof(digits))
		return false;
	memcpy(digits, text, len);
	digits[len] = '\0';
	if (nx_str_to_i64(digits, 0, INT64_MAX, &value) < 0)
		return false;
	*value_r = (uint64_t)value;
	return true;
}

/* "bytes=5-9", "bytes=5-" or "bytes=-5". 1: a range. 0: nothing that we understand, or several: all is sent (RFC 9110 section 14.2).
 * -1: none of it is in the file. */
static int parse_range(const char *text, uint64_t size, struct range *range_r)
{
	const char *dash = strchr(text, '-');
	uint64_t first, last;

	if (!nx_str_has_prefix(text, "bytes=") || !dash)
		return 0;
	text += strlen("bytes=");
	if (dash == text) {
		if (!read_position(dash + 1, strlen(dash + 1), &last))
			return 0;
		first = last < size ? size - last : 0;
		last = last > 0 ? size : 0;
	} else {
		if (!read_position(text, (size_t)(dash - text), &first) ||
		    (dash[1] && (!read_position(dash + 1, strlen(dash + 1), &last) || last < first)))
			return 0;
		last = dash[1] && last < size ? last + 1 : size;
	}
	if (first >= size || last == 0)
		return -1;
	*range_r = (struct range){ first, last - first };
	return 1;
}

/* RFC 9110 section 8.8.3.2: tags are compared weakly. */
static bool names_tag(struct nx_http_request *request, const char *list, const char *etag)
{
	char **tags = nx_str_split(request->pool, list ? list : "", ',');

	for (; *tags && etag; tags++) {
		if (strcmp(*tags, "*") == 0 || strcmp(nx_str_has_prefix(*tags, "W/") ? *tags + 2 : *tags, etag) == 0)
			return true;
	}
	return false;
}

/* RFC 9110 section 14.2: of a GET alone. Section 13.1.5: a range of what the client has a part of already, or else all. */
static const char *wanted_range(struct nx_http_request *request, const struct nx_http_file *file)
{
	const char *condition = nx_http_find_header(request, "if-range");

	if (request->method != NX_HTTP_GET || (condition && (!file->etag || strcmp(condition, file->etag) != 0)))
		return NULL;
	return nx_http_find_header(request, "range");
}

static void answer_range(struct nx_http_request *request, const struct nx_http_file *file, const char *text)
{
	struct nx_exchange *x = nx_exchange_of(request);
	struct range range = { 0, file->bytes };

	switch (text ? parse_range(text, file->bytes, &range) : 0) {
	case 1:
		nx_http_header(request, "content-range", nx_pool_printf(request->pool, "bytes %llu-%llu/%llu", (unsigned long long)range.first,
			       (unsigned long long)(range.first + range.bytes - 1), (unsigned long long)file->bytes));
		answer(x, 206, file->type, NULL, 0, file->fd, range.first, range.bytes);
		return;
	case 0:
		answer(x, 200, file->type, NULL, 0, file->fd, 0, file->bytes);
		return;
	}
	close(file->fd);
	nx_http_header(request, "content-range", nx_pool_printf(request->pool, "bytes */%llu", (unsigned long long)file->bytes));
	nx_http_answer_text(request, 416, "%s has %llu bytes.", request->path, (unsigned long long)file->bytes);
}

void nx_http_answer_file(struct nx_http_request *request, const struct nx_http_file *file)
{
	if (file->etag)
		nx_http_header(request, "etag", file->etag);
	nx_http_header(request, "accept-ranges", "bytes");
	if (names_tag(request, nx_http_find_header(request, "if-none-match"), file->etag)) {
		close(file->fd);
		nx_http_answer(request, 304, NULL, NULL, 0);
	} else {
		answer_range(request, file, wanted_range(request, file));
	}
}
