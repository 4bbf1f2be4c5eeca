/* Which certificate is shown, and what files are taken (net/tls.h; RFC 6120 section 5, RFC 6066 section 3, RFC 7301). */
#include "tls_talk.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <string.h>

static void the_own_certificate_is_good_for_an_address(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	assert_int_equal(X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(s->client), "127.0.0.1"), 1);
	assert_int_equal(tls_shake_hands(s), 1);
	tls_dial(s, true);
	assert_int_equal(X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(s->client), "127.0.0.9"), 1);
	assert_int_equal(tls_shake_hands(s), -1);
}

static void expect_server_cert(struct tls_talk *s, const char *host, bool is_right)
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
	struct tls_talk *s = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		tls_dial(s, true);
		if (cases[i].asks)
			assert_int_equal(SSL_set_tlsext_host_name(s->client, cases[i].asks), 1);
		assert_int_equal(tls_shake_hands(s), 1);
		expect_server_cert(s, cases[i].gets, true);
		if (cases[i].asks)
			assert_string_equal(nx_conn_tls_server_name(s->conn), cases[i].asks);
	}
}

static void a_certificate_without_host_serves_unknown_names(void **state)
{
	struct tls_talk *s = *state;
	const struct nx_tls_cert certs[] = {
		{ "example.org", tls_file(s, "example.org.pem"), tls_file(s, "example.org.key"), NULL },
		{ NULL, tls_file(s, "other.org.pem"), tls_file(s, "other.org.key"), NULL },
	};

	assert_int_equal(nx_tls_context_load(s->tls, certs, 2, s->pool, &s->warning, &s->err), 0);
	tls_dial(s, true);
	SSL_set_tlsext_host_name(s->client, "nobody.org");
	assert_int_equal(tls_shake_hands(s), 1);
	expect_server_cert(s, "other.org", true);
	tls_dial(s, true);
	SSL_set_tlsext_host_name(s->client, "example.org");
	assert_int_equal(tls_shake_hands(s), 1);
	expect_server_cert(s, "example.org", true);
}

/* XEP-0368 section 3, RFC 7301 section 3.2; on each SNI context. */
static void alpn_must_name_our_protocol_if_used(void **state)
{
	static const struct { const char *offer; unsigned len; bool is_served; } cases[] = {
		{ NULL, 0, true }, { "\x0bxmpp-client", 12, true }, { "\x02h2\x0bxmpp-client", 15, true },
		{ "\x02h2", 3, false }, { "\x0bxmpp-server", 12, false }, { "\x0cxmpp-client2", 13, false },
	};
	struct tls_talk *s = *state;

	for (size_t i = 0; i < 2 * sizeof(cases) / sizeof(cases[0]); i++) {
		const unsigned char *chosen;
		unsigned len;

		tls_dial(s, true);
		SSL_set_tlsext_host_name(s->client, tls_hosts[i % 2]);
		if (cases[i / 2].offer)
			SSL_set_alpn_protos(s->client, (const unsigned char *)cases[i / 2].offer, cases[i / 2].len);
		assert_int_equal(tls_shake_hands(s), cases[i / 2].is_served ? 1 : -1);
		if (!cases[i / 2].is_served) {
			tls_settle(s);
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
	struct tls_talk *s = *state;

	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	expect_server_cert(s, "new.example.org", false);
	assert_int_equal(nx_tls_ca_ensure(s->dir, "example.org", names, addresses, &s->err), 1);
	tls_load(s, 1);
	tls_client_write(s, "still here");
	nx_conn_send(s->conn, "yes", 3);
	tls_settle(s);
	assert_string_equal(nx_buf_str(&s->got), "still here");
	assert_string_equal(nx_buf_str(&s->client_got), "yes");
	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	expect_server_cert(s, "new.example.org", true);
}

static void a_handshake_goes_on_across_a_reload(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	nx_loop_turn(s->loop, 0);
	SSL_set_tlsext_host_name(s->client, "other.org");
	tls_load(s, 2);
	assert_int_equal(tls_shake_hands(s), 1);
	expect_server_cert(s, "other.org", true);
}

static void the_context_may_go_before_its_connections(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	nx_loop_turn(s->loop, 0);
	nx_tls_context_free(&s->tls);
	SSL_set_tlsext_host_name(s->client, "other.org");
	assert_int_equal(tls_shake_hands(s), 1);
	tls_client_write(s, "hello");
	tls_settle(s);
	assert_string_equal(nx_buf_str(&s->got), "hello");
}

static void without_certificates_there_is_no_tls(void **state)
{
	struct tls_talk *s = *state;

	nx_tls_context_free(&s->tls);
	s->tls = nx_tls_context_new(NULL);
	tls_dial(s, false);
	assert_false(nx_conn_can_start_tls(s->conn));
	assert_int_equal(nx_conn_start_tls(s->conn, NULL), -1);
	tls_dial(s, true);
	tls_settle(s);
	assert_non_null(strstr(s->reason, "no certificate is loaded"));
}

static void dates_are_warned_about(void **state)
{
	static const struct { int from_days, to_days; const char *says; } cases[] = {
		{ -10, -1, "has expired" }, { -10, 13, "expires in 13 days" }, { -10, 15, NULL },
		{ 1, 100, "is not valid yet" },
	};
	struct tls_talk *s = *state;
	EVP_PKEY *key = EVP_EC_gen("P-256");

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		tls_make_own(s, key, EVP_sha256(), cases[i].from_days, cases[i].to_days);
		assert_int_equal(tls_load_files(s, "own.pem", "own.key"), 0);
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
	struct tls_talk *s = *state;
	EVP_PKEY *key = EVP_RSA_gen(2048);

	tls_make_own(s, key, EVP_sha256(), -1, 100);
	FILE *f = fopen(tls_file(s, "own.key"), "w");

	PEM_write_PrivateKey(f, key, EVP_aes_128_cbc(), (const unsigned char *)"secret", 6, NULL, NULL);
	fclose(f);
	EVP_PKEY_free(key);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(tls_load_files(s, cases[i].cert, cases[i].key), -1);
		assert_non_null(strstr(s->err.text, cases[i].says));
		assert_non_null(strstr(s->err.text, cases[i].file));
		assert_int_equal(ERR_peek_error(), 0);
	}
	assert_int_equal(nx_tls_context_load(s->tls, NULL, 0, s->pool, &s->warning, &s->err), -1);
	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	expect_server_cert(s, "example.org", true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TLS_STORY(the_own_certificate_is_good_for_an_address),
		TLS_STORY(sni_chooses_the_certificate),
		TLS_STORY(a_certificate_without_host_serves_unknown_names),
		TLS_STORY(alpn_must_name_our_protocol_if_used),
		TLS_STORY(a_reload_serves_new_connections_and_keeps_old_ones),
		TLS_STORY(a_handshake_goes_on_across_a_reload),
		TLS_STORY(the_context_may_go_before_its_connections),
		TLS_STORY(without_certificates_there_is_no_tls),
		TLS_STORY(dates_are_warned_about),
		TLS_STORY(wrong_files_are_sentences_and_change_nothing),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
