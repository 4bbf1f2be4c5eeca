/* RFC 6121 Appendix A as tables: what a subscription stanza does to the roster of the one who sends it and of the one who gets it. */
#ifndef NX_MOD_SUBSCRIPTION_CHART_H
#define NX_MOD_SUBSCRIPTION_CHART_H

#include <stdbool.h>

#include "service/roster.h"

/* A.1: the nine states, in the order of the RFC's tables. OUT and IN: a request is pending. */
enum nx_chart_state {
	NX_CHART_NONE, NX_CHART_NONE_OUT, NX_CHART_NONE_IN, NX_CHART_NONE_OUT_IN,
	NX_CHART_TO, NX_CHART_TO_IN, NX_CHART_FROM, NX_CHART_FROM_OUT, NX_CHART_BOTH,
	NX_CHART_STATES
};

enum nx_chart_kind {
	NX_CHART_SUBSCRIBE, NX_CHART_UNSUBSCRIBE, NX_CHART_SUBSCRIBED, NX_CHART_UNSUBSCRIBED,
	NX_CHART_KINDS
};

/* What becomes of the stanza. */
enum nx_chart_fate {
	NX_CHART_DROP,
	NX_CHART_PASS,          /* outbound: route it; inbound: deliver it */
	NX_CHART_APPROVE,       /* outbound "subscribed" without a request: remember the approval (section 3.4) */
	NX_CHART_ANSWER,        /* inbound "subscribe" of a subscriber: the server answers "subscribed" */
};

struct nx_chart_step {
	enum nx_chart_fate fate;
	enum nx_chart_state next;
};

extern const struct nx_chart_step nx_chart_outbound[NX_CHART_KINDS][NX_CHART_STATES];  /* tables 2 to 5 */
extern const struct nx_chart_step nx_chart_inbound[NX_CHART_KINDS][NX_CHART_STATES];   /* tables 6 to 9 */

/* Between states and what a roster stores. */
enum nx_chart_state nx_chart_state_of(enum nx_subscription subscription, bool is_asking, bool has_request);
enum nx_subscription nx_chart_subscription(enum nx_chart_state state);
bool nx_chart_is_asking(enum nx_chart_state state);
bool nx_chart_has_request(enum nx_chart_state state);

#endif
