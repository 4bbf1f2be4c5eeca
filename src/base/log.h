/* The log: one line per fact, with a prefix that the object supplies (STYLE.md section 10).
 *
 * Every object that can speak has a member `struct nx_log_source log` whose parent is the object it
 * lives in; nx_log(sess, NX_INFO, "logged in mechanism=%s", m) prints
 *   2026-11-21T06:30:00.123Z INFO  host=example.org session=17 jid=juliet@example.org/x: logged in mechanism=…
 * and, where `doing` is set, appends " while negotiating TLS". Lines are cut at 2 KiB; control
 * characters of peers are escaped. Thread-safe. Never pass passwords, tokens or message bodies.
 *
 * Files in the log directory: server.log (everything at the level), error.log (ERROR),
 * websocket.log (what the sources of that channel say, from INFO on) and database.log (from WARNING on).
 * Without a directory everything goes to the standard error stream. */
#ifndef NX_BASE_LOG_H
#define NX_BASE_LOG_H

#include <stdbool.h>
#include <stdint.h>

struct nx_error;
struct nx_logger;

enum nx_level { NX_ERROR, NX_WARNING, NX_INFO, NX_DEBUG };
enum nx_log_channel { NX_LOG_SERVER, NX_LOG_WEBSOCKET, NX_LOG_DATABASE };

struct nx_log_source {
	struct nx_logger *logger;               /* NULL: ask the parent */
	const struct nx_log_source *parent;
	enum nx_log_channel channel;
	const char *prefix;                     /* "host=example.org", NULL for none; borrowed */
	const char *doing;                      /* "negotiating TLS"; NULL: ask the parent; borrowed */
};

struct nx_log_options {
	enum nx_level level;
	const char *dir;                        /* NULL: standard error */
	bool to_stderr;                         /* beside the files */
	int64_t rotate_size_bytes;              /* 0: never by size */
	unsigned keep_days;                     /* rotated files older than this are removed */
};

struct nx_logger *nx_logger_new(const struct nx_log_options *options, struct nx_error *err);
void nx_logger_free(struct nx_logger **logger);
/* Changed at run time. */
void nx_logger_set_level(struct nx_logger *logger, enum nx_level level);
/* Opens the files anew (SIGHUP, after an outside rotation). */
void nx_logger_reopen(struct nx_logger *logger);
/* Renames files that are due (daily; websocket.log weekly; database.log monthly; all: too large) and removes the old
 * ones; called by the keeper once a minute. */
void nx_logger_rotate(struct nx_logger *logger, int64_t wall_ms);
/* Lines of that level that were written so far. */
uint64_t nx_logger_count(struct nx_logger *logger, enum nx_level level);
/* For tests: every line goes to fn too. */
void nx_logger_set_observer(struct nx_logger *logger,
			    void (*fn)(void *ctx, enum nx_level level, const char *line), void *ctx);
/* 0, or -1: names are error, warning, info, debug in any case. */
int nx_level_parse(const char *name, enum nx_level *level_r);
const char *nx_level_name(enum nx_level level);

/* True when a line at this level would be written: guard for costly arguments. */
bool nx_log_is_on(const struct nx_log_source *source, enum nx_level level);
void nx_log_write(const struct nx_log_source *source, enum nx_level level, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Whether a complaint that comes with every request of a flood may be said again: once in ten seconds, for a flood must not fill the disk.
 * *said_ms is the caller's, for this complaint, 0 at first; now_ms is monotonic. */
bool nx_log_may_repeat(int64_t *said_ms, int64_t now_ms);
#define nx_log(obj, level, ...) nx_log_write(&(obj)->log, (level), __VA_ARGS__)

#endif
