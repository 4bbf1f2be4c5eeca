/* mod_contact: whom to write to about this server (XEP-0157, in the disco#info form of XEP-0128).
 *
 * One option for each kind of address that the registry knows (section 7.1); without any there is no form. Values are URIs
 * (section 3), or the configuration is refused.
 *
 * The same form stands under a node of its own, "About this server", which the host lists among its items. So the list is never
 * empty, and everything in it answers: some clients wait for every item before they go on, and for ever when there is none
 * (doc/conformance/clients.md rules 2 and 3). */
#include "core/module.h"

#include "service/disco.h"
#include "xmpp/dataform.h"

#define SERVERINFO "http://jabber.org/network/serverinfo"

static int check_uri(const char *text, struct nx_error *why)
{
	return nx_str_is_uri(text) ? 0 : nx_fail(why, NX_E_CONFIG, "not a URI; write mailto:ann@school.example or xmpp:ann@school.example");
}

#define OPT_ADDRESSES(n, h) { .name = n, .kind = NX_OPT_KIND_LIST, .is_per_host = true, .check = check_uri, .help = h }

static const struct nx_option contact_options[] = {
	OPT_ADDRESSES("contact_abuse", "Where abuse is reported: URIs such as mailto:abuse@school.example"),
	OPT_ADDRESSES("contact_admin", "Whom clients show as the server's administrators: URIs such as xmpp:ann@school.example"),
	OPT_ADDRESSES("contact_feedback", "Where users may say what they think of the service: URIs"),
	OPT_ADDRESSES("contact_sales", "Who sells the service: URIs"),
	OPT_ADDRESSES("contact_security", "Where weaknesses are reported: URIs"),
	OPT_ADDRESSES("contact_status", "Where the state of the service is shown: URIs such as https://status.school.example/"),
	OPT_ADDRESSES("contact_support", "Who helps users: URIs"),
	NX_OPT_END
};

/* By option, in the order that hashing likes. */
static const struct { const char *option, *field; } contact_fields[] = {
	{ "contact_abuse", "abuse-addresses" }, { "contact_admin", "admin-addresses" },
	{ "contact_feedback", "feedback-addresses" }, { "contact_sales", "sales-addresses" },
	{ "contact_security", "security-addresses" }, { "contact_status", "status-addresses" },
	{ "contact_support", "support-addresses" },
};

#define FIELD_COUNT (sizeof(contact_fields) / sizeof(contact_fields[0]))

/* ---- the form ---- */

/* True when there is something in it. */
static bool add_field(struct nx_xml *form, const char *name, const char *const *uris)
{
	struct nx_xml *field = NULL;

	for (; *uris; uris++) {
		if (!field)
			field = nx_form_add(form, NX_FIELD_LIST_MULTI, name, NULL);
		nx_form_value(field, *uris);
	}
	return field != NULL;
}

static void add_form(const struct nx_module *mod, const struct nx_host *host, struct nx_xml *query)
{
	struct nx_xml *form = nx_form_new(query->pool, NX_FORM_RESULT, NULL, NULL, SERVERINFO);
	bool has_fields = false;

	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (add_field(form, contact_fields[i].field, nx_conf_list(mod->server->conf, host->name, contact_fields[i].option)))
			has_fields = true;
	}
	if (has_fields)
		nx_xml_append(query, form);
}

/* ---- discovery ---- */

#define NODE_NAME "About this server"

static void contact_info(struct nx_module *mod, struct nx_host *host, struct nx_account *account, const char *node,
			 struct nx_xml *query)
{
	if (account || (node && !nx_str_eq(node, SERVERINFO)))
		return;
	if (node) {
		/* XEP-0030 section 3.1: at least one identity, and the feature by which one got here. */
		struct nx_xml *identity = nx_xml_add(query, NULL, "identity");

		nx_xml_set(identity, "category", "hierarchy");
		nx_xml_set(identity, "type", "leaf");
		nx_xml_set(identity, "name", NODE_NAME);
		nx_disco_add_feature(query, NX_NS_DISCO_INFO);
	}
	add_form(mod, host, query);
}

static void contact_items(struct nx_module *mod, struct nx_host *host, struct nx_account *account, const char *node,
			  struct nx_xml *query)
{
	(void)mod;
	if (account || node)
		return;
	struct nx_xml *item = nx_xml_add(query, NULL, "item");

	nx_xml_set(item, "jid", host->name);
	nx_xml_set(item, "node", SERVERINFO);
	nx_xml_set(item, "name", NODE_NAME);
}

static const struct nx_hook contact_hooks[] = {
	NX_COLLECT(disco_info, contact_info),
	NX_COLLECT(disco_items, contact_items),
	NX_HOOKS_END
};

NX_MODULE(contact) = {
	NX_MODULE_HEAD(contact),
	.summary = "Addresses of those who run the server", .xeps = "0128, 0157",
	.options = contact_options, .hooks = contact_hooks,
};
