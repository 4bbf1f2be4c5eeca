/* How stanzas reach sessions, in the right order (core/event.h, doc/internals/durability.md).
 *
 * The rule: what an event shows to a session waits for the last job of its sender, for the recipient's own job (its offline
 * messages), and for what is held for the recipient already. Usually nothing is pending and the bytes go straight into the
 * connection's queue. Otherwise they are held behind a fence in the store's own queue, and the fence becomes the last
 * job of the sender, so that nothing later can overtake. What is held counts against the store's bound in bytes, and against
 * what its sender may owe the disk (nx_pace_owe). For a recipient that keeps up it is no reason to be closed when it comes all at once.
 *
 * A client that reads too slowly is spared what it can do without. Of presence it learns the last state when it has caught
 * up: whoever promises that is asked first (hook presence_spared: mod_presence). */
#include "core/event.h"

#include <string.h>

#include "base/blob.h"
#include "base/mem.h"
#include "base/pool.h"
#include "core/hooks.h"
#include "core/server.h"
#include "core/session.h"
#include "core/session_private.h"
#include "store/store.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/stream.h"

/* The start tag differs from session to session in its address, and in what a stream has declared before it. */
struct nx_parcel {
	struct nx_xml *stanza;
	enum nx_stanza_kind kind;
	struct nx_blob *tail;
	const struct nx_xml_context *context;   /* of the first session; NULL: none yet */
	const char *head;                       /* the start tag in that, up to the address */
	size_t head_len;
	bool is_counted;                        /* somebody's fence holds the tail and counts it */
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
	parcel->kind = nx_stanza_kind(stanza);
	parcel->tail = nx_blob_new(buf->data, buf->len);
	nx_pool_on_free(ev->pool, drop_tail, &parcel->tail);
	return parcel;
}

/* ---- what a slow receiver can do without ---- */

enum need {
	NEEDED,
	NOT_NEEDED,             /* chat states */
	NEEDED_IN_THE_END,      /* presence, which changes again */
};

static enum need need_of(const struct nx_event *ev, const struct nx_xml *stanza)
{
	enum nx_stanza_kind kind = nx_stanza_kind(stanza);
	enum nx_stanza_type type = nx_stanza_type(kind, stanza);

	if (kind == NX_STANZA_PRESENCE && (type == NX_TYPE_AVAILABLE || type == NX_TYPE_UNAVAILABLE) && !ev->needs_presence)
		return NEEDED_IN_THE_END;
	return kind == NX_STANZA_MESSAGE && type != NX_TYPE_ERROR && !nx_message_has_content(stanza) ? NOT_NEEDED : NEEDED;
}

static bool is_spared(struct nx_session *to, enum need need, const char *from)
{
	enum nx_verdict verdict;

	if (need == NEEDED || !nx_session_is_behind(to))
		return false;
	if (need == NOT_NEEDED)
		return true;
	NX_ASK(to->server, &verdict, presence_spared, to, from);
	to->was_spared = to->was_spared || verdict == NX_DONE;
	return verdict == NX_DONE;
}

static void write_now(struct nx_session *to, enum nx_stanza_kind kind, const char *head, size_t head_len, struct nx_blob *tail, uint64_t answer)
{
	to->server->counts.stanzas_out[kind]++;
	nx_session_write_parts(to, head, head_len, tail, answer);
}

/* ---- held behind a fence ---- */

struct held {
	struct nx_server *server;
	uint64_t sess_id, answer;       /* answer: as in nx_session_write_parts() */
	uint64_t sender_id;             /* the session that owes it; 0: the server's own */
	size_t size_bytes;
	struct nx_blob *tail;
	enum nx_stanza_kind kind;
	enum need need;
	const char *from;               /* of presence; behind the head */
	size_t head_len;
	char head[];
};

static uint64_t answer_of(const struct nx_event *ev, const struct nx_session *to)
{
	return ev->sess == to ? ev->id : 0;
}

static void release_held(void *ctx, const struct nx_result *result)
{
	struct held *held = ctx;
	struct nx_session *sess = nx_server_find_session(held->server, held->sess_id);

	(void)result;   /* a fence cannot fail */
	nx_pace_pay(held->server, held->sender_id, held->size_bytes);
	if (sess) {
		nx_session_expect_held(sess);
		sess->held_bytes -= held->head_len + (held->tail ? held->tail->len : 0);
		if (!is_spared(sess, held->need, held->from))
			write_now(sess, held->kind, held->head, held->head_len, held->tail, held->answer);
	}
	nx_blob_unref(&held->tail);
	nx_mem_free(held);
}

/* What the memory for it is; a tail that many share is counted once. */
static size_t size_of(const struct held *held, struct nx_parcel *parcel)
{
	size_t size_bytes = sizeof(*held) + held->head_len;

	if (parcel && !parcel->is_counted)
		size_bytes += parcel->tail->len;
	if (parcel)
		parcel->is_counted = true;
	return size_bytes;
}

static void hold_back(struct nx_event *ev, struct nx_session *to, const struct nx_xml *stanza, enum nx_stanza_kind kind,
		      struct nx_parcel *parcel)
{
	const struct nx_buf *head = &ev->server->scratch;
	enum need need = need_of(ev, stanza);
	const char *from = need == NEEDED_IN_THE_END ? nx_xml_attr(stanza, "from") : "";
	size_t head_len = head->len, from_size = strlen(from) + 1;
	struct held *held = nx_mem_new(sizeof(*held) + head_len + from_size);

	held->server = ev->server;
	held->sess_id = to->id;
	held->answer = answer_of(ev, to);
	held->sender_id = ev->sess ? ev->sess->id : 0;
	held->tail = parcel ? nx_blob_ref(parcel->tail) : NULL;
	held->kind = kind;
	held->need = need;
	held->head_len = head_len;
	memcpy(held->head, head->data, head_len);
	held->from = memcpy(held->head + head_len, from, from_size);
	held->size_bytes = size_of(held, parcel);
	to->held_bytes += head_len + (parcel ? parcel->tail->len : 0);

	uint64_t fence = nx_store_fence_holding(ev->server->store, held->size_bytes, NULL, release_held, held);
	to->fence_job = fence;
	ev->job = fence;
	if (ev->sess) {
		ev->sess->sent_job = fence;
		nx_pace_owe(ev->sess, held->size_bytes);
	}
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

/* What is to be written, or its head when there is a parcel, stands in scratch. */
static void write_or_hold(struct nx_event *ev, struct nx_session *to, const struct nx_xml *stanza, enum nx_stanza_kind kind,
			  struct nx_parcel *parcel)
{
	const struct nx_buf *buf = &ev->server->scratch;

	if (must_wait(ev, to))
		hold_back(ev, to, stanza, kind, parcel);
	else if (!nx_session_is_behind(to) || !is_spared(to, need_of(ev, stanza), nx_xml_attr(stanza, "from")))
		write_now(to, kind, buf->data, buf->len, parcel ? parcel->tail : NULL, answer_of(ev, to));
}

/* Into scratch, which is empty. */
static void write_head(struct nx_event *ev, struct nx_parcel *parcel, const struct nx_xml_context *context)
{
	struct nx_buf *buf = &ev->server->scratch;

	if (context == parcel->context) {
		nx_buf_add(buf, parcel->head, parcel->head_len);
		return;
	}
	nx_xml_write_head(buf, parcel->stanza, context);
	if (parcel->context)
		return;
	parcel->context = context;
	parcel->head = nx_pool_memdup(ev->pool, buf->data, buf->len);
	parcel->head_len = buf->len;
}

void nx_event_deliver(struct nx_event *ev, struct nx_parcel *parcel, struct nx_session *to, const char *to_attr)
{
	struct nx_buf *buf = &ev->server->scratch;

	nx_buf_clear(buf);
	write_head(ev, parcel, nx_stream_context(to->stream));
	nx_xml_write_to(buf, to_attr ? to_attr : nx_xml_attr(parcel->stanza, "to"));
	write_or_hold(ev, to, parcel->stanza, parcel->kind, parcel);
}

void nx_event_send(struct nx_event *ev, struct nx_session *to, struct nx_xml *stanza)
{
	struct nx_buf *buf = &ev->server->scratch;

	nx_buf_clear(buf);
	nx_xml_write(buf, stanza, nx_stream_context(to->stream));
	write_or_hold(ev, to, stanza, stanza == ev->stanza ? ev->kind : nx_stanza_kind(stanza), NULL);
}
