/* Reference-counted bytes, see blob.h. */
#include "base/blob.h"
#include "base/assert.h"
#include "base/mem.h"
#include <string.h>

struct nx_blob *nx_blob_new(const void *data, size_t len)
{
	struct nx_blob *blob;

	nx_assert(len <= UINT32_MAX - sizeof(*blob));
	blob = nx_mem_resize(NULL, sizeof(*blob) + len);
	blob->refs = 1;
	blob->len = (uint32_t)len;
	if (len)
		memcpy(blob->data, data, len);
	return blob;
}

struct nx_blob *nx_blob_ref(struct nx_blob *blob)
{
	nx_assert(blob->refs > 0 && blob->refs < UINT32_MAX);
	blob->refs++;
	return blob;
}

void nx_blob_unref(struct nx_blob **blob)
{
	if (*blob) {
		nx_assert((*blob)->refs > 0);
		if (--(*blob)->refs == 0)
			nx_mem_free(*blob);
	}
	*blob = NULL;
}
