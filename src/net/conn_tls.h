/* TLS as a filter between a connection's queue and its descriptor: ciphertext in, plaintext out, and back. It does
 * no input or output of its own, so that conn_socket.c decides when to read and writes once. */
#ifndef NX_NET_CONN_TLS_H
#define NX_NET_CONN_TLS_H

#include "net/conn_private.h"

struct nx_error;
struct nx_tls_context;
struct nx_tls_filter;

enum nx_tls_result {
	NX_TLS_MORE,            /* all used; more bytes are welcome */
	NX_TLS_ENDED,           /* the peer sent close_notify */
	NX_TLS_FAILED,
};

/* name: whose certificate to show when the peer does not say; NULL: the fallback. NULL and err when the context has no certificate yet
 * or OpenSSL refuses. */
struct nx_tls_filter *nx_tls_filter_new(struct nx_net *net, struct nx_tls_context *tls, const char *name, struct nx_error *err);
void nx_tls_filter_free(struct nx_tls_filter **filter);
bool nx_tls_filter_is_up(const struct nx_tls_filter *filter);
struct ssl_st *nx_tls_filter_ssl(const struct nx_tls_filter *filter);
/* Feeds ciphertext; what it decrypts to goes to plain (NX_PLAIN_BYTES), also when the result is ENDED or FAILED. */
enum nx_tls_result nx_tls_filter_feed(struct nx_tls_filter *filter, const char *data, size_t len,
				      char *plain, size_t *plain_len_r, struct nx_error *err);
/* Encrypts the first bytes of a queue, 48 KiB at most, and takes them out of it; how many goes to len_r (0 before the
 * handshake is over). 0, or -1 and err. */
int nx_tls_filter_encrypt(struct nx_tls_filter *filter, struct nx_out *from, size_t *len_r, struct nx_error *err);
/* Adds close_notify, once. */
void nx_tls_filter_goodbye(struct nx_tls_filter *filter);
/* Ciphertext for the peer. */
struct nx_out *nx_tls_filter_out(struct nx_tls_filter *filter);

#endif
