/* EXTERNAL (core/external.h). Addresses are looked up one after the other; with the keyring that mostly takes no time. */
#include "core/external.h"

#include <string.h>

#include "base/error.h"
#include "base/pool.h"
#include "core/keyring.h"
#include "core/module.h"
#include "net/tls.h"

struct nx_external {
	struct nx_pool *pool;
	struct nx_owner owner;
	struct nx_session *sess;
	void (*ready)(struct nx_session *sess);
	struct nx_client_certificate cert;
	const char **locals;            /* of its addresses on this host, NULL-terminated; those before next that are accounts come first */
	size_t next, accounts;
	bool has_failed;                /* the store did not answer */
};

/* ---- whose it is ---- */

static const char **own_locals(struct nx_external *external)
{
	struct nx_pool *pool = external->pool;
	size_t room = 1, count = 0;

	for (const char *const *address = external->cert.addresses; *address; address++)
		room++;
	const char **locals = NX_NEW_ARRAY(pool, const char *, room);
	for (const char *const *address = external->cert.addresses; *address; address++) {
		struct nx_jid jid;

		if (nx_jid_parse(pool, *address, &jid, NULL) == 0 && jid.local_len > 0 && !nx_jid_has_resource(&jid) &&
		    nx_str_eq(nx_jid_domain_str(pool, &jid), external->sess->host->name))
			locals[count++] = nx_jid_local_str(pool, &jid);
	}
	return locals;
}

static void look_at_next(struct nx_external *external);

static void found(struct nx_external *external, const struct nx_credentials *cred)
{
	const char *local = external->locals[external->next++];

	if (cred->found)
		external->locals[external->accounts++] = local;
}

static void fetched(void *ctx, const struct nx_credentials *cred, const struct nx_error *err)
{
	struct nx_external *external = ctx;

	external->has_failed = external->has_failed || err;
	found(external, cred);
	look_at_next(external);
}

static void tell(struct nx_external *external)
{
	struct nx_session *sess = external->sess;
	struct nx_error err;

	if (external->accounts == 0) {
		nx_external_explain(external, &err);
		nx_log(sess, NX_INFO, "the client's certificate is not used: %s", err.text);
	}
	external->ready(sess);
}

static void look_at_next(struct nx_external *external)
{
	struct nx_keyring *keyring = external->sess->server->keyring;
	const struct nx_credentials *cred;
	const char *local;

	while ((local = external->locals[external->next])) {
		cred = nx_keyring_find(keyring, external->sess->host, local);
		if (!cred) {
			nx_keyring_fetch(keyring, external->sess->host, local, external->pool, &external->owner, fetched, external);
			return;
		}
		found(external, cred);
	}
	tell(external);
}

static void begin(void *ctx, const struct nx_result *result)
{
	(void)result;   /* a fence cannot fail */
	look_at_next(ctx);
}

/* ---- life ---- */

struct nx_external *nx_external_new(struct nx_session *sess, void (*ready)(struct nx_session *sess))
{
	if (!nx_tls_client_has_certificate(sess->conn))
		return NULL;
	struct nx_pool *pool = nx_pool_new("external", 0);
	struct nx_external *external = NX_NEW(pool, struct nx_external);
	const char *host = nx_jid_domain_to_ascii(pool, sess->host->name);

	if (!nx_tls_client_certificate(sess->server->tls, host, sess->conn, pool, &external->cert)) {
		nx_pool_free(&pool);
		return NULL;
	}
	external->pool = pool;
	external->sess = sess;
	external->ready = ready;
	nx_owner_init(&external->owner);
	external->locals = external->cert.fault ? NX_NEW_ARRAY(pool, const char *, 1) : own_locals(external);
	/* ready() must not run before this has returned. */
	nx_store_fence(sess->server->store, &external->owner, begin, external);
	return external;
}

void nx_external_free(struct nx_external **external)
{
	struct nx_pool *pool;

	if (!*external)
		return;
	nx_owner_done(&(*external)->owner);
	pool = (*external)->pool;
	nx_pool_free(&pool);
	*external = NULL;
}

bool nx_external_is_useful(const struct nx_external *external)
{
	return external && external->accounts > 0;
}

/* ---- logging in ---- */

static const char *find_local(const struct nx_external *external, const char *authzid)
{
	for (size_t i = 0; i < external->accounts; i++) {
		struct nx_jid jid = nx_jid_join(external->pool, external->locals[i], external->sess->host->name, NULL);

		if (nx_str_eq(jid.full, authzid))
			return external->locals[i];
	}
	return NULL;
}

const char *nx_external_choose(const struct nx_external *external, const char *authzid, struct nx_error *err)
{
	struct nx_jid jid;
	const char *local;

	if (*authzid) {
		/* RFC 6120 section 6.3.8: a bare JID; prepared like the one in the certificate. */
		local = nx_jid_parse(external->pool, authzid, &jid, NULL) < 0 ? NULL : find_local(external, jid.full);
		if (!local)
			nx_fail(err, NX_E_SASL_INVALID_AUTHZID, "The certificate is not for that address");
		return local;
	}
	if (external->accounts == 1)
		return external->locals[0];
	/* XEP-0178 section 2, step 11. Addresses on other hosts do not count: the stream has said which host is meant. */
	nx_fail(err, NX_E_SASL_INVALID_AUTHZID, "The certificate is for several addresses; the client has to say which");
	return NULL;
}

void nx_external_explain(const struct nx_external *external, struct nx_error *err)
{
	if (!external)
		nx_fail(err, NX_E_SASL_INVALID_MECHANISM, "The client has shown no certificate that this server asks for");
	else if (external->has_failed)
		nx_fail(err, NX_E_SASL_TEMPORARY_FAILURE, "The server cannot read its accounts; try again later");
	else if (external->cert.has_expired)
		nx_fail(err, NX_E_SASL_CREDENTIALS_EXPIRED, "The client's certificate has expired; ask for a new one");
	else if (external->cert.fault)
		nx_fail(err, NX_E_NOT_AUTHORIZED, "The client's certificate is not accepted: %s", external->cert.fault);
	else
		nx_fail(err, NX_E_NOT_AUTHORIZED, "The client's certificate is for no account here");
}
