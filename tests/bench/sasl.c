/* SASL (sasl.h). */
#include "sasl.h"

#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

#define CHALLENGE_MAX 1024

int sasl_begin(struct sasl *sasl, const char *mechanism, const char *user, const char *password, struct sasl_keys *keys)
{
	*sasl = (struct sasl){ .user = user, .password = password, .keys = keys };
	if (nx_str_eq(mechanism, "PLAIN"))
		return 0;
	if (nx_str_eq(mechanism, "SCRAM-SHA-1"))
		sasl->hash = EVP_sha1();
	if (nx_str_eq(mechanism, "SCRAM-SHA-256"))
		sasl->hash = EVP_sha256();
	return sasl->hash ? 0 : -1;
}

static void plain(const struct sasl *sasl, struct nx_buf *out)
{
	struct nx_buf text = NX_BUF_INIT;

	nx_buf_putc(&text, '\0');
	nx_buf_puts(&text, sasl->user);
	nx_buf_putc(&text, '\0');
	nx_buf_puts(&text, sasl->password);
	nx_base64_add(out, text.data, text.len);
	nx_buf_done(&text);
}

void sasl_initial(struct sasl *sasl, struct nx_buf *out)
{
	uint8_t random[12];
	char nonce[2 * sizeof random + 1];
	char message[sizeof sasl->first_bare + 3];

	if (!sasl->hash) {
		plain(sasl, out);
		return;
	}
	RAND_bytes(random, sizeof random);
	nx_hex_encode(nonce, random, sizeof random);
	snprintf(sasl->first_bare, sizeof sasl->first_bare, "n=%s,r=%s", sasl->user, nonce);
	snprintf(message, sizeof message, "n,,%s", sasl->first_bare);
	nx_base64_add(out, message, strlen(message));
}

static void hmac(const struct sasl *sasl, const uint8_t *key, const char *text, uint8_t *out)
{
	HMAC(sasl->hash, key, EVP_MD_get_size(sasl->hash), (const uint8_t *)text, strlen(text), out, NULL);
}

/* RFC 5802 section 3, unless the keys are there already. */
static void derive(const struct sasl *sasl, const uint8_t *salt, size_t salt_len, int64_t iterations)
{
	struct sasl_keys *keys = sasl->keys;
	uint8_t salted[EVP_MAX_MD_SIZE];
	size_t size = (size_t)EVP_MD_get_size(sasl->hash);

	if (keys->iterations == iterations && keys->salt_len == salt_len && !memcmp(keys->salt, salt, salt_len))
		return;
	PKCS5_PBKDF2_HMAC(sasl->password, (int)strlen(sasl->password), salt, (int)salt_len, (int)iterations, sasl->hash,
			  (int)size, salted);
	hmac(sasl, salted, "Client Key", keys->client_key);
	hmac(sasl, salted, "Server Key", keys->server_key);
	EVP_Digest(keys->client_key, size, keys->stored_key, NULL, sasl->hash, NULL);
	memcpy(keys->salt, salt, salt_len);
	keys->salt_len = salt_len;
	keys->iterations = iterations;
}

/* Splits "r=…,s=…,i=…" in place; 0 or -1. */
static int parse_challenge(char *text, const char **nonce_r, uint8_t *salt_r, size_t *salt_len_r, int64_t *iterations_r)
{
	char *salt = strstr(text, ",s="), *iterations = salt ? strstr(salt + 1, ",i=") : NULL;
	char *rest;
	int salt_len;

	if (!nx_str_has_prefix(text, "r=") || !iterations)
		return -1;
	*salt = *iterations = '\0';
	rest = strchr(iterations + 3, ',');
	if (rest)
		*rest = '\0';
	if (strlen(salt + 3) > SASL_MAX_SALT)
		return -1;
	salt_len = nx_base64_decode(salt_r, salt + 3, strlen(salt + 3));
	if (salt_len < 0)
		return -1;
	*salt_len_r = (size_t)salt_len;
	*nonce_r = text + 2;
	return nx_str_to_i64(iterations + 3, 1, 10000000, iterations_r);
}

int sasl_answer(struct sasl *sasl, const char *challenge, size_t len, struct nx_buf *out)
{
	char text[CHALLENGE_MAX], whole[CHALLENGE_MAX], without_proof[CHALLENGE_MAX + 16], auth[3 * CHALLENGE_MAX];
	uint8_t salt[SASL_MAX_SALT], proof[EVP_MAX_MD_SIZE];
	const char *nonce;
	size_t salt_len, size;
	int64_t iterations;
	int text_len;
	struct nx_buf message = NX_BUF_INIT;

	if (!sasl->hash || len >= CHALLENGE_MAX)
		return -1;
	text_len = nx_base64_decode((uint8_t *)text, challenge, len);
	if (text_len < 0)
		return -1;
	text[text_len] = '\0';
	nx_str_copy(whole, sizeof whole, text);
	if (parse_challenge(text, &nonce, salt, &salt_len, &iterations) < 0)
		return -1;
	derive(sasl, salt, salt_len, iterations);
	snprintf(without_proof, sizeof without_proof, "c=biws,r=%s", nonce);
	snprintf(auth, sizeof auth, "%s,%s,%s", sasl->first_bare, whole, without_proof);
	hmac(sasl, sasl->keys->stored_key, auth, proof);
	hmac(sasl, sasl->keys->server_key, auth, sasl->server_signature);
	size = (size_t)EVP_MD_get_size(sasl->hash);
	for (size_t i = 0; i < size; i++)
		proof[i] ^= sasl->keys->client_key[i];
	nx_buf_printf(&message, "%s,p=", without_proof);
	nx_base64_add(&message, proof, size);
	nx_base64_add(out, message.data, message.len);
	nx_buf_done(&message);
	return 0;
}

bool sasl_is_server_right(const struct sasl *sasl, const char *final, size_t len)
{
	uint8_t text[CHALLENGE_MAX], signature[CHALLENGE_MAX];
	int text_len, size;

	if (!sasl->hash)
		return true;
	if (len >= CHALLENGE_MAX)
		return false;
	text_len = nx_base64_decode(text, final, len);
	if (text_len < 3 || memcmp(text, "v=", 2))
		return false;
	size = nx_base64_decode(signature, (const char *)text + 2, (size_t)text_len - 2);
	return size == EVP_MD_get_size(sasl->hash) && !memcmp(signature, sasl->server_signature, (size_t)size);
}
