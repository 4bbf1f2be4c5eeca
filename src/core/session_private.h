/* What the files of a session share: session.c, bind.c, pace.c, negotiate.c. */
#ifndef NX_CORE_SESSION_PRIVATE_H
#define NX_CORE_SESSION_PRIVATE_H

#include <stddef.h>

struct nx_session;

/* The log prefix as far as the session is known by now. */
void nx_session_name_log(struct nx_session *sess);

/* pace.c: token buckets for stanzas and bytes; when one is empty the session is held until it has room again. */
void nx_pace_bytes(struct nx_session *sess, size_t len);
void nx_pace_stanza(struct nx_session *sess);
/* pace.c: from the binding on, silence is watched. */
void nx_pace_watch_silence(struct nx_session *sess);

#endif
