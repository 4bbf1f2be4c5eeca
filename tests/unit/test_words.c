/* xmpp/words: what is the same word for who looks for people. */
#include "xmpp/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/pool.h"

static void words_are_folded(void **state)
{
	static const struct { const char *text, *words; } table[] = {
		{ "", "" }, { " \t\n", "" }, { "%_*'\";--", "" }, { "Juliet", "juliet" }, { "Juliet  Capulet-Montague", "juliet capulet montague" },
		{ "juliet@shakespeare.lit", "juliet shakespeare lit" }, { "5b", "5b" }, { "O'Hara", "o hara" },
		/* case: ß, final sigma, dotted and dotless i, Cherokee */
		{ "STRASSE Straße", "strasse strasse" }, { "ΟΔΥΣΣΕΥΣ Οδυσσευς", "οδυσσευσ οδυσσευσ" }, { "İzmir", "izmir" },
		/* accents, composed and not, and those that were letters of their own */
		{ "Zoë Zoe\u0308 ZOE", "zoe zoe zoe" }, { "Ёлка елка", "елка елка" }, { "Nguyễn", "nguyen" }, { "Łukasz", "łukasz" },
		/* width and other compatibility forms */
		{ "Ｙｕｋｉ", "yuki" }, { "ﬁn", "fin" }, { "ｱｷﾗ", "アキラ" }, { "山田 太郎", "山田 太郎" },
		/* marks alone make no word, and do not part one */
		{ "\u0301\u0302", "" }, { "a\u0301b", "ab" },
		/* not Unicode */
		{ "a\xff" "b", "" }, { "\xed\xa0\x80", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct nx_pool *pool = nx_pool_new("test", 0);
		struct nx_buf joined = NX_BUF_INIT;

		for (char **words = nx_words_of(pool, table[i].text, 10); *words; words++)
			nx_buf_printf(&joined, "%s%s", joined.len > 0 ? " " : "", *words);
		assert_string_equal(nx_buf_str(&joined), table[i].words);
		nx_buf_done(&joined);
		nx_pool_free(&pool);
	}
}

static void there_are_bounds(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	struct nx_buf text = NX_BUF_INIT;
	char **words = nx_words_of(pool, "a b c d", 2);

	(void)state;
	assert_string_equal(words[1], "b");
	assert_null(words[2]);
	/* One word that is too long, cut at a character; what follows it is another. */
	for (int i = 0; i < 100; i++)
		nx_buf_puts(&text, "ж");
	nx_buf_puts(&text, " z");
	words = nx_words_of(pool, nx_buf_str(&text), 2);
	assert_int_equal(strlen(words[0]), NX_WORD_MAX_BYTES);
	assert_string_equal(words[1], "z");
	/* The character that becomes the most: 18 of them, with three blanks inside. */
	nx_buf_clear(&text);
	for (int i = 0; i < 1000; i++)
		nx_buf_puts(&text, "\ufdfa");
	words = nx_words_of(pool, nx_buf_str(&text), 2000);
	assert_string_equal(words[0], "صلى");
	assert_null(words[2000]);
	nx_buf_done(&text);
	nx_pool_free(&pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_folded), cmocka_unit_test(there_are_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
