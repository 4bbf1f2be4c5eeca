/* Mechanisms of SASL (RFC 6120 section 6.3.3) and channel bindings (XEP-0440): which there are, and which a connection is
 * offered. How one logs in with them is core/login.h. */
#ifndef NX_CORE_MECHANISMS_H
#define NX_CORE_MECHANISMS_H

#include <stdbool.h>
#include <stddef.h>

struct nx_channel_binding;
struct nx_pool;
struct nx_session;

enum nx_mechanism {
	NX_MECHANISM_UNKNOWN,
	NX_MECHANISM_EXTERNAL,
	NX_MECHANISM_SCRAM_SHA1, NX_MECHANISM_SCRAM_SHA1_PLUS,
	NX_MECHANISM_SCRAM_SHA256, NX_MECHANISM_SCRAM_SHA256_PLUS,
	NX_MECHANISM_PLAIN,
	NX_MECHANISM_ANONYMOUS,
};
/* For counting: those that this server knows, and one for all others. */
#define NX_MECHANISMS (NX_MECHANISM_ANONYMOUS + 1)

/* "SCRAM-SHA-256"; of UNKNOWN, "unknown". */
const char *nx_mechanism_name(enum nx_mechanism mechanism);
enum nx_mechanism nx_mechanism_find(const char *name);
bool nx_mechanism_is_plus(enum nx_mechanism mechanism);
/* Whether option sasl_mechanisms has it for the host of the session. */
bool nx_mechanism_is_configured(const struct nx_session *sess, const char *name);
/* Names that are offered on this connection now, by preference, NULL-terminated, in pool. */
const char *const *nx_mechanisms_offered(struct nx_session *sess, struct nx_pool *pool);

#define NX_BINDING_TYPES 3
/* The same of channel bindings; NULL without TLS. */
const char *const *nx_bindings_offered(struct nx_session *sess, struct nx_pool *pool);
/* Those that the connection has, at most NX_BINDING_TYPES, with their data in pool; their number. */
size_t nx_bindings_take(struct nx_session *sess, struct nx_pool *pool, struct nx_channel_binding *bindings);

#endif
