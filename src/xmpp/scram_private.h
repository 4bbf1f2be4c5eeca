/* What scram.c (the exchange) and scram_keys.c (the mathematics) share; also for tests that replay the RFCs' vectors,
 * which fix what is random here. */
#ifndef NX_XMPP_SCRAM_PRIVATE_H
#define NX_XMPP_SCRAM_PRIVATE_H

#include "xmpp/scram.h"

/* StoredKey and ServerKey of RFC 5802 section 3 from a password and a salt of any length. */
void scram_derive(enum nx_scram_hash hash, const char *password, const void *salt, size_t salt_len,
		  uint32_t iterations, uint8_t *stored_key, uint8_t *server_key);
void scram_digest(enum nx_scram_hash hash, const void *data, size_t len, uint8_t *digest);
void scram_hmac(enum nx_scram_hash hash, const void *key, size_t key_len, const void *data, size_t len,
		uint8_t *mac);
/* Does the proof (a digest long) belong to stored_key? Constant time. */
bool scram_proof_is_right(enum nx_scram_hash hash, const uint8_t *stored_key, const char *auth_message,
			  const uint8_t *proof);

/* nx_scram_challenge() with a server nonce of one's own. */
void scram_challenge_with_nonce(struct nx_scram *scram, const struct nx_scram_keys *keys, const char *nonce,
				struct nx_buf *server_first);

#endif
