/* One attempt to log in: SASL on the server's side (RFC 6120 section 6; SCRAM RFC 5802, PLAIN RFC 4616). The wire's
 * elements are negotiate_sasl.c's; here are messages, credentials, derivations and refusals.
 *
 * Failures look alike from outside: for a user who does not exist the same steps are taken with invented keys. Outcomes arrive
 * through nx_negotiate_challenge(), _logged_in() and _login_failed(), exactly one for each message. */
#ifndef NX_CORE_LOGIN_H
#define NX_CORE_LOGIN_H

#include <stdbool.h>
#include <stddef.h>

struct nx_error;
struct nx_login;
struct nx_pool;
struct nx_session;

/* mechanism is checked against what is offered (core/mechanisms.h); data NULL: no initial response. The outcome may come before this returns. */
void nx_login_start(struct nx_session *sess, struct nx_login **login_r, const char *mechanism, const char *data, size_t len);
void nx_login_respond(struct nx_login *login, const char *data, size_t len);
/* Its responses hold a password as it is. */
bool nx_login_takes_password(const struct nx_login *login);
/* Whoever is still deriving finds nobody. Accepts NULL. */
void nx_login_free(struct nx_login **login);

#endif
