/* Filling an error, see error.h. Texts are formatted beside err first, because an argument may be
 * err->text itself. */
#include "base/error.h"
#include <stdio.h>
#include <string.h>

/* Copies text, cut at the beginning of the UTF-8 character that does not fit any more. */
static void set_text(struct nx_error *err, const char *text)
{
	size_t len = strlen(text);

	if (len >= sizeof(err->text)) {
		len = sizeof(err->text) - 1;
		while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	}
	memcpy(err->text, text, len);
	err->text[len] = '\0';
}

int nx_fail(struct nx_error *err, enum nx_error_kind kind, const char *fmt, ...)
{
	char text[sizeof(err->text) + 4];
	va_list ap;

	if (!err)
		return -1;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	err->kind = kind;
	set_text(err, text);
	return -1;
}

int nx_fail_prefix(struct nx_error *err, const char *fmt, ...)
{
	char text[2 * sizeof(err->text) + 4];
	va_list ap;
	size_t len;

	if (!err)
		return -1;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(err->text), fmt, ap);
	va_end(ap);
	len = strlen(text);
	snprintf(text + len, sizeof(text) - len, ": %s", err->text);
	set_text(err, text);
	return -1;
}
