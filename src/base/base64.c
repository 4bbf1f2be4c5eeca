/* Base64 (RFC 4648 section 4), see str.h. */
#include "base/str.h"
#include "base/buf.h"
#include <limits.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void nx_base64_add(struct nx_buf *dst, const void *src, size_t len)
{
	char *out = nx_buf_reserve(dst, (len + 2) / 3 * 4);
	const uint8_t *in = src;

	for (; len > 0; in += 3, out += 4) {
		uint32_t bits = (uint32_t)in[0] << 16 | (len > 1 ? (uint32_t)in[1] << 8 : 0) | (len > 2 ? in[2] : 0);

		out[0] = alphabet[bits >> 18];
		out[1] = alphabet[bits >> 12 & 63];
		out[2] = len > 1 ? alphabet[bits >> 6 & 63] : '=';
		out[3] = len > 2 ? alphabet[bits & 63] : '=';
		len -= len > 3 ? 3 : len;
	}
	*out = '\0';
	dst->len = (size_t)(out - dst->data);
}

/* Value of a character and one more, so that 0 means none: comparing instead mispredicts on every character. */
static const uint8_t values[256] = {
	['A'] = 1, ['B'] = 2, ['C'] = 3, ['D'] = 4, ['E'] = 5, ['F'] = 6, ['G'] = 7, ['H'] = 8,
	['I'] = 9, ['J'] = 10, ['K'] = 11, ['L'] = 12, ['M'] = 13, ['N'] = 14, ['O'] = 15, ['P'] = 16,
	['Q'] = 17, ['R'] = 18, ['S'] = 19, ['T'] = 20, ['U'] = 21, ['V'] = 22, ['W'] = 23, ['X'] = 24,
	['Y'] = 25, ['Z'] = 26, ['a'] = 27, ['b'] = 28, ['c'] = 29, ['d'] = 30, ['e'] = 31, ['f'] = 32,
	['g'] = 33, ['h'] = 34, ['i'] = 35, ['j'] = 36, ['k'] = 37, ['l'] = 38, ['m'] = 39, ['n'] = 40,
	['o'] = 41, ['p'] = 42, ['q'] = 43, ['r'] = 44, ['s'] = 45, ['t'] = 46, ['u'] = 47, ['v'] = 48,
	['w'] = 49, ['x'] = 50, ['y'] = 51, ['z'] = 52, ['0'] = 53, ['1'] = 54, ['2'] = 55, ['3'] = 56,
	['4'] = 57, ['5'] = 58, ['6'] = 59, ['7'] = 60, ['8'] = 61, ['9'] = 62, ['+'] = 63, ['/'] = 64,
};

static int value_of(char c)
{
	return values[(uint8_t)c] - 1;
}

/* The last four characters may end with "=" or "==": bytes written, or -1. */
static int decode_four(uint8_t *dst, const char *src, bool is_last)
{
	int pad = is_last && src[3] == '=' ? (src[2] == '=' ? 2 : 1) : 0;
	uint32_t bits = 0;

	for (int i = 0; i < 4 - pad; i++) {
		int v = value_of(src[i]);

		if (v < 0)
			return -1;
		bits |= (uint32_t)v << (18 - 6 * i);
	}
	/* RFC 4648 section 3.5: bits behind the padding must be zero, or one value had many spellings */
	if (bits & ((1u << 8 * pad) - 1))
		return -1;
	for (int i = 0; i < 3 - pad; i++)
		dst[i] = (uint8_t)(bits >> (16 - 8 * i));
	return 3 - pad;
}

int nx_base64_decode(uint8_t *dst, const char *src, size_t src_len)
{
	int len = 0;

	if (src_len % 4 != 0 || src_len > INT_MAX)
		return -1;
	for (size_t i = 0; i < src_len; i += 4) {
		int n = decode_four(dst + len, src + i, i + 4 == src_len);

		if (n < 0)
			return -1;
		len += n;
	}
	return len;
}
