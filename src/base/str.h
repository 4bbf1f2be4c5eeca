/* Small text helpers that replace the banned ones (STYLE.md section 8). */
#ifndef NX_BASE_STR_H
#define NX_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct nx_buf;
struct nx_pool;

/* NULL equals only NULL. Here, so that what differs in the first byte, as most names do that are looked for, costs no call. */
static inline bool nx_str_eq(const char *a, const char *b)
{
	return a == b || (a && b && *a == *b && strcmp(a, b) == 0);
}

bool nx_str_has_prefix(const char *s, const char *prefix);
bool nx_str_has_suffix(const char *s, const char *suffix);
/* Copies with truncation, always ends with NUL; true when everything fitted. */
bool nx_str_copy(char *dst, size_t dst_size, const char *src);
/* Whole decimal number within bounds: 0 and *value_r, or -1 and *value_r untouched.
 * Signs only where min is negative; no spaces, no empty string. */
int nx_str_to_i64(const char *s, int64_t min, int64_t max, int64_t *value_r);
/* Bytes of the first character (RFC 3629), or 0 when left (> 0) bytes hold no whole, valid one. */
size_t nx_utf8_char_len(const char *text, size_t left);
bool nx_utf8_is_valid(const char *s, size_t len);
/* How long the beginning of s is that has at most max_bytes, in whole characters; what is not valid ends it. */
size_t nx_utf8_cut(const char *s, size_t len, size_t max_bytes);
/* Characters of a valid text. */
size_t nx_utf8_count(const char *s);
/* RFC 3986 section 3: a scheme, and something behind it; nothing that no URI contains. */
bool nx_str_is_uri(const char *text);
/* RFC 3986 section 2.1: everything but unreserved characters, and those in keep ("/"), as %XX. In pool. */
char *nx_str_percent_encode(struct nx_pool *pool, const char *text, const char *keep);
/* A copy in pool of as much of text as fits into max_bytes, in whole characters; NULL when that is nothing. text may be NULL. */
char *nx_str_cut(struct nx_pool *pool, const char *text, size_t max_bytes);
/* Splits at sep and trims blanks; empty parts are dropped. A NULL-terminated array in pool. */
char **nx_str_split(struct nx_pool *pool, const char *s, char sep);

/* RFC 4648 section 4. Decoding is strict (no white space, padding required): bytes written, or -1.
 * dst needs 3 bytes for each 4 of src. */
void nx_base64_add(struct nx_buf *dst, const void *src, size_t len);
int nx_base64_decode(uint8_t *dst, const char *src, size_t src_len);
/* Lower-case hexadecimal; dst needs 2 * len + 1. */
void nx_hex_encode(char *dst, const void *src, size_t len);
/* Equal in constant time for equal lengths (secrets). */
bool nx_secret_eq(const void *a, const void *b, size_t len);
/* Overwrites so that the compiler cannot leave it out. */
void nx_secret_wipe(void *p, size_t len);

#endif
