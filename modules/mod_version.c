/* mod_version: says which software the server is (XEP-0092). The operating system is told only when the administrator wishes
 * it (section 5). */
#include "core/module.h"

#include <sys/utsname.h>

static const struct nx_option version_options[] = {
	NX_OPT_BOOL("version_os", false, "Tell clients also which operating system the server runs on (XEP-0092)"),
	NX_OPT_END
};

static void add_os(struct nx_xml *query)
{
	struct utsname os;

	if (uname(&os) == 0)
		nx_xml_add_text(query, "os", nx_pool_printf(query->pool, "%s %s", os.sysname, os.release));
}

static enum nx_verdict version_answer(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_VERSION, "query");

	nx_xml_add_text(query, "name", "Nexa");
	nx_xml_add_text(query, "version", PACKAGE_VERSION);
	if (nx_conf_bool(mod->server->conf, NULL, "version_os"))
		add_os(query);
	return nx_event_answer(ev, query);
}

static const struct nx_iq_rule version_iq[] = {
	{ NX_GET, NX_NS_VERSION, "query", NX_TO_HOST | NX_TO_COMPONENT, version_answer },
	{ 0 }
};

NX_MODULE(version) = {
	NX_MODULE_HEAD(version),
	.summary = "Says which software the server is", .xeps = "0092",
	.features = NX_LIST(NX_NS_VERSION), .component_features = NX_LIST(NX_NS_VERSION),
	.options = version_options, .iq = version_iq,
};
