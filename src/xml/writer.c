/* Trees to bytes, see writer.h. Text is copied in runs of harmless bytes, found with one table look-up per byte and
 * one decision per eight; everything else (five characters, white space in attributes, forbidden characters, beginnings of multi-byte
 * characters) takes the slow path. Output is UTF-8 even where a text is not: broken bytes are left out. */
#include "xml/writer.h"
#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/tree.h"
#include <stdio.h>
#include <string.h>

#define IN_TEXT 1
#define IN_ATTR 2

/* Which bytes stop a run: in texts, in attribute values, or both. */
static const unsigned char stops[256] = {
	[0x00 ... 0x08] = IN_TEXT | IN_ATTR, ['\t'] = IN_ATTR, ['\n'] = IN_ATTR, [0x0b ... 0x1f] = IN_TEXT | IN_ATTR,
	['&'] = IN_TEXT | IN_ATTR, ['<'] = IN_TEXT | IN_ATTR, ['>'] = IN_TEXT | IN_ATTR,
	['\''] = IN_ATTR, ['"'] = IN_ATTR, [0x80 ... 0xff] = IN_TEXT | IN_ATTR,
};

static const char *entity_of(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '\'': return "&apos;";
	case '"': return "&quot;";
	/* XML 1.0 sections 2.11 and 3.3.3: unescaped, these would come out as others */
	case '\t': return "&#9;";
	case '\n': return "&#10;";
	case '\r': return "&#13;";
	}
	return NULL;
}

/* XML 1.0 section 2.2: the two characters at the end of the first plane that are well-formed UTF-8 but not Char. */
static bool is_noncharacter(const char *s, size_t len)
{
	return len == 3 && (memcmp(s, "\xef\xbf\xbe", 3) == 0 || memcmp(s, "\xef\xbf\xbf", 3) == 0);
}

/* How many bytes of multi-byte characters that may stand in XML begin at s. */
static size_t multibyte_run(const char *s, size_t left)
{
	size_t run = 0, n;

	while (run < left && (unsigned char)s[run] >= 0x80) {
		n = nx_utf8_char_len(s + run, left - run);
		if (n == 0 || is_noncharacter(s + run, n))
			break;
		run += n;
	}
	return run;
}

/* How many bytes at s stop no run, or a few less: eight are looked at together. */
static size_t harmless_run(const char *s, size_t len, unsigned char place)
{
	const unsigned char *at = (const unsigned char *)s;
	size_t run = 0;

	for (; len - run >= 8; run += 8, at += 8) {
		if ((stops[at[0]] | stops[at[1]] | stops[at[2]] | stops[at[3]] |
		     stops[at[4]] | stops[at[5]] | stops[at[6]] | stops[at[7]]) & place)
			break;
	}
	return run;
}

static void add_escaped(struct nx_buf *buf, const char *s, size_t len, unsigned char place)
{
	const char *entity;
	size_t run, skip;

	while (len > 0) {
		for (run = harmless_run(s, len, place); run < len; ) {
			if (!(stops[(unsigned char)s[run]] & place))
				run++;
			else if ((unsigned char)s[run] >= 0x80 && (skip = multibyte_run(s + run, len - run)) > 0)
				run += skip;
			else
				break;
		}
		nx_buf_add(buf, s, run);
		if (run == len)
			break;
		s += run;
		len -= run;
		entity = entity_of(*s);
		skip = 1;
		if (entity)
			nx_buf_puts(buf, entity);
		else if (nx_utf8_char_len(s, len) > 1)
			skip = 3;       /* a noncharacter */
		s += skip;
		len -= skip;
	}
}

void nx_xml_escape(struct nx_buf *buf, const char *text, size_t len)
{
	add_escaped(buf, text, len, IN_TEXT | IN_ATTR);
}

/* prefix NULL: none. */
static void write_attr(struct nx_buf *buf, const char *prefix, const char *name, const char *value)
{
	nx_buf_putc(buf, ' ');
	if (prefix) {
		nx_buf_puts(buf, prefix);
		nx_buf_putc(buf, ':');
	}
	nx_buf_puts(buf, name);
	nx_buf_add(buf, "='", 2);
	add_escaped(buf, value, strlen(value), IN_ATTR);
	nx_buf_putc(buf, '\'');
}

/* Namespaces in XML section 3: the prefix xml needs no declaration, and no other may stand for its namespace. */
static void write_foreign_attr(struct nx_buf *buf, const struct nx_xml_attr *attr, unsigned number)
{
	char prefix[16] = "xml";

	if (!nx_str_eq(attr->ns, NX_NS_XML)) {
		snprintf(prefix, sizeof(prefix), "ns%u", number);
		write_attr(buf, "xmlns", prefix, attr->ns);
	}
	write_attr(buf, prefix, attr->name, attr->value);
}

/* The prefix that the element's name is written with, or NULL: in the default namespace. */
static const char *prefix_of(const struct nx_xml *el, const char *stream_prefix)
{
	if (stream_prefix && nx_str_eq(el->ns, NX_NS_STREAMS))
		return stream_prefix;
	return nx_str_eq(el->ns, NX_NS_XML) ? "xml" : NULL;
}

static void write_name(struct nx_buf *buf, const struct nx_xml *el, const char *prefix)
{
	if (prefix) {
		nx_buf_puts(buf, prefix);
		nx_buf_putc(buf, ':');
	}
	nx_buf_puts(buf, el->name);
}

/* The start tag without its end; without the attribute called leave_out, where that is not NULL. */
static void write_start(struct nx_buf *buf, const struct nx_xml *el, const char *prefix, const struct nx_xml_context *context,
			const char *leave_out)
{
	unsigned number = 0;

	nx_buf_putc(buf, '<');
	write_name(buf, el, prefix);
	if (!prefix && !nx_str_eq(el->ns, context->default_ns))
		write_attr(buf, NULL, "xmlns", el->ns);
	else if (prefix && context->declares_prefix && nx_str_eq(el->ns, NX_NS_STREAMS))
		write_attr(buf, "xmlns", prefix, el->ns);
	for (const struct nx_xml_attr *attr = el->attrs; attr; attr = attr->next) {
		if (attr->ns)
			write_foreign_attr(buf, attr, number++);
		else if (!nx_str_eq(attr->name, leave_out))
			write_attr(buf, NULL, attr->name, attr->value);
	}
}

/* Everything behind the start tag's attributes; inside: the namespaces in force for the children. */
static void write_rest(struct nx_buf *buf, const struct nx_xml *el, const char *prefix, const struct nx_xml_context *inside)
{
	if (!el->first) {
		nx_buf_add(buf, "/>", 2);
		return;
	}
	nx_buf_putc(buf, '>');
	for (const struct nx_xml *node = el->first; node; node = node->next) {
		if (nx_xml_is_element(node))
			nx_xml_write(buf, node, inside);
		else
			add_escaped(buf, node->text, node->text_len, IN_TEXT);
	}
	nx_buf_add(buf, "</", 2);
	write_name(buf, el, prefix);
	nx_buf_putc(buf, '>');
}

void nx_xml_write(struct nx_buf *buf, const struct nx_xml *el, const struct nx_xml_context *context)
{
	const char *prefix = prefix_of(el, context->stream_prefix);
	struct nx_xml_context inside = *context;

	if (!prefix)
		inside.default_ns = el->ns;
	inside.declares_prefix = context->declares_prefix && !nx_str_eq(el->ns, NX_NS_STREAMS);
	write_start(buf, el, prefix, context, NULL);
	write_rest(buf, el, prefix, &inside);
}

void nx_xml_write_head(struct nx_buf *buf, const struct nx_xml *el, const struct nx_xml_context *context)
{
	write_start(buf, el, prefix_of(el, NULL), &(struct nx_xml_context){ .default_ns = context->default_ns }, "to");
}

void nx_xml_write_to(struct nx_buf *buf, const char *to)
{
	if (to)
		write_attr(buf, NULL, "to", to);
}

void nx_xml_write_tail(struct nx_buf *buf, const struct nx_xml *el)
{
	write_rest(buf, el, prefix_of(el, NULL), &(struct nx_xml_context){ .default_ns = el->ns });
}

char *nx_xml_to_string(struct nx_pool *pool, const struct nx_xml *el)
{
	struct nx_buf buf = NX_BUF_INIT;
	char *text;

	nx_xml_write(&buf, el, &(struct nx_xml_context){ .default_ns = "" });
	text = nx_pool_strndup(pool, nx_buf_str(&buf), buf.len);
	nx_buf_done(&buf);
	return text;
}
