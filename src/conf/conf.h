/* Options: one row each, next to the code that uses it; the reader, the environment, the sample file, the manual page
 * and `nexactl config` loop over the rows (STYLE.md section 10).
 *
 * File format (libconfuse): name = value, lists in { }, include("file") relative to the including file, ${ENV} and
 * ${ENV:-default} inside strings, # comments, and
 *   host "example.org" { registration = closed }      for options marked per host.
 * list += { } adds to what the file has so far, or else to the default. What is set twice has its last value.
 * Precedence: default < file < environment (NEXA_ and the name in capitals, and any alias) < command line. A host section goes
 * before the general value, wherever that came from. An empty environment variable counts as not set.
 * An unknown name, a wrong kind or a value out of bounds is an error with file, line and what to write instead; nearly
 * right names are suggested. Reading is done twice: once for hosts and modules with unknown options ignored, then, when the
 * modules are loaded and their rows known, strictly. */
#ifndef NX_CONF_CONF_H
#define NX_CONF_CONF_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct nx_conf;
struct nx_error;
struct nx_pool;

enum nx_option_kind {
	NX_OPT_KIND_END,
	NX_OPT_KIND_BOOL,       /* yes/no, true/false, on/off, 1/0 */
	NX_OPT_KIND_INT,
	NX_OPT_KIND_SIZE,       /* bytes: 262144, 256k, 5M */
	NX_OPT_KIND_PERIOD,     /* seconds: 90, 90s, 5m, 2h, 30d */
	NX_OPT_KIND_STRING,
	NX_OPT_KIND_CHOICE,     /* one of choices */
	NX_OPT_KIND_LIST,       /* strings; in the environment comma-separated */
};

struct nx_option {
	const char *name;
	enum nx_option_kind kind;
	int64_t default_int, min, max;  /* BOOL INT SIZE PERIOD */
	const char *default_text;       /* STRING CHOICE LIST (comma-separated); NULL: not set */
	const char *choices;            /* "open|invite|closed" */
	const char *env_alias;          /* further environment names, comma-separated: "PORT,SERVER_PORT" */
	bool is_per_host;
	bool needs_restart;             /* a reload reports a change instead of applying it */
	bool is_secret;                 /* shown as "(set)" */
	const char *help;               /* one line */
	/* STRING, and each entry of a LIST: -1 and why, which goes on after "NAME = VALUE is …"; "" is
	 * not asked for. NULL: every text is good. */
	int (*check)(const char *text, struct nx_error *why);
};

#define NX_OPT_BOOL(n, def, h)              { .name = n, .kind = NX_OPT_KIND_BOOL, .default_int = def, .max = 1, .help = h }
#define NX_OPT_INT(n, def, lo, hi, h)       { .name = n, .kind = NX_OPT_KIND_INT, .default_int = def, .min = lo, .max = hi, .help = h }
#define NX_OPT_SIZE(n, def, lo, hi, h)      { .name = n, .kind = NX_OPT_KIND_SIZE, .default_int = def, .min = lo, .max = hi, .help = h }
#define NX_OPT_PERIOD(n, def, lo, hi, h)    { .name = n, .kind = NX_OPT_KIND_PERIOD, .default_int = def, .min = lo, .max = hi, .help = h }
#define NX_OPT_STRING(n, def, h)            { .name = n, .kind = NX_OPT_KIND_STRING, .default_text = def, .help = h }
#define NX_OPT_CHOICE(n, def, ch, h)        { .name = n, .kind = NX_OPT_KIND_CHOICE, .default_text = def, .choices = ch, .help = h }
#define NX_OPT_LIST(n, def, h)              { .name = n, .kind = NX_OPT_KIND_LIST, .default_text = def, .help = h }
#define NX_OPT_END                          { .name = NULL, .kind = NX_OPT_KIND_END }

/* A table of rows with the name of who owns them ("core", "mod_ping"), for the sample and the manual. */
struct nx_conf *nx_conf_new(void);
void nx_conf_free(struct nx_conf **conf);
/* Two rows with one name are our own mistake: asserted. The table outlives conf. */
void nx_conf_add_table(struct nx_conf *conf, const char *owner, const char *summary, const struct nx_option *table);

enum nx_conf_pass { NX_CONF_FIRST, NX_CONF_STRICT };
/* Reads file (NULL: none) and the environment, then the overrides, and replaces all values, or, on an error, none. NX_E_CONFIG with
 * a sentence. A start is a first and a strict load, a reload is a strict one. Loop thread only: libconfuse's scanner is global.
 * overrides: NULL-terminated "name=value" strings from the command line, may be NULL. */
int nx_conf_load(struct nx_conf *conf, const char *file, const char *const *overrides, enum nx_conf_pass pass,
		 struct nx_error *err);
/* After a strict load: NEXA_ names in the environment that no loaded module knows and that resemble no option: worth a warning.
 * NULL-terminated, borrowed until the next load. */
const char *const *nx_conf_unknown_variables(const struct nx_conf *conf);
/* Undoes the last successful load. Once, and only before anything has taken values from it. */
void nx_conf_revert(struct nx_conf *conf);
/* After a successful load: names of options that need a restart and differ from the first strict load, with which the process
 * runs. NULL-terminated in pool. */
char **nx_conf_needs_restart(struct nx_conf *conf, struct nx_pool *pool);

/* Values. host NULL, or the option not set for that host: the general value. The name must be a row of that kind (asserted).
 * Strings are borrowed until the next load. */
bool nx_conf_bool(const struct nx_conf *conf, const char *host, const char *name);
int64_t nx_conf_int(const struct nx_conf *conf, const char *host, const char *name);      /* INT, SIZE (bytes) */
int64_t nx_conf_period_ms(const struct nx_conf *conf, const char *host, const char *name);
const char *nx_conf_str(const struct nx_conf *conf, const char *host, const char *name);  /* STRING, CHOICE; NULL when not set */
const char *const *nx_conf_list(const struct nx_conf *conf, const char *host, const char *name); /* NULL-terminated, never NULL */
/* True when file, environment or command line set it. */
bool nx_conf_is_set(const struct nx_conf *conf, const char *host, const char *name);
/* Hosts with a section of their own in the file: NULL-terminated. */
const char *const *nx_conf_host_sections(const struct nx_conf *conf);

/* Everybody who wants to show all rows (nexactl config): value as it would be written in the file, "" when
 * not set, "(set)" for secrets; without host sections. fn gets where it came from:
 * "default", "file", "environment", "command line". */
void nx_conf_each(const struct nx_conf *conf, void (*fn)(void *ctx, const char *owner, const struct nx_option *row,
							  const char *value, const char *source), void *ctx);
/* The commented sample file and the option part of the manual page (man(7) macros), from the rows. */
void nx_conf_write_sample(const struct nx_conf *conf, FILE *out);
void nx_conf_write_manual(const struct nx_conf *conf, FILE *out);

#endif
