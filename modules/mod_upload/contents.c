/* Contents and how they are removed (contents.h).
 *
 * Two things look for what nobody wants. The sweep, once an hour and after removals, marks what has expired and removes rows without
 * uploads, then their files. The tidying looks for files without rows, which a crash or a failed commit leaves: at the start
 * everywhere, later where something has failed; a directory (two digits of the hash) at a time. */
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
#define PIECE 500                       /* LIMIT of UPLOAD_UNUSED */
#define DIRS 256

struct upload_contents {
	struct upload *upload;
	struct nx_timer timer;
	unsigned turns;                 /* under way */
	struct nx_list waiting;         /* struct upload_turn */
	bool wants_sweep, is_removing, is_stopping;
	bool suspects[DIRS];
	unsigned suspect_count, dir;    /* dir: which one is tidied */
	/* While is_removing: */
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
	return !is_over(contents) && (contents->wants_sweep || contents->suspect_count > 0);
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

/* ---- the sweep ---- */

static void take_unused(void *ctx, unsigned statement, const struct nx_row *row)
{
	(void)statement;
	note_hash(ctx, nx_row_text(row, 0));
}

static void swept(void *ctx, const struct nx_result *result)
{
	struct upload_contents *contents = ctx;

	if (result->err)
		nx_log(contents->upload->mod, NX_ERROR, "cannot remove old uploads: %s", result->err->text);
	else if (nx_map_count(contents->hashes) >= PIECE)
		contents->wants_sweep = true;
	remove_hashes(contents);
}

static void sweep(struct upload_contents *contents)
{
	struct upload *upload = contents->upload;
	struct nx_server *server = upload->mod->server;
	struct nx_statements *statements = upload->mod->statements;
	struct nx_job *job = nx_job_new(server->store);
	int64_t now_ms = nx_clock_wall_ms(server->clock);

	contents->wants_sweep = false;
	nx_job_add(job, statements, UPLOAD_EXPIRE, "i", now_ms);
	nx_job_add(job, statements, UPLOAD_EXPIRE_OLD, "i", upload_kept_since_ms(upload));
	nx_job_add(job, statements, UPLOAD_FORGET, "i", now_ms - DAY_MS);
	nx_job_add(job, statements, UPLOAD_UNUSED, "");
	nx_job_on_row(job, take_unused);
	nx_job_submit(&job, &upload->owner, swept, contents);
}

static void sweep_is_due(void *arg);

static void set_timer(struct upload_contents *contents, int64_t delay_ms)
{
	nx_timer_set(nx_loop_timers(contents->upload->mod->server->loop), &contents->timer, delay_ms, sweep_is_due, contents);
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
	if (contents->wants_sweep)
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
