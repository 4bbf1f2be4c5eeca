/* The end of a process that found itself wrong, see assert.h. */
#include "base/assert.h"
#include <stdio.h>
#include <stdlib.h>

_Noreturn void nx_assert_failed(const char *expr, const char *file, int line)
{
	fprintf(stderr, "nexa: this cannot be: %s (%s:%d); the process ends\n", expr, file, line);
	abort();
}
