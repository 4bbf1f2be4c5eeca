/* What mod_presence does for other modules (service/presence.h): presence shown and hidden between two accounts, and withdrawn and
 * restored for those whom a block names (XEP-0191 sections 3.3 and 3.4). */
#include "mod_presence/presence.h"

static void presence_show(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to)
{
	const struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		struct nx_xml *last = presence_last(mod, sess);

		if (last)
			presence_to_available(mod, ev, nx_parcel_new(ev, last), of, &sess->jid, to, to->jid.full);
	}
}

static bool presence_is_shown(struct nx_module *mod, const struct nx_session *sess, const struct nx_jid *who)
{
	return nx_jid_eq_bare(&sess->jid, who) || (presence_subscription(mod->data, sess->account, who) & NX_SUB_FROM) ||
	       directed_has(mod, sess, who);
}

static struct nx_parcel *goodbye_of(struct nx_event *ev, const struct nx_session *sess)
{
	return nx_parcel_new(ev, presence_mere(ev->pool, sess->jid.full, NULL, "unavailable"));
}

static void presence_hide(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to)
{
	struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		if (!sess->is_available)
			continue;
		presence_to_available(mod, ev, goodbye_of(ev, sess), of, &sess->jid, to, to->jid.full);
		directed_forget(presence_shown(mod, sess), to);
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
		if (sess->is_available && directed_is_covered(mod->data, sess, &jid)) {
			/* has heard as a subscriber */
		} else if ((account = nx_account_find_jid(ev->server, &jid))) {
			withdraw_from(ev, sess, goodbye_of(ev, sess), account, &jid, filter);
		} else {
			presence_route(ev->server, NULL, &sess->jid, &jid, "unavailable", NULL);
		}
		directed_drop(shown, shown->directed[i]);
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

			if ((item->subscription & NX_SUB_FROM) && (contact = nx_account_find_jid(ev->server, &item->jid)))
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

		if (to_sess->is_available && is_meant && presence_may_meet(sess->account, &sess->jid, to, &to_sess->jid))
			nx_event_deliver(ev, parcel, to_sess, to->jid.full);
	}
}

/* Of the subscription the caller is sure. */
static void restore_to(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to,
		       const struct nx_presence_filter *filter)
{
	struct nx_session *sess;

	NX_LIST_EACH(&of->sessions, struct nx_session, in_account, sess) {
		struct nx_xml *last = presence_last(mod, sess);

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
		struct nx_account *contact = nx_account_find_jid(ev->server, &item->jid);

		if (!contact)
			continue;
		nx_event_shows(ev, contact);
		if (item->subscription & NX_SUB_FROM)
			restore_to(mod, ev, of, contact, filter);
		if ((item->subscription & NX_SUB_TO) && (presence_subscription(pres, contact, &of->jid) & NX_SUB_FROM))
			restore_to(mod, ev, contact, of, filter);
	}
}

const struct nx_presence_service presence_functions = {
	.show = presence_show, .hide = presence_hide, .is_shown = presence_is_shown,
	.withdraw = presence_withdraw, .restore = presence_restore,
};
