/* mod_last: how long the server has been up, and when a user was last connected (XEP-0012).
 *
 * Kept: the time of each unavailable presence with its status text, and the time when an account's last session ends (section 3).
 * Nobody waits until that is on disk, so a second of it goes there in one job: else every logout would cost a commit of its own, and a
 * class that goes home at noon a hundred. It is read when somebody asks. After a crash the last logouts are missing, then the
 * last login is the latest that is known.
 *
 * Told: to the user, and to those who may see the user's presence; to all others, and of accounts that do not exist, the same
 * forbidden (sections 3, 4 and 8). That goes for full JIDs too, before the client would be asked. */
#include "core/module.h"

#include "base/clock.h"
#include "base/timer.h"
#include "net/loop.h"
#include "service/roster.h"

enum { LEFT, SAID, LOOK };

#define UPSERT "INSERT INTO last_activity (host, local, left_at, status)" \
	" SELECT host, local, CAST($3 AS BIGINT), CAST($4 AS TEXT) FROM users WHERE host = $1 AND local = $2" \
	" ON CONFLICT (host, local) DO UPDATE SET left_at = excluded.left_at"

/* Through users: an account that has been deleted meanwhile gets no row. */
static const struct nx_statement last_statements[] = {
	[LEFT] = { "last.left", UPSERT },
	[SAID] = { "last.said", UPSERT ", status = excluded.status" },
	[LOOK] = { "last.look", "SELECT users.last_login_at, last_activity.left_at, last_activity.status FROM users"
		" LEFT JOIN last_activity ON last_activity.host = users.host AND last_activity.local = users.local"
		" WHERE users.host = $1 AND users.local = $2" },
	{ NULL, NULL }
};

/* ---- keeping ---- */

/* Longer ones are cut. */
#define MAX_STATUS_BYTES 1023

static void stored(void *ctx, const struct nx_result *result)
{
	struct nx_module *mod = ctx;

	if (result->err)
		nx_log(mod, NX_ERROR, "cannot store when somebody left: %s", result->err->text);
}

#define GATHER_MS 1000
#define MAX_GATHERED 100        /* then it goes at once */

/* What is gathered for the next job; the module's data. */
struct gathering {
	struct nx_job *job;             /* NULL: nothing */
	unsigned count;
	struct nx_timer timer;          /* set while there is a job */
};

static void submit(struct nx_module *mod)
{
	struct gathering *gathering = mod->data;

	nx_timer_cancel(&gathering->timer);
	gathering->count = 0;
	if (gathering->job)
		nx_job_submit(&gathering->job, NULL, stored, mod);
}

static void time_is_up(void *arg)
{
	submit(arg);
}

static void store(struct nx_module *mod, unsigned statement, const struct nx_account *account, const char *status)
{
	struct gathering *gathering = mod->data;

	if (!gathering->job) {
		gathering->job = nx_job_new(mod->server->store);
		nx_timer_set(nx_loop_timers(mod->server->loop), &gathering->timer, GATHER_MS, time_is_up, mod);
	}
	nx_job_add(gathering->job, mod->statements, statement, "ssis", account->host->name, account->local,
		   nx_clock_wall_ms(mod->server->clock), status);
	if (++gathering->count == MAX_GATHERED)
		submit(mod);
}

/* Also the presence that mod_presence makes when a connection breaks: it has no status. */
static enum nx_verdict last_presence(struct nx_module *mod, struct nx_event *ev)
{
	if (ev->type == NX_TYPE_UNAVAILABLE && ev->target == NX_TO_NOBODY && ev->account)
		store(mod, SAID, ev->account,
		      nx_str_cut(ev->pool, nx_xml_child_content(ev->stanza, NX_NS_CLIENT, "status"), MAX_STATUS_BYTES));
	return NX_PASS;
}

static void last_ended(struct nx_module *mod, struct nx_session *sess)
{
	if (sess->account->session_count == 0)
		store(mod, LEFT, sess->account, NULL);
}

/* ---- answering ---- */

static enum nx_verdict answer(struct nx_event *ev, int64_t age_ms, const char *status)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_LAST, "query");

	/* The wall clock may have been set back. */
	nx_xml_set(query, "seconds", nx_pool_printf(ev->pool, "%lld", (long long)(age_ms > 0 ? age_ms / 1000 : 0)));
	if (status)
		nx_xml_text(query, status);
	return nx_event_answer(ev, query);
}

/* Section 5. */
static enum nx_verdict last_of_host(struct nx_module *mod, struct nx_event *ev)
{
	return answer(ev, nx_clock_ms(mod->server->clock) - mod->server->started_ms, NULL);
}

struct seen {
	int64_t at_ms;          /* 0: never */
	const char *status;
};

static void take_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct seen *seen = ev->data;
	int64_t login_at_ms = nx_row_int(row, 0), left_at_ms = nx_row_int(row, 1);

	(void)mod;
	seen->at_ms = left_at_ms;
	seen->status = nx_pool_strdup(ev->pool, nx_row_text(row, 2));
	if (login_at_ms > left_at_ms)
		*seen = (struct seen){ .at_ms = login_at_ms };
}

static enum nx_verdict tell(struct nx_module *mod, struct nx_event *ev)
{
	const struct seen *seen = ev->data;

	/* The user may have come back while we looked. */
	if (ev->account->session_count > 0)
		return answer(ev, 0, NULL);
	if (seen->at_ms == 0)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This user has never been connected");
	return answer(ev, nx_clock_wall_ms(mod->server->clock) - seen->at_ms, seen->status);
}

static bool may_know(struct nx_event *ev)
{
	return ev->account && (nx_jid_eq_bare(&ev->from, &ev->to) || nx_roster_may_see(ev));
}

static enum nx_verdict last_of_account(struct nx_module *mod, struct nx_event *ev)
{
	if (!may_know(ev))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "%s", "");
	if (ev->target == NX_TO_SESSION)
		return NX_PASS;         /* section 4: the client may answer */
	if (ev->account->session_count > 0)
		return answer(ev, 0, NULL);
	ev->data = NX_NEW(ev->pool, struct seen);
	submit(mod);            /* whoever has just left is in there perhaps; the query goes out behind it */
	return nx_event_read(ev, mod, LOOK, NX_LIST(ev->account->host->name, ev->account->local), take_row, tell);
}

/* ---- life ---- */

static int last_start(struct nx_module *mod, struct nx_error *err)
{
	(void)err;
	mod->data = NX_NEW(mod->pool, struct gathering);
	return 0;
}

/* What came after stopping: connections that were cut because the server had no time left. */
static void last_stop(struct nx_module *mod)
{
	struct gathering *gathering = mod->data;

	nx_timer_cancel(&gathering->timer);
	nx_job_free(&gathering->job);
}

static const struct nx_iq_rule last_iq[] = {
	{ NX_GET, NX_NS_LAST, "query", NX_TO_HOST, last_of_host },
	{ NX_GET, NX_NS_LAST, "query", NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT | NX_TO_SESSION, last_of_account },
	{ 0 }
};

static const struct nx_hook last_hooks[] = {
	NX_DECIDE(AFTER, presence, last_presence),
	NX_ON(session_ended, last_ended),
	NX_ON(stopping, submit),
	NX_HOOKS_END
};

NX_MODULE(last) = {
	NX_MODULE_HEAD(last),
	.summary = "Tells when users were last connected", .xeps = "0012",
	.features = NX_LIST(NX_NS_LAST), .account_features = NX_LIST(NX_NS_LAST),
	.iq = last_iq, .hooks = last_hooks, .statements = last_statements,
	.start = last_start, .stop = last_stop,
};
