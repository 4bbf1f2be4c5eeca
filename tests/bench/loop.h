/* An epoll loop for connections and a step function. Each turn: wait, read what came, let the scenario take a step, write
 * every connection that has something to say once. Time is nanoseconds of the monotonic clock. */
#ifndef BENCH_LOOP_H
#define BENCH_LOOP_H

#include <stdbool.h>
#include <stdint.h>

struct conn;

#define NS_PER_MS 1000000LL
#define NS_PER_SEC 1000000000LL

struct loop {
	int epoll_fd;
	int64_t now_ns;         /* taken once after each wait */
	int64_t wake_ns;        /* a step function sets it when it wants to be called without input; 0: it does not */
	struct conn *dirty;     /* linked through next_dirty */
};

void loop_init(struct loop *loop);
void loop_done(struct loop *loop);
int64_t clock_ns(void);
/* Turns until step() says true; it runs at least every 100 ms. False when timeout_ms passed first. */
bool loop_until(struct loop *loop, bool (*step)(void *ctx), void *ctx, int64_t timeout_ms);
/* Turns for a while. */
void loop_sleep(struct loop *loop, int64_t ms);

#endif
