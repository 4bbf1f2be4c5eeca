/* How stanzas reach sessions, in the right order (core/event.h, DESIGN.md section 2 "Durable before visible").
 *
 * The rule: what an event shows to a session waits for the last job of its sender, for the recipient's own job (its offline
 * messages), and for what is held for the recipient already. Usually nothing is pending and the bytes go straight into the
 * connection's queue. Otherwise they are held behind a fence in the store's own queue, and the fence becomes the last
 * job of the sender, so that nothing later can overtake. */
#include "core/event.h"

#include <string.h>

#include "base/blob.h"
#include "base/mem.h"
#include "base/pool.h"
#include "core/server.h"
#include "core/session.h"
#include "store/store.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/stream.h"

struct nx_parcel {
	struct nx_xml *stanza;
	struct nx_blob *tail;
};

static void drop_tail(void *arg)
{
	nx_blob_unref(arg);
}

struct nx_parcel *nx_parcel_new(struct nx_event *ev, struct nx_xml *stanza)
{
	struct nx_parcel *parcel = NX_NEW(ev->pool, struct nx_parcel);
	struct nx_buf *buf = &ev->server->scratch;

	nx_buf_clear(buf);
	nx_xml_write_tail(buf, stanza);
	parcel->stanza = stanza;
	parcel->tail = nx_blob_new(buf->data, buf->len);
	nx_pool_on_free(ev->pool, drop_tail, &parcel->tail);
	return parcel;
}

/* ---- held behind a fence ---- */

struct held {
	struct nx_server *server;
	uint64_t sess_id;
	struct nx_blob *tail;
	size_t head_len;
	char head[];
};

static void release_held(void *ctx, const struct nx_result *result)
{
	struct held *held = ctx;
	struct nx_session *sess = nx_server_find_session(held->server, held->sess_id);

	(void)result;   /* a fence cannot fail */
	if (sess)
		nx_session_write_parts(sess, held->head, held->head_len, held->tail);
	nx_blob_unref(&held->tail);
	nx_mem_free(held);
}

static void hold_back(struct nx_event *ev, struct nx_session *to, const char *head, size_t head_len, struct nx_blob *tail)
{
	struct held *held = nx_mem_new(sizeof(*held) + head_len);

	held->server = ev->server;
	held->sess_id = to->id;
	held->tail = tail ? nx_blob_ref(tail) : NULL;
	held->head_len = head_len;
	memcpy(held->head, head, head_len);

	uint64_t fence = nx_store_fence(ev->server->store, NULL, release_held, held);
	to->fence_job = fence;
	ev->job = fence;
	if (ev->sess)
		ev->sess->sent_job = fence;
}

static bool must_wait(const struct nx_event *ev, const struct nx_session *to)
{
	uint64_t finished = nx_store_finished(ev->server->store);

	if (ev->job > finished || to->inbound_job > finished)
		return true;
	/* What is held for the recipient comes first, unless this event's own job has just finished: then all that is still held
	 * was said after it. */
	return to->fence_job > finished && !ev->shows_commit;
}

/* ---- delivering ---- */

void nx_event_deliver(struct nx_event *ev, struct nx_parcel *parcel, struct nx_session *to, const char *to_attr)
{
	struct nx_buf *buf = &ev->server->scratch;

	nx_buf_clear(buf);
	nx_xml_write_head(buf, parcel->stanza, &nx_stream_context,
			  to_attr ? to_attr : nx_xml_attr(parcel->stanza, "to"));
	if (must_wait(ev, to))
		hold_back(ev, to, buf->data, buf->len, parcel->tail);
	else
		nx_session_write_parts(to, buf->data, buf->len, parcel->tail);
}

void nx_event_send(struct nx_event *ev, struct nx_session *to, struct nx_xml *stanza)
{
	struct nx_buf *buf = &ev->server->scratch;

	nx_buf_clear(buf);
	nx_xml_write(buf, stanza, &nx_stream_context);
	if (must_wait(ev, to))
		hold_back(ev, to, buf->data, buf->len, NULL);
	else
		nx_session_write_parts(to, buf->data, buf->len, NULL);
}
