/* mod_mam: the archive of messages (XEP-0313, XEP-0359), as a service: rooms keep theirs here (service/archive.h).
 *
 * A message is a row of messages, once; a row of archive says that it belongs to somebody's archive. Both go into the job of whoever shows
 * the message, so nobody sees what is not on the disk. Questions are answered in query.c, what is worth keeping says worth.c. What is
 * older than archive_keep goes, the oldest first and in all archives alike, so that none has holes (section 3.2). */
#include "mod_mam/mam.h"

#include <inttypes.h>

#include "base/clock.h"
#include "base/timer.h"
#include "net/loop.h"

#define PIECE "2000"            /* messages that go in one job: the writer has others to serve */
#define LOOKED_AT "1000"        /* messages among which the latest with a body are looked for */
#define EXPIRE_EVERY_MS 3600000

#define MESSAGES_OF "SELECT a.id, m.sender, m.stanza FROM archive a JOIN messages m ON m.id = a.id WHERE a.owner = $1"
#define BETWEEN " AND a.id > $2 AND a.id < $3"
#define WITH " AND a.peer = $5 AND ($6 = '' OR a.resource = $6)"

static const struct nx_statement mam_statements[] = {
	[MAM_ADD_MESSAGE] = { "mam.add_message", "INSERT INTO messages (id, sender, stanza) VALUES ($1, $2, $3)" },
	[MAM_ADD] = { "mam.add", "INSERT INTO archive (owner, id, peer, resource) VALUES ($1, $2, $3, $4)" },
	[MAM_FIND] = { "mam.find", "SELECT COUNT(*) FROM archive WHERE owner = $1 AND id IN ($2, $3, $4, $5)" },
	[MAM_FORWARDS] = { "mam.forwards", MESSAGES_OF BETWEEN " ORDER BY a.id LIMIT $4" },
	[MAM_BACKWARDS] = { "mam.backwards", MESSAGES_OF BETWEEN " ORDER BY a.id DESC LIMIT $4" },
	[MAM_FORWARDS_WITH] = { "mam.forwards_with", MESSAGES_OF BETWEEN WITH " ORDER BY a.id LIMIT $4" },
	[MAM_BACKWARDS_WITH] = { "mam.backwards_with", MESSAGES_OF BETWEEN WITH " ORDER BY a.id DESC LIMIT $4" },
	[MAM_ONE] = { "mam.one", MESSAGES_OF " AND a.id = $2" },
	[MAM_REPLACE] = { "mam.replace", "UPDATE messages SET stanza = $2 WHERE id = $1" },
	[MAM_BY_IDS] = { "mam.by_ids", MESSAGES_OF " AND a.id IN ($2, $3, $4, $5, $6, $7, $8) ORDER BY a.id" },
	[MAM_COUNT] = { "mam.count",
		"SELECT COUNT(*) FROM (SELECT 1 FROM archive a WHERE a.owner = $1" BETWEEN " LIMIT 10001) AS some" },
	[MAM_ENDS] = { "mam.ends",
		"SELECT (SELECT id FROM archive WHERE owner = $1 AND id > $2 ORDER BY id LIMIT 1),"
		" (SELECT id FROM archive WHERE owner = $1 AND id > $2 ORDER BY id DESC LIMIT 1)" },
	[MAM_LATEST] = { "mam.latest",
		"SELECT a.id, m.stanza, m.sender FROM (SELECT id FROM archive WHERE owner = $1 AND id > $2 ORDER BY id DESC LIMIT " LOOKED_AT ") a"
		" JOIN messages m ON m.id = a.id WHERE m.stanza LIKE '%<body%' ORDER BY a.id DESC LIMIT $3" },
	[MAM_EXPIRE] = { "mam.expire",
		"DELETE FROM messages WHERE id IN (SELECT id FROM messages WHERE id < $1 ORDER BY id LIMIT " PIECE ")" },
	[MAM_REMOVE_LATER] = { "mam.remove_later",
		"INSERT INTO archive_removals (owner, before_id) VALUES ($1, $2) ON CONFLICT (owner) DO UPDATE SET before_id = excluded.before_id"
		" WHERE excluded.before_id > archive_removals.before_id" },
	[MAM_NEXT_REMOVAL] = { "mam.next_removal", "SELECT owner, before_id FROM archive_removals ORDER BY owner LIMIT 1" },
	[MAM_FORGET_MESSAGES] = { "mam.forget_messages",
		"DELETE FROM messages WHERE id IN (SELECT id FROM archive WHERE owner = $1 AND id < $2 ORDER BY id LIMIT " PIECE ")"
		" AND NOT EXISTS (SELECT 1 FROM archive o WHERE o.id = messages.id AND o.owner <> $1)" },
	[MAM_FORGET] = { "mam.forget",
		"DELETE FROM archive WHERE owner = $1 AND id IN (SELECT id FROM archive WHERE owner = $1 AND id < $2 ORDER BY id LIMIT " PIECE ")"
		" AND EXISTS (SELECT 1 FROM archive o WHERE o.id = archive.id AND o.owner <> $1)" },
	[MAM_REMOVED] = { "mam.removed",
		"DELETE FROM archive_removals WHERE owner = $1 AND NOT EXISTS (SELECT 1 FROM archive WHERE owner = $1 AND id < $2)" },
	{ NULL, NULL }
};

static const struct nx_option mam_options[] = {
	NX_OPT_INT("archive_page_max", 250, 10, 1000, "Messages of an archive that one answer has at most"),
	{ .name = "archive_keep", .kind = NX_OPT_KIND_PERIOD, .default_int = 0, .max = 36500LL * 86400,
	  .help = "Archived messages older than this are removed; 0: they stay" },
	NX_OPT_END
};

struct mam {
	struct nx_module *mod;
	struct nx_owner owner;
	struct nx_timer timer;          /* of what is too old */
	struct nx_timer sweep;          /* of what is to be removed */
	bool is_sweeping, has_piece;    /* somebody looks what there is; and has found something */
	bool is_due;                    /* there is more since then */
};

/* ---- storing ---- */

static void add_message(struct nx_module *mod, struct nx_job *job, uint64_t id, const struct nx_jid *sender, const char *xml)
{
	nx_job_add(job, mod->statements, MAM_ADD_MESSAGE, "iss", (int64_t)id, sender->full, xml);
}

static void add_to(struct nx_module *mod, struct nx_job *job, uint64_t id, const struct nx_jid *owner, const struct nx_jid *peer)
{
	nx_job_add(job, mod->statements, MAM_ADD, "tits", owner->full, (size_t)owner->bare_len, (int64_t)id, peer->full,
		   (size_t)peer->bare_len, nx_jid_has_resource(peer) ? nx_jid_resource(peer) : "");
}

static enum nx_verdict find(struct nx_module *mod, struct nx_event *ev, const struct nx_jid *owner, uint64_t id,
			    void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
			    enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev))
{
	return nx_event_read(ev, mod, MAM_ONE, NX_LIST(owner->full, nx_pool_printf(ev->pool, "%" PRIu64, id)), row, done);
}

static void replace(struct nx_module *mod, struct nx_job *job, uint64_t id, const char *xml)
{
	nx_job_add(job, mod->statements, MAM_REPLACE, "is", (int64_t)id, xml);
}

static void latest(struct nx_module *mod, struct nx_owner *calls, const struct nx_jid *owner, int64_t since_ms, unsigned count,
		   void (*row)(void *ctx, const struct nx_row *row), void (*done)(void *ctx, const struct nx_result *result), void *ctx)
{
	nx_store_query_some(mod->server->store, MAM_PAGE_BYTES, calls, row, done, ctx, mod->statements, MAM_LATEST, "sii", owner->full,
			    (int64_t)nx_archive_first_id(since_ms) - 1, (int64_t)count);
}

/* ---- removing ---- */

/* Archives that are nobody's any more go one after the other, each in pieces. What is left to do stands in the database, and is taken up
 * again when the server starts. */
static void sweep(void *arg);

static void sweep_soon(struct mam *mam)
{
	mam->is_due = true;
	if (!mam->is_sweeping)
		nx_timer_set(nx_loop_timers(mam->mod->server->loop), &mam->sweep, 0, sweep, mam);
}

static void piece_removed(void *ctx, const struct nx_result *result)
{
	struct mam *mam = ctx;

	mam->is_sweeping = mam->has_piece = false;
	if (result->err)
		nx_log(mam->mod, NX_ERROR, "cannot remove what is left of an archive: %s", result->err->text);
	else if (!mam->mod->server->is_stopping)
		sweep_soon(mam);
}

static void removal_row(void *ctx, unsigned statement, const struct nx_row *row)
{
	struct mam *mam = ctx;
	const struct nx_module *mod = mam->mod;
	struct nx_job *job = nx_job_new(mod->server->store);

	(void)statement;
	mam->has_piece = true;
	nx_job_add(job, mod->statements, MAM_FORGET_MESSAGES, "si", nx_row_text(row, 0), nx_row_int(row, 1));
	nx_job_add(job, mod->statements, MAM_FORGET, "si", nx_row_text(row, 0), nx_row_int(row, 1));
	nx_job_add(job, mod->statements, MAM_REMOVED, "si", nx_row_text(row, 0), nx_row_int(row, 1));
	nx_job_submit(&job, &mam->owner, piece_removed, mam);
}

static void looked(void *ctx, const struct nx_result *result)
{
	struct mam *mam = ctx;

	if (result->err)
		nx_log(mam->mod, NX_ERROR, "cannot see which archives have to be removed: %s", result->err->text);
	if (mam->has_piece)
		return;
	mam->is_sweeping = false;
	if (mam->is_due)
		sweep_soon(mam);
}

/* In a job, because what was decided just now has to be seen. */
static void sweep(void *arg)
{
	struct mam *mam = arg;
	struct nx_job *job = nx_job_new(mam->mod->server->store);

	mam->is_sweeping = true;
	mam->is_due = false;
	nx_job_on_row(job, removal_row);
	nx_job_add(job, mam->mod->statements, MAM_NEXT_REMOVAL, "");
	nx_job_submit(&job, &mam->owner, looked, mam);
}

static void forget(struct nx_module *mod, struct nx_job *job, const struct nx_jid *owner, uint64_t before_id)
{
	nx_job_add(job, mod->statements, MAM_REMOVE_LATER, "si", owner->full, (int64_t)before_id);
	sweep_soon(mod->data);
}

static void expire(void *arg);

static void expired(void *ctx, const struct nx_result *result)
{
	struct mam *mam = ctx;

	if (result->err)
		nx_log(mam->mod, NX_ERROR, "cannot remove old messages: %s", result->err->text);
	else if (result->changes > 0)
		nx_timer_set(nx_loop_timers(mam->mod->server->loop), &mam->timer, 0, expire, mam);
}

static int64_t keep_ms(struct nx_module *mod)
{
	return nx_conf_period_ms(mod->server->conf, NULL, "archive_keep");
}

static void expire(void *arg)
{
	struct mam *mam = arg;
	struct nx_module *mod = mam->mod;

	nx_timer_set(nx_loop_timers(mod->server->loop), &mam->timer, EXPIRE_EVERY_MS, expire, mam);
	/* What the disk had no space for may go by now. */
	sweep_soon(mam);
	if (keep_ms(mod) == 0)
		return;
	struct nx_job *job = nx_job_new(mod->server->store);

	nx_job_add(job, mod->statements, MAM_EXPIRE, "i",
		   (int64_t)nx_archive_first_id(nx_clock_wall_ms(mod->server->clock) - keep_ms(mod)));
	nx_job_submit(&job, &mam->owner, expired, mam);
}

/* ---- life ---- */

static int mam_start(struct nx_module *mod, struct nx_error *err)
{
	struct mam *mam = NX_NEW(mod->pool, struct mam);

	(void)err;
	mam->mod = mod;
	nx_owner_init(&mam->owner);
	mod->data = mam;
	nx_timer_set(nx_loop_timers(mod->server->loop), &mam->timer, EXPIRE_EVERY_MS, expire, mam);
	sweep_soon(mam);
	return 0;
}

static void mam_stop(struct nx_module *mod)
{
	struct mam *mam = mod->data;

	nx_timer_cancel(&mam->timer);
	nx_timer_cancel(&mam->sweep);
	nx_owner_done(&mam->owner);
}

static const struct nx_archive_service archive_service = {
	.is_worth = mam_is_worth, .add_message = add_message, .add_to = add_to, .query = mam_query, .find = find,
	.replace = replace, .latest = latest, .forget = forget, .keep_ms = keep_ms,
};

static const struct nx_service mam_services[] = {
	{ NX_SERVICE_ARCHIVE, &archive_service },
	{ NULL, NULL }
};

NX_MODULE(mam) = {
	NX_MODULE_HEAD(mam),
	.summary = "Keeps archives of messages", .xeps = "0059, 0297, 0313, 0334, 0359",
	.options = mam_options, .statements = mam_statements, .services = mam_services, .start = mam_start, .stop = mam_stop,
};
