/* modules/mod_proxy65/socks: SOCKS5 as XEP-0065 uses it (RFC 1928), whole, byte by byte and cut short. */
#include "mod_proxy65/socks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"

#define HASH "0123456789abcdef0123456789ABCDEF01234567"
#define TEXT(s) { s, sizeof(s) - 1 }
struct text { const char *data; size_t len; };

static const struct {
	struct text in;
	enum socks_step step;
	struct text answer;
	size_t left;            /* bytes that are no part of it */
} table[] = {
	{ TEXT("\5\1\0\5\1\0\3\x28" HASH "\0\0"), SOCKS_ASKED, TEXT("\5\0"), 0 },
	{ TEXT("\5\2\2\0\5\1\0\3\x28" HASH "\1\2early"), SOCKS_ASKED, TEXT("\5\0"), 5 },
	{ TEXT("\5\1\2"), SOCKS_REFUSED, TEXT("\5\xff"), 0 },
	{ TEXT("\5\0"), SOCKS_REFUSED, TEXT("\5\xff"), 0 },
	{ TEXT("\4\1"), SOCKS_REFUSED, TEXT(""), 1 },
	{ TEXT("\5\1\0\4\1\0\3\x28"), SOCKS_REFUSED, TEXT("\5\0"), 4 },
	{ TEXT("\5\1\0\5\2\0\3\x28"), SOCKS_REFUSED, TEXT("\5\0\5\7\0\1\0\0\0\0\0\0"), 0 },
	{ TEXT("\5\1\0\5\1\0\1\x7f\0\0\1"), SOCKS_REFUSED, TEXT("\5\0\5\x8\0\1\0\0\0\0\0\0"), 3 },
	{ TEXT("\5\1\0\5\1\0\3\x27"), SOCKS_REFUSED, TEXT("\5\0\5\2\0\1\0\0\0\0\0\0"), 0 },
	{ TEXT("\5\1\0\5\1\0\3\x28" "0123456789abcdef0123456789abcdef0123456g\0\0"), SOCKS_REFUSED, TEXT("\5\0\5\2\0\1\0\0\0\0\0\0"), 0 },
};
#define ROWS (sizeof(table) / sizeof(table[0]))

static void require_answer(const struct nx_buf *answer, const struct text *wanted)
{
	assert_int_equal(answer->len, wanted->len);
	assert_true(wanted->len == 0 || memcmp(answer->data, wanted->data, wanted->len) == 0);
}

static void whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct socks socks = {0};
		struct nx_buf answer = NX_BUF_INIT;

		assert_int_equal(socks_feed(&socks, table[i].in.data, table[i].in.len, &answer), table[i].in.len - table[i].left);
		assert_int_equal(socks.step, table[i].step);
		require_answer(&answer, &table[i].answer);
		assert_int_equal(socks_feed(&socks, "more", 4, &answer), 0);
		nx_buf_done(&answer);
	}
}

static void byte_by_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct socks socks = {0};
		struct nx_buf answer = NX_BUF_INIT;
		size_t used = 0;

		for (size_t j = 0; j < table[i].in.len; j++)
			used += socks_feed(&socks, table[i].in.data + j, 1, &answer);
		assert_int_equal(used, table[i].in.len - table[i].left);
		assert_int_equal(socks.step, table[i].step);
		require_answer(&answer, &table[i].answer);
		nx_buf_done(&answer);
	}
}

static void cut_short_it_waits(void **state)
{
	(void)state;
	for (size_t len = 0; len < table[0].in.len; len++) {
		struct socks socks = {0};
		struct nx_buf answer = NX_BUF_INIT;

		socks_feed(&socks, table[0].in.data, len, &answer);
		assert_int_equal(socks.step, len < 3 ? SOCKS_GREETING : SOCKS_REQUEST);
		nx_buf_done(&answer);
	}
}

static void the_answer_repeats_address_and_port(void **state)
{
	struct socks socks = {0};
	struct nx_buf answer = NX_BUF_INIT;

	(void)state;
	socks_feed(&socks, table[1].in.data, table[1].in.len, &answer);
	assert_string_equal(socks.hash, "0123456789abcdef0123456789abcdef01234567");
	nx_buf_clear(&answer);
	socks_answer(&socks, SOCKS_GRANTED, &answer);
	require_answer(&answer, &(struct text)TEXT("\5\0\0\3\x28" HASH "\1\2"));
	nx_buf_clear(&answer);
	socks_answer(&socks, SOCKS_NOT_ALLOWED, &answer);
	require_answer(&answer, &(struct text)TEXT("\5\2\0\3\x28" HASH "\1\2"));
	nx_buf_done(&answer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole),
		cmocka_unit_test(byte_by_byte),
		cmocka_unit_test(cut_short_it_waits),
		cmocka_unit_test(the_answer_repeats_address_and_port),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
