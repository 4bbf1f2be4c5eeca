/* A component: a domain of ours that has no accounts and belongs to one module, such as conference.school.example.
 *
 * One normal case: mod_muc has a row in .components. Before the module starts, every host gets a component under the domain that the
 * row's option names. A stanza to that domain becomes an event with ev->component set and one of the targets NX_TO_COMPONENT…; iq
 * rules that name these targets and the hooks message, presence and iq see it like any other. Who handles it asks first whether the
 * component is its own (ev->component->mod); what is the same for every component, such as a ping, does not ask.
 * Discovery lists it among the items of its host and answers for its domain (mod_disco); our own certificate names it. Streams to
 * it are refused: nobody has an account there. */
#ifndef NX_CORE_COMPONENT_H
#define NX_CORE_COMPONENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/log.h"
#include "core/slots.h"
#include "xmpp/jid.h"

struct nx_error;
struct nx_host;
struct nx_module;
struct nx_pool;
struct nx_server;

/* A row in a module's table. */
struct nx_component_def {
	/* Of the module, per host, text, .check as below: the domain; * stands for the host's, "" for none. NULL ends the table. */
	const char *option;
	const char *category, *type, *name;     /* its identity in service discovery */
	bool (*is_wanted)(const struct nx_module *mod);         /* false: there is none, whatever the option says; NULL: always true */
	const char *const *features;    /* what it can do besides what .component_features of all modules say; NULL */
};

struct nx_component {
	struct nx_log_source log;
	struct nx_server *server;
	struct nx_host *host;           /* whose service it is */
	struct nx_module *mod;          /* whose it is */
	const struct nx_component_def *def;
	struct nx_pool *pool;
	struct nx_slots slots;
	const char *name;               /* normalised domain, UTF-8 */
	struct nx_jid jid;              /* the same as an address */
};

/* .check of such options: with some host for the *, it is a domain. */
int nx_component_check_option(const char *text, struct nx_error *why);
/* Makes the components of a module's table, one for each host and row. NX_E_CONFIG: the domain is taken, or too long with that host. */
int nx_components_make(struct nx_module *mod, const struct nx_component_def *defs, struct nx_error *err);
void nx_component_free(struct nx_component **component);

/* NULL: no component has that domain. */
struct nx_component *nx_component_find(const struct nx_server *server, const char *domain, size_t domain_len);

#endif
