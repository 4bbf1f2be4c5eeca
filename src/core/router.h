/* The router: takes an event through iq rules and hooks, phase by phase, and answers when nobody did.
 *
 * One normal case: session.c makes an event → the recipient's account is fetched (core/account.h) → GUARD → ADAPT →
 * HANDLE (iq rules, then hooks) → DELIVER → AFTER → the event is over and its pool goes back. A handler that waits stops the walk
 * where it is; nx_event_resume() goes on there. While an event waits for something else than its own job, the sender's
 * stream is held, so that the order of a sender's stanzas never changes. */
#ifndef NX_CORE_ROUTER_H
#define NX_CORE_ROUTER_H

#include "core/event.h"

struct nx_router;

struct nx_router *nx_router_new(struct nx_server *server);
void nx_router_free(struct nx_router **router);
/* rules NULL: none. Two rules for one payload are tried in load order, each for its targets. */
void nx_router_add_rules(struct nx_router *router, struct nx_module *mod, const struct nx_iq_rule *rows);
void nx_router_withdraw_rules(struct nx_router *router, const struct nx_module *mod);
/* The session is going: its events live on without it. */
void nx_router_forget_session(struct nx_session *sess);

#endif
