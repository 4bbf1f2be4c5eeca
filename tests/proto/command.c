/* Administrators' commands in a story (command.h). An answer is the JSON that nexactl would print: the result, or {"error": condition,
 * "text": …}. */
#include "command.h"

#include <jansson.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "core/command.h"
#include "match.h"
#include "stage.h"
#include "story.h"
#include "xmpp/error.h"

static void answered(void *ctx, json_t *result, const struct nx_error *err)
{
	struct stage *stage = ctx;

	stage->answer = err ? json_pack("{s:s, s:s}", "error", nx_error_stanza_condition(err->kind), "text", err->text)
			    : json_incref(result);
}

static void add_arg(struct stage *stage, json_t *args, const char *word)
{
	const char *equals = strchr(word, '='), *text = equals + 1;
	const char *name = nx_pool_strndup(stage->pool, word, (size_t)(equals - word));
	int64_t number;

	if (nx_str_eq(text, "true"))
		json_object_set_new(args, name, json_true());
	else if (nx_str_to_i64(text, INT64_MIN, INT64_MAX, &number) == 0)
		json_object_set_new(args, name, json_integer(number));
	else
		json_object_set_new(args, name, json_string(text));
}

void command_run(struct stage *stage, char *args)
{
	struct nx_buf name = NX_BUF_INIT;
	json_t *object = json_object();
	char *text = stage_expand(stage, args);
	const char *word;

	stage_start(stage);
	stage_settle(stage);
	command_forget(stage);
	while (*(word = story_word(&text))) {
		if (strchr(word, '='))
			add_arg(stage, object, word);
		else
			nx_buf_printf(&name, "%s%s", name.len > 0 ? " " : "", word);
	}
	nx_command_run(stage->server, nx_buf_str(&name), object, "story", answered, stage);
	stage_settle(stage);
	json_decref(object);
	nx_buf_done(&name);
	if (!stage->answer)
		stage_fail(stage, "the command was not answered");
}

void command_forget(struct stage *stage)
{
	if (stage->answer)
		json_decref(stage->answer);
	stage->answer = NULL;
}

/* A number is an index; "count" of an array is its length. */
static const char *find_value(struct stage *stage, const char *path)
{
	json_t *at = stage->answer;

	for (char **steps = nx_str_split(stage->pool, path, '.'); at && *steps; steps++) {
		int64_t index;

		if (json_is_array(at) && nx_str_eq(*steps, "count"))
			return nx_pool_printf(stage->pool, "%zu", json_array_size(at));
		if (json_is_array(at))
			at = nx_str_to_i64(*steps, 0, 10000, &index) == 0 ? json_array_get(at, (size_t)index) : NULL;
		else
			at = json_object_get(at, *steps);
	}
	if (!at || json_is_string(at))
		return nx_pool_strdup(stage->pool, json_string_value(at));
	char *text = json_dumps(at, JSON_ENCODE_ANY | JSON_COMPACT);
	const char *copy = nx_pool_strdup(stage->pool, text);

	nx_mem_free(text);
	return copy;
}

void command_answer(struct stage *stage, char *args)
{
	const char *path = story_word(&args), *equals = story_word(&args), *pattern = stage_expand(stage, args);
	const char *got = find_value(stage, path);
	size_t len = strlen(pattern);

	if (!nx_str_eq(equals, "="))
		stage_fail(stage, "write: answer PATH = VALUE");
	if (got && nx_str_has_prefix(pattern, "{=") && pattern[len - 1] == '}') {
		struct match_value *value = NX_NEW(stage->pool, struct match_value);

		*value = (struct match_value){ stage->values, nx_pool_strndup(stage->pool, pattern + 2, len - 3), got };
		stage->values = value;
	} else if (!got || (!nx_str_eq(pattern, "*") && !nx_str_eq(pattern, got))) {
		char *all = json_dumps(stage->answer, JSON_ENCODE_ANY);

		stage_fail(stage, "%s is %s and not %s in the answer:\n%s", path, got ? got : "not there", pattern, all);
	}
}
