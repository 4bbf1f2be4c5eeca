/* What uploads hold: files that are called by their SHA-256, each there once, however many uploads have it. A row of upload_contents stands for
 * each, and rows of uploads refer to it; a content that none refers to any more is removed, row first.
 *
 * Between the moment a file gets its name and the commit of its row it looks like one that nobody wants. So who publishes takes a turn,
 * and what removes waits until no turn is under way; turns that are wanted meanwhile wait for it. */
#ifndef MOD_UPLOAD_CONTENTS_H
#define MOD_UPLOAD_CONTENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/list.h"

struct upload;
struct upload_contents;

/* Zeroed: none was taken. */
struct upload_turn {
	struct nx_link in_waiting;
	bool is_mine;
	void (*begin)(void *ctx);
	void *ctx;
};

struct upload_contents *upload_contents_new(struct upload *upload);
/* Nothing is removed any more. Before the threads are stopped. */
void upload_contents_stop(struct upload_contents *contents);
void upload_contents_free(struct upload_contents **contents);

/* begin(ctx) runs when it is its turn: at once, or later. */
void upload_turn_take(struct upload_contents *contents, struct upload_turn *turn, void (*begin)(void *ctx), void *ctx);
/* Also one that still waits, or none. */
void upload_turn_end(struct upload_contents *contents, struct upload_turn *turn);

/* A content has got a row: size_bytes more are there. */
void upload_contents_add(struct upload_contents *contents, int64_t size_bytes);
/* How much there is; it is counted while the server starts. */
void upload_contents_stock(const struct upload_contents *contents, int64_t *files_r, int64_t *bytes_r);

/* Rows of uploads have gone, and what they referred to is doubtful: it is looked at in a while. */
void upload_contents_sweep(struct upload_contents *contents);
/* A file has got this name, and its row has not come. */
void upload_contents_suspect(struct upload_contents *contents, const char *hash);

#endif
