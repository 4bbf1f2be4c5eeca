/* Data of modules on core objects (core/slots.h). */
#include "core/slots.h"

#include "base/pool.h"
#include "core/module.h"

void nx_slot_set(struct nx_slots *slots, const struct nx_module *mod, void *data)
{
	if (mod->index >= slots->count) {
		unsigned count = (unsigned)nx_modules_count(mod->server->modules);
		void **wider = NX_NEW_ARRAY(slots->pool, void *, count);

		for (unsigned i = 0; i < slots->count; i++)
			wider[i] = slots->data[i];
		slots->data = wider;
		slots->count = count;
	}
	slots->data[mod->index] = data;
}

void *nx_slot_get(const struct nx_slots *slots, const struct nx_module *mod)
{
	return mod->index < slots->count ? slots->data[mod->index] : NULL;
}
