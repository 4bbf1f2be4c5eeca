/* EXTERNAL: whose certificate it is that the client has shown in TLS (RFC 4422 appendix A, XEP-0178 section 2).
 *
 * One normal case: a header has come over TLS; nx_external_new() verifies the certificate for the stream's host, takes the
 * addresses in it that belong there, and looks up which of them are accounts; then EXTERNAL is offered. Clients with a
 * certificate that is nothing to us would try it first and fail (doc/conformance/clients.md rule 8), so they are not offered it. */
#ifndef NX_CORE_EXTERNAL_H
#define NX_CORE_EXTERNAL_H

#include <stdbool.h>

struct nx_error;
struct nx_external;
struct nx_pool;
struct nx_session;

/* NULL when there is no certificate, or none is wanted. Otherwise ready(sess) runs once, later, when the accounts are looked up; not at all
 * when it is freed before. */
struct nx_external *nx_external_new(struct nx_session *sess, void (*ready)(struct nx_session *sess));
void nx_external_free(struct nx_external **external);
/* Whether one can log in with it: it has an account here. NULL: no. */
bool nx_external_is_useful(const struct nx_external *external);
/* The account that is meant: authzid's, or (empty) the only one. Its localpart, valid as long as external; NULL and err, a
 * failure of SASL. */
const char *nx_external_choose(const struct nx_external *external, const char *authzid, struct nx_error *err);
/* Why EXTERNAL is not offered: fills err with a failure of SASL. */
void nx_external_explain(const struct nx_external *external, struct nx_error *err);

#endif
