/* One expat parser of a stream, see reader_private.h. The handlers here only collect: a finished element goes to a
 * list, together with the position behind it, and is handed over by reader.c when expat has returned, because
 * whoever gets it may want to reset the parser. A refusal stops expat (XML_StopParser is the one thing that may be
 * called inside a handler) and is the last thing that waits.
 *
 * Limits are counted at each report of expat, and after each feed for what expat has not reported yet: a token that never
 * ends must not make expat collect it. */
#include "base/assert.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/reader_private.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include <limits.h>
#include <string.h>
#include <strings.h>

#define NS_CLIENT "jabber:client"
#define MAX_REFERENCE_BYTES 4           /* what a reference stands for: one character */

void nx_xml_parser_fail(struct nx_xml_parser *p, enum nx_error_kind kind, const char *text)
{
	nx_fail(&p->err, kind, "%s", text);
	p->ending = NX_XML_FAILED;
}

static void refuse(struct nx_xml_parser *p, enum nx_error_kind kind, const char *text)
{
	nx_xml_parser_fail(p, kind, text);
	XML_StopParser(p->expat, XML_FALSE);
}

/* Notes how far expat has come. False: ignore the event, because something was refused or the stanza is too large. */
static bool begin_event(struct nx_xml_parser *p)
{
	if (p->ending != NX_XML_GOES_ON)
		return false;
	p->reported = (int64_t)XML_GetCurrentByteIndex(p->expat) + XML_GetCurrentByteCount(p->expat);
	if (p->depth > p->base && p->reported - p->stanza_start > (int64_t)p->limits->max_stanza_bytes) {
		refuse(p, NX_E_POLICY_VIOLATION, "the stanza is too large");
		return false;
	}
	return true;
}

static struct nx_pool *builder_pool(struct nx_xml_parser *p)
{
	if (!p->builder.pool)
		p->builder.pool = nx_xml_parsers_take_pool(p->parsers);
	return p->builder.pool;
}

static void push_item(struct nx_xml_parser *p, struct nx_xml *el, bool is_root)
{
	struct nx_xml_item *item = NX_NEW(p->builder.pool, struct nx_xml_item);

	*item = (struct nx_xml_item){ .pool = p->builder.pool, .el = el, .end = p->reported, .is_root = is_root };
	*p->end = item;
	p->end = &item->next;
	p->builder.pool = NULL;
	p->builder.el = NULL;
}

static bool is_start_tag_allowed(struct nx_xml_parser *p, const XML_Char **attrs)
{
	size_t size = (size_t)XML_GetCurrentByteCount(p->expat);
	unsigned count = p->decls;

	while (*attrs) {
		attrs += 2;
		count++;
	}
	if (size > p->limits->max_start_tag_bytes || size > p->limits->max_stanza_bytes)
		refuse(p, NX_E_POLICY_VIOLATION, "the start tag is too large");
	else if (count > p->limits->max_attrs)
		refuse(p, NX_E_POLICY_VIOLATION, "the element has too many attributes");
	else if (p->depth + 1 - p->base > p->limits->max_depth)
		refuse(p, NX_E_POLICY_VIOLATION, "the stanza is nested too deeply");
	return p->ending == NX_XML_GOES_ON;
}

/* End tags and declarations may be padded with white space without end, references with zeros: what check_unreported() refuses in
 * pieces must not pass in one. */
static bool is_token_allowed(struct nx_xml_parser *p, const char *fault)
{
	int size = XML_GetCurrentByteCount(p->expat);

	if (size > 0 && (size_t)size > p->limits->max_start_tag_bytes)
		refuse(p, NX_E_POLICY_VIOLATION, fault);
	return p->ending == NX_XML_GOES_ON;
}

/* The root stays open; what it was goes to the reader at once. */
static void finish_root(struct nx_xml_parser *p)
{
	const struct nx_xml *root = p->builder.el;

	p->is_usual = p->decls == 2 && nx_str_eq(p->default_ns, NS_CLIENT) &&
		      nx_str_eq(p->stream_prefix, "stream") && nx_xml_is(root, NX_NS_STREAMS, "stream");
	push_item(p, p->builder.el, true);
}

static void on_start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	struct nx_xml_parser *p = ctx;

	if (!begin_event(p) || !is_start_tag_allowed(p, attrs))
		return;
	if (p->depth == p->base)
		p->stanza_start = XML_GetCurrentByteIndex(p->expat);
	builder_pool(p);
	nx_xml_builder_start(&p->builder, name, attrs);
	if (p->depth++ < p->base)
		finish_root(p);
	else if (p->depth == 2 && p->base == 1 && nx_xml_is(p->builder.el, NX_NS_STREAMS, "stream"))
		/* Nobody who repeats the header sends the end tag of the second one: what follows would be its children without end. */
		refuse(p, NX_E_BAD_FORMAT, "the stream has begun already");
	p->decls = 0;
}

static void on_end(void *ctx, const XML_Char *name)
{
	struct nx_xml_parser *p = ctx;
	struct nx_xml *el;

	(void)name;
	if (!begin_event(p))
		return;
	if (--p->depth < p->base) {
		p->ending = NX_XML_CLOSED;
		XML_StopParser(p->expat, XML_FALSE);
		return;
	}
	if (!is_token_allowed(p, "the end tag is too large"))
		return;
	el = nx_xml_builder_end(&p->builder);
	if (p->depth == p->base) {
		if (p->reported - p->stanza_start > (int64_t)p->largest_bytes)
			p->largest_bytes = (size_t)(p->reported - p->stanza_start);
		push_item(p, el, false);
	}
}

static void on_text(void *ctx, const XML_Char *text, int len)
{
	struct nx_xml_parser *p = ctx;

	if (!begin_event(p))
		return;
	/* Text itself comes in pieces of any size. */
	if (len <= MAX_REFERENCE_BYTES && !is_token_allowed(p, "the reference is too large"))
		return;
	if (p->depth > p->base)
		nx_xml_builder_text(&p->builder, text, (size_t)len);
	else if (nx_xml_blank_len(text, (size_t)len) < (size_t)len)
		refuse(p, NX_E_BAD_FORMAT, "there is text between the stanzas");
}

static void on_namespace(void *ctx, const XML_Char *prefix, const XML_Char *uri)
{
	struct nx_xml_parser *p = ctx;

	if (!begin_event(p))
		return;
	p->decls++;
	if (p->depth >= p->base || !uri)
		return;
	if (!prefix)
		p->default_ns = nx_pool_strdup(builder_pool(p), uri);
	else if (strcmp(uri, NX_NS_STREAMS) == 0)
		p->stream_prefix = nx_pool_strdup(builder_pool(p), prefix);
}

/* RFC 6120 section 11.6: UTF-8 only. We told expat so; here we find out whether the peer knows. */
static void on_declaration(void *ctx, const XML_Char *version, const XML_Char *encoding, int standalone)
{
	struct nx_xml_parser *p = ctx;

	(void)version;
	(void)standalone;
	if (!begin_event(p) || !is_token_allowed(p, "the declaration is too large"))
		return;
	if (encoding && strcasecmp(encoding, "UTF-8") != 0)
		refuse(p, NX_E_UNSUPPORTED_ENCODING, "the encoding is not UTF-8");
}

/* RFC 6120 section 11.1 */
static void refuse_restricted(struct nx_xml_parser *p, const char *text)
{
	if (begin_event(p))
		refuse(p, NX_E_RESTRICTED_XML, text);
}

static void on_comment(void *ctx, const XML_Char *text)
{
	(void)text;
	refuse_restricted(ctx, "comments are not allowed");
}

static void on_instruction(void *ctx, const XML_Char *target, const XML_Char *data)
{
	(void)target;
	(void)data;
	refuse_restricted(ctx, "processing instructions are not allowed");
}

static void on_doctype(void *ctx, const XML_Char *name, const XML_Char *sysid, const XML_Char *pubid, int has_subset)
{
	(void)name;
	(void)sysid;
	(void)pubid;
	(void)has_subset;
	refuse_restricted(ctx, "a document type is not allowed");
}

static void on_cdata(void *ctx)
{
	begin_event(ctx);
}

/* White space before the root: nobody's, but expat has done with it. */
static void on_other(void *ctx, const XML_Char *text, int len)
{
	(void)text;
	(void)len;
	begin_event(ctx);
}

static void set_up(struct nx_xml_parser *p)
{
	/* Else expat asks the kernel for one, for every document. */
	XML_SetHashSalt(p->expat, nx_xml_parsers_salt(p->parsers));
	XML_SetUserData(p->expat, p);
	XML_SetElementHandler(p->expat, on_start, on_end);
	XML_SetCharacterDataHandler(p->expat, on_text);
	XML_SetStartNamespaceDeclHandler(p->expat, on_namespace);
	XML_SetXmlDeclHandler(p->expat, on_declaration);
	XML_SetCommentHandler(p->expat, on_comment);
	XML_SetProcessingInstructionHandler(p->expat, on_instruction);
	XML_SetStartDoctypeDeclHandler(p->expat, on_doctype);
	XML_SetDefaultHandler(p->expat, on_other);
	XML_SetCdataSectionHandler(p->expat, on_cdata, on_cdata);
}

struct nx_xml_parser *nx_xml_parser_new(struct nx_xml_parsers *parsers)
{
	struct nx_xml_parser *p = nx_mem_new(sizeof(*p));

	p->parsers = parsers;
	p->base = 1;
	p->end = &p->first;
	p->expat = nx_xml_expat_new();
	set_up(p);
	return p;
}

void nx_xml_parser_restart(struct nx_xml_parser *p)
{
	nx_assert(!p->first && !p->builder.pool);
	nx_xml_expat_reset(p->expat);
	set_up(p);
	p->fed = p->reported = p->stanza_start = 0;
	p->depth = p->decls = 0;
	p->ending = NX_XML_GOES_ON;
}

void nx_xml_parser_free(struct nx_xml_parser **parser)
{
	struct nx_xml_parser *p = *parser;
	struct nx_pool *pool;

	*parser = NULL;
	if (!p)
		return;
	while (p->first) {
		pool = p->first->pool;
		p->first = p->first->next;
		nx_xml_parsers_give_pool(p->parsers, &pool);
	}
	if (p->builder.pool)
		nx_xml_parsers_give_pool(p->parsers, &p->builder.pool);
	if (p->holds_secret && p->builder.text.data)
		nx_secret_wipe(p->builder.text.data, p->builder.text.cap);
	nx_buf_done(&p->builder.text);
	XML_ParserFree(p->expat);
	nx_mem_free(p);
}

/* What expat keeps back, waiting for the end of a tag, and what a stanza has reached so far. */
static void check_unreported(struct nx_xml_parser *p)
{
	size_t token = (size_t)(p->fed - p->reported);
	size_t stanza = p->depth > p->base ? (size_t)(p->fed - p->stanza_start) : token;

	if (token > p->limits->max_start_tag_bytes)
		nx_xml_parser_fail(p, NX_E_POLICY_VIOLATION, "the start tag is too large");
	else if (stanza > p->limits->max_stanza_bytes)
		nx_xml_parser_fail(p, NX_E_POLICY_VIOLATION, "the stanza is too large");
}

/* Where in data the declaration ends that expat stumbled over, which tells its beginning only. It may have begun in an earlier piece,
 * but it ends in this one. */
static size_t declaration_end(const struct nx_xml_parser *p, const char *data, size_t len)
{
	int64_t begin = (int64_t)XML_GetCurrentByteIndex(p->expat) - (p->fed - (int64_t)len);
	char before = begin < 0 ? p->last_byte : '\0';

	for (size_t i = begin < 0 ? 0 : (size_t)begin; i < len; before = data[i++]) {
		if (before == '?' && data[i] == '>')
			return i + 1;
	}
	nx_unreachable();
}

static void take_expat_error(struct nx_xml_parser *p, const char *data, size_t len)
{
	nx_xml_expat_error(p->expat, &p->err);
	p->ending = NX_XML_FAILED;
	if (p->base != 1 || p->depth != 1 || XML_GetErrorCode(p->expat) != XML_ERROR_MISPLACED_XML_PI)
		return;
	p->reported = p->fed - (int64_t)(len - declaration_end(p, data, len));
	if (p->reported - (int64_t)XML_GetCurrentByteIndex(p->expat) > (int64_t)p->limits->max_start_tag_bytes)
		nx_xml_parser_fail(p, NX_E_POLICY_VIOLATION, "the declaration is too large");
	else
		p->ending = NX_XML_BEGUN_AGAIN;
}

void nx_xml_parser_finish(struct nx_xml_parser *p)
{
	if (p->ending == NX_XML_GOES_ON && XML_Parse(p->expat, "", 0, XML_TRUE) != XML_STATUS_OK &&
	    p->ending == NX_XML_GOES_ON) {
		nx_xml_expat_error(p->expat, &p->err);
		p->ending = NX_XML_FAILED;
	}
}

void nx_xml_parser_feed(struct nx_xml_parser *p, const char *data, size_t len)
{
	nx_assert(p->ending == NX_XML_GOES_ON && len <= INT_MAX);
	p->fed += (int64_t)len;
	if (XML_Parse(p->expat, data, (int)len, XML_FALSE) != XML_STATUS_OK && p->ending == NX_XML_GOES_ON)
		take_expat_error(p, data, len);
	p->last_byte = data[len - 1];
	if (p->ending != NX_XML_GOES_ON)
		return;
	/* expat keeps a carriage return until it knows whether a newline follows; between stanzas it means nothing */
	if (p->depth == p->base && p->fed - p->reported == 1 && data[len - 1] == '\r')
		p->reported = p->fed;
	check_unreported(p);
}

bool nx_xml_parser_is_idle(const struct nx_xml_parser *p)
{
	return p->ending == NX_XML_GOES_ON && !p->first && p->fed == p->reported && p->depth <= 1;
}
