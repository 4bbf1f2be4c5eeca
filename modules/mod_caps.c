/* mod_caps: tells clients what the host can do before they ask (XEP-0115 section 6.3).
 *
 * After the login the stream features carry the verification string of the host's disco#info. A client that knows it saves
 * the question; another asks with the node NODE#VER and checks the answer against it. Both are made from the same answer
 * (service/disco.h), so they cannot differ (doc/conformance/clients.md rule 15). The string is kept per host until options are read anew:
 * what a host says of itself depends on those alone (core/hooks.h), and to compose and hash it was an eighth of a login. */
#include "core/module.h"

#include "base/map.h"
#include "service/disco.h"
#include "xmpp/caps.h"

/* A URI that stands for this software (section 4). */
#define NODE "urn:uuid:6a8dace3-ba76-4a80-8ba3-811c09b7c6ba"

/* NULL: nobody composes disco#info. */
static struct nx_xml *host_info(struct nx_server *server, struct nx_pool *pool, struct nx_host *host)
{
	struct nx_module *mod;
	const struct nx_disco_service *disco = nx_service_find(server, NX_SERVICE_DISCO, &mod);

	return disco ? disco->info(mod, pool, host, NULL, NULL) : NULL;
}

/* In the host's slot. */
struct version {
	char text[NX_CAPS_VER_SIZE];    /* "": not known */
};

static void compute_version(struct nx_module *mod, struct nx_host *host, struct version *version, struct nx_pool *pool)
{
	struct nx_xml *info = host_info(mod->server, pool, host);

	if (info)
		nx_caps_ver(version->text, info);
}

static const char *version_of(struct nx_module *mod, struct nx_host *host, struct nx_pool *pool)
{
	struct version *version = nx_slot_get(&host->slots, mod);

	if (!version) {
		version = NX_NEW(host->pool, struct version);
		nx_slot_set(&host->slots, mod, version);
	}
	if (!version->text[0])
		compute_version(mod, host, version, pool);
	return version->text;
}

static void caps_reloaded(struct nx_module *mod)
{
	struct nx_map_iter it = {0};
	struct nx_host *host;

	while ((host = nx_map_next(mod->server->hosts, &it))) {
		struct version *version = nx_slot_get(&host->slots, mod);

		if (version)
			version->text[0] = '\0';
	}
}

static void caps_feature(struct nx_module *mod, struct nx_session *sess, struct nx_xml *features)
{
	const char *version = version_of(mod, sess->host, features->pool);

	if (!*version)
		return;
	struct nx_xml *c = nx_xml_add(features, NX_NS_CAPS, "c");

	nx_xml_set(c, "hash", "sha-1");
	nx_xml_set(c, "node", NODE);
	nx_xml_set(c, "ver", version);
}

/* Section 6.2: the whole answer under the node. A version that is not true any more, because options were read anew since the
 * login, gets what is true now: the client sees that the hash differs and keeps the answer to itself (section 5.4, 3.9). */
static void caps_info(struct nx_module *mod, struct nx_host *host, struct nx_account *account, const char *node,
		      struct nx_xml *query)
{
	struct nx_xml *info, *next;

	if (account || !node || !nx_str_has_prefix(node, NODE "#"))
		return;
	info = host_info(mod->server, query->pool, host);
	for (struct nx_xml *el = info ? nx_xml_first_element(info) : NULL; el; el = next) {
		next = nx_xml_next(el, NULL, NULL);
		nx_xml_remove(el);
		nx_xml_append(query, el);
	}
}

static const struct nx_hook caps_hooks[] = {
	NX_COLLECT(stream_features, caps_feature),
	NX_COLLECT(disco_info, caps_info),
	NX_ON(reloaded, caps_reloaded),
	NX_HOOKS_END
};

NX_MODULE(caps) = {
	NX_MODULE_HEAD(caps),
	.summary = "Tells clients at login what the server can do", .xeps = "0115",
	.features = NX_LIST(NX_NS_CAPS), .needs = NX_LIST("disco"),
	.hooks = caps_hooks,
};
