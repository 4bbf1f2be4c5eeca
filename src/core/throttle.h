/* Wrong passwords: counted by address and by account, so that guessing is slow from one place and for one victim.
 *
 * An IPv6 address counts as its /64. A bucket per key: each failure fills it by one, time empties it (login_penalty: seconds per failure). Above the limit the
 * answer is "try again in N seconds" without looking at the password. The table is bounded; the oldest entries give way. */
#ifndef NX_CORE_THROTTLE_H
#define NX_CORE_THROTTLE_H

#include <stdint.h>

struct nx_server;
struct nx_throttle;

struct nx_throttle *nx_throttle_new(struct nx_server *server);
void nx_throttle_free(struct nx_throttle **throttle);
/* Seconds to wait, 0: go ahead. account: bare JID; either may be NULL. */
int64_t nx_throttle_wait_secs(struct nx_throttle *throttle, const char *address, const char *account);
void nx_throttle_note_failure(struct nx_throttle *throttle, const char *address, const char *account);
/* After a good login: the account's count goes, the address keeps its own. */
void nx_throttle_forgive(struct nx_throttle *throttle, const char *account);

#endif
