/* The owner of a stream that is fuzzed (peer.h). */
#include "peer.h"

#include "base/assert.h"
#include "base/error.h"
#include "xml/tree.h"
#include "xmpp/stream.h"

static const struct nx_xml_limits limits = { 2048, 1024, 8, 8 };

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
	} else if (!peer->is_framed && nx_xml_is(el, NULL, "starttls")) {
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

	nx_assert((peer->is_open || peer->is_framed) && !peer->is_over && !peer->is_held);
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

void peer_init(struct peer *peer, bool is_framed)
{
	*peer = (struct peer){ .log = NX_BUF_INIT, .parsers = nx_xml_parsers_new(), .is_framed = is_framed };
	peer->stream = is_framed ? nx_stream_new_framed(peer->parsers, &limits, &events, peer)
				 : nx_stream_new(peer->parsers, &limits, &events, peer);
}

void peer_done(struct peer *peer, struct nx_buf *log_r)
{
	nx_stream_free(&peer->stream);
	nx_xml_parsers_free(&peer->parsers);
	*log_r = peer->log;
}

void peer_lift_holds(struct peer *peer)
{
	while (peer->is_held) {
		peer->is_held = false;
		nx_stream_continue(peer->stream);
	}
}

size_t peer_cut(uint32_t *random, size_t len)
{
	if (!*random)
		return len;
	*random = *random * 1103515245 + 12345;
	size_t most = 1 + (*random >> 16) % 64;
	return len < most ? len : most;
}
