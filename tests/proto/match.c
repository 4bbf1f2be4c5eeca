/* Patterns and elements (README.md, "Patterns"): a pattern says everything but what nobody can foresee. */
#include "match.h"

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/reader.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/ns.h"

struct matching {
	struct nx_pool *pool;
	struct match_value *values;     /* found so far */
	struct nx_buf *why;
};

/* ---- parsing ---- */

#define WRAP_BEGIN "<stream:stream xmlns='" NX_NS_CLIENT "' xmlns:stream='" NX_NS_STREAMS "'>"
#define WRAP_END "</stream:stream>"

struct nx_xml *match_parse(struct nx_pool *pool, const char *text)
{
	size_t len = strlen(text);
	bool is_header = nx_str_has_prefix(text, "<stream:stream") && !nx_str_has_suffix(text, "/>") && len > 0;
	char *doc = nx_pool_printf(pool, "%s%.*s%s%s", WRAP_BEGIN, (int)(is_header ? len - 1 : len), text,
				   is_header ? "/>" : "", WRAP_END);
	struct nx_error err;
	struct nx_xml *root = nx_xml_parse(pool, doc, strlen(doc), &err);
	struct nx_xml *el = root ? nx_xml_first_element(root) : NULL;

	return el && !nx_xml_next(el, NULL, NULL) ? el : NULL;
}

/* ---- values ---- */

static bool differ(struct matching *m, const struct nx_xml *el, const char *what, const char *expected, const char *got)
{
	if (m->why->len == 0)
		nx_buf_printf(m->why, "%s of <%s/>: expected \"%s\", got \"%s\"", what, el->name, expected ? expected : "nothing",
			      got ? got : "nothing");
	return false;
}

/* "*" is anything but nothing, "{=name}" too, and is remembered; "!x" is anything but nothing and x, "!" is nothing. */
static bool value_fits(struct matching *m, const char *pattern, const char *got)
{
	size_t len = strlen(pattern);

	if (!got)
		return nx_str_eq(pattern, "!");
	if (nx_str_eq(pattern, "*"))
		return *got != '\0';
	if (*pattern == '!')
		return len > 1 && *got != '\0' && !nx_str_eq(pattern + 1, got);
	if (!nx_str_has_prefix(pattern, "{=") || pattern[len - 1] != '}')
		return nx_str_eq(pattern, got);
	struct match_value *value = NX_NEW(m->pool, struct match_value);

	value->name = nx_pool_strndup(m->pool, pattern + 2, len - 3);
	value->value = nx_pool_strdup(m->pool, got);
	value->next = m->values;
	m->values = value;
	return *got != '\0';
}

static const char *trimmed(struct nx_pool *pool, const char *text)
{
	size_t begin = strspn(text, " \t\r\n"), end = strlen(text);

	while (end > begin && strchr(" \t\r\n", text[end - 1]))
		end--;
	return nx_pool_strndup(pool, text + begin, end - begin);
}

/* ---- attributes ---- */

/* What nobody can foresee and no story has to list. Of a whole stanza or header: */
static const char *const unforeseen_of_root[] = { "to", "from", "id", "lang" };
/* Of children: */
static const struct { const char *ns, *name, *attr; } unforeseen_of_child[] = {
	{ NX_NS_ROSTER, "query", "ver" },
	{ NX_NS_DELAY, "delay", "stamp" },
};

static bool is_unforeseen(const struct nx_xml *el, const struct nx_xml_attr *attr, bool is_root)
{
	for (size_t i = 0; is_root && i < sizeof(unforeseen_of_root) / sizeof(unforeseen_of_root[0]); i++) {
		if (nx_str_eq(attr->name, unforeseen_of_root[i]))
			return true;
	}
	for (size_t i = 0; i < sizeof(unforeseen_of_child) / sizeof(unforeseen_of_child[0]); i++) {
		if (nx_xml_is(el, unforeseen_of_child[i].ns, unforeseen_of_child[i].name) &&
		    nx_str_eq(attr->name, unforeseen_of_child[i].attr))
			return true;
	}
	return false;
}

static bool attrs_fit(struct matching *m, const struct nx_xml *pattern, const struct nx_xml *el, bool is_root)
{
	for (const struct nx_xml_attr *attr = pattern->attrs; attr; attr = attr->next) {
		const char *got = nx_xml_attr_ns(el, attr->ns, attr->name);

		if (!value_fits(m, attr->value, got))
			return differ(m, el, attr->name, attr->value, got);
	}
	for (const struct nx_xml_attr *attr = el->attrs; attr; attr = attr->next) {
		if (!nx_xml_attr_ns(pattern, attr->ns, attr->name) && !is_unforeseen(el, attr, is_root))
			return differ(m, el, attr->name, NULL, attr->value);
	}
	return true;
}

/* ---- children ---- */

static bool element_fits(struct matching *m, const struct nx_xml *pattern, const struct nx_xml *el, bool is_root);

/* Explanations for people, and what the sender of an erroneous stanza had sent (RFC 6120 section 8.3.1). */
static bool may_be_extra(const struct nx_xml *parent, const struct nx_xml *child)
{
	bool is_explanation = nx_str_eq(child->name, "text") &&
		(nx_str_eq(child->ns, NX_NS_STANZA_ERR) || nx_str_eq(child->ns, NX_NS_STREAM_ERR) ||
		 nx_str_eq(child->ns, NX_NS_SASL));
	bool is_returned = nx_str_eq(parent->ns, NX_NS_CLIENT) && nx_str_eq(nx_xml_attr(parent, "type"), "error") &&
		!nx_str_eq(parent->name, "error") && !nx_xml_is(child, NX_NS_CLIENT, "error");

	return is_explanation || is_returned;
}

static unsigned count_children(const struct nx_xml *el)
{
	unsigned count = 0;

	for (const struct nx_xml *child = nx_xml_first_element(el); child; child = nx_xml_next(child, NULL, NULL))
		count++;
	return count;
}

/* The number of the first child not yet used that fits, or -1. */
static int find_child(struct matching *m, const struct nx_xml *pattern, const struct nx_xml *el, const bool *used)
{
	int number = 0;

	for (const struct nx_xml *child = nx_xml_first_element(el); child; child = nx_xml_next(child, NULL, NULL), number++) {
		if (!used[number] && nx_xml_is(child, pattern->ns, pattern->name) && element_fits(m, pattern, child, false))
			return number;
	}
	return -1;
}

/* <none xmlns='story'/>: whatever is in it must not be there. */
static bool is_without(struct matching *m, const struct nx_xml *none, const struct nx_xml *el, const bool *used)
{
	for (const struct nx_xml *unwanted = nx_xml_first_element(none); unwanted; unwanted = nx_xml_next(unwanted, NULL, NULL)) {
		if (nx_str_eq(unwanted->ns, none->ns))
			return differ(m, el, "<none/>", "an xmlns in each child, or it is the story's", nx_xml_to_string(m->pool, unwanted));
		if (find_child(m, unwanted, el, used) >= 0)
			return differ(m, el, "children", "none like it", nx_xml_to_string(m->pool, unwanted));
	}
	return true;
}

static bool children_fit(struct matching *m, const struct nx_xml *pattern, const struct nx_xml *el, bool is_open)
{
	bool *used = NX_NEW_ARRAY(m->pool, bool, count_children(el) + 1);
	int number = 0;

	for (const struct nx_xml *want = nx_xml_first_element(pattern); want; want = nx_xml_next(want, NULL, NULL)) {
		bool is_none = nx_xml_is(want, "story", "none");
		int found = is_none ? -1 : find_child(m, want, el, used);

		if (is_none && !is_without(m, want, el, used))
			return false;
		if (!is_none && found < 0)
			return differ(m, el, "children", nx_xml_to_string(m->pool, want), "none that fits");
		if (!is_none)
			used[found] = true;
	}
	for (const struct nx_xml *child = nx_xml_first_element(el); child; child = nx_xml_next(child, NULL, NULL), number++) {
		if (!is_open && !used[number] && !may_be_extra(el, child))
			return differ(m, el, "children", NULL, nx_xml_to_string(m->pool, child));
	}
	return true;
}

static bool element_fits(struct matching *m, const struct nx_xml *pattern, const struct nx_xml *el, bool is_root)
{
	const char *text = trimmed(m->pool, nx_xml_content(pattern));
	bool is_open = nx_str_eq(text, "...");

	if (!nx_xml_is(el, pattern->ns, pattern->name))
		return differ(m, el, "name", nx_pool_printf(m->pool, "%s %s", pattern->ns, pattern->name),
			      nx_pool_printf(m->pool, "%s %s", el->ns, el->name));
	if (!attrs_fit(m, pattern, el, is_root) || !children_fit(m, pattern, el, is_open))
		return false;
	if (is_open || (!*text && !*trimmed(m->pool, nx_xml_content(el))))
		return true;
	return value_fits(m, text, trimmed(m->pool, nx_xml_content(el))) ? true
		: differ(m, el, "text", text, nx_xml_content(el));
}

bool match_element(struct nx_pool *pool, const struct nx_xml *pattern, const struct nx_xml *el,
		   struct match_value **values, struct nx_buf *why)
{
	struct matching m = { .pool = pool, .values = *values, .why = why };

	if (!element_fits(&m, pattern, el, true))
		return false;
	*values = m.values;
	return true;
}
