/* The roster of one account in memory: items sorted by address in one array, because presence walks over all of them and
 * everything else looks for one. An item is one piece of heap memory with its strings behind it; a new name or new groups make a
 * new piece, so that a roster which is edited for weeks does not grow. */
#ifndef MOD_ROSTER_BOOK_H
#define MOD_ROSTER_BOOK_H

#include "core/module.h"
#include "service/roster.h"

struct book_entry {
	struct nx_roster_item item;     /* first: what the service hands out */
	uint64_t version;               /* of the last change that clients were told */
	size_t size_bytes;              /* of the piece of memory */
};

struct book {
	struct book_entry **entries;
	size_t count, capacity;
	size_t *weight_bytes;           /* of the account: what the book takes is counted there */
	uint64_t version;               /* RFC 6121 section 2.6: of the whole roster; 0: never changed */
	uint64_t oldest;                /* of the last removal: who has less gets the whole roster */
};

/* Made at the first call; dies with the account's pool. */
struct book *book_of(const struct nx_module *mod, struct nx_account *account);
/* By bare address; NULL when there is none. */
struct book_entry *book_find(const struct book *book, const struct nx_jid *contact);
/* Adds the contact, or gives the one that is there a new name and groups (NULL-terminated; all copied). Subscription, version and
 * request stay. A new one is hidden and has no subscription. Earlier pointers to the entry are invalid afterwards. */
struct book_entry *book_put(struct book *book, const struct nx_jid *contact, const char *name,
			    const char *const *groups);
void book_remove(struct book *book, struct book_entry *entry);
void book_set_state(struct book *book, struct book_entry *entry, const struct nx_roster_state *state);
size_t book_count(const struct book *book, bool is_hidden);

#endif
