/* A client's side of a WebSocket (RFC 6455) that carries framed streams (RFC 7395). Frames are masked with zeros, which is to
 * say not: what is measured is the server. */
#ifndef BENCH_WEBSOCKET_H
#define BENCH_WEBSOCKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct conn;

/* Every frame of ours between 126 and 65535 bytes begins with so many. */
#define WEBSOCKET_HEAD 8

struct websocket {
	bool is_shaken;                 /* the server has agreed */
	uint8_t head[14];               /* of the frame that is coming */
	unsigned head_len;
	uint64_t left;                  /* of its payload */
	struct nx_buf control;          /* the payload of a ping, or the server's answer to the handshake */
};

void websocket_init(struct websocket *ws);
void websocket_done(struct websocket *ws);
/* Asks for /xmpp-websocket. */
void websocket_shake(struct conn *conn);
/* Gives the payload of text frames to take(), answers pings. 1: the handshake is over just now. -1: the server refused, or has closed. */
int websocket_feed(struct websocket *ws, struct conn *conn, const char *data, size_t len,
		   void (*take)(void *ctx, const char *data, size_t len), void *ctx);
/* Each element of the text is a message of its own; stanzas get their namespace. */
void websocket_send(struct conn *conn, const char *text, size_t len);
/* Writes the head of a frame with 126 to 65535 bytes. */
void websocket_put_head(char *at, size_t len);

#endif
