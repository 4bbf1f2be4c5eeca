/* The tables of options, their values, and the getters. A load is described in conf_private.h; the file is read by
 * reader.c, environment and command line by env.c. Everybody else only asks for values by name: one look in a hash map. */
#include "conf/conf.h"
#include "base/assert.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "conf/conf_private.h"
#include <string.h>
#include <strings.h>

static const char *const no_entries[] = { NULL };

struct nx_conf *nx_conf_new(void)
{
	struct nx_conf *conf = nx_mem_new(sizeof(*conf));

	conf->pool = nx_pool_new("configuration", 4096);
	conf->by_name = nx_map_new();
	return conf;
}

static void values_free(struct nx_conf_values **values)
{
	if (*values) {
		struct nx_pool *pool = (*values)->pool;

		nx_pool_free(&pool);    /* the set itself lives in its pool */
		*values = NULL;
	}
}

/* A set is dropped, except that of the start, which stays to be compared with. */
static void retire(struct nx_conf *conf, struct nx_conf_values **values)
{
	if (*values != conf->started)
		values_free(values);
	*values = NULL;
}

void nx_conf_free(struct nx_conf **conf)
{
	if (!*conf)
		return;
	retire(*conf, &(*conf)->now);
	retire(*conf, &(*conf)->before);
	values_free(&(*conf)->started);
	nx_map_free(&(*conf)->by_name);
	nx_mem_free((*conf)->tables);
	nx_mem_free((*conf)->rows);
	nx_pool_free(&(*conf)->pool);
	nx_mem_free(*conf);
	*conf = NULL;
}

/* A default that its own row refuses, or a name that cannot be written, is our own mistake. */
static void set_preset(struct nx_conf *conf, struct nx_conf_row *row)
{
	const struct nx_option *option = row->option;
	struct nx_error err;

	row->preset.list = no_entries;
	row->preset.number = option->default_int;
	if (option->default_text)
		nx_assert(nx_conf_value_parse(option, conf->pool, option->default_text, &row->preset, &err) == 0);
	nx_assert(option->default_int >= option->min && option->default_int <= option->max);
	nx_assert(option->kind != NX_OPT_KIND_CHOICE || option->choices);
	nx_assert(strlen(option->name) <= NX_CONF_MAX_NAME);
	nx_assert(option->name[strspn(option->name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0');
	nx_assert(!nx_str_eq(option->name, "host") && !nx_str_eq(option->name, "include"));
}

static void add_row(struct nx_conf *conf, const char *owner, const struct nx_option *option)
{
	struct nx_conf_row *row = NX_NEW(conf->pool, struct nx_conf_row);

	row->option = option;
	row->owner = owner;
	row->index = conf->row_count;
	set_preset(conf, row);
	nx_assert(!nx_map_set(conf->by_name, option->name, strlen(option->name), row));
	conf->rows = nx_mem_resize(conf->rows, (conf->row_count + 1) * sizeof(conf->rows[0]));
	conf->rows[conf->row_count++] = row;
}

void nx_conf_add_table(struct nx_conf *conf, const char *owner, const char *summary, const struct nx_option *table)
{
	conf->tables = nx_mem_resize(conf->tables, (conf->table_count + 1) * sizeof(conf->tables[0]));
	conf->tables[conf->table_count++] = (struct nx_conf_table){ owner, summary, table };
	for (; table->kind != NX_OPT_KIND_END; table++)
		add_row(conf, owner, table);
}

struct nx_conf_row *nx_conf_find_row(const struct nx_conf *conf, const char *name)
{
	return nx_map_find(conf->by_name, name, strlen(name));
}

static struct nx_conf_values *values_new(const struct nx_conf *conf)
{
	struct nx_pool *pool = nx_pool_new("configuration values", 4096);
	struct nx_conf_values *values = NX_NEW(pool, struct nx_conf_values);

	values->pool = pool;
	values->count = conf->row_count;
	values->general = NX_NEW_ARRAY(pool, struct nx_conf_value, conf->row_count + 1);
	values->host_names = NX_NEW(pool, const char *);
	return values;
}

int nx_conf_load(struct nx_conf *conf, const char *file, const char *const *overrides, enum nx_conf_pass pass,
		 struct nx_error *err)
{
	struct nx_conf_values *values = values_new(conf);

	if ((file && nx_conf_read_file(conf, file, pass, values, err) < 0)
	    || nx_conf_read_environment(conf, pass, values, err) < 0
	    || (overrides && nx_conf_read_overrides(conf, overrides, pass, values, err) < 0)) {
		values_free(&values);
		return -1;
	}
	retire(conf, &conf->before);
	conf->before = conf->now;
	conf->now = values;
	if (pass == NX_CONF_STRICT && !conf->started)
		conf->started = values;
	return 0;
}

void nx_conf_revert(struct nx_conf *conf)
{
	nx_assert(conf->before != NULL);
	retire(conf, &conf->now);
	conf->now = conf->before;
	conf->before = NULL;
}

static const struct nx_conf_host *find_host(const struct nx_conf_values *values, const char *host)
{
	for (size_t i = 0; values && host && i < values->host_count; i++) {
		if (strcasecmp(values->hosts[i].name, host) == 0)
			return &values->hosts[i];
	}
	return NULL;
}

/* What was set for the host or in general, else the default: for rows that came after the load, too. */
static const struct nx_conf_value *value_in(const struct nx_conf_values *values, const struct nx_conf_row *row, const char *host)
{
	const struct nx_conf_host *section;

	if (!values || row->index >= values->count)
		return &row->preset;
	section = find_host(values, host);
	if (section && section->values[row->index].source)
		return &section->values[row->index];
	return values->general[row->index].source ? &values->general[row->index] : &row->preset;
}

static const struct nx_conf_row *get_row(const struct nx_conf *conf, const char *name)
{
	const struct nx_conf_row *row = nx_conf_find_row(conf, name);

	nx_assert(row != NULL);
	return row;
}

bool nx_conf_bool(const struct nx_conf *conf, const char *host, const char *name)
{
	const struct nx_conf_row *row = get_row(conf, name);

	nx_assert(row->option->kind == NX_OPT_KIND_BOOL);
	return value_in(conf->now, row, host)->number != 0;
}

int64_t nx_conf_int(const struct nx_conf *conf, const char *host, const char *name)
{
	const struct nx_conf_row *row = get_row(conf, name);

	nx_assert(row->option->kind == NX_OPT_KIND_INT || row->option->kind == NX_OPT_KIND_SIZE);
	return value_in(conf->now, row, host)->number;
}

int64_t nx_conf_period_ms(const struct nx_conf *conf, const char *host, const char *name)
{
	const struct nx_conf_row *row = get_row(conf, name);
	int64_t secs;

	nx_assert(row->option->kind == NX_OPT_KIND_PERIOD);
	secs = value_in(conf->now, row, host)->number;
	return secs > INT64_MAX / 1000 ? INT64_MAX : secs * 1000;
}

const char *nx_conf_str(const struct nx_conf *conf, const char *host, const char *name)
{
	const struct nx_conf_row *row = get_row(conf, name);

	nx_assert(row->option->kind == NX_OPT_KIND_STRING || row->option->kind == NX_OPT_KIND_CHOICE);
	return value_in(conf->now, row, host)->text;
}

const char *const *nx_conf_list(const struct nx_conf *conf, const char *host, const char *name)
{
	const struct nx_conf_row *row = get_row(conf, name);

	nx_assert(row->option->kind == NX_OPT_KIND_LIST);
	return value_in(conf->now, row, host)->list;
}

bool nx_conf_is_set(const struct nx_conf *conf, const char *host, const char *name)
{
	return value_in(conf->now, get_row(conf, name), host)->source != NULL;
}

const char *const *nx_conf_unknown_variables(const struct nx_conf *conf)
{
	return conf->now && conf->now->unknown ? conf->now->unknown : no_entries;
}

const char *const *nx_conf_host_sections(const struct nx_conf *conf)
{
	return conf->now ? conf->now->host_names : no_entries;
}

static bool differs(const struct nx_conf *conf, const struct nx_conf_row *row, const char *host)
{
	return !nx_conf_value_eq(row->option, value_in(conf->started, row, host), value_in(conf->now, row, host));
}

static bool has_changed(const struct nx_conf *conf, const struct nx_conf_row *row)
{
	if (row->index >= conf->started->count)
		return false;                   /* a module that was not loaded at the start */
	if (differs(conf, row, NULL))
		return true;
	for (size_t i = 0; row->option->is_per_host && i < conf->now->host_count; i++) {
		if (differs(conf, row, conf->now->hosts[i].name))
			return true;
	}
	for (size_t i = 0; row->option->is_per_host && i < conf->started->host_count; i++) {
		if (differs(conf, row, conf->started->hosts[i].name))
			return true;
	}
	return false;
}

char **nx_conf_needs_restart(struct nx_conf *conf, struct nx_pool *pool)
{
	char **names = NX_NEW_ARRAY(pool, char *, conf->row_count + 1);
	size_t count = 0;

	for (size_t i = 0; conf->started && i < conf->row_count; i++) {
		if (conf->rows[i]->option->needs_restart && has_changed(conf, conf->rows[i]))
			names[count++] = nx_pool_strdup(pool, conf->rows[i]->option->name);
	}
	return names;
}

static bool has_something(const struct nx_conf_value *value)
{
	return (value->text && value->text[0] != '\0') || (value->list && value->list[0]);
}

void nx_conf_each(const struct nx_conf *conf, void (*fn)(void *ctx, const char *owner, const struct nx_option *row,
							  const char *value, const char *source), void *ctx)
{
	struct nx_buf text = NX_BUF_INIT;

	for (size_t i = 0; i < conf->row_count; i++) {
		const struct nx_conf_row *row = conf->rows[i];
		const struct nx_conf_value *value = value_in(conf->now, row, NULL);

		nx_buf_clear(&text);
		if (row->option->is_secret)
			nx_buf_puts(&text, has_something(value) ? "(set)" : "");
		else
			nx_conf_value_format(&text, row->option, value);
		fn(ctx, row->owner, row->option, nx_buf_str(&text), value->source ? value->source : "default");
	}
	nx_buf_done(&text);
}
