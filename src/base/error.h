/* Why something failed: a kind for programs, a text for people (STYLE.md section 5).
 * Fixed size, so that failing needs no memory. xmpp/error.c turns kinds into XMPP conditions. */
#ifndef NX_BASE_ERROR_H
#define NX_BASE_ERROR_H

#include <stdarg.h>

enum nx_error_kind {
	NX_E_NONE = 0,
	/* stanza conditions, RFC 6120 section 8.3.3 */
	NX_E_BAD_REQUEST, NX_E_CONFLICT, NX_E_FEATURE_NOT_IMPLEMENTED, NX_E_FORBIDDEN, NX_E_GONE,
	NX_E_INTERNAL, NX_E_ITEM_NOT_FOUND, NX_E_JID_MALFORMED, NX_E_NOT_ACCEPTABLE, NX_E_NOT_ALLOWED,
	NX_E_NOT_AUTHORIZED, NX_E_POLICY_VIOLATION, NX_E_RECIPIENT_UNAVAILABLE, NX_E_REDIRECT,
	NX_E_REGISTRATION_REQUIRED, NX_E_REMOTE_SERVER_NOT_FOUND, NX_E_REMOTE_SERVER_TIMEOUT,
	NX_E_RESOURCE_CONSTRAINT, NX_E_SERVICE_UNAVAILABLE, NX_E_SUBSCRIPTION_REQUIRED,
	NX_E_UNDEFINED_CONDITION, NX_E_UNEXPECTED_REQUEST,
	/* stream conditions, RFC 6120 section 4.9.3 (those that are not among the above) */
	NX_E_BAD_FORMAT, NX_E_BAD_NAMESPACE_PREFIX, NX_E_CONNECTION_TIMEOUT, NX_E_HOST_GONE,
	NX_E_HOST_UNKNOWN, NX_E_IMPROPER_ADDRESSING, NX_E_INVALID_FROM, NX_E_INVALID_NAMESPACE,
	NX_E_INVALID_XML, NX_E_NOT_WELL_FORMED, NX_E_RESET, NX_E_RESTRICTED_XML, NX_E_SEE_OTHER_HOST,
	NX_E_SYSTEM_SHUTDOWN, NX_E_UNSUPPORTED_ENCODING, NX_E_UNSUPPORTED_FEATURE,
	NX_E_UNSUPPORTED_STANZA_TYPE, NX_E_UNSUPPORTED_VERSION,
	/* SASL conditions, RFC 6120 section 6.5 (those that are not among the above) */
	NX_E_SASL_ABORTED, NX_E_SASL_ACCOUNT_DISABLED, NX_E_SASL_CREDENTIALS_EXPIRED,
	NX_E_SASL_ENCRYPTION_REQUIRED, NX_E_SASL_INCORRECT_ENCODING, NX_E_SASL_INVALID_AUTHZID,
	NX_E_SASL_INVALID_MECHANISM, NX_E_SASL_MALFORMED_REQUEST, NX_E_SASL_MECHANISM_TOO_WEAK,
	NX_E_SASL_TEMPORARY_FAILURE,
	/* our own */
	NX_E_STORE_FULL,        /* disk full: refused, nothing lost */
	NX_E_STORE_FAILED,
	NX_E_CONFIG,            /* a wrong option: exit code 78 */
	NX_E_SYSTEM,            /* the operating system refused: port in use, unreadable file */
	NX_E_LAST
};

struct nx_error {
	enum nx_error_kind kind;
	char text[240];
};

/* Fills err (may be NULL) and returns -1, so that a refusal is one line: return nx_fail(err, …);
 * A later call overwrites. Over-long texts keep their beginning and their end. */
int nx_fail(struct nx_error *err, enum nx_error_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
int nx_vfail(struct nx_error *err, enum nx_error_kind kind, const char *fmt, va_list ap)
	__attribute__((format(printf, 3, 0)));
/* Puts "what: " in front of the text that is there. Returns -1. */
int nx_fail_prefix(struct nx_error *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
