/* What names look like (look.h): the skeletons of Unicode TR 39 section 4, as ICU has them. A skeleton tells capitals from small letters,
 * people do not: so its case is folded, and what comes of it has a skeleton again (M, m, rn). Folding first would lose
 * that a capital I looks like an l. */
#include "xmpp/look.h"

#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include "base/mem.h"
#include "base/pool.h"

/* A part of an address has at most 1023 bytes; a character becomes a few. */
#define MAX_UNITS 8192

struct nx_looks {
	USpoofChecker *checker;         /* NULL: not opened yet */
};

struct nx_looks *nx_looks_new(void)
{
	return nx_mem_new(sizeof(struct nx_looks));
}

void nx_looks_free(struct nx_looks **looks)
{
	if (!*looks)
		return;
	if ((*looks)->checker)
		uspoof_close((*looks)->checker);
	nx_mem_free(*looks);
	*looks = NULL;
}

static USpoofChecker *checker_of(struct nx_looks *looks)
{
	UErrorCode status = U_ZERO_ERROR;

	if (looks->checker)
		return looks->checker;
	looks->checker = uspoof_open(&status);
	if (U_FAILURE(status)) {
		looks->checker = NULL;
		return NULL;
	}
	/* Latin with Chinese, Japanese or Korean is usual in those languages; any other mixture serves to deceive (TR 39 section 5.2). */
	uspoof_setRestrictionLevel(looks->checker, USPOOF_HIGHLY_RESTRICTIVE);
	uspoof_setChecks(looks->checker, USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS, &status);
	return looks->checker;
}

static int32_t fold_look(const USpoofChecker *checker, UChar *units, int32_t len, UErrorCode *status)
{
	UChar look[MAX_UNITS];

	len = uspoof_getSkeleton(checker, 0, units, len, look, MAX_UNITS, status);
	return u_strFoldCase(units, MAX_UNITS, look, len, U_FOLD_CASE_DEFAULT, status);
}

/* Fillers and the like are letters by their category; the braille pattern without dots and the note without a head are symbols. */
static bool is_invisible(UChar32 c)
{
	return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || c == 0x2800 || c == 0x1D159;
}

static int32_t drop_invisible(UChar *units, int32_t len)
{
	int32_t kept = 0;

	for (int32_t i = 0; i < len; ) {
		UChar32 c;

		U16_NEXT(units, i, len, c);
		if (!is_invisible(c))
			U16_APPEND_UNSAFE(units, kept, c);
	}
	return kept;
}

char *nx_look_of(struct nx_looks *looks, struct nx_pool *pool, const char *text)
{
	UChar units[MAX_UNITS];
	char utf8[MAX_UNITS];
	int32_t len, utf8_len;
	UErrorCode status = U_ZERO_ERROR;
	USpoofChecker *checker = checker_of(looks);

	if (!checker)
		return NULL;
	u_strFromUTF8(units, MAX_UNITS, &len, text, -1, &status);
	len = fold_look(checker, units, len, &status);
	len = fold_look(checker, units, len, &status);
	if (U_SUCCESS(status))
		len = drop_invisible(units, len);
	u_strToUTF8(utf8, sizeof(utf8), &utf8_len, units, len, &status);
	return U_FAILURE(status) ? NULL : nx_pool_strndup(pool, utf8, (size_t)utf8_len);
}

bool nx_look_is_honest(struct nx_looks *looks, const char *text)
{
	USpoofChecker *checker = checker_of(looks);
	UErrorCode status = U_ZERO_ERROR;

	return checker && uspoof_check2UTF8(checker, text, -1, NULL, &status) == 0 && U_SUCCESS(status);
}
