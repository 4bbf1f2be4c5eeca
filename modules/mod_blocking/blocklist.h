/* A set of addresses and the question whether it names somebody (XEP-0191 section 6). A block list in memory is one, and so is what
 * one command adds or removes. */
#ifndef MOD_BLOCKING_BLOCKLIST_H
#define MOD_BLOCKING_BLOCKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "xmpp/jid.h"

struct nx_pool;

struct blocklist {
	struct nx_map *items;           /* struct block by jid; NULL while it is empty from the start */
};

struct block {
	size_t len;
	char jid[];
};

/* Dies with the pool. */
struct blocklist *blocklist_new(struct nx_pool *pool);
/* jid: normalised, of any of the four forms. False when nothing changes. */
bool blocklist_add(struct blocklist *list, const char *jid);
bool blocklist_remove(struct blocklist *list, const char *jid);
void blocklist_clear(struct blocklist *list);
bool blocklist_has(const struct blocklist *list, const char *jid);
size_t blocklist_count(const struct blocklist *list);
/* Does an item mean this address? NULL names nobody. */
bool blocklist_matches(const struct blocklist *list, const struct nx_jid *jid);
/* for (struct nx_map_iter it = {0}; (block = blocklist_next(list, &it)); ) … in no order */
const struct block *blocklist_next(const struct blocklist *list, struct nx_map_iter *it);

#endif
