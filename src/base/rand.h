/* Random numbers fit for secrets, from OpenSSL. */
#ifndef NX_BASE_RAND_H
#define NX_BASE_RAND_H

#include <stddef.h>
#include <stdint.h>

/* Ends the process when the system has no randomness to give. */
void nx_rand_bytes(void *dst, size_t len);
uint32_t nx_rand_u32(void);
/* Writes len characters of [a-z0-9] and a NUL: stream ids, resources, stanza ids. About 5 bits each. */
void nx_rand_name(char *dst, size_t len);

#endif
