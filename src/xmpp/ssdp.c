/* The string of XEP-0474 section 6.1: everything that was advertised, sorted by "i;octet" (RFC 4790 section 9.3), with
 * delimiters that XML 1.0 cannot carry. nx_scram_challenge() sends its hash. */
#include "xmpp/scram.h"

#include "base/buf.h"
#include "base/pool.h"

#include <stdlib.h>
#include <string.h>

static int compare_octets(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_sorted(struct nx_pool *pool, struct nx_buf *buf, const char *const *names)
{
	const char **sorted;
	size_t count = 0;

	while (names[count])
		count++;
	sorted = NX_NEW_ARRAY(pool, const char *, count + 1);
	memcpy(sorted, names, count * sizeof(*names));
	qsort(sorted, count, sizeof(*sorted), compare_octets);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			nx_buf_putc(buf, '\x1e');
		nx_buf_puts(buf, sorted[i]);
	}
}

char *nx_ssdp_string(struct nx_pool *pool, const char *const *mechanisms, const char *const *bindings)
{
	struct nx_buf buf = NX_BUF_INIT;
	char *text;

	add_sorted(pool, &buf, mechanisms);
	if (bindings) {
		nx_buf_putc(&buf, '\x1f');
		add_sorted(pool, &buf, bindings);
	}
	text = nx_pool_strdup(pool, nx_buf_str(&buf));
	nx_buf_done(&buf);
	return text;
}
