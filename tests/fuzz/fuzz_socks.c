/* SOCKS5 of the proxy for files (modules/mod_proxy65/socks.c): the first byte seeds the places where the rest is cut; fed whole
 * it takes as much, ends at the same step, and gives the same answers. */
#include "mod_proxy65/socks.h"

#include <string.h>

#include "base/assert.h"
#include "base/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* seed 0: whole. Returns how much was taken. */
static size_t play(struct socks *socks, struct nx_buf *answer, uint32_t seed, const uint8_t *data, size_t size)
{
	size_t used = 0;

	for (size_t at = 0, len; at < size; at += len) {
		len = seed ? seed % 7 + 1 : size;
		if (len > size - at)
			len = size - at;
		used += socks_feed(socks, data + at, len, answer);
		seed = seed ? seed * 1103515245u + 12345u : 0;
	}
	return used;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct socks whole = {0}, cut = {0};
	struct nx_buf whole_answer = NX_BUF_INIT, cut_answer = NX_BUF_INIT;

	if (size == 0)
		return 0;
	nx_assert(play(&whole, &whole_answer, 0, data + 1, size - 1) == play(&cut, &cut_answer, 1u + data[0], data + 1, size - 1));
	nx_assert(whole.step == cut.step && strcmp(whole.hash, cut.hash) == 0);
	if (whole.step == SOCKS_ASKED) {
		nx_assert(strspn(whole.hash, "0123456789abcdef") == SOCKS_HASH_LEN);
		socks_answer(&whole, SOCKS_GRANTED, &whole_answer);
		socks_answer(&cut, SOCKS_GRANTED, &cut_answer);
	}
	nx_assert(whole_answer.len == cut_answer.len && whole_answer.len <= 2 + SOCKS_REQUEST_LEN);
	nx_assert(whole_answer.len == 0 || memcmp(whole_answer.data, cut_answer.data, whole_answer.len) == 0);
	nx_buf_done(&whole_answer);
	nx_buf_done(&cut_answer);
	return 0;
}
