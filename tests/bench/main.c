/* loadgen: puts a server under load and reports what it did (doc/PERFORMANCE.md). It knows nothing of Nexa's inside: any server
 * that speaks RFC 6120 can be measured, and relay.c. One thread; it reports its own CPU time too, for when that nears one core,
 * the figures are its own and not the server's. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/mem.h"
#include "base/str.h"
#include "bench.h"
#include "scenario.h"

static const struct {
	const char *name;
	int (*run)(struct bench *bench);
} scenarios[] = {
	{ "login", scenario_login }, { "idle", scenario_idle }, { "chat", scenario_chat },
	{ "open", scenario_open }, { "presence", scenario_presence }, { "offline", scenario_offline },
	{ "muc", scenario_muc }, { "muc-open", scenario_muc_open }, { "muc-memory", scenario_muc_memory },
	{ "archive", scenario_archive },
};

void bench_count_failure(struct bench *bench, const char *reason)
{
	bench->failures++;
	if (!bench->first_failure)
		bench->first_failure = reason;
}

struct mark bench_mark(const struct bench *bench)
{
	return (struct mark){ clock_ns(), proc_cpu_secs(&bench->server), proc_own_cpu_secs() };
}

/* Ten thousand sessions are ten thousand files. */
static void raise_file_limit(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

static void bench_init(struct bench *bench, const struct bench_options *options)
{
	bench->options = options;
	loop_init(&bench->loop);
	bench->shared = (struct client_shared){
		.loop = &bench->loop, .options = options, .ssl_ctx = conn_tls_context(),
		.keys = nx_mem_array((size_t)options->user_count, sizeof *bench->shared.keys),
	};
}

static void bench_done(struct bench *bench)
{
	fleet_close(bench);
	SSL_CTX_free(bench->shared.ssl_ctx);
	nx_mem_free(bench->shared.keys);
	loop_done(&bench->loop);
	nx_buf_done(&bench->json);
	nx_buf_done(&bench->line);
}

int main(int argc, char **argv)
{
	struct bench_options options;
	struct bench bench = { 0 };
	int rc = -1;

	if (options_parse(&options, argc, argv) < 0 || proc_find(&bench.server, options.server_pids, options.server_name) < 0)
		return EXIT_FAILURE;
	raise_file_limit();
	bench_init(&bench, &options);
	for (size_t i = 0; i < sizeof scenarios / sizeof scenarios[0]; i++) {
		if (!nx_str_eq(options.scenario, scenarios[i].name))
			continue;
		report_begin(&bench);
		rc = scenarios[i].run(&bench);
		report_end(&bench);
		bench_done(&bench);
		return rc < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
	}
	fprintf(stderr, "loadgen: which scenario? See loadgen --help\n");
	bench_done(&bench);
	return EXIT_FAILURE;
}
