/* What is asked of who registers, and what comes back (register.h): a data form beside the plain fields for clients that do not know
 * forms (XEP-0077 sections 4 and 6), or the address of a page where accounts are made instead (section 5). */
#include "mod_register/register.h"

#include "base/error.h"
#include "xmpp/dataform.h"

#define FORM_CHANGE_PASSWORD NX_NS_REGISTER ":changepassword"   /* section 13.4.3 */

/* ---- asking ---- */

/* Section 4 rule 3: the form has what the plain fields have. */
static struct nx_xml *form_of(struct nx_pool *pool, const char *instructions, const char *username)
{
	struct nx_xml *form = nx_form_new(pool, NX_FORM_FORM, "Your account", instructions, NX_NS_REGISTER);
	struct nx_xml *name = nx_form_add(form, NX_FIELD_TEXT_SINGLE, "username", "Name");
	struct nx_xml *password = nx_form_add(form, NX_FIELD_TEXT_PRIVATE, "password", "Password");

	nx_form_require(nx_form_value(name, username));
	nx_form_require(password);
	return form;
}

void register_add_fields(struct nx_xml *query, const char *instructions, const char *username)
{
	nx_xml_add_text(query, "instructions", instructions);
	if (username)
		nx_xml_add_text(query, "username", username);
	else
		nx_xml_add(query, NULL, "username");
	nx_xml_add(query, NULL, "password");
	nx_xml_append(query, form_of(query->pool, instructions, username));
}

void register_add_redirect(struct nx_xml *query, const char *url)
{
	struct nx_xml *oob = nx_xml_new(query->pool, NX_NS_OOB, "x");

	nx_xml_add_text(query, "instructions", nx_pool_printf(query->pool, "Accounts are made at %s", url));
	nx_xml_add_text(oob, "url", url);
	nx_xml_append(query, oob);
}

/* ---- reading ---- */

static int read_form(const struct nx_xml *x, struct register_fields *fields, struct nx_error *err)
{
	struct nx_form form;

	if (nx_form_read(x->pool, x, &form, err) < 0)
		return -1;
	if (form.type != NX_FORM_SUBMIT || (form.form_type && !nx_str_eq(form.form_type, NX_NS_REGISTER) &&
					    !nx_str_eq(form.form_type, FORM_CHANGE_PASSWORD)))
		return nx_fail(err, NX_E_BAD_REQUEST, "This is not the form for accounts, filled in");
	if (nx_form_str(&form, "username", &fields->username, err) < 0 || nx_form_str(&form, "password", &fields->password, err) < 0)
		return -1;
	return 0;
}

int register_read_fields(const struct nx_xml *query, struct register_fields *fields_r, struct nx_error *err)
{
	const struct nx_xml *x = nx_xml_child(query, NX_NS_DATA_FORM, "x");
	struct register_fields fields = {0};

	if (!x) {
		fields.username = nx_xml_child_content(query, NX_NS_REGISTER, "username");
		fields.password = nx_xml_child_content(query, NX_NS_REGISTER, "password");
	} else if (read_form(x, &fields, err) < 0) {
		return -1;
	}
	fields_r->username = fields.username && *fields.username ? fields.username : NULL;
	fields_r->password = fields.password && *fields.password ? fields.password : NULL;
	return 0;
}
