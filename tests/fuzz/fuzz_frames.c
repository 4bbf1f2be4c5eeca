/* Messages of a framed stream (RFC 7395): the first byte seeds the places where the rest is cut; the byte ff, which is in no UTF-8, stands
 * between messages. Elements called restart and hold make the stream do that from inside the event. The same messages fed whole fire the
 * same events. */
#include "xmpp/stream.h"

#include "base/assert.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "xml/tree.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct nx_xml_limits limits = { 2048, 1024, 8, 8 };

struct peer {
	struct nx_buf log;
	struct nx_xml_parsers *parsers;
	struct nx_stream *stream;
	bool is_open, is_over, is_held;
};

static void on_opened(void *ctx, const struct nx_stream_header *header)
{
	struct peer *peer = ctx;

	nx_assert(!peer->is_open && !peer->is_over && !peer->is_held && header->major <= 1);
	peer->is_open = true;
	nx_buf_printf(&peer->log, "open %s;", header->to ? header->to : "-");
}

static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct peer *peer = ctx;

	nx_assert(peer->is_open && !peer->is_over && !peer->is_held);
	nx_xml_write(&peer->log, el, nx_stream_context(peer->stream));
	if (nx_xml_is(el, NULL, "restart")) {
		peer->is_open = false;
		nx_stream_restart(peer->stream, false);
	} else if (nx_xml_is(el, NULL, "hold")) {
		peer->is_held = true;
		nx_stream_hold(peer->stream);
	}
	nx_xml_parsers_give_pool(peer->parsers, &pool);
}

static void on_closed(void *ctx)
{
	struct peer *peer = ctx;

	nx_assert(!peer->is_over && !peer->is_held);
	peer->is_over = true;
	nx_buf_puts(&peer->log, "closed;");
}

static void on_failed(void *ctx, const struct nx_error *err)
{
	struct peer *peer = ctx;

	nx_assert(!peer->is_over && !peer->is_held && err->text[0] != '\0');
	peer->is_over = true;
	/* which of two faults comes first, a malformed byte or a tag that is too long, depends on the cuts */
	nx_buf_puts(&peer->log, "failed;");
}

static const struct nx_stream_events events = { on_opened, on_element, on_closed, on_failed };

/* Who holds pauses the connection: nothing is fed behind the message. */
static void end_message(struct peer *peer)
{
	nx_stream_end_message(peer->stream);
	while (peer->is_held) {
		peer->is_held = false;
		nx_stream_continue(peer->stream);
	}
}

/* seed 0: whole. */
static void play(struct nx_buf *log_r, uint32_t seed, const char *data, size_t size)
{
	struct peer peer = { .log = NX_BUF_INIT, .parsers = nx_xml_parsers_new() };
	uint32_t random = seed;

	peer.stream = nx_stream_new_framed(peer.parsers, &limits, &events, &peer);
	while (size > 0) {
		const char *end = memchr(data, 0xff, size);
		size_t len = end ? (size_t)(end - data) : size;

		if (seed) {
			random = random * 1103515245 + 12345;
			if (len > 1 + (random >> 16) % 64)
				len = 1 + (random >> 16) % 64;
		}
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
	nx_stream_free(&peer.stream);
	nx_xml_parsers_free(&peer.parsers);
	*log_r = peer.log;
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
