/* mod_quiet: quiet hours. At the times of day that an administrator sets for a host, people cannot log in (RFC 6120 section
 * 6.5.11: a temporary failure; the text says until when), and who is connected when they begin is told so and disconnected.
 * Administrators, and accounts named in an option, are exempt.
 *
 * Every minute, on the minute, sessions are looked at anew: so it makes no difference whether the hours have begun, the clock
 * was set, or the options were read anew. */
#include "core/module.h"

#include <string.h>

#include "base/clock.h"
#include "base/handles.h"
#include "base/map.h"
#include "base/timer.h"
#include "base/hours.h"
#include "net/loop.h"

#define MINUTE_MS 60000

static const struct nx_option quiet_options[] = {
	{ .name = "quiet_hours", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .check = nx_hours_check,
	  .help = "Times of day at which people cannot be connected, such as \"22:00-06:00\"; administrators always can" },
	{ .name = "quiet_hours_exempt", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .check = nx_account_check_option,
	  .help = "Addresses of accounts that can be connected in quiet hours too" },
	{ .name = "quiet_hours_zone", .kind = NX_OPT_KIND_STRING, .is_per_host = true, .check = nx_hours_check_zone,
	  .help = "Time zone of quiet_hours, such as Europe/Berlin; not set: the machine's" },
	NX_OPT_END
};

/* As nx_hours_until(). */
static int end_of_quiet(const struct nx_host *host)
{
	const struct nx_conf *conf = host->server->conf;
	const char *const *spans = nx_conf_list(conf, host->name, "quiet_hours");

	if (!*spans)
		return NX_HOURS_NOT;
	return nx_hours_until(spans, nx_hours_minute_of_day(nx_conf_str(conf, host->name, "quiet_hours_zone"),
						      nx_clock_wall_ms(host->server->clock)));
}

static bool is_exempt(const struct nx_host *host, const char *bare, bool is_admin)
{
	const char *const *names = nx_conf_list(host->server->conf, host->name, "quiet_hours_exempt");

	for (; !is_admin && *names; names++) {
		if (nx_str_eq(*names, bare))
			return true;
	}
	return is_admin;
}

static void explain(struct nx_error *err, enum nx_error_kind kind, int until)
{
	if (until == NX_HOURS_ALWAYS)
		nx_fail(err, kind, "Nobody but administrators can be connected at the moment");
	else
		nx_fail(err, kind, "It is quiet time until %02d:%02d; you can log in again then", until / 60, until % 60);
}

static enum nx_verdict quiet_login(struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare, bool is_admin,
				   struct nx_error *err)
{
	int until = end_of_quiet(host);

	(void)mod;
	if (until == NX_HOURS_NOT || is_exempt(host, bare->full, is_admin))
		return NX_PASS;
	explain(err, NX_E_SASL_TEMPORARY_FAILURE, until);
	return NX_REFUSE;
}

static void end_sessions(const struct nx_host *host, int until)
{
	struct nx_session *sess;
	struct nx_error err;
	uint32_t pos = 0;

	explain(&err, NX_E_POLICY_VIOLATION, until);
	while ((sess = nx_handles_next(host->server->sessions, &pos))) {
		if (sess->host == host && nx_session_is_bound(sess) &&
		    !is_exempt(host, sess->account->jid.full, sess->account->is_admin))
			nx_session_end(sess, &err, "quiet hours");
	}
}

static void set_timer(struct nx_module *mod);

static void look_at_clock(void *arg)
{
	struct nx_module *mod = arg;
	struct nx_map_iter it = {0};
	struct nx_host *host;

	while ((host = nx_map_next(mod->server->hosts, &it))) {
		int until = end_of_quiet(host);

		if (until != NX_HOURS_NOT)
			end_sessions(host, until);
	}
	set_timer(mod);
}

static void set_timer(struct nx_module *mod)
{
	int64_t wait_ms = MINUTE_MS - nx_clock_wall_ms(mod->server->clock) % MINUTE_MS;

	nx_timer_set(nx_loop_timers(mod->server->loop), mod->data, wait_ms, look_at_clock, mod);
}

static int quiet_start(struct nx_module *mod, struct nx_error *err)
{
	(void)err;
	mod->data = NX_NEW(mod->pool, struct nx_timer);
	set_timer(mod);
	return 0;
}

static void quiet_stop(struct nx_module *mod)
{
	nx_timer_cancel(mod->data);
}

static const struct nx_hook quiet_hooks[] = {
	NX_DECIDE(GUARD, login, quiet_login),
	NX_HOOKS_END
};

NX_MODULE(quiet) = {
	NX_MODULE_HEAD(quiet),
	.summary = "Times of day at which people cannot be connected",
	.options = quiet_options, .hooks = quiet_hooks, .start = quiet_start, .stop = quiet_stop,
};
