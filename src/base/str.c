/* Small text helpers, see str.h. */
#include "base/str.h"
#include "base/pool.h"
#include <stdio.h>
#include <string.h>

bool nx_str_has_prefix(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool nx_str_has_suffix(const char *s, const char *suffix)
{
	size_t len = strlen(s), suffix_len = strlen(suffix);

	return len >= suffix_len && memcmp(s + len - suffix_len, suffix, suffix_len) == 0;
}

bool nx_str_copy(char *dst, size_t dst_size, const char *src)
{
	size_t len = strlen(src);
	bool fits = len < dst_size;

	if (dst_size == 0)
		return false;
	if (!fits)
		len = dst_size - 1;
	memcpy(dst, src, len);
	dst[len] = '\0';
	return fits;
}

int nx_str_to_i64(const char *s, int64_t min, int64_t max, int64_t *value_r)
{
	bool is_negative = false;
	int64_t value = 0;              /* counted downwards: INT64_MIN has no positive twin */

	if (min < 0 && (*s == '-' || *s == '+'))
		is_negative = *s++ == '-';
	if (!*s)
		return -1;
	for (; *s; s++) {
		int digit = *s - '0';

		if (digit < 0 || digit > 9 || value < (INT64_MIN + digit) / 10)
			return -1;
		value = value * 10 - digit;
	}
	if (!is_negative) {
		if (value == INT64_MIN)
			return -1;
		value = -value;
	}
	if (value < min || value > max)
		return -1;
	*value_r = value;
	return 0;
}

/* RFC 3629 section 4: no surrogates, no overlong forms. */
size_t nx_utf8_char_len(const char *text, size_t left)
{
	const unsigned char *s = (const unsigned char *)text;
	unsigned char low = 0x80, high = 0xbf;
	size_t len;

	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	len = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (s[0] == 0xe0)
		low = 0xa0;
	else if (s[0] == 0xed)
		high = 0x9f;
	else if (s[0] == 0xf0)
		low = 0x90;
	else if (s[0] == 0xf4)
		high = 0x8f;
	if (left < len || s[1] < low || s[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	return len;
}

size_t nx_utf8_cut(const char *s, size_t len, size_t max_bytes)
{
	size_t at = 0, n;

	while (at < len && (n = nx_utf8_char_len(s + at, len - at)) > 0 && at + n <= max_bytes)
		at += n;
	return at;
}

bool nx_utf8_is_valid(const char *s, size_t len)
{
	return nx_utf8_cut(s, len, len) == len;
}

size_t nx_utf8_count(const char *s)
{
	size_t count = 0;

	for (; *s; s++)
		count += ((unsigned char)*s & 0xc0) != 0x80;
	return count;
}

char *nx_str_cut(struct nx_pool *pool, const char *text, size_t max_bytes)
{
	size_t len = text ? nx_utf8_cut(text, strlen(text), max_bytes) : 0;

	return len > 0 ? nx_pool_strndup(pool, text, len) : NULL;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The next part that is not empty after trimming, without its blanks; NULL at the end. *s moves behind it. */
static const char *next_part(const char **s, char sep, size_t *len_r)
{
	while (**s) {
		const char *part = *s, *end = strchr(part, sep);

		if (!end)
			end = part + strlen(part);
		*s = *end ? end + 1 : end;
		while (part < end && is_blank(*part))
			part++;
		while (end > part && is_blank(end[-1]))
			end--;
		if (end > part) {
			*len_r = (size_t)(end - part);
			return part;
		}
	}
	return NULL;
}

bool nx_str_is_uri(const char *text)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	static const char scheme[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.";
	size_t len = strspn(text, scheme);

	return strchr(letters, text[0]) && text[len] == ':' && text[len + 1] && !strpbrk(text, " \t\r\n\"<>\\^`{|}");
}

char **nx_str_split(struct nx_pool *pool, const char *s, char sep)
{
	size_t count = 0, len;
	const char *pos = s, *part;
	char **parts;

	while (next_part(&pos, sep, &len))
		count++;
	parts = NX_NEW_ARRAY(pool, char *, count + 1);
	pos = s;
	for (size_t i = 0; (part = next_part(&pos, sep, &len)); i++)
		parts[i] = nx_pool_strndup(pool, part, len);
	return parts;
}

char *nx_str_percent_encode(struct nx_pool *pool, const char *text, const char *keep)
{
	static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	char *encoded = nx_pool_alloc(pool, 3 * strlen(text) + 1), *out = encoded;

	for (; *text; text++) {
		if (strchr(unreserved, *text) || strchr(keep, *text))
			*out++ = *text;
		else
			out += snprintf(out, 4, "%%%02X", (unsigned char)*text);
	}
	*out = '\0';
	return encoded;
}

void nx_hex_encode(char *dst, const void *src, size_t len)
{
	static const char hex[] = "0123456789abcdef";
	const unsigned char *p = src;

	for (size_t i = 0; i < len; i++) {
		dst[2 * i] = hex[p[i] >> 4];
		dst[2 * i + 1] = hex[p[i] & 15];
	}
	dst[2 * len] = '\0';
}

bool nx_secret_eq(const void *a, const void *b, size_t len)
{
	const volatile unsigned char *x = a, *y = b;
	unsigned char diff = 0;

	for (size_t i = 0; i < len; i++)
		diff |= x[i] ^ y[i];
	return diff == 0;
}

void nx_secret_wipe(void *p, size_t len)
{
	explicit_bzero(p, len);
}
