/* A virtual host: a domain that this server answers for. */
#ifndef NX_CORE_HOST_H
#define NX_CORE_HOST_H

#include "base/log.h"
#include "core/slots.h"
#include "xmpp/jid.h"

struct nx_error;
struct nx_map;
struct nx_pool;
struct nx_server;

struct nx_host {
	struct nx_log_source log;
	struct nx_server *server;
	struct nx_pool *pool;
	const char *name;               /* normalised domain, UTF-8 */
	struct nx_jid jid;              /* the same as an address */
	struct nx_map *accounts;        /* struct nx_account by localpart: those in memory */
	struct nx_slots slots;
};

/* domain is normalised here; NX_E_CONFIG when it is no domain. */
struct nx_host *nx_host_new(struct nx_server *server, const char *domain, struct nx_error *err);
void nx_host_free(struct nx_host **host);

#endif
