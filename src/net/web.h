/* HTTP and WebSocket: libwebsockets on our loop, and nobody else includes it.
 *
 * One normal case: core/site.c accepts and calls nx_web_adopt(); libwebsockets negotiates TLS with our contexts, reads a request, and
 * events->request answers it, at once or later (http.h). For a request that asks for a WebSocket events->upgrade says first whether there is one; then
 * events->connected gets a connection (conn.h) like any other, framed in messages. Everything runs in the phase of the handlers. */
#ifndef NX_NET_WEB_H
#define NX_NET_WEB_H

#include <stdbool.h>
#include <stdint.h>

struct nx_conn;
struct nx_error;
struct nx_http_request;
struct nx_log_source;
struct nx_loop;
struct nx_tls_context;
struct nx_web;
struct nx_workers;

struct nx_web_events {
	/* Comes first: headers that every answer has, also those that are given here already. */
	void (*prepare)(void *ctx, struct nx_http_request *request);
	/* Answers, or says that it does later, before it returns (http.h). */
	void (*request)(void *ctx, struct nx_http_request *request);
	/* True: there are WebSockets here, and *data_r goes to connected when the handshake is in order. False: it is a request
	 * like any other. */
	bool (*upgrade)(void *ctx, struct nx_http_request *request, const void **data_r);
	/* conn is the callee's (nx_conn_set_events). */
	void (*connected)(void *ctx, const void *data, struct nx_conn *conn);
	/* For the log, once for each request: it is being answered with so many bytes of body. status 0: the client went before. */
	void (*answered)(void *ctx, const struct nx_http_request *request, unsigned status, uint64_t bytes);
	/* A connection that was adopted with this address has gone. */
	void (*left)(void *ctx, const char *peer);
};

struct nx_web_options {
	struct nx_loop *loop;
	struct nx_workers *workers;             /* they read files; may go before nx_web_free() */
	struct nx_tls_context *tls;             /* certificates may come later, and change */
	const struct nx_log_source *log;        /* parent for log lines */
	const char *subprotocol;                /* the one that WebSockets speak; others are refused */
	unsigned header_max_bytes;              /* of one request, all headers together */
	unsigned request_timeout_secs;          /* for the TLS handshake, again for the headers, and between pieces of a body */
	unsigned idle_timeout_secs;             /* between two requests of one connection, and for a client that does not read */
	/* Exchanges that last longer than this are few for each address; the pace that all have to keep is in web_exchange.c and web_out.c. */
	unsigned slow_after_secs, slow_per_address;
	unsigned ping_after_secs, ping_timeout_secs;    /* WebSocket pings: silence before one, and time for its answer */
	const struct nx_web_events *events;
	void *ctx;
};

/* Strings and events of the options are borrowed for good. */
struct nx_web *nx_web_new(const struct nx_web_options *options, struct nx_error *err);
/* Takes fd, a connection that was just accepted; peer is its address. */
void nx_web_adopt(struct nx_web *web, int fd, const char *peer, bool has_tls);
/* The request that waits for its answer under this id; NULL: the client has gone, or it was answered. */
struct nx_http_request *nx_web_find_request(const struct nx_web *web, uint64_t id);
/* Connections of all kinds that are there. */
unsigned nx_web_count(const struct nx_web *web);
/* Cuts all of them; WebSockets see closed events while the loop turns, not from in here; requests that wait are gone. */
void nx_web_free(struct nx_web **web);

#endif
