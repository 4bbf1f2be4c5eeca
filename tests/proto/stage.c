/* The server under test (stage.h).
 *
 * The store and the workers are threads that take real milliseconds, whatever the story's clock says. The stage has
 * settled when two turns running found nothing to do while the server says that it waits for nothing. */
#include "stage.h"

#include <ftw.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/mailbox.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/timer.h"
#include "core/server.h"
#include "net/loop.h"
#include "xml/reader.h"

#define WALL_AT_START_MS 1795242600000  /* 2026-11-21T06:30:00Z */
#define SETTLE_LIMIT_SECS 20
#define LOG_LINES_SHOWN 12

/* ---- the directory ---- */

static const char *choose_parent(void)
{
	const char *dir = getenv("TMPDIR");

	if (dir && *dir)
		return dir;
	return access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

/* ---- failing ---- */

static void say_lines(const char *text)
{
	while (*text) {
		int len = (int)strcspn(text, "\n");

		printf("# %.*s\n", len, text);
		text += len;
		text += *text == '\n';
	}
}

static void show_log(struct stage *stage)
{
	unsigned count = 0, number = 0;

	pthread_mutex_lock(&stage->heard_lock);
	for (struct heard_line *line = stage->heard; line; line = line->next)
		count++;
	for (struct heard_line *line = stage->heard; line; line = line->next, number++) {
		if (number + LOG_LINES_SHOWN >= count)
			printf("#   log: %s\n", line->text);
	}
	pthread_mutex_unlock(&stage->heard_lock);
}

_Noreturn void stage_fail(struct stage *stage, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	char *text = nx_pool_vprintf(stage->pool, fmt, ap);
	va_end(ap);
	printf("# %s:%u: ", stage->path, stage->line);
	printf("%.*s\n", (int)strcspn(text, "\n"), text);
	say_lines(text + strcspn(text, "\n") + (strchr(text, '\n') != NULL));
	show_log(stage);
	fflush(stdout);
	if (stage->dir)
		nftw(stage->dir, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	_exit(1);
}

/* ---- the log ---- */

static void heard(void *ctx, enum nx_level level, const char *text)
{
	struct stage *stage = ctx;

	struct heard_line *line = nx_mem_new(sizeof(*line));

	/* From any thread: not in the stage's pool. */
	line->level = level;
	line->text = nx_mem_strdup(text);
	pthread_mutex_lock(&stage->heard_lock);
	*stage->heard_end = line;
	stage->heard_end = &line->next;
	pthread_mutex_unlock(&stage->heard_lock);
}

void stage_expect_log(struct stage *stage, enum nx_level level, const char *text)
{
	for (struct heard_line *line = stage->heard; line; line = line->next) {
		if (line->is_expected || line->level != level || !strstr(line->text, text))
			continue;
		line->is_expected = true;
		return;
	}
	stage_fail(stage, "expected in the log: %s %s", nx_level_name(level), text);
}

void stage_check_log(struct stage *stage)
{
	for (struct heard_line *line = stage->heard; line; line = line->next) {
		if (!line->is_expected && line->level <= NX_WARNING)
			stage_fail(stage, "not expected in the log: %s", line->text);
	}
}

static void forget_log(struct stage *stage)
{
	struct heard_line *next;

	for (struct heard_line *line = stage->heard; line; line = next) {
		next = line->next;
		nx_mem_free(line->text);
		nx_mem_free(line);
	}
}

/* ---- life ---- */

void stage_init(struct stage *stage, const char *path)
{
	struct nx_error err;

	*stage = (struct stage){
		.pool = nx_pool_new("stage", 16384), .path = path,
		.clock = { .is_fake = true, .fake_ms = 1000000, .fake_wall_ms = WALL_AT_START_MS - 1000000 },
		.heard_lock = PTHREAD_MUTEX_INITIALIZER,
	};
	stage->heard_end = &stage->heard;
	nx_list_init(&stage->actors);
	char *dir = nx_pool_printf(stage->pool, "%s/nexa-story-XXXXXX", choose_parent());

	if (!mkdtemp(dir))
		stage_fail(stage, "cannot make the directory %s", dir);
	stage->dir = dir;
	stage->logger = nx_logger_new(&(struct nx_log_options){ .level = NX_INFO, .dir = dir }, &err);
	if (!stage->logger)
		stage_fail(stage, "no log: %s", err.text);
	nx_logger_set_observer(stage->logger, heard, stage);
	stage->log.logger = stage->logger;
	stage->parsers = nx_xml_parsers_new();
	stage_add_option(stage, nx_pool_printf(stage->pool, "state_dir=%s", dir));
	stage_add_option(stage, "hosts=" STAGE_HOST);
	stage_add_option(stage, "scram_iterations=4096");
	stage_add_option(stage, "keepalive=space");     /* actors do not answer pings by themselves */
}

void stage_done(struct stage *stage)
{
	struct nx_pool *pool = stage->pool;

	nx_xml_parsers_free(&stage->parsers);
	nx_logger_free(&stage->logger);
	forget_log(stage);
	nftw(stage->dir, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	nx_pool_free(&pool);
}

void stage_add_option(struct stage *stage, const char *text)
{
	if (stage->server)
		stage_fail(stage, "options stand before everybody and everything else");
	if (stage->option_count == STAGE_MAX_OPTIONS)
		stage_fail(stage, "too many options");
	stage->overrides[stage->option_count++] = text;
}

void stage_start(struct stage *stage)
{
	struct nx_server_options options = {
		.clock = &stage->clock, .logger = stage->logger, .overrides = stage->overrides,
	};
	struct nx_error err;

	if (stage->server)
		return;
	stage->server = nx_server_new(&options, &err);
	if (!stage->server)
		stage_fail(stage, "the server does not start: %s", err.text);
}

void stage_stop(struct stage *stage)
{
	nx_server_stop(stage->server);
	stage_settle(stage);
	stage_advance(stage, 100);
}

void stage_drop(struct stage *stage)
{
	nx_server_free(&stage->server);
}

struct nx_host *stage_host(struct stage *stage)
{
	return stage->server->default_host;
}

/* ---- time ---- */

static void wait_for_threads(struct stage *stage)
{
	struct pollfd mail = { .fd = nx_mailbox_fd(nx_loop_mailbox(stage->server->loop)), .events = POLLIN };

	poll(&mail, 1, 100);
}

static time_t seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

void stage_let_send(struct stage *stage, const struct actor *sender)
{
	if (!sender || (stage->last_sender && stage->last_sender != sender))
		nx_loop_turn(stage->server->loop, 0);
	stage->last_sender = sender;
}

void stage_turn(struct stage *stage)
{
	stage->last_sender = NULL;
	while (nx_loop_turn(stage->server->loop, 0))
		;
}

void stage_settle(struct stage *stage)
{
	struct nx_server *server = stage->server;
	time_t begin = seconds();
	unsigned quiet = 0;

	if (stage->lock) {
		stage_turn(stage);
		return;
	}
	stage->last_sender = NULL;
	while (quiet < 2) {
		if (nx_loop_turn(server->loop, 0))
			quiet = 0;
		else if (nx_server_is_idle(server))
			quiet++;
		else
			wait_for_threads(stage);
		if (seconds() - begin > SETTLE_LIMIT_SECS)
			stage_fail(stage, "the server does not come to rest");
	}
}

void stage_advance(struct stage *stage, int64_t ms)
{
	int64_t target_ms = nx_clock_ms(&stage->clock) + ms;

	stage_settle(stage);
	for (;;) {
		int64_t next_ms = nx_timers_next_ms(nx_loop_timers(stage->server->loop));
		bool is_last = next_ms < 0 || next_ms > target_ms;
		int64_t step_ms = (is_last ? target_ms : next_ms) - nx_clock_ms(&stage->clock);

		if (step_ms > 0)
			nx_clock_advance(&stage->clock, step_ms);
		stage_settle(stage);
		if (is_last)
			return;
	}
}
