/* The log, see log.h. A line is built in a buffer of 2 KiB on the stack, without a lock; the lock is held while
 * it goes to the files. Which file gets it is one table; the files themselves are logfile.c's business. */
#include "base/log.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/log_private.h"
#include "base/mem.h"
#include "base/str.h"
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define REPEAT_MS 10000
#define LINE_SIZE 2048
#define MAX_PARENTS 16

enum { SERVER_LOG, ERROR_LOG, WEBSOCKET_LOG, DATABASE_LOG, FILE_COUNT };

static const struct nx_logfile file_table[FILE_COUNT] = {
	[SERVER_LOG] = { .name = "server.log", .period = NX_DAILY, .fd = -1 },
	[ERROR_LOG] = { .name = "error.log", .period = NX_DAILY, .fd = -1 },
	[WEBSOCKET_LOG] = { .name = "websocket.log", .period = NX_WEEKLY, .fd = -1 },
	[DATABASE_LOG] = { .name = "database.log", .period = NX_MONTHLY, .fd = -1 },
};

static const char *const level_names[] = {
	[NX_ERROR] = "ERROR", [NX_WARNING] = "WARNING", [NX_INFO] = "INFO", [NX_DEBUG] = "DEBUG",
};

struct nx_logger {
	atomic_int level;
	pthread_mutex_t lock;           /* guards all below */
	struct nx_log_options options;  /* dir is a copy of ours */
	struct nx_logfile files[FILE_COUNT];
	void (*observer)(void *ctx, enum nx_level level, const char *line);
	void *observer_ctx;
	uint64_t counts[NX_DEBUG + 1];
};

int nx_level_parse(const char *name, enum nx_level *level_r)
{
	for (int i = NX_ERROR; i <= NX_DEBUG; i++) {
		if (strcasecmp(name, level_names[i]) == 0) {
			*level_r = (enum nx_level)i;
			return 0;
		}
	}
	return -1;
}

const char *nx_level_name(enum nx_level level)
{
	return level_names[level];
}

struct nx_logger *nx_logger_new(const struct nx_log_options *options, struct nx_error *err)
{
	struct nx_logger *logger = nx_mem_new(sizeof(*logger));

	atomic_init(&logger->level, options->level);
	pthread_mutex_init(&logger->lock, NULL);
	logger->options = *options;
	logger->options.dir = options->dir ? nx_mem_strdup(options->dir) : NULL;
	for (int i = 0; i < FILE_COUNT; i++) {
		logger->files[i] = file_table[i];
		logger->files[i].dir = logger->options.dir;
	}
	for (int i = 0; i < FILE_COUNT && options->dir; i++) {
		if (nx_logfile_open(&logger->files[i], err) != 0) {
			nx_logger_free(&logger);
			break;
		}
	}
	return logger;
}

void nx_logger_free(struct nx_logger **logger)
{
	if (*logger) {
		for (int i = 0; i < FILE_COUNT; i++)
			nx_logfile_close(&(*logger)->files[i]);
		pthread_mutex_destroy(&(*logger)->lock);
		nx_mem_free((char *)(*logger)->options.dir);
		nx_mem_free(*logger);
	}
	*logger = NULL;
}

void nx_logger_set_level(struct nx_logger *logger, enum nx_level level)
{
	atomic_store(&logger->level, level);
}

void nx_logger_reopen(struct nx_logger *logger)
{
	pthread_mutex_lock(&logger->lock);
	for (int i = 0; i < FILE_COUNT && logger->options.dir; i++)
		nx_logfile_open(&logger->files[i], NULL);       /* the old file serves on when this fails */
	pthread_mutex_unlock(&logger->lock);
}

void nx_logger_rotate(struct nx_logger *logger, int64_t wall_ms)
{
	pthread_mutex_lock(&logger->lock);
	for (int i = 0; i < FILE_COUNT && logger->options.dir; i++) {
		nx_logfile_rotate(&logger->files[i], wall_ms, logger->options.rotate_size_bytes);
		nx_logfile_remove_old(&logger->files[i], wall_ms, logger->options.keep_days);
	}
	pthread_mutex_unlock(&logger->lock);
}

void nx_logger_set_observer(struct nx_logger *logger,
			    void (*fn)(void *ctx, enum nx_level level, const char *line), void *ctx)
{
	pthread_mutex_lock(&logger->lock);
	logger->observer = fn;
	logger->observer_ctx = ctx;
	pthread_mutex_unlock(&logger->lock);
}

static struct nx_logger *logger_of(const struct nx_log_source *source)
{
	while (source && !source->logger)
		source = source->parent;
	return source ? source->logger : NULL;
}

static enum nx_log_channel channel_of(const struct nx_log_source *source)
{
	while (source->channel == NX_LOG_SERVER && source->parent)
		source = source->parent;
	return source->channel;
}

/* The files of the channels have levels of their own; only debugging the server shows more. */
static bool goes_to_channel(const struct nx_logger *logger, enum nx_log_channel channel, enum nx_level level)
{
	if (channel == NX_LOG_SERVER || !logger->options.dir)
		return false;
	return level <= (channel == NX_LOG_WEBSOCKET ? NX_INFO : NX_WARNING) ||
	       atomic_load_explicit(&logger->level, memory_order_relaxed) == NX_DEBUG;
}

bool nx_log_is_on(const struct nx_log_source *source, enum nx_level level)
{
	const struct nx_logger *logger = logger_of(source);

	if (!logger)
		return false;
	return (int)level <= atomic_load_explicit(&logger->level, memory_order_relaxed) ||
	       goes_to_channel(logger, channel_of(source), level);
}

struct line {
	size_t len;                     /* always leaves room for a newline and a NUL */
	bool is_cut;
	char data[LINE_SIZE];
};

static void add_raw(struct line *line, const char *s, size_t len)
{
	if (line->is_cut || line->len + len > LINE_SIZE - 2) {
		line->is_cut = true;
		return;
	}
	memcpy(line->data + line->len, s, len);
	line->len += len;
}

/* How many characters at s need no look: nearly all. */
static size_t printable_run(const char *s)
{
	size_t run = 0;

	while (s[run] >= 0x20 && s[run] < 0x7f)
		run++;
	return run;
}

/* As many as fit. */
static void add_printable(struct line *line, const char *s, size_t len)
{
	size_t room = LINE_SIZE - 2 - line->len;

	add_raw(line, s, len < room ? len : room);
	if (len > room)
		line->is_cut = true;
}

/* Control characters become \n, \t or \xNN: those of ASCII, DEL, and U+0080 to U+009F, which terminals obey, too;
 * so do bytes that are not UTF-8. */
static void add_escaped(struct line *line, const char *s)
{
	char hex[8];

	for (size_t n; *s; s += n) {
		unsigned char c = (unsigned char)*s;

		n = printable_run(s);
		if (n > 0) {
			add_printable(line, s, n);
			continue;
		}
		n = nx_utf8_char_len(s, strnlen(s, 4));
		if (c == '\n') {
			add_raw(line, "\\n", 2);
		} else if (c == '\t') {
			add_raw(line, "\\t", 2);
		} else if (n == 0 || c < 0x20 || c == 0x7f || (c == 0xc2 && (unsigned char)s[1] < 0xa0)) {
			add_raw(line, hex, (size_t)snprintf(hex, sizeof(hex), "\\x%02x", c));
			n = 1;
		} else {
			add_raw(line, s, n);
		}
	}
}

/* The prefixes from the outermost object to the source itself, each followed by a blank or, at last, ": ". */
static void add_prefixes(struct line *line, const struct nx_log_source *source)
{
	const char *prefixes[MAX_PARENTS];
	int count = 0;

	for (; source && count < MAX_PARENTS; source = source->parent)
		if (source->prefix && source->prefix[0])
			prefixes[count++] = source->prefix;
	while (count > 0) {
		add_escaped(line, prefixes[--count]);
		add_raw(line, count ? " " : ": ", count ? 1 : 2);
	}
}

__attribute__((format(printf, 4, 0)))
static void build_line(struct line *line, const struct nx_log_source *source, enum nx_level level,
		       const char *fmt, va_list ap)
{
	const struct nx_clock clock = NX_CLOCK_REAL;
	char head[NX_DATETIME_SIZE + 16], when[NX_DATETIME_SIZE], text[LINE_SIZE];
	const struct nx_log_source *doer = source;

	nx_datetime_format(when, nx_clock_wall_ms(&clock), true);
	add_raw(line, head, (size_t)snprintf(head, sizeof(head), "%s %-5s ", when, level_names[level]));
	add_prefixes(line, source);
	vsnprintf(text, sizeof(text), fmt, ap);
	add_escaped(line, text);
	while (doer && !doer->doing)
		doer = doer->parent;
	if (doer) {
		add_raw(line, " while ", 7);
		add_escaped(line, doer->doing);
	}
	line->data[line->len] = '\0';
}

static void write_line(struct nx_logger *logger, enum nx_log_channel channel, enum nx_level level,
		       struct line *line)
{
	bool is_on = (int)level <= atomic_load_explicit(&logger->level, memory_order_relaxed);

	pthread_mutex_lock(&logger->lock);
	logger->counts[level]++;
	if (logger->observer && is_on)
		logger->observer(logger->observer_ctx, level, line->data);
	line->data[line->len++] = '\n';
	if (is_on)
		nx_logfile_write(&logger->files[SERVER_LOG], line->data, line->len);
	if (level == NX_ERROR)
		nx_logfile_write(&logger->files[ERROR_LOG], line->data, line->len);
	if (goes_to_channel(logger, channel, level))
		nx_logfile_write(&logger->files[channel == NX_LOG_WEBSOCKET ? WEBSOCKET_LOG : DATABASE_LOG],
				 line->data, line->len);
	if (is_on && (logger->options.to_stderr || !logger->options.dir) &&
	    write(STDERR_FILENO, line->data, line->len) < 0)
		logger->options.to_stderr = false;      /* nobody listens there any more */
	pthread_mutex_unlock(&logger->lock);
}

uint64_t nx_logger_count(struct nx_logger *logger, enum nx_level level)
{
	pthread_mutex_lock(&logger->lock);
	uint64_t count = logger->counts[level];
	pthread_mutex_unlock(&logger->lock);
	return count;
}

void nx_log_write(const struct nx_log_source *source, enum nx_level level, const char *fmt, ...)
{
	struct line line;
	va_list ap;

	if (!nx_log_is_on(source, level))
		return;
	line.len = 0;
	line.is_cut = false;
	va_start(ap, fmt);
	build_line(&line, source, level, fmt, ap);
	va_end(ap);
	write_line(logger_of(source), channel_of(source), level, &line);
}

bool nx_log_may_repeat(int64_t *said_ms, int64_t now_ms)
{
	if (*said_ms && now_ms - *said_ms < REPEAT_MS)
		return false;
	*said_ms = now_ms;
	return true;
}
