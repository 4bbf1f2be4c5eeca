/* Stream bytes: the first byte seeds the places where the rest is cut. Elements called restart, starttls and hold make the
 * stream do that from inside the event. The same bytes fed whole fire the same events, except where it depends on the cuts:
 * what a restart drops, and how early expat takes zero bytes for another encoding. */
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
	bool is_open, is_over, is_held, has_dropped;
};

static void on_opened(void *ctx, const struct nx_stream_header *header)
{
	struct peer *peer = ctx;

	nx_assert(!peer->is_open && !peer->is_over && !peer->is_held && header->major <= 1);
	peer->is_open = true;
	nx_buf_printf(&peer->log, "open %s;", header->to ? header->to : "-");
}

static void restart(struct peer *peer, bool drop_rest)
{
	peer->is_open = false;
	peer->has_dropped |= drop_rest;
	nx_stream_restart(peer->stream, drop_rest);
}

static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct peer *peer = ctx;

	nx_assert(peer->is_open && !peer->is_over && !peer->is_held);
	nx_xml_write(&peer->log, el, nx_stream_context(peer->stream));
	if (nx_xml_is(el, NULL, "restart")) {
		restart(peer, false);
	} else if (nx_xml_is(el, NULL, "starttls")) {
		restart(peer, true);
	} else if (nx_xml_is(el, NULL, "hold")) {
		peer->is_held = true;
		nx_stream_hold(peer->stream);
	}
	nx_xml_parsers_give_pool(peer->parsers, &pool);
}

static void on_closed(void *ctx)
{
	struct peer *peer = ctx;

	nx_assert(peer->is_open && !peer->is_over && !peer->is_held);
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

static void lift_holds(struct peer *peer)
{
	while (peer->is_held) {
		peer->is_held = false;
		nx_stream_continue(peer->stream);
	}
}

/* seed 0: whole. Returns whether something was dropped. */
static bool play(struct nx_buf *log_r, uint32_t seed, const char *data, size_t size)
{
	struct peer peer = { .log = NX_BUF_INIT, .parsers = nx_xml_parsers_new() };
	uint32_t random = seed;

	peer.stream = nx_stream_new(peer.parsers, &limits, &events, &peer);
	while (size > 0) {
		size_t len = size;

		if (seed) {
			random = random * 1103515245 + 12345;
			len = 1 + (random >> 16) % 64;
			if (len > size)
				len = size;
		}
		nx_stream_feed(peer.stream, data, len);
		if (!seed || (random >> 24 & 1))
			lift_holds(&peer);
		data += len;
		size -= len;
	}
	lift_holds(&peer);
	nx_stream_free(&peer.stream);
	nx_xml_parsers_free(&peer.parsers);
	*log_r = peer.log;
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
