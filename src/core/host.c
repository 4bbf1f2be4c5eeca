/* Virtual hosts (core/host.h). */
#include "core/host.h"

#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "base/pool.h"
#include "core/server.h"

struct nx_host *nx_host_new(struct nx_server *server, const char *domain, struct nx_error *err)
{
	struct nx_pool *pool = nx_pool_new("host", 1024);
	struct nx_error why = {0};
	char *name = nx_jid_prep_domain(pool, domain, &why);

	if (!name) {
		nx_fail(err, NX_E_CONFIG, "\"%s\" in hosts is not a domain (%s); write a name such as "
			"school.example", domain, why.text);
		nx_pool_free(&pool);
		return NULL;
	}
	struct nx_host *host = NX_NEW(pool, struct nx_host);

	host->pool = pool;
	host->server = server;
	host->name = name;
	host->jid = nx_jid_join(pool, NULL, name, NULL);
	host->slots.pool = pool;
	host->accounts = nx_map_new();
	host->log = (struct nx_log_source){ .parent = &server->log,
		.prefix = nx_pool_printf(pool, "host=%s", name) };
	return host;
}

void nx_host_free(struct nx_host **host)
{
	if (!*host)
		return;
	struct nx_pool *pool = (*host)->pool;

	nx_map_free(&(*host)->accounts);
	nx_pool_free(&pool);
	*host = NULL;
}
