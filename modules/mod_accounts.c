/* mod_accounts: administrators' commands for accounts (core/command.h, core/users.h).
 *
 * Every handler is the beginning of a call that core/users.c ends: users write and derive keys elsewhere, answer_…()
 * puts what was done into a sentence. The rows are at the end. */
#include <string.h>

#include "base/clock.h"
#include "core/module.h"

struct account {
	struct nx_host *host;
	const char *local;
	const char *bare;
};

/* The command's account: its host was checked with the parameters. */
static struct account account_of(struct nx_call *call)
{
	const struct nx_jid *jid = nx_call_jid(call, "jid");
	struct nx_pool *pool = nx_call_pool(call);

	return (struct account){
		.host = nx_server_find_host_of(nx_call_server(call), jid),
		.local = nx_jid_local_str(pool, jid), .bare = jid->full,
	};
}

static unsigned count_sessions(const struct account *account)
{
	const struct nx_account *here = nx_account_find(account->host, account->local, strlen(account->local));

	return here ? here->session_count : 0;
}

/* What scripts read beside the sentence that people do; takes details, and adds the account's address. */
static void describe(struct nx_call *call, const struct account *account, json_t *details)
{
	json_object_set_new(details, "jid", json_string(account->bare));
	json_object_set_new(nx_call_result(call), "account", details);
}

/* The end of every change: the sentence and the data were prepared when it began. */
static void finish(void *ctx, const struct nx_error *err)
{
	struct nx_call *call = ctx;

	if (err)
		nx_call_fail_error(call, err);
	else
		nx_call_done(call);
}

/* ---- account add, account passwd ---- */

/* "; people see d'artagnan@example.org" for a name with escapes (XEP-0106), "" for others. */
static const char *shown_as(struct nx_call *call, const struct account *account)
{
	struct nx_pool *pool = nx_call_pool(call);
	const char *shown = nx_jid_unescape_local(pool, account->local);

	return nx_str_eq(shown, account->local) ? "" : nx_pool_printf(pool, "; people see %s@%s", shown, account->host->name);
}

static void account_add(struct nx_module *mod, struct nx_call *call)
{
	struct account account = account_of(call);
	bool is_admin = nx_call_flag(call, "admin");

	(void)mod;
	nx_call_message(call, "%s %s was created%s", is_admin ? "The administrator's account" : "The account", account.bare,
			shown_as(call, &account));
	describe(call, &account, json_pack("{s:b}", "admin", is_admin));
	nx_users_create(account.host, account.local, nx_call_str(call, "password"), is_admin, finish, call);
}

static void account_passwd(struct nx_module *mod, struct nx_call *call)
{
	struct account account = account_of(call);
	unsigned online = count_sessions(&account);

	(void)mod;
	if (online > 0)
		nx_call_message(call, "The password of %s was changed; who is connected with the old one stays so: "
				"nexactl kick %s ends that", account.bare, account.bare);
	else
		nx_call_message(call, "The password of %s was changed", account.bare);
	describe(call, &account, json_pack("{s:i}", "sessions", (int)online));
	nx_users_set_password(account.host, account.local, nx_call_str(call, "password"), finish, call);
}

/* ---- account disable, enable, expire, delete ---- */

/* "romeo@example.org was disabled; 2 sessions were ended" */
static void prepare_end(struct nx_call *call, const struct account *account, const char *done)
{
	unsigned online = count_sessions(account);

	if (online > 0)
		nx_call_message(call, "The account %s was %s; %u %s ended", account->bare, done, online,
				online == 1 ? "session was" : "sessions were");
	else
		nx_call_message(call, "The account %s was %s", account->bare, done);
	describe(call, account, json_pack("{s:i}", "sessions_ended", (int)online));
}

static void account_disable(struct nx_module *mod, struct nx_call *call)
{
	struct account account = account_of(call);

	(void)mod;
	prepare_end(call, &account, "disabled");
	nx_users_set_disabled(account.host, account.local, true, nx_call_str(call, "reason"), finish, call);
}

static void account_enable(struct nx_module *mod, struct nx_call *call)
{
	struct account account = account_of(call);

	(void)mod;
	nx_call_message(call, "The account %s may log in", account.bare);
	describe(call, &account, json_object());
	nx_users_set_disabled(account.host, account.local, false, NULL, finish, call);
}

/* 9999-12-31T23:59:59Z, the last date that RFC 3339 can write. Who wants "never" writes that day sometimes. */
#define LAST_MOMENT_MS 253402300799000LL

/* "2027-07-31" is the last day, in UTC as all times of the server; or a moment with its zone. */
static int read_moment(struct nx_call *call, const char *text, int64_t *at_ms_r)
{
	const size_t day_len = strlen("2027-07-31");

	if (strlen(text) > day_len)
		return nx_datetime_parse(text, at_ms_r);
	if (nx_datetime_parse(nx_pool_printf(nx_call_pool(call), "%sT00:00:00Z", text), at_ms_r) < 0)
		return -1;
	*at_ms_r += 24 * 3600 * 1000LL;
	if (*at_ms_r > LAST_MOMENT_MS)
		*at_ms_r = LAST_MOMENT_MS;
	return 0;
}

static void account_expire(struct nx_module *mod, struct nx_call *call)
{
	struct account account = account_of(call);
	const char *text = nx_call_str(call, "until");
	char at[NX_DATETIME_SIZE];
	int64_t at_ms = 0;

	(void)mod;
	if (!nx_str_eq(text, "never") && (read_moment(call, text, &at_ms) < 0 || at_ms <= 0)) {
		nx_call_fail(call, NX_E_BAD_REQUEST, "\"%s\" is no date; write 2027-07-31, 2027-07-31T15:00:00+02:00, or never", text);
		return;
	}
	nx_datetime_format(at, at_ms, false);
	if (at_ms)
		nx_call_message(call, "The account %s is valid until %s", account.bare, at);
	else
		nx_call_message(call, "The account %s does not expire", account.bare);
	describe(call, &account, json_pack("{s:o}", "expires_at", nx_call_time(at_ms)));
	nx_users_set_expiry(account.host, account.local, at_ms, finish, call);
}

static void account_delete(struct nx_module *mod, struct nx_call *call)
{
	struct account account = account_of(call);

	(void)mod;
	prepare_end(call, &account, "deleted");
	nx_users_delete(account.host, account.local, finish, call);
}

/* ---- account list ---- */

static void list_row(void *ctx, const struct nx_user_row *row)
{
	struct nx_call *call = ctx;
	/* A domain that was taken out of the option hosts has its accounts still. */
	struct account account = {
		.host = nx_server_find_host(nx_call_server(call), row->host, strlen(row->host)), .local = row->local,
	};
	json_t *item = json_pack("{s:s, s:o, s:o, s:o, s:b, s:s?, s:b, s:i}",
				 "jid", nx_pool_printf(nx_call_pool(call), "%s@%s", row->local, row->host),
				 "created_at", nx_call_time(row->created_at_ms),
				 "last_login_at", nx_call_time(row->last_login_at_ms),
				 "expires_at", nx_call_time(row->expires_at_ms),
				 "disabled", row->is_disabled, "reason", row->disabled_reason,
				 "admin", row->is_admin, "sessions", account.host ? (int)count_sessions(&account) : 0);

	json_array_append_new(json_object_get(nx_call_result(call), "accounts"), item);
}

static void list_done(void *ctx, const struct nx_error *err)
{
	struct nx_call *call = ctx;
	size_t count = json_array_size(json_object_get(nx_call_result(call), "accounts"));

	if (!err)
		nx_call_message(call, count == 1 ? "1 account" : "%zu accounts", count);
	finish(call, err);
}

static void account_list(struct nx_module *mod, struct nx_call *call)
{
	struct nx_server *server = nx_call_server(call);
	struct nx_host *host = NULL;

	(void)mod;
	if (nx_call_host(call, &host) < 0)
		return;
	/* The message goes first. */
	nx_call_message(call, "accounts");
	json_object_set_new(nx_call_result(call), "accounts", json_array());
	nx_users_list(server, host, list_row, list_done, call);
}

/* ---- rows ---- */

#define PARAM_ACCOUNT { "jid", NX_PARAM_ACCOUNT, true, "the account, as name@domain" }
#define PARAM_PASSWORD { "password", NX_PARAM_PASSWORD, true, "the new password" }

static const struct nx_param account_params[] = {
	PARAM_ACCOUNT,
	{ 0 }
};
static const struct nx_param add_params[] = {
	PARAM_ACCOUNT, PARAM_PASSWORD,
	{ "admin", NX_PARAM_FLAG, false, "makes an administrator's account" },
	{ 0 }
};
static const struct nx_param passwd_params[] = {
	PARAM_ACCOUNT, PARAM_PASSWORD,
	{ 0 }
};
static const struct nx_param list_params[] = {
	{ "host", NX_PARAM_STRING, false, "only the accounts of this domain" },
	{ 0 }
};
static const struct nx_param disable_params[] = {
	PARAM_ACCOUNT,
	{ "reason", NX_PARAM_STRING, false, "why; kept with the account, and told to who is connected or tries to log in" },
	{ 0 }
};

static const struct nx_param expire_params[] = {
	PARAM_ACCOUNT,
	{ "until", NX_PARAM_STRING, true, "the last day (2027-07-31, UTC), a moment (2027-07-31T15:00:00+02:00), or never" },
	{ 0 }
};

static const struct nx_command account_commands[] = {
	{ .name = "account add", .summary = "Creates an account", .params = add_params, .run = account_add },
	{ .name = "account list", .summary = "Lists the accounts", .params = list_params, .run = account_list },
	{ .name = "account passwd", .summary = "Sets a new password", .params = passwd_params, .run = account_passwd },
	{ .name = "account disable", .summary = "Ends the sessions of an account and lets nobody log in to it; everything is kept",
	  .params = disable_params, .run = account_disable },
	{ .name = "account enable", .summary = "Lets a disabled account log in again", .params = account_params,
	  .run = account_enable },
	{ .name = "account expire", .summary = "Sets the time from which on an account cannot log in; its sessions end then",
	  .params = expire_params, .run = account_expire },
	{ .name = "account delete", .summary = "Deletes an account and everything that belongs to it",
	  .params = account_params, .run = account_delete,
	  .confirm = "The account, its contacts and its waiting messages are removed for good." },
	{ 0 }
};

NX_MODULE(accounts) = {
	NX_MODULE_HEAD(accounts),
	.summary = "Administrators' commands for accounts", .xeps = "0106",
	.features = NX_LIST("jid\\20escaping"),        /* XEP-0106 section 6 */
	.commands = account_commands,
};
