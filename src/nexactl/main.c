/* nexactl: administrators' commands for a running nexad, over its control socket.
 *
 * The commands are the server's (core/command.h): nexactl asks for their rows, makes its words into the arguments of one of
 * them, sends the request and shows the answer. Of its own it has help and config check. Exit codes: failure.h. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include "nexactl/arguments.h"
#include "nexactl/check.h"
#include "nexactl/client.h"
#include "nexactl/failure.h"
#include "nexactl/help.h"
#include "nexactl/password.h"
#include "nexactl/show.h"

/* ---- answering ---- */

static void show(const struct arguments *args, const json_t *result)
{
	if (args->is_json) {
		json_dumpf(result, stdout, JSON_INDENT(2));
		puts("");
	} else {
		show_result(stdout, result);
	}
}

static int complain(const struct arguments *args, const struct failure *why)
{
	json_t *answer;

	if (!args->is_json) {
		fprintf(stderr, "nexactl: %s\n", why->text);
		return why->exit_code;
	}
	answer = json_pack("{s:{s:s, s:s}}", "error", "condition", why->condition, "text", why->text);
	show(args, answer);
	json_decref(answer);
	return why->exit_code;
}

/* ---- a command of the server ---- */

static int add_password(json_t *params, const char *name, bool is_from_stdin, struct failure *why)
{
	char password[PASSWORD_MAX], option[128];

	snprintf(option, sizeof(option), "--%s-stdin", name);
	int rc = is_from_stdin ? password_from_stdin(password, why) : password_ask(password, option, why);
	if (rc == 0)
		json_object_set_new(params, name, json_string(password));
	nx_secret_wipe(password, sizeof(password));
	return rc;
}

static int add_passwords(const json_t *row, const struct mapping *map, struct failure *why)
{
	json_t *param;
	size_t i;

	json_array_foreach(json_object_get(row, "params"), i, param) {
		const char *name = row_text(param, "name");
		bool is_from_stdin = nx_str_eq(name, map->stdin_param);

		if (!param_is(param, "password") || (!is_from_stdin && !json_is_true(json_object_get(param, "required"))))
			continue;
		if (add_password(map->args, name, is_from_stdin, why) < 0)
			return -1;
	}
	return 0;
}

/* What the row wants a person to agree to first. */
static int confirm(const struct arguments *args, const json_t *row, struct failure *why)
{
	const char *sentence = json_string_value(json_object_get(row, "confirm"));
	struct nx_buf question = NX_BUF_INIT;
	bool is_yes;

	if (!sentence || args->is_confirmed)
		return 0;
	if (!isatty(STDIN_FILENO))
		return fail(why, EXIT_USAGE, "usage",
			    "%s asks before it acts, and there is no terminal to ask on; if you are sure, add --yes",
			    row_text(row, "name"));
	for (const char *const *word = (const char *const *)args->words; *word; word++)
		nx_buf_printf(&question, "%s ", *word);
	nx_buf_printf(&question, "- %s Go on?", sentence);
	is_yes = ask_yes(nx_buf_str(&question));
	nx_buf_done(&question);
	return is_yes ? 0 : fail(why, EXIT_REFUSED, "cancelled", "nothing was done");
}

static int run_row(const struct arguments *args, const json_t *row, size_t used, struct failure *why)
{
	struct mapping map;
	json_t *result = NULL;

	if (arguments_map(row, (const char *const *)args->words + used, &map, why) < 0)
		return -1;
	int rc = confirm(args, row, why);
	if (rc == 0)
		rc = add_passwords(row, &map, why);
	if (rc == 0)
		rc = client_ask(args->state_dir, row_text(row, "name"), map.args, &result, why);
	if (rc == 0)
		show(args, result);
	json_decref(map.args);
	json_decref(result);
	return rc;
}

/* ---- nexactl's own ---- */

static int run_check(const struct arguments *args, const json_t *row, size_t used, struct failure *why)
{
	struct mapping map;
	json_t *result = NULL;

	if (arguments_map(row, (const char *const *)args->words + used, &map, why) < 0)
		return -1;
	int rc = check_configuration(json_string_value(json_object_get(map.args, "config")), &result, why);
	if (rc == 0)
		show(args, result);
	json_decref(map.args);
	json_decref(result);
	return rc;
}

/* "help", "help account add", "account add --help". */
static int run_help(struct arguments *args, const json_t *local, const json_t *rows, const struct failure *no_server,
		    struct failure *why)
{
	const json_t *row;
	size_t used;

	if (nx_str_eq(args->words[0], "help")) {
		args->words++;
		args->count--;
	}
	if (args->is_json && rows) {
		show(args, rows);
		return 0;
	}
	if (args->count == 0) {
		help_all(local, rows, no_server->text);
		return 0;
	}
	row = arguments_find(local, args, &used, why);
	if (!row && !rows)
		*why = *no_server;
	if (!row && rows)
		row = arguments_find(rows, args, &used, why);
	if (row)
		help_one(row);
	return row ? 0 : -1;
}

/* ---- which of them ---- */

static int run(struct arguments *args, const json_t *local, struct failure *why)
{
	struct failure no_server = {0};
	json_t *rows = NULL;
	size_t used = 0;
	bool is_help = args->wants_help || args->count == 0 || nx_str_eq(args->words[0], "help");
	const json_t *row = is_help ? NULL : arguments_find(local, args, &used, why);

	if (row)
		return run_check(args, row, used, why);
	int rc = client_ask(args->state_dir, "commands", NULL, &rows, &no_server);
	if (is_help) {
		rc = run_help(args, local, rc == 0 ? rows : NULL, &no_server, why);
	} else if (rc < 0) {
		*why = no_server;
	} else {
		row = arguments_find(rows, args, &used, why);
		rc = row ? run_row(args, row, used, why) : -1;
	}
	json_decref(rows);
	return rc;
}

static const char *choose_state_dir(const char *given)
{
	const char *from_env = getenv("NEXA_STATE_DIR");

	if (given)
		return given;
	return from_env && *from_env ? from_env : NX_STATE_DIR;
}

int main(int argc, char **argv)
{
	struct nx_pool *pool = nx_pool_new("nexactl", 0);
	json_t *local = help_local_rows();
	struct arguments args;
	struct failure why = {0};
	int exit_code = EXIT_DONE;

	setlocale(LC_CTYPE, "C.UTF-8");
	if (arguments_read(pool, argc, argv, &args, &why) < 0) {
		exit_code = complain(&args, &why);
	} else if (args.wants_version) {
		puts("nexactl " PACKAGE_VERSION);
	} else {
		args.state_dir = choose_state_dir(args.state_dir);
		if (run(&args, local, &why) < 0)
			exit_code = complain(&args, &why);
	}
	json_decref(local);
	nx_pool_free(&pool);
	return exit_code;
}
