/* Numbers for monitoring: how durations are counted, and how everything is written (OpenMetrics 1.0, which Prometheus and its kin read).
 *
 * One normal case: whoever owns a thing counts it in an integer or a struct nx_histogram, on the loop thread, so that counting is
 * an addition and needs no lock; what a thread measures travels to the loop with the thread's answers. When somebody asks, hook
 * `metrics` goes round, and everybody tells what it has counted:
 *
 *   nx_metrics_family(metrics, NX_METRIC_COUNTER, "nexa_uploads", NULL, "Files that were taken in");
 *   nx_metrics_value(metrics, (double)pictures, "kind", "picture", NULL);
 *   nx_metrics_value(metrics, (double)others, "kind", "other", NULL);
 *
 * Names begin with nexa_; one with a unit ends with it ("nexa_upload_bytes", unit "bytes"). Counters get their _total here. A family
 * is told once, all values of it together. Labels have few values, which we choose and no peer does. Every family has a row in
 * doc/METRICS.md. */
#ifndef NX_BASE_METRICS_H
#define NX_BASE_METRICS_H

#include <stdint.h>

#include "base/buf.h"

/* Durations by size; all zeros is an empty one. */
#define NX_HISTOGRAM_BOUNDS 18
struct nx_histogram {
	uint64_t counts[NX_HISTOGRAM_BOUNDS + 1];       /* the last one: longer than 10 s */
	uint64_t sum_us;
};

/* From 25 µs to 10 s, in steps of about two. Below 0 counts as 0: a clock of a test may have been moved. */
void nx_histogram_add(struct nx_histogram *histogram, int64_t duration_us);

enum nx_metric_type {
	NX_METRIC_COUNTER,      /* only ever grows */
	NX_METRIC_GAUGE,        /* goes up and down */
	NX_METRIC_HISTOGRAM,    /* of seconds: unit is "seconds" */
	NX_METRIC_INFO,         /* what something is, told by labels; its value is 1 */
};

/* What is written. */
struct nx_metrics {
	struct nx_buf text;
	enum nx_metric_type type;       /* of the family that is being told */
	const char *name;
};

/* unit NULL: a number of things. Strings are borrowed until the next family. */
void nx_metrics_family(struct nx_metrics *metrics, enum nx_metric_type type, const char *name, const char *unit, const char *help);
/* Labels: pairs of name and value, then NULL. */
void nx_metrics_value(struct nx_metrics *metrics, double value, ...) __attribute__((sentinel));
void nx_metrics_histogram(struct nx_metrics *metrics, const struct nx_histogram *histogram, ...) __attribute__((sentinel));
/* A whole family of one value. */
void nx_metrics_counter(struct nx_metrics *metrics, const char *name, const char *unit, const char *help, double value);
void nx_metrics_gauge(struct nx_metrics *metrics, const char *name, const char *unit, const char *help, double value);
/* No more will come: "# EOF". */
void nx_metrics_end(struct nx_metrics *metrics);

#endif
