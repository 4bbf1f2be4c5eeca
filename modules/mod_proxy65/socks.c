/* SOCKS5 for XEP-0065 (socks.h). A message is gathered until it is whole; how long it is, its first bytes say. */
#include "mod_proxy65/socks.h"

#include <string.h>

#include "base/buf.h"

#define SOCKS_VERSION 5
#define NO_AUTHENTICATION 0
#define NOTHING_ACCEPTABLE 0xff
#define CONNECT 1
#define DOMAIN_NAME 3
#define HEAD_LEN 5              /* of a request: up to the length of the name */

_Static_assert(SOCKS_REQUEST_LEN <= SOCKS_GREETING_MAX, "both fit");

static void refuse(struct socks *socks, enum socks_reply reply, struct nx_buf *answer)
{
	/* RFC 1928 section 6: from which address, is meaningless here. */
	const uint8_t text[] = { SOCKS_VERSION, (uint8_t)reply, 0, 1, 0, 0, 0, 0, 0, 0 };

	nx_buf_add(answer, text, sizeof(text));
	socks->step = SOCKS_REFUSED;
}

/* ---- the greeting: version, number of methods, methods (section 3) ---- */

static size_t greeting_len(const struct socks *socks)
{
	return socks->len < 2 ? 2 : 2u + socks->bytes[1];
}

static void take_greeting(struct socks *socks, struct nx_buf *answer)
{
	uint8_t choice[] = { SOCKS_VERSION, NO_AUTHENTICATION };

	socks->step = SOCKS_REQUEST;
	if (!memchr(socks->bytes + 2, NO_AUTHENTICATION, socks->bytes[1])) {
		choice[1] = NOTHING_ACCEPTABLE;
		socks->step = SOCKS_REFUSED;
	}
	nx_buf_add(answer, choice, sizeof(choice));
}

/* ---- the request: version, command, 0, type of address, length, address, port (section 4) ---- */

/* True when all is as XEP-0065 section 10.2 has it. */
static bool take_hash(struct socks *socks)
{
	for (size_t i = 0; i < SOCKS_HASH_LEN; i++) {
		char c = (char)socks->bytes[HEAD_LEN + i];

		if (c >= 'A' && c <= 'F')
			c = (char)(c - 'A' + 'a');
		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
			return false;
		socks->hash[i] = c;
	}
	return true;
}

/* As soon as the head is there, what is not for us is known. */
static void check_request(struct socks *socks, struct nx_buf *answer)
{
	if (socks->bytes[1] != CONNECT)
		refuse(socks, SOCKS_NO_SUCH_COMMAND, answer);
	else if (socks->bytes[3] != DOMAIN_NAME)
		refuse(socks, SOCKS_NO_SUCH_ADDRESS_TYPE, answer);
	else if (socks->bytes[4] != SOCKS_HASH_LEN)
		refuse(socks, SOCKS_NOT_ALLOWED, answer);
}

static void take_request(struct socks *socks, struct nx_buf *answer)
{
	if (take_hash(socks))
		socks->step = SOCKS_ASKED;
	else
		refuse(socks, SOCKS_NOT_ALLOWED, answer);
}

/* ---- bytes ---- */

/* One more byte has come. */
static void look(struct socks *socks, struct nx_buf *answer)
{
	if (socks->bytes[0] != SOCKS_VERSION) {
		socks->step = SOCKS_REFUSED;
	} else if (socks->step == SOCKS_GREETING) {
		if (socks->len < greeting_len(socks))
			return;
		take_greeting(socks, answer);
		socks->len = 0;
	} else if (socks->len == HEAD_LEN) {
		check_request(socks, answer);
	} else if (socks->len == SOCKS_REQUEST_LEN) {
		take_request(socks, answer);
	}
}

size_t socks_feed(struct socks *socks, const void *data, size_t len, struct nx_buf *answer)
{
	const uint8_t *bytes = data;
	size_t used = 0;

	while (used < len && (socks->step == SOCKS_GREETING || socks->step == SOCKS_REQUEST)) {
		socks->bytes[socks->len++] = bytes[used++];
		look(socks, answer);
	}
	return used;
}

void socks_answer(const struct socks *socks, enum socks_reply reply, struct nx_buf *answer)
{
	const uint8_t head[] = { SOCKS_VERSION, (uint8_t)reply, 0 };

	nx_buf_add(answer, head, sizeof(head));
	nx_buf_add(answer, socks->bytes + 3, SOCKS_REQUEST_LEN - 3);
}
