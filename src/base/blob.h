/* A reference-counted piece of bytes that many output queues share: a stanza is serialised once
 * and its tail is queued for every recipient. Loop thread only. */
#ifndef NX_BASE_BLOB_H
#define NX_BASE_BLOB_H

#include <stddef.h>
#include <stdint.h>

struct nx_blob {
	uint32_t refs;
	uint32_t len;
	char data[];
};

struct nx_blob *nx_blob_new(const void *data, size_t len);
struct nx_blob *nx_blob_ref(struct nx_blob *blob);
void nx_blob_unref(struct nx_blob **blob);

#endif
