/* Does what came fit what the story says? The rules are in README.md, "Patterns". */
#ifndef PROTO_MATCH_H
#define PROTO_MATCH_H

#include <stdbool.h>

struct nx_buf;
struct nx_pool;
struct nx_xml;

/* One element as a story writes it: in jabber:client, with the prefix stream. "<stream:stream …>" needs no end.
 * NULL when it is not one well-formed element. */
struct nx_xml *match_parse(struct nx_pool *pool, const char *text);

/* Values that patterns captured with {=name}. */
struct match_value {
	struct match_value *next;
	const char *name, *value;
};

/* why: the first difference in words. Captures are kept when everything fits. */
bool match_element(struct nx_pool *pool, const struct nx_xml *pattern, const struct nx_xml *el,
		   struct match_value **values, struct nx_buf *why);

#endif
