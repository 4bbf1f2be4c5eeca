/* Times of day as administrators write them: "22:00-06:00", from the first minute up to the second, over midnight when that is earlier. */
#ifndef NX_BASE_HOURS_H
#define NX_BASE_HOURS_H

#include <stdint.h>

struct nx_error;

/* Checks of options (conf/conf.h): is it a span, is it the name of a time zone? */
int nx_hours_check(const char *text, struct nx_error *why);
int nx_hours_check_zone(const char *text, struct nx_error *why);

/* Minutes since midnight in that zone ("Europe/Berlin"; NULL or "": the machine's). */
int nx_hours_minute_of_day(const char *zone_name, int64_t wall_ms);

#define NX_HOURS_NOT (-1)
#define NX_HOURS_ALWAYS (-2)
/* The minute of the day at which the spans (checked; NULL-terminated) let go of this minute: spans that meet are one. */
int nx_hours_until(const char *const *spans, int minute);

#endif
