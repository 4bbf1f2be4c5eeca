/* nexactl/arguments: from words to a request, with rows as a server would send them (core/command.h). */
#include "nexactl/arguments.h"
#include "base/buf.h"
#include "base/pool.h"
#include "nexactl/failure.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define MAX_WORDS 8

static const char rows_text[] =
	"[{\"name\":\"log\",\"summary\":\"s\",\"params\":[]},"
	" {\"name\":\"log level\",\"summary\":\"s\",\"params\":["
	"   {\"name\":\"level\",\"kind\":\"string\",\"required\":true,\"help\":\"how much\"}]},"
	" {\"name\":\"add\",\"summary\":\"s\",\"confirm\":\"Sure.\",\"params\":["
	"   {\"name\":\"jid\",\"kind\":\"account\",\"required\":true,\"help\":\"who\"},"
	"   {\"name\":\"password\",\"kind\":\"password\",\"required\":true,\"help\":\"p\"},"
	"   {\"name\":\"age\",\"kind\":\"int\",\"required\":true,\"help\":\"years\"},"
	"   {\"name\":\"admin\",\"kind\":\"flag\",\"required\":false,\"help\":\"a\"},"
	"   {\"name\":\"reason\",\"kind\":\"string\",\"required\":false,\"help\":\"why\"}]}]";

struct fixture { struct nx_pool *pool; json_t *rows; };

static int set_up(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	struct fixture *fixture = NX_NEW(pool, struct fixture);

	fixture->pool = pool;
	fixture->rows = json_loads(rows_text, 0, NULL);
	*state = fixture;
	return fixture->rows ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	struct nx_pool *pool = fixture->pool;

	json_decref(fixture->rows);
	nx_pool_free(&pool);
	return 0;
}

/* words: "nexactl|--json|add", split at the bars. */
static int read_words(struct nx_pool *pool, const char *words, struct arguments *args, struct failure *why)
{
	char *argv[MAX_WORDS + 1] = {0};
	int argc = 0;

	for (const char *at = words; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
		assert_true(argc < MAX_WORDS);
		argv[argc++] = nx_pool_strndup(pool, at, strcspn(at, "|"));
	}
	return arguments_read(pool, argc, argv, args, why);
}

static void join(char *out, size_t size, const struct arguments *args)
{
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < args->count; i++)
		len += (size_t)snprintf(out + len, size - len, "%s%s", i > 0 ? "|" : "", args->words[i]);
	assert_null(args->words[args->count]);
}

static void own_options_stand_anywhere(void **state)
{
	static const struct { const char *words, *left, *state_dir; bool is_json, is_confirmed, wants_help; } table[] = {
		{ "nexactl", "", NULL, false, false, false },
		{ "nexactl|--json|add|a", "add|a", NULL, true, false, false },
		{ "nexactl|add|a|--yes|--json", "add|a", NULL, true, true, false },
		{ "nexactl|--state-dir|/x|add", "add", "/x", false, false, false },
		{ "nexactl|add|--state-dir=/x|-y", "add", "/x", false, true, false },
		{ "nexactl|add|--help", "add", NULL, false, false, true },
		{ "nexactl|--state-dirs|/x", "--state-dirs|/x", NULL, false, false, false },
		{ "nexactl|add|--|--json", "add|--|--json", NULL, false, false, false },
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arguments args;
		struct failure why;
		char left[256];

		assert_int_equal(read_words(fixture->pool, table[i].words, &args, &why), 0);
		join(left, sizeof(left), &args);
		assert_string_equal(left, table[i].left);
		assert_int_equal(args.is_json, table[i].is_json);
		assert_int_equal(args.is_confirmed, table[i].is_confirmed);
		assert_int_equal(args.wants_help, table[i].wants_help);
		if (table[i].state_dir)
			assert_string_equal(args.state_dir, table[i].state_dir);
		else
			assert_null(args.state_dir);
	}
}

static void a_state_dir_without_value_is_refused(void **state)
{
	static const char *const table[] = { "nexactl|--state-dir", "nexactl|--state-dir=", "nexactl|--state-dir|" };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arguments args;
		struct failure why;

		assert_int_equal(read_words(fixture->pool, table[i], &args, &why), -1);
		assert_int_equal(why.exit_code, EXIT_USAGE);
	}
}

static void the_longest_name_is_found(void **state)
{
	static const struct { const char *words, *name; size_t used; } table[] = {
		{ "nexactl|log", "log", 1 }, { "nexactl|log|level|x", "log level", 2 }, { "nexactl|log|lev", "log", 1 },
		{ "nexactl|add|log", "add", 1 }, { "nexactl|logs", NULL, 0 }, { "nexactl|lo", NULL, 0 }, { "nexactl|level", NULL, 0 },
		{ "nexactl||", NULL, 0 },
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arguments args;
		struct failure why = {0};
		size_t used;

		assert_int_equal(read_words(fixture->pool, table[i].words, &args, &why), 0);
		const json_t *row = arguments_find(fixture->rows, &args, &used, &why);
		assert_int_equal(used, table[i].used);
		if (table[i].name)
			assert_string_equal(row_text(row, "name"), table[i].name);
		else
			assert_true(!row && why.exit_code == EXIT_USAGE && why.text[0]);
	}
}

static void words_become_arguments(void **state)
{
	/* json NULL: refused, and the sentence has this text. */
	static const struct { const char *words, *json, *text; bool is_stdin; } table[] = {
		{ "nexactl|add|a@b|7", "{\"jid\":\"a@b\",\"age\":7}", NULL, false },
		{ "nexactl|add|a@b|-7", "{\"jid\":\"a@b\",\"age\":-7}", NULL, false },
		{ "nexactl|add|--admin|a@b|--reason|x y|7", "{\"admin\":true,\"jid\":\"a@b\",\"reason\":\"x y\",\"age\":7}", NULL, false },
		{ "nexactl|add|a@b|7|--reason=--admin", "{\"jid\":\"a@b\",\"age\":7,\"reason\":\"--admin\"}", NULL, false },
		{ "nexactl|add|a@b|7|--reason=", "{\"jid\":\"a@b\",\"age\":7,\"reason\":\"\"}", NULL, false },
		{ "nexactl|add|--age|7|a@b", "{\"age\":7,\"jid\":\"a@b\"}", NULL, false },
		{ "nexactl|add|7|--jid|a@b", NULL, "jid is given twice", false },
		{ "nexactl|add|a@b|7|--password-stdin", "{\"jid\":\"a@b\",\"age\":7}", NULL, true },
		{ "nexactl|add|7|--|--admin", NULL, "age has to be a whole number, not \"--admin\"", false },
		{ "nexactl|add", NULL, "JID (who) is missing", false },
		{ "nexactl|add|a@b", NULL, "AGE (years) is missing", false },
		{ "nexactl|add|a@b|7|8", NULL, "\"8\" is one word too many", false },
		{ "nexactl|add|a@b|seven", NULL, "whole number", false },
		{ "nexactl|add|a@b|99999999999999999999", NULL, "whole number", false },
		{ "nexactl|add|a@b|7|--password|x", NULL, "--password-stdin", false },
		{ "nexactl|add|a@b|7|--password=x", NULL, "--password-stdin", false },
		{ "nexactl|add|a@b|7|--reason-stdin", NULL, "there is no option --reason-stdin", false },
		{ "nexactl|add|a@b|7|--admin=1", NULL, "--admin has no value", false },
		{ "nexactl|add|a@b|7|--reason", NULL, "--reason needs a value", false },
		{ "nexactl|add|a@b|7|--", "{\"jid\":\"a@b\",\"age\":7}", NULL, false },
		{ "nexactl|add|\xff@b|7", NULL, "jid is not valid UTF-8", false },
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		json_t *want = table[i].json ? json_loads(table[i].json, 0, NULL) : NULL;
		struct arguments args;
		struct failure why = {0};
		struct mapping map;
		size_t used;

		assert_int_equal(read_words(fixture->pool, table[i].words, &args, &why), 0);
		const json_t *row = arguments_find(fixture->rows, &args, &used, &why);
		int rc = arguments_map(row, (const char *const *)args.words + used, &map, &why);
		if (rc < 0 && table[i].json)
			print_message("%s: %s\n", table[i].words, why.text);
		assert_int_equal(rc, table[i].json ? 0 : -1);
		if (want) {
			assert_true(json_equal(map.args, want));
			assert_int_equal(map.stdin_param != NULL, table[i].is_stdin);
		} else {
			assert_null(map.args);
			assert_int_equal(why.exit_code, EXIT_USAGE);
			assert_non_null(strstr(why.text, table[i].text));
		}
		json_decref(want);
		json_decref(map.args);
	}
}

static void the_usage_shows_every_parameter(void **state)
{
	struct fixture *fixture = *state;
	struct nx_buf usage = NX_BUF_INIT;

	arguments_usage(&usage, json_array_get(fixture->rows, 2));
	assert_string_equal(nx_buf_str(&usage),
			    "nexactl add JID [--password-stdin] AGE [--admin] [--reason REASON] [--yes]");
	nx_buf_done(&usage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(own_options_stand_anywhere, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_state_dir_without_value_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_longest_name_is_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(words_become_arguments, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_usage_shows_every_parameter, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
