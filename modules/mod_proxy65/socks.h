/* The server's side of SOCKS5 (RFC 1928) as far as XEP-0065 uses it: no authentication, CONNECT to a "host" that is a hash. Bytes in, an
 * answer out; no I/O.
 *
 * One normal case: socks_feed() gets 05 01 00 and answers 05 00; it gets 05 01 00 03 28 and the hash with a port, and is ASKED;
 * the owner looks for the hash and calls socks_answer(). What is no SOCKS5 is REFUSED without an answer, what SOCKS5 has and we
 * have not with one. */
#ifndef MOD_PROXY65_SOCKS_H
#define MOD_PROXY65_SOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nx_buf;

enum socks_step { SOCKS_GREETING, SOCKS_REQUEST, SOCKS_ASKED, SOCKS_REFUSED };

#define SOCKS_HASH_LEN 40       /* SHA-1, hexadecimal */
#define SOCKS_REQUEST_LEN (5 + SOCKS_HASH_LEN + 2)
#define SOCKS_GREETING_MAX (2 + 255)

/* RFC 1928 section 6. */
enum socks_reply { SOCKS_GRANTED = 0, SOCKS_NOT_ALLOWED = 2, SOCKS_NO_SUCH_COMMAND = 7, SOCKS_NO_SUCH_ADDRESS_TYPE = 8 };

struct socks {
	enum socks_step step;
	size_t len;                             /* of what was gathered of the message */
	uint8_t bytes[SOCKS_GREETING_MAX];
	char hash[SOCKS_HASH_LEN + 1];          /* ASKED: in small letters */
};

/* All zeros is the beginning. Takes what belongs to the handshake and says how much that was; nothing when it is over. */
size_t socks_feed(struct socks *socks, const void *data, size_t len, struct nx_buf *answer);
/* The answer to what was ASKED, with address and port as they were given (XEP-0065 section 6.3.2). */
void socks_answer(const struct socks *socks, enum socks_reply reply, struct nx_buf *answer);

#endif
