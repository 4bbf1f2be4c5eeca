/* What web.c (the context), web_http.c (requests) and conn_websocket.c (WebSockets) share behind web.h. Every connection that
 * libwebsockets has is a visitor; it keeps a pointer to it. */
#ifndef NX_NET_WEB_PRIVATE_H
#define NX_NET_WEB_PRIVATE_H

#include "net/conn_private.h"
#include "net/http.h"
#include "net/web.h"

#include <libwebsockets.h>

struct nx_web {
	struct nx_web_options options;
	struct nx_log_source log;
	struct nx_web_loop *web_loop;
	struct lws_context *lws;
	struct lws_vhost *vhost;
	lws_retry_bo_t ping_policy;
	struct lws_protocols protocols[3];
	char *write_buf;                        /* of conn_websocket.c */
	unsigned visitor_count;
};

struct websocket_conn;

struct nx_visitor {
	struct nx_web *web;
	char address[NX_SOCKADDR_TEXT];
	/* Once its request was one for a WebSocket: what events->upgrade said, and how the client is seen, perhaps through a proxy. */
	const void *upgrade_data;
	char client_address[NX_SOCKADDR_TEXT];
	struct websocket_conn *websocket;       /* NULL before, and when the connection has gone before its socket */
	bool has_tls, is_secure;
};

/* Sends what events->request answers. Like lws call-backs: non-zero ends the connection. */
int nx_web_serve(struct nx_visitor *visitor, struct lws *wsi);
/* 0: the handshake goes on. 1: it was answered. */
int nx_web_confirm_upgrade(struct nx_visitor *visitor, struct lws *wsi, const char *protocol);

/* conn_websocket.c. The ints are those of lws call-backs, as above. */
#define NX_WEBSOCKET_BUF_BYTES (LWS_PRE + 16384)
struct nx_conn *nx_websocket_new(struct nx_visitor *visitor, struct lws *wsi);
int nx_websocket_received(struct websocket_conn *ws, const char *data, size_t len);
int nx_websocket_writable(struct websocket_conn *ws);
int nx_websocket_peer_closes(struct websocket_conn *ws);
void nx_websocket_closed(struct websocket_conn *ws);

#endif
