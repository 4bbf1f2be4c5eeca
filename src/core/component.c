/* Domains that belong to modules (core/component.h). */
#include "core/component.h"

#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "base/pool.h"
#include "core/host.h"
#include "core/module.h"

/* "conference.*" for school.example: conference.school.example. */
static char *expand(struct nx_pool *pool, const char *pattern, const char *host)
{
	const char *star = strchr(pattern, '*');

	if (!star)
		return nx_pool_strdup(pool, pattern);
	return nx_pool_printf(pool, "%.*s%s%s", (int)(star - pattern), pattern, host, star + 1);
}

int nx_component_check_option(const char *text, struct nx_error *why)
{
	struct nx_pool *pool = nx_pool_new("option", 0);
	struct nx_error err = {0};
	int rc = 0;

	if (!nx_jid_prep_domain(pool, expand(pool, text, "school.example"), &err))
		rc = nx_fail(why, NX_E_CONFIG,
			     "not a domain (%s); write a name such as \"conference.*\", where * stands for the host",
			     err.text);
	nx_pool_free(&pool);
	return rc;
}

static int check_domain(const struct nx_server *server, const struct nx_host *host, const char *option, const char *name,
			const char *domain, const struct nx_error *why, struct nx_error *err)
{
	if (!domain)
		return nx_fail(err, NX_E_CONFIG, "option %s: \"%s\" is not a domain (%s); write a name such as \"conference.*\", where "
			       "* stands for %s", option, name, why->text, host->name);
	if (nx_server_find_host(server, domain, strlen(domain)) || nx_component_find(server, domain, strlen(domain)))
		return nx_fail(err, NX_E_CONFIG, "option %s: %s is the name of something else already; every service of every host "
			       "needs a name of its own, such as \"conference.*\"", option, domain);
	return 0;
}

static int make(struct nx_module *mod, struct nx_host *host, const struct nx_component_def *def, struct nx_error *err)
{
	struct nx_server *server = mod->server;
	const char *pattern = nx_conf_str(server->conf, host->name, def->option);
	struct nx_error why = {0};

	if (!pattern || !*pattern)
		return 0;
	struct nx_pool *pool = nx_pool_new("component", 1024);
	const char *name = expand(pool, pattern, host->name);
	const char *domain = nx_jid_prep_domain(pool, name, &why);

	if (check_domain(server, host, def->option, name, domain, &why, err) < 0) {
		nx_pool_free(&pool);
		return -1;
	}
	struct nx_component *component = NX_NEW(pool, struct nx_component);

	*component = (struct nx_component){ .server = server, .host = host, .mod = mod, .def = def, .pool = pool,
		.slots = { .pool = pool }, .name = domain, .jid = nx_jid_join(pool, NULL, domain, NULL) };
	component->log = (struct nx_log_source){ .parent = &server->log, .prefix = nx_pool_printf(pool, "component=%s", domain) };
	nx_map_set(server->components, domain, strlen(domain), component);
	return 0;
}

int nx_components_make(struct nx_module *mod, const struct nx_component_def *defs, struct nx_error *err)
{
	const struct nx_component_def *def;

	for (def = defs; def && def->option; def++) {
		struct nx_map_iter it = {0};
		struct nx_host *host;

		while ((host = nx_map_next(mod->server->hosts, &it)) && (!def->is_wanted || def->is_wanted(mod))) {
			if (make(mod, host, def, err) < 0)
				return -1;
		}
	}
	return 0;
}

void nx_component_free(struct nx_component **component)
{
	struct nx_pool *pool = (*component)->pool;

	*component = NULL;
	nx_pool_free(&pool);
}

struct nx_component *nx_component_find(const struct nx_server *server, const char *domain, size_t domain_len)
{
	return nx_map_find(server->components, domain, domain_len);
}
