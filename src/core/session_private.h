/* What the files of a session share: session.c, bind.c, pace.c, negotiate.c, and event.c and delivery.c, which make it wait for the disk. */
#ifndef NX_CORE_SESSION_PRIVATE_H
#define NX_CORE_SESSION_PRIVATE_H

#include <stddef.h>
#include <stdint.h>

struct nx_server;
struct nx_session;

/* The log prefix as far as the session is known by now. */
void nx_session_name_log(struct nx_session *sess);

/* pace.c: token buckets for stanzas and bytes; when one is empty the session is held until it has room again. */
void nx_pace_bytes(struct nx_session *sess, size_t len);
void nx_pace_stanza(struct nx_session *sess);
/* pace.c: what the session has sent takes so many bytes until the disk has it; above a 32nd of option store_max its next stanzas wait. Who
 * owes pays: with the id, because the session may be gone by then (0: nobody). */
void nx_pace_owe(struct nx_session *sess, size_t bytes);
void nx_pace_pay(struct nx_server *server, uint64_t sess_id, size_t bytes);
/* session.c: what was held for it is about to come, all at once. If it has kept up it may have that beyond output_max. */
void nx_session_expect_held(struct nx_session *sess);
/* pace.c: from the binding on, silence is watched. */
void nx_pace_watch_silence(struct nx_session *sess);

#endif
