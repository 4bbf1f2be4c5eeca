/* Small bodies as a whole (nx_http_collect() in http.h). */
#include "net/http.h"

#include "base/buf.h"
#include "base/pool.h"

struct collector {
	struct nx_buf body;
	void (*done)(void *ctx, struct nx_http_request *request, const char *body, size_t len);
	void *ctx;
};

static void collect_piece(void *ctx, struct nx_http_request *request, const char *data, size_t len)
{
	struct collector *collector = ctx;

	(void)request;
	nx_buf_add(&collector->body, data, len);
}

static void collect_end(void *ctx, struct nx_http_request *request)
{
	struct collector *collector = ctx;

	collector->done(collector->ctx, request, nx_buf_str(&collector->body), collector->body.len);
	nx_buf_done(&collector->body);  /* the answer may take long */
}

static void collector_done(void *arg)
{
	struct collector *collector = arg;

	nx_buf_done(&collector->body);
}

static const struct nx_http_waiter collect_waiter = { .piece = collect_piece, .end = collect_end };

void nx_http_collect(struct nx_http_request *request,
		     void (*done)(void *ctx, struct nx_http_request *request, const char *body, size_t len), void *ctx)
{
	struct collector *collector = NX_NEW(request->pool, struct collector);

	collector->done = done;
	collector->ctx = ctx;
	nx_pool_on_free(request->pool, collector_done, collector);
	nx_http_later(request, &collect_waiter, collector);
}
