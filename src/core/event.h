/* An event: one stanza on its way through the hooks, with everything that handlers want to know.
 *
 * The core owns it; a handler reads it, may change the stanza, replies and delivers through it, and gives a verdict. A handler
 * that has to wait keeps ev->id, returns NX_WAIT, and calls nx_event_resume() when it knows; or it commits a job with
 * nx_event_commit() and goes on in the call-back.
 *
 * Order (doc/internals/durability.md): what an event delivers or answers is shown only after every job that earlier stanzas of the same sender
 * wait for, and after the recipient's own pending ones; nx_event_deliver() sees to that with fences. */
#ifndef NX_CORE_EVENT_H
#define NX_CORE_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/list.h"
#include "core/hooks.h"
#include "xmpp/jid.h"
#include "xmpp/stanza.h"

struct nx_job;
struct nx_pool;
struct nx_row;
struct nx_xml;

/* Where a stanza goes. Bits, so that iq rules can name several. */
enum nx_target {
	NX_TO_NOBODY = 0,               /* presence without `to`: for everyone subscribed */
	NX_TO_HOST = 1 << 0,            /* a domain of ours */
	NX_TO_OWN_ACCOUNT = 1 << 1,     /* the sender's bare JID, or no `to` */
	NX_TO_ACCOUNT = 1 << 2,         /* another local bare JID */
	NX_TO_SESSION = 1 << 3,         /* a local full JID, connected or not */
	NX_TO_REMOTE = 1 << 4,          /* another domain */
	NX_TO_HOST_RESOURCE = 1 << 5,   /* domain/resource of ours */
	NX_TO_COMPONENT = 1 << 6,       /* the domain of a component (core/component.h) */
	NX_TO_COMPONENT_LOCAL = 1 << 7,         /* local@domain there: a room */
	NX_TO_COMPONENT_RESOURCE = 1 << 8,      /* any address there with a resource: an occupant */
};

/* What became of a question: the payload of the result (NULL: it has none), or err. Both live until this returns. */
typedef void nx_event_answered_fn(void *asker, const struct nx_xml *payload, const struct nx_error *err);

#define NX_EVENT_MAX_CHANGED 2

struct nx_event {
	uint64_t id;
	struct nx_server *server;
	struct nx_pool *pool;
	struct nx_xml *stanza;
	struct nx_xml *payload;         /* iq get and set: the one child element */
	enum nx_stanza_kind kind;
	enum nx_stanza_type type;
	struct nx_jid from;             /* always set; a client's is its full JID */
	struct nx_jid to;               /* unset only for NX_TO_NOBODY; an iq or message without `to` has the sender's bare JID */
	enum nx_target target;
	struct nx_session *sess;        /* the sender's session while it lives; NULL for the server's own stanzas */
	struct nx_account *sender;      /* of that session, also when it has ended meanwhile; a reference. NULL: the server's own stanzas */
	struct nx_host *host;           /* of `to`, or the sender's for NX_TO_NOBODY; NULL: remote, or a component's */
	struct nx_component *component; /* of `to`; NULL: it belongs to none */
	struct nx_account *account;     /* of `to` (NX_TO_NOBODY: of the sender): ready; NULL when nobody has that name, or `to` is no account */
	struct nx_error error;          /* for NX_REFUSE */
	const char *error_type;         /* instead of the usual one of error.kind; NULL: that one */
	const char *error_code;         /* the number of XEP-0086, for protocols that still want it; NULL: none */
	struct nx_xml *error_condition; /* application-specific (RFC 6120 section 8.3.4), without a parent; NULL: none */
	nx_event_answered_fn *answered; /* of nx_event_ask(), until it has run; NULL */
	void *asker;
	void *data;                     /* for the handler that waits, between nx_event_commit() and its done */
	bool is_read_cut;               /* in done of nx_event_read_some(): there are more rows */
	uint64_t job;                   /* what it shows waits for this job (durable before visible) */
	bool needs_presence;            /* presence that it shows is not left out for who reads too slowly: nothing else tells the same later */
	/* core/router.c only: */
	int64_t began_us;               /* 0: nobody measures it */
	struct nx_link in_session;
	struct nx_account *changed[NX_EVENT_MAX_CHANGED];       /* references, until the commit */
	struct nx_account *held;        /* the reference behind account, also when it is absent */
	struct nx_account *met;         /* of nx_event_meet(), also when it is absent */
	size_t position;                /* of the next handler in its hook */
	size_t rule;                    /* of the next iq rule */
	enum nx_verdict verdict;        /* the answer that came while the handler was still running */
	bool rules_tried, is_waiting, is_committing, is_resumed, holds_sender;
	bool wipes_pool;                /* nx_event_wipe() */
	bool shows_commit;              /* in the done of its own job: it is older than whatever waits behind a fence */
};

/* What a sender gives the router. sess NULL: the server's own. Takes pool with the stanza in it; from and to as in struct nx_event,
 * to in that pool, from too: the event may outlive the session. */
void nx_event_route(struct nx_server *server, struct nx_session *sess, struct nx_pool *pool, struct nx_xml *stanza,
		    const struct nx_jid *from, const struct nx_jid *to);
/* A stanza that the server makes: a pool for it, then nx_event_route(server, NULL, …). */
struct nx_pool *nx_event_pool(struct nx_server *server);

/* An iq get or set that the server asks in the name of one of its hosts, such as an administrator's command that a component carries out.
 * answered() runs once, perhaps before this returns, and not at all when the server ends first. */
void nx_event_ask(struct nx_host *host, struct nx_pool *pool, struct nx_xml *iq, const struct nx_jid *to, nx_event_answered_fn *answered,
		  void *asker);

/* Goes on after NX_WAIT. Does nothing when the event is gone. Allowed inside the handler that waits, and from anywhere. */
void nx_event_resume(struct nx_server *server, uint64_t id, enum nx_verdict verdict);
/* There is a password in the stanza: what it was read and parsed with, and the event's pool, are overwritten when nobody needs them. (With
 * TLS, OpenSSL keeps its own copy until it needs that memory: it would have to overwrite every stanza.) */
void nx_event_wipe(struct nx_event *ev);
/* Sets ev->error and returns NX_REFUSE. */
enum nx_verdict nx_event_refuse(struct nx_event *ev, enum nx_error_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Stops without a word, AFTER included: returns NX_REFUSE, and nobody gets an error. */
enum nx_verdict nx_event_drop(struct nx_event *ev);
/* Says whose data in memory the event has changed ahead of the commit that follows; at most two accounts, NULL is accepted. They stay in
 * memory until then, and are distrusted when the commit fails. */
void nx_event_changes(struct nx_event *ev, struct nx_account *account);
/* Reads a further account of this server into memory, when it is not there, and waits: NX_WAIT, or at once the verdict of done().
 * done() gets the account, NULL when nobody has that address, and decides how to go on (its verdict is the handler's); the event keeps
 * the account. When reading fails the sender gets an error and done does not run. Once per event. */
enum nx_verdict nx_event_meet(struct nx_event *ev, struct nx_module *mod, const struct nx_jid *jid,
			      enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev, struct nx_account *account));
/* What the event shows from now on comes of the account's data in memory, which may be ahead of the disk: it waits for what is pending. */
void nx_event_shows(struct nx_event *ev, const struct nx_account *account);
/* Submits the job on behalf of the event and waits: returns NX_WAIT. When it is committed, done(mod, ev) decides how to go on (its
 * verdict is the handler's). When it fails the sender gets an error: service-unavailable when a constraint forbids
 * it, because the account (the room …) was deleted meanwhile. Later stanzas of the same sender keep their place behind. */
enum nx_verdict nx_event_commit(struct nx_event *ev, struct nx_module *mod, struct nx_job **job,
				enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev));

/* Reads from the store and waits: returns NX_WAIT. args: texts for $1, $2 … of the module's statement, at most 8, NULL-terminated, copied.
 * Everything that was submitted to the store before is seen. row() for each row, then done() decides how to go on (its verdict is the
 * handler's; it may commit or read again). When reading fails the sender gets an error and done does not run. */
enum nx_verdict nx_event_read(struct nx_event *ev, struct nx_module *mod, unsigned statement, const char *const *args,
			      void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
			      enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev));
/* The same of at most max_bytes of rows (nx_store_query_some()). */
enum nx_verdict nx_event_read_some(struct nx_event *ev, struct nx_module *mod, size_t max_bytes, unsigned statement,
				   const char *const *args,
				   void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
				   enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev));
/* Waits until everything that was submitted to the store so far has finished, and then goes on with done(): returns NX_WAIT. Its verdict
 * is the handler's; it may wait, commit or read again. */
enum nx_verdict nx_event_settle(struct nx_event *ev, struct nx_module *mod,
				enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev));

/* iq: <iq type='result'/> with payload (NULL: empty; lives in ev->pool) to the sender. Returns NX_DONE. */
enum nx_verdict nx_event_answer(struct nx_event *ev, struct nx_xml *payload);

/* Asks whoever stores messages for absent users (mod_offline): the first verdict of message_unclaimed. */
enum nx_verdict nx_event_unclaimed(struct nx_event *ev);

/* A stanza serialised once for many recipients. Lives in ev->pool. */
struct nx_parcel;
struct nx_parcel *nx_parcel_new(struct nx_event *ev, struct nx_xml *stanza);
/* Queues the stanza for a session, in order; `to` of the start tag as given (NULL: the stanza's own). */
void nx_event_deliver(struct nx_event *ev, struct nx_parcel *parcel, struct nx_session *to_sess, const char *to);
/* For one recipient: the same without the word parcel. */
void nx_event_send(struct nx_event *ev, struct nx_session *to_sess, struct nx_xml *stanza);

/* iq rules: the one thing that goes by string, because namespaces are open. */
struct nx_iq_rule {
	enum nx_stanza_type type;       /* NX_TYPE_GET or NX_TYPE_SET; 0 ends the table */
	const char *ns, *name;          /* of the payload */
	unsigned targets;               /* enum nx_target bits */
	enum nx_verdict (*fn)(struct nx_module *mod, struct nx_event *ev);
};
#define NX_GET NX_TYPE_GET
#define NX_SET NX_TYPE_SET

#endif
