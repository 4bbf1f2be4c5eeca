/* base/error: what happened and what to do are both still there when a long path stands between them. */
#include "base/error.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define SIZE sizeof(((struct nx_error *)0)->text)

static void fill(char *dst, size_t len, const char *letter)
{
	size_t unit = strlen(letter);

	for (size_t i = 0; i + unit <= len; i += unit)
		memcpy(dst + i, letter, unit);
	dst[len / unit * unit] = '\0';
}

/* No byte of a character without its others, whatever the lengths are. */
static void assert_utf8(const char *text)
{
	for (const unsigned char *p = (const unsigned char *)text; *p; ) {
		size_t len = *p < 0x80 ? 1 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;

		assert_true(*p < 0x80 || *p >= 0xc0);
		for (size_t i = 1; i < len; i++)
			assert_int_equal(p[i] & 0xc0, 0x80);
		p += len;
	}
}

static void what_fits_is_kept_as_it_is(void **state)
{
	struct nx_error err;
	char text[SIZE];

	(void)state;
	fill(text, SIZE - 1, "x");
	assert_int_equal(nx_fail(&err, NX_E_CONFIG, "%s", text), -1);
	assert_string_equal(err.text, text);
	assert_int_equal(err.kind, NX_E_CONFIG);
	assert_int_equal(nx_fail(NULL, NX_E_CONFIG, "%s", text), -1);
}

static void beginning_and_end_survive_a_long_path(void **state)
{
	static const char *const letters[] = { "x", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80" };
	struct nx_error err;
	char path[4097];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		for (size_t len = 150; len < 300; len++) {
			fill(path, len, letters[i]);
			nx_fail(&err, NX_E_SYSTEM, "cannot read %s: make it readable", path);
			assert_memory_equal(err.text, "cannot read ", 12);
			assert_string_equal(err.text + strlen(err.text) - 18, ": make it readable");
			assert_utf8(err.text);
		}
		fill(path, 4096, letters[i]);
		nx_fail(&err, NX_E_SYSTEM, "cannot read %s: make it readable", path);
		assert_non_null(strstr(err.text, "\xe2\x80\xa6"));
		assert_string_equal(err.text + strlen(err.text) - 18, ": make it readable");
		assert_utf8(err.text);
	}
}

static void a_prefix_stands_in_front(void **state)
{
	struct nx_error err;
	char path[1000];

	(void)state;
	nx_fail(&err, NX_E_NOT_WELL_FORMED, "at line 7");
	nx_fail_prefix(&err, "%s", "nexad.conf");
	assert_string_equal(err.text, "nexad.conf: at line 7");
	assert_int_equal(err.kind, NX_E_NOT_WELL_FORMED);
	fill(path, 999, "p");
	nx_fail_prefix(&err, "%s", path);
	assert_memory_equal(err.text, "ppp", 3);
	assert_string_equal(err.text + strlen(err.text) - 23, ": nexad.conf: at line 7");
	nx_fail(&err, NX_E_CONFIG, "again: %s", err.text);      /* an argument may be the text itself */
	assert_memory_equal(err.text, "again: ppp", 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fits_is_kept_as_it_is),
		cmocka_unit_test(beginning_and_end_survive_a_long_path),
		cmocka_unit_test(a_prefix_stands_in_front),
	};
	return cmocka_run_group_tests_name("base/error", tests, NULL, NULL);
}
