/* nexad: builds the server, runs the loop, takes everything down in reverse order.
 * Exit codes: 0 stopped as asked, 1 the machine refused (port in use, damaged database …), 78 a wrong option. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/fault.h"
#include "conf/conf.h"
#include "core/host.h"
#include "core/server.h"
#include "net/loop.h"
#include "nexad/arguments.h"
#include "nexad/notify.h"
#include "nexad/welcome.h"

#define EXIT_REFUSED 1
#define EXIT_CONFIG 78          /* sysexits.h: EX_CONFIG */

static int complain(const struct nx_error *err)
{
	fprintf(stderr, "nexad: %s\n", err->text);
	return err->kind == NX_E_CONFIG ? EXIT_CONFIG : EXIT_REFUSED;
}

/* ---- signals ---- */

static void asked_to_stop(void *arg, int signum)
{
	(void)signum;
	notify_systemd("STOPPING=1");
	nx_server_stop(arg);
}

static void asked_to_reload(void *arg, int signum)
{
	struct nx_server *server = arg;
	struct nx_error err;

	(void)signum;
	notify_reloading();
	if (nx_server_reload(server, &err) < 0)
		nx_log(server, NX_ERROR, "not reloaded, everything stays as it was: %s", err.text);
	notify_systemd("READY=1");
}

static void watch_signals(struct nx_server *server)
{
	nx_loop_on_signal(server->loop, SIGTERM, asked_to_stop, server);
	nx_loop_on_signal(server->loop, SIGINT, asked_to_stop, server);
	nx_loop_on_signal(server->loop, SIGHUP, asked_to_reload, server);
}

/* ---- what nexad can do ---- */

/* Some systems have a limit of a thousand millions, and libwebsockets a table with a place for each. */
#define MAX_DESCRIPTORS (1 << 20)

/* Every client is a descriptor: take as many as the system lets us have. */
static void raise_descriptor_limit(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) < 0)
		return;
	limit.rlim_cur = limit.rlim_max < MAX_DESCRIPTORS ? limit.rlim_max : MAX_DESCRIPTORS;
	setrlimit(RLIMIT_NOFILE, &limit);
}

static int serve(const struct arguments *args)
{
	struct nx_clock clock = NX_CLOCK_REAL;
	struct nx_server_options options = {
		.clock = &clock, .config_file = args->config_file, .overrides = args->overrides, .has_sockets = true,
	};
	struct nx_error err = {0};
	int rc = 0;

	raise_descriptor_limit();
	/* Nobody reads our standard streams, or a limit on the size of files (ulimit -f): an error, not the end. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	umask(0077);
	struct nx_server *server = nx_server_new(&options, &err);
	if (!server)
		return complain(&err);
	if (nx_server_listen(server, &err) < 0) {
		rc = complain(&err);
	} else {
		watch_signals(server);
		nx_log(server, NX_INFO, "started version=%s hosts=%s", PACKAGE_VERSION, server->default_host->name);
		welcome(server, args->makes_first_admin);
		notify_systemd("READY=1");
		nx_loop_run(server->loop);
		nx_log(server, NX_INFO, "stopped");
	}
	nx_server_free(&server);
	return rc;
}

/* All option tables, without a server: for --check and the printed documents. */
static int with_tables(const struct arguments *args, struct nx_error *err, int (*act)(struct nx_server *server))
{
	struct nx_clock clock = NX_CLOCK_REAL;
	struct nx_server_options options = {
		.clock = &clock, .config_file = args->config_file, .overrides = args->overrides,
	};
	struct nx_server *server = nx_server_new_for_tables(&options, err);
	int rc = server ? act(server) : -1;

	nx_server_free(&server);
	return rc;
}

static int say_good(struct nx_server *server)
{
	(void)server;
	puts("The configuration is good.");
	return 0;
}

static int print_sample(struct nx_server *server)
{
	nx_conf_write_sample(server->conf, stdout);
	return 0;
}

static int print_manual(struct nx_server *server)
{
	nx_conf_write_manual(server->conf, stdout);
	return 0;
}

int main(int argc, char **argv)
{
	struct arguments args = {0};
	struct nx_error err = {0};
	int rc = 0;

	setlocale(LC_CTYPE, "C.UTF-8");
	nx_faults_set(getenv("NEXA_FAULTS"));
	if (parse_arguments(&args, argc, argv, &err) < 0)
		return complain(&err);
	switch (args.what) {
	case DO_SERVE:
		return serve(&args);
	case DO_CHECK:
		rc = with_tables(&args, &err, say_good);
		break;
	case DO_SAMPLE:
		rc = with_tables(&args, &err, print_sample);
		break;
	case DO_MANUAL:
		rc = with_tables(&args, &err, print_manual);
		break;
	case DO_VERSION:
		puts("nexad " PACKAGE_VERSION);
		break;
	case DO_HELP:
		print_usage();
		break;
	}
	return rc < 0 ? complain(&err) : 0;
}
