/* Wrong passwords: counted by address, by account, and by both together, so that guessing is slow from one place and for one victim,
 * while nobody can keep somebody else out by guessing wrong on purpose.
 *
 * A bucket per count: each failure fills it by one, time empties it (login_penalty: seconds per failure). Above the limit the answer is
 * "try again in N seconds" without looking at the password. The limit for an account from everywhere (login_failures_per_account_total) does
 * not hold for addresses from which its owner has logged in: they have the limit for one address only (login_failures_per_account).
 * An IPv6 address counts as its /64. The tables are bounded; the oldest entries give way. They
 * do not outlive the process: after a start the owners' addresses are learnt anew. Who shares an address with the owner of an account can keep
 * that one waiting, because nothing tells the two apart. */
#ifndef NX_CORE_THROTTLE_H
#define NX_CORE_THROTTLE_H

#include <stdint.h>

struct nx_server;
struct nx_throttle;

struct nx_throttle *nx_throttle_new(struct nx_server *server);
void nx_throttle_free(struct nx_throttle **throttle);
/* Seconds to wait, 0: go ahead. account: bare JID. */
int64_t nx_throttle_wait_secs(struct nx_throttle *throttle, const char *address, const char *account);
void nx_throttle_note_failure(struct nx_throttle *throttle, const char *address, const char *account);
/* A good login: the account's failures from there are forgotten, and the address is known as its owner's. */
void nx_throttle_note_success(struct nx_throttle *throttle, const char *address, const char *account);

#endif
