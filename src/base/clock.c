/* Clocks and XEP-0082 date-times, see clock.h. Parsing does its own calendar arithmetic, because libc's timegm()
 * takes the 31st of February for the 3rd of March instead of refusing it. */
#include "base/clock.h"
#include "base/assert.h"
#include <stdio.h>
#include <time.h>

static int64_t system_us(clockid_t id)
{
	struct timespec ts;

	clock_gettime(id, &ts);
	return (int64_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

int64_t nx_clock_us(const struct nx_clock *clock)
{
	return clock->is_fake ? clock->fake_ms * 1000 : system_us(CLOCK_MONOTONIC);
}

int64_t nx_clock_ms(const struct nx_clock *clock)
{
	return clock->is_fake ? clock->fake_ms : system_us(CLOCK_MONOTONIC) / 1000;
}

int64_t nx_clock_wall_ms(const struct nx_clock *clock)
{
	return clock->is_fake ? clock->fake_wall_ms + clock->fake_ms : system_us(CLOCK_REALTIME) / 1000;
}

void nx_clock_advance(struct nx_clock *clock, int64_t ms)
{
	nx_assert(clock->is_fake && ms >= 0);
	clock->fake_ms += ms;
}

void nx_datetime_format(char out[NX_DATETIME_SIZE], int64_t wall_ms, bool with_ms)
{
	int64_t ms = wall_ms % 1000;
	time_t secs = (time_t)(wall_ms / 1000);
	char fraction[8] = "";
	struct tm tm = { 0 };

	if (ms < 0) {
		ms += 1000;
		secs--;
	}
	gmtime_r(&secs, &tm);
	if (with_ms)
		snprintf(fraction, sizeof(fraction), ".%03u", (unsigned)ms % 1000);
	snprintf(out, NX_DATETIME_SIZE, "%04u-%02u-%02uT%02u:%02u:%02u%sZ", (unsigned)(tm.tm_year + 1900) % 10000,
		 (unsigned)tm.tm_mon % 12 + 1, (unsigned)tm.tm_mday % 32, (unsigned)tm.tm_hour % 24,
		 (unsigned)tm.tm_min % 60, (unsigned)tm.tm_sec % 61, fraction);
}

/* Reads exactly n digits; -1 when there are others. */
static int digits(const char **s, int n)
{
	int value = 0;

	for (; n > 0; n--, (*s)++) {
		if (**s < '0' || **s > '9')
			return -1;
		value = value * 10 + (**s - '0');
	}
	return value;
}

static bool skip(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

/* ".123456" as milliseconds; 0 when there is none, -1 when no digit follows the point. */
static int fraction_ms(const char **s)
{
	int ms = 0, unit = 100;

	if (!skip(s, '.'))
		return 0;
	if (**s < '0' || **s > '9')
		return -1;
	for (; **s >= '0' && **s <= '9'; (*s)++, unit /= 10)
		ms += (**s - '0') * unit;
	return ms;
}

/* XEP-0082 section 3.2: "Z" or "(+|-)hh:mm", as minutes east of Greenwich; false when it is neither. */
static bool zone_minutes(const char **s, int *minutes_r)
{
	int sign = **s == '-' ? -1 : 1, hours, minutes;

	*minutes_r = 0;
	if (skip(s, 'Z'))
		return true;
	if (!skip(s, '+') && !skip(s, '-'))
		return false;
	hours = digits(s, 2);
	if (hours < 0 || hours > 14 || !skip(s, ':'))
		return false;
	minutes = digits(s, 2);
	if (minutes < 0 || minutes > 59)
		return false;
	*minutes_r = sign * (hours * 60 + minutes);
	return true;
}

static int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && is_leap);
}

/* Days since 1970-01-01; years are counted from March, so that the leap day is the last of its year. */
static int64_t days_since_1970(int year, int month, int day)
{
	int y = month > 2 ? year : year - 1, m = (month + 9) % 12;
	int64_t before = (int64_t)y * 365 + (y >= 0 ? y / 4 - y / 100 + y / 400 : -1);

	return before + (m * 153 + 2) / 5 + day - 1 - 719468;
}

int nx_datetime_parse(const char *s, int64_t *wall_ms_r)
{
	int year, month, day, hour, min, sec, ms, zone;

	if ((year = digits(&s, 4)) < 0 || !skip(&s, '-') || (month = digits(&s, 2)) < 1 || month > 12 ||
	    !skip(&s, '-') || (day = digits(&s, 2)) < 1 || day > days_in_month(year, month) || !skip(&s, 'T'))
		return -1;
	if ((hour = digits(&s, 2)) < 0 || hour > 23 || !skip(&s, ':') || (min = digits(&s, 2)) < 0 || min > 59 ||
	    !skip(&s, ':') || (sec = digits(&s, 2)) < 0 || sec > 59)
		return -1;
	if ((ms = fraction_ms(&s)) < 0 || !zone_minutes(&s, &zone) || *s)
		return -1;
	*wall_ms_r = ((days_since_1970(year, month, day) * 24 + hour) * 60 + min - zone) * 60000 + sec * 1000 + ms;
	return 0;
}
