/* The help (help.h). */
#include "nexactl/help.h"

#include <stdio.h>

#include "base/buf.h"
#include "nexactl/arguments.h"
#include "nexactl/show.h"

static const char usage[] =
	"nexactl, administration of a running Nexa server\n\n"
	"  nexactl [--state-dir DIR] [--json] [--yes] COMMAND ...\n\n"
	"  --state-dir DIR  the server's state directory; else NEXA_STATE_DIR, else " NX_STATE_DIR "\n"
	"  --json           answer in JSON, for scripts\n"
	"  --yes            do not ask before something is removed for good\n"
	"  --version        print the version\n\n";

json_t *help_local_rows(void)
{
	return json_pack("[{s:s, s:s, s:[{s:s, s:s, s:b, s:s}]}, {s:s, s:s, s:[{s:s, s:s, s:b, s:s}]}]",
			 "name", "config check", "summary", "Checks a configuration file; works without a server", "params",
			 "name", "config", "kind", "string", "required", 0, "help", "the file; else the one that nexad reads by itself",
			 "name", "help", "summary", "Lists the commands, or tells about one", "params",
			 "name", "command", "kind", "string", "required", 0, "help", "help COMMAND: the command's name");
}

static size_t widest(const json_t *rows, size_t width)
{
	json_t *row;
	size_t i;

	json_array_foreach(rows, i, row) {
		if (show_width(row_text(row, "name")) > width)
			width = show_width(row_text(row, "name"));
	}
	return width;
}

static void list(const json_t *rows, size_t width)
{
	json_t *row;
	size_t i;

	json_array_foreach(rows, i, row) {
		fputs("  ", stdout);
		show_pair(stdout, row_text(row, "name"), width, row_text(row, "summary"));
	}
}

void help_all(const json_t *local, const json_t *rows, const char *sentence)
{
	size_t width = widest(local, widest(rows, 0));

	fputs(usage, stdout);
	puts("Commands:");
	list(rows, width);
	list(local, width);
	if (rows)
		puts("\nnexactl help COMMAND tells how a command is written.");
	else
		printf("\nThe other commands come from the server: %s\n", sentence);
}

void help_one(const json_t *row)
{
	struct nx_buf text = NX_BUF_INIT;
	json_t *param;
	size_t i;

	arguments_usage(&text, row);
	printf("%s\n\n%s.\n", nx_buf_str(&text), row_text(row, "summary"));
	if (json_is_string(json_object_get(row, "confirm")))
		printf("%s\nAsks before it does so; --yes: without asking.\n", row_text(row, "confirm"));
	if (json_array_size(json_object_get(row, "params")) > 0)
		puts("");
	json_array_foreach(json_object_get(row, "params"), i, param) {
		const char *name = row_text(param, "name");

		nx_buf_clear(&text);
		if (param_is(param, "password"))
			nx_buf_printf(&text, "  --%s-stdin", name);
		else
			nx_buf_printf(&text, param_is_positional(param) ? "  %s" : "  --%s", name);
		show_pair(stdout, nx_buf_str(&text), 20, row_text(param, "help"));
		if (param_is(param, "password"))
			show_pair(stdout, "", 20, "read from standard input, one line; without this option nexactl asks");
	}
	nx_buf_done(&text);
}
