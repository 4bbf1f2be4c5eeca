/* What the files web*.c and conn_websocket.c share behind web.h and http.h. Every connection that libwebsockets has is a visitor; it
 * keeps a pointer to it. A request and its answer are an exchange (web_exchange.c); a visitor has one at a time.
 *
 * Requests are read by libwebsockets, answers are written here, past it: it cannot write while it is told not to read, and
 * while an answer is being made or written it must not read, because it would take the next request. So nothing of an answer
 * ever waits in its buffers, and it hears of one only when that is finished. */
#ifndef NX_NET_WEB_PRIVATE_H
#define NX_NET_WEB_PRIVATE_H

#include "base/buf.h"
#include "base/list.h"
#include "base/timer.h"
#include "net/conn_private.h"
#include "net/http.h"
#include "net/web.h"

#include <libwebsockets.h>

struct event;
struct nx_handles;
struct nx_web_out;

struct nx_web {
	struct nx_web_options options;
	struct nx_log_source log;
	struct nx_web_loop *web_loop;
	struct lws_context *lws;
	struct lws_vhost *vhost;
	lws_retry_bo_t ping_policy;
	struct lws_protocols protocols[3];
	char *write_buf;                        /* of conn_websocket.c */
	struct nx_handles *requests;            /* struct nx_exchange by id, while they are not answered */
	struct nx_list unsettled;               /* struct nx_visitor.unsettled */
	struct nx_crowd *slow;                  /* exchanges that last long, by the client's address */
	unsigned visitor_count;
};

struct websocket_conn;

struct nx_visitor {
	struct nx_web *web;
	char address[NX_SOCKADDR_TEXT];
	struct lws *wsi;                        /* NULL: closed */
	struct nx_exchange *exchange;           /* NULL: between two, or a WebSocket */
	struct nx_link unsettled;               /* nx_exchange_settle() has to look at it */
	/* Once its request was one for a WebSocket: what events->upgrade said, and how the client is seen, perhaps through a proxy. */
	const void *upgrade_data;
	char client_address[NX_SOCKADDR_TEXT];
	struct websocket_conn *websocket;       /* NULL before, and when the connection has gone before its socket */
	struct nx_timer head_timer;             /* its next request has to be here by then */
	bool has_tls, is_secure;
	bool is_reading;                        /* as libwebsockets was told last */
	bool is_pipelined;                      /* its next request came together with the last one */
	bool is_cut;                            /* libwebsockets was told to close it */
};

struct nx_http_answer_header {
	struct nx_http_answer_header *next;
	const char *name, *value;
};

struct nx_exchange {
	struct nx_http_request request;
	struct nx_visitor *visitor;
	struct nx_http_answer_header *headers;
	const struct nx_http_waiter *waiter;    /* NULL: it was not asked to wait */
	void *waiter_ctx;
	struct nx_buf kept;                     /* of the body: what came during a pause */
	uint64_t body_left;                     /* has not come yet */
	int64_t begun_ms;
	int64_t body_since_ms, body_until_ms;   /* since when we wait for the next piece, and until when what has come is fast enough */
	int64_t paused_ms;
	struct nx_timer body_timer;
	struct event *watch;                    /* web_watch.c */
	void (*when_room)(struct nx_exchange *x);
	struct nx_web_out *out;                 /* web_out.c; NULL: not answered */
	unsigned status;                        /* 0: not answered */
	bool is_slow;                           /* counted in nx_web.slow */
	bool is_overdue;                        /* there are too many of those */
	bool is_paused;
	bool has_ended;                         /* the waiter knows that the body is complete */
	bool must_close;                        /* the connection ends behind the answer */
	bool is_lingering;
	bool is_broken;                         /* nothing more can be written */
};

/* web_exchange.c: calls of libwebsockets. Non-zero ends the connection. */
int nx_exchange_begin(struct nx_visitor *visitor, struct lws *wsi);
/* What came is no request that libwebsockets knows; it lets go of the protocol, and its socket is as before. */
int nx_exchange_begin_strange(struct nx_visitor *visitor, struct lws *wsi, const char *data, size_t len);
int nx_exchange_body(struct nx_visitor *visitor, const char *data, size_t len);
void nx_exchange_connection_closed(struct nx_visitor *visitor);
/* At the end of a turn: goes on with what happened in it, and tells libwebsockets. */
void nx_exchange_settle(struct nx_visitor *visitor);
/* web_exchange.c: for its neighbours. */
int64_t nx_web_now_ms(const struct nx_web *web);
/* Gives a visitor so long for the head of a request. */
void nx_visitor_expect_head(struct nx_visitor *visitor, int64_t within_ms);
/* Its body is coming, or its answer is going, and slowly: may it go on? */
bool nx_exchange_may_last(struct nx_exchange *x);
struct nx_exchange *nx_exchange_new(struct nx_visitor *visitor, struct lws *wsi);
void nx_exchange_free(struct nx_exchange **x);
void nx_exchange_mark(struct nx_exchange *x);
/* The client has gone, or does not do its part: the connection is cut. */
void nx_exchange_cut(struct nx_exchange *x);

static inline struct nx_exchange *nx_exchange_of(const struct nx_http_request *request)
{
	return (struct nx_exchange *)(uintptr_t)request;
}

/* web_request.c: fills x->request from what libwebsockets has read. False: it is no request that could be served, and was answered. */
bool nx_exchange_read(struct nx_exchange *x);
/* The same for what libwebsockets took for no HTTP: answers that it is none, or what we do not serve. */
void nx_exchange_read_strange(struct nx_exchange *x, const char *data, size_t len);
char *nx_exchange_header(struct nx_exchange *x, enum lws_token_indexes token);
/* Whether a list such as that of Connection has that word. */
bool nx_exchange_header_has(struct nx_exchange *x, enum lws_token_indexes token, const char *word, bool is_case_exact);

/* web_out.c: writes head and then fd (taken, -1: no file) from offset on, so many bytes. */
void nx_web_out_begin(struct nx_exchange *x, struct nx_buf *head, int fd, uint64_t offset, uint64_t bytes);
bool nx_web_out_is_finished(const struct nx_exchange *x);
void nx_web_out_free(struct nx_exchange *x);
/* Tells the client to go on with its body (RFC 9110 section 10.1.1); one that does not get through is waited for less long. */
void nx_web_out_continue(struct nx_exchange *x);

/* web_watch.c: what we want to hear of the socket while libwebsockets is told not to look. */
void nx_web_watch_for_end(struct nx_exchange *x);
void nx_web_watch_for_room(struct nx_exchange *x, void (*fn)(struct nx_exchange *x));
/* Says goodbye, and waits a little for the client's. */
void nx_web_linger(struct nx_exchange *x);
void nx_web_watch_stop(struct nx_exchange *x);

/* web_upgrade.c. 0: the handshake goes on. Less: it was answered, and the connection ends. */
int nx_web_confirm_upgrade(struct nx_visitor *visitor, struct lws *wsi, char *protocol);

/* conn_websocket.c. The ints are those of lws call-backs, as above. */
#define NX_WEBSOCKET_BUF_BYTES (LWS_PRE + 16384)
struct nx_conn *nx_websocket_new(struct nx_visitor *visitor, struct lws *wsi);
int nx_websocket_writable(struct websocket_conn *ws);
void nx_websocket_closed(struct websocket_conn *ws);

#endif
