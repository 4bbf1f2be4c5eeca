/* Answers for people: the sentence in "message", "key: value" lines, and a table for each array of objects.
 *
 * An object inside is for scripts only: the sentence says the same.
 * The end of a key says how its value is shown, so that --json has plain numbers and people do not:
 *   …_at     a time in UTC, shown as local time
 *   …_bytes  a number, shown as KiB, MiB …
 *   …_secs   a number, shown as days, hours …
 * Control characters are shown as \xNN: what users choose (resources) cannot steer the administrator's terminal. */
#ifndef NEXACTL_SHOW_H
#define NEXACTL_SHOW_H

#include <jansson.h>
#include <stdio.h>

struct nx_buf;

/* Widths are right when LC_CTYPE is a UTF-8 locale. */
void show_result(FILE *out, const json_t *result);
/* Rows of two columns, the first aligned: help. */
void show_pair(FILE *out, const char *left, size_t left_width, const char *right);
/* One value as text. */
void show_value(struct nx_buf *out, const char *key, const json_t *value);
/* Columns on a terminal. */
size_t show_width(const char *text);

#endif
