/* SCRAM-SHA-1 and SCRAM-SHA-256, server side, with channel binding (RFC 5802, RFC 7677, RFC 5929, RFC 9266) and
 * the downgrade protection of XEP-0474. A state machine of two messages; looks nothing up and waits for nothing:
 *
 *   nx_scram_first()      client-first → user name; the caller fetches the keys of that user
 *   nx_scram_challenge()  keys → server-first
 *   nx_scram_final()      client-final → verified or refused → server-final
 */
#ifndef NX_XMPP_SCRAM_H
#define NX_XMPP_SCRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nx_buf;
struct nx_error;
struct nx_pool;

enum nx_scram_hash { NX_SCRAM_SHA1, NX_SCRAM_SHA256 };
#define NX_SCRAM_HASHES 2
#define NX_SCRAM_MAX_DIGEST 32
#define NX_SCRAM_SALT_BYTES 16
#define NX_SCRAM_MIN_ITERATIONS 4096    /* RFC 7677 section 4 */

/* What is stored instead of a password (RFC 5802 section 3). */
struct nx_scram_keys {
	enum nx_scram_hash hash;
	uint32_t iterations;
	uint8_t salt[NX_SCRAM_SALT_BYTES];
	uint8_t stored_key[NX_SCRAM_MAX_DIGEST], server_key[NX_SCRAM_MAX_DIGEST];
};

size_t nx_scram_digest_bytes(enum nx_scram_hash hash);
const char *nx_scram_mechanism(enum nx_scram_hash hash, bool is_plus);

/* SASLprep (RFC 4013) of a password: NULL and err when it is prohibited or empty. In pool; wipe it after use. */
char *nx_scram_prep_password(struct nx_pool *pool, const char *password, struct nx_error *err);
/* PBKDF2: milliseconds, so on a worker. The salt is in keys already; password is prepared. */
void nx_scram_derive(struct nx_scram_keys *keys, const char *password);
/* PLAIN against stored keys: derives (slow) and compares in constant time; password is prepared. */
bool nx_scram_password_matches(const struct nx_scram_keys *keys, const char *password);
/* Keys for a user who does not exist, always the same for one name and iteration count, so that nobody can ask who exists
 * (RFC 5802 section 9): derived from a server secret. They match no password. */
void nx_scram_fake_keys(struct nx_scram_keys *keys_r, enum nx_scram_hash hash, uint32_t iterations,
			const void *secret, size_t secret_len, const char *username);
/* Where the name stands among all names, evenly spread: for choosing its iteration count. */
uint32_t nx_scram_fake_place(const void *secret, size_t secret_len, const char *username);

/* One channel binding that this connection offers. */
struct nx_channel_binding {
	const char *type;               /* "tls-exporter", "tls-server-end-point", "tls-unique" */
	const uint8_t *data;
	size_t len;
};

struct nx_scram;

/* plus_offered: whether any -PLUS mechanism was advertised; a client that says "y" then was
 * downgraded (RFC 5802 section 6). ssdp: hash input of XEP-0474 section 6.1, NULL to send no "h". Borrowed until free. */
struct nx_scram *nx_scram_new(enum nx_scram_hash hash, bool is_plus, bool plus_offered,
			      const struct nx_channel_binding *bindings, size_t binding_count,
			      const char *ssdp);
void nx_scram_free(struct nx_scram **scram);
/* 0 and the user name (unescaped, not yet normalised), or -1. authzid NULL when not given. Both live as long as scram. */
int nx_scram_first(struct nx_scram *scram, const char *msg, size_t len, const char **username_r,
		   const char **authzid_r, struct nx_error *err);
void nx_scram_challenge(struct nx_scram *scram, const struct nx_scram_keys *keys, struct nx_buf *server_first);
/* 0 when the proof is right; server_final is "v=…". -1: NX_E_NOT_AUTHORIZED or NX_E_SASL_MALFORMED_REQUEST. */
int nx_scram_final(struct nx_scram *scram, const char *msg, size_t len, struct nx_buf *server_final,
		   struct nx_error *err);

/* PLAIN (RFC 4616): splits the message. authzid NULL when empty. Strings in pool; wipe the password. */
int nx_plain_parse(struct nx_pool *pool, const char *msg, size_t len, const char **authzid_r,
		   const char **username_r, char **password_r, struct nx_error *err);

/* The string S of XEP-0474 section 6.1 in pool: both arrays NULL-terminated, sorted here; bindings NULL: not advertised. */
char *nx_ssdp_string(struct nx_pool *pool, const char *const *mechanisms, const char *const *bindings);

#endif
