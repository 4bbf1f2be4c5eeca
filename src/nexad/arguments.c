/* The command line of nexad (arguments.h). */
#include "nexad/arguments.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"

enum { OPT_CONFIG = 256, OPT_DATA_DIR, OPT_SET, OPT_CHECK, OPT_SAMPLE, OPT_MANUAL, OPT_FIRST_ADMIN, OPT_VERSION, OPT_HELP };

static const struct option options[] = {
	{ "config", required_argument, NULL, OPT_CONFIG },
	{ "data-dir", required_argument, NULL, OPT_DATA_DIR },
	{ "state-dir", required_argument, NULL, OPT_DATA_DIR },
	{ "set", required_argument, NULL, OPT_SET },
	{ "check", no_argument, NULL, OPT_CHECK },
	{ "first-admin", no_argument, NULL, OPT_FIRST_ADMIN },
	{ "print-sample-config", no_argument, NULL, OPT_SAMPLE },
	{ "print-manual-options", no_argument, NULL, OPT_MANUAL },
	{ "version", no_argument, NULL, OPT_VERSION },
	{ "help", no_argument, NULL, OPT_HELP },
	{ NULL, 0, NULL, 0 }
};

void print_usage(void)
{
	fputs("nexad, the Nexa server\n\n"
	      "  nexad [--config FILE] [--data-dir DIR] [--set NAME=VALUE]...\n\n"
	      "  --config FILE           read this configuration; default: " NX_CONF_DIR "/nexad.conf, if it is there\n"
	      "  --data-dir DIR          keep everything below DIR (the option state_dir)\n"
	      "  --set NAME=VALUE        set one option; wins over file and environment\n"
	      "  --check                 read the configuration, say what is wrong with it, and end\n"
	      "  --first-admin           when the first domain has no account yet, make an administrator and print the password\n"
	      "  --print-sample-config   print a configuration file with every option and its default\n"
	      "  --print-manual-options  print the options as a part of the manual page\n"
	      "  --version, --help\n\n"
	      "Every option can come from the environment: c2s_port is NEXA_C2S_PORT. See nexad(8).\n", stdout);
}

static int add_override(struct arguments *args, const char *override, struct nx_error *err)
{
	if (args->override_count == MAX_OVERRIDES)
		return nx_fail(err, NX_E_CONFIG, "at most %d options on the command line; write them to a file", MAX_OVERRIDES);
	if (!strchr(override, '='))
		return nx_fail(err, NX_E_CONFIG, "--set %s: write it as --set NAME=VALUE", override);
	args->overrides[args->override_count++] = override;
	return 0;
}

/* "state_dir=DIR"; one string for the life of the process. */
static int add_data_dir(struct arguments *args, const char *dir, struct nx_error *err)
{
	static char override[4096];

	if (snprintf(override, sizeof(override), "state_dir=%s", dir) >= (int)sizeof(override))
		return nx_fail(err, NX_E_CONFIG, "--data-dir: this path is too long");
	return add_override(args, override, err);
}

static int take_option(struct arguments *args, int option, char **argv, struct nx_error *err)
{
	switch (option) {
	case OPT_CONFIG:
		args->config_file = optarg;
		return 0;
	case OPT_DATA_DIR:
		return add_data_dir(args, optarg, err);
	case OPT_SET:
		return add_override(args, optarg, err);
	case OPT_CHECK:
		args->what = DO_CHECK;
		return 0;
	case OPT_FIRST_ADMIN:
		args->makes_first_admin = true;
		return 0;
	case OPT_SAMPLE:
		args->what = DO_SAMPLE;
		return 0;
	case OPT_MANUAL:
		args->what = DO_MANUAL;
		return 0;
	case OPT_VERSION:
		args->what = DO_VERSION;
		return 0;
	case OPT_HELP:
		args->what = DO_HELP;
		return 0;
	default:
		return nx_fail(err, NX_E_CONFIG, "%s: not an option, or its value is missing; nexad --help lists them",
			       argv[optind - 1]);
	}
}

int parse_arguments(struct arguments *args, int argc, char **argv, struct nx_error *err)
{
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (take_option(args, option, argv, err) < 0)
			return -1;
	}
	if (optind < argc)
		return nx_fail(err, NX_E_CONFIG, "%s: not an option; nexad --help lists them", argv[optind]);
	if (!args->config_file && access(NX_CONF_DIR "/nexad.conf", F_OK) == 0)
		args->config_file = NX_CONF_DIR "/nexad.conf";
	return 0;
}
