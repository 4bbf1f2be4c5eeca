/* Sets of addresses (blocklist.h). Most accounts block nobody: then there is no map, and asking costs a comparison. */
#include "mod_blocking/blocklist.h"

#include <string.h>

#include "base/mem.h"
#include "base/pool.h"

static void list_free(void *arg)
{
	struct nx_blocklist *list = arg;

	nx_blocklist_clear(list);
	nx_map_free(&list->items);
}

struct nx_blocklist *nx_blocklist_new(struct nx_pool *pool)
{
	struct nx_blocklist *list = NX_NEW(pool, struct nx_blocklist);

	nx_pool_on_free(pool, list_free, list);
	return list;
}

bool nx_blocklist_add(struct nx_blocklist *list, const char *jid)
{
	size_t len = strlen(jid);

	if (!list->items)
		list->items = nx_map_new();
	if (nx_map_find(list->items, jid, len))
		return false;
	struct nx_block *block = nx_mem_new(sizeof(*block) + len + 1);

	block->len = len;
	memcpy(block->jid, jid, len + 1);
	nx_map_set(list->items, block->jid, len, block);
	return true;
}

bool nx_blocklist_remove(struct nx_blocklist *list, const char *jid)
{
	struct nx_block *block = list->items ? nx_map_remove(list->items, jid, strlen(jid)) : NULL;

	nx_mem_free(block);
	return block != NULL;
}

void nx_blocklist_clear(struct nx_blocklist *list)
{
	struct nx_map_iter it = {0};
	struct nx_block *block;

	while (list->items && (block = nx_map_next(list->items, &it))) {
		nx_map_remove(list->items, block->jid, block->len);
		nx_mem_free(block);
	}
}

bool nx_blocklist_has(const struct nx_blocklist *list, const char *jid)
{
	return list->items && nx_map_find(list->items, jid, strlen(jid));
}

size_t nx_blocklist_count(const struct nx_blocklist *list)
{
	return list->items ? nx_map_count(list->items) : 0;
}

/* An item user@domain means all its resources, an item domain everybody there and the domain itself; an item with a resource means that
 * one alone. */
bool nx_blocklist_matches(const struct nx_blocklist *list, const struct nx_jid *jid)
{
	if (!list || nx_blocklist_count(list) == 0)
		return false;
	return nx_map_find(list->items, jid->full, jid->full_len) || nx_map_find(list->items, jid->full, jid->bare_len) ||
	       nx_map_find(list->items, nx_jid_domain(jid), nx_jid_domain_len(jid));
}

const struct nx_block *nx_blocklist_next(const struct nx_blocklist *list, struct nx_map_iter *it)
{
	return list->items ? nx_map_next(list->items, it) : NULL;
}
