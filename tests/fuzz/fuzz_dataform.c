/* Data forms as somebody sends them (XEP-0004): whatever is read is within its limits, and every getter can look at it. */
#include "xmpp/dataform.h"

#include "base/assert.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/reader.h"
#include "xml/tree.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_field(struct nx_pool *pool, const struct nx_form *form, const struct nx_form_field *field)
{
	const char *text = NULL;
	struct nx_error err;
	struct nx_jid jid;
	bool is_true;
	int64_t number;
	int found = nx_form_str(form, field->var, &text, &err);

	nx_assert(*field->var && nx_form_values(form, field->var) == field->values);
	nx_assert(nx_form_text(pool, form, field->var) != NULL);
	nx_assert(found == 1 ? text != NULL : found == -1 && field->values[1]);
	nx_assert(nx_form_bool(form, field->var, &is_true, &err) != 0);
	nx_assert(nx_form_int(form, field->var, -1000, 1000, &number, &err) != 0);
	if (nx_form_jid(pool, form, field->var, &jid, &err) == 1)
		nx_assert(jid.full_len == strlen(jid.full));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nx_pool *pool = nx_pool_new("fuzz", 0);
	struct nx_error err = { 0 };
	struct nx_form form = { 0 };
	const struct nx_xml *x = nx_xml_parse(pool, (const char *)data, size, &err);

	if (x && nx_form_read(pool, x, &form, &err) == 0) {
		nx_assert(form.count <= NX_FORM_MAX_FIELDS);
		for (size_t i = 0; i < form.count; i++) {
			check_field(pool, &form, &form.fields[i]);
			for (size_t j = 0; j < i; j++)
				nx_assert(!nx_str_eq(form.fields[i].var, form.fields[j].var));
		}
	} else {
		nx_assert(err.kind != NX_E_NONE && *err.text && form.count == 0);
	}
	nx_pool_free(&pool);
	return 0;
}
