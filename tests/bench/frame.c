/* Cutting a stream into stanzas (frame.h). */
#include "frame.h"

#include <string.h>

void framer_init(struct framer *framer, unsigned depth)
{
	*framer = (struct framer){ .depth = depth };
}

void framer_done(struct framer *framer)
{
	nx_buf_done(&framer->partial);
}

void framer_restart(struct framer *framer)
{
	framer->is_dead = true;
}

/* After the > of a tag. True when a child of the stream, or the stream itself, is complete. */
static bool tag_ends(struct framer *framer)
{
	enum frame_where where = framer->where;

	framer->where = FRAME_TEXT;
	if (where == FRAME_DECLARATION)
		return false;
	if (where == FRAME_END_TAG)
		return framer->depth-- <= 2;
	if (framer->is_slash_last)
		return framer->depth == 1;
	framer->depth++;
	return false;
}

/* Looks at the characters of a tag up to its end or the end of the data. Where it stopped; *is_end_r: behind the >. */
static const char *scan_tag(struct framer *framer, const char *at, const char *end, bool *is_end_r)
{
	*is_end_r = false;
	while (at < end) {
		char c = *at++;

		if (framer->quote) {
			const char *quote = c == framer->quote ? at - 1 : memchr(at, framer->quote, (size_t)(end - at));

			if (!quote)
				return end;
			at = quote + 1;
			framer->quote = 0;
			framer->is_slash_last = false;
		} else if (c == '>') {
			*is_end_r = true;
			return at;
		} else if (c == '"' || c == '\'') {
			framer->quote = c;
		} else {
			framer->is_slash_last = c == '/';
		}
	}
	return at;
}

static void tag_begins(struct framer *framer, char c)
{
	framer->where = c == '/' ? FRAME_END_TAG : c == '?' ? FRAME_DECLARATION : FRAME_START_TAG;
	framer->is_slash_last = false;
	framer->quote = 0;
}

/* Hands over what begins in partial (or at from) and ends at end. */
static void hand_over(struct framer *framer, const char *from, const char *end,
		      void (*take)(void *ctx, const struct stanza *st), void *ctx)
{
	struct stanza st = { from, (size_t)(end - from) };

	if (framer->partial.len) {
		nx_buf_add(&framer->partial, from, st.len);
		st = (struct stanza){ framer->partial.data, framer->partial.len };
	}
	if (framer->depth == 0)
		st.len = 0;
	take(ctx, &st);
	nx_buf_clear(&framer->partial);
}

static void begin_anew(struct framer *framer)
{
	nx_buf_done(&framer->partial);
	framer_init(framer, 0);
}

void framer_feed(struct framer *framer, const char *data, size_t len, void (*take)(void *ctx, const struct stanza *st),
		 void *ctx)
{
	const char *at = data, *end = data + len, *from = data;

	while (at < end) {
		bool is_end;

		if (framer->where == FRAME_TEXT) {
			at = memchr(at, '<', (size_t)(end - at));
			if (!at)
				break;
			if (framer->depth <= 1 && !framer->partial.len)
				from = at;
			at++;
			framer->where = FRAME_TAG_BEGIN;
			continue;
		}
		if (framer->where == FRAME_TAG_BEGIN)
			tag_begins(framer, *at);
		at = scan_tag(framer, at, end, &is_end);
		if (!is_end)
			break;
		if (tag_ends(framer)) {
			hand_over(framer, from, at, take, ctx);
			from = at;
		} else if (framer->depth <= 1) {
			/* The declaration or the stream header: nobody reads those. */
			nx_buf_clear(&framer->partial);
			from = at;
		}
		if (framer->is_dead) {
			begin_anew(framer);
			return;
		}
	}
	if (framer->depth > 1 || framer->where != FRAME_TEXT)
		nx_buf_add(&framer->partial, from, (size_t)(end - from));
}

/* A stanza ends with >, so that the loops below that look for a character of a tag stop inside it. */
bool stanza_is(const struct stanza *st, const char *name)
{
	size_t len = strlen(name);

	return st->len > len + 1 && !memcmp(st->data + 1, name, len) && memchr(" />\t\n", st->data[len + 1], 5);
}

bool stanza_has(const struct stanza *st, const char *text)
{
	return st->len && memmem(st->data, st->len, text, strlen(text));
}

/* Behind the name of the element comes  name='value' name="value" …  */
const char *stanza_attr(const struct stanza *st, const char *name, size_t *len_r)
{
	const char *at = st->data, *end = st->data + st->len;
	size_t name_len = strlen(name);

	while (at < end && !strchr(" />", *at))
		at++;
	while (at < end && *at != '>' && *at != '/') {
		const char *equals, *close;

		at += strspn(at, " \t\n");
		equals = memchr(at, '=', (size_t)(end - at));
		if (!equals || equals + 1 >= end)
			return NULL;
		close = memchr(equals + 2, equals[1], (size_t)(end - equals - 2));
		if (!close)
			return NULL;
		if ((size_t)(equals - at) == name_len && !memcmp(at, name, name_len)) {
			*len_r = (size_t)(close - equals - 2);
			return equals + 2;
		}
		at = close + 1;
		at += strspn(at, " \t\n");
	}
	return NULL;
}

bool stanza_attr_is(const struct stanza *st, const char *name, const char *value)
{
	size_t len;
	const char *found = stanza_attr(st, name, &len);

	return found && len == strlen(value) && !memcmp(found, value, len);
}

const char *stanza_text(const struct stanza *st, const char *name, size_t *len_r)
{
	const char *end = st->data + st->len;
	size_t name_len = strlen(name);

	for (const char *at = st->data; at && at < end; at = memchr(at + 1, '<', (size_t)(end - at - 1))) {
		const char *close, *next;

		if ((size_t)(end - at) < name_len + 2 || memcmp(at + 1, name, name_len) || !strchr(" >", at[name_len + 1]))
			continue;
		close = memchr(at, '>', (size_t)(end - at));
		next = close ? memchr(close, '<', (size_t)(end - close)) : NULL;
		if (!next)
			return NULL;
		*len_r = (size_t)(next - close - 1);
		return close + 1;
	}
	return NULL;
}
