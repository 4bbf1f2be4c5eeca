/* A look over the text of a configuration file before libconfuse reads it, because libconfuse 3.3 accepts or reports
 * some mistakes badly: a missing closing brace and an unclosed comment in silence, an unclosed quote at the end of the file, an unset
 * ${VARIABLE} as an empty text, "a = b = c" without saying what it took for what; it refuses comments inside lists, counts lines
 * wrong behind comments, and leaks on a broken include(). So we refuse those with the line where they begin, and blank the
 * comments. reader.c checks with a sentinel that libconfuse has seen the same braces.
 * In the first pass the words in front of "=" are collected: options of modules that are not loaded yet. */
#include "conf/conf_private.h"
#include "base/map.h"
#include "base/pool.h"
#include <stdlib.h>
#include <string.h>

#define MAX_BRACES 3    /* host "x" { list = { } } needs two */

struct scan {
	const struct nx_conf *conf;
	struct nx_pool *pool;
	const char *path;
	char *at;                       /* ends with NUL */
	int line;
	int open_lines[MAX_BRACES];
	size_t open_count;
	const char *word;               /* the last one outside quotes and its place, for "name =" */
	size_t word_len;
	bool word_is_value;             /* it came behind "=" */
	bool is_value_next;
	int equal_line;
	struct nx_map *names;
	struct nx_error *err;
};

static int fail_line(struct scan *s, int line, const char *what)
{
	return nx_fail(s->err, NX_E_CONFIG, "%s:%d: %s", s->path, line, what);
}

static void forget_word(struct scan *s)
{
	s->word = NULL;
	s->is_value_next = false;
}

static void blank_line(struct scan *s)
{
	while (*s->at && *s->at != '\n')
		*s->at++ = ' ';
}

static int blank_block(struct scan *s)
{
	const char *end = strstr(s->at + 2, "*/");
	int line = s->line;

	if (!end)
		return fail_line(s, line, "the comment that begins here is not closed; write */ behind it");
	for (end += 2; s->at < end; s->at++) {
		if (*s->at == '\n')
			s->line++;
		else
			*s->at = ' ';
	}
	return 0;
}

/* At "${": libconfuse reads as far as the next brace and takes an unset variable for an empty text. */
static int check_variable(struct scan *s)
{
	char name[128];
	size_t len;

	s->at += 2;
	len = strspn(s->at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
	if (len == 0 || len >= sizeof(name) || (s->at[len] != '}' && strncmp(s->at + len, ":-", 2) != 0))
		return fail_line(s, s->line, "${ needs the name of an environment variable and }; write \\$ for a dollar sign");
	memcpy(name, s->at, len);
	name[len] = '\0';
	s->at += len;
	if (*s->at == '}' && !getenv(name))
		return nx_fail(s->err, NX_E_CONFIG, "%s:%d: the environment variable %s is not set; set it or write ${%s:-DEFAULT}",
			       s->path, s->line, name, name);
	len = strcspn(s->at, "}\n");
	s->at += len;
	if (*s->at != '}')
		return fail_line(s, s->line, "the ${ in this line is not closed; write } behind it");
	s->at++;
	return 0;
}

static int skip_quoted(struct scan *s)
{
	char quote = *s->at++;
	int line = s->line;

	while (*s->at && *s->at != quote) {
		if (quote == '"' && s->at[0] == '$' && s->at[1] == '{') {
			if (check_variable(s) < 0)
				return -1;
			continue;
		}
		if (*s->at == '\\' && s->at[1])
			s->at++;
		if (*s->at == '\n')
			s->line++;
		s->at++;
	}
	if (*s->at == '\0')
		return fail_line(s, line, "the text that begins in this line is not closed; write a quote behind it");
	s->at++;
	forget_word(s);
	return 0;
}

/* At the opening parenthesis of include: exactly one quoted text. */
static int skip_include(struct scan *s)
{
	static const char help[] = "wrong use of ( ); write include(\"FILE\")";
	int line = s->line;

	s->at++;
	s->at += strspn(s->at, " \t");
	if (*s->at != '"' && *s->at != '\'')
		return fail_line(s, line, help);
	if (skip_quoted(s) < 0)
		return -1;
	s->at += strspn(s->at, " \t");
	if (*s->at != ')')
		return fail_line(s, line, help);
	s->at++;
	return 0;
}

static int open_brace(struct scan *s)
{
	if (s->open_count == MAX_BRACES)
		return fail_line(s, s->line, "a { too many; an earlier one is not closed");
	s->open_lines[s->open_count++] = s->line;
	forget_word(s);
	s->at++;
	return 0;
}

static int close_brace(struct scan *s)
{
	if (s->open_count == 0)
		return fail_line(s, s->line, "a } too many; nothing is open here");
	s->open_count--;
	forget_word(s);
	s->at++;
	return 0;
}

static int collect_name(struct scan *s)
{
	char *name = nx_pool_strndup(s->pool, s->word, s->word_len);

	if (nx_conf_find_row(s->conf, name) || nx_map_find(s->names, name, s->word_len))
		return 0;
	if (nx_map_count(s->names) == NX_CONF_MAX_UNKNOWN)
		return fail_line(s, s->line, "too many unknown options; is this a configuration file of Nexa?");
	nx_map_set(s->names, name, s->word_len, name);
	return 0;
}

static int see_equal(struct scan *s)
{
	if (s->is_value_next || (s->word && s->word_is_value))
		return fail_line(s, s->equal_line, "the value behind = is missing; write one, with \"quotes\" around special signs");
	if (s->word && s->names && collect_name(s) < 0)
		return -1;
	forget_word(s);
	s->is_value_next = true;
	s->equal_line = s->line;
	s->at++;
	return 0;
}

static void see_word(struct scan *s)
{
	s->word = s->at;
	s->word_len = strcspn(s->at, " #\"'\t\n\r={}()+,*");
	s->word_is_value = s->is_value_next;
	s->is_value_next = false;
	s->at += s->word_len;
}

static int see_token(struct scan *s)
{
	switch (*s->at) {
	case '\n':
		s->line++;
		s->at++;
		return 0;
	case ' ': case '\t': case '\r': case '+':
		s->at++;
		return 0;
	case ',':
		forget_word(s);
		s->at++;
		return 0;
	case '#':
		blank_line(s);
		return 0;
	case '"': case '\'':
		return skip_quoted(s);
	case '{':
		return open_brace(s);
	case '}':
		return close_brace(s);
	case '(':
		return skip_include(s);
	case '=':
		return see_equal(s);
	case '$':
		forget_word(s);
		if (s->at[1] == '{')
			return check_variable(s);
		break;
	case '/':
		if (s->at[1] == '*')
			return blank_block(s);
		if (s->at[1] == '/') {
			blank_line(s);
			return 0;
		}
		break;
	case '*': case ')':
		return nx_fail(s->err, NX_E_CONFIG, "%s:%d: unexpected %c; put texts with special signs into \"quotes\"",
			       s->path, s->line, *s->at);
	}
	see_word(s);
	return 0;
}

int nx_conf_scan(const struct nx_conf *conf, struct nx_pool *pool, const char *path, char *text, size_t len,
		 struct nx_map *names, struct nx_error *err)
{
	struct scan s = { .conf = conf, .pool = pool, .path = path, .at = text, .line = 1, .names = names, .err = err };

	if (strlen(text) != len)
		return nx_fail(err, NX_E_CONFIG, "%s: has a NUL byte; this is not a text file", path);
	while (*s.at) {
		if (see_token(&s) < 0)
			return -1;
	}
	if (s.is_value_next)
		return fail_line(&s, s.equal_line, "the value behind = is missing; write one, with \"quotes\" around special signs");
	if (s.open_count > 0)
		return fail_line(&s, s.open_lines[s.open_count - 1], "the { in this line is not closed; write } behind it");
	return 0;
}
