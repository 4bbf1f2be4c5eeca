/* Finds the option that was probably meant by a name nobody knows: the least number of letters added, left out,
 * changed or swapped with their neighbour, if that is at most a third of the name. */
#include "conf/conf_private.h"
#include <string.h>

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Three rows of the usual table are enough: the current one, the one before, and the one before that for swaps. */
static size_t distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t rows[3][NX_CONF_MAX_NAME + 1];
	size_t *older = rows[0], *old = rows[1], *now = rows[2];

	for (size_t j = 0; j <= b_len; j++)
		old[j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		now[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t best = old[j - 1] + (a[i - 1] != b[j - 1]);

			best = least(best, least(old[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				best = least(best, older[j - 2] + 1);
			now[j] = best;
		}
		size_t *free_row = older;

		older = old;
		old = now;
		now = free_row;
	}
	return old[b_len];
}

const struct nx_conf_row *nx_conf_suggest(const struct nx_conf *conf, const char *name)
{
	const struct nx_conf_row *nearest = NULL;
	size_t len = strlen(name), best;

	if (len == 0 || len > NX_CONF_MAX_NAME)
		return NULL;
	best = len / 3 + 1;
	for (size_t i = 0; i < conf->row_count; i++) {
		const char *other = conf->rows[i]->option->name;
		size_t d = distance(name, len, other, strlen(other));

		if (d < best) {
			best = d;
			nearest = conf->rows[i];
		}
	}
	return nearest;
}
