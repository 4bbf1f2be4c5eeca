/* mod_sid: nobody can forge the ids that our archives give (XEP-0359).
 *
 * A <stanza-id/> means something only when the entity in `by` set it. Those that a client sends in the name of one of our own
 * domains or accounts are taken out (section 3 rule 2) before anybody stores or sees the message; the others, and every
 * <origin-id/>, stay (rule 3). That makes true what the feature announces (section 5), also while no archive gives ids yet. */
#include "core/module.h"

static bool is_ours(const struct nx_event *ev, const struct nx_xml *stanza_id)
{
	const char *by = nx_xml_attr(stanza_id, "by");
	struct nx_jid jid;

	return by && nx_jid_parse(ev->pool, by, &jid, NULL) == 0 &&
	       nx_server_owns(ev->server, nx_jid_domain(&jid), nx_jid_domain_len(&jid));
}

static enum nx_verdict sid_strip(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *next;

	(void)mod;
	for (struct nx_xml *el = nx_xml_child(ev->stanza, NX_NS_SID, "stanza-id"); el; el = next) {
		next = nx_xml_next(el, NX_NS_SID, "stanza-id");
		if (is_ours(ev, el))
			nx_xml_remove(el);
	}
	return NX_PASS;
}

static const struct nx_hook sid_hooks[] = {
	NX_DECIDE(ADAPT, message, sid_strip),
	NX_HOOKS_END
};

NX_MODULE(sid) = {
	NX_MODULE_HEAD(sid),
	.summary = "Takes out message ids that clients forge", .xeps = "0359",
	.account_features = NX_LIST(NX_NS_SID),
	.hooks = sid_hooks,
};
