/* Random numbers, see rand.h. */
#include "base/rand.h"
#include "base/assert.h"
#include <limits.h>
#include <openssl/rand.h>

void nx_rand_bytes(void *dst, size_t len)
{
	nx_assert(len <= INT_MAX);
	if (RAND_bytes(dst, (int)len) != 1)
		nx_assert_failed("the system has randomness", __FILE__, __LINE__);
}

uint32_t nx_rand_u32(void)
{
	uint32_t value;

	nx_rand_bytes(&value, sizeof(value));
	return value;
}

void nx_rand_name(char *dst, size_t len)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	const unsigned count = sizeof(letters) - 1;
	unsigned char raw[32];
	size_t used = sizeof(raw);

	for (size_t i = 0; i < len; ) {
		if (used == sizeof(raw)) {
			nx_rand_bytes(raw, sizeof(raw));
			used = 0;
		}
		/* bytes above the last whole multiple would make the first letters likelier */
		if (raw[used] < 256 / count * count)
			dst[i++] = letters[raw[used] % count];
		used++;
	}
	dst[len] = '\0';
}
