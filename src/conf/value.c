/* The kinds of options: reading a value, saying what is wrong with it, and writing it as the file would have it. */
#include "conf/conf_private.h"
#include "base/assert.h"
#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include <inttypes.h>
#include <string.h>
#include <strings.h>

struct unit {
	char letter;
	int64_t factor;
};

/* Largest first: formatting takes the first one that divides. */
static const struct unit size_units[] = { { 'G', 1 << 30 }, { 'M', 1 << 20 }, { 'k', 1 << 10 }, { 0, 1 } };
static const struct unit period_units[] = { { 'd', 86400 }, { 'h', 3600 }, { 'm', 60 }, { 's', 1 }, { 0, 1 } };

static const struct unit *units_of(enum nx_option_kind kind)
{
	return kind == NX_OPT_KIND_SIZE ? size_units : period_units;
}

static void add_number(struct nx_buf *out, enum nx_option_kind kind, int64_t number)
{
	const struct unit *unit;

	if (kind == NX_OPT_KIND_INT || number == 0) {
		nx_buf_printf(out, "%" PRId64, number);
		return;
	}
	for (unit = units_of(kind); unit->letter && number % unit->factor != 0; unit++)
		;
	nx_buf_printf(out, "%" PRId64, number / unit->factor);
	if (unit->letter)
		nx_buf_putc(out, unit->letter);
}

/* "open, invite or closed" */
static void add_choices(struct nx_buf *out, const char *choices)
{
	for (const char *at = choices;; ) {
		size_t len = strcspn(at, "|");

		nx_buf_add(out, at, len);
		at += len;
		if (*at == '\0')
			break;
		at++;
		nx_buf_puts(out, strchr(at, '|') ? ", " : " or ");
	}
}

static void add_bounds(struct nx_buf *out, const char *noun, const struct nx_option *option)
{
	nx_buf_printf(out, "%s from ", noun);
	add_number(out, option->kind, option->min);
	if (option->max != INT64_MAX) {
		nx_buf_puts(out, " to ");
		add_number(out, option->kind, option->max);
	}
}

void nx_conf_kind_describe(struct nx_buf *out, const struct nx_option *option)
{
	switch (option->kind) {
	case NX_OPT_KIND_END:
		nx_unreachable();
	case NX_OPT_KIND_BOOL:
		nx_buf_puts(out, "yes or no");
		return;
	case NX_OPT_KIND_INT:
		add_bounds(out, "a number", option);
		return;
	case NX_OPT_KIND_SIZE:
		add_bounds(out, "a size in bytes (k, M, G)", option);
		return;
	case NX_OPT_KIND_PERIOD:
		add_bounds(out, "a period in seconds (s, m, h, d)", option);
		return;
	case NX_OPT_KIND_STRING:
		nx_buf_puts(out, "a text");
		return;
	case NX_OPT_KIND_CHOICE:
		add_choices(out, option->choices);
		return;
	case NX_OPT_KIND_LIST:
		nx_buf_puts(out, "a list of texts");
		return;
	}
	nx_unreachable();
}

/* "WHAT; write KIND" */
static int complain(struct nx_error *why, const struct nx_option *option, const char *what)
{
	struct nx_buf kind = NX_BUF_INIT;

	nx_conf_kind_describe(&kind, option);
	nx_fail(why, NX_E_CONFIG, "%s; write %s", what, nx_buf_str(&kind));
	nx_buf_done(&kind);
	return -1;
}

static int parse_bool(const struct nx_option *option, const char *text, struct nx_conf_value *value, struct nx_error *why)
{
	static const char *const words[][4] = { { "no", "false", "off", "0" }, { "yes", "true", "on", "1" } };

	for (int answer = 0; answer < 2; answer++) {
		for (int i = 0; i < 4; i++) {
			if (strcasecmp(text, words[answer][i]) == 0) {
				value->number = answer;
				return 0;
			}
		}
	}
	return complain(why, option, "neither yes nor no");
}

/* Takes the unit off the end of digits and returns its factor. */
static int64_t take_unit(enum nx_option_kind kind, char *digits)
{
	size_t len = strlen(digits);

	if (kind == NX_OPT_KIND_INT || len == 0)
		return 1;
	for (const struct unit *unit = units_of(kind); unit->letter; unit++) {
		if (strncasecmp(&digits[len - 1], &unit->letter, 1) == 0) {
			digits[len - 1] = '\0';
			return unit->factor;
		}
	}
	return 1;
}

static bool is_digits(const char *s)
{
	return s[0] != '\0' && s[strspn(s, "0123456789")] == '\0';
}

static int parse_number(const struct nx_option *option, const char *text, struct nx_conf_value *value, struct nx_error *why)
{
	const char *what = option->kind == NX_OPT_KIND_SIZE ? "not a size"
			 : option->kind == NX_OPT_KIND_PERIOD ? "not a period" : "not a number";
	char digits[32];
	int64_t factor, number;

	if (!nx_str_copy(digits, sizeof(digits), text))
		return complain(why, option, is_digits(text) ? "out of range" : what);
	factor = take_unit(option->kind, digits);
	if (!is_digits(digits + (digits[0] == '-')))
		return complain(why, option, what);
	if (nx_str_to_i64(digits, INT64_MIN, INT64_MAX, &number) < 0
	    || number > INT64_MAX / factor || number < INT64_MIN / factor
	    || number * factor < option->min || number * factor > option->max)
		return complain(why, option, "out of range");
	value->number = number * factor;
	return 0;
}

static int parse_choice(const struct nx_option *option, struct nx_pool *pool, const char *text,
			struct nx_conf_value *value, struct nx_error *why)
{
	size_t text_len = strlen(text);

	for (const char *at = option->choices; at; at = strchr(at, '|')) {
		size_t len;

		at += *at == '|';
		len = strcspn(at, "|");
		if (len == text_len && strncasecmp(at, text, len) == 0) {
			value->text = nx_pool_strndup(pool, at, len);
			return 0;
		}
	}
	return complain(why, option, "not among the choices");
}

static int check_text(const struct nx_option *option, const char *text, struct nx_error *why)
{
	return option->check && text[0] ? option->check(text, why) : 0;
}

int nx_conf_entry_check(const struct nx_option *option, const char *text, struct nx_error *why)
{
	if (text[0] == '\0')
		return nx_fail(why, NX_E_CONFIG, "an empty entry; remove it");
	if (!nx_utf8_is_valid(text, strlen(text)))
		return nx_fail(why, NX_E_CONFIG, "not valid UTF-8; save the file in UTF-8");
	return check_text(option, text, why);
}

/* From the environment or the command line. */
static int parse_list(const struct nx_option *option, struct nx_pool *pool, const char *text, struct nx_conf_value *value,
		      struct nx_error *why)
{
	const char *const *list = (const char *const *)nx_str_split(pool, text, ',');

	for (const char *const *entry = list; *entry; entry++) {
		if (check_text(option, *entry, why) < 0)
			return -1;
	}
	value->list = list;
	return 0;
}

int nx_conf_value_parse(const struct nx_option *option, struct nx_pool *pool, const char *text,
			struct nx_conf_value *value_r, struct nx_error *why)
{
	if (!nx_utf8_is_valid(text, strlen(text)))
		return nx_fail(why, NX_E_CONFIG, "not valid UTF-8; save the file in UTF-8");
	switch (option->kind) {
	case NX_OPT_KIND_END:
		break;
	case NX_OPT_KIND_BOOL:
		return parse_bool(option, text, value_r, why);
	case NX_OPT_KIND_INT:
	case NX_OPT_KIND_SIZE:
	case NX_OPT_KIND_PERIOD:
		return parse_number(option, text, value_r, why);
	case NX_OPT_KIND_STRING:
		if (check_text(option, text, why) < 0)
			return -1;
		value_r->text = nx_pool_strdup(pool, text);
		return 0;
	case NX_OPT_KIND_CHOICE:
		return parse_choice(option, pool, text, value_r, why);
	case NX_OPT_KIND_LIST:
		return parse_list(option, pool, text, value_r, why);
	}
	nx_unreachable();
}

static void add_quoted(struct nx_buf *out, const char *text)
{
	nx_buf_putc(out, '"');
	for (; *text; text++) {
		switch (*text) {
		case '\n':
			nx_buf_puts(out, "\\n");
			break;
		case '"': case '\\': case '$':
			nx_buf_putc(out, '\\');
			nx_buf_putc(out, *text);
			break;
		default:
			nx_buf_putc(out, *text);
		}
	}
	nx_buf_putc(out, '"');
}

void nx_conf_list_format(struct nx_buf *out, const char *const *list)
{
	nx_buf_puts(out, "{");
	for (size_t i = 0; list[i]; i++) {
		nx_buf_puts(out, i ? ", " : " ");
		add_quoted(out, list[i]);
	}
	nx_buf_puts(out, " }");
}

void nx_conf_value_format(struct nx_buf *out, const struct nx_option *option, const struct nx_conf_value *value)
{
	switch (option->kind) {
	case NX_OPT_KIND_END:
		nx_unreachable();
	case NX_OPT_KIND_BOOL:
		nx_buf_puts(out, value->number ? "yes" : "no");
		return;
	case NX_OPT_KIND_INT:
	case NX_OPT_KIND_SIZE:
	case NX_OPT_KIND_PERIOD:
		add_number(out, option->kind, value->number);
		return;
	case NX_OPT_KIND_STRING:
		if (value->text)
			add_quoted(out, value->text);
		return;
	case NX_OPT_KIND_CHOICE:
		nx_buf_puts(out, value->text ? value->text : "");
		return;
	case NX_OPT_KIND_LIST:
		nx_conf_list_format(out, value->list);
		return;
	}
	nx_unreachable();
}

static bool lists_eq(const char *const *a, const char *const *b)
{
	for (; *a && *b && nx_str_eq(*a, *b); a++, b++)
		;
	return !*a && !*b;
}

bool nx_conf_value_eq(const struct nx_option *option, const struct nx_conf_value *a, const struct nx_conf_value *b)
{
	if (option->kind == NX_OPT_KIND_LIST)
		return lists_eq(a->list, b->list);
	return a->number == b->number && nx_str_eq(a->text, b->text);
}

const char *nx_conf_value_shown(char dst[NX_CONF_SHOWN_SIZE], const struct nx_option *option, const char *text)
{
	bool is_utf8 = nx_utf8_is_valid(text, strlen(text));

	if (option->is_secret)
		return "(secret)";
	if (text[0] == '\0')
		return "\"\"";
	if (!nx_str_copy(dst, NX_CONF_SHOWN_SIZE, text)) {
		size_t len = NX_CONF_SHOWN_SIZE - 4;

		while (len > 0 && ((unsigned char)dst[len] & 0xc0) == 0x80)
			len--;
		memcpy(dst + len, "...", 4);
	}
	for (char *p = dst; *p; p++) {
		if ((unsigned char)*p < ' ')
			*p = ' ';
		else if (!is_utf8 && (unsigned char)*p >= 0x80)
			*p = '?';
	}
	return dst;
}
