/* Heap memory that never fails: running out ends the process with one clear line, because a
 * server that cannot allocate sixty bytes cannot answer anybody either. Only base/ calls
 * malloc and free (tests/check-layers); everybody else uses these or, better, a pool. */
#ifndef NX_BASE_MEM_H
#define NX_BASE_MEM_H

#include <stddef.h>

/* Zeroed memory of size bytes; release with nx_mem_free(). */
void *nx_mem_new(size_t size);
/* Zeroed memory for count elements; a product that overflows ends the process. */
void *nx_mem_array(size_t count, size_t size);
/* Like realloc(); new bytes are not zeroed. */
void *nx_mem_resize(void *p, size_t size);
char *nx_mem_strdup(const char *s);
/* Accepts NULL. */
void nx_mem_free(void *p);
/* The same, overwritten before: for what may hold secrets and is not ours to look into. */
void nx_mem_free_wiped(void *p);
/* Gives what is free back to the system, where the C library can; it may take milliseconds. */
void nx_mem_trim(void);

#endif
