/* The table of kinds and conditions: RFC 6120 section 8.3.3 (stanzas, with the type each condition SHOULD have),
 * section 4.9.3 (streams) and section 6.5 (SASL). One row per kind, in the order of base/error.h; an empty column
 * means that the layer has no word for it and says its general one. A new kind needs a row only when it is
 * not to be told as our own failure. */
#include "xmpp/error.h"

#include "base/assert.h"

#include <stddef.h>

struct row {
	const char *stanza, *type;
	const char *stream;
	const char *sasl;
};

#define CANCEL "cancel"
#define MODIFY "modify"
#define AUTH "auth"
#define WAIT "wait"

static const struct row rows[NX_E_LAST] = {
	[NX_E_BAD_REQUEST] = { "bad-request", MODIFY, "bad-format", "malformed-request" },
	[NX_E_CONFLICT] = { "conflict", CANCEL, "conflict", NULL },
	[NX_E_FEATURE_NOT_IMPLEMENTED] = { "feature-not-implemented", CANCEL, "unsupported-feature", NULL },
	[NX_E_FORBIDDEN] = { "forbidden", AUTH, "not-authorized", "not-authorized" },
	[NX_E_GONE] = { "gone", CANCEL, "host-gone", NULL },
	[NX_E_INTERNAL] = { "internal-server-error", CANCEL, "internal-server-error", NULL },
	[NX_E_ITEM_NOT_FOUND] = { "item-not-found", CANCEL, NULL, "not-authorized" },
	[NX_E_JID_MALFORMED] = { "jid-malformed", MODIFY, "improper-addressing", "not-authorized" },
	[NX_E_NOT_ACCEPTABLE] = { "not-acceptable", MODIFY, NULL, "not-authorized" },
	[NX_E_NOT_ALLOWED] = { "not-allowed", CANCEL, "policy-violation", "not-authorized" },
	[NX_E_NOT_AUTHORIZED] = { "not-authorized", AUTH, "not-authorized", "not-authorized" },
	/* "modify" or "wait", depending on the policy: the sender has to do something different in both cases. */
	[NX_E_POLICY_VIOLATION] = { "policy-violation", MODIFY, "policy-violation", NULL },
	[NX_E_RECIPIENT_UNAVAILABLE] = { "recipient-unavailable", WAIT, NULL, NULL },
	[NX_E_REDIRECT] = { "redirect", MODIFY, NULL, NULL },
	[NX_E_REGISTRATION_REQUIRED] = { "registration-required", AUTH, "not-authorized", "not-authorized" },
	[NX_E_REMOTE_SERVER_NOT_FOUND] = { "remote-server-not-found", CANCEL, "remote-connection-failed", NULL },
	[NX_E_REMOTE_SERVER_TIMEOUT] = { "remote-server-timeout", WAIT, "remote-connection-failed", NULL },
	[NX_E_RESOURCE_CONSTRAINT] = { "resource-constraint", WAIT, "resource-constraint", NULL },
	[NX_E_SERVICE_UNAVAILABLE] = { "service-unavailable", CANCEL, NULL, NULL },
	[NX_E_SUBSCRIPTION_REQUIRED] = { "subscription-required", AUTH, "not-authorized", "not-authorized" },
	[NX_E_UNDEFINED_CONDITION] = { "undefined-condition", CANCEL, "undefined-condition", NULL },
	/* "wait" or "modify": nobody waits for a request out of order to become right. */
	[NX_E_UNEXPECTED_REQUEST] = { "unexpected-request", MODIFY, NULL, "malformed-request" },

	/* What is said of a stream as a whole can be said of one stanza where the stanza caused it. */
	[NX_E_BAD_FORMAT] = { "bad-request", MODIFY, "bad-format", "malformed-request" },
	[NX_E_BAD_NAMESPACE_PREFIX] = { "bad-request", MODIFY, "bad-namespace-prefix", NULL },
	[NX_E_CONNECTION_TIMEOUT] = { "remote-server-timeout", WAIT, "connection-timeout", NULL },
	[NX_E_HOST_GONE] = { "gone", CANCEL, "host-gone", NULL },
	[NX_E_HOST_UNKNOWN] = { "item-not-found", CANCEL, "host-unknown", NULL },
	[NX_E_IMPROPER_ADDRESSING] = { "jid-malformed", MODIFY, "improper-addressing", NULL },
	[NX_E_INVALID_FROM] = { "bad-request", MODIFY, "invalid-from", NULL },
	[NX_E_INVALID_NAMESPACE] = { "bad-request", MODIFY, "invalid-namespace", NULL },
	[NX_E_INVALID_XML] = { "bad-request", MODIFY, "invalid-xml", NULL },
	[NX_E_NOT_WELL_FORMED] = { "bad-request", MODIFY, "not-well-formed", NULL },
	[NX_E_RESET] = { NULL, NULL, "reset", NULL },
	[NX_E_RESTRICTED_XML] = { "bad-request", MODIFY, "restricted-xml", NULL },
	[NX_E_SEE_OTHER_HOST] = { "redirect", MODIFY, "see-other-host", NULL },
	[NX_E_SYSTEM_SHUTDOWN] = { "service-unavailable", CANCEL, "system-shutdown", NULL },
	[NX_E_UNSUPPORTED_ENCODING] = { "bad-request", MODIFY, "unsupported-encoding", NULL },
	[NX_E_UNSUPPORTED_FEATURE] = { "feature-not-implemented", CANCEL, "unsupported-feature", NULL },
	[NX_E_UNSUPPORTED_STANZA_TYPE] = { "bad-request", MODIFY, "unsupported-stanza-type", NULL },
	[NX_E_UNSUPPORTED_VERSION] = { NULL, NULL, "unsupported-version", NULL },

	[NX_E_SASL_ABORTED] = { NULL, NULL, NULL, "aborted" },
	[NX_E_SASL_ACCOUNT_DISABLED] = { NULL, NULL, "not-authorized", "account-disabled" },
	[NX_E_SASL_CREDENTIALS_EXPIRED] = { NULL, NULL, "not-authorized", "credentials-expired" },
	[NX_E_SASL_ENCRYPTION_REQUIRED] = { NULL, NULL, "policy-violation", "encryption-required" },
	[NX_E_SASL_INCORRECT_ENCODING] = { NULL, NULL, NULL, "incorrect-encoding" },
	[NX_E_SASL_INVALID_AUTHZID] = { NULL, NULL, NULL, "invalid-authzid" },
	[NX_E_SASL_INVALID_MECHANISM] = { NULL, NULL, NULL, "invalid-mechanism" },
	[NX_E_SASL_MALFORMED_REQUEST] = { NULL, NULL, NULL, "malformed-request" },
	[NX_E_SASL_MECHANISM_TOO_WEAK] = { NULL, NULL, NULL, "mechanism-too-weak" },
	[NX_E_SASL_TEMPORARY_FAILURE] = { NULL, NULL, NULL, "temporary-auth-failure" },

	/* A full disk is told apart from a broken one: the sender may try again when somebody made room. */
	[NX_E_STORE_FULL] = { "resource-constraint", WAIT, "resource-constraint", NULL },
	[NX_E_STORE_FAILED] = { "internal-server-error", CANCEL, "internal-server-error", NULL },
};

static const struct row *find_row(enum nx_error_kind kind)
{
	nx_assert(kind < NX_E_LAST);
	return &rows[kind];
}

const char *nx_error_stanza_condition(enum nx_error_kind kind)
{
	const struct row *row = find_row(kind);

	return row->stanza ? row->stanza : "internal-server-error";
}

const char *nx_error_stanza_type(enum nx_error_kind kind)
{
	const struct row *row = find_row(kind);

	return row->type ? row->type : CANCEL;
}

const char *nx_error_stream_condition(enum nx_error_kind kind)
{
	const struct row *row = find_row(kind);

	return row->stream ? row->stream : "undefined-condition";
}

const char *nx_error_sasl_condition(enum nx_error_kind kind)
{
	const struct row *row = find_row(kind);

	return row->sasl ? row->sasl : "temporary-auth-failure";
}
