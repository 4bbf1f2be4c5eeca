/* The verification string of XEP-0115 section 5.1: everything is put into rows of texts, rows are sorted by bytes ("i;octet"),
 * written one after the other with '<' behind each text, and hashed. */
#include "xmpp/caps.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/tree.h"
#include "xmpp/ns.h"

#define SHA1_LEN 20

/* An identity: category, type, lang, name. A feature, a field, a form: its name, and the element. */
struct row {
	const char *text[4];
	const struct nx_xml *el;
};

struct rows {
	struct row *list;
	size_t count;
};

static int compare_rows(const void *a, const void *b)
{
	const struct row *left = a, *right = b;

	for (size_t i = 0; i < 4 && left->text[i]; i++) {
		int order = strcmp(left->text[i], right->text[i]);

		if (order != 0)
			return order;
	}
	return 0;
}

static void sort(struct rows *rows)
{
	qsort(rows->list, rows->count, sizeof(rows->list[0]), compare_rows);
}

static struct rows rows_for(struct nx_pool *pool, const struct nx_xml *parent, const char *ns, const char *name)
{
	size_t count = 0;

	for (const struct nx_xml *el = nx_xml_child(parent, ns, name); el; el = nx_xml_next(el, ns, name))
		count++;
	return (struct rows){ .list = NX_NEW_ARRAY(pool, struct row, count + 1) };
}

static const char *text_or_empty(const char *text)
{
	return text ? text : "";
}

static void add_text(struct nx_buf *s, const char *text)
{
	nx_buf_puts(s, text);
	nx_buf_putc(s, '<');
}

/* Steps 2 and 3. Sorted part by part: '-' comes before '/', so the joined texts would be in another order. */
static void add_identities(struct nx_buf *s, struct nx_pool *pool, const struct nx_xml *info)
{
	struct rows rows = rows_for(pool, info, NX_NS_DISCO_INFO, "identity");

	for (const struct nx_xml *el = nx_xml_child(info, NX_NS_DISCO_INFO, "identity"); el;
	     el = nx_xml_next(el, NX_NS_DISCO_INFO, "identity")) {
		rows.list[rows.count++] = (struct row){ .text = {
			text_or_empty(nx_xml_attr(el, "category")), text_or_empty(nx_xml_attr(el, "type")),
			text_or_empty(nx_xml_attr_ns(el, NX_NS_XML, "lang")), text_or_empty(nx_xml_attr(el, "name")),
		} };
	}
	sort(&rows);
	for (size_t i = 0; i < rows.count; i++)
		nx_buf_printf(s, "%s/%s/%s/%s<", rows.list[i].text[0], rows.list[i].text[1], rows.list[i].text[2], rows.list[i].text[3]);
}

/* Steps 4 and 5. */
static void add_features(struct nx_buf *s, struct nx_pool *pool, const struct nx_xml *info)
{
	struct rows rows = rows_for(pool, info, NX_NS_DISCO_INFO, "feature");

	for (const struct nx_xml *el = nx_xml_child(info, NX_NS_DISCO_INFO, "feature"); el;
	     el = nx_xml_next(el, NX_NS_DISCO_INFO, "feature"))
		rows.list[rows.count++].text[0] = text_or_empty(nx_xml_attr(el, "var"));
	sort(&rows);
	for (size_t i = 0; i < rows.count; i++)
		add_text(s, rows.list[i].text[0]);
}

static void add_values(struct nx_buf *s, struct nx_pool *pool, const struct nx_xml *field)
{
	struct rows rows = rows_for(pool, field, NX_NS_DATA_FORM, "value");

	for (const struct nx_xml *el = nx_xml_child(field, NX_NS_DATA_FORM, "value"); el; el = nx_xml_next(el, NX_NS_DATA_FORM, "value"))
		rows.list[rows.count++].text[0] = nx_xml_content(el);
	sort(&rows);
	for (size_t i = 0; i < rows.count; i++)
		add_text(s, rows.list[i].text[0]);
}

static void add_form(struct nx_buf *s, struct nx_pool *pool, const struct row *form)
{
	struct rows rows = rows_for(pool, form->el, NX_NS_DATA_FORM, "field");

	add_text(s, form->text[0]);
	for (const struct nx_xml *el = nx_xml_child(form->el, NX_NS_DATA_FORM, "field"); el;
	     el = nx_xml_next(el, NX_NS_DATA_FORM, "field")) {
		const char *var = text_or_empty(nx_xml_attr(el, "var"));

		if (!nx_str_eq(var, "FORM_TYPE"))
			rows.list[rows.count++] = (struct row){ .text = { var }, .el = el };
	}
	sort(&rows);
	for (size_t i = 0; i < rows.count; i++) {
		add_text(s, rows.list[i].text[0]);
		add_values(s, pool, rows.list[i].el);
	}
}

/* NULL: the form does not count. */
static const char *form_type(const struct nx_xml *form)
{
	const struct nx_xml *field = nx_xml_child(form, NX_NS_DATA_FORM, "field");

	while (field && !nx_str_eq(nx_xml_attr(field, "var"), "FORM_TYPE"))
		field = nx_xml_next(field, NX_NS_DATA_FORM, "field");
	if (!field || !nx_str_eq(nx_xml_attr(field, "type"), "hidden"))
		return NULL;
	return nx_xml_child_content(field, NX_NS_DATA_FORM, "value");
}

/* Steps 6 and 7. */
static void add_forms(struct nx_buf *s, struct nx_pool *pool, const struct nx_xml *info)
{
	struct rows rows = rows_for(pool, info, NX_NS_DATA_FORM, "x");

	for (const struct nx_xml *el = nx_xml_child(info, NX_NS_DATA_FORM, "x"); el; el = nx_xml_next(el, NX_NS_DATA_FORM, "x")) {
		const char *type = form_type(el);

		if (type)
			rows.list[rows.count++] = (struct row){ .text = { type }, .el = el };
	}
	sort(&rows);
	for (size_t i = 0; i < rows.count; i++)
		add_form(s, pool, &rows.list[i]);
}

void nx_caps_ver(char out[NX_CAPS_VER_SIZE], const struct nx_xml *info)
{
	struct nx_pool *pool = nx_pool_new("caps", 4096);
	struct nx_buf s = NX_BUF_INIT, base64 = NX_BUF_INIT;
	unsigned char digest[SHA1_LEN];

	add_identities(&s, pool, info);
	add_features(&s, pool, info);
	add_forms(&s, pool, info);
	nx_assert(EVP_Digest(nx_buf_str(&s), s.len, digest, NULL, EVP_sha1(), NULL) == 1);
	nx_base64_add(&base64, digest, sizeof(digest));
	nx_str_copy(out, NX_CAPS_VER_SIZE, nx_buf_str(&base64));
	nx_buf_done(&base64);
	nx_buf_done(&s);
	nx_pool_free(&pool);
}
