/* The client's side of PLAIN (RFC 4616) and SCRAM (RFC 5802, RFC 7677). The derived keys of an account are kept, so that
 * the generator pays for PBKDF2 once per account, as clients that remember their keys do (RFC 5802 section 9). */
#ifndef BENCH_SASL_H
#define BENCH_SASL_H

#include <openssl/evp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define SASL_MAX_SALT 64

/* The keys of one account, for the salt and count that its server named last. */
struct sasl_keys {
	uint8_t salt[SASL_MAX_SALT];
	size_t salt_len;
	int64_t iterations;     /* 0: none yet */
	uint8_t client_key[EVP_MAX_MD_SIZE], stored_key[EVP_MAX_MD_SIZE], server_key[EVP_MAX_MD_SIZE];
};

/* One login under way. */
struct sasl {
	const char *user, *password;
	struct sasl_keys *keys;
	const EVP_MD *hash;             /* NULL: PLAIN */
	char first_bare[160];           /* client-first-message-bare */
	uint8_t server_signature[EVP_MAX_MD_SIZE];
};

/* 0, or -1 when the mechanism is not one of the three. */
int sasl_begin(struct sasl *sasl, const char *mechanism, const char *user, const char *password, struct sasl_keys *keys);
/* The initial response, in base64. */
void sasl_initial(struct sasl *sasl, struct nx_buf *out);
/* The answer to a challenge in base64; -1 when the challenge makes no sense. */
int sasl_answer(struct sasl *sasl, const char *challenge, size_t len, struct nx_buf *out);
/* Whether what came with success proves that the server knows the password. */
bool sasl_is_server_right(const struct sasl *sasl, const char *final, size_t len);

#endif
