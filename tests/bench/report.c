/* The report of a run (bench.h): a JSON object for scripts, a line for people. */
#include <stdio.h>

#include "bench.h"

static const char *const tls_names[] = { "none", "starttls", "direct" };

void report_begin(struct bench *bench)
{
	const struct bench_options *options = bench->options;

	nx_buf_printf(&bench->json, "{\"label\": \"%s\", \"scenario\": \"%s\", \"tls\": \"%s\", \"mechanism\": \"%s\"",
		      options->label, options->scenario, tls_names[options->tls], options->mechanism);
	nx_buf_printf(&bench->line, "%s %s tls=%s", options->label, options->scenario, tls_names[options->tls]);
}

void report_int(struct bench *bench, const char *name, int64_t value)
{
	nx_buf_printf(&bench->json, ", \"%s\": %lld", name, (long long)value);
	nx_buf_printf(&bench->line, " %s=%lld", name, (long long)value);
}

void report_number(struct bench *bench, const char *name, double value)
{
	nx_buf_printf(&bench->json, ", \"%s\": %.4f", name, value);
	nx_buf_printf(&bench->line, value < 10 ? " %s=%.3f" : " %s=%.0f", name, value);
}

static void report_prefixed(struct bench *bench, const char *prefix, const char *name, double value)
{
	char whole[64];

	snprintf(whole, sizeof whole, "%s%s", prefix, name);
	report_number(bench, whole, value);
}

void report_rates(struct bench *bench, const char *prefix, uint64_t done, const struct mark *from, const struct mark *to)
{
	double wall_secs = (double)(to->ns - from->ns) / 1e9;
	double server_secs = to->server_cpu_secs - from->server_cpu_secs;

	report_prefixed(bench, prefix, "done", (double)done);
	report_prefixed(bench, prefix, "per_wall_sec", (double)done / wall_secs);
	if (server_secs > 0)
		report_prefixed(bench, prefix, "per_cpu_sec", (double)done / server_secs);
	report_prefixed(bench, prefix, "server_cores", server_secs / wall_secs);
	report_prefixed(bench, prefix, "own_cores", (to->own_cpu_secs - from->own_cpu_secs) / wall_secs);
}

void report_latency(struct bench *bench, const struct hist *hist)
{
	report_number(bench, "p50_ms", hist_ms(hist, 0.5));
	report_number(bench, "p95_ms", hist_ms(hist, 0.95));
	report_number(bench, "p99_ms", hist_ms(hist, 0.99));
	report_number(bench, "max_ms", hist_ms(hist, 1));
}

void report_flows(struct bench *bench, const struct flow *flows, uint32_t count)
{
	struct flow_sum sum;

	flow_add_up(flows, count, &sum);
	report_int(bench, "sent", (int64_t)sum.sent);
	report_int(bench, "lost", (int64_t)sum.lost);
	report_int(bench, "doubled", (int64_t)sum.doubled);
	report_int(bench, "out_of_order", (int64_t)sum.out_of_order);
}

void report_end(struct bench *bench)
{
	report_int(bench, "errors", bench->failures);
	if (bench->first_failure)
		nx_buf_printf(&bench->json, ", \"first_error\": \"%s\"", bench->first_failure);
	nx_buf_puts(&bench->json, "}\n");
	fputs(nx_buf_str(&bench->json), stdout);
	fprintf(stderr, "%s%s%s\n", nx_buf_str(&bench->line), bench->first_failure ? " first_error=" : "",
		bench->first_failure ? bench->first_failure : "");
}
