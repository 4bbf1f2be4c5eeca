/* What names look like: Unicode TR 39 sections 4 and 5.2. */
#include "xmpp/look.h"

#include "fixture.h"

struct pair { const char *one, *other; bool is_same; };

static const struct pair pairs[] = {
	{ "anna", "anna", true },
	{ "anna", "\u0430nn\u0430", true },             /* Cyrillic */
	{ "anna", "Anna", true },
	{ "bill", "bi11", true },
	{ "modern", "modem", true },
	{ "Modern", "modem", true },
	{ "Iouis", "louis", true },
	{ "o", "0", true },
	{ "\u00e4rztin", "a\u0308rztin", true },        /* one character or two */
	{ "\u265a", "\u265a", true },
	{ "anna", "anne", false },
	{ "\u0438\u0432\u0430\u043d", "\u0431\u0432\u0430\u043d", false },
	{ "anna", "anna\u2800", true },                  /* what cannot be seen */
	{ "anna", "an\u3164na", true },
	{ "", "\u2800\u115f\u3164\u17b4", true },
	{ "", "a", false },
};

static void test_pairs(void **state)
{
	struct nx_looks *looks = nx_looks_new();

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		const char *one = nx_look_of(looks, pool, pairs[i].one), *other = nx_look_of(looks, pool, pairs[i].other);

		assert_non_null(one);
		assert_non_null(other);
		if (pairs[i].is_same)
			assert_string_equal(one, other);
		else
			assert_string_not_equal(one, other);
	}
	nx_looks_free(&looks);
	assert_null(looks);
}

static void test_honest(void **state)
{
	struct nx_looks *looks = nx_looks_new();

	(void)state;
	assert_true(nx_look_is_honest(looks, "anna"));
	assert_true(nx_look_is_honest(looks, "\u0438\u0432\u0430\u043d"));
	assert_true(nx_look_is_honest(looks, "anna\u5c71"));
	assert_false(nx_look_is_honest(looks, "\u0430nna"));
	assert_false(nx_look_is_honest(looks, "anna\u0308\u0308\u0308"));
	nx_looks_free(&looks);
}

static void test_too_much(void **state)
{
	struct nx_looks *looks = nx_looks_new();
	char *text = nx_pool_alloc(pool, 20001);

	(void)state;
	for (size_t i = 0; i < 20000; i++)
		text[i] = 'm';
	assert_null(nx_look_of(looks, pool, text));
	assert_null(nx_look_of(looks, pool, "\xff\xfe"));
	nx_looks_free(&looks);
}

int main(void)
{
	const struct CMUnitTest tests[] = { CASE(test_pairs), CASE(test_honest), CASE(test_too_much) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
