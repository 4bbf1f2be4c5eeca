/* One whole document as a tree, for what the server itself has stored or is configured with. Comments and
 * processing instructions are passed over here, because people put them into files; document types are not
 * (no entities, no surprises), and the depth is limited, because the functions on trees are recursive. */
#include "base/assert.h"
#include "xml/reader_private.h"
#include "xml/tree.h"
#include <limits.h>

#define MAX_DEPTH 256

struct document {
	XML_Parser expat;
	struct nx_xml_builder builder;
	struct nx_xml *root;
	unsigned depth;
	const char *refusal;            /* NULL: none */
};

static void refuse(struct document *doc, const char *text)
{
	doc->refusal = text;
	XML_StopParser(doc->expat, XML_FALSE);
}

static void on_start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	struct document *doc = ctx;

	if (doc->depth++ == MAX_DEPTH)
		refuse(doc, "the document is nested too deeply");
	if (!doc->refusal)
		nx_xml_builder_start(&doc->builder, name, attrs);
}

static void on_end(void *ctx, const XML_Char *name)
{
	struct document *doc = ctx;

	(void)name;
	if (doc->refusal)
		return;
	doc->depth--;
	doc->root = nx_xml_builder_end(&doc->builder);
}

static void on_text(void *ctx, const XML_Char *text, int len)
{
	struct document *doc = ctx;

	if (!doc->refusal)
		nx_xml_builder_text(&doc->builder, text, (size_t)len);
}

static void on_doctype(void *ctx, const XML_Char *name, const XML_Char *sysid, const XML_Char *pubid, int has_subset)
{
	(void)name;
	(void)sysid;
	(void)pubid;
	(void)has_subset;
	refuse(ctx, "a document type is not allowed");
}

struct nx_xml *nx_xml_parse(struct nx_pool *pool, const char *data, size_t len, struct nx_error *err)
{
	struct document doc = { .expat = nx_xml_expat_new(), .builder = { .pool = pool } };
	enum XML_Status status;

	nx_assert(len <= INT_MAX);
	XML_SetUserData(doc.expat, &doc);
	XML_SetElementHandler(doc.expat, on_start, on_end);
	XML_SetCharacterDataHandler(doc.expat, on_text);
	XML_SetStartDoctypeDeclHandler(doc.expat, on_doctype);
	status = XML_Parse(doc.expat, data, (int)len, XML_TRUE);
	if (doc.refusal)
		nx_fail(err, NX_E_RESTRICTED_XML, "%s", doc.refusal);
	else if (status != XML_STATUS_OK)
		nx_xml_expat_error(doc.expat, err);
	nx_buf_done(&doc.builder.text);
	XML_ParserFree(doc.expat);
	return doc.refusal || status != XML_STATUS_OK ? NULL : doc.root;
}

/* The one element that came of it, if it was one and nothing was left open; then the parser has nothing of the caller's any more. What
 * came behind it is in pools of the parsers'. */
static struct nx_xml *take_only(struct nx_xml_parser *p, const struct nx_pool *pool)
{
	const struct nx_xml_item *item = p->first;
	struct nx_xml_item *behind = item ? item->next : NULL;

	p->first = NULL;
	p->end = &p->first;
	if (p->builder.pool == pool)
		p->builder.pool = NULL;
	if (p->ending == NX_XML_GOES_ON && item && !behind && nx_xml_parser_is_idle(p))
		return item->el;
	if (p->ending != NX_XML_FAILED)
		nx_xml_parser_fail(p, NX_E_NOT_WELL_FORMED, "this is not one whole stanza");
	while (behind) {
		struct nx_pool *pool_of = behind->pool;

		behind = behind->next;
		nx_xml_parsers_give_pool(p->parsers, &pool_of);
	}
	return NULL;
}

struct nx_xml *nx_xml_parse_stanza(struct nx_xml_parsers *parsers, struct nx_pool *pool, const char *data, size_t len, struct nx_error *err)
{
	static const struct nx_xml_limits limits = { INT_MAX, INT_MAX, MAX_DEPTH, UINT_MAX };
	struct nx_xml_parser *p = nx_xml_parsers_borrow(parsers);

	p->limits = &limits;
	p->builder.pool = pool;
	if (len > 0)
		nx_xml_parser_feed(p, data, len);
	struct nx_xml *el = take_only(p, pool);
	if (!el && err)
		*err = p->err;
	nx_xml_parsers_return(parsers, &p);
	return el;
}
