/* Numbered messages (flow.h). */
#include "flow.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "bench.h"
#include "client.h"

#define HEAD_MAX 256

static char *put_hex(char *at, uint64_t value, int digits)
{
	for (int i = digits - 1; i >= 0; i--, value >>= 4)
		at[i] = "0123456789abcdef"[value & 15];
	return at + digits;
}

static char *put(char *at, const char *text)
{
	size_t len = strlen(text);

	memcpy(at, text, len);
	return at + len;
}

void flow_send(struct flow *flow, uint32_t index, struct client *from, const char *to, int64_t body_bytes, int64_t sent_ns)
{
	size_t padding = body_bytes > FLOW_BODY_MIN ? (size_t)body_bytes - FLOW_BODY_MIN : 0;
	bool is_websocket = from->shared->options->is_websocket;
	char *begin, *at;

	if (from->conn.fd < 0)
		return;
	begin = conn_reserve(&from->conn, HEAD_MAX + padding);
	at = is_websocket ? put(begin + WEBSOCKET_HEAD, "<message xmlns='jabber:client' to='") : put(begin, "<message to='");
	at = put(at, to);
	at = put(at, "' type='chat' id='m");
	at = put_hex(at, flow->sent, 8);
	at = put(at, "'><body>");
	at = put_hex(at, index, 8);
	*at++ = ' ';
	at = put_hex(at, flow->sent, 8);
	*at++ = ' ';
	at = put_hex(at, (uint64_t)sent_ns, 16);
	*at++ = ' ';
	memset(at, 'x', padding);
	at = put(at + padding, "</body></message>");
	if (is_websocket)
		websocket_put_head(begin, (size_t)(at - begin) - WEBSOCKET_HEAD);
	from->conn.out.len += (size_t)(at - begin);
	flow->sent++;
}

/* Value of so many hexadecimal digits and the blank behind them; -1 when they are something else. */
static int64_t take_hex(const char **at, int digits)
{
	uint64_t value = 0;

	for (int i = 0; i < digits; i++) {
		char c = *(*at)++;
		int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;

		if (digit < 0)
			return -1;
		value = value << 4 | (uint64_t)digit;
	}
	return *(*at)++ == ' ' ? (int64_t)value : -1;
}

/* 0 with the index of its flow and the time of sending, or -1 when it is none of ours. */
static int parse_message(const struct stanza *st, uint32_t flow_count, uint32_t *index_r, uint32_t *number_r, int64_t *sent_ns_r)
{
	size_t len;
	const char *body;
	int64_t index, number, sent_ns;

	if (!stanza_is(st, "message") || stanza_attr_is(st, "type", "error"))
		return -1;
	body = stanza_text(st, "body", &len);
	if (!body || len < FLOW_BODY_MIN)
		return -1;
	index = take_hex(&body, 8);
	number = index < 0 ? -1 : take_hex(&body, 8);
	sent_ns = number < 0 ? -1 : take_hex(&body, 16);
	if (sent_ns < 0 || index >= flow_count)
		return -1;
	*index_r = (uint32_t)index;
	*number_r = (uint32_t)number;
	*sent_ns_r = sent_ns;
	return 0;
}

static void take_number(struct flow *flow, uint32_t number)
{
	uint32_t word = number / 64;
	uint64_t bit = 1ULL << (number % 64);

	if (word >= flow->seen_words) {
		uint32_t words = 2 * word + 16;

		flow->seen = nx_mem_resize(flow->seen, words * sizeof *flow->seen);
		memset(flow->seen + flow->seen_words, 0, (words - flow->seen_words) * sizeof *flow->seen);
		flow->seen_words = words;
	}
	if (flow->seen[word] & bit) {
		flow->doubled++;
		return;
	}
	flow->seen[word] |= bit;
	flow->received++;
	/* Late ones only: a gap that nothing fills later is a loss and no disorder. */
	if (number < flow->next)
		flow->out_of_order++;
	else
		flow->next = number + 1;
}

bool flow_receive(struct bench *bench, struct flow *flows, uint32_t flow_count, const struct stanza *st, int64_t *sent_ns_r)
{
	uint32_t index, number;

	if (parse_message(st, flow_count, &index, &number, sent_ns_r) == 0) {
		take_number(&flows[index], number);
		return true;
	}
	if (stanza_attr_is(st, "type", "error"))
		bench_count_failure(bench, "an error stanza");
	return false;
}

void flow_add_up(const struct flow *flows, uint32_t count, struct flow_sum *sum_r)
{
	*sum_r = (struct flow_sum){ 0 };
	for (uint32_t i = 0; i < count; i++) {
		sum_r->sent += flows[i].sent;
		sum_r->received += flows[i].received;
		sum_r->doubled += flows[i].doubled;
		sum_r->out_of_order += flows[i].out_of_order;
	}
	sum_r->lost = sum_r->sent - sum_r->received;
}

void flow_free(struct flow *flows, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		nx_mem_free(flows[i].seen);
	nx_mem_free(flows);
}
