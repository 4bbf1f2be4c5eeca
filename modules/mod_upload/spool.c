/* Files that are coming in (spool.h).
 *
 * A spool has one job for the threads, and the job is either theirs (is_busy) or ours. What it does is decided when it is handed over: write
 * a piece, finish, publish, or remove what is there. The temporary file is made with the first of them. */
#include "mod_upload/spool.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/fault.h"
#include "base/list.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/workers.h"
#include "mod_upload/types.h"
#include "net/loop.h"

#define THREADS 2
#define MAX_SPOOLS 2048                 /* also those whose client has gone and whose file is still to be removed */
#define MAX_ERRANDS 1024
#define PIECE_BYTES (64 * 1024)
#define TEMPORARY "tmp"

enum step { WRITE, FINISH, PUBLISH, DISCARD };

struct upload_spools {
	struct nx_workers *workers;
	struct upload_types *types;
	char *dir;
	unsigned spool_count, errand_count;
	bool is_stopping;
};

struct upload_spool {
	struct nx_work work;
	struct upload_spools *spools;
	const struct upload_spool_events *events;
	void *ctx;
	struct nx_buf gathered;                 /* the next piece */
	enum step step;                         /* of the job */
	bool is_busy, wants_finish, is_freed;
	bool has_refused;                       /* somebody waits for room() */
	bool is_over;                           /* finished() has run */
	/* The threads' while is_busy: */
	struct nx_buf piece;
	int64_t size_bytes, spare_bytes;        /* as announced */
	int fd;                                 /* -1: not open */
	char *path;                             /* of the temporary file; NULL: it has another name now */
	bool is_made;
	EVP_MD_CTX *digest;
	struct upload_facts facts;
	bool has_failed;
	struct nx_error err;                    /* why */
};

/* ---- on the threads ---- */

static void fail_errno(struct upload_spool *spool, const char *what)
{
	bool is_full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;

	spool->has_failed = true;
	nx_fail(&spool->err, is_full ? NX_E_STORE_FULL : NX_E_STORE_FAILED, "cannot %s %s: %s", what, spool->path, strerror(errno));
}

static bool has_room(const struct upload_spool *spool)
{
	struct statvfs disk;

	if (statvfs(spool->spools->dir, &disk) < 0)
		return true;    /* writing will tell */
	return (int64_t)disk.f_bavail * (int64_t)disk.f_frsize >= spool->size_bytes + spool->spare_bytes;
}

static void open_file(struct upload_spool *spool)
{
	if (!has_room(spool)) {
		spool->has_failed = true;
		nx_fail(&spool->err, NX_E_STORE_FULL, "no space left for %s", spool->path);
		return;
	}
	spool->fd = mkostemp(spool->path, O_CLOEXEC);
	if (spool->fd < 0) {
		fail_errno(spool, "make");
		return;
	}
	spool->is_made = true;
	spool->digest = EVP_MD_CTX_new();
	EVP_DigestInit_ex(spool->digest, EVP_sha256(), NULL);
}

static void write_piece(struct upload_spool *spool)
{
	const char *data = spool->piece.data;
	size_t left = spool->piece.len;

	while (left > 0 && !spool->has_failed) {
		ssize_t written = nx_fault("upload.write") ? (errno = ENOSPC, -1) : write(spool->fd, data, left);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0) {
			fail_errno(spool, "write");
			return;
		}
		data += written;
		left -= (size_t)written;
	}
	EVP_DigestUpdate(spool->digest, spool->piece.data, spool->piece.len);
	spool->facts.size_bytes += (int64_t)spool->piece.len;
}

static void finish_file(struct upload_spool *spool)
{
	unsigned char hash[EVP_MAX_MD_SIZE];
	unsigned len = 0;

	if (nx_fault("upload.sync") ? (errno = EIO, true) : fsync(spool->fd) < 0) {
		fail_errno(spool, "write");
		return;
	}
	EVP_DigestFinal_ex(spool->digest, hash, &len);
	nx_hex_encode(spool->facts.hash, hash, UPLOAD_HASH_LEN / 2);
	upload_type_look(spool->spools->types, spool->fd, spool->facts.type, sizeof(spool->facts.type));
	spool->facts.path = spool->path;
	close(spool->fd);
	spool->fd = -1;
}

void upload_content_path(char *text, size_t size, const char *dir, const char *hash)
{
	int len = snprintf(text, size, "%s/%.2s/%s", dir, hash, hash);

	nx_assert(len > 0 && (size_t)len < size);
}

static int sync_dir(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc = fd < 0 ? -1 : fsync(fd);

	if (fd >= 0)
		close(fd);
	return rc;
}

/* A file of the same hash may be there: then it is replaced by itself, and who reads the old one goes on. */
static void publish_file(struct upload_spool *spool)
{
	char path[4096], *slash;

	upload_content_path(path, sizeof(path), spool->spools->dir, spool->facts.hash);
	slash = strrchr(path, '/');
	*slash = '\0';
	if (mkdir(path, 0700) == 0)
		sync_dir(spool->spools->dir);
	*slash = '/';
	if (rename(spool->path, path) < 0) {
		fail_errno(spool, "move");
		return;
	}
	*slash = '\0';
	nx_mem_free(spool->path);
	spool->path = NULL;
	if (sync_dir(path) < 0) {
		spool->has_failed = true;
		nx_fail(&spool->err, NX_E_STORE_FAILED, "cannot write %s: %s", path, strerror(errno));
	}
}

static void discard_file(struct upload_spool *spool)
{
	if (spool->fd >= 0)
		close(spool->fd);
	spool->fd = -1;
	if (spool->path && spool->is_made)
		unlink(spool->path);
}

static void run(struct nx_work *work)
{
	struct upload_spool *spool = NX_CONTAINER(work, struct upload_spool, work);

	if (spool->step == DISCARD) {
		discard_file(spool);
		return;
	}
	if (!spool->has_failed && !spool->is_made)
		open_file(spool);
	if (!spool->has_failed && spool->piece.len > 0)
		write_piece(spool);
	if (!spool->has_failed && spool->step == FINISH)
		finish_file(spool);
	if (!spool->has_failed && spool->step == PUBLISH)
		publish_file(spool);
}

/* ---- on the loop ---- */

static void spool_bury(struct upload_spool *spool)
{
	spool->spools->spool_count--;
	EVP_MD_CTX_free(spool->digest);
	nx_buf_done(&spool->gathered);
	nx_buf_done(&spool->piece);
	nx_mem_free(spool->path);
	nx_mem_free(spool);
}

static void done(struct nx_work *work);

static void hand_over(struct upload_spool *spool, enum step step)
{
	struct nx_buf empty = spool->piece;

	nx_assert(!spool->is_busy);
	spool->step = step;
	nx_buf_clear(&empty);
	spool->piece = spool->gathered;
	spool->gathered = empty;
	spool->work = (struct nx_work){ .run = run, .done = done };
	spool->is_busy = true;
	/* One job of each spool, and the queue has room for one of each. */
	if (nx_workers_submit(spool->spools->workers, &spool->work) < 0)
		nx_unreachable();
}

/* Nothing is left of the file; nobody may wait for the threads when they stop. */
static void spool_discard(struct upload_spool *spool)
{
	if (!spool->spools->is_stopping) {
		hand_over(spool, DISCARD);
		return;
	}
	discard_file(spool);
	spool_bury(spool);
}

static void go_on(struct upload_spool *spool)
{
	if (spool->wants_finish)
		hand_over(spool, FINISH);
	else if (spool->gathered.len >= PIECE_BYTES)
		hand_over(spool, WRITE);
}

/* err NULL: what was done went well; the next step may be with the threads already. */
static void tell(struct upload_spool *spool, enum step step, const struct nx_error *err)
{
	if (step == PUBLISH) {
		spool->events->published(spool->ctx, err);
	} else if (step == FINISH || err) {
		spool->is_over = true;
		spool->events->finished(spool->ctx, err ? NULL : &spool->facts, err);
	} else if (spool->has_refused) {
		spool->has_refused = false;
		spool->events->room(spool->ctx);
	}
}

static void done(struct nx_work *work)
{
	struct upload_spool *spool = NX_CONTAINER(work, struct upload_spool, work);
	enum step step = spool->step;

	spool->is_busy = false;
	if (!spool->is_freed) {
		const struct nx_error *err = spool->has_failed ? &spool->err : NULL;

		if (step == WRITE && !err)
			go_on(spool);
		tell(spool, step, err);
	} else if (step == DISCARD) {
		spool_bury(spool);
	} else {
		spool_discard(spool);
	}
}

struct upload_spool *upload_spool_open(struct upload_spools *spools, int64_t size_bytes, int64_t spare_bytes,
				       const struct upload_spool_events *events, void *ctx)
{
	struct upload_spool *spool;
	struct nx_buf path = NX_BUF_INIT;

	if (spools->spool_count >= MAX_SPOOLS)
		return NULL;
	spools->spool_count++;
	spool = nx_mem_new(sizeof(*spool));
	nx_buf_printf(&path, "%s/" TEMPORARY "/XXXXXX", spools->dir);
	*spool = (struct upload_spool){ .spools = spools, .events = events, .ctx = ctx, .size_bytes = size_bytes,
		.spare_bytes = spare_bytes, .fd = -1, .path = nx_mem_strdup(path.data) };
	nx_buf_done(&path);
	/* So a full disk is told before the file is sent. */
	hand_over(spool, WRITE);
	return spool;
}

bool upload_spool_write(struct upload_spool *spool, const void *data, size_t len)
{
	if (spool->is_over)
		return true;
	nx_buf_add(&spool->gathered, data, len);
	if (!spool->is_busy && spool->gathered.len >= PIECE_BYTES)
		hand_over(spool, WRITE);
	spool->has_refused = spool->gathered.len >= PIECE_BYTES;
	return !spool->has_refused;
}

void upload_spool_finish(struct upload_spool *spool)
{
	if (spool->is_over)
		return;
	spool->wants_finish = true;
	if (!spool->is_busy)
		hand_over(spool, FINISH);
}

void upload_spool_publish(struct upload_spool *spool)
{
	hand_over(spool, PUBLISH);
}

void upload_spool_free(struct upload_spool **spool_p)
{
	struct upload_spool *spool = *spool_p;

	*spool_p = NULL;
	if (!spool)
		return;
	spool->is_freed = true;
	if (!spool->is_busy)
		spool_discard(spool);
}

/* ---- other work ---- */

struct errand {
	struct nx_work work;
	struct upload_spools *spools;
	void (*fn)(void *ctx), (*done)(void *ctx);
	void *ctx;
};

static void run_errand(struct nx_work *work)
{
	struct errand *errand = NX_CONTAINER(work, struct errand, work);

	errand->fn(errand->ctx);
}

static void errand_done(struct nx_work *work)
{
	struct errand *errand = NX_CONTAINER(work, struct errand, work);

	errand->spools->errand_count--;
	errand->done(errand->ctx);
	nx_mem_free(errand);
}

int upload_spools_run(struct upload_spools *spools, void (*fn)(void *ctx), void (*errand_is_done)(void *ctx), void *ctx)
{
	struct errand *errand;

	if (spools->errand_count >= MAX_ERRANDS)
		return -1;
	errand = nx_mem_new(sizeof(*errand));
	*errand = (struct errand){ .work = { .run = run_errand, .done = errand_done }, .spools = spools, .fn = fn, .done = errand_is_done,
		.ctx = ctx };
	if (nx_workers_submit(spools->workers, &errand->work) < 0) {
		nx_mem_free(errand);
		return -1;
	}
	spools->errand_count++;
	return 0;
}

/* ---- life ---- */

static int make_dir(const char *path, struct nx_error *err)
{
	if (mkdir(path, 0700) < 0 && errno != EEXIST)
		return nx_fail(err, NX_E_SYSTEM, "cannot make the directory %s for uploaded files: %s", path, strerror(errno));
	return 0;
}

/* Files that a killed server has left. */
static int clear_temporary(const char *path, struct nx_error *err)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	if (!dir)
		return nx_fail(err, NX_E_SYSTEM, "cannot read the directory %s for uploaded files: %s", path, strerror(errno));
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(dir), entry->d_name, 0);
	}
	closedir(dir);
	return 0;
}

static int prepare_dirs(const char *path, struct nx_error *err)
{
	struct nx_buf temporary = NX_BUF_INIT;
	int rc;

	nx_buf_printf(&temporary, "%s/" TEMPORARY, path);
	rc = make_dir(path, err) < 0 || make_dir(temporary.data, err) < 0 ? -1 : clear_temporary(temporary.data, err);
	nx_buf_puts(&temporary, "/../..");
	if (rc == 0)
		sync_dir(temporary.data);       /* the state directory: ours is in it for good */
	nx_buf_done(&temporary);
	return rc;
}

struct upload_spools *upload_spools_new(struct nx_loop *loop, const char *dir, struct nx_error *err)
{
	struct upload_spools *spools;
	struct upload_types *types;

	if (prepare_dirs(dir, err) < 0)
		return NULL;
	types = upload_types_new(err);
	if (!types)
		return NULL;
	spools = nx_mem_new(sizeof(*spools));
	spools->types = types;
	spools->dir = nx_mem_strdup(dir);
	spools->workers = nx_workers_new(nx_loop_mailbox(loop), THREADS, MAX_SPOOLS + MAX_ERRANDS);
	return spools;
}

void upload_spools_free(struct upload_spools **spools_p)
{
	struct upload_spools *spools = *spools_p;

	*spools_p = NULL;
	if (!spools)
		return;
	spools->is_stopping = true;
	nx_workers_free(&spools->workers);
	upload_types_free(&spools->types);
	nx_mem_free(spools->dir);
	nx_mem_free(spools);
}
