/* Hash map from byte strings to pointers. Keys are borrowed: they live in the object that the entry
 * points to. The hash is keyed with a random secret, so peers cannot make chains grow long. */
#ifndef NX_BASE_MAP_H
#define NX_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct nx_map;

struct nx_map *nx_map_new(void);
/* Frees the map, not what it points to. */
void nx_map_free(struct nx_map **map);
size_t nx_map_count(const struct nx_map *map);
void *nx_map_find(const struct nx_map *map, const void *key, size_t key_len);
/* Adds or replaces; value must not be NULL. Returns the former value or NULL. The key kept is the new one. */
void *nx_map_set(struct nx_map *map, const void *key, size_t key_len, void *value);
/* Returns the value that was removed, or NULL. */
void *nx_map_remove(struct nx_map *map, const void *key, size_t key_len);

/* for (struct nx_map_iter it = {0}; (v = nx_map_next(map, &it)); ) …
 * Removing the entry just returned is allowed in the loop; adding is not. */
struct nx_map_iter { size_t pos; };
void *nx_map_next(const struct nx_map *map, struct nx_map_iter *it);

#endif
