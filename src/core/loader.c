/* Modules: found, loaded, ordered, started, stopped (core/loader.h).
 *
 * Order of events: nx_modules_load() opens each shared object and checks its descriptor, so that the configuration knows
 * all options; nx_modules_start() walks them in order of needs and registers every table. */
#include "core/loader.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/map.h"
#include "core/module.h"
#include "core/router.h"
#include "core/site.h"

struct nx_modules {
	struct nx_server *server;
	struct nx_pool *pool;
	struct nx_module **list;        /* in order of needs once sorted */
	size_t count, started;
	struct nx_map *services;        /* struct offer by name */
};

struct offer {
	const struct nx_service *service;
	struct nx_module *mod;
};

static char *find_file(struct nx_pool *pool, const char *path, const char *name)
{
	char **dirs = nx_str_split(pool, path, ':');

	for (; *dirs; dirs++) {
		char *file = nx_pool_printf(pool, "%s/mod_%s.so", *dirs, name);
		if (access(file, R_OK) == 0)
			return file;
	}
	return NULL;
}

static const struct nx_module_def *open_module(struct nx_modules *modules, const char *name, const char *path,
					       struct nx_error *err)
{
	char *file = find_file(modules->pool, path, name);

	if (!file) {
		nx_fail(err, NX_E_CONFIG, "module \"%s\" (option modules) is not installed: no mod_%s.so in %s; "
			"take it out of the list or set NEXA_MODULE_PATH", name, name, path);
		return NULL;
	}
	/* Never closed: handlers and strings of the module may be in use until the process ends. */
	void *object = dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (!object) {
		nx_fail(err, NX_E_CONFIG, "module \"%s\" cannot be loaded: %s", name, dlerror());
		return NULL;
	}
	const struct nx_module_def *def = dlsym(object, nx_pool_printf(modules->pool, "nx_module_%s", name));
	dlclose(object);
	if (!def) {
		nx_fail(err, NX_E_CONFIG, "%s is not a Nexa module: it has no nx_module_%s", file, name);
		return NULL;
	}
	if (def->abi != NX_MODULE_ABI) {
		nx_fail(err, NX_E_CONFIG, "%s was built for another version of nexad (%u, this is %u); build it anew",
			file, def->abi, NX_MODULE_ABI);
		return NULL;
	}
	return def;
}

static struct nx_module *add_module(struct nx_modules *modules, const struct nx_module_def *def)
{
	struct nx_module *mod = NX_NEW(modules->pool, struct nx_module);

	mod->def = def;
	mod->server = modules->server;
	mod->pool = nx_pool_new("module", 1024);
	mod->log = (struct nx_log_source){ .parent = &modules->server->log,
		.prefix = nx_pool_printf(mod->pool, "module=%s", def->name) };
	modules->list[modules->count++] = mod;
	if (def->options) {
		nx_conf_add_table(modules->server->conf, nx_pool_printf(mod->pool, "mod_%s", def->name),
				  def->summary, def->options);
	}
	return mod;
}

static struct nx_module *find_module(const struct nx_modules *modules, const char *name)
{
	for (size_t i = 0; i < modules->count; i++) {
		if (nx_str_eq(modules->list[i]->def->name, name))
			return modules->list[i];
	}
	return NULL;
}

/* ---- order of needs: depth first, so that a cycle is met again while it is still open ---- */
struct sorting {
	struct nx_modules *modules;
	struct nx_module **sorted;
	size_t count;
	char *mark;     /* by place in the configured list: 0 unseen, 1 open, 2 done */
};

static int sort_one(struct sorting *s, size_t at, struct nx_error *err)
{
	struct nx_module *mod = s->modules->list[at];
	const char *const *needs = mod->def->needs;

	if (s->mark[at] == 2)
		return 0;
	if (s->mark[at] == 1)
		return nx_fail(err, NX_E_CONFIG, "modules need one another in a circle: mod_%s", mod->def->name);
	s->mark[at] = 1;
	for (; needs && *needs; needs++) {
		struct nx_module *needed = find_module(s->modules, *needs);
		size_t index = 0;

		if (!needed)
			return nx_fail(err, NX_E_CONFIG, "module \"%s\" needs module \"%s\"; add it to modules",
				       mod->def->name, *needs);
		while (s->modules->list[index] != needed)
			index++;
		if (sort_one(s, index, err) < 0)
			return -1;
	}
	s->mark[at] = 2;
	s->sorted[s->count++] = mod;
	return 0;
}

static int sort_by_needs(struct nx_modules *modules, struct nx_error *err)
{
	struct sorting s = { .modules = modules };

	s.sorted = NX_NEW_ARRAY(modules->pool, struct nx_module *, modules->count + 1);
	s.mark = nx_pool_alloc(modules->pool, modules->count + 1);
	for (size_t i = 0; i < modules->count; i++) {
		if (sort_one(&s, i, err) < 0)
			return -1;
	}
	modules->list = s.sorted;
	for (size_t i = 0; i < modules->count; i++)
		modules->list[i]->index = (unsigned)i;
	return 0;
}

struct nx_modules *nx_modules_load(struct nx_server *server, const char *const *names, const char *path,
				   struct nx_error *err)
{
	struct nx_pool *pool = nx_pool_new("modules", 4096);
	struct nx_modules *modules = NX_NEW(pool, struct nx_modules);
	size_t count = 0;

	modules->pool = pool;
	modules->server = server;
	modules->services = nx_map_new();
	while (names[count])
		count++;
	modules->list = NX_NEW_ARRAY(pool, struct nx_module *, count + 1);
	for (size_t i = 0; i < count; i++) {
		if (find_module(modules, names[i]))
			continue;
		const struct nx_module_def *def = open_module(modules, names[i], path, err);
		if (!def) {
			nx_modules_free(&modules);
			return NULL;
		}
		add_module(modules, def);
	}
	if (sort_by_needs(modules, err) < 0) {
		nx_modules_free(&modules);
		return NULL;
	}
	return modules;
}

static void offer_services(struct nx_modules *modules, struct nx_module *mod)
{
	for (const struct nx_service *service = mod->def->services; service && service->name; service++) {
		struct offer *offer = NX_NEW(modules->pool, struct offer);

		*offer = (struct offer){ .service = service, .mod = mod };
		nx_map_set(modules->services, service->name, strlen(service->name), offer);
	}
}

static int start_one(struct nx_modules *modules, struct nx_module *mod, struct nx_error *err)
{
	const struct nx_module_def *def = mod->def;

	if (def->statements) {
		mod->statements = nx_statements_register(mod->server->store, def->statements, err);
		if (!mod->statements)
			return nx_fail_prefix(err, "mod_%s", def->name);
	}
	offer_services(modules, mod);
	nx_hooks_add(&mod->server->hooks, mod, def->hooks);
	nx_router_add_rules(mod->server->router, mod, def->iq);
	nx_site_add_routes(mod->server->site, mod, def->http);
	if (nx_components_make(mod, def->components, err) < 0)
		return -1;
	if (def->start && def->start(mod, err) < 0)
		return nx_fail_prefix(err, "mod_%s", def->name);
	return 0;
}

static void withdraw_tables(struct nx_module *mod)
{
	nx_hooks_withdraw(&mod->server->hooks, mod);
	nx_router_withdraw_rules(mod->server->router, mod);
	nx_site_withdraw_routes(mod->server->site, mod);
}

/* One whose start failed has nothing to stop. */
int nx_modules_start(struct nx_modules *modules, struct nx_error *err)
{
	for (; modules->started < modules->count; modules->started++) {
		if (start_one(modules, modules->list[modules->started], err) < 0) {
			withdraw_tables(modules->list[modules->started]);
			return -1;
		}
	}
	return 0;
}

void nx_modules_stop(struct nx_modules *modules)
{
	while (modules->started > 0) {
		struct nx_module *mod = modules->list[--modules->started];

		if (mod->def->stop)
			mod->def->stop(mod);
		withdraw_tables(mod);
	}
}

void nx_modules_free(struct nx_modules **modules)
{
	if (!*modules)
		return;
	struct nx_pool *pool = (*modules)->pool;

	nx_assert((*modules)->started == 0);
	for (size_t i = 0; i < (*modules)->count; i++)
		nx_pool_free(&(*modules)->list[i]->pool);
	nx_map_free(&(*modules)->services);
	nx_pool_free(&pool);
	*modules = NULL;
}

size_t nx_modules_count(const struct nx_modules *modules)
{
	return modules->count;
}

struct nx_module *nx_modules_at(const struct nx_modules *modules, size_t index)
{
	return modules->list[index];
}

const void *nx_service_find(struct nx_server *server, const char *name, struct nx_module **mod_r)
{
	struct offer *offer = nx_map_find(server->modules->services, name, strlen(name));

	if (!offer)
		return NULL;
	*mod_r = offer->mod;
	return offer->service->functions;
}
