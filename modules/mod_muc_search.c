/* mod_muc_search: finds public rooms by words in their name, description or address (XEP-0433). The service of rooms answers for its own.
 *
 * By address: rows of rooms are read in the order of addresses, as many as it takes to fill a page, and compared with the words; what is not
 * stored comes from memory. By number of users: only rooms in which somebody is, and they are in memory. A page that ends because
 * enough was read, and not because enough was found, says so as any other page: there is more behind its last identifier. */
#include "core/module.h"

#include <stdlib.h>
#include <string.h>

#include "service/rooms.h"
#include "xmpp/dataform.h"
#include "xmpp/rsm.h"
#include "xmpp/words.h"

#define BASE "urn:xmpp:channel-search:0"
#define NS_SEARCH BASE ":search"
#define NS_ERROR BASE ":error"
#define PARAMS BASE ":search-params"
#define KEY_ADDRESS "{" BASE ":order}address"
#define KEY_USERS "{" BASE ":order}nusers"
#define MAX_PAGE 100
#define MAX_WORDS 10
#define TEXT_WORDS 64           /* of a name or description: those behind are not looked at */
#define ROWS_AT_ONCE 250
#define MAX_ROWS 2000           /* that one request looks at */

struct entry {
	const char *local, *name, *description, *language;
	unsigned users;
	bool is_open, is_named;         /* is_named: addresses are no secret */
};

struct search {
	struct nx_rsm rsm;
	size_t max;                     /* of the page */
	bool is_empty;                  /* other kinds of channels were asked for */
	bool by_users, in_address, in_name, in_description;
	char **words;                   /* all have to be found; none: everything is */
	struct entry *entries;
	size_t count, room_for;
	unsigned rows_due, rows;        /* of this reading; of all */
	const char *read_to;            /* the last address that was looked at; NULL: none */
};

/* ---- does it fit ---- */

static bool has_word(char **words, const char *begin)
{
	for (; *words; words++) {
		if (nx_str_has_prefix(*words, begin))
			return true;
	}
	return false;
}

static bool fits(struct nx_pool *pool, const struct search *search, const struct entry *entry)
{
	char **address = search->in_address ? nx_words_of(pool, entry->local, TEXT_WORDS) : NULL;
	char **name = search->in_name ? nx_words_of(pool, entry->name, TEXT_WORDS) : NULL;
	char **description = search->in_description ? nx_words_of(pool, entry->description, TEXT_WORDS) : NULL;

	for (char **word = search->words; *word; word++) {
		if (!(address && has_word(address, *word)) && !(name && has_word(name, *word)) &&
		    !(description && has_word(description, *word)))
			return false;
	}
	return true;
}

/* What is looked at and does not fit is most of it: it leaves nothing behind. */
static void consider(struct nx_event *ev, struct search *search, const struct entry *entry)
{
	struct nx_pool *pool = nx_pool_new("search", 0);
	bool is_found = fits(pool, search, entry);

	nx_pool_free(&pool);
	if (!is_found || search->count == search->room_for)
		return;
	struct entry *kept = &search->entries[search->count++];

	*kept = *entry;
	kept->local = nx_pool_strdup(ev->pool, entry->local);
	kept->name = nx_pool_strdup(ev->pool, entry->name);
	kept->description = nx_pool_strdup(ev->pool, entry->description);
	kept->language = nx_pool_strdup(ev->pool, entry->language);
}

/* ---- rooms in memory ---- */

struct look {
	struct nx_event *ev;
	size_t *rooms;                  /* counts them */
};

static void count_room(struct nx_module *mod, struct nx_room *room, const void *arg)
{
	(void)mod;
	(void)room;
	++*((const struct look *)arg)->rooms;
}

static void look_at_room(struct nx_module *mod, struct nx_room *room, const void *arg)
{
	struct nx_event *ev = ((const struct look *)arg)->ev;
	struct search *search = ev->data;
	const struct nx_room_config *config = room->config;
	const char *after = search->rsm.after;

	(void)mod;
	if (room->component != ev->component || room->state != NX_ROOM_OPEN || !config->is_public)
		return;
	if (search->by_users ? room->occupant_count == 0 : config->is_persistent || (after && strcmp(room->local, after) <= 0))
		return;
	consider(ev, search, &(struct entry){ .local = room->local, .name = config->name, .description = config->description,
		.language = config->language, .users = room->occupant_count,
		.is_open = !config->is_members_only && !config->needs_password, .is_named = config->whois == NX_WHOIS_ANYONE });
}

/* ---- answering ---- */

static int by_address(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->local, ((const struct entry *)b)->local);
}

static int by_users(const void *a, const void *b)
{
	unsigned left = ((const struct entry *)a)->users, right = ((const struct entry *)b)->users;

	return left != right ? (left < right ? 1 : -1) : by_address(a, b);
}

/* What says where a page ends, for the next one. */
static const char *mark_of(struct nx_pool *pool, const struct search *search, const struct entry *entry)
{
	return search->by_users ? nx_pool_printf(pool, "%u %s", entry->users, entry->local) : entry->local;
}

/* "12 coven": behind that one. */
static bool is_behind(const struct search *search, const struct entry *entry)
{
	char *local;
	struct entry mark;

	if (!search->by_users || !search->rsm.after)
		return true;
	mark.users = (unsigned)strtoul(search->rsm.after, &local, 10);
	mark.local = *local == ' ' ? local + 1 : local;
	return by_users(entry, &mark) > 0;
}

/* Of a room that only the rows told of. */
static unsigned users_of(struct nx_event *ev, const struct entry *entry)
{
	const struct nx_jid jid = nx_jid_join(ev->pool, entry->local, ev->component->name, NULL);
	const struct nx_room *room = nx_rooms(ev->server)->find(ev->component->mod, &jid);

	return room ? room->occupant_count : 0;
}

/* Section 6.2 */
static void add_item(struct nx_event *ev, struct nx_xml *result, const struct entry *entry)
{
	struct nx_xml *item = nx_xml_add(result, NULL, "item");

	nx_xml_set(item, "address", nx_pool_printf(ev->pool, "%s@%s", entry->local, ev->component->name));
	nx_xml_add_text(item, "name", *entry->name ? entry->name : entry->local);
	nx_xml_add_text(item, "description", *entry->description ? entry->description : NULL);
	nx_xml_add_text(item, "language", *entry->language ? entry->language : NULL);
	nx_xml_add_text(item, "nusers", nx_pool_printf(ev->pool, "%u", users_of(ev, entry)));
	nx_xml_add_text(item, "service-type", "xep-0045");
	nx_xml_add_text(item, "is-open", entry->is_open ? "true" : "false");
	nx_xml_add_text(item, "anonymity-mode", entry->is_named ? "{" BASE ":anonymity}none" : "muc_semianonymous");
}

static enum nx_verdict show(struct nx_event *ev, const char *read_to)
{
	struct search *search = ev->data;
	struct nx_xml *result = nx_xml_new(ev->pool, NS_SEARCH, "result");
	const struct entry *first = NULL, *last = NULL;
	size_t shown = 0;

	qsort(search->entries, search->count, sizeof(struct entry), search->by_users ? by_users : by_address);
	for (size_t i = 0; i < search->count && shown < search->max; i++) {
		const struct entry *entry = &search->entries[i];

		if (!is_behind(search, entry) || (read_to && strcmp(entry->local, read_to) > 0))
			continue;
		add_item(ev, result, entry);
		first = first ? first : entry;
		last = entry;
		shown++;
	}
	const char *end = last ? mark_of(ev->pool, search, last) : NULL;

	nx_rsm_write_uncounted(result, first ? mark_of(ev->pool, search, first) : read_to, read_to && shown < search->max ? read_to : end);
	return nx_event_answer(ev, result);
}

/* ---- rows ---- */

static const char *text_of(const struct nx_row *row, unsigned column)
{
	return nx_row_is_null(row, column) ? "" : nx_row_text(row, column);
}

static void public_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct search *search = ev->data;

	(void)mod;
	search->rows_due--;
	search->rows++;
	search->read_to = nx_pool_strdup(ev->pool, nx_row_text(row, NX_ROOM_PUBLIC_LOCAL));
	consider(ev, search, &(struct entry){ .local = search->read_to, .name = text_of(row, NX_ROOM_PUBLIC_NAME),
		.description = text_of(row, NX_ROOM_PUBLIC_DESCRIPTION), .language = text_of(row, NX_ROOM_PUBLIC_LANGUAGE),
		.is_open = nx_row_is_null(row, NX_ROOM_PUBLIC_MEMBERS_ONLY) && nx_row_is_null(row, NX_ROOM_PUBLIC_PASSWORD),
		.is_named = !nx_row_is_null(row, NX_ROOM_PUBLIC_WHOIS) });
}

static enum nx_verdict read_rows(struct nx_module *mod, struct nx_event *ev);

static enum nx_verdict rows_read(struct nx_module *mod, struct nx_event *ev)
{
	const struct search *search = ev->data;
	bool is_end = search->rows_due > 0, is_full = search->count > search->max || search->count == search->room_for;

	if (is_end)
		return show(ev, NULL);
	if (is_full || search->rows >= MAX_ROWS)
		return show(ev, search->read_to);
	return read_rows(mod, ev);
}

static enum nx_verdict read_rows(struct nx_module *mod, struct nx_event *ev)
{
	struct search *search = ev->data;
	const char *after = search->read_to ? search->read_to : search->rsm.after;

	(void)mod;
	search->rows_due = ROWS_AT_ONCE;
	return nx_rooms(ev->server)->read_public(ev, after ? after : "", ROWS_AT_ONCE, public_row, rows_read);
}

/* ---- the request, section 4.2.2 ---- */

static enum nx_verdict refuse(struct nx_event *ev, enum nx_error_kind kind, const char *type, const char *condition, const char *text)
{
	ev->error_condition = nx_xml_new(ev->pool, NS_ERROR, condition);
	ev->error_type = type;
	return nx_event_refuse(ev, kind, "%s", text);
}

static bool has_value(const struct nx_form *form, const char *var, const char *value)
{
	const char *const *values = nx_form_values(form, var);

	while (values && *values && !nx_str_eq(*values, value))
		values++;
	return values && *values;
}

static enum nx_verdict read_key(struct nx_event *ev, const struct nx_form *form, struct search *search)
{
	const char *key = KEY_ADDRESS;

	if (nx_form_str(form, "key", &key, &ev->error) < 0)
		return NX_REFUSE;
	search->by_users = nx_str_eq(key, KEY_USERS);
	if (!search->by_users && !nx_str_eq(key, KEY_ADDRESS))
		return refuse(ev, NX_E_FEATURE_NOT_IMPLEMENTED, "modify", "invalid-sort-key", "Rooms are sorted by address or number of users");
	return NX_PASS;
}

static enum nx_verdict read_words(struct nx_event *ev, const struct nx_form *form, struct search *search)
{
	const char *query = "";
	bool is_all = false;

	if (nx_form_str(form, "q", &query, &ev->error) < 0 || nx_form_bool(form, "all", &is_all, &ev->error) < 0)
		return NX_REFUSE;
	search->words = nx_words_of(ev->pool, query, MAX_WORDS);
	if (is_all && *query) {
		enum nx_verdict verdict = refuse(ev, NX_E_BAD_REQUEST, "modify", "conflicting-fields", "Search for words or get all, not both");

		nx_xml_add_text(ev->error_condition, "var", "all");
		nx_xml_add_text(ev->error_condition, "var", "q");
		return verdict;
	}
	if (!is_all && !*query)
		return refuse(ev, NX_E_BAD_REQUEST, "cancel", "no-search-conditions", "Say which words to search for, or that you want all");
	if (!is_all && !*search->words)
		return refuse(ev, NX_E_BAD_REQUEST, "modify", "invalid-search-terms", "Search for a word with letters or digits");
	return NX_PASS;
}

static enum nx_verdict read_request(struct nx_event *ev, const struct nx_xml *x, struct search *search)
{
	struct nx_form form;
	enum nx_verdict verdict;

	search->in_address = search->in_name = search->in_description = true;
	if (nx_rsm_read(ev->payload, &search->rsm, &ev->error) < 0 || nx_form_read(ev->pool, x, &form, &ev->error) < 0)
		return NX_REFUSE;
	if (search->rsm.before || search->rsm.index >= 0)
		return nx_event_refuse(ev, NX_E_FEATURE_NOT_IMPLEMENTED, "The result is read from its beginning");
	if (form.type != NX_FORM_SUBMIT || !nx_str_eq(form.form_type, PARAMS))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The form has to be of type submit and for " PARAMS);
	if (nx_form_bool(&form, "sinaddress", &search->in_address, &ev->error) < 0 ||
	    nx_form_bool(&form, "sinname", &search->in_name, &ev->error) < 0 ||
	    nx_form_bool(&form, "sindescription", &search->in_description, &ev->error) < 0)
		return NX_REFUSE;
	verdict = read_key(ev, &form, search);
	search->max = search->rsm.max >= 0 && search->rsm.max < MAX_PAGE ? (size_t)search->rsm.max : MAX_PAGE;
	search->is_empty = nx_form_values(&form, "types") && !has_value(&form, "types", "xep-0045");
	return verdict == NX_PASS ? read_words(ev, &form, search) : verdict;
}

static enum nx_verdict search_rooms(struct nx_module *mod, struct nx_event *ev, const struct nx_xml *x)
{
	struct search *search = NX_NEW(ev->pool, struct search);
	size_t rooms = 0;
	const struct look look = { ev, &rooms };
	enum nx_verdict verdict = read_request(ev, x, search);

	if (verdict != NX_PASS)
		return verdict;
	ev->data = search;
	nx_rooms(ev->server)->each(mod, count_room, &look);
	search->room_for = rooms + search->max + ROWS_AT_ONCE;
	search->entries = NX_NEW_ARRAY(ev->pool, struct entry, search->room_for);
	if (search->is_empty)
		return show(ev, NULL);
	nx_rooms(ev->server)->each(mod, look_at_room, &look);
	return search->by_users ? show(ev, NULL) : read_rows(mod, ev);
}

/* ---- the form, section 4.2.1 ---- */

static void add_choice(struct nx_xml *form, enum nx_field_type type, const char *var, const char *label, const char *value)
{
	nx_form_value(nx_form_add(form, type, var, label), value);
}

static enum nx_verdict show_form(struct nx_event *ev)
{
	struct nx_xml *answer = nx_xml_new(ev->pool, NS_SEARCH, "search"), *form = nx_form_new(ev->pool, NX_FORM_FORM, NULL, NULL, PARAMS), *field;

	nx_form_add(form, NX_FIELD_TEXT_SINGLE, "q", "Search for");
	add_choice(form, NX_FIELD_BOOLEAN, "all", "Return all rooms", "0");
	add_choice(form, NX_FIELD_BOOLEAN, "sinname", "Search in names", "1");
	add_choice(form, NX_FIELD_BOOLEAN, "sindescription", "Search in descriptions", "1");
	add_choice(form, NX_FIELD_BOOLEAN, "sinaddress", "Search in addresses", "1");
	field = nx_form_value(nx_form_add(form, NX_FIELD_LIST_MULTI, "types", "Kinds of rooms"), "xep-0045");
	nx_form_option(field, "Multi-user chat", "xep-0045");
	field = nx_form_value(nx_form_add(form, NX_FIELD_LIST_SINGLE, "key", "Sort by"), KEY_ADDRESS);
	nx_form_option(field, "Address", KEY_ADDRESS);
	nx_form_option(field, "Number of users", KEY_USERS);
	nx_xml_append(answer, form);
	return nx_event_answer(ev, answer);
}

static enum nx_verdict on_search(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_xml *x = nx_xml_child(ev->payload, NX_NS_DATA_FORM, "x");

	if (!nx_component_has_rooms(ev->component))
		return NX_PASS;
	return x ? search_rooms(mod, ev, x) : show_form(ev);
}

static void on_component_info(struct nx_module *mod, struct nx_component *component, const char *node, struct nx_xml *query)
{
	(void)mod;
	if (nx_component_has_rooms(component) && !node)
		nx_disco_add_feature(query, NS_SEARCH);
}

static const struct nx_iq_rule search_iq[] = {
	{ NX_GET, NS_SEARCH, "search", NX_TO_COMPONENT, on_search },
	{ 0 }
};

static const struct nx_hook search_hooks[] = {
	NX_COLLECT(component_info, on_component_info),
	NX_HOOKS_END
};

NX_MODULE(muc_search) = {
	NX_MODULE_HEAD(muc_search),
	.summary = "Finds public rooms", .xeps = "0059, 0433", .needs = NX_LIST("muc"), .iq = search_iq, .hooks = search_hooks,
};
