/* mod_session: the session iq of RFC 3921 section 3, which RFC 6120 made superfluous and older clients still send.
 *
 * The stream feature says <optional/>, so that newer clients save the round trip; who asks all the same, at whatever time, gets
 * a result. */
#include "core/module.h"

static void session_offer(struct nx_module *mod, struct nx_session *sess, struct nx_xml *features)
{
	struct nx_xml *offer = nx_xml_add(features, NX_NS_SESSION, "session");

	(void)mod;
	(void)sess;
	nx_xml_add(offer, NULL, "optional");
}

static enum nx_verdict session_answer(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_answer(ev, NULL);
}

static const struct nx_iq_rule session_iq[] = {
	{ NX_SET, NX_NS_SESSION, "session", NX_TO_HOST | NX_TO_OWN_ACCOUNT, session_answer },
	{ 0 }
};

static const struct nx_hook session_hooks[] = {
	NX_COLLECT(stream_features, session_offer),
	NX_HOOKS_END
};

NX_MODULE(session) = {
	NX_MODULE_HEAD(session),
	.summary = "Answers the session request of older clients",
	.iq = session_iq, .hooks = session_hooks,
};
