/* base/map against a plain array, and removal while iterating. */
#include "base/map.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define COUNT 3000

struct thing { char key[24]; size_t len; bool is_in; };

static struct thing things[COUNT];

static void set_up(void)
{
	for (int i = 0; i < COUNT; i++) {
		things[i].len = (size_t)snprintf(things[i].key, sizeof(things[i].key), "%.*s%d", i % 12, "abcdefghijkl", i);
		things[i].is_in = false;
	}
}

static void agrees_with_an_array(void **state)
{
	struct nx_map *map = nx_map_new();
	size_t count = 0;
	uint32_t dice = 1;

	(void)state;
	set_up();
	for (int step = 0; step < 100000; step++) {
		struct thing *t;

		dice = dice * 1664525 + 1013904223;
		/* the number of keys in play grows and shrinks */
		t = &things[(dice >> 8) % (step % 20000 < 10000 ? COUNT : 100)];
		if (dice >> 31) {
			assert_ptr_equal(nx_map_set(map, t->key, t->len, t), t->is_in ? t : NULL);
			count += !t->is_in;
			t->is_in = true;
		} else {
			assert_ptr_equal(nx_map_remove(map, t->key, t->len), t->is_in ? t : NULL);
			count -= t->is_in;
			t->is_in = false;
		}
		assert_int_equal(nx_map_count(map), count);
	}
	for (int i = 0; i < COUNT; i++)
		assert_ptr_equal(nx_map_find(map, things[i].key, things[i].len), things[i].is_in ? &things[i] : NULL);
	nx_map_free(&map);
	assert_null(map);
}

static void removing_while_iterating_skips_nothing(void **state)
{
	struct nx_map *map = nx_map_new();
	struct nx_map_iter it = { 0 };
	struct thing *t;
	int seen = 0;

	(void)state;
	set_up();
	for (int i = 0; i < COUNT; i++)
		nx_map_set(map, things[i].key, things[i].len, &things[i]);
	while ((t = nx_map_next(map, &it)) != NULL) {
		assert_false(t->is_in);
		t->is_in = true;
		seen++;
		if (seen % 3)
			assert_ptr_equal(nx_map_remove(map, t->key, t->len), t);
	}
	assert_int_equal(seen, COUNT);
	assert_int_equal(nx_map_count(map), COUNT / 3);
	nx_map_free(&map);
}

static void keys_are_bytes_and_the_new_one_is_kept(void **state)
{
	struct nx_map *map = nx_map_new();
	char first[] = "a\0b", second[] = "a\0b";
	int one, two;

	(void)state;
	assert_null(nx_map_find(map, "x", 1));
	assert_null(nx_map_remove(map, "x", 1));
	nx_map_set(map, first, 3, &one);
	assert_null(nx_map_find(map, "a\0c", 3));
	assert_null(nx_map_find(map, "a", 1));
	assert_ptr_equal(nx_map_set(map, second, 3, &two), &one);
	first[0] = 'z';
	assert_ptr_equal(nx_map_find(map, "a\0b", 3), &two);
	nx_map_set(map, "", 0, &one);
	assert_ptr_equal(nx_map_find(map, "", 0), &one);
	nx_map_free(&map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_an_array), cmocka_unit_test(removing_while_iterating_skips_nothing),
		cmocka_unit_test(keys_are_bytes_and_the_new_one_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
