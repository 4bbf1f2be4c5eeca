/* Requests of a session in the order of their rids (bosh.h): what comes early waits for its turn, what comes again gets the same answer,
 * what breaks the rules ends the session (XEP-0124 §11, §12, §14, §15). */
#include "mod_bosh/bosh.h"

#include <string.h>
#include <strings.h>

#include <openssl/evp.h>

#include "base/assert.h"
#include "base/clock.h"

#define REPEATS_MAX 10          /* of requests that have come already, in a row (§14.3) */
#define CLOGGED_BYTES 65536     /* the session does not take them as fast as they come */

/* ---- the table ---- */

struct bosh_slot *bosh_slot_add(struct bosh_session *s, int64_t rid)
{
	unsigned at = s->slot_count;

	nx_assert(s->slot_count < BOSH_SLOTS_MAX);
	for (; at > 0 && s->slots[at - 1].rid > rid; at--)
		s->slots[at] = s->slots[at - 1];
	s->slots[at] = (struct bosh_slot){ .rid = rid, .since_ms = nx_clock_ms(s->bosh->mod->server->clock) };
	s->slot_count++;
	return &s->slots[at];
}

static void drop_body(struct bosh_session *s, struct bosh_slot *slot)
{
	if (slot->pool)
		nx_xml_parsers_give_pool(s->bosh->mod->server->parsers, &slot->pool);
	slot->el = NULL;
}

void bosh_slot_remove(struct bosh_session *s, struct bosh_slot *slot)
{
	drop_body(s, slot);
	nx_buf_done(&slot->text);
	s->slot_count--;
	for (struct bosh_slot *at = slot; at < s->slots + s->slot_count; at++)
		at[0] = at[1];
}

static struct bosh_slot *find_slot(struct bosh_session *s, int64_t rid)
{
	for (unsigned i = 0; i < s->slot_count; i++) {
		if (s->slots[i].rid == rid)
			return &s->slots[i];
	}
	return NULL;
}

/* ---- waiting for a turn ---- */

/* Whoever is not logged in can send early what is large, so nothing is kept that is larger than what was sent. */
static void keep_text(struct bosh_session *s, struct bosh_slot *slot, const struct bosh_message *message)
{
	nx_buf_add(&slot->text, message->text, message->len);
	drop_body(s, slot);
}

static void read_text(struct bosh_session *s, struct bosh_slot *slot)
{
	if (slot->el)
		return;
	slot->el = bosh_read_body(s->bosh->mod->server, slot->text.data, slot->text.len, &slot->pool);
	nx_assert(slot->el);    /* it was read before */
	nx_buf_done(&slot->text);
}

/* ---- keys ---- */

/* §15.4. True: nobody needs a key here, or this is the one. */
static bool take_key(struct bosh_session *s, const struct bosh_slot *slot)
{
	const char *newkey = nx_xml_attr(slot->el, "newkey");
	unsigned char digest[20];
	char hash[BOSH_KEY_SIZE];

	if (!*s->key)
		return true;
	EVP_Digest(slot->key, strlen(slot->key), digest, NULL, EVP_sha1(), NULL);
	nx_hex_encode(hash, digest, sizeof(digest));
	if (strcasecmp(hash, s->key) != 0)
		return false;
	nx_str_copy(s->key, sizeof(s->key), newkey ? newkey : slot->key);
	return true;
}

/* ---- one request's turn ---- */

static bool is_terminate(const struct nx_xml *body)
{
	return nx_str_eq(nx_xml_attr(body, "type"), "terminate");
}

static bool is_restart(const struct nx_xml *body)
{
	const char *restart = nx_xml_attr_ns(body, NX_NS_XBOSH, "restart");

	return nx_str_eq(restart, "true") || nx_str_eq(restart, "1");
}

static bool is_empty(const struct nx_xml *body)
{
	return !nx_xml_first_element(body) && !nx_xml_attr(body, "pause") && !is_terminate(body) && !is_restart(body);
}

/* Up to that one. Whose connection broke is not among them: a page that was loaded again goes on with the next rid. */
static unsigned count_unanswered(const struct bosh_session *s, const struct bosh_slot *last)
{
	unsigned count = 0;

	for (const struct bosh_slot *slot = s->slots; slot <= last; slot++)
		count += slot->request_id != 0;
	return count;
}

/* §11: so many are unanswered, and the last of them says nothing. §12: two that say nothing, one after the other. */
static bool is_too_frequent(const struct bosh_session *s, const struct bosh_slot *slot, int64_t now_ms)
{
	if (!slot->is_empty || now_ms - s->last_new_ms >= s->polling_ms)
		return false;
	return s->is_polling ? s->was_empty && s->was_answered_empty : count_unanswered(s, slot) >= s->requests;
}

/* §10: for one request; longer than is possible is as long as is possible. */
static void take_pause(struct bosh_session *s, struct bosh_slot *slot)
{
	int64_t max = nx_conf_period_ms(s->bosh->mod->server->conf, NULL, "bosh_pause_max") / 1000;

	s->pause_ms = 0;
	if (!nx_xml_attr(slot->el, "pause"))
		return;
	slot->is_pause = true;
	s->pause_ms = 1000 * bosh_number(slot->el, "pause", max, max);
}

static void take_turn(struct bosh_session *s, struct bosh_slot *slot)
{
	slot->is_in_turn = true;
	take_pause(s, slot);
	if (is_restart(slot->el))
		bosh_open_stream(s, slot->el);
	else
		bosh_forward(s, slot->el);
	if (is_terminate(slot->el) && s->conn) {
		s->is_terminating = true;
		nx_conn_send(s->conn, "<close xmlns='" NX_NS_FRAMING "'/>", strlen("<close xmlns='" NX_NS_FRAMING "'/>"));
		nx_conn_end_message(s->conn);
	}
	drop_body(s, slot);
}

void bosh_advance(struct bosh_session *s)
{
	int64_t now_ms = nx_clock_ms(s->bosh->mod->server->clock);
	struct bosh_slot *slot;

	while (!s->is_dead && (slot = find_slot(s, s->next_rid)) && (!s->conn || nx_conn_queued_bytes(s->conn) <= CLOGGED_BYTES)) {
		read_text(s, slot);
		const char *condition = !take_key(s, slot) ? "item-not-found" : is_too_frequent(s, slot, now_ms) ? "policy-violation" : NULL;

		if (condition) {
			struct nx_http_request *request = bosh_request_of(s, slot);

			bosh_slot_remove(s, slot);
			bosh_session_refuse(s, request, condition);
			return;
		}
		s->next_rid++;
		s->repeats = 0;
		s->was_empty = slot->is_empty;
		s->last_new_ms = now_ms;
		take_turn(s, slot);
	}
	bosh_flush_later(s);
}

/* ---- what came ---- */

static void take_new(struct bosh_session *s, struct nx_http_request *request, int64_t rid, const struct bosh_message *message)
{
	struct bosh_slot *slot = bosh_slot_add(s, rid);
	const char *key = nx_xml_attr(message->el, "key");

	slot->pool = message->pool;
	slot->el = message->el;
	slot->is_empty = is_empty(message->el);
	nx_str_copy(slot->key, sizeof(slot->key), key ? key : "");
	bosh_hold(s, slot, request);
	bosh_advance(s);
	slot = find_slot(s, rid);
	if (slot && slot->el)
		keep_text(s, slot, message);
}

/* The answer to that rid which was given before; NULL: it is no longer here. */
static const struct bosh_answer *find_answer(const struct bosh_session *s, int64_t rid)
{
	for (unsigned i = 0; i < s->requests; i++) {
		if (s->answers[i].rid == rid)
			return &s->answers[i];
	}
	return NULL;
}

/* §14.3: the request that waits is answered so that its client sends it again, which it has done already. */
static void replace(struct bosh_session *s, struct bosh_slot *slot, struct nx_http_request *request)
{
	struct nx_http_request *old = bosh_request_of(s, slot);

	bosh_hold(s, slot, request);
	if (old)
		bosh_answer_condition(s, old, "error", NULL);
	bosh_flush_later(s);
}

static void take_again(struct bosh_session *s, struct nx_http_request *request, int64_t rid, const char *key)
{
	struct bosh_slot *slot = find_slot(s, rid);
	const struct bosh_answer *answer = find_answer(s, rid);
	const char *former_key = slot ? slot->key : answer ? answer->key : "";

	if (++s->repeats > REPEATS_MAX)
		bosh_session_refuse(s, request, "policy-violation");
	else if ((!slot && !answer) || (*former_key && strcasecmp(former_key, key ? key : "") != 0))
		bosh_session_refuse(s, request, "item-not-found");
	else if (slot)
		replace(s, slot, request);
	else
		bosh_answer_again(s, request, answer);
}

/* §14.3: those whose connections broke need not wait longer for their clients to ask again. */
static void make_room(struct bosh_session *s, unsigned max)
{
	while (s->slot_count >= max && s->slots[0].is_in_turn && s->slots[0].request_id == 0)
		bosh_answer(s, &s->slots[0], NULL, NULL);
}

void bosh_take(struct bosh_session *s, struct nx_http_request *request, struct bosh_message *message)
{
	const struct nx_xml *body = message->el;
	/* §11: one more to pause or to terminate. */
	unsigned max = s->requests + (nx_xml_attr(body, "pause") || is_terminate(body) ? 1 : 0);
	int64_t rid = bosh_number(body, "rid", BOSH_RID_MAX, 0);
	const char *condition = NULL;

	if (rid >= s->next_rid && rid < s->next_rid + max)
		make_room(s, max);
	if (rid == 0)
		condition = "bad-request";
	else if (rid >= s->next_rid + max)
		condition = "item-not-found";           /* §14.2 */
	else if (rid >= s->next_rid && !find_slot(s, rid) && s->slot_count >= max)
		condition = "policy-violation";         /* §11 */
	if (!condition && rid >= s->next_rid && !find_slot(s, rid)) {
		take_new(s, request, rid, message);
		return;
	}
	if (condition)
		bosh_session_refuse(s, request, condition);
	else
		take_again(s, request, rid, nx_xml_attr(body, "key"));
	nx_xml_parsers_give_pool(s->bosh->mod->server->parsers, &message->pool);
}
