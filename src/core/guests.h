/* Guests: who logs in with ANONYMOUS (RFC 4505, XEP-0175), where option guests lets them.
 *
 * One normal case: nx_guest_admit() makes an account with a name that nobody has, in memory only; login.c keeps a reference
 * until it is bound, then its one session does; with the last reference it is gone. It has no row in users, and everything that
 * is stored of an account refers to one there, so nothing of a guest can be left behind. What a guest may do is mod_guest's business.
 *
 * Bounds: options guests_max and guests_per_address (an IPv6 address counts as its /64). */
#ifndef NX_CORE_GUESTS_H
#define NX_CORE_GUESTS_H

struct nx_account;
struct nx_error;
struct nx_guests;
struct nx_server;
struct nx_session;

struct nx_guests *nx_guests_new(struct nx_server *server);
/* When no guest is left. */
void nx_guests_free(struct nx_guests **guests);

/* A reference to the new guest's account; NULL and err, a failure of SASL, when there are too many. */
struct nx_account *nx_guest_admit(struct nx_session *sess, struct nx_error *err);

#endif
