/* JID escaping (XEP-0106): characters that no localpart may have stand there as \hexhex, and people see the characters. The
 * server routes and compares addresses as they are on the wire (section 4.1 rules 4 and 5); it unescapes what people read or look for. */
#include "xmpp/jid.h"
#include "xmpp/jid_private.h"

#include <string.h>

#include "base/error.h"
#include "base/pool.h"

/* Section 3.3. Case is significant, and localparts have lower case only. */
static const struct { char sequence[4]; char character; } escapes[] = {
	{ "\\20", ' ' }, { "\\22", '"' }, { "\\26", '&' }, { "\\27", '\'' }, { "\\2f", '/' }, { "\\3a", ':' }, { "\\3c", '<' },
	{ "\\3e", '>' }, { "\\40", '@' }, { "\\5c", '\\' },
};

/* The character that the text begins with in escaped form; 0: none. */
static char escaped_at(const char *text)
{
	for (size_t i = 0; i < sizeof(escapes) / sizeof(escapes[0]); i++) {
		if (strncmp(text, escapes[i].sequence, 3) == 0)
			return escapes[i].character;
	}
	return 0;
}

char *nx_jid_unescape_local(struct nx_pool *pool, const char *local)
{
	char *text = nx_pool_strdup(pool, local), *to = text;
	char character;

	/* Section 4.3: whatever is no whole escape stays as it is. */
	while (*local) {
		if ((character = escaped_at(local))) {
			*to++ = character;
			local += 3;
		} else {
			*to++ = *local++;
		}
	}
	*to = '\0';
	return text;
}

int jid_check_escapes(const char *local, size_t len, struct nx_error *err)
{
	if (len >= 3 && (memcmp(local, "\\20", 3) == 0 || memcmp(local + len - 3, "\\20", 3) == 0))
		return nx_fail(err, NX_E_JID_MALFORMED, "the local part of the address begins or ends with an escaped space (\\20)");
	return 0;
}
