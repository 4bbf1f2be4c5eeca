/* Keys and proofs of SCRAM (RFC 5802 section 3; SHA-256 as RFC 7677), and SASLprep (RFC 4013). No state: the slow
 * derivations run on workers. OpenSSL can fail here only when it runs out of memory or was built without the hash,
 * and a server that cannot hash must not go on guessing, so that is an assertion. */
#include "xmpp/scram_private.h"

#include "base/assert.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"

#include <limits.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <string.h>
#include <unicode/usprep.h>
#include <unicode/ustring.h>

#define MAX_PASSWORD_BYTES 1023

struct hash_row {
	const EVP_MD *(*md)(void);
	size_t bytes;
	const char *mechanism, *plus_mechanism;
};

static const struct hash_row hashes[NX_SCRAM_HASHES] = {
	[NX_SCRAM_SHA1] = { EVP_sha1, 20, "SCRAM-SHA-1", "SCRAM-SHA-1-PLUS" },
	[NX_SCRAM_SHA256] = { EVP_sha256, 32, "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS" },
};

size_t nx_scram_digest_bytes(enum nx_scram_hash hash)
{
	return hashes[hash].bytes;
}

const char *nx_scram_mechanism(enum nx_scram_hash hash, bool is_plus)
{
	return is_plus ? hashes[hash].plus_mechanism : hashes[hash].mechanism;
}

void scram_digest(enum nx_scram_hash hash, const void *data, size_t len, uint8_t *digest)
{
	nx_assert(EVP_Digest(data, len, digest, NULL, hashes[hash].md(), NULL) == 1);
}

void scram_hmac(enum nx_scram_hash hash, const void *key, size_t key_len, const void *data, size_t len,
		uint8_t *mac)
{
	unsigned mac_len = 0;

	nx_assert(key_len <= INT_MAX);
	nx_assert(HMAC(hashes[hash].md(), key, (int)key_len, data, len, mac, &mac_len) != NULL);
}

void scram_derive(enum nx_scram_hash hash, const char *password, const void *salt, size_t salt_len,
		  uint32_t iterations, uint8_t *stored_key, uint8_t *server_key)
{
	size_t bytes = hashes[hash].bytes;
	uint8_t salted[NX_SCRAM_MAX_DIGEST], client_key[NX_SCRAM_MAX_DIGEST];

	nx_assert(iterations > 0 && iterations <= INT_MAX);
	nx_assert(PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, (int)salt_len, (int)iterations,
				    hashes[hash].md(), (int)bytes, salted) == 1);
	scram_hmac(hash, salted, bytes, "Client Key", 10, client_key);
	scram_digest(hash, client_key, bytes, stored_key);
	scram_hmac(hash, salted, bytes, "Server Key", 10, server_key);
	nx_secret_wipe(salted, sizeof(salted));
	nx_secret_wipe(client_key, sizeof(client_key));
}

void nx_scram_derive(struct nx_scram_keys *keys, const char *password)
{
	scram_derive(keys->hash, password, keys->salt, sizeof(keys->salt), keys->iterations, keys->stored_key,
		     keys->server_key);
}

bool nx_scram_password_matches(const struct nx_scram_keys *keys, const char *password)
{
	uint8_t stored_key[NX_SCRAM_MAX_DIGEST], server_key[NX_SCRAM_MAX_DIGEST];
	bool is_same;

	scram_derive(keys->hash, password, keys->salt, sizeof(keys->salt), keys->iterations, stored_key, server_key);
	is_same = nx_secret_eq(stored_key, keys->stored_key, hashes[keys->hash].bytes);
	nx_secret_wipe(server_key, sizeof(server_key));
	return is_same;
}

bool scram_proof_is_right(enum nx_scram_hash hash, const uint8_t *stored_key, const char *auth_message,
			  const uint8_t *proof)
{
	size_t bytes = hashes[hash].bytes;
	uint8_t client_key[NX_SCRAM_MAX_DIGEST], digest[NX_SCRAM_MAX_DIGEST];

	/* ClientKey = ClientProof XOR HMAC(StoredKey, AuthMessage) */
	scram_hmac(hash, stored_key, bytes, auth_message, strlen(auth_message), client_key);
	for (size_t i = 0; i < bytes; i++)
		client_key[i] ^= proof[i];
	scram_digest(hash, client_key, bytes, digest);
	nx_secret_wipe(client_key, sizeof(client_key));
	return nx_secret_eq(digest, stored_key, bytes);
}

/* A pseudo-random block for one use and one name: HMAC-SHA-256 under the server's secret. The use is text without a NUL,
 * so that no name can imitate another use. */
static void fake_block(uint8_t block[NX_SCRAM_MAX_DIGEST], const void *secret, size_t secret_len,
		       enum nx_scram_hash hash, const char *use, const char *username)
{
	uint8_t mac[NX_SCRAM_MAX_DIGEST], context[NX_SCRAM_MAX_DIGEST];

	scram_hmac(NX_SCRAM_SHA256, secret, secret_len, use, strlen(use), mac);
	scram_hmac(NX_SCRAM_SHA256, mac, sizeof(mac), hashes[hash].mechanism, strlen(hashes[hash].mechanism), context);
	scram_hmac(NX_SCRAM_SHA256, context, sizeof(context), username, strlen(username), block);
}

void nx_scram_fake_keys(struct nx_scram_keys *keys_r, enum nx_scram_hash hash, uint32_t iterations,
			const void *secret, size_t secret_len, const char *username)
{
	uint8_t block[NX_SCRAM_MAX_DIGEST];
	char use[32];

	*keys_r = (struct nx_scram_keys){ .hash = hash, .iterations = iterations };
	/* Who gets another iteration count gets another salt. */
	snprintf(use, sizeof(use), "salt %u", (unsigned)iterations);
	fake_block(block, secret, secret_len, hash, use, username);
	memcpy(keys_r->salt, block, sizeof(keys_r->salt));
	/* A StoredKey is the hash of a ClientKey; nobody knows one for these bytes. */
	fake_block(block, secret, secret_len, hash, "stored", username);
	memcpy(keys_r->stored_key, block, hashes[hash].bytes);
	fake_block(block, secret, secret_len, hash, "server", username);
	memcpy(keys_r->server_key, block, hashes[hash].bytes);
}

uint32_t nx_scram_fake_place(const void *secret, size_t secret_len, const char *username)
{
	uint8_t block[NX_SCRAM_MAX_DIGEST];

	fake_block(block, secret, secret_len, NX_SCRAM_SHA256, "place", username);
	return (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 | (uint32_t)block[2] << 8 | block[3];
}

/* Printable ASCII is its own SASLprep. */
static bool is_plain_ascii(const char *s)
{
	for (; *s; s++)
		if (*s < 0x20 || *s > 0x7e)
			return false;
	return true;
}

/* Like the clients of today, we let characters pass that RFC 3454 calls unassigned because they came after Unicode 3.2:
 * a password may be an emoji, and both sides must derive the same keys from it. */
static int saslprep(const char *password, char *dst, size_t dst_size, struct nx_error *err)
{
	UChar in[MAX_PASSWORD_BYTES], out[MAX_PASSWORD_BYTES];
	int32_t in_len = 0, out_len = 0, len = 0;
	UErrorCode status = U_ZERO_ERROR;
	UStringPrepProfile *profile = usprep_openByType(USPREP_RFC4013_SASLPREP, &status);

	if (U_FAILURE(status))
		return nx_fail(err, NX_E_INTERNAL, "ICU has no stringprep data: %s", u_errorName(status));
	u_strFromUTF8(in, MAX_PASSWORD_BYTES, &in_len, password, -1, &status);
	out_len = usprep_prepare(profile, in, in_len, out, MAX_PASSWORD_BYTES, USPREP_ALLOW_UNASSIGNED, NULL,
				 &status);
	u_strToUTF8(dst, (int32_t)dst_size, &len, out, out_len, &status);
	usprep_close(profile);
	nx_secret_wipe(in, sizeof(in));
	nx_secret_wipe(out, sizeof(out));
	if (status == U_BUFFER_OVERFLOW_ERROR || len > MAX_PASSWORD_BYTES)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "the password is longer than %d bytes", MAX_PASSWORD_BYTES);
	if (U_FAILURE(status))
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "the password has a character that passwords must not have");
	if (len == 0)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "the password is empty");
	return 0;
}

char *nx_scram_prep_password(struct nx_pool *pool, const char *password, struct nx_error *err)
{
	char buf[MAX_PASSWORD_BYTES + 1], *result = NULL;
	size_t len = strlen(password);

	if (len == 0)
		nx_fail(err, NX_E_NOT_ACCEPTABLE, "the password is empty");
	else if (len > MAX_PASSWORD_BYTES)
		nx_fail(err, NX_E_NOT_ACCEPTABLE, "the password is longer than %d bytes", MAX_PASSWORD_BYTES);
	else if (is_plain_ascii(password))
		return nx_pool_strdup(pool, password);
	else if (saslprep(password, buf, sizeof(buf), err) == 0)
		result = nx_pool_strdup(pool, buf);
	nx_secret_wipe(buf, sizeof(buf));
	return result;
}
