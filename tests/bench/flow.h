/* Messages from one sender to one receiver, numbered: each body begins with flow, number and time of sending in hexadecimal.
 * The receiver's side finds what was lost, doubled or came out of order. */
#ifndef BENCH_FLOW_H
#define BENCH_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stats.h"

struct bench;
struct client;
struct stanza;

struct flow {
	uint32_t sent, received, next;
	uint32_t doubled, out_of_order;
	uint64_t *seen;                 /* one bit per number */
	uint32_t seen_words;
};

/* The sums over many flows. */
struct flow_sum {
	uint64_t sent, received, lost, doubled, out_of_order;
};

/* Sends the next message of flow number index; sent_ns goes into the body, which has at least FLOW_BODY_MIN bytes. */
#define FLOW_BODY_MIN 35
void flow_send(struct flow *flow, uint32_t index, struct client *from, const char *to, int64_t body_bytes, int64_t sent_ns);
/* Notes a message in its flow: true with the time of sending. False when it is none of ours; an error stanza is counted as a failure. */
bool flow_receive(struct bench *bench, struct flow *flows, uint32_t flow_count, const struct stanza *st, int64_t *sent_ns_r);
void flow_add_up(const struct flow *flows, uint32_t count, struct flow_sum *sum_r);
void flow_free(struct flow *flows, uint32_t count);

#endif
