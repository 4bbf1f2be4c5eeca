/* A bounded memory (recent.h): entries sit in one map by key and in one list by age. */
#include "base/recent.h"

#include <stddef.h>
#include <string.h>

#include "base/list.h"
#include "base/map.h"
#include "base/mem.h"

struct entry {
	struct nx_link by_age;
	void *key;
	size_t key_len;
	max_align_t value[];    /* value_bytes, and behind it the key */
};

struct nx_recent {
	struct nx_map *entries;
	struct nx_list by_age;          /* longest untouched first */
	size_t value_bytes, max_keys;
};

struct nx_recent *nx_recent_new(size_t value_bytes, size_t max_keys)
{
	struct nx_recent *recent = nx_mem_new(sizeof(*recent));

	recent->entries = nx_map_new();
	nx_list_init(&recent->by_age);
	recent->value_bytes = value_bytes;
	recent->max_keys = max_keys;
	return recent;
}

static void drop(struct nx_recent *recent, struct entry *entry)
{
	nx_map_remove(recent->entries, entry->key, entry->key_len);
	nx_list_remove(&entry->by_age);
	nx_mem_free(entry);
}

void nx_recent_free(struct nx_recent **recent)
{
	struct entry *entry;

	if (!*recent)
		return;
	NX_LIST_EACH(&(*recent)->by_age, struct entry, by_age, entry)
		drop(*recent, entry);
	nx_map_free(&(*recent)->entries);
	nx_mem_free(*recent);
	*recent = NULL;
}

size_t nx_recent_count(const struct nx_recent *recent)
{
	return nx_map_count(recent->entries);
}

void *nx_recent_find(const struct nx_recent *recent, const void *key, size_t key_len)
{
	struct entry *entry = nx_map_find(recent->entries, key, key_len);

	return entry ? entry->value : NULL;
}

static struct entry *add(struct nx_recent *recent, const void *key, size_t key_len)
{
	struct entry *entry = nx_mem_new(sizeof(*entry) + recent->value_bytes + key_len);

	entry->key = (char *)entry->value + recent->value_bytes;
	entry->key_len = key_len;
	memcpy(entry->key, key, key_len);
	nx_map_set(recent->entries, entry->key, key_len, entry);
	return entry;
}

void *nx_recent_touch(struct nx_recent *recent, const void *key, size_t key_len)
{
	struct entry *entry = nx_map_find(recent->entries, key, key_len);

	if (!entry) {
		if (nx_recent_count(recent) >= recent->max_keys)
			drop(recent, NX_LIST_FIRST(&recent->by_age, struct entry, by_age));
		entry = add(recent, key, key_len);
	}
	nx_list_remove(&entry->by_age);
	nx_list_append(&recent->by_age, &entry->by_age);
	return entry->value;
}

void nx_recent_forget(struct nx_recent *recent, const void *key, size_t key_len)
{
	struct entry *entry = nx_map_find(recent->entries, key, key_len);

	if (entry)
		drop(recent, entry);
}
