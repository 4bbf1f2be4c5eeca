/* base/str, base/error, base/rand and base/fault: the small helpers. */
#include "base/str.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/fault.h"
#include "base/pool.h"
#include "base/rand.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void comparing_and_copying(void **state)
{
	char small[4];

	(void)state;
	assert_true(nx_str_eq(NULL, NULL));
	assert_false(nx_str_eq("", NULL));
	assert_true(nx_str_has_prefix("abc", "ab"));
	assert_false(nx_str_has_prefix("a", "ab"));
	assert_true(nx_str_has_suffix("abc", "bc"));
	assert_false(nx_str_has_suffix("c", "bc"));
	assert_true(nx_str_copy(small, sizeof(small), "abc"));
	assert_false(nx_str_copy(small, sizeof(small), "wxyz"));
	assert_string_equal(small, "wxy");
	assert_true(nx_secret_eq("abc", "abd", 2));
	assert_false(nx_secret_eq("abc", "abd", 3));
	nx_secret_wipe(small, sizeof(small));
	assert_memory_equal(small, "\0\0\0\0", 4);
}

static void numbers(void **state)
{
	static const struct { const char *s; int64_t min, max; int rc; int64_t value; } table[] = {
		{ "0", 0, 9, 0, 0 }, { "9", 0, 9, 0, 9 }, { "10", 0, 9, -1, 0 }, { "", 0, 9, -1, 0 },
		{ " 1", 0, 9, -1, 0 }, { "1 ", 0, 9, -1, 0 }, { "+1", 0, 9, -1, 0 }, { "-1", 0, 9, -1, 0 },
		{ "-1", -5, 9, 0, -1 }, { "-", -5, 9, -1, 0 }, { "0x1", 0, 99, -1, 0 }, { "1e1", 0, 99, -1, 0 },
		{ "9223372036854775807", 0, INT64_MAX, 0, INT64_MAX },
		{ "9223372036854775808", 0, INT64_MAX, -1, 0 },
		{ "-9223372036854775808", INT64_MIN, 0, 0, INT64_MIN },
		{ "9223372036854775808", INT64_MIN, INT64_MAX, -1, 0 },
		{ "99999999999999999999999", 0, INT64_MAX, -1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		int64_t value = 0;

		assert_int_equal(nx_str_to_i64(table[i].s, table[i].min, table[i].max, &value), table[i].rc);
		assert_true(value == table[i].value);
	}
}

static void rfc3629_utf8(void **state)
{
	static const struct { const char *s; bool is_valid; } table[] = {
		{ "", true }, { "abc", true }, { "\xc3\xa9", true }, { "\xe2\x82\xac", true },
		{ "\xf0\x9f\x98\x80", true }, { "\xf4\x8f\xbf\xbf", true }, { "\xed\x9f\xbf", true },
		{ "\xc3", false }, { "\xc0\x80", false }, { "\xe0\x9f\xbf", false }, { "\xed\xa0\x80", false },
		{ "\xf0\x8f\xbf\xbf", false }, { "\xf4\x90\x80\x80", false }, { "\x80", false },
		{ "\xe2\x82", false }, { "\xf5\x80\x80\x80", false }, { "\xc3(", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		assert_int_equal(nx_utf8_is_valid(table[i].s, strlen(table[i].s)), table[i].is_valid);
}

static void texts_are_cut_between_characters(void **state)
{
	static const struct { const char *s; size_t max; const char *cut; } table[] = {
		{ "abc", 3, "abc" }, { "abc", 2, "ab" }, { "a\xc3\xa9", 2, "a" }, { "a\xc3\xa9", 3, "a\xc3\xa9" },
		{ "\xf0\x9f\x98\x80", 3, NULL }, { "a\xff" "b", 3, "a" }, { "", 9, NULL }, { NULL, 9, NULL }, { "abc", 0, NULL },
	};
	struct nx_pool *pool = nx_pool_new("test", 0);

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		const char *cut = nx_str_cut(pool, table[i].s, table[i].max);

		if (table[i].cut)
			assert_string_equal(cut, table[i].cut);
		else
			assert_null(cut);
	}
	assert_int_equal(nx_utf8_count("a\xc3\xa9\xf0\x9f\x98\x80"), 3);
	assert_int_equal(nx_utf8_count(""), 0);
	nx_pool_free(&pool);
}

static void uris(void **state)
{
	static const char *const good[] = { "mailto:ann@school.example", "https://school.example/join?a=b#c", "x-a+1.b:c" };
	static const char *const bad[] = { "", ":x", "ann@school.example", "https:", "1a:b", "http://a b", "http://a\"b", "a{b:c", "xmpp:a<b" };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(nx_str_is_uri(good[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(nx_str_is_uri(bad[i]));
}

static void splitting(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	char **parts = nx_str_split(pool, " a , b c,, ,d", ',');

	(void)state;
	assert_string_equal(parts[0], "a");
	assert_string_equal(parts[1], "b c");
	assert_string_equal(parts[2], "d");
	assert_null(parts[3]);
	assert_null(nx_str_split(pool, "", ',')[0]);
	nx_pool_free(&pool);
}

static void rfc4648_base64(void **state)
{
	static const char *const pairs[][2] = {
		{ "", "" }, { "f", "Zg==" }, { "fo", "Zm8=" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg==" },
		{ "fooba", "Zm9vYmE=" }, { "foobar", "Zm9vYmFy" }, { "\xff\xfe\xfb\xef", "//777w==" },
	};
	static const char *const bad[] = {
		"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "=Zg=", "Zg==Zg==", "Zg= ", " Zg==", "Zm9v\n", "Z-__", "====",
	};
	struct nx_buf buf = NX_BUF_INIT;
	uint8_t out[16];

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		nx_buf_clear(&buf);
		nx_base64_add(&buf, pairs[i][0], strlen(pairs[i][0]));
		assert_string_equal(nx_buf_str(&buf), pairs[i][1]);
		assert_int_equal(nx_base64_decode(out, pairs[i][1], strlen(pairs[i][1])), strlen(pairs[i][0]));
		assert_memory_equal(out, pairs[i][0], strlen(pairs[i][0]));
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(nx_base64_decode(out, bad[i], strlen(bad[i])), -1);
	nx_buf_done(&buf);
}

static void hexadecimal(void **state)
{
	char out[9];

	(void)state;
	nx_hex_encode(out, "\x00\x7f\xa0\xff", 4);
	assert_string_equal(out, "007fa0ff");
}

static void rfc3986_percent_encoding(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);

	(void)state;
	assert_string_equal(nx_str_percent_encode(pool, "", ""), "");
	assert_string_equal(nx_str_percent_encode(pool, "a-Z.0_9~", ""), "a-Z.0_9~");
	assert_string_equal(nx_str_percent_encode(pool, "/a b?\xc3\xa9%", ""), "%2Fa%20b%3F%C3%A9%25");
	assert_string_equal(nx_str_percent_encode(pool, "/a/b c", "/"), "/a/b%20c");
	nx_pool_free(&pool);
}

static void errors_are_cut_at_a_character(void **state)
{
	struct nx_error err = { 0 };
	char text[300];

	(void)state;
	assert_int_equal(nx_fail(NULL, NX_E_GONE, "x"), -1);
	assert_int_equal(nx_fail(&err, NX_E_GONE, "%s is gone", "it"), -1);
	assert_int_equal(err.kind, NX_E_GONE);
	assert_int_equal(nx_fail_prefix(&err, "room %d", 7), -1);
	assert_string_equal(err.text, "room 7: it is gone");
	nx_fail(&err, NX_E_CONFIG, "again: %s", err.text);
	assert_string_equal(err.text, "again: room 7: it is gone");
	for (int shift = 0; shift < 2; shift++) {
		memset(text, 'x', (size_t)shift);
		for (int i = 0; i < 140; i++)
			memcpy(text + shift + 2 * i, "\xd1\x8f", 3);
		nx_fail(&err, NX_E_CONFIG, "%s", text);
		assert_true(nx_utf8_is_valid(err.text, strlen(err.text)));
		assert_in_range(strlen(err.text), sizeof(err.text) - 2, sizeof(err.text) - 1);
		nx_fail_prefix(&err, "%s", text);
		assert_true(nx_utf8_is_valid(err.text, strlen(err.text)));
	}
}

static void random_names(void **state)
{
	char a[65], b[65];

	(void)state;
	nx_rand_name(a, 64);
	nx_rand_name(b, 64);
	assert_int_equal(strspn(a, "abcdefghijklmnopqrstuvwxyz0123456789"), 64);
	assert_int_equal(strlen(a), 64);
	assert_string_not_equal(a, b);
	assert_true(nx_rand_u32() != nx_rand_u32() || nx_rand_u32() != nx_rand_u32());
}

static void faults_by_name(void **state)
{
	(void)state;
	assert_false(nx_fault("a"));
	nx_faults_set("a:3,b");
	assert_false(nx_fault("a"));
	assert_true(nx_fault("b"));
	assert_false(nx_fault("a"));
	assert_true(nx_fault("a"));
	assert_false(nx_fault("a"));
	assert_true(nx_fault("b"));
	assert_false(nx_fault("c"));
	nx_faults_set(NULL);
	assert_false(nx_fault("b"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comparing_and_copying), cmocka_unit_test(numbers), cmocka_unit_test(rfc3629_utf8),
		cmocka_unit_test(texts_are_cut_between_characters), cmocka_unit_test(uris), cmocka_unit_test(splitting),
		cmocka_unit_test(rfc4648_base64), cmocka_unit_test(hexadecimal), cmocka_unit_test(rfc3986_percent_encoding),
		cmocka_unit_test(errors_are_cut_at_a_character), cmocka_unit_test(random_names),
		cmocka_unit_test(faults_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
