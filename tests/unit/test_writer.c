/* xml/writer: namespaces, prefixes, escaping, forbidden characters, round trips, the two halves. */
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "xml/reader.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const struct nx_xml_context in_stream = { .default_ns = "jabber:client", .stream_prefix = "stream" },
				   in_frame = { .default_ns = "" };

static struct nx_pool *pool;
static struct nx_buf buf;

static int set_up(void **state)
{
	(void)state;
	pool = nx_pool_new("test", 0);
	nx_buf_init(&buf);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	nx_pool_free(&pool);
	nx_buf_done(&buf);
	return 0;
}

static struct nx_xml *parse(const char *text)
{
	struct nx_error err = { 0 };
	struct nx_xml *el = nx_xml_parse(pool, text, strlen(text), &err);

	if (!el)
		fail_msg("%s: %s", err.text, text);
	return el;
}

static const char *written(const struct nx_xml *el, const struct nx_xml_context *context)
{
	nx_buf_clear(&buf);
	nx_xml_write(&buf, el, context);
	return nx_buf_str(&buf);
}

/* What stands in a stream, and what stands alone (RFC 6120 section 4.8, RFC 7395 section 3.3.3). */
static void namespaces_are_declared_where_they_change(void **state)
{
	static const struct { const char *in, *in_stream; } table[] = {
		{ "<message xmlns='jabber:client'><body>x</body></message>", "<message><body>x</body></message>" },
		{ "<a xmlns='u:1'><b/><c xmlns='u:2'><d xmlns='u:1'/></c><e xmlns=''><f/></e></a>", NULL },
		{ "<a/>", "<a xmlns=''/>" },
		{ "<features xmlns='http://etherx.jabber.org/streams'><x xmlns='u'/><m xmlns='jabber:client'/></features>",
		  "<stream:features><x xmlns='u'/><m/></stream:features>" },
		{ "<error xmlns='http://etherx.jabber.org/streams'><text/></error>",
		  "<stream:error><stream:text/></stream:error>" },
		{ "<xml:a><b xmlns='u'/></xml:a>", "<xml:a><b xmlns='u'/></xml:a>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		const struct nx_xml *el = parse(table[i].in);

		assert_string_equal(written(el, &in_frame), table[i].in);
		assert_string_equal(nx_xml_to_string(pool, el), table[i].in);
		assert_string_equal(written(el, &in_stream), table[i].in_stream ? table[i].in_stream : table[i].in);
	}
}

static void foreign_attributes_get_prefixes(void **state)
{
	const struct nx_xml *el = parse("<a x:b='1' y:b='2' b='3' xml:lang='ru' xmlns:x='u:x&amp;' xmlns:y='u:y'/>");

	(void)state;
	assert_string_equal(written(el, &in_frame),
		"<a xmlns:ns0='u:x&amp;' ns0:b='1' xmlns:ns1='u:y' ns1:b='2' b='3' xml:lang='ru'/>");
	el = parse(nx_buf_str(&buf));
	assert_string_equal(nx_xml_attr_ns(el, "u:y", "b"), "2");
	assert_string_equal(nx_xml_attr_ns(el, NX_NS_XML, "lang"), "ru");
	assert_string_equal(nx_xml_attr(el, "b"), "3");
}

/* XML 1.0 sections 2.2, 2.4, 2.11 and 3.3.3 */
static void characters(void **state)
{
	static const struct { const char *value, *in_text, *in_attr; } table[] = {
		{ "<&>'\"", "&lt;&amp;&gt;'\"", "&lt;&amp;&gt;&apos;&quot;" },
		{ "a\tb\nc\rd", "a\tb\nc&#13;d", "a&#9;b&#10;c&#13;d" },
		{ "]]>", "]]&gt;", "]]&gt;" },
		{ "a\x01\x08\x0b\x1f" "b\x7f", "ab\x7f", "ab\x7f" },
		{ "\xd1\x8f\xe2\x82\xac\xf0\x9f\x98\x80", "\xd1\x8f\xe2\x82\xac\xf0\x9f\x98\x80", "\xd1\x8f\xe2\x82\xac\xf0\x9f\x98\x80" },
		{ "a\xef\xbf\xbe" "b\xef\xbf\xbf" "c\xef\xbf\xbd", "abc\xef\xbf\xbd", "abc\xef\xbf\xbd" },
		{ "a\xed\xa0\x80" "b\xff" "c\xc3", "abc", "abc" },
		{ "\xd1\x8f<\xd1\x8f\x02\xd1\x8f", "\xd1\x8f&lt;\xd1\x8f\xd1\x8f", "\xd1\x8f&lt;\xd1\x8f\xd1\x8f" },
		{ "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct nx_xml *el = nx_xml_new(pool, "", "a");

		nx_xml_set(el, "b", table[i].value);
		nx_xml_text(el, table[i].value);
		assert_string_equal(written(el, &in_frame),
				    nx_pool_printf(pool, "<a b='%s'>%s</a>", table[i].in_attr, table[i].in_text));
		parse(nx_buf_str(&buf));
		nx_buf_clear(&buf);
		nx_xml_escape(&buf, table[i].value, strlen(table[i].value));
		assert_string_equal(nx_buf_str(&buf), table[i].in_attr);
	}
}

static void white_space_survives_the_round_trip(void **state)
{
	static const char value[] = " a\tb\nc\rd\r\ne ";
	struct nx_xml *el = nx_xml_new(pool, "u", "a");

	(void)state;
	nx_xml_set(el, "b", value);
	nx_xml_text(el, value);
	el = parse(written(el, &in_stream));
	assert_string_equal(nx_xml_attr(el, "b"), value);
	assert_string_equal(nx_xml_content(el), value);
}

static void two_halves_are_the_whole(void **state)
{
	static const char *const table[] = {
		"<message xmlns='jabber:client' to='x' from='a'><body>b</body></message>",
		"<presence xmlns='jabber:client' from='a'/>", "<a xmlns='u' to='&amp;'><b xmlns='jabber:client'/></a>",
		"<features xmlns='http://etherx.jabber.org/streams'><x/></features>", "<xml:a to=''>b</xml:a>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct nx_xml *el = parse(table[i]), *again;

		nx_buf_clear(&buf);
		nx_buf_puts(&buf, "<wrap xmlns='jabber:client'>");
		nx_xml_write_head(&buf, el, &in_stream);
		nx_xml_write_to(&buf, "j&j");
		nx_xml_write_tail(&buf, el);
		nx_buf_puts(&buf, "</wrap>");
		again = parse(nx_buf_str(&buf))->first;
		assert_string_equal(nx_xml_attr(again, "to"), "j&j");
		nx_xml_set(again, "to", NULL);
		nx_xml_set(el, "to", NULL);
		assert_string_equal(nx_xml_to_string(pool, again), nx_xml_to_string(pool, el));
		nx_buf_clear(&buf);
		nx_xml_write_head(&buf, parse(table[i]), &in_frame);
		nx_xml_write_to(&buf, NULL);
		assert_null(strstr(nx_buf_str(&buf), " to="));
	}
}

#define IN_POOL(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_POOL(namespaces_are_declared_where_they_change), IN_POOL(foreign_attributes_get_prefixes),
		IN_POOL(characters), IN_POOL(white_space_survives_the_round_trip), IN_POOL(two_halves_are_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
