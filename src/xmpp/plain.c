/* PLAIN (RFC 4616 section 2): message = [authzid] NUL authcid NUL passwd, in UTF-8. */
#include "xmpp/scram.h"

#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"

#include <string.h>

int nx_plain_parse(struct nx_pool *pool, const char *msg, size_t len, const char **authzid_r,
		   const char **username_r, char **password_r, struct nx_error *err)
{
	const char *end = msg + len, *user = len ? memchr(msg, '\0', len) : NULL, *password;

	if (!user)
		return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "PLAIN: the message has no user name");
	user++;
	password = memchr(user, '\0', (size_t)(end - user));
	if (!password)
		return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "PLAIN: the message has no password");
	password++;
	if (memchr(password, '\0', (size_t)(end - password)))
		return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "PLAIN: the message has more than three parts");
	if (password - user == 1 || password == end)
		return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "PLAIN: the user name or the password is empty");
	if (!nx_utf8_is_valid(msg, len))
		return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "PLAIN: the message is not valid UTF-8");
	*authzid_r = *msg ? nx_pool_strdup(pool, msg) : NULL;
	*username_r = nx_pool_strdup(pool, user);
	*password_r = nx_pool_strndup(pool, password, (size_t)(end - password));
	return 0;
}
