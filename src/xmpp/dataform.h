/* Data forms (XEP-0004): written for whoever asks, read when they come back filled in.
 *
 * One normal case: a module answers a request with nx_form_new() and a row of nx_form_add(); the client shows it to a person and sends
 * it back as type='submit'; nx_form_read() checks its shape once, and nx_form_str(), nx_form_bool() … look at single
 * fields. Fields that nobody asks for are ignored (section 3.1), fields that are left out keep their value (3.5): so every
 * getter tells "not there" from "empty". */
#ifndef NX_XMPP_DATAFORM_H
#define NX_XMPP_DATAFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "xmpp/jid.h"

struct nx_error;
struct nx_pool;
struct nx_xml;

enum nx_form_type { NX_FORM_FORM, NX_FORM_SUBMIT, NX_FORM_CANCEL, NX_FORM_RESULT };

/* XEP-0004 section 3.3. */
enum nx_field_type {
	NX_FIELD_BOOLEAN, NX_FIELD_FIXED, NX_FIELD_HIDDEN, NX_FIELD_JID_MULTI, NX_FIELD_JID_SINGLE, NX_FIELD_LIST_MULTI,
	NX_FIELD_LIST_SINGLE, NX_FIELD_TEXT_MULTI, NX_FIELD_TEXT_PRIVATE, NX_FIELD_TEXT_SINGLE
};

/* ---- writing ---- */

/* <x/> with title, instructions and the hidden field FORM_TYPE (XEP-0068); NULL leaves one out. All texts are copied. */
struct nx_xml *nx_form_new(struct nx_pool *pool, enum nx_form_type type, const char *title, const char *instructions,
			   const char *form_type);
/* A field without a value. var NULL: only NX_FIELD_FIXED; label may be NULL. */
struct nx_xml *nx_form_add(struct nx_xml *form, enum nx_field_type type, const char *var, const char *label);
/* Adds a value; NULL does nothing. A text with line breaks becomes a value for each line in a TEXT_MULTI field (section 3.3).
 * Returns field. */
struct nx_xml *nx_form_value(struct nx_xml *field, const char *value);
/* "1" or "0". Returns field. */
struct nx_xml *nx_form_value_bool(struct nx_xml *field, bool value);
/* A choice of a LIST field; label may be NULL. */
void nx_form_option(struct nx_xml *field, const char *label, const char *value);
void nx_form_require(struct nx_xml *field);

/* The columns of a form of several rows (section 3.4): a field for each, with nx_form_add(). */
struct nx_xml *nx_form_reported(struct nx_xml *form);
/* A row; each column needs its nx_form_cell(). */
struct nx_xml *nx_form_item(struct nx_xml *form);
/* value NULL: empty. */
void nx_form_cell(struct nx_xml *item, const char *var, const char *value);

/* ---- reading ---- */

/* More fields than that are refused, before anything is allocated for them. */
#define NX_FORM_MAX_FIELDS 256

struct nx_form_field {
	const char *var;
	const char *const *values;      /* NULL-terminated, never NULL */
};

struct nx_form {
	enum nx_form_type type;
	const char *form_type;          /* NULL: it names none */
	struct nx_form_field *fields;   /* as they came, without FORM_TYPE and fixed ones; vars are unique */
	size_t count;
};

/* Reads <x xmlns='jabber:x:data'/>; texts live in pool. 0, or -1 with NX_E_BAD_REQUEST and a sentence: not a form, an unknown type, a field
 * without or with another one's name, too many fields. */
int nx_form_read(struct nx_pool *pool, const struct nx_xml *x, struct nx_form *form_r, struct nx_error *err);

/* The getters: 1 found, 0 not in the form (*value_r is untouched), -1 with NX_E_NOT_ACCEPTABLE (section 4) and a sentence that names
 * the field: a value of another kind, or several where one is allowed. A field without any value counts as empty text. */
int nx_form_str(const struct nx_form *form, const char *var, const char **value_r, struct nx_error *err);
/* true and 1, false and 0 (XML Schema). */
int nx_form_bool(const struct nx_form *form, const char *var, bool *value_r, struct nx_error *err);
int nx_form_int(const struct nx_form *form, const char *var, int64_t min, int64_t max, int64_t *value_r, struct nx_error *err);
int nx_form_jid(struct nx_pool *pool, const struct nx_form *form, const char *var, struct nx_jid *value_r, struct nx_error *err);
/* All values as lines of one text (section 3.3: text-multi). Cannot fail, NULL: not in the form. */
const char *nx_form_text(struct nx_pool *pool, const struct nx_form *form, const char *var);
/* All values, NULL-terminated; NULL: not in the form. */
const char *const *nx_form_values(const struct nx_form *form, const char *var);

#endif
