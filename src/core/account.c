/* Accounts in memory: loading, references, the idle cache (core/account.h).
 *
 * A load is a chain of reads: the users row first; when it exists, every module's loaders at once. The readers answer each query
 * with its rows together; the last answer makes the account ready. */
#include "core/account.h"

#include <string.h>

#include "base/assert.h"
#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "core/host.h"
#include "core/module.h"
#include "core/session.h"
#include "net/loop.h"

struct nx_accounts {
	struct nx_server *server;
	struct nx_statements *statements;
	struct nx_owner owner;
	struct nx_list idle;            /* struct nx_account.in_idle, longest unused first */
	unsigned idle_count, count;
	size_t idle_bytes;              /* of all idle ones */
	uint64_t read_after;            /* what is read before this job has finished may be too old */
};

enum { FIND_USER };
static const struct nx_statement account_statements[] = {
	[FIND_USER] = { "account.find", "SELECT is_admin, disabled, expires_at FROM users WHERE host = $1 AND local = $2" },
	{ NULL, NULL }
};

struct waiter {
	struct nx_link link;
	void (*ready)(void *ctx, struct nx_account *account);
	void *ctx;
};

struct nx_accounts *nx_accounts_new(struct nx_server *server, struct nx_error *err)
{
	struct nx_accounts *accounts = nx_mem_new(sizeof(*accounts));

	accounts->server = server;
	nx_owner_init(&accounts->owner);
	nx_list_init(&accounts->idle);
	accounts->statements = nx_statements_register(server->store, account_statements, err);
	if (!accounts->statements)
		nx_accounts_free(&accounts);
	return accounts;
}

/* ---- idle ones ---- */

static void become_idle(struct nx_accounts *accounts, struct nx_account *account)
{
	account->idle_bytes = nx_pool_size_bytes(account->pool) + account->weight_bytes;
	accounts->idle_bytes += account->idle_bytes;
	accounts->idle_count++;
	nx_list_append(&accounts->idle, &account->in_idle);
}

static void stop_idling(struct nx_accounts *accounts, struct nx_account *account)
{
	if (!nx_link_is_linked(&account->in_idle))
		return;
	nx_list_remove(&account->in_idle);
	accounts->idle_count--;
	accounts->idle_bytes -= account->idle_bytes;
}

/* ---- death ---- */

static void forget_account(struct nx_account *account)
{
	struct nx_accounts *accounts = account->host->server->accounts;
	struct nx_pool *pool = account->pool;

	stop_idling(accounts, account);
	/* A distrusted account may have been replaced in the map already. */
	if (nx_map_find(account->host->accounts, account->local, account->jid.local_len) == account)
		nx_map_remove(account->host->accounts, account->local, account->jid.local_len);
	accounts->count--;
	nx_timer_cancel(&account->expiry);
	nx_pool_free(&pool);
}

void nx_accounts_free(struct nx_accounts **accounts)
{
	struct nx_account *account;

	if (!*accounts)
		return;
	nx_owner_done(&(*accounts)->owner);
	while ((account = NX_LIST_FIRST(&(*accounts)->idle, struct nx_account, in_idle)))
		forget_account(account);
	nx_assert((*accounts)->count == 0);
	nx_mem_free(*accounts);
	*accounts = NULL;
}

static bool is_current(const struct nx_account *account)
{
	return nx_map_find(account->host->accounts, account->local, account->jid.local_len) == account;
}

#define TRIM_AT_ONCE 8

/* Idle ones above the limits go, except those whose rows are still on their way to the disk. Only a few are looked at each
 * time: while many wait for the disk the cache may be larger for a moment. */
static void trim_idle(struct nx_accounts *accounts)
{
	unsigned max_count = (unsigned)nx_conf_int(accounts->server->conf, NULL, "account_cache");
	size_t max_bytes = (size_t)nx_conf_int(accounts->server->conf, NULL, "account_cache_max");
	uint64_t finished = nx_store_finished(accounts->server->store);
	unsigned looked_at = 0;
	struct nx_account *account;

	NX_LIST_EACH(&accounts->idle, struct nx_account, in_idle, account) {
		bool is_over = accounts->idle_count > max_count || accounts->idle_bytes > max_bytes;

		if (!is_over || looked_at++ == TRIM_AT_ONCE)
			break;
		if (account->pinned_until <= finished)
			forget_account(account);
	}
}

void nx_account_unref(struct nx_account **account_p)
{
	struct nx_account *account = *account_p;

	*account_p = NULL;
	if (!account || --account->refs > 0)
		return;
	/* Who does not exist is not remembered: a flood of invented names would fill the memory. Nor is a guest, who does not come back. */
	if (account->state != NX_ACCOUNT_READY || account->is_guest || !is_current(account)) {
		forget_account(account);
		return;
	}
	struct nx_accounts *accounts = account->host->server->accounts;
	become_idle(accounts, account);
	trim_idle(accounts);
}

struct nx_account *nx_account_ref(struct nx_account *account)
{
	if (account->refs++ > 0)
		return account;
	stop_idling(account->host->server->accounts, account);
	return account;
}

static void end_sessions(struct nx_account *account, const struct nx_error *err, const char *reason)
{
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess)
		nx_session_end(sess, err, reason);
}

/* ---- loading ---- */

static void set_expiry(struct nx_account *account, int64_t at_ms);

static void settle_load(struct nx_account *account, enum nx_account_state state)
{
	struct waiter *waiter;

	/* Deleted since the load began. */
	account->state = is_current(account) ? state : NX_ACCOUNT_ABSENT;
	/* The load's own reference keeps the account while the waiting go on. */
	NX_LIST_EACH(&account->waiting, struct waiter, link, waiter) {
		nx_list_remove(&waiter->link);
		if (waiter->ready)
			waiter->ready(waiter->ctx, account);
		nx_mem_free(waiter);
	}
	nx_account_unref(&account);
}

struct load {
	struct nx_account *account;
	struct nx_module *mod;
	const struct nx_account_loader *loader;
};

static void loader_row(void *ctx, const struct nx_row *row)
{
	struct load *load = ctx;

	load->loader->row(load->mod, load->account, row);
}

static void loader_done(void *ctx, const struct nx_result *result)
{
	struct load *load = ctx;
	struct nx_account *account = load->account;

	if (result->err) {
		nx_log(account, NX_ERROR, "cannot read the data of mod_%s: %s", load->mod->def->name, result->err->text);
		account->load_failed = true;
	} else if (load->loader->done) {
		load->loader->done(load->mod, account);
	}
	nx_mem_free(load);
	if (--account->loads_due == 0)
		settle_load(account, account->load_failed ? NX_ACCOUNT_ABSENT : NX_ACCOUNT_READY);
}

static void load_for_module(struct nx_account *account, struct nx_module *mod)
{
	struct nx_accounts *accounts = account->host->server->accounts;

	for (const struct nx_account_loader *loader = mod->def->account_loaders; loader && loader->row; loader++) {
		struct load *load = nx_mem_new(sizeof(*load));

		*load = (struct load){ account, mod, loader };
		account->loads_due++;
		nx_store_query(accounts->server->store, &accounts->owner, loader_row, loader_done, load,
			       mod->statements, loader->statement, "ss", account->host->name, account->local);
	}
}

bool nx_account_is_named_admin(const struct nx_host *host, const struct nx_jid *bare)
{
	const char *const *admins = nx_conf_list(host->server->conf, NULL, "admins");

	for (; *admins; admins++) {
		if (nx_str_eq(*admins, bare->full))
			return true;
	}
	return false;
}

void nx_accounts_reload(struct nx_accounts *accounts)
{
	struct nx_map_iter host_it = {0};
	struct nx_host *host;

	while ((host = nx_map_next(accounts->server->hosts, &host_it))) {
		struct nx_map_iter it = {0};
		struct nx_account *account;

		while ((account = nx_map_next(host->accounts, &it))) {
			if (account->state == NX_ACCOUNT_READY && !account->is_guest)
				account->is_admin = account->is_marked_admin || nx_account_is_named_admin(host, &account->jid);
		}
	}
}

int nx_account_check_option(const char *text, struct nx_error *why)
{
	struct nx_pool *pool = nx_pool_new("option", 0);
	struct nx_jid jid;
	int rc = 0;

	if (nx_jid_parse(pool, text, &jid, NULL) < 0 || !nx_jid_has_local(&jid) || nx_jid_has_resource(&jid))
		rc = nx_fail(why, NX_E_CONFIG, "not the address of an account; write ann@school.example");
	else if (!nx_str_eq(jid.full, text))
		rc = nx_fail(why, NX_E_CONFIG, "not as the server writes it; write %s", jid.full);
	nx_pool_free(&pool);
	return rc;
}

/* The wall clock may be set anew: long times are waited for in parts. */
#define EXPIRY_LOOK_MS (3600 * 1000LL)

static void look_whether_expired(void *arg)
{
	struct nx_account *account = arg;
	struct nx_error err;

	if (nx_account_check_expiry(account->host, account->expires_at_ms, &err) < 0)
		end_sessions(account, &err, "account expired");
	else
		set_expiry(account, account->expires_at_ms);
}

static void set_expiry(struct nx_account *account, int64_t at_ms)
{
	struct nx_server *server = account->host->server;
	int64_t wait_ms = at_ms - nx_clock_wall_ms(server->clock);

	account->expires_at_ms = at_ms;
	nx_timer_cancel(&account->expiry);
	if (at_ms == 0)
		return;
	wait_ms = wait_ms < 0 ? 0 : wait_ms;
	nx_timer_set(nx_loop_timers(server->loop), &account->expiry, wait_ms < EXPIRY_LOOK_MS ? wait_ms : EXPIRY_LOOK_MS,
		     look_whether_expired, account);
}

static void user_row(void *ctx, const struct nx_row *row)
{
	struct nx_account *account = ctx;

	account->state = NX_ACCOUNT_READY;      /* found; settle_load() says when it is ready indeed */
	account->is_marked_admin = nx_row_int(row, 0) != 0;
	account->is_admin = account->is_marked_admin || nx_account_is_named_admin(account->host, &account->jid);
	if (!account->is_disabled_told)
		account->is_disabled = nx_row_int(row, 1) != 0;
	if (!account->is_expiry_told)
		set_expiry(account, nx_row_int(row, 2));
}

static void user_done(void *ctx, const struct nx_result *result)
{
	struct nx_account *account = ctx;
	struct nx_modules *modules = account->host->server->modules;
	bool was_found = account->state == NX_ACCOUNT_READY;

	if (result->err) {
		nx_log(account, NX_ERROR, "cannot read the account: %s", result->err->text);
		account->load_failed = true;
	}
	if (result->err || !was_found) {
		settle_load(account, NX_ACCOUNT_ABSENT);
		return;
	}
	account->state = NX_ACCOUNT_LOADING;
	for (size_t i = 0; i < nx_modules_count(modules); i++)
		load_for_module(account, nx_modules_at(modules, i));
	if (account->loads_due == 0)
		settle_load(account, NX_ACCOUNT_READY);
}

static struct nx_account *account_new(struct nx_host *host, const char *local, size_t local_len)
{
	struct nx_pool *pool = nx_pool_new("account", 512);
	struct nx_account *account = NX_NEW(pool, struct nx_account);

	account->pool = pool;
	account->host = host;
	account->slots.pool = pool;
	account->local = nx_pool_strndup(pool, local, local_len);
	account->jid = nx_jid_join(pool, account->local, host->name, NULL);
	account->log = (struct nx_log_source){ .parent = &host->server->log,
		.prefix = nx_pool_printf(pool, "account=%s", account->jid.full) };
	nx_list_init(&account->sessions);
	nx_list_init(&account->waiting);
	nx_map_set(host->accounts, account->local, local_len, account);
	host->server->accounts->count++;
	return account;
}

static void read_user(void *ctx, const struct nx_result *result)
{
	struct nx_account *account = ctx;
	struct nx_accounts *accounts = account->host->server->accounts;

	(void)result;   /* a fence cannot fail */
	nx_store_query(accounts->server->store, &accounts->owner, user_row, user_done, account,
		       accounts->statements, FIND_USER, "ss", account->host->name, account->local);
}

static void begin_load(struct nx_account *account)
{
	struct nx_accounts *accounts = account->host->server->accounts;
	struct nx_store *store = accounts->server->store;

	nx_account_ref(account);
	/* Readers see what is committed. A distrusted account may have rows on the way to the disk that nobody pins any more. */
	if (accounts->read_after > nx_store_finished(store))
		nx_store_fence(store, &accounts->owner, read_user, account);
	else
		read_user(account, NULL);
}

/* Modules meet it as they meet an account of which they have stored nothing. */
static void load_nothing(struct nx_account *account)
{
	struct nx_modules *modules = account->host->server->modules;

	for (size_t i = 0; i < nx_modules_count(modules); i++) {
		struct nx_module *mod = nx_modules_at(modules, i);

		for (const struct nx_account_loader *loader = mod->def->account_loaders; loader && loader->row; loader++) {
			if (loader->done)
				loader->done(mod, account);
		}
	}
}

struct nx_account *nx_account_new_guest(struct nx_host *host, const char *local)
{
	struct nx_account *account = account_new(host, local, strlen(local));

	account->is_guest = true;
	account->refs = 1;
	account->state = NX_ACCOUNT_READY;
	load_nothing(account);
	return account;
}

/* ---- finding ---- */

struct nx_account *nx_account_get(struct nx_host *host, const char *local, size_t local_len,
				  void (*ready)(void *ctx, struct nx_account *account), void *ctx)
{
	struct nx_account *account = nx_map_find(host->accounts, local, local_len);

	if (!account) {
		account = account_new(host, local, local_len);
		begin_load(account);
	}
	nx_account_ref(account);
	if (account->state != NX_ACCOUNT_LOADING) {
		if (ready)
			ready(ctx, account);
		return account;
	}
	struct waiter *waiter = nx_mem_new(sizeof(*waiter));
	waiter->ready = ready;
	waiter->ctx = ctx;
	nx_list_append(&account->waiting, &waiter->link);
	return account;
}

struct nx_account *nx_account_find(struct nx_host *host, const char *local, size_t local_len)
{
	struct nx_account *account = nx_map_find(host->accounts, local, local_len);

	return account && account->state == NX_ACCOUNT_READY ? account : NULL;
}

struct nx_account *nx_account_find_jid(struct nx_server *server, const struct nx_jid *jid)
{
	struct nx_host *host = nx_server_find_host_of(server, jid);

	return host && nx_jid_has_local(jid) ? nx_account_find(host, jid->full, jid->local_len) : NULL;
}

void nx_account_pin_until(struct nx_account *account, uint64_t job)
{
	if (job > account->pinned_until)
		account->pinned_until = job;
}

static void leave_map(struct nx_account *account)
{
	if (is_current(account))
		nx_map_remove(account->host->accounts, account->local, account->jid.local_len);
	if (account->refs == 0)
		forget_account(account);
}

void nx_account_distrust(struct nx_account *account)
{
	struct nx_accounts *accounts = account->host->server->accounts;
	struct nx_error err;

	if (account->pinned_until > accounts->read_after)
		accounts->read_after = account->pinned_until;
	/* Deleted, or distrusted before: nobody finds it any more, and its sessions have ended. */
	if (!is_current(account))
		return;
	nx_log(account, NX_WARNING, "what is in memory was not stored; reading the account anew");
	nx_fail(&err, NX_E_RESET, "The server could not store a change; please connect again");
	nx_account_ref(account);
	leave_map(account);
	/* Now: the goodbyes of its sessions go to those whom the rows on the disk name. */
	end_sessions(account, &err, "store failed");
	nx_account_unref(&account);
}

/* ---- the users table has changed ---- */

/* In whatever state; NULL: not in memory. */
static struct nx_account *find_any(struct nx_host *host, const char *local)
{
	return nx_map_find(host->accounts, local, strlen(local));
}

void nx_account_deleted(struct nx_host *host, const char *local, const struct nx_error *err)
{
	struct nx_account *account = find_any(host, local);

	if (!account)
		return;
	end_sessions(account, err, "account deleted");
	leave_map(account);
}

void nx_account_disabled(struct nx_host *host, const char *local, const struct nx_error *err)
{
	struct nx_account *account = find_any(host, local);

	if (!account)
		return;
	account->is_disabled = err != NULL;
	account->is_disabled_told = true;
	if (err)
		end_sessions(account, err, "account disabled");
}

void nx_account_expires(struct nx_host *host, const char *local, int64_t at_ms)
{
	struct nx_account *account = find_any(host, local);

	if (!account)
		return;
	account->is_expiry_told = true;
	set_expiry(account, at_ms);
}

int nx_account_check_expiry(const struct nx_host *host, int64_t expires_at_ms, struct nx_error *err)
{
	char at[NX_DATETIME_SIZE];

	if (expires_at_ms == 0 || nx_clock_wall_ms(host->server->clock) < expires_at_ms)
		return 0;
	nx_datetime_format(at, expires_at_ms, false);
	return nx_fail(err, NX_E_NOT_AUTHORIZED, "This account was valid until %.10s %.5s (UTC); ask the administrator", at, at + 11);
}

void nx_account_created(struct nx_host *host, const char *local)
{
	struct nx_account *account = find_any(host, local);

	if (account && account->state != NX_ACCOUNT_READY)
		leave_map(account);
}

struct nx_session *nx_account_session(const struct nx_account *account, const char *resource, size_t len)
{
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (nx_jid_resource_len(&sess->jid) == len && memcmp(nx_jid_resource(&sess->jid), resource, len) == 0)
			return sess;
	}
	return NULL;
}

bool nx_account_may_meet(struct nx_account *account, const struct nx_jid *jid)
{
	enum nx_verdict verdict;

	NX_ASK(account->host->server, &verdict, may_meet, account, jid);
	return verdict != NX_REFUSE;
}

unsigned nx_accounts_count(const struct nx_accounts *accounts)
{
	return accounts->count;
}
