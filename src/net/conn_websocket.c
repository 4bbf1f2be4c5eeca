/* Connections that are WebSockets (RFC 6455), framed in messages; libwebsockets shakes hands, pings and writes.
 *
 * Reading is in conn_websocket_in.c, past libwebsockets. Writing: at the end of the turn messages go out as long as the peer can take
 * something, in frames of at most 16 KiB; for the rest a call-back is asked for. (Asking always would cost four epoll_ctl() and another
 * turn of the loop for each message.) Closing: when all is written the call-back sends a close frame, and we wait for the peer's.
 * libwebsockets would do that itself when its call-back returns non-zero, but Debian's, with libuv, closes twice then, and the second
 * time without the frame.
 *
 * The connection may outlive its socket, while what the peer said last still waits for a pause to end, and the socket the connection,
 * while it is being closed: each knows whether the other is there. */
#include "net/conn_websocket.h"

#include "base/mem.h"
#include "net/web_loop.h"

#include <string.h>

/* libwebsockets keeps the name of this one, LWS_WRITE_CLOSE, to itself. */
#define WRITE_CLOSE ((enum lws_write_protocol)4)
#define FRAME_BYTES (NX_WEBSOCKET_BUF_BYTES - LWS_PRE)

static struct websocket_conn *websocket_of(const struct nx_conn *conn)
{
	return (struct websocket_conn *)(uintptr_t)conn;
}

/* ---- parting ---- */

void nx_websocket_let_go(struct websocket_conn *ws)
{
	nx_websocket_stop_reading(ws);
	if (ws->visitor)
		ws->visitor->websocket = NULL;
	ws->visitor = NULL;
	ws->wsi = NULL;
}

/* From anywhere, also from its own call-backs: it is closed in the next round. libwebsockets looks at its own timers only behind an
 * event; this makes one. */
void nx_websocket_cut(struct websocket_conn *ws)
{
	if (!ws->wsi)
		return;
	if (!ws->is_closed) {
		lws_set_timeout(ws->wsi, PENDING_TIMEOUT_KILLED_BY_PARENT, LWS_TO_KILL_ASYNC);
		lws_cancel_service_pt(ws->wsi);
	}
	nx_websocket_let_go(ws);
}

/* RFC 6455 section 5.5.1. Less than 0: the connection is broken. */
static int say_close(struct websocket_conn *ws)
{
	unsigned char buf[LWS_PRE + 2] = { [LWS_PRE] = (unsigned char)(ws->close_code >> 8), (unsigned char)ws->close_code };

	return lws_write(ws->wsi, buf + LWS_PRE, ws->close_code ? 2 : 0, WRITE_CLOSE);
}

void nx_websocket_closed(struct websocket_conn *ws)
{
	ws->is_closed = true;
	nx_websocket_read(ws);          /* what the peer said last */
	nx_websocket_let_go(ws);
	nx_conn_got_eof(&ws->conn);
}

/* ---- writing ---- */

/* libwebsockets wants LWS_PRE bytes in front. Less than 0: the connection is broken. */
static int write_frame(struct websocket_conn *ws)
{
	struct nx_conn *conn = &ws->conn;
	char *buf = ws->web->write_buf + LWS_PRE;
	size_t len;
	bool is_end;
	const char *data = nx_out_peek_message(&conn->out, buf, FRAME_BYTES, &len, &is_end);

	if (data != buf)
		memcpy(buf, data, len);
	int flags = lws_write_ws_flags(LWS_WRITE_TEXT, !ws->is_mid_message, is_end);

	ws->is_mid_message = !is_end;
	nx_out_consume(conn->net, &conn->out, len);
	int written = lws_write(ws->wsi, (unsigned char *)buf, len, (enum lws_write_protocol)flags);

	if (written < (int)len)
		return -1;
	nx_conn_wrote(conn, len);
	return 0;
}

/* RFC 6455 section 5.5.3. Less than 0: the connection is broken. */
static int write_pong(struct websocket_conn *ws)
{
	unsigned char buf[LWS_PRE + NX_FRAME_CONTROL_MAX];
	size_t len = ws->pong.len;

	if (len > 0)
		memcpy(buf + LWS_PRE, ws->pong.data, len);
	nx_buf_done(&ws->pong);
	ws->owes_pong = false;
	return lws_write(ws->wsi, buf + LWS_PRE, len, LWS_WRITE_PONG);
}

/* Less than 0: the connection is broken. */
static int write_what_fits(struct websocket_conn *ws)
{
	if (ws->owes_pong && !lws_send_pipe_choked(ws->wsi) && write_pong(ws) < 0)
		return -1;
	while (ws->wsi && ws->conn.out.bytes > 0 && !lws_send_pipe_choked(ws->wsi)) {
		if (write_frame(ws) < 0)
			return -1;
	}
	return 0;
}

#define BROKEN "connection reset by peer"

int nx_websocket_writable(struct websocket_conn *ws)
{
	struct nx_conn *conn = &ws->conn;

	if (write_what_fits(ws) < 0) {
		nx_websocket_let_go(ws);
		nx_conn_die(conn, BROKEN);
		return -1;
	}
	if (!ws->wsi)
		return -1;      /* somebody who heard that the queue is empty has ended the connection */
	if (conn->out.bytes > 0 || ws->owes_pong) {
		lws_callback_on_writable(ws->wsi);
	} else if (conn->state == NX_CONN_CLOSING) {
		if (say_close(ws) < 0)
			return -1;
		nx_conn_shut(conn);
	}
	return 0;
}

static void websocket_flush(struct nx_conn *conn)
{
	struct websocket_conn *ws = websocket_of(conn);

	if (!ws->wsi) {
		if (conn->state == NX_CONN_CLOSING)
			nx_conn_die(conn, "closed");
		return;
	}
	nx_websocket_update_reading(ws);
	if (conn->state == NX_CONN_OPEN && write_what_fits(ws) < 0)
		nx_conn_die(conn, BROKEN);
	if (!ws->wsi)
		return;         /* also when somebody who heard that the queue is empty has ended it */
	bool has_rest = conn->out.bytes > 0 || ws->owes_pong || lws_partial_buffered(ws->wsi);

	if (conn->state == NX_CONN_SHUT || (!has_rest && conn->state != NX_CONN_CLOSING))
		return;
	lws_callback_on_writable(ws->wsi);
	nx_web_loop_kick(ws->web->web_loop);
}

/* ---- life ---- */

static void websocket_hang_up(struct nx_conn *conn)
{
	nx_websocket_cut(websocket_of(conn));
}

static void websocket_release(struct nx_conn *conn)
{
	struct websocket_conn *ws = websocket_of(conn);

	nx_buf_done(&ws->rest);
	nx_buf_done(&ws->pong);
	nx_mem_free(ws->peer_address);
}

/* NULL also behind a proxy that does TLS: then there is nothing that a channel could be bound to. */
static struct ssl_st *websocket_ssl(const struct nx_conn *conn)
{
	const struct websocket_conn *ws = websocket_of(conn);

	return ws->wsi && ws->visitor->has_tls ? lws_get_ssl(ws->wsi) : NULL;
}

static const char *websocket_peer_address(const struct nx_conn *conn)
{
	return websocket_of(conn)->peer_address;
}

static const struct nx_conn_kind websocket_kind = {
	.flush = websocket_flush,
	.hang_up = websocket_hang_up,
	.release = websocket_release,
	.ssl = websocket_ssl,
	.peer_address = websocket_peer_address,
	.transport = "ws", .secure_transport = "wss",
};

struct nx_conn *nx_websocket_new(struct nx_visitor *visitor, struct lws *wsi)
{
	struct nx_web *web = visitor->web;
	struct websocket_conn *ws = nx_mem_new(sizeof(*ws));

	nx_conn_init(&ws->conn, &websocket_kind, web->options.loop, &web->log);
	ws->conn.is_framed = true;
	ws->conn.is_secure = visitor->is_secure;
	ws->web = web;
	ws->visitor = visitor;
	ws->wsi = wsi;
	ws->close_code = LWS_CLOSE_STATUS_NORMAL;
	ws->peer_address = nx_mem_strdup(visitor->client_address);
	visitor->websocket = ws;
	nx_websocket_take_over_reading(ws);
	return &ws->conn;
}
