/* mod_metrics: how the server and its machine are: the loop, threads, the store, HTTP, memory. Names that begin with process_ are those that
 * all programs use, which ready-made dashboards know. */
#include "mod_metrics/metrics.h"

#include <sys/statvfs.h>

#include "base/clock.h"
#include "base/process.h"
#include "base/workers.h"
#include "core/module.h"
#include "net/loop.h"

static void tell_process(const struct nx_server *server, struct nx_metrics *out)
{
	int64_t up_ms = nx_clock_ms(server->clock) - server->started_ms;
	struct nx_process_use use;

	nx_process_look(&use);
	nx_metrics_family(out, NX_METRIC_INFO, "nexa_build", NULL, "Which version runs");
	nx_metrics_value(out, 1, "version", PACKAGE_VERSION, NULL);
	nx_metrics_gauge(out, "process_start_time_seconds", "seconds", "When the server was started, in seconds since 1970",
			 (double)(nx_clock_wall_ms(server->clock) - up_ms) / 1000);
	nx_metrics_counter(out, "process_cpu_seconds", "seconds", "CPU time of all threads", use.cpu_secs);
	nx_metrics_gauge(out, "process_resident_memory_bytes", "bytes", "Memory in use", (double)use.resident_bytes);
	nx_metrics_gauge(out, "process_virtual_memory_bytes", "bytes", "Addresses in use", (double)use.virtual_bytes);
	nx_metrics_gauge(out, "process_max_fds", NULL, "Files and connections that may be open at once (ulimit -n)", (double)use.max_files);
	nx_metrics_gauge(out, "nexa_heap_bytes", "bytes", "Memory that malloc has of the system", (double)use.heap_bytes);
	nx_metrics_gauge(out, "nexa_heap_used_bytes", "bytes", "How much of that is in use", (double)use.heap_used_bytes);
}

static void tell_log(const struct nx_server *server, struct nx_metrics *out)
{
	static const struct { enum nx_level level; const char *name; } levels[] = {
		{ NX_ERROR, "error" }, { NX_WARNING, "warning" }, { NX_INFO, "info" }, { NX_DEBUG, "debug" },
	};

	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_log_lines", NULL, "Lines that were written to the logs");
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
		nx_metrics_value(out, (double)nx_logger_count(server->logger, levels[i].level), "level", levels[i].name, NULL);
}

static void tell_loop(const struct nx_server *server, struct nx_metrics *out)
{
	nx_metrics_family(out, NX_METRIC_HISTOGRAM, "nexa_loop_lag_seconds", "seconds",
			  "By how much timers were late; at least one is looked at each second");
	nx_metrics_histogram(out, nx_loop_lags(server->loop), NULL);
	nx_metrics_counter(out, "nexa_loop_cpu_seconds", "seconds", "CPU time of the loop's thread: near 1 in a second it is saturated",
			   nx_process_thread_cpu_secs());
	nx_metrics_gauge(out, "nexa_workers_pending", NULL, "Password hashes and other work that wait for a thread",
			 (double)nx_workers_pending(server->workers));
}

static void tell_disk(const struct nx_server *server, struct nx_metrics *out)
{
	struct statvfs fs;

	nx_metrics_gauge(out, "nexa_database_bytes", "bytes", "Size of the database", (double)nx_store_size_bytes(server->store));
	if (statvfs(server->database_path, &fs) != 0)
		return;
	nx_metrics_gauge(out, "nexa_disk_free_bytes", "bytes", "Free on the disk of the database",
			 (double)fs.f_bavail * (double)fs.f_frsize);
	nx_metrics_gauge(out, "nexa_disk_size_bytes", "bytes", "Size of that disk", (double)fs.f_blocks * (double)fs.f_frsize);
}

static void tell_store(const struct nx_server *server, struct nx_metrics *out)
{
	const struct nx_store_stats *stats = nx_store_stats(server->store);

	nx_metrics_gauge(out, "nexa_store_pending", NULL, "Jobs and queries whose answer has not come", (double)nx_store_pending(server->store));
	nx_metrics_gauge(out, "nexa_store_pending_bytes", "bytes", "Memory that they take", (double)nx_store_pending_bytes(server->store));
	nx_metrics_gauge(out, "nexa_store_memory_bytes", "bytes", "Memory of the database engine, most of it pages of the database (store_cache)",
			 (double)nx_store_memory_bytes(server->store));
	nx_metrics_gauge(out, "nexa_store_full", NULL, "1 while so much is pending that clients are read more slowly",
			 nx_store_is_full(server->store));
	nx_metrics_gauge(out, "nexa_store_writable", NULL, "0 after a commit that failed", nx_store_health(server->store) == NULL);
	nx_metrics_counter(out, "nexa_store_jobs", NULL, "Jobs that were written", (double)stats->jobs);
	nx_metrics_counter(out, "nexa_store_failures", NULL, "Jobs that were lost because the disk or the file failed", (double)stats->failures);
	nx_metrics_family(out, NX_METRIC_HISTOGRAM, "nexa_store_commit_seconds", "seconds", "Transactions, each of up to 512 jobs");
	nx_metrics_histogram(out, &stats->commits, NULL);
	nx_metrics_family(out, NX_METRIC_HISTOGRAM, "nexa_store_query_seconds", "seconds", "Queries, without the time in the queue");
	nx_metrics_histogram(out, &stats->queries, NULL);
	tell_disk(server, out);
}

static const char *route_name(const char *path)
{
	return path ? path : "other";
}

static void tell_requests(void *ctx, const char *path, const struct nx_site_answers *answers)
{
	static const struct { unsigned class; const char *name; } classes[] = {
		{ 2, "2xx" }, { 3, "3xx" }, { 4, "4xx" }, { 5, "5xx" }, { 0, "none" },
	};

	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		nx_metrics_value(ctx, (double)answers->by_class[classes[i].class], "route", route_name(path), "status", classes[i].name, NULL);
}

static void tell_response_bytes(void *ctx, const char *path, const struct nx_site_answers *answers)
{
	nx_metrics_value(ctx, (double)answers->bytes, "route", route_name(path), NULL);
}

static void tell_http(const struct nx_server *server, struct nx_metrics *out)
{
	nx_metrics_gauge(out, "nexa_http_connections", NULL, "Connections to the web port, WebSockets among them",
			 nx_site_connections(server->site));
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_http_requests", NULL, "Requests by path and kind of answer; none: the client went before");
	nx_site_each_answers(server->site, tell_requests, out);
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_http_response_bytes", "bytes", "Bodies of answers, as announced");
	nx_site_each_answers(server->site, tell_response_bytes, out);
}

void metrics_tell_machine(struct nx_server *server, struct nx_metrics *out)
{
	tell_process(server, out);
	tell_log(server, out);
	tell_loop(server, out);
	tell_store(server, out);
	tell_http(server, out);
}
