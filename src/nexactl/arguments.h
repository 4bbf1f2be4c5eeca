/* The command line of nexactl. What commands there are and what they take is not known here: the server's rows say it
 * (core/command.h), as {"name":…,"summary":…,"confirm":…,"params":[{"name":…,"kind":…,"required":…,"help":…}]}.
 *
 * Two steps: arguments_read() takes out what nexactl itself understands, wherever it stands; arguments_map() makes
 * the rest into the arguments of one row: required parameters in their order, the others as --name VALUE,
 * flags as --name, passwords as --name-stdin or by asking. */
#ifndef NEXACTL_ARGUMENTS_H
#define NEXACTL_ARGUMENTS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

struct failure;
struct nx_buf;
struct nx_pool;

struct arguments {
	const char *state_dir;          /* --state-dir; NULL: not given */
	bool is_json, is_confirmed, wants_help, wants_version;
	const char **words;             /* what is left, NULL-terminated */
	size_t count;
};
int arguments_read(struct nx_pool *pool, int argc, char **argv, struct arguments *args, struct failure *why);

/* The row whose name the words begin with, the longest; used_r: how many words that were. NULL and a sentence when there is none. */
const json_t *arguments_find(const json_t *rows, const struct arguments *args, size_t *used_r, struct failure *why);

struct mapping {
	json_t *args;                   /* new: of the request */
	const char *stdin_param;        /* the password that --name-stdin was written for; NULL */
};
/* Passwords are left to the caller. On failure args is NULL. */
int arguments_map(const json_t *row, const char *const *words, struct mapping *map_r, struct failure *why);

/* "nexactl account add JID [--admin] [--password-stdin]" */
void arguments_usage(struct nx_buf *out, const json_t *row);

/* Members of rows and parameters. */
const char *row_text(const json_t *row, const char *key);
bool param_is(const json_t *param, const char *kind);
bool param_is_positional(const json_t *param);

#endif
