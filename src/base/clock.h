/* Time. Inside it is monotonic milliseconds; wall clock only on the wire and in tables.
 * Tests own a fake clock that moves only when told. */
#ifndef NX_BASE_CLOCK_H
#define NX_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct nx_clock {
	bool is_fake;
	int64_t fake_ms;        /* monotonic time of a fake clock */
	int64_t fake_wall_ms;   /* wall clock at fake_ms == 0 */
};

#define NX_CLOCK_REAL { false, 0, 0 }

/* Milliseconds since some moment in the past; never goes back. */
int64_t nx_clock_ms(const struct nx_clock *clock);
/* The same moment in microseconds, for measuring. */
int64_t nx_clock_us(const struct nx_clock *clock);
/* Milliseconds since 1970. */
int64_t nx_clock_wall_ms(const struct nx_clock *clock);
void nx_clock_advance(struct nx_clock *clock, int64_t ms);   /* fake clocks only */

/* XEP-0082 DateTime in UTC, "2026-11-21T06:30:00.123Z" or without ".123" when with_ms is false. */
#define NX_DATETIME_SIZE 32
void nx_datetime_format(char out[NX_DATETIME_SIZE], int64_t wall_ms, bool with_ms);
/* Any offset, with or without fractions: 0, or -1 when it is not an XEP-0082 DateTime. */
int nx_datetime_parse(const char *s, int64_t *wall_ms_r);

#endif
