/* One TCP connection of the load generator, with TLS when asked. Output is collected and written once a turn. */
#ifndef BENCH_CONN_H
#define BENCH_CONN_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "options.h"

struct loop;

struct conn_events {
	void (*opened)(void *ctx);      /* connected; with direct TLS after the handshake; again after STARTTLS */
	void (*data)(void *ctx, const char *data, size_t len);
	void (*closed)(void *ctx, const char *reason);
};

struct conn {
	struct loop *loop;
	const struct conn_events *events;
	void *ctx;
	int fd;                         /* -1 when closed */
	SSL *ssl;
	bool is_connecting, is_handshaking, is_dirty, waits_to_write;
	struct nx_buf out;
	struct conn *next_dirty;
};

/* A context that trusts everybody: what is measured are servers on loopback with certificates of their own. */
SSL_CTX *conn_tls_context(void);
/* 0, or -1 with errno. ssl_ctx NULL: plain. */
int conn_open(struct conn *conn, struct loop *loop, const char *host, uint16_t port, SSL_CTX *ssl_ctx,
	      const struct conn_events *events, void *ctx);
void conn_start_tls(struct conn *conn, SSL_CTX *ssl_ctx);
/* Room for len bytes at the end of the output; it is written at the end of the turn. */
char *conn_reserve(struct conn *conn, size_t len);
void conn_send(struct conn *conn, const char *data, size_t len);
/* Writes what is left if it can be written now, then closes; no call-back. Nothing happens to a closed one. */
void conn_close(struct conn *conn);
/* For the loop. */
void conn_handle(struct conn *conn, uint32_t epoll_events);
void conn_flush(struct conn *conn);

#endif
