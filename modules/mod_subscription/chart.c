/* The tables of RFC 6121 Appendix A (chart.h), one row for each stanza type, one column for each state, in the order of the RFC. */
#include "mod_subscription/chart.h"

#define DROP(s)    { NX_CHART_DROP, NX_CHART_##s }
#define PASS(s)    { NX_CHART_PASS, NX_CHART_##s }
#define APPROVE(s) { NX_CHART_APPROVE, NX_CHART_##s }
#define ANSWER(s)  { NX_CHART_ANSWER, NX_CHART_##s }

const struct nx_chart_step nx_chart_outbound[NX_CHART_KINDS][NX_CHART_STATES] = {
	/*                           None, Out, In, Out+In | To, To+In | From, From+Out | Both */
	[NX_CHART_SUBSCRIBE] = {     /* A.2.1 */
		PASS(NONE_OUT), PASS(NONE_OUT), PASS(NONE_OUT_IN), PASS(NONE_OUT_IN),
		PASS(TO), PASS(TO_IN), PASS(FROM_OUT), PASS(FROM_OUT), PASS(BOTH),
	},
	[NX_CHART_UNSUBSCRIBE] = {   /* A.2.2 */
		PASS(NONE), PASS(NONE), PASS(NONE_IN), PASS(NONE_IN),
		PASS(NONE), PASS(NONE_IN), PASS(FROM), PASS(FROM), PASS(FROM),
	},
	[NX_CHART_SUBSCRIBED] = {    /* A.2.3 */
		APPROVE(NONE), APPROVE(NONE_OUT), PASS(FROM), PASS(FROM_OUT),
		APPROVE(TO), PASS(BOTH), DROP(FROM), DROP(FROM_OUT), DROP(BOTH),
	},
	[NX_CHART_UNSUBSCRIBED] = {  /* A.2.4 */
		DROP(NONE), DROP(NONE_OUT), PASS(NONE), PASS(NONE_OUT),
		DROP(TO), PASS(TO), PASS(NONE), PASS(NONE_OUT), PASS(TO),
	},
};

const struct nx_chart_step nx_chart_inbound[NX_CHART_KINDS][NX_CHART_STATES] = {
	[NX_CHART_SUBSCRIBE] = {     /* A.3.1 */
		PASS(NONE_IN), PASS(NONE_OUT_IN), DROP(NONE_IN), DROP(NONE_OUT_IN),
		PASS(TO_IN), DROP(TO_IN), ANSWER(FROM), ANSWER(FROM_OUT), ANSWER(BOTH),
	},
	[NX_CHART_UNSUBSCRIBE] = {   /* A.3.2 */
		DROP(NONE), DROP(NONE_OUT), PASS(NONE), PASS(NONE_OUT),
		DROP(TO), PASS(TO), PASS(NONE), PASS(NONE_OUT), PASS(TO),
	},
	[NX_CHART_SUBSCRIBED] = {    /* A.3.3 */
		DROP(NONE), PASS(TO), DROP(NONE_IN), PASS(TO_IN),
		DROP(TO), DROP(TO_IN), DROP(FROM), PASS(BOTH), DROP(BOTH),
	},
	[NX_CHART_UNSUBSCRIBED] = {  /* A.3.4 */
		DROP(NONE), PASS(NONE), DROP(NONE_IN), PASS(NONE_IN),
		PASS(NONE), PASS(NONE_IN), DROP(FROM), PASS(FROM), PASS(FROM),
	},
};

/* What each state is in a roster. */
static const struct {
	enum nx_subscription subscription;
	bool is_asking, has_request;
} parts[NX_CHART_STATES] = {
	[NX_CHART_NONE]        = { NX_SUB_NONE, false, false },
	[NX_CHART_NONE_OUT]    = { NX_SUB_NONE, true, false },
	[NX_CHART_NONE_IN]     = { NX_SUB_NONE, false, true },
	[NX_CHART_NONE_OUT_IN] = { NX_SUB_NONE, true, true },
	[NX_CHART_TO]          = { NX_SUB_TO, false, false },
	[NX_CHART_TO_IN]       = { NX_SUB_TO, false, true },
	[NX_CHART_FROM]        = { NX_SUB_FROM, false, false },
	[NX_CHART_FROM_OUT]    = { NX_SUB_FROM, true, false },
	[NX_CHART_BOTH]        = { NX_SUB_BOTH, false, false },
};

enum nx_chart_state nx_chart_state_of(enum nx_subscription subscription, bool is_asking, bool has_request)
{
	/* Who is subscribed asks for nothing: such a mixture, should a table hold one, is read as its subscription. */
	bool asks = is_asking && !(subscription & NX_SUB_TO), is_asked = has_request && !(subscription & NX_SUB_FROM);

	switch (subscription) {
	case NX_SUB_NONE:
		return asks ? is_asked ? NX_CHART_NONE_OUT_IN : NX_CHART_NONE_OUT : is_asked ? NX_CHART_NONE_IN : NX_CHART_NONE;
	case NX_SUB_TO:
		return is_asked ? NX_CHART_TO_IN : NX_CHART_TO;
	case NX_SUB_FROM:
		return asks ? NX_CHART_FROM_OUT : NX_CHART_FROM;
	case NX_SUB_BOTH:
		break;
	}
	return NX_CHART_BOTH;
}

enum nx_subscription nx_chart_subscription(enum nx_chart_state state)
{
	return parts[state].subscription;
}

bool nx_chart_is_asking(enum nx_chart_state state)
{
	return parts[state].is_asking;
}

bool nx_chart_has_request(enum nx_chart_state state)
{
	return parts[state].has_request;
}
