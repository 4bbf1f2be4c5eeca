/* Server contexts (tls.h): one set of certificates, chosen by the name the client asks for (SNI, RFC 6066 section 3).
 *
 * Each certificate has an SSL_CTX of its own. A session begins on the fallback's and moves to the right one in the SNI
 * call-back; the ALPN call-back is looked up after that, hence it is installed on all of them. A reload builds a
 * whole new set and then swaps; sessions that are under way hold their old SSL_CTX by OpenSSL's reference. */
#include "net/tls.h"

#include "base/error.h"
#include "base/fault.h"
#include "base/mem.h"
#include "base/pool.h"
#include "net/tls_private.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string.h>
#include <strings.h>

#define SOON_SECS (14 * 24 * 3600)
/* RFC 8446 section 9.1: the first is mandatory. OpenSSL would begin with AES-256, whose SHA-384 has no help from processors and makes
 * the key schedule of each handshake slower; 128 bits are out of reach all the same. */
#define TLS13_SUITES "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"

struct served {
	char *host;             /* NULL: for every name without its own */
	SSL_CTX *ctx;
	X509_STORE *authorities;        /* of clients' certificates; NULL: none are asked for */
};

struct nx_tls_context {
	unsigned refs;
	char *alpn;
	BIO_METHOD *bio_method;
	struct served *served;
	unsigned served_count;
};

struct nx_tls_context *nx_tls_context_new(const char *alpn)
{
	struct nx_tls_context *tls = nx_mem_new(sizeof(*tls));

	tls->refs = 1;
	tls->alpn = alpn ? nx_mem_strdup(alpn) : NULL;
	tls->bio_method = nx_tls_filter_bio_method_new();
	return tls;
}

static void served_free(struct served *served, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		nx_mem_free(served[i].host);
		SSL_CTX_free(served[i].ctx);
		X509_STORE_free(served[i].authorities);
	}
	nx_mem_free(served);
}

struct nx_tls_context *nx_tls_context_ref(struct nx_tls_context *tls)
{
	tls->refs++;
	return tls;
}

void nx_tls_context_unref(struct nx_tls_context **tls_p)
{
	struct nx_tls_context *tls = *tls_p;

	*tls_p = NULL;
	if (!tls || --tls->refs > 0)
		return;
	served_free(tls->served, tls->served_count);
	BIO_meth_free(tls->bio_method);
	nx_mem_free(tls->alpn);
	nx_mem_free(tls);
}

void nx_tls_context_free(struct nx_tls_context **tls)
{
	nx_tls_context_unref(tls);
}

bool nx_tls_context_is_ready(const struct nx_tls_context *tls)
{
	return tls->served_count > 0;
}

struct ssl_st *nx_tls_context_session(struct nx_tls_context *tls)
{
	return tls->served_count > 0 ? SSL_new(tls->served[0].ctx) : NULL;
}

const struct bio_method_st *nx_tls_context_bio_method(const struct nx_tls_context *tls)
{
	return tls->bio_method;
}

static const struct served *served_for(const struct nx_tls_context *tls, const char *name)
{
	const struct served *any = &tls->served[0];

	for (unsigned i = tls->served_count; i-- > 0; ) {
		const struct served *served = &tls->served[i];

		if (!served->host)
			any = served;
		else if (strcasecmp(served->host, name) == 0)
			return served;
	}
	return any;
}

X509_STORE *nx_tls_context_authorities(const struct nx_tls_context *tls, const char *host)
{
	return tls->served_count > 0 ? served_for(tls, host)->authorities : NULL;
}

/* RFC 6120 section 13.7.2.1 leaves unknown names to us: they get the fallback, and the client judges. OpenSSL calls this without a
 * name too: then the name in the stream's header counts (section 5.4.3.1; nx_conn_start_tls), which sessions that begin behind a door
 * do not have (nx_tls_context_stand_behind). */
static int on_server_name(SSL *ssl, int *alert, void *arg)
{
	const struct nx_tls_context *tls = arg;
	const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);

	(void)alert;
	if (tls->served_count == 0)
		return SSL_TLSEXT_ERR_NOACK;
	const char *wanted = name ? name : SSL_get_app_data(ssl);
	SSL_CTX *ctx = wanted ? served_for(tls, wanted)->ctx : tls->served[0].ctx;

	/* The session keeps what it has from the first one, but for the certificate. */
	SSL_set_verify(ssl, SSL_CTX_get_verify_mode(ctx), NULL);
	if (!SSL_set_SSL_CTX(ssl, ctx))
		return SSL_TLSEXT_ERR_ALERT_FATAL;
	return name ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

/* RFC 7301 section 3.2: no common protocol is a fatal alert; called only for clients that use ALPN. */
static int on_alpn(SSL *ssl, const unsigned char **chosen_r, unsigned char *len_r, const unsigned char *offered,
		   unsigned offered_len, void *arg)
{
	const struct nx_tls_context *tls = arg;
	size_t want = strlen(tls->alpn);

	(void)ssl;
	for (unsigned i = 0; i < offered_len; i += 1u + offered[i]) {
		if (offered[i] == want && memcmp(offered + i + 1, tls->alpn, want) == 0) {
			*chosen_r = offered + i + 1;
			*len_r = offered[i];
			return SSL_TLSEXT_ERR_OK;
		}
	}
	return SSL_TLSEXT_ERR_ALERT_FATAL;
}

int nx_tls_context_stand_behind(struct nx_tls_context *tls, SSL_CTX *ctx)
{
	SSL_CTX_set_options(ctx, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
			    SSL_OP_PRIORITIZE_CHACHA);
	SSL_CTX_set_mode(ctx, SSL_MODE_RELEASE_BUFFERS);
	SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
	SSL_CTX_set_num_tickets(ctx, 1);
	SSL_CTX_set_tlsext_servername_callback(ctx, on_server_name);
	SSL_CTX_set_tlsext_servername_arg(ctx, tls);
	if (tls->alpn)
		SSL_CTX_set_alpn_select_cb(ctx, on_alpn, tls);
	if (SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION) != 1 ||
	    SSL_CTX_set_cipher_list(ctx, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL") != 1 ||
	    SSL_CTX_set_ciphersuites(ctx, TLS13_SUITES) != 1 ||
	    SSL_CTX_set1_groups_list(ctx, "X25519:P-256:P-384:P-521") != 1 ||
	    SSL_CTX_set_session_id_context(ctx, (const unsigned char *)"nexa", 4) != 1)
		return -1;
	return 0;
}

static SSL_CTX *ctx_new(struct nx_tls_context *tls)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());

	if (ctx && nx_tls_context_stand_behind(tls, ctx) != 0) {
		SSL_CTX_free(ctx);
		return NULL;
	}
	return ctx;
}

/* A sentence when the certificate is expired, not valid yet, or ends soon; else NULL. */
static const char *date_warning(const X509 *cert, const char *file, struct nx_pool *pool)
{
	int days = 0, secs = 0;

	if (X509_cmp_current_time(X509_get0_notBefore(cert)) > 0)
		return nx_pool_printf(pool, "the certificate %s is not valid yet; check the clock of this machine", file);
	if (X509_cmp_current_time(X509_get0_notAfter(cert)) < 0)
		return nx_pool_printf(pool, "the certificate %s has expired; clients will refuse it: renew it", file);
	ASN1_TIME_diff(&days, &secs, NULL, X509_get0_notAfter(cert));
	if (days * 86400LL + secs < SOON_SECS)
		return nx_pool_printf(pool, "the certificate %s expires in %d days; renew it", file, days);
	return NULL;
}

static int chain_load(SSL_CTX *ctx, const char *file, struct nx_error *err)
{
	char no_pass_phrase[] = "";     /* else OpenSSL would ask on the terminal */

	if (nx_tls_file_check(file, err) != 0)
		return -1;
	ERR_clear_error();
	SSL_CTX_set_default_passwd_cb_userdata(ctx, no_pass_phrase);
	int rc = SSL_CTX_use_certificate_chain_file(ctx, file);

	SSL_CTX_set_default_passwd_cb_userdata(ctx, NULL);
	return rc == 1 ? 0 : nx_tls_fail(err, "the certificate %s cannot be used", file);
}

static int ctx_load(SSL_CTX *ctx, const struct nx_tls_cert *cert, struct nx_error *err)
{
	int rc = 0;

	if (chain_load(ctx, cert->cert_file, err) != 0)
		return -1;
	EVP_PKEY *key = nx_tls_key_read(cert->key_file, err);

	if (!key)
		return -1;
	if (X509_check_private_key(SSL_CTX_get0_certificate(ctx), key) != 1) {
		ERR_clear_error();
		rc = nx_fail(err, NX_E_CONFIG, "the key %s does not belong to the certificate %s",
			     cert->key_file, cert->cert_file);
	} else if (SSL_CTX_use_PrivateKey(ctx, key) != 1) {
		rc = nx_tls_fail(err, "the private key %s cannot be used", cert->key_file);
	}
	EVP_PKEY_free(key);
	return rc;
}

/* tls_client.c judges when it knows the host. */
static int let_pass(X509_STORE_CTX *store_ctx, void *arg)
{
	(void)store_ctx;
	(void)arg;
	return 1;
}

/* Clients are told which authorities count, so that they choose the right certificate; they need not have one (no FAIL_IF_NO_PEER_CERT). */
static int authorities_load(struct served *served, const char *file, struct nx_error *err)
{
	served->authorities = nx_tls_authorities_read(file, err);
	if (!served->authorities)
		return -1;
	STACK_OF(X509_NAME) *names = SSL_load_client_CA_file(file);

	if (!names)
		return nx_tls_fail(err, "the authorities %s cannot be used", file);
	SSL_CTX_set_client_CA_list(served->ctx, names);
	SSL_CTX_set_cert_verify_callback(served->ctx, let_pass, NULL);
	SSL_CTX_set_verify(served->ctx, SSL_VERIFY_PEER, NULL);
	return 0;
}

static int served_load(struct nx_tls_context *tls, struct served *served, const struct nx_tls_cert *cert, struct nx_error *err)
{
	served->host = cert->host ? nx_mem_strdup(cert->host) : NULL;
	served->ctx = ctx_new(tls);
	if (!served->ctx)
		return nx_tls_fail(err, "TLS context");
	if (ctx_load(served->ctx, cert, err) != 0)
		return -1;
	return cert->client_ca_file ? authorities_load(served, cert->client_ca_file, err) : 0;
}

struct nx_tls_loaded {
	struct served *served;
	unsigned count;
};

int nx_tls_context_prepare(struct nx_tls_context *tls, const struct nx_tls_cert *certs, unsigned count, struct nx_pool *pool,
			   struct nx_tls_loaded **loaded_r, const char **warning_r, struct nx_error *err)
{
	if (count == 0)
		return nx_fail(err, NX_E_CONFIG, "no certificate is configured");
	if (nx_fault("tls.load"))
		return nx_fail(err, NX_E_CONFIG, "cannot read %s (fault tls.load)", certs[0].cert_file);
	struct served *served = nx_mem_array(count, sizeof(*served));
	const char *warning = NULL;

	for (unsigned i = 0; i < count; i++) {
		if (served_load(tls, &served[i], &certs[i], err) != 0) {
			served_free(served, count);
			return -1;
		}
		if (!warning)
			warning = date_warning(SSL_CTX_get0_certificate(served[i].ctx), certs[i].cert_file, pool);
	}
	*loaded_r = nx_mem_new(sizeof(**loaded_r));
	**loaded_r = (struct nx_tls_loaded){ served, count };
	*warning_r = warning;
	return 0;
}

void nx_tls_context_take(struct nx_tls_context *tls, struct nx_tls_loaded **loaded)
{
	served_free(tls->served, tls->served_count);
	tls->served = (*loaded)->served;
	tls->served_count = (*loaded)->count;
	nx_mem_free(*loaded);
	*loaded = NULL;
}

void nx_tls_loaded_free(struct nx_tls_loaded **loaded)
{
	if (*loaded) {
		served_free((*loaded)->served, (*loaded)->count);
		nx_mem_free(*loaded);
	}
	*loaded = NULL;
}

int nx_tls_context_load(struct nx_tls_context *tls, const struct nx_tls_cert *certs, unsigned count, struct nx_pool *pool,
			const char **warning_r, struct nx_error *err)
{
	struct nx_tls_loaded *loaded;

	if (nx_tls_context_prepare(tls, certs, count, pool, &loaded, warning_r, err) < 0)
		return -1;
	nx_tls_context_take(tls, &loaded);
	return 0;
}
