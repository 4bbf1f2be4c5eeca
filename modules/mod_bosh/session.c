/* A BOSH session from its first request to its last answer (bosh.h). */
#include "mod_bosh/bosh.h"

#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/rand.h"
#include "net/loop.h"
#include "xml/reader.h"

#define PAYLOAD_HIGH_BYTES 65536        /* more is not taken from the session while the client does not fetch it */
#define VERSION_MINOR 11                /* of BOSH: 1.11 */

static struct nx_server *server_of(const struct bosh_session *s)
{
	return s->bosh->mod->server;
}

static int64_t now_ms(const struct bosh_session *s)
{
	return nx_clock_ms(server_of(s)->clock);
}

/* ---- ending ---- */

/* Nobody finds it any more. */
static void withdraw(struct bosh_session *s)
{
	nx_map_remove(s->bosh->sessions, s->sid, strlen(s->sid));
	nx_timer_cancel(&s->timer);
	if (nx_link_is_linked(&s->orphan))
		s->bosh->orphan_count--;
	nx_list_remove(&s->orphan);
}

void bosh_session_free(struct bosh_session *s)
{
	struct nx_pool *pool = s->pool;

	withdraw(s);
	while (s->slot_count > 0)
		bosh_slot_remove(s, &s->slots[0]);
	for (unsigned i = 0; i < BOSH_REQUESTS_MAX; i++)
		nx_mem_free(s->answers[i].text);
	nx_buf_done(&s->incoming);
	nx_buf_done(&s->payload);
	if (s->conn) {
		nx_conn_set_events(s->conn, NULL, NULL);
		nx_conn_abort(s->conn, "closed by the client");
	}
	nx_pool_free(&pool);
}

static void free_now(void *arg)
{
	bosh_session_free(arg);
}

/* Whoever is on the stack may still look at it. */
static void die(struct bosh_session *s)
{
	if (s->is_dead)
		return;
	s->is_dead = true;
	withdraw(s);
	nx_loop_defer(server_of(s)->loop, free_now, s);
}

void bosh_session_refuse(struct bosh_session *s, struct nx_http_request *request, const char *condition)
{
	nx_log(s->bosh->mod, NX_INFO, "bosh session ended peer=%s reason=\"%s\"", request ? request->address : "gone", condition);
	for (; s->slot_count > 0; bosh_slot_remove(s, &s->slots[0])) {
		struct nx_http_request *other = bosh_request_of(s, &s->slots[0]);

		if (other)
			bosh_answer_condition(s, other, "terminate", "other-request");
	}
	if (request)
		bosh_answer_condition(s, request, "terminate", condition);
	die(s);
}

/* ---- answering ---- */

static void set_timer(struct bosh_session *s);

static const char *last_condition(const struct bosh_session *s)
{
	if (s->has_stream_error)
		return "remote-stream-error";
	return s->has_said_close || s->is_terminating ? NULL : "remote-connection-failed";
}

/* §13: the oldest request hears of the end, others get nothing. */
static void answer_last(struct bosh_session *s)
{
	bosh_answer(s, &s->slots[0], "terminate", last_condition(s));
	while (s->slot_count > 0)
		bosh_answer(s, &s->slots[0], NULL, NULL);
	die(s);
}

static unsigned count_held(const struct bosh_session *s)
{
	unsigned count = 0;

	while (count < s->slot_count && s->slots[count].is_in_turn)
		count++;
	return count;
}

static bool has_somebody(const struct bosh_session *s)
{
	for (unsigned i = 0; i < s->slot_count; i++) {
		if (s->slots[i].request_id)
			return true;
	}
	return false;
}

/* §8, §10. The first answer waits for the features; a new one that has none is of no use. */
static bool is_due(const struct bosh_session *s, unsigned held)
{
	const struct bosh_slot *slot = &s->slots[0];

	if (s->is_terminating)
		return false;
	if (s->payload.len > 0 && !slot->is_pause)
		return true;
	if (slot->is_creation)
		return now_ms(s) - slot->since_ms >= s->wait_ms && !s->is_polling;
	return held > s->hold || s->pause_ms > 0 || now_ms(s) - slot->since_ms >= s->wait_ms;
}

/* What came early and whose client has gone is of no use to a session that has gone too; it would be large. */
static void forget_early(struct bosh_session *s)
{
	for (unsigned i = s->slot_count; i-- > 0; ) {
		if (!s->slots[i].is_in_turn && s->slots[i].request_id == 0)
			bosh_slot_remove(s, &s->slots[i]);
	}
}

/* So many wait for their clients; the one that has waited longest makes room. */
static void become_orphan(struct bosh_session *s)
{
	struct bosh *bosh = s->bosh;

	forget_early(s);
	if (nx_link_is_linked(&s->orphan))
		return;
	nx_list_append(&bosh->orphans, &s->orphan);
	if (++bosh->orphan_count > BOSH_ORPHANS_MAX)
		bosh_session_refuse(NX_LIST_FIRST(&bosh->orphans, struct bosh_session, orphan), NULL, "too many have ended unheard");
}

/* A request whose connection broke waits for its client to ask again, as long as nothing comes behind it. */
static void flush(struct bosh_session *s)
{
	unsigned held = 0;

	while (!s->is_dead && (held = count_held(s)) > 0) {
		if (s->slots[0].request_id == 0 && held == 1)
			break;
		if (s->is_over && s->slots[0].request_id != 0)
			answer_last(s);
		else if (s->slots[0].request_id == 0 || is_due(s, held))
			bosh_answer(s, &s->slots[0], NULL, NULL);
		else
			break;
	}
	/* Those that wait for a rid which has not come wait for nothing when the session is over. */
	if (!s->is_dead && held == 0 && s->is_over && has_somebody(s))
		answer_last(s);
	if (s->is_dead)
		return;
	if (!s->conn)
		become_orphan(s);
	set_timer(s);
}

static void flush_now(void *arg)
{
	struct bosh_session *s = arg;

	s->is_flushing = false;
	flush(s);
}

void bosh_flush_later(struct bosh_session *s)
{
	if (s->is_flushing || s->is_dead)
		return;
	s->is_flushing = true;
	nx_loop_defer(server_of(s)->loop, flush_now, s);
}

/* ---- time ---- */

/* §10: it ends without informing the client. */
static int64_t inactive_at_ms(const struct bosh_session *s)
{
	return s->last_answer_ms + (s->pause_ms > 0 ? s->pause_ms : s->inactivity_ms);
}

/* §14.2: a request waits for those before it, but not without end: one was lost, and the client does not send it again. */
static bool is_stuck(const struct bosh_session *s)
{
	const struct bosh_slot *slot = &s->slots[0];

	return !slot->is_in_turn && slot->rid != s->next_rid && now_ms(s) - slot->since_ms >= s->wait_ms + s->inactivity_ms;
}

static void time_is_up(void *arg)
{
	struct bosh_session *s = arg;

	if (has_somebody(s) && is_stuck(s)) {
		struct nx_http_request *request = bosh_request_of(s, &s->slots[0]);

		bosh_slot_remove(s, &s->slots[0]);
		bosh_session_refuse(s, request, "item-not-found");
		return;
	}
	if (has_somebody(s)) {
		flush(s);
		return;
	}
	if (now_ms(s) < inactive_at_ms(s)) {
		set_timer(s);
		return;
	}
	nx_log(s->bosh->mod, NX_INFO, "bosh session ended reason=\"no requests for %lld s\"",
	       (long long)((now_ms(s) - s->last_answer_ms) / 1000));
	die(s);
}

static void set_timer(struct bosh_session *s)
{
	int64_t due_ms = has_somebody(s) ? s->slots[0].since_ms + s->wait_ms : inactive_at_ms(s);
	int64_t left_ms = due_ms - now_ms(s);

	/* What has come too early, or waits for the session, is not due; it is looked at again. */
	if (left_ms <= 0)
		left_ms = has_somebody(s) ? 1000 : 0;
	nx_timer_set(nx_loop_timers(server_of(s)->loop), &s->timer, left_ms, time_is_up, s);
}

/* ---- holding ---- */

static void client_went(void *ctx, struct nx_http_request *request)
{
	struct bosh_session *s = ctx;

	for (unsigned i = 0; i < s->slot_count; i++) {
		if (s->slots[i].request_id == request->id)
			s->slots[i].request_id = 0;
	}
	if (!s->conn)
		bosh_flush_later(s);
	if (has_somebody(s))
		return;
	s->last_answer_ms = now_ms(s);
	set_timer(s);
}

static const struct nx_http_waiter held_waiter = { .gone = client_went };

void bosh_hold(struct bosh_session *s, struct bosh_slot *slot, struct nx_http_request *request)
{
	slot->request_id = nx_http_later(request, &held_waiter, s);
	slot->since_ms = now_ms(s);
}

/* ---- what the session says ---- */

static void session_data(void *ctx, const char *data, size_t len)
{
	struct bosh_session *s = ctx;

	if (!s->is_dead)
		nx_buf_add(&s->incoming, data, len);
}

/* <open/>, <close/> and the error are written by xmpp/stream.c; nothing else begins like them. */
static void take_message(struct bosh_session *s, const char *text, size_t len)
{
	if (nx_str_has_prefix(text, "<open ")) {
		struct nx_pool *pool = nx_pool_new("bosh", 0);
		struct nx_error err;
		const struct nx_xml *open = nx_xml_parse(pool, text, len, &err);
		const char *id = open ? nx_xml_attr(open, "id") : NULL;

		nx_str_copy(s->stream_id, sizeof(s->stream_id), id ? id : "");
		nx_pool_free(&pool);
	} else if (nx_str_has_prefix(text, "<close ")) {
		s->has_said_close = s->is_over = true;
	} else {
		s->has_stream_error |= nx_str_has_prefix(text, "<stream:error");
		nx_buf_add(&s->payload, text, len);
	}
}

static void session_message_end(void *ctx)
{
	struct bosh_session *s = ctx;

	if (s->is_dead || s->incoming.len == 0)
		return;
	take_message(s, s->incoming.data, s->incoming.len);
	nx_buf_done(&s->incoming);
	bosh_flush_later(s);
	if (s->payload.len > PAYLOAD_HIGH_BYTES)
		nx_conn_pause(s->conn, NX_PAUSE_OUTPUT_FULL);
}

static void session_drained(void *ctx)
{
	bosh_advance(ctx);
}

static void session_closed(void *ctx, const char *reason)
{
	struct bosh_session *s = ctx;

	(void)reason;   /* the session has logged it */
	s->conn = NULL;
	s->is_over = true;
	bosh_flush_later(s);
}

static const struct nx_conn_events session_events = {
	.data = session_data, .message_end = session_message_end, .drained = session_drained, .closed = session_closed,
};

/* ---- beginning ---- */

/* §7.1: the value of a header; nothing else may be in it. */
static bool is_content_type(const char *text)
{
	return strlen(text) <= 100 && text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/;=+-._ \"")] == '\0';
}

/* §7.2: the lower of the two versions. */
static const char *common_version(struct nx_pool *pool, const char *version)
{
	int64_t minor = VERSION_MINOR;

	if (!version)
		return NULL;
	if (nx_str_has_prefix(version, "1.") && nx_str_to_i64(version + 2, 0, 1000, &minor) == 0 && minor > VERSION_MINOR)
		minor = VERSION_MINOR;
	return nx_pool_printf(pool, "1.%lld", (long long)minor);
}

/* NULL: a session can be made. */
static const char *why_not(const struct bosh *bosh, const struct nx_http_request *request, const struct nx_xml *body)
{
	const struct nx_server *server = bosh->mod->server;
	const char *to = nx_xml_attr(body, "to"), *content = nx_xml_attr(body, "content");
	const char *domain = to ? nx_jid_prep_domain(request->pool, to, &(struct nx_error){0}) : NULL;

	if (bosh_number(body, "rid", BOSH_RID_MAX, 0) == 0 || (content && !is_content_type(content)))
		return "bad-request";
	if (server->is_stopping || !server->c2s)
		return "system-shutdown";
	if (!to || !*to)
		return "improper-addressing";
	return domain && nx_server_find_host(server, domain, strlen(domain)) ? NULL : "host-unknown";
}

static void agree(struct bosh_session *s, const struct nx_xml *body)
{
	const struct nx_conf *conf = server_of(s)->conf;
	const char *content = nx_xml_attr(body, "content"), *newkey = nx_xml_attr(body, "newkey");

	s->to = nx_pool_strdup(s->pool, nx_xml_attr(body, "to"));
	s->lang = nx_pool_strdup(s->pool, nx_xml_attr_ns(body, NX_NS_XML, "lang"));
	s->version = common_version(s->pool, nx_xml_attr(body, "ver"));
	s->content_type = nx_pool_strdup(s->pool, content ? content : "text/xml; charset=utf-8");
	s->hold = (unsigned)bosh_number(body, "hold", BOSH_HOLD_MAX, 1);
	s->wait_ms = nx_conf_period_ms(conf, NULL, "bosh_wait");
	s->wait_ms = 1000 * bosh_number(body, "wait", s->wait_ms / 1000, s->wait_ms / 1000);
	s->is_polling = s->hold == 0 || s->wait_ms == 0;        /* §12 */
	if (s->is_polling)
		s->hold = 0;
	s->requests = s->hold + 1;
	s->polling_ms = nx_conf_period_ms(conf, NULL, "bosh_polling");
	s->inactivity_ms = nx_conf_period_ms(conf, NULL, "bosh_inactivity") + (s->is_polling ? 2 * s->polling_ms : 0);
	nx_str_copy(s->key, sizeof(s->key), newkey ? newkey : "");
}

static struct bosh_session *session_new(struct bosh *bosh, const struct nx_http_request *request, const struct nx_xml *body)
{
	struct nx_pool *pool = nx_pool_new("bosh", 0);
	struct bosh_session *s = NX_NEW(pool, struct bosh_session);
	struct nx_conn *session_end;

	s->bosh = bosh;
	s->pool = pool;
	s->is_secure = request->is_secure;
	nx_rand_name(s->sid, BOSH_SID_LEN);
	nx_map_set(bosh->sessions, s->sid, BOSH_SID_LEN, s);
	agree(s, body);
	s->last_answer_ms = now_ms(s);
	nx_conn_relay_pair(bosh->mod->server->loop, request->address, s->is_secure, &session_end, &s->conn, &bosh->mod->log);
	nx_conn_set_events(s->conn, &session_events, s);
	nx_c2s_take(bosh->mod->server->c2s, session_end);
	return s;
}

void bosh_session_create(struct bosh *bosh, struct nx_http_request *request, const struct nx_xml *body)
{
	const char *condition = why_not(bosh, request, body);

	if (condition) {
		bosh_answer_condition(NULL, request, "terminate", condition);
		return;
	}
	int64_t rid = bosh_number(body, "rid", BOSH_RID_MAX, 0);
	struct bosh_session *s = session_new(bosh, request, body);
	struct bosh_slot *slot = bosh_slot_add(s, rid);

	slot->is_creation = slot->is_in_turn = true;
	s->next_rid = rid + 1;
	s->last_new_ms = now_ms(s);
	bosh_open_stream(s, body);
	bosh_hold(s, slot, request);
	set_timer(s);
}
