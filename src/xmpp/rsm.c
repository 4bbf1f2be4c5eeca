/* Result set management (xmpp/rsm.h, XEP-0059). */
#include "xmpp/rsm.h"

#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/tree.h"
#include "xmpp/ns.h"

/* *number_r stays when it was not given. */
static int read_number(const struct nx_xml *set, const char *name, int64_t *number_r, struct nx_error *err)
{
	const char *text = nx_xml_child_content(set, NX_NS_RSM, name);

	if (text && nx_str_to_i64(text, 0, INT32_MAX, number_r) < 0)
		return nx_fail(err, NX_E_BAD_REQUEST, "<%s/> of a result set is a whole number", name);
	return 0;
}

int nx_rsm_read(const struct nx_xml *parent, struct nx_rsm *rsm_r, struct nx_error *err)
{
	const struct nx_xml *set = nx_xml_child(parent, NX_NS_RSM, "set");
	struct nx_rsm rsm = { .is_asked = set != NULL, .max = -1, .index = -1 };

	if (set && (read_number(set, "max", &rsm.max, err) < 0 || read_number(set, "index", &rsm.index, err) < 0))
		return -1;
	if (set) {
		rsm.after = nx_xml_child_content(set, NX_NS_RSM, "after");
		rsm.before = nx_xml_child_content(set, NX_NS_RSM, "before");
	}
	*rsm_r = rsm;
	return 0;
}

/* The first item that is not below id, or not up to it either. */
static size_t find_bound(size_t count, int (*compare)(const void *items, size_t at, const char *id), const void *items,
			 const char *id, bool is_behind)
{
	size_t at = 0;

	while (at < count && compare(items, at, id) < (is_behind ? 1 : 0))
		at++;
	return at;
}

struct nx_rsm_page nx_rsm_cut(const struct nx_rsm *rsm, size_t count, size_t page_max,
			      int (*compare)(const void *items, size_t at, const char *id), const void *items)
{
	struct nx_rsm_page page = { 0, count };
	size_t max = rsm->max >= 0 && (size_t)rsm->max < page_max ? (size_t)rsm->max : page_max;

	if (rsm->after)
		page.begin = find_bound(count, compare, items, rsm->after, true);
	else if (rsm->index >= 0)
		page.begin = (size_t)rsm->index < count ? (size_t)rsm->index : count;
	if (rsm->before && *rsm->before)
		page.end = find_bound(count, compare, items, rsm->before, false);
	if (page.end < page.begin)
		page.end = page.begin;
	if (page.end - page.begin > max && rsm->before)
		page.begin = page.end - max;
	else if (page.end - page.begin > max)
		page.end = page.begin + max;
	return page;
}

void nx_rsm_write(struct nx_xml *parent, const char *first, const char *last, size_t index, size_t count)
{
	struct nx_xml *set = nx_xml_add(parent, NX_NS_RSM, "set");

	if (first) {
		struct nx_xml *el = nx_xml_text(nx_xml_add(set, NULL, "first"), first);

		nx_xml_set(el, "index", nx_pool_printf(set->pool, "%zu", index));
	}
	nx_xml_add_text(set, "last", last);
	nx_xml_add_text(set, "count", nx_pool_printf(set->pool, "%zu", count));
}

void nx_rsm_write_uncounted(struct nx_xml *parent, const char *first, const char *last)
{
	struct nx_xml *set = nx_xml_add(parent, NX_NS_RSM, "set");

	nx_xml_add_text(set, "first", first);
	nx_xml_add_text(set, "last", last);
}
