/* What the files of net/ share behind conn.h: the object, its output queue, and the state that all connections of a
 * loop have in common.
 *
 * Order within one turn: handlers read and queue; whoever queues, pauses or closes marks the connection dirty;
 * nx_net_end_of_turn() flushes every dirty connection once and then buries the dead. A new kind of connection
 * fills struct nx_conn_kind and calls nx_conn_init(), nx_conn_got_data(), nx_conn_got_eof() and nx_conn_wrote(). */
#ifndef NX_NET_CONN_PRIVATE_H
#define NX_NET_CONN_PRIVATE_H

#include "base/list.h"
#include "base/timer.h"
#include "net/conn.h"

#include <sys/socket.h>
#include <sys/uio.h>

struct ssl_st;

#define NX_READ_BYTES 65536             /* read budget of one connection in one turn */
#define NX_PLAIN_BYTES NX_DATA_MAX      /* what that can hold, and a record that was incomplete before */
#define NX_CHUNK_BYTES 1000             /* a turn's usual output; with its head and malloc's own 1 KiB */
#define NX_MAX_IOV 64

/* Copied bytes; several pieces of one queue may share a chunk. */
struct nx_chunk {
	struct nx_chunk *next_free;
	uint32_t refs, used;
	char data[NX_CHUNK_BYTES];
};

/* A run of bytes in a queue, in a chunk or in a blob. */
struct nx_piece {
	struct nx_piece *next;
	struct nx_chunk *chunk;
	struct nx_blob *blob;
	const char *data;
	size_t len;
	bool ends_message;              /* framed connections: the next piece begins another */
};

/* A queue of output. An empty one holds no memory. */
struct nx_out {
	struct nx_piece *first, *last;
	struct nx_chunk *open;          /* where copied bytes go next */
	size_t bytes;
};

/* What all connections of one loop share. */
struct nx_net {
	struct nx_loop *loop;
	struct nx_list dirty;           /* struct nx_conn.dirty */
	struct nx_list dead;            /* struct nx_conn.dirty too: the dead are not flushed */
	struct nx_list arrived;         /* struct memory_conn.arrived */
	struct nx_chunk *free_chunks;
	struct nx_piece *free_pieces;
	unsigned free_chunk_count, free_piece_count;
	char *read_buf;                 /* NX_READ_BYTES */
	char *plain_buf;                /* NX_PLAIN_BYTES, decrypted; made with the first TLS connection */
};

enum nx_conn_state {
	NX_CONN_OPEN,
	NX_CONN_CLOSING,                /* writing what is queued */
	NX_CONN_SHUT,                   /* said good-bye, waiting for the peer's */
	NX_CONN_DEAD,                   /* waiting for its burial */
};

/* What a connection needs only when it ends. */
struct nx_conn_ending {
	struct nx_timer timer;
	int64_t deadline_ms;
	char reason[];
};

struct nx_conn_kind {
	void (*flush)(struct nx_conn *conn);            /* end of the turn of a dirty connection that is not dead */
	void (*hang_up)(struct nx_conn *conn);          /* dead: no more events, descriptor closed; conn stays */
	void (*release)(struct nx_conn *conn);          /* burial: what the kind owns beside the struct */
	int (*start_tls)(struct nx_conn *conn, const char *name);       /* NULL: there is no TLS of its own to start */
	bool (*can_start_tls)(const struct nx_conn *conn);              /* of who has start_tls */
	/* The TLS session, NULL before and without. */
	struct ssl_st *(*ssl)(const struct nx_conn *conn);
	const char *(*peer_address)(const struct nx_conn *conn);
	const char *transport, *secure_transport;
};

/* Begins every kind's own struct. */
struct nx_conn {
	const struct nx_conn_kind *kind;
	struct nx_net *net;
	const struct nx_conn_events *events;
	void *ctx;
	struct nx_log_source log;
	struct nx_link dirty;
	struct nx_out out;
	uint64_t sent_bytes, written_bytes;
	int64_t progress_ms;
	struct nx_conn_ending *ending;          /* NULL while open */
	uint8_t pause_bits;
	uint8_t state;                          /* enum nx_conn_state */
	bool is_framed;                         /* carries messages; the kind says so before it begins */
	bool is_secure;
	bool is_eof;                            /* the peer has ended its direction */
	bool is_wiping;
};

/* conn_out.c */
void nx_out_add(struct nx_net *net, struct nx_out *out, const void *data, size_t len);
void nx_out_add_blob(struct nx_net *net, struct nx_out *out, struct nx_blob *blob);
/* Fills iov with the first bytes, at most max_bytes; returns how many were used. */
int nx_out_iov(const struct nx_out *out, struct iovec iov[NX_MAX_IOV], size_t max_bytes);
/* The first bytes, at most max_bytes, in one run: where they lie when that is one piece, else gathered in buf. */
const char *nx_out_peek(const struct nx_out *out, char *buf, size_t max_bytes, size_t *len_r);
/* The same of the first message alone; *is_end_r: that is the rest of it. */
const char *nx_out_peek_message(const struct nx_out *out, char *buf, size_t max_bytes, size_t *len_r, bool *is_end_r);
void nx_out_consume(struct nx_net *net, struct nx_out *out, size_t len);
/* Moves everything to the end of another queue. */
void nx_out_move(struct nx_net *net, struct nx_out *from, struct nx_out *to);
void nx_out_clear(struct nx_net *net, struct nx_out *out);
void nx_out_free_spares(struct nx_net *net);

/* conn.c: the loop calls these. */
struct nx_net *nx_net_new(struct nx_loop *loop);
void nx_net_free(struct nx_net **net);
/* Delivers what memory connections were sent in the last turn. */
void nx_net_deliver(struct nx_net *net);
void nx_net_end_of_turn(struct nx_net *net);
/* True when the next turn has to come at once. */
bool nx_net_has_work(const struct nx_net *net);
/* loop.c */
struct nx_net *nx_loop_net(struct nx_loop *loop);

/* conn.c: the kinds call these. */
void nx_conn_init(struct nx_conn *conn, const struct nx_conn_kind *kind, struct nx_loop *loop,
		  const struct nx_log_source *parent_log);
void nx_conn_mark_dirty(struct nx_conn *conn);
/* Gives bytes to the owner, or drops them when the connection is ending. The connection may be dead afterwards. */
void nx_conn_got_data(struct nx_conn *conn, const char *data, size_t len);
/* The kinds call it when what they read into a shared buffer has been given to the owner. */
void nx_conn_done_with(const struct nx_conn *conn, char *data, size_t len);
/* conn_tls_info.c: whether OpenSSL has to overwrite what it decrypted. */
void nx_conn_tell_tls(const struct nx_conn *conn);
/* What was given to the owner so far is a whole message. */
void nx_conn_got_message_end(struct nx_conn *conn);
/* The peer will send no more: what is queued is tried once, then the connection ends. */
void nx_conn_got_eof(struct nx_conn *conn);
void nx_conn_secured(struct nx_conn *conn);
/* The kernel took bytes: of the queue (len) or at least of what carries it (0). */
void nx_conn_wrote(struct nx_conn *conn, size_t len);
/* Good-bye was said: waits for the peer's until the linger time is over, a second at most. */
void nx_conn_shut(struct nx_conn *conn);
void nx_conn_die(struct nx_conn *conn, const char *reason);
bool nx_conn_wants_data(const struct nx_conn *conn);
/* True when the linger time was none: what is not written now is not written at all. */
bool nx_conn_is_in_haste(const struct nx_conn *conn);

/* conn_socket.c: "192.0.2.1", "2001:db8::1" or "unix". */
#define NX_SOCKADDR_TEXT 64
void nx_sockaddr_text(const struct sockaddr_storage *addr, char text[NX_SOCKADDR_TEXT]);

/* conn_memory.c */
void nx_conn_memory_deliver(struct nx_link *arrived);

#endif
