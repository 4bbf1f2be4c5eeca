/* Server-side TLS: one context per kind of service, certificates per host chosen by SNI, reloaded without dropping
 * anyone (connections keep the certificate they began with).
 * TLS 1.2 and newer, ECDHE only, server preference, one session ticket, no compression, no renegotiation. */
#ifndef NX_NET_TLS_H
#define NX_NET_TLS_H

#include <stdbool.h>
#include <stdint.h>

struct nx_conn;
struct nx_error;
struct nx_pool;
struct nx_tls_context;

struct nx_tls_cert {
	const char *host;               /* as clients ask for it (A-labels); NULL: for every name that has none of its own */
	const char *cert_file;          /* PEM: certificate, then the chain */
	const char *key_file;           /* PEM */
	const char *client_ca_file;     /* PEM: clients are asked for a certificate, which they need not have; NULL: they are not */
};

/* alpn: the protocol that a client which uses ALPN must offer ("xmpp-client", XEP-0368 section 3); clients without ALPN are served. */
struct nx_tls_context *nx_tls_context_new(const char *alpn);
void nx_tls_context_free(struct nx_tls_context **tls);
/* Replaces all certificates, or, on any error, none. Checks that key and certificate belong together, that the
 * certificate is valid now (a warning sentence goes to warning_r in pool when it is expired or ends within 14 days, else NULL)
 * and that the files are readable: each error is a sentence with the file's name. certs[0] is the fallback for unknown names. */
int nx_tls_context_load(struct nx_tls_context *tls, const struct nx_tls_cert *certs, unsigned count,
			struct nx_pool *pool, const char **warning_r, struct nx_error *err);
/* The same in two steps, so that several contexts change together or not at all: prepare leaves tls as it is, take cannot fail. */
struct nx_tls_loaded;
int nx_tls_context_prepare(struct nx_tls_context *tls, const struct nx_tls_cert *certs, unsigned count, struct nx_pool *pool,
			   struct nx_tls_loaded **loaded_r, const char **warning_r, struct nx_error *err);
void nx_tls_context_take(struct nx_tls_context *tls, struct nx_tls_loaded **loaded);
/* For what is not taken. Accepts NULL. */
void nx_tls_loaded_free(struct nx_tls_loaded **loaded);

/* What a client's certificate is worth (RFC 6120 section 13.7.1.4). */
struct nx_client_certificate {
	const char *const *addresses;   /* its id-on-xmppAddr names as they stand there; NULL-terminated */
	const char *fault;              /* why it is worth nothing: "certificate has expired"; NULL: verified, and it has addresses */
	bool has_expired;
};
bool nx_tls_client_has_certificate(const struct nx_conn *conn);
/* True when the client has presented one and the host (A-labels) wants any: then it was verified against the host's authorities
 * of this moment. */
bool nx_tls_client_certificate(const struct nx_tls_context *tls, const char *host, const struct nx_conn *conn, struct nx_pool *pool,
			       struct nx_client_certificate *result_r);

/* The server's own certificate authority, for a LAN without a public one. Makes what is missing in dir:
 * ca.pem, ca.key (P-256, 10 years), and NAME.pem, NAME.key for the certificate. The server certificate (P-256, 397 days,
 * subjectAltName with names and addresses, serverAuth, the chain appended) is made anew when names or addresses are not covered,
 * or when less than 30 days are left, always under the same CA. names are in ASCII (A-labels). dir is made when missing. Keys
 * are 0600. 1: something was made, 0: all was there, -1. */
int nx_tls_ca_ensure(const char *dir, const char *file_name, const char *const *names, const char *const *addresses,
		     struct nx_error *err);
/* SHA-256 fingerprint "AB:CD:…" of the first certificate in a file, in pool; NULL and err. */
char *nx_tls_fingerprint(struct nx_pool *pool, const char *cert_file, struct nx_error *err);
/* That certificate alone as PEM text, without whatever else the file holds, in pool; NULL and err. */
char *nx_tls_certificate_pem(struct nx_pool *pool, const char *cert_file, struct nx_error *err);
/* Names by which clients on this network may reach this machine: host name, host name.local; its addresses without
 * link-local. NULL-terminated arrays in pool. */
void nx_tls_machine_names(struct nx_pool *pool, char ***names_r, char ***addresses_r);

#endif
