/* mod_presence: who is there (RFC 6121 section 4): broadcast, probes, directed presence.
 *
 * All accounts live on this server and presence is never stored: an account that is not in memory is offline, and a probe
 * is a look into the contact's sessions. Each available session keeps its last broadcast in its slot, in a pool of its own that is
 * emptied with each update. A broadcast is serialised once; then it is one walk over the roster and the sessions of
 * those contacts that are here, without an event for each.
 *
 * Nothing of this makes events for the recipients, so everybody who is shown something is asked about first:
 * presence_may_meet() says what blocking says (XEP-0191).
 *
 * Directed presence (4.6) is in directed.c, what clients are told that read too slowly in missed.c, what other modules ask for in service.c. */
#include "mod_presence/presence.h"

#include <string.h>

#include "base/mem.h"

static const struct nx_option presence_options[] = {
	NX_OPT_INT("presence_max_directed", 500, 10, 100000, "Addresses outside the roster that one session may show its presence to"),
	NX_OPT_END
};

/* ---- the slot ---- */

static void shown_done(void *arg)
{
	struct shown *shown = arg;

	nx_pool_free(&shown->pool);
	missed_forget(shown);
	for (size_t i = 0; i < shown->directed_count; i++)
		nx_mem_free(shown->directed[i]);
	nx_mem_free(shown->directed);
}

struct shown *presence_shown(struct nx_module *mod, struct nx_session *sess)
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

struct nx_xml *presence_last(const struct nx_module *mod, const struct nx_session *sess)
{
	const struct shown *shown = nx_slot_get(&sess->slots, mod);

	return shown ? shown->last : NULL;
}

/* NULL: the session is not available any more. */
static void remember(struct nx_module *mod, struct nx_session *sess, const struct nx_xml *stanza)
{
	struct shown *shown = presence_shown(mod, sess);

	shown->last = NULL;
	nx_pool_reset(shown->pool);
	if (stanza)
		shown->last = nx_xml_dup(shown->pool, stanza);
}

/* ---- who is here ---- */

enum nx_subscription presence_subscription(const struct presence *pres, struct nx_account *account, const struct nx_jid *contact)
{
	const struct nx_roster_item *item = pres->roster->find(pres->roster_mod, account, contact);

	return item ? item->subscription : NX_SUB_NONE;
}

bool presence_may_meet(struct nx_account *a, const struct nx_jid *a_jid, struct nx_account *b, const struct nx_jid *b_jid)
{
	return nx_account_may_meet(a, b_jid) && nx_account_may_meet(b, a_jid);
}

void presence_to_available(struct nx_module *mod, struct nx_event *ev, struct nx_parcel *parcel, struct nx_account *of,
			   const struct nx_jid *from, struct nx_account *account, const char *to)
{
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (sess->is_available && (account == of || presence_may_meet(of, from, account, &sess->jid))) {
			directed_forget_sender(mod, ev, sess);
			nx_event_deliver(ev, parcel, sess, to);
		}
	}
}

struct nx_xml *presence_mere(struct nx_pool *pool, const char *from, const char *to, const char *type)
{
	struct nx_xml *stanza = nx_xml_new(pool, NX_NS_CLIENT, "presence");

	nx_xml_set(stanza, "from", from);
	nx_xml_set(stanza, "to", to);
	nx_xml_set(stanza, "type", type);
	return stanza;
}

void presence_route(struct nx_server *server, struct nx_session *sess, const struct nx_jid *from, const struct nx_jid *to,
		    const char *type, const char *id)
{
	struct nx_pool *pool = nx_event_pool(server);
	struct nx_jid from_copy = nx_jid_dup(pool, from), to_copy = to ? nx_jid_dup(pool, to) : (struct nx_jid){0};
	struct nx_xml *stanza = presence_mere(pool, from_copy.full, to_copy.full, type);

	nx_xml_set(stanza, "id", id);
	nx_event_route(server, sess, pool, stanza, &from_copy, &to_copy);
}

/* ---- what presence may say, RFC 6121 section 4.7.2 ---- */

/* The text of a child of which there may be one, without elements in it; white space around it means nothing (RFC 6120 appendix
 * A.5: xs:byte and xs:NCName). NULL: there is none. 0, or -1 when it is not so. */
static int read_child(const struct nx_xml *stanza, const char *name, const char **text_r)
{
	static const char white[] = " \t\r\n";
	const struct nx_xml *el = nx_xml_child(stanza, NX_NS_CLIENT, name);

	*text_r = NULL;
	if (!el)
		return 0;
	if (nx_xml_next(el, NX_NS_CLIENT, name) || nx_xml_first_element(el))
		return -1;
	const char *text = nx_xml_content(el) + strspn(nx_xml_content(el), white);
	size_t len = strlen(text);

	while (len > 0 && strchr(white, text[len - 1]))
		len--;
	*text_r = nx_pool_strndup(stanza->pool, text, len);
	return 0;
}

static int read_priority(const struct nx_xml *stanza, int8_t *priority_r)
{
	const char *text;
	int64_t value = 0;

	if (read_child(stanza, "priority", &text) < 0)
		return -1;
	if (text && nx_str_to_i64(text + (text[0] == '+' && text[1] != '-'), INT8_MIN, INT8_MAX, &value) < 0)
		return -1;
	*priority_r = (int8_t)value;
	return 0;
}

static bool has_good_show(const struct nx_xml *stanza)
{
	static const char *const values[] = { "away", "chat", "dnd", "xa" };
	const char *text;

	if (read_child(stanza, "show", &text) < 0)
		return false;
	if (!text || !*text)
		return true;    /* an empty one says nothing, and need not keep anybody offline */
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		if (nx_str_eq(text, values[i]))
			return true;
	}
	return false;
}

/* Phase GUARD, for everybody and for somebody: others rely on what they are told. */
static enum nx_verdict check_available(struct nx_module *mod, struct nx_event *ev)
{
	int8_t priority;

	(void)mod;
	if (!ev->sess || ev->type != NX_TYPE_AVAILABLE)
		return NX_PASS;
	if (read_priority(ev->stanza, &priority) < 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The priority is one whole number from -128 to 127");
	if (!has_good_show(ev->stanza))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A presence has at most one show: away, chat, dnd or xa");
	return NX_PASS;
}

/* ---- broadcast, RFC 6121 sections 4.2, 4.4, 4.5 ---- */

/* To all subscribers and the account's own resources, also the one it came from. */
static void broadcast(struct nx_module *mod, struct nx_event *ev)
{
	const struct presence *pres = mod->data;
	struct nx_parcel *parcel = nx_parcel_new(ev, ev->stanza);
	const struct nx_roster_item *item;

	presence_to_available(mod, ev, parcel, ev->account, &ev->from, ev->account, ev->account->jid.full);
	for (size_t pos = 0; (item = pres->roster->next(pres->roster_mod, ev->account, &pos)); ) {
		struct nx_account *contact;

		if ((item->subscription & NX_SUB_FROM) && (contact = nx_account_find_jid(ev->server, &item->jid)))
			presence_to_available(mod, ev, parcel, ev->account, &ev->from, contact, item->jid.full);
	}
}

/* What the available sessions of `of` show, to one session. */
static void show_to(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_session *to)
{
	const struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		struct nx_xml *last = presence_last(mod, sess);

		if (last && sess != to && (of == to->account || presence_may_meet(of, &sess->jid, to->account, &to->jid)))
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

		if (!(item->subscription & NX_SUB_TO) || !(contact = nx_account_find_jid(ev->server, &item->jid)))
			continue;
		nx_event_shows(ev, contact);
		if (presence_subscription(pres, contact, &ev->account->jid) & NX_SUB_FROM)
			show_to(mod, ev, contact, ev->sess);
		else if (presence_may_meet(ev->account, &ev->account->jid, contact, &contact->jid))
			/* 4.3.2 rule 1: the two rosters disagree; this puts ours right */
			presence_route(ev->server, NULL, &contact->jid, &ev->account->jid, "unsubscribed", NULL);
	}
}

static enum nx_verdict become_available(struct nx_module *mod, struct nx_event *ev)
{
	bool is_first = !ev->sess->is_available;
	int8_t priority = 0;

	read_priority(ev->stanza, &priority);   /* check_available() has seen that it is one */
	remember(mod, ev->sess, ev->stanza);
	nx_session_set_presence(ev->sess, true, priority);
	nx_event_shows(ev, ev->account);
	broadcast(mod, ev);
	if (is_first)
		show_contacts(mod, ev);
	NX_FIRE(ev->server, session_available, ev, is_first);
	return NX_DONE;
}

/* Also for a session that has just ended (on_ended): it is in no list any more and gets nothing. */
static enum nx_verdict become_unavailable(struct nx_module *mod, struct nx_event *ev)
{
	bool was_available = !ev->sess || ev->sess->is_available;

	nx_event_shows(ev, ev->account);
	if (was_available)
		broadcast(mod, ev);
	if (!ev->sess)
		return NX_DONE;
	nx_session_set_presence(ev->sess, false, 0);
	remember(mod, ev->sess, NULL);
	directed_leave(mod, ev->sess, was_available, ev->stanza);
	return NX_DONE;
}

/* ---- probes, RFC 6121 sections 4.3.2 and 4.6.6 ---- */

/* To whoever probed. */
static void answer_probe(struct nx_event *ev, const struct nx_jid *from, const char *type, const char *id)
{
	if (!ev->sess) {
		presence_route(ev->server, NULL, from, &ev->from, type, id);
		return;
	}
	struct nx_xml *stanza = presence_mere(ev->pool, from->full, ev->from.full, type);

	nx_xml_set(stanza, "id", id);
	nx_event_send(ev, ev->sess, stanza);
}

/* 4.3.2 rule 1. Who has asked and waits for an answer is not told no by the server. */
static void refuse_probe(const struct presence *pres, struct nx_event *ev)
{
	const struct nx_roster_item *item = ev->account ? pres->roster->find(pres->roster_mod, ev->account, &ev->from) : NULL;

	if (item && item->pending_in)
		return;
	struct nx_jid from = nx_jid_bare(ev->pool, &ev->to), to = nx_jid_bare(ev->pool, &ev->from);
	presence_route(ev->server, NULL, &from, &to, "unsubscribed", nx_xml_attr(ev->stanza, "id"));
}

/* A full JID is answered for that resource alone, and with nothing but its availability. */
static void probe_resource(struct nx_module *mod, struct nx_event *ev, bool is_subscribed)
{
	const struct nx_session *target =
		ev->account ? nx_account_session(ev->account, nx_jid_resource(&ev->to), nx_jid_resource_len(&ev->to)) : NULL;

	if (!is_subscribed && !(target && directed_has(mod, target, &ev->from)))
		refuse_probe(mod->data, ev);
	else if (target && (target->is_available || !is_subscribed))
		answer_probe(ev, &ev->to, NULL, NULL);
	else
		answer_probe(ev, &ev->to, "unavailable", nx_xml_attr(ev->stanza, "id"));
}

/* 4.3.2 rule 4: the full XML of each resource, with its own id (4.3.2.1). */
static void answer_resources(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_account *prober = ev->sess ? ev->sess->account : nx_account_find_jid(ev->server, &ev->from);
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
					     (presence_subscription(pres, ev->account, &ev->from) & NX_SUB_FROM));
	const struct nx_session *sess;
	bool is_online = false;

	if (ev->account)
		nx_event_shows(ev, ev->account);
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

/* Directed presence to a bare JID: GUARD has asked for that address; here are the resources. */
static void deliver_to_available(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, ev->stanza);
	struct nx_session *to;

	NX_LIST_EACH(&ev->account->sessions, struct nx_session, in_account, to) {
		if (to->is_available && (!ev->sess || nx_account_may_meet(ev->sess->account, &to->jid))) {
			directed_forget_sender(mod, ev, to);
			nx_event_deliver(ev, parcel, to, NULL);
		}
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
			directed_forget_sender(mod, ev, to);
			nx_event_send(ev, to, ev->stanza);
		}
	} else if (is_presence) {
		deliver_to_available(mod, ev);
	}
	return NX_DONE;
}

/* The stream broke, or was closed without a word (4.5.2). With the session as sender, the goodbye keeps its place behind what
 * the session sent before. */
static void on_ended(struct nx_module *mod, struct nx_session *sess)
{
	if (sess->is_available)
		presence_route(sess->server, sess, &sess->jid, NULL, "unavailable", NULL);
	directed_leave(mod, sess, sess->is_available, NULL);
}

/* ---- the module ---- */

static const struct nx_service presence_services[] = {
	{ NX_SERVICE_PRESENCE, &presence_functions },
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
	NX_DECIDE(GUARD, presence, check_available),
	NX_DECIDE(ADAPT, presence, directed_note),
	NX_DECIDE(HANDLE, presence, handle_presence),
	NX_DECIDE(DELIVER, presence, deliver_presence),
	NX_DECIDE(HANDLE, presence_spared, missed_note),
	NX_ON(session_caught_up, missed_tell),
	NX_ON(session_ended, on_ended),
	NX_HOOKS_END
};

NX_MODULE(presence) = {
	NX_MODULE_HEAD(presence),
	.summary = "Presence: who is there",
	.needs = NX_LIST("roster"),
	.options = presence_options, .hooks = presence_hooks, .services = presence_services, .start = presence_start,
};
