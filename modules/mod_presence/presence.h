/* What the files of mod_presence share: mod_presence.c has broadcasts and probes, directed.c directed presence, missed.c what
 * slow clients were spared, service.c what other modules ask for. */
#ifndef MOD_PRESENCE_PRESENCE_H
#define MOD_PRESENCE_PRESENCE_H

#include "core/module.h"
#include "service/presence.h"
#include "service/roster.h"

/* The module's own data. */
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
	struct nx_map *missed;          /* of whom presence was left out for the session, full or bare; NULL: nobody */
	size_t missed_bytes;
};

/* Made at the first call; dies with the session's pool. */
struct shown *presence_shown(struct nx_module *mod, struct nx_session *sess);
/* The last broadcast; NULL: not available. */
struct nx_xml *presence_last(const struct nx_module *mod, const struct nx_session *sess);

enum nx_subscription presence_subscription(const struct presence *pres, struct nx_account *account, const struct nx_jid *contact);
/* Neither of the two has blocked the other (XEP-0191 section 3.3). */
bool presence_may_meet(struct nx_account *a, const struct nx_jid *a_jid, struct nx_account *b, const struct nx_jid *b_jid);
/* Presence ev of from, one of `of`, to the available sessions of `account`. */
void presence_to_available(struct nx_module *mod, struct nx_event *ev, struct nx_parcel *parcel, struct nx_account *of,
			   const struct nx_jid *from, struct nx_account *account, const char *to);
/* A presence that says nothing but type; type NULL: available. */
struct nx_xml *presence_mere(struct nx_pool *pool, const char *from, const char *to, const char *type);
/* The same as an event of its own; to NULL: for everyone subscribed. */
void presence_route(struct nx_server *server, struct nx_session *sess, const struct nx_jid *from, const struct nx_jid *to,
		    const char *type, const char *id);

/* Will `to` hear of the session's end with the broadcast? */
bool directed_is_covered(const struct presence *pres, const struct nx_session *sess, const struct nx_jid *to);
void directed_drop(struct shown *shown, const char *to);
/* Has the session sent presence to that address, as it is or bare? */
bool directed_has(const struct nx_module *mod, const struct nx_session *sess, const struct nx_jid *to);
/* Every available resource of `told` has heard that the session is gone for it. */
void directed_forget(struct shown *shown, const struct nx_account *told);
/* sess is told what ev is: whoever goes away, or does not want its presence, need not hear when it goes (4.6.1). */
void directed_forget_sender(struct nx_module *mod, const struct nx_event *ev, struct nx_session *sess);
/* Hook: keeps the list of those who have to hear when the session goes (4.6.3). */
enum nx_verdict directed_note(struct nx_module *mod, struct nx_event *ev);
/* Hooks: notes of whom the session was spared presence, and tells it how they are now. */
enum nx_verdict missed_note(struct nx_module *mod, struct nx_session *sess, const char *from);
void missed_tell(struct nx_module *mod, struct nx_session *sess);
void missed_forget(struct shown *shown);
/* The session goes: its goodbye (NULL: it said none) to everybody on the list who does not get the broadcast (4.6.3 rules 2 and 3). */
void directed_leave(struct nx_module *mod, struct nx_session *sess, bool was_available, const struct nx_xml *goodbye);

extern const struct nx_presence_service presence_functions;

#endif
