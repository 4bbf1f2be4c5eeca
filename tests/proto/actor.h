/* An actor: one client on a connection in memory. It keeps everything the server sends until the story looks at it. */
#ifndef PROTO_ACTOR_H
#define PROTO_ACTOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/list.h"

struct nx_conn;
struct nx_xml;
struct nx_xml_reader;
struct stage;

enum item_kind {
	ITEM_HEADER,    /* <stream:stream …>, or <open/> of a WebSocket */
	ITEM_ELEMENT,
	ITEM_SPACE,     /* white space between elements */
	ITEM_CLOSE,     /* </stream:stream>, or <close/> of a WebSocket */
	ITEM_BROKEN,    /* something that is no XML */
	ITEM_GONE,      /* the connection was closed */
};

struct item {
	struct nx_link link;
	enum item_kind kind;
	struct nx_xml *el;              /* header and element */
	const char *text;               /* for people */
};

struct actor {
	struct nx_link link;
	struct stage *stage;
	const char *name;               /* as the story calls it: "romeo" or "romeo/second" */
	const char *local, *resource;
	struct nx_conn *conn;           /* NULL: not connected */
	struct nx_xml_reader *reader;
	bool is_framed;                 /* a WebSocket: one element per message */
	struct nx_list inbox;           /* struct item */
};

/* In the stage's pool. */
struct actor *actor_new(struct stage *stage, const char *name);
/* A connection, and a session on the server's side of it. is_secure: as if TLS had been negotiated; is_framed: as a WebSocket. */
void actor_open(struct actor *actor, bool is_secure, bool is_framed);
/* As they are; on a WebSocket they are a message. */
void actor_send(struct actor *actor, const char *bytes, size_t len);
/* One element, written as it stands inside a stream; on a WebSocket it brings its namespaces along. */
void actor_send_element(struct actor *actor, const char *text);
/* The end of the stream. */
void actor_send_close(struct actor *actor);
/* The connection is cut without a word; what came stays. Nothing when it is not open. */
void actor_break(struct actor *actor);
/* What came first, NULL when nothing did; everything under way is waited for. */
struct item *actor_peek(struct actor *actor);
void actor_drop(struct item *item);
/* Forgets what came. */
void actor_forget(struct actor *actor);

/* login.c: from the first header to the success of a mechanism, and to a bound resource; fails the story when it does not work. */
void actor_greet(struct actor *actor);
void actor_log_in(struct actor *actor, const char *mechanism, const char *password);
void actor_bind(struct actor *actor);

#endif
