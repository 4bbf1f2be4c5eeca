/* mod_guest: what guests may do (XEP-0175 section 3). Guests are accounts that live as long as their one session (core/guests.h).
 *
 * They may talk to people of their own domain who are there, enter rooms, and ask what the domain is and has. They may not talk
 * to other domains, have contacts, register, search for people, or store anything: not for themselves, and no messages for who
 * is away. Nobody can subscribe to their presence: they will never come back, and would stay in rosters for ever. */
#include "core/module.h"

static bool is_from_guest(const struct nx_event *ev)
{
	return ev->sender && ev->sender->is_guest;
}

/* Rule 2 of section 3: no other servers; nor other domains of this one and their services, which may want no guests. */
static enum nx_verdict keep_near(struct nx_event *ev)
{
	const struct nx_host *host = ev->component ? ev->component->host : ev->host;

	if (is_from_guest(ev) && host != ev->sender->host)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Guests can talk to people of their own domain only");
	return NX_PASS;
}

static enum nx_verdict guest_message(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return keep_near(ev);
}

static bool is_about_subscription(enum nx_stanza_type type)
{
	return type == NX_TYPE_SUBSCRIBE || type == NX_TYPE_SUBSCRIBED || type == NX_TYPE_UNSUBSCRIBE || type == NX_TYPE_UNSUBSCRIBED;
}

/* Rule 3: relationships would have to be cancelled when the guest goes; there are none. */
static enum nx_verdict guest_presence(struct nx_module *mod, struct nx_event *ev)
{
	bool is_to_guest = ev->target != NX_TO_NOBODY && ev->account && ev->account->is_guest;

	(void)mod;
	if (is_about_subscription(ev->type) && (is_from_guest(ev) || is_to_guest))
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "Guests have no contacts and are nobody's");
	return keep_near(ev);
}

/* Rule 4, for everything that is or will be: a guest sets nothing at the server. Other people's clients decide for themselves, as do
 * rooms. */
static bool stores(const struct nx_event *ev)
{
	return ev->type == NX_TYPE_SET && (ev->target & (NX_TO_HOST | NX_TO_HOST_RESOURCE | NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT)) &&
		!nx_xml_is(ev->payload, NX_NS_SESSION, "session");
}

static enum nx_verdict guest_iq(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	if (!is_from_guest(ev))
		return NX_PASS;
	if (ev->payload && (stores(ev) || nx_xml_is(ev->payload, NX_NS_REGISTER, "query") ||
			    nx_xml_is(ev->payload, NX_NS_SEARCH, "query")))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "This is not for guests");
	return keep_near(ev);
}

static enum nx_verdict guest_unclaimed(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	if (is_from_guest(ev) || (ev->account && ev->account->is_guest))
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "Guests reach only who is there");
	return NX_PASS;
}

static const struct nx_hook guest_hooks[] = {
	NX_DECIDE(GUARD, message, guest_message),
	NX_DECIDE(GUARD, presence, guest_presence),
	NX_DECIDE(GUARD, iq, guest_iq),
	NX_DECIDE(GUARD, message_unclaimed, guest_unclaimed),
	NX_HOOKS_END
};

NX_MODULE(guest) = {
	NX_MODULE_HEAD(guest),
	.summary = "Keeps guests within bounds", .xeps = "0175",
	.hooks = guest_hooks,
};
