/* base/pool: zeroed and aligned memory, chunks, clean-ups, reset. */
#include "base/pool.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

static bool is_zero(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (p[i])
			return false;
	return true;
}

static void memory_is_zeroed_aligned_and_apart(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	char *former[200];

	(void)state;
	for (size_t i = 0; i < 200; i++) {
		char *p = nx_pool_alloc(pool, i * 7);

		nx_pool_strndup(pool, "odd", i % 4);
		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		assert_true(is_zero(p, i * 7));
		memset(p, (int)i, i * 7);
		former[i] = p;
	}
	for (size_t i = 1; i < 200; i++) {
		assert_int_equal((unsigned char)former[i][0], i);
		assert_int_equal((unsigned char)former[i][i * 7 - 1], i);
	}
	nx_pool_free(&pool);
	assert_null(pool);
	nx_pool_free(&pool);
}

static void memory_is_zeroed_after_a_reset(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 2048);

	(void)state;
	for (int round = 0; round < 3; round++) {
		char *p = nx_pool_alloc(pool, 1500);

		assert_true(is_zero(p, 1500));
		memset(p, 0xff, 1500);
		nx_pool_reset(pool);
	}
	nx_pool_free(&pool);
}

static void a_wiped_pool_holds_nothing(void **state)
{
	struct nx_pool *pool = nx_pool_new("secret", 1024);
	char *secret = nx_pool_strdup(pool, "the password");
	static const char zeros[13];

	(void)state;
	/* Chunks of both kinds: the next one, and one of its own. */
	nx_pool_alloc(pool, 1500);
	nx_pool_alloc(pool, 100000);
	nx_pool_wipe(pool);
	assert_memory_equal(secret, zeros, sizeof(zeros));
	assert_int_equal(nx_pool_size_bytes(pool), 1024);
	nx_pool_free(&pool);
}

static void sizes_are_counted_and_chunks_double_up_to_16_kib(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 2048);
	size_t before;

	(void)state;
	assert_int_equal(nx_pool_size_bytes(pool), 2048);
	nx_pool_alloc(pool, 1900);
	assert_int_equal(nx_pool_size_bytes(pool), 2048);
	nx_pool_alloc(pool, 1000);
	assert_int_equal(nx_pool_size_bytes(pool), 2048 + 4096);
	before = nx_pool_size_bytes(pool);
	nx_pool_alloc(pool, 100000);
	assert_in_range(nx_pool_size_bytes(pool), before + 100000, before + 100100);
	before = nx_pool_size_bytes(pool);
	nx_pool_alloc(pool, 100);       /* the large one left the chunk in use alone */
	assert_int_equal(nx_pool_size_bytes(pool), before);
	for (int i = 0; i < 1000; i++)
		nx_pool_alloc(pool, 1000);
	assert_true(nx_pool_size_bytes(pool) < before + 1000 * 1100);
	nx_pool_reset(pool);
	assert_int_equal(nx_pool_size_bytes(pool), 2048);
	nx_pool_free(&pool);
}

static struct { int order[8]; int count; struct nx_pool *pool; } seen;

static void note(void *arg)
{
	seen.order[seen.count++] = *(int *)arg;
}

static void note_and_add(void *arg)
{
	note(arg);
	nx_pool_on_free(seen.pool, note, arg);
}

static void clean_ups_run_last_first_once(void **state)
{
	static int numbers[] = { 1, 2, 3 };

	(void)state;
	seen.count = 0;
	seen.pool = nx_pool_new("test", 0);
	nx_pool_on_free(seen.pool, note, &numbers[0]);
	nx_pool_on_free(seen.pool, note_and_add, &numbers[1]);
	nx_pool_on_free(seen.pool, note, &numbers[2]);
	nx_pool_reset(seen.pool);
	assert_int_equal(seen.count, 4);
	assert_memory_equal(seen.order, ((int[]){ 3, 2, 2, 1 }), 4 * sizeof(int));
	nx_pool_on_free(seen.pool, note, &numbers[0]);
	nx_pool_free(&seen.pool);
	assert_int_equal(seen.count, 5);
}

static void strings(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	char *s;

	(void)state;
	assert_null(nx_pool_strdup(pool, NULL));
	assert_string_equal(nx_pool_strdup(pool, ""), "");
	assert_string_equal(nx_pool_strndup(pool, "hello", 2), "he");
	assert_memory_equal(nx_pool_memdup(pool, "a\0b", 3), "a\0b", 3);
	for (int width = 1; width < 1500; width += 7) {
		s = nx_pool_printf(pool, "%d %0*d", width, width, 0);
		assert_int_equal(strspn(strchr(s, ' ') + 1, "0"), width);
	}
	nx_pool_free(&pool);
}

static void a_known_size_fits_into_the_first_chunk(void **state)
{
	struct nx_pool *pool = nx_pool_new_for("test", 100 + 21);
	size_t before = nx_pool_size_bytes(pool);

	(void)state;
	nx_pool_alloc(pool, 100);
	nx_pool_strdup(pool, "twenty characters...");
	assert_int_equal(nx_pool_size_bytes(pool), before);
	nx_pool_free(&pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
		cmocka_unit_test(memory_is_zeroed_after_a_reset),
		cmocka_unit_test(a_wiped_pool_holds_nothing),
		cmocka_unit_test(sizes_are_counted_and_chunks_double_up_to_16_kib),
		cmocka_unit_test(a_known_size_fits_into_the_first_chunk),
		cmocka_unit_test(clean_ups_run_last_first_once), cmocka_unit_test(strings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
