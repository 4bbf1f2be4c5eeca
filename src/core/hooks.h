/* Hooks: every moment at which modules may take part, declared once, with its type (STYLE.md section 3).
 *
 * On:      tell me; nothing is answered.                  NX_ON(session_bound, fn)
 * Decide:  give a verdict; the first that is not NX_PASS ends the round.   NX_DECIDE(GUARD, message, fn)
 * Collect: add to what is being built.                    NX_COLLECT(stream_features, fn)
 *
 * A handler of the wrong type is a compile error, because the macro assigns it to the member of that name.
 * Handlers of one hook run by phase, then in the order in which modules were loaded (.needs first).
 *
 * When you add a hook: a line in NX_HOOK_LIST with the comment that says when it fires, and NX_FIRE where it does. */
#ifndef NX_CORE_HOOKS_H
#define NX_CORE_HOOKS_H

#include <stddef.h>
#include <stdint.h>

struct nx_account;
struct nx_buf;
struct nx_component;
struct nx_error;
struct nx_event;
struct nx_health;
struct nx_host;
struct nx_jid;
struct nx_job;
struct nx_metrics;
struct nx_module;
struct nx_occupant;
struct nx_received_file;
struct nx_room;
struct nx_room_client;
struct nx_room_config;
struct nx_room_entry;
struct nx_room_fields;
struct nx_room_said;
struct nx_server;
struct nx_session;
struct nx_xml;

enum nx_verdict {
	NX_PASS,        /* not mine */
	NX_DONE,        /* handled, stop */
	NX_REFUSE,      /* stop; the router answers with ev->error */
	NX_WAIT,        /* the answer comes later through nx_event_resume() */
};

/* Order is a named phase, never a number. */
enum nx_phase {
	NX_GUARD,       /* may it pass: blocking, rate, rights */
	NX_ADAPT,       /* stamp, archive id */
	NX_HANDLE,      /* the feature it belongs to; iq rules come before the hooks of this phase */
	NX_DELIVER,     /* to sessions */
	NX_AFTER,       /* carbons, push, statistics: runs for everything that was not refused; verdicts are ignored */
	NX_PHASES
};

/* X(name, result, parameters) */
#define NX_HOOK_LIST(X) \
	/* decide, by phase: one stanza on its way (core/router.c). Presence without `to` has ev->to unset. */ \
	X(message, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev)) \
	X(presence, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev)) \
	X(iq, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev)) \
	/* decide: a message to an account for which no session can take it (RFC 6121 section 8.5.2.2); offline storage */ \
	X(message_unclaimed, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev)) \
	/* decide: may stanzas pass between the account and jid (bare or full), as the account's owner wishes? NX_REFUSE: no. For those \
	 * who deliver without an event; ask through nx_account_may_meet() */ \
	X(may_meet, enum nx_verdict, (struct nx_module *mod, struct nx_account *account, const struct nx_jid *jid)) \
	/* decide: an iq get or set on a stream that is not logged in. NX_DONE: it was or will be answered; what the handler keeps of \
	 * iq it copies. Nobody takes it: the stream is closed */ \
	X(unauthenticated_iq, enum nx_verdict, (struct nx_module *mod, struct nx_session *sess, const struct nx_xml *iq)) \
	/* decide: somebody has proved to be the account; may it be connected now? NX_REFUSE: err says why not, with a condition of SASL */ \
	X(login, enum nx_verdict, (struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare, bool is_admin, \
				   struct nx_error *err)) \
	/* on: an account was authenticated, a resource bound, and the result sent */ \
	X(session_bound, void, (struct nx_module *mod, struct nx_session *sess)) \
	/* on: a bound session is going; it is in no list any more, its data still lives */ \
	X(session_ended, void, (struct nx_module *mod, struct nx_session *sess)) \
	/* on: nothing was heard from a bound session for silent_after */ \
	X(session_silent, void, (struct nx_module *mod, struct nx_session *sess)) \
	/* decide: a session reads so slowly that presence of `from` is to be left out for it. NX_DONE: it will be told what is true by then when it
	 * has caught up; nobody says so: it is delivered */ \
	X(presence_spared, enum nx_verdict, (struct nx_module *mod, struct nx_session *sess, const char *from)) \
	/* on: everything is with the kernel that waited for a session which was spared something */ \
	X(session_caught_up, void, (struct nx_module *mod, struct nx_session *sess)) \
	/* on: ev->sess became available (first presence) or, being available, sent new presence, which ev is */ \
	X(session_available, void, (struct nx_module *mod, struct nx_event *ev, bool is_first)) \
	/* collect: an account is about to be created: statements for the job that does it, which may still fail */ \
	X(account_creating, void, (struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)) \
	/* collect: an account gets a new vCard: statements for the job that stores it, which may still fail. changed_at_ms: as it is
	 * stored with it */ \
	X(vcard_changing, void, (struct nx_module *mod, struct nx_host *host, const char *local, const struct nx_xml *vcard, \
				 int64_t changed_at_ms, struct nx_job *job)) \
	/* collect: an account is about to be deleted: statements for the job that does it, before its rows go; the account need not exist, \
	 * and then nothing may change */ \
	X(account_deleting, void, (struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)) \
	/* on: an account was removed for good: its rows are gone by cascade, its sessions ended */ \
	X(account_deleted, void, (struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare)) \
	/* decide: a file has come in over HTTP, and nobody can get it yet (service/upload.h). NX_REFUSE: err says why not. NX_WAIT: the answer
	 * comes through the service, and nobody else is asked */ \
	X(file_received, enum nx_verdict, (struct nx_module *mod, const struct nx_received_file *file, struct nx_error *err)) \
	/* on: the server begins to listen: open ports of your own. -1 and err: it does not start */ \
	X(listening, int, (struct nx_module *mod, struct nx_error *err)) \
	/* on: options were read anew; take what you keep of them */ \
	X(reloaded, void, (struct nx_module *mod)) \
	/* on: the server stops, and sessions are still there: nx_session_write() reaches them, and nothing else does any more */ \
	X(sessions_ending, void, (struct nx_module *mod)) \
	/* on: the server stops and all sessions have ended: the last moment to put something into the store */ \
	X(stopping, void, (struct nx_module *mod)) \
	/* collect: lines for the person at the terminal who has started the server: "  Web chat         https://…" */ \
	X(welcome, void, (struct nx_module *mod, struct nx_buf *lines)) \
	/* collect: how the server is: nx_health_good() or nx_health_complain() (core/health.h). Nothing may wait */ \
	X(health, void, (struct nx_module *mod, struct nx_health *health)) \
	/* collect: numbers for monitoring (base/metrics.h). Nothing may wait */ \
	X(metrics, void, (struct nx_module *mod, struct nx_metrics *metrics)) \
	/* collect: children of <stream:features/> for a stream on which one may log in now */ \
	X(login_features, void, (struct nx_module *mod, struct nx_session *sess, struct nx_xml *features)) \
	/* collect: children of <stream:features/> for a stream that is authenticated and not yet bound */ \
	X(stream_features, void, (struct nx_module *mod, struct nx_session *sess, struct nx_xml *features)) \
	/* collect: <identity/>, <feature/> and forms of disco#info answers; account NULL: the host itself, and without a node it says what depends
	 * on options alone, because a hash of it is kept until they are read anew */ \
	X(disco_info, void, (struct nx_module *mod, struct nx_host *host, struct nx_account *account, \
			     const char *node, struct nx_xml *query)) \
	/* collect: <item/>s of disco#items answers; account NULL: the host itself */ \
	X(disco_items, void, (struct nx_module *mod, struct nx_host *host, struct nx_account *account, \
			      const char *node, struct nx_xml *query)) \
	/* collect: the same as disco_info for the domain of a component */ \
	X(component_info, void, (struct nx_module *mod, struct nx_component *component, const char *node, struct nx_xml *query)) \
	/* decide: answers disco#items of ev->component; nobody does: it has none */ \
	X(component_items, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev)) \
	/* ---- rooms: mod_muc fires these; service/rooms.h has the structs and what can be done ---- */ \
	/* collect: further fields of the configuration form: nx_room_fields_add() */ \
	X(room_fields, void, (struct nx_module *mod, struct nx_room_fields *fields)) \
	/* decide: may the room be configured so? Each field for itself was checked */ \
	X(room_configuring, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, \
					      const struct nx_room_config *config)) \
	/* on: another configuration is in force */ \
	X(room_configured, void, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, \
				  const struct nx_room_config *before)) \
	/* collect: a room that is stored is read into memory: read() what belongs to it */ \
	X(room_loading, void, (struct nx_module *mod, struct nx_room *room)) \
	/* collect: a room that was not stored is stored from now on: statements for what belongs to it */ \
	X(room_storing, void, (struct nx_module *mod, struct nx_room *room, struct nx_job *job)) \
	/* on: a room leaves memory, or is no more (its rows have gone by cascade); its slots are emptied then */ \
	X(room_ended, void, (struct nx_module *mod, struct nx_room *room)) \
	/* decide, by phase: somebody wants in, and the room has not looked yet whether it may; the room may be ABSENT */ \
	X(room_join, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_entry *entry)) \
	/* on: somebody has come in, or is in and asks for everything anew, and has been shown nothing yet */ \
	X(room_welcome, void, (struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client, const struct nx_xml *join)) \
	/* on: it has been told who is there and what was said */ \
	X(room_joined, void, (struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client, struct nx_room_entry *entry)) \
	/* on: a client is going, and everybody has been told; it is still in the lists */ \
	X(room_left, void, (struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client)) \
	/* decide, by phase: somebody who may speak says something to all. NX_DONE: it is not said, and nobody gets an error */ \
	X(room_message, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)) \
	/* decide: somebody who may change the subject does */ \
	X(room_subject, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, \
					  const struct nx_room_client *client, const char *subject)) \
	/* on: it is stored, and everybody has got it */ \
	X(room_said, void, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)) \
	/* decide: somebody asks an occupant (iq get or set, 17.4) */ \
	X(room_question, enum nx_verdict, (struct nx_module *mod, struct nx_event *ev, struct nx_room_client *asker, \
					   struct nx_occupant *asked)) \
	/* collect: children of disco#info; node NULL: of the room itself, and then form is its muc#roominfo, else NULL */ \
	X(room_info, void, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query, \
			    struct nx_xml *form)) \
	/* collect: items of disco#items for that node */ \
	X(room_items, void, (struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query)) \
	/* collect: children of the presence of an occupant who is in the room. It may carry what its client has put in: what only the room \
	 * may say has to go */ \
	X(room_presence, void, (struct nx_module *mod, const struct nx_occupant *occupant, struct nx_xml *presence)) \
	/* collect: somebody gets that affiliation (NX_AFF_NONE: loses it): statements for the job that stores it, which may still fail */ \
	X(room_affiliation_storing, void, (struct nx_module *mod, const struct nx_room *room, const char *bare, int affiliation, \
					   struct nx_job *job)) \
	/* on: somebody has another affiliation now (enum nx_affiliation), and nobody has been told. bare is bare_len long */ \
	X(room_affiliation, void, (struct nx_module *mod, struct nx_room *room, const char *bare, size_t bare_len, int before, int after)) \
	/* collect: children of the <x/> in what tells a client that follows affiliations (struct nx_room_client) of a change of one,
	 * or else that shows it its own presence */ \
	X(room_followed, void, (struct nx_module *mod, const struct nx_room *room, bool is_change, struct nx_xml *x))

enum nx_hook_id {
#define X(name, result, params) NX_HOOK_##name,
	NX_HOOK_LIST(X)
#undef X
	NX_HOOK_COUNT
};

#include <stdbool.h>

#define X(name, result, params) typedef result nx_hook_##name##_fn params;
NX_HOOK_LIST(X)
#undef X

union nx_hook_fn {
#define X(name, result, params) nx_hook_##name##_fn *name;
	NX_HOOK_LIST(X)
#undef X
	void (*any)(void);
};

/* A row in a module's table. */
struct nx_hook {
	enum nx_hook_id id;
	enum nx_phase phase;
	union nx_hook_fn fn;            /* the end of the table: fn.any == NULL */
};
#define NX_ON(name, f)            { NX_HOOK_##name, NX_HANDLE, { .name = f } }
#define NX_COLLECT(name, f)       { NX_HOOK_##name, NX_HANDLE, { .name = f } }
#define NX_DECIDE(ph, name, f)    { NX_HOOK_##name, NX_##ph, { .name = f } }
#define NX_HOOKS_END              { NX_HOOK_COUNT, NX_HANDLE, { .any = NULL } }

/* What is registered: per hook an array sorted by phase and load order. */
struct nx_handler {
	struct nx_module *mod;
	enum nx_phase phase;
	union nx_hook_fn fn;
};
struct nx_handlers { struct nx_handler *list; size_t count; };
struct nx_hooks { struct nx_handlers by_id[NX_HOOK_COUNT]; };

/* Adds all rows of a module's table, or withdraws them. Not from inside a handler. */
void nx_hooks_add(struct nx_hooks *hooks, struct nx_module *mod, const struct nx_hook *table);
void nx_hooks_withdraw(struct nx_hooks *hooks, const struct nx_module *mod);
void nx_hooks_done(struct nx_hooks *hooks);

/* NX_FIRE(server, session_bound, sess): on and collect. */
#define NX_FIRE(server, name, ...) do { \
	const struct nx_handlers *nx_h_ = &nx_server_hooks(server)->by_id[NX_HOOK_##name]; \
	for (size_t nx_i_ = 0; nx_i_ < nx_h_->count; nx_i_++) \
		nx_h_->list[nx_i_].fn.name(nx_h_->list[nx_i_].mod, __VA_ARGS__); \
} while (0)
/* The same for hooks without arguments. */
#define NX_FIRE0(server, name) do { \
	const struct nx_handlers *nx_h_ = &nx_server_hooks(server)->by_id[NX_HOOK_##name]; \
	for (size_t nx_i_ = 0; nx_i_ < nx_h_->count; nx_i_++) \
		nx_h_->list[nx_i_].fn.name(nx_h_->list[nx_i_].mod); \
} while (0)

/* NX_ASK(server, &verdict, component_items, ev): decide hooks that are no stanza's; the first verdict that is not NX_PASS. */
#define NX_ASK(server, verdict_p, name, ...) do { \
	const struct nx_handlers *nx_h_ = &nx_server_hooks(server)->by_id[NX_HOOK_##name]; \
	*(verdict_p) = NX_PASS; \
	for (size_t nx_i_ = 0; nx_i_ < nx_h_->count && *(verdict_p) == NX_PASS; nx_i_++) \
		*(verdict_p) = nx_h_->list[nx_i_].fn.name(nx_h_->list[nx_i_].mod, __VA_ARGS__); \
} while (0)

const struct nx_hooks *nx_server_hooks(const struct nx_server *server);

#endif
