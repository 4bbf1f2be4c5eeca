/* mod_message: delivers messages to the sessions of local accounts (RFC 6121 section 8.5, RFC 6120 section 10.5).
 *
 * The design is the table of RFC 6121 section 8.5.4: find the row (condition), take the cell of the message's type, do what its letter
 * says. Where the RFC leaves a choice:
 * - M/A, several resources with non-negative priority: all of them get the message, whatever the priorities; every one counts as
 *   "most available". People leave a client open on one machine and read on another, and a message must be where they look.
 * - O/E: asks whoever stores messages for absent users (hook message_unclaimed); when nobody takes it, an error.
 * - S/E: an error, because it is better to know; headlines are ignored, because nobody waits for them.
 * Only negative priorities count as nobody (section 8.5.2.1.1, last rule but one). The address is never rewritten (last rule).
 * Messages to a host are nobody's here: the router answers. */
#include "core/module.h"

#include "base/assert.h"

enum action {
	SILENT,         /* S: ignored */
	BOUNCE,         /* E: service-unavailable */
	DELIVER,        /* D: to the resource that was addressed */
	ALL,            /* A: to all with non-negative priority */
	STORE,          /* O: kept for later, or bounced */
};

enum condition {
	NO_ACCOUNT,
	NOBODY_BARE, NOBODY_NO_MATCH,           /* no resource, or negative ones only */
	SOMEBODY_BARE, SOMEBODY_NO_MATCH,       /* at least one with non-negative priority */
	MATCH,                                  /* a connected resource, of any priority or without presence */
};

#define ROW(normal, chat, groupchat, headline, error) { \
	[NX_TYPE_NORMAL] = normal, [NX_TYPE_CHAT] = chat, [NX_TYPE_GROUPCHAT] = groupchat, \
	[NX_TYPE_HEADLINE] = headline, [NX_TYPE_ERROR] = error }

/* RFC 6121 section 8.5.4, and 8.5.2 and 8.5.3 for errors. NO_ACCOUNT looks to the sender like an account that refuses (8.5.1). */
static const enum action delivery_table[][NX_TYPE_ERROR + 1] = {
	/*                          normal   chat     groupchat headline error */
	[NO_ACCOUNT]        = ROW(BOUNCE,  BOUNCE,  BOUNCE,   SILENT,  SILENT),
	[NOBODY_BARE]       = ROW(STORE,   STORE,   BOUNCE,   SILENT,  SILENT),
	[NOBODY_NO_MATCH]   = ROW(BOUNCE,  STORE,   BOUNCE,   SILENT,  SILENT),
	[SOMEBODY_BARE]     = ROW(ALL,     ALL,     BOUNCE,   ALL,     SILENT),
	[SOMEBODY_NO_MATCH] = ROW(BOUNCE,  ALL,     BOUNCE,   SILENT,  SILENT),
	[MATCH]             = ROW(DELIVER, DELIVER, DELIVER,  DELIVER, DELIVER),
};

static bool can_take(const struct nx_session *sess)
{
	return sess->is_available && sess->priority >= 0;
}

static bool has_somebody(const struct nx_account *account)
{
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (can_take(sess))
			return true;
	}
	return false;
}

static struct nx_session *find_match(const struct nx_event *ev)
{
	if (ev->target != NX_TO_SESSION || !ev->account)
		return NULL;
	return nx_account_session(ev->account, nx_jid_resource(&ev->to), nx_jid_resource_len(&ev->to));
}

static enum condition find_condition(const struct nx_event *ev, const struct nx_session *match)
{
	if (!ev->account)
		return NO_ACCOUNT;
	if (match)
		return MATCH;
	if (has_somebody(ev->account))
		return ev->target == NX_TO_SESSION ? SOMEBODY_NO_MATCH : SOMEBODY_BARE;
	return ev->target == NX_TO_SESSION ? NOBODY_NO_MATCH : NOBODY_BARE;
}

static enum nx_verdict deliver_to_all(struct nx_event *ev)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, ev->stanza);
	struct nx_session *sess;

	NX_LIST_EACH(&ev->account->sessions, struct nx_session, in_account, sess) {
		if (can_take(sess))
			nx_event_deliver(ev, parcel, sess, NULL);
	}
	return NX_DONE;
}

static enum nx_verdict bounce(struct nx_event *ev)
{
	/* No words: the router says the same, whoever the message was for (section 8.5.1). */
	return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "%s", "");
}

static enum nx_verdict store_or_bounce(struct nx_event *ev)
{
	enum nx_verdict verdict = nx_event_unclaimed(ev);

	return verdict == NX_PASS ? bounce(ev) : verdict;
}

static enum nx_verdict message_deliver(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	if (!(ev->target & (NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT | NX_TO_SESSION)))
		return NX_PASS;
	struct nx_session *match = find_match(ev);

	switch (delivery_table[find_condition(ev, match)][ev->type]) {
	case SILENT:
		return NX_DONE;
	case BOUNCE:
		return bounce(ev);
	case DELIVER:
		nx_event_send(ev, match, ev->stanza);
		return NX_DONE;
	case ALL:
		return deliver_to_all(ev);
	case STORE:
		return store_or_bounce(ev);
	}
	nx_unreachable();
}

static const struct nx_hook message_hooks[] = {
	NX_DECIDE(DELIVER, message, message_deliver),
	NX_HOOKS_END
};

NX_MODULE(message) = {
	NX_MODULE_HEAD(message),
	.summary = "Delivers messages to the sessions of accounts",
	.hooks = message_hooks,
};
