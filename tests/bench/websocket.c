/* Frames in, frames out (websocket.h). */
#include "websocket.h"

#include <stdio.h>
#include <string.h>

#include "conn.h"
#include "frame.h"

#define OPCODE(ws) ((ws)->head[0] & 15)
enum { TEXT = 1, CLOSE = 8, PING = 9, PONG = 10 };

void websocket_init(struct websocket *ws)
{
	*ws = (struct websocket){ 0 };
}

void websocket_done(struct websocket *ws)
{
	nx_buf_done(&ws->control);
}

void websocket_shake(struct conn *conn)
{
	static const char request[] = "GET /xmpp-websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n";

	conn_send(conn, request, sizeof(request) - 1);
}

/* ---- out ---- */

void websocket_put_head(char *at, size_t len)
{
	const uint8_t head[WEBSOCKET_HEAD] = { 0x80 | TEXT, 0x80 | 126, (uint8_t)(len >> 8), (uint8_t)len };

	memcpy(at, head, sizeof(head));
}

static void send_frame(struct conn *conn, int opcode, const char *data, size_t len)
{
	char head[WEBSOCKET_HEAD] = { (char)(0x80 | opcode), (char)(0x80 | len) };

	if (len >= 126)
		websocket_put_head(head, len);
	conn_send(conn, head, len >= 126 ? WEBSOCKET_HEAD : 6);
	conn_send(conn, data, len);
}

/* RFC 7395 section 3.3.3: each message is a document, so nobody else declares the namespace. */
static void send_element(void *ctx, const struct stanza *st)
{
	struct nx_buf text = NX_BUF_INIT;
	size_t name_len = 1;
	bool is_stanza = stanza_is(st, "message") || stanza_is(st, "iq") || stanza_is(st, "presence");

	while (is_stanza && !strchr(" />", st->data[name_len]))
		name_len++;
	nx_buf_add(&text, st->data, name_len);
	if (is_stanza)
		nx_buf_puts(&text, " xmlns='jabber:client'");
	nx_buf_add(&text, st->data + name_len, st->len - name_len);
	send_frame(ctx, TEXT, text.data, text.len);
	nx_buf_done(&text);
}

void websocket_send(struct conn *conn, const char *text, size_t len)
{
	struct framer framer;

	framer_init(&framer, 1);
	framer_feed(&framer, text, len, send_element, conn);
	framer_done(&framer);
}

/* ---- in ---- */

/* How long the head is, as far as it is known. */
static unsigned head_size(const struct websocket *ws)
{
	if (ws->head_len < 2)
		return 2;
	return (ws->head[1] & 127) == 126 ? 4 : (ws->head[1] & 127) == 127 ? 10 : 2;
}

static void take_head(struct websocket *ws)
{
	ws->left = ws->head[1] & 127;
	if (ws->left < 126)
		return;
	ws->left = 0;
	for (unsigned i = 2; i < ws->head_len; i++)
		ws->left = ws->left << 8 | ws->head[i];
}

/* -1: the server closes. */
static int end_frame(struct websocket *ws, struct conn *conn)
{
	int opcode = OPCODE(ws);

	if (opcode == PING)
		send_frame(conn, PONG, nx_buf_str(&ws->control), ws->control.len);
	nx_buf_clear(&ws->control);
	ws->head_len = 0;
	return opcode == CLOSE ? -1 : 0;
}

static int feed_frames(struct websocket *ws, struct conn *conn, const char *data, size_t len,
		       void (*take)(void *ctx, const char *data, size_t len), void *ctx)
{
	const char *end = data + len;

	while (data < end) {
		if (ws->head_len < head_size(ws)) {
			ws->head[ws->head_len++] = (uint8_t)*data++;
			if (ws->head_len < head_size(ws))
				continue;
			take_head(ws);
		}
		size_t piece = ws->left < (uint64_t)(end - data) ? (size_t)ws->left : (size_t)(end - data);

		if (OPCODE(ws) < CLOSE)
			take(ctx, data, piece);
		else
			nx_buf_add(&ws->control, data, piece);
		data += piece;
		ws->left -= piece;
		/* The one who took it may have closed the connection. */
		if (conn->fd < 0)
			return 0;
		if (ws->left == 0 && end_frame(ws, conn) < 0)
			return -1;
	}
	return 0;
}

int websocket_feed(struct websocket *ws, struct conn *conn, const char *data, size_t len,
		   void (*take)(void *ctx, const char *data, size_t len), void *ctx)
{
	if (ws->is_shaken)
		return feed_frames(ws, conn, data, len, take, ctx);
	nx_buf_add(&ws->control, data, len);
	if (!strstr(ws->control.data, "\r\n\r\n"))
		return 0;
	ws->is_shaken = strncmp(ws->control.data, "HTTP/1.1 101", 12) == 0;
	nx_buf_clear(&ws->control);
	return ws->is_shaken ? 1 : -1;
}
