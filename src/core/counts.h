/* What the core counts for administrators and monitoring; whoever does a thing adds to it, on the loop. */
#ifndef NX_CORE_COUNTS_H
#define NX_CORE_COUNTS_H

#include <stdint.h>

#include "base/error.h"
#include "base/metrics.h"
#include "core/mechanisms.h"
#include "xmpp/stanza.h"

/* Looking at the clock twice would be a fiftieth of a message's cost; every so many events say as much about the rest. */
#define NX_EVENTS_PER_MEASURE 16

struct nx_counts {
	uint64_t stanzas_in[NX_STANZA_KINDS], stanzas_out[NX_STANZA_KINDS];     /* of clients and to them, by enum nx_stanza_kind */
	uint64_t bytes_in, bytes_out;           /* of clients' streams, without TLS */
	/* By enum nx_error_kind: stanzas answered with an error, streams ended with one, logins refused with one. */
	uint64_t stanza_errors[NX_E_LAST], stream_errors[NX_E_LAST], login_errors[NX_E_LAST];
	uint64_t connections;                   /* of clients, since the start */
	uint64_t wrong_passwords;
	uint64_t logins[NX_MECHANISMS], login_failures[NX_MECHANISMS];
	struct nx_histogram login_times[NX_MECHANISMS];         /* from the client's first message to the outcome */
	uint64_t events[NX_STANZA_KINDS];
	struct nx_histogram routing_times[NX_STANZA_KINDS];     /* of events, until nobody has anything left to do for them */
};

#endif
