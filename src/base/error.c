/* Filling an error, see error.h. Texts are formatted beside err first, because an argument may be
 * err->text itself. */
#include "base/error.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define LONGEST 8192            /* a text is made in this, then shortened */
#define HEAD_BYTES 100
#define ELLIPSIS "\xe2\x80\xa6"

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The beginning says what happened, the end what to do; a path between them gives way. */
static void set_text(struct nx_error *err, const char *text)
{
	size_t len = strlen(text), head = HEAD_BYTES, tail;

	if (len < sizeof(err->text)) {
		memcpy(err->text, text, len + 1);
		return;
	}
	while (is_continuation(text[head]))
		head--;
	tail = len - (sizeof(err->text) - 1 - head - strlen(ELLIPSIS));
	while (is_continuation(text[tail]))
		tail++;
	memcpy(err->text, text, head);
	memcpy(err->text + head, ELLIPSIS, strlen(ELLIPSIS));
	memcpy(err->text + head + strlen(ELLIPSIS), text + tail, len - tail + 1);
}

int nx_vfail(struct nx_error *err, enum nx_error_kind kind, const char *fmt, va_list ap)
{
	char text[LONGEST];

	if (!err)
		return -1;
	vsnprintf(text, sizeof(text), fmt, ap);
	err->kind = kind;
	set_text(err, text);
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
	char prefix[LONGEST], text[LONGEST + sizeof(err->text) + 2];
	va_list ap;

	if (!err)
		return -1;
	va_start(ap, fmt);
	vsnprintf(prefix, sizeof(prefix), fmt, ap);
	va_end(ap);
	snprintf(text, sizeof(text), "%s: %s", prefix, err->text);
	set_text(err, text);
	return -1;
}
