/* Who owns a stream that is fuzzed: writes down what it hears, and does from inside the events what elements called restart, starttls
 * (not in a framed stream) and hold tell it. */
#ifndef NX_FUZZ_PEER_H
#define NX_FUZZ_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct peer {
	struct nx_buf log;
	struct nx_xml_parsers *parsers;
	struct nx_stream *stream;
	bool is_framed, is_open, is_over, is_held, has_dropped;
};

void peer_init(struct peer *peer, bool is_framed);
/* What it has heard is the caller's. */
void peer_done(struct peer *peer, struct nx_buf *log_r);
void peer_lift_holds(struct peer *peer);

/* How much of len is fed next: random 0: all of it. */
size_t peer_cut(uint32_t *random, size_t len);

#endif
