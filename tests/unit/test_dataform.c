/* Data forms, written and read (XEP-0004 version 2.13.2, XEP-0068). */
#include "xmpp/dataform.h"

#include "base/error.h"
#include "fixture.h"
#include "xml/reader.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/ns.h"

#include <string.h>

/* ---- writing ---- */

static void test_writes_a_form_3(void **state)
{
	struct nx_xml *form = nx_form_new(pool, NX_FORM_FORM, "Bot", "Fill it in", "jabber:bot"), *field;

	(void)state;
	nx_form_value(nx_form_add(form, NX_FIELD_FIXED, NULL, NULL), "Section 1");
	nx_form_require(nx_form_add(form, NX_FIELD_TEXT_PRIVATE, "password", "Secret"));
	nx_form_value_bool(nx_form_add(form, NX_FIELD_BOOLEAN, "public", NULL), true);
	field = nx_form_add(form, NX_FIELD_LIST_SINGLE, "max", NULL);
	nx_form_option(field, "Ten", "10");
	nx_form_option(field, NULL, "20");
	nx_form_value(field, "20");
	assert_string_equal(nx_xml_to_string(pool, form),
		"<x xmlns='jabber:x:data' type='form'>"
		"<title>Bot</title><instructions>Fill it in</instructions>"
		"<field type='hidden' var='FORM_TYPE'><value>jabber:bot</value></field>"
		"<field type='fixed'><value>Section 1</value></field>"
		"<field type='text-private' var='password' label='Secret'><required/></field>"
		"<field type='boolean' var='public'><value>1</value></field>"
		"<field type='list-single' var='max'><option label='Ten'><value>10</value></option>"
		"<option><value>20</value></option><value>20</value></field></x>");
}

static void test_writes_lines_as_values_3_3(void **state)
{
	static const struct { const char *text, *xml; } rows[] = {
		{ "one", "<value>one</value>" },
		{ "one\ntwo", "<value>one</value><value>two</value>" },
		{ "one\n\ntwo\n", "<value>one</value><value/><value>two</value><value/>" },
		{ "", "<value/>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct nx_xml *form = nx_form_new(pool, NX_FORM_RESULT, NULL, NULL, NULL);
		char *expected = nx_pool_printf(pool, "<x xmlns='jabber:x:data' type='result'><field type='text-multi' var='t'>%s</field></x>",
						rows[i].xml);
		struct nx_xml *wanted, *got;
		struct nx_error err;

		nx_form_value(nx_form_add(form, NX_FIELD_TEXT_MULTI, "t", NULL), rows[i].text);
		/* <value></value> and <value/> are the same. */
		wanted = nx_xml_parse(pool, expected, strlen(expected), &err);
		got = nx_xml_parse(pool, nx_xml_to_string(pool, form), strlen(nx_xml_to_string(pool, form)), &err);
		assert_string_equal(nx_xml_to_string(pool, got), nx_xml_to_string(pool, wanted));
	}
}

static void test_rows_3_4(void **state)
{
	struct nx_xml *form = nx_form_new(pool, NX_FORM_RESULT, NULL, NULL, "jabber:iq:search"), *item;

	(void)state;
	nx_form_add(nx_form_reported(form), NX_FIELD_JID_SINGLE, "jid", "Address");
	item = nx_form_item(form);
	nx_form_cell(item, "jid", "romeo@montague.net");
	nx_form_cell(nx_form_item(form), "jid", NULL);
	assert_string_equal(nx_xml_to_string(pool, form),
		"<x xmlns='jabber:x:data' type='result'>"
		"<field type='hidden' var='FORM_TYPE'><value>jabber:iq:search</value></field>"
		"<reported><field type='jid-single' var='jid' label='Address'/></reported>"
		"<item><field var='jid'><value>romeo@montague.net</value></field></item>"
		"<item><field var='jid'><value></value></field></item></x>");
}

static void test_a_missing_value_writes_nothing(void **state)
{
	struct nx_xml *form = nx_form_new(pool, NX_FORM_SUBMIT, NULL, NULL, NULL);

	(void)state;
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "t", NULL), NULL);
	assert_string_equal(nx_xml_to_string(pool, form),
			    "<x xmlns='jabber:x:data' type='submit'><field type='text-single' var='t'/></x>");
}

/* ---- reading ---- */

static struct nx_xml *parse(const char *inside, const char *type)
{
	char *text = nx_pool_printf(pool, "<x xmlns='jabber:x:data' type='%s'>%s</x>", type, inside);
	struct nx_error err;
	struct nx_xml *x = nx_xml_parse(pool, text, strlen(text), &err);

	assert_non_null(x);
	return x;
}

static struct nx_form read_form(const char *inside)
{
	struct nx_form form;
	struct nx_error err;

	assert_int_equal(nx_form_read(pool, parse(inside, "submit"), &form, &err), 0);
	return form;
}

static void test_reads_a_submission_3_1(void **state)
{
	struct nx_form form = read_form("<field var='FORM_TYPE' type='hidden'><value>jabber:bot</value></field>"
					"<title>t</title><field type='fixed'><value>Section</value></field>"
					"<field var='name'><value>Joogle</value></field>"
					"<field var='features' type='list-multi'><value>news</value><value>search</value></field>"
					"<other xmlns='urn:x'/><field var='empty'/>");

	(void)state;
	assert_int_equal(form.type, NX_FORM_SUBMIT);
	assert_string_equal(form.form_type, "jabber:bot");
	assert_int_equal(form.count, 3);
	assert_string_equal(form.fields[0].var, "name");
	assert_string_equal(nx_form_values(&form, "features")[0], "news");
	assert_string_equal(nx_form_values(&form, "features")[1], "search");
	assert_null(nx_form_values(&form, "features")[2]);
	assert_null(nx_form_values(&form, "empty")[0]);
	assert_null(nx_form_values(&form, "absent"));
	assert_null(nx_form_values(&form, "FORM_TYPE"));
}

static void test_reads_every_type_3_1(void **state)
{
	static const struct { const char *name; enum nx_form_type type; } rows[] = {
		{ "form", NX_FORM_FORM }, { "submit", NX_FORM_SUBMIT }, { "cancel", NX_FORM_CANCEL }, { "result", NX_FORM_RESULT },
	};
	struct nx_form form;
	struct nx_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(nx_form_read(pool, parse("", rows[i].name), &form, &err), 0);
		assert_int_equal(form.type, rows[i].type);
		assert_null(form.form_type);
		assert_int_equal(form.count, 0);
	}
}

static void test_refuses_what_is_no_form(void **state)
{
	static const char *const bad[] = {
		"<field/>", "<field var=''/>", "<field><value>1</value></field>",
		"<field var='a'/><field var='a'/>",
		"<field var='FORM_TYPE'><value>a</value></field><field var='FORM_TYPE'><value>a</value></field>",
	};
	struct nx_form form = { .count = 77 };
	struct nx_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(nx_form_read(pool, parse(bad[i], "submit"), &form, &err), -1);
		assert_int_equal(err.kind, NX_E_BAD_REQUEST);
	}
	assert_int_equal(nx_form_read(pool, parse("", "error"), &form, &err), -1);
	assert_int_equal(nx_form_read(pool, nx_xml_new(pool, NX_NS_DATA_FORM, "x"), &form, &err), -1);
	assert_int_equal(nx_form_read(pool, nx_xml_new(pool, "jabber:x:other", "x"), &form, &err), -1);
	assert_int_equal(form.count, 77);
}

static void test_counts_fields_before_it_takes_them(void **state)
{
	struct nx_xml *x = nx_form_new(pool, NX_FORM_SUBMIT, NULL, NULL, NULL);
	struct nx_form form;
	struct nx_error err;

	(void)state;
	for (unsigned i = 0; i < NX_FORM_MAX_FIELDS; i++)
		nx_form_add(x, NX_FIELD_TEXT_SINGLE, nx_pool_printf(pool, "f%u", i), NULL);
	assert_int_equal(nx_form_read(pool, x, &form, &err), 0);
	assert_int_equal(form.count, NX_FORM_MAX_FIELDS);
	nx_form_add(x, NX_FIELD_TEXT_SINGLE, "one more", NULL);
	assert_int_equal(nx_form_read(pool, x, &form, &err), -1);
	assert_int_equal(err.kind, NX_E_BAD_REQUEST);
}

/* ---- getters ---- */

static void test_text_values_3_2(void **state)
{
	struct nx_form form = read_form("<field var='one'><value> a </value></field><field var='none'/>"
					"<field var='two'><value>a</value><value>b</value></field>");
	const char *text = "untouched";
	struct nx_error err;

	(void)state;
	assert_int_equal(nx_form_str(&form, "absent", &text, &err), 0);
	assert_string_equal(text, "untouched");
	assert_int_equal(nx_form_str(&form, "two", &text, &err), -1);
	assert_int_equal(err.kind, NX_E_NOT_ACCEPTABLE);
	assert_string_equal(text, "untouched");
	assert_int_equal(nx_form_str(&form, "one", &text, &err), 1);
	assert_string_equal(text, " a ");
	assert_int_equal(nx_form_str(&form, "none", &text, &err), 1);
	assert_string_equal(text, "");
	assert_string_equal(nx_form_text(pool, &form, "two"), "a\nb");
	assert_string_equal(nx_form_text(pool, &form, "none"), "");
	assert_null(nx_form_text(pool, &form, "absent"));
}

static void test_boolean_values_3_3(void **state)
{
	static const struct { const char *text; int found; bool value; } rows[] = {
		{ "1", 1, true }, { "true", 1, true }, { "0", 1, false }, { "false", 1, false },
		{ "", -1, true }, { "yes", -1, true }, { "TRUE", -1, true }, { "01", -1, true },
	};
	struct nx_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct nx_form form = read_form(nx_pool_printf(pool, "<field var='b'><value>%s</value></field>", rows[i].text));
		bool value = true;

		assert_int_equal(nx_form_bool(&form, "b", &value, &err), rows[i].found);
		assert_int_equal(value, rows[i].value);
		assert_int_equal(nx_form_bool(&form, "c", &value, &err), 0);
	}
}

static void test_number_values(void **state)
{
	struct nx_form form = read_form("<field var='n'><value>42</value></field><field var='x'><value>4x</value></field>");
	struct nx_error err;
	int64_t value = 7;

	(void)state;
	assert_int_equal(nx_form_int(&form, "absent", 0, 100, &value, &err), 0);
	assert_int_equal(nx_form_int(&form, "n", 0, 41, &value, &err), -1);
	assert_int_equal(nx_form_int(&form, "x", 0, 100, &value, &err), -1);
	assert_int_equal(err.kind, NX_E_NOT_ACCEPTABLE);
	assert_int_equal(value, 7);
	assert_int_equal(nx_form_int(&form, "n", 0, 42, &value, &err), 1);
	assert_int_equal(value, 42);
}

static void test_address_values_3_3(void **state)
{
	struct nx_form form = read_form("<field var='j'><value>Romeo@Verona.example</value></field><field var='x'><value>@</value></field>");
	struct nx_jid jid = {0};
	struct nx_error err;

	(void)state;
	assert_int_equal(nx_form_jid(pool, &form, "absent", &jid, &err), 0);
	assert_int_equal(nx_form_jid(pool, &form, "x", &jid, &err), -1);
	assert_int_equal(err.kind, NX_E_NOT_ACCEPTABLE);
	assert_int_equal(nx_form_jid(pool, &form, "j", &jid, &err), 1);
	assert_string_equal(jid.full, "romeo@verona.example");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		CASE(test_writes_a_form_3),
		CASE(test_writes_lines_as_values_3_3),
		CASE(test_rows_3_4), CASE(test_a_missing_value_writes_nothing),
		CASE(test_reads_a_submission_3_1),
		CASE(test_reads_every_type_3_1),
		CASE(test_refuses_what_is_no_form),
		CASE(test_counts_fields_before_it_takes_them),
		CASE(test_text_values_3_2),
		CASE(test_boolean_values_3_3),
		CASE(test_number_values),
		CASE(test_address_values_3_3),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
