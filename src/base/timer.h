/* Timers on a clock: a heap of deadlines that the loop runs (net/loop.c). One object per
 * deadline, embedded in what it belongs to; zeroed memory is a timer that is not set. */
#ifndef NX_BASE_TIMER_H
#define NX_BASE_TIMER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nx_clock;
struct nx_timers;

struct nx_timer {
	struct nx_timers *timers;       /* NULL: not set */
	size_t slot;
	int64_t due_ms;
	void (*fn)(void *arg);
	void *arg;
};

struct nx_timers *nx_timers_new(const struct nx_clock *clock);
void nx_timers_free(struct nx_timers **timers);

/* Sets or moves the timer; fn(arg) runs once, from the loop, never before this returns. */
void nx_timer_set(struct nx_timers *timers, struct nx_timer *timer, int64_t delay_ms,
		  void (*fn)(void *arg), void *arg);
/* Does nothing when it is not set. */
void nx_timer_cancel(struct nx_timer *timer);
static inline bool nx_timer_is_set(const struct nx_timer *timer) { return timer->timers != NULL; }

/* When the next one is due (clock milliseconds), or -1. */
int64_t nx_timers_next_ms(const struct nx_timers *timers);
/* Runs what is due now; timers set meanwhile wait for the next call. */
void nx_timers_run(struct nx_timers *timers);

#endif
