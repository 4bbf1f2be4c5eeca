/* Growable byte buffer, see buf.h. cap counts the room for the closing NUL; it doubles, so that adding is
 * cheap on average. */
#include "base/buf.h"
#include "base/assert.h"
#include "base/mem.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define FIRST_CAP 128

void nx_buf_init(struct nx_buf *buf)
{
	*buf = (struct nx_buf)NX_BUF_INIT;
}

void nx_buf_done(struct nx_buf *buf)
{
	nx_mem_free(buf->data);
	nx_buf_init(buf);
}

void nx_buf_clear(struct nx_buf *buf)
{
	buf->len = 0;
	if (buf->data)
		buf->data[0] = '\0';
}

void nx_buf_grow(struct nx_buf *buf, size_t extra)
{
	size_t need = buf->len + extra + 1;
	size_t cap = buf->cap ? buf->cap : FIRST_CAP;

	nx_assert(need > extra && need <= SIZE_MAX / 2);
	while (cap < need)
		cap *= 2;
	buf->data = nx_mem_resize(buf->data, cap);
	buf->cap = cap;
}

void nx_buf_add(struct nx_buf *buf, const void *data, size_t len)
{
	char *dst = nx_buf_reserve(buf, len);

	if (len)
		memcpy(dst, data, len);
	dst[len] = '\0';
	buf->len += len;
}

void nx_buf_puts(struct nx_buf *buf, const char *s)
{
	nx_buf_add(buf, s, strlen(s));
}

void nx_buf_printf(struct nx_buf *buf, const char *fmt, ...)
{
	va_list ap;
	int len;

	nx_buf_reserve(buf, 64);
	va_start(ap, fmt);
	len = vsnprintf(buf->data + buf->len, buf->cap - buf->len, fmt, ap);
	va_end(ap);
	nx_assert(len >= 0);
	if ((size_t)len >= buf->cap - buf->len) {
		nx_buf_reserve(buf, (size_t)len);
		va_start(ap, fmt);
		vsnprintf(buf->data + buf->len, buf->cap - buf->len, fmt, ap);
		va_end(ap);
	}
	buf->len += (size_t)len;
}

void nx_buf_consume(struct nx_buf *buf, size_t len)
{
	nx_assert(len <= buf->len);
	if (len == 0)
		return;
	memmove(buf->data, buf->data + len, buf->len - len);
	buf->len -= len;
	buf->data[buf->len] = '\0';
}

const char *nx_buf_str(const struct nx_buf *buf)
{
	if (!buf->data)
		return "";
	buf->data[buf->len] = '\0';     /* who filled a reserve by hand wrote none */
	return buf->data;
}
