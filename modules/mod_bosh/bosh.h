/* mod_bosh: XMPP over HTTP requests that are answered late (XEP-0124, XEP-0206), at /bosh.
 *
 * To the rest of the server a client that comes this way is one with a framed connection, like a WebSocket's: a relay (net/conn.h) joins its
 * session with a struct bosh_session here, which translates. One normal case: the first request, without a sid, makes both; <open/> goes
 * to the session, and its <features/> are the answer. Each later request is a slot: its turn comes by its rid (§14.2), then its
 * payloads go to the session, and it is held until there is something to answer, another request comes, or `wait` is over (§8). The last
 * answers are kept, for a client that asks again (§14.3).
 *
 *   mod_bosh.c  options, the path          body.c     <body/> in
 *   session.c   from first to last         answer.c   <body/> out
 *   slots.c     rids, keys, limits */
#ifndef MOD_BOSH_BOSH_H
#define MOD_BOSH_BOSH_H

#include "base/buf.h"
#include "base/list.h"
#include "core/module.h"
#include "net/conn.h"

#define NX_NS_BOSH "http://jabber.org/protocol/httpbind"
#define NX_NS_XBOSH "urn:xmpp:xbosh"

#define BOSH_HOLD_MAX 2
#define BOSH_REQUESTS_MAX (BOSH_HOLD_MAX + 1)   /* §7.2: one more than are held */
#define BOSH_SLOTS_MAX (BOSH_REQUESTS_MAX + 1)  /* §11: one more to pause or terminate */
#define BOSH_RID_MAX 9007199254740991           /* §14.1 */
#define BOSH_SID_LEN 32
#define BOSH_ORPHANS_MAX 100                    /* max_connections does not count them */
#define BOSH_KEY_SIZE 41                        /* SHA-1 in hexadecimal, and a NUL */

/* All sessions; the module's data. */
struct bosh {
	struct nx_module *mod;
	struct nx_map *sessions;                /* struct bosh_session by sid */
	struct nx_list orphans;                 /* struct bosh_session.orphan, the oldest first */
	unsigned orphan_count;
};

/* What a request says. The text is borrowed; the pool, with the tree, is whoever's takes the message. */
struct bosh_message {
	const char *text;
	size_t len;
	struct nx_pool *pool;
	struct nx_xml *el;
};

/* A request that has no answer yet. */
struct bosh_slot {
	int64_t rid;
	uint64_t request_id;                    /* 0: its connection broke */
	int64_t since_ms;
	struct nx_buf text;                     /* while it waits for its turn: a tree can take twenty times as much */
	struct nx_pool *pool;                   /* of el */
	struct nx_xml *el;                      /* while it has its turn */
	char key[BOSH_KEY_SIZE];
	bool is_creation, is_pause, is_empty;
	bool is_in_turn;                        /* its payloads are with the session */
};

struct bosh_answer {
	int64_t rid;                            /* 0: none */
	char key[BOSH_KEY_SIZE];
	char *text;
	size_t len;
};

struct bosh_session {
	struct bosh *bosh;
	struct nx_pool *pool;
	struct nx_conn *conn;                   /* the relay's end; NULL: the session has gone */
	struct nx_link orphan;                  /* it has gone, and nobody was there to be told: the client's next request is */
	char sid[BOSH_SID_LEN + 1];
	const char *to, *lang, *version, *content_type;         /* version NULL: a client of before BOSH 1.6 (§17.1) */
	bool is_secure, is_polling;
	unsigned hold, requests;
	int64_t wait_ms, inactivity_ms, polling_ms, pause_ms;   /* pause_ms 0: none (§10) */

	struct bosh_slot slots[BOSH_SLOTS_MAX];                 /* by rid */
	unsigned slot_count;
	struct bosh_answer answers[BOSH_REQUESTS_MAX];
	unsigned next_answer;
	int64_t next_rid;
	char key[BOSH_KEY_SIZE];                /* the next request's has this hash; "": none is wanted (§15) */
	unsigned repeats;                       /* since the last new request */
	int64_t last_new_ms, last_answer_ms;
	bool was_empty, was_answered_empty;     /* the last new request, and the last answer */

	struct nx_buf incoming, payload;        /* the message that is coming from the session; all that are to be sent */
	char stream_id[64];
	struct nx_timer timer;
	bool is_terminating;                    /* the client wants it */
	bool has_stream_error, has_said_close;  /* the session */
	bool is_over;                           /* it sends no more */
	bool is_dead;                           /* all is answered; to be freed when nobody is on the stack */
	bool is_flushing;
};

/* body.c. NULL: that is no <body/> as §6 wants it. The pool is the caller's. */
struct nx_xml *bosh_read_body(struct nx_server *server, const char *data, size_t len, struct nx_pool **pool_r);
/* Sends the payloads to the session. */
void bosh_forward(struct bosh_session *s, const struct nx_xml *body);
/* Opens the stream, and opens it again (XEP-0206 §5). */
void bosh_open_stream(struct bosh_session *s, const struct nx_xml *body);
/* Decimal digits within bounds; fallback when there is none, or nonsense. */
int64_t bosh_number(const struct nx_xml *body, const char *name, int64_t max, int64_t fallback);

/* session.c */
void bosh_session_create(struct bosh *bosh, struct nx_http_request *request, const struct nx_xml *body);
void bosh_session_free(struct bosh_session *s);
/* Answers what can be answered, at the end of the turn. */
void bosh_flush_later(struct bosh_session *s);
/* The session ends with a condition for that request (NULL: there is none); others that wait learn that it was not theirs. */
void bosh_session_refuse(struct bosh_session *s, struct nx_http_request *request, const char *condition);
void bosh_hold(struct bosh_session *s, struct bosh_slot *slot, struct nx_http_request *request);

/* slots.c. Takes the message's pool. */
void bosh_take(struct bosh_session *s, struct nx_http_request *request, struct bosh_message *message);
/* Whatever can take its turn does. */
void bosh_advance(struct bosh_session *s);
void bosh_slot_remove(struct bosh_session *s, struct bosh_slot *slot);
/* Adds one in the order of rids. */
struct bosh_slot *bosh_slot_add(struct bosh_session *s, int64_t rid);

/* answer.c. NULL: its connection broke. */
struct nx_http_request *bosh_request_of(const struct bosh_session *s, const struct bosh_slot *slot);
/* Answers the slot's request and forgets the slot; type and condition may be NULL. */
void bosh_answer(struct bosh_session *s, struct bosh_slot *slot, const char *type, const char *condition);
/* A terminal condition for a request that belongs to no session, or to one that cannot be told of it (§17.2). s may be NULL. */
void bosh_answer_condition(const struct bosh_session *s, struct nx_http_request *request, const char *type, const char *condition);
/* Answers as it was answered before. */
void bosh_answer_again(const struct bosh_session *s, struct nx_http_request *request, const struct bosh_answer *answer);

#endif
