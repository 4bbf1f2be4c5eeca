/* What most tests of values need: one pool that lives as long as the case. */
#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

#include "base/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* New before every case, freed after it; a case may put another one in its place. */
extern struct nx_pool *pool;

int set_up(void **state);
int tear_down(void **state);

/* A row of main()'s table. */
#define CASE(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

#endif
