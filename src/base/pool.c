/* Pools, see pool.h. A pool is a bump pointer over chunks. The struct itself sits at the beginning of the first
 * chunk, so that a pool of 2 KiB is one malloc of 2 KiB. What does not fit opens a new chunk of twice the
 * size of the last one; what is larger than that gets a chunk of its own and leaves the bump pointer where it is.
 * Strings are packed without alignment; memory is zeroed when it is handed out, strings are not. */
#include "base/pool.h"
#include "base/assert.h"
#include "base/mem.h"
#include "base/str.h"
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_FIRST_BYTES 512
#define MAX_CHUNK_BYTES (16 * 1024)

struct chunk {
	struct chunk *next;
	size_t bytes;                   /* with this header */
	alignas(max_align_t) char data[];
};

struct cleanup {
	struct cleanup *next;
	void (*fn)(void *arg);
	void *arg;
};

struct nx_pool {
	char *pos, *end;                /* free part of the chunk in use */
	struct chunk *chunks;           /* all but the first */
	struct cleanup *cleanups;       /* newest first */
	const char *name;
	uint32_t first_bytes, next_bytes;
	size_t size_bytes;
	alignas(max_align_t) char data[];
};

struct nx_pool *nx_pool_new(const char *name, size_t first_bytes)
{
	struct nx_pool *pool;

	if (first_bytes == 0)
		first_bytes = DEFAULT_FIRST_BYTES;
	if (first_bytes < sizeof(*pool) + alignof(max_align_t))
		first_bytes = sizeof(*pool) + alignof(max_align_t);
	nx_assert(first_bytes <= UINT32_MAX / 2);
	pool = nx_mem_resize(NULL, first_bytes);
	*pool = (struct nx_pool){ .name = name, .first_bytes = (uint32_t)first_bytes };
	nx_pool_reset(pool);
	return pool;
}

struct nx_pool *nx_pool_new_for(const char *name, size_t bytes)
{
	return nx_pool_new(name, sizeof(struct nx_pool) + bytes);
}

static void run_cleanups(struct nx_pool *pool)
{
	while (pool->cleanups) {
		struct cleanup *c = pool->cleanups;

		pool->cleanups = c->next;
		c->fn(c->arg);
	}
}

static void free_chunks(struct nx_pool *pool)
{
	while (pool->chunks) {
		struct chunk *c = pool->chunks;

		pool->chunks = c->next;
		nx_mem_free(c);
	}
}

void nx_pool_free(struct nx_pool **pool)
{
	if (*pool) {
		run_cleanups(*pool);
		free_chunks(*pool);
		nx_mem_free(*pool);
	}
	*pool = NULL;
}

void nx_pool_reset(struct nx_pool *pool)
{
	run_cleanups(pool);
	free_chunks(pool);
	pool->pos = pool->data;
	pool->end = (char *)pool + pool->first_bytes;
	pool->size_bytes = pool->first_bytes;
	pool->next_bytes = pool->first_bytes;
}

void nx_pool_wipe(struct nx_pool *pool)
{
	run_cleanups(pool);
	for (struct chunk *c = pool->chunks; c; c = c->next)
		nx_secret_wipe(c->data, c->bytes - sizeof(*c));
	nx_secret_wipe(pool->data, pool->first_bytes - sizeof(*pool));
	nx_pool_reset(pool);
}

size_t nx_pool_size_bytes(const struct nx_pool *pool)
{
	return pool->size_bytes;
}

static struct chunk *add_chunk(struct nx_pool *pool, size_t bytes)
{
	struct chunk *c = nx_mem_resize(NULL, bytes);

	c->next = pool->chunks;
	c->bytes = bytes;
	pool->chunks = c;
	pool->size_bytes += bytes;
	return c;
}

static char *alloc_from_new_chunk(struct nx_pool *pool, size_t size)
{
	size_t bytes = pool->next_bytes * 2;
	struct chunk *c;

	nx_assert(size <= SIZE_MAX / 2);
	if (bytes > MAX_CHUNK_BYTES)
		bytes = MAX_CHUNK_BYTES;
	if (size > bytes - sizeof(*c))
		return add_chunk(pool, sizeof(*c) + size)->data;
	c = add_chunk(pool, bytes);
	pool->next_bytes = (uint32_t)bytes;
	pool->pos = c->data + size;
	pool->end = (char *)c + bytes;
	return c->data;
}

static inline char *alloc_bytes(struct nx_pool *pool, size_t size)
{
	char *p = pool->pos;

	if (size > (size_t)(pool->end - p))
		return alloc_from_new_chunk(pool, size);
	pool->pos = p + size;
	return p;
}

void *nx_pool_alloc(struct nx_pool *pool, size_t size)
{
	size_t gap = -(uintptr_t)pool->pos & (alignof(max_align_t) - 1);
	size_t left = (size_t)(pool->end - pool->pos);
	char *p;

	if (gap <= left && size <= left - gap) {
		p = pool->pos + gap;
		pool->pos = p + size;
	} else {
		p = alloc_from_new_chunk(pool, size);
	}
	return memset(p, 0, size);
}

void *nx_pool_alloc_array(struct nx_pool *pool, size_t count, size_t size)
{
	nx_assert(size == 0 || count <= SIZE_MAX / 2 / size);
	return nx_pool_alloc(pool, count * size);
}

void *nx_pool_memdup(struct nx_pool *pool, const void *data, size_t len)
{
	char *p = nx_pool_alloc(pool, len);

	return len ? memcpy(p, data, len) : p;
}

char *nx_pool_strdup(struct nx_pool *pool, const char *s)
{
	return s ? nx_pool_strndup(pool, s, strlen(s)) : NULL;
}

char *nx_pool_strndup(struct nx_pool *pool, const char *s, size_t len)
{
	char *p;

	nx_assert(len < SIZE_MAX / 2);
	p = alloc_bytes(pool, len + 1);
	if (len)
		memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

char *nx_pool_vprintf(struct nx_pool *pool, const char *fmt, va_list ap)
{
	size_t left = (size_t)(pool->end - pool->pos);
	va_list again;
	char *p;
	int len;

	va_copy(again, ap);
	len = vsnprintf(pool->pos, left, fmt, ap);
	nx_assert(len >= 0);
	p = alloc_bytes(pool, (size_t)len + 1);
	if ((size_t)len >= left)        /* it did not fit where it was tried */
		vsnprintf(p, (size_t)len + 1, fmt, again);
	va_end(again);
	return p;
}

char *nx_pool_printf(struct nx_pool *pool, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = nx_pool_vprintf(pool, fmt, ap);
	va_end(ap);
	return p;
}

void nx_pool_on_free(struct nx_pool *pool, void (*fn)(void *arg), void *arg)
{
	struct cleanup *c = NX_NEW(pool, struct cleanup);

	*c = (struct cleanup){ .next = pool->cleanups, .fn = fn, .arg = arg };
	pool->cleanups = c;
}
