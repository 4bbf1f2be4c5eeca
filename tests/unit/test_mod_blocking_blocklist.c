/* Which address an item means (XEP-0191 section 6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

#include "base/pool.h"
#include "mod_blocking/blocklist.h"

static const struct { const char *item, *jid; bool matches; } rows[] = {
	/* rule 1: only that resource */
	{ "tybalt@capulet.example/hall", "tybalt@capulet.example/hall", true },
	{ "tybalt@capulet.example/hall", "tybalt@capulet.example/Hall", false },
	{ "tybalt@capulet.example/hall", "tybalt@capulet.example/hall/2", false },
	{ "tybalt@capulet.example/hall", "tybalt@capulet.example", false },
	{ "tybalt@capulet.example/hall", "capulet.example/hall", false },
	/* rule 2: any resource */
	{ "tybalt@capulet.example", "tybalt@capulet.example", true },
	{ "tybalt@capulet.example", "tybalt@capulet.example/hall", true },
	{ "tybalt@capulet.example", "tybalt2@capulet.example", false },
	{ "tybalt@capulet.example", "capulet.example", false },
	{ "tybalt@capulet.example", "tybalt@sub.capulet.example", false },
	/* rule 3: only that resource of the domain itself */
	{ "capulet.example/gate", "capulet.example/gate", true },
	{ "capulet.example/gate", "capulet.example", false },
	{ "capulet.example/gate", "tybalt@capulet.example/gate", false },
	/* rule 4: the domain, everybody and every resource there */
	{ "capulet.example", "capulet.example", true },
	{ "capulet.example", "capulet.example/gate", true },
	{ "capulet.example", "tybalt@capulet.example", true },
	{ "capulet.example", "tybalt@capulet.example/hall", true },
	{ "capulet.example", "tybalt@sub.capulet.example", false },
	{ "capulet.example", "xcapulet.example", false },
};

static void xep0191_6_matching(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct nx_pool *pool = nx_pool_new("test", 0);
		struct blocklist *list = blocklist_new(pool);
		struct nx_jid item, jid;

		assert_int_equal(nx_jid_parse(pool, rows[i].item, &item, NULL), 0);
		assert_int_equal(nx_jid_parse(pool, rows[i].jid, &jid, NULL), 0);
		assert_true(blocklist_add(list, item.full));
		if (blocklist_matches(list, &jid) != rows[i].matches)
			fail_msg("item %s, address %s", rows[i].item, rows[i].jid);
		nx_pool_free(&pool);
	}
}

static void a_list_is_a_set(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	struct blocklist *list = blocklist_new(pool);
	struct nx_map_iter it = {0};
	struct nx_jid jid;

	(void)state;
	assert_int_equal(nx_jid_parse(pool, "a@b.example", &jid, NULL), 0);
	assert_false(blocklist_matches(NULL, &jid));
	assert_false(blocklist_matches(list, &jid));
	assert_false(blocklist_remove(list, "a@b.example"));
	assert_null(blocklist_next(list, &it));
	assert_true(blocklist_add(list, "a@b.example"));
	assert_false(blocklist_add(list, "a@b.example"));
	assert_int_equal(blocklist_count(list), 1);
	assert_true(blocklist_remove(list, "a@b.example"));
	assert_false(blocklist_matches(list, &jid));
	for (unsigned i = 0; i < 100; i++) {
		char text[32];

		snprintf(text, sizeof(text), "u%u@b.example", i);
		assert_true(blocklist_add(list, text));
	}
	assert_int_equal(blocklist_count(list), 100);
	blocklist_clear(list);
	assert_int_equal(blocklist_count(list), 0);
	nx_pool_free(&pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xep0191_6_matching),
		cmocka_unit_test(a_list_is_a_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
