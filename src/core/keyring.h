/* What logins are checked against: an account's state and keys. They are read from the tables users and user_keys when somebody logs in,
 * and remembered, because clients log in again and again.
 *
 * One normal case: nx_keyring_find() knows the account, or nx_keyring_fetch() asks the store; nx_keyring_choose() picks the keys.
 *
 * Nobody may learn who has an account (RFC 5802 section 9, RFC 6120 section 13.11). So names that nobody has are remembered like
 * accounts: the first question after a while is slow for both, the next ones are quick for both. And they have invented keys,
 * whose iteration counts are spread like those of the host's accounts: when option scram_iterations changes, old accounts and
 * invented ones look old alike.
 *
 * Bounds: option account_cache; the longest unused go first. What goes is wiped. Whoever changes a row of those tables calls
 * nx_keyring_forget() when it is committed. */
#ifndef NX_CORE_KEYRING_H
#define NX_CORE_KEYRING_H

#include <stdbool.h>
#include <stdint.h>

#include "xmpp/scram.h"

struct nx_error;
struct nx_host;
struct nx_keyring;
struct nx_owner;
struct nx_pool;
struct nx_server;

/* found: the account exists; keys has those that are stored (has_keys). */
struct nx_credentials {
	bool found, is_disabled, is_admin;
	int64_t expires_at_ms;          /* wall clock; 0: never */
	char disabled_reason[128];
	bool has_keys[NX_SCRAM_HASHES];
	struct nx_scram_keys keys[NX_SCRAM_HASHES];
};

/* NULL and err when the statements do not fit the schema. */
struct nx_keyring *nx_keyring_new(struct nx_server *server, struct nx_error *err);
void nx_keyring_free(struct nx_keyring **keyring);

/* What is remembered of that name, valid until the handler returns; NULL: nothing. */
const struct nx_credentials *nx_keyring_find(struct nx_keyring *keyring, const struct nx_host *host, const char *local);
/* Asks the store and remembers the answer. pool lives until done has run or owner is done. */
void nx_keyring_fetch(struct nx_keyring *keyring, struct nx_host *host, const char *local, struct nx_pool *pool, struct nx_owner *owner,
		      void (*done)(void *ctx, const struct nx_credentials *cred, const struct nx_error *err), void *ctx);
/* The rows of this account have changed. */
void nx_keyring_forget(struct nx_keyring *keyring, const struct nx_host *host, const char *local);
/* Stored keys, or invented ones, always the same for one name: then nothing will match, after the same work. */
void nx_keyring_choose(const struct nx_keyring *keyring, const struct nx_host *host, const char *local, const struct nx_credentials *cred,
		       enum nx_scram_hash hash, struct nx_scram_keys *keys_r);
/* True when the last login of the account was noted more than a minute ago, or nobody knows; it counts as noted now. */
bool nx_keyring_note_login(struct nx_keyring *keyring, const struct nx_host *host, const char *local);

#endif
