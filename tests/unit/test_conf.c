/* Configuration: every option set and read back through file, environment and command line; the files of tests/conf, which load
 * (good.*) or are refused with the sentence in their first line (bad.*); the two passes; sample and manual. */
#include "conf/conf.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static int check_sound(const char *text, struct nx_error *why)
{
	if (nx_str_eq(text, "ding") || nx_str_eq(text, "dong"))
		return 0;
	return nx_fail(why, NX_E_CONFIG, "not a sound; write ding or dong");
}

static const struct nx_option sample[] = {
	{ .name = "hosts", .kind = NX_OPT_KIND_LIST, .default_text = "localhost", .needs_restart = true, .help = "Hosts served" },
	{ .name = "c2s_port", .kind = NX_OPT_KIND_INT, .default_int = 5222, .max = 65535, .needs_restart = true,
	  .env_alias = "TESTCONF_PORT,TESTCONF_OTHER_PORT", .help = "Port" },
	{ .name = "registration", .kind = NX_OPT_KIND_CHOICE, .default_text = "closed", .choices = "open|invite|closed",
	  .is_per_host = true, .needs_restart = true, .help = "Who may register" },
	NX_OPT_SIZE("max_stanza", 262144, 1024, 16777216, "Largest stanza"),
	NX_OPT_PERIOD("ping_after", 60, 10, 3600, "Silence after which the server pings"),
	NX_OPT_BOOL("allow_plaintext", 0, "Login without TLS"),
	{ .name = "welcome", .kind = NX_OPT_KIND_STRING, .is_per_host = true, .help = "Said to newcomers" },
	{ .name = "secret_key", .kind = NX_OPT_KIND_STRING, .is_secret = true, .help = "Signs tokens" },
	{ .name = "admins", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .help = "Administrators" },
	{ .name = "bell", .kind = NX_OPT_KIND_STRING, .is_per_host = true, .check = check_sound, .help = "The bell" },
	{ .name = "bells", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .check = check_sound, .help = "More of them" },
	NX_OPT_END
};
static const struct nx_option module_rows[] = {
	{ .name = "muc_rooms", .kind = NX_OPT_KIND_INT, .default_int = 3, .max = 10, .needs_restart = true, .is_per_host = true, .help = "Rooms" },
	NX_OPT_LIST("muc_words", "a,b", "Words"),
	NX_OPT_END
};

/* For each row of sample: a value of its own, as nx_conf_each() shows it in the file's way of writing. */
static const struct {
	const char *name, *plain, *written;
} own_values[] = {
	{ "hosts", "b.example,c.example", "{ \"b.example\", \"c.example\" }" },
	{ "c2s_port", "5333", "5333" },
	{ "registration", "invite", "invite" },
	{ "max_stanza", "524288", "512k" },
	{ "ping_after", "120", "2m" },
	{ "allow_plaintext", "true", "yes" },
	{ "welcome", "say \"${A}\" \\ twice", "\"say \\\"\\${A}\\\" \\\\ twice\"" },
	{ "secret_key", "hush", "(set)" },
	{ "admins", "root@b.example", "{ \"root@b.example\" }" },
	{ "bell", "ding", "\"ding\"" },
	{ "bells", "ding,dong", "{ \"ding\", \"dong\" }" },
};
#define OWN_COUNT (sizeof(own_values) / sizeof(own_values[0]))

static struct nx_conf *conf;
static char file_name[64];

static int setup(void **state)
{
	(void)state;
	conf = nx_conf_new();
	nx_conf_add_table(conf, "core", "The server itself", sample);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	nx_conf_free(&conf);
	assert_null(conf);
	if (file_name[0])
		unlink(file_name);
	file_name[0] = '\0';
	return 0;
}

static const char *write_file(const char *text, size_t len)
{
	int fd;

	if (!file_name[0]) {
		nx_str_copy(file_name, sizeof(file_name), "/tmp/nexa-test-conf-XXXXXX");
		fd = mkstemp(file_name);
		assert_true(fd >= 0);
		close(fd);
	}
	FILE *out = fopen(file_name, "w");

	assert_non_null(out);
	assert_int_equal(fwrite(text, 1, len, out), len);
	fclose(out);
	return file_name;
}

static void load_text(const char *text, enum nx_conf_pass pass)
{
	struct nx_error err = {0};

	if (nx_conf_load(conf, write_file(text, strlen(text)), NULL, pass, &err) < 0)
		fail_msg("refused: %s\n%s", err.text, text);
	assert_string_equal(err.text, "");
}

static void refuse_text(const char *text, enum nx_conf_pass pass, const char *sentence)
{
	struct nx_error err = {0};

	assert_int_equal(nx_conf_load(conf, write_file(text, strlen(text)), NULL, pass, &err), -1);
	assert_int_equal(err.kind, NX_E_CONFIG);
	if (!strstr(err.text, sentence))
		fail_msg("\"%s\" is not in \"%s\"", sentence, err.text);
}

struct shown {
	const char *name;
	char value[128], source[32];
};

static void keep_shown(void *ctx, const char *owner, const struct nx_option *row, const char *value, const char *source)
{
	struct shown *shown = ctx;

	assert_string_equal(owner, "core");
	if (nx_str_eq(row->name, shown->name)) {
		nx_str_copy(shown->value, sizeof(shown->value), value);
		nx_str_copy(shown->source, sizeof(shown->source), source);
	}
}

static void assert_shown(const char *name, const char *value, const char *source)
{
	struct shown shown = { .name = name };

	nx_conf_each(conf, keep_shown, &shown);
	assert_string_equal(shown.value, value);
	assert_string_equal(shown.source, source);
	assert_int_equal(nx_conf_is_set(conf, NULL, name), !nx_str_eq(source, "default"));
}

static void own_value_from_file(void **state)
{
	(void)state;
	for (size_t i = 0; i < OWN_COUNT; i++) {
		char line[200];
		bool is_secret = nx_str_eq(own_values[i].written, "(set)");

		snprintf(line, sizeof(line), "%s = %s\n", own_values[i].name,
			 is_secret ? own_values[i].plain : own_values[i].written);
		load_text(line, NX_CONF_STRICT);
		assert_shown(own_values[i].name, own_values[i].written, "file");
		assert_string_equal(sample[i].name, own_values[i].name);
	}
	assert_null(sample[OWN_COUNT].name);    /* no row without a value here */
}

static void own_value_from_environment(void **state)
{
	(void)state;
	for (size_t i = 0; i < OWN_COUNT; i++) {
		char name[64] = "NEXA_";
		struct nx_error err = {0};

		nx_str_copy(name + 5, sizeof(name) - 5, own_values[i].name);
		for (char *p = name; *p; p++)
			*p = *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p;
		setenv(name, own_values[i].plain, 1);
		if (nx_conf_load(conf, NULL, NULL, NX_CONF_STRICT, &err) < 0)
			fail_msg("%s", err.text);
		assert_shown(own_values[i].name, own_values[i].written, "environment");
		setenv(name, "", 1);            /* empty is not set */
		assert_int_equal(nx_conf_load(conf, NULL, NULL, NX_CONF_STRICT, &err), 0);
		assert_false(nx_conf_is_set(conf, NULL, own_values[i].name));
		unsetenv(name);
	}
}

static void own_value_from_command_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < OWN_COUNT; i++) {
		char text[200];
		const char *overrides[] = { text, NULL };

		snprintf(text, sizeof(text), "%s=%s", own_values[i].name, own_values[i].plain);
		assert_int_equal(nx_conf_load(conf, NULL, overrides, NX_CONF_STRICT, NULL), 0);
		assert_shown(own_values[i].name, own_values[i].written, "command line");
	}
}

static void defaults_before_any_load(void **state)
{
	(void)state;
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 5222);
	assert_int_equal(nx_conf_int(conf, "example.org", "max_stanza"), 262144);
	assert_int_equal(nx_conf_period_ms(conf, NULL, "ping_after"), 60000);
	assert_false(nx_conf_bool(conf, NULL, "allow_plaintext"));
	assert_string_equal(nx_conf_str(conf, NULL, "registration"), "closed");
	assert_null(nx_conf_str(conf, NULL, "welcome"));
	assert_string_equal(nx_conf_list(conf, NULL, "hosts")[0], "localhost");
	assert_null(nx_conf_list(conf, NULL, "hosts")[1]);
	assert_null(nx_conf_list(conf, NULL, "admins")[0]);
	assert_null(nx_conf_host_sections(conf)[0]);
	assert_shown("c2s_port", "5222", "default");
	assert_shown("welcome", "", "default");
	assert_shown("secret_key", "", "default");
	assert_shown("max_stanza", "256k", "default");
	assert_shown("admins", "{ }", "default");
}

static void precedence_is_file_environment_command_line(void **state)
{
	const char *overrides[] = { "c2s_port=3", NULL };
	const char *file = write_file("c2s_port = 1\n", 13);

	(void)state;
	assert_int_equal(nx_conf_load(conf, file, NULL, NX_CONF_STRICT, NULL), 0);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 1);
	setenv("TESTCONF_OTHER_PORT", "20", 1);
	assert_int_equal(nx_conf_load(conf, file, NULL, NX_CONF_STRICT, NULL), 0);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 20);
	setenv("NEXA_C2S_PORT", "2", 1);        /* the proper name before the alias */
	assert_int_equal(nx_conf_load(conf, file, NULL, NX_CONF_STRICT, NULL), 0);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 2);
	assert_int_equal(nx_conf_load(conf, file, overrides, NX_CONF_STRICT, NULL), 0);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 3);
	unsetenv("NEXA_C2S_PORT");
	unsetenv("TESTCONF_OTHER_PORT");
}

static void environment_mistakes_are_sentences(void **state)
{
	static const struct {
		const char *name, *value, *sentence;
	} cases[] = {
		{ "NEXA_C2S_PORT", "abc", "NEXA_C2S_PORT=abc: not a number; write a number from 0 to 65535" },
		{ "TESTCONF_PORT", "70000", "TESTCONF_PORT=70000: out of range; write" },
		{ "NEXA_C2SPORT", "5222", "NEXA_C2SPORT: unknown option; did you mean NEXA_C2S_PORT?" },
		{ "NEXA_c2s_port", "5222", "did you mean NEXA_C2S_PORT?" },
		{ "NEXA_", "5222", NULL },
		{ "NEXA_ZEBRA_CROSSING", "x", NULL },
		{ "NEXA_SECRET_KEY", "\xff", "NEXA_SECRET_KEY=(secret): not valid UTF-8" },
		{ "NEXA_MODULE_PATH", "/x", NULL },
		{ "NEXA_FAULTS", "x", NULL },
		{ "NEXA_PORT_5222_TCP", "tcp://10.0.0.1:5222", NULL },
		{ "NEXA_ZEBRA_CROSSING", "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct nx_error err = {0};
		const char *before = getenv(cases[i].name);
		char *kept = before ? strdup(before) : NULL;
		int rc;

		setenv(cases[i].name, cases[i].value, 1);
		rc = nx_conf_load(conf, NULL, NULL, NX_CONF_STRICT, &err);
		assert_int_equal(rc, cases[i].sentence ? -1 : 0);
		if (cases[i].sentence && !strstr(err.text, cases[i].sentence))
			fail_msg("\"%s\" is not in \"%s\"", cases[i].sentence, err.text);
		if (kept)
			setenv(cases[i].name, kept, 1);
		else
			unsetenv(cases[i].name);
		free(kept);
	}
	setenv("NEXA_MUC_ROOMS", "5", 1);       /* a module's, not loaded yet */
	assert_int_equal(nx_conf_load(conf, NULL, NULL, NX_CONF_FIRST, NULL), 0);
	assert_null(*nx_conf_unknown_variables(conf));
	assert_int_equal(nx_conf_load(conf, NULL, NULL, NX_CONF_STRICT, NULL), 0);
	assert_string_equal(nx_conf_unknown_variables(conf)[0], "NEXA_MUC_ROOMS");
	assert_null(nx_conf_unknown_variables(conf)[1]);
	nx_conf_add_table(conf, "mod_muc", "Rooms", module_rows);
	assert_int_equal(nx_conf_load(conf, NULL, NULL, NX_CONF_STRICT, NULL), 0);
	assert_null(*nx_conf_unknown_variables(conf));
	assert_int_equal(nx_conf_int(conf, NULL, "muc_rooms"), 5);
	unsetenv("NEXA_MUC_ROOMS");
}

static void command_line_mistakes_are_sentences(void **state)
{
	static const char *const cases[][2] = {
		{ "c2s_port=abc", "command line: c2s_port=abc: not a number" },
		{ "bell=dang", "command line: bell=dang: not a sound; write ding or dong" },
		{ "bells=ding,dang", "command line: bells=ding,dang: not a sound; write ding or dong" },
		{ "c2s_port=", "command line: c2s_port=\"\": not a number" },
		{ "c2s_port", "command line: \"c2s_port\" has no value; write c2s_port=VALUE" },
		{ "c2sport=1", "command line: unknown option \"c2sport\"; did you mean \"c2s_port\"?" },
		{ "=1", "command line: unknown option \"\"; no loaded module has it" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *overrides[] = { cases[i][0], NULL };
		struct nx_error err = {0};

		assert_int_equal(nx_conf_load(conf, NULL, overrides, NX_CONF_STRICT, &err), -1);
		if (!strstr(err.text, cases[i][1]))
			fail_msg("\"%s\" is not in \"%s\"", cases[i][1], err.text);
	}
	assert_int_equal(nx_conf_load(conf, NULL, (const char *const[]){ "muc_rooms=1", NULL }, NX_CONF_FIRST, NULL), 0);
}

static void host_section_goes_before_the_general_value(void **state)
{
	(void)state;
	load_text("registration = invite\nhost \"Example.ORG\" { registration = open\n admins += { a@b } }\nhost x { }", NX_CONF_STRICT);
	assert_string_equal(nx_conf_str(conf, NULL, "registration"), "invite");
	assert_string_equal(nx_conf_str(conf, "example.org", "registration"), "open");
	assert_string_equal(nx_conf_str(conf, "EXAMPLE.org", "registration"), "open");
	assert_string_equal(nx_conf_str(conf, "x", "registration"), "invite");
	assert_string_equal(nx_conf_str(conf, "elsewhere", "registration"), "invite");
	assert_string_equal(nx_conf_list(conf, "example.org", "admins")[0], "a@b");
	assert_null(nx_conf_list(conf, "x", "admins")[0]);
	assert_true(nx_conf_is_set(conf, "example.org", "admins"));
	assert_false(nx_conf_is_set(conf, "x", "admins"));
	assert_string_equal(nx_conf_host_sections(conf)[0], "example.org");
	assert_string_equal(nx_conf_host_sections(conf)[1], "x");
	assert_null(nx_conf_host_sections(conf)[2]);
}

static void lists_are_replaced_added_to_and_emptied(void **state)
{
	(void)state;
	load_text("hosts += { a }", NX_CONF_STRICT);
	assert_shown("hosts", "{ \"localhost\", \"a\" }", "file");
	load_text("hosts = { a, b }\nhosts += c", NX_CONF_STRICT);
	assert_shown("hosts", "{ \"a\", \"b\", \"c\" }", "file");
	load_text("hosts = { }", NX_CONF_STRICT);
	assert_shown("hosts", "{ }", "file");
}

static void periods_and_sizes_have_units(void **state)
{
	static const struct {
		const char *text;
		int64_t secs;
	} periods[] = { { "90", 90 }, { "90s", 90 }, { "5m", 300 }, { "1h", 3600 }, { "0h", -1 }, { "m", -1 }, { "1.5m", -1 },
			{ "5 m", -1 }, { "1d", -1 }, { "5mm", -1 }, { "", -1 }, { "+60", -1 }, { "0x20", -1 } };

	(void)state;
	for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
		char text[64];
		const char *overrides[] = { text, NULL };
		int rc;

		snprintf(text, sizeof(text), "ping_after=%s", periods[i].text);
		rc = nx_conf_load(conf, NULL, overrides, NX_CONF_STRICT, NULL);
		assert_int_equal(rc, periods[i].secs < 0 ? -1 : 0);
		if (rc == 0)
			assert_int_equal(nx_conf_period_ms(conf, NULL, "ping_after"), periods[i].secs * 1000);
	}
	load_text("max_stanza = 5M", NX_CONF_STRICT);
	assert_int_equal(nx_conf_int(conf, NULL, "max_stanza"), 5 * 1024 * 1024);
	load_text("max_stanza = 5K", NX_CONF_STRICT);
	assert_int_equal(nx_conf_int(conf, NULL, "max_stanza"), 5 * 1024);
}

static void failed_load_keeps_the_old_values(void **state)
{
	(void)state;
	load_text("c2s_port = 7\nhost a { welcome = hi }", NX_CONF_STRICT);
	refuse_text("c2s_port = 8\nhost b { welcome = 1 }\nregistration = what", NX_CONF_STRICT, ":3: registration = what");
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 7);
	assert_string_equal(nx_conf_str(conf, "a", "welcome"), "hi");
	assert_int_equal(nx_conf_load(conf, "/nowhere/nexad.conf", NULL, NX_CONF_STRICT, NULL), -1);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 7);
}

static void first_pass_ignores_what_modules_will_know(void **state)
{
	static const char text[] = "muc_words += { x, y }\nc2s_port = 9\nmuc_rooms = 7 other=\"a = b\"\nhost h { muc_rooms = 2 }\n";

	(void)state;
	load_text(text, NX_CONF_FIRST);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 9);
	assert_string_equal(nx_conf_host_sections(conf)[0], "h");
	nx_conf_add_table(conf, "mod_muc", "Rooms", module_rows);
	assert_int_equal(nx_conf_int(conf, "h", "muc_rooms"), 3);       /* the default until it is read */
	refuse_text(text, NX_CONF_STRICT, "unknown option \"other\"");
	load_text("muc_words += { x, y }\nmuc_rooms = 7\nhost h { muc_rooms = 2 }\n", NX_CONF_STRICT);
	assert_int_equal(nx_conf_int(conf, NULL, "muc_rooms"), 7);
	assert_int_equal(nx_conf_int(conf, "h", "muc_rooms"), 2);
	assert_string_equal(nx_conf_list(conf, NULL, "muc_words")[3], "y");
	refuse_text("muc_rooms = 7\nhost h { c2s_port = 5 }", NX_CONF_FIRST, "cannot be set for one host");
	refuse_text("other = 7\nc2s_port = x", NX_CONF_FIRST, ":2: c2s_port = x is not a number");
}

static void restart_is_needed_for_marked_options_only(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	char **names;

	(void)state;
	load_text("c2s_port = 1\nmax_stanza = 2k", NX_CONF_STRICT);
	assert_null(nx_conf_needs_restart(conf, pool)[0]);      /* the first load */
	load_text("c2s_port = 1\nmax_stanza = 4k", NX_CONF_STRICT);
	assert_null(nx_conf_needs_restart(conf, pool)[0]);
	load_text("c2s_port = 2\nhosts = { a }\n", NX_CONF_STRICT);
	names = nx_conf_needs_restart(conf, pool);
	assert_string_equal(names[0], "hosts");
	assert_string_equal(names[1], "c2s_port");
	assert_null(names[2]);
	load_text("c2s_port = 1\nhost a { registration = open }", NX_CONF_STRICT);
	assert_string_equal(nx_conf_needs_restart(conf, pool)[0], "registration");
	load_text("c2s_port = 1\nhost a { registration = open }", NX_CONF_STRICT);     /* still waiting for the restart */
	assert_string_equal(nx_conf_needs_restart(conf, pool)[0], "registration");
	nx_conf_add_table(conf, "mod_muc", "Rooms", module_rows);
	load_text("c2s_port = 1\nmuc_rooms = 9", NX_CONF_STRICT);
	assert_null(nx_conf_needs_restart(conf, pool)[0]);      /* the module was not there at the start */
	nx_pool_free(&pool);
}

static void a_load_can_be_undone(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);

	(void)state;
	load_text("c2s_port = 1\nmax_stanza = 2k", NX_CONF_STRICT);
	load_text("c2s_port = 2\nmax_stanza = 4k", NX_CONF_STRICT);
	nx_conf_revert(conf);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 1);
	assert_int_equal(nx_conf_int(conf, NULL, "max_stanza"), 2048);
	load_text("c2s_port = 3", NX_CONF_STRICT);
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 3);
	assert_string_equal(nx_conf_needs_restart(conf, pool)[0], "c2s_port");
	assert_null(nx_conf_needs_restart(conf, pool)[1]);
	nx_pool_free(&pool);
}

static void limits_hold(void **state)
{
	struct nx_buf text = NX_BUF_INIT;
	struct nx_error err;

	(void)state;
	while (text.len < 255 * 1024)
		nx_buf_puts(&text, "c2s_port = 1 # and again\n");
	load_text(text.data, NX_CONF_STRICT);
	while (text.len <= 256 * 1024)
		nx_buf_puts(&text, "c2s_port = 1 # and again\n");
	refuse_text(text.data, NX_CONF_STRICT, "larger than 256 KiB");
	nx_buf_clear(&text);
	for (int i = 0; i < 20000; i++)
		nx_buf_printf(&text, "u%d=1\n", i);
	refuse_text(text.data, NX_CONF_FIRST, "too many unknown options");
	nx_buf_clear(&text);
	for (int i = 0; i < 100000; i++)
		nx_buf_puts(&text, "x{");
	refuse_text(text.data, NX_CONF_FIRST, "a { too many");
	assert_int_equal(nx_conf_load(conf, "/dev/zero", NULL, NX_CONF_STRICT, &err), -1);
	assert_int_equal(nx_conf_load(conf, "/tmp", NULL, NX_CONF_STRICT, &err), -1);
	assert_int_equal(nx_conf_load(conf, "/dev/null", NULL, NX_CONF_STRICT, &err), 0);
	nx_buf_done(&text);
}

/* A file cut short anywhere is read or refused with a sentence, and the next one is read as ever. */
static void any_cut_is_survived(void **state)
{
	static const char text[] = "# c\nhosts = { \"a\", 'b' } /* x */\nhost \"h\" { welcome = \"\\x41${HOME}\" }\nc2s_port = 1\n";

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		struct nx_error err = {0};
		const char *file = write_file(text, len);

		if (nx_conf_load(conf, file, NULL, len % 2 ? NX_CONF_FIRST : NX_CONF_STRICT, &err) < 0) {
			if (!strstr(err.text, file) || !strchr(err.text, ';'))
				fail_msg("cut at %zu: %s", len, err.text);
		}
		load_text("c2s_port = 5", NX_CONF_STRICT);
	}
}

static const char *conf_dir(char *dst, size_t size)
{
	const char *source_dir = getenv("NEXA_SOURCE_DIR");

	snprintf(dst, size, "%s/tests/conf", source_dir ? source_dir : ".");
	return dst;
}

/* The substring behind "# expect: " in the first line. */
static void read_expectation(const char *path, char *dst, int size)
{
	static const char mark[] = "# expect: ";
	FILE *in = fopen(path, "r");
	char line[300] = "";

	assert_non_null(in);
	assert_non_null(fgets(line, sizeof(line), in));
	fclose(in);
	line[strcspn(line, "\n")] = '\0';
	assert_true(nx_str_has_prefix(line, mark));
	nx_str_copy(dst, (size_t)size, line + sizeof(mark) - 1);
}

static void each_file_of_tests_conf(void **state)
{
	char dir_name[512], path[1024], expect[300];
	DIR *dir = opendir(conf_dir(dir_name, sizeof(dir_name)));
	int good = 0, bad = 0;

	(void)state;
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir)); ) {
		struct nx_error err = {0};
		bool is_good = nx_str_has_prefix(entry->d_name, "good.");

		if (!is_good && !nx_str_has_prefix(entry->d_name, "bad."))
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir_name, entry->d_name);
		if (nx_conf_load(conf, path, NULL, NX_CONF_STRICT, &err) == 0) {
			if (!is_good)
				fail_msg("%s was accepted", entry->d_name);
			good++;
			continue;
		}
		if (is_good)
			fail_msg("%s was refused: %s", entry->d_name, err.text);
		read_expectation(path, expect, sizeof(expect));
		if (!strstr(err.text, expect))
			fail_msg("%s: \"%s\" is not in \"%s\"", entry->d_name, expect, err.text);
		bad++;
	}
	closedir(dir);
	assert_true(good >= 7 && bad >= 45);
}

static void load_good(const char *name)
{
	char dir[512], path[1024];
	struct nx_error err = {0};

	snprintf(path, sizeof(path), "%s/%s", conf_dir(dir, sizeof(dir)), name);
	if (nx_conf_load(conf, path, NULL, NX_CONF_STRICT, &err) < 0)
		fail_msg("%s", err.text);
}

static void good_files_mean_what_they_say(void **state)
{
	(void)state;
	load_good("good.kinds.conf");
	assert_shown("hosts", "{ \"example.org\", \"example.net\" }", "file");
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 5333);
	assert_string_equal(nx_conf_str(conf, NULL, "registration"), "invite");
	assert_int_equal(nx_conf_int(conf, NULL, "max_stanza"), 524288);
	assert_int_equal(nx_conf_period_ms(conf, NULL, "ping_after"), 300000);
	assert_true(nx_conf_bool(conf, NULL, "allow_plaintext"));
	assert_string_equal(nx_conf_str(conf, NULL, "welcome"), "A \"quoted\" # sign, a $ and a { brace");
	load_good("good.list-comments.conf");
	assert_shown("hosts", "{ \"example.org\", \"example.net\", \"example.com\" }", "file");
	load_good("good.include.conf");
	assert_int_equal(nx_conf_int(conf, NULL, "c2s_port"), 5444);
	assert_int_equal(nx_conf_int(conf, NULL, "max_stanza"), 65536);
	assert_string_equal(nx_conf_str(conf, "example.org", "registration"), "invite");
	assert_string_equal(nx_conf_str(conf, NULL, "registration"), "closed");
	load_good("good.environment.conf");
	assert_string_equal(nx_conf_str(conf, NULL, "welcome"), "Hello stranger");
	load_good("good.crlf.conf");
	assert_shown("hosts", "{ \"a\", \"b\" }", "file");
}

static char *written_by(void (*write_fn)(const struct nx_conf *conf, FILE *out))
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(out);
	write_fn(conf, out);
	fclose(out);
	return text;
}

/* The sample changes nothing as it is, and says the defaults when every option is taken in. */
static void sample_loads_and_says_the_defaults(void **state)
{
	char *text = written_by(nx_conf_write_sample);
	struct shown before, after;

	(void)state;
	load_text(text, NX_CONF_STRICT);
	for (size_t i = 0; sample[i].name; i++)
		assert_false(nx_conf_is_set(conf, NULL, sample[i].name));
	for (char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (line[0] == '#' && line[1] >= 'a' && line[1] <= 'z')
			line[0] = ' ';
	}
	load_text(text, NX_CONF_STRICT);
	for (size_t i = 0; sample[i].name; i++) {
		struct nx_conf *fresh = nx_conf_new();

		assert_true(nx_conf_is_set(conf, NULL, sample[i].name));
		nx_conf_add_table(fresh, "core", "", sample);
		before = after = (struct shown){ .name = sample[i].name };
		nx_conf_each(fresh, keep_shown, &before);
		nx_conf_each(conf, keep_shown, &after);
		if (sample[i].kind != NX_OPT_KIND_STRING)       /* not set is shown as "" */
			assert_string_equal(before.value, after.value);
		nx_conf_free(&fresh);
	}
	assert_non_null(strstr(text, "# Environment: NEXA_C2S_PORT, TESTCONF_PORT, TESTCONF_OTHER_PORT\n c2s_port = 5222\n"));
	free(text);
}

static void manual_has_an_entry_for_each_option(void **state)
{
	char *text = written_by(nx_conf_write_manual);

	(void)state;
	for (size_t i = 0; sample[i].name; i++) {
		char entry[100];

		snprintf(entry, sizeof(entry), ".TP\n.B %s\n%s.\n", sample[i].name, sample[i].help);
		assert_non_null(strstr(text, entry));
	}
	assert_non_null(strstr(text, ".SS \"core\"\nThe server itself.\n"));
	assert_non_null(strstr(text, "It is a period in seconds (s, m, h, d) from 10s to 1h; default: 1m."));
	free(text);
}

int main(void)
{
#define CASE(fn) cmocka_unit_test_setup_teardown(fn, setup, teardown)
	static const struct CMUnitTest tests[] = {
		CASE(own_value_from_file),
		CASE(own_value_from_environment),
		CASE(own_value_from_command_line),
		CASE(defaults_before_any_load),
		CASE(precedence_is_file_environment_command_line),
		CASE(environment_mistakes_are_sentences),
		CASE(command_line_mistakes_are_sentences),
		CASE(host_section_goes_before_the_general_value),
		CASE(lists_are_replaced_added_to_and_emptied),
		CASE(periods_and_sizes_have_units),
		CASE(failed_load_keeps_the_old_values),
		CASE(first_pass_ignores_what_modules_will_know),
		CASE(a_load_can_be_undone),
		CASE(restart_is_needed_for_marked_options_only),
		CASE(limits_hold),
		CASE(any_cut_is_survived),
		CASE(each_file_of_tests_conf),
		CASE(good_files_mean_what_they_say),
		CASE(sample_loads_and_says_the_defaults),
		CASE(manual_has_an_entry_for_each_option),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
