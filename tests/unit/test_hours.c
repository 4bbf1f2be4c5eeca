/* Spans of the day, and the time in zones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/hours.h"

#define SPANS(...) (const char *const[]){ __VA_ARGS__, NULL }
#define AT(h, m) ((h) * 60 + (m))

static void only_spans_are_taken(void **state)
{
	static const char *const good[] = { "22:00-06:00", "00:00-24:00", "13:05-13:06", "23:59-00:00", "00:00-00:01" };
	static const char *const bad[] = { "", "22-06", "22:00", "22:00-", "22:00-6:00", "24:00-06:00", "22:60-06:00", "25:00-06:00",
					   "22:00-24:01", "22:00_06:00", "2 :00-06:00", "22:00-06:00 ", "-1:00-06:00", "12:00-12:00",
					   "22:00-06:0\xc3" };
	struct nx_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_int_equal(nx_hours_check(good[i], &err), 0);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(nx_hours_check(bad[i], &err), -1);
		assert_string_equal(err.text, "not a span of the day; write 22:00-06:00");
	}
}

static void spans_begin_and_end(void **state)
{
	(void)state;
	assert_int_equal(nx_hours_until(SPANS("12:00-13:30"), AT(11, 59)), NX_HOURS_NOT);
	assert_int_equal(nx_hours_until(SPANS("12:00-13:30"), AT(12, 0)), AT(13, 30));
	assert_int_equal(nx_hours_until(SPANS("12:00-13:30"), AT(13, 29)), AT(13, 30));
	assert_int_equal(nx_hours_until(SPANS("12:00-13:30"), AT(13, 30)), NX_HOURS_NOT);
	assert_int_equal(nx_hours_until((const char *const[]){ NULL }, AT(12, 0)), NX_HOURS_NOT);
}

static void spans_pass_midnight(void **state)
{
	(void)state;
	assert_int_equal(nx_hours_until(SPANS("22:00-06:00"), AT(21, 59)), NX_HOURS_NOT);
	assert_int_equal(nx_hours_until(SPANS("22:00-06:00"), AT(22, 0)), AT(6, 0));
	assert_int_equal(nx_hours_until(SPANS("22:00-06:00"), AT(0, 0)), AT(6, 0));
	assert_int_equal(nx_hours_until(SPANS("22:00-06:00"), AT(5, 59)), AT(6, 0));
	assert_int_equal(nx_hours_until(SPANS("22:00-06:00"), AT(6, 0)), NX_HOURS_NOT);
	assert_int_equal(nx_hours_until(SPANS("22:00-24:00"), AT(23, 59)), 0);
	assert_int_equal(nx_hours_until(SPANS("22:00-24:00"), 0), NX_HOURS_NOT);
}

static void spans_that_meet_are_one(void **state)
{
	(void)state;
	assert_int_equal(nx_hours_until(SPANS("12:00-13:00", "22:00-24:00", "00:00-06:00"), AT(23, 0)), AT(6, 0));
	assert_int_equal(nx_hours_until(SPANS("12:00-13:00", "12:30-14:00"), AT(12, 10)), AT(14, 0));
	assert_int_equal(nx_hours_until(SPANS("12:00-13:00", "13:01-14:00"), AT(12, 10)), AT(13, 0));
	assert_int_equal(nx_hours_until(SPANS("00:00-24:00"), AT(12, 0)), NX_HOURS_ALWAYS);
	assert_int_equal(nx_hours_until(SPANS("06:00-18:00", "18:00-06:00"), AT(12, 0)), NX_HOURS_ALWAYS);
	assert_int_equal(nx_hours_until(SPANS("01:00-00:00", "23:00-02:00"), AT(1, 30)), NX_HOURS_ALWAYS);
}

static int minute_at(const char *zone, const char *moment)
{
	int64_t wall_ms;

	assert_int_equal(nx_datetime_parse(moment, &wall_ms), 0);
	return nx_hours_minute_of_day(zone, wall_ms);
}

static void zones_have_their_time(void **state)
{
	struct nx_error err;

	(void)state;
	assert_int_equal(minute_at("UTC", "2026-11-21T22:00:59.999Z"), AT(22, 0));
	assert_int_equal(minute_at("Europe/Berlin", "2026-11-21T22:00:00Z"), AT(23, 0));
	assert_int_equal(minute_at("Europe/Berlin", "2026-07-21T22:00:00Z"), AT(0, 0));
	assert_int_equal(minute_at("Asia/Kathmandu", "2026-07-21T22:00:00Z"), AT(3, 45));
	assert_int_equal(nx_hours_check_zone("Europe/Berlin", &err), 0);
	assert_int_equal(nx_hours_check_zone("UTC", &err), 0);
	assert_int_equal(nx_hours_check_zone("Europe/Vetona", &err), -1);
	assert_string_equal(err.text, "not a time zone; write Europe/Berlin or the like");
	assert_int_equal(nx_hours_check_zone("", &err), -1);
	assert_int_equal(nx_hours_check_zone("Europe/Berlin/and/more/than/sixty-four/characters/in/one/name/of/a/zone", &err), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_spans_are_taken),
		cmocka_unit_test(spans_begin_and_end),
		cmocka_unit_test(spans_pass_midnight),
		cmocka_unit_test(spans_that_meet_are_one),
		cmocka_unit_test(zones_have_their_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
