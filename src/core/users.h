/* The users table: accounts as rows, and their keys. Passwords are never stored: SCRAM keys for both hashes are
 * (RFC 5802 section 3). Deriving keys takes milliseconds and happens on workers. */
#ifndef NX_CORE_USERS_H
#define NX_CORE_USERS_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"
#include "xmpp/scram.h"

struct nx_error;
struct nx_host;
struct nx_pool;
struct nx_server;
struct nx_users;

struct nx_users *nx_users_new(struct nx_server *server, struct nx_error *err);
void nx_users_free(struct nx_users **users);

typedef void nx_users_done_fn(void *ctx, const struct nx_error *err);

/* Creates the account with keys for both hashes. local is normalised. NX_E_CONFLICT: it exists.
 * Call-backs never run before the call has returned, and not at all when the server is taken down first. */
void nx_users_create(struct nx_host *host, const char *local, const char *password, bool is_admin,
		     nx_users_done_fn *done, void *ctx);
/* The same for an account without rights; add(ctx, job) puts more statements into the job that makes it, all or nothing. When one of them
 * breaks a constraint that is NX_E_CONFLICT too. */
void nx_users_create_with(struct nx_host *host, const char *local, const char *password, void (*add)(void *ctx, struct nx_job *job),
			  nx_users_done_fn *done, void *ctx);
/* NX_E_ITEM_NOT_FOUND: no such account. */
void nx_users_set_password(struct nx_host *host, const char *local, const char *password,
			   nx_users_done_fn *done, void *ctx);
/* After a login with the password: derives and stores keys for all hashes with today's option scram_iterations, in place of the
 * ones that the password was proved with, if those are still there. Quiet: a failure is logged, the old keys stay, and the next
 * login tries again. Does nothing while the workers are busy. */
void nx_users_renew_keys(struct nx_host *host, const char *local, const char *password, const struct nx_scram_keys *proven);
/* reason NULL: none; who is disabled already keeps the one that was given before. */
void nx_users_set_disabled(struct nx_host *host, const char *local, bool is_disabled, const char *reason,
			   nx_users_done_fn *done, void *ctx);
/* From that time on (wall clock; 0: never) nobody can log in; sessions end then. */
void nx_users_set_expiry(struct nx_host *host, const char *local, int64_t at_ms, nx_users_done_fn *done, void *ctx);
/* Removes everything by cascade; then done, then the sessions end and account_deleted fires. */
void nx_users_delete(struct nx_host *host, const char *local,
		     nx_users_done_fn *done, void *ctx);
/* Writes the login's time down, at most once a minute (last_login_at). */
void nx_users_note_login(struct nx_host *host, const char *local);

struct nx_user_row {
	const char *host, *local;       /* borrowed until the call-back returns */
	int64_t created_at_ms, last_login_at_ms;        /* wall clock; 0: never */
	bool is_disabled, is_admin;
	const char *disabled_reason;    /* NULL */
	int64_t expires_at_ms;          /* 0: never */
};
/* All users of a host (NULL: of all), by name; row for each, then done. */
void nx_users_list(struct nx_server *server, struct nx_host *host,
		   void (*row)(void *ctx, const struct nx_user_row *row), nx_users_done_fn *done, void *ctx);

/* Number of accounts of a host (NULL: of all). */
typedef void nx_users_count_fn(void *ctx, int64_t count, const struct nx_error *err);
void nx_users_count(struct nx_server *server, struct nx_host *host, nx_users_count_fn *done, void *ctx);

#endif
