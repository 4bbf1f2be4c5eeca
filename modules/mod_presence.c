/* mod_presence: who is there (RFC 6121 section 4): broadcast, probes, directed presence.
 *
 * All accounts live on this server and presence is never stored: an account that is not in memory is offline, and a probe
 * is a look into the contact's sessions. Each available session keeps its last broadcast in its slot, in a pool of its own that is
 * emptied with each update. A broadcast is serialised once; then it is one walk over the roster and the sessions of
 * those contacts that are here, without an event for each.
 *
 * Nothing of this makes events for the recipients, so everybody who is shown something is asked about first: may_meet() says what blocking
 * says (XEP-0191).
 *
 * Directed presence (4.6) is noted in phase ADAPT, whoever handles it, because even a room has to hear when the session goes. */
#include "core/module.h"

#include <string.h>

#include "base/mem.h"
#include "service/presence.h"
#include "service/roster.h"
#include "xml/reader.h"

static const struct nx_option presence_options[] = {
	NX_OPT_INT("presence_max_directed", 500, 10, 100000, "Addresses outside the roster that one session may show its presence to"),
	NX_OPT_END
};

struct presence {
	const struct nx_roster_service *roster;
	struct nx_module *roster_mod;
};

/* Slot of a session. */
struct shown {
	struct nx_pool *pool;           /* of last */
	struct nx_xml *last;            /* NULL: not available */
	char **directed;                /* full or bare JIDs that got directed presence and are no subscribers */
	size_t directed_count;
};

/* ---- the slot ---- */

static void shown_done(void *arg)
{
	struct shown *shown = arg;

	nx_pool_free(&shown->pool);
	for (size_t i = 0; i < shown->directed_count; i++)
		nx_mem_free(shown->directed[i]);
	nx_mem_free(shown->directed);
}

static struct shown *shown_of(struct nx_module *mod, struct nx_session *sess)
{
	struct shown *shown = nx_slot_get(&sess->slots, mod);

	if (shown)
		return shown;
	shown = NX_NEW(sess->pool, struct shown);
	shown->pool = nx_pool_new("presence", 0);
	nx_pool_on_free(sess->pool, shown_done, shown);
	nx_slot_set(&sess->slots, mod, shown);
	return shown;
}

static struct nx_xml *last_of(const struct nx_module *mod, const struct nx_session *sess)
{
	const struct shown *shown = nx_slot_get(&sess->slots, mod);

	return shown ? shown->last : NULL;
}

/* NULL: the session is not available any more. */
static void remember(struct nx_module *mod, struct nx_session *sess, const struct nx_xml *stanza)
{
	struct shown *shown = shown_of(mod, sess);

	shown->last = NULL;
	nx_pool_reset(shown->pool);
	if (stanza)
		shown->last = nx_xml_dup(shown->pool, stanza);
}

/* ---- who is here ---- */

/* NULL: of another server, or offline, which is the same for us. */
static struct nx_account *find_account(struct nx_server *server, const struct nx_jid *jid)
{
	struct nx_host *host = nx_server_find_host(server, nx_jid_domain(jid), nx_jid_domain_len(jid));

	return host && nx_jid_has_local(jid) ? nx_account_find(host, jid->full, jid->local_len) : NULL;
}

static enum nx_subscription subscription_of(const struct presence *pres, struct nx_account *account, const struct nx_jid *contact)
{
	const struct nx_roster_item *item = pres->roster->find(pres->roster_mod, account, contact);

	return item ? item->subscription : NX_SUB_NONE;
}

/* Neither of the two has blocked the other (XEP-0191 section 3.3). */
static bool may_meet(struct nx_account *a, const struct nx_jid *a_jid, struct nx_account *b, const struct nx_jid *b_jid)
{
	return nx_account_may_meet(a, b_jid) && nx_account_may_meet(b, a_jid);
}

/* Presence of from, one of `of`, to the available sessions of `account`. */
static void to_available(struct nx_event *ev, struct nx_parcel *parcel, struct nx_account *of, const struct nx_jid *from,
			 struct nx_account *account, const char *to)
{
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (sess->is_available && (account == of || may_meet(of, from, account, &sess->jid)))
			nx_event_deliver(ev, parcel, sess, to);
	}
}

/* A presence that says nothing but type; type NULL: available. */
static struct nx_xml *mere_presence(struct nx_pool *pool, const char *from, const char *to, const char *type)
{
	struct nx_xml *stanza = nx_xml_new(pool, NX_NS_CLIENT, "presence");

	nx_xml_set(stanza, "from", from);
	nx_xml_set(stanza, "to", to);
	nx_xml_set(stanza, "type", type);
	return stanza;
}

static void route(struct nx_server *server, struct nx_session *sess, const struct nx_jid *from, const struct nx_jid *to,
		  const char *type, const char *id)
{
	struct nx_pool *pool = nx_event_pool(server);
	struct nx_jid from_copy = nx_jid_dup(pool, from), to_copy = to ? nx_jid_dup(pool, to) : (struct nx_jid){0};
	struct nx_xml *stanza = mere_presence(pool, from_copy.full, to_copy.full, type);

	nx_xml_set(stanza, "id", id);
	nx_event_route(server, sess, pool, stanza, &from_copy, &to_copy);
}

/* ---- directed presence, RFC 6121 section 4.6 ---- */

/* Will `to` hear of the session's end with the broadcast? */
static bool is_covered(const struct presence *pres, const struct nx_session *sess, const struct nx_jid *to)
{
	if (!nx_jid_eq_bare(to, &sess->jid) && !(subscription_of(pres, sess->account, to) & NX_SUB_FROM))
		return false;
	if (!nx_jid_has_resource(to))
		return true;
	const struct nx_account *account = find_account(sess->server, to);
	const struct nx_session *target =
		account ? nx_account_session(account, nx_jid_resource(to), nx_jid_resource_len(to)) : NULL;
	return target && target->is_available;
}

/* Index, or directed_count when it is not there. */
static size_t find_directed(const struct shown *shown, const char *to)
{
	size_t i = 0;

	while (i < shown->directed_count && !nx_str_eq(shown->directed[i], to))
		i++;
	return i;
}

static void drop_directed(struct shown *shown, const char *to)
{
	size_t i = find_directed(shown, to);

	if (i == shown->directed_count)
		return;
	nx_mem_free(shown->directed[i]);
	shown->directed[i] = shown->directed[--shown->directed_count];
}

static enum nx_verdict add_directed(struct nx_module *mod, struct nx_event *ev)
{
	struct shown *shown = shown_of(mod, ev->sess);
	size_t limit = (size_t)nx_conf_int(ev->server->conf, NULL, "presence_max_directed");

	if (find_directed(shown, ev->to.full) < shown->directed_count)
		return NX_PASS;
	if (shown->directed_count >= limit)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "Presence was sent to %zu addresses already", limit);
	shown->directed = nx_mem_resize(shown->directed, (shown->directed_count + 1) * sizeof(*shown->directed));
	shown->directed[shown->directed_count++] = nx_mem_strdup(ev->to.full);
	return NX_PASS;
}

/* Keeps the list of those who have to hear when the session goes (4.6.3). */
static enum nx_verdict note_directed(struct nx_module *mod, struct nx_event *ev)
{
	const struct presence *pres = mod->data;

	if (!ev->sess || ev->target == NX_TO_NOBODY || ev->target == NX_TO_OWN_ACCOUNT || !nx_session_is_bound(ev->sess))
		return NX_PASS;
	if (ev->type == NX_TYPE_UNAVAILABLE) {
		struct shown *shown = nx_slot_get(&ev->sess->slots, mod);

		if (shown)
			drop_directed(shown, ev->to.full);
	} else if (ev->type == NX_TYPE_AVAILABLE && !(ev->sess->is_available && is_covered(pres, ev->sess, &ev->to))) {
		return add_directed(mod, ev);
	}
	return NX_PASS;
}

/* The session goes: unavailable to everybody on the list who does not get the broadcast (4.6.3 rules 2 and 3). */
static void leave_directed(struct nx_module *mod, struct nx_session *sess, bool was_available)
{
	struct shown *shown = nx_slot_get(&sess->slots, mod);

	if (!shown)
		return;
	char **list = shown->directed;
	size_t count = shown->directed_count;
	shown->directed = NULL;
	shown->directed_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct nx_pool *pool = nx_event_pool(sess->server);
		struct nx_jid to;

		if (nx_jid_parse(pool, list[i], &to, NULL) == 0 && !(was_available && is_covered(mod->data, sess, &to)))
			route(sess->server, sess, &sess->jid, &to, "unavailable", NULL);
		nx_xml_parsers_give_pool(sess->server->parsers, &pool);
		nx_mem_free(list[i]);
	}
	nx_mem_free(list);
}

/* ---- broadcast, RFC 6121 sections 4.2, 4.4, 4.5 ---- */

/* To all subscribers and the account's own resources, also the one it came from. */
static void broadcast(const struct presence *pres, struct nx_event *ev)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, ev->stanza);
	const struct nx_roster_item *item;

	to_available(ev, parcel, ev->account, &ev->from, ev->account, ev->account->jid.full);
	for (size_t pos = 0; (item = pres->roster->next(pres->roster_mod, ev->account, &pos)); ) {
		struct nx_account *contact;

		if ((item->subscription & NX_SUB_FROM) && (contact = find_account(ev->server, &item->jid)))
			to_available(ev, parcel, ev->account, &ev->from, contact, item->jid.full);
	}
}

/* What the available sessions of `of` show, to one session. */
static void show_to(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_session *to)
{
	const struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		struct nx_xml *last = last_of(mod, sess);

		if (last && sess != to && (of == to->account || may_meet(of, &sess->jid, to->account, &to->jid)))
			nx_event_deliver(ev, nx_parcel_new(ev, last), to, to->account->jid.full);
	}
}

/* The probes of initial presence (4.2.2, 4.3.1), answered on the spot. */
static void show_contacts(struct nx_module *mod, struct nx_event *ev)
{
	const struct presence *pres = mod->data;
	const struct nx_roster_item *item;

	show_to(mod, ev, ev->account, ev->sess);
	for (size_t pos = 0; (item = pres->roster->next(pres->roster_mod, ev->account, &pos)); ) {
		struct nx_account *contact;

		if (!(item->subscription & NX_SUB_TO) || !(contact = find_account(ev->server, &item->jid)))
			continue;
		if (subscription_of(pres, contact, &ev->account->jid) & NX_SUB_FROM)
			show_to(mod, ev, contact, ev->sess);
		else if (may_meet(ev->account, &ev->account->jid, contact, &contact->jid))      /* 4.3.2 rule 1: the two rosters disagree; this puts ours right */
			route(ev->server, NULL, &contact->jid, &ev->account->jid, "unsubscribed", NULL);
	}
}

/* RFC 6121 section 4.7.2.3: at most one, an integer from -128 to 127. */
static int read_priority(const struct nx_xml *stanza, int8_t *priority_r)
{
	const struct nx_xml *el = nx_xml_child(stanza, NX_NS_CLIENT, "priority");
	int64_t value = 0;

	if (el && (nx_str_to_i64(nx_xml_content(el), INT8_MIN, INT8_MAX, &value) < 0 ||
		   nx_xml_next(el, NX_NS_CLIENT, "priority")))
		return -1;
	*priority_r = (int8_t)value;
	return 0;
}

static enum nx_verdict become_available(struct nx_module *mod, struct nx_event *ev)
{
	bool is_first = !ev->sess->is_available;
	const struct nx_xml *show = nx_xml_child(ev->stanza, NX_NS_CLIENT, "show");
	int8_t priority;

	if (read_priority(ev->stanza, &priority) < 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The priority is one whole number from -128 to 127");
	if (show && nx_xml_next(show, NX_NS_CLIENT, "show"))    /* 4.7.2.1 */
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A presence has at most one show");
	remember(mod, ev->sess, ev->stanza);
	nx_session_set_presence(ev->sess, true, priority);
	broadcast(mod->data, ev);
	if (is_first)
		show_contacts(mod, ev);
	NX_FIRE(ev->server, session_available, ev->sess, is_first);
	return NX_DONE;
}

/* Also for a session that has just ended (on_ended): it is in no list any more and gets nothing. */
static enum nx_verdict become_unavailable(struct nx_module *mod, struct nx_event *ev)
{
	bool was_available = !ev->sess || ev->sess->is_available;

	if (was_available)
		broadcast(mod->data, ev);
	if (!ev->sess)
		return NX_DONE;
	nx_session_set_presence(ev->sess, false, 0);
	remember(mod, ev->sess, NULL);
	leave_directed(mod, ev->sess, was_available);
	return NX_DONE;
}

/* ---- probes, RFC 6121 sections 4.3.2 and 4.6.6 ---- */

/* To whoever probed. */
static void answer_probe(struct nx_event *ev, const struct nx_jid *from, const char *type, const char *id)
{
	if (!ev->sess) {
		route(ev->server, NULL, from, &ev->from, type, id);
		return;
	}
	struct nx_xml *stanza = mere_presence(ev->pool, from->full, ev->from.full, type);

	nx_xml_set(stanza, "id", id);
	nx_event_send(ev, ev->sess, stanza);
}

static bool got_directed(const struct nx_module *mod, const struct nx_session *sess, struct nx_event *ev)
{
	const struct shown *shown = nx_slot_get(&sess->slots, mod);

	return shown && (find_directed(shown, ev->from.full) < shown->directed_count ||
			 find_directed(shown, nx_jid_bare_str(ev->pool, &ev->from)) < shown->directed_count);
}

/* 4.3.2 rule 1. Who has asked and waits for an answer is not told no by the server. */
static void refuse_probe(const struct presence *pres, struct nx_event *ev)
{
	const struct nx_roster_item *item = ev->account ? pres->roster->find(pres->roster_mod, ev->account, &ev->from) : NULL;

	if (item && item->pending_in)
		return;
	struct nx_jid from = nx_jid_bare(ev->pool, &ev->to), to = nx_jid_bare(ev->pool, &ev->from);
	route(ev->server, NULL, &from, &to, "unsubscribed", nx_xml_attr(ev->stanza, "id"));
}

/* A full JID is answered for that resource alone, and with nothing but its availability. */
static void probe_resource(struct nx_module *mod, struct nx_event *ev, bool is_subscribed)
{
	const struct nx_session *target =
		ev->account ? nx_account_session(ev->account, nx_jid_resource(&ev->to), nx_jid_resource_len(&ev->to)) : NULL;

	if (!is_subscribed && !(target && got_directed(mod, target, ev)))
		refuse_probe(mod->data, ev);
	else if (target && (target->is_available || !is_subscribed))
		answer_probe(ev, &ev->to, NULL, NULL);
	else
		answer_probe(ev, &ev->to, "unavailable", nx_xml_attr(ev->stanza, "id"));
}

/* 4.3.2 rule 4: the full XML of each resource, with its own id (4.3.2.1). */
static void answer_resources(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_account *prober = ev->sess ? ev->sess->account : find_account(ev->server, &ev->from);
	struct nx_session *to;

	if (ev->sess) {
		show_to(mod, ev, ev->account, ev->sess);
	} else if (prober) {
		NX_LIST_EACH(&prober->sessions, struct nx_session, in_account, to) {
			if (to->is_available)
				show_to(mod, ev, ev->account, to);
		}
	}
}

static enum nx_verdict answer_presence_probe(struct nx_module *mod, struct nx_event *ev)
{
	const struct presence *pres = mod->data;
	bool is_subscribed = ev->account && (nx_jid_eq_bare(&ev->from, &ev->to) ||
					     (subscription_of(pres, ev->account, &ev->from) & NX_SUB_FROM));
	const struct nx_session *sess;
	bool is_online = false;

	if (ev->target == NX_TO_SESSION) {
		probe_resource(mod, ev, is_subscribed);
		return NX_DONE;
	}
	if (!is_subscribed) {
		refuse_probe(pres, ev);
		return NX_DONE;
	}
	NX_LIST_EACH(&ev->account->sessions, struct nx_session, in_account, sess)
		is_online = is_online || sess->is_available;
	if (is_online)
		answer_resources(mod, ev);
	else    /* rule 3 */
		answer_probe(ev, &ev->account->jid, "unavailable", nx_xml_attr(ev->stanza, "id"));
	return NX_DONE;
}

/* ---- the hooks ---- */

static bool is_for_account(const struct nx_event *ev)
{
	return ev->target == NX_TO_ACCOUNT || ev->target == NX_TO_OWN_ACCOUNT || ev->target == NX_TO_SESSION;
}

/* Broadcasts and probes. */
static enum nx_verdict handle_presence(struct nx_module *mod, struct nx_event *ev)
{
	if (ev->type == NX_TYPE_PROBE && is_for_account(ev))
		return answer_presence_probe(mod, ev);
	if (ev->target != NX_TO_NOBODY || !ev->account)
		return NX_PASS;
	if (ev->type == NX_TYPE_AVAILABLE && ev->sess)
		return become_available(mod, ev);
	if (ev->type == NX_TYPE_UNAVAILABLE)
		return become_unavailable(mod, ev);
	return NX_PASS;
}

/* 4.6.1: who says goodbye needs no goodbye. */
static void forget_sender(struct nx_module *mod, const struct nx_event *ev, struct nx_session *to)
{
	struct shown *shown = ev->type == NX_TYPE_UNAVAILABLE ? nx_slot_get(&to->slots, mod) : NULL;

	if (shown)
		drop_directed(shown, ev->from.full);
}

/* Directed presence to a bare JID: GUARD has asked for that address; here are the resources. */
static void deliver_to_available(struct nx_event *ev)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, ev->stanza);
	struct nx_session *to;

	NX_LIST_EACH(&ev->account->sessions, struct nx_session, in_account, to) {
		if (to->is_available && (!ev->sess || nx_account_may_meet(ev->sess->account, &to->jid)))
			nx_event_deliver(ev, parcel, to, NULL);
	}
}

/* Directed presence and errors, as far as they got (sections 4.6.4, 8.5.2.1.2, 8.5.3). Nobody there: silence. */
static enum nx_verdict deliver_presence(struct nx_module *mod, struct nx_event *ev)
{
	bool is_presence = ev->type == NX_TYPE_AVAILABLE || ev->type == NX_TYPE_UNAVAILABLE;

	if (!is_for_account(ev) || (!is_presence && ev->type != NX_TYPE_ERROR))
		return NX_PASS;
	if (!ev->account)
		return NX_DONE;
	if (ev->target == NX_TO_SESSION) {
		struct nx_session *to =
			nx_account_session(ev->account, nx_jid_resource(&ev->to), nx_jid_resource_len(&ev->to));

		if (to) {
			forget_sender(mod, ev, to);
			nx_event_send(ev, to, ev->stanza);
		}
	} else if (is_presence) {
		deliver_to_available(ev);
	}
	return NX_DONE;
}

/* The stream broke, or was closed without a word (4.5.2). With the session as sender, the goodbye keeps its place behind what
 * the session sent before. */
static void on_ended(struct nx_module *mod, struct nx_session *sess)
{
	if (sess->is_available)
		route(sess->server, sess, &sess->jid, NULL, "unavailable", NULL);
	leave_directed(mod, sess, false);
}

/* ---- service ---- */

static void presence_show(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to)
{
	const struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		struct nx_xml *last = last_of(mod, sess);

		if (last)
			to_available(ev, nx_parcel_new(ev, last), of, &sess->jid, to, to->jid.full);
	}
}

static struct nx_parcel *goodbye_of(struct nx_event *ev, const struct nx_session *sess)
{
	return nx_parcel_new(ev, mere_presence(ev->pool, sess->jid.full, NULL, "unavailable"));
}

static void presence_hide(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to)
{
	const struct nx_session *sess;

	(void)mod;
	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		if (sess->is_available)
			to_available(ev, goodbye_of(ev, sess), of, &sess->jid, to, to->jid.full);
	}
}

/* ---- blocking, XEP-0191 sections 3.3 and 3.4 ---- */

/* To those resources of the contact that the filter names; addressed: the one with that JID, or with a bare one all that are available. */
static void withdraw_from(struct nx_event *ev, const struct nx_session *sess, struct nx_parcel *parcel, struct nx_account *contact,
			  const struct nx_jid *addressed, const struct nx_presence_filter *filter)
{
	struct nx_session *to;

	NX_LIST_EACH(&contact->sessions, struct nx_session, in_account, to) {
		bool is_meant = nx_jid_has_resource(addressed) ? nx_jid_eq(addressed, &to->jid) : to->is_available;

		if (is_meant && filter->matches(filter, &to->jid) && nx_account_may_meet(contact, &sess->jid))
			nx_event_deliver(ev, parcel, to, addressed->full);
	}
}

/* Whom one session has shown itself to directly: they hear, if they are here, and are forgotten. */
static void withdraw_directed(struct nx_module *mod, struct nx_event *ev, struct nx_session *sess,
			      const struct nx_presence_filter *filter)
{
	struct shown *shown = nx_slot_get(&sess->slots, mod);

	for (size_t i = shown ? shown->directed_count : 0; i-- > 0; ) {
		struct nx_account *account;
		struct nx_jid jid;

		if (nx_jid_parse(ev->pool, shown->directed[i], &jid, NULL) < 0 || !filter->matches(filter, &jid))
			continue;
		if (sess->is_available && is_covered(mod->data, sess, &jid)) {
			/* has heard as a subscriber */
		} else if ((account = find_account(ev->server, &jid))) {
			withdraw_from(ev, sess, goodbye_of(ev, sess), account, &jid, filter);
		} else {
			route(ev->server, NULL, &sess->jid, &jid, "unavailable", NULL);
		}
		drop_directed(shown, shown->directed[i]);
	}
}

static void presence_withdraw(struct nx_module *mod, struct nx_event *ev, struct nx_account *of,
			      const struct nx_presence_filter *filter)
{
	const struct presence *pres = mod->data;
	const struct nx_roster_item *item;
	struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		struct nx_parcel *parcel = sess->is_available ? goodbye_of(ev, sess) : NULL;

		for (size_t pos = 0; parcel && (item = pres->roster->next(pres->roster_mod, of, &pos)); ) {
			struct nx_account *contact;

			if ((item->subscription & NX_SUB_FROM) && (contact = find_account(ev->server, &item->jid)))
				withdraw_from(ev, sess, parcel, contact, &item->jid, filter);
		}
		withdraw_directed(mod, ev, sess, filter);
	}
}

/* What one session shows to each resource of `to`, if the filter names either one. */
static void restore_one(struct nx_event *ev, const struct nx_session *sess, struct nx_xml *last, struct nx_account *to,
			const struct nx_presence_filter *filter)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, last);
	struct nx_session *to_sess;

	NX_LIST_EACH(&to->sessions, struct nx_session, in_account, to_sess) {
		bool is_meant = filter->matches(filter, &to_sess->jid) || filter->matches(filter, &sess->jid);

		if (to_sess->is_available && is_meant && may_meet(sess->account, &sess->jid, to, &to_sess->jid))
			nx_event_deliver(ev, parcel, to_sess, to->jid.full);
	}
}

/* Of the subscription the caller is sure. */
static void restore_to(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to,
		       const struct nx_presence_filter *filter)
{
	struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		struct nx_xml *last = last_of(mod, sess);

		if (last)
			restore_one(ev, sess, last, to, filter);
	}
}

static void presence_restore(struct nx_module *mod, struct nx_event *ev, struct nx_account *of,
			     const struct nx_presence_filter *filter)
{
	const struct presence *pres = mod->data;
	const struct nx_roster_item *item;

	for (size_t pos = 0; (item = pres->roster->next(pres->roster_mod, of, &pos)); ) {
		struct nx_account *contact = find_account(ev->server, &item->jid);

		if (!contact)
			continue;
		if (item->subscription & NX_SUB_FROM)
			restore_to(mod, ev, of, contact, filter);
		if ((item->subscription & NX_SUB_TO) && (subscription_of(pres, contact, &of->jid) & NX_SUB_FROM))
			restore_to(mod, ev, contact, of, filter);
	}
}

static const struct nx_presence_service presence_service = {
	.show = presence_show, .hide = presence_hide, .withdraw = presence_withdraw, .restore = presence_restore,
};

static const struct nx_service presence_services[] = {
	{ NX_SERVICE_PRESENCE, &presence_service },
	{ NULL, NULL }
};

static int presence_start(struct nx_module *mod, struct nx_error *err)
{
	struct presence *pres = NX_NEW(mod->pool, struct presence);

	pres->roster = nx_service_find(mod->server, NX_SERVICE_ROSTER, &pres->roster_mod);
	mod->data = pres;
	return pres->roster ? 0 : nx_fail(err, NX_E_CONFIG, "mod_presence needs a module that offers rosters (mod_roster)");
}

static const struct nx_hook presence_hooks[] = {
	NX_DECIDE(ADAPT, presence, note_directed),
	NX_DECIDE(HANDLE, presence, handle_presence),
	NX_DECIDE(DELIVER, presence, deliver_presence),
	NX_ON(session_ended, on_ended),
	NX_HOOKS_END
};

NX_MODULE(presence) = {
	NX_MODULE_HEAD(presence),
	.summary = "Presence: who is there",
	.needs = NX_LIST("roster"),
	.options = presence_options, .hooks = presence_hooks, .services = presence_services, .start = presence_start,
};
