/* Options from the environment (NEXA_ and the name in capitals, and the aliases that hosting platforms use, such as PORT) and
 * from the command line (name=value). An empty environment variable counts as not set: compose files and units produce
 * them. A NEXA_ name that nobody knows is refused in the strict pass, because a misspelt limit that is silently
 * ignored is found out too late. */
#include "conf/conf_private.h"
#include "base/pool.h"
#include "base/str.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "NEXA_"

/* Behind the prefix: what our programs and scripts read themselves. */
static const char *const foreign_names[] = { "BUILD_DIR", "FAULTS", "MODULE_PATH", "SCHEMA_DIR", "SOURCE_DIR", NULL };
/* A Kubernetes service that is called "nexa" puts NEXA_SERVICE_HOST, NEXA_PORT_5222_TCP and so on into every container. */
static const char *const foreign_prefixes[] = { "SERVICE_", "PORT", NULL };

void nx_conf_env_name(char dst[NX_CONF_ENV_SIZE], const struct nx_option *option)
{
	size_t len = sizeof(PREFIX) - 1;

	nx_str_copy(dst, NX_CONF_ENV_SIZE, PREFIX);
	nx_str_copy(dst + len, NX_CONF_ENV_SIZE - len, option->name);
	for (; dst[len]; len++)
		dst[len] = (char)toupper((unsigned char)dst[len]);
}

static int take(const struct nx_conf_row *row, const char *text, const char *source, struct nx_conf_values *values,
		struct nx_error *why)
{
	struct nx_conf_value value = row->preset;

	if (nx_conf_value_parse(row->option, values->pool, text, &value, why) < 0)
		return -1;
	value.source = source;
	values->general[row->index] = value;
	return 0;
}

/* 1 when the variable is there and was taken. */
static int take_variable(const struct nx_conf_row *row, const char *name, struct nx_conf_values *values, struct nx_error *err)
{
	const char *text = getenv(name);
	char shown[NX_CONF_SHOWN_SIZE];
	struct nx_error why;

	if (!text || text[0] == '\0')
		return 0;
	if (take(row, text, "environment", values, &why) < 0)
		return nx_fail(err, NX_E_CONFIG, "%s=%s: %s", name, nx_conf_value_shown(shown, row->option, text), why.text);
	return 1;
}

static int read_row(const struct nx_conf_row *row, struct nx_conf_values *values, struct nx_error *err)
{
	char name[NX_CONF_ENV_SIZE];
	int found;

	nx_conf_env_name(name, row->option);
	found = take_variable(row, name, values, err);
	if (found == 0 && row->option->env_alias) {
		char **aliases = nx_str_split(values->pool, row->option->env_alias, ',');

		for (; *aliases && found == 0; aliases++)
			found = take_variable(row, *aliases, values, err);
	}
	return found < 0 ? -1 : 0;
}

static bool is_foreign(const char *name)
{
	for (size_t i = 0; foreign_names[i]; i++) {
		if (nx_str_eq(name, foreign_names[i]))
			return true;
	}
	for (size_t i = 0; foreign_prefixes[i]; i++) {
		if (nx_str_has_prefix(name, foreign_prefixes[i]))
			return true;
	}
	return false;
}

/* An alias may begin with our prefix as well: a name that an option had in an older release. */
static bool is_alias(const struct nx_conf *conf, const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < conf->row_count; i++) {
		const char *at = conf->rows[i]->option->env_alias;

		for (; at && *at; at += strspn(at, ", ")) {
			size_t alias_len = strcspn(at, ", ");

			if (alias_len == len && strncmp(at, name, len) == 0)
				return true;
			at += alias_len;
		}
	}
	return false;
}

/* name: "NEXA_C2S_PORT" without a value. A name that looks like a slip is refused; one that looks like nothing of ours may be
 * another program's, or of a module that is not loaded: it is only noted. */
static int check_name(const struct nx_conf *conf, const char *name, struct nx_conf_values *values, struct nx_error *err)
{
	char option_name[NX_CONF_MAX_NAME + 1], env_name[NX_CONF_ENV_SIZE];
	const struct nx_conf_row *row;

	nx_str_copy(option_name, sizeof(option_name), name + sizeof(PREFIX) - 1);
	for (char *p = option_name; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	row = nx_conf_find_row(conf, option_name);
	if (row) {
		nx_conf_env_name(env_name, row->option);
		if (nx_str_eq(env_name, name))
			return 0;
	}
	if (is_foreign(name + sizeof(PREFIX) - 1) || is_alias(conf, name))
		return 0;
	row = nx_conf_suggest(conf, option_name);
	if (!row) {
		values->unknown[values->unknown_count++] = name;
		return 0;
	}
	nx_conf_env_name(env_name, row->option);
	return nx_fail(err, NX_E_CONFIG, "%.100s: unknown option; did you mean %s?", name, env_name);
}

static int check_names(const struct nx_conf *conf, struct nx_conf_values *values, struct nx_error *err)
{
	size_t count = 0;

	while (environ && environ[count])
		count++;
	values->unknown = NX_NEW_ARRAY(values->pool, const char *, count + 1);
	for (char **entry = environ; entry && *entry; entry++) {
		size_t len = strcspn(*entry, "=");

		if (!nx_str_has_prefix(*entry, PREFIX) || (*entry)[len] == '\0' || (*entry)[len + 1] == '\0')
			continue;
		if (check_name(conf, nx_pool_strndup(values->pool, *entry, len), values, err) < 0)
			return -1;
	}
	return 0;
}

int nx_conf_read_environment(const struct nx_conf *conf, enum nx_conf_pass pass, struct nx_conf_values *values,
			     struct nx_error *err)
{
	for (size_t i = 0; i < conf->row_count; i++) {
		if (read_row(conf->rows[i], values, err) < 0)
			return -1;
	}
	return pass == NX_CONF_STRICT ? check_names(conf, values, err) : 0;
}

static int read_override(const struct nx_conf *conf, const char *override, enum nx_conf_pass pass,
			 struct nx_conf_values *values, struct nx_error *err)
{
	size_t len = strcspn(override, "=");
	const char *name = nx_pool_strndup(values->pool, override, len);
	const struct nx_conf_row *row = nx_conf_find_row(conf, name);
	char shown[NX_CONF_SHOWN_SIZE];
	struct nx_error why;

	if (override[len] == '\0')
		return nx_fail(err, NX_E_CONFIG, "command line: \"%.64s\" has no value; write %.64s=VALUE", name, name);
	if (!row && pass == NX_CONF_FIRST)
		return 0;
	if (!row) {
		row = nx_conf_suggest(conf, name);
		return nx_fail(err, NX_E_CONFIG, "command line: unknown option \"%.64s\"; %s%s%s", name,
			       row ? "did you mean \"" : "no loaded module has it, remove it",
			       row ? row->option->name : "", row ? "\"?" : "");
	}
	if (take(row, override + len + 1, "command line", values, &why) < 0)
		return nx_fail(err, NX_E_CONFIG, "command line: %s=%s: %s", name,
			       nx_conf_value_shown(shown, row->option, override + len + 1), why.text);
	return 0;
}

int nx_conf_read_overrides(const struct nx_conf *conf, const char *const *overrides, enum nx_conf_pass pass,
			   struct nx_conf_values *values, struct nx_error *err)
{
	for (; *overrides; overrides++) {
		if (read_override(conf, *overrides, pass, values, err) < 0)
			return -1;
	}
	return 0;
}
