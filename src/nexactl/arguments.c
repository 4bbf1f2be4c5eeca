/* From words to a request (arguments.h). */
#include "nexactl/arguments.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include "nexactl/failure.h"

/* ---- what nexactl itself understands ---- */

/* 1: it was --state-dir; argv[*i] moves on when the value is a word of its own. */
static int take_state_dir(int argc, char **argv, int *i, struct arguments *args, struct failure *why)
{
	static const char option[] = "--state-dir";
	const char *word = argv[*i], *value = NULL;

	if (!nx_str_has_prefix(word, option))
		return 0;
	if (word[sizeof(option) - 1] == '=')
		value = word + sizeof(option);
	else if (word[sizeof(option) - 1] != '\0')
		return 0;
	else if (*i + 1 < argc)
		value = argv[++*i];
	if (!value || !*value)
		return fail(why, EXIT_USAGE, "usage", "--state-dir needs the server's state directory");
	args->state_dir = value;
	return 1;
}

static bool take_switch(const char *word, struct arguments *args)
{
	const struct { const char *word; bool *is_on; } switches[] = {
		{ "--json", &args->is_json }, { "--yes", &args->is_confirmed }, { "-y", &args->is_confirmed },
		{ "--help", &args->wants_help }, { "-h", &args->wants_help }, { "--version", &args->wants_version },
	};

	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++) {
		if (nx_str_eq(word, switches[i].word)) {
			*switches[i].is_on = true;
			return true;
		}
	}
	return false;
}

int arguments_read(struct nx_pool *pool, int argc, char **argv, struct arguments *args, struct failure *why)
{
	bool is_over = false;

	*args = (struct arguments){ .words = NX_NEW_ARRAY(pool, const char *, (size_t)argc + 1) };
	for (int i = 1; i < argc; i++) {
		is_over = is_over || nx_str_eq(argv[i], "--");
		if (!is_over && take_switch(argv[i], args))
			continue;
		int taken = is_over ? 0 : take_state_dir(argc, argv, &i, args, why);

		if (taken < 0)
			return -1;
		if (taken == 0)
			args->words[args->count++] = argv[i];
	}
	return 0;
}

/* ---- members ---- */

const char *row_text(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));

	return text ? text : "";
}

bool param_is(const json_t *param, const char *kind)
{
	return nx_str_eq(row_text(param, "kind"), kind);
}

bool param_is_positional(const json_t *param)
{
	return json_is_true(json_object_get(param, "required")) && !param_is(param, "password") && !param_is(param, "flag");
}

/* ---- finding the row ---- */

/* How many words the name has when the command line begins with it, else 0. */
static size_t match_name(const char *name, const char *const *words)
{
	size_t count = 0;

	for (; *name; count++) {
		size_t len = strcspn(name, " ");

		if (!words[count] || strlen(words[count]) != len || memcmp(words[count], name, len) != 0)
			return 0;
		name += len + (name[len] == ' ');
	}
	return count;
}

/* "account" alone: what may follow. */
static int suggest_second(const json_t *rows, const char *first, const char *second, struct failure *why)
{
	struct nx_buf list = NX_BUF_INIT;
	size_t len = strlen(first), i;
	json_t *row;

	json_array_foreach(rows, i, row) {
		const char *name = row_text(row, "name");

		if (strncmp(name, first, len) == 0 && name[len] == ' ')
			nx_buf_printf(&list, "%s%s", list.len > 0 ? ", " : "", name + len + 1);
	}
	if (list.len > 0 && second)
		fail(why, EXIT_USAGE, "usage", "there is no command \"%s %s\"; after %s comes one of: %s", first, second, first,
		     nx_buf_str(&list));
	else if (list.len > 0)
		fail(why, EXIT_USAGE, "usage", "%s is not a whole command; after it comes one of: %s", first, nx_buf_str(&list));
	else
		fail(why, EXIT_USAGE, "usage", "there is no command \"%s\"; nexactl help lists them", first);
	nx_buf_done(&list);
	return -1;
}

const json_t *arguments_find(const json_t *rows, const struct arguments *args, size_t *used_r, struct failure *why)
{
	const json_t *found = NULL;
	size_t i;
	json_t *row;

	*used_r = 0;
	json_array_foreach(rows, i, row) {
		size_t used = match_name(row_text(row, "name"), args->words);

		if (used > *used_r) {
			*used_r = used;
			found = row;
		}
	}
	if (!found)
		suggest_second(rows, args->words[0], args->words[1], why);
	return found;
}

/* ---- how a command is written ---- */

/* "jid" stands as JID in the usage. */
static void add_upper(struct nx_buf *out, const char *name)
{
	for (; *name; name++)
		nx_buf_putc(out, (char)toupper((unsigned char)*name));
}

void arguments_usage(struct nx_buf *out, const json_t *row)
{
	const json_t *params = json_object_get(row, "params");
	json_t *param;
	size_t i;

	nx_buf_printf(out, "nexactl %s", row_text(row, "name"));
	json_array_foreach(params, i, param) {
		const char *name = row_text(param, "name");

		if (param_is_positional(param)) {
			nx_buf_putc(out, ' ');
			add_upper(out, name);
		} else if (param_is(param, "password")) {
			nx_buf_printf(out, " [--%s-stdin]", name);
		} else if (param_is(param, "flag")) {
			nx_buf_printf(out, " [--%s]", name);
		} else {
			nx_buf_printf(out, " [--%s ", name);
			add_upper(out, name);
			nx_buf_putc(out, ']');
		}
	}
	if (json_is_string(json_object_get(row, "confirm")))
		nx_buf_puts(out, " [--yes]");
}

/* "account add: JID (the account, as name@domain) is missing; it is written: nexactl account add JID …" */
__attribute__((format(printf, 3, 4)))
static int refuse(struct failure *why, const json_t *row, const char *fmt, ...)
{
	struct nx_buf usage = NX_BUF_INIT;
	char what[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	arguments_usage(&usage, row);
	fail(why, EXIT_USAGE, "usage", "%s: %s; it is written: %s", row_text(row, "name"), what, nx_buf_str(&usage));
	nx_buf_done(&usage);
	return -1;
}

static int refuse_missing(struct failure *why, const json_t *row, const json_t *param)
{
	struct nx_buf name = NX_BUF_INIT;

	add_upper(&name, row_text(param, "name"));
	refuse(why, row, "%s (%s) is missing", nx_buf_str(&name), row_text(param, "help"));
	nx_buf_done(&name);
	return -1;
}

/* ---- mapping ---- */

static int set_value(json_t *args, const json_t *param, const char *text, struct failure *why)
{
	const char *name = row_text(param, "name");
	int64_t number = 0;

	if (param_is(param, "int") && nx_str_to_i64(text, INT64_MIN, INT64_MAX, &number) < 0)
		return fail(why, EXIT_USAGE, "usage", "%s has to be a whole number, not \"%s\"", name, text);
	json_t *value = param_is(param, "int") ? json_integer(number) : json_string(text);
	if (!value)
		return fail(why, EXIT_USAGE, "usage", "%s is not valid UTF-8", name);
	if (json_object_get(args, name)) {
		json_decref(value);
		return fail(why, EXIT_USAGE, "usage", "%s is given twice", name);
	}
	json_object_set_new(args, name, value);
	return 0;
}

static const json_t *find_param(const json_t *row, const char *name, size_t len)
{
	json_t *param;
	size_t i;

	json_array_foreach(json_object_get(row, "params"), i, param) {
		const char *has = row_text(param, "name");

		if (strlen(has) == len && memcmp(has, name, len) == 0)
			return param;
	}
	return NULL;
}

/* "password-stdin" */
static const json_t *find_stdin_param(const json_t *row, const char *name)
{
	static const char suffix[] = "-stdin";

	if (!nx_str_has_suffix(name, suffix))
		return NULL;
	const json_t *param = find_param(row, name, strlen(name) - (sizeof(suffix) - 1));
	return param && param_is(param, "password") ? param : NULL;
}

static int refuse_password(const json_t *param, struct failure *why)
{
	return fail(why, EXIT_USAGE, "usage", "a password on the command line can be read by everybody on this machine; "
		    "leave it out and nexactl asks for it, or give it on standard input with --%s-stdin", row_text(param, "name"));
}

/* One option and, from the next word or behind "=", its value. */
static int take_option(const json_t *row, const char *const **words, struct mapping *map, struct failure *why)
{
	const char *name = **words + 2, *value = strchr(name, '=');
	const json_t *param = find_stdin_param(row, name);

	if (param) {
		map->stdin_param = row_text(param, "name");
		return 0;
	}
	param = find_param(row, name, value ? (size_t)(value - name) : strlen(name));
	if (!param)
		return refuse(why, row, "there is no option %s", **words);
	if (param_is(param, "password"))
		return refuse_password(param, why);
	if (param_is(param, "flag")) {
		if (value)
			return refuse(why, row, "--%s has no value", row_text(param, "name"));
		json_object_set_new(map->args, row_text(param, "name"), json_true());
		return 0;
	}
	if (!value && !(*words)[1])
		return refuse(why, row, "%s needs a value", **words);
	return set_value(map->args, param, value ? value + 1 : *++*words, why);
}

static int take_positional(const json_t *row, const char *word, struct mapping *map, struct failure *why)
{
	json_t *param;
	size_t i;

	json_array_foreach(json_object_get(row, "params"), i, param) {
		if (param_is_positional(param) && !json_object_get(map->args, row_text(param, "name")))
			return set_value(map->args, param, word, why);
	}
	return refuse(why, row, "\"%s\" is one word too many", word);
}

static int check_required(const json_t *row, const struct mapping *map, struct failure *why)
{
	json_t *param;
	size_t i;

	json_array_foreach(json_object_get(row, "params"), i, param) {
		if (param_is_positional(param) && !json_object_get(map->args, row_text(param, "name")))
			return refuse_missing(why, row, param);
	}
	return 0;
}

static int map_words(const json_t *row, const char *const *words, struct mapping *map, struct failure *why)
{
	bool is_over = false;

	for (; *words; words++) {
		int rc = 0;

		if (!is_over && nx_str_eq(*words, "--"))
			is_over = true;
		else if (!is_over && nx_str_has_prefix(*words, "--"))
			rc = take_option(row, &words, map, why);
		else
			rc = take_positional(row, *words, map, why);
		if (rc < 0)
			return -1;
	}
	return check_required(row, map, why);
}

int arguments_map(const json_t *row, const char *const *words, struct mapping *map_r, struct failure *why)
{
	*map_r = (struct mapping){ .args = json_object() };
	if (map_words(row, words, map_r, why) == 0)
		return 0;
	json_decref(map_r->args);
	map_r->args = NULL;
	return -1;
}
