/* The life of a request and its answer (web_private.h): from libwebsockets' call-back to the one in which it is told that all is done.
 *
 * Call-backs only note what happened, and tell libwebsockets not to read when nothing more is wanted; at the end of the turn
 * nx_exchange_settle() goes on: pieces that were kept, the end of the body, the end of the exchange. It must not be told of that end from
 * inside a call-back: only when it has put aside what came behind the request can we ask whether there is something. */
#include "net/web_private.h"

#include "base/assert.h"
#include "base/clock.h"
#include "base/handles.h"
#include "base/pool.h"
#include "net/crowd.h"
#include "net/loop.h"
#include "net/web_loop.h"

#define MIN_BYTES_PER_SEC 1024          /* of a body, but for request_timeout_secs in all; slower is too slow */

int64_t nx_web_now_ms(const struct nx_web *web)
{
	return nx_clock_ms(nx_loop_clock(web->options.loop));
}

void nx_exchange_mark(struct nx_exchange *x)
{
	struct nx_visitor *visitor = x->visitor;

	if (!nx_link_is_linked(&visitor->unsettled))
		nx_list_append(&visitor->web->unsettled, &visitor->unsettled);
	nx_web_loop_kick(visitor->web->web_loop);
}

/* ---- life ---- */

struct nx_exchange *nx_exchange_new(struct nx_visitor *visitor, struct lws *wsi)
{
	struct nx_pool *pool = nx_pool_new("http", 2048);
	struct nx_exchange *x = NX_NEW(pool, struct nx_exchange);

	x->request.pool = pool;
	x->visitor = visitor;
	x->begun_ms = nx_web_now_ms(visitor->web);
	x->request.id = nx_handles_add(visitor->web->requests, x);
	visitor->wsi = wsi;
	visitor->exchange = x;
	nx_timer_cancel(&visitor->head_timer);
	return x;
}

void nx_exchange_free(struct nx_exchange **x_p)
{
	struct nx_exchange *x = *x_p;
	struct nx_pool *pool = x->request.pool;

	*x_p = NULL;
	x->visitor->exchange = NULL;
	nx_handles_remove(x->visitor->web->requests, x->request.id);
	if (x->is_slow)
		nx_crowd_leave(x->visitor->web->slow, x->request.address);
	nx_timer_cancel(&x->body_timer);
	nx_web_watch_stop(x);
	nx_web_out_free(x);
	nx_buf_done(&x->kept);
	nx_pool_free(&pool);
}

/* Whoever waits learns that there is nobody to answer. */
static void tell_gone(struct nx_exchange *x)
{
	const struct nx_http_waiter *waiter = x->waiter;

	x->waiter = NULL;
	nx_handles_remove(x->visitor->web->requests, x->request.id);
	if (waiter && waiter->gone && x->status == 0)
		waiter->gone(x->waiter_ctx, &x->request);
}

/* Forgets the exchange, whatever it was doing. */
static void end_early(struct nx_exchange *x)
{
	const struct nx_web_options *options = &x->visitor->web->options;

	tell_gone(x);
	if (x->status == 0)
		options->events->answered(options->ctx, &x->request, 0, 0);
	nx_exchange_free(&x);
}

void nx_exchange_connection_closed(struct nx_visitor *visitor)
{
	nx_list_remove(&visitor->unsettled);
	nx_timer_cancel(&visitor->head_timer);
	if (visitor->exchange)
		end_early(visitor->exchange);
	visitor->wsi = NULL;
}

/* libwebsockets looks at its own timers only behind an event; this makes one. */
static void cut(struct nx_visitor *visitor)
{
	visitor->is_cut = true;
	lws_set_timeout(visitor->wsi, PENDING_TIMEOUT_KILLED_BY_PARENT, LWS_TO_KILL_ASYNC);
	lws_cancel_service_pt(visitor->wsi);
}

void nx_exchange_cut(struct nx_exchange *x)
{
	struct nx_visitor *visitor = x->visitor;

	end_early(x);
	cut(visitor);
}

/* ---- time ---- */

static void head_is_too_slow(void *arg)
{
	cut(arg);
}

void nx_visitor_expect_head(struct nx_visitor *visitor, int64_t within_ms)
{
	nx_timer_set(nx_loop_timers(visitor->web->options.loop), &visitor->head_timer, within_ms, head_is_too_slow, visitor);
}

/* An exchange that goes on fast enough may last for ever, but not many of one address: each holds a connection, and a piece in memory. */
bool nx_exchange_may_last(struct nx_exchange *x)
{
	struct nx_web *web = x->visitor->web;
	const struct nx_web_options *options = &web->options;

	if (x->is_slow || nx_web_now_ms(web) - x->begun_ms < 1000 * (int64_t)options->slow_after_secs)
		return true;
	if (nx_crowd_count(web->slow, x->request.address) >= options->slow_per_address)
		return false;
	nx_crowd_enter(web->slow, x->request.address);
	x->is_slow = true;
	return true;
}

/* ---- what libwebsockets may do meanwhile ---- */

static bool wants_body(const struct nx_exchange *x)
{
	return x->body_left > 0 && !x->is_paused && !(x->status != 0 && x->must_close);
}

static void set_reading(struct nx_visitor *visitor, bool wants)
{
	if (visitor->is_reading == wants)
		return;
	visitor->is_reading = wants;
	lws_rx_flow_control(visitor->wsi, wants);
	nx_web_loop_kick(visitor->web->web_loop);
}

/* ---- the body ---- */

static void give_up_body(struct nx_exchange *x, unsigned status, const char *sentence)
{
	if (x->status != 0) {
		nx_exchange_cut(x);
		return;
	}
	tell_gone(x);
	x->must_close = true;
	nx_http_answer_text(&x->request, status, "%s", sentence);
}

static void body_is_too_slow(void *arg)
{
	give_up_body(arg, 408, "The rest of the body did not come in time.");
}

static void set_body_timer(struct nx_exchange *x)
{
	const struct nx_web *web = x->visitor->web;
	int64_t until_ms = x->body_since_ms + 1000 * (int64_t)web->options.request_timeout_secs;

	if (x->body_until_ms < until_ms)
		until_ms = x->body_until_ms;
	until_ms -= nx_web_now_ms(web);
	nx_timer_set(nx_loop_timers(web->options.loop), &x->body_timer, until_ms > 0 ? until_ms : 0, body_is_too_slow, x);
}

static bool can_give(const struct nx_exchange *x)
{
	return x->waiter && x->status == 0 && !x->is_paused;
}

/* What came during a pause, then the end. */
static void give_body(struct nx_exchange *x)
{
	if (x->kept.len > 0 && can_give(x)) {
		struct nx_buf piece = x->kept;

		x->kept = (struct nx_buf)NX_BUF_INIT;
		if (x->waiter->piece)
			x->waiter->piece(x->waiter_ctx, &x->request, piece.data, piece.len);
		nx_buf_done(&piece);
	}
	if (x->body_left == 0 && !x->has_ended && can_give(x)) {
		x->has_ended = true;
		if (x->waiter->end)
			x->waiter->end(x->waiter_ctx, &x->request);
	}
}

int nx_exchange_body(struct nx_visitor *visitor, const char *data, size_t len)
{
	struct nx_exchange *x = visitor->exchange;

	if (!x)
		return visitor->is_cut ? 0 : -1;
	if (len > x->body_left)         /* it has no length that libwebsockets would know, and we have refused it */
		len = (size_t)x->body_left;
	x->body_left -= len;
	x->body_since_ms = nx_web_now_ms(visitor->web);
	x->body_until_ms += 1000 * (int64_t)len / MIN_BYTES_PER_SEC;
	x->is_overdue = !nx_exchange_may_last(x);
	if (x->status == 0 && len > 0) {
		if (can_give(x) && x->kept.len == 0 && x->waiter->piece)
			x->waiter->piece(x->waiter_ctx, &x->request, data, len);
		else
			nx_buf_add(&x->kept, data, len);
	}
	set_reading(visitor, wants_body(x));
	nx_exchange_mark(x);
	return 0;
}

void nx_http_pause(struct nx_http_request *request)
{
	struct nx_exchange *x = nx_exchange_of(request);

	if (x->is_paused)
		return;
	x->is_paused = true;
	x->paused_ms = nx_web_now_ms(x->visitor->web);
	nx_exchange_mark(x);
}

void nx_http_resume(struct nx_http_request *request)
{
	struct nx_exchange *x = nx_exchange_of(request);

	if (!x->is_paused)
		return;
	x->is_paused = false;
	x->body_since_ms = nx_web_now_ms(x->visitor->web);
	x->body_until_ms += x->body_since_ms - x->paused_ms;
	nx_exchange_mark(x);
}

uint64_t nx_http_later(struct nx_http_request *request, const struct nx_http_waiter *waiter, void *ctx)
{
	struct nx_exchange *x = nx_exchange_of(request);

	nx_assert(x->status == 0);
	if (!x->waiter && x->body_left > 0)
		nx_web_out_continue(x);
	x->waiter = waiter;
	x->waiter_ctx = ctx;
	nx_exchange_mark(x);
	return request->id;
}

/* ---- beginning ---- */

/* libwebsockets 4.1.6 takes the body of such a request from the wrong place, or looks for it for ever. RFC 9112 section 9.3.2: the client
 * asks again. */
static bool is_unreadable(const struct nx_exchange *x)
{
	struct lws *wsi = x->visitor->wsi;

	return x->visitor->is_pipelined && ((x->request.method & (NX_HTTP_POST | NX_HTTP_PUT | NX_HTTP_OTHER)) ||
		lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) > 0 || lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) > 0);
}

int nx_exchange_begin(struct nx_visitor *visitor, struct lws *wsi)
{
	const struct nx_web_options *options = &visitor->web->options;

	if (visitor->exchange || visitor->is_cut)
		return -1;
	struct nx_exchange *x = nx_exchange_new(visitor, wsi);
	bool is_readable = nx_exchange_read(x);

	if (is_unreadable(x)) {
		end_early(x);
		return -1;
	}
	x->body_since_ms = nx_web_now_ms(visitor->web);
	x->body_until_ms = x->body_since_ms + 1000 * (int64_t)options->request_timeout_secs;
	if (is_readable)
		options->events->request(options->ctx, &x->request);
	nx_assert(x->status != 0 || x->waiter);
	visitor->is_reading = true;
	set_reading(visitor, wants_body(x));
	nx_exchange_mark(x);
	return 0;
}

int nx_exchange_begin_strange(struct nx_visitor *visitor, struct lws *wsi, const char *data, size_t len)
{
	if (visitor->exchange)
		return 0;               /* there is more of it, and the first was answered */
	if (visitor->is_cut)
		return -1;
	struct nx_exchange *x = nx_exchange_new(visitor, wsi);

	nx_exchange_read_strange(x, data, len);
	visitor->is_reading = true;
	nx_exchange_mark(x);
	return 0;
}

/* ---- ending ---- */

/* Whether there is more of the client's that libwebsockets has read already: then it keeps the room for headers. There is no better way to
 * ask: the copy is begun only where there is such room. */
static bool has_more_requests(struct lws *wsi)
{
	char probe[2] = "x";

	lws_hdr_custom_copy(wsi, probe, sizeof(probe), "x:", 2);
	return probe[0] == '\0';
}

static void await_next(struct nx_visitor *visitor)
{
	const struct nx_web_options *options = &visitor->web->options;

	visitor->is_pipelined = has_more_requests(visitor->wsi);
	nx_visitor_expect_head(visitor, 1000 * ((int64_t)options->idle_timeout_secs + options->request_timeout_secs));
}

static void complete(struct nx_visitor *visitor)
{
	nx_exchange_free(&visitor->exchange);
	set_reading(visitor, true);
	if (lws_http_transaction_completed(visitor->wsi) != 0)
		cut(visitor);
	else
		await_next(visitor);
	nx_web_loop_kick(visitor->web->web_loop);
}

/* libwebsockets has read the next request, and would ask without end whether it may go on. */
static void mute(const struct nx_visitor *visitor)
{
	if (visitor->is_pipelined)
		nx_web_loop_mute(visitor->web->web_loop, lws_get_socket_fd(visitor->wsi));
}

static void finish(struct nx_exchange *x)
{
	if (!x->must_close) {
		complete(x->visitor);
		return;
	}
	mute(x->visitor);
	set_reading(x->visitor, false);
	nx_timer_cancel(&x->body_timer);
	nx_web_linger(x);
}

/* Somebody does something else, and libwebsockets has to wait for it. */
static void stand_by(struct nx_exchange *x)
{
	struct nx_visitor *visitor = x->visitor;

	set_reading(visitor, wants_body(x));
	lws_set_timeout(visitor->wsi, NO_PENDING_TIMEOUT, 0);
	mute(visitor);
	if (wants_body(x))
		set_body_timer(x);
	else
		nx_timer_cancel(&x->body_timer);
	if (x->status != 0)
		return;
	if (wants_body(x))
		nx_web_watch_stop(x);
	else
		nx_web_watch_for_end(x);
}

void nx_exchange_settle(struct nx_visitor *visitor)
{
	struct nx_exchange *x = visitor->exchange;

	if (!x || visitor->is_cut || x->is_lingering)
		return;
	if (x->is_overdue && x->status == 0)
		give_up_body(x, 429, "Too many transfers of this address take long. Wait until one has ended.");
	give_body(x);
	if (x->is_broken)
		nx_exchange_cut(x);
	else if (nx_web_out_is_finished(x) && (x->must_close || x->body_left == 0))
		finish(x);
	else
		stand_by(x);
}

struct nx_http_request *nx_web_find_request(const struct nx_web *web, uint64_t id)
{
	struct nx_exchange *x = nx_handles_find(web->requests, id);

	return x && x->status == 0 ? &x->request : NULL;
}
