/* mod_disco: tells what the host and its accounts are, can do, and have (XEP-0030).
 *
 * Features are the sum of what all loaded modules declare in their descriptors, plus what the hooks disco_info and disco_items
 * add at the moment of asking; sorted and without duplicates, as entity capabilities need them (XEP-0115 section 5.1).
 * An account tells its owner and those who may see its presence; for everyone else it does not differ from one that does not exist
 * (section 8): service-unavailable for disco#info, an empty list for disco#items.
 * A component of the host (core/component.h) is among its items and answers here for its domain. */
#include "core/module.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/map.h"
#include "service/disco.h"
#include "service/roster.h"

/* ---- who may know ---- */

static bool may_know(struct nx_event *ev)
{
	if (ev->target == NX_TO_HOST || ev->target == NX_TO_OWN_ACCOUNT)
		return true;
	/* XEP-0175 section 5: of guests everybody may know that they are guests. */
	return ev->account && (ev->account->is_guest || nx_roster_may_see(ev));
}

/* The account in question: NULL for the host itself. */
static struct nx_account *subject(const struct nx_event *ev)
{
	return ev->target == NX_TO_HOST ? NULL : ev->account;
}

/* Whose features and identity it is about. */
enum subject_kind { OF_HOST, OF_ACCOUNT, OF_COMPONENT };

/* ---- what is asked ---- */

/* NULL: no node. */
static const char *asked_node(const struct nx_event *ev)
{
	return nx_xml_attr(ev->payload, "node");
}

/* The node exactly as it was asked for (section 3.2). */
static void echo_node(struct nx_xml *query, const struct nx_event *ev)
{
	nx_xml_set(query, "node", asked_node(ev));
}

/* ---- features ---- */

struct features {
	const char **list;
	size_t count;
};

static const char *const *declared(const struct nx_modules *modules, size_t index, enum subject_kind kind)
{
	const struct nx_module_def *def = nx_modules_at(modules, index)->def;

	switch (kind) {
	case OF_HOST:
		return def->features;
	case OF_ACCOUNT:
		return def->account_features;
	case OF_COMPONENT:
		return def->component_features;
	}
	nx_unreachable();
}

static size_t count_declared(const struct nx_modules *modules, enum subject_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < nx_modules_count(modules); i++) {
		for (const char *const *name = declared(modules, i, kind); name && *name; name++)
			count++;
	}
	return count;
}

static size_t count_collected(const struct nx_xml *collected)
{
	size_t count = 0;

	for (struct nx_xml *el = nx_xml_child(collected, NULL, "feature"); el; el = nx_xml_next(el, NULL, "feature"))
		count++;
	return count;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_features(struct features *features)
{
	size_t kept = 0;

	/* By bytes, the collation of XEP-0115 section 5.1. */
	qsort(features->list, features->count, sizeof(*features->list), compare_names);
	for (size_t i = 0; i < features->count; i++) {
		if (kept == 0 || strcmp(features->list[i], features->list[kept - 1]) != 0)
			features->list[kept++] = features->list[i];
	}
	features->count = kept;
}

/* All features, sorted: what hooks added and, with modules given, what modules declare. */
static struct features gather_features(struct nx_pool *pool, const struct nx_xml *collected,
				       const struct nx_modules *modules, enum subject_kind kind)
{
	struct features all = {0};
	size_t room = count_collected(collected) + (modules ? count_declared(modules, kind) : 0);

	all.list = NX_NEW_ARRAY(pool, const char *, room + 1);
	for (struct nx_xml *el = nx_xml_child(collected, NULL, "feature"); el; el = nx_xml_next(el, NULL, "feature")) {
		if (nx_xml_attr(el, "var"))
			all.list[all.count++] = nx_xml_attr(el, "var");
	}
	for (size_t i = 0; modules && i < nx_modules_count(modules); i++) {
		for (const char *const *name = declared(modules, i, kind); name && *name; name++)
			all.list[all.count++] = *name;
	}
	sort_features(&all);
	return all;
}

static void add_features(struct nx_xml *query, const struct features *features)
{
	for (size_t i = 0; i < features->count; i++)
		nx_disco_add_feature(query, features->list[i]);
}

/* ---- disco#info ---- */

static void add_identity(struct nx_xml *query, const char *category, const char *type, const char *name)
{
	struct nx_xml *identity = nx_xml_add(query, NULL, "identity");

	nx_xml_set(identity, "category", category);
	nx_xml_set(identity, "type", type);
	nx_xml_set(identity, "name", name);
}

/* Moves the children of that name (NULL: all that are left but features). */
static void move_children(struct nx_xml *query, struct nx_xml *collected, const char *name)
{
	struct nx_xml *next;

	for (struct nx_xml *el = nx_xml_child(collected, NULL, name); el; el = next) {
		next = nx_xml_next(el, NULL, name);
		if (nx_xml_is(el, NULL, "feature"))
			continue;
		nx_xml_remove(el);
		nx_xml_append(query, el);
	}
}

/* The answer: identities, features each once and sorted, forms. modules NULL: only what was collected. */
static struct nx_xml *arrange(struct nx_xml *collected, const struct nx_modules *modules, enum subject_kind kind)
{
	struct features features = gather_features(collected->pool, collected, modules, kind);
	struct nx_xml *query = nx_xml_new(collected->pool, NX_NS_DISCO_INFO, "query");

	move_children(query, collected, "identity");
	add_features(query, &features);
	move_children(query, collected, NULL);
	return query;
}

/* XEP-0175 section 5: what accounts have is not for guests, so clients that look here will not offer it. */
static struct nx_xml *compose_guest_info(struct nx_pool *pool)
{
	struct nx_xml *query = nx_xml_new(pool, NX_NS_DISCO_INFO, "query");

	add_identity(query, "account", "anonymous", NULL);
	nx_disco_add_feature(query, NX_NS_DISCO_INFO);
	nx_disco_add_feature(query, NX_NS_DISCO_ITEMS);
	return query;
}

/* service/disco.h */
static struct nx_xml *compose_info(struct nx_module *mod, struct nx_pool *pool, struct nx_host *host, struct nx_account *account,
				   const char *node)
{
	struct nx_xml *collected = nx_xml_new(pool, NX_NS_DISCO_INFO, "query");

	if (account && account->is_guest)
		return node ? NULL : compose_guest_info(pool);
	if (!node && account)
		add_identity(collected, "account", "registered", NULL);
	else if (!node)
		add_identity(collected, "server", "im", "Nexa");
	NX_FIRE(mod->server, disco_info, host, account, node, collected);
	if (!nx_xml_first_element(collected))
		return NULL;
	return arrange(collected, node ? NULL : mod->server->modules, account ? OF_ACCOUNT : OF_HOST);
}

static void add_declared(struct nx_xml *query, const char *const *names)
{
	for (; names && *names; names++)
		nx_disco_add_feature(query, *names);
}

/* NULL: there is no such node. */
static struct nx_xml *compose_component(struct nx_module *mod, struct nx_pool *pool, struct nx_component *component, const char *node)
{
	struct nx_xml *collected = nx_xml_new(pool, NX_NS_DISCO_INFO, "query");
	const struct nx_component_def *def = component->def;

	if (!node) {
		add_identity(collected, def->category, def->type, def->name);
		add_declared(collected, def->features);
	}
	NX_FIRE(mod->server, component_info, component, node, collected);
	return nx_xml_first_element(collected) ? arrange(collected, node ? NULL : mod->server->modules, OF_COMPONENT) : NULL;
}

static enum nx_verdict answer_info(struct nx_event *ev, struct nx_xml *query)
{
	if (!query)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such node");
	echo_node(query, ev);
	return nx_event_answer(ev, query);
}

static enum nx_verdict disco_info(struct nx_module *mod, struct nx_event *ev)
{
	if (!may_know(ev))
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "%s", "");
	return answer_info(ev, compose_info(mod, ev->pool, ev->host, subject(ev), asked_node(ev)));
}

static enum nx_verdict component_info(struct nx_module *mod, struct nx_event *ev)
{
	return answer_info(ev, compose_component(mod, ev->pool, ev->component, asked_node(ev)));
}

/* ---- disco#items ---- */

/* XEP-0030 section 4.1: an account's items are its available resources. */
static void add_resources(const struct nx_account *account, struct nx_xml *query)
{
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (sess->is_available)
			nx_xml_set(nx_xml_add(query, NULL, "item"), "jid", sess->jid.full);
	}
}

/* The services of the host. */
static void add_components(const struct nx_server *server, const struct nx_host *host, struct nx_xml *query)
{
	struct nx_map_iter it = {0};
	const struct nx_component *component;

	while ((component = nx_map_next(server->components, &it))) {
		if (component->host != host)
			continue;
		struct nx_xml *item = nx_xml_add(query, NULL, "item");

		nx_xml_set(item, "jid", component->name);
		nx_xml_set(item, "name", component->def->name);
	}
}

/* Never an error (section 7, last paragraph): an unknown node has no items. */
static enum nx_verdict disco_items(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_DISCO_ITEMS, "query");
	struct nx_account *account = subject(ev);

	(void)mod;
	echo_node(query, ev);
	if (may_know(ev)) {
		if (account && !asked_node(ev))
			add_resources(account, query);
		if (!account && !asked_node(ev))
			add_components(ev->server, ev->host, query);
		NX_FIRE(ev->server, disco_items, ev->host, account, asked_node(ev), query);
	}
	return nx_event_answer(ev, query);
}

static enum nx_verdict component_items(struct nx_module *mod, struct nx_event *ev)
{
	enum nx_verdict verdict;

	(void)mod;
	NX_ASK(ev->server, &verdict, component_items, ev);
	if (verdict != NX_PASS)
		return verdict;
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_DISCO_ITEMS, "query");

	echo_node(query, ev);
	return nx_event_answer(ev, query);
}

static const struct nx_iq_rule disco_iq[] = {
	{ NX_GET, NX_NS_DISCO_INFO, "query", NX_TO_HOST | NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT, disco_info },
	{ NX_GET, NX_NS_DISCO_ITEMS, "query", NX_TO_HOST | NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT, disco_items },
	{ NX_GET, NX_NS_DISCO_INFO, "query", NX_TO_COMPONENT, component_info },
	{ NX_GET, NX_NS_DISCO_ITEMS, "query", NX_TO_COMPONENT, component_items },
	{ 0 }
};

static const struct nx_disco_service disco_service = { .info = compose_info };

static const struct nx_service disco_services[] = {
	{ NX_SERVICE_DISCO, &disco_service },
	{ NULL, NULL }
};

NX_MODULE(disco) = {
	NX_MODULE_HEAD(disco),
	.summary = "Tells what the server and its accounts can do", .xeps = "0030",
	.features = NX_LIST(NX_NS_DISCO_INFO, NX_NS_DISCO_ITEMS),
	.account_features = NX_LIST(NX_NS_DISCO_INFO, NX_NS_DISCO_ITEMS),
	.component_features = NX_LIST(NX_NS_DISCO_INFO, NX_NS_DISCO_ITEMS),
	.iq = disco_iq, .services = disco_services,
};
