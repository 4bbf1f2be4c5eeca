/* What names look like (register.h): the skeletons of Unicode TR 39 section 4, as ICU has them, folded once more: what the skeleton makes of
 * "0" and "1" are capitals, and names have none. ICU's data is opened with the first name, because most servers never register
 * anybody from a client. */
#include "mod_register/register.h"

#include <string.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include "base/error.h"
#include "base/mem.h"

/* A localpart has at most 1023 bytes; a character becomes a few. */
#define MAX_UNITS 8192

struct nx_names {
	USpoofChecker *checker;         /* NULL: not opened yet */
};

struct nx_names *nx_names_new(void)
{
	return nx_mem_new(sizeof(struct nx_names));
}

void nx_names_free(struct nx_names **names)
{
	if (!*names)
		return;
	if ((*names)->checker)
		uspoof_close((*names)->checker);
	nx_mem_free(*names);
	*names = NULL;
}

static USpoofChecker *checker_of(struct nx_names *names)
{
	UErrorCode status = U_ZERO_ERROR;

	if (names->checker)
		return names->checker;
	names->checker = uspoof_open(&status);
	if (U_FAILURE(status)) {
		names->checker = NULL;
		return NULL;
	}
	/* Latin with Chinese, Japanese or Korean is usual in those languages; any other mixture serves to deceive (TR 39 section 5.2). */
	uspoof_setRestrictionLevel(names->checker, USPOOF_HIGHLY_RESTRICTIVE);
	uspoof_setChecks(names->checker, USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS, &status);
	return names->checker;
}

char *nx_names_look(struct nx_names *names, struct nx_pool *pool, const char *local)
{
	UChar text[MAX_UNITS], look[MAX_UNITS];
	char utf8[MAX_UNITS];
	int32_t len, utf8_len;
	UErrorCode status = U_ZERO_ERROR;
	USpoofChecker *checker = checker_of(names);

	if (!checker)
		return NULL;
	/* What clients show (XEP-0106): foo\5cbar looks like foo\bar. */
	u_strFromUTF8(text, MAX_UNITS, &len, nx_jid_unescape_local(pool, local), -1, &status);
	len = uspoof_getSkeleton(checker, 0, text, len, look, MAX_UNITS, &status);
	len = u_strFoldCase(text, MAX_UNITS, look, len, U_FOLD_CASE_DEFAULT, &status);
	u_strToUTF8(utf8, sizeof(utf8), &utf8_len, text, len, &status);
	return U_FAILURE(status) ? NULL : nx_pool_strndup(pool, utf8, (size_t)utf8_len);
}

char *nx_names_skeleton(struct nx_names *names, struct nx_pool *pool, const char *local, struct nx_error *err)
{
	USpoofChecker *checker = checker_of(names);
	UErrorCode status = U_ZERO_ERROR;
	char *look = nx_names_look(names, pool, local);

	if (!checker || !look) {
		nx_fail(err, NX_E_INTERNAL, "The server cannot judge this name");
		return NULL;
	}
	if (uspoof_check2UTF8(checker, nx_jid_unescape_local(pool, local), -1, NULL, &status) != 0 || U_FAILURE(status)) {
		nx_fail(err, NX_E_NOT_ACCEPTABLE, "The name mixes letters of different scripts, or has some that cannot be seen");
		return NULL;
	}
	return look;
}
