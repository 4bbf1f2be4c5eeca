/* A set of addresses and the question whether it names somebody (XEP-0191 section 6). A block list in memory is one, and so is what
 * one command adds or removes. */
#ifndef NX_MOD_BLOCKING_BLOCKLIST_H
#define NX_MOD_BLOCKING_BLOCKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "xmpp/jid.h"

struct nx_pool;

struct nx_blocklist {
	struct nx_map *items;           /* struct nx_block by jid; NULL while it is empty from the start */
};

struct nx_block {
	size_t len;
	char jid[];
};

/* Dies with the pool. */
struct nx_blocklist *nx_blocklist_new(struct nx_pool *pool);
/* jid: normalised, of any of the four forms. False when nothing changes. */
bool nx_blocklist_add(struct nx_blocklist *list, const char *jid);
bool nx_blocklist_remove(struct nx_blocklist *list, const char *jid);
void nx_blocklist_clear(struct nx_blocklist *list);
bool nx_blocklist_has(const struct nx_blocklist *list, const char *jid);
size_t nx_blocklist_count(const struct nx_blocklist *list);
/* Does an item mean this address? NULL names nobody. */
bool nx_blocklist_matches(const struct nx_blocklist *list, const struct nx_jid *jid);
/* for (struct nx_map_iter it = {0}; (block = nx_blocklist_next(list, &it)); ) … in no order */
const struct nx_block *nx_blocklist_next(const struct nx_blocklist *list, struct nx_map_iter *it);

#endif
