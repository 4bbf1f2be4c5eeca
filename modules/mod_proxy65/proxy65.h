/* What the files of mod_proxy65 share.
 *
 * One normal case: romeo wants to send juliet a file, and neither reaches the other. He asks the component where it is (mod_proxy65.c) and tells
 * her; she connects (relay.c), speaks SOCKS5 (socks.c) and names a hash of who the two are; he does the same; he asks the component to activate
 * that stream. From then on each gets what the other sends, until one of them is gone.
 *
 * A party belongs to no stream until it has named a hash. A stream is found by its hash until it is active; then nobody can join it any more.
 *
 * Whoever connects is nobody yet: until the activation a party has little time, and gives its place to others when all are taken (make_place()). */
#ifndef MOD_PROXY65_PROXY65_H
#define MOD_PROXY65_PROXY65_H

#include "core/module.h"

#include "mod_proxy65/socks.h"

struct nx_crowd;
struct nx_listener;

/* Somebody who has connected. */
struct party {
	struct nx_link link;            /* in proxy65.parties */
	struct nx_module *mod;
	struct nx_conn *conn;
	struct stream *stream;          /* NULL: has not said which */
	struct socks socks;
	struct nx_timer patience;       /* until it is part of an active stream */
	bool is_waiting;                /* for that; its place is not safe */
	struct nx_timer room;           /* the bucket has room again */
	double tokens;                  /* bytes that it may send now */
	int64_t tokens_at_ms;
};

struct stream {
	struct nx_link link;            /* in proxy65.active; unlinked while it waits */
	struct nx_module *mod;
	char hash[SOCKS_HASH_LEN + 1];
	struct party *parties[2];       /* NULL: nobody yet, or gone */
	bool is_active;
	char *owner;                    /* who has activated it, bare */
	uint64_t bytes;
	int64_t active_at_ms, last_ms;  /* of the last byte */
	struct nx_timer idle;
};

/* The module's own. */
struct proxy65 {
	struct nx_listener *listener;   /* NULL: not listening */
	struct nx_list parties, active;
	struct nx_map *waiting;         /* struct stream by hash */
	struct nx_crowd *from, *waiting_from;   /* parties, and those that wait, by network */
	unsigned party_count, active_count;
	uint64_t streams, bytes, refusals;      /* since the start */
};

/* ---- relay.c ---- */

void relay_accept(struct nx_module *mod, int fd, const char *address);
/* Those who have named that hash; NULL: nobody. */
struct stream *relay_find(const struct proxy65 *own, const char *hash);
bool relay_is_complete(const struct stream *stream);
/* Streams that the account has active now. */
unsigned relay_count_of(const struct proxy65 *own, const char *bare);
/* Lets the bytes through. owner: bare, copied. */
void relay_activate(struct stream *stream, const char *owner);
/* Cuts everybody. */
void relay_cut(struct nx_module *mod);
/* What relay_cut() has left when the loop does not turn any more. */
void relay_forget(struct nx_module *mod);

#endif
