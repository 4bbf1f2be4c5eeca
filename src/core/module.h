/* Everything a module sees (STYLE.md section 3): a module is one struct of tables. */
#ifndef NX_CORE_MODULE_H
#define NX_CORE_MODULE_H

#include "base/pool.h"
#include "base/str.h"
#include "conf/conf.h"
#include "core/account.h"
#include "core/c2s.h"
#include "core/command.h"
#include "core/component.h"
#include "core/event.h"
#include "core/health.h"
#include "core/hooks.h"
#include "core/host.h"
#include "core/iq_ask.h"
#include "core/server.h"
#include "core/session.h"
#include "core/site.h"
#include "core/slots.h"
#include "core/users.h"
#include "store/store.h"
#include "xml/tree.h"
#include "xmpp/ns.h"

/* Grows with every change to what modules see; the loader refuses others with a sentence. */
#define NX_MODULE_ABI 3

/* A table of functions that a module offers to others; the interface is a header in service/. */
struct nx_service {
	const char *name;               /* NX_SERVICE_ROSTER; NULL ends the table */
	const void *functions;
};

struct nx_module_def {
	unsigned abi;
	const char *name, *summary;
	const char *xeps;               /* "0199, 0030"; NULL */
	const char *const *features;            /* advertised by the host (XEP-0030), NX_LIST(…) */
	const char *const *account_features;    /* advertised by every account's bare JID */
	const char *const *component_features;  /* advertised by the domain of every component */
	const char *const *needs;               /* names of modules that have to be loaded first */
	const struct nx_option *options;
	const struct nx_iq_rule *iq;
	const struct nx_hook *hooks;
	const struct nx_statement *statements;
	const struct nx_account_loader *account_loaders;
	const struct nx_command *commands;
	const struct nx_http_route *http;
	const struct nx_service *services;
	const struct nx_component_def *components;
	int (*start)(struct nx_module *mod, struct nx_error *err);      /* after its options and statements are there */
	void (*stop)(struct nx_module *mod);                            /* only after a start that worked */
};
#define NX_LIST(...) (const char *const[]){ __VA_ARGS__, NULL }

/* NX_MODULE(ping) = { .summary = …, … }; is the one symbol that mod_ping.so exports. */
#define NX_MODULE(n) \
	extern const struct nx_module_def nx_module_##n; \
	const struct nx_module_def nx_module_##n
#define NX_MODULE_HEAD(n) .abi = NX_MODULE_ABI, .name = #n

/* A loaded module. */
struct nx_module {
	struct nx_log_source log;
	const struct nx_module_def *def;
	struct nx_server *server;
	struct nx_pool *pool;           /* lives as long as the server */
	struct nx_statements *statements;
	unsigned index;                 /* of its slots */
	void *data;                     /* its own state */
};

/* All loaded modules, in order of their needs: for what sums up their tables. */
size_t nx_modules_count(const struct nx_modules *modules);
struct nx_module *nx_modules_at(const struct nx_modules *modules, size_t index);

/* The functions of that service, or NULL: nobody offers it, which is normal. mod_r gets the module that does: pass it as first argument. */
const void *nx_service_find(struct nx_server *server, const char *name, struct nx_module **mod_r);

#endif
