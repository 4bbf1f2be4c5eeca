/* Presence as other modules see it (offered by mod_presence): what an account's sessions show, told to one other account of this
 * server, when a subscription begins or ends (RFC 6121 sections 3.1.5, 3.2.2 and 3.3.3). */
#ifndef NX_SERVICE_PRESENCE_H
#define NX_SERVICE_PRESENCE_H

struct nx_account;
struct nx_event;
struct nx_module;

#define NX_SERVICE_PRESENCE "presence"

struct nx_presence_service {
	/* The last presence of each available resource of `of`, to every available resource of `to`. Rights are the caller's affair. */
	void (*show)(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to);
	/* Unavailable presence from each available resource of `of`, to every available resource of `to`. */
	void (*hide)(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to);
};

#endif
