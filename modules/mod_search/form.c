/* What goes over the wire when somebody looks for people (search.h): plain fields and data forms side by side (XEP-0055). */
#include "mod_search/search.h"

#include <string.h>

#include "base/error.h"
#include "xmpp/dataform.h"

/* Sorts behind every character (Unicode ends there). */
#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"

const char *const search_names[SEARCH_FIELDS] = {
	[SEARCH_FIRST] = "first", [SEARCH_LAST] = "last", [SEARCH_NICK] = "nick", [SEARCH_EMAIL] = "email",
};

/* Section 7.2. */
static const char *const labels[SEARCH_FIELDS] = {
	[SEARCH_FIRST] = "Given Name", [SEARCH_LAST] = "Family Name", [SEARCH_NICK] = "Nickname",
	[SEARCH_EMAIL] = "Email Address",
};

static void add_form_fields(struct nx_xml *parent)
{
	for (unsigned i = 0; i < SEARCH_FIELDS; i++)
		nx_form_add(parent, NX_FIELD_TEXT_SINGLE, search_names[i], labels[i]);
}

struct nx_xml *search_offer(struct nx_pool *pool, const char *instructions)
{
	struct nx_xml *query = nx_xml_new(pool, NX_NS_SEARCH, "query");
	struct nx_xml *form = nx_form_new(pool, NX_FORM_FORM, "User Directory Search", instructions, NX_NS_SEARCH);

	nx_xml_add_text(query, "instructions", instructions);
	for (unsigned i = 0; i < SEARCH_FIELDS; i++)
		nx_xml_add(query, NULL, search_names[i]);
	add_form_fields(form);
	nx_xml_append(query, form);
	return query;
}

/* ---- reading ---- */

/* What was filled in; NULL: nothing. */
static int read_fields(const struct nx_xml *query, const char *values[SEARCH_FIELDS], bool *has_form, struct nx_error *err)
{
	const struct nx_xml *x = nx_xml_child(query, NX_NS_DATA_FORM, "x");
	struct nx_form form;

	*has_form = x != NULL;
	if (x && nx_form_read(x->pool, x, &form, err) < 0)
		return -1;
	if (x && (form.type != NX_FORM_SUBMIT || (form.form_type && !nx_str_eq(form.form_type, NX_NS_SEARCH))))
		return nx_fail(err, NX_E_BAD_REQUEST, "This is not the form of the user directory, filled in");
	for (unsigned i = 0; i < SEARCH_FIELDS; i++) {
		values[i] = NULL;
		if (!x)
			values[i] = nx_xml_child_content(query, NX_NS_SEARCH, search_names[i]);
		else if (nx_form_str(&form, search_names[i], &values[i], err) < 0)
			return -1;
	}
	return 0;
}

/* The longest first: it finds the fewest. */
static void insert_term(struct search_request *request, struct search_term term)
{
	unsigned at = request->count++;

	for (; at > 0 && strlen(request->terms[at - 1].from) < strlen(term.from); at--)
		request->terms[at] = request->terms[at - 1];
	request->terms[at] = term;
}

int search_read(struct nx_pool *pool, const struct nx_xml *query, struct search_request *request_r, struct nx_error *err)
{
	struct search_request request = {0};
	const char *values[SEARCH_FIELDS];

	if (read_fields(query, values, &request.has_form, err) < 0)
		return -1;
	for (unsigned i = 0; i < SEARCH_FIELDS; i++) {
		char **words = nx_words_of(pool, values[i] ? values[i] : "", SEARCH_MAX_TERMS + 1);

		for (; *words; words++) {
			if (request.count == SEARCH_MAX_TERMS)
				return nx_fail(err, NX_E_NOT_ACCEPTABLE, "Look for %d words at most", SEARCH_MAX_TERMS);
			insert_term(&request, (struct search_term){ (enum search_field)i, *words,
								       nx_pool_printf(pool, "%s" LAST_CHARACTER, *words) });
		}
	}
	if (request.count == 0)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "Fill in at least one field, with a letter or a digit");
	*request_r = request;
	return 0;
}

/* ---- answering ---- */

static const char *jid_of(struct nx_pool *pool, const struct nx_host *host, const struct search_match *match)
{
	return nx_jid_join(pool, match->local, host->name, NULL).full;
}

/* The schema wants all four elements in an item. */
static void add_item(struct nx_xml *query, const struct nx_host *host, const struct search_match *match)
{
	struct nx_xml *item = nx_xml_add(query, NULL, "item");

	nx_xml_set(item, "jid", jid_of(query->pool, host, match));
	for (unsigned i = 0; i < SEARCH_FIELDS; i++)
		nx_xml_add_text(item, search_names[i], match->fields[i] ? match->fields[i] : "");
}

static struct nx_xml *form_of(struct nx_pool *pool, const struct nx_host *host, const struct search_match *begin,
			      const struct search_match *end)
{
	struct nx_xml *form = nx_form_new(pool, NX_FORM_RESULT, NULL, NULL, NX_NS_SEARCH), *reported = nx_form_reported(form);

	add_form_fields(reported);
	nx_form_add(reported, NX_FIELD_JID_SINGLE, "jid", "Address");
	for (; begin < end; begin++) {
		struct nx_xml *item = nx_form_item(form);

		for (unsigned i = 0; i < SEARCH_FIELDS; i++)
			nx_form_cell(item, search_names[i], begin->fields[i]);
		nx_form_cell(item, "jid", jid_of(pool, host, begin));
	}
	return form;
}

struct nx_xml *search_answer(struct nx_pool *pool, const struct nx_host *host, const struct search_match *begin,
			     const struct search_match *end, bool as_form)
{
	struct nx_xml *query = nx_xml_new(pool, NX_NS_SEARCH, "query");

	if (begin < end && as_form)
		nx_xml_append(query, form_of(pool, host, begin, end));
	else
		for (; begin < end; begin++)
			add_item(query, host, begin);
	return query;
}
