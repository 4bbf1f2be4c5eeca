/* The table of conditions against the lists of RFC 6120 sections 4.9.3, 6.5 and 8.3.3. */
#include "xmpp/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Section 8.3.3, with the types that each condition may have ("SHOULD be …"). */
struct stanza_row { enum nx_error_kind kind; const char *condition, *types; };

static const struct stanza_row stanza_rows[] = {
	{ NX_E_BAD_REQUEST, "bad-request", "modify" },
	{ NX_E_CONFLICT, "conflict", "cancel" },
	{ NX_E_FEATURE_NOT_IMPLEMENTED, "feature-not-implemented", "cancel modify" },
	{ NX_E_FORBIDDEN, "forbidden", "auth" },
	{ NX_E_GONE, "gone", "cancel" },
	{ NX_E_INTERNAL, "internal-server-error", "cancel" },
	{ NX_E_ITEM_NOT_FOUND, "item-not-found", "cancel" },
	{ NX_E_JID_MALFORMED, "jid-malformed", "modify" },
	{ NX_E_NOT_ACCEPTABLE, "not-acceptable", "modify" },
	{ NX_E_NOT_ALLOWED, "not-allowed", "cancel" },
	{ NX_E_NOT_AUTHORIZED, "not-authorized", "auth" },
	{ NX_E_POLICY_VIOLATION, "policy-violation", "modify wait" },
	{ NX_E_RECIPIENT_UNAVAILABLE, "recipient-unavailable", "wait" },
	{ NX_E_REDIRECT, "redirect", "modify" },
	{ NX_E_REGISTRATION_REQUIRED, "registration-required", "auth" },
	{ NX_E_REMOTE_SERVER_NOT_FOUND, "remote-server-not-found", "cancel" },
	{ NX_E_REMOTE_SERVER_TIMEOUT, "remote-server-timeout", "wait" },
	{ NX_E_RESOURCE_CONSTRAINT, "resource-constraint", "wait" },
	{ NX_E_SERVICE_UNAVAILABLE, "service-unavailable", "cancel" },
	{ NX_E_SUBSCRIPTION_REQUIRED, "subscription-required", "auth" },
	{ NX_E_UNDEFINED_CONDITION, "undefined-condition", "auth cancel modify wait" },
	{ NX_E_UNEXPECTED_REQUEST, "unexpected-request", "wait modify" },
	/* the base's own, and kinds for which a stanza has no word */
	{ NX_E_STORE_FULL, "resource-constraint", "wait" },
	{ NX_E_STORE_FAILED, "internal-server-error", "cancel" },
	{ NX_E_CONFIG, "internal-server-error", "cancel" },
	{ NX_E_SYSTEM, "internal-server-error", "cancel" },
	{ NX_E_RESET, "internal-server-error", "cancel" },
	{ NX_E_SASL_ABORTED, "internal-server-error", "cancel" },
	{ NX_E_NONE, "internal-server-error", "cancel" },
};

struct row { enum nx_error_kind kind; const char *condition; };

static const struct row stream_rows[] = {
	{ NX_E_BAD_FORMAT, "bad-format" }, { NX_E_BAD_NAMESPACE_PREFIX, "bad-namespace-prefix" },
	{ NX_E_CONFLICT, "conflict" }, { NX_E_CONNECTION_TIMEOUT, "connection-timeout" },
	{ NX_E_HOST_GONE, "host-gone" }, { NX_E_HOST_UNKNOWN, "host-unknown" },
	{ NX_E_IMPROPER_ADDRESSING, "improper-addressing" }, { NX_E_INTERNAL, "internal-server-error" },
	{ NX_E_INVALID_FROM, "invalid-from" }, { NX_E_INVALID_NAMESPACE, "invalid-namespace" },
	{ NX_E_INVALID_XML, "invalid-xml" }, { NX_E_NOT_AUTHORIZED, "not-authorized" },
	{ NX_E_NOT_WELL_FORMED, "not-well-formed" }, { NX_E_POLICY_VIOLATION, "policy-violation" },
	{ NX_E_REMOTE_SERVER_NOT_FOUND, "remote-connection-failed" }, { NX_E_RESET, "reset" },
	{ NX_E_RESOURCE_CONSTRAINT, "resource-constraint" }, { NX_E_RESTRICTED_XML, "restricted-xml" },
	{ NX_E_SEE_OTHER_HOST, "see-other-host" }, { NX_E_SYSTEM_SHUTDOWN, "system-shutdown" },
	{ NX_E_UNDEFINED_CONDITION, "undefined-condition" }, { NX_E_UNSUPPORTED_ENCODING, "unsupported-encoding" },
	{ NX_E_UNSUPPORTED_FEATURE, "unsupported-feature" },
	{ NX_E_UNSUPPORTED_STANZA_TYPE, "unsupported-stanza-type" },
	{ NX_E_UNSUPPORTED_VERSION, "unsupported-version" },
};

static const struct row sasl_rows[] = {
	{ NX_E_SASL_ABORTED, "aborted" }, { NX_E_SASL_ACCOUNT_DISABLED, "account-disabled" },
	{ NX_E_SASL_CREDENTIALS_EXPIRED, "credentials-expired" },
	{ NX_E_SASL_ENCRYPTION_REQUIRED, "encryption-required" },
	{ NX_E_SASL_INCORRECT_ENCODING, "incorrect-encoding" }, { NX_E_SASL_INVALID_AUTHZID, "invalid-authzid" },
	{ NX_E_SASL_INVALID_MECHANISM, "invalid-mechanism" }, { NX_E_SASL_MALFORMED_REQUEST, "malformed-request" },
	{ NX_E_SASL_MECHANISM_TOO_WEAK, "mechanism-too-weak" }, { NX_E_NOT_AUTHORIZED, "not-authorized" },
	{ NX_E_SASL_TEMPORARY_FAILURE, "temporary-auth-failure" },
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* Section 6.5.10: nobody learns from the condition whether it was the name or the password. */
static const enum nx_error_kind told_as_not_authorized[] = {
	NX_E_ITEM_NOT_FOUND, NX_E_JID_MALFORMED, NX_E_FORBIDDEN, NX_E_NOT_ALLOWED, NX_E_NOT_ACCEPTABLE,
};

static void test_stanza_conditions_8_3_3(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(stanza_rows); i++) {
		assert_string_equal(nx_error_stanza_condition(stanza_rows[i].kind), stanza_rows[i].condition);
		assert_non_null(strstr(stanza_rows[i].types, nx_error_stanza_type(stanza_rows[i].kind)));
	}
}

static void test_stream_conditions_4_9_3(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(stream_rows); i++)
		assert_string_equal(nx_error_stream_condition(stream_rows[i].kind), stream_rows[i].condition);
}

static void test_sasl_conditions_6_5(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sasl_rows); i++)
		assert_string_equal(nx_error_sasl_condition(sasl_rows[i].kind), sasl_rows[i].condition);
	for (size_t i = 0; i < COUNT(told_as_not_authorized); i++)
		assert_string_equal(nx_error_sasl_condition(told_as_not_authorized[i]), "not-authorized");
}

/* The first 22 rows are those of the RFC; what is said more is one of them too. */
static bool is_stanza_condition(const char *condition)
{
	for (size_t i = 0; i < 22; i++)
		if (strcmp(stanza_rows[i].condition, condition) == 0)
			return true;
	return false;
}

static bool is_in(const struct row *rows, size_t count, const char *condition)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].condition, condition) == 0)
			return true;
	return false;
}

static void test_every_kind_has_defined_conditions(void **state)
{
	(void)state;
	for (int k = NX_E_NONE; k < NX_E_LAST; k++) {
		enum nx_error_kind kind = (enum nx_error_kind)k;
		const char *type = nx_error_stanza_type(kind);

		assert_true(is_stanza_condition(nx_error_stanza_condition(kind)));
		assert_true(strcmp(type, "auth") == 0 || strcmp(type, "cancel") == 0 || strcmp(type, "modify") == 0 ||
			    strcmp(type, "wait") == 0);
		assert_true(is_in(stream_rows, COUNT(stream_rows), nx_error_stream_condition(kind)));
		assert_true(is_in(sasl_rows, COUNT(sasl_rows), nx_error_sasl_condition(kind)));
	}
}

/* A condition has one type, whichever kind led to it. */
static void test_same_condition_same_type(void **state)
{
	(void)state;
	for (int a = NX_E_NONE; a < NX_E_LAST; a++)
		for (int b = a + 1; b < NX_E_LAST; b++)
			if (strcmp(nx_error_stanza_condition((enum nx_error_kind)a),
				   nx_error_stanza_condition((enum nx_error_kind)b)) == 0)
				assert_string_equal(nx_error_stanza_type((enum nx_error_kind)a),
						    nx_error_stanza_type((enum nx_error_kind)b));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stanza_conditions_8_3_3),
		cmocka_unit_test(test_stream_conditions_4_9_3),
		cmocka_unit_test(test_sasl_conditions_6_5),
		cmocka_unit_test(test_every_kind_has_defined_conditions),
		cmocka_unit_test(test_same_condition_same_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
