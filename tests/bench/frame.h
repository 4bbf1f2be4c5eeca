/* Cuts a server's stream into stanzas without building trees: it counts start and end tags and knows quotes. Servers send
 * no comments, CDATA or DOCTYPE (RFC 6120 section 11.1), so it does not know those. */
#ifndef BENCH_FRAME_H
#define BENCH_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum frame_where { FRAME_TEXT, FRAME_TAG_BEGIN, FRAME_START_TAG, FRAME_END_TAG, FRAME_DECLARATION };

struct framer {
	enum frame_where where;
	char quote;             /* inside an attribute value: which quote ends it */
	bool is_slash_last;     /* the last character of the tag was a slash */
	bool is_dead;           /* drop everything: the reader has gone or begins anew */
	unsigned depth;
	struct nx_buf partial;  /* the beginning of a stanza whose end has not come yet */
};

struct stanza {
	const char *data;
	size_t len;
};

void framer_init(struct framer *framer, unsigned depth);
void framer_done(struct framer *framer);
/* Calls take() for each whole stanza; for the end of the stream with a stanza of length 0. take() may call
 * framer_restart(): the rest of the data is dropped then. */
void framer_feed(struct framer *framer, const char *data, size_t len, void (*take)(void *ctx, const struct stanza *st),
		 void *ctx);
/* A new stream begins (after TLS and SASL). */
void framer_restart(struct framer *framer);

/* The name with its prefix as the server wrote it. */
bool stanza_is(const struct stanza *st, const char *name);
bool stanza_has(const struct stanza *st, const char *text);
/* The value of an attribute of the outermost element, as written; NULL when there is none. */
const char *stanza_attr(const struct stanza *st, const char *name, size_t *len_r);
bool stanza_attr_is(const struct stanza *st, const char *name, const char *value);
/* What stands between the first <name…> and the next <; NULL when there is none. */
const char *stanza_text(const struct stanza *st, const char *name, size_t *len_r);

#endif
