/* The sample file and the option part of the manual page, written from the rows so that neither can be wrong. */
#include "base/buf.h"
#include "base/str.h"
#include "conf/conf_private.h"
#include <string.h>

/* The variable and its aliases: "NEXA_HTTP_PORT, PORT". */
static void add_variables(struct nx_buf *out, const struct nx_option *option)
{
	char name[NX_CONF_ENV_SIZE];

	nx_conf_env_name(name, option);
	nx_buf_puts(out, name);
	for (const char *at = option->env_alias; at && *at; ) {
		size_t len = strcspn(at, ",");

		nx_buf_puts(out, ", ");
		nx_buf_add(out, at, len);
		at += len + (at[len] == ',');
		at += strspn(at, " ");
	}
}

/* Behind the sentence about the kind. */
static void add_remarks(struct nx_buf *out, const struct nx_option *option)
{
	if (option->is_per_host)
		nx_buf_puts(out, " May differ in a host section.");
	if (option->needs_restart)
		nx_buf_puts(out, " A change needs a restart.");
}

static void write_sample_row(const struct nx_conf *conf, const struct nx_option *option, FILE *out)
{
	const struct nx_conf_row *row = nx_conf_find_row(conf, option->name);
	struct nx_buf kind = NX_BUF_INIT, names = NX_BUF_INIT, value = NX_BUF_INIT;

	nx_conf_kind_describe(&kind, option);
	add_variables(&names, option);
	nx_buf_putc(&kind, '.');
	add_remarks(&kind, option);
	nx_conf_value_format(&value, option, &row->preset);
	fprintf(out, "\n# %s\n# It is %s\n# Environment: %s\n", option->help, nx_buf_str(&kind), nx_buf_str(&names));
	fprintf(out, "#%s = %s\n", option->name, value.len ? value.data : "\"\"");
	nx_buf_done(&kind);
	nx_buf_done(&names);
	nx_buf_done(&value);
}

void nx_conf_write_sample(const struct nx_conf *conf, FILE *out)
{
	fputs("# Configuration of Nexa: every option with its default. Take away the # in front of what you change.\n"
	      "#   text: \"in quotes\", ${VARIABLE} and ${VARIABLE:-default} are replaced    list: { \"a\", \"b\" }; += adds to it\n"
	      "#   host \"example.org\" { registration = closed }    options for one host only\n"
	      "#   include(\"other.conf\")    path relative to this file\n"
	      "# The environment wins over this file, the command line wins over both.\n", out);
	for (size_t i = 0; i < conf->table_count; i++) {
		const struct nx_conf_table *table = &conf->tables[i];

		fprintf(out, "\n\n# %s: %s\n", table->owner, table->summary);
		for (const struct nx_option *option = table->options; option->kind != NX_OPT_KIND_END; option++)
			write_sample_row(conf, option, out);
	}
}

/* Text of ours between man(7) macros: no macro at the beginning of a line, no escapes, minus signs that can be copied. */
static void write_roff(FILE *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", out);
	for (; *text; text++) {
		switch (*text) {
		case '\\':
			fputs("\\e", out);
			break;
		case '-':
			fputs("\\-", out);
			break;
		case '"':
			fputs("\\(dq", out);
			break;
		default:
			fputc(*text, out);
		}
	}
}

static void write_manual_row(const struct nx_conf *conf, const struct nx_option *option, FILE *out)
{
	const struct nx_conf_row *row = nx_conf_find_row(conf, option->name);
	struct nx_buf text = NX_BUF_INIT;

	fputs(".TP\n.B ", out);
	write_roff(out, option->name);
	nx_buf_printf(&text, "\n%s%s\n.br\nIt is ", option->help, nx_str_has_suffix(option->help, ".") ? "" : ".");
	nx_conf_kind_describe(&text, option);
	nx_buf_puts(&text, "; default: ");
	nx_conf_value_format(&text, option, &row->preset);
	if (nx_str_has_suffix(nx_buf_str(&text), ": "))
		nx_buf_puts(&text, "not set");
	nx_buf_puts(&text, ".");
	add_remarks(&text, option);
	nx_buf_puts(&text, "\n.br\nEnvironment: ");
	add_variables(&text, option);
	nx_buf_puts(&text, ".\n");
	write_roff(out, nx_buf_str(&text));
	nx_buf_done(&text);
}

void nx_conf_write_manual(const struct nx_conf *conf, FILE *out)
{
	for (size_t i = 0; i < conf->table_count; i++) {
		const struct nx_conf_table *table = &conf->tables[i];

		fputs(".SS \"", out);
		write_roff(out, table->owner);
		fputs("\"\n", out);
		write_roff(out, table->summary);
		fputs(".\n", out);
		for (const struct nx_option *option = table->options; option->kind != NX_OPT_KIND_END; option++)
			write_manual_row(conf, option, out);
	}
}
