/* Answers to a client: <body/> with payloads, attributes of a new session, conditions (bosh.h). */
#include "mod_bosh/bosh.h"

#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "net/conn.h"
#include "xml/writer.h"

#define USUAL_TYPE "text/xml; charset=utf-8"

static void add(struct nx_buf *buf, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	nx_buf_printf(buf, " %s='", name);
	nx_xml_escape(buf, value, strlen(value));
	nx_buf_putc(buf, '\'');
}

static void add_number(struct nx_buf *buf, const char *name, int64_t value)
{
	nx_buf_printf(buf, " %s='%lld'", name, (long long)value);
}

/* §7.2, XEP-0206 §4 */
static void add_session(struct nx_buf *buf, const struct bosh_session *s)
{
	const struct nx_conf *conf = s->bosh->mod->server->conf;

	add(buf, "sid", s->sid);
	add_number(buf, "wait", s->wait_ms / 1000);
	add_number(buf, "requests", s->requests);
	add_number(buf, "hold", s->hold);
	add_number(buf, "inactivity", s->inactivity_ms / 1000);
	add_number(buf, "maxpause", nx_conf_period_ms(conf, NULL, "bosh_pause_max") / 1000);
	if (s->polling_ms > 0)
		add_number(buf, "polling", s->polling_ms / 1000);
	add(buf, "ver", s->version);
	add(buf, "from", s->to);
	add(buf, "authid", s->stream_id);
	nx_buf_puts(buf, " xmpp:version='1.0' xmpp:restartlogic='true'");
}

/* §9.1: the highest rid up to which all have come, unless that is this one. */
static void add_ack(struct nx_buf *buf, const struct bosh_session *s, const struct bosh_slot *slot)
{
	if (slot->is_creation || s->next_rid - 1 > slot->rid)
		add_number(buf, "ack", slot->is_creation ? slot->rid : s->next_rid - 1);
}

static void compose(struct nx_buf *buf, struct bosh_session *s, const struct bosh_slot *slot, const char *type, const char *condition)
{
	nx_buf_puts(buf, "<body xmlns='" NX_NS_BOSH "' xmlns:xmpp='" NX_NS_XBOSH "' xmlns:stream='" NX_NS_STREAMS "'");
	add(buf, "type", type);
	add(buf, "condition", condition);
	if (slot->is_creation && !type)
		add_session(buf, s);
	add_ack(buf, s, slot);
	if (slot->is_pause || slot->request_id == 0 || s->payload.len == 0) {
		nx_buf_puts(buf, "/>");
		return;
	}
	nx_buf_putc(buf, '>');
	nx_buf_add(buf, s->payload.data, s->payload.len);
	nx_buf_puts(buf, "</body>");
	nx_buf_done(&s->payload);
}

/* §14.3: kept for a client that asks again. Not those of pauses. */
static void keep(struct bosh_session *s, const struct bosh_slot *slot, const struct nx_buf *buf)
{
	struct bosh_answer *answer = &s->answers[s->next_answer];

	s->next_answer = (s->next_answer + 1) % s->requests;
	nx_mem_free(answer->text);
	*answer = (struct bosh_answer){ .rid = slot->rid, .text = nx_mem_new(buf->len + 1), .len = buf->len };
	memcpy(answer->text, buf->data, buf->len);
	memcpy(answer->key, slot->key, sizeof(answer->key));
}

struct nx_http_request *bosh_request_of(const struct bosh_session *s, const struct bosh_slot *slot)
{
	return slot->request_id ? nx_site_find_request(s->bosh->mod->server->site, slot->request_id) : NULL;
}

void bosh_answer(struct bosh_session *s, struct bosh_slot *slot, const char *type, const char *condition)
{
	struct nx_http_request *request = bosh_request_of(s, slot);
	struct nx_buf buf = NX_BUF_INIT;

	s->was_answered_empty = s->payload.len == 0;
	s->last_answer_ms = nx_clock_ms(s->bosh->mod->server->clock);
	compose(&buf, s, slot, type, condition);
	if (!slot->is_pause)
		keep(s, slot, &buf);
	bosh_slot_remove(s, slot);
	if (request)
		nx_http_answer(request, 200, s->content_type, buf.data, buf.len);
	nx_buf_done(&buf);
	if (s->conn)
		nx_conn_resume(s->conn, NX_PAUSE_OUTPUT_FULL);
}

void bosh_answer_again(const struct bosh_session *s, struct nx_http_request *request, const struct bosh_answer *answer)
{
	nx_http_answer(request, 200, s->content_type, answer->text, answer->len);
}

/* §17.1: clients of before BOSH 1.6 know these only. */
static unsigned status_of(const struct bosh_session *s, const char *condition)
{
	static const struct { const char *condition; unsigned status; } statuses[] = {
		{ "bad-request", 400 }, { "policy-violation", 403 }, { "item-not-found", 404 },
	};

	for (size_t i = 0; s && !s->version && condition && i < sizeof(statuses) / sizeof(statuses[0]); i++) {
		if (strcmp(statuses[i].condition, condition) == 0)
			return statuses[i].status;
	}
	return 200;
}

void bosh_answer_condition(const struct bosh_session *s, struct nx_http_request *request, const char *type, const char *condition)
{
	struct nx_buf buf = NX_BUF_INIT;

	nx_buf_puts(&buf, "<body xmlns='" NX_NS_BOSH "'");
	add(&buf, "type", type);
	add(&buf, "condition", condition);
	nx_buf_puts(&buf, "/>");
	nx_http_answer(request, status_of(s, condition), s ? s->content_type : USUAL_TYPE, buf.data, buf.len);
	nx_buf_done(&buf);
}
