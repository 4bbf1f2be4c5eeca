/* Latencies: a histogram with buckets 1.6 % wide, so that a quantile costs no memory per message. */
#ifndef BENCH_STATS_H
#define BENCH_STATS_H

#include <stdint.h>

#define HIST_SUB_BITS 6
#define HIST_BUCKETS ((64 - HIST_SUB_BITS + 1) << HIST_SUB_BITS)

struct hist {
	uint64_t count, max_ns;
	uint32_t buckets[HIST_BUCKETS];
};

void hist_add(struct hist *hist, int64_t ns);
/* quantile from 0 to 1; milliseconds, 0 when empty. */
double hist_ms(const struct hist *hist, double quantile);

#endif
