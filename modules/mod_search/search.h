/* What the files of mod_search share: mod_search.c answers who looks for somebody, form.c reads and writes what goes over the wire,
 * directory.c keeps what can be found. */
#ifndef MOD_SEARCH_SEARCH_H
#define MOD_SEARCH_SEARCH_H

#include "core/module.h"

#include "xmpp/words.h"

/* XEP-0055 section 7.2. */
enum search_field { SEARCH_FIRST, SEARCH_LAST, SEARCH_NICK, SEARCH_EMAIL, SEARCH_FIELDS };
/* As in forms, elements and the table. */
extern const char *const search_names[SEARCH_FIELDS];

enum search_statement { SEARCH_FIND, SEARCH_PUT, SEARCH_PUT_MISSED, SEARCH_CLEAR, SEARCH_ADD_WORD, SEARCH_SLICE, SEARCH_CARD };

/* mod->data. */
struct directory {
	struct nx_owner owner;          /* of what directory.c asks of the store */
	struct upkeep *upkeep;       /* NULL: every account has its row */
};

/* ---- directory.c ---- */

/* Hooks: the row and the words in the job that makes the account or stores the card. */
nx_hook_account_creating_fn directory_account_creating;
nx_hook_vcard_changing_fn directory_vcard_changing;
/* Begins to look for accounts whose row is missing or older than their card: made while this module was not loaded. */
void directory_begin_upkeep(struct nx_module *mod);
void directory_end_upkeep(struct directory *directory);

/* ---- form.c ---- */

#define SEARCH_MAX_TERMS 5

/* A word that begins one of the words of a field. */
struct search_term {
	enum search_field field;
	const char *from, *below;       /* the words that it begins: from <= word < below */
};

struct search_request {
	struct search_term terms[SEARCH_MAX_TERMS];             /* the longest first */
	unsigned count;
	bool has_form;                  /* so the answer has one */
};

struct search_match {
	const char *local;
	const char *fields[SEARCH_FIELDS];      /* NULL: none */
};

/* Instructions, fields and the form (sections 2.1 and 3). */
struct nx_xml *search_offer(struct nx_pool *pool, const char *instructions);
/* NX_E_BAD_REQUEST: the form is none of ours; NX_E_NOT_ACCEPTABLE: nothing to look for, or too many words. */
int search_read(struct nx_pool *pool, const struct nx_xml *query, struct search_request *request_r, struct nx_error *err);
/* Those from begin to end, as items or as a form; an empty query for an empty page. */
struct nx_xml *search_answer(struct nx_pool *pool, const struct nx_host *host, const struct search_match *begin,
			     const struct search_match *end, bool as_form);

#endif
