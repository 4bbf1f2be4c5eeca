/* The TLS filter (conn_tls.h): one OpenSSL session on a BIO of our own.
 *
 * OpenSSL reads from the caller's buffer and writes into a queue of chunks, so nothing is buffered twice and
 * no system call happens inside OpenSSL. SSL_MODE_RELEASE_BUFFERS (tls.c) gives its record buffers back between records.
 * Queued pieces are gathered into records of up to 16 KiB: one SSL_write() for eight messages costs a
 * quarter of eight calls. */
#include "net/conn_tls.h"

#include "base/error.h"
#include "base/mem.h"
#include "net/tls_private.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string.h>

#define RECORD_BYTES 16384
#define ENCRYPT_BYTES (3 * RECORD_BYTES)        /* what one sendmsg() of NX_MAX_IOV chunks can carry */
_Static_assert(ENCRYPT_BYTES + 3 * 64 <= (NX_MAX_IOV - 1) * NX_CHUNK_BYTES, "one batch, one write");

struct nx_tls_filter {
	SSL *ssl;
	struct nx_net *net;
	struct nx_out out;
	const char *in;         /* the rest of what is being fed */
	size_t in_len;
	bool is_up, has_said_goodbye;
};

static int bio_read(BIO *bio, char *dst, size_t len, size_t *read_r)
{
	struct nx_tls_filter *filter = BIO_get_data(bio);

	BIO_clear_retry_flags(bio);
	if (filter->in_len == 0) {
		*read_r = 0;
		BIO_set_retry_read(bio);
		return 0;
	}
	if (len > filter->in_len)
		len = filter->in_len;
	memcpy(dst, filter->in, len);
	filter->in += len;
	filter->in_len -= len;
	*read_r = len;
	return 1;
}

static int bio_write(BIO *bio, const char *src, size_t len, size_t *written_r)
{
	struct nx_tls_filter *filter = BIO_get_data(bio);

	BIO_clear_retry_flags(bio);
	nx_out_add(filter->net, &filter->out, src, len);
	*written_r = len;
	return 1;
}

static long bio_ctrl(BIO *bio, int cmd, long num, void *ptr)
{
	(void)bio;
	(void)num;
	(void)ptr;
	return cmd == BIO_CTRL_FLUSH ? 1 : 0;
}

struct bio_method_st *nx_tls_filter_bio_method_new(void)
{
	BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "nexa connection");

	if (!method)
		return NULL;
	BIO_meth_set_read_ex(method, bio_read);
	BIO_meth_set_write_ex(method, bio_write);
	BIO_meth_set_ctrl(method, bio_ctrl);
	return method;
}

struct nx_tls_filter *nx_tls_filter_new(struct nx_net *net, struct nx_tls_context *tls, const char *name, struct nx_error *err)
{
	SSL *ssl = nx_tls_context_session(tls);
	BIO *bio = ssl ? BIO_new(nx_tls_context_bio_method(tls)) : NULL;

	if (!bio) {
		SSL_free(ssl);
		nx_tls_fail(err, nx_tls_context_is_ready(tls) ? "TLS session" : "no certificate is loaded");
		return NULL;
	}
	struct nx_tls_filter *filter = nx_mem_new(sizeof(*filter));

	filter->net = net;
	filter->ssl = ssl;
	BIO_set_data(bio, filter);
	BIO_set_init(bio, 1);
	SSL_set_bio(ssl, bio, bio);
	SSL_set_accept_state(ssl);
	SSL_set_app_data(ssl, (void *)(uintptr_t)name);
	if (!net->plain_buf)
		net->plain_buf = nx_mem_new(NX_PLAIN_BYTES);
	return filter;
}

void nx_tls_filter_free(struct nx_tls_filter **filter_p)
{
	struct nx_tls_filter *filter = *filter_p;

	*filter_p = NULL;
	if (!filter)
		return;
	SSL_free(filter->ssl);
	nx_out_clear(filter->net, &filter->out);
	nx_mem_free(filter);
}

bool nx_tls_filter_is_up(const struct nx_tls_filter *filter)
{
	return filter->is_up;
}

struct ssl_st *nx_tls_filter_ssl(const struct nx_tls_filter *filter)
{
	return filter->ssl;
}

struct nx_out *nx_tls_filter_out(struct nx_tls_filter *filter)
{
	return &filter->out;
}

/* What an OpenSSL call that returned rc <= 0 means. */
static enum nx_tls_result result_of(struct nx_tls_filter *filter, int rc, struct nx_error *err)
{
	switch (SSL_get_error(filter->ssl, rc)) {
	case SSL_ERROR_WANT_READ:
	case SSL_ERROR_WANT_WRITE:
		return NX_TLS_MORE;
	case SSL_ERROR_ZERO_RETURN:
		return NX_TLS_ENDED;
	default:
		nx_tls_fail(err, filter->is_up ? "TLS failed" : "TLS handshake failed");
		return NX_TLS_FAILED;
	}
}

enum nx_tls_result nx_tls_filter_feed(struct nx_tls_filter *filter, const char *data, size_t len,
				      char *plain, size_t *plain_len_r, struct nx_error *err)
{
	size_t n;
	int rc;

	*plain_len_r = 0;
	filter->in = data;
	filter->in_len = len;
	ERR_clear_error();
	if (!filter->is_up) {
		rc = SSL_do_handshake(filter->ssl);
		if (rc != 1)
			return result_of(filter, rc, err);
		filter->is_up = true;
	}
	for (;;) {
		rc = SSL_read_ex(filter->ssl, plain + *plain_len_r, NX_PLAIN_BYTES - *plain_len_r, &n);
		if (rc != 1)
			return result_of(filter, rc, err);
		*plain_len_r += n;
	}
}

int nx_tls_filter_encrypt(struct nx_tls_filter *filter, struct nx_out *from, size_t *len_r, struct nx_error *err)
{
	char gathered[RECORD_BYTES];
	size_t len, written;

	*len_r = 0;
	if (!filter->is_up || filter->has_said_goodbye)
		return 0;
	ERR_clear_error();
	while (from->bytes > 0 && *len_r < ENCRYPT_BYTES) {
		const char *data = nx_out_peek(from, gathered, RECORD_BYTES, &len);

		if (SSL_write_ex(filter->ssl, data, len, &written) != 1)
			return nx_tls_fail(err, "TLS failed");
		nx_out_consume(filter->net, from, written);
		*len_r += written;
	}
	return 0;
}

void nx_tls_filter_goodbye(struct nx_tls_filter *filter)
{
	if (filter->has_said_goodbye)
		return;
	filter->has_said_goodbye = true;
	ERR_clear_error();
	SSL_shutdown(filter->ssl);
	ERR_clear_error();
}
