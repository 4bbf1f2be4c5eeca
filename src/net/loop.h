/* The loop: one thread, libevent, and the order of one turn:
 *
 *   socket and mailbox call-backs → timers → end-of-turn hooks in the order in which they were added
 *   (the store hands its jobs over, dirty connections are encrypted and written once, the dead are buried).
 *
 * Tests run the same loop with a fake clock: nx_loop_turn() never waits then. */
#ifndef NX_NET_LOOP_H
#define NX_NET_LOOP_H

#include <stdbool.h>
#include <stdint.h>

struct event_base;
struct nx_clock;
struct nx_error;
struct nx_histogram;
struct nx_loop;
struct nx_mailbox;
struct nx_timers;

struct nx_loop *nx_loop_new(struct nx_clock *clock, struct nx_error *err);
void nx_loop_free(struct nx_loop **loop);
struct event_base *nx_loop_base(struct nx_loop *loop);
struct nx_timers *nx_loop_timers(struct nx_loop *loop);
struct nx_mailbox *nx_loop_mailbox(struct nx_loop *loop);
struct nx_clock *nx_loop_clock(struct nx_loop *loop);

/* By how much timers were late, since the loop was made. */
const struct nx_histogram *nx_loop_lags(const struct nx_loop *loop);
/* By how much the latest timer of the last minute or two was late: so long somebody kept the loop. */
int64_t nx_loop_worst_lag_ms(const struct nx_loop *loop);

/* fn runs at the end of every turn, until removed with the same pair; twice when connections were flushed or buried in between. */
void nx_loop_add_end_of_turn(struct nx_loop *loop, void (*fn)(void *arg), void *arg);
void nx_loop_remove_end_of_turn(struct nx_loop *loop, void (*fn)(void *arg), void *arg);
/* fn(arg) once, after the handlers of this turn and before its end-of-turn hooks; in order. */
void nx_loop_defer(struct nx_loop *loop, void (*fn)(void *arg), void *arg);
/* fn on the loop when the process gets the signal. */
void nx_loop_on_signal(struct nx_loop *loop, int signum, void (*fn)(void *arg, int signum), void *arg);

/* Runs until nx_loop_stop(). */
void nx_loop_run(struct nx_loop *loop);
void nx_loop_stop(struct nx_loop *loop);
/* One turn; waits at most max_wait_ms (0: polls) for something to happen. True when anything ran. */
bool nx_loop_turn(struct nx_loop *loop, int max_wait_ms);

#endif
