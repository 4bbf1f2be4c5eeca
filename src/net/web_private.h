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
	unsigned visitor_count;
};

struct nx_visitor {
	struct nx_web *web;
	char address[NX_SOCKADDR_TEXT];
	bool has_tls;
};

/* Sends what events->request answers. Like lws call-backs: non-zero ends the connection. */
int nx_web_serve(struct nx_visitor *visitor, struct lws *wsi);
/* 0: the handshake goes on. 1: it was answered. */
int nx_web_confirm_upgrade(struct nx_visitor *visitor, struct lws *wsi);

#endif
