/* base/metrics: histograms and the text format of OpenMetrics 1.0. */
#include "base/metrics.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void families_are_told_with_type_unit_and_help(void **state)
{
	struct nx_metrics metrics = {0};

	(void)state;
	nx_metrics_counter(&metrics, "nexa_files", NULL, "Files", 12345678901234.0);
	nx_metrics_gauge(&metrics, "nexa_file_bytes", "bytes", "Their size", 0.5);
	nx_metrics_family(&metrics, NX_METRIC_INFO, "nexa_build", NULL, "Version");
	nx_metrics_value(&metrics, 1, "version", "1.0", "host", "x", NULL);
	nx_metrics_end(&metrics);
	assert_string_equal(nx_buf_str(&metrics.text),
			    "# TYPE nexa_files counter\n# HELP nexa_files Files\nnexa_files_total 12345678901234\n"
			    "# TYPE nexa_file_bytes gauge\n# UNIT nexa_file_bytes bytes\n# HELP nexa_file_bytes Their size\nnexa_file_bytes 0.5\n"
			    "# TYPE nexa_build info\n# HELP nexa_build Version\nnexa_build_info{version=\"1.0\",host=\"x\"} 1\n"
			    "# EOF\n");
	nx_buf_done(&metrics.text);
}

static void label_values_and_helps_are_escaped(void **state)
{
	struct nx_metrics metrics = {0};

	(void)state;
	nx_metrics_family(&metrics, NX_METRIC_GAUGE, "a", NULL, "a \\ \"b\"\nc");
	nx_metrics_value(&metrics, -1, "l", "\"\\\n", NULL);
	assert_string_equal(nx_buf_str(&metrics.text), "# TYPE a gauge\n# HELP a a \\\\ \\\"b\\\"\\nc\na{l=\"\\\"\\\\\\n\"} -1\n");
	nx_buf_done(&metrics.text);
}

static void require_line(const struct nx_metrics *metrics, const char *line)
{
	if (!strstr(nx_buf_str(&metrics->text), line))
		fail_msg("\"%s\" is not in:\n%s", line, nx_buf_str(&metrics->text));
}

static void a_bucket_counts_what_is_at_most_its_bound(void **state)
{
	struct nx_metrics metrics = {0};
	struct nx_histogram histogram = {0};

	(void)state;
	nx_histogram_add(&histogram, -5);
	nx_histogram_add(&histogram, 25);
	nx_histogram_add(&histogram, 26);
	nx_histogram_add(&histogram, 10000000);
	nx_histogram_add(&histogram, 10000001);
	nx_metrics_family(&metrics, NX_METRIC_HISTOGRAM, "t_seconds", "seconds", "T");
	nx_metrics_histogram(&metrics, &histogram, "kind", "iq", NULL);
	require_line(&metrics, "\nt_seconds_bucket{kind=\"iq\",le=\"2.5e-05\"} 2\n");
	require_line(&metrics, "\nt_seconds_bucket{kind=\"iq\",le=\"5e-05\"} 3\n");
	require_line(&metrics, "\nt_seconds_bucket{kind=\"iq\",le=\"5.0\"} 3\n");
	require_line(&metrics, "\nt_seconds_bucket{kind=\"iq\",le=\"10.0\"} 4\n");
	require_line(&metrics, "\nt_seconds_bucket{kind=\"iq\",le=\"+Inf\"} 5\n");
	require_line(&metrics, "\nt_seconds_count{kind=\"iq\"} 5\nt_seconds_sum{kind=\"iq\"} 20.000052\n");
	nx_buf_clear(&metrics.text);
	nx_metrics_histogram(&metrics, &histogram, NULL);
	require_line(&metrics, "t_seconds_bucket{le=\"+Inf\"} 5\nt_seconds_count 5\nt_seconds_sum 20.000052\n");
	nx_buf_done(&metrics.text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(families_are_told_with_type_unit_and_help),
		cmocka_unit_test(label_values_and_helps_are_escaped),
		cmocka_unit_test(a_bucket_counts_what_is_at_most_its_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
