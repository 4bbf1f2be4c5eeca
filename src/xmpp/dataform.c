/* Data forms (xmpp/dataform.h, XEP-0004; FORM_TYPE: XEP-0068). */
#include "xmpp/dataform.h"

#include <string.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/tree.h"
#include "xmpp/ns.h"

static const char *const form_types[] = {
	[NX_FORM_FORM] = "form", [NX_FORM_SUBMIT] = "submit", [NX_FORM_CANCEL] = "cancel", [NX_FORM_RESULT] = "result",
};

static const char *const field_types[] = {
	[NX_FIELD_BOOLEAN] = "boolean", [NX_FIELD_FIXED] = "fixed", [NX_FIELD_HIDDEN] = "hidden",
	[NX_FIELD_JID_MULTI] = "jid-multi", [NX_FIELD_JID_SINGLE] = "jid-single", [NX_FIELD_LIST_MULTI] = "list-multi",
	[NX_FIELD_LIST_SINGLE] = "list-single", [NX_FIELD_TEXT_MULTI] = "text-multi",
	[NX_FIELD_TEXT_PRIVATE] = "text-private", [NX_FIELD_TEXT_SINGLE] = "text-single",
};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* ---- writing ---- */

struct nx_xml *nx_form_new(struct nx_pool *pool, enum nx_form_type type, const char *title, const char *instructions,
			   const char *form_type)
{
	struct nx_xml *form = nx_xml_new(pool, NX_NS_DATA_FORM, "x");

	nx_xml_set(form, "type", form_types[type]);
	nx_xml_add_text(form, "title", title);
	nx_xml_add_text(form, "instructions", instructions);
	if (form_type)
		nx_form_value(nx_form_add(form, NX_FIELD_HIDDEN, "FORM_TYPE", NULL), form_type);
	return form;
}

struct nx_xml *nx_form_add(struct nx_xml *form, enum nx_field_type type, const char *var, const char *label)
{
	struct nx_xml *field = nx_xml_add(form, NULL, "field");

	nx_assert(var || type == NX_FIELD_FIXED);       /* section 3.2 */
	nx_xml_set(field, "type", field_types[type]);
	nx_xml_set(field, "var", var);
	nx_xml_set(field, "label", label);
	return field;
}

struct nx_xml *nx_form_value(struct nx_xml *field, const char *value)
{
	bool is_lines = nx_str_eq(nx_xml_attr(field, "type"), field_types[NX_FIELD_TEXT_MULTI]);

	while (value) {
		size_t len = is_lines ? strcspn(value, "\n") : strlen(value);

		nx_xml_text_len(nx_xml_add(field, NULL, "value"), value, len);
		value = value[len] ? value + len + 1 : NULL;
	}
	return field;
}

struct nx_xml *nx_form_value_bool(struct nx_xml *field, bool value)
{
	return nx_form_value(field, value ? "1" : "0");
}

void nx_form_option(struct nx_xml *field, const char *label, const char *value)
{
	struct nx_xml *option = nx_xml_add(field, NULL, "option");

	nx_xml_set(option, "label", label);
	nx_xml_add_text(option, "value", value);
}

struct nx_xml *nx_form_reported(struct nx_xml *form)
{
	return nx_xml_add(form, NULL, "reported");
}

struct nx_xml *nx_form_item(struct nx_xml *form)
{
	return nx_xml_add(form, NULL, "item");
}

void nx_form_cell(struct nx_xml *item, const char *var, const char *value)
{
	struct nx_xml *field = nx_xml_add(item, NULL, "field");

	nx_xml_set(field, "var", var);
	nx_xml_add_text(field, "value", value ? value : "");
}

void nx_form_require(struct nx_xml *field)
{
	nx_xml_add(field, NULL, "required");
}

/* ---- reading ---- */

static int read_type(const struct nx_xml *x, enum nx_form_type *type_r, struct nx_error *err)
{
	const char *text = nx_xml_attr(x, "type");

	for (size_t i = 0; i < COUNT_OF(form_types); i++) {
		if (nx_str_eq(text, form_types[i])) {
			*type_r = (enum nx_form_type)i;
			return 0;
		}
	}
	return nx_fail(err, NX_E_BAD_REQUEST, "The type of a form is form, submit, cancel or result");
}

static size_t count_children(const struct nx_xml *el, const char *name)
{
	size_t count = 0;

	for (const struct nx_xml *child = nx_xml_child(el, NX_NS_DATA_FORM, name); child;
	     child = nx_xml_next(child, NX_NS_DATA_FORM, name))
		count++;
	return count;
}

static const char *const *read_values(struct nx_pool *pool, const struct nx_xml *field)
{
	const char **values = NX_NEW_ARRAY(pool, const char *, count_children(field, "value") + 1);
	size_t count = 0;

	for (const struct nx_xml *value = nx_xml_child(field, NX_NS_DATA_FORM, "value"); value;
	     value = nx_xml_next(value, NX_NS_DATA_FORM, "value"))
		values[count++] = nx_pool_strdup(pool, nx_xml_content(value));
	return values;
}

static const struct nx_form_field *find_field(const struct nx_form *form, const char *var)
{
	for (size_t i = 0; i < form->count; i++) {
		if (nx_str_eq(form->fields[i].var, var))
			return &form->fields[i];
	}
	return NULL;
}

static int read_field(struct nx_pool *pool, const struct nx_xml *el, struct nx_form *form, struct nx_error *err)
{
	const char *var = nx_xml_attr(el, "var");

	/* Fixed ones are text for people, and some clients send them back. */
	if (nx_str_eq(nx_xml_attr(el, "type"), field_types[NX_FIELD_FIXED]))
		return 0;
	if (!var || !*var)
		return nx_fail(err, NX_E_BAD_REQUEST, "A field of the form has no var");
	bool is_form_type = nx_str_eq(var, "FORM_TYPE");
	if (is_form_type ? form->form_type != NULL : find_field(form, var) != NULL)
		return nx_fail(err, NX_E_BAD_REQUEST, "The field %s is in the form twice", var);
	const char *const *values = read_values(pool, el);

	if (is_form_type)
		form->form_type = values[0] ? values[0] : "";
	else
		form->fields[form->count++] = (struct nx_form_field){ nx_pool_strdup(pool, var), values };
	return 0;
}

int nx_form_read(struct nx_pool *pool, const struct nx_xml *x, struct nx_form *form_r, struct nx_error *err)
{
	struct nx_form form = {0};

	if (!nx_xml_is(x, NX_NS_DATA_FORM, "x"))
		return nx_fail(err, NX_E_BAD_REQUEST, "This is not a form of jabber:x:data");
	size_t count = count_children(x, "field");

	if (read_type(x, &form.type, err) < 0)
		return -1;
	if (count > NX_FORM_MAX_FIELDS)
		return nx_fail(err, NX_E_BAD_REQUEST, "The form has more than %d fields", NX_FORM_MAX_FIELDS);
	form.fields = NX_NEW_ARRAY(pool, struct nx_form_field, count + 1);
	for (const struct nx_xml *el = nx_xml_child(x, NX_NS_DATA_FORM, "field"); el; el = nx_xml_next(el, NX_NS_DATA_FORM, "field")) {
		if (read_field(pool, el, &form, err) < 0)
			return -1;
	}
	*form_r = form;
	return 0;
}

/* ---- getters ---- */

static int refuse(struct nx_error *err, const char *var, const char *what)
{
	return nx_fail(err, NX_E_NOT_ACCEPTABLE, "The field %s of the form %s", var, what);
}

const char *const *nx_form_values(const struct nx_form *form, const char *var)
{
	const struct nx_form_field *field = find_field(form, var);

	return field ? field->values : NULL;
}

int nx_form_str(const struct nx_form *form, const char *var, const char **value_r, struct nx_error *err)
{
	const char *const *values = nx_form_values(form, var);

	if (!values)
		return 0;
	/* Section 3.2: only the -multi types have more than one. */
	if (values[0] && values[1])
		return refuse(err, var, "has more than one value");
	*value_r = values[0] ? values[0] : "";
	return 1;
}

int nx_form_bool(const struct nx_form *form, const char *var, bool *value_r, struct nx_error *err)
{
	const char *text;
	int found = nx_form_str(form, var, &text, err);

	if (found <= 0)
		return found;
	bool is_true = nx_str_eq(text, "1") || nx_str_eq(text, "true");

	if (!is_true && !nx_str_eq(text, "0") && !nx_str_eq(text, "false"))
		return refuse(err, var, "is neither true nor false");
	*value_r = is_true;
	return 1;
}

int nx_form_int(const struct nx_form *form, const char *var, int64_t min, int64_t max, int64_t *value_r, struct nx_error *err)
{
	const char *text;
	int found = nx_form_str(form, var, &text, err);

	if (found <= 0)
		return found;
	if (nx_str_to_i64(text, min, max, value_r) < 0)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "The field %s of the form is no whole number from %lld to %lld", var,
			       (long long)min, (long long)max);
	return 1;
}

int nx_form_jid(struct nx_pool *pool, const struct nx_form *form, const char *var, struct nx_jid *value_r, struct nx_error *err)
{
	const char *text;
	int found = nx_form_str(form, var, &text, err);

	if (found <= 0)
		return found;
	if (nx_jid_parse(pool, text, value_r, NULL) < 0)
		return refuse(err, var, "is no address");
	return 1;
}

const char *nx_form_text(struct nx_pool *pool, const struct nx_form *form, const char *var)
{
	const char *const *values = nx_form_values(form, var);
	size_t size = 1;

	if (!values)
		return NULL;
	for (size_t i = 0; values[i]; i++)
		size += strlen(values[i]) + 1;
	char *text = nx_pool_alloc(pool, size), *end = text;

	for (size_t i = 0; values[i]; i++) {
		size_t len = strlen(values[i]);

		if (i > 0)
			*end++ = '\n';
		memcpy(end, values[i], len);
		end += len;
	}
	return text;
}
