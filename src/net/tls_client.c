/* Certificates of clients (tls.h): whether one is good for a host, and which addresses it holds (RFC 6120 section 13.7.1.4).
 *
 * During the handshake every certificate is let pass: it proves only that the client has the key. What it is worth is asked when the
 * stream has named the host, against the authorities that this host trusts at that moment. So a certificate for one host is
 * nothing to another, whatever name was in SNI; a resumed session is worth what its certificate is worth today; and a client
 * with a certificate that nobody wants can still log in in another way. */
#include "net/tls.h"

#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "net/conn_private.h"
#include "net/tls_private.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <string.h>

#define MAX_ADDRESSES 16

/* ---- authorities ---- */

/* Lists of revoked certificates may stand in the file too; when there are any, each authority needs one. */
static bool has_revocations(X509_STORE *store)
{
	STACK_OF(X509_OBJECT) *all = X509_STORE_get0_objects(store);

	for (int i = 0; i < sk_X509_OBJECT_num(all); i++) {
		if (X509_OBJECT_get_type(sk_X509_OBJECT_value(all, i)) == X509_LU_CRL)
			return true;
	}
	return false;
}

X509_STORE *nx_tls_authorities_read(const char *path, struct nx_error *err)
{
	if (nx_tls_file_check(path, err) != 0)
		return NULL;
	ERR_clear_error();
	X509_STORE *store = X509_STORE_new();
	X509_LOOKUP *lookup = store ? X509_STORE_add_lookup(store, X509_LOOKUP_file()) : NULL;

	if (!lookup || X509_load_cert_crl_file(lookup, path, X509_FILETYPE_PEM) < 1) {
		nx_tls_fail(err, "the authorities %s cannot be used", path);
		X509_STORE_free(store);
		return NULL;
	}
	/* Whoever is in the file is trusted, also an authority under another one. */
	X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN | (has_revocations(store) ? X509_V_FLAG_CRL_CHECK : 0));
	return store;
}

/* ---- what a certificate is worth ---- */

static void verify(SSL *ssl, X509 *cert, X509_STORE *store, struct nx_pool *pool, struct nx_client_certificate *result)
{
	X509_STORE_CTX *ctx = X509_STORE_CTX_new();
	int error = X509_V_ERR_OUT_OF_MEM;

	if (ctx && X509_STORE_CTX_init(ctx, store, cert, SSL_get_peer_cert_chain(ssl)) == 1 &&
	    X509_STORE_CTX_set_default(ctx, "ssl_client") == 1) {
		X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(ctx), SSL_get_security_level(ssl));
		error = X509_verify_cert(ctx) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(ctx);
	}
	X509_STORE_CTX_free(ctx);
	result->has_expired = error == X509_V_ERR_CERT_HAS_EXPIRED;
	if (error != X509_V_OK)
		result->fault = nx_pool_strdup(pool, X509_verify_cert_error_string(error));
}

/* The address in an otherName of type id-on-xmppAddr; NULL: it is something else. */
static const char *xmpp_address(const GENERAL_NAME *name, struct nx_pool *pool)
{
	ASN1_OBJECT *type;
	ASN1_TYPE *value;

	if (GENERAL_NAME_get0_otherName(name, &type, &value) != 1 || OBJ_obj2nid(type) != NID_XmppAddr ||
	    value->type != V_ASN1_UTF8STRING)
		return NULL;
	const char *text = (const char *)ASN1_STRING_get0_data(value->value.utf8string);
	size_t len = (size_t)ASN1_STRING_length(value->value.utf8string);

	if (memchr(text, '\0', len) || !nx_utf8_is_valid(text, len))
		return NULL;
	return nx_pool_strndup(pool, text, len);
}

const char *const *nx_tls_certificate_addresses(X509 *cert, struct nx_pool *pool)
{
	const char **list = NX_NEW_ARRAY(pool, const char *, MAX_ADDRESSES + 1);
	GENERAL_NAMES *names = X509_get_ext_d2i(cert, NID_subject_alt_name, NULL, NULL);
	size_t count = 0;

	for (int i = 0; i < sk_GENERAL_NAME_num(names) && count < MAX_ADDRESSES; i++) {
		const char *address = xmpp_address(sk_GENERAL_NAME_value(names, i), pool);

		if (address)
			list[count++] = address;
	}
	GENERAL_NAMES_free(names);
	return list;
}

static X509 *certificate_of(const struct nx_conn *conn)
{
	SSL *ssl = conn->is_secure ? conn->kind->ssl(conn) : NULL;

	return ssl ? SSL_get0_peer_certificate(ssl) : NULL;
}

bool nx_tls_client_has_certificate(const struct nx_conn *conn)
{
	return certificate_of(conn) != NULL;
}

bool nx_tls_client_certificate(const struct nx_tls_context *tls, const char *host, const struct nx_conn *conn, struct nx_pool *pool,
			       struct nx_client_certificate *result_r)
{
	X509 *cert = certificate_of(conn);
	X509_STORE *authorities = cert ? nx_tls_context_authorities(tls, host) : NULL;

	if (!authorities)
		return false;
	*result_r = (struct nx_client_certificate){ .addresses = nx_tls_certificate_addresses(cert, pool) };
	verify(conn->kind->ssl(conn), cert, authorities, pool, result_r);
	if (!result_r->fault && !result_r->addresses[0])
		result_r->fault = "it has no address of XMPP";
	ERR_clear_error();
	return true;
}
