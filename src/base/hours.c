/* Spans of the day (hours.h), and what time it is in a zone: ICU knows the zones and their summer times. */
#include "base/hours.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "base/error.h"

#define DAY_MINUTES 1440

struct span { int from, until; };       /* minutes since midnight; until: up to DAY_MINUTES */

/* ---- spans ---- */

static int two_digits(const char *s)
{
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return -1;
	return (s[0] - '0') * 10 + s[1] - '0';
}

/* "HH:MM", also 24:00; -1. */
static int read_time(const char *s)
{
	int hours = two_digits(s), minutes = hours < 0 || s[2] != ':' ? -1 : two_digits(s + 3);

	if (minutes < 0 || minutes > 59 || hours * 60 + minutes > DAY_MINUTES)
		return -1;
	return hours * 60 + minutes;
}

static bool read_span(const char *text, struct span *span_r)
{
	if (strlen(text) != strlen("22:00-06:00") || text[5] != '-')
		return false;
	span_r->from = read_time(text);
	span_r->until = read_time(text + 6);
	return span_r->from >= 0 && span_r->from < DAY_MINUTES && span_r->until >= 0 && span_r->from != span_r->until;
}

int nx_hours_check(const char *text, struct nx_error *why)
{
	struct span span;

	if (!read_span(text, &span))
		return nx_fail(why, NX_E_CONFIG, "not a span of the day; write 22:00-06:00");
	return 0;
}

static bool holds(const struct span *span, int minute)
{
	if (span->from < span->until)
		return minute >= span->from && minute < span->until;
	return minute >= span->from || minute < span->until;
}

/* The end of a span that holds the minute, or NX_HOURS_NOT. */
static int end_of_one(const char *const *spans, int minute)
{
	struct span span;

	for (; *spans; spans++) {
		if (read_span(*spans, &span) && holds(&span, minute))
			return span.until % DAY_MINUTES;
	}
	return NX_HOURS_NOT;
}

int nx_hours_until(const char *const *spans, int minute)
{
	int until = end_of_one(spans, minute), next, passed = 0;

	while (until != NX_HOURS_NOT && (next = end_of_one(spans, until)) != NX_HOURS_NOT) {
		passed += (next - until + DAY_MINUTES) % DAY_MINUTES;
		/* Around the clock, or 00:00-24:00, which ends where it begins. */
		if (next == until || passed >= DAY_MINUTES)
			return NX_HOURS_ALWAYS;
		until = next;
	}
	return until;
}

/* ---- zones ---- */

#define ZONE_CHARS 64

static bool read_zone(const char *name, UChar zone[ZONE_CHARS])
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t len = 0;

	u_strFromUTF8(zone, ZONE_CHARS, &len, name, -1, &status);
	return U_SUCCESS(status) && len < ZONE_CHARS;
}

int nx_hours_check_zone(const char *text, struct nx_error *why)
{
	UChar zone[ZONE_CHARS], known[ZONE_CHARS];
	UErrorCode status = U_ZERO_ERROR;
	UBool is_system = 0;

	if (read_zone(text, zone))
		ucal_getCanonicalTimeZoneID(zone, -1, known, ZONE_CHARS, &is_system, &status);
	if (!is_system || U_FAILURE(status))
		return nx_fail(why, NX_E_CONFIG, "not a time zone; write Europe/Berlin or the like");
	return 0;
}

int nx_hours_minute_of_day(const char *zone_name, int64_t wall_ms)
{
	UChar zone[ZONE_CHARS];
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *calendar = ucal_open(zone_name && *zone_name && read_zone(zone_name, zone) ? zone : NULL, -1, NULL,
					UCAL_GREGORIAN, &status);

	ucal_setMillis(calendar, (UDate)wall_ms, &status);
	int minute = ucal_get(calendar, UCAL_HOUR_OF_DAY, &status) * 60 + ucal_get(calendar, UCAL_MINUTE, &status);
	ucal_close(calendar);
	return U_SUCCESS(status) ? minute : (int)(wall_ms / 60000 % DAY_MINUTES);
}
