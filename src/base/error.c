/* Filling an error, see error.h. Texts are formatted beside err first, because an argument may be
 * err->text itself. */
#include "base/error.h"
#include <stdio.h>
#include <string.h>

/* Enough for one more character than fits, so that cut() sees whether it was whole. */
#define TEXT_SIZE (sizeof(((struct nx_error *)0)->text) + 4)

/* Ends text before the UTF-8 character that does not fit into err->text any more. */
static void cut(char *text)
{
	size_t len = TEXT_SIZE - 4 - 1;

	if (strlen(text) <= len)
		return;
	while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	text[len] = '\0';
}

int nx_vfail(struct nx_error *err, enum nx_error_kind kind, const char *fmt, va_list ap)
{
	char text[TEXT_SIZE] = "";

	if (!err)
		return -1;
	vsnprintf(text, sizeof(text), fmt, ap);
	cut(text);
	err->kind = kind;
	memcpy(err->text, text, sizeof(err->text));
	return -1;
}

int nx_fail(struct nx_error *err, enum nx_error_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	nx_vfail(err, kind, fmt, ap);
	va_end(ap);
	return -1;
}

int nx_fail_prefix(struct nx_error *err, const char *fmt, ...)
{
	char text[TEXT_SIZE] = "";
	va_list ap;
	size_t len;

	if (!err)
		return -1;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	cut(text);
	len = strlen(text);
	snprintf(text + len, sizeof(text) - len, ": %s", err->text);
	cut(text);
	memcpy(err->text, text, sizeof(err->text));
	return -1;
}
