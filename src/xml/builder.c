/* From expat's call-backs to a tree, and what readers of streams and of whole documents share. Names arrive
 * as "namespace SEPARATOR name". A child's namespace is mostly its parent's: then the string is shared. */
#include "base/mem.h"
#include "base/pool.h"
#include "xml/reader_private.h"
#include "xml/tree.h"
#include <string.h>

size_t nx_xml_blank_len(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (s[n] == ' ' || s[n] == '\t' || s[n] == '\r' || s[n] == '\n'))
		n++;
	return n;
}

static struct nx_xml *new_element(struct nx_xml_builder *b, const XML_Char *name)
{
	const char *sep = strchr(name, NX_XML_SEPARATOR);
	size_t ns_len = sep ? (size_t)(sep - name) : 0;
	const char *ns = "";

	if (!sep)
		return nx_xml_new(b->pool, ns, nx_pool_strdup(b->pool, name));
	if (b->el && strncmp(b->el->ns, name, ns_len) == 0 && !b->el->ns[ns_len])
		ns = b->el->ns;
	else
		ns = nx_pool_strndup(b->pool, name, ns_len);
	return nx_xml_new(b->pool, ns, nx_pool_strdup(b->pool, sep + 1));
}

static void set_attr(struct nx_xml_builder *b, struct nx_xml_attr *attr, const XML_Char *name, const XML_Char *value)
{
	const char *sep = strchr(name, NX_XML_SEPARATOR);

	if (sep) {
		attr->ns = nx_pool_strndup(b->pool, name, (size_t)(sep - name));
		name = sep + 1;
	}
	attr->name = nx_pool_strdup(b->pool, name);
	attr->value = nx_pool_strdup(b->pool, value);
}

static void flush_text(struct nx_xml_builder *b)
{
	if (b->text.len == 0)
		return;
	nx_xml_text_len(b->el, b->text.data, b->text.len);
	nx_buf_clear(&b->text);
}

void nx_xml_builder_start(struct nx_xml_builder *b, const XML_Char *name, const XML_Char **attrs)
{
	struct nx_xml *el = new_element(b, name);
	struct nx_xml_attr *attr, **end = &el->attrs;

	for (; attrs[0]; attrs += 2) {
		attr = NX_NEW(b->pool, struct nx_xml_attr);
		set_attr(b, attr, attrs[0], attrs[1]);
		*end = attr;
		end = &attr->next;
	}
	if (b->el) {
		flush_text(b);
		nx_xml_append(b->el, el);
	}
	b->el = el;
}

void nx_xml_builder_text(struct nx_xml_builder *b, const char *text, size_t len)
{
	nx_buf_add(&b->text, text, len);
}

struct nx_xml *nx_xml_builder_end(struct nx_xml_builder *b)
{
	struct nx_xml *el = b->el;

	flush_text(b);
	b->el = el->parent;
	return el;
}

static void *expat_malloc(size_t size)
{
	return nx_mem_resize(NULL, size);
}

static void do_not_defer(XML_Parser expat)
{
#ifdef HAVE_XML_SETREPARSEDEFERRALENABLED
	/* with it, a stanza that was split inside a tag is not reported before more bytes follow it */
	XML_SetReparseDeferralEnabled(expat, XML_FALSE);
#else
	(void)expat;
#endif
}

XML_Parser nx_xml_expat_new(void)
{
	static const XML_Memory_Handling_Suite memory = { expat_malloc, nx_mem_resize, nx_mem_free_wiped };
	static const XML_Char separator[] = { NX_XML_SEPARATOR, 0 };
	XML_Parser expat = XML_ParserCreate_MM("UTF-8", &memory, separator);

	do_not_defer(expat);
	return expat;
}

void nx_xml_expat_reset(XML_Parser expat)
{
	XML_ParserReset(expat, "UTF-8");
	do_not_defer(expat);
}

static enum nx_error_kind kind_of(enum XML_Error code)
{
	switch ((int)code) {
	case XML_ERROR_UNDEFINED_ENTITY:        /* RFC 6120 section 11.1: only the five predefined */
		return NX_E_RESTRICTED_XML;
	case XML_ERROR_UNKNOWN_ENCODING:
	case XML_ERROR_INCORRECT_ENCODING:
		return NX_E_UNSUPPORTED_ENCODING;
	}
	return NX_E_NOT_WELL_FORMED;
}

void nx_xml_expat_error(XML_Parser expat, struct nx_error *err)
{
	enum XML_Error code = XML_GetErrorCode(expat);

	nx_fail(err, kind_of(code), "the XML is malformed: %s", XML_ErrorString(code));
}
