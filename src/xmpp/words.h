/* Text as words that can be compared, for everything that people search by words. */
#ifndef NX_XMPP_WORDS_H
#define NX_XMPP_WORDS_H

struct nx_pool;

#define NX_WORD_MAX_BYTES 64

/* The words of text, at most max: runs of letters and digits, with case folded and accents taken off (Unicode NFKC_Casefold, marks
 * dropped), cut at NX_WORD_MAX_BYTES. NULL-terminated in pool; empty for what has none or is not Unicode. */
char **nx_words_of(struct nx_pool *pool, const char *text, unsigned max);

#endif
