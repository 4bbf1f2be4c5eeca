/* A bounded memory: keys (bytes) with a small value each, of one size. When it is full, the key that was longest not touched gives way,
 * so that who invents keys (addresses, names) cannot make it grow. For counts of failures and attempts. */
#ifndef NX_BASE_RECENT_H
#define NX_BASE_RECENT_H

#include <stddef.h>

struct nx_recent;

struct nx_recent *nx_recent_new(size_t value_bytes, size_t max_keys);
void nx_recent_free(struct nx_recent **recent);
size_t nx_recent_count(const struct nx_recent *recent);
/* The key's value, borrowed until the next touch or forget; NULL: it is not here. */
void *nx_recent_find(const struct nx_recent *recent, const void *key, size_t key_len);
/* The same, but it becomes the youngest, and is made (zeroed) when it was not here; the oldest goes when there are too many. */
void *nx_recent_touch(struct nx_recent *recent, const void *key, size_t key_len);
/* A key that is not here is accepted. */
void nx_recent_forget(struct nx_recent *recent, const void *key, size_t key_len);

#endif
