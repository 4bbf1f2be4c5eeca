/* What names of accounts look like (register.h), judged as clients show them (XEP-0106): foo\5cbar looks like foo\bar. */
#include "mod_register/register.h"

#include "base/error.h"

char *names_look(struct nx_looks *looks, struct nx_pool *pool, const char *local)
{
	return nx_look_of(looks, pool, nx_jid_unescape_local(pool, local));
}

char *names_skeleton(struct nx_looks *looks, struct nx_pool *pool, const char *local, struct nx_error *err)
{
	char *look = names_look(looks, pool, local);

	if (!look) {
		nx_fail(err, NX_E_INTERNAL, "The server cannot judge this name");
		return NULL;
	}
	if (!nx_look_is_honest(looks, nx_jid_unescape_local(pool, local))) {
		nx_fail(err, NX_E_NOT_ACCEPTABLE, "The name mixes letters of different scripts, or has some that cannot be seen");
		return NULL;
	}
	return look;
}
