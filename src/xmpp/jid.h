/* XMPP addresses (RFC 7622; prepared with nodeprep and resourceprep as the network runs them, RFC 6122,
 * domains with IDNA2008; escapes as in XEP-0106). Pure ASCII takes a fast path; the rest goes through ICU and libidn2.
 *
 * A JID is one normalised string with the lengths of its parts:
 *   full = "romeo@example.org/orchard"  local_len 5, bare_len 17, full_len 25. */
#ifndef NX_XMPP_JID_H
#define NX_XMPP_JID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nx_error;
struct nx_pool;

struct nx_jid {
	const char *full;       /* NUL-terminated, in a pool */
	uint16_t local_len;     /* 0: no localpart */
	uint16_t bare_len;
	uint16_t full_len;      /* == bare_len: no resourcepart */
};

#define NX_JID_MAX_BYTES 3071

/* Parses and normalises text: 0, or -1 with NX_E_JID_MALFORMED and a text that names the wrong part. */
int nx_jid_parse(struct nx_pool *pool, const char *text, struct nx_jid *jid_r, struct nx_error *err);
/* From parts that are normalised already (database, other JIDs): cannot fail. local and resource may be NULL. */
struct nx_jid nx_jid_join(struct nx_pool *pool, const char *local, const char *domain, const char *resource);
struct nx_jid nx_jid_dup(struct nx_pool *pool, const struct nx_jid *jid);
/* The bare JID as an address of its own. */
struct nx_jid nx_jid_bare(struct nx_pool *pool, const struct nx_jid *jid);
/* One part alone, normalised, into pool: NULL and err when it is not allowed. */
char *nx_jid_prep_local(struct nx_pool *pool, const char *local, struct nx_error *err);
char *nx_jid_prep_domain(struct nx_pool *pool, const char *domain, struct nx_error *err);
char *nx_jid_prep_resource(struct nx_pool *pool, const char *resource, struct nx_error *err);
/* What people see of a localpart (XEP-0106 section 3.3): escapes become characters. To be shown and looked for, never compared:
 * two addresses may look the same (section 4.1 rule 5). */
char *nx_jid_unescape_local(struct nx_pool *pool, const char *local);
/* A normalised domain as DNS and certificates write it, with A-labels (RFC 5890 section 2.3.2.1). */
char *nx_jid_domain_to_ascii(struct nx_pool *pool, const char *domain);

/* Parts. The domain is not NUL-terminated in a full JID: use the length. */
static inline bool nx_jid_is_set(const struct nx_jid *jid) { return jid->full != NULL; }
static inline bool nx_jid_has_local(const struct nx_jid *jid) { return jid->local_len > 0; }
static inline bool nx_jid_has_resource(const struct nx_jid *jid) { return jid->full_len > jid->bare_len; }
static inline const char *nx_jid_domain(const struct nx_jid *jid)
{
	return jid->full + (jid->local_len ? jid->local_len + 1 : 0);
}
static inline size_t nx_jid_domain_len(const struct nx_jid *jid)
{
	return jid->bare_len - (jid->local_len ? jid->local_len + 1u : 0u);
}
/* NULL when there is none; NUL-terminated. */
static inline const char *nx_jid_resource(const struct nx_jid *jid)
{
	return nx_jid_has_resource(jid) ? jid->full + jid->bare_len + 1 : NULL;
}
static inline size_t nx_jid_resource_len(const struct nx_jid *jid)
{
	return nx_jid_has_resource(jid) ? jid->full_len - jid->bare_len - 1u : 0u;
}
bool nx_jid_eq(const struct nx_jid *a, const struct nx_jid *b);
bool nx_jid_eq_bare(const struct nx_jid *a, const struct nx_jid *b);
/* NUL-terminated copies in pool. */
char *nx_jid_bare_str(struct nx_pool *pool, const struct nx_jid *jid);
char *nx_jid_local_str(struct nx_pool *pool, const struct nx_jid *jid);
char *nx_jid_domain_str(struct nx_pool *pool, const struct nx_jid *jid);

#endif
