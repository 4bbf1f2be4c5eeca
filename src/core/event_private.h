/* What event.c and router.c share about the life of an event. */
#ifndef NX_CORE_EVENT_PRIVATE_H
#define NX_CORE_EVENT_PRIVATE_H

#include "core/event.h"

/* Calls handlers until the event is over or waits. */
void nx_router_walk(struct nx_event *ev);
/* Takes the verdict of what the event waited for, and walks on. */
void nx_router_go_on(struct nx_event *ev, enum nx_verdict verdict);
/* ev->error to the sender, unless the stanza is one that is never answered (RFC 6120 sections 8.2.3 and 8.3.1). */
void nx_event_send_error(struct nx_event *ev);
/* Gives everything back, the pool last. */
void nx_event_free(struct nx_event *ev);

#endif
