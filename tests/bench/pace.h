/* An open loop: message n is due at n / rate, whatever became of those before it, and its latency counts from when it was due. So a server
 * that stands still for a moment is seen to (a closed loop would just wait with it).
 *
 * One normal case: pace_begin(); a step of the loop calls pace_send() until it says that all were sent, and goes on until all have come.
 * What is due while it warms up is sent, and counts in nothing. */
#ifndef BENCH_PACE_H
#define BENCH_PACE_H

#include "bench.h"

struct pace {
	struct bench *bench;
	int64_t begin_ns;
	uint64_t total, warm_up;        /* messages in all, and how many of them warm up */
	uint64_t next;                  /* the one that is sent now */
	bool is_measuring;
	struct mark from, to;           /* of what is measured */
	struct hist hist;               /* of latencies */
};

/* With the rate and the times of the options; the first message is due now. */
void pace_begin(struct pace *pace, struct bench *bench);
int64_t pace_due_ns(const struct pace *pace, uint64_t n);
/* Calls send(ctx) for each message that is due by now. True: all were sent; else the loop wakes for the next one. */
bool pace_send(struct pace *pace, void (*send)(void *ctx), void *ctx);
/* A message has come that was due then. */
void pace_count(struct pace *pace, int64_t due_ns);
/* Steps until it says that all have come, or as long as the options allow and a while longer. */
void pace_run(struct pace *pace, bool (*step)(void *ctx), void *ctx);

#endif
