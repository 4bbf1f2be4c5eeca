/* TLS on connections, with OpenSSL's own client at the other end of a socket pair (net/tls.h, net/conn.h; XEP-0368,
 * RFC 6120 section 5, RFC 5929, RFC 9266). */
#include "net/tls.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/pool.h"
#include "net/conn.h"
#include "net/loop.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *const hosts[] = { "example.org", "other.org", "third.org" };

struct story {
	struct nx_clock clock;
	struct nx_loop *loop;
	struct nx_logger *logger;
	struct nx_log_source log;
	struct nx_pool *pool;
	struct nx_tls_context *tls;
	struct nx_error err;
	const char *warning;
	char dir[32];
	/* the server's side */
	struct nx_conn *conn;
	struct nx_buf got;
	unsigned secured_count, drained_count;
	char reason[160];
	bool starts_tls_at_data, aborts_at_data, pauses_at_data, greets_when_secured;
	/* the client's side */
	SSL_CTX *client_ctx;
	SSL *client;
	int fd;
	struct nx_buf client_got;
};

static const char *file(struct story *s, const char *name)
{
	return nx_pool_printf(s->pool, "%s/%s", s->dir, name);
}

static void server_data(void *ctx, const char *data, size_t len)
{
	struct story *s = ctx;

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
	struct story *s = ctx;

	assert_true(nx_conn_is_secure(s->conn));
	s->secured_count++;
	if (s->greets_when_secured)
		nx_conn_send(s->conn, "welcome", 7);
}

static void server_drained(void *ctx)
{
	((struct story *)ctx)->drained_count++;
}

static void server_closed(void *ctx, const char *reason)
{
	struct story *s = ctx;

	snprintf(s->reason, sizeof(s->reason), "%s", reason);
	s->conn = NULL;
	assert_int_equal(ERR_peek_error(), 0);          /* nothing left for the next connection */
}

static const struct nx_conn_events server_events = {
	.data = server_data, .secured = server_secured, .drained = server_drained, .closed = server_closed,
};

static void make_cert(struct story *s, const char *name)
{
	const char *names[] = { name, NULL };
	const char *addresses[] = { "127.0.0.1", NULL };

	assert_int_equal(nx_tls_ca_ensure(s->dir, name, names, addresses, &s->err), 1);
}

static void load(struct story *s, unsigned count)
{
	struct nx_tls_cert certs[3] = {0};

	for (unsigned i = 0; i < count; i++) {
		certs[i].host = hosts[i];
		certs[i].cert_file = nx_pool_printf(s->pool, "%s/%s.pem", s->dir, hosts[i]);
		certs[i].key_file = nx_pool_printf(s->pool, "%s/%s.key", s->dir, hosts[i]);
	}
	assert_int_equal(nx_tls_context_load(s->tls, certs, count, s->pool, &s->warning, &s->err), 0);
	assert_null(s->warning);
}

static int setup(void **state)
{
	struct nx_log_options options = { .level = NX_INFO };
	struct story *s = nx_mem_new(sizeof(*s));

	s->clock = (struct nx_clock){ true, 1000, 0 };
	s->fd = -1;
	memcpy(s->dir, "/tmp/nexa-tls-XXXXXX", sizeof("/tmp/nexa-tls-XXXXXX"));
	assert_non_null(mkdtemp(s->dir));
	s->loop = nx_loop_new(&s->clock, NULL);
	s->logger = nx_logger_new(&options, NULL);
	s->log.logger = s->logger;
	s->pool = nx_pool_new("test", 0);
	for (int i = 0; i < 3; i++)
		make_cert(s, hosts[i]);
	s->tls = nx_tls_context_new("xmpp-client");
	load(s, 3);
	s->client_ctx = SSL_CTX_new(TLS_client_method());
	SSL_CTX_set_verify(s->client_ctx, SSL_VERIFY_PEER, NULL);
	assert_int_equal(SSL_CTX_load_verify_file(s->client_ctx, file(s, "ca.pem")), 1);
	*state = s;
	return 0;
}

static void hang_up(struct story *s)
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

static int teardown(void **state)
{
	static const char *const all[] = {
		"ca.pem", "ca.key", "example.org.pem", "example.org.key", "other.org.pem", "other.org.key",
		"third.org.pem", "third.org.key", "own.pem", "own.key",
	};
	struct story *s = *state;

	hang_up(s);
	SSL_CTX_free(s->client_ctx);
	nx_tls_context_free(&s->tls);
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		unlink(file(s, all[i]));
	assert_int_equal(rmdir(s->dir), 0);
	nx_buf_done(&s->got);
	nx_buf_done(&s->client_got);
	nx_pool_free(&s->pool);
	nx_loop_free(&s->loop);
	nx_logger_free(&s->logger);
	nx_mem_free(s);
	return 0;
}

/* --- the conversation --- */

static void dial(struct story *s, bool tls_now)
{
	int fds[2];

	hang_up(s);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), 0);
	s->conn = nx_conn_socket_new(s->loop, fds[0], s->tls, tls_now, &s->log);
	nx_conn_set_events(s->conn, &server_events, s);
	s->fd = fds[1];
	s->client = SSL_new(s->client_ctx);
	SSL_set_fd(s->client, s->fd);
	SSL_set_connect_state(s->client);
}

static void client_read(struct story *s)
{
	char buf[20000];
	size_t n;

	ERR_clear_error();
	while (SSL_read_ex(s->client, buf, sizeof(buf), &n) == 1)
		nx_buf_add(&s->client_got, buf, n);
	ERR_clear_error();
}

/* Both sides take turns until nothing more happens. */
static void settle(struct story *s)
{
	for (int idle = 0; idle < 3; ) {
		size_t before = s->client_got.len;
		bool has_run = nx_loop_turn(s->loop, 0);

		client_read(s);
		idle = has_run || s->client_got.len > before ? 0 : idle + 1;
	}
}

/* 1, or -1 when one side refuses. */
static int shake_hands(struct story *s)
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

static void client_write(struct story *s, const char *text)
{
	assert_int_equal(SSL_write(s->client, text, (int)strlen(text)), (int)strlen(text));
}

/* --- stories --- */

static void direct_tls_carries_bytes_both_ways(void **state)
{
	struct story *s = *state;

	dial(s, true);
	assert_int_equal(SSL_set1_host(s->client, "example.org"), 1);
	assert_false(nx_conn_can_start_tls(s->conn));
	assert_string_equal(nx_conn_transport(s->conn), "tcp");
	assert_int_equal(shake_hands(s), 1);
	assert_int_equal(SSL_get_verify_result(s->client), X509_V_OK);
	assert_string_equal(nx_conn_transport(s->conn), "tls");
	assert_string_equal(nx_conn_tls_version(s->conn), "TLSv1.3");
	assert_string_equal(nx_conn_tls_cipher(s->conn), SSL_get_cipher_name(s->client));
	assert_null(nx_conn_tls_server_name(s->conn));
	client_write(s, "hello");
	nx_conn_send(s->conn, "wel", 3);
	nx_conn_send(s->conn, "come", 4);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 7);
	settle(s);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 0);
	assert_int_equal(nx_conn_bytes_written(s->conn), 7);
	assert_string_equal(nx_buf_str(&s->got), "hello");
	assert_string_equal(nx_buf_str(&s->client_got), "welcome");
	assert_int_equal(s->secured_count, 1);
}

/* One write for the session ticket and what is said behind it. */
static void the_first_words_leave_in_the_turn_of_the_handshake(void **state)
{
	struct story *s = *state;

	dial(s, true);
	s->greets_when_secured = true;
	assert_int_equal(shake_hands(s), 1);
	client_read(s);
	assert_string_equal(nx_buf_str(&s->client_got), "welcome");
	assert_int_equal(nx_conn_queued_bytes(s->conn), 0);
	assert_int_equal(nx_conn_bytes_written(s->conn), 7);
}

static void the_own_certificate_is_good_for_an_address(void **state)
{
	struct story *s = *state;

	dial(s, true);
	assert_int_equal(X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(s->client), "127.0.0.1"), 1);
	assert_int_equal(shake_hands(s), 1);
	dial(s, true);
	assert_int_equal(X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(s->client), "127.0.0.9"), 1);
	assert_int_equal(shake_hands(s), -1);
}

static void what_is_sent_before_the_handshake_waits_for_it(void **state)
{
	struct story *s = *state;

	dial(s, true);
	nx_conn_send(s->conn, "early", 5);
	nx_loop_turn(s->loop, 0);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 5);
	assert_int_equal(shake_hands(s), 1);
	settle(s);
	assert_string_equal(nx_buf_str(&s->client_got), "early");
}

static void close_says_close_notify_and_fin(void **state)
{
	struct story *s = *state;

	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	nx_conn_send(s->conn, "bye", 3);
	nx_conn_close(s->conn, "done", 5000);
	settle(s);
	assert_string_equal(nx_buf_str(&s->client_got), "bye");
	assert_int_equal(SSL_get_shutdown(s->client) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
	assert_string_equal(s->reason, "");
	shutdown(s->fd, SHUT_WR);
	settle(s);
	assert_string_equal(s->reason, "done");
}

static void close_during_the_handshake_just_ends(void **state)
{
	struct story *s = *state;

	dial(s, true);
	nx_loop_turn(s->loop, 0);
	nx_conn_send(s->conn, "never", 5);
	nx_conn_close(s->conn, "too slow", 5000);
	shutdown(s->fd, SHUT_WR);
	settle(s);
	assert_string_equal(s->reason, "too slow");
}

static void the_clients_close_notify_closes(void **state)
{
	struct story *s = *state;

	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	client_write(s, "last");
	SSL_shutdown(s->client);
	settle(s);
	assert_string_equal(nx_buf_str(&s->got), "last");
	assert_string_equal(s->reason, "closed by peer");
}

/* Data and close_notify come in one segment from clients that log out at once. */
static void a_pause_inside_data_holds_back_close_notify(void **state)
{
	struct story *s = *state;

	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	s->pauses_at_data = true;
	client_write(s, "last");
	SSL_shutdown(s->client);
	settle(s);
	assert_string_equal(nx_buf_str(&s->got), "last");
	assert_string_equal(s->reason, "");
	nx_conn_resume(s->conn, NX_PAUSE_EVENT_WAITING);
	settle(s);
	assert_string_equal(s->reason, "closed by peer");
}

static void abort_inside_data_is_safe(void **state)
{
	struct story *s = *state;

	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	s->aborts_at_data = true;
	client_write(s, "hello");
	nx_loop_turn(s->loop, 0);
	assert_string_equal(s->reason, "not welcome");
	s->aborts_at_data = false;
}

/* RFC 6120 section 5.4.2.3: the server proceeds, and TLS begins after the closing '>'. */
static void starttls_in_mid_connection(void **state)
{
	struct story *s = *state;
	char buf[32];

	dial(s, false);
	s->starts_tls_at_data = true;
	assert_true(nx_conn_can_start_tls(s->conn));
	assert_int_equal(write(s->fd, "<starttls/>", 11), 11);
	for (int i = 0; i < 5; i++)
		nx_loop_turn(s->loop, 0);
	assert_int_equal(read(s->fd, buf, sizeof(buf)), 10);
	assert_memory_equal(buf, "<proceed/>", 10);
	assert_false(nx_conn_is_secure(s->conn));
	assert_false(nx_conn_can_start_tls(s->conn));
	nx_conn_send(s->conn, "secret", 6);
	assert_int_equal(shake_hands(s), 1);
	client_write(s, "<stream>");
	settle(s);
	assert_string_equal(nx_buf_str(&s->got), "<starttls/><stream>");
	assert_string_equal(nx_buf_str(&s->client_got), "secret");
	s->starts_tls_at_data = false;
}

/* RFC 6120 section 5.4.3.3: what somebody put in behind <starttls/> never reaches the stream. */
static void plaintext_after_starttls_is_never_data(void **state)
{
	struct story *s = *state;

	dial(s, false);
	s->starts_tls_at_data = true;
	assert_int_equal(write(s->fd, "<starttls/>", 11), 11);
	for (int i = 0; i < 2; i++)
		nx_loop_turn(s->loop, 0);
	assert_int_equal(write(s->fd, "<message>injected</message>", 27), 27);
	for (int i = 0; i < 5; i++)
		nx_loop_turn(s->loop, 0);
	assert_string_equal(nx_buf_str(&s->got), "<starttls/>");
	assert_non_null(strstr(s->reason, "what the client sent is not TLS"));
	s->starts_tls_at_data = false;
}

static void expect_server_cert(struct story *s, const char *host, bool is_right)
{
	X509 *cert = SSL_get0_peer_certificate(s->client);

	assert_non_null(cert);
	assert_int_equal(X509_check_host(cert, host, 0, 0, NULL), is_right ? 1 : 0);
}

/* XEP-0368 section 3 and RFC 6066 section 3. */
static void sni_chooses_the_certificate(void **state)
{
	static const struct { const char *asks, *gets; } cases[] = {
		{ NULL, "example.org" }, { "example.org", "example.org" }, { "other.org", "other.org" },
		{ "OTHER.org", "other.org" }, { "third.org", "third.org" }, { "nobody.org", "example.org" },
	};
	struct story *s = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		dial(s, true);
		if (cases[i].asks)
			assert_int_equal(SSL_set_tlsext_host_name(s->client, cases[i].asks), 1);
		assert_int_equal(shake_hands(s), 1);
		expect_server_cert(s, cases[i].gets, true);
		if (cases[i].asks)
			assert_string_equal(nx_conn_tls_server_name(s->conn), cases[i].asks);
	}
}

static void a_certificate_without_host_serves_unknown_names(void **state)
{
	struct story *s = *state;
	const struct nx_tls_cert certs[] = {
		{ "example.org", file(s, "example.org.pem"), file(s, "example.org.key"), NULL },
		{ NULL, file(s, "other.org.pem"), file(s, "other.org.key"), NULL },
	};

	assert_int_equal(nx_tls_context_load(s->tls, certs, 2, s->pool, &s->warning, &s->err), 0);
	dial(s, true);
	SSL_set_tlsext_host_name(s->client, "nobody.org");
	assert_int_equal(shake_hands(s), 1);
	expect_server_cert(s, "other.org", true);
	dial(s, true);
	SSL_set_tlsext_host_name(s->client, "example.org");
	assert_int_equal(shake_hands(s), 1);
	expect_server_cert(s, "example.org", true);
}

/* XEP-0368 section 3, RFC 7301 section 3.2; on each SNI context. */
static void alpn_must_name_our_protocol_if_used(void **state)
{
	static const struct { const char *offer; unsigned len; bool is_served; } cases[] = {
		{ NULL, 0, true }, { "\x0bxmpp-client", 12, true }, { "\x02h2\x0bxmpp-client", 15, true },
		{ "\x02h2", 3, false }, { "\x0bxmpp-server", 12, false }, { "\x0cxmpp-client2", 13, false },
	};
	struct story *s = *state;

	for (size_t i = 0; i < 2 * sizeof(cases) / sizeof(cases[0]); i++) {
		const unsigned char *chosen;
		unsigned len;

		dial(s, true);
		SSL_set_tlsext_host_name(s->client, hosts[i % 2]);
		if (cases[i / 2].offer)
			SSL_set_alpn_protos(s->client, (const unsigned char *)cases[i / 2].offer, cases[i / 2].len);
		assert_int_equal(shake_hands(s), cases[i / 2].is_served ? 1 : -1);
		if (!cases[i / 2].is_served) {
			settle(s);
			assert_non_null(strstr(s->reason, "ALPN"));
			continue;
		}
		SSL_get0_alpn_selected(s->client, &chosen, &len);
		assert_int_equal(len, cases[i / 2].offer ? 11 : 0);
	}
}

static void a_reload_serves_new_connections_and_keeps_old_ones(void **state)
{
	const char *names[] = { "example.org", "new.example.org", NULL };
	const char *addresses[] = { NULL };
	struct story *s = *state;

	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	expect_server_cert(s, "new.example.org", false);
	assert_int_equal(nx_tls_ca_ensure(s->dir, "example.org", names, addresses, &s->err), 1);
	load(s, 1);
	client_write(s, "still here");
	nx_conn_send(s->conn, "yes", 3);
	settle(s);
	assert_string_equal(nx_buf_str(&s->got), "still here");
	assert_string_equal(nx_buf_str(&s->client_got), "yes");
	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	expect_server_cert(s, "new.example.org", true);
}

static void a_handshake_goes_on_across_a_reload(void **state)
{
	struct story *s = *state;

	dial(s, true);
	nx_loop_turn(s->loop, 0);
	SSL_set_tlsext_host_name(s->client, "other.org");
	load(s, 2);
	assert_int_equal(shake_hands(s), 1);
	expect_server_cert(s, "other.org", true);
}

static void the_context_may_go_before_its_connections(void **state)
{
	struct story *s = *state;

	dial(s, true);
	nx_loop_turn(s->loop, 0);
	nx_tls_context_free(&s->tls);
	SSL_set_tlsext_host_name(s->client, "other.org");
	assert_int_equal(shake_hands(s), 1);
	client_write(s, "hello");
	settle(s);
	assert_string_equal(nx_buf_str(&s->got), "hello");
}

static void without_certificates_there_is_no_tls(void **state)
{
	struct story *s = *state;

	nx_tls_context_free(&s->tls);
	s->tls = nx_tls_context_new(NULL);
	dial(s, false);
	assert_false(nx_conn_can_start_tls(s->conn));
	assert_int_equal(nx_conn_start_tls(s->conn, NULL), -1);
	dial(s, true);
	settle(s);
	assert_non_null(strstr(s->reason, "no certificate is loaded"));
}

static void old_versions_and_other_protocols_are_refused_in_words(void **state)
{
	static const struct { const char *bytes; size_t len; const char *says; } cases[] = {
		{ "GET / HTTP/1.1\r\n\r\n", 18, "HTTP" },
		{ "<stream:stream xmlns='jabber:client'>", 37, "is not TLS" },
		{ "\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00", 10, "TLS handshake failed" },
	};
	struct story *s = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		dial(s, true);
		assert_int_equal(write(s->fd, cases[i].bytes, cases[i].len), cases[i].len);
		for (int n = 0; n < 5; n++)
			nx_loop_turn(s->loop, 0);
		assert_non_null(strstr(s->reason, cases[i].says));
	}
	dial(s, true);
	SSL_set_security_level(s->client, 0);
	SSL_set_min_proto_version(s->client, TLS1_1_VERSION);
	SSL_set_max_proto_version(s->client, TLS1_1_VERSION);
	SSL_set_cipher_list(s->client, "ALL:@SECLEVEL=0");
	assert_int_equal(shake_hands(s), -1);
	settle(s);
	assert_non_null(strstr(s->reason, "the client offers no version from TLS 1.2 on"));
}

static void a_handshake_byte_by_byte_and_cut_short(void **state)
{
	struct story *s = *state;
	char flight[4096];

	/* The client writes to memory; its bytes are put on the wire one at a time. */
	for (int is_cut = 0; is_cut < 2; is_cut++) {
		dial(s, true);
		BIO *in = BIO_new(BIO_s_mem()), *out = BIO_new(BIO_s_mem());

		BIO_set_mem_eof_return(in, -1);
		SSL_set_bio(s->client, in, out);
		for (int round = 0; round < 5 && s->secured_count == 0; round++) {
			SSL_do_handshake(s->client);
			int n = BIO_read(out, flight, sizeof(flight));

			for (int i = 0; i < n - is_cut; i++) {
				assert_int_equal(write(s->fd, flight + i, 1), 1);
				nx_loop_turn(s->loop, 0);
			}
			ssize_t got = read(s->fd, flight, sizeof(flight));

			if (got > 0)
				BIO_write(in, flight, (int)got);
			if (is_cut)
				break;
		}
		assert_int_equal(s->secured_count, is_cut ? 0 : 1);
		shutdown(s->fd, SHUT_WR);
		for (int i = 0; i < 5; i++)
			nx_loop_turn(s->loop, 0);
		assert_string_equal(s->reason, "closed by peer");
	}
}

/* --- larger amounts --- */

static void large_output_arrives_whole_and_is_counted(void **state)
{
	static char big[3000000];
	struct story *s = *state;

	for (size_t i = 0; i < sizeof(big); i++)
		big[i] = (char)('a' + i % 26);
	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	settle(s);
	s->drained_count = 0;
	for (size_t at = 0; at < sizeof(big); at += 1000)
		nx_conn_send(s->conn, big + at, 1000);
	/* Nobody reads: the queue keeps nearly all of it, and time does not count as progress. */
	for (int i = 0; i < 50; i++)
		nx_loop_turn(s->loop, 0);
	size_t stuck = nx_conn_queued_bytes(s->conn);

	assert_in_range(stuck, sizeof(big) - 1000000, sizeof(big) - 1);
	assert_int_equal(nx_conn_bytes_written(s->conn) + stuck, nx_conn_bytes_sent(s->conn));
	nx_clock_advance(&s->clock, 60000);
	nx_loop_turn(s->loop, 0);
	assert_int_equal(nx_conn_last_progress_ms(s->conn), 1000);
	settle(s);
	assert_int_equal(s->client_got.len, sizeof(big));
	assert_memory_equal(s->client_got.data, big, sizeof(big));
	assert_int_equal(s->drained_count, 1);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 0);
}

static void large_input_arrives_whole_also_after_a_pause(void **state)
{
	static char big[1000000];
	struct story *s = *state;
	size_t sent = 0, n;

	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	SSL_set_mode(s->client, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	for (int i = 0; i < 5000 && s->got.len < sizeof(big); i++) {
		ERR_clear_error();
		if (sent < sizeof(big) && SSL_write_ex(s->client, big + sent, sizeof(big) - sent, &n) == 1)
			sent += n;
		ERR_clear_error();
		if (i == 3)
			nx_conn_pause(s->conn, NX_PAUSE_RATE);
		size_t before = s->got.len;

		nx_loop_turn(s->loop, 0);
		if (i > 4 && i < 10)
			assert_int_equal(s->got.len, before);
		if (i == 10)
			nx_conn_resume(s->conn, NX_PAUSE_RATE);
	}
	assert_int_equal(s->got.len, sizeof(big));
}

/* --- channel bindings --- */

static void expect_binding(struct story *s, const char *type, const uint8_t *want, size_t len)
{
	uint8_t got[NX_CHANNEL_BINDING_MAX];

	assert_int_equal(nx_conn_channel_binding(s->conn, type, got), len);
	assert_int_equal(nx_conn_has_channel_binding(s->conn, type), len > 0);
	if (len > 0)
		assert_memory_equal(got, want, len);
}

static void expect_bindings(struct story *s)
{
	uint8_t want[64];
	unsigned digest_len;
	const char *label = "EXPORTER-Channel-Binding";
	X509 *cert = SSL_get0_peer_certificate(s->client);

	assert_int_equal(SSL_export_keying_material(s->client, want, 32, label, strlen(label),
						    (const uint8_t *)"", 0, 1), 1);
	expect_binding(s, "tls-exporter", want, 32);
	assert_int_equal(X509_digest(cert, EVP_sha256(), want, &digest_len), 1);
	expect_binding(s, "tls-server-end-point", want, 32);
	size_t len = SSL_session_reused(s->client) ? SSL_get_peer_finished(s->client, want, sizeof(want))
						   : SSL_get_finished(s->client, want, sizeof(want));

	expect_binding(s, "tls-unique", want, len);
	expect_binding(s, "tls-unknown", want, 0);
}

static void channel_bindings_are_equal_on_both_sides(void **state)
{
	struct story *s = *state;

	dial(s, true);
	expect_binding(s, "tls-exporter", NULL, 0);
	assert_int_equal(shake_hands(s), 1);
	expect_bindings(s);
	dial(s, true);
	SSL_set_max_proto_version(s->client, TLS1_2_VERSION);
	assert_int_equal(shake_hands(s), 1);
	assert_string_equal(nx_conn_tls_version(s->conn), "TLSv1.2");
	expect_bindings(s);
}

/* RFC 5929 section 3.1: the first Finished of a resumed handshake is the server's. */
static void a_resumed_session_has_bindings_too(void **state)
{
	static const int versions[] = { TLS1_2_VERSION, TLS1_3_VERSION };
	struct story *s = *state;

	for (int i = 0; i < 2; i++) {
		dial(s, true);
		SSL_set_max_proto_version(s->client, versions[i]);
		assert_int_equal(shake_hands(s), 1);
		nx_conn_send(s->conn, "x", 1);
		settle(s);
		SSL_SESSION *session = SSL_get1_session(s->client);

		assert_int_equal(SSL_SESSION_is_resumable(session), 1);
		SSL_shutdown(s->client);
		dial(s, true);
		SSL_set_max_proto_version(s->client, versions[i]);
		assert_int_equal(SSL_set_session(s->client, session), 1);
		assert_int_equal(shake_hands(s), 1);
		assert_int_equal(SSL_session_reused(s->client), 1);
		expect_bindings(s);
		SSL_SESSION_free(session);
	}
}

/* RFC 9266 section 2, RFC 7627: without it another connection can be made to have the same keys. */
static void without_extended_master_secret_only_the_certificate_binds(void **state)
{
	struct story *s = *state;

	dial(s, true);
	SSL_set_max_proto_version(s->client, TLS1_2_VERSION);
	SSL_set_options(s->client, SSL_OP_NO_EXTENDED_MASTER_SECRET);
	assert_int_equal(shake_hands(s), 1);
	expect_binding(s, "tls-exporter", NULL, 0);
	expect_binding(s, "tls-unique", NULL, 0);
	uint8_t data[NX_CHANNEL_BINDING_MAX];

	assert_int_equal(nx_conn_channel_binding(s->conn, "tls-server-end-point", data), 32);
}

/* --- certificates from elsewhere --- */

static void make_own(struct story *s, EVP_PKEY *key, const EVP_MD *md, int from_days, int to_days)
{
	X509 *cert = X509_new();
	FILE *f = fopen(file(s, "own.pem"), "w");

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
	f = fopen(file(s, "own.key"), "w");
	PEM_write_PrivateKey(f, key, NULL, NULL, 0, NULL, NULL);
	fclose(f);
	X509_free(cert);
}

static int load_files(struct story *s, const char *cert, const char *key)
{
	const struct nx_tls_cert certs[] = {
		{ "third.org", file(s, "third.org.pem"), file(s, "third.org.key"), NULL },
		{ "own.org", file(s, cert), file(s, key), NULL },
	};

	s->err.text[0] = '\0';
	return nx_tls_context_load(s->tls, certs, 2, s->pool, &s->warning, &s->err);
}

/* RFC 5929 section 4.1: the hash of the signature, but SHA-256 for MD5 and SHA-1, and nothing where there is none. */
static void the_end_point_binding_uses_the_hash_of_the_signature(void **state)
{
	const struct { bool is_rsa; const EVP_MD *signature, *binding; } cases[] = {
		{ false, EVP_sha384(), EVP_sha384() }, { false, EVP_sha512(), EVP_sha512() },
		{ true, EVP_sha256(), EVP_sha256() }, { true, EVP_sha1(), EVP_sha256() },
	};
	struct story *s = *state;

	SSL_CTX_set_verify(s->client_ctx, SSL_VERIFY_NONE, NULL);
	SSL_CTX_set_security_level(s->client_ctx, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		EVP_PKEY *key = cases[i].is_rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-384");
		uint8_t want[64];
		unsigned len;

		make_own(s, key, cases[i].signature, -1, 100);
		EVP_PKEY_free(key);
		assert_int_equal(load_files(s, "own.pem", "own.key"), 0);
		dial(s, true);
		SSL_set_tlsext_host_name(s->client, "own.org");
		assert_int_equal(shake_hands(s), 1);
		X509_digest(SSL_get0_peer_certificate(s->client), cases[i].binding, want, &len);
		expect_binding(s, "tls-server-end-point", want, len);
	}
	EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");

	make_own(s, key, NULL, -1, 100);
	EVP_PKEY_free(key);
	assert_int_equal(load_files(s, "own.pem", "own.key"), 0);
	dial(s, true);
	SSL_set_tlsext_host_name(s->client, "own.org");
	assert_int_equal(shake_hands(s), 1);
	expect_binding(s, "tls-server-end-point", NULL, 0);
}

static void dates_are_warned_about(void **state)
{
	static const struct { int from_days, to_days; const char *says; } cases[] = {
		{ -10, -1, "has expired" }, { -10, 13, "expires in 13 days" }, { -10, 15, NULL },
		{ 1, 100, "is not valid yet" },
	};
	struct story *s = *state;
	EVP_PKEY *key = EVP_EC_gen("P-256");

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		make_own(s, key, EVP_sha256(), cases[i].from_days, cases[i].to_days);
		assert_int_equal(load_files(s, "own.pem", "own.key"), 0);
		if (!cases[i].says) {
			assert_null(s->warning);
			continue;
		}
		assert_non_null(s->warning);
		assert_non_null(strstr(s->warning, cases[i].says));
		assert_non_null(strstr(s->warning, "own.pem"));
	}
	EVP_PKEY_free(key);
}

static void wrong_files_are_sentences_and_change_nothing(void **state)
{
	static const struct { const char *cert, *key, *says, *file; } cases[] = {
		{ "other.org.pem", "third.org.key", "does not belong to the certificate", "other.org.pem" },
		{ "own.pem", "third.org.key", "does not belong to the certificate", "own.pem" },
		{ "none.pem", "third.org.key", "No such file", "none.pem" },
		{ "other.org.pem", "none.key", "No such file", "none.key" },
		{ "other.org.key", "other.org.key", "it is not in PEM form", "other.org.key" },
		{ "other.org.pem", "other.org.pem", "cannot be used", "other.org.pem" },
		{ "own.pem", "own.key", "store it without one", "own.key" },
		{ "", "", "is not a file", "nexa-tls" },
	};
	struct story *s = *state;
	EVP_PKEY *key = EVP_RSA_gen(2048);

	make_own(s, key, EVP_sha256(), -1, 100);
	FILE *f = fopen(file(s, "own.key"), "w");

	PEM_write_PrivateKey(f, key, EVP_aes_128_cbc(), (const unsigned char *)"secret", 6, NULL, NULL);
	fclose(f);
	EVP_PKEY_free(key);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(load_files(s, cases[i].cert, cases[i].key), -1);
		assert_non_null(strstr(s->err.text, cases[i].says));
		assert_non_null(strstr(s->err.text, cases[i].file));
		assert_int_equal(ERR_peek_error(), 0);
	}
	assert_int_equal(nx_tls_context_load(s->tls, NULL, 0, s->pool, &s->warning, &s->err), -1);
	dial(s, true);
	assert_int_equal(shake_hands(s), 1);
	expect_server_cert(s, "example.org", true);
}

int main(void)
{
#define STORY(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		STORY(direct_tls_carries_bytes_both_ways),
		STORY(the_first_words_leave_in_the_turn_of_the_handshake),
		STORY(the_own_certificate_is_good_for_an_address),
		STORY(what_is_sent_before_the_handshake_waits_for_it),
		STORY(close_says_close_notify_and_fin),
		STORY(close_during_the_handshake_just_ends),
		STORY(the_clients_close_notify_closes),
		STORY(a_pause_inside_data_holds_back_close_notify),
		STORY(abort_inside_data_is_safe),
		STORY(starttls_in_mid_connection),
		STORY(plaintext_after_starttls_is_never_data),
		STORY(sni_chooses_the_certificate),
		STORY(a_certificate_without_host_serves_unknown_names),
		STORY(alpn_must_name_our_protocol_if_used),
		STORY(a_reload_serves_new_connections_and_keeps_old_ones),
		STORY(a_handshake_goes_on_across_a_reload),
		STORY(the_context_may_go_before_its_connections),
		STORY(without_certificates_there_is_no_tls),
		STORY(old_versions_and_other_protocols_are_refused_in_words),
		STORY(a_handshake_byte_by_byte_and_cut_short),
		STORY(large_output_arrives_whole_and_is_counted),
		STORY(large_input_arrives_whole_also_after_a_pause),
		STORY(channel_bindings_are_equal_on_both_sides),
		STORY(a_resumed_session_has_bindings_too),
		STORY(without_extended_master_secret_only_the_certificate_binds),
		STORY(the_end_point_binding_uses_the_hash_of_the_signature),
		STORY(dates_are_warned_about),
		STORY(wrong_files_are_sentences_and_change_nothing),
	};

	/* The client's socket BIO has no MSG_NOSIGNAL; ours is tested in test_conn. */
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
