/* What the files conn_websocket*.c share: a WebSocket that is open (conn_websocket.c tells its life). */
#ifndef NX_NET_CONN_WEBSOCKET_H
#define NX_NET_CONN_WEBSOCKET_H

#include "base/buf.h"
#include "net/frames.h"
#include "net/web_private.h"

#include <event2/event_struct.h>

struct websocket_conn {
	struct nx_conn conn;
	struct nx_web *web;
	struct nx_visitor *visitor;     /* NULL: the socket has gone */
	struct lws *wsi;
	char *peer_address;
	struct event readable;
	struct nx_frames frames;
	struct nx_buf rest;             /* was read, and not looked at since a pause began */
	struct nx_buf pong;             /* owes_pong: with this payload */
	int close_code;                 /* what we say at the end; 0: nothing, as the peer */
	bool peer_said_close;
	bool peer_broke_rules;          /* what it still sends is thrown away */
	bool owes_pong;
	bool is_mid_message;            /* a frame without the end of its message is out */
	bool is_reading;
	bool is_closed;                 /* by libwebsockets */
};

/* The socket goes its own way. */
void nx_websocket_let_go(struct websocket_conn *ws);
/* It goes, and is closed. */
void nx_websocket_cut(struct websocket_conn *ws);

/* conn_websocket_in.c. libwebsockets does not read from now on. */
void nx_websocket_take_over_reading(struct websocket_conn *ws);
void nx_websocket_update_reading(struct websocket_conn *ws);
void nx_websocket_stop_reading(struct websocket_conn *ws);
/* What is there, as far as it is wanted. */
void nx_websocket_read(struct websocket_conn *ws);

#endif
