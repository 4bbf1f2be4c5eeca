/* Kinds, types and replies (RFC 6120 sections 8.1 to 8.3; types of messages and presence: RFC 6121). */
#include "xmpp/stanza.h"

#include "base/buf.h"
#include "base/error.h"
#include "fixture.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/ns.h"

#include <string.h>

static struct nx_xml *make(const char *name, const char *type)
{
	struct nx_xml *el = nx_xml_new(pool, NX_NS_CLIENT, name);

	nx_xml_set(el, "type", type);
	return el;
}

static void test_kinds_8_2(void **state)
{
	(void)state;
	assert_int_equal(nx_stanza_kind(make("message", NULL)), NX_STANZA_MESSAGE);
	assert_int_equal(nx_stanza_kind(make("presence", NULL)), NX_STANZA_PRESENCE);
	assert_int_equal(nx_stanza_kind(make("iq", NULL)), NX_STANZA_IQ);
	assert_int_equal(nx_stanza_kind(make("none", NULL)), NX_STANZA_NONE);
	assert_int_equal(nx_stanza_kind(make("Message", NULL)), NX_STANZA_NONE);
	assert_int_equal(nx_stanza_kind(nx_xml_new(pool, "jabber:server", "iq")), NX_STANZA_NONE);
	assert_int_equal(nx_stanza_kind(nx_xml_new(pool, "", "iq")), NX_STANZA_NONE);
	assert_string_equal(nx_stanza_kind_name(NX_STANZA_MESSAGE), "message");
	assert_string_equal(nx_stanza_kind_name(NX_STANZA_PRESENCE), "presence");
	assert_string_equal(nx_stanza_kind_name(NX_STANZA_IQ), "iq");
}

struct type_row { enum nx_stanza_kind kind; const char *type; enum nx_stanza_type expected; };

static const struct type_row type_rows[] = {
	{ NX_STANZA_IQ, "get", NX_TYPE_GET },                           /* RFC 6120 section 8.2.3 */
	{ NX_STANZA_IQ, "set", NX_TYPE_SET },
	{ NX_STANZA_IQ, "result", NX_TYPE_RESULT },
	{ NX_STANZA_IQ, "error", NX_TYPE_ERROR },
	{ NX_STANZA_IQ, NULL, NX_TYPE_INVALID },
	{ NX_STANZA_IQ, "subscribe", NX_TYPE_INVALID },
	{ NX_STANZA_IQ, "", NX_TYPE_INVALID },
	{ NX_STANZA_MESSAGE, NULL, NX_TYPE_NORMAL },                    /* RFC 6121 section 5.2.2 */
	{ NX_STANZA_MESSAGE, "normal", NX_TYPE_NORMAL },
	{ NX_STANZA_MESSAGE, "chat", NX_TYPE_CHAT },
	{ NX_STANZA_MESSAGE, "groupchat", NX_TYPE_GROUPCHAT },
	{ NX_STANZA_MESSAGE, "headline", NX_TYPE_HEADLINE },
	{ NX_STANZA_MESSAGE, "error", NX_TYPE_ERROR },
	{ NX_STANZA_MESSAGE, "shout", NX_TYPE_NORMAL },
	{ NX_STANZA_PRESENCE, NULL, NX_TYPE_AVAILABLE },                /* RFC 6121 section 4.7.1 */
	{ NX_STANZA_PRESENCE, "unavailable", NX_TYPE_UNAVAILABLE },
	{ NX_STANZA_PRESENCE, "probe", NX_TYPE_PROBE },
	{ NX_STANZA_PRESENCE, "subscribe", NX_TYPE_SUBSCRIBE },
	{ NX_STANZA_PRESENCE, "subscribed", NX_TYPE_SUBSCRIBED },
	{ NX_STANZA_PRESENCE, "unsubscribe", NX_TYPE_UNSUBSCRIBE },
	{ NX_STANZA_PRESENCE, "unsubscribed", NX_TYPE_UNSUBSCRIBED },
	{ NX_STANZA_PRESENCE, "error", NX_TYPE_ERROR },
	{ NX_STANZA_PRESENCE, "available", NX_TYPE_INVALID },
	{ NX_STANZA_NONE, "get", NX_TYPE_INVALID },
};

static void test_types(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(type_rows) / sizeof(type_rows[0]); i++)
		assert_int_equal(nx_stanza_type(type_rows[i].kind,
						make(nx_stanza_kind_name(type_rows[i].kind), type_rows[i].type)),
				 type_rows[i].expected);
}

static void assert_written(const struct nx_xml *el, const char *expected)
{
	struct nx_buf buf = NX_BUF_INIT;

	nx_xml_write(&buf, el, &(struct nx_xml_context){ .default_ns = NX_NS_CLIENT, .stream_prefix = "stream" });
	assert_string_equal(nx_buf_str(&buf), expected);
	nx_buf_done(&buf);
}

static struct nx_xml *make_addressed(const char *name, const char *type)
{
	struct nx_xml *el = make(name, type), *query;

	nx_xml_set(el, "id", "a'1");
	nx_xml_set(el, "from", "juliet@example.org/x");
	nx_xml_set(el, "to", "romeo@example.org");
	query = nx_xml_add(el, "urn:q", "query");
	nx_xml_set(query, "node", "n");
	nx_xml_text(query, "a<b");
	return el;
}

static void test_result_8_2_3(void **state)
{
	struct nx_xml *iq = make_addressed("iq", "get"), *result = nx_stanza_result(pool, iq);

	(void)state;
	assert_string_equal(nx_xml_attr(result, "type"), "result");
	assert_string_equal(nx_xml_attr(result, "id"), "a'1");
	assert_string_equal(nx_xml_attr(result, "from"), "romeo@example.org");
	assert_string_equal(nx_xml_attr(result, "to"), "juliet@example.org/x");
	assert_null(result->first);
	/* to the server itself: no `to`, so no `from` */
	nx_xml_set(iq, "to", NULL);
	nx_xml_set(iq, "id", NULL);
	result = nx_stanza_result(pool, iq);
	assert_null(nx_xml_attr(result, "from"));
	assert_null(nx_xml_attr(result, "id"));
}

static void test_error_of_iq_keeps_payload_8_3_1(void **state)
{
	struct nx_error err;
	struct nx_xml *iq = make_addressed("iq", "set");

	(void)state;
	nx_fail(&err, NX_E_FORBIDDEN, "Not for you & him");
	assert_written(nx_stanza_error(pool, iq, &err),
		       "<iq type='error' id='a&apos;1' from='romeo@example.org' to='juliet@example.org/x'>"
		       "<query xmlns='urn:q' node='n'>a&lt;b</query><error type='auth'>"
		       "<forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
		       "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Not for you &amp; him</text>"
		       "</error></iq>");
	/* the original is as it was */
	assert_string_equal(nx_xml_attr(iq, "type"), "set");
	assert_non_null(nx_xml_child(iq, "urn:q", "query"));
}

static void test_error_of_message_8_3_2(void **state)
{
	struct nx_error err = { NX_E_STORE_FULL, "" };

	(void)state;
	assert_written(nx_stanza_error(pool, make_addressed("message", "chat"), &err),
		       "<message type='error' id='a&apos;1' from='romeo@example.org' to='juliet@example.org/x'>"
		       "<error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
		       "</message>");
	err.kind = NX_E_ITEM_NOT_FOUND;
	assert_written(nx_stanza_error(pool, make("presence", "subscribe"), &err),
		       "<presence type='error'><error type='cancel'>"
		       "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_kinds_8_2),
		CASE(test_types),
		CASE(test_result_8_2_3),
		CASE(test_error_of_iq_keeps_payload_8_3_1),
		CASE(test_error_of_message_8_3_2),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
