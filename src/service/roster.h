/* The roster as other modules see it (offered by mod_roster): contacts and subscription states of an account in memory.
 *
 * Changing a contact: change() applies it in memory and adds the statements to a job; the caller commits the job with
 * nx_event_commit() and pushes afterwards what change() wrote down, so that no client sees what is not on disk. */
#ifndef NX_SERVICE_ROSTER_H
#define NX_SERVICE_ROSTER_H

#include <stdbool.h>

#include "core/module.h"
#include "xmpp/jid.h"

struct nx_account;
struct nx_event;
struct nx_job;
struct nx_module;
struct nx_session;
struct nx_xml;

#define NX_SERVICE_ROSTER "roster"

enum nx_subscription { NX_SUB_NONE = 0, NX_SUB_TO = 1, NX_SUB_FROM = 2, NX_SUB_BOTH = 3 };       /* bits */

struct nx_roster_item {
	struct nx_jid jid;              /* bare */
	const char *name;               /* NULL */
	const char *const *groups;      /* NULL-terminated, never NULL */
	enum nx_subscription subscription;
	bool is_asking;                 /* RFC 6121 pending out: ask='subscribe' */
	bool is_approved;               /* pre-approved */
	bool is_hidden;                 /* "None + Pending In" only: stored, not shown in the roster (RFC 6121 section 3.1.3) */
	const char *pending_in;         /* the contact's waiting <presence type='subscribe'/>, serialised; NULL */
};

/* The subscription part of an item as it shall be. Everything else stays. */
struct nx_roster_state {
	enum nx_subscription subscription;
	bool is_asking, is_approved;
	const char *pending_in;         /* NULL: none */
};

struct nx_roster_service {
	/* NULL when there is none (hidden ones are found). Borrowed until change() of this contact or the handler's end. */
	const struct nx_roster_item *(*find)(struct nx_module *mod, struct nx_account *account, const struct nx_jid *contact);
	/* for (size_t pos = 0; (item = roster->next(mod, account, &pos)); ) … hidden ones included. */
	const struct nx_roster_item *(*next)(struct nx_module *mod, struct nx_account *account, size_t *pos);
	/* False when the contact is new (or hidden and now to be shown) and the roster is full. Ask before change(). */
	bool (*has_room)(struct nx_module *mod, struct nx_account *account, const struct nx_jid *contact, bool is_hidden);
	/* Makes the item when it is missing and removes it when nothing of it is left (state all none and it was hidden).
	 * Returns the roster push that is due after the commit, in ev's pool; NULL when clients see no difference. */
	struct nx_xml *(*change)(struct nx_module *mod, struct nx_event *ev, struct nx_account *account,
				 const struct nx_jid *contact, const struct nx_roster_state *state, struct nx_job *job);
	/* Sends it to all interested resources (RFC 6121 section 2.1.6). */
	void (*push)(struct nx_module *mod, struct nx_event *ev, struct nx_account *account, struct nx_xml *push);
	/* Has this session asked for the roster (RFC 6121 section 2.2)? */
	bool (*is_interested)(struct nx_module *mod, const struct nx_session *sess);
};

/* Whether the event's sender may see the presence of ev->account (RFC 6121 section 2.1.2.5: from, both); what it shows waits until that
 * is stored. Without a roster nobody may. */
static inline bool nx_roster_may_see(struct nx_event *ev)
{
	struct nx_module *mod;
	const struct nx_roster_service *roster = nx_service_find(ev->server, NX_SERVICE_ROSTER, &mod);
	const struct nx_roster_item *item = roster ? roster->find(mod, ev->account, &ev->from) : NULL;

	nx_event_shows(ev, ev->account);
	return item && (item->subscription & NX_SUB_FROM);
}

#endif
