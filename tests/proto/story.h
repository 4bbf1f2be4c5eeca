/* A story file as lines: what README.md calls a conversation. Knows how lines are written, not what they mean. */
#ifndef PROTO_STORY_H
#define PROTO_STORY_H

#include <stddef.h>

struct nx_pool;

struct story_line {
	unsigned number;                /* in the file, from 1 */
	char *text;                     /* without comments, joined with its indented following lines */
};

struct story {
	const char *path;
	const char *title;              /* "" when the file has none */
	struct story_line *lines;       /* all but the title */
	size_t count;
};

/* Everything lives in pool; NULL when the file cannot be read. */
struct story *story_read(struct nx_pool *pool, const char *path);
/* Cuts the first word off: "romeo   > <iq/>" gives "romeo" and leaves "> <iq/>". "" at the end. */
char *story_word(char **text);

#endif
