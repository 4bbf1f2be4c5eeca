/* What the connection files need of a TLS context beside tls.h. */
#ifndef NX_NET_TLS_PRIVATE_H
#define NX_NET_TLS_PRIVATE_H

#include "net/tls.h"

#include <openssl/types.h>

struct bio_method_st;
struct ssl_st;

/* Connections hold the context: it goes when its owner and the last of them have let go. */
struct nx_tls_context *nx_tls_context_ref(struct nx_tls_context *tls);
void nx_tls_context_unref(struct nx_tls_context **tls);
/* True once certificates were loaded. */
bool nx_tls_context_is_ready(const struct nx_tls_context *tls);
/* Gives ctx our settings, and lets sessions that begin on it go on with the certificates that are present then: the door of somebody else
 * (libwebsockets), which has no certificates of its own. tls outlives ctx. 0, or -1 when OpenSSL refuses. */
int nx_tls_context_stand_behind(struct nx_tls_context *tls, SSL_CTX *ctx);
/* A server session with the present certificates; NULL when there are none or OpenSSL refuses. */
struct ssl_st *nx_tls_context_session(struct nx_tls_context *tls);
/* The authorities that clients of that host (A-labels) have their certificates from, or NULL. */
X509_STORE *nx_tls_context_authorities(const struct nx_tls_context *tls, const char *host);
/* The transport method of conn_tls.c, made once per context. */
const struct bio_method_st *nx_tls_context_bio_method(const struct nx_tls_context *tls);
struct bio_method_st *nx_tls_filter_bio_method_new(void);

/* Fills err with what the OpenSSL error queue says, in words, behind what fmt says; empties the queue. Returns -1. */
int nx_tls_fail(struct nx_error *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* tls_file.c. 0, or -1 when the file is missing, unreadable, no regular file or absurdly large. */
int nx_tls_file_check(const char *path, struct nx_error *err);
/* The first certificate, the key of a file; NULL and err. Free with OpenSSL's functions. */
X509 *nx_tls_cert_read(const char *path, struct nx_error *err);
EVP_PKEY *nx_tls_key_read(const char *path, struct nx_error *err);
/* tls_client.c. A store with the certificates of a file as trust anchors, and its revocation lists; NULL and err. */
X509_STORE *nx_tls_authorities_read(const char *path, struct nx_error *err);
/* The id-on-xmppAddr names of a certificate that are UTF-8, at most 16; NULL-terminated, in pool. */
const char *const *nx_tls_certificate_addresses(X509 *cert, struct nx_pool *pool);
/* Puts the contents of a memory BIO in a file, through a temporary one beside it. */
int nx_tls_file_write(const char *path, BIO *contents, unsigned mode, struct nx_error *err);

#endif
