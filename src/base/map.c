/* Hash map, see map.h. Open addressing with linear probing in a table of a power of two. Removal leaves a
 * grave (key set, value NULL), so that entries never move while somebody iterates; graves go away when the table is
 * built anew, which only nx_map_set() does. The hash is SipHash-1-3 under a key of the map's own. */
#include "base/map.h"
#include "base/assert.h"
#include "base/mem.h"
#include "base/rand.h"
#include <stdint.h>
#include <string.h>

#define MIN_SLOTS 8

struct slot {
	const void *key;                /* NULL: never used since the table was built */
	void *value;                    /* NULL with a key: a grave */
	uint32_t key_len, hash;
};

struct nx_map {
	struct slot *slots;             /* NULL until the first entry */
	size_t size, count, used;       /* used: entries and graves */
	uint64_t secret[2];
};

struct nx_map *nx_map_new(void)
{
	struct nx_map *map = nx_mem_new(sizeof(*map));

	nx_rand_bytes(map->secret, sizeof(map->secret));
	return map;
}

void nx_map_free(struct nx_map **map)
{
	if (*map) {
		nx_mem_free((*map)->slots);
		nx_mem_free(*map);
	}
	*map = NULL;
}

size_t nx_map_count(const struct nx_map *map)
{
	return map->count;
}

static inline uint64_t rotl(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static inline void sip_round(uint64_t v[4])
{
	v[0] += v[1]; v[1] = rotl(v[1], 13) ^ v[0]; v[0] = rotl(v[0], 32);
	v[2] += v[3]; v[3] = rotl(v[3], 16) ^ v[2];
	v[0] += v[3]; v[3] = rotl(v[3], 21) ^ v[0];
	v[2] += v[1]; v[1] = rotl(v[1], 17) ^ v[2]; v[2] = rotl(v[2], 32);
}

static uint32_t hash_key(const struct nx_map *map, const void *key, size_t len)
{
	uint64_t v[4] = {
		map->secret[0] ^ 0x736f6d6570736575, map->secret[1] ^ 0x646f72616e646f6d,
		map->secret[0] ^ 0x6c7967656e657261, map->secret[1] ^ 0x7465646279746573,
	};
	const unsigned char *p = key;
	uint64_t word, last = (uint64_t)len << 56;
	size_t left = len;

	for (; left >= 8; p += 8, left -= 8) {
		memcpy(&word, p, 8);
		v[3] ^= word;
		sip_round(v);
		v[0] ^= word;
	}
	for (size_t i = 0; i < left; i++)
		last |= (uint64_t)p[i] << (8 * i);
	v[3] ^= last;
	sip_round(v);
	v[0] ^= last;
	v[2] ^= 0xff;
	for (int i = 0; i < 3; i++)
		sip_round(v);
	word = v[0] ^ v[1] ^ v[2] ^ v[3];
	return (uint32_t)(word ^ word >> 32);
}

static struct slot *find_slot(const struct nx_map *map, const void *key, size_t len, uint32_t hash)
{
	if (!map->slots)
		return NULL;
	for (size_t i = hash & (map->size - 1); map->slots[i].key; i = (i + 1) & (map->size - 1)) {
		struct slot *s = &map->slots[i];

		if (s->value && s->hash == hash && s->key_len == len && memcmp(s->key, key, len) == 0)
			return s;
	}
	return NULL;
}

void *nx_map_find(const struct nx_map *map, const void *key, size_t key_len)
{
	struct slot *s;

	if (map->count == 0)
		return NULL;
	s = find_slot(map, key, key_len, hash_key(map, key, key_len));
	return s ? s->value : NULL;
}

static void put_new(struct nx_map *map, struct slot entry)
{
	size_t i = entry.hash & (map->size - 1);

	while (map->slots[i].key)
		i = (i + 1) & (map->size - 1);
	map->slots[i] = entry;
	map->used++;
	map->count++;
}

/* Room for one more entry at a load of 3/4; the new table fits the entries that live, so it may also shrink. */
static void rebuild(struct nx_map *map)
{
	struct slot *old = map->slots;
	size_t old_size = map->size, size = MIN_SLOTS;

	while (size / 2 < map->count + 1)
		size *= 2;
	map->slots = nx_mem_array(size, sizeof(*map->slots));
	map->size = size;
	map->count = map->used = 0;
	for (size_t i = 0; i < old_size; i++)
		if (old[i].value)
			put_new(map, old[i]);
	nx_mem_free(old);
}

void *nx_map_set(struct nx_map *map, const void *key, size_t key_len, void *value)
{
	uint32_t hash = hash_key(map, key, key_len);
	struct slot *s = find_slot(map, key, key_len, hash);
	void *former = NULL;

	nx_assert(key && value && key_len <= UINT32_MAX);
	if (s) {
		former = s->value;
		s->key = key;
		s->value = value;
		return former;
	}
	if (map->used + 1 > map->size / 4 * 3)
		rebuild(map);
	put_new(map, (struct slot){ .key = key, .value = value, .key_len = (uint32_t)key_len, .hash = hash });
	return NULL;
}

void *nx_map_remove(struct nx_map *map, const void *key, size_t key_len)
{
	static const char grave;
	struct slot *s;
	void *value;

	if (map->count == 0)
		return NULL;
	s = find_slot(map, key, key_len, hash_key(map, key, key_len));
	if (!s)
		return NULL;
	value = s->value;
	*s = (struct slot){ .key = &grave };
	map->count--;
	/* a grave before an unused slot ends no chain: nobody needs it */
	for (size_t i = (size_t)(s - map->slots), next = (i + 1) & (map->size - 1);
	     !map->slots[next].key && map->slots[i].key && !map->slots[i].value;
	     next = i, i = (i - 1) & (map->size - 1)) {
		map->slots[i].key = NULL;
		map->used--;
	}
	return value;
}

void *nx_map_next(const struct nx_map *map, struct nx_map_iter *it)
{
	while (it->pos < map->size) {
		void *value = map->slots[it->pos++].value;

		if (value)
			return value;
	}
	return NULL;
}
