/* Heap memory that never fails, see mem.h. The only place beside OpenSSL and libc that calls malloc. */
#include "base/mem.h"
#include "base/str.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

_Noreturn static void out_of_memory(size_t size)
{
	fprintf(stderr, "nexa: out of memory: %zu more bytes are not to be had; the process ends\n", size);
	abort();
}

void *nx_mem_new(size_t size)
{
	void *p = calloc(1, size ? size : 1);

	if (!p)
		out_of_memory(size);
	return p;
}

void *nx_mem_array(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory(SIZE_MAX);
	return nx_mem_new(count * size);
}

void *nx_mem_resize(void *p, size_t size)
{
	void *moved = realloc(p, size ? size : 1);

	if (!moved)
		out_of_memory(size);
	return moved;
}

char *nx_mem_strdup(const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(nx_mem_resize(NULL, size), s, size);
}

void nx_mem_free(void *p)
{
	free(p);
}

void nx_mem_free_wiped(void *p)
{
	if (p)
		nx_secret_wipe(p, malloc_usable_size(p));
	free(p);
}

/* glibc returns by itself only what is free at the end of the heap, and that hardly ever is. */
void nx_mem_trim(void)
{
#ifdef HAVE_MALLOC_TRIM
	malloc_trim(0);
#endif
}
