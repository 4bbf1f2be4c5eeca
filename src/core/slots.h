/* Data of modules on core objects: one pointer per module, in the pool of the object, so that a core struct gets no
 * field for one feature (STYLE.md section 3). */
#ifndef NX_CORE_SLOTS_H
#define NX_CORE_SLOTS_H

struct nx_module;
struct nx_pool;

struct nx_slots {
	struct nx_pool *pool;   /* set by the owner of the object */
	void **data;            /* by module index; made at the first set */
	unsigned count;
};

/* data lives in the object's pool (or is cleaned up by it). */
void nx_slot_set(struct nx_slots *slots, const struct nx_module *mod, void *data);
/* NULL when the module has not set it. */
void *nx_slot_get(const struct nx_slots *slots, const struct nx_module *mod);

#endif
