/* XML as a small tree in a pool. Names and namespaces are resolved: no prefixes are kept.
 * A node is an element (name is set) or a text (name is NULL). */
#ifndef NX_XML_TREE_H
#define NX_XML_TREE_H

#include <stdbool.h>
#include <stddef.h>

struct nx_pool;
struct nx_buf;

#define NX_NS_XML "http://www.w3.org/XML/1998/namespace"

struct nx_xml_attr {
	struct nx_xml_attr *next;
	const char *ns;                 /* NULL: none, the usual case */
	const char *name, *value;
};

struct nx_xml {
	struct nx_pool *pool;
	struct nx_xml *parent, *next, *first, *last;
	const char *ns, *name;          /* element; ns "" when there is none */
	struct nx_xml_attr *attrs;
	const char *text;               /* text node */
	size_t text_len;
};

/* An element without a parent. Strings are borrowed when they are literals or in the pool: _new and _add
 * do not copy ns and name. */
struct nx_xml *nx_xml_new(struct nx_pool *pool, const char *ns, const char *name);
/* Appends a new child element; ns NULL: the parent's namespace. */
struct nx_xml *nx_xml_add(struct nx_xml *parent, const char *ns, const char *name);
/* Appends a child that has no parent and lives in the same pool or longer. */
void nx_xml_append(struct nx_xml *parent, struct nx_xml *child);
/* Appends a copy of text. Returns el. */
struct nx_xml *nx_xml_text(struct nx_xml *el, const char *text);
struct nx_xml *nx_xml_text_len(struct nx_xml *el, const char *text, size_t len);
/* <name>text</name> in the parent's namespace; nothing when text is NULL. */
void nx_xml_add_text(struct nx_xml *parent, const char *name, const char *text);
/* Takes child out of its parent. */
void nx_xml_remove(struct nx_xml *child);
struct nx_xml *nx_xml_dup(struct nx_pool *pool, const struct nx_xml *el);

/* Attribute without a namespace: NULL when absent. */
const char *nx_xml_attr(const struct nx_xml *el, const char *name);
const char *nx_xml_attr_ns(const struct nx_xml *el, const char *ns, const char *name);
/* Sets (value copied) or, with NULL, removes. */
void nx_xml_set(struct nx_xml *el, const char *name, const char *value);
void nx_xml_set_ns(struct nx_xml *el, const char *ns, const char *name, const char *value);

static inline bool nx_xml_is_element(const struct nx_xml *node) { return node->name != NULL; }
/* ns or name NULL: any. */
bool nx_xml_is(const struct nx_xml *el, const char *ns, const char *name);
/* First child element, or the next sibling element after prev, that matches; NULL: none. */
struct nx_xml *nx_xml_child(const struct nx_xml *el, const char *ns, const char *name);
struct nx_xml *nx_xml_next(const struct nx_xml *prev, const char *ns, const char *name);
/* First child element of any name. */
static inline struct nx_xml *nx_xml_first_element(const struct nx_xml *el) { return nx_xml_child(el, NULL, NULL); }
/* All text directly inside, in the element's pool; "" when none. */
const char *nx_xml_content(const struct nx_xml *el);
/* Text of the first such child, or NULL. */
const char *nx_xml_child_content(const struct nx_xml *el, const char *ns, const char *name);

#endif
