/* The conversation (tls_talk.h). */
#include "tls_talk.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mem.h"

const char *const tls_hosts[TLS_HOSTS] = { "example.org", "other.org", "third.org" };

static void server_data(void *ctx, const char *data, size_t len)
{
	struct tls_talk *s = ctx;

	nx_buf_add(&s->got, data, len);
	if (s->starts_tls_at_data && !nx_conn_is_secure(s->conn)) {
		nx_conn_send(s->conn, "<proceed/>", 10);
		assert_int_equal(nx_conn_start_tls(s->conn, NULL), 0);
		assert_int_equal(nx_conn_start_tls(s->conn, NULL), -1);
	}
	if (s->aborts_at_data)
		nx_conn_abort(s->conn, "not welcome");
	if (s->pauses_at_data)
		nx_conn_pause(s->conn, NX_PAUSE_EVENT_WAITING);
}

static void server_secured(void *ctx)
{
	struct tls_talk *s = ctx;

	assert_true(nx_conn_is_secure(s->conn));
	s->secured_count++;
	if (s->greets_when_secured)
		nx_conn_send(s->conn, "welcome", 7);
}

static void server_drained(void *ctx)
{
	((struct tls_talk *)ctx)->drained_count++;
}

static void server_closed(void *ctx, const char *reason)
{
	struct tls_talk *s = ctx;

	snprintf(s->reason, sizeof(s->reason), "%s", reason);
	s->conn = NULL;
	assert_int_equal(ERR_peek_error(), 0);          /* nothing left for the next connection */
}

static const struct nx_conn_events server_events = {
	.data = server_data, .secured = server_secured, .drained = server_drained, .closed = server_closed,
};

static void make_cert(struct tls_talk *s, const char *name)
{
	const char *names[] = { name, NULL };
	const char *addresses[] = { "127.0.0.1", NULL };

	assert_int_equal(nx_tls_ca_ensure(s->dir, name, names, addresses, &s->err), 1);
}

const char *tls_file(struct tls_talk *s, const char *name)
{
	return nx_pool_printf(s->pool, "%s/%s", s->dir, name);
}

void tls_load(struct tls_talk *s, unsigned count)
{
	struct nx_tls_cert certs[3] = {0};

	for (unsigned i = 0; i < count; i++) {
		certs[i].host = tls_hosts[i];
		certs[i].cert_file = nx_pool_printf(s->pool, "%s/%s.pem", s->dir, tls_hosts[i]);
		certs[i].key_file = nx_pool_printf(s->pool, "%s/%s.key", s->dir, tls_hosts[i]);
	}
	assert_int_equal(nx_tls_context_load(s->tls, certs, count, s->pool, &s->warning, &s->err), 0);
	assert_null(s->warning);
}

void tls_make_own(struct tls_talk *s, EVP_PKEY *key, const EVP_MD *md, int from_days, int to_days)
{
	X509 *cert = X509_new();
	FILE *f = fopen(tls_file(s, "own.pem"), "w");

	X509_set_version(cert, X509_VERSION_3);
	ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
	X509_time_adj_ex(X509_getm_notBefore(cert), from_days, 0, NULL);
	X509_time_adj_ex(X509_getm_notAfter(cert), to_days, 60, NULL);
	X509_set_pubkey(cert, key);
	X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_UTF8,
				   (const unsigned char *)"own.org", -1, -1, 0);
	X509_set_issuer_name(cert, X509_get_subject_name(cert));
	assert_int_not_equal(X509_sign(cert, key, md), 0);
	PEM_write_X509(f, cert);
	fclose(f);
	f = fopen(tls_file(s, "own.key"), "w");
	PEM_write_PrivateKey(f, key, NULL, NULL, 0, NULL, NULL);
	fclose(f);
	X509_free(cert);
}

int tls_load_files(struct tls_talk *s, const char *cert, const char *key)
{
	const struct nx_tls_cert certs[] = {
		{ "third.org", tls_file(s, "third.org.pem"), tls_file(s, "third.org.key"), NULL },
		{ "own.org", tls_file(s, cert), tls_file(s, key), NULL },
	};

	s->err.text[0] = '\0';
	return nx_tls_context_load(s->tls, certs, 2, s->pool, &s->warning, &s->err);
}

int tls_setup(void **state)
{
	struct nx_log_options options = { .level = NX_INFO };
	struct tls_talk *s = nx_mem_new(sizeof(*s));

	s->clock = (struct nx_clock){ true, 1000, 0 };
	s->fd = -1;
	memcpy(s->dir, "/tmp/nexa-tls-XXXXXX", sizeof("/tmp/nexa-tls-XXXXXX"));
	assert_non_null(mkdtemp(s->dir));
	s->loop = nx_loop_new(&s->clock, NULL);
	s->logger = nx_logger_new(&options, NULL);
	s->log.logger = s->logger;
	s->pool = nx_pool_new("test", 0);
	for (int i = 0; i < 3; i++)
		make_cert(s, tls_hosts[i]);
	s->tls = nx_tls_context_new("xmpp-client");
	tls_load(s, 3);
	s->client_ctx = SSL_CTX_new(TLS_client_method());
	SSL_CTX_set_verify(s->client_ctx, SSL_VERIFY_PEER, NULL);
	assert_int_equal(SSL_CTX_load_verify_file(s->client_ctx, tls_file(s, "ca.pem")), 1);
	*state = s;
	return 0;
}

void tls_hang_up(struct tls_talk *s)
{
	SSL_free(s->client);
	s->client = NULL;
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
	if (s->conn)
		nx_conn_abort(s->conn, "end of test");
	nx_loop_turn(s->loop, 0);
	assert_null(s->conn);
	nx_buf_clear(&s->got);
	nx_buf_clear(&s->client_got);
	s->secured_count = 0;
	s->reason[0] = '\0';
	ERR_clear_error();
}

int tls_teardown(void **state)
{
	static const char *const all[] = {
		"ca.pem", "ca.key", "example.org.pem", "example.org.key", "other.org.pem", "other.org.key",
		"third.org.pem", "third.org.key", "own.pem", "own.key",
	};
	struct tls_talk *s = *state;

	tls_hang_up(s);
	SSL_CTX_free(s->client_ctx);
	nx_tls_context_free(&s->tls);
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		unlink(tls_file(s, all[i]));
	assert_int_equal(rmdir(s->dir), 0);
	nx_buf_done(&s->got);
	nx_buf_done(&s->client_got);
	nx_pool_free(&s->pool);
	nx_loop_free(&s->loop);
	nx_logger_free(&s->logger);
	nx_mem_free(s);
	return 0;
}

void tls_dial(struct tls_talk *s, bool tls_now)
{
	int fds[2];

	tls_hang_up(s);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), 0);
	s->conn = nx_conn_socket_new(s->loop, fds[0], s->tls, tls_now, &s->log);
	nx_conn_set_events(s->conn, &server_events, s);
	s->fd = fds[1];
	s->client = SSL_new(s->client_ctx);
	SSL_set_fd(s->client, s->fd);
	SSL_set_connect_state(s->client);
}

void tls_client_read(struct tls_talk *s)
{
	char buf[20000];
	size_t n;

	ERR_clear_error();
	while (SSL_read_ex(s->client, buf, sizeof(buf), &n) == 1)
		nx_buf_add(&s->client_got, buf, n);
	ERR_clear_error();
}

void tls_settle(struct tls_talk *s)
{
	for (int idle = 0; idle < 3; ) {
		size_t before = s->client_got.len;
		bool has_run = nx_loop_turn(s->loop, 0);

		tls_client_read(s);
		idle = has_run || s->client_got.len > before ? 0 : idle + 1;
	}
}

int tls_shake_hands(struct tls_talk *s)
{
	for (int i = 0; i < 50; i++) {
		ERR_clear_error();
		int rc = SSL_do_handshake(s->client);
		int why = SSL_get_error(s->client, rc);

		ERR_clear_error();
		nx_loop_turn(s->loop, 0);
		if (rc != 1 && why != SSL_ERROR_WANT_READ)
			return -1;
		if (rc == 1 && s->secured_count == 1)
			return 1;
		if (!s->conn)
			return -1;
	}
	return -1;
}

void tls_client_write(struct tls_talk *s, const char *text)
{
	assert_int_equal(SSL_write(s->client, text, (int)strlen(text)), (int)strlen(text));
}
