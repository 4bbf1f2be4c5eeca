/* Braces in a story (README.md, "Words in braces"): addresses, captured values, and bytes that are tedious to write. */
#include "stage.h"

#include <string.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include "match.h"
#include "xml/writer.h"
#include "xmpp/ns.h"

#define HEADER "<?xml version='1.0'?><stream:stream to='" STAGE_HOST "' version='1.0' xmlns='" NX_NS_CLIENT \
	"' xmlns:stream='" NX_NS_STREAMS "'>"

#define OPEN "<open xmlns='" NX_NS_FRAMING "' to='" STAGE_HOST "' version='1.0'/>"

static const struct { const char *name, *text; } fixed_words[] = {
	{ "host", STAGE_HOST },
	{ "muc", "conference." STAGE_HOST },
	{ "header", HEADER },
	{ "open", OPEN },
	{ "password", "secret" },
};

static const char *find_value(const struct stage *stage, const char *name)
{
	for (size_t i = 0; i < sizeof(fixed_words) / sizeof(fixed_words[0]); i++) {
		if (nx_str_eq(fixed_words[i].name, name))
			return fixed_words[i].text;
	}
	for (const struct match_value *value = stage->values; value; value = value->next) {
		if (nx_str_eq(value->name, name))
			return value->value;
	}
	return NULL;
}

/* "repeat 3 ab": ababab. */
static void add_repeated(struct stage *stage, struct nx_buf *out, const char *args)
{
	const char *text = strchr(args, ' ');
	int64_t count;

	if (!text || nx_str_to_i64(nx_pool_strndup(stage->pool, args, (size_t)(text - args)), 1, 10000000, &count) < 0)
		stage_fail(stage, "write {repeat 3 ab}, not {repeat %s}", args);
	while (count-- > 0)
		nx_buf_puts(out, text + 1);
}

/* "base64 \0romeo\0secret": \0 is a NUL. */
static void add_base64(struct nx_buf *out, const char *text)
{
	struct nx_buf bytes = NX_BUF_INIT;

	for (; *text; text++) {
		bool is_nul = text[0] == '\\' && text[1] == '0';

		nx_buf_putc(&bytes, is_nul ? '\0' : *text);
		text += is_nul;
	}
	nx_base64_add(out, nx_buf_str(&bytes), bytes.len);
	nx_buf_done(&bytes);
}

/* A name that is not known otherwise is somebody's: {romeo} and {romeo/full}. */
static void add_address(struct stage *stage, struct nx_buf *out, const char *name)
{
	const char *resource = strchr(name, '/');
	size_t len = resource ? (size_t)(resource - name) : strlen(name);
	const char *local = nx_pool_strndup(stage->pool, name, len);

	if (!find_value(stage, nx_pool_printf(stage->pool, "user %s", local)))
		stage_fail(stage, "nobody knows {%s}", name);
	nx_buf_printf(out, "%s@%s%s", local, STAGE_HOST, resource ? resource : "");
}

static void add_word(struct stage *stage, struct nx_buf *out, const char *word)
{
	const char *value = find_value(stage, word);

	if (value)
		nx_buf_puts(out, value);
	else if (*word == '=')
		nx_buf_printf(out, "{%s}", word);       /* a capture: the pattern needs it as it is */
	else if (nx_str_has_prefix(word, "repeat "))
		add_repeated(stage, out, word + strlen("repeat "));
	else if (nx_str_has_prefix(word, "base64 "))
		add_base64(out, word + strlen("base64 "));
	else
		add_address(stage, out, word);
}

static const char *find_end(struct stage *stage, const char *begin)
{
	unsigned depth = 0;

	for (const char *p = begin; *p; p++) {
		depth += *p == '{';
		if (*p == '}' && --depth == 0)
			return p;
	}
	stage_fail(stage, "a brace is not closed: %s", begin);
}

char *stage_expand(struct stage *stage, const char *text)
{
	struct nx_buf out = NX_BUF_INIT;

	while (*text) {
		size_t len = strcspn(text, "{");

		nx_buf_add(&out, text, len);
		text += len;
		if (!*text)
			break;
		const char *end = find_end(stage, text);
		const char *inside = nx_pool_strndup(stage->pool, text + 1, (size_t)(end - text - 1));

		add_word(stage, &out, stage_expand(stage, inside));
		text = end + 1;
	}
	char *result = nx_pool_strdup(stage->pool, nx_buf_str(&out));

	nx_buf_done(&out);
	return result;
}
