/* Accounts in memory. An account is here while it has sessions, while somebody refers to it, and a while longer
 * (options account_cache and account_cache_max: how many idle ones are kept, the longest unused go first).
 *
 * One normal case: the router needs the recipient of a stanza. nx_account_get() finds it, or begins to load it:
 * core reads the row in users, every module's account loaders read theirs (roster, blocklist …), then the account is
 * ready and everybody who waited goes on, in order. Handlers of events therefore always meet a ready ev->account.
 *
 * What modules keep of an account in memory may be ahead of the disk while a job is pending: nx_event_changes() says so, or
 * nx_account_pin_until() with the job's number, so that it is not dropped and read back too early. When the job fails,
 * nx_account_distrust(): sessions are told to reconnect and the account is read from the store again. */
#ifndef NX_CORE_ACCOUNT_H
#define NX_CORE_ACCOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/list.h"
#include "base/log.h"
#include "base/timer.h"
#include "core/slots.h"
#include "xmpp/jid.h"

struct nx_accounts;
struct nx_error;
struct nx_host;
struct nx_module;
struct nx_pool;
struct nx_row;
struct nx_server;
struct nx_session;

enum nx_account_state {
	NX_ACCOUNT_LOADING,
	NX_ACCOUNT_READY,
	NX_ACCOUNT_ABSENT,      /* nobody has this name (or reading failed: load_failed) */
};

struct nx_account {
	struct nx_log_source log;
	struct nx_host *host;
	struct nx_pool *pool;
	struct nx_slots slots;
	struct nx_jid jid;              /* bare */
	const char *local;
	enum nx_account_state state;
	bool load_failed, is_admin, is_disabled;
	bool is_marked_admin;           /* in the database */
	bool is_guest;                  /* core/guests.h: no row in users, so no row anywhere can refer to it */
	int64_t expires_at_ms;          /* wall clock; 0: never */
	unsigned refs;                  /* events, sessions, waiting */
	struct nx_list sessions;        /* struct nx_session.in_account, bound ones */
	unsigned session_count;
	size_t weight_bytes;            /* what modules keep for it beside its pool; they count it in and out */
	/* core/account.c only: */
	struct nx_list waiting;         /* who waits for the load */
	struct nx_link in_idle;         /* oldest first; linked while refs == 0 */
	size_t idle_bytes;              /* as counted when it was linked */
	unsigned loads_due;
	bool is_disabled_told, is_expiry_told;  /* came from the administrator while the row was read */
	struct nx_timer expiry;
	uint64_t pinned_until;          /* job number */
};

/* A row in a module's table: read when an account is loaded. The statement gets $1 host and $2 localpart. */
struct nx_account_loader {
	unsigned statement;             /* index in the module's statements */
	void (*row)(struct nx_module *mod, struct nx_account *account, const struct nx_row *row);
	/* After the last row, also when there was none; may be NULL. An end row has row == NULL. */
	void (*done)(struct nx_module *mod, struct nx_account *account);
};

/* NULL and err when the statements do not fit the schema. */
struct nx_accounts *nx_accounts_new(struct nx_server *server, struct nx_error *err);
void nx_accounts_free(struct nx_accounts **accounts);

/* Takes a reference: ready(ctx, account) runs at once (before this returns) when the account is in memory, else when it is loaded; it
 * may be NULL. Returns the account, in whatever state. Who gets an ABSENT account releases it like any other. */
struct nx_account *nx_account_get(struct nx_host *host, const char *local, size_t local_len,
				  void (*ready)(void *ctx, struct nx_account *account), void *ctx);
/* core/guests.c only: an account that is not in the store, ready at once. A reference. */
struct nx_account *nx_account_new_guest(struct nx_host *host, const char *local);
/* Only when it is in memory and ready; no reference is taken: valid until the handler returns. */
struct nx_account *nx_account_find(struct nx_host *host, const char *local, size_t local_len);
/* The same by address; NULL also when it is of another server, or of no account. */
struct nx_account *nx_account_find_jid(struct nx_server *server, const struct nx_jid *jid);
/* A further reference to an account that is there. Returns it. */
struct nx_account *nx_account_ref(struct nx_account *account);
/* Gives the reference back; NULL is accepted. */
void nx_account_unref(struct nx_account **account);
void nx_account_pin_until(struct nx_account *account, uint64_t job);
void nx_account_distrust(struct nx_account *account);
/* The users table has changed, says users.c; a load may be under way that began before. Deleted: sessions end with err; nobody finds the
 * account any more, it goes with its last reference. Disabled: sessions end with err (NULL: enabled). Expires: sessions end at that time (0:
 * never). Created: it is not absent any more. */
void nx_account_deleted(struct nx_host *host, const char *local, const struct nx_error *err);
void nx_account_disabled(struct nx_host *host, const char *local, const struct nx_error *err);
void nx_account_expires(struct nx_host *host, const char *local, int64_t at_ms);
void nx_account_created(struct nx_host *host, const char *local);
/* Option admins may have changed: who is in memory is an administrator, or none any more, from now on. */
void nx_accounts_reload(struct nx_accounts *accounts);
/* Session with exactly this resource, or NULL. */
struct nx_session *nx_account_session(const struct nx_account *account, const char *resource, size_t len);
/* Option admins names it; the database may too (is_admin). */
bool nx_account_is_named_admin(const struct nx_host *host, const struct nx_jid *bare);
/* Check of options that name accounts (conf/conf.h): entries are compared with bare JIDs as they stand, so they are written like them. */
int nx_account_check_option(const char *text, struct nx_error *why);
/* Its time has come. Returns 0, or -1 and a sentence for its owner. */
int nx_account_check_expiry(const struct nx_host *host, int64_t expires_at_ms, struct nx_error *err);
/* Whether stanzas may pass between the account and jid, as its owner wishes (hook may_meet: blocking). */
bool nx_account_may_meet(struct nx_account *account, const struct nx_jid *jid);
/* Accounts in memory, for status and tests. */
unsigned nx_accounts_count(const struct nx_accounts *accounts);

#endif
