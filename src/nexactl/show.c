/* Answers for people (show.h). */
#include "nexactl/show.h"

#include <string.h>
#include <time.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"

/* ---- text on a terminal ---- */

/* Columns of the character at s, or -1 when it cannot be printed; *len_r: its bytes. */
static int char_width(const char *s, size_t *len_r)
{
	mbstate_t state = {0};
	wchar_t wide;
	size_t len = mbrtowc(&wide, s, strlen(s), &state);

	*len_r = len == 0 || len > 4 ? 1 : len;
	return len == 0 || len > 4 ? -1 : wcwidth(wide);
}

size_t show_width(const char *text)
{
	size_t width = 0, len;

	for (; *text; text += len) {
		int columns = char_width(text, &len);

		width += columns > 0 ? (size_t)columns : 0;
	}
	return width;
}

static void add_printable(struct nx_buf *out, const char *text)
{
	size_t len;

	for (; *text; text += len) {
		bool is_printable = char_width(text, &len) >= 0;

		for (size_t i = 0; i < len && !is_printable; i++)
			nx_buf_printf(out, "\\x%02x", (unsigned char)text[i]);
		if (is_printable)
			nx_buf_add(out, text, len);
	}
}

static void pad(FILE *out, size_t from, size_t to)
{
	for (; from < to; from++)
		putc(' ', out);
}

void show_pair(FILE *out, const char *left, size_t left_width, const char *right)
{
	fputs(left, out);
	pad(out, show_width(left), left_width);
	fprintf(out, "  %s\n", right);
}

/* ---- values ---- */

static void add_bytes(struct nx_buf *out, double bytes)
{
	static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB" };
	size_t unit = 0;

	for (; bytes >= 1024 && unit + 1 < sizeof(units) / sizeof(units[0]); unit++)
		bytes /= 1024;
	nx_buf_printf(out, unit == 0 ? "%.0f %s" : "%.1f %s", bytes, units[unit]);
}

/* The two largest units: "3 d 4 h", "12 s". */
static void add_period(struct nx_buf *out, json_int_t secs)
{
	static const struct { json_int_t secs; const char *name; } units[] = {
		{ 86400, "d" }, { 3600, "h" }, { 60, "min" }, { 1, "s" },
	};
	size_t i = 0;

	while (i < 3 && secs < units[i].secs)
		i++;
	nx_buf_printf(out, "%lld %s", (long long)(secs / units[i].secs), units[i].name);
	if (i < 3 && secs % units[i].secs / units[i + 1].secs > 0)
		nx_buf_printf(out, " %lld %s", (long long)(secs % units[i].secs / units[i + 1].secs), units[i + 1].name);
}

static void add_time(struct nx_buf *out, const char *text)
{
	char local[64];
	int64_t wall_ms;
	struct tm tm;

	if (nx_datetime_parse(text, &wall_ms) < 0) {
		add_printable(out, text);
		return;
	}
	time_t seconds = (time_t)(wall_ms / 1000);
	localtime_r(&seconds, &tm);
	strftime(local, sizeof(local), "%Y-%m-%d %H:%M:%S", &tm);
	nx_buf_puts(out, local);
}

static void add_list(struct nx_buf *out, const char *key, const json_t *list)
{
	json_t *item;
	size_t i;

	json_array_foreach(list, i, item) {
		if (i > 0)
			nx_buf_puts(out, ", ");
		show_value(out, key, item);
	}
}

static void add_number(struct nx_buf *out, const char *key, const json_t *value)
{
	if (nx_str_has_suffix(key, "_bytes"))
		add_bytes(out, json_number_value(value));
	else if (nx_str_has_suffix(key, "_secs") && json_is_integer(value))
		add_period(out, json_integer_value(value));
	else if (json_is_integer(value))
		nx_buf_printf(out, "%lld", (long long)json_integer_value(value));
	else
		nx_buf_printf(out, "%.2f", json_real_value(value));
}

void show_value(struct nx_buf *out, const char *key, const json_t *value)
{
	size_t before = out->len;

	if (json_is_boolean(value))
		nx_buf_puts(out, json_is_true(value) ? "yes" : "no");
	else if (json_is_number(value))
		add_number(out, key, value);
	else if (json_is_array(value))
		add_list(out, key, value);
	else if (json_is_string(value) && nx_str_has_suffix(key, "_at"))
		add_time(out, json_string_value(value));
	else if (json_is_string(value))
		add_printable(out, json_string_value(value));
	if (out->len == before)
		nx_buf_putc(out, '-');
}

/* "last_login_at" is shown as "last login". */
static void add_label(struct nx_buf *out, const char *key)
{
	static const char *const suffixes[] = { "_at", "_bytes", "_secs" };
	size_t len = strlen(key);

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		if (nx_str_has_suffix(key, suffixes[i])) {
			len -= strlen(suffixes[i]);
			break;
		}
	}
	for (size_t i = 0; i < len; i++)
		nx_buf_putc(out, key[i] == '_' ? ' ' : key[i]);
}

/* ---- lines ---- */

static bool is_table(const json_t *value)
{
	return json_is_array(value) && json_is_object(json_array_get(value, 0));
}

static bool is_line(const char *key, const json_t *value)
{
	return !nx_str_eq(key, "message") && !is_table(value) && !json_is_object(value) &&
		!(json_is_array(value) && json_array_size(value) == 0);
}

static size_t show_lines(FILE *out, const json_t *result)
{
	struct nx_buf text = NX_BUF_INIT;
	size_t width = 0, count = 0;
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)result, key, value) {
		nx_buf_clear(&text);
		add_label(&text, key);
		if (is_line(key, value) && show_width(nx_buf_str(&text)) > width)
			width = show_width(nx_buf_str(&text));
	}
	json_object_foreach((json_t *)result, key, value) {
		if (!is_line(key, value))
			continue;
		nx_buf_clear(&text);
		add_label(&text, key);
		fprintf(out, "%s:", nx_buf_str(&text));
		pad(out, show_width(nx_buf_str(&text)), width + 1);
		nx_buf_clear(&text);
		show_value(&text, key, value);
		fprintf(out, "%s\n", nx_buf_str(&text));
		count++;
	}
	nx_buf_done(&text);
	return count;
}

/* ---- tables ---- */

/* Row 0 is the heading, whose columns are the keys of the first object. */
static void add_cell(struct nx_buf *out, const json_t *rows, size_t row, const char *key)
{
	nx_buf_clear(out);
	if (row == 0)
		add_label(out, key);
	else
		show_value(out, key, json_object_get(json_array_get(rows, row - 1), key));
}

static void show_table(FILE *out, const json_t *rows)
{
	json_t *first = json_array_get(rows, 0), *value;
	size_t columns = json_object_size(first), count = json_array_size(rows) + 1, column = 0;
	size_t *widths = nx_mem_array(columns + 1, sizeof(*widths));
	struct nx_buf cell = NX_BUF_INIT;
	const char *key;

	json_object_foreach(first, key, value) {
		for (size_t row = 0; row < count; row++) {
			add_cell(&cell, rows, row, key);
			if (show_width(nx_buf_str(&cell)) > widths[column])
				widths[column] = show_width(nx_buf_str(&cell));
		}
		column++;
	}
	for (size_t row = 0; row < count; row++) {
		column = 0;
		json_object_foreach(first, key, value) {
			add_cell(&cell, rows, row, key);
			fputs(nx_buf_str(&cell), out);
			if (++column < columns)
				pad(out, show_width(nx_buf_str(&cell)), widths[column - 1] + 2);
		}
		putc('\n', out);
	}
	nx_buf_done(&cell);
	nx_mem_free(widths);
}

void show_result(FILE *out, const json_t *result)
{
	const char *message = json_string_value(json_object_get(result, "message"));
	struct nx_buf text = NX_BUF_INIT;
	const char *key;
	json_t *value;

	if (message) {
		add_printable(&text, message);
		fprintf(out, "%s\n", nx_buf_str(&text));
	}
	nx_buf_done(&text);
	size_t lines = show_lines(out, result);
	json_object_foreach((json_t *)result, key, value) {
		if (!is_table(value))
			continue;
		if (lines++ > 0)
			putc('\n', out);
		show_table(out, value);
	}
}
