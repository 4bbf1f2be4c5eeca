/* What service discovery says of the host and of accounts, for others than who asks over the wire (offered by mod_disco): entity
 * capabilities hash it, so there is one place that composes it. */
#ifndef NX_SERVICE_DISCO_H
#define NX_SERVICE_DISCO_H

struct nx_account;
struct nx_host;
struct nx_module;
struct nx_pool;
struct nx_xml;

#define NX_SERVICE_DISCO "disco"

struct nx_disco_service {
	/* The answer to disco#info as everybody gets it: <query/> in pool with identities, features (each once, sorted by bytes) and forms,
	 * in this order, and no node attribute. account NULL: the host itself; node NULL: the entity as a whole.
	 * NULL: there is no such node. */
	struct nx_xml *(*info)(struct nx_module *mod, struct nx_pool *pool, struct nx_host *host, struct nx_account *account,
			       const char *node);
};

#endif
