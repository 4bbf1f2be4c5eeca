/* Questions of the server to a client: an iq goes to one session, and the call-back hears what became of it.
 *
 * One normal case: mod_ping asks a silent session. nx_iq_ask() writes <iq type='get' from='HOST' to='FULL JID' id='…'/> and
 * remembers the id; session.c shows every result and error that the session sends to its host to nx_iq_take_answer() before it would
 * become an event: the one with that id is the answer, reaches no other handler, and the call-back runs.
 *
 * An answer counts only when it comes from the session that was asked, and from nobody else with the same id. Questions
 * are bounded per session, and each of them ends: with an answer, by its timeout, or with the session. */
#ifndef NX_CORE_IQ_ASK_H
#define NX_CORE_IQ_ASK_H

#include <stdbool.h>
#include <stdint.h>

#include "xmpp/stanza.h"

struct nx_jid;
struct nx_module;
struct nx_session;
struct nx_xml;

#define NX_IQ_MAX_ASKED 32

enum nx_iq_outcome {
	NX_IQ_RESULT,
	NX_IQ_ERROR,
	NX_IQ_TIMEOUT,
	NX_IQ_GONE,     /* the session has ended; it is in no list any more, its data still lives */
};

/* iq: the answer as it came, for RESULT and ERROR; borrowed until the call-back returns. The session may be ended here. */
typedef void nx_iq_answer_fn(struct nx_module *mod, struct nx_session *sess, enum nx_iq_outcome outcome,
			     const struct nx_xml *iq, void *ctx);

/* Asks a bound session in the name of its host. type: NX_TYPE_GET or NX_TYPE_SET. payload has no parent; it is serialised before this
 * returns. fn runs once and never before this has returned. 0, or -1 when NX_IQ_MAX_ASKED questions wait for an answer
 * already: then nothing was sent and fn does not run. */
int nx_iq_ask(struct nx_module *mod, struct nx_session *sess, enum nx_stanza_type type, struct nx_xml *payload,
	      int64_t timeout_ms, nx_iq_answer_fn *fn, void *ctx);

/* session.c only: true when this iq of type result or error was an answer and is done with. to unset: it has no `to`. */
bool nx_iq_take_answer(struct nx_session *sess, enum nx_stanza_type type, const struct nx_xml *iq, const struct nx_jid *to);
/* session.c only: the session is going. */
void nx_iq_drop_questions(struct nx_session *sess);

#endif
