/* RFC 6121 Appendix A as tables: what a subscription stanza does to the roster of the one who sends it and of the one who gets it. */
#ifndef MOD_SUBSCRIPTION_CHART_H
#define MOD_SUBSCRIPTION_CHART_H

#include <stdbool.h>

#include "service/roster.h"

/* A.1: the nine states, in the order of the RFC's tables. OUT and IN: a request is pending. */
enum chart_state {
	CHART_NONE, CHART_NONE_OUT, CHART_NONE_IN, CHART_NONE_OUT_IN,
	CHART_TO, CHART_TO_IN, CHART_FROM, CHART_FROM_OUT, CHART_BOTH,
	CHART_STATES
};

enum chart_kind {
	CHART_SUBSCRIBE, CHART_UNSUBSCRIBE, CHART_SUBSCRIBED, CHART_UNSUBSCRIBED,
	CHART_KINDS
};

/* What becomes of the stanza. */
enum chart_fate {
	CHART_DROP,
	CHART_PASS,             /* outbound: route it; inbound: deliver it */
	CHART_APPROVE,          /* outbound "subscribed" without a request: remember the approval (section 3.4) */
	CHART_ANSWER,           /* inbound "subscribe" of a subscriber: the server answers "subscribed" */
};

struct chart_step {
	enum chart_fate fate;
	enum chart_state next;
};

extern const struct chart_step chart_outbound[CHART_KINDS][CHART_STATES];              /* tables 2 to 5 */
extern const struct chart_step chart_inbound[CHART_KINDS][CHART_STATES];               /* tables 6 to 9 */

/* Between states and what a roster stores. */
enum chart_state chart_state_of(enum nx_subscription subscription, bool is_asking, bool has_request);
enum nx_subscription chart_subscription(enum chart_state state);
bool chart_is_asking(enum chart_state state);
bool chart_has_request(enum chart_state state);

#endif
