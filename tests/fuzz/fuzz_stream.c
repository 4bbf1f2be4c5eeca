/* Stream bytes: the first byte seeds the places where the rest is cut. Elements tell the stream's owner (peer.h) to restart, to begin
 * TLS and to hold from inside the event. The same bytes fed whole fire the same events, except where it depends on the cuts:
 * what a restart drops, and how early expat takes zero bytes for another encoding. */
#include <string.h>

#include "base/assert.h"
#include "peer.h"
#include "xmpp/stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* seed 0: whole. Returns whether something was dropped. */
static bool play(struct nx_buf *log_r, uint32_t seed, const char *data, size_t size)
{
	struct peer peer;
	uint32_t random = seed;

	peer_init(&peer, false);
	while (size > 0) {
		size_t len = peer_cut(&random, size);

		nx_stream_feed(peer.stream, data, len);
		if (!seed || (random >> 24 & 1))
			peer_lift_holds(&peer);
		data += len;
		size -= len;
	}
	peer_lift_holds(&peer);
	peer_done(&peer, log_r);
	return peer.has_dropped;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nx_buf whole, cut;
	bool may_differ;

	if (size == 0)
		return 0;
	may_differ = play(&whole, 0, (const char *)data + 1, size - 1);
	may_differ |= play(&cut, 1u + data[0], (const char *)data + 1, size - 1);
	nx_assert(may_differ || strcmp(nx_buf_str(&whole), nx_buf_str(&cut)) == 0);
	nx_buf_done(&whole);
	nx_buf_done(&cut);
	return 0;
}
