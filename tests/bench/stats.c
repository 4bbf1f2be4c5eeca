/* The histogram (stats.h): up to 64 ns exact, then 64 buckets per power of two. */
#include "stats.h"

#define SUB (1u << HIST_SUB_BITS)

static unsigned bucket_of(uint64_t ns)
{
	unsigned shift;

	if (ns < SUB)
		return (unsigned)ns;
	shift = 63 - HIST_SUB_BITS - (unsigned)__builtin_clzll(ns);
	return (shift + 1) * SUB + (unsigned)(ns >> shift) - SUB;
}

/* The middle of a bucket. */
static double ns_of(unsigned bucket)
{
	unsigned shift;

	if (bucket < SUB)
		return bucket;
	shift = bucket / SUB - 1;
	return ((double)(bucket % SUB + SUB) + 0.5) * (double)(1ULL << shift);
}

void hist_add(struct hist *hist, int64_t ns)
{
	uint64_t value = ns > 0 ? (uint64_t)ns : 0;

	hist->count++;
	hist->buckets[bucket_of(value)]++;
	if (value > hist->max_ns)
		hist->max_ns = value;
}

double hist_ms(const struct hist *hist, double quantile)
{
	uint64_t rank = (uint64_t)(quantile * (double)hist->count), seen = 0;

	if (!hist->count)
		return 0;
	if (rank >= hist->count)
		return (double)hist->max_ns / 1e6;
	for (unsigned i = 0; i < HIST_BUCKETS; i++) {
		seen += hist->buckets[i];
		if (seen > rank)
			return ns_of(i) / 1e6;
	}
	return (double)hist->max_ns / 1e6;
}
