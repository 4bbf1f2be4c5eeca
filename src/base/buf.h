/* Growable byte buffer on the heap. The contents are always followed by a NUL that len does not count. */
#ifndef NX_BASE_BUF_H
#define NX_BASE_BUF_H

#include <stddef.h>

struct nx_buf {
	char *data;     /* NULL until the first byte is added */
	size_t len, cap;
};

#define NX_BUF_INIT { NULL, 0, 0 }

void nx_buf_init(struct nx_buf *buf);
void nx_buf_done(struct nx_buf *buf);
/* Forgets the contents, keeps the memory. */
void nx_buf_clear(struct nx_buf *buf);
/* For nx_buf_reserve() only: the memory gets larger. */
void nx_buf_grow(struct nx_buf *buf, size_t extra);

/* Makes room for at least extra more bytes and returns where they begin; add to len what you wrote. This and nx_buf_putc() are here because
 * a message is written in some forty pieces, most of which are short. */
static inline char *nx_buf_reserve(struct nx_buf *buf, size_t extra)
{
	if (extra >= buf->cap - buf->len)       /* the closing NUL needs room too */
		nx_buf_grow(buf, extra);
	return buf->data + buf->len;
}

static inline void nx_buf_putc(struct nx_buf *buf, char c)
{
	char *dst = nx_buf_reserve(buf, 1);

	dst[0] = c;
	dst[1] = '\0';
	buf->len++;
}

void nx_buf_add(struct nx_buf *buf, const void *data, size_t len);
void nx_buf_puts(struct nx_buf *buf, const char *s);
void nx_buf_printf(struct nx_buf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Drops the first len bytes. */
void nx_buf_consume(struct nx_buf *buf, size_t len);
/* "" when nothing was ever added. */
const char *nx_buf_str(const struct nx_buf *buf);

#endif
