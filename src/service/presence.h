/* Presence as other modules see it (offered by mod_presence): what an account's sessions show, told to one other account of this
 * server, when a subscription begins or ends (RFC 6121 sections 3.1.5, 3.2.2 and 3.3.3). */
#ifndef NX_SERVICE_PRESENCE_H
#define NX_SERVICE_PRESENCE_H

#include <stdbool.h>

struct nx_account;
struct nx_event;
struct nx_jid;
struct nx_module;
struct nx_session;

#define NX_SERVICE_PRESENCE "presence"

/* Whom something is about: the caller keeps what matches() needs behind it. */
struct nx_presence_filter {
	bool (*matches)(const struct nx_presence_filter *filter, const struct nx_jid *full);
};

struct nx_presence_service {
	/* The last presence of each available resource of `of`, to every available resource of `to`. Rights are the caller's affair. */
	void (*show)(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to);
	/* Unavailable presence from each available resource of `of`, to every available resource of `to`. */
	void (*hide)(struct nx_module *mod, struct nx_event *ev, struct nx_account *of, struct nx_account *to);
	/* Does `who` know from the session itself that it is there: as another resource of the account, by subscription, or by directed
	 * presence (RFC 6121 section 8.5.3.1)? */
	bool (*is_shown)(struct nx_module *mod, const struct nx_session *sess, const struct nx_jid *who);
	/* Those resources that the filter names and that see presence of `of`, by subscription or directed, are told that it is gone;
	 * whether `of` may meet them is not asked, because it is about not to (XEP-0191 section 3.3). */
	void (*withdraw)(struct nx_module *mod, struct nx_event *ev, struct nx_account *of,
			 const struct nx_presence_filter *filter);
	/* The other way round (section 3.4): those that the filter names and that are subscribed get the presence of `of` as it is now,
	 * and `of` theirs if it is subscribed, as far as they may meet. */
	void (*restore)(struct nx_module *mod, struct nx_event *ev, struct nx_account *of,
			const struct nx_presence_filter *filter);
};

#endif
