/* nexactl/show: what an administrator sees of an answer. */
#include "nexactl/show.h"
#include "base/buf.h"
#include "base/mem.h"
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

static void widths_are_columns(void **state)
{
	static const struct { const char *text; size_t width; } table[] = {
		{ "", 0 }, { "abc", 3 }, { "zürich", 6 }, { "пример", 6 }, { "日本", 4 }, { "e\xcc\x81", 1 }, { "😀", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		assert_int_equal(show_width(table[i].text), table[i].width);
}

static void values_follow_the_end_of_their_key(void **state)
{
	static const struct { const char *key, *json, *text; } table[] = {
		{ "x", "true", "yes" }, { "x", "false", "no" }, { "x", "null", "-" }, { "x", "\"\"", "-" }, { "x", "7", "7" },
		{ "x", "-7", "-7" }, { "x", "1.5", "1.50" }, { "x", "\"text\"", "text" }, { "x", "[\"a\",\"b\",1]", "a, b, 1" },
		{ "x_bytes", "0", "0 B" }, { "x_bytes", "1023", "1023 B" }, { "x_bytes", "1024", "1.0 KiB" },
		{ "x_bytes", "5767168", "5.5 MiB" }, { "x_bytes", "1125899906842624", "1024.0 TiB" }, { "x_bytes", "null", "-" },
		{ "x_secs", "0", "0 s" }, { "x_secs", "59", "59 s" }, { "x_secs", "60", "1 min" }, { "x_secs", "3661", "1 h 1 min" },
		{ "x_secs", "90061", "1 d 1 h" }, { "x_secs", "86400", "1 d" }, { "x_secs", "3605", "1 h" },
		{ "x_at", "\"2026-11-21T06:30:00Z\"", "2026-11-21 06:30:00" }, { "x_at", "null", "-" }, { "x_at", "\"soon\"", "soon" },
		{ "x", "\"a\\u001b[31mb\\n\\u007f\"", "a\\x1b[31mb\\x0a\\x7f" }, { "x", "\"\\u009b\"", "\\xc2\\x9b" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		json_t *value = json_loads(table[i].json, JSON_DECODE_ANY, NULL);
		struct nx_buf out = NX_BUF_INIT;

		show_value(&out, table[i].key, value);
		assert_string_equal(nx_buf_str(&out), table[i].text);
		nx_buf_done(&out);
		json_decref(value);
	}
}

static void assert_shown(const char *json, const char *want)
{
	json_t *result = json_loads(json, 0, NULL);
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(result);
	show_result(out, result);
	fclose(out);
	assert_string_equal(text, want);
	nx_mem_free(text);
	json_decref(result);
}

static void the_sentence_comes_first_then_aligned_lines(void **state)
{
	(void)state;
	assert_shown("{\"a\":1,\"message\":\"Done\"}", "Done\na: 1\n");
	assert_shown("{\"message\":\"Done\",\"short\":1,\"much_longer\":\"x\",\"memory_bytes\":2048,\"größe\":2}",
		     "Done\nshort:       1\nmuch longer: x\nmemory:      2.0 KiB\ngröße:       2\n");
	assert_shown("{\"message\":\"a\\u0007b\"}", "a\\x07b\n");
	assert_shown("{}", "");
}

static void objects_are_for_scripts_and_empty_lists_for_nobody(void **state)
{
	(void)state;
	assert_shown("{\"message\":\"Done\",\"account\":{\"jid\":\"a@b\"},\"none\":[],\"some\":[\"x\",\"y\"]}", "Done\nsome: x, y\n");
}

static void arrays_of_objects_are_tables(void **state)
{
	(void)state;
	assert_shown("{\"message\":\"2\",\"rows\":[{\"jid\":\"日本@b\",\"last_login_at\":null,\"n\":1},"
		     "{\"jid\":\"a@b\",\"last_login_at\":\"2026-11-21T06:30:00Z\",\"n\":20}]}",
		     "2\n"
		     "jid     last login           n\n"
		     "日本@b  -                    1\n"
		     "a@b     2026-11-21 06:30:00  20\n");
	assert_shown("{\"rows\":[{\"a\":1}],\"x\":2,\"more\":[{\"b\":3}]}", "x: 2\n\na\n1\n\nb\n3\n");
	/* A row that lacks a column, or has one more. */
	assert_shown("{\"rows\":[{\"a\":1,\"b\":2},{\"b\":3,\"c\":4}]}", "a  b\n1  2\n-  3\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_are_columns),
		cmocka_unit_test(values_follow_the_end_of_their_key),
		cmocka_unit_test(the_sentence_comes_first_then_aligned_lines),
		cmocka_unit_test(objects_are_for_scripts_and_empty_lists_for_nobody),
		cmocka_unit_test(arrays_of_objects_are_tables),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	setenv("TZ", "UTC", 1);
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
