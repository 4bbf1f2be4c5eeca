/* XMPP addresses: structure (RFC 7622 section 3.1), limits and the ASCII fast path.
 *
 * A JID is cut at the first '/' and then at the first '@' before anything is normalised (section 3.2), each part is
 * normalised into a buffer on the stack, and the parts are joined in the pool with one allocation. One pass
 * over each part folds case and collects what kinds of characters there were; only a part with bytes above
 * 0x7f, or longer than it may stay, goes on to jid_prep.c. Both roads give the same answer for ASCII: the
 * test compares them byte by byte.
 *
 * Preparation is nodeprep and resourceprep (RFC 6122 appendices A and B), which the servers and clients of today run,
 * so that an address means the same to us and to them; see jid_prep.c for where we are stricter. */
#include "xmpp/jid.h"

#include "base/assert.h"
#include "base/error.h"
#include "base/pool.h"
#include "xmpp/jid_private.h"

#include <string.h>

/* Classes of bytes. UPPER is the bit that makes a letter lower-case. */
enum {
	NO_LOCAL = 0x01,
	NO_DOMAIN = 0x02,
	NO_RESOURCE = 0x04,
	HIGH = 0x08,
	UPPER = 0x20,

	PRINT = NO_DOMAIN,                              /* nodeprep and resourceprep allow it */
	QUOTE = NO_LOCAL | NO_DOMAIN,                   /* RFC 7622 section 3.3.1, and the space */
	CTRL = NO_LOCAL | NO_DOMAIN | NO_RESOURCE       /* RFC 3454 table C.2.1 */
};

static const uint8_t classes[256] = {
	[0x00] = CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL,
	[0x10] = CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL, CTRL,
	[' '] = QUOTE, ['!'] = PRINT, ['"'] = QUOTE, ['#'] = PRINT, ['$'] = PRINT, ['%'] = PRINT,
	['&'] = QUOTE, ['\''] = QUOTE, ['('] = PRINT, [')'] = PRINT, ['*'] = PRINT, ['+'] = PRINT,
	[','] = PRINT, ['/'] = QUOTE, [':'] = QUOTE, [';'] = PRINT, ['<'] = QUOTE, ['='] = PRINT,
	['>'] = QUOTE, ['?'] = PRINT, ['@'] = QUOTE,
	['A'] = UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER,
	['N'] = UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER,
	['['] = PRINT, ['\\'] = PRINT, [']'] = PRINT, ['^'] = PRINT, ['`'] = PRINT,
	['{'] = PRINT, ['|'] = PRINT, ['}'] = PRINT, ['~'] = PRINT, [0x7f] = CTRL,
#define HIGH16 HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH
	[0x80] = HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16,
};

static const char *const part_names[] = { "local part", "domain part", "resource part" };

int jid_fail_chars(enum jid_part part, struct nx_error *err)
{
	return nx_fail(err, NX_E_JID_MALFORMED, "the %s of the address has a character that is not allowed there",
		       part_names[part]);
}

int jid_fail_too_long(enum jid_part part, struct nx_error *err)
{
	return nx_fail(err, NX_E_JID_MALFORMED, "the %s of the address is longer than %d bytes", part_names[part],
		       JID_PART_MAX);
}

/* Copies with letters folded by mask (UPPER or 0) and returns all classes that occurred. */
static unsigned fold(char *dst, const char *src, size_t len, unsigned mask)
{
	unsigned seen = 0;

	for (size_t i = 0; i < len; i++) {
		uint8_t c = (uint8_t)src[i], class = classes[c];

		seen |= class;
		dst[i] = (char)(c | (class & mask));
	}
	return seen;
}

static int prep_local_chars(const char *src, size_t len, char *dst, struct nx_error *err)
{
	unsigned seen;

	if (len == 0)
		return nx_fail(err, NX_E_JID_MALFORMED, "the local part of the address is empty");
	if (len > JID_PART_MAX)
		return jid_prep_unicode(JID_LOCAL, src, len, dst, err);
	seen = fold(dst, src, len, UPPER);
	if (seen & NO_LOCAL)
		return jid_fail_chars(JID_LOCAL, err);
	if (seen & HIGH)
		return jid_prep_unicode(JID_LOCAL, src, len, dst, err);
	return (int)len;
}

static int prep_local(const char *src, size_t len, char *dst, struct nx_error *err)
{
	int prepared = prep_local_chars(src, len, dst, err);

	if (prepared < 0 || jid_check_escapes(dst, (size_t)prepared, err) < 0)
		return -1;
	return prepared;
}

static int prep_resource(const char *src, size_t len, char *dst, struct nx_error *err)
{
	unsigned seen;

	if (len == 0)
		return nx_fail(err, NX_E_JID_MALFORMED, "the resource part of the address is empty");
	if (len > JID_PART_MAX)
		return jid_prep_unicode(JID_RESOURCE, src, len, dst, err);
	seen = fold(dst, src, len, 0);
	if (seen & NO_RESOURCE)
		return jid_fail_chars(JID_RESOURCE, err);
	if (seen & HIGH)
		return jid_prep_unicode(JID_RESOURCE, src, len, dst, err);
	return (int)len;
}

/* RFC 5891 section 4.2.3.1; underscores are no part of host names but of the names that people give machines. */
int jid_check_labels(const char *domain, size_t len, struct nx_error *err)
{
	size_t start = 0;

	for (size_t i = 0; i <= len; i++) {
		if (i < len && domain[i] != '.') {
			if (classes[(uint8_t)domain[i]] & (NO_DOMAIN | UPPER))
				return jid_fail_chars(JID_DOMAIN, err);
			continue;
		}
		if (i == start)
			return nx_fail(err, NX_E_JID_MALFORMED, "the domain part of the address has an empty label");
		if (domain[start] == '-' || domain[i - 1] == '-')
			return nx_fail(err, NX_E_JID_MALFORMED,
				       "a label of the domain part begins or ends with a hyphen");
		start = i + 1;
	}
	return 0;
}

/* RFC 1034 section 3.1, which RFC 7622 section 3.2 leaves in force. */
static int check_ascii_lengths(const char *domain, size_t len, struct nx_error *err)
{
	size_t label = 0;

	if (len <= 63)
		return 0;
	for (size_t i = 0; i < len; i++) {
		label = domain[i] == '.' ? 0 : label + 1;
		if (label > 63)
			return nx_fail(err, NX_E_JID_MALFORMED, "a label of the domain part is longer than 63 bytes");
	}
	if (len > 253)
		return nx_fail(err, NX_E_JID_MALFORMED, "the domain part of the address is longer than 253 bytes");
	return 0;
}

/* A-labels become U-labels (RFC 7622 section 3.2.1), so they need the long road. */
static bool has_a_label(const char *domain, size_t len)
{
	for (size_t i = 0; i + 4 <= len; i++)
		if (domain[i] == 'x' && memcmp(domain + i, "xn--", 4) == 0 && (i == 0 || domain[i - 1] == '.'))
			return true;
	return false;
}

static int prep_domain(const char *src, size_t len, char *dst, struct nx_error *err)
{
	unsigned seen;

	/* RFC 7622 section 3.2: the dot of the root goes before anything else is done. */
	if (len > 0 && src[len - 1] == '.')
		len--;
	if (len == 0)
		return nx_fail(err, NX_E_JID_MALFORMED, "the domain part of the address is empty");
	if (len > JID_PART_MAX)
		return jid_fail_too_long(JID_DOMAIN, err);
	if (src[0] == '[')
		return jid_prep_ip_literal(src, len, dst, err);
	seen = fold(dst, src, len, UPPER);
	if (seen & NO_DOMAIN)
		return jid_fail_chars(JID_DOMAIN, err);
	if ((seen & HIGH) || has_a_label(dst, len))
		return jid_prep_idn(src, len, dst, err);
	if (jid_check_labels(dst, len, err) < 0 || check_ascii_lengths(dst, len, err) < 0)
		return -1;
	return (int)len;
}

/* The parts are in their final form; lengths 0 where there is none. */
static struct nx_jid join(struct nx_pool *pool, const char *local, size_t local_len, const char *domain,
			  size_t domain_len, const char *resource, size_t resource_len)
{
	size_t bare = (local_len ? local_len + 1 : 0) + domain_len;
	size_t full = bare + (resource_len ? resource_len + 1 : 0);
	char *text = nx_pool_alloc(pool, full + 1), *at = text;

	nx_assert(domain_len > 0 && full <= NX_JID_MAX_BYTES);
	if (local_len) {
		memcpy(at, local, local_len);
		at[local_len] = '@';
		at += local_len + 1;
	}
	memcpy(at, domain, domain_len);
	at += domain_len;
	if (resource_len) {
		*at = '/';
		memcpy(at + 1, resource, resource_len);
	}
	return (struct nx_jid){ text, (uint16_t)local_len, (uint16_t)bare, (uint16_t)full };
}

/* local and resource NULL when there is none. */
static int prep_and_join(struct nx_pool *pool, const char *local, size_t local_len, const char *domain,
			 size_t domain_len, const char *resource, size_t resource_len, struct nx_jid *jid_r,
			 struct nx_error *err)
{
	char local_buf[JID_PART_MAX], domain_buf[JID_PART_MAX], resource_buf[JID_PART_MAX];
	int llen = 0, dlen, rlen = 0;

	if (local && (llen = prep_local(local, local_len, local_buf, err)) < 0)
		return -1;
	if ((dlen = prep_domain(domain, domain_len, domain_buf, err)) < 0)
		return -1;
	if (resource && (rlen = prep_resource(resource, resource_len, resource_buf, err)) < 0)
		return -1;
	*jid_r = join(pool, local_buf, (size_t)llen, domain_buf, (size_t)dlen, resource_buf, (size_t)rlen);
	return 0;
}

int nx_jid_parse(struct nx_pool *pool, const char *text, struct nx_jid *jid_r, struct nx_error *err)
{
	size_t len = strlen(text);
	const char *end = text + len, *slash = memchr(text, '/', len), *bare_end = slash ? slash : end;
	const char *at = memchr(text, '@', (size_t)(bare_end - text)), *domain = at ? at + 1 : text;

	return prep_and_join(pool, at ? text : NULL, at ? (size_t)(at - text) : 0, domain, (size_t)(bare_end - domain),
			     slash ? slash + 1 : NULL, slash ? (size_t)(end - slash - 1) : 0, jid_r, err);
}

struct nx_jid nx_jid_join(struct nx_pool *pool, const char *local, const char *domain, const char *resource)
{
	return join(pool, local, local ? strlen(local) : 0, domain, strlen(domain), resource,
		    resource ? strlen(resource) : 0);
}

struct nx_jid nx_jid_dup(struct nx_pool *pool, const struct nx_jid *jid)
{
	struct nx_jid copy = *jid;

	if (jid->full)
		copy.full = nx_pool_strndup(pool, jid->full, jid->full_len);
	return copy;
}

struct nx_jid nx_jid_bare(struct nx_pool *pool, const struct nx_jid *jid)
{
	return (struct nx_jid){ nx_jid_bare_str(pool, jid), jid->local_len, jid->bare_len, jid->bare_len };
}

char *nx_jid_prep_local(struct nx_pool *pool, const char *local, struct nx_error *err)
{
	char buf[JID_PART_MAX];
	int len = prep_local(local, strlen(local), buf, err);

	return len < 0 ? NULL : nx_pool_strndup(pool, buf, (size_t)len);
}

char *nx_jid_prep_domain(struct nx_pool *pool, const char *domain, struct nx_error *err)
{
	char buf[JID_PART_MAX];
	int len = prep_domain(domain, strlen(domain), buf, err);

	return len < 0 ? NULL : nx_pool_strndup(pool, buf, (size_t)len);
}

char *nx_jid_prep_resource(struct nx_pool *pool, const char *resource, struct nx_error *err)
{
	char buf[JID_PART_MAX];
	int len = prep_resource(resource, strlen(resource), buf, err);

	return len < 0 ? NULL : nx_pool_strndup(pool, buf, (size_t)len);
}

bool nx_jid_eq(const struct nx_jid *a, const struct nx_jid *b)
{
	return a->full_len == b->full_len && a->bare_len == b->bare_len && a->local_len == b->local_len &&
	       memcmp(a->full, b->full, a->full_len) == 0;
}

bool nx_jid_eq_bare(const struct nx_jid *a, const struct nx_jid *b)
{
	return a->bare_len == b->bare_len && a->local_len == b->local_len &&
	       memcmp(a->full, b->full, a->bare_len) == 0;
}

char *nx_jid_bare_str(struct nx_pool *pool, const struct nx_jid *jid)
{
	return nx_pool_strndup(pool, jid->full, jid->bare_len);
}

char *nx_jid_local_str(struct nx_pool *pool, const struct nx_jid *jid)
{
	return nx_pool_strndup(pool, jid->full, jid->local_len);
}

char *nx_jid_domain_str(struct nx_pool *pool, const struct nx_jid *jid)
{
	return nx_pool_strndup(pool, nx_jid_domain(jid), nx_jid_domain_len(jid));
}
