/* Reads story files. A line that begins with a blank goes on with the one before it, a line that begins with # is a comment. */
#include "story.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"

static int read_file(const char *path, struct nx_buf *buf)
{
	FILE *file = fopen(path, "r");
	size_t got;

	if (!file)
		return -1;
	do {
		got = fread(nx_buf_reserve(buf, 8192), 1, 8192, file);
		buf->len += got;
	} while (got > 0);
	int rc = ferror(file) ? -1 : 0;
	fclose(file);
	return rc;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static char *trim(char *text)
{
	size_t len = strlen(text);

	while (is_blank(*text)) {
		text++;
		len--;
	}
	while (len > 0 && is_blank(text[len - 1]))
		text[--len] = '\0';
	return text;
}

static void add_line(struct nx_pool *pool, struct story *story, unsigned number, char *text)
{
	bool goes_on = is_blank(*text);
	struct story_line *last = story->count > 0 ? &story->lines[story->count - 1] : NULL;

	if (*text == '#' || *trim(text) == '\0')
		return;
	if (goes_on && last)
		last->text = nx_pool_printf(pool, "%s\n%s", last->text, trim(text));
	else if (nx_str_has_prefix(text, "title") && is_blank(text[strlen("title")]))
		story->title = trim(text + strlen("title"));
	else
		story->lines[story->count++] = (struct story_line){ number, trim(text) };
}

static size_t count_lines(const char *text)
{
	size_t count = 1;

	for (; *text; text++)
		count += *text == '\n';
	return count;
}

struct story *story_read(struct nx_pool *pool, const char *path)
{
	struct story *story = NX_NEW(pool, struct story);
	struct nx_buf buf = NX_BUF_INIT;
	unsigned number = 1;

	if (read_file(path, &buf) < 0) {
		nx_buf_done(&buf);
		return NULL;
	}
	nx_buf_putc(&buf, '\0');
	char *text = nx_pool_strdup(pool, buf.data);

	nx_buf_done(&buf);
	story->path = nx_pool_strdup(pool, path);
	story->title = "";
	story->lines = NX_NEW_ARRAY(pool, struct story_line, count_lines(text));
	for (char *next; text; text = next, number++) {
		next = strchr(text, '\n');
		if (next)
			*next++ = '\0';
		add_line(pool, story, number, text);
	}
	return story;
}

char *story_word(char **text)
{
	char *word = *text;
	size_t len = strcspn(word, " \t\n");

	*text = word + len;
	if (**text)
		*(*text)++ = '\0';
	while (is_blank(**text) || **text == '\n')
		(*text)++;
	return word;
}
