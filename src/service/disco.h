/* What service discovery says of the host and of accounts, for others than who asks over the wire (offered by mod_disco): entity
 * capabilities hash it, so there is one place that composes it. */
#ifndef NX_SERVICE_DISCO_H
#define NX_SERVICE_DISCO_H

#include "xml/tree.h"

struct nx_account;
struct nx_host;
struct nx_module;

#define NX_SERVICE_DISCO "disco"

struct nx_disco_service {
	/* The answer to disco#info as everybody gets it: <query/> in pool with identities, features (each once, sorted by bytes) and forms,
	 * in this order, and no node attribute. account NULL: the host itself; node NULL: the entity as a whole.
	 * NULL: there is no such node. */
	struct nx_xml *(*info)(struct nx_module *mod, struct nx_pool *pool, struct nx_host *host, struct nx_account *account,
			       const char *node);
};

/* Adds a <feature/> to a <query/> of disco#info. */
static inline void nx_disco_add_feature(struct nx_xml *query, const char *var)
{
	nx_xml_set(nx_xml_add(query, NULL, "feature"), "var", var);
}

#endif
