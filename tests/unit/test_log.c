/* base/log: prefixes, escaping, cutting, levels, channels, rotation by day, week, month and size, removal of old files. */
#include "base/log.h"
#include "base/error.h"
#include "base/str.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#define DAY_MS INT64_C(86400000)

struct thing { struct nx_log_source log; };

static char dir[64], last_line[4096];
static int line_count;

static void observe(void *ctx, enum nx_level level, const char *line)
{
	(void)ctx;
	(void)level;
	line_count++;
	nx_str_copy(last_line, sizeof(last_line), line);
}

static struct nx_logger *open_log(enum nx_level level, int64_t rotate_size_bytes, unsigned keep_days)
{
	struct nx_log_options options = { .level = level, .dir = dir, .rotate_size_bytes = rotate_size_bytes,
					  .keep_days = keep_days };
	struct nx_error err = { 0 };
	struct nx_logger *logger = nx_logger_new(&options, &err);

	if (!logger)
		fail_msg("%s", err.text);
	nx_logger_set_observer(logger, observe, NULL);
	line_count = 0;
	return logger;
}

static int set_up(void **state)
{
	(void)state;
	nx_str_copy(dir, sizeof(dir), "/tmp/nexa-test-log-XXXXXX");
	return mkdtemp(dir) ? 0 : -1;
}

/* How many files of the directory have a name that begins with prefix. */
static int count_files(const char *prefix, bool removes)
{
	DIR *d = opendir(dir);
	struct dirent *entry;
	int count = 0;

	assert_non_null(d);
	while ((entry = readdir(d)) != NULL) {
		if (entry->d_name[0] == '.' || !nx_str_has_prefix(entry->d_name, prefix))
			continue;
		count++;
		if (removes)
			unlinkat(dirfd(d), entry->d_name, 0);
	}
	closedir(d);
	return count;
}

static int tear_down(void **state)
{
	(void)state;
	count_files("", true);
	return rmdir(dir);
}

static int lines_in(const char *name)
{
	char path[128];
	int c, lines = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "r");
	if (!file)
		return -1;
	while ((c = fgetc(file)) != EOF)
		lines += c == '\n';
	fclose(file);
	return lines;
}

static void prefixes_come_from_the_objects(void **state)
{
	struct thing host = { { .logger = open_log(NX_INFO, 0, 0), .prefix = "host=example.org" } };
	struct thing nameless = { { .parent = &host.log, .doing = "negotiating TLS" } };
	struct thing session = { { .parent = &nameless.log, .prefix = "session=17" } };
	struct thing nobody = { { .parent = NULL } };

	(void)state;
	nx_log(&session, NX_INFO, "logged in mechanism=%s", "PLAIN");
	assert_string_equal(last_line + 24, " INFO  host=example.org session=17: logged in mechanism=PLAIN"
			    " while negotiating TLS");
	assert_true(last_line[10] == 'T' && last_line[23] == 'Z');
	nx_log(&host, NX_WARNING, "hm");
	assert_string_equal(last_line + 24, " WARNING host=example.org: hm");
	nx_log(&nobody, NX_ERROR, "nobody hears this");
	assert_int_equal(line_count, 2);
	nx_logger_free(&host.log.logger);
	assert_null(host.log.logger);
}

static void control_characters_are_escaped(void **state)
{
	struct thing thing = { { .logger = open_log(NX_INFO, 0, 0), .prefix = "jid=a\nb" } };

	(void)state;
	nx_log(&thing, NX_INFO, "%s", "\x1b[1m\r\n\t\x7f\xc2\x9b\xd1\x8f\xc3(\xff");
	assert_string_equal(last_line + 24, " INFO  jid=a\\nb: \\x1b[1m\\x0d\\n\\t\\x7f\\xc2\\x9b\xd1\x8f\\xc3(\\xff");
	nx_logger_free(&thing.log.logger);
	assert_int_equal(lines_in("server.log"), 1);
}

static void lines_are_cut_at_2_kib_and_at_a_character(void **state)
{
	struct thing thing = { { .logger = open_log(NX_INFO, 0, 0) } };
	char text[6001];

	(void)state;
	for (int shift = 0; shift < 2; shift++) {
		memset(text, 'x', sizeof(text));
		for (size_t i = (size_t)shift; i + 2 < sizeof(text); i += 2)
			memcpy(text + i, "\xd1\x8f", 2);
		text[sizeof(text) - 1] = '\0';
		nx_log(&thing, NX_INFO, "%s", text);
		assert_in_range(strlen(last_line), 2000, 2047);
		assert_true(nx_utf8_is_valid(last_line, strlen(last_line)));
	}
	nx_logger_free(&thing.log.logger);
	assert_int_equal(lines_in("server.log"), 2);
}

static void levels(void **state)
{
	struct thing thing = { { .logger = open_log(NX_WARNING, 0, 0) } };
	enum nx_level level = NX_ERROR;

	(void)state;
	assert_false(nx_log_is_on(&thing.log, NX_INFO));
	nx_log(&thing, NX_INFO, "no");
	nx_log(&thing, NX_WARNING, "yes");
	nx_logger_set_level(thing.log.logger, NX_DEBUG);
	nx_log(&thing, NX_DEBUG, "yes");
	nx_log(&thing, NX_ERROR, "yes");
	assert_int_equal(line_count, 3);
	nx_logger_free(&thing.log.logger);
	assert_int_equal(lines_in("server.log"), 3);
	assert_int_equal(lines_in("error.log"), 1);
	assert_int_equal(nx_level_parse("Warning", &level), 0);
	assert_int_equal(level, NX_WARNING);
	assert_int_equal(nx_level_parse("warn", &level), -1);
	assert_string_equal(nx_level_name(NX_DEBUG), "DEBUG");
}

static void channels_have_files_of_their_own(void **state)
{
	struct thing web = { { .logger = open_log(NX_ERROR, 0, 0), .channel = NX_LOG_WEBSOCKET } };
	struct thing base = { { .logger = web.log.logger, .channel = NX_LOG_DATABASE } };
	struct thing child = { { .parent = &web.log } };

	(void)state;
	assert_true(nx_log_is_on(&child.log, NX_INFO));
	assert_false(nx_log_is_on(&child.log, NX_DEBUG));
	nx_log(&child, NX_INFO, "only in websocket.log");
	nx_log(&base, NX_INFO, "in none");
	nx_log(&base, NX_WARNING, "only in database.log");
	nx_log(&base, NX_ERROR, "in three files");
	nx_logger_free(&web.log.logger);
	assert_int_equal(lines_in("websocket.log"), 1);
	assert_int_equal(lines_in("database.log"), 2);
	assert_int_equal(lines_in("server.log"), 1);
	assert_int_equal(lines_in("error.log"), 1);
}

static void log_everywhere(struct nx_logger *logger)
{
	for (int channel = NX_LOG_SERVER; channel <= NX_LOG_DATABASE; channel++) {
		struct thing thing = { { .logger = logger, .channel = (enum nx_log_channel)channel } };

		nx_log(&thing, NX_ERROR, "x");
	}
}

static void files_rotate_by_day_week_and_month(void **state)
{
	struct nx_logger *logger = open_log(NX_INFO, 0, 0);
	int64_t monday = INT64_C(1796644800000);        /* 2026-12-07T12:00:00Z */

	(void)state;
	nx_logger_rotate(logger, monday);
	log_everywhere(logger);
	nx_logger_rotate(logger, monday + 3600000);
	assert_int_equal(count_files("server.log.", false), 0);
	nx_logger_rotate(logger, monday + DAY_MS);
	assert_int_equal(count_files("server.log.", false), 1);
	assert_int_equal(count_files("error.log.", false), 1);
	assert_int_equal(count_files("websocket.log.", false), 0);
	nx_logger_rotate(logger, monday + 2 * DAY_MS);          /* nothing was written: nothing to rename */
	assert_int_equal(count_files("server.log.", false), 1);
	nx_logger_rotate(logger, monday + 7 * DAY_MS);
	assert_int_equal(count_files("websocket.log.", false), 1);
	nx_logger_rotate(logger, monday + 40 * DAY_MS);
	assert_int_equal(count_files("database.log.", false), 1);
	log_everywhere(logger);
	assert_int_equal(lines_in("server.log"), 3);
	nx_logger_free(&logger);
}

static void files_rotate_by_size_and_old_ones_go(void **state)
{
	struct nx_logger *logger = open_log(NX_INFO, 30, 30);
	int64_t now = INT64_C(1796601600000);

	(void)state;
	nx_logger_rotate(logger, now);
	for (int i = 0; i < 3; i++) {
		log_everywhere(logger);
		nx_logger_rotate(logger, now + 1000);           /* all in one second */
	}
	assert_int_equal(count_files("server.log.", false), 3);
	nx_logger_rotate(logger, now + 30 * DAY_MS);
	assert_int_equal(count_files("server.log.", false), 3);
	nx_logger_rotate(logger, now + 30 * DAY_MS + 2000);
	assert_int_equal(count_files("server.log.", false), 0);
	assert_int_equal(count_files("", false), 4);
	nx_logger_free(&logger);
}

static void a_file_of_yesterday_rotates_after_a_restart(void **state)
{
	struct nx_logger *logger = open_log(NX_INFO, 0, 0);
	struct timespec times[2] = { { .tv_sec = time(NULL) - 2 * 86400 }, { .tv_sec = time(NULL) - 2 * 86400 } };
	char path[128];

	(void)state;
	log_everywhere(logger);
	nx_logger_free(&logger);
	snprintf(path, sizeof(path), "%s/server.log", dir);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	logger = open_log(NX_INFO, 0, 0);
	nx_logger_rotate(logger, (int64_t)time(NULL) * 1000);
	assert_int_equal(count_files("server.log.", false), 1);
	assert_int_equal(count_files("error.log.", false), 0);
	nx_logger_free(&logger);
}

static void reopening_follows_an_outside_rename(void **state)
{
	struct nx_logger *logger = open_log(NX_INFO, 0, 0);
	char from[128], to[128];

	(void)state;
	log_everywhere(logger);
	snprintf(from, sizeof(from), "%s/server.log", dir);
	snprintf(to, sizeof(to), "%s/moved", dir);
	assert_int_equal(rename(from, to), 0);
	log_everywhere(logger);
	assert_int_equal(lines_in("moved"), 6);
	nx_logger_reopen(logger);
	log_everywhere(logger);
	assert_int_equal(lines_in("server.log"), 3);
	nx_logger_free(&logger);
}

static void a_directory_that_is_not_there(void **state)
{
	struct nx_log_options options = { .level = NX_INFO, .dir = "/nonexistent/nexa" };
	struct nx_error err = { 0 };

	(void)state;
	assert_null(nx_logger_new(&options, &err));
	assert_int_equal(err.kind, NX_E_SYSTEM);
	assert_non_null(strstr(err.text, "/nonexistent/nexa"));
}

static void *log_a_lot(void *arg)
{
	for (int i = 0; i < 300; i++)
		log_everywhere(arg);
	return NULL;
}

static void threads_may_log_at_once(void **state)
{
	struct nx_logger *logger = open_log(NX_INFO, 0, 0);
	pthread_t threads[3];

	(void)state;
	for (int i = 0; i < 3; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, log_a_lot, logger), 0);
	for (int i = 0; i < 20; i++) {
		nx_logger_set_level(logger, NX_DEBUG);
		nx_logger_reopen(logger);
	}
	for (int i = 0; i < 3; i++)
		pthread_join(threads[i], NULL);
	assert_int_equal(lines_in("server.log"), 2700);
	assert_int_equal(line_count, 2700);
	nx_logger_free(&logger);
}

static void a_complaint_is_repeated_after_ten_seconds(void **state)
{
	int64_t said_ms = 0, other_ms = 0;

	(void)state;
	assert_true(nx_log_may_repeat(&said_ms, 1000));
	assert_false(nx_log_may_repeat(&said_ms, 1000));
	assert_false(nx_log_may_repeat(&said_ms, 10999));
	assert_true(nx_log_may_repeat(&other_ms, 10999));
	assert_true(nx_log_may_repeat(&said_ms, 11000));
	assert_false(nx_log_may_repeat(&said_ms, 11001));
}

#define WITH_DIR(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_DIR(prefixes_come_from_the_objects), WITH_DIR(control_characters_are_escaped),
		WITH_DIR(lines_are_cut_at_2_kib_and_at_a_character), WITH_DIR(levels),
		WITH_DIR(channels_have_files_of_their_own), WITH_DIR(files_rotate_by_day_week_and_month),
		WITH_DIR(files_rotate_by_size_and_old_ones_go), WITH_DIR(a_file_of_yesterday_rotates_after_a_restart),
		WITH_DIR(reopening_follows_an_outside_rename), WITH_DIR(a_directory_that_is_not_there),
		WITH_DIR(threads_may_log_at_once), cmocka_unit_test(a_complaint_is_repeated_after_ten_seconds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
