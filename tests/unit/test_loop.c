/* The loop's order of a turn, deferred calls, timers on a fake clock, letters from a thread, signals (net/loop.h). */
#include "net/loop.h"

#include "base/clock.h"
#include "base/mailbox.h"
#include "base/mem.h"
#include "base/timer.h"

#include <event2/event.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <unistd.h>

struct story {
	struct nx_clock clock;
	struct nx_loop *loop;
	char said[64];
};

static struct story *story_new(bool is_fake)
{
	struct story *s = nx_mem_new(sizeof(*s));

	s->clock = is_fake ? (struct nx_clock){ true, 1000, 0 } : (struct nx_clock)NX_CLOCK_REAL;
	s->loop = nx_loop_new(&s->clock, NULL);
	assert_non_null(s->loop);
	return s;
}

static void story_free(struct story *s)
{
	nx_loop_free(&s->loop);
	assert_null(s->loop);
	nx_mem_free(s);
}

static void say(struct story *s, const char *what)
{
	assert_true(strlen(s->said) + strlen(what) < sizeof(s->said));
	memcpy(s->said + strlen(s->said), what, strlen(what) + 1);
}

static void say_timer(void *arg) { say(arg, "t"); }
static void say_deferred(void *arg) { say(arg, "d"); }
static void say_hook1(void *arg) { say(arg, "1"); }
static void say_hook2(void *arg) { say(arg, "2"); }

static void say_event(evutil_socket_t fd, short what, void *arg)
{
	struct story *s = arg;
	char c;

	(void)what;
	assert_int_equal(read(fd, &c, 1), 1);
	say(s, "e");
	nx_loop_defer(s->loop, say_deferred, s);
}

static void a_turn_runs_events_timers_deferred_hooks(void **state)
{
	struct story *s = story_new(true);
	struct nx_timer timer = { 0 };
	int fds[2];

	(void)state;
	assert_int_equal(pipe(fds), 0);
	struct event *ev = event_new(nx_loop_base(s->loop), fds[0], EV_READ | EV_PERSIST, say_event, s);

	event_add(ev, NULL);
	nx_loop_add_end_of_turn(s->loop, say_hook1, s);
	nx_loop_add_end_of_turn(s->loop, say_hook2, s);
	nx_timer_set(nx_loop_timers(s->loop), &timer, 5, say_timer, s);
	assert_false(nx_loop_turn(s->loop, 1000));
	assert_string_equal(s->said, "12");
	s->said[0] = '\0';
	assert_int_equal(write(fds[1], "x", 1), 1);
	nx_clock_advance(&s->clock, 5);
	assert_true(nx_loop_turn(s->loop, 0));
	assert_string_equal(s->said, "etd12");
	event_free(ev);
	close(fds[0]);
	close(fds[1]);
	story_free(s);
}

static void defer_again(void *arg)
{
	struct story *s = arg;

	say(s, "a");
	nx_loop_defer(s->loop, say_deferred, s);
}

static void what_is_deferred_while_deferred_runs_waits_a_turn(void **state)
{
	struct story *s = story_new(true);

	(void)state;
	nx_loop_defer(s->loop, defer_again, s);
	nx_loop_defer(s->loop, say_hook1, s);
	assert_true(nx_loop_turn(s->loop, 0));
	assert_string_equal(s->said, "a1");
	assert_true(nx_loop_turn(s->loop, 0));
	assert_string_equal(s->said, "a1d");
	assert_false(nx_loop_turn(s->loop, 0));
	story_free(s);
}

static void remove_both(void *arg)
{
	struct story *s = arg;

	say(s, "r");
	nx_loop_remove_end_of_turn(s->loop, remove_both, s);
	nx_loop_remove_end_of_turn(s->loop, say_hook2, s);
	nx_loop_add_end_of_turn(s->loop, say_hook1, s);
}

static void hooks_may_be_removed_and_added_by_a_hook(void **state)
{
	struct story *s = story_new(true);

	(void)state;
	nx_loop_add_end_of_turn(s->loop, remove_both, s);
	nx_loop_add_end_of_turn(s->loop, say_hook2, s);
	nx_loop_turn(s->loop, 0);
	assert_string_equal(s->said, "r");
	nx_loop_turn(s->loop, 0);
	assert_string_equal(s->said, "r1");
	story_free(s);
}

static void a_fake_clock_never_waits_and_alone_moves_timers(void **state)
{
	struct story *s = story_new(true);
	struct nx_clock real = NX_CLOCK_REAL;
	struct nx_timer timer = { 0 };
	int64_t began_ms = nx_clock_ms(&real);

	(void)state;
	nx_timer_set(nx_loop_timers(s->loop), &timer, 300000, say_timer, s);
	for (int i = 0; i < 10; i++)
		assert_false(nx_loop_turn(s->loop, 60000));
	nx_clock_advance(&s->clock, 299999);
	assert_false(nx_loop_turn(s->loop, 60000));
	nx_clock_advance(&s->clock, 1);
	assert_true(nx_loop_turn(s->loop, 60000));
	assert_string_equal(s->said, "t");
	assert_true(nx_clock_ms(&real) - began_ms < 1000);
	story_free(s);
}

static void a_real_clock_wakes_for_the_next_timer(void **state)
{
	struct story *s = story_new(false);
	struct nx_timer timer = { 0 };
	int64_t began_ms = nx_clock_ms(&s->clock);

	(void)state;
	nx_timer_set(nx_loop_timers(s->loop), &timer, 30, say_timer, s);
	while (!s->said[0])
		nx_loop_turn(s->loop, 10000);
	assert_in_range(nx_clock_ms(&s->clock) - began_ms, 30, 5000);
	story_free(s);
}

static void a_turn_without_events_waits_its_time_and_says_so(void **state)
{
	struct story *s = story_new(false);
	int64_t began_ms = nx_clock_ms(&s->clock);

	(void)state;
	assert_false(nx_loop_turn(s->loop, 30));
	assert_in_range(nx_clock_ms(&s->clock) - began_ms, 20, 5000);
	story_free(s);
}

struct note {
	struct nx_letter letter;
	struct story *story;
};

static void note_arrives(struct nx_letter *letter)
{
	struct story *s = ((struct note *)letter)->story;

	say(s, "m");
	nx_loop_stop(s->loop);
}

static void *post_note(void *arg)
{
	struct note *note = arg;

	usleep(10000);
	nx_mailbox_post(nx_loop_mailbox(note->story->loop), &note->letter);
	return NULL;
}

static void a_letter_from_a_thread_wakes_the_loop(void **state)
{
	struct story *s = story_new(false);
	struct note note = { { NULL, note_arrives }, s };
	pthread_t thread;

	(void)state;
	assert_int_equal(pthread_create(&thread, NULL, post_note, &note), 0);
	nx_loop_run(s->loop);
	pthread_join(thread, NULL);
	assert_string_equal(s->said, "m");
	story_free(s);
}

static void on_signal(void *arg, int signum)
{
	assert_int_equal(signum, SIGUSR1);
	say(arg, "s");
}

static void a_signal_runs_on_the_loop(void **state)
{
	struct story *s = story_new(false);

	(void)state;
	nx_loop_on_signal(s->loop, SIGUSR1, on_signal, s);
	raise(SIGUSR1);
	assert_string_equal(s->said, "");
	assert_true(nx_loop_turn(s->loop, 1000));
	assert_string_equal(s->said, "s");
	story_free(s);
}

static void stop_before_run_is_not_lost(void **state)
{
	struct story *s = story_new(false);

	(void)state;
	nx_loop_stop(s->loop);
	nx_loop_run(s->loop);
	story_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_turn_runs_events_timers_deferred_hooks),
		cmocka_unit_test(what_is_deferred_while_deferred_runs_waits_a_turn),
		cmocka_unit_test(hooks_may_be_removed_and_added_by_a_hook),
		cmocka_unit_test(a_fake_clock_never_waits_and_alone_moves_timers),
		cmocka_unit_test(a_real_clock_wakes_for_the_next_timer),
		cmocka_unit_test(a_turn_without_events_waits_its_time_and_says_so),
		cmocka_unit_test(a_letter_from_a_thread_wakes_the_loop),
		cmocka_unit_test(a_signal_runs_on_the_loop),
		cmocka_unit_test(stop_before_run_is_not_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
