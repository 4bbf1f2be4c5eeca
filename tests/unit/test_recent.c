/* base/recent: it never holds more than its bound, and it is the longest untouched that go. */
#include "base/recent.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

struct value { uint64_t number; char letter; };

static struct value *touch(struct nx_recent *recent, const char *key)
{
	return nx_recent_touch(recent, key, strlen(key));
}

static struct value *find(struct nx_recent *recent, const char *key)
{
	return nx_recent_find(recent, key, strlen(key));
}

static void values_begin_as_zero_and_stay(void **state)
{
	struct nx_recent *recent = nx_recent_new(sizeof(struct value), 10);

	(void)state;
	assert_null(find(recent, "romeo"));
	assert_int_equal(touch(recent, "romeo")->number, 0);
	touch(recent, "romeo")->number = 7;
	touch(recent, "")->number = 8;          /* the empty key is a key */
	touch(recent, "romeo")->letter = 'r';
	assert_int_equal(find(recent, "romeo")->number, 7);
	assert_int_equal(find(recent, "romeo")->letter, 'r');
	assert_int_equal(find(recent, "")->number, 8);
	assert_int_equal(nx_recent_count(recent), 2);
	nx_recent_free(&recent);
	assert_null(recent);
	nx_recent_free(&recent);
}

static void the_longest_untouched_gives_way(void **state)
{
	struct nx_recent *recent = nx_recent_new(sizeof(struct value), 3);

	(void)state;
	touch(recent, "a")->letter = 'a';
	touch(recent, "b")->letter = 'b';
	touch(recent, "c")->letter = 'c';
	find(recent, "b");                      /* looking is not touching */
	touch(recent, "a");
	touch(recent, "d");
	assert_null(find(recent, "b"));
	assert_int_equal(find(recent, "a")->letter, 'a');
	assert_int_equal(nx_recent_count(recent), 3);
	touch(recent, "e");
	assert_null(find(recent, "c"));
	nx_recent_free(&recent);
}

static void what_is_forgotten_begins_anew(void **state)
{
	struct nx_recent *recent = nx_recent_new(sizeof(struct value), 3);

	(void)state;
	touch(recent, "a")->number = 1;
	nx_recent_forget(recent, "a", 1);
	nx_recent_forget(recent, "never", 5);
	assert_int_equal(nx_recent_count(recent), 0);
	assert_int_equal(touch(recent, "a")->number, 0);
	nx_recent_free(&recent);
}

static void a_flood_of_keys_stays_within_the_bound(void **state)
{
	struct nx_recent *recent = nx_recent_new(sizeof(struct value), 100);

	(void)state;
	for (uint32_t i = 0; i < 10000; i++) {
		struct value *value = nx_recent_touch(recent, &i, sizeof(i));

		assert_int_equal(value->number, 0);
		value->number = i;
		assert_true(nx_recent_count(recent) <= 100);
	}
	for (uint32_t i = 9900; i < 10000; i++)
		assert_int_equal(((struct value *)nx_recent_find(recent, &i, sizeof(i)))->number, i);
	nx_recent_free(&recent);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_begin_as_zero_and_stay),
		cmocka_unit_test(the_longest_untouched_gives_way),
		cmocka_unit_test(what_is_forgotten_begins_anew),
		cmocka_unit_test(a_flood_of_keys_stays_within_the_bound),
	};
	return cmocka_run_group_tests_name("recent", tests, NULL, NULL);
}
