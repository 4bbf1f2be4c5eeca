/* base/timer: order, cancelling and setting from call-backs, and many timers against plain sorting. */
#include "base/timer.h"
#include "base/clock.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static struct {
	struct nx_clock clock;
	struct nx_timers *timers;
	struct nx_timer t[4];
	char log[64];
} w;

static void set_up(void)
{
	memset(&w, 0, sizeof(w));
	w.clock.is_fake = true;
	w.timers = nx_timers_new(&w.clock);
}

static void note(void *arg)
{
	strncat(w.log, arg, sizeof(w.log) - strlen(w.log) - 1);
}

static void set(int number, int64_t delay_ms, void (*fn)(void *arg), const char *word)
{
	nx_timer_set(w.timers, &w.t[number], delay_ms, fn, (char *)word);
}

static void advance(int64_t ms)
{
	nx_clock_advance(&w.clock, ms);
	nx_timers_run(w.timers);
}

static void timers_run_once_in_order(void **state)
{
	(void)state;
	set_up();
	assert_true(nx_timers_next_ms(w.timers) == -1);
	set(0, 20, note, "b");
	set(1, 10, note, "a");
	set(2, 20, note, "c");
	set(3, 5, note, "x");
	set(3, 30, note, "d");          /* moved */
	assert_true(nx_timers_next_ms(w.timers) == 10);
	advance(9);
	assert_string_equal(w.log, "");
	advance(1);
	assert_string_equal(w.log, "a");
	assert_false(nx_timer_is_set(&w.t[1]));
	advance(100);
	assert_string_equal(w.log, "abcd");
	advance(100);
	assert_string_equal(w.log, "abcd");
	nx_timers_free(&w.timers);
}

static void cancel_the_others(void *arg)
{
	note(arg);
	nx_timer_cancel(&w.t[1]);
	set(2, 0, note, "late ");
	set(0, -5, note, "again ");
}

static void a_call_back_may_cancel_and_set(void **state)
{
	(void)state;
	set_up();
	set(0, 10, cancel_the_others, "first ");
	set(1, 10, note, "never ");
	set(2, 10, note, "not now ");
	set(3, 10, note, "fourth ");
	advance(10);
	assert_string_equal(w.log, "first fourth ");
	nx_timers_run(w.timers);
	assert_string_equal(w.log, "first fourth late again ");
	nx_timers_free(&w.timers);
}

static void cancelling_what_is_not_set(void **state)
{
	(void)state;
	set_up();
	nx_timer_cancel(&w.t[0]);
	set(1, INT64_MAX, note, "never");
	nx_timers_free(&w.timers);
	assert_false(nx_timer_is_set(&w.t[1]));
	nx_timer_cancel(&w.t[1]);
}

struct one { struct nx_timer timer; int64_t due_ms; bool is_set; };

static void fired(void *arg)
{
	struct one *one = arg;

	assert_true(one->is_set && one->due_ms == w.clock.fake_ms);
	one->is_set = false;
}

static void many_timers_fire_when_due(void **state)
{
	static struct one many[500];
	uint32_t dice = 1;
	int left = 0;

	(void)state;
	set_up();
	for (int step = 0; step < 20000; step++) {
		struct one *one;

		dice = dice * 1664525 + 1013904223;
		one = &many[(dice >> 8) % 500];
		if (dice >> 30 == 0) {
			nx_timer_cancel(&one->timer);
			one->is_set = false;
		} else {
			one->due_ms = w.clock.fake_ms + 1 + (dice >> 20) % 300;
			one->is_set = true;
			nx_timer_set(w.timers, &one->timer, one->due_ms - w.clock.fake_ms, fired, one);
		}
		if (step % 5 == 0)
			advance(1);
	}
	for (int i = 0; i < 400; i++)
		advance(1);
	for (int i = 0; i < 500; i++)
		left += many[i].is_set || nx_timer_is_set(&many[i].timer);
	assert_int_equal(left, 0);
	nx_timers_free(&w.timers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(timers_run_once_in_order), cmocka_unit_test(a_call_back_may_cancel_and_set),
		cmocka_unit_test(cancelling_what_is_not_set), cmocka_unit_test(many_timers_fire_when_due),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
