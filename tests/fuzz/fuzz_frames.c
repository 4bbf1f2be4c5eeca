/* Messages of a framed stream (RFC 7395): the first byte seeds the places where the rest is cut; the byte ff, which is in no UTF-8, stands
 * between messages. Elements tell the stream's owner (peer.h) to restart and to hold from inside the event. The same messages fed whole
 * fire the same events. */
#include <string.h>

#include "base/assert.h"
#include "peer.h"
#include "xmpp/stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Who holds pauses the connection: nothing is fed behind the message. */
static void end_message(struct peer *peer)
{
	nx_stream_end_message(peer->stream);
	peer_lift_holds(peer);
}

/* seed 0: whole. */
static void play(struct nx_buf *log_r, uint32_t seed, const char *data, size_t size)
{
	struct peer peer;
	uint32_t random = seed;

	peer_init(&peer, true);
	while (size > 0) {
		const char *end = memchr(data, 0xff, size);
		size_t len = peer_cut(&random, end ? (size_t)(end - data) : size);

		nx_stream_feed(peer.stream, data, len);
		data += len;
		size -= len;
		if (size == 0 || data != end)
			continue;
		end_message(&peer);
		data++;
		size--;
	}
	end_message(&peer);
	peer_done(&peer, log_r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nx_buf whole, cut;

	if (size == 0)
		return 0;
	play(&whole, 0, (const char *)data + 1, size - 1);
	play(&cut, 1u + data[0], (const char *)data + 1, size - 1);
	nx_assert(strcmp(nx_buf_str(&whole), nx_buf_str(&cut)) == 0);
	nx_buf_done(&whole);
	nx_buf_done(&cut);
	return 0;
}
