/* mod_iq: takes iq stanzas from one session to another, and ends those that nobody asked for (RFC 6120 sections 8.2.3, 10.3.3
 * and 10.5, RFC 6121 section 8.5.3).
 *
 * What a host or an account understands is in the iq rules of other modules; what is left of get and set goes back as
 * service-unavailable by the router.
 * A get or set to a full JID is delivered to whoever knows that address, also without a presence subscription: RFC 6121
 * section 8.5.3.1 says SHOULD NOT, but an occupant of a room or the receiver of directed presence asks this way too, and who
 * guesses gets the same answer for "not there" as from a client that does not want to tell (XEP-0199 section 7). */
#include "core/module.h"

static bool is_answer(const struct nx_event *ev)
{
	return ev->type == NX_TYPE_RESULT || ev->type == NX_TYPE_ERROR;
}

static enum nx_verdict iq_deliver(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_session *to = NULL;

	(void)mod;
	if (ev->target == NX_TO_SESSION && ev->account)
		to = nx_account_session(ev->account, nx_jid_resource(&ev->to), nx_jid_resource_len(&ev->to));
	if (to) {
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
