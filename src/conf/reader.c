/* Reads the file with libconfuse. Every option is a text for libconfuse; value.c checks it while the parser stands in its line, so
 * that errors name file and line, and the values are taken when the whole file was right.
 *
 * include() is ours: libconfuse's own leaves its stack of files behind after an error and looks in the working directory. Ours
 * parses the other file into the same section, relative to the including file. Each file is scanned (scan.c) and gets a
 * sentinel option behind its end, which must be read in the section the file began in: else a brace was missing.
 *
 * First pass: libconfuse's "ignore unknown" misreads sections, so the names that scan.c found become options whose values are
 * thrown away. They are known only when the file is open, so finding new ones starts the reading again.
 *
 * libconfuse has no user pointer: ours is kept in the first option of every section, include, in a field that functions do
 * not use. Its scanner is global: loads happen on the loop thread only. */
#include "conf/conf_private.h"
#include "base/assert.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/str.h"
#include <confuse.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define SENTINEL "nexa-end-of-file"

struct file {
	const char *path;
	cfg_t *cfg;                     /* the section it began in */
	bool is_whole;                  /* its sentinel was read there */
};

struct reader {
	const struct nx_conf *conf;
	struct nx_pool *pool;           /* until the end of the load */
	struct nx_map *unknown;         /* first pass: names to ignore; NULL: strict */
	bool has_new_names;             /* read again */
	struct file *file;              /* being parsed */
	size_t file_count, depth;
	bool has_failed;
	struct nx_error *err;
};

static struct reader *reader_of(cfg_t *cfg)
{
	return (struct reader *)cfg->opts[0].simple_value.ptr;
}

/* The first error is the one to show; libconfuse may add others on its way out. */
static int fail_at(cfg_t *cfg, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static int fail_at(cfg_t *cfg, const char *fmt, ...)
{
	struct reader *r = reader_of(cfg);
	char text[240];
	va_list ap;

	if (r->has_failed)
		return -1;
	r->has_failed = true;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return nx_fail(r->err, NX_E_CONFIG, "%s:%d: %s", cfg->filename ? cfg->filename : "?", cfg->line, text);
}

static void fail_unknown(cfg_t *cfg, const char *name)
{
	const struct nx_conf *conf = reader_of(cfg)->conf;
	const struct nx_conf_row *row = nx_conf_find_row(conf, name);

	if (row && cfg->title)
		fail_at(cfg, "\"%s\" cannot be set for one host; move it out of host \"%.64s\" { }", name, cfg->title);
	else if ((row = nx_conf_suggest(conf, name)))
		fail_at(cfg, "unknown option \"%.64s\"; did you mean \"%s\"?", name, row->option->name);
	else
		fail_at(cfg, "unknown option \"%.64s\"; no loaded module has it, remove it or load the module", name);
}

static void on_error(cfg_t *cfg, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
static void on_error(cfg_t *cfg, const char *fmt, va_list ap)
{
	char text[200];

	if (strncmp(fmt, "no such option", 14) == 0) {
		fail_unknown(cfg, va_arg(ap, const char *));
		return;
	}
	if (strncmp(fmt, "found duplicate title", 21) == 0) {
		fail_at(cfg, "host \"%.64s\" has two sections; write its options into one", va_arg(ap, const char *));
		return;
	}
	vsnprintf(text, sizeof(text), fmt, ap);
	if (strstr(text, "missing title"))
		fail_at(cfg, "a host section needs a name; write host \"example.org\" { }");
	else
		fail_at(cfg, "%s; write NAME = VALUE, and texts with special signs in \"quotes\"", text);
}

/* One value, or one entry of a list. */
static int on_value(cfg_t *cfg, cfg_opt_t *opt, const char *text, void *result)
{
	struct reader *r = reader_of(cfg);
	const struct nx_conf_row *row = nx_conf_find_row(r->conf, opt->name);
	struct nx_conf_value value = {0};
	char shown[NX_CONF_SHOWN_SIZE];
	struct nx_error why;
	int rc = 0;

	*(const char **)result = text;
	if (!row)
		return 0;
	if (row->option->kind == NX_OPT_KIND_LIST)
		rc = nx_conf_entry_check(row->option, text, &why);
	else
		rc = nx_conf_value_parse(row->option, r->pool, text, &value, &why);
	if (rc < 0)
		return fail_at(cfg, "%s = %s is %s", row->option->name, nx_conf_value_shown(shown, row->option, text), why.text);
	return 0;
}

static int on_sentinel(cfg_t *cfg, cfg_opt_t *opt, const char *text, void *result)
{
	struct reader *r = reader_of(cfg);

	(void)opt;
	*(const char **)result = text;
	if (!r->file || cfg != r->file->cfg)
		return fail_at(cfg, "host \"%.64s\" is not closed; write } behind its last option", cfg->title ? cfg->title : "");
	r->file->is_whole = true;
	return 0;
}

static int read_text(const char *path, struct nx_buf *text, struct nx_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = 0;

	if (fd < 0)
		return nx_fail(err, NX_E_CONFIG, "cannot read %s: %s; correct the path or its rights", path, strerror(errno));
	do {
		nx_buf_reserve(text, 4096);
		got = read(fd, text->data + text->len, 4096);
		if (got > 0)
			text->len += (size_t)got;
	} while ((got > 0 || (got < 0 && errno == EINTR)) && text->len <= NX_CONF_MAX_FILE_BYTES);
	if (got < 0)
		nx_fail(err, NX_E_CONFIG, "cannot read %s: %s", path, strerror(errno));
	close(fd);
	if (text->len > NX_CONF_MAX_FILE_BYTES)
		return nx_fail(err, NX_E_CONFIG, "%s: larger than %d KiB; is this a configuration file?", path,
			       NX_CONF_MAX_FILE_BYTES / 1024);
	nx_buf_reserve(text, 1);
	text->data[text->len] = '\0';
	return got < 0 ? -1 : 0;
}

/* Text and sentinel through libconfuse, into cfg. */
static int parse_text(struct reader *r, cfg_t *cfg, const char *path, struct nx_buf *text)
{
	struct file file = { .path = path, .cfg = cfg }, *outer = r->file;
	char *outer_name = cfg->filename;
	int outer_line = cfg->line, rc;
	FILE *in;

	nx_buf_puts(text, "\n" SENTINEL " = 1\n");
	in = fmemopen(text->data, text->len, "r");
	if (!in)
		return nx_fail(r->err, NX_E_CONFIG, "%s: cannot be read: %s", path, strerror(errno));
	r->file = &file;
	cfg->filename = (char *)path;
	rc = cfg_parse_fp(cfg, in);
	if (rc != CFG_SUCCESS && !r->has_new_names)
		fail_at(cfg, "not understood; write NAME = VALUE");
	else if (rc == CFG_SUCCESS && !file.is_whole)
		rc = fail_at(cfg, "the end of the file was not read as such; look for a missing } or quote");
	cfg->filename = outer_name;
	cfg->line = outer_line;
	r->file = outer;
	fclose(in);
	return rc == CFG_SUCCESS ? 0 : -1;
}

static int parse_file(struct reader *r, cfg_t *cfg, const char *path)
{
	size_t names_before = r->unknown ? nx_map_count(r->unknown) : 0;
	struct nx_buf text = NX_BUF_INIT;
	int rc = -1;

	if (read_text(path, &text, r->err) == 0
	    && nx_conf_scan(r->conf, r->pool, path, text.data, text.len, r->unknown, r->err) == 0) {
		r->has_new_names = r->unknown && nx_map_count(r->unknown) > names_before;
		rc = r->has_new_names ? -1 : parse_text(r, cfg, path, &text);
	} else {
		r->has_failed = true;
	}
	nx_buf_done(&text);
	return rc;
}

static int on_include(cfg_t *cfg, cfg_opt_t *opt, int argc, const char **argv)
{
	struct reader *r = reader_of(cfg);
	const char *slash = strrchr(r->file->path, '/');
	const char *path;
	int rc;

	(void)opt;
	if (argc != 1 || argv[0][0] == '\0')
		return fail_at(cfg, "include without a file; write include(\"FILE\")");
	if (argv[0][0] == '/' || !slash)
		path = nx_pool_strdup(r->pool, argv[0]);
	else
		path = nx_pool_printf(r->pool, "%.*s/%s", (int)(slash - r->file->path), r->file->path, argv[0]);
	if (r->depth == NX_CONF_MAX_DEPTH)
		return fail_at(cfg, "include(\"%.64s\") goes more than %d files deep; does a file include itself?", argv[0],
			       NX_CONF_MAX_DEPTH);
	if (++r->file_count >= NX_CONF_MAX_FILES)
		return fail_at(cfg, "more than %d files are included", NX_CONF_MAX_FILES);
	if (access(path, R_OK) < 0)
		return fail_at(cfg, "cannot include %.100s: %s", path, strerror(errno));
	r->depth++;
	rc = parse_file(r, cfg, path);
	r->depth--;
	return rc;
}

/* The options of one section; host_only leaves out what cannot be set for one host. */
static cfg_opt_t *make_options(struct reader *r, bool host_only, cfg_opt_t *host_options)
{
	size_t unknown_count = r->unknown ? nx_map_count(r->unknown) : 0, n = 0;
	cfg_opt_t *opts = NX_NEW_ARRAY(r->pool, cfg_opt_t, r->conf->row_count + unknown_count + 4);
	struct nx_map_iter it = {0};

	opts[n++] = (cfg_opt_t){ .name = "include", .type = CFGT_FUNC, .func = on_include, .simple_value.ptr = (void **)r };
	opts[n++] = (cfg_opt_t){ .name = SENTINEL, .type = CFGT_STR, .flags = CFGF_NODEFAULT, .parsecb = on_sentinel };
	if (host_options)
		opts[n++] = (cfg_opt_t){ .name = "host", .type = CFGT_SEC, .subopts = host_options,
					 .flags = CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES };
	for (size_t i = 0; i < r->conf->row_count; i++) {
		const struct nx_conf_row *row = r->conf->rows[i];
		cfg_opt_t *opt;

		if (host_only && !row->option->is_per_host)
			continue;
		opt = &opts[n++];
		*opt = (cfg_opt_t){ .name = row->option->name, .type = CFGT_STR, .flags = CFGF_NODEFAULT, .parsecb = on_value };
		if (row->option->kind == NX_OPT_KIND_LIST) {
			struct nx_buf preset = NX_BUF_INIT;

			/* libconfuse knows the default so that += adds to it. */
			nx_conf_list_format(&preset, row->preset.list);
			opt->flags = CFGF_LIST;
			opt->def.parsed = nx_pool_strdup(r->pool, nx_buf_str(&preset));
			nx_buf_done(&preset);
		}
	}
	for (const char *name; unknown_count > 0 && (name = nx_map_next(r->unknown, &it)); )
		opts[n++] = (cfg_opt_t){ .name = name, .type = CFGT_STR, .flags = CFGF_LIST | CFGF_NODEFAULT };
	return opts;
}

static void take_section(struct reader *r, cfg_t *cfg, struct nx_pool *pool, struct nx_conf_value *values)
{
	for (size_t i = 0; i < r->conf->row_count; i++) {
		const struct nx_conf_row *row = r->conf->rows[i];
		struct nx_conf_value *value = &values[row->index];
		cfg_opt_t *opt;

		if (cfg->title && !row->option->is_per_host)
			continue;
		opt = cfg_getopt(cfg, row->option->name);
		if (!(opt->flags & CFGF_MODIFIED))
			continue;
		*value = row->preset;
		value->source = "file";
		if (row->option->kind == NX_OPT_KIND_LIST) {
			unsigned count = cfg_opt_size(opt);
			const char **list = NX_NEW_ARRAY(pool, const char *, count + 1);

			for (unsigned k = 0; k < count; k++)
				list[k] = nx_pool_strdup(pool, cfg_opt_getnstr(opt, k));
			value->list = list;
		} else {
			struct nx_error err;

			nx_assert(nx_conf_value_parse(row->option, pool, cfg_opt_getnstr(opt, 0), value, &err) == 0);
		}
	}
}

static int take_hosts(struct reader *r, cfg_t *cfg, struct nx_conf_values *values)
{
	unsigned count = cfg_size(cfg, "host");

	values->hosts = NX_NEW_ARRAY(values->pool, struct nx_conf_host, count + 1);
	values->host_names = NX_NEW_ARRAY(values->pool, const char *, count + 1);
	for (unsigned i = 0; i < count; i++) {
		cfg_t *section = cfg_getnsec(cfg, "host", i);
		struct nx_conf_host *host = &values->hosts[i];
		char *name = nx_pool_strdup(values->pool, section->title);

		for (char *p = name; *p; p++)
			*p = (char)tolower((unsigned char)*p);
		if (name[0] == '\0' || !nx_utf8_is_valid(name, strlen(name)))
			return fail_at(section, "a host section needs a name; write host \"example.org\" { }");
		for (unsigned k = 0; k < i; k++) {
			if (nx_str_eq(values->host_names[k], name))
				return fail_at(section, "host \"%.64s\" has two sections; write its options into one", name);
		}
		host->name = values->host_names[i] = name;
		host->values = NX_NEW_ARRAY(values->pool, struct nx_conf_value, values->count + 1);
		take_section(r, section, values->pool, host->values);
	}
	values->host_count = count;
	return 0;
}

static int read_once(struct reader *r, const char *path, struct nx_conf_values *values)
{
	cfg_opt_t *opts = make_options(r, false, make_options(r, true, NULL));
	cfg_t *cfg = cfg_init(opts, CFGF_NONE);
	int rc;

	nx_assert(cfg != NULL);
	cfg_set_error_function(cfg, on_error);
	r->has_new_names = false;
	r->file_count = 0;
	rc = parse_file(r, cfg, path);
	if (rc == 0) {
		take_section(r, cfg, values->pool, values->general);
		rc = take_hosts(r, cfg, values);
	}
	cfg_free(cfg);
	return rc;
}

int nx_conf_read_file(const struct nx_conf *conf, const char *path, enum nx_conf_pass pass,
		      struct nx_conf_values *values, struct nx_error *err)
{
	struct reader r = { .conf = conf, .err = err };
	int rc;

	r.pool = nx_pool_new("configuration reader", 4096);
	if (pass == NX_CONF_FIRST)
		r.unknown = nx_map_new();
	do {
		rc = read_once(&r, path, values);
	} while (rc < 0 && r.has_new_names && !r.has_failed);
	if (r.unknown)
		nx_map_free(&r.unknown);
	nx_pool_free(&r.pool);
	return rc;
}
