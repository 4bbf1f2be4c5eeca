/* See fixture.h. */
#include "fixture.h"

struct nx_pool *pool;

int set_up(void **state)
{
	(void)state;
	pool = nx_pool_new("test", 0);
	return 0;
}

int tear_down(void **state)
{
	(void)state;
	nx_pool_free(&pool);
	return 0;
}
