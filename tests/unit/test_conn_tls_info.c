/* Channel bindings (net/conn.h; RFC 5929, RFC 9266). */
#include "tls_talk.h"

#include <signal.h>
#include <string.h>

static void expect_binding(struct tls_talk *s, const char *type, const uint8_t *want, size_t len)
{
	uint8_t got[NX_CHANNEL_BINDING_MAX];

	assert_int_equal(nx_conn_channel_binding(s->conn, type, got), len);
	assert_int_equal(nx_conn_has_channel_binding(s->conn, type), len > 0);
	if (len > 0)
		assert_memory_equal(got, want, len);
}

static void expect_bindings(struct tls_talk *s)
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
	struct tls_talk *s = *state;

	tls_dial(s, true);
	expect_binding(s, "tls-exporter", NULL, 0);
	assert_int_equal(tls_shake_hands(s), 1);
	expect_bindings(s);
	tls_dial(s, true);
	SSL_set_max_proto_version(s->client, TLS1_2_VERSION);
	assert_int_equal(tls_shake_hands(s), 1);
	assert_string_equal(nx_conn_tls_version(s->conn), "TLSv1.2");
	expect_bindings(s);
}

/* RFC 5929 section 3.1: the first Finished of a resumed handshake is the server's. */
static void a_resumed_session_has_bindings_too(void **state)
{
	static const int versions[] = { TLS1_2_VERSION, TLS1_3_VERSION };
	struct tls_talk *s = *state;

	for (int i = 0; i < 2; i++) {
		tls_dial(s, true);
		SSL_set_max_proto_version(s->client, versions[i]);
		assert_int_equal(tls_shake_hands(s), 1);
		nx_conn_send(s->conn, "x", 1);
		tls_settle(s);
		SSL_SESSION *session = SSL_get1_session(s->client);

		assert_int_equal(SSL_SESSION_is_resumable(session), 1);
		SSL_shutdown(s->client);
		tls_dial(s, true);
		SSL_set_max_proto_version(s->client, versions[i]);
		assert_int_equal(SSL_set_session(s->client, session), 1);
		assert_int_equal(tls_shake_hands(s), 1);
		assert_int_equal(SSL_session_reused(s->client), 1);
		expect_bindings(s);
		SSL_SESSION_free(session);
	}
}

/* RFC 9266 section 2, RFC 7627: without it another connection can be made to have the same keys. */
static void without_extended_master_secret_only_the_certificate_binds(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	SSL_set_max_proto_version(s->client, TLS1_2_VERSION);
	SSL_set_options(s->client, SSL_OP_NO_EXTENDED_MASTER_SECRET);
	assert_int_equal(tls_shake_hands(s), 1);
	expect_binding(s, "tls-exporter", NULL, 0);
	expect_binding(s, "tls-unique", NULL, 0);
	uint8_t data[NX_CHANNEL_BINDING_MAX];

	assert_int_equal(nx_conn_channel_binding(s->conn, "tls-server-end-point", data), 32);
}

/* RFC 5929 section 4.1: the hash of the signature, but SHA-256 for MD5 and SHA-1, and nothing where there is none. */
static void the_end_point_binding_uses_the_hash_of_the_signature(void **state)
{
	const struct { bool is_rsa; const EVP_MD *signature, *binding; } cases[] = {
		{ false, EVP_sha384(), EVP_sha384() }, { false, EVP_sha512(), EVP_sha512() },
		{ true, EVP_sha256(), EVP_sha256() }, { true, EVP_sha1(), EVP_sha256() },
	};
	struct tls_talk *s = *state;

	SSL_CTX_set_verify(s->client_ctx, SSL_VERIFY_NONE, NULL);
	SSL_CTX_set_security_level(s->client_ctx, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		EVP_PKEY *key = cases[i].is_rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-384");
		uint8_t want[64];
		unsigned len;

		tls_make_own(s, key, cases[i].signature, -1, 100);
		EVP_PKEY_free(key);
		assert_int_equal(tls_load_files(s, "own.pem", "own.key"), 0);
		tls_dial(s, true);
		SSL_set_tlsext_host_name(s->client, "own.org");
		assert_int_equal(tls_shake_hands(s), 1);
		X509_digest(SSL_get0_peer_certificate(s->client), cases[i].binding, want, &len);
		expect_binding(s, "tls-server-end-point", want, len);
	}
	EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");

	tls_make_own(s, key, NULL, -1, 100);
	EVP_PKEY_free(key);
	assert_int_equal(tls_load_files(s, "own.pem", "own.key"), 0);
	tls_dial(s, true);
	SSL_set_tlsext_host_name(s->client, "own.org");
	assert_int_equal(tls_shake_hands(s), 1);
	expect_binding(s, "tls-server-end-point", NULL, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TLS_STORY(channel_bindings_are_equal_on_both_sides),
		TLS_STORY(a_resumed_session_has_bindings_too),
		TLS_STORY(without_extended_master_secret_only_the_certificate_binds),
		TLS_STORY(the_end_point_binding_uses_the_hash_of_the_signature),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
