/* The users table (core/users.h).
 *
 * Creating an account, changing a password and renewing its keys go in two steps: keys for both hashes are derived on a worker,
 * then one job writes the row and the keys, all or nothing. The keyring forgets what it knows of a row when that is committed. */
#include "core/users.h"

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/rand.h"
#include "base/workers.h"
#include "core/keyring.h"
#include "core/module.h"

enum { USER_ADD, USER_DISABLE, USER_EXPIRE, USER_DELETE, USER_LOGIN, USER_LIST, USER_LIST_ALL, USER_COUNT, USER_COUNT_ALL,
       KEY_SET, KEY_RENEW };
static const struct nx_statement user_statements[] = {
	[USER_ADD] = { "users.add",
		"INSERT INTO users (host, local, created_at, is_admin) VALUES ($1, $2, $3, $4)" },
	[USER_DISABLE] = { "users.disable",
		"UPDATE users SET disabled = $3, disabled_reason = CASE WHEN $3 = 1 AND disabled = 1 THEN COALESCE($4, disabled_reason) ELSE $4 END "
		"WHERE host = $1 AND local = $2" },
	[USER_EXPIRE] = { "users.expire", "UPDATE users SET expires_at = NULLIF($3, 0) WHERE host = $1 AND local = $2" },
	[USER_DELETE] = { "users.delete", "DELETE FROM users WHERE host = $1 AND local = $2" },
	[USER_LOGIN] = { "users.login", "UPDATE users SET last_login_at = $3 WHERE host = $1 AND local = $2" },
	[USER_LIST] = { "users.list",
		"SELECT host, local, created_at, last_login_at, disabled, is_admin, disabled_reason, expires_at FROM users "
		"WHERE host = $1 ORDER BY local" },
	[USER_LIST_ALL] = { "users.list_all",
		"SELECT host, local, created_at, last_login_at, disabled, is_admin, disabled_reason, expires_at FROM users "
		"ORDER BY host, local" },
	[USER_COUNT] = { "users.count", "SELECT COUNT(*) FROM users WHERE host = $1" },
	[USER_COUNT_ALL] = { "users.count_all", "SELECT COUNT(*) FROM users" },
	/* Only for a row that exists: a password set for an account that was just deleted makes nothing. */
	[KEY_SET] = { "users.key_set",
		"INSERT INTO user_keys (host, local, mechanism, iterations, salt, stored_key, server_key) "
		"SELECT host, local, $3, $4, $5, $6, $7 FROM users WHERE host = $1 AND local = $2 "
		"ON CONFLICT (host, local, mechanism) DO UPDATE SET iterations = excluded.iterations, salt = excluded.salt, "
		"stored_key = excluded.stored_key, server_key = excluded.server_key" },
	/* Only while the key that the password was checked against ($8, $9) is there: it may have been changed meanwhile. */
	[KEY_RENEW] = { "users.key_renew",
		"INSERT INTO user_keys (host, local, mechanism, iterations, salt, stored_key, server_key) "
		"SELECT host, local, $3, $4, $5, $6, $7 FROM user_keys "
		"WHERE host = $1 AND local = $2 AND mechanism = $8 AND stored_key = $9 "
		"ON CONFLICT (host, local, mechanism) DO UPDATE SET iterations = excluded.iterations, salt = excluded.salt, "
		"stored_key = excluded.stored_key, server_key = excluded.server_key" },
	{ NULL, NULL }
};

struct nx_users {
	struct nx_server *server;
	struct nx_statements *statements;
	struct nx_owner owner;          /* of all calls: dropped when the server is taken down */
};

struct nx_users *nx_users_new(struct nx_server *server, struct nx_error *err)
{
	struct nx_users *users = nx_mem_new(sizeof(*users));

	users->server = server;
	nx_owner_init(&users->owner);
	users->statements = nx_statements_register(server->store, user_statements, err);
	if (!users->statements)
		nx_users_free(&users);
	return users;
}

void nx_users_free(struct nx_users **users)
{
	if (!*users)
		return;
	nx_owner_done(&(*users)->owner);
	nx_mem_free(*users);
	*users = NULL;
}

/* ---- setting keys ---- */

/* One call of create, set_password or renew_keys, in its own pool. */
struct keying {
	struct nx_work work;
	struct nx_pool *pool;
	struct nx_host *host;
	const char *local;
	char *password;                 /* prepared; wiped after the derivation */
	bool is_new, is_admin, is_renewal, is_derived;
	struct nx_scram_keys keys[NX_SCRAM_HASHES];
	struct nx_scram_keys proven;    /* is_renewal: the password was checked against this one */
	struct nx_error err;
	void (*add)(void *ctx, struct nx_job *job);     /* NULL: nothing more in the job */
	nx_users_done_fn *done;
	void *ctx;
};

static void keying_free(struct keying *keying)
{
	struct nx_pool *pool = keying->pool;

	if (keying->password)
		nx_secret_wipe(keying->password, strlen(keying->password));
	nx_secret_wipe(keying->keys, sizeof(keying->keys));
	nx_secret_wipe(&keying->proven, sizeof(keying->proven));
	nx_pool_free(&pool);
}

/* What a job's result means for an account that was, or was not, there. */
static int judge(const struct nx_result *result, struct nx_host *host, const char *local, struct nx_error *err)
{
	if (result->err && result->err->kind == NX_E_CONFLICT)
		return nx_fail(err, NX_E_CONFLICT, "The account %s@%s exists already", local, host->name);
	if (result->err)
		return nx_fail(err, result->err->kind, "%s", result->err->text);
	if (result->changes == 0)
		return nx_fail(err, NX_E_ITEM_NOT_FOUND, "There is no account %s@%s", local, host->name);
	return 0;
}

static void finish_keying(void *ctx, const struct nx_result *result)
{
	struct keying *keying = ctx;

	if (keying->err.kind == NX_E_NONE)
		judge(result, keying->host, keying->local, &keying->err);
	nx_keyring_forget(keying->host->server->keyring, keying->host, keying->local);
	if (keying->is_new && keying->err.kind == NX_E_NONE)
		nx_account_created(keying->host, keying->local);
	keying->done(keying->ctx, keying->err.kind == NX_E_NONE ? NULL : &keying->err);
	keying_free(keying);
}

static void add_key(struct nx_job *job, struct nx_users *users, const struct keying *keying, const struct nx_scram_keys *keys)
{
	size_t len = nx_scram_digest_bytes(keys->hash);
	struct nx_buf salt = NX_BUF_INIT, stored = NX_BUF_INIT, server = NX_BUF_INIT, proven = NX_BUF_INIT;

	nx_base64_add(&salt, keys->salt, NX_SCRAM_SALT_BYTES);
	nx_base64_add(&stored, keys->stored_key, len);
	nx_base64_add(&server, keys->server_key, len);
	if (keying->is_renewal) {
		nx_base64_add(&proven, keying->proven.stored_key, nx_scram_digest_bytes(keying->proven.hash));
		nx_job_add(job, users->statements, KEY_RENEW, "sssisssss", keying->host->name, keying->local,
			   nx_scram_mechanism(keys->hash, false), (int64_t)keys->iterations, nx_buf_str(&salt),
			   nx_buf_str(&stored), nx_buf_str(&server), nx_scram_mechanism(keying->proven.hash, false),
			   nx_buf_str(&proven));
	} else {
		nx_job_add(job, users->statements, KEY_SET, "sssisss", keying->host->name, keying->local,
			   nx_scram_mechanism(keys->hash, false), (int64_t)keys->iterations, nx_buf_str(&salt),
			   nx_buf_str(&stored), nx_buf_str(&server));
	}
	nx_buf_done(&salt);
	nx_buf_done(&stored);
	nx_buf_done(&server);
	nx_buf_done(&proven);
}

/* In a renewal the proven key is replaced last: the others are written only while it is there. */
static void add_keys(struct nx_job *job, struct nx_users *users, const struct keying *keying)
{
	for (unsigned i = 0; i < NX_SCRAM_HASHES; i++) {
		if (!keying->is_renewal || keying->proven.hash != (enum nx_scram_hash)i)
			add_key(job, users, keying, &keying->keys[i]);
	}
	if (keying->is_renewal)
		add_key(job, users, keying, &keying->keys[keying->proven.hash]);
}

static void derive_keys(struct nx_work *work)
{
	struct keying *keying = NX_CONTAINER(work, struct keying, work);

	for (unsigned i = 0; i < NX_SCRAM_HASHES; i++)
		nx_scram_derive(&keying->keys[i], keying->password);
	keying->is_derived = true;
}

static void keys_derived(struct nx_work *work)
{
	struct keying *keying = NX_CONTAINER(work, struct keying, work);
	struct nx_server *server = keying->host->server;
	struct nx_users *users = server->users;

	/* The workers were taken down before its turn came: there are no keys to store. */
	if (!keying->is_derived) {
		nx_fail(&keying->err, NX_E_RESOURCE_CONSTRAINT, "The server is being stopped");
		finish_keying(keying, NULL);
		return;
	}
	struct nx_job *job = nx_job_new(server->store);
	if (keying->is_new)
		nx_job_add(job, users->statements, USER_ADD, "ssii", keying->host->name, keying->local,
			   nx_clock_wall_ms(server->clock), (int64_t)keying->is_admin);
	add_keys(job, users, keying);
	if (keying->is_new)
		NX_FIRE(server, account_creating, keying->host, keying->local, job);
	if (keying->add)
		keying->add(keying->ctx, job);
	nx_job_submit(&job, &users->owner, finish_keying, keying);
}

/* An answer that needs no disk still comes after the call has returned. */
static void fail_later(struct keying *keying)
{
	nx_store_fence(keying->host->server->store, &keying->host->server->users->owner, finish_keying, keying);
}

static struct keying *keying_new(struct nx_host *host, const char *local, nx_users_done_fn *done, void *ctx)
{
	struct nx_pool *pool = nx_pool_new("keying", 1024);
	struct keying *keying = NX_NEW(pool, struct keying);

	keying->pool = pool;
	keying->host = host;
	keying->local = nx_pool_strdup(pool, local);
	keying->done = done;
	keying->ctx = ctx;
	for (unsigned i = 0; i < NX_SCRAM_HASHES; i++) {
		keying->keys[i].hash = (enum nx_scram_hash)i;
		keying->keys[i].iterations = (uint32_t)nx_conf_int(host->server->conf, NULL, "scram_iterations");
		nx_rand_bytes(keying->keys[i].salt, NX_SCRAM_SALT_BYTES);
	}
	return keying;
}

static void begin_keying(struct keying *keying, const char *password)
{
	keying->work.run = derive_keys;
	keying->work.done = keys_derived;
	keying->password = nx_scram_prep_password(keying->pool, password, &keying->err);
	if (!keying->password) {
		fail_later(keying);
	} else if (nx_workers_submit(keying->host->server->workers, &keying->work) < 0) {
		nx_fail(&keying->err, NX_E_RESOURCE_CONSTRAINT, "The server is busy; try again in a moment");
		fail_later(keying);
	}
}

void nx_users_create(struct nx_host *host, const char *local, const char *password, bool is_admin,
		     nx_users_done_fn *done, void *ctx)
{
	struct keying *keying = keying_new(host, local, done, ctx);

	keying->is_new = true;
	keying->is_admin = is_admin;
	begin_keying(keying, password);
}

void nx_users_create_with(struct nx_host *host, const char *local, const char *password, void (*add)(void *ctx, struct nx_job *job),
			  nx_users_done_fn *done, void *ctx)
{
	struct keying *keying = keying_new(host, local, done, ctx);

	keying->is_new = true;
	keying->add = add;
	begin_keying(keying, password);
}

void nx_users_set_password(struct nx_host *host, const char *local, const char *password, nx_users_done_fn *done, void *ctx)
{
	begin_keying(keying_new(host, local, done, ctx), password);
}

/* Renewals wait while there is other work: the next login is an opportunity too. */
#define RENEWAL_MAX_PENDING 16

static void renewed(void *ctx, const struct nx_error *err)
{
	const struct keying *keying = ctx;

	if (!err)
		nx_log(keying->host, NX_INFO, "keys renewed account=%s@%s iterations=%u", keying->local, keying->host->name,
		       (unsigned)keying->keys[0].iterations);
	/* Not there any more: the password was changed meanwhile. */
	else if (err->kind != NX_E_ITEM_NOT_FOUND)
		nx_log(keying->host, NX_WARNING, "keys stay as they are account=%s@%s: %s", keying->local, keying->host->name,
		       err->text);
}

void nx_users_renew_keys(struct nx_host *host, const char *local, const char *password, const struct nx_scram_keys *proven)
{
	if (nx_workers_pending(host->server->workers) > RENEWAL_MAX_PENDING)
		return;
	struct keying *keying = keying_new(host, local, renewed, NULL);

	keying->ctx = keying;
	keying->is_renewal = true;
	keying->proven = *proven;
	begin_keying(keying, password);
}

/* ---- changing and deleting ---- */

struct change {
	struct nx_pool *pool;
	struct nx_host *host;
	struct nx_jid jid;
	const char *local;
	void (*applied)(struct change *change);         /* when it is on disk */
	bool is_disabled;
	const char *reason;                             /* of being disabled; "": none was given */
	int64_t expires_at_ms;
	nx_users_done_fn *done;
	void *ctx;
};

static void disabled_applied(struct change *change)
{
	struct nx_error err;

	nx_fail(&err, NX_E_NOT_AUTHORIZED, "This account was disabled%s%s", *change->reason ? ": " : "; ask the administrator",
		change->reason);
	nx_account_disabled(change->host, change->local, change->is_disabled ? &err : NULL);
}

static void expiry_applied(struct change *change)
{
	nx_account_expires(change->host, change->local, change->expires_at_ms);
}

static void deleted_applied(struct change *change)
{
	struct nx_error err;

	nx_fail(&err, NX_E_NOT_AUTHORIZED, "This account was deleted");
	nx_account_deleted(change->host, change->local, &err);
	NX_FIRE(change->host->server, account_deleted, change->host, &change->jid);
}

static void finish_change(void *ctx, const struct nx_result *result)
{
	struct change *change = ctx;
	struct nx_pool *pool = change->pool;
	struct nx_error err;

	nx_keyring_forget(change->host->server->keyring, change->host, change->local);
	if (judge(result, change->host, change->local, &err) < 0) {
		change->done(change->ctx, &err);
	} else {
		/* The answer first: who asked may be among the sessions that end (XEP-0077 section 3.2). */
		change->done(change->ctx, NULL);
		change->applied(change);
	}
	nx_pool_free(&pool);
}

static struct change *change_new(struct nx_host *host, const char *local, void (*applied)(struct change *change),
				 nx_users_done_fn *done, void *ctx)
{
	struct nx_pool *pool = nx_pool_new("change", 512);
	struct change *change = NX_NEW(pool, struct change);

	change->pool = pool;
	change->host = host;
	change->local = nx_pool_strdup(pool, local);
	change->jid = nx_jid_join(pool, local, host->name, NULL);
	change->applied = applied;
	change->done = done;
	change->ctx = ctx;
	return change;
}

void nx_users_set_disabled(struct nx_host *host, const char *local, bool is_disabled, const char *reason,
			   nx_users_done_fn *done, void *ctx)
{
	struct nx_users *users = host->server->users;
	struct change *change = change_new(host, local, disabled_applied, done, ctx);
	struct nx_job *job = nx_job_new(host->server->store);

	change->is_disabled = is_disabled;
	change->reason = nx_pool_strdup(change->pool, reason ? reason : "");
	nx_job_add(job, users->statements, USER_DISABLE, "ssis", host->name, local, (int64_t)is_disabled, reason);
	nx_job_submit(&job, &users->owner, finish_change, change);
}

void nx_users_set_expiry(struct nx_host *host, const char *local, int64_t at_ms, nx_users_done_fn *done, void *ctx)
{
	struct nx_users *users = host->server->users;
	struct change *change = change_new(host, local, expiry_applied, done, ctx);
	struct nx_job *job = nx_job_new(host->server->store);

	change->expires_at_ms = at_ms;
	nx_job_add(job, users->statements, USER_EXPIRE, "ssi", host->name, local, at_ms);
	nx_job_submit(&job, &users->owner, finish_change, change);
}

void nx_users_delete(struct nx_host *host, const char *local, nx_users_done_fn *done, void *ctx)
{
	struct nx_users *users = host->server->users;
	struct change *change = change_new(host, local, deleted_applied, done, ctx);
	struct nx_job *job = nx_job_new(host->server->store);

	NX_FIRE(host->server, account_deleting, host, local, job);
	nx_job_add(job, users->statements, USER_DELETE, "ss", host->name, local);
	nx_job_submit(&job, &users->owner, finish_change, change);
}

static void note_done(void *ctx, const struct nx_result *result)
{
	struct nx_server *server = ctx;

	if (result->err)
		nx_log(server, NX_WARNING, "cannot note the time of a login: %s", result->err->text);
}

void nx_users_note_login(struct nx_host *host, const char *local)
{
	struct nx_server *server = host->server;

	if (!nx_keyring_note_login(server->keyring, host, local))
		return;
	struct nx_job *job = nx_job_new(server->store);

	nx_job_add(job, server->users->statements, USER_LOGIN, "ssi", host->name, local, nx_clock_wall_ms(server->clock));
	nx_job_submit(&job, &server->users->owner, note_done, server);
}

/* ---- reading ---- */

struct listing {
	void (*row)(void *ctx, const struct nx_user_row *row);
	nx_users_done_fn *done;
	void *ctx;
};

static void list_row(void *ctx, const struct nx_row *row)
{
	struct listing *listing = ctx;
	struct nx_user_row user = {
		.host = nx_row_text(row, 0), .local = nx_row_text(row, 1),
		.created_at_ms = nx_row_int(row, 2), .last_login_at_ms = nx_row_int(row, 3),
		.is_disabled = nx_row_int(row, 4) != 0, .is_admin = nx_row_int(row, 5) != 0,
		.disabled_reason = nx_row_text(row, 6), .expires_at_ms = nx_row_int(row, 7),
	};

	listing->row(listing->ctx, &user);
}

static void list_done(void *ctx, const struct nx_result *result)
{
	struct listing *listing = ctx;

	listing->done(listing->ctx, result->err);
	nx_mem_free(listing);
}

void nx_users_list(struct nx_server *server, struct nx_host *host, void (*row)(void *ctx, const struct nx_user_row *row),
		   nx_users_done_fn *done, void *ctx)
{
	struct nx_users *users = server->users;
	struct listing *listing = nx_mem_new(sizeof(*listing));

	*listing = (struct listing){ row, done, ctx };
	if (host)
		nx_store_query(server->store, &users->owner, list_row, list_done, listing, users->statements, USER_LIST,
			       "s", host->name);
	else
		nx_store_query(server->store, &users->owner, list_row, list_done, listing, users->statements, USER_LIST_ALL, "");
}

struct count {
	int64_t count;
	nx_users_count_fn *done;
	void *ctx;
};

static void count_row(void *ctx, const struct nx_row *row)
{
	((struct count *)ctx)->count = nx_row_int(row, 0);
}

static void count_done(void *ctx, const struct nx_result *result)
{
	struct count *count = ctx;

	count->done(count->ctx, count->count, result->err);
	nx_mem_free(count);
}

void nx_users_count(struct nx_server *server, struct nx_host *host, nx_users_count_fn *done, void *ctx)
{
	struct nx_users *users = server->users;
	struct count *count = nx_mem_new(sizeof(*count));

	*count = (struct count){ 0, done, ctx };
	if (host)
		nx_store_query(server->store, &users->owner, count_row, count_done, count, users->statements, USER_COUNT, "s",
			       host->name);
	else
		nx_store_query(server->store, &users->owner, count_row, count_done, count, users->statements, USER_COUNT_ALL, "");
}
