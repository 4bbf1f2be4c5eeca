/* Addresses: whatever is taken is within its limits, and is taken again as itself (RFC 7622 section 3). */
#include "xmpp/jid.h"

#include "base/assert.h"
#include "base/error.h"
#include "base/pool.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(struct nx_pool *pool, const struct nx_jid *jid)
{
	struct nx_jid again, built;
	struct nx_error err;

	nx_assert(strlen(jid->full) == jid->full_len && jid->full_len <= NX_JID_MAX_BYTES);
	nx_assert(jid->local_len <= 1023 && nx_jid_resource_len(jid) <= 1023);
	nx_assert(nx_jid_domain_len(jid) >= 1 && nx_jid_domain_len(jid) <= 1023);
	nx_assert(nx_jid_parse(pool, jid->full, &again, &err) == 0);
	nx_assert(nx_jid_eq(jid, &again));
	built = nx_jid_join(pool, nx_jid_has_local(jid) ? nx_jid_local_str(pool, jid) : NULL,
			    nx_jid_domain_str(pool, jid), nx_jid_resource(jid));
	nx_assert(nx_jid_eq(jid, &built));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nx_pool *pool = nx_pool_new("fuzz", 0);
	const char *text = nx_pool_strndup(pool, (const char *)data, size);
	struct nx_error err = { 0 };
	struct nx_jid jid;

	if (nx_jid_parse(pool, text, &jid, &err) == 0)
		check(pool, &jid);
	else
		nx_assert(err.kind == NX_E_JID_MALFORMED && err.text[0] != '\0');
	nx_pool_free(&pool);
	return 0;
}
