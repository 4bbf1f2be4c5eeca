/* Sets of addresses (blocklist.h). Most accounts block nobody: then there is no map, and asking costs a comparison. */
#include "mod_blocking/blocklist.h"

#include <string.h>

#include "base/mem.h"
#include "base/pool.h"

static void list_free(void *arg)
{
	struct blocklist *list = arg;

	blocklist_clear(list);
	nx_map_free(&list->items);
}

struct blocklist *blocklist_new(struct nx_pool *pool)
{
	struct blocklist *list = NX_NEW(pool, struct blocklist);

	nx_pool_on_free(pool, list_free, list);
	return list;
}

bool blocklist_add(struct blocklist *list, const char *jid)
{
	size_t len = strlen(jid);

	if (!list->items)
		list->items = nx_map_new();
	if (nx_map_find(list->items, jid, len))
		return false;
	struct block *block = nx_mem_new(sizeof(*block) + len + 1);

	block->len = len;
	memcpy(block->jid, jid, len + 1);
	nx_map_set(list->items, block->jid, len, block);
	return true;
}

bool blocklist_remove(struct blocklist *list, const char *jid)
{
	struct block *block = list->items ? nx_map_remove(list->items, jid, strlen(jid)) : NULL;

	nx_mem_free(block);
	return block != NULL;
}

void blocklist_clear(struct blocklist *list)
{
	struct nx_map_iter it = {0};
	struct block *block;

	while (list->items && (block = nx_map_next(list->items, &it))) {
		nx_map_remove(list->items, block->jid, block->len);
		nx_mem_free(block);
	}
}

bool blocklist_has(const struct blocklist *list, const char *jid)
{
	return list->items && nx_map_find(list->items, jid, strlen(jid));
}

size_t blocklist_count(const struct blocklist *list)
{
	return list->items ? nx_map_count(list->items) : 0;
}

/* An item user@domain means all its resources, an item domain everybody there and the domain itself; an item with a resource means that
 * one alone. */
bool blocklist_matches(const struct blocklist *list, const struct nx_jid *jid)
{
	if (!list || blocklist_count(list) == 0)
		return false;
	return nx_map_find(list->items, jid->full, jid->full_len) || nx_map_find(list->items, jid->full, jid->bare_len) ||
	       nx_map_find(list->items, nx_jid_domain(jid), nx_jid_domain_len(jid));
}

const struct block *blocklist_next(const struct blocklist *list, struct nx_map_iter *it)
{
	return list->items ? nx_map_next(list->items, it) : NULL;
}
