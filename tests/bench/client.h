/* One XMPP client of the load generator: connects, negotiates (RFC 6120 sections 4 to 7), then hands each stanza to the scenario.
 * With the relay there is nothing to negotiate: it says its number and is ready. */
#ifndef BENCH_CLIENT_H
#define BENCH_CLIENT_H

#include <stdarg.h>
#include <stdbool.h>

#include "conn.h"
#include "frame.h"
#include "sasl.h"
#include "websocket.h"

/* What a client sends when it has logged in (RFC 6121 sections 2.2 and 4.2: the roster first). */
#define CLIENT_ROSTER_AND_PRESENCE "<iq type='get' id='roster'><query xmlns='jabber:iq:roster'/></iq><presence/>"

struct client;

struct client_events {
	/* The resource is bound; client->jid is there. */
	void (*ready)(struct client *client);
	/* Anything that comes afterwards. NULL: dropped. */
	void (*stanza)(struct client *client, const struct stanza *st);
	/* The connection is gone. Reasons are constants. Not called after client_close(). */
	void (*failed)(struct client *client, const char *reason);
};

enum client_state {
	CLIENT_CLOSED, CLIENT_FEATURES, CLIENT_STARTTLS, CLIENT_SASL, CLIENT_BIND, CLIENT_SESSION, CLIENT_READY
};

/* What all clients of a run share. */
struct client_shared {
	struct loop *loop;
	const struct bench_options *options;
	SSL_CTX *ssl_ctx;
	struct sasl_keys *keys;         /* one per account */
};

struct client {
	const struct client_shared *shared;
	const struct client_events *events;
	void *ctx;                      /* the scenario's */
	struct conn conn;
	struct framer framer;
	struct websocket websocket;     /* with the option of that name */
	struct sasl sasl;
	enum client_state state;
	bool is_authenticated, needs_session;
	unsigned number, account;       /* number: its own; account: whose password */
	int64_t begun_ns;
	char user[48], resource[24];
	char jid[160], bare[136];
};

/* Begins to connect; ctx, events and shared must be set already. 0, or -1 when there is no socket. */
int client_start(struct client *client, unsigned number, unsigned account);
/* Ends the stream and the connection. */
void client_close(struct client *client);
void client_send(struct client *client, const char *text, size_t len);
void client_printf(struct client *client, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
