/* Requests of BOSH clients (XEP-0124), over HTTP (visitors.h). The input is what stands in their bodies: 0xff ends one, 0xfe
 * moves the clock by two seconds, 0xfd breaks the connection of the request that was sent last, 0xfc stands for the sid that was
 * given last. Each goes on a connection that waits for nothing, or, when all do, on one that gives up waiting. What is answered
 * is well-formed. */
#include "visitors.h"

#include <string.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/reader.h"

#define MAX_INPUT 16384
#define VISITORS 5
#define SID_LEN 32

enum { END = 0xff, PAUSE = 0xfe, BREAK = 0xfd, SID = 0xfc };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct stage stage;
static struct visitor visitors[VISITORS];
static char sid[SID_LEN + 1];

static void take_answer(struct visitor *visitor)
{
	const char *text = nx_buf_str(&visitor->heard), *body = strstr(text, "\r\n\r\n"), *found;
	struct nx_pool *pool = nx_pool_new("answer", 0);
	struct nx_error err;

	if (nx_str_has_prefix(text, "HTTP/1.1 200 ") && body) {
		nx_assert(nx_xml_parse(pool, body + 4, strlen(body + 4), &err));
		found = strstr(body, " sid='");
		if (found)
			nx_str_copy(sid, sizeof(sid), nx_pool_strndup(pool, found + 6, SID_LEN));
	}
	nx_buf_clear(&visitor->heard);
	nx_pool_free(&pool);
}

static void settle(void)
{
	visitors_settle(&stage, visitors, VISITORS);
	for (unsigned i = 0; i < VISITORS; i++) {
		if (visitors[i].heard.len > 0)
			take_answer(&visitors[i]);
	}
}

/* Connected, and waits for nothing. */
static struct visitor *choose(unsigned number)
{
	struct visitor *visitor = &visitors[number % VISITORS];

	for (unsigned i = 0; i < VISITORS; i++) {
		if (visitors[i].fd >= 0 && visitors[i].is_heard)
			return &visitors[i];
	}
	for (unsigned i = 0; i < VISITORS; i++) {
		if (visitors[i].fd < 0)
			visitor = &visitors[i];
	}
	visitor_leave(visitor);
	visitor_connect(&stage, visitor);
	return visitor;
}

static struct visitor *post(unsigned number, const uint8_t *data, size_t len)
{
	struct nx_buf body = NX_BUF_INIT, request = NX_BUF_INIT;
	struct visitor *visitor = choose(number);

	for (size_t i = 0; i < len; i++) {
		if (data[i] == SID)
			nx_buf_puts(&body, sid);
		else
			nx_buf_putc(&body, (char)data[i]);
	}
	nx_buf_printf(&request, "POST /bosh HTTP/1.1\r\nHost: " STAGE_HOST "\r\nX-Forwarded-Proto: https\r\nContent-Length: %zu\r\n\r\n", body.len);
	nx_buf_add(&request, nx_buf_str(&body), body.len);
	visitor_send(visitor, request.data, request.len);
	nx_buf_done(&body);
	nx_buf_done(&request);
	return visitor;
}

static void play(const uint8_t *data, size_t size)
{
	struct visitor *last = NULL;
	unsigned number = 0;

	for (size_t len; size > 0; data += len, size -= len) {
		for (len = 0; len < size && data[len] < BREAK; len++)
			;
		if (len > 0) {
			last = post(number++, data, len);
			settle();
			len += len < size && data[len] == END;
			continue;
		}
		len = 1;
		if (data[0] == PAUSE)
			stage_advance(&stage, 2000);
		else if (data[0] == BREAK && last)
			visitor_leave(last);
		settle();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > MAX_INPUT)
		return 0;
	if (!stage.server)
		visitors_start(&stage, "fuzz_bosh");
	for (unsigned i = 0; i < VISITORS; i++)
		visitors[i] = (struct visitor){ .fd = -1, .heard = NX_BUF_INIT };
	nx_str_copy(sid, sizeof(sid), "none");
	play(data, size);
	visitors_leave(&stage, visitors, VISITORS);
	return 0;
}
