/* What the files of mod_extdisco share: the external services of a host (XEP-0215). */
#ifndef MOD_EXTDISCO_EXTDISCO_H
#define MOD_EXTDISCO_EXTDISCO_H

#include "core/module.h"

#define NS_EXTDISCO "urn:xmpp:extdisco:2"

/* A service as the options tell it; everything in the pool of its list. */
struct service {
	const char *type, *host, *transport;
	const char *port;               /* NULL: not told */
	const char *secret;             /* shared with the service; NULL: none */
	const char *username, *password;        /* fixed ones; NULL: none */
};

struct services {
	struct nx_pool *pool;
	struct service *list;
	size_t count;
};

/* ---- services.c: reading the options ---- */

extern const struct nx_option extdisco_options[];

/* As the options are now. */
struct services *services_read(const struct nx_module *mod, const struct nx_host *host);
void services_free(struct services **services);
/* NULL: there is none of that type, host, port and transport. */
const struct service *services_find_same(const struct services *services, const struct service *service);
bool service_has_credentials(const struct service *service);
bool service_same_credentials(const struct service *a, const struct service *b);

/* ---- mod_extdisco.c ---- */

/* Appends <service/>. bare: for whom the credentials are, NULL: without any. */
struct nx_xml *extdisco_add(struct nx_module *mod, struct nx_xml *parent, const struct service *service, const struct nx_jid *bare);
bool extdisco_may_use(const struct nx_module *mod, const struct nx_account *account);

/* ---- push.c: telling those who asked when something changes ---- */

/* The session has asked for services of that type. */
void extdisco_note_asker(struct nx_module *mod, struct nx_session *sess, const char *type);
void extdisco_begin(struct nx_module *mod);
void extdisco_end(struct nx_module *mod);
void extdisco_reloaded(struct nx_module *mod);
/* Those of the host, valid until options are read anew. */
const struct services *extdisco_of(const struct nx_module *mod, const struct nx_host *host);

#endif
