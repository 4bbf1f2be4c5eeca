/* Reading from WebSockets (conn_websocket.h), past libwebsockets, which is told not to read: it takes frames that are not masked, and
 * hides from everybody whether they were (RFC 6455 section 5.1).
 *
 * The descriptor is watched by our own loop, too. What is read goes through frames.c at once; a pause stops that between two pieces, and
 * what is left of the bytes that were read waits in `rest`. TLS may have decrypted more than was read, of which no descriptor knows: then
 * the event is made active by hand. */
#include "net/conn_websocket.h"

#include <errno.h>
#include <sys/socket.h>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include "net/loop.h"

#include <event2/event.h>

#define REFUSAL_MS 1000         /* for a client that goes on sending to see why it should not */

/* ---- the socket ---- */

static SSL *ssl_of(const struct websocket_conn *ws)
{
	return ws->visitor->has_tls ? lws_get_ssl(ws->wsi) : NULL;
}

/* As recv(): 0 at the end; -1: nothing is there now. */
static ssize_t read_tls(SSL *ssl, char *buf, size_t size)
{
	size_t got = 0;

	ERR_clear_error();
	if (SSL_read_ex(ssl, buf, size, &got) == 1)
		return (ssize_t)got;
	int error = SSL_get_error(ssl, 0);

	return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE ? -1 : 0;
}

static ssize_t read_socket(const struct websocket_conn *ws, char *buf, size_t size)
{
	SSL *ssl = ssl_of(ws);

	if (ws->visitor->has_tls)
		return ssl ? read_tls(ssl, buf, size) : 0;
	ssize_t got = recv(lws_get_socket_fd(ws->wsi), buf, size, MSG_DONTWAIT);

	return got < 0 && errno != EAGAIN && errno != EINTR ? 0 : got;
}

/* ---- frames ---- */

/* Closing, we only wait for the peer's close frame, or, when it broke the rules, for its end: closing with input unread would take back
 * what was written last. */
static bool wants_more(const struct websocket_conn *ws)
{
	if (!ws->wsi || ws->peer_said_close)
		return false;
	return ws->conn.state == NX_CONN_OPEN ? nx_conn_wants_data(&ws->conn) : ws->conn.state != NX_CONN_DEAD;
}

static bool got_text(void *ctx, const char *data, size_t len)
{
	struct websocket_conn *ws = ctx;

	nx_conn_got_data(&ws->conn, data, len);
	return wants_more(ws);
}

static bool got_message_end(void *ctx)
{
	struct websocket_conn *ws = ctx;

	nx_conn_got_message_end(&ws->conn);
	return wants_more(ws);
}

static const char *reason_of(int code)
{
	switch (code) {
	case NX_FRAME_UNWANTED:
		return "the client sent binary data";
	case NX_FRAME_NO_TEXT:
		return "the client sent text that is no UTF-8";
	}
	return "the client broke the rules of WebSocket";
}

/* RFC 6455 section 7.1.7. The owner hears no more of what comes; the close frame goes behind what is queued. */
static void refuse(struct websocket_conn *ws, int code, const char *reason)
{
	ws->peer_broke_rules = true;
	ws->close_code = code;
	nx_conn_close(&ws->conn, reason, REFUSAL_MS);
}

/* RFC 6455 section 5.5.2: of several pings, the last may be answered alone. */
static void got_ping(struct websocket_conn *ws, const uint8_t *data, size_t len)
{
	nx_buf_clear(&ws->pong);
	nx_buf_add(&ws->pong, data, len);
	ws->owes_pong = true;
	nx_conn_mark_dirty(&ws->conn);
}

/* RFC 6455 section 5.5.1: it is answered when what is queued has been written. */
static void got_close(struct websocket_conn *ws, const uint8_t *data, size_t len)
{
	int code = nx_frames_close_code(data, len);

	if (code < 0) {
		refuse(ws, NX_FRAME_WRONG, reason_of(NX_FRAME_WRONG));
		return;
	}
	ws->peer_said_close = true;
	ws->close_code = code;
	nx_conn_got_eof(&ws->conn);
}

static bool got_control(void *ctx, enum nx_frame_opcode opcode, const uint8_t *data, size_t len)
{
	struct websocket_conn *ws = ctx;

	if (opcode == NX_FRAME_PING)
		got_ping(ws, data, len);
	else if (opcode == NX_FRAME_PONG)
		lws_validity_confirmed(ws->wsi);
	else
		got_close(ws, data, len);
	return wants_more(ws) && !ws->peer_broke_rules;
}

static const struct nx_frames_events frame_events = { .text = got_text, .message_end = got_message_end, .control = got_control };

/* What a pause leaves is put aside. */
static void feed(struct websocket_conn *ws, char *data, size_t len)
{
	size_t used;

	if (ws->peer_broke_rules)
		return;
	int code = nx_frames_feed(&ws->frames, data, len, &frame_events, ws, &used);

	if (code != 0)
		refuse(ws, code, reason_of(code));
	else if (used < len)
		nx_buf_add(&ws->rest, data + used, len - used);
}

static void feed_rest(struct websocket_conn *ws)
{
	struct nx_buf rest = ws->rest;

	if (rest.len == 0 || !wants_more(ws))
		return;
	ws->rest = (struct nx_buf)NX_BUF_INIT;
	feed(ws, rest.data, rest.len);
	nx_conn_done_with(&ws->conn, rest.data, rest.len);
	nx_buf_done(&rest);
}

/* ---- the event ---- */

static void peer_has_gone(struct websocket_conn *ws)
{
	nx_websocket_cut(ws);
	nx_conn_got_eof(&ws->conn);
}

void nx_websocket_read(struct websocket_conn *ws)
{
	char *buf = ws->conn.net->read_buf;
	size_t budget = NX_READ_BYTES;

	feed_rest(ws);
	while (budget > 0 && wants_more(ws)) {
		ssize_t got = read_socket(ws, buf, budget);

		if (got == 0)
			peer_has_gone(ws);
		if (got <= 0)
			return;
		budget -= (size_t)got;
		feed(ws, buf, (size_t)got);
		nx_conn_done_with(&ws->conn, buf, (size_t)got);
		/* Without TLS the next bytes make an event. */
		if (!ws->wsi || !ssl_of(ws))
			return;
	}
}

static bool has_more(const struct websocket_conn *ws)
{
	SSL *ssl = ws->wsi ? ssl_of(ws) : NULL;

	return ws->rest.len > 0 || (ssl && SSL_pending(ssl) > 0);
}

static void look_again(struct websocket_conn *ws)
{
	if (ws->is_reading && wants_more(ws) && has_more(ws))
		event_active(&ws->readable, EV_READ, 0);
}

static void socket_is_readable(evutil_socket_t fd, short what, void *arg)
{
	struct websocket_conn *ws = arg;

	(void)fd;
	(void)what;
	nx_websocket_read(ws);
	look_again(ws);
}

void nx_websocket_take_over_reading(struct websocket_conn *ws)
{
	lws_rx_flow_control(ws->wsi, 0);
	event_assign(&ws->readable, nx_loop_base(ws->web->options.loop), lws_get_socket_fd(ws->wsi), EV_READ | EV_PERSIST, socket_is_readable, ws);
}

void nx_websocket_stop_reading(struct websocket_conn *ws)
{
	if (ws->is_reading)
		event_del(&ws->readable);
	ws->is_reading = false;
}

void nx_websocket_update_reading(struct websocket_conn *ws)
{
	bool wants = wants_more(ws);

	if (wants == ws->is_reading)
		return;
	if (!wants) {
		nx_websocket_stop_reading(ws);
		return;
	}
	ws->is_reading = true;
	event_add(&ws->readable, NULL);
	look_again(ws);
}
