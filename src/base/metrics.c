/* Histograms and the text format of OpenMetrics 1.0 (base/metrics.h). */
#include "base/metrics.h"

#include <stdarg.h>

#include "base/assert.h"

/* The texts are what "le" has to be: the number in its canonical form. */
static const struct { int64_t us; const char *seconds; } bounds[] = {
	{ 25, "2.5e-05" }, { 50, "5e-05" }, { 100, "0.0001" }, { 250, "0.00025" }, { 500, "0.0005" },
	{ 1000, "0.001" }, { 2500, "0.0025" }, { 5000, "0.005" }, { 10000, "0.01" }, { 25000, "0.025" }, { 50000, "0.05" },
	{ 100000, "0.1" }, { 250000, "0.25" }, { 500000, "0.5" },
	{ 1000000, "1.0" }, { 2500000, "2.5" }, { 5000000, "5.0" }, { 10000000, "10.0" },
};
_Static_assert(sizeof(bounds) / sizeof(bounds[0]) == NX_HISTOGRAM_BOUNDS, "a count for each bound");

void nx_histogram_add(struct nx_histogram *histogram, int64_t duration_us)
{
	unsigned i = 0;

	if (duration_us < 0)
		duration_us = 0;
	while (i < NX_HISTOGRAM_BOUNDS && duration_us > bounds[i].us)
		i++;
	histogram->counts[i]++;
	histogram->sum_us += (uint64_t)duration_us;
}

/* ---- writing ---- */

static const char *type_name(enum nx_metric_type type)
{
	switch (type) {
	case NX_METRIC_COUNTER: return "counter";
	case NX_METRIC_GAUGE: return "gauge";
	case NX_METRIC_HISTOGRAM: return "histogram";
	case NX_METRIC_INFO: return "info";
	}
	nx_unreachable();
}

static const char *suffix_of(enum nx_metric_type type)
{
	switch (type) {
	case NX_METRIC_COUNTER: return "_total";
	case NX_METRIC_INFO: return "_info";
	case NX_METRIC_GAUGE:
	case NX_METRIC_HISTOGRAM: return "";
	}
	nx_unreachable();
}

static void write_escaped(struct nx_buf *buf, const char *text)
{
	for (; *text; text++) {
		if (*text == '\\' || *text == '"')
			nx_buf_putc(buf, '\\');
		if (*text == '\n')
			nx_buf_puts(buf, "\\n");
		else
			nx_buf_putc(buf, *text);
	}
}

/* kind="picture",direction="in" */
static void write_labels(struct nx_buf *buf, va_list labels)
{
	const char *name;

	while ((name = va_arg(labels, const char *))) {
		nx_buf_printf(buf, "%s%s=\"", buf->len > 0 ? "," : "", name);
		write_escaped(buf, va_arg(labels, const char *));
		nx_buf_putc(buf, '"');
	}
}

/* Fifteen digits: whole numbers stay whole. */
static void write_sample(struct nx_metrics *metrics, const char *suffix, const char *labels, double value)
{
	const char *open = *labels ? "{" : "", *close = *labels ? "}" : "";

	nx_buf_printf(&metrics->text, "%s%s%s%s%s %.15g\n", metrics->name, suffix, open, labels, close, value);
}

void nx_metrics_family(struct nx_metrics *metrics, enum nx_metric_type type, const char *name, const char *unit, const char *help)
{
	metrics->type = type;
	metrics->name = name;
	nx_buf_printf(&metrics->text, "# TYPE %s %s\n", name, type_name(type));
	if (unit)
		nx_buf_printf(&metrics->text, "# UNIT %s %s\n", name, unit);
	nx_buf_printf(&metrics->text, "# HELP %s ", name);
	write_escaped(&metrics->text, help);
	nx_buf_putc(&metrics->text, '\n');
}

void nx_metrics_value(struct nx_metrics *metrics, double value, ...)
{
	struct nx_buf labels = NX_BUF_INIT;
	va_list ap;

	nx_assert(metrics->type != NX_METRIC_HISTOGRAM);
	va_start(ap, value);
	write_labels(&labels, ap);
	va_end(ap);
	write_sample(metrics, suffix_of(metrics->type), nx_buf_str(&labels), value);
	nx_buf_done(&labels);
}

static void write_buckets(struct nx_metrics *metrics, const struct nx_histogram *histogram, const char *labels)
{
	const char *comma = *labels ? "," : "";
	uint64_t count = 0;

	for (unsigned i = 0; i <= NX_HISTOGRAM_BOUNDS; i++) {
		count += histogram->counts[i];
		nx_buf_printf(&metrics->text, "%s_bucket{%s%sle=\"%s\"} %llu\n", metrics->name, labels, comma,
			      i < NX_HISTOGRAM_BOUNDS ? bounds[i].seconds : "+Inf", (unsigned long long)count);
	}
	write_sample(metrics, "_count", labels, (double)count);
	write_sample(metrics, "_sum", labels, (double)histogram->sum_us / 1e6);
}

void nx_metrics_histogram(struct nx_metrics *metrics, const struct nx_histogram *histogram, ...)
{
	struct nx_buf labels = NX_BUF_INIT;
	va_list ap;

	nx_assert(metrics->type == NX_METRIC_HISTOGRAM);
	va_start(ap, histogram);
	write_labels(&labels, ap);
	va_end(ap);
	write_buckets(metrics, histogram, nx_buf_str(&labels));
	nx_buf_done(&labels);
}

void nx_metrics_counter(struct nx_metrics *metrics, const char *name, const char *unit, const char *help, double value)
{
	nx_metrics_family(metrics, NX_METRIC_COUNTER, name, unit, help);
	nx_metrics_value(metrics, value, NULL);
}

void nx_metrics_gauge(struct nx_metrics *metrics, const char *name, const char *unit, const char *help, double value)
{
	nx_metrics_family(metrics, NX_METRIC_GAUGE, name, unit, help);
	nx_metrics_value(metrics, value, NULL);
}

void nx_metrics_end(struct nx_metrics *metrics)
{
	nx_buf_puts(&metrics->text, "# EOF\n");
}
