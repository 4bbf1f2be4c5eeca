/* Contents and how they are removed (contents.h).
 *
 * Three things look for what nobody wants. The sweep, once an hour and after removals, marks what has expired, and removes the rows of
 * contents that have lost an upload (is_doubtful) and have no other, then their files; a piece at a time, so it costs what it finds.
 * At the start stock is taken: how much there is, and which contents have no upload though nobody doubts them, as when an account was
 * deleted while this module was not loaded. The tidying looks for files without rows, which a crash or a failed commit leaves: at the
 * start everywhere, later where something has failed; a directory (two digits of the hash) at a time. */
#include "mod_upload/contents.h"

#include <dirent.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/timer.h"
#include "mod_upload/upload.h"
#include "net/loop.h"

#define SWEEP_EVERY_MS (60 * 60 * 1000)
#define SWEEP_SOON_MS 5000
#define SWEEP_ON_MS 100                 /* between two pieces, so that uploads have their turns */
#define PIECE 500                       /* rows that one statement of the sweep looks at */
#define DIRS 256
#define SHELVES 16                      /* stock is taken by the first digit of the hash, so that no query is long */

/* The statements of the sweep's job, in order. */
enum { DOUBT_EXPIRED, EXPIRE, DOUBT_OLD, EXPIRE_OLD, DOUBT_EPHEMERAL, EXPIRE_EPHEMERAL, FORGET, TRUST, UNUSED, SWEEP_STATEMENTS };

struct upload_contents {
	struct upload *upload;
	struct nx_timer timer;
	unsigned turns;                 /* under way */
	struct nx_list waiting;         /* struct upload_turn */
	bool wants_sweep, is_removing, is_stopping;
	unsigned shelves;               /* that stock was taken of */
	int64_t files, bytes;           /* the stock, kept up to date */
	bool suspects[DIRS];
	unsigned suspect_count, dir;    /* dir: which one is tidied */
	/* While is_removing: */
	unsigned found[SWEEP_STATEMENTS];       /* rows of each */
	bool has_unused;                /* on the shelf */
	struct nx_pool *pool;
	struct nx_map *hashes;          /* whose files go; keys and values are the same texts, in pool */
};

/* ---- turns ---- */

static void remove_something(struct upload_contents *contents);

/* Threads of other modules that end deliver our letters too, when the store has gone already. */
static bool is_over(const struct upload_contents *contents)
{
	return contents->is_stopping || !contents->upload->mod->server->store;
}

static bool wants_to_remove(const struct upload_contents *contents)
{
	return !is_over(contents) && (contents->shelves < SHELVES || contents->wants_sweep || contents->suspect_count > 0);
}

static void next(struct upload_contents *contents)
{
	struct upload_turn *turn;

	if (contents->is_removing)
		return;
	if (wants_to_remove(contents)) {
		if (contents->turns == 0)
			remove_something(contents);
		return;
	}
	while ((turn = NX_LIST_FIRST(&contents->waiting, struct upload_turn, in_waiting)) && !wants_to_remove(contents)) {
		nx_list_remove(&turn->in_waiting);
		turn->is_mine = true;
		contents->turns++;
		turn->begin(turn->ctx);
	}
}

void upload_turn_take(struct upload_contents *contents, struct upload_turn *turn, void (*begin)(void *ctx), void *ctx)
{
	*turn = (struct upload_turn){ .begin = begin, .ctx = ctx };
	nx_list_append(&contents->waiting, &turn->in_waiting);
	next(contents);
}

void upload_turn_end(struct upload_contents *contents, struct upload_turn *turn)
{
	nx_list_remove(&turn->in_waiting);
	if (!turn->is_mine)
		return;
	turn->is_mine = false;
	contents->turns--;
	next(contents);
}

/* ---- files ---- */

static void remove_file(const struct upload_contents *contents, const char *hash)
{
	char path[4096];

	upload_content_path(path, sizeof(path), contents->upload->dir, hash);
	unlink(path);   /* one that is left is found by the next start */
}

/* On a thread: nobody else touches the map meanwhile. */
static void remove_files(void *ctx)
{
	struct upload_contents *contents = ctx;
	struct nx_map_iter it = {0};
	const char *hash;

	while ((hash = nx_map_next(contents->hashes, &it)))
		remove_file(contents, hash);
}

static void removal_done(void *ctx)
{
	struct upload_contents *contents = ctx;

	nx_map_free(&contents->hashes);
	nx_pool_free(&contents->pool);
	contents->is_removing = false;
	next(contents);
}

static void remove_hashes(struct upload_contents *contents)
{
	size_t count = nx_map_count(contents->hashes);

	if (count > 0)
		nx_log(contents->upload->mod, NX_INFO, "removing files that nobody has any more count=%zu", count);
	if (count == 0 || upload_spools_run(contents->upload->spools, remove_files, removal_done, contents) < 0)
		removal_done(contents);
}

static void note_hash(struct upload_contents *contents, const char *hash)
{
	const char *copy = nx_pool_strdup(contents->pool, hash);

	nx_map_set(contents->hashes, copy, strlen(copy), (void *)(uintptr_t)copy);
}

/* ---- stock ---- */

static void take_shelf(void *ctx, const struct nx_row *row)
{
	struct upload_contents *contents = ctx;

	contents->files += nx_row_int(row, 0);
	contents->bytes += nx_row_int(row, 1);
	contents->has_unused = nx_row_int(row, 2) > 0;
}

static void shelf_doubted(void *ctx, const struct nx_result *result)
{
	struct upload_contents *contents = ctx;

	if (result->err)
		nx_log(contents->upload->mod, NX_ERROR, "cannot look for uploads that nobody has: %s", result->err->text);
	contents->shelves++;
	removal_done(contents);
}

/* From one digit to the one behind it; a letter that is no digit ends the last. */
static void put_shelf(const struct upload_contents *contents, char from[2], char to[2])
{
	static const char digits[] = "0123456789abcdefg";

	from[0] = digits[contents->shelves];
	to[0] = digits[contents->shelves + 1];
}

static void shelf_known(void *ctx, const struct nx_result *result)
{
	struct upload_contents *contents = ctx;
	struct upload *upload = contents->upload;
	char from[2] = "", to[2] = "";
	struct nx_job *job;

	if (result->err || !contents->has_unused) {
		shelf_doubted(contents, result);
		return;
	}
	put_shelf(contents, from, to);
	contents->has_unused = false;
	contents->wants_sweep = true;
	job = nx_job_new(upload->mod->server->store);
	nx_job_add(job, upload->mod->statements, UPLOAD_DOUBT_UNUSED, "ss", from, to);
	nx_job_submit(&job, &upload->owner, shelf_doubted, contents);
}

static void take_stock(struct upload_contents *contents)
{
	struct upload *upload = contents->upload;
	char from[2] = "", to[2] = "";

	put_shelf(contents, from, to);
	nx_store_query(upload->mod->server->store, &upload->owner, take_shelf, shelf_known, contents, upload->mod->statements, UPLOAD_STOCK,
		       "ss", from, to);
}

void upload_contents_add(struct upload_contents *contents, int64_t size_bytes)
{
	contents->files++;
	contents->bytes += size_bytes;
}

void upload_contents_stock(const struct upload_contents *contents, int64_t *files_r, int64_t *bytes_r)
{
	*files_r = contents->files;
	*bytes_r = contents->bytes;
}

/* ---- the sweep ---- */

static void sweep_is_due(void *arg);

static void set_timer(struct upload_contents *contents, int64_t delay_ms)
{
	nx_timer_set(nx_loop_timers(contents->upload->mod->server->loop), &contents->timer, delay_ms, sweep_is_due, contents);
}

static void take_swept(void *ctx, unsigned statement, const struct nx_row *row)
{
	struct upload_contents *contents = ctx;

	contents->found[statement]++;
	if (statement != UNUSED)
		return;
	note_hash(contents, nx_row_text(row, 0));
	contents->files--;
	contents->bytes -= nx_row_int(row, 1);
}

/* A statement that has found as much as it may is not done. */
static bool is_more_to_sweep(const struct upload_contents *contents)
{
	const unsigned *found = contents->found;

	return found[EXPIRE] == PIECE || found[EXPIRE_OLD] == PIECE || found[EXPIRE_EPHEMERAL] == PIECE || found[FORGET] == PIECE ||
	       found[TRUST] + found[UNUSED] >= PIECE;
}

static void swept(void *ctx, const struct nx_result *result)
{
	struct upload_contents *contents = ctx;
	const unsigned *found = contents->found;

	if (result->err)
		nx_log(contents->upload->mod, NX_ERROR, "cannot remove old uploads: %s", result->err->text);
	else if (is_more_to_sweep(contents))
		set_timer(contents, SWEEP_ON_MS);
	contents->upload->counts.expired += found[EXPIRE] + found[EXPIRE_OLD] + found[EXPIRE_EPHEMERAL];
	remove_hashes(contents);
}

static void sweep(struct upload_contents *contents)
{
	struct upload *upload = contents->upload;
	struct nx_server *server = upload->mod->server;
	struct nx_statements *statements = upload->mod->statements;
	struct nx_job *job = nx_job_new(server->store);
	int64_t now_ms = nx_clock_wall_ms(server->clock), since_ms = upload_kept_since_ms(upload), piece = PIECE;
	static const enum upload_purpose kept_a_while[] = { FOR_MESSAGE, FOR_EPHEMERAL };

	contents->wants_sweep = false;
	memset(contents->found, 0, sizeof(contents->found));
	nx_job_add(job, statements, UPLOAD_DOUBT_EXPIRED, "ii", now_ms, piece);
	nx_job_add(job, statements, UPLOAD_EXPIRE, "ii", now_ms, piece);
	for (size_t i = 0; i < sizeof(kept_a_while) / sizeof(kept_a_while[0]); i++) {
		nx_job_add(job, statements, UPLOAD_DOUBT_OLD, "sii", upload_purpose_name(kept_a_while[i]), since_ms, piece);
		nx_job_add(job, statements, UPLOAD_EXPIRE_OLD, "sii", upload_purpose_name(kept_a_while[i]), since_ms, piece);
	}
	nx_job_add(job, statements, UPLOAD_FORGET, "ii", now_ms - DAY_MS, piece);
	nx_job_add(job, statements, UPLOAD_TRUST, "i", piece);
	nx_job_add(job, statements, UPLOAD_UNUSED, "i", piece);
	nx_job_on_row(job, take_swept);
	nx_job_submit(&job, &upload->owner, swept, contents);
}

static void sweep_is_due(void *arg)
{
	struct upload_contents *contents = arg;

	set_timer(contents, SWEEP_EVERY_MS);
	contents->wants_sweep = true;
	next(contents);
}

void upload_contents_sweep(struct upload_contents *contents)
{
	set_timer(contents, SWEEP_SOON_MS);
}

/* ---- tidying ---- */

static bool is_hash(const char *name)
{
	return strlen(name) == UPLOAD_HASH_LEN && strspn(name, "0123456789abcdef") == UPLOAD_HASH_LEN;
}

/* On a thread. */
static void list_dir(void *ctx)
{
	struct upload_contents *contents = ctx;
	DIR *dir = opendir(nx_pool_printf(contents->pool, "%s/%02x", contents->upload->dir, contents->dir));
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		if (is_hash(entry->d_name))
			note_hash(contents, entry->d_name);
	}
	if (dir)
		closedir(dir);
}

static void take_known(void *ctx, const struct nx_row *row)
{
	struct upload_contents *contents = ctx;

	nx_map_remove(contents->hashes, nx_row_text(row, 0), nx_row_len(row, 0));
}

static void known(void *ctx, const struct nx_result *result)
{
	struct upload_contents *contents = ctx;

	/* Without an answer nothing is known to be superfluous. */
	if (result->err)
		removal_done(contents);
	else
		remove_hashes(contents);
}

static void dir_listed(void *ctx)
{
	struct upload_contents *contents = ctx;
	struct upload *upload = contents->upload;

	if (is_over(contents) || nx_map_count(contents->hashes) == 0)
		removal_done(contents);
	else
		nx_store_query(upload->mod->server->store, &upload->owner, take_known, known, contents, upload->mod->statements, UPLOAD_KNOWN,
			       "ss", nx_pool_printf(contents->pool, "%02x", contents->dir),
			       nx_pool_printf(contents->pool, "%02xz", contents->dir));
}

static void tidy(struct upload_contents *contents)
{
	while (!contents->suspects[contents->dir])
		contents->dir = (contents->dir + 1) % DIRS;
	contents->suspects[contents->dir] = false;
	contents->suspect_count--;
	if (upload_spools_run(contents->upload->spools, list_dir, dir_listed, contents) < 0)
		removal_done(contents);
}

void upload_contents_suspect(struct upload_contents *contents, const char *hash)
{
	unsigned dir = 0;

	for (int i = 0; i < 2; i++)
		dir = dir * 16 + (unsigned)(strchr("0123456789abcdef", hash[i]) - "0123456789abcdef");
	contents->suspect_count += !contents->suspects[dir];
	contents->suspects[dir] = true;
}

/* ---- life ---- */

static void remove_something(struct upload_contents *contents)
{
	contents->is_removing = true;
	contents->pool = nx_pool_new("upload contents", 4096);
	contents->hashes = nx_map_new();
	if (contents->shelves < SHELVES)
		take_stock(contents);
	else if (contents->wants_sweep)
		sweep(contents);
	else
		tidy(contents);
}

struct upload_contents *upload_contents_new(struct upload *upload)
{
	struct upload_contents *contents = nx_mem_new(sizeof(*contents));

	contents->upload = upload;
	nx_list_init(&contents->waiting);
	memset(contents->suspects, true, sizeof(contents->suspects));
	contents->suspect_count = DIRS;
	contents->wants_sweep = true;
	next(contents);
	set_timer(contents, SWEEP_EVERY_MS);
	return contents;
}

void upload_contents_stop(struct upload_contents *contents)
{
	contents->is_stopping = true;
	nx_timer_cancel(&contents->timer);
}

void upload_contents_free(struct upload_contents **contents_p)
{
	struct upload_contents *contents = *contents_p;

	*contents_p = NULL;
	if (!contents)
		return;
	nx_map_free(&contents->hashes);
	if (contents->pool)
		nx_pool_free(&contents->pool);
	nx_mem_free(contents);
}
