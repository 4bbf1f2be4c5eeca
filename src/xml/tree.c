/* The element tree, see tree.h. */
#include "xml/tree.h"
#include "base/assert.h"
#include "base/pool.h"
#include "base/str.h"
#include <string.h>

struct nx_xml *nx_xml_new(struct nx_pool *pool, const char *ns, const char *name)
{
	struct nx_xml *el = NX_NEW(pool, struct nx_xml);

	el->pool = pool;
	el->ns = ns ? ns : "";
	el->name = name;
	return el;
}

void nx_xml_append(struct nx_xml *parent, struct nx_xml *child)
{
	nx_assert(!child->parent);
	child->parent = parent;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

struct nx_xml *nx_xml_add(struct nx_xml *parent, const char *ns, const char *name)
{
	struct nx_xml *el = nx_xml_new(parent->pool, ns ? ns : parent->ns, name);

	nx_xml_append(parent, el);
	return el;
}

struct nx_xml *nx_xml_text_len(struct nx_xml *el, const char *text, size_t len)
{
	struct nx_xml *node = NX_NEW(el->pool, struct nx_xml);

	node->pool = el->pool;
	node->text = nx_pool_strndup(el->pool, text, len);
	node->text_len = len;
	nx_xml_append(el, node);
	return el;
}

struct nx_xml *nx_xml_text(struct nx_xml *el, const char *text)
{
	return nx_xml_text_len(el, text, strlen(text));
}

void nx_xml_add_text(struct nx_xml *parent, const char *name, const char *text)
{
	if (text)
		nx_xml_text(nx_xml_add(parent, NULL, name), text);
}

void nx_xml_remove(struct nx_xml *child)
{
	struct nx_xml *parent = child->parent, *before = NULL;

	if (!parent)
		return;
	if (parent->first == child) {
		parent->first = child->next;
	} else {
		for (before = parent->first; before->next != child; )
			before = before->next;
		before->next = child->next;
	}
	if (parent->last == child)
		parent->last = before;
	child->parent = child->next = NULL;
}

static struct nx_xml_attr *dup_attrs(struct nx_pool *pool, const struct nx_xml_attr *attrs)
{
	struct nx_xml_attr *first = NULL, **end = &first;

	for (; attrs; attrs = attrs->next) {
		struct nx_xml_attr *copy = NX_NEW(pool, struct nx_xml_attr);

		copy->ns = nx_pool_strdup(pool, attrs->ns);
		copy->name = nx_pool_strdup(pool, attrs->name);
		copy->value = nx_pool_strdup(pool, attrs->value);
		*end = copy;
		end = &copy->next;
	}
	return first;
}

/* copied_ns: the copy of from_ns, which children mostly share. */
static struct nx_xml *dup_below(struct nx_pool *pool, const struct nx_xml *el, const char *from_ns,
				const char *copied_ns)
{
	const char *ns = nx_str_eq(el->ns, from_ns) ? copied_ns : nx_pool_strdup(pool, el->ns);
	struct nx_xml *copy = nx_xml_new(pool, ns, nx_pool_strdup(pool, el->name));

	copy->attrs = dup_attrs(pool, el->attrs);
	for (const struct nx_xml *node = el->first; node; node = node->next) {
		if (nx_xml_is_element(node))
			nx_xml_append(copy, dup_below(pool, node, el->ns, ns));
		else
			nx_xml_text_len(copy, node->text, node->text_len);
	}
	return copy;
}

struct nx_xml *nx_xml_dup(struct nx_pool *pool, const struct nx_xml *el)
{
	return dup_below(pool, el, NULL, NULL);
}

static const struct nx_xml_attr *find_attr(const struct nx_xml *el, const char *ns, const char *name)
{
	const struct nx_xml_attr *attr = el->attrs;

	while (attr && !(nx_str_eq(attr->name, name) && nx_str_eq(attr->ns, ns)))
		attr = attr->next;
	return attr;
}

const char *nx_xml_attr(const struct nx_xml *el, const char *name)
{
	return nx_xml_attr_ns(el, NULL, name);
}

const char *nx_xml_attr_ns(const struct nx_xml *el, const char *ns, const char *name)
{
	const struct nx_xml_attr *attr = find_attr(el, ns, name);

	return attr ? attr->value : NULL;
}

void nx_xml_set(struct nx_xml *el, const char *name, const char *value)
{
	nx_xml_set_ns(el, NULL, name, value);
}

void nx_xml_set_ns(struct nx_xml *el, const char *ns, const char *name, const char *value)
{
	struct nx_xml_attr **at = &el->attrs;

	while (*at && !(nx_str_eq((*at)->name, name) && nx_str_eq((*at)->ns, ns)))
		at = &(*at)->next;
	if (!value) {
		if (*at)
			*at = (*at)->next;
		return;
	}
	if (!*at) {
		*at = NX_NEW(el->pool, struct nx_xml_attr);
		(*at)->ns = ns;
		(*at)->name = name;
	}
	(*at)->value = nx_pool_strdup(el->pool, value);
}

bool nx_xml_is(const struct nx_xml *el, const char *ns, const char *name)
{
	return el->name && (!name || nx_str_eq(el->name, name)) && (!ns || nx_str_eq(el->ns, ns));
}

static struct nx_xml *first_match(struct nx_xml *node, const char *ns, const char *name)
{
	while (node && !nx_xml_is(node, ns, name))
		node = node->next;
	return node;
}

struct nx_xml *nx_xml_child(const struct nx_xml *el, const char *ns, const char *name)
{
	return first_match(el->first, ns, name);
}

struct nx_xml *nx_xml_next(const struct nx_xml *prev, const char *ns, const char *name)
{
	return first_match(prev->next, ns, name);
}

const char *nx_xml_content(const struct nx_xml *el)
{
	const struct nx_xml *only = NULL;
	size_t len = 0, count = 0;
	char *all, *pos;

	for (const struct nx_xml *node = el->first; node; node = node->next) {
		if (node->text) {
			only = node;
			len += node->text_len;
			count++;
		}
	}
	if (count <= 1)
		return only ? only->text : "";
	pos = all = nx_pool_alloc(el->pool, len + 1);
	for (const struct nx_xml *node = el->first; node; node = node->next) {
		if (node->text) {
			memcpy(pos, node->text, node->text_len);
			pos += node->text_len;
		}
	}
	return all;
}

const char *nx_xml_child_content(const struct nx_xml *el, const char *ns, const char *name)
{
	const struct nx_xml *child = nx_xml_child(el, ns, name);

	return child ? nx_xml_content(child) : NULL;
}
