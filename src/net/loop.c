/* The loop: libevent dispatches once, then the rest of the turn follows in a fixed order (loop.h).
 *
 * Timers are ours (base/timer.h), so that they run on a fake clock too; libevent's own timer is only the alarm that
 * ends a wait. Work that came up after the handlers of a turn (a deferred call, a connection that was sent
 * something by another's closed event) makes the next turn begin without waiting. Connections are flushed
 * after all end-of-turn hooks: whatever a hook sends leaves in the same turn. */
#include "net/loop.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/list.h"
#include "base/mailbox.h"
#include "base/mem.h"
#include "base/metrics.h"
#include "base/timer.h"
#include "net/conn_private.h"

#include <event2/event.h>

struct hook {
	struct nx_link link;
	void (*fn)(void *arg);          /* NULL: removed while the hooks ran */
	void *arg;
};

struct deferred {
	void (*fn)(void *arg);
	void *arg;
};

struct signal_watch {
	struct nx_link link;
	struct event *event;
	void (*fn)(void *arg, int signum);
	void *arg;
};

struct nx_loop {
	struct event_base *base;
	struct nx_clock *clock;
	struct nx_timers *timers;
	struct nx_mailbox *mailbox;
	struct event *mail_event, *alarm;
	struct nx_net *net;
	struct nx_list hooks;           /* struct hook */
	struct nx_list signals;         /* struct signal_watch */
	struct deferred *deferred;
	size_t deferred_count, deferred_cap;
	int64_t window_began_ms, worst_lag_ms, worst_before_ms; /* of timers: in this window of a minute, and in the one before */
	struct nx_histogram lags;
	bool is_running_hooks, is_stopping, has_rung;
};

static void mail_arrived(evutil_socket_t fd, short what, void *arg)
{
	struct nx_loop *loop = arg;

	(void)fd;
	(void)what;
	nx_mailbox_run(loop->mailbox);
}

static void alarm_rang(evutil_socket_t fd, short what, void *arg)
{
	struct nx_loop *loop = arg;

	(void)fd;
	(void)what;
	loop->has_rung = true;
}

static struct event_base *base_new(void)
{
	struct event_config *config = event_config_new();
	struct event_base *base = NULL;

	if (config) {
		/* Only the loop thread touches the base. */
		event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK);
		base = event_base_new_with_config(config);
		event_config_free(config);
	}
	return base;
}

struct nx_loop *nx_loop_new(struct nx_clock *clock, struct nx_error *err)
{
	struct nx_loop *loop = nx_mem_new(sizeof(*loop));

	loop->clock = clock;
	nx_list_init(&loop->hooks);
	nx_list_init(&loop->signals);
	loop->timers = nx_timers_new(clock);
	loop->mailbox = nx_mailbox_new();
	loop->net = nx_net_new(loop);
	loop->base = base_new();
	if (loop->base) {
		loop->mail_event = event_new(loop->base, nx_mailbox_fd(loop->mailbox), EV_READ | EV_PERSIST,
					     mail_arrived, loop);
		loop->alarm = event_new(loop->base, -1, 0, alarm_rang, loop);
	}
	if (!loop->mail_event || !loop->alarm || event_add(loop->mail_event, NULL) != 0) {
		nx_fail(err, NX_E_SYSTEM, "the system gave no event queue (epoll); "
			"check the limit of open files (ulimit -n)");
		nx_loop_free(&loop);
		return NULL;
	}
	return loop;
}

static void free_lists(struct nx_loop *loop)
{
	struct hook *hook;
	struct signal_watch *watch;

	NX_LIST_EACH(&loop->hooks, struct hook, link, hook)
		nx_mem_free(hook);
	NX_LIST_EACH(&loop->signals, struct signal_watch, link, watch) {
		event_free(watch->event);
		nx_mem_free(watch);
	}
	nx_mem_free(loop->deferred);
}

void nx_loop_free(struct nx_loop **loop_p)
{
	struct nx_loop *loop = *loop_p;

	*loop_p = NULL;
	if (!loop)
		return;
	nx_net_free(&loop->net);
	free_lists(loop);
	if (loop->mail_event)
		event_free(loop->mail_event);
	if (loop->alarm)
		event_free(loop->alarm);
	if (loop->base)
		event_base_free(loop->base);
	nx_mailbox_free(&loop->mailbox);
	nx_timers_free(&loop->timers);
	nx_mem_free(loop);
}

struct event_base *nx_loop_base(struct nx_loop *loop)
{
	return loop->base;
}

struct nx_timers *nx_loop_timers(struct nx_loop *loop)
{
	return loop->timers;
}

struct nx_mailbox *nx_loop_mailbox(struct nx_loop *loop)
{
	return loop->mailbox;
}

struct nx_clock *nx_loop_clock(struct nx_loop *loop)
{
	return loop->clock;
}

struct nx_net *nx_loop_net(struct nx_loop *loop)
{
	return loop->net;
}

void nx_loop_add_end_of_turn(struct nx_loop *loop, void (*fn)(void *arg), void *arg)
{
	struct hook *hook = nx_mem_new(sizeof(*hook));

	hook->fn = fn;
	hook->arg = arg;
	nx_list_append(&loop->hooks, &hook->link);
}

static void hook_free(struct hook *hook)
{
	nx_list_remove(&hook->link);
	nx_mem_free(hook);
}

void nx_loop_remove_end_of_turn(struct nx_loop *loop, void (*fn)(void *arg), void *arg)
{
	struct hook *hook;

	NX_LIST_EACH(&loop->hooks, struct hook, link, hook) {
		if (hook->fn != fn || hook->arg != arg)
			continue;
		/* run_hooks() holds pointers into the list: it takes the dead one out itself. */
		if (loop->is_running_hooks)
			hook->fn = NULL;
		else
			hook_free(hook);
		return;
	}
}

static void run_hooks(struct nx_loop *loop)
{
	struct nx_link *last = loop->hooks.head.prev;   /* those added meanwhile wait for the next turn */
	struct nx_link *link = loop->hooks.head.next;
	struct hook *hook;

	if (link == &loop->hooks.head)
		return;
	loop->is_running_hooks = true;
	for (;; link = link->next) {
		hook = NX_CONTAINER(link, struct hook, link);
		if (hook->fn)
			hook->fn(hook->arg);
		if (link == last)
			break;
	}
	loop->is_running_hooks = false;
	NX_LIST_EACH(&loop->hooks, struct hook, link, hook) {
		if (!hook->fn)
			hook_free(hook);
	}
}

void nx_loop_defer(struct nx_loop *loop, void (*fn)(void *arg), void *arg)
{
	if (loop->deferred_count == loop->deferred_cap) {
		loop->deferred_cap = loop->deferred_cap ? 2 * loop->deferred_cap : 16;
		loop->deferred = nx_mem_resize(loop->deferred, loop->deferred_cap * sizeof(*loop->deferred));
	}
	loop->deferred[loop->deferred_count++] = (struct deferred){ fn, arg };
}

/* What is deferred while these run waits for the next turn, so that a chain cannot keep the loop. */
static bool run_deferred(struct nx_loop *loop)
{
	size_t count = loop->deferred_count;

	for (size_t i = 0; i < count; i++) {
		struct deferred d = loop->deferred[i];  /* the array may move */

		d.fn(d.arg);
	}
	loop->deferred_count -= count;
	for (size_t i = 0; i < loop->deferred_count; i++)
		loop->deferred[i] = loop->deferred[count + i];
	return count > 0;
}

static void signal_came(evutil_socket_t signum, short what, void *arg)
{
	struct signal_watch *watch = arg;

	(void)what;
	watch->fn(watch->arg, (int)signum);
}

void nx_loop_on_signal(struct nx_loop *loop, int signum, void (*fn)(void *arg, int signum), void *arg)
{
	struct signal_watch *watch = nx_mem_new(sizeof(*watch));

	watch->fn = fn;
	watch->arg = arg;
	watch->event = evsignal_new(loop->base, signum, signal_came, watch);
	event_add(watch->event, NULL);
	nx_list_append(&loop->signals, &watch->link);
}

/* How long this turn may wait: max_wait_ms (-1: for ever), less when a timer is due earlier. */
static int64_t wait_ms(const struct nx_loop *loop, int64_t max_wait_ms)
{
	if (loop->clock->is_fake || loop->is_stopping || loop->deferred_count > 0 || nx_net_has_work(loop->net))
		return 0;
	int64_t next_ms = nx_timers_next_ms(loop->timers);

	if (next_ms < 0)
		return max_wait_ms;
	int64_t until_ms = next_ms - nx_clock_ms(loop->clock);

	if (until_ms < 0)
		until_ms = 0;
	return max_wait_ms >= 0 && max_wait_ms < until_ms ? max_wait_ms : until_ms;
}

/* True when an event other than the alarm ran. */
static bool dispatch(struct nx_loop *loop, int64_t ms)
{
	int flags = EVLOOP_ONCE;

	if (ms == 0)
		flags |= EVLOOP_NONBLOCK;
	if (ms > 0) {
		struct timeval tv = { .tv_sec = ms / 1000, .tv_usec = (ms % 1000) * 1000 };

		event_add(loop->alarm, &tv);
	} else {
		event_del(loop->alarm);
	}
	loop->has_rung = false;
	event_base_loop(loop->base, flags);
	/* libevent does not say whether it ran anything, but it keeps this high-water mark. */
	int most = event_base_get_max_events(loop->base, EVENT_BASE_COUNT_ACTIVE, 1);

	return most > (loop->has_rung ? 1 : 0);
}

#define WINDOW_MS 60000

static void note_lag(struct nx_loop *loop, int64_t now_ms, int64_t lag_ms)
{
	if (now_ms - loop->window_began_ms >= WINDOW_MS) {
		loop->worst_before_ms = now_ms - loop->window_began_ms < 2 * WINDOW_MS ? loop->worst_lag_ms : 0;
		loop->worst_lag_ms = 0;
		loop->window_began_ms = now_ms;
	}
	if (lag_ms > loop->worst_lag_ms)
		loop->worst_lag_ms = lag_ms;
	nx_histogram_add(&loop->lags, lag_ms * 1000);
}

const struct nx_histogram *nx_loop_lags(const struct nx_loop *loop)
{
	return &loop->lags;
}

int64_t nx_loop_worst_lag_ms(const struct nx_loop *loop)
{
	return loop->worst_lag_ms > loop->worst_before_ms ? loop->worst_lag_ms : loop->worst_before_ms;
}

/* True when a timer was due. */
static bool run_timers(struct nx_loop *loop)
{
	int64_t due_ms = nx_timers_next_ms(loop->timers);
	int64_t now_ms = nx_clock_ms(loop->clock);

	if (due_ms < 0 || due_ms > now_ms)
		return false;
	note_lag(loop, now_ms, now_ms - due_ms);
	nx_timers_run(loop->timers);
	return true;
}

static bool turn(struct nx_loop *loop, int64_t max_wait_ms)
{
	bool had_work = nx_net_has_work(loop->net);
	bool has_run = dispatch(loop, wait_ms(loop, max_wait_ms));

	nx_net_deliver(loop->net);
	if (run_timers(loop))
		has_run = true;
	if (run_deferred(loop))
		has_run = true;
	run_hooks(loop);
	if (nx_net_has_work(loop->net)) {
		has_run = true;
		nx_net_end_of_turn(loop->net);
		/* Flushing and burying call upper layers, which may have made work for the hooks (jobs for the store) again. */
		run_hooks(loop);
	}
	return has_run || had_work;
}

bool nx_loop_turn(struct nx_loop *loop, int max_wait_ms)
{
	return turn(loop, max_wait_ms);
}

void nx_loop_run(struct nx_loop *loop)
{
	while (!loop->is_stopping)
		turn(loop, -1);
	loop->is_stopping = false;
}

void nx_loop_stop(struct nx_loop *loop)
{
	loop->is_stopping = true;
}
