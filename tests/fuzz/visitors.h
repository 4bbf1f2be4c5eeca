/* A whole server that listens for HTTP on the loopback interface, and connections to it: for targets that play what comes over
 * HTTP, through libwebsockets and all of ours that is behind it.
 *
 * Besides not crashing: nothing a visitor sends is an ERROR in the log, every answer begins like one, and when all have gone and time has
 * passed no session, no event and no connection is left. */
#ifndef NX_FUZZ_VISITORS_H
#define NX_FUZZ_VISITORS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "core/server.h"
#include "proto/stage.h"

struct visitor {
	int fd;                 /* -1: not connected */
	bool is_heard;          /* it was answered since visitor_send() */
	struct nx_buf heard;    /* since it connected */
};

/* Starts the server once; it is taken down when the program ends. A page of 100 bytes is at /chat/index.html. */
void visitors_start(struct stage *stage, const char *name);
void visitor_connect(struct stage *stage, struct visitor *visitor);
/* What does not go through at once is lost, and so is all when it is not connected. */
void visitor_send(struct visitor *visitor, const void *data, size_t len);
/* Lets the server do what there is to do, and takes what it answers. */
void visitors_settle(struct stage *stage, struct visitor *visitors, unsigned count);
void visitor_leave(struct visitor *visitor);
/* Everybody goes, and nothing is left of them. */
void visitors_leave(struct stage *stage, struct visitor *visitors, unsigned count);

#endif
