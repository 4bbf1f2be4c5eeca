/* Signed slots (ticket.h). A ticket is base64 of a signature (HMAC-SHA256) and a line of text:
 *   EXPIRES SIZE PURPOSE GONE OWNER TYPE
 * Only TYPE may have blanks in it, or be empty. */
#include "mod_upload/ticket.h"

#include <inttypes.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"

#define SCHEME "Bearer "
#define MAC_BYTES 32
#define DAY_MS 86400000
/* Longer than any that we write: owner and type have limits of their own. */
#define MAX_TEXT 8192

static const char *const purposes[UPLOAD_PURPOSES] = {
	[FOR_MESSAGE] = "message", [FOR_PROFILE] = "profile", [FOR_EPHEMERAL] = "ephemeral", [FOR_PERMANENT] = "permanent",
};

const char *upload_purpose_name(enum upload_purpose purpose)
{
	return purposes[purpose];
}

enum upload_purpose upload_purpose_parse(const char *name)
{
	unsigned purpose = 0;

	while (purpose < UPLOAD_PURPOSES && strcmp(purposes[purpose], name) != 0)
		purpose++;
	return (enum upload_purpose)purpose;
}

/* ---- signing ---- */

static void sign_with(const uint8_t *key, size_t key_len, const char *text, size_t len, uint8_t mac[MAC_BYTES])
{
	unsigned mac_len = MAC_BYTES;

	HMAC(EVP_sha256(), key, (int)key_len, (const unsigned char *)text, len, mac, &mac_len);
}

/* The path ends where its NUL is, so no path can pass for another one and the beginning of a ticket. */
static void sign(struct nx_pool *pool, const uint8_t secret[UPLOAD_SECRET_BYTES], const char *path, const char *text, int64_t expires_at_ms,
		 uint8_t mac[MAC_BYTES])
{
	const char *label = nx_pool_printf(pool, "slots of day %" PRId64, expires_at_ms / DAY_MS);
	size_t path_size = strlen(path) + 1, len = path_size + strlen(text);
	char *signed_text = nx_pool_alloc(pool, len + 1);
	uint8_t key[MAC_BYTES];

	memcpy(signed_text, path, path_size);
	memcpy(signed_text + path_size, text, strlen(text));
	sign_with(secret, UPLOAD_SECRET_BYTES, label, strlen(label), key);
	sign_with(key, sizeof(key), signed_text, len, mac);
	nx_secret_wipe(key, sizeof(key));
}

const char *upload_ticket_write(struct nx_pool *pool, const uint8_t secret[UPLOAD_SECRET_BYTES], const char *path,
				const struct upload_ticket *ticket)
{
	const char *text = nx_pool_printf(pool, "%" PRId64 " %" PRId64 " %s %" PRId64 " %s %s", ticket->expires_at_ms, ticket->size_bytes,
					  purposes[ticket->purpose], ticket->gone_at_ms, ticket->owner, ticket->type);
	struct nx_buf bytes = NX_BUF_INIT, value = NX_BUF_INIT;
	uint8_t mac[MAC_BYTES];

	sign(pool, secret, path, text, ticket->expires_at_ms, mac);
	nx_buf_add(&bytes, mac, sizeof(mac));
	nx_buf_puts(&bytes, text);
	nx_buf_puts(&value, SCHEME);
	nx_base64_add(&value, bytes.data, bytes.len);
	const char *header = nx_pool_strdup(pool, nx_buf_str(&value));

	nx_buf_done(&bytes);
	nx_buf_done(&value);
	return header;
}

/* ---- reading ---- */

/* The word before the next blank; *rest goes on behind it. NULL: there is no blank. */
static char *take_word(char **rest)
{
	char *word = *rest, *blank = strchr(word, ' ');

	if (!blank)
		return NULL;
	*blank = '\0';
	*rest = blank + 1;
	return word;
}

static bool take_number(char **rest, int64_t *value_r)
{
	const char *word = take_word(rest);

	return word && nx_str_to_i64(word, 0, INT64_MAX, value_r) == 0;
}

/* Cuts text up. */
static bool parse(char *text, struct upload_ticket *ticket)
{
	const char *purpose;

	if (!take_number(&text, &ticket->expires_at_ms) || !take_number(&text, &ticket->size_bytes))
		return false;
	purpose = take_word(&text);
	if (!purpose || !take_number(&text, &ticket->gone_at_ms))
		return false;
	ticket->purpose = upload_purpose_parse(purpose);
	ticket->owner = take_word(&text);
	ticket->type = text;
	return ticket->purpose < UPLOAD_PURPOSES && ticket->owner;
}

/* The signature and, behind it, the text with a NUL; NULL: it is none of ours. */
static uint8_t *decode(struct nx_pool *pool, const char *authorization)
{
	size_t scheme_len = strlen(SCHEME), len;
	uint8_t *bytes;
	int count;

	if (!authorization || strncasecmp(authorization, SCHEME, scheme_len) != 0)
		return NULL;
	len = strlen(authorization + scheme_len);
	if (len > MAX_TEXT)
		return NULL;
	bytes = nx_pool_alloc(pool, len + 1);
	count = nx_base64_decode(bytes, authorization + scheme_len, len);
	return count > MAC_BYTES && !memchr(bytes + MAC_BYTES, '\0', (size_t)count - MAC_BYTES) ? bytes : NULL;
}

int upload_ticket_read(struct nx_pool *pool, const uint8_t secret[UPLOAD_SECRET_BYTES], const char *path, const char *authorization,
		       int64_t now_ms, struct upload_ticket *ticket_r, struct nx_error *err)
{
	uint8_t *bytes = decode(pool, authorization), mac[MAC_BYTES];
	struct upload_ticket ticket;
	char *text;

	if (!bytes)
		return nx_fail(err, NX_E_NOT_AUTHORIZED, "An upload needs the Authorization header of its slot");
	text = nx_pool_strdup(pool, (const char *)bytes + MAC_BYTES);
	if (!parse(text, &ticket))
		return nx_fail(err, NX_E_NOT_AUTHORIZED, "The Authorization header is not that of a slot");
	/* Nothing of it is believed before this; which day's key is tried is all that it can choose. */
	sign(pool, secret, path, (const char *)bytes + MAC_BYTES, ticket.expires_at_ms, mac);
	if (!nx_secret_eq(mac, bytes, sizeof(mac)))
		return nx_fail(err, NX_E_NOT_AUTHORIZED, "The Authorization header is not that of this slot");
	if (ticket.expires_at_ms <= now_ms)
		return nx_fail(err, NX_E_GONE, "The slot has expired; ask for a new one");
	*ticket_r = ticket;
	return 0;
}
