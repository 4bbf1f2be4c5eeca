/* Result set management (XEP-0059): which page of a list somebody wants, and which one he gets. For lists that lie in an array
 * and are sorted by what identifies their items; so there is a page behind every identifier, also one whose item is gone (section 2.4). */
#ifndef NX_XMPP_RSM_H
#define NX_XMPP_RSM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nx_error;
struct nx_xml;

struct nx_rsm {
	bool is_asked;                  /* false: no <set/>; the others as if it were empty */
	int64_t max;                    /* -1: not said */
	int64_t index;                  /* -1: not said */
	const char *after, *before;     /* identifiers, NULL: not said; before "": the last page (section 2.5) */
};

/* Reads the <set/> in parent; texts live in its pool. 0, or -1 with NX_E_BAD_REQUEST: a number is none. */
int nx_rsm_read(const struct nx_xml *parent, struct nx_rsm *rsm_r, struct nx_error *err);

struct nx_rsm_page { size_t begin, end; };
/* The part of count items that is wanted, at most page_max of them. compare() is as strcmp(identifier of item at, id). */
struct nx_rsm_page nx_rsm_cut(const struct nx_rsm *rsm, size_t count, size_t page_max,
			      int (*compare)(const void *items, size_t at, const char *id), const void *items);
/* <set/> for a page of a list with count items; first and last are NULL when the page is empty. */
void nx_rsm_write(struct nx_xml *parent, const char *first, const char *last, size_t index, size_t count);
/* The same where counting would cost too much (section 2.2, note): index and count are left out. */
void nx_rsm_write_uncounted(struct nx_xml *parent, const char *first, const char *last);

#endif
