/* A session: one client's stream, from the first byte to the burial.
 *
 * One normal case: c2s.c makes a connection and nx_session_new(); core/negotiate.c answers the header, brings TLS, SASL and
 * resource binding about and is gone; from then on every stanza is checked here (limits, `from`, type), numbered, made an event
 * and given to the router. What others send arrives through nx_event_deliver() and is queued on the connection.
 *
 * A session that must end is marked (nx_session_end); it leaves its lists, session_ended fires, and it is buried
 * when the connection says closed. Who continues later does so by sess->id, never by pointer. */
#ifndef NX_CORE_SESSION_H
#define NX_CORE_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/list.h"
#include "base/log.h"
#include "base/timer.h"
#include "core/slots.h"
#include "xmpp/jid.h"

struct nx_account;
struct nx_blob;
struct nx_conn;
struct nx_error;
struct nx_host;
struct nx_negotiation;
struct nx_pool;
struct nx_server;
struct nx_stream;
struct nx_xml;

enum nx_session_state { NX_SESSION_NEGOTIATING, NX_SESSION_BOUND, NX_SESSION_ENDED };

struct nx_session {
	struct nx_log_source log;
	uint64_t id;
	struct nx_server *server;
	struct nx_pool *pool;
	struct nx_slots slots;
	struct nx_conn *conn;
	struct nx_stream *stream;
	struct nx_host *host;           /* from the stream header on */
	struct nx_account *account;     /* bound: a reference */
	struct nx_jid jid;              /* bound: full */
	enum nx_session_state state;
	const char *lang;               /* xml:lang of its stream; NULL: none was given */
	struct nx_negotiation *negotiation;     /* until bound */
	struct nx_link in_account;
	struct nx_list flush_waiters;   /* nx_session_after_flush() */
	struct nx_list events;          /* struct nx_event.in_session: sent by this session and still under way */
	struct nx_list questions;       /* core/iq_ask.c: what the server has asked it */
	unsigned question_count;
	unsigned holds;                 /* nx_session_hold() */

	size_t large_bytes;             /* what one answer in its output takes beyond output_max */
	uint64_t large_answer;          /* and which one */
	size_t burst_bytes;             /* what was held for it takes beyond output_max, until the output is empty again */
	bool was_spared;                /* presence was left out for it; session_caught_up is due */
	bool is_overfull;               /* does not read; it is about to be ended */
	bool is_available;              /* RFC 6121: has sent presence; mod_presence sets it */
	int8_t priority;

	uint64_t sent_job;              /* last job that one of its stanzas waits for (durable before visible) */
	uint64_t inbound_job;           /* what it receives waits for this job: its offline messages come first */
	uint64_t fence_job;             /* the last fence behind which something for it is held */
	size_t held_bytes;              /* all that is held for it */
	size_t owed_bytes;              /* what the disk does not have yet of what it has sent, and what is held behind that */
	bool is_in_debt;                /* too much of that: it is held */

	uint64_t stanzas_in;
	int64_t opened_ms, last_heard_ms;
	int64_t quiet_since_ms;         /* last heard, or told to be silent */
	struct nx_timer timer;          /* negotiation limit, then silence */
	struct nx_timer rate_timer;     /* the bucket has room again */
	double rate_stanzas, rate_bytes;        /* tokens left */
	int64_t rate_at_ms;
};

/* Takes conn; the negotiation begins. */
struct nx_session *nx_session_new(struct nx_server *server, struct nx_conn *conn);

/* Writes an element now, in the session's own framing. For negotiation and for stanzas that wait for nothing;
 * handlers of events use nx_event_reply() and nx_event_deliver(), which keep the order. */
void nx_session_write(struct nx_session *sess, const struct nx_xml *el);
/* The same with a serialised stanza: a head alone (tail NULL), or start tag without '>' and shared tail. answer: the event of the
 * session's own that it belongs to; 0: of nobody's, or another's. */
void nx_session_write_parts(struct nx_session *sess, const char *head, size_t head_len, struct nx_blob *tail, uint64_t answer);

/* It reads too slowly: more than output_drop waits for it, and it gets only what it cannot do without. */
bool nx_session_is_behind(const struct nx_session *sess);

/* Stanzas of the session are not handled until every hold is lifted (an event waits, rate limit); counted. */
void nx_session_hold(struct nx_session *sess);
void nx_session_unhold(struct nx_session *sess);

/* In the event of an element with a password: what it was read and parsed with is overwritten. What is read later, too, until the next
 * login: that costs little, and passwords come seldom. */
void nx_session_wipe_input(struct nx_session *sess);

/* Ends the stream: with a stream error when err is given, else politely; lists are left at once.
 * reason goes to the log ("reason=kicked"); is copied. */
void nx_session_end(struct nx_session *sess, const struct nx_error *err, const char *reason);
/* Presence as the router needs it: mod_presence calls it. */
void nx_session_set_presence(struct nx_session *sess, bool is_available, int8_t priority);
/* fn(ctx) once everything queued so far has been handed to the kernel; not at all when the session ends before. */
void nx_session_after_flush(struct nx_session *sess, void (*fn)(void *ctx, struct nx_session *sess), void *ctx);
static inline bool nx_session_is_bound(const struct nx_session *sess) { return sess->state == NX_SESSION_BOUND; }

/* Before login (negotiate.c): somebody does something else first, such as registering, and has login_timeout for it from now on, or
 * ms when that is more. */
void nx_session_extend_login(struct nx_session *sess, int64_t ms);
/* negotiate.c → session.c: the stream is authenticated for `local` and resource (normalised, NULL: make one) is to be bound. Loads the
 * account, applies the conflict policy, answers iq id, and the session is bound. */
void nx_session_bind(struct nx_session *sess, const char *local, const char *resource, const char *iq_id);

#endif
