/* Text as words that can be compared (xmpp/words.h). */
#include "xmpp/words.h"

#include <stdbool.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/pool.h"

#define TEXT_UNITS 256          /* of a text; what is longer is cut */
#define MAX_UNITS 8192          /* one character becomes at most 18, as NFKC has it */

/* Cut at a character. */
static int32_t to_utf16(UChar *units, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t len = 0;

	u_strFromUTF8(units, TEXT_UNITS, &len, text, -1, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		len = U16_IS_LEAD(units[TEXT_UNITS - 1]) ? TEXT_UNITS - 1 : TEXT_UNITS;
	else if (U_FAILURE(status))
		len = 0;
	return len;
}

/* Compatibility forms and case go, then characters come apart, so that their marks can be dropped. 0 when it does not work. */
static int32_t fold(UChar *units, int32_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&status), *apart = unorm2_getNFDInstance(&status);
	UChar folded[MAX_UNITS];

	len = unorm2_normalize(casefold, units, len, folded, MAX_UNITS, &status);
	len = unorm2_normalize(apart, folded, len, units, MAX_UNITS, &status);
	return U_FAILURE(status) ? 0 : len;
}

static bool is_mark(UChar32 c)
{
	return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

struct words {
	struct nx_pool *pool;
	char **list;
	unsigned count, max;
	char word[NX_WORD_MAX_BYTES];
	size_t len;
	bool is_cut;            /* the rest of the word goes */
};

static void end_word(struct words *words)
{
	if (words->len > 0 && words->count < words->max)
		words->list[words->count++] = nx_pool_strndup(words->pool, words->word, words->len);
	words->len = 0;
	words->is_cut = false;
}

static void add_character(struct words *words, UChar32 c)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[2];
	int32_t count = 0, bytes = 0;
	char utf8[4];

	U16_APPEND_UNSAFE(units, count, c);
	u_strToUTF8(utf8, sizeof(utf8), &bytes, units, count, &status);
	words->is_cut = words->is_cut || U_FAILURE(status) || words->len + (size_t)bytes > NX_WORD_MAX_BYTES;
	if (words->is_cut)
		return;
	memcpy(words->word + words->len, utf8, (size_t)bytes);
	words->len += (size_t)bytes;
}

char **nx_words_of(struct nx_pool *pool, const char *text, unsigned max)
{
	struct words words = { .pool = pool, .list = NX_NEW_ARRAY(pool, char *, max + 1), .max = max };
	UChar units[MAX_UNITS];
	int32_t len = fold(units, to_utf16(units, text));

	for (int32_t i = 0; i < len;) {
		UChar32 c;

		U16_NEXT(units, i, len, c);
		if (u_isalnum(c))
			add_character(&words, c);
		else if (!is_mark(c))
			end_word(&words);
	}
	end_word(&words);
	return words.list;
}
