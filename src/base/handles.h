/* Handles: how work that takes long remembers an object which may be gone when the answer comes.
 * A handle is slot + generation in 64 bits; 0 is never a handle. Loop thread only. */
#ifndef NX_BASE_HANDLES_H
#define NX_BASE_HANDLES_H

#include <stdint.h>

struct nx_handles;

struct nx_handles *nx_handles_new(void);
void nx_handles_free(struct nx_handles **handles);
uint64_t nx_handles_add(struct nx_handles *handles, void *object);
/* NULL when the object was removed, however often its slot was used since. */
void *nx_handles_find(const struct nx_handles *handles, uint64_t handle);
void nx_handles_remove(struct nx_handles *handles, uint64_t handle);
/* Walks all objects: *pos begins at 0; NULL at the end. Removing the current one is allowed. */
void *nx_handles_next(const struct nx_handles *handles, uint32_t *pos);
uint32_t nx_handles_count(const struct nx_handles *handles);

#endif
