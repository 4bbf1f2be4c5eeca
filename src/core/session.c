/* Sessions: bytes in, stanzas checked and stamped, bytes out, and the end (core/session.h).
 * Becoming bound is in bind.c, rate and silence in pace.c, the negotiation before in negotiate.c. */
#include "core/session.h"

#include <string.h>

#include "base/blob.h"
#include "base/error.h"
#include "base/handles.h"
#include "base/mem.h"
#include "base/pool.h"
#include "core/event.h"
#include "core/iq_ask.h"
#include "core/module.h"
#include "core/negotiate.h"
#include "core/router.h"
#include "core/session_private.h"
#include "net/conn.h"
#include "net/loop.h"
#include "xml/reader.h"
#include "xml/writer.h"
#include "xmpp/error.h"
#include "xmpp/stream.h"

/* ---- bytes in ---- */

static void conn_data(void *ctx, const char *data, size_t len)
{
	struct nx_session *sess = ctx;

	sess->last_heard_ms = nx_clock_ms(sess->server->clock);
	if (sess->state == NX_SESSION_ENDED)
		return;
	sess->server->counts.bytes_in += len;
	nx_pace_bytes(sess, len);
	nx_stream_feed(sess->stream, data, len);
}

static void conn_message_end(void *ctx)
{
	struct nx_session *sess = ctx;

	if (sess->state != NX_SESSION_ENDED)
		nx_stream_end_message(sess->stream);
}

static void conn_secured(void *ctx)
{
	struct nx_session *sess = ctx;

	nx_negotiate_secured(sess);
}

/* ---- stanzas in ---- */

static void end_with(struct nx_session *sess, enum nx_error_kind kind, const char *text, const char *reason)
{
	struct nx_error err;

	nx_fail(&err, kind, "%s", text);
	nx_session_end(sess, &err, reason);
}

/* An error for a stanza that never becomes an event. Takes pool. */
static void refuse_stanza(struct nx_session *sess, struct nx_pool *pool, struct nx_xml *el, enum nx_error_kind kind,
			  const char *text)
{
	struct nx_error err;
	const char *type = nx_xml_attr(el, "type");

	/* RFC 6120 section 8.3.1: errors are not answered with errors. */
	if (!nx_str_eq(type, "error") && !nx_str_eq(type, "result")) {
		nx_fail(&err, kind, "%s", text);
		sess->server->counts.stanza_errors[kind]++;
		nx_session_write(sess, nx_stanza_error(pool, el, &err));
	}
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}

/* RFC 6120 section 8.1.2.1: a client may name its bare or its full JID, nothing else. */
static bool is_own_address(const struct nx_session *sess, struct nx_pool *pool, const char *from)
{
	struct nx_jid jid;

	if (nx_str_eq(from, sess->jid.full))
		return true;
	if (nx_jid_parse(pool, from, &jid, NULL) < 0 || !nx_jid_eq_bare(&jid, &sess->jid))
		return false;
	return !nx_jid_has_resource(&jid) || nx_jid_eq(&jid, &sess->jid);
}

static unsigned count_elements(const struct nx_xml *el)
{
	unsigned count = 0;

	for (const struct nx_xml *child = nx_xml_first_element(el); child; child = nx_xml_next(child, NULL, NULL))
		count++;
	return count;
}

/* RFC 6120 section 8.2.3: an iq has an id, a known type, and one child in get and set. */
static const char *find_iq_fault(const struct nx_xml *el, enum nx_stanza_type type)
{
	const char *id = nx_xml_attr(el, "id");

	if (!id || !*id)
		return "An iq needs an id";
	if (type == NX_TYPE_INVALID)
		return "The type of an iq is get, set, result or error";
	if ((type == NX_TYPE_GET || type == NX_TYPE_SET) && count_elements(el) != 1)
		return "An iq of type get or set has exactly one child element";
	if (type == NX_TYPE_RESULT && count_elements(el) > 1)
		return "An iq of type result has at most one child element";
	return NULL;
}

/* RFC 6120 section 8.1.5: who receives it does not know the sender's stream, so what that said is written down. */
static void stamp_lang(const struct nx_session *sess, enum nx_stanza_kind kind, struct nx_xml *el)
{
	if (sess->lang && kind != NX_STANZA_IQ && el->first && !nx_xml_attr_ns(el, NX_NS_XML, "lang"))
		nx_xml_set_ns(el, NX_NS_XML, "lang", sess->lang);
}

static void take_stanza(struct nx_session *sess, struct nx_pool *pool, struct nx_xml *el)
{
	enum nx_stanza_kind kind = nx_stanza_kind(el);
	enum nx_stanza_type type = nx_stanza_type(kind, el);
	const char *to_text = nx_xml_attr(el, "to"), *fault = NULL;
	struct nx_jid from, to = {0};
	struct nx_error err;

	sess->stanzas_in++;
	sess->server->counts.stanzas_in[kind]++;
	nx_xml_set(el, "from", sess->jid.full);
	stamp_lang(sess, kind, el);
	if (kind == NX_STANZA_IQ)
		fault = find_iq_fault(el, type);
	else if (kind == NX_STANZA_PRESENCE && type == NX_TYPE_INVALID)
		fault = "This type of presence is unknown";       /* RFC 6121 section 4.7.1 */
	if (fault) {
		refuse_stanza(sess, pool, el, NX_E_BAD_REQUEST, fault);
		return;
	}
	if (to_text && nx_jid_parse(pool, to_text, &to, &err) < 0) {
		nx_xml_set(el, "to", sess->host->name);         /* RFC 6120 section 8.3.1: no error comes from what is no address */
		refuse_stanza(sess, pool, el, NX_E_JID_MALFORMED, err.text);
		return;
	}
	if ((type == NX_TYPE_RESULT || (type == NX_TYPE_ERROR && kind == NX_STANZA_IQ)) &&
	    nx_iq_take_answer(sess, type, el, &to)) {
		nx_xml_parsers_give_pool(sess->server->parsers, &pool);
		return;
	}
	from = nx_jid_dup(pool, &sess->jid);
	nx_event_route(sess->server, sess, pool, el, &from, &to);
}

static void stream_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct nx_session *sess = ctx;

	if (sess->state == NX_SESSION_ENDED) {
		nx_xml_parsers_give_pool(sess->server->parsers, &pool);
		return;
	}
	if (sess->state == NX_SESSION_NEGOTIATING) {
		nx_negotiate_element(sess, pool, el);
		return;
	}
	const char *from = nx_xml_attr(el, "from");
	if (nx_str_eq(el->ns, NX_NS_SERVER)) {
		end_with(sess, NX_E_INVALID_NAMESPACE, "Clients speak jabber:client", "wrong content namespace");
	} else if (nx_stanza_kind(el) == NX_STANZA_NONE) {
		end_with(sess, NX_E_UNSUPPORTED_STANZA_TYPE, "This element is not understood here", "unsupported stanza");
	} else if (from && !is_own_address(sess, pool, from)) {
		end_with(sess, NX_E_INVALID_FROM, "The from address is not yours", "forged from");
	} else {
		nx_pace_stanza(sess);
		take_stanza(sess, pool, el);
		return;
	}
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}

static void stream_opened(void *ctx, const struct nx_stream_header *header)
{
	struct nx_session *sess = ctx;

	if (sess->state == NX_SESSION_NEGOTIATING)
		nx_negotiate_opened(sess, header);
}

static void stream_failed(void *ctx, const struct nx_error *err)
{
	struct nx_session *sess = ctx;

	nx_session_end(sess, err, nx_error_stream_condition(err->kind));
}

/* ---- later, from the loop ---- */

/* Deferred calls find the session by its id. */
struct later {
	struct nx_server *server;
	uint64_t sess_id;
};

static struct later *later_new(struct nx_session *sess)
{
	struct later *later = nx_mem_new(sizeof(*later));

	later->server = sess->server;
	later->sess_id = sess->id;
	return later;
}

/* The session of a deferred call, if it still lives. Frees later. */
static struct nx_session *later_session(struct later *later)
{
	struct nx_session *sess = nx_server_find_session(later->server, later->sess_id);

	nx_mem_free(later);
	return sess && sess->state != NX_SESSION_ENDED ? sess : NULL;
}

/* ---- the client says goodbye ---- */

static void all_is_answered(void *ctx, const struct nx_result *result)
{
	struct nx_session *sess = later_session(ctx);

	(void)result;   /* a fence cannot fail */
	if (sess)
		nx_session_end(sess, NULL, "closed by the client");
}

/* RFC 6120 section 4.4: what answers its last stanzas still reaches the client. */
static void stream_closed(void *ctx)
{
	struct nx_session *sess = ctx;
	uint64_t finished = nx_store_finished(sess->server->store);

	if (sess->sent_job > finished || sess->inbound_job > finished || sess->fence_job > finished)
		nx_store_fence(sess->server->store, NULL, all_is_answered, later_new(sess));
	else
		nx_session_end(sess, NULL, "closed by the client");
}

/* ---- bytes out ---- */

void nx_session_write(struct nx_session *sess, const struct nx_xml *el)
{
	struct nx_buf *buf = &sess->server->scratch;

	sess->server->counts.stanzas_out[nx_stanza_kind(el)]++;
	nx_buf_clear(buf);
	nx_xml_write(buf, el, nx_stream_context(sess->stream));
	nx_session_write_parts(sess, buf->data, buf->len, NULL, 0);
}

static void end_overfull(void *arg)
{
	struct nx_session *sess = later_session(arg);

	if (sess)
		end_with(sess, NX_E_POLICY_VIOLATION, "The client does not read what it is sent", "output queue full");
}

/* A receiver that does not read is closed before its queue hurts the others; not from here, where
 * somebody may be walking through a list of sessions. Only an answer that would never fit, such as a long roster or everybody who is in
 * a large room, may be larger than the queue: one at a time. */
static void check_queue(struct nx_session *sess, size_t added, uint64_t answer)
{
	size_t queued = nx_conn_queued_bytes(sess->conn), max = sess->server->output_max_bytes + sess->burst_bytes;

	if (queued <= max + sess->large_bytes)
		return;
	bool begins = sess->large_bytes == 0 && queued - added <= max && (answer || added > max);

	if (begins || (answer && sess->large_answer == answer)) {
		sess->large_bytes += added;
		sess->large_answer = answer;
		return;
	}
	sess->is_overfull = true;
	nx_loop_defer(sess->server->loop, end_overfull, later_new(sess));
}

void nx_session_expect_held(struct nx_session *sess)
{
	if (sess->burst_bytes < sess->held_bytes && !nx_session_is_behind(sess))
		sess->burst_bytes = sess->held_bytes;
}

void nx_session_write_parts(struct nx_session *sess, const char *head, size_t head_len, struct nx_blob *tail, uint64_t answer)
{
	if (sess->state == NX_SESSION_ENDED || sess->is_overfull)
		return;
	nx_conn_send(sess->conn, head, head_len);
	if (tail)
		nx_conn_send_blob(sess->conn, tail);
	nx_conn_end_message(sess->conn);
	sess->server->counts.bytes_out += head_len + (tail ? tail->len : 0);
	check_queue(sess, head_len + (tail ? tail->len : 0), answer);
}

/* ---- after flush ---- */

struct flush_waiter {
	struct nx_link link;
	uint64_t offset;                /* nx_conn_bytes_sent() when it was asked */
	void (*fn)(void *ctx, struct nx_session *sess);
	void *ctx;
};

static void run_flush_waiters(struct nx_session *sess)
{
	struct flush_waiter *waiter;

	while (sess->state != NX_SESSION_ENDED &&
	       (waiter = NX_LIST_FIRST(&sess->flush_waiters, struct flush_waiter, link)) &&
	       waiter->offset <= nx_conn_bytes_written(sess->conn)) {
		nx_list_remove(&waiter->link);
		waiter->fn(waiter->ctx, sess);
		nx_mem_free(waiter);
	}
}

static void nothing_to_flush(void *arg)
{
	struct nx_session *sess = later_session(arg);

	if (sess)
		run_flush_waiters(sess);
}

void nx_session_after_flush(struct nx_session *sess, void (*fn)(void *ctx, struct nx_session *sess), void *ctx)
{
	struct flush_waiter *waiter = nx_mem_new(sizeof(*waiter));

	waiter->offset = nx_conn_bytes_sent(sess->conn);
	waiter->fn = fn;
	waiter->ctx = ctx;
	nx_list_append(&sess->flush_waiters, &waiter->link);
	if (nx_conn_queued_bytes(sess->conn) == 0)
		nx_loop_defer(sess->server->loop, nothing_to_flush, later_new(sess));
}

static void tell_caught_up(void *arg)
{
	struct nx_session *sess = later_session(arg);

	if (sess)
		NX_FIRE(sess->server, session_caught_up, sess);
}

static void conn_drained(void *ctx)
{
	struct nx_session *sess = ctx;

	sess->large_bytes = sess->burst_bytes = 0;
	if (sess->was_spared)
		nx_loop_defer(sess->server->loop, tell_caught_up, later_new(sess));
	sess->was_spared = false;
	run_flush_waiters(sess);
}

bool nx_session_is_behind(const struct nx_session *sess)
{
	return nx_conn_queued_bytes(sess->conn) > sess->server->output_drop_bytes;
}

static void drop_flush_waiters(struct nx_session *sess)
{
	struct flush_waiter *waiter;

	while ((waiter = NX_LIST_FIRST(&sess->flush_waiters, struct flush_waiter, link))) {
		nx_list_remove(&waiter->link);
		nx_mem_free(waiter);
	}
}

/* ---- holding ---- */

void nx_session_wipe_input(struct nx_session *sess)
{
	nx_conn_set_wiping(sess->conn, true);
	nx_stream_forget(sess->stream);
}

void nx_session_hold(struct nx_session *sess)
{
	if (sess->holds++ > 0 || sess->state == NX_SESSION_ENDED)
		return;
	nx_stream_hold(sess->stream);
	nx_conn_pause(sess->conn, NX_PAUSE_EVENT_WAITING);
}

/* From a turn's own stack, because the handler that lifts a hold may be deep inside another session's stanza. */
static void go_on(void *arg)
{
	struct nx_session *sess = later_session(arg);

	if (!sess || sess->holds > 0)
		return;
	nx_stream_continue(sess->stream);
	/* Only now: behind the stanzas that were kept may come the end of the connection. */
	if (sess->holds == 0)
		nx_conn_resume(sess->conn, NX_PAUSE_EVENT_WAITING);
}

void nx_session_unhold(struct nx_session *sess)
{
	if (--sess->holds > 0 || sess->state == NX_SESSION_ENDED)
		return;
	nx_loop_defer(sess->server->loop, go_on, later_new(sess));
}

/* ---- life ---- */

static void session_free(struct nx_session *sess)
{
	struct nx_pool *pool = sess->pool;

	nx_timer_cancel(&sess->timer);
	nx_timer_cancel(&sess->rate_timer);
	nx_stream_free(&sess->stream);
	nx_account_unref(&sess->account);
	nx_handles_remove(sess->server->sessions, sess->id);
	nx_pool_free(&pool);
}

static void conn_closed(void *ctx, const char *reason)
{
	struct nx_session *sess = ctx;

	/* Nothing can be written any more: leave the lists before the burial. */
	if (sess->state != NX_SESSION_ENDED)
		nx_session_end(sess, NULL, reason);
	session_free(sess);
}

static const struct nx_conn_events session_conn_events = {
	.data = conn_data, .message_end = conn_message_end, .secured = conn_secured, .drained = conn_drained, .closed = conn_closed,
};

static const struct nx_stream_events session_stream_events = {
	.opened = stream_opened, .element = stream_element, .closed = stream_closed, .failed = stream_failed,
};

struct nx_session *nx_session_new(struct nx_server *server, struct nx_conn *conn)
{
	struct nx_pool *pool = nx_pool_new("session", 1024);
	struct nx_session *sess = NX_NEW(pool, struct nx_session);

	sess->pool = pool;
	sess->server = server;
	sess->conn = conn;
	sess->slots.pool = pool;
	sess->id = nx_handles_add(server->sessions, sess);
	server->counts.connections++;
	sess->opened_ms = sess->last_heard_ms = nx_clock_ms(server->clock);
	nx_list_init(&sess->events);
	nx_list_init(&sess->questions);
	nx_list_init(&sess->flush_waiters);
	nx_session_name_log(sess);
	sess->stream = (nx_conn_is_framed(conn) ? nx_stream_new_framed : nx_stream_new)(
		server->parsers, &server->limits_before_login, &session_stream_events, sess);
	nx_conn_set_events(conn, &session_conn_events, sess);
	/* pressure_changed() in server.c pauses those that are there when it begins. */
	if (nx_store_is_full(server->store))
		nx_conn_pause(conn, NX_PAUSE_STORE);
	nx_negotiate_begin(sess);
	return sess;
}

void nx_session_name_log(struct nx_session *sess)
{
	const char *who = nx_jid_is_set(&sess->jid) ? sess->jid.full : nx_conn_peer_address(sess->conn);

	sess->log.parent = sess->host ? &sess->host->log : &sess->server->log;
	/* Slot and generation: short, and never the same twice. */
	sess->log.prefix = nx_pool_printf(sess->pool, "session=%u.%u %s=%s", (unsigned)(sess->id & UINT32_MAX),
					  (unsigned)(sess->id >> 32), nx_jid_is_set(&sess->jid) ? "jid" : "peer", who);
}

void nx_session_set_presence(struct nx_session *sess, bool is_available, int8_t priority)
{
	sess->is_available = is_available;
	sess->priority = is_available ? priority : 0;
}

/* How long a goodbye may take to reach a client that still reads. */
#define GOODBYE_MS 5000

static void say_goodbye(struct nx_session *sess, const struct nx_error *err, const char *reason)
{
	struct nx_buf *buf = &sess->server->scratch;

	nx_buf_clear(buf);
	if (err) {
		nx_stream_write_error(sess->stream, buf, err);
		nx_conn_send(sess->conn, buf->data, buf->len);
		nx_conn_end_message(sess->conn);
		nx_buf_clear(buf);
	}
	nx_stream_write_close(sess->stream, buf);
	nx_conn_send(sess->conn, buf->data, buf->len);
	nx_conn_end_message(sess->conn);
	nx_conn_close(sess->conn, reason, GOODBYE_MS);
}

void nx_session_end(struct nx_session *sess, const struct nx_error *err, const char *reason)
{
	bool was_bound = sess->state == NX_SESSION_BOUND;

	if (sess->state == NX_SESSION_ENDED)
		return;
	if (err) {
		sess->server->counts.stream_errors[err->kind]++;
		nx_negotiate_ensure_open(sess);
	}
	sess->state = NX_SESSION_ENDED;
	nx_log(sess, NX_INFO, "%s reason=\"%s\"%s%s stanzas=%llu", was_bound ? "session ended" : "connection ended",
	       reason, err && *err->text ? " " : "", err ? err->text : "", (unsigned long long)sess->stanzas_in);
	nx_timer_cancel(&sess->timer);
	nx_timer_cancel(&sess->rate_timer);
	if (was_bound) {
		nx_list_remove(&sess->in_account);
		sess->account->session_count--;
		nx_iq_drop_questions(sess);
		NX_FIRE(sess->server, session_ended, sess);
	} else {
		nx_negotiate_end(sess);
	}
	drop_flush_waiters(sess);
	nx_router_forget_session(sess);
	say_goodbye(sess, err, reason);
}
