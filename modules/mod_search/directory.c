/* What the directory has of each account (search.h): a row with what is shown and a row for each word it is found by.
 *
 * Both are written in the job that makes the account or stores its card. For accounts that came or changed while this module was not
 * loaded there is upkeep after each start: slice by slice through all accounts, so that no reader is busy for long; what
 * is missing is made from the card. Each writer gives the row a version of its own, and clears and adds words only while the
 * row has it; so upkeep, which has read before it writes, never undoes what somebody stored meanwhile. */
#include "mod_search/search.h"

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/list.h"
#include "base/mem.h"
#include "xml/reader.h"

#define MAX_TEXT_BYTES 200      /* of what is shown */
#define MAX_WORDS 8             /* of one text */
#define MAX_TEXTS 4             /* of one field */

/* What is known of an account. */
struct entry {
	const char *shown[SEARCH_FIELDS];                       /* NULL: nothing */
	const char *texts[SEARCH_FIELDS][MAX_TEXTS];            /* it is found by; NULL-terminated unless full */
};

/* ---- reading a card ---- */

static void add_text(struct entry *entry, enum search_field field, const char *text)
{
	for (unsigned i = 0; text && *text && i < MAX_TEXTS; i++) {
		if (!entry->texts[field][i]) {
			entry->texts[field][i] = text;
			return;
		}
	}
}

static const char *text_in(const struct nx_xml *parent, const char *name)
{
	return parent ? nx_xml_child_content(parent, NX_NS_VCARD, name) : NULL;
}

/* XEP-0054 section 9: CLASS says for whom the card is. */
static bool is_private(const struct nx_xml *card)
{
	const struct nx_xml *class = nx_xml_child(card, NX_NS_VCARD, "CLASS");

	return class && (nx_xml_child(class, NX_NS_VCARD, "PRIVATE") || nx_xml_child(class, NX_NS_VCARD, "CONFIDENTIAL"));
}

static void read_emails(struct entry *entry, const struct nx_xml *card)
{
	const struct nx_xml *email = nx_xml_child(card, NX_NS_VCARD, "EMAIL");

	/* Clients that know no better put the address right into EMAIL. */
	for (; email; email = nx_xml_next(email, NX_NS_VCARD, "EMAIL"))
		add_text(entry, SEARCH_EMAIL, nx_xml_first_element(email) ? text_in(email, "USERID") : nx_xml_content(email));
}

/* Most clients ask for nothing but the full name: so it counts as given and as family name. */
static void read_card(struct nx_pool *pool, struct entry *entry, const struct nx_xml *card)
{
	const struct nx_xml *n = nx_xml_child(card, NX_NS_VCARD, "N");
	const char *given = text_in(n, "GIVEN"), *family = text_in(n, "FAMILY"), *full = text_in(card, "FN");
	bool has_parts = (given && *given) || (family && *family);

	add_text(entry, SEARCH_FIRST, given);
	add_text(entry, SEARCH_FIRST, text_in(n, "MIDDLE"));
	add_text(entry, SEARCH_FIRST, full);
	add_text(entry, SEARCH_LAST, family);
	add_text(entry, SEARCH_LAST, full);
	add_text(entry, SEARCH_NICK, text_in(card, "NICKNAME"));
	read_emails(entry, card);
	entry->shown[SEARCH_FIRST] = nx_str_cut(pool, has_parts ? given : full, MAX_TEXT_BYTES);
	entry->shown[SEARCH_LAST] = nx_str_cut(pool, family, MAX_TEXT_BYTES);
	entry->shown[SEARCH_NICK] = nx_str_cut(pool, text_in(card, "NICKNAME"), MAX_TEXT_BYTES);
	entry->shown[SEARCH_EMAIL] = nx_str_cut(pool, entry->texts[SEARCH_EMAIL][0], MAX_TEXT_BYTES);
}

/* card NULL: none. */
static struct entry entry_of(struct nx_pool *pool, const char *local, const struct nx_xml *card)
{
	struct entry entry = {0};

	if (card && is_private(card))
		return entry;
	add_text(&entry, SEARCH_NICK, nx_jid_unescape_local(pool, local));
	if (card)
		read_card(pool, &entry, card);
	return entry;
}

/* ---- writing ---- */

struct place {
	struct nx_module *mod;
	const char *host, *local;
	int64_t version;                /* of this writer */
};

static void put_words(struct nx_job *job, struct nx_pool *pool, const struct place *place, const struct entry *entry)
{
	struct nx_statements *statements = place->mod->statements;

	nx_job_add(job, statements, SEARCH_CLEAR, "ssi", place->host, place->local, place->version);
	for (unsigned field = 0; field < SEARCH_FIELDS; field++) {
		for (unsigned i = 0; i < MAX_TEXTS && entry->texts[field][i]; i++) {
			char **words = nx_words_of(pool, entry->texts[field][i], MAX_WORDS);

			for (; *words; words++)
				nx_job_add(job, statements, SEARCH_ADD_WORD, "ssiss", place->host, place->local, place->version,
					   search_names[field], *words);
		}
	}
}

static void put(struct nx_module *mod, struct nx_host *host, const char *local, const struct nx_xml *card, int64_t card_at,
		struct nx_job *job)
{
	struct nx_pool *pool = nx_pool_new("directory", 4096);
	struct place place = { mod, host->name, local, (int64_t)nx_server_next_id(mod->server) };
	struct entry entry = entry_of(pool, local, card);

	nx_job_add(job, mod->statements, SEARCH_PUT, "ssiissss", place.host, local, place.version, card_at, entry.shown[SEARCH_FIRST],
		   entry.shown[SEARCH_LAST], entry.shown[SEARCH_NICK], entry.shown[SEARCH_EMAIL]);
	put_words(job, pool, &place, &entry);
	nx_pool_free(&pool);
}

void directory_account_creating(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	put(mod, host, local, NULL, 0, job);
}

void directory_vcard_changing(struct nx_module *mod, struct nx_host *host, const char *local, const struct nx_xml *vcard,
			      int64_t changed_at_ms, struct nx_job *job)
{
	put(mod, host, local, vcard, changed_at_ms, job);
}

/* ---- upkeep ---- */

struct upkeep {
	struct nx_module *mod;
	struct nx_pool *pool;           /* of one slice */
	struct nx_buf host, local;      /* the account that was looked at last */
	struct nx_list missed;          /* struct missed.link, of the slice */
	unsigned seen, under_way;       /* accounts of the slice; of them, those that are being put */
};

/* An account whose row is missing or older than its card. */
struct missed {
	struct nx_link link;
	struct upkeep *upkeep;
	struct place place;
	int64_t version_found, card_at;
	const struct nx_xml *card;      /* NULL: none */
};

static void next_slice(struct upkeep *upkeep);

static void end_of_missed(void *ctx, const struct nx_result *result)
{
	struct missed *missed = ctx;
	struct upkeep *upkeep = missed->upkeep;

	if (result->err)
		nx_log(upkeep->mod, NX_ERROR, "%s@%s cannot be put into the directory: %s", missed->place.local, missed->place.host,
		       result->err->text);
	if (--upkeep->under_way == 0)
		next_slice(upkeep);
}

static void card_row(void *ctx, const struct nx_row *row)
{
	struct missed *missed = ctx;
	struct nx_error err;

	/* A damaged card is as none; mod_vcard complains when somebody asks for it. */
	missed->card_at = nx_row_int(row, 0);
	missed->card = nx_xml_parse(missed->upkeep->pool, nx_row_text(row, 1), nx_row_len(row, 1), &err);
}

static void card_done(void *ctx, const struct nx_result *result)
{
	struct missed *missed = ctx;
	const struct place *place = &missed->place;
	struct directory *directory = place->mod->data;
	struct nx_pool *pool = missed->upkeep->pool;

	if (result->err) {
		end_of_missed(ctx, result);
		return;
	}
	struct entry entry = entry_of(pool, place->local, missed->card);
	struct nx_job *job = nx_job_new(place->mod->server->store);

	nx_job_add(job, place->mod->statements, SEARCH_PUT_MISSED, "ssiissssi", place->host, place->local, place->version, missed->card_at,
		   entry.shown[SEARCH_FIRST], entry.shown[SEARCH_LAST], entry.shown[SEARCH_NICK], entry.shown[SEARCH_EMAIL],
		   missed->version_found);
	put_words(job, pool, place, &entry);
	nx_job_submit(&job, &directory->owner, end_of_missed, missed);
}

static void slice_row(void *ctx, const struct nx_row *row)
{
	struct upkeep *upkeep = ctx;
	const char *host = nx_row_text(row, 0), *local = nx_row_text(row, 1);
	bool is_current = nx_row_int(row, 3) != 0;

	upkeep->seen++;
	nx_buf_clear(&upkeep->host);
	nx_buf_puts(&upkeep->host, host);
	nx_buf_clear(&upkeep->local);
	nx_buf_puts(&upkeep->local, local);
	if (is_current)
		return;
	struct missed *missed = NX_NEW(upkeep->pool, struct missed);

	missed->upkeep = upkeep;
	missed->version_found = nx_row_int(row, 2);
	missed->place = (struct place){ upkeep->mod, nx_pool_strdup(upkeep->pool, host), nx_pool_strdup(upkeep->pool, local),
					(int64_t)nx_server_next_id(upkeep->mod->server) };
	nx_list_append(&upkeep->missed, &missed->link);
	upkeep->under_way++;
}

static void slice_done(void *ctx, const struct nx_result *result)
{
	struct upkeep *upkeep = ctx;
	struct nx_module *mod = upkeep->mod;
	struct directory *directory = mod->data;
	struct missed *missed;

	if (result->err)
		nx_log(mod, NX_ERROR, "cannot look through the accounts for the directory: %s", result->err->text);
	if (result->err || upkeep->seen == 0) {
		directory_end_upkeep(directory);
		return;
	}
	if (upkeep->under_way == 0) {
		next_slice(upkeep);
		return;
	}
	NX_LIST_EACH(&upkeep->missed, struct missed, link, missed)
		nx_store_query(mod->server->store, &directory->owner, card_row, card_done, missed, mod->statements, SEARCH_CARD, "ss",
			       missed->place.host, missed->place.local);
}

static void next_slice(struct upkeep *upkeep)
{
	struct nx_module *mod = upkeep->mod;
	struct directory *directory = mod->data;

	nx_pool_reset(upkeep->pool);
	nx_list_init(&upkeep->missed);
	upkeep->seen = 0;
	nx_store_query(mod->server->store, &directory->owner, slice_row, slice_done, upkeep, mod->statements, SEARCH_SLICE, "ss",
		       nx_buf_str(&upkeep->host), nx_buf_str(&upkeep->local));
}

void directory_begin_upkeep(struct nx_module *mod)
{
	struct directory *directory = mod->data;
	struct upkeep *upkeep = nx_mem_new(sizeof(*upkeep));

	upkeep->mod = mod;
	upkeep->pool = nx_pool_new("upkeep", 4096);
	nx_buf_init(&upkeep->host);
	nx_buf_init(&upkeep->local);
	directory->upkeep = upkeep;
	next_slice(upkeep);
}

void directory_end_upkeep(struct directory *directory)
{
	struct upkeep *upkeep = directory->upkeep;

	if (!upkeep)
		return;
	nx_buf_done(&upkeep->host);
	nx_buf_done(&upkeep->local);
	nx_pool_free(&upkeep->pool);
	nx_mem_free(upkeep);
	directory->upkeep = NULL;
}
