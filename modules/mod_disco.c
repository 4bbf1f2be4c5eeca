/* mod_disco: tells what the host and its accounts are, can do, and have (XEP-0030).
 *
 * Features are the sum of what all loaded modules declare in their descriptors, plus what the hooks disco_info and disco_items
 * add at the moment of asking; sorted and without duplicates, as entity capabilities need them (XEP-0115 section 5.1).
 * An account tells its owner and those who may see its presence; for everyone else it does not differ from one that does not exist
 * (section 8): service-unavailable for disco#info, an empty list for disco#items. */
#include "core/module.h"

#include <stdlib.h>
#include <string.h>

#include "service/disco.h"
#include "service/roster.h"

/* ---- who may know ---- */

static bool may_know(const struct nx_event *ev)
{
	if (ev->target == NX_TO_HOST || ev->target == NX_TO_OWN_ACCOUNT)
		return true;
	return ev->account && nx_roster_may_see(ev->server, ev->account, &ev->from);
}

/* The account in question: NULL for the host itself. */
static struct nx_account *subject(const struct nx_event *ev)
{
	return ev->target == NX_TO_HOST ? NULL : ev->account;
}

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

static const char *const *declared(const struct nx_modules *modules, size_t index, bool of_host)
{
	const struct nx_module_def *def = nx_modules_at(modules, index)->def;

	return of_host ? def->features : def->account_features;
}

static size_t count_declared(const struct nx_modules *modules, bool of_host)
{
	size_t count = 0;

	for (size_t i = 0; i < nx_modules_count(modules); i++) {
		for (const char *const *name = declared(modules, i, of_host); name && *name; name++)
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
				       const struct nx_modules *modules, bool of_host)
{
	struct features all = {0};
	size_t room = count_collected(collected) + (modules ? count_declared(modules, of_host) : 0);

	all.list = NX_NEW_ARRAY(pool, const char *, room + 1);
	for (struct nx_xml *el = nx_xml_child(collected, NULL, "feature"); el; el = nx_xml_next(el, NULL, "feature")) {
		if (nx_xml_attr(el, "var"))
			all.list[all.count++] = nx_xml_attr(el, "var");
	}
	for (size_t i = 0; modules && i < nx_modules_count(modules); i++) {
		for (const char *const *name = declared(modules, i, of_host); name && *name; name++)
			all.list[all.count++] = *name;
	}
	sort_features(&all);
	return all;
}

static void add_features(struct nx_xml *query, const struct features *features)
{
	for (size_t i = 0; i < features->count; i++)
		nx_xml_set(nx_xml_add(query, NULL, "feature"), "var", features->list[i]);
}

/* ---- disco#info ---- */

static void add_identity(struct nx_xml *query, bool of_host)
{
	struct nx_xml *identity = nx_xml_add(query, NULL, "identity");

	nx_xml_set(identity, "category", of_host ? "server" : "account");
	nx_xml_set(identity, "type", of_host ? "im" : "registered");
	if (of_host)
		nx_xml_set(identity, "name", "Nexa");
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

/* service/disco.h */
static struct nx_xml *compose_info(struct nx_module *mod, struct nx_pool *pool, struct nx_host *host, struct nx_account *account,
				   const char *node)
{
	struct nx_xml *collected = nx_xml_new(pool, NX_NS_DISCO_INFO, "query");

	if (!node)
		add_identity(collected, !account);
	NX_FIRE(mod->server, disco_info, host, account, node, collected);
	if (!nx_xml_first_element(collected))
		return NULL;
	struct features features = gather_features(pool, collected, node ? NULL : mod->server->modules, !account);
	struct nx_xml *query = nx_xml_new(pool, NX_NS_DISCO_INFO, "query");

	move_children(query, collected, "identity");
	add_features(query, &features);
	move_children(query, collected, NULL);
	return query;
}

static enum nx_verdict disco_info(struct nx_module *mod, struct nx_event *ev)
{
	if (!may_know(ev))
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "%s", "");
	struct nx_xml *query = compose_info(mod, ev->pool, ev->host, subject(ev), asked_node(ev));

	if (!query)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such node");
	echo_node(query, ev);
	return nx_event_answer(ev, query);
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
		NX_FIRE(ev->server, disco_items, ev->host, account, asked_node(ev), query);
	}
	return nx_event_answer(ev, query);
}

static const struct nx_iq_rule disco_iq[] = {
	{ NX_GET, NX_NS_DISCO_INFO, "query", NX_TO_HOST | NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT, disco_info },
	{ NX_GET, NX_NS_DISCO_ITEMS, "query", NX_TO_HOST | NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT, disco_items },
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
	.iq = disco_iq, .services = disco_services,
};
