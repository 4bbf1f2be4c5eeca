/* Parts of addresses beyond ASCII.
 *
 * Local and resource parts go through nodeprep and resourceprep (RFC 6122 appendices A and B) as ICU has them. Those profiles
 * stand on Unicode 3.2 and call every later character unassigned; the network lets such characters pass, and so do we:
 * a nickname is allowed its emoji. What stringprep cannot judge is then judged by RFC 7622: nothing that is unassigned
 * in the Unicode of today; in local parts only the letters, digits and marks of the IdentifierClass (RFC 8264 section
 * 4.2), and of the later ones none that today's case folding or NFKC would change, because another server might fold it.
 *
 * Domains are IDNA2008 after the mapping of UTS 46, kept as U-labels. IPv6 literals stand in brackets, in the form
 * of RFC 5952; zone identifiers (RFC 6874) mean something on one machine only and are refused.
 *
 * ICU keeps its profiles in a cache of its own: opening one costs 45 ns after the first time, so none is kept here. */
#include "xmpp/jid_private.h"

#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "xmpp/jid.h"

#include <arpa/inet.h>
#include <idn2.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/usprep.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

/* RFC 8264 section 9.6 and 9.9 (exceptions, and those that need a context which we do not check): allowed although they
 * are not letters, digits or marks. */
static bool is_letter_by_exception(UChar32 c)
{
	static const UChar32 allowed[] = { 0xb7, 0x375, 0x5f3, 0x5f4, 0x6fd, 0x6fe, 0xf0b, 0x3007, 0x30fb };

	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		if (c == allowed[i])
			return true;
	return false;
}

/* The same table: letters that are disallowed nevertheless. */
static bool is_no_letter_by_exception(UChar32 c)
{
	return c == 0x640 || c == 0x7fa || c == 0x302e || c == 0x302f || (c >= 0x3031 && c <= 0x3035) || c == 0x303b;
}

static bool is_newer_than_stringprep(UChar32 c)
{
	UVersionInfo age;

	u_charAge(c, age);
	return age[0] > 3 || (age[0] == 3 && age[1] > 2);
}

static bool is_allowed(enum jid_part part, UChar32 c)
{
	uint32_t letters = U_GC_L_MASK & ~U_GC_LT_MASK;

	if (c < 0x80)
		return true;    /* nodeprep and resourceprep have judged it */
	if (!u_isdefined(c) || U_IS_UNICODE_NONCHAR(c))
		return false;
	if (part == JID_RESOURCE)
		return true;
	if (is_letter_by_exception(c))
		return true;
	if (!(U_GET_GC_MASK(c) & (letters | U_GC_ND_MASK | U_GC_MN_MASK | U_GC_MC_MASK)) ||
	    is_no_letter_by_exception(c))
		return false;
	return !is_newer_than_stringprep(c) || !u_hasBinaryProperty(c, UCHAR_CHANGES_WHEN_NFKC_CASEFOLDED);
}

static bool are_allowed(enum jid_part part, const UChar *text, int32_t len)
{
	for (int32_t i = 0; i < len;) {
		UChar32 c;

		U16_NEXT(text, i, len, c);
		if (!is_allowed(part, c))
			return false;
	}
	return true;
}

int jid_prep_unicode(enum jid_part part, const char *src, size_t len, char *dst, struct nx_error *err)
{
	UStringPrepProfileType type = part == JID_LOCAL ? USPREP_RFC3920_NODEPREP : USPREP_RFC3920_RESOURCEPREP;
	UChar in[NX_JID_MAX_BYTES], out[JID_PART_MAX];
	int32_t in_len, out_len, dst_len;
	UErrorCode status = U_ZERO_ERROR;
	UStringPrepProfile *profile;

	/* Preparation may shorten, but nobody honest needs it to by two thirds. */
	if (len > NX_JID_MAX_BYTES)
		return jid_fail_too_long(part, err);
	u_strFromUTF8(in, NX_JID_MAX_BYTES, &in_len, src, (int32_t)len, &status);
	if (U_FAILURE(status))
		return nx_fail(err, NX_E_JID_MALFORMED, "the address is not valid UTF-8");
	profile = usprep_openByType(type, &status);
	if (U_FAILURE(status))
		return nx_fail(err, NX_E_INTERNAL, "ICU has no stringprep data: %s", u_errorName(status));
	out_len = usprep_prepare(profile, in, in_len, out, JID_PART_MAX, USPREP_ALLOW_UNASSIGNED, NULL, &status);
	usprep_close(profile);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		return jid_fail_too_long(part, err);
	if (U_FAILURE(status) || !are_allowed(part, out, out_len))
		return jid_fail_chars(part, err);
	if (out_len == 0)       /* only characters that are mapped to nothing, like the soft hyphen */
		return nx_fail(err, NX_E_JID_MALFORMED, "a part of the address has no visible character");
	u_strToUTF8(dst, JID_PART_MAX, &dst_len, out, out_len, &status);
	if (U_FAILURE(status))
		return jid_fail_too_long(part, err);
	return dst_len;
}

/* libidn2 judges labels with characters beyond ASCII; the rest, and what the mapping brought in ("℀" is "a/c"), is for
 * jid_check_labels(). */
int jid_prep_idn(const char *src, size_t len, char *dst, struct nx_error *err)
{
	char text[JID_PART_MAX + 1], *ascii = NULL, *unicode = NULL, *again = NULL;
	size_t out_len;
	int rc, result = -1;

	if (!nx_utf8_is_valid(src, len))
		return nx_fail(err, NX_E_JID_MALFORMED, "the address is not valid UTF-8");
	memcpy(text, src, len);
	text[len] = '\0';
	rc = idn2_to_ascii_8z(text, &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
	if (rc == IDN2_OK)
		rc = idn2_to_unicode_8z8z(ascii, &unicode, IDN2_NONTRANSITIONAL);
	/* RFC 5891 section 4.2.2: libidn2 does not look at what an A-label that came in hides */
	if (rc == IDN2_OK)
		rc = idn2_to_ascii_8z(unicode, &again, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
	if (rc == IDN2_OK && strcmp(again, ascii) != 0)
		rc = IDN2_UALABEL_MISMATCH;
	if (rc != IDN2_OK) {
		nx_fail(err, NX_E_JID_MALFORMED, "the domain part of the address is no domain name: %s",
			idn2_strerror(rc));
		goto out;
	}
	out_len = strlen(unicode);
	if (out_len > 0 && unicode[out_len - 1] == '.')
		out_len--;      /* an ideographic full stop that became the dot of the root */
	if (out_len > JID_PART_MAX)
		jid_fail_too_long(JID_DOMAIN, err);
	else if (jid_check_labels(unicode, out_len, err) == 0)
		result = (int)out_len;
	if (result > 0)
		memcpy(dst, unicode, out_len);
out:
	idn2_free(ascii);
	idn2_free(unicode);
	idn2_free(again);
	return result;
}

char *nx_jid_domain_to_ascii(struct nx_pool *pool, const char *domain)
{
	char *ascii = NULL;
	bool is_done = idn2_to_ascii_8z(domain, &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) == IDN2_OK;
	/* It came from A-labels, or is an address, which stays as it is. */
	char *copy = nx_pool_strdup(pool, is_done ? ascii : domain);

	idn2_free(ascii);
	return copy;
}

int jid_prep_ip_literal(const char *src, size_t len, char *dst, struct nx_error *err)
{
	char text[INET6_ADDRSTRLEN];
	struct in6_addr addr;

	if (len >= 3 && len - 2 < sizeof(text) && src[len - 1] == ']') {
		memcpy(text, src + 1, len - 2);
		text[len - 2] = '\0';
		if (inet_pton(AF_INET6, text, &addr) == 1 && inet_ntop(AF_INET6, &addr, text, sizeof(text))) {
			len = strlen(text);
			dst[0] = '[';
			memcpy(dst + 1, text, len);
			dst[len + 1] = ']';
			return (int)len + 2;
		}
	}
	return nx_fail(err, NX_E_JID_MALFORMED, "the domain part of the address is no IPv6 address in brackets");
}
