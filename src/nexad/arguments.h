/* The command line of nexad. */
#ifndef NX_NEXAD_ARGUMENTS_H
#define NX_NEXAD_ARGUMENTS_H

#include <stdbool.h>

struct nx_error;

#define MAX_OVERRIDES 64

struct arguments {
	const char *config_file;                /* NULL: the installed one when it is there */
	const char *overrides[MAX_OVERRIDES + 1];
	unsigned override_count;
	enum { DO_SERVE, DO_CHECK, DO_SAMPLE, DO_MANUAL, DO_VERSION, DO_HELP } what;
	bool makes_first_admin;
};

/* NX_E_CONFIG with a sentence when it makes no sense. */
int parse_arguments(struct arguments *args, int argc, char **argv, struct nx_error *err);
void print_usage(void);

#endif
