/* Subscriptions as mod_roster needs them (offered by mod_subscription): an item that leaves a roster ends the subscriptions in the
 * other roster too, in the same job (RFC 6121 section 2.5.2). */
#ifndef NX_SERVICE_SUBSCRIPTION_H
#define NX_SERVICE_SUBSCRIPTION_H

struct nx_account;
struct nx_event;
struct nx_job;
struct nx_module;
struct nx_roster_item;
struct nx_subscription_end;

#define NX_SERVICE_SUBSCRIPTION "subscription"

struct nx_subscription_service {
	/* The item is about to leave the roster of ev->account: changes the roster of its contact in memory, and adds the statements to the
	 * job. Returns what show_end() wants to know, in ev's pool. */
	struct nx_subscription_end *(*end)(struct nx_module *mod, struct nx_event *ev, const struct nx_roster_item *item,
					   struct nx_account *contact, struct nx_job *job);
	/* When it is committed: tells both what has become of it. */
	void (*show_end)(struct nx_module *mod, struct nx_event *ev, const struct nx_subscription_end *end);
};

#endif
