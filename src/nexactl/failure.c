/* Refusals in one line (failure.h). */
#include "nexactl/failure.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/str.h"

int fail(struct failure *why, int exit_code, const char *condition, const char *fmt, ...)
{
	va_list ap;

	why->exit_code = exit_code;
	nx_str_copy(why->condition, sizeof(why->condition), condition);
	va_start(ap, fmt);
	vsnprintf(why->text, sizeof(why->text), fmt, ap);
	va_end(ap);
	return -1;
}
