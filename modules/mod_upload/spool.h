/* Files that are coming in. The disk is slow, so the loop only collects bytes; threads of our own write and hash them, a piece of each file
 * at a time, and in the end flush the file to the disk and look at what it is.
 *
 * One normal case: upload_spool_open(); upload_spool_write() for what has come, as long as it says that there is room, else again when
 * events->room has run; upload_spool_finish(); events->finished; then the file is taken to where it stays (upload_spool_publish())
 * and upload_spool_free(). Freed earlier, nothing is left of it. Temporary files that a killed server has left go at the next start.
 *
 * Bounds: per file two pieces in memory, one that is written and one that is being collected. */
#ifndef MOD_UPLOAD_SPOOL_H
#define MOD_UPLOAD_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nx_error;
struct nx_loop;
struct upload_spool;
struct upload_spools;
struct upload_types;

#define UPLOAD_HASH_LEN 64              /* of SHA-256, in hexadecimal */
#define UPLOAD_TYPE_MAX 128

/* What the file turned out to be. */
struct upload_facts {
	char hash[UPLOAD_HASH_LEN + 1];
	char type[UPLOAD_TYPE_MAX];     /* as it will be served: "text/plain; charset=utf-8" */
	int64_t size_bytes;
	const char *path;               /* of the temporary file */
};

/* None of them runs before the call that caused it has returned, and none after upload_spool_free(). */
struct upload_spool_events {
	void (*room)(void *ctx);
	/* After finish; or, when it fails, at any time, and then the rest is swallowed. err NX_E_STORE_FULL: the disk is full. */
	void (*finished)(void *ctx, const struct upload_facts *facts, const struct nx_error *err);
	/* After publish. err NULL: it has its name, and that is on the disk. */
	void (*published)(void *ctx, const struct nx_error *err);
};

/* dir: STATE/uploads, made here if need be; files of earlier times in its tmp/ are removed. NULL and err. */
struct upload_spools *upload_spools_new(struct nx_loop *loop, const char *dir, struct nx_error *err);
/* Waits for what the threads have begun. All spools are freed. */
void upload_spools_free(struct upload_spools **spools);
/* fn(ctx) on such a thread, then done(ctx) on the loop: for what else has to do with the files. -1: too much is waiting. */
int upload_spools_run(struct upload_spools *spools, void (*fn)(void *ctx), void (*done)(void *ctx), void *ctx);

/* spare_bytes: as much has to be free on the disk besides the file. NULL: the threads are too far behind. */
struct upload_spool *upload_spool_open(struct upload_spools *spools, int64_t size_bytes, int64_t spare_bytes,
				       const struct upload_spool_events *events, void *ctx);
/* Copies. False: no more until room() has run. */
bool upload_spool_write(struct upload_spool *spool, const void *data, size_t len);
void upload_spool_finish(struct upload_spool *spool);
/* After finished: the file becomes DIR/ab/abcdef… */
void upload_spool_publish(struct upload_spool *spool);
void upload_spool_free(struct upload_spool **spool);

/* DIR/ab/HASH, in text. */
void upload_content_path(char *text, size_t size, const char *dir, const char *hash);

#endif
