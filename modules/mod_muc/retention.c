/* How long a room keeps what is said there, where its owners want it shorter than the server does (archive_keep): what is older is shown to
 * nobody from then on, and removed once an hour. */
#include "mod_muc/muc.h"

#include "base/clock.h"
#include "net/loop.h"
#include "service/archive.h"

#define HOUR_MS 3600000
#define DAY_MS (24LL * HOUR_MS)

int64_t muc_archive_since_ms(const struct nx_room *room)
{
	int64_t days = room->config->archive_days, oldest_ms = nx_clock_wall_ms(room->muc->mod->server->clock) - days * DAY_MS;

	return days > 0 && oldest_ms > room->created_at_ms ? oldest_ms : room->created_at_ms;
}

static void trim_row(void *ctx, const struct nx_row *row)
{
	struct muc *muc = ctx;
	struct nx_pool *pool = nx_pool_new("retention", 0);
	struct nx_jid owner = nx_jid_join(pool, nx_row_text(row, 1), nx_row_text(row, 0), NULL);
	int64_t days;

	if (nx_str_to_i64(nx_row_text(row, 2), 1, INT32_MAX, &days) == 0) {
		struct nx_job *job = nx_job_new(muc->mod->server->store);

		muc->archive->forget(muc->archive_mod, job, &owner,
				     nx_archive_first_id(nx_clock_wall_ms(muc->mod->server->clock) - days * DAY_MS));
		nx_job_submit(&job, NULL, NULL, NULL);
	}
	nx_pool_free(&pool);
}

static void trimmed(void *ctx, const struct nx_result *result)
{
	struct muc *muc = ctx;

	if (result->err)
		nx_log(muc->mod, NX_ERROR, "cannot see which rooms keep what is said for how long: %s", result->err->text);
}

static void trim(void *arg)
{
	struct muc *muc = arg;

	nx_timer_set(nx_loop_timers(muc->mod->server->loop), &muc->retention, HOUR_MS, trim, muc);
	if (muc_find_archive(muc))
		nx_store_query(muc->mod->server->store, &muc->owner, trim_row, trimmed, muc, muc->mod->statements, MUC_LIST_RETENTION, "");
}

void muc_retention_start(struct muc *muc)
{
	nx_timer_set(nx_loop_timers(muc->mod->server->loop), &muc->retention, HOUR_MS, trim, muc);
}

void muc_retention_stop(struct muc *muc)
{
	nx_timer_cancel(&muc->retention);
}
