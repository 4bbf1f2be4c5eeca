/* The registry behind core/hooks.h: per hook one array, sorted by phase and load order, so that a round is a loop. */
#include "core/hooks.h"

#include <string.h>

#include "base/mem.h"

static void insert_handler(struct nx_handlers *handlers, const struct nx_handler *handler)
{
	size_t at = handlers->count;

	while (at > 0 && handlers->list[at - 1].phase > handler->phase)
		at--;
	handlers->list = nx_mem_resize(handlers->list, (handlers->count + 1) * sizeof(*handler));
	memmove(&handlers->list[at + 1], &handlers->list[at], (handlers->count - at) * sizeof(*handler));
	handlers->list[at] = *handler;
	handlers->count++;
}

void nx_hooks_add(struct nx_hooks *hooks, struct nx_module *mod, const struct nx_hook *table)
{
	for (; table && table->fn.any; table++) {
		struct nx_handler handler = { .mod = mod, .phase = table->phase, .fn = table->fn };
		insert_handler(&hooks->by_id[table->id], &handler);
	}
}

void nx_hooks_withdraw(struct nx_hooks *hooks, const struct nx_module *mod)
{
	for (size_t id = 0; id < NX_HOOK_COUNT; id++) {
		struct nx_handlers *handlers = &hooks->by_id[id];
		size_t kept = 0;

		for (size_t i = 0; i < handlers->count; i++) {
			if (handlers->list[i].mod != mod)
				handlers->list[kept++] = handlers->list[i];
		}
		handlers->count = kept;
	}
}

void nx_hooks_done(struct nx_hooks *hooks)
{
	for (size_t id = 0; id < NX_HOOK_COUNT; id++) {
		nx_mem_free(hooks->by_id[id].list);
		hooks->by_id[id] = (struct nx_handlers){0};
	}
}
