/* A growing array of slots with a free list; each slot counts how often it was given out. */
#include "base/handles.h"

#include "base/assert.h"
#include "base/mem.h"

struct slot {
	void *object;           /* NULL: free */
	uint32_t generation;
	uint32_t next_free;     /* index + 1; 0: none */
};

struct nx_handles {
	struct slot *slots;
	uint32_t used, cap, count;
	uint32_t first_free;    /* index + 1; 0: none */
};

struct nx_handles *nx_handles_new(void)
{
	return nx_mem_new(sizeof(struct nx_handles));
}

void nx_handles_free(struct nx_handles **handles)
{
	if (!*handles)
		return;
	nx_mem_free((*handles)->slots);
	nx_mem_free(*handles);
	*handles = NULL;
}

static uint32_t take_slot(struct nx_handles *handles)
{
	if (handles->first_free) {
		uint32_t index = handles->first_free - 1;
		handles->first_free = handles->slots[index].next_free;
		return index;
	}
	if (handles->used == handles->cap) {
		handles->cap = handles->cap ? handles->cap * 2 : 64;
		handles->slots = nx_mem_resize(handles->slots, handles->cap * sizeof(struct slot));
	}
	handles->slots[handles->used] = (struct slot){0};
	return handles->used++;
}

uint64_t nx_handles_add(struct nx_handles *handles, void *object)
{
	nx_assert(object != NULL);
	uint32_t index = take_slot(handles);
	struct slot *slot = &handles->slots[index];

	slot->object = object;
	if (++slot->generation == 0)
		slot->generation = 1;
	handles->count++;
	return (uint64_t)slot->generation << 32 | index;
}

static struct slot *slot_of(const struct nx_handles *handles, uint64_t handle)
{
	uint32_t index = (uint32_t)handle, generation = (uint32_t)(handle >> 32);

	if (!generation || index >= handles->used)
		return NULL;
	struct slot *slot = &handles->slots[index];
	return slot->object && slot->generation == generation ? slot : NULL;
}

void *nx_handles_find(const struct nx_handles *handles, uint64_t handle)
{
	struct slot *slot = slot_of(handles, handle);
	return slot ? slot->object : NULL;
}

void nx_handles_remove(struct nx_handles *handles, uint64_t handle)
{
	struct slot *slot = slot_of(handles, handle);

	if (!slot)
		return;
	slot->object = NULL;
	slot->next_free = handles->first_free;
	handles->first_free = (uint32_t)handle + 1;
	handles->count--;
}

void *nx_handles_next(const struct nx_handles *handles, uint32_t *pos)
{
	while (*pos < handles->used) {
		void *object = handles->slots[(*pos)++].object;
		if (object)
			return object;
	}
	return NULL;
}

uint32_t nx_handles_count(const struct nx_handles *handles)
{
	return handles->count;
}
