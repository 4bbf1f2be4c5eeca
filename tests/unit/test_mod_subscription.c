/* The charts of mod_subscription against the tables of RFC 6121 Appendix A, and one promise: whatever is sent, two rosters
 * that agreed before agree afterwards. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "mod_subscription/chart.h"

#define NONE CHART_NONE
#define NONE_OUT CHART_NONE_OUT
#define NONE_IN CHART_NONE_IN
#define NONE_OUT_IN CHART_NONE_OUT_IN
#define TO CHART_TO
#define TO_IN CHART_TO_IN
#define FROM CHART_FROM
#define FROM_OUT CHART_FROM_OUT
#define BOTH CHART_BOTH
#define STATES CHART_STATES

/* One table of the RFC: 'y' where the stanza goes on, and the new states. */
struct table {
	const char *clause;
	enum chart_kind kind;
	bool is_outbound;
	const char *goes_on;
	enum chart_state next[STATES];
};

/* None, Out, In, Out+In, To, To+In, From, From+Out, Both */
static const struct table tables[] = {
	{ "A.2.1", CHART_SUBSCRIBE, true, "yyyyyyyyy",
	  { NONE_OUT, NONE_OUT, NONE_OUT_IN, NONE_OUT_IN, TO, TO_IN, FROM_OUT, FROM_OUT, BOTH } },
	{ "A.2.2", CHART_UNSUBSCRIBE, true, "yyyyyyyyy",
	  { NONE, NONE, NONE_IN, NONE_IN, NONE, NONE_IN, FROM, FROM, FROM } },
	{ "A.2.3", CHART_SUBSCRIBED, true, "nnyynynnn",
	  { NONE, NONE_OUT, FROM, FROM_OUT, TO, BOTH, FROM, FROM_OUT, BOTH } },
	{ "A.2.4", CHART_UNSUBSCRIBED, true, "nnyynyyyy",
	  { NONE, NONE_OUT, NONE, NONE_OUT, TO, TO, NONE, NONE_OUT, TO } },
	{ "A.3.1", CHART_SUBSCRIBE, false, "yynnynnnn",
	  { NONE_IN, NONE_OUT_IN, NONE_IN, NONE_OUT_IN, TO_IN, TO_IN, FROM, FROM_OUT, BOTH } },
	{ "A.3.2", CHART_UNSUBSCRIBE, false, "nnyynyyyy",
	  { NONE, NONE_OUT, NONE, NONE_OUT, TO, TO, NONE, NONE_OUT, TO } },
	{ "A.3.3", CHART_SUBSCRIBED, false, "nynynnnyn",
	  { NONE, TO, NONE_IN, TO_IN, TO, TO_IN, FROM, BOTH, BOTH } },
	{ "A.3.4", CHART_UNSUBSCRIBED, false, "nynyyynyy",
	  { NONE, NONE, NONE_IN, NONE_IN, NONE, NONE_IN, FROM, FROM, FROM } },
};

static const struct chart_step *step_of(const struct table *table, unsigned state)
{
	return table->is_outbound ? &chart_outbound[table->kind][state] : &chart_inbound[table->kind][state];
}

static void charts_are_those_of_the_rfc(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		for (unsigned state = 0; state < STATES; state++) {
			const struct chart_step *step = step_of(&tables[i], state);

			if ((step->fate == CHART_PASS) != (tables[i].goes_on[state] == 'y') || step->next != tables[i].next[state])
				fail_msg("section %s, row %u", tables[i].clause, state + 1);
		}
	}
}

static void a31_subscribers_are_answered(void **unused)
{
	(void)unused;
	for (unsigned state = 0; state < STATES; state++)
		assert_int_equal(chart_inbound[CHART_SUBSCRIBE][state].fate == CHART_ANSWER,
				 state == FROM || state == FROM_OUT || state == BOTH);
}

static void s342_approval_in_advance(void **unused)
{
	(void)unused;
	for (unsigned state = 0; state < STATES; state++)
		assert_int_equal(chart_outbound[CHART_SUBSCRIBED][state].fate == CHART_APPROVE,
				 state == NONE || state == NONE_OUT || state == TO);
}

static void two_rosters_stay_in_step(void **unused)
{
	static const enum chart_state mirror[STATES] = {
		[NONE] = NONE, [NONE_OUT] = NONE_IN, [NONE_IN] = NONE_OUT, [NONE_OUT_IN] = NONE_OUT_IN,
		[TO] = FROM, [TO_IN] = FROM_OUT, [FROM] = TO, [FROM_OUT] = TO_IN, [BOTH] = BOTH,
	};

	(void)unused;
	for (unsigned kind = 0; kind < CHART_KINDS; kind++) {
		for (unsigned state = 0; state < STATES; state++) {
			const struct chart_step *out = &chart_outbound[kind][state];
			enum chart_state other = mirror[state];

			if (out->fate == CHART_PASS)
				other = chart_inbound[kind][other].next;
			if (mirror[out->next] != other)
				fail_msg("kind %u, state %u", kind, state);
		}
	}
}

static void states_survive_storage(void **unused)
{
	(void)unused;
	for (unsigned i = 0; i < STATES; i++) {
		enum chart_state state = (enum chart_state)i;

		assert_int_equal(chart_state_of(chart_subscription(state), chart_is_asking(state),
						chart_has_request(state)), state);
	}
	/* What no chart makes, but a table edited by hand may hold. */
	assert_int_equal(chart_state_of(NX_SUB_BOTH, true, true), BOTH);
	assert_int_equal(chart_state_of(NX_SUB_TO, true, false), TO);
	assert_int_equal(chart_state_of(NX_SUB_FROM, false, true), FROM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(charts_are_those_of_the_rfc),
		cmocka_unit_test(a31_subscribers_are_answered),
		cmocka_unit_test(s342_approval_in_advance),
		cmocka_unit_test(two_rosters_stay_in_step),
		cmocka_unit_test(states_survive_storage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
