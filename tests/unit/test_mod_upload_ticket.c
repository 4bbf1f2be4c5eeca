/* Signed slots (XEP-0363 section 4): what is written is read, and nothing else is. */
#include <string.h>

#include "base/error.h"
#include "fixture.h"
#include "mod_upload/ticket.h"

#define PATH "/upload/abcdefghijklmnopqrstuvwxyz/picture.jpg"
#define DAY_MS 86400000LL

static const uint8_t secret[UPLOAD_SECRET_BYTES] = { 1, 2, 3 };
static const struct upload_ticket given = {
	.expires_at_ms = 1000 * DAY_MS + 5, .size_bytes = 23456, .purpose = FOR_EPHEMERAL, .gone_at_ms = 7, .owner = "romeo@school.example",
	.type = "text/plain; charset=utf-8",
};

static void what_was_written(void **state)
{
	(void)state;
	const char *header = upload_ticket_write(pool, secret, PATH, &given);
	struct upload_ticket got;
	struct nx_error err;

	assert_int_equal(upload_ticket_read(pool, secret, PATH, header, given.expires_at_ms - 1, &got, &err), 0);
	assert_true(got.expires_at_ms == given.expires_at_ms && got.size_bytes == given.size_bytes && got.gone_at_ms == given.gone_at_ms);
	assert_int_equal(got.purpose, given.purpose);
	assert_string_equal(got.owner, given.owner);
	assert_string_equal(got.type, given.type);
}

static void without_a_type(void **state)
{
	(void)state;
	struct upload_ticket ticket = given, got;
	struct nx_error err;

	ticket.type = "";
	ticket.purpose = FOR_MESSAGE;
	const char *header = upload_ticket_write(pool, secret, PATH, &ticket);

	assert_int_equal(upload_ticket_read(pool, secret, PATH, header, 0, &got, &err), 0);
	assert_string_equal(got.type, "");
}

static void expired(void **state)
{
	(void)state;
	const char *header = upload_ticket_write(pool, secret, PATH, &given);
	struct upload_ticket got = { .size_bytes = 1 };
	struct nx_error err;

	assert_int_equal(upload_ticket_read(pool, secret, PATH, header, given.expires_at_ms, &got, &err), -1);
	assert_int_equal(err.kind, NX_E_GONE);
	assert_int_equal(got.size_bytes, 1);
}

static void assert_refused(const uint8_t *key, const char *path, const char *header)
{
	struct upload_ticket got;
	struct nx_error err = {0};

	assert_int_equal(upload_ticket_read(pool, key, path, header, 0, &got, &err), -1);
	assert_int_equal(err.kind, NX_E_NOT_AUTHORIZED);
}

static void elsewhere(void **state)
{
	(void)state;
	static const uint8_t other[UPLOAD_SECRET_BYTES] = { 1, 2, 4 };
	const char *header = upload_ticket_write(pool, secret, PATH, &given);

	assert_refused(other, PATH, header);
	assert_refused(secret, PATH "x", header);
	assert_refused(secret, "", header);
	assert_refused(secret, PATH, NULL);
	assert_refused(secret, PATH, "");
	assert_refused(secret, PATH, "Bearer ");
	assert_refused(secret, PATH, "Bearer AAAA");
	assert_refused(secret, PATH, "Basic cm9tZW86c2VjcmV0");
	assert_refused(secret, PATH, header + strlen("Bearer "));
}

/* Each character changed, and each cut. */
static void damaged(void **state)
{
	(void)state;
	const char *header = upload_ticket_write(pool, secret, PATH, &given);

	for (size_t i = strlen("Bearer "); i < strlen(header); i++) {
		char *copy = nx_pool_strdup(pool, header);

		copy[i] = copy[i] == 'A' ? 'B' : 'A';
		assert_refused(secret, PATH, copy);
		copy[i] = '\0';
		assert_refused(secret, PATH, copy);
	}
}

/* What follows a path cannot pass for its end. */
static void path_and_text_are_apart(void **state)
{
	(void)state;
	const char *header = upload_ticket_write(pool, secret, PATH, &given);
	const char *longer = nx_pool_printf(pool, "%s%lld", PATH, (long long)given.expires_at_ms);

	assert_refused(secret, longer, header);
}

static void purposes(void **state)
{
	(void)state;
	for (unsigned i = 0; i < UPLOAD_PURPOSES; i++)
		assert_int_equal(upload_purpose_parse(upload_purpose_name((enum upload_purpose)i)), i);
	assert_int_equal(upload_purpose_parse("eternal"), UPLOAD_PURPOSES);
	assert_int_equal(upload_purpose_parse(""), UPLOAD_PURPOSES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_was_written),
		CASE(without_a_type),
		CASE(expired),
		CASE(elsewhere),
		CASE(damaged),
		CASE(path_and_text_are_apart),
		cmocka_unit_test(purposes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
