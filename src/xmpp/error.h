/* The one table that turns an error kind into what the wire says: stanza errors (RFC 6120 section 8.3.3), stream
 * errors (4.9.3) and SASL failures (6.5). Kinds that a layer does not know become internal-server-error,
 * undefined-condition or temporary-auth-failure there. */
#ifndef NX_XMPP_ERROR_H
#define NX_XMPP_ERROR_H

#include "base/error.h"

/* "item-not-found". */
const char *nx_error_stanza_condition(enum nx_error_kind kind);
/* "cancel", "modify", "auth", "wait": the type that section 8.3.3 gives the condition. */
const char *nx_error_stanza_type(enum nx_error_kind kind);
const char *nx_error_stream_condition(enum nx_error_kind kind);
const char *nx_error_sasl_condition(enum nx_error_kind kind);

#endif
