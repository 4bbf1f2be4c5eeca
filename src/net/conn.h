/* One connection, whatever carries it: bytes up through events, bytes down through a queue.
 *
 * One normal case: listener.c accepts and calls nx_conn_socket_new(); bytes that the kernel has are read into one
 * shared 64 KiB buffer, decrypted, and given to events->data; what the upper layer sends is queued and
 * written once at the end of the turn, in one encrypt and one write. When the peer stops reading, the queue grows, the owner
 * sees nx_conn_queued_bytes() and decides. Whoever ends the connection calls nx_conn_close() (after
 * the queue) or nx_conn_abort() (now); events->closed is the last call, from the end of a turn, never from inside those two.
 *
 * Kinds: conn_socket.c (TCP with or without TLS), conn_websocket.c (made by web.c), conn_memory.c (two ends joined in memory, for BOSH and
 * the protocol tests). Nobody above net/ knows which; but some are framed: they carry messages instead of one run of bytes, and
 * who writes says where each ends. */
#ifndef NX_NET_CONN_H
#define NX_NET_CONN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/log.h"

struct nx_blob;
struct nx_conn;
struct nx_loop;
struct nx_tls_context;

/* Why reading is paused: one bit each; it goes on when none is left (STYLE.md section 6). */
enum nx_pause {
	NX_PAUSE_OUTPUT_FULL = 1 << 0,
	NX_PAUSE_EVENT_WAITING = 1 << 1,
	NX_PAUSE_RATE = 1 << 2,
	NX_PAUSE_STORE = 1 << 3,
	NX_PAUSE_CLOSING = 1 << 4,
};

#define NX_DATA_MAX (65536 + 32768)
struct nx_conn_events {
	/* Everything one read brought, at most NX_DATA_MAX bytes, once a turn; a pause holds back the next call, and closed
	 * when the peer has gone, not the rest of this one. data is valid until this returns. Ending the connection in here is allowed. */
	void (*data)(void *ctx, const char *data, size_t len);
	/* Framed: the bytes since the last one were a whole message. Comes even when what it brought has asked for a pause. */
	void (*message_end)(void *ctx);
	/* The TLS handshake is finished. */
	void (*secured)(void *ctx);
	/* The queue is empty again: all of it is with the kernel. */
	void (*drained)(void *ctx);
	/* Gone; conn is freed when this returns. reason: "closed by peer", "timed out", what close or abort were given … */
	void (*closed)(void *ctx, const char *reason);
};

/* Starts paused with no bits set, reading at once. prefix_log is the parent for log lines; borrowed.
 * tls NULL: no TLS yet. tls_now: handshake first (direct TLS). Takes fd. */
struct nx_conn *nx_conn_socket_new(struct nx_loop *loop, int fd, struct nx_tls_context *tls, bool tls_now,
				   const struct nx_log_source *parent_log);
/* Two ends of a pipe in memory: what one sends the other gets in the next turn. */
void nx_conn_memory_pair(struct nx_loop *loop, struct nx_conn **a_r, struct nx_conn **b_r,
			 const struct nx_log_source *parent_log);

/* The same for a session whose client's messages come by another way (BOSH), framed: whoever carries them has relay_end. The session
 * sees the client's address, and whether that way is secure. */
void nx_conn_relay_pair(struct nx_loop *loop, const char *address, bool is_secure, struct nx_conn **session_end_r,
			struct nx_conn **relay_end_r, const struct nx_log_source *parent_log);

void nx_conn_set_events(struct nx_conn *conn, const struct nx_conn_events *events, void *ctx);
/* Copies. Ignored after close or abort. */
void nx_conn_send(struct nx_conn *conn, const void *data, size_t len);
/* Takes a reference of its own. */
void nx_conn_send_blob(struct nx_conn *conn, struct nx_blob *blob);
/* Framed: what was sent since the last one is a whole message; otherwise nothing. */
void nx_conn_end_message(struct nx_conn *conn);
bool nx_conn_is_framed(const struct nx_conn *conn);
/* Bytes queued that the kernel does not have yet. */
size_t nx_conn_queued_bytes(const struct nx_conn *conn);
/* Total bytes ever queued and ever given to the kernel: to know when something sent has left. */
uint64_t nx_conn_bytes_sent(const struct nx_conn *conn);
uint64_t nx_conn_bytes_written(const struct nx_conn *conn);
/* Clock time at which the kernel last took bytes while some were queued; for "60 s without progress". */
int64_t nx_conn_last_progress_ms(const struct nx_conn *conn);
void nx_conn_pause(struct nx_conn *conn, enum nx_pause reason);
void nx_conn_resume(struct nx_conn *conn, enum nx_pause reason);
bool nx_conn_is_paused(const struct nx_conn *conn);
/* Passwords come, or came just now: what is read is overwritten when events->data has returned, until this is taken back. */
void nx_conn_set_wiping(struct nx_conn *conn, bool is_wiping);

/* Writes what is queued (for at most linger_ms; 0: what goes at once), shuts down properly (TLS close_notify, FIN), waits
 * for the peer's FIN within linger_ms but not longer than a second, then closed. Data of the peer is thrown away
 * from now on. reason is copied; the first one given is the one that closed tells. */
void nx_conn_close(struct nx_conn *conn, const char *reason, int64_t linger_ms);
/* Forgets the queue. */
void nx_conn_abort(struct nx_conn *conn, const char *reason);

/* Puts TLS under the connection when what is queued now has been written; plaintext received after this
 * call is dropped by the caller (RFC 6120 section 5.4.3.3). name: the host that the peer has asked for, whose certificate it gets when
 * it does not ask again in TLS (SNI); it has to live as long as the connection; NULL: none.
 * 0, or -1 when there is no TLS context or it is secure already. */
int nx_conn_start_tls(struct nx_conn *conn, const char *name);
bool nx_conn_is_secure(const struct nx_conn *conn);
bool nx_conn_can_start_tls(const struct nx_conn *conn);
/* What TLS negotiated; "" or NULL without. */
const char *nx_conn_tls_version(const struct nx_conn *conn);            /* "TLSv1.3" */
const char *nx_conn_tls_cipher(const struct nx_conn *conn);
const char *nx_conn_tls_server_name(const struct nx_conn *conn);        /* SNI, NULL when the client sent none */
/* Channel binding data: length written to data, 0 when this connection does not have that type.
 * "tls-exporter" (RFC 9266: TLS 1.3, or 1.2 with extended master secret), "tls-server-end-point" (RFC 5929),
 * "tls-unique" (TLS 1.2 with extended master secret; on TLS 1.3 the same value for clients that use it there). */
#define NX_CHANNEL_BINDING_MAX 64
size_t nx_conn_channel_binding(const struct nx_conn *conn, const char *type, uint8_t data[NX_CHANNEL_BINDING_MAX]);
/* Whether it has that type, without the work of computing it. */
bool nx_conn_has_channel_binding(const struct nx_conn *conn, const char *type);
/* For a memory connection of a test: pretend that TLS is up. */
void nx_conn_memory_set_secure(struct nx_conn *conn, bool is_secure);

/* For both ends of a pipe, before anything is sent: framed as a WebSocket is. */
void nx_conn_memory_set_framed(struct nx_conn *conn, bool is_framed);

/* "192.0.2.1" or "2001:db8::1"; "memory" for a pipe. */
const char *nx_conn_peer_address(const struct nx_conn *conn);
const char *nx_conn_transport(const struct nx_conn *conn);              /* "tcp", "tls", "ws", "wss", "bosh", "memory" */

#endif
