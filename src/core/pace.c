/* How fast and how silent a session may be.
 *
 * Two token buckets, stanzas and bytes. A client that is faster is not punished: it is simply not read from until there is room
 * again. Silence: a bound session from which nothing came for silent_after is told to modules (session_silent: mod_ping asks it
 * whether it is still there). A queue without progress for output_stall closes the session.
 *
 * Debts: while the disk takes its time, a session that goes on sending would fill what the store may keep (store_max), and everybody would
 * be paused for it. So it waits alone, as soon as what it owes is a 32nd of that. */
#include "core/session_private.h"

#include "base/error.h"
#include "core/module.h"
#include "net/conn.h"
#include "net/loop.h"

/* ---- rates ---- */

static void refill(struct nx_session *sess)
{
	const struct nx_rates *rates = &sess->server->rates;
	int64_t now = nx_clock_ms(sess->server->clock);
	double secs = (double)(now - sess->rate_at_ms) / 1000.0;

	sess->rate_at_ms = now;
	sess->rate_stanzas += secs * rates->stanzas_per_sec;
	if (sess->rate_stanzas > rates->stanza_burst)
		sess->rate_stanzas = rates->stanza_burst;
	sess->rate_bytes += secs * rates->bytes_per_sec;
	if (sess->rate_bytes > rates->byte_burst)
		sess->rate_bytes = rates->byte_burst;
}

static void has_room_again(void *arg)
{
	struct nx_session *sess = arg;

	refill(sess);
	nx_session_unhold(sess);
}

static int64_t wait_ms(const struct nx_session *sess)
{
	const struct nx_rates *rates = &sess->server->rates;
	double stanzas = sess->rate_stanzas < 0 ? -sess->rate_stanzas / rates->stanzas_per_sec : 0;
	double bytes = sess->rate_bytes < 0 ? -sess->rate_bytes / rates->bytes_per_sec : 0;

	return (int64_t)((stanzas > bytes ? stanzas : bytes) * 1000.0) + 1;
}

static void take_tokens(struct nx_session *sess, double stanzas, double bytes)
{
	if (!nx_server_has_limits(sess->server))
		return;
	sess->rate_stanzas -= stanzas;
	sess->rate_bytes -= bytes;
	if (sess->rate_stanzas >= 0 && sess->rate_bytes >= 0)
		return;
	/* Only an empty bucket looks at the clock. */
	refill(sess);
	if ((sess->rate_stanzas >= 0 && sess->rate_bytes >= 0) || nx_timer_is_set(&sess->rate_timer))
		return;
	nx_session_hold(sess);
	nx_timer_set(nx_loop_timers(sess->server->loop), &sess->rate_timer, wait_ms(sess), has_room_again, sess);
}

void nx_pace_bytes(struct nx_session *sess, size_t len)
{
	take_tokens(sess, 0, (double)len);
}

void nx_pace_stanza(struct nx_session *sess)
{
	take_tokens(sess, 1, 0);
}

/* ---- debts ---- */

void nx_pace_owe(struct nx_session *sess, size_t bytes)
{
	sess->owed_bytes += bytes;
	if (sess->is_in_debt || sess->owed_bytes <= sess->server->debt_max_bytes)
		return;
	sess->is_in_debt = true;
	nx_session_hold(sess);
}

void nx_pace_pay(struct nx_server *server, uint64_t sess_id, size_t bytes)
{
	struct nx_session *sess = nx_server_find_session(server, sess_id);

	if (!sess)
		return;
	sess->owed_bytes -= bytes;
	if (!sess->is_in_debt || sess->owed_bytes > server->debt_max_bytes / 2)
		return;
	sess->is_in_debt = false;
	nx_session_unhold(sess);
}

/* ---- silence ---- */

static void look(void *arg);

static int64_t period_ms(const struct nx_session *sess, const char *option)
{
	return nx_conf_period_ms(sess->server->conf, NULL, option);
}

/* When silence or a stall would be long enough, if nothing happens. Nobody tells when a queue begins, so the next look is never further away
 * than output_stall; and while there is a queue it comes just in time. */
static void watch_again(struct nx_session *sess)
{
	int64_t now = nx_clock_ms(sess->server->clock);
	int64_t silence = sess->quiet_since_ms + period_ms(sess, "silent_after") - now, stall = period_ms(sess, "output_stall");

	if (nx_conn_queued_bytes(sess->conn) > 0)
		stall += nx_conn_last_progress_ms(sess->conn) - now;
	nx_timer_set(nx_loop_timers(sess->server->loop), &sess->timer, silence < stall ? silence : stall, look, sess);
}

/* True when the session was ended. */
static bool end_stalled(struct nx_session *sess, int64_t now)
{
	struct nx_error err;

	if (nx_conn_queued_bytes(sess->conn) == 0 ||
	    now - nx_conn_last_progress_ms(sess->conn) < period_ms(sess, "output_stall"))
		return false;
	nx_fail(&err, NX_E_CONNECTION_TIMEOUT, "The client does not read what it is sent");
	nx_session_end(sess, &err, "output stalled");
	return true;
}

static void look(void *arg)
{
	struct nx_session *sess = arg;
	int64_t now = nx_clock_ms(sess->server->clock);

	if (end_stalled(sess, now))
		return;
	if (sess->quiet_since_ms < sess->last_heard_ms)
		sess->quiet_since_ms = sess->last_heard_ms;
	bool is_silent = now - sess->quiet_since_ms >= period_ms(sess, "silent_after");

	if (is_silent)
		sess->quiet_since_ms = now;
	watch_again(sess);
	if (is_silent)
		NX_FIRE(sess->server, session_silent, sess);
}

void nx_pace_watch_silence(struct nx_session *sess)
{
	sess->rate_at_ms = sess->quiet_since_ms = nx_clock_ms(sess->server->clock);
	watch_again(sess);
}
