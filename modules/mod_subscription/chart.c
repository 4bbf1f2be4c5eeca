/* The tables of RFC 6121 Appendix A (chart.h), one row for each stanza type, one column for each state, in the order of the RFC. */
#include "mod_subscription/chart.h"

#define DROP(s)    { CHART_DROP, CHART_##s }
#define PASS(s)    { CHART_PASS, CHART_##s }
#define APPROVE(s) { CHART_APPROVE, CHART_##s }
#define ANSWER(s)  { CHART_ANSWER, CHART_##s }

const struct chart_step chart_outbound[CHART_KINDS][CHART_STATES] = {
	/*                           None, Out, In, Out+In | To, To+In | From, From+Out | Both */
	[CHART_SUBSCRIBE] = {        /* A.2.1 */
		PASS(NONE_OUT), PASS(NONE_OUT), PASS(NONE_OUT_IN), PASS(NONE_OUT_IN),
		PASS(TO), PASS(TO_IN), PASS(FROM_OUT), PASS(FROM_OUT), PASS(BOTH),
	},
	[CHART_UNSUBSCRIBE] = {      /* A.2.2 */
		PASS(NONE), PASS(NONE), PASS(NONE_IN), PASS(NONE_IN),
		PASS(NONE), PASS(NONE_IN), PASS(FROM), PASS(FROM), PASS(FROM),
	},
	[CHART_SUBSCRIBED] = {       /* A.2.3 */
		APPROVE(NONE), APPROVE(NONE_OUT), PASS(FROM), PASS(FROM_OUT),
		APPROVE(TO), PASS(BOTH), DROP(FROM), DROP(FROM_OUT), DROP(BOTH),
	},
	[CHART_UNSUBSCRIBED] = {     /* A.2.4 */
		DROP(NONE), DROP(NONE_OUT), PASS(NONE), PASS(NONE_OUT),
		DROP(TO), PASS(TO), PASS(NONE), PASS(NONE_OUT), PASS(TO),
	},
};

const struct chart_step chart_inbound[CHART_KINDS][CHART_STATES] = {
	[CHART_SUBSCRIBE] = {        /* A.3.1 */
		PASS(NONE_IN), PASS(NONE_OUT_IN), DROP(NONE_IN), DROP(NONE_OUT_IN),
		PASS(TO_IN), DROP(TO_IN), ANSWER(FROM), ANSWER(FROM_OUT), ANSWER(BOTH),
	},
	[CHART_UNSUBSCRIBE] = {      /* A.3.2 */
		DROP(NONE), DROP(NONE_OUT), PASS(NONE), PASS(NONE_OUT),
		DROP(TO), PASS(TO), PASS(NONE), PASS(NONE_OUT), PASS(TO),
	},
	[CHART_SUBSCRIBED] = {       /* A.3.3 */
		DROP(NONE), PASS(TO), DROP(NONE_IN), PASS(TO_IN),
		DROP(TO), DROP(TO_IN), DROP(FROM), PASS(BOTH), DROP(BOTH),
	},
	[CHART_UNSUBSCRIBED] = {     /* A.3.4 */
		DROP(NONE), PASS(NONE), DROP(NONE_IN), PASS(NONE_IN),
		PASS(NONE), PASS(NONE_IN), DROP(FROM), PASS(FROM), PASS(FROM),
	},
};

/* What each state is in a roster. */
static const struct {
	enum nx_subscription subscription;
	bool is_asking, has_request;
} parts[CHART_STATES] = {
	[CHART_NONE]        = { NX_SUB_NONE, false, false },
	[CHART_NONE_OUT]    = { NX_SUB_NONE, true, false },
	[CHART_NONE_IN]     = { NX_SUB_NONE, false, true },
	[CHART_NONE_OUT_IN] = { NX_SUB_NONE, true, true },
	[CHART_TO]          = { NX_SUB_TO, false, false },
	[CHART_TO_IN]       = { NX_SUB_TO, false, true },
	[CHART_FROM]        = { NX_SUB_FROM, false, false },
	[CHART_FROM_OUT]    = { NX_SUB_FROM, true, false },
	[CHART_BOTH]        = { NX_SUB_BOTH, false, false },
};

enum chart_state chart_state_of(enum nx_subscription subscription, bool is_asking, bool has_request)
{
	/* Who is subscribed asks for nothing: such a mixture, should a table hold one, is read as its subscription. */
	bool asks = is_asking && !(subscription & NX_SUB_TO), is_asked = has_request && !(subscription & NX_SUB_FROM);

	switch (subscription) {
	case NX_SUB_NONE:
		return asks ? is_asked ? CHART_NONE_OUT_IN : CHART_NONE_OUT : is_asked ? CHART_NONE_IN : CHART_NONE;
	case NX_SUB_TO:
		return is_asked ? CHART_TO_IN : CHART_TO;
	case NX_SUB_FROM:
		return asks ? CHART_FROM_OUT : CHART_FROM;
	case NX_SUB_BOTH:
		break;
	}
	return CHART_BOTH;
}

enum nx_subscription chart_subscription(enum chart_state state)
{
	return parts[state].subscription;
}

bool chart_is_asking(enum chart_state state)
{
	return parts[state].is_asking;
}

bool chart_has_request(enum chart_state state)
{
	return parts[state].has_request;
}
