/* xml/tree: building, finding, changing and copying. */
#include "fixture.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include <string.h>

static struct nx_xml *message(void)
{
	struct nx_xml *m = nx_xml_new(pool, "jabber:client", "message");

	nx_xml_set(m, "to", "juliet@example.org");
	nx_xml_set_ns(m, NX_NS_XML, "lang", "ru");
	nx_xml_add_text(m, "body", "hi");
	nx_xml_add_text(m, "subject", NULL);
	nx_xml_text(m, " ");
	nx_xml_add(m, "urn:x", "x");
	nx_xml_add_text(m, "body", "ho");
	return m;
}

static void children_are_found_by_namespace_and_name(void **state)
{
	struct nx_xml *m = message(), *body;

	(void)state;
	body = nx_xml_child(m, "jabber:client", "body");
	assert_non_null(body);
	assert_string_equal(nx_xml_content(nx_xml_next(body, NULL, "body")), "ho");
	assert_null(nx_xml_next(nx_xml_next(body, NULL, "body"), NULL, NULL));
	assert_null(nx_xml_child(m, "urn:x", "body"));
	assert_string_equal(nx_xml_child(m, "urn:x", NULL)->name, "x");
	assert_ptr_equal(nx_xml_first_element(m), body);
	assert_null(nx_xml_child(m, NULL, "subject"));
	assert_string_equal(nx_xml_child_content(m, NULL, "body"), "hi");
	assert_null(nx_xml_child_content(m, NULL, "subject"));
	assert_string_equal(nx_xml_child_content(m, NULL, "x"), "");
	assert_true(nx_xml_is(m, NULL, NULL) && nx_xml_is(m, "jabber:client", NULL) && nx_xml_is(m, NULL, "message"));
	assert_false(nx_xml_is(m, "jabber:server", "message"));
	assert_false(nx_xml_is(nx_xml_next(body, NULL, "body")->first, NULL, NULL));    /* a text */
}

static void attributes_are_set_replaced_and_removed(void **state)
{
	struct nx_xml *m = message();
	char value[] = "a";

	(void)state;
	assert_string_equal(nx_xml_attr_ns(m, NX_NS_XML, "lang"), "ru");
	assert_null(nx_xml_attr(m, "lang"));
	nx_xml_set(m, "id", value);
	value[0] = 'b';
	assert_string_equal(nx_xml_attr(m, "id"), "a");
	nx_xml_set(m, "to", "romeo");
	assert_string_equal(nx_xml_attr(m, "to"), "romeo");
	nx_xml_set(m, "to", NULL);
	assert_null(nx_xml_attr(m, "to"));
	nx_xml_set(m, "to", NULL);
	nx_xml_set_ns(m, NX_NS_XML, "lang", NULL);
	assert_string_equal(m->attrs->name, "id");
	assert_null(m->attrs->next);
}

static void content_joins_texts(void **state)
{
	struct nx_xml *el = nx_xml_new(pool, NULL, "a");

	(void)state;
	assert_string_equal(el->ns, "");
	assert_string_equal(nx_xml_content(el), "");
	nx_xml_text(el, "one ");
	assert_ptr_equal(nx_xml_content(el), el->first->text);
	nx_xml_text(nx_xml_add(el, NULL, "b"), "not this ");
	nx_xml_text_len(nx_xml_text(el, "two"), " three!", 6);
	assert_string_equal(nx_xml_content(el), "one two three");
}

static void children_are_taken_out_and_put_elsewhere(void **state)
{
	struct nx_xml *m = message(), *other = nx_xml_new(pool, "u", "o"), *child;

	(void)state;
	while ((child = m->last) != NULL) {
		nx_xml_remove(child);
		assert_null(child->parent);
		nx_xml_append(other, child);
	}
	assert_null(m->first);
	assert_string_equal(nx_xml_to_string(pool, other),
		"<o xmlns='u'><body xmlns='jabber:client'>ho</body><x xmlns='urn:x'/> <body xmlns='jabber:client'>hi</body></o>");
	nx_xml_remove(nx_xml_child(other, NULL, "x"));
	nx_xml_remove(other->first);
	nx_xml_remove(other);           /* has no parent */
	assert_string_equal(nx_xml_to_string(pool, other), "<o xmlns='u'> <body xmlns='jabber:client'>hi</body></o>");
}

static void a_copy_shares_nothing(void **state)
{
	struct nx_pool *first = nx_pool_new("first", 0), *swap = pool;
	struct nx_xml *copy;
	char *before;

	(void)state;
	pool = first;
	copy = nx_xml_dup(swap, message());
	before = nx_xml_to_string(swap, message());
	pool = swap;
	nx_pool_free(&first);
	assert_null(copy->parent);
	assert_string_equal(nx_xml_to_string(pool, copy), before);
	assert_ptr_equal(copy->first->pool, pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(children_are_found_by_namespace_and_name),
		CASE(attributes_are_set_replaced_and_removed),
		CASE(content_joins_texts),
		CASE(children_are_taken_out_and_put_elsewhere),
		CASE(a_copy_shares_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
