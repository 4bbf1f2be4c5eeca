/* mod_subscription: who may see whose presence (RFC 6121 section 3, Appendix A), between accounts of this server.
 *
 * One normal case: romeo's client sends subscribe to juliet. plan_new() reads both rosters and finds in the charts what becomes of both
 * sides; nothing has changed yet, and a refusal is still possible. do_plan() changes both rosters in memory and in one job.
 * When it is committed, show_plan() delivers the stanza, pushes both items, and has mod_presence show or hide presence.
 *
 * The stanza of a client is outbound for its own roster and inbound for the contact's. A stanza that the server made (an
 * account was removed: mod_roster; a probe was refused: mod_presence) has no outbound side: whoever made it saw to that. Nor have
 * the two that mod_roster asks for when an item leaves a roster: end() plans them for the job that removes the item. */
#include "core/module.h"

#include <string.h>

#include "base/assert.h"
#include "mod_subscription/chart.h"
#include "service/presence.h"
#include "service/roster.h"
#include "service/subscription.h"
#include "xml/reader.h"
#include "xml/writer.h"

/* RFC 6121 section 3.1.3, security warning: the whole request is stored, so it has to be small. */
#define MAX_REQUEST_BYTES 8192

/* One roster's view. */
struct side {
	struct nx_jid peer;             /* the item: bare */
	enum chart_state before, after;
	struct nx_roster_state state;   /* as it shall be stored */
	bool was_approved, is_known;
	struct nx_xml *push;            /* due after the commit; NULL: none */
};

/* What one stanza does. Lives in the event's pool and waits in ev->data for the commit. */
struct plan {
	enum chart_kind kind;
	struct nx_xml *stanza;
	bool has_sender, has_contact;   /* the sides that exist: see above */
	struct side sender, contact;
	bool must_deliver;              /* the stanza, to the contact's sessions */
	bool is_answered;               /* "subscribed" on the contact's behalf (3.1.3 rule 2, 3.4.2) */
	bool must_deliver_answer;       /* that, to the sender's sessions */
};

struct subscription {
	const struct nx_roster_service *roster;
	struct nx_module *roster_mod;
};

/* ---- planning: nothing is changed yet ---- */

static void side_read(const struct subscription *sub, struct side *side, struct nx_account *account, const struct nx_jid *peer)
{
	const struct nx_roster_item *item = sub->roster->find(sub->roster_mod, account, peer);

	side->peer = *peer;
	if (item) {
		side->state = (struct nx_roster_state){ item->subscription, item->is_asking, item->is_approved, item->pending_in };
		side->is_known = !item->is_hidden;
	}
	side->was_approved = side->state.is_approved;
	side->before = side->after =
		chart_state_of(side->state.subscription, side->state.is_asking, side->state.pending_in != NULL);
}

/* Turns the state after into what is stored; request is the stanza of a new one. */
static void side_settle(struct side *side, const char *request)
{
	side->state.subscription = chart_subscription(side->after);
	side->state.is_asking = chart_is_asking(side->after);
	if (!chart_has_request(side->after))
		side->state.pending_in = NULL;
	else if (!side->state.pending_in)       /* 3.1.3 rule 4: only one is kept, the first */
		side->state.pending_in = request;
}

static bool side_changes(const struct side *side)
{
	return side->before != side->after || side->was_approved != side->state.is_approved;
}

static bool gains(const struct side *side, enum nx_subscription bit)
{
	return !(chart_subscription(side->before) & bit) && (chart_subscription(side->after) & bit);
}

static bool loses(const struct side *side, enum nx_subscription bit)
{
	return (chart_subscription(side->before) & bit) && !(chart_subscription(side->after) & bit);
}

/* True when the stanza goes on to the contact. */
static bool plan_outbound(struct plan *plan)
{
	struct side *side = &plan->sender;
	const struct chart_step *step = &chart_outbound[plan->kind][side->before];

	side->after = step->next;
	if (step->fate == CHART_APPROVE)
		side->state.is_approved = true;         /* 3.4.2 rules 3 and 4 */
	if (plan->kind == CHART_UNSUBSCRIBED)
		side->state.is_approved = false;        /* 3.2.2 rule 2 */
	return step->fate == CHART_PASS;
}

/* The server's own "subscribed" on behalf of the contact, as the sender's roster sees it. */
static void plan_answer(struct plan *plan)
{
	const struct chart_step *step = &chart_inbound[CHART_SUBSCRIBED][plan->sender.after];

	plan->is_answered = true;
	if (!plan->has_sender)
		return;
	plan->must_deliver_answer = step->fate == CHART_PASS;
	plan->sender.after = step->next;
}

static void plan_inbound(struct plan *plan)
{
	struct side *side = &plan->contact;
	const struct chart_step *step = &chart_inbound[plan->kind][side->before];

	side->after = step->next;
	plan->must_deliver = step->fate == CHART_PASS;
	if (plan->kind == CHART_SUBSCRIBE && side->state.is_approved && chart_has_request(side->after)) {
		/* Approved in advance: as if the contact said "subscribed" now (3.4.2, A.3.1 note 1). */
		side->after = chart_outbound[CHART_SUBSCRIBED][side->after].next;
		plan->must_deliver = false;
		plan_answer(plan);
	} else if (step->fate == CHART_ANSWER) {
		plan_answer(plan);
	}
	/* A.3.2: the "unsubscribed" that answers an "unsubscribe" would find the sender's side in "None" or "From" already,
	 * where A.3.4 drops it. */
}

/* XEP-0191 section 3.3: what somebody blocked asks for or grants is ignored. What he gives up changes the roster, because the
 * rosters have to agree, but is not delivered. */
static bool reaches(const struct nx_event *ev, enum chart_kind kind)
{
	return kind == CHART_UNSUBSCRIBE || kind == CHART_UNSUBSCRIBED || nx_account_may_meet(ev->account, &ev->from);
}

static struct plan *plan_new(const struct subscription *sub, struct nx_event *ev, enum chart_kind kind, bool is_farewell)
{
	struct plan *plan = NX_NEW(ev->pool, struct plan);
	struct nx_jid from = nx_jid_bare(ev->pool, &ev->from), to = nx_jid_bare(ev->pool, &ev->to);
	bool goes_on = true;

	plan->kind = kind;
	plan->stanza = ev->stanza;
	plan->has_sender = ev->sender != NULL;
	plan->sender.peer = to;
	plan->contact.peer = from;
	if (plan->has_sender) {
		side_read(sub, &plan->sender, ev->sender, &to);
		goes_on = plan_outbound(plan);
	}
	plan->has_contact = goes_on && ev->account && reaches(ev, kind);
	if (plan->has_contact) {
		side_read(sub, &plan->contact, ev->account, &from);
		plan_inbound(plan);
		/* Somebody else may have that address one day. */
		if (is_farewell)
			plan->contact.state.is_approved = false;
	}
	return plan;
}

/* ---- checking ---- */

static bool has_match(const struct nx_event *ev)
{
	return ev->account && nx_account_session(ev->account, nx_jid_resource(&ev->to), nx_jid_resource_len(&ev->to));
}

/* RFC 6121 sections 3.1.2 and 8.5, RFC 6120 section 10. */
static enum nx_verdict check_target(struct nx_event *ev, enum chart_kind kind)
{
	switch (ev->target) {
	case NX_TO_NOBODY:
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "Presence about subscriptions needs an address");
	case NX_TO_HOST:
	case NX_TO_HOST_RESOURCE:
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "A server has no presence");
	case NX_TO_COMPONENT:
	case NX_TO_COMPONENT_LOCAL:
	case NX_TO_COMPONENT_RESOURCE:
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "A service has no presence to subscribe to");
	case NX_TO_OWN_ACCOUNT:
		return NX_DONE;         /* 4.2.2: implicitly subscribed to oneself */
	case NX_TO_SESSION:             /* 3.1.2 rule 1: as if to the bare JID */
		if (kind != CHART_SUBSCRIBE && !has_match(ev))
			return NX_DONE; /* 8.5.3.2.2; both rosters stay as they are, so that they agree */
		/* fall through */
	case NX_TO_ACCOUNT:
		/* An account that does not exist: 3.1.2 wants an error for a request, 8.5.1 silence for all four. Silence: it
		 * looks like somebody who has not answered yet, and nobody finds out names by asking. */
		return nx_jid_eq_bare(&ev->to, &ev->from) ? NX_DONE : NX_PASS;
	case NX_TO_REMOTE:
		return NX_PASS;
	}
	nx_unreachable();
}

static bool has_room(const struct subscription *sub, struct nx_account *account, const struct side *side)
{
	bool is_hidden = !side->is_known && side->state.pending_in && !side->state.is_approved && !side->state.is_asking &&
			 side->state.subscription == NX_SUB_NONE;

	return !side_changes(side) || sub->roster->has_room(sub->roster_mod, account, &side->peer, is_hidden);
}

static enum nx_verdict check_plan(const struct subscription *sub, struct nx_event *ev, const struct plan *plan)
{
	bool is_routed = !plan->has_sender || chart_outbound[plan->kind][plan->sender.before].fate == CHART_PASS;

	if (ev->target == NX_TO_REMOTE && is_routed)
		return nx_event_refuse(ev, NX_E_REMOTE_SERVER_NOT_FOUND, "This server does not talk to other servers");
	if (plan->has_sender && !has_room(sub, ev->sender, &plan->sender))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "The roster is full");
	if (plan->has_contact && !has_room(sub, ev->account, &plan->contact))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "%s has too many requests to answer",
				       plan->sender.peer.full);
	return NX_PASS;
}

/* ---- showing: after the commit ---- */

/* Requests go to available resources (3.1.3), the rest to interested ones (3.1.6, 3.2.3, 3.3.3). */
static void deliver(const struct subscription *sub, struct nx_event *ev, const struct nx_jid *from, struct nx_account *account,
		    struct nx_xml *stanza, bool is_request)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, stanza);
	struct nx_session *sess;

	if (!nx_account_may_meet(account, from))
		return;
	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (is_request ? sess->is_available : sub->roster->is_interested(sub->roster_mod, sess))
			nx_event_deliver(ev, parcel, sess, NULL);
	}
}

static void deliver_answer(const struct subscription *sub, struct nx_event *ev, const struct plan *plan,
			   struct nx_account *sender)
{
	struct nx_xml *stanza = nx_xml_new(ev->pool, NX_NS_CLIENT, "presence");

	nx_xml_set(stanza, "type", "subscribed");
	nx_xml_set(stanza, "id", nx_xml_attr(plan->stanza, "id"));
	nx_xml_set(stanza, "from", plan->sender.peer.full);
	nx_xml_set(stanza, "to", plan->contact.peer.full);
	deliver(sub, ev, &plan->sender.peer, sender, stanza, false);
}

static void push(const struct subscription *sub, struct nx_event *ev, const struct side *side, struct nx_account *account)
{
	if (side->push && account)
		sub->roster->push(sub->roster_mod, ev, account, side->push);
}

/* Who begins or stops to see whom. */
static void show_presence(struct nx_event *ev, const struct plan *plan, struct nx_account *sender, struct nx_account *contact,
			  bool is_before)
{
	struct nx_module *mod;
	const struct nx_presence_service *presence = nx_service_find(ev->server, NX_SERVICE_PRESENCE, &mod);

	if (!presence || !sender || !contact)
		return;
	if (is_before) {
		/* 3.2.2: unavailable presence first, while the contact is still subscribed. */
		if (plan->kind == CHART_UNSUBSCRIBED && loses(&plan->sender, NX_SUB_FROM))
			presence->hide(mod, ev, sender, contact);
	} else if (plan->kind == CHART_SUBSCRIBED && gains(&plan->sender, NX_SUB_FROM)) {
		presence->show(mod, ev, sender, contact);       /* 3.1.5 */
	} else if (plan->is_answered && (gains(&plan->sender, NX_SUB_TO) || gains(&plan->contact, NX_SUB_FROM))) {
		presence->show(mod, ev, contact, sender);
	} else if (plan->kind == CHART_UNSUBSCRIBE && loses(&plan->contact, NX_SUB_FROM)) {
		presence->hide(mod, ev, contact, sender);       /* 3.3.3 rule 3 */
	}
}

static void show_plan(const struct subscription *sub, struct nx_event *ev, const struct plan *plan)
{
	/* One that is not in memory has no sessions. */
	struct nx_account *sender = nx_account_find_jid(ev->server, &plan->contact.peer);
	struct nx_account *contact = nx_account_find_jid(ev->server, &plan->sender.peer);

	show_presence(ev, plan, sender, contact, true);
	if (plan->must_deliver && contact)
		deliver(sub, ev, &plan->contact.peer, contact, plan->stanza, plan->kind == CHART_SUBSCRIBE);
	if (plan->must_deliver_answer && sender)
		deliver_answer(sub, ev, plan, sender);
	push(sub, ev, &plan->contact, contact);
	push(sub, ev, &plan->sender, sender);
	show_presence(ev, plan, sender, contact, false);
}

/* ---- doing ---- */

static enum nx_verdict committed(struct nx_module *mod, struct nx_event *ev)
{
	struct subscription *sub = mod->data;

	show_plan(sub, ev, ev->data);
	return NX_DONE;
}

static void change(const struct subscription *sub, struct nx_event *ev, struct nx_account *account, struct side *side,
		   struct nx_job *job)
{
	if (!side_changes(side))
		return;
	nx_event_changes(ev, account);
	side->push = sub->roster->change(sub->roster_mod, ev, account, &side->peer, &side->state, job);
}

static enum nx_verdict do_plan(struct nx_module *mod, struct nx_event *ev, struct plan *plan)
{
	struct subscription *sub = mod->data;
	struct nx_job *job = nx_job_new(ev->server->store);

	if (plan->has_sender)
		change(sub, ev, ev->sender, &plan->sender, job);
	if (plan->has_contact)
		change(sub, ev, ev->account, &plan->contact, job);
	ev->data = plan;
	return nx_event_commit(ev, mod, &job, committed);
}

/* ---- service: an item leaves a roster ---- */

struct nx_subscription_end {
	struct plan *unsubscribe, *unsubscribed;        /* NULL: not due */
};

/* As if the sender's side were there; but it is gone with the item. */
static struct plan *do_end(struct nx_module *mod, struct nx_event *ev, enum chart_kind kind, const char *type,
			   const struct nx_roster_item *item, struct nx_account *contact, struct nx_job *job)
{
	const struct subscription *sub = mod->data;
	struct plan *plan = NX_NEW(ev->pool, struct plan);

	plan->kind = kind;
	plan->stanza = nx_xml_new(ev->pool, NX_NS_CLIENT, "presence");
	nx_xml_set(plan->stanza, "type", type);
	nx_xml_set(plan->stanza, "from", ev->account->jid.full);
	nx_xml_set(plan->stanza, "to", contact->jid.full);
	plan->sender.peer = contact->jid;
	plan->sender.before = chart_state_of(item->subscription, item->is_asking, item->pending_in != NULL);
	plan->sender.after = chart_outbound[kind][plan->sender.before].next;
	plan->has_contact = true;
	side_read(sub, &plan->contact, contact, &ev->account->jid);
	plan_inbound(plan);
	side_settle(&plan->contact, NULL);
	change(sub, ev, contact, &plan->contact, job);
	return plan;
}

static struct nx_subscription_end *subscription_end(struct nx_module *mod, struct nx_event *ev, const struct nx_roster_item *item,
						    struct nx_account *contact, struct nx_job *job)
{
	struct nx_subscription_end *end = NX_NEW(ev->pool, struct nx_subscription_end);

	/* Requests that wait for an answer end too, or the other side would wait for ever. */
	if ((item->subscription & NX_SUB_TO) || item->is_asking)
		end->unsubscribe = do_end(mod, ev, CHART_UNSUBSCRIBE, "unsubscribe", item, contact, job);
	if ((item->subscription & NX_SUB_FROM) || item->pending_in)
		end->unsubscribed = do_end(mod, ev, CHART_UNSUBSCRIBED, "unsubscribed", item, contact, job);
	return end;
}

static void subscription_show_end(struct nx_module *mod, struct nx_event *ev, const struct nx_subscription_end *end)
{
	if (end->unsubscribe)
		show_plan(mod->data, ev, end->unsubscribe);
	if (end->unsubscribed)
		show_plan(mod->data, ev, end->unsubscribed);
}

static const struct nx_subscription_service subscription_service = {
	.end = subscription_end, .show_end = subscription_show_end,
};

static const struct nx_service subscription_services[] = {
	{ NX_SERVICE_SUBSCRIPTION, &subscription_service },
	{ NULL, NULL }
};

/* ---- the hooks ---- */

/* False: not about subscriptions. */
static bool kind_of(enum nx_stanza_type type, enum chart_kind *kind_r)
{
	static const enum nx_stanza_type types[CHART_KINDS] = {
		[CHART_SUBSCRIBE] = NX_TYPE_SUBSCRIBE, [CHART_UNSUBSCRIBE] = NX_TYPE_UNSUBSCRIBE,
		[CHART_SUBSCRIBED] = NX_TYPE_SUBSCRIBED, [CHART_UNSUBSCRIBED] = NX_TYPE_UNSUBSCRIBED,
	};

	for (unsigned i = 0; i < CHART_KINDS; i++) {
		if (types[i] == type) {
			*kind_r = (enum chart_kind)i;
			return true;
		}
	}
	return false;
}

static enum nx_verdict take(struct nx_module *mod, struct nx_event *ev, enum chart_kind kind, bool is_farewell)
{
	const struct subscription *sub = mod->data;
	struct plan *plan = plan_new(sub, ev, kind, is_farewell);
	enum nx_verdict verdict;

	/* Section 3: bare JIDs on both sides. */
	nx_xml_set(ev->stanza, "from", plan->contact.peer.full);
	nx_xml_set(ev->stanza, "to", plan->sender.peer.full);
	char *request = kind == CHART_SUBSCRIBE ? nx_xml_to_string(ev->pool, ev->stanza) : NULL;
	if (request && strlen(request) > MAX_REQUEST_BYTES)
		return nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "A request to subscribe has at most %d bytes", MAX_REQUEST_BYTES);
	side_settle(&plan->sender, NULL);
	side_settle(&plan->contact, request);
	if ((verdict = check_plan(sub, ev, plan)) != NX_PASS)
		return verdict;
	if (!plan->must_deliver && !side_changes(&plan->sender) && !side_changes(&plan->contact))
		return NX_DONE;
	return do_plan(mod, ev, plan);
}

/* The server's own "unsubscribed": a probe was refused, or the account that would have said it is gone. */
static enum nx_verdict take_own(struct nx_module *mod, struct nx_event *ev, struct nx_account *from)
{
	return take(mod, ev, CHART_UNSUBSCRIBED, from == NULL);
}

static enum nx_verdict on_presence(struct nx_module *mod, struct nx_event *ev)
{
	enum chart_kind kind;
	enum nx_verdict verdict;

	if (!kind_of(ev->type, &kind))
		return NX_PASS;
	if ((verdict = check_target(ev, kind)) != NX_PASS)
		return verdict;
	/* Deleted meanwhile, or read anew because something was not stored: what we hold is not its roster any more. */
	if (ev->sender && nx_account_find_jid(ev->server, &ev->from) != ev->sender)
		return NX_DONE;
	if (!ev->sender && kind == CHART_UNSUBSCRIBED)
		return nx_event_meet(ev, mod, &ev->from, take_own);
	return take(mod, ev, kind, false);
}

static void redeliver(struct nx_event *ev, const char *request)
{
	struct nx_xml *stanza = nx_xml_parse(ev->pool, request, strlen(request), NULL);

	if (stanza)
		nx_event_send(ev, ev->sess, stanza);
	else
		nx_log(ev->sess, NX_WARNING, "a stored request to subscribe cannot be read");
}

/* 3.1.3 rule 4: again for each resource that becomes available, until it is answered. The request of somebody who was blocked since
 * waits on. */
static void on_available(struct nx_module *mod, struct nx_event *ev, bool is_first)
{
	const struct subscription *sub = mod->data;
	const struct nx_roster_item *item;

	if (!is_first)
		return;
	for (size_t pos = 0; (item = sub->roster->next(sub->roster_mod, ev->account, &pos)); ) {
		if (item->pending_in && nx_account_may_meet(ev->account, &item->jid))
			redeliver(ev, item->pending_in);
	}
}

/* 3.4. */
static void add_feature(struct nx_module *mod, struct nx_session *sess, struct nx_xml *features)
{
	(void)mod;
	(void)sess;
	nx_xml_add(features, NX_NS_PRE_APPROVAL, "sub");
}

static int subscription_start(struct nx_module *mod, struct nx_error *err)
{
	struct subscription *sub = NX_NEW(mod->pool, struct subscription);

	sub->roster = nx_service_find(mod->server, NX_SERVICE_ROSTER, &sub->roster_mod);
	mod->data = sub;
	return sub->roster ? 0 : nx_fail(err, NX_E_CONFIG, "mod_subscription needs a module that offers rosters (mod_roster)");
}

static const struct nx_hook subscription_hooks[] = {
	NX_DECIDE(HANDLE, presence, on_presence),
	NX_ON(session_available, on_available),
	NX_COLLECT(stream_features, add_feature),
	NX_HOOKS_END
};

NX_MODULE(subscription) = {
	NX_MODULE_HEAD(subscription),
	.summary = "Presence subscriptions between accounts",
	.needs = NX_LIST("roster"),
	.hooks = subscription_hooks, .services = subscription_services, .start = subscription_start,
};
