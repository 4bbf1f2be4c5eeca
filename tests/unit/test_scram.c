/* SCRAM against the examples of RFC 5802 section 5, RFC 7677 section 3 and XEP-0474 section 6.3, with a client written here from
 * the RFC; every malformed message; PLAIN (RFC 4616) and SASLprep (RFC 4013 section 3). */
#include "xmpp/scram_private.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static char *base64(const void *data, size_t len)
{
	struct nx_buf buf = NX_BUF_INIT;
	char *text;

	nx_base64_add(&buf, data, len);
	text = nx_pool_strdup(pool, nx_buf_str(&buf));
	nx_buf_done(&buf);
	return text;
}

static int base64_bytes(uint8_t *dst, const char *text)
{
	return nx_base64_decode(dst, text, strlen(text));
}

/* The mathematics on the RFCs' own numbers: a salt of any length, the whole AuthMessage. */
struct vector {
	enum nx_scram_hash hash;
	const char *password, *salt, *auth_message, *proof, *signature;
};

static const struct vector vectors[] = {
	{ NX_SCRAM_SHA1, "pencil", "QSXCR+Q6sek8bf92",  /* RFC 5802 section 5 */
	  "n=user,r=fyko+d2lbbFgONRv9qkxdawL,"
	  "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096,"
	  "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j",
	  "v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "rmF9pqV8S7suAoZWja4dJRkFsKQ=" },
	{ NX_SCRAM_SHA256, "pencil", "W22ZaJ0SNY7soEsUEjb6gQ==",        /* RFC 7677 section 3 */
	  "n=user,r=rOprNGfwEbeRWgbNEkqO,"
	  "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
	  "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0",
	  "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=" },
	{ NX_SCRAM_SHA1, "pencil", "QSXCR+Q6sek8bf92",  /* XEP-0474 section 6.3 */
	  "n=user,r=12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6,"
	  "r=12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6a09117a6-ac50-4f2f-93f1-93799c2bddf6,s=QSXCR+Q6sek8bf92,i=4096,"
	  "h=G6k/rBLDqgOhRRaCuuatSDFkJ08=,c=cD10bHMtZXhwb3J0ZXIsLFRISVMgSVMgRkFLRSBDQiBEQVRB,"
	  "r=12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6a09117a6-ac50-4f2f-93f1-93799c2bddf6,"
	  "x=19C6532F-1CF4-4A27-A18D-DC9CEA41BBB3",
	  "M/SIDjT+dfcxUh89jZEypRvFxB4=", "MQrMPvv7yv4x4Cq4W4Ih25EqS2c=" },
};

static void test_vectors(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(vectors); i++) {
		const struct vector *v = &vectors[i];
		uint8_t salt[64], stored[NX_SCRAM_MAX_DIGEST], server[NX_SCRAM_MAX_DIGEST], proof[64];
		uint8_t signature[NX_SCRAM_MAX_DIGEST];
		size_t bytes = nx_scram_digest_bytes(v->hash);
		int salt_len = base64_bytes(salt, v->salt);

		assert_true(salt_len > 0);
		assert_int_equal(base64_bytes(proof, v->proof), bytes);
		scram_derive(v->hash, v->password, salt, (size_t)salt_len, 4096, stored, server);
		assert_true(scram_proof_is_right(v->hash, stored, v->auth_message, proof));
		scram_hmac(v->hash, server, bytes, v->auth_message, strlen(v->auth_message), signature);
		assert_string_equal(base64(signature, bytes), v->signature);
		proof[bytes - 1] ^= 1;
		assert_false(scram_proof_is_right(v->hash, stored, v->auth_message, proof));
	}
}

static struct nx_scram_keys keys_of(enum nx_scram_hash hash, const char *password)
{
	struct nx_scram_keys keys = { .hash = hash, .iterations = 4096 };

	base64_bytes(keys.salt, "W22ZaJ0SNY7soEsUEjb6gQ==");
	nx_scram_derive(&keys, password);
	return keys;
}

/* RFC 7677 section 3 word for word through the server. */
static void test_rfc7677_conversation(void **state)
{
	struct nx_scram_keys keys = keys_of(NX_SCRAM_SHA256, "pencil");
	struct nx_scram *scram = nx_scram_new(NX_SCRAM_SHA256, false, false, NULL, 0, NULL);
	struct nx_buf first = NX_BUF_INIT, final = NX_BUF_INIT;
	const char *user, *authzid, *msg = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
	struct nx_error err;

	(void)state;
	assert_int_equal(nx_scram_first(scram, msg, strlen(msg), &user, &authzid, &err), 0);
	assert_string_equal(user, "user");
	assert_null(authzid);
	nx_buf_puts(&first, "before:");
	scram_challenge_with_nonce(scram, &keys, "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", &first);
	assert_string_equal(nx_buf_str(&first), "before:r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
						"s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
	msg = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
	      "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
	assert_int_equal(nx_scram_final(scram, msg, strlen(msg), &final, &err), 0);
	assert_string_equal(nx_buf_str(&final), "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
	nx_buf_done(&first);
	nx_buf_done(&final);
	nx_scram_free(&scram);
	assert_null(scram);
	nx_scram_free(&scram);
}

static const uint8_t exporter[] = "exporter\0data, 32 bytes long ...";
static const uint8_t end_point[] = "\xff\xfe hash of a certificate";
static const struct nx_channel_binding bindings[] = {
	{ "tls-exporter", exporter, sizeof(exporter) },
	{ "tls-server-end-point", end_point, sizeof(end_point) },
};

/* A conversation with the client of section 3: what varies from case to case. */
struct talk {
	enum nx_scram_hash hash;
	bool is_plus, plus_offered;
	const char *gs2;                /* "n,," */
	const uint8_t *cb_data;
	size_t cb_len;
	const char *user;               /* as it is written in the message */
	const char *password;
	const char *extensions;         /* ",x=1" in both messages */
	const char *ssdp;
};

/* ClientKey = HMAC(Hi(password, salt, i), "Client Key"): section 3, with Hi() of section 2.2 spelled out. */
static void client_key(const struct nx_scram_keys *keys, const char *password, uint8_t *key_r)
{
	size_t bytes = nx_scram_digest_bytes(keys->hash), password_len = strlen(password);
	uint8_t salt[NX_SCRAM_SALT_BYTES + 4] = { 0 }, u[NX_SCRAM_MAX_DIGEST], hi[NX_SCRAM_MAX_DIGEST];

	memcpy(salt, keys->salt, NX_SCRAM_SALT_BYTES);
	salt[NX_SCRAM_SALT_BYTES + 3] = 1;
	scram_hmac(keys->hash, password, password_len, salt, sizeof(salt), u);
	memcpy(hi, u, bytes);
	for (unsigned i = 1; i < keys->iterations; i++) {
		scram_hmac(keys->hash, password, password_len, u, bytes, u);
		for (size_t b = 0; b < bytes; b++)
			hi[b] ^= u[b];
	}
	scram_hmac(keys->hash, hi, bytes, "Client Key", 10, key_r);
}

static int run_talk(const struct talk *t, const char *server_password, struct nx_error *err)
{
	struct nx_scram_keys keys = keys_of(t->hash, server_password), client = keys_of(t->hash, t->password);
	struct nx_scram *scram = nx_scram_new(t->hash, t->is_plus, t->plus_offered, bindings, t->is_plus ? 2 : 0, t->ssdp);
	struct nx_buf server_first = NX_BUF_INIT, server_final = NX_BUF_INIT, cb = NX_BUF_INIT;
	uint8_t proof[NX_SCRAM_MAX_DIGEST], signature[NX_SCRAM_MAX_DIGEST];
	size_t bytes = nx_scram_digest_bytes(t->hash);
	char *bare = nx_pool_printf(pool, "n=%s,r=abc+/%s", t->user, t->extensions), *final, *auth, *nonce;
	char *first = nx_pool_printf(pool, "%s%s", t->gs2, bare);
	const char *user, *authzid;
	int rc;

	rc = nx_scram_first(scram, first, strlen(first), &user, &authzid, err);
	if (rc < 0)
		goto out;
	nx_scram_challenge(scram, &keys, &server_first);
	nonce = nx_pool_strndup(pool, server_first.data + 2, strcspn(server_first.data + 2, ","));
	assert_true(strlen(nonce) > strlen("abc+/") + 16);
	nx_buf_puts(&cb, t->gs2);
	nx_buf_add(&cb, t->cb_data, t->cb_len);
	final = nx_pool_printf(pool, "c=%s,r=%s%s", base64(cb.data, cb.len), nonce, t->extensions);
	auth = nx_pool_printf(pool, "%s,%s,%s", bare, nx_buf_str(&server_first), final);
	/* ClientProof = ClientKey XOR HMAC(StoredKey, AuthMessage) */
	client_key(&client, t->password, proof);
	scram_hmac(t->hash, client.stored_key, bytes, auth, strlen(auth), signature);
	for (size_t i = 0; i < bytes; i++)
		proof[i] ^= signature[i];
	final = nx_pool_printf(pool, "%s,p=%s", final, base64(proof, bytes));
	rc = nx_scram_final(scram, final, strlen(final), &server_final, err);
	if (rc == 0) {
		scram_hmac(t->hash, client.server_key, bytes, auth, strlen(auth), signature);
		assert_string_equal(nx_buf_str(&server_final),
				    nx_pool_printf(pool, "v=%s", base64(signature, bytes)));
	} else {
		assert_int_equal(server_final.len, 0);
	}
out:
	nx_buf_done(&server_first);
	nx_buf_done(&server_final);
	nx_buf_done(&cb);
	nx_scram_free(&scram);
	return rc;
}

#define NO_CB NULL, 0
#define EXPORTER exporter, sizeof(exporter)
#define END_POINT end_point, sizeof(end_point)

static const struct talk good_talks[] = {
	{ NX_SCRAM_SHA1, false, false, "n,,", NO_CB, "user", "pencil", "", NULL },
	{ NX_SCRAM_SHA256, false, false, "n,,", NO_CB, "user", "pencil", "", "a\x1e" "b" },
	{ NX_SCRAM_SHA256, false, true, "n,,", NO_CB, "user", "pencil", "", NULL },     /* a client without binding */
	{ NX_SCRAM_SHA256, false, false, "y,,", NO_CB, "user", "pencil", "", NULL },    /* section 6: fair when not offered */
	{ NX_SCRAM_SHA256, false, false, "n,a=other,", NO_CB, "user", "pencil", "", NULL },
	{ NX_SCRAM_SHA256, false, false, "n,,", NO_CB, "user", "pencil", ",x=1,Z==,y=a=b", NULL },
	{ NX_SCRAM_SHA1, true, true, "p=tls-exporter,,", EXPORTER, "user", "pencil", "", NULL },
	{ NX_SCRAM_SHA256, true, true, "p=tls-exporter,,", EXPORTER, "user", "pencil", "", "x" },
	{ NX_SCRAM_SHA256, true, true, "p=tls-server-end-point,a=a=2Cb,", END_POINT, "user", "pencil", "", NULL },
	{ NX_SCRAM_SHA256, false, false, "n,,", NO_CB, "=2C=3D\u00fc", "p\u00e4ss", "", NULL },
};

static void test_good_talks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(good_talks); i++) {
		struct nx_error err = { 0 };

		if (run_talk(&good_talks[i], good_talks[i].password, &err) < 0)
			fail_msg("talk %zu: %s", i, err.text);
		assert_int_equal(run_talk(&good_talks[i], "another password", &err), -1);
		assert_int_equal(err.kind, NX_E_NOT_AUTHORIZED);
	}
}

/* Right password, wrong channel: RFC 5802 section 6. */
struct bad_talk { struct talk talk; enum nx_error_kind kind; };

static const struct bad_talk bad_talks[] = {
	{ { NX_SCRAM_SHA256, true, true, "p=tls-exporter,,", END_POINT, "user", "pencil", "", NULL }, NX_E_NOT_AUTHORIZED },
	{ { NX_SCRAM_SHA256, true, true, "p=tls-exporter,,", NO_CB, "user", "pencil", "", NULL }, NX_E_NOT_AUTHORIZED },
	{ { NX_SCRAM_SHA256, true, true, "p=tls-exporter,,", exporter, 5, "user", "pencil", "", NULL }, NX_E_NOT_AUTHORIZED },
	{ { NX_SCRAM_SHA256, false, false, "n,,", EXPORTER, "user", "pencil", "", NULL }, NX_E_NOT_AUTHORIZED },
	/* the client thinks that we have none: somebody took it out of the list */
	{ { NX_SCRAM_SHA256, false, true, "y,,", NO_CB, "user", "pencil", "", NULL }, NX_E_NOT_AUTHORIZED },
	/* types that are not offered, mechanism and flag that contradict each other */
	{ { NX_SCRAM_SHA256, true, true, "p=tls-unique,,", EXPORTER, "user", "pencil", "", NULL }, NX_E_SASL_MALFORMED_REQUEST },
	{ { NX_SCRAM_SHA256, true, true, "p=tls-exporte,,", EXPORTER, "user", "pencil", "", NULL }, NX_E_SASL_MALFORMED_REQUEST },
	{ { NX_SCRAM_SHA256, false, true, "p=tls-exporter,,", EXPORTER, "user", "pencil", "", NULL }, NX_E_SASL_MALFORMED_REQUEST },
	{ { NX_SCRAM_SHA256, true, true, "n,,", NO_CB, "user", "pencil", "", NULL }, NX_E_SASL_MALFORMED_REQUEST },
	{ { NX_SCRAM_SHA256, true, true, "y,,", NO_CB, "user", "pencil", "", NULL }, NX_E_SASL_MALFORMED_REQUEST },
	/* section 5.1: mandatory extensions, also where extensions may stand */
	{ { NX_SCRAM_SHA256, false, false, "n,,", NO_CB, "user", "pencil", ",m=x", NULL }, NX_E_SASL_MALFORMED_REQUEST },
};

static void test_bad_talks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad_talks); i++) {
		struct nx_error err = { 0 };

		if (run_talk(&bad_talks[i].talk, "pencil", &err) == 0)
			fail_msg("talk %zu was taken", i);
		assert_int_equal(err.kind, bad_talks[i].kind);
		assert_true(err.text[0] != '\0');
	}
}

static int first_of(const char *msg, size_t len, const char **user_r, const char **authzid_r)
{
	struct nx_scram *scram = nx_scram_new(NX_SCRAM_SHA256, false, false, NULL, 0, NULL);
	struct nx_error err = { 0 };
	const char *user = NULL, *authzid = NULL;
	int rc = nx_scram_first(scram, msg, len, &user, &authzid, &err);

	*user_r = nx_pool_strdup(pool, user);
	*authzid_r = nx_pool_strdup(pool, authzid);
	if (rc < 0)
		assert_int_equal(err.kind, NX_E_SASL_MALFORMED_REQUEST);
	nx_scram_free(&scram);
	return rc;
}

static void test_names_5_1(void **state)
{
	const char *user, *authzid, *msg = "n,a=A=3D=2C=3Db,n==2C=2Cx=3D2C,r=1";

	(void)state;
	assert_int_equal(first_of(msg, strlen(msg), &user, &authzid), 0);
	assert_string_equal(user, ",,x=2C");
	assert_string_equal(authzid, "A=,=b");
}

static const char *const bad_firsts[] = {
	"", "n", "n,", "n,,", ",,n=u,r=1", "x,,n=u,r=1", "N,,n=u,r=1", "nn,,n=u,r=1", "p,,n=u,r=1", "p=,,n=u,r=1",
	"n,n=u,r=1", "n,b=u,n=u,r=1", "n,a=,n=u,r=1", "n,a,n=u,r=1", "n,a==2c,n=u,r=1", "n,a==,n=u,r=1",
	"n,,r=1,n=u", "n,,n=,r=1", "n,,n=u,r=", "n,,n=u", "n,,n=u,", "n,,r=1", "n,,n=u,x=1,r=1", "n,,m=x,n=u,r=1",
	"n,,n=u,r=1,", "n,,n=u,r=1,x", "n,,n=u,r=1,x=", "n,,n=u,r=1,=1", "n,,n=u,r=1,1=1", "n,,n=u,r=1,,x=1",
	"n,,n=u,r=1,x=1,m=1", "n,,n==,r=1", "n,,n=a=,r=1", "n,,n=a=2,r=1", "n,,n=a=2c,r=1", "n,,n=a=3d,r=1",
	"n,,n=a=20,r=1", "n,,n=u,r=a b", "n,,n=u,r=a\x7f", "n,,n=u,r=\u00fc", "n,,n=\xff,r=1", "n,,n=u,r=1,x=\xc3",
	"n,,N=u,r=1", "n,,n=u,R=1", "n,,n=u r=1",
};

static void test_malformed_first(void **state)
{
	const char *user, *authzid;

	(void)state;
	for (size_t i = 0; i < COUNT(bad_firsts); i++)
		if (first_of(bad_firsts[i], strlen(bad_firsts[i]), &user, &authzid) == 0)
			fail_msg("\"%s\" was taken", bad_firsts[i]);
	assert_int_equal(first_of("n,,n=u\0v,r=1", 12, &user, &authzid), -1);
}

/* Cut anywhere before the nonce's value, the message is refused; from there on it is a shorter nonce. */
static void test_truncated_first(void **state)
{
	const char *msg = "n,a=b,n=user,r=nonce", *user, *authzid;

	(void)state;
	for (size_t len = 0; len <= strlen(msg); len++) {
		char *exact = nx_pool_memdup(pool, msg, len ? len : 1);

		assert_int_equal(first_of(exact, len, &user, &authzid), len > strlen("n,a=b,n=user,r=") ? 0 : -1);
	}
}

struct bad_final { const char *msg; enum nx_error_kind kind; };

#define NONCE "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
#define PROOF "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="

static const struct bad_final bad_finals[] = {
	{ "", NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws", NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",p=", NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "r=" NONCE ",c=biws,p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "m=x,c=biws,r=" NONCE ",p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",m=x,p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",x,p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",p=" PROOF ",x=1", NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",p=" PROOF ",", NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",p=" PROOF "=", NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", NX_E_SASL_MALFORMED_REQUEST },   /* SHA-1's length */
	{ "c=biws,r=" NONCE ",p=" PROOF PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",p=!HzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", NX_E_SASL_MALFORMED_REQUEST },
	{ "c=b!ws,r=" NONCE ",p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biw,r=" NONCE ",p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=,r=" NONCE ",p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=biws,r=" NONCE ",x=\xff,p=" PROOF, NX_E_SASL_MALFORMED_REQUEST },
	{ "c=eSws,r=" NONCE ",p=" PROOF, NX_E_NOT_AUTHORIZED },         /* y,, */
	{ "c=biwsYQ==,r=" NONCE ",p=" PROOF, NX_E_NOT_AUTHORIZED },
	{ "c=biw=,r=" NONCE ",p=" PROOF, NX_E_NOT_AUTHORIZED },
	{ "c=biws,r=" NONCE "x,p=" PROOF, NX_E_NOT_AUTHORIZED },        /* section 5.1: the nonce MUST be the same */
	{ "c=biws,r=rOprNGfwEbeRWgbNEkqO,p=" PROOF, NX_E_NOT_AUTHORIZED },
	{ "c=biws,r=sOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=" PROOF, NX_E_NOT_AUTHORIZED },
	{ "c=biws,r=" NONCE ",x=1,p=" PROOF, NX_E_NOT_AUTHORIZED },     /* signed without the extension */
	{ "c=biws,r=" NONCE ",p=eHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", NX_E_NOT_AUTHORIZED },
};

static int final_of(const char *msg, size_t len, struct nx_error *err)
{
	struct nx_scram_keys keys = keys_of(NX_SCRAM_SHA256, "pencil");
	struct nx_scram *scram = nx_scram_new(NX_SCRAM_SHA256, false, false, NULL, 0, NULL);
	struct nx_buf first = NX_BUF_INIT, final = NX_BUF_INIT;
	const char *user, *authzid;
	int rc;

	assert_int_equal(nx_scram_first(scram, "n,,n=user,r=rOprNGfwEbeRWgbNEkqO", 32, &user, &authzid, NULL), 0);
	scram_challenge_with_nonce(scram, &keys, "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", &first);
	rc = nx_scram_final(scram, msg, len, &final, err);
	assert_int_equal(final.len > 0, rc == 0);
	nx_buf_done(&first);
	nx_buf_done(&final);
	nx_scram_free(&scram);
	return rc;
}

static void test_malformed_final(void **state)
{
	const char *good = "c=biws,r=" NONCE ",p=" PROOF;
	struct nx_error err = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(bad_finals); i++) {
		err = (struct nx_error){ 0 };
		if (final_of(bad_finals[i].msg, strlen(bad_finals[i].msg), &err) == 0)
			fail_msg("\"%s\" was taken", bad_finals[i].msg);
		if (err.kind != bad_finals[i].kind)
			fail_msg("\"%s\": kind %d (%s)", bad_finals[i].msg, (int)err.kind, err.text);
	}
	assert_int_equal(final_of("c=biws\0,r=1", 11, &err), -1);
	for (size_t len = 0; len < strlen(good); len++)
		assert_int_equal(final_of(nx_pool_memdup(pool, good, len ? len : 1), len, &err), -1);
	assert_int_equal(final_of(good, strlen(good), &err), 0);
}

static void test_password_matches(void **state)
{
	(void)state;
	for (int h = 0; h < NX_SCRAM_HASHES; h++) {
		struct nx_scram_keys keys = keys_of((enum nx_scram_hash)h, "pencil");

		assert_true(nx_scram_password_matches(&keys, "pencil"));
		assert_false(nx_scram_password_matches(&keys, "pencils"));
		assert_false(nx_scram_password_matches(&keys, ""));
	}
}

static void test_fake_keys_9(void **state)
{
	struct nx_scram_keys a, b;

	(void)state;
	nx_scram_fake_keys(&a, NX_SCRAM_SHA256, 4096, "secret", 6, "nobody");
	nx_scram_fake_keys(&b, NX_SCRAM_SHA256, 4096, "secret", 6, "nobody");
	assert_memory_equal(&a, &b, sizeof(a));
	assert_int_equal(a.iterations, 4096);
	assert_false(nx_scram_password_matches(&a, "pencil"));
	nx_scram_fake_keys(&b, NX_SCRAM_SHA256, 4096, "secret", 6, "nobodz");
	assert_memory_not_equal(a.salt, b.salt, sizeof(a.salt));
	nx_scram_fake_keys(&b, NX_SCRAM_SHA256, 4096, "secreT", 6, "nobody");
	assert_memory_not_equal(a.salt, b.salt, sizeof(a.salt));
	nx_scram_fake_keys(&b, NX_SCRAM_SHA1, 4096, "secret", 6, "nobody");
	assert_memory_not_equal(a.salt, b.salt, sizeof(a.salt));
	assert_memory_not_equal(a.stored_key, a.server_key, sizeof(a.stored_key));
}

static void test_mechanisms(void **state)
{
	(void)state;
	assert_string_equal(nx_scram_mechanism(NX_SCRAM_SHA1, false), "SCRAM-SHA-1");
	assert_string_equal(nx_scram_mechanism(NX_SCRAM_SHA1, true), "SCRAM-SHA-1-PLUS");
	assert_string_equal(nx_scram_mechanism(NX_SCRAM_SHA256, false), "SCRAM-SHA-256");
	assert_string_equal(nx_scram_mechanism(NX_SCRAM_SHA256, true), "SCRAM-SHA-256-PLUS");
}

/* XEP-0474 section 6.3: the hash of the example. */
static void test_ssdp_6_3(void **state)
{
	const char *mechanisms[] = { "SCRAM-SHA-1-PLUS", "SCRAM-SHA-1", NULL };
	const char *types[] = { "tls-server-end-point", "tls-exporter", NULL }, *none[] = { NULL };
	const char *s = nx_ssdp_string(pool, mechanisms, types);
	uint8_t digest[NX_SCRAM_MAX_DIGEST];

	(void)state;
	assert_string_equal(s, "SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS\x1ftls-exporter\x1etls-server-end-point");
	scram_digest(NX_SCRAM_SHA1, s, strlen(s), digest);
	assert_string_equal(base64(digest, 20), "G6k/rBLDqgOhRRaCuuatSDFkJ08=");
	assert_string_equal(nx_ssdp_string(pool, mechanisms, NULL), "SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS");
	assert_string_equal(nx_ssdp_string(pool, none, none), "\x1f");
	assert_string_equal(mechanisms[0], "SCRAM-SHA-1-PLUS");
}

/* The attribute stands in server-first, so both sides sign it. */
static void test_ssdp_in_challenge_6_1(void **state)
{
	struct nx_scram_keys keys = keys_of(NX_SCRAM_SHA1, "pencil");
	struct nx_scram *scram = nx_scram_new(NX_SCRAM_SHA1, false, false, NULL, 0,
					      "SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS\x1ftls-exporter\x1etls-server-end-point");
	struct nx_buf buf = NX_BUF_INIT;
	const char *user, *authzid;

	(void)state;
	assert_int_equal(nx_scram_first(scram, "n,,n=user,r=1", 13, &user, &authzid, NULL), 0);
	scram_challenge_with_nonce(scram, &keys, "2", &buf);
	assert_string_equal(nx_buf_str(&buf),
			    "r=12,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,h=G6k/rBLDqgOhRRaCuuatSDFkJ08=");
	nx_buf_done(&buf);
	nx_scram_free(&scram);
}

struct plain_row { const char *msg; size_t len; const char *authzid, *user, *password; };

#define PLAIN(s) s, sizeof(s) - 1

static const struct plain_row plain_rows[] = {
	{ PLAIN("\0tim\0tanstaaftanstaaf"), NULL, "tim", "tanstaaftanstaaf" },  /* RFC 4616 section 4 */
	{ PLAIN("Ursel\0Kurt\0xipj3plmq"), "Ursel", "Kurt", "xipj3plmq" },
	{ PLAIN("\0\xc3\xbc\0\xc3\xa4"), NULL, "\u00fc", "\u00e4" },
	{ PLAIN(""), NULL, NULL, NULL }, { PLAIN("\0"), NULL, NULL, NULL }, { PLAIN("\0\0"), NULL, NULL, NULL },
	{ PLAIN("tim"), NULL, NULL, NULL }, { PLAIN("\0tim"), NULL, NULL, NULL }, { PLAIN("\0tim\0"), NULL, NULL, NULL },
	{ PLAIN("\0\0pass"), NULL, NULL, NULL }, { PLAIN("\0tim\0pass\0"), NULL, NULL, NULL },
	{ PLAIN("\0tim\0pa\0ss"), NULL, NULL, NULL }, { PLAIN("\0\xff\0pass"), NULL, NULL, NULL },
	{ PLAIN("\0tim\0\xc3"), NULL, NULL, NULL }, { PLAIN("\xc3\0tim\0pass"), NULL, NULL, NULL },
};

static void test_plain_rfc4616_2(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(plain_rows); i++) {
		const struct plain_row *row = &plain_rows[i];
		const char *authzid, *user, *exact = nx_pool_memdup(pool, row->msg, row->len ? row->len : 1);
		struct nx_error err = { 0 };
		char *password;
		int rc = nx_plain_parse(pool, exact, row->len, &authzid, &user, &password, &err);

		assert_int_equal(rc, row->user ? 0 : -1);
		if (rc < 0) {
			assert_int_equal(err.kind, NX_E_SASL_MALFORMED_REQUEST);
			continue;
		}
		assert_true(nx_str_eq(authzid, row->authzid));
		assert_string_equal(user, row->user);
		assert_string_equal(password, row->password);
	}
}

struct prep_row { const char *in, *out; };

static const struct prep_row prep_rows[] = {
	{ "I\u00adX", "IX" }, { "user", "user" }, { "USER", "USER" },   /* RFC 4013 section 3 */
	{ "\u00aa", "a" }, { "\u2168", "IX" }, { "a\x07", NULL }, { "\u0627" "1", NULL },
	{ "pass word", "pass word" }, { "p\u00a0w", "p w" }, { "", NULL }, { "\u00ad", NULL }, { "\xff", NULL },
	{ "\U0001f600", "\U0001f600" },
};

static void test_saslprep_rfc4013_3(void **state)
{
	char many[2050];

	(void)state;
	for (size_t i = 0; i < COUNT(prep_rows); i++) {
		struct nx_error err = { 0 };
		char *out = nx_scram_prep_password(pool, prep_rows[i].in, &err);

		if (prep_rows[i].out) {
			assert_non_null(out);
			assert_string_equal(out, prep_rows[i].out);
		} else {
			assert_null(out);
			assert_int_equal(err.kind, NX_E_NOT_ACCEPTABLE);
			assert_true(err.text[0] != '\0');
		}
	}
	memset(many, 'a', sizeof(many));
	many[1023] = '\0';
	assert_non_null(nx_scram_prep_password(pool, many, NULL));
	many[1023] = 'a';
	many[1024] = '\0';
	assert_null(nx_scram_prep_password(pool, many, NULL));
	/* 1020 bytes that grow to many more: U+FDFA is 18 characters of Arabic */
	for (size_t i = 0; i < 340; i++)
		memcpy(many + 3 * i, "\xef\xb7\xba", 3);
	many[1020] = '\0';
	assert_null(nx_scram_prep_password(pool, many, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_vectors),
		CASE(test_rfc7677_conversation),
		CASE(test_good_talks),
		CASE(test_bad_talks),
		CASE(test_names_5_1),
		CASE(test_malformed_first),
		CASE(test_truncated_first),
		CASE(test_malformed_final),
		CASE(test_password_matches),
		CASE(test_fake_keys_9),
		CASE(test_mechanisms),
		CASE(test_ssdp_6_3),
		CASE(test_ssdp_in_challenge_6_1),
		CASE(test_plain_rfc4616_2),
		CASE(test_saslprep_rfc4013_3),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
