/* Pools: memory that dies with the thing it describes (STYLE.md section 4).
 *
 * Five lives, five pools: server, host, session, room, event. A pool hands out zeroed memory,
 * never NULL, and gives all of it back at once. Clean-ups for files, statements and timers hang
 * on the pool and run, last one first, when it is freed or reset. A pool belongs to one thread at a time. */
#ifndef NX_BASE_POOL_H
#define NX_BASE_POOL_H

#include <stdarg.h>
#include <stddef.h>

struct nx_pool;

/* name appears in memory reports and must outlive the pool; first_bytes is the size of the first
 * chunk (0: the default of 512); later chunks double up to 16 KiB; larger requests get their own. */
struct nx_pool *nx_pool_new(const char *name, size_t first_bytes);
/* The same for something of a known size: the first chunk holds bytes of content, and hardly more. For what there are thousands of. */
struct nx_pool *nx_pool_new_for(const char *name, size_t bytes);
void nx_pool_free(struct nx_pool **pool);
/* Runs the clean-ups, forgets everything, keeps only the first chunk: for objects that are recycled. */
void nx_pool_reset(struct nx_pool *pool);
/* The same for pools with secrets: what was there is overwritten first. */
void nx_pool_wipe(struct nx_pool *pool);
/* Bytes taken from the heap. */
size_t nx_pool_size_bytes(const struct nx_pool *pool);

/* Zeroed, aligned for any type. */
void *nx_pool_alloc(struct nx_pool *pool, size_t size);
#define NX_NEW(pool, type) ((type *)nx_pool_alloc((pool), sizeof(type)))
#define NX_NEW_ARRAY(pool, type, count) ((type *)nx_pool_alloc_array((pool), (count), sizeof(type)))
void *nx_pool_alloc_array(struct nx_pool *pool, size_t count, size_t size);

void *nx_pool_memdup(struct nx_pool *pool, const void *data, size_t len);
/* NULL stays NULL. */
char *nx_pool_strdup(struct nx_pool *pool, const char *s);
/* Copies len bytes and adds a NUL. */
char *nx_pool_strndup(struct nx_pool *pool, const char *s, size_t len);
char *nx_pool_printf(struct nx_pool *pool, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *nx_pool_vprintf(struct nx_pool *pool, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));

/* Runs fn(arg) when the pool is freed or reset. */
void nx_pool_on_free(struct nx_pool *pool, void (*fn)(void *arg), void *arg);

#endif
