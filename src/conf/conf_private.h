/* What the files of conf/ share. A load fills a fresh nx_conf_values (file, then environment, then command line) and the
 * set replaces the old one only when everything was right; the set before it is kept to tell what a restart would change. */
#ifndef NX_CONF_PRIVATE_H
#define NX_CONF_PRIVATE_H

#include "base/error.h"
#include "conf/conf.h"
#include <stddef.h>

struct nx_buf;
struct nx_map;

#define NX_CONF_MAX_FILE_BYTES (256 * 1024)
#define NX_CONF_MAX_FILES 64            /* with all includes */
#define NX_CONF_MAX_DEPTH 8             /* includes inside includes */
#define NX_CONF_MAX_UNKNOWN 1000        /* names ignored in the first pass */
#define NX_CONF_MAX_NAME 64

struct nx_conf_value {
	const char *source;             /* "file", …; NULL: not set */
	int64_t number;
	const char *text;               /* NULL: not set */
	const char *const *list;        /* never NULL in a value of kind LIST */
};

struct nx_conf_row {
	const struct nx_option *option;
	const char *owner;
	size_t index;                   /* in nx_conf_values */
	struct nx_conf_value preset;    /* the default, parsed */
};

struct nx_conf_table {
	const char *owner, *summary;
	const struct nx_option *options;
};

struct nx_conf_host {
	const char *name;               /* lower case */
	struct nx_conf_value *values;
};

struct nx_conf_values {
	struct nx_pool *pool;
	size_t count;                   /* rows known at this load */
	struct nx_conf_value *general;
	struct nx_conf_host *hosts;
	size_t host_count;
	const char **host_names;        /* NULL-terminated */
	const char **unknown;           /* names in the environment; NULL before the first strict load */
	size_t unknown_count;
};

struct nx_conf {
	struct nx_pool *pool;
	struct nx_conf_table *tables;
	size_t table_count;
	struct nx_conf_row **rows;      /* in the order in which they were added */
	size_t row_count;
	struct nx_map *by_name;
	struct nx_conf_values *now, *before;
	struct nx_conf_values *started; /* of the first strict load: what the process runs with */
};

/* conf.c */
struct nx_conf_row *nx_conf_find_row(const struct nx_conf *conf, const char *name);

/* value.c: why is what is wrong, to be put after "NAME = VALUE is". List texts are comma-separated. */
int nx_conf_value_parse(const struct nx_option *option, struct nx_pool *pool, const char *text,
			struct nx_conf_value *value_r, struct nx_error *why);
/* One entry of a list. */
int nx_conf_entry_check(const struct nx_option *option, const char *text, struct nx_error *why);
/* As it would be written in the file. */
void nx_conf_value_format(struct nx_buf *out, const struct nx_option *option, const struct nx_conf_value *value);
void nx_conf_list_format(struct nx_buf *out, const char *const *list);
bool nx_conf_value_eq(const struct nx_option *option, const struct nx_conf_value *a, const struct nx_conf_value *b);
/* "a number from 0 to 65535". */
void nx_conf_kind_describe(struct nx_buf *out, const struct nx_option *option);
/* For error texts: not too long, and never a secret. */
#define NX_CONF_SHOWN_SIZE 48
const char *nx_conf_value_shown(char dst[NX_CONF_SHOWN_SIZE], const struct nx_option *option, const char *text);

/* suggest.c: the row with the nearest name, or NULL when none is near enough to be meant. */
const struct nx_conf_row *nx_conf_suggest(const struct nx_conf *conf, const char *name);

/* scan.c: refuses what libconfuse would accept in silence and blanks the comments of text, in place. names (may be NULL)
 * collects every word that has an "=" behind it and no row; the strings live in pool. */
int nx_conf_scan(const struct nx_conf *conf, struct nx_pool *pool, const char *path, char *text, size_t len,
		 struct nx_map *names, struct nx_error *err);

/* reader.c, env.c: fill values. */
int nx_conf_read_file(const struct nx_conf *conf, const char *path, enum nx_conf_pass pass,
		      struct nx_conf_values *values, struct nx_error *err);
int nx_conf_read_environment(const struct nx_conf *conf, enum nx_conf_pass pass, struct nx_conf_values *values,
			     struct nx_error *err);
int nx_conf_read_overrides(const struct nx_conf *conf, const char *const *overrides, enum nx_conf_pass pass,
			   struct nx_conf_values *values, struct nx_error *err);
/* "NEXA_C2S_PORT" for c2s_port. */
#define NX_CONF_ENV_SIZE (NX_CONF_MAX_NAME + 8)
void nx_conf_env_name(char dst[NX_CONF_ENV_SIZE], const struct nx_option *option);

#endif
