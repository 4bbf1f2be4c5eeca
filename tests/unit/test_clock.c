/* base/clock: the fake clock and XEP-0082 date-times. */
#include "base/clock.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void a_fake_clock_moves_when_told(void **state)
{
	struct nx_clock fake = { true, 0, 1000000 };
	const struct nx_clock real = NX_CLOCK_REAL;
	int64_t now = nx_clock_ms(&real);

	(void)state;
	nx_clock_advance(&fake, 5);
	assert_true(nx_clock_ms(&fake) == 5 && nx_clock_wall_ms(&fake) == 1000005);
	assert_true(nx_clock_ms(&real) >= now);
	assert_true(nx_clock_wall_ms(&real) > INT64_C(1500000000000));
}

static void xep0082_section_3_2(void **state)
{
	static const struct { const char *in, *out; } table[] = {
		{ "1969-07-21T02:56:15Z", "1969-07-21T02:56:15.000Z" },
		{ "1969-07-20T21:56:15-05:00", "1969-07-21T02:56:15.000Z" },
		{ "2026-11-21T06:30:00.123Z", "2026-11-21T06:30:00.123Z" },
		{ "2026-11-21T06:30:00.1Z", "2026-11-21T06:30:00.100Z" },
		{ "2026-11-21T06:30:00.123999Z", "2026-11-21T06:30:00.123Z" },
		{ "2024-02-29T23:59:59+14:00", "2024-02-29T09:59:59.000Z" },
		{ "2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z" },
		{ "2100-03-01T00:00:00+00:30", "2100-02-28T23:30:00.000Z" },
		{ "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z" },
		{ "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z" },
		{ "0000-03-01T00:00:00Z", "0000-03-01T00:00:00.000Z" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		char out[NX_DATETIME_SIZE];
		int64_t ms;

		assert_int_equal(nx_datetime_parse(table[i].in, &ms), 0);
		nx_datetime_format(out, ms, true);
		assert_string_equal(out, table[i].out);
	}
}

static void what_is_no_date_time(void **state)
{
	static const char *const table[] = {
		"", "2026", "2026-11-21", "2026-11-21T06:30:00", "2026-11-21 06:30:00Z", "2026-13-01T00:00:00Z",
		"2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
		"2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
		"2026-01-01T00:00:00.Z", "2026-01-01T00:00:00Zx", "2026-01-01T00:00:00+0100",
		"2026-01-01T00:00:00+15:00", "2026-01-01T00:00:00+01:60", "20260101T00:00:00Z", "-026-01-01T00:00:00Z",
		" 2026-01-01T00:00:00Z", "2026-1-01T00:00:00Z", "2026-01-01t00:00:00z",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		int64_t ms = 77;

		assert_int_equal(nx_datetime_parse(table[i], &ms), -1);
		assert_true(ms == 77);
	}
}

static void formatting(void **state)
{
	char out[NX_DATETIME_SIZE];

	(void)state;
	nx_datetime_format(out, 0, false);
	assert_string_equal(out, "1970-01-01T00:00:00Z");
	nx_datetime_format(out, -1, true);
	assert_string_equal(out, "1969-12-31T23:59:59.999Z");
	nx_datetime_format(out, INT64_MAX, true);
	assert_true(strlen(out) < NX_DATETIME_SIZE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fake_clock_moves_when_told), cmocka_unit_test(xep0082_section_3_2),
		cmocka_unit_test(what_is_no_date_time), cmocka_unit_test(formatting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
