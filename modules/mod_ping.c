/* mod_ping: answers pings to the host and to the sender's own account (XEP-0199 section 4.2).
 *
 * A ping to somebody else's account gets the router's service-unavailable, the same for one that exists and for one that does not
 * (section 7); a ping to a full JID is the client's to answer (section 4.4, mod_iq). */
#include "core/module.h"

static enum nx_verdict ping_answer(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_answer(ev, NULL);
}

static const struct nx_iq_rule ping_iq[] = {
	{ NX_GET, NX_NS_PING, "ping", NX_TO_HOST | NX_TO_OWN_ACCOUNT, ping_answer },
	{ 0 }
};

NX_MODULE(ping) = {
	NX_MODULE_HEAD(ping),
	.summary = "Answers pings", .xeps = "0199",
	.features = NX_LIST(NX_NS_PING), .account_features = NX_LIST(NX_NS_PING),
	.iq = ping_iq,
};
