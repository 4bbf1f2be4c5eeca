/* The stage: one server without sockets, its real database in a directory of its own, a clock that moves when told, and
 * an ear on the log. One process plays one story, so whatever fails ends the process: stage_fail(). */
#ifndef PROTO_STAGE_H
#define PROTO_STAGE_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/list.h"
#include "base/log.h"

struct actor;
struct match_value;
struct nx_host;
struct nx_pool;
struct nx_server;
struct nx_xml_parsers;

#define STAGE_HOST "verona.example"
#define STAGE_MAX_OPTIONS 32

struct heard_line {
	struct heard_line *next;
	enum nx_level level;
	bool is_expected;
	char *text;
};

struct stage {
	struct nx_pool *pool;
	struct nx_clock clock;
	struct nx_logger *logger;
	struct nx_log_source log;               /* of the clients' ends */
	struct nx_server *server;               /* NULL: not started, or stopped */
	struct nx_xml_parsers *parsers;         /* the clients' */
	const char *dir;
	const char *overrides[STAGE_MAX_OPTIONS + 1];
	unsigned option_count;
	const struct actor *last_sender;        /* since everything had settled */
	struct nx_list actors;                  /* struct actor (actor.h) */
	struct json_t *answer;                  /* of the last command; NULL: none */
	struct sqlite3 *lock;                   /* "database stuck"; NULL: it moves */
	struct match_value *values;             /* captured with {=name} */
	const char *path;                       /* for messages */
	unsigned line;
	pthread_mutex_t heard_lock;             /* threads of the store log too */
	struct heard_line *heard, **heard_end;
};

void stage_init(struct stage *stage, const char *path);
/* Takes the server down and removes the directory. */
void stage_done(struct stage *stage);
/* Says where, what, and what the log said; ends the process. */
_Noreturn void stage_fail(struct stage *stage, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* "name=value"; before the server is there. */
void stage_add_option(struct stage *stage, const char *text);
/* Starts the server unless it is there. */
void stage_start(struct stage *stage);
/* As SIGTERM does: sessions hear system-shutdown. The server stays until stage_drop(). */
void stage_stop(struct stage *stage);
void stage_drop(struct stage *stage);
struct nx_host *stage_host(struct stage *stage);
/* Whoever sends next comes a turn behind whoever sent before. sender NULL: what was sent leaves now. */
void stage_let_send(struct stage *stage, const struct actor *sender);
/* Turns the loop as long as there is something to do without waiting for another thread. */
void stage_turn(struct stage *stage);
/* Turns the loop until nothing is under way any more; while the database is stuck, until nothing goes on without it. */
void stage_settle(struct stage *stage);
/* Moves the clock from one timer to the next. */
void stage_advance(struct stage *stage, int64_t ms);

/* Takes a line of that level that contains text; fails when there is none. */
void stage_expect_log(struct stage *stage, enum nx_level level, const char *text);
/* Fails when the log said WARNING or ERROR and the story did not expect it. */
void stage_check_log(struct stage *stage);

/* What the story's braces mean, in the stage's pool. */
char *stage_expand(struct stage *stage, const char *text);

#endif
