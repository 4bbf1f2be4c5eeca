/* mod_iq: takes iq stanzas from one session to another, and ends those that nobody asked for (RFC 6120 sections 8.2.3, 10.3.3
 * and 10.5, RFC 6121 section 8.5.3).
 *
 * What a host or an account understands is in the iq rules of other modules; what is left of get and set goes back as
 * service-unavailable by the router.
 * A get or set of a user to a resource of another is delivered only when that resource shows the user that it is there, by
 * subscription or by directed presence (RFC 6121 section 8.5.3.1); else the answer is the same as when nobody is there. What
 * comes from somewhere else, as from the occupants of a room, is the sender's affair. */
#include "core/module.h"

#include "service/presence.h"

static bool is_answer(const struct nx_event *ev)
{
	return ev->type == NX_TYPE_RESULT || ev->type == NX_TYPE_ERROR;
}

/* Without a module for presence there is nothing to guess. */
static bool may_ask(struct nx_event *ev, const struct nx_session *to)
{
	struct nx_module *mod;
	const struct nx_presence_service *presence = nx_service_find(ev->server, NX_SERVICE_PRESENCE, &mod);

	if (is_answer(ev) || !ev->sess || !nx_jid_eq(&ev->from, &ev->sess->jid))
		return true;
	nx_event_shows(ev, ev->account);
	return !presence || presence->is_shown(mod, to, &ev->from);
}

static enum nx_verdict iq_deliver(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_session *to = NULL;

	(void)mod;
	if (ev->target == NX_TO_SESSION && ev->account)
		to = nx_account_session(ev->account, nx_jid_resource(&ev->to), nx_jid_resource_len(&ev->to));
	if (to && may_ask(ev, to)) {
		nx_event_send(ev, to, ev->stanza);
		return NX_DONE;
	}
	/* RFC 6120 section 10.3.3: an answer to a question that was never asked, or whose asker is gone. */
	return is_answer(ev) ? NX_DONE : NX_PASS;
}

static const struct nx_hook iq_hooks[] = {
	NX_DECIDE(DELIVER, iq, iq_deliver),
	NX_HOOKS_END
};

NX_MODULE(iq) = {
	NX_MODULE_HEAD(iq),
	.summary = "Takes iq stanzas from one session to another",
	.hooks = iq_hooks,
};
