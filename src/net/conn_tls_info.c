/* What TLS negotiated on a connection, and channel bindings (RFC 5929, RFC 9266), for every kind that has an OpenSSL
 * session.
 *
 * Exporters and Finished messages bind to one connection only with the extended master secret (RFC 7627; TLS 1.3
 * always has the like), so without it the types that need it do not exist. */
#include "net/conn_private.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <string.h>

static SSL *ssl_of(const struct nx_conn *conn)
{
	return conn->is_secure ? conn->kind->ssl(conn) : NULL;
}

void nx_conn_tell_tls(const struct nx_conn *conn)
{
	SSL *ssl = ssl_of(conn);

	if (!ssl)
		return;
	if (conn->is_wiping)
		SSL_set_options(ssl, SSL_OP_CLEANSE_PLAINTEXT);
	else
		SSL_clear_options(ssl, SSL_OP_CLEANSE_PLAINTEXT);
}

const char *nx_conn_tls_version(const struct nx_conn *conn)
{
	const SSL *ssl = ssl_of(conn);

	return ssl ? SSL_get_version(ssl) : "";
}

const char *nx_conn_tls_cipher(const struct nx_conn *conn)
{
	const SSL *ssl = ssl_of(conn);

	return ssl ? SSL_get_cipher_name(ssl) : "";
}

const char *nx_conn_tls_server_name(const struct nx_conn *conn)
{
	const SSL *ssl = ssl_of(conn);

	return ssl ? SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name) : NULL;
}

static bool has_extended_secret(SSL *ssl)
{
	return SSL_version(ssl) >= TLS1_3_VERSION || SSL_get_extms_support(ssl) == 1;
}

/* RFC 9266 section 2: the label below, an empty context (before TLS 1.3 not the same as none), 32 bytes. */
static size_t exporter(SSL *ssl, uint8_t *data)
{
	static const char label[] = "EXPORTER-Channel-Binding";

	if (SSL_export_keying_material(ssl, data, 32, label, sizeof(label) - 1, (const uint8_t *)"", 0, 1) != 1)
		return 0;
	return 32;
}

/* RFC 5929 section 4.1: hashed with the hash of the certificate's signature, but never with MD5 or SHA-1. Certificates whose
 * signature has no single hash (Ed25519) have no such binding: NULL. */
static const EVP_MD *end_point_hash(SSL *ssl)
{
	X509 *cert = SSL_get_certificate(ssl);
	const EVP_MD *md;
	int md_nid;

	if (!cert || X509_get_signature_info(cert, &md_nid, NULL, NULL, NULL) != 1)
		return NULL;
	if (md_nid == NID_md5 || md_nid == NID_sha1)
		md_nid = NID_sha256;
	md = EVP_get_digestbynid(md_nid);
	return md && EVP_MD_get_size(md) <= NX_CHANNEL_BINDING_MAX ? md : NULL;
}

static bool has_end_point(SSL *ssl)
{
	return end_point_hash(ssl) != NULL;
}

static size_t server_end_point(SSL *ssl, uint8_t *data)
{
	unsigned len = 0;

	return X509_digest(SSL_get_certificate(ssl), end_point_hash(ssl), data, &len) == 1 ? len : 0;
}

/* RFC 5929 section 3.1: the first Finished of the handshake: the client's, or the server's when a session was resumed.
 * COMPAT: RFC 9266 leaves it undefined for TLS 1.3, where slixmpp uses it all the same; there it is never advertised. */
static size_t unique(SSL *ssl, uint8_t *data)
{
	size_t len;

	if (SSL_session_reused(ssl))
		len = SSL_get_finished(ssl, data, NX_CHANNEL_BINDING_MAX);
	else
		len = SSL_get_peer_finished(ssl, data, NX_CHANNEL_BINDING_MAX);
	return len <= NX_CHANNEL_BINDING_MAX ? len : 0;
}

static const struct binding {
	const char *type;
	bool (*is_there)(SSL *ssl);
	size_t (*get)(SSL *ssl, uint8_t *data);         /* only when it is there */
} bindings[] = {
	{ "tls-exporter", has_extended_secret, exporter },
	{ "tls-server-end-point", has_end_point, server_end_point },
	{ "tls-unique", has_extended_secret, unique },
};

/* NULL when this connection does not have that type. */
static const struct binding *find_binding(SSL *ssl, const char *type)
{
	for (size_t i = 0; ssl && i < sizeof(bindings) / sizeof(bindings[0]); i++) {
		if (strcmp(bindings[i].type, type) == 0 && bindings[i].is_there(ssl))
			return &bindings[i];
	}
	return NULL;
}

bool nx_conn_has_channel_binding(const struct nx_conn *conn, const char *type)
{
	bool is_there = find_binding(ssl_of(conn), type) != NULL;

	ERR_clear_error();
	return is_there;
}

size_t nx_conn_channel_binding(const struct nx_conn *conn, const char *type, uint8_t data[NX_CHANNEL_BINDING_MAX])
{
	SSL *ssl = ssl_of(conn);
	const struct binding *binding = find_binding(ssl, type);
	size_t len = binding ? binding->get(ssl, data) : 0;

	ERR_clear_error();
	return len;
}
