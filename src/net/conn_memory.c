/* Two connections joined in memory, for protocol tests, and for sessions whose bytes come by another way: no descriptors, no waiting.
 *
 * At the end of a turn what one end has queued moves to the other's inbox, as far as the inbox has room; the next turn
 * delivers it, at most 64 KiB, unless the other end is paused. An inbox that is full leaves the
 * rest in the sender's queue: back-pressure looks just as it does with a socket. */
#include "net/conn_private.h"

#include "base/mem.h"

#include <string.h>

#define INBOX_BYTES 65536u              /* like a kernel's socket buffer */

struct memory_conn {
	struct nx_conn conn;
	struct memory_conn *peer;       /* NULL when it is gone */
	struct nx_out inbox;
	struct nx_link arrived;
	bool is_peer_done;              /* nothing will come after what is in the inbox */
	char address[];                 /* relayed: of the client */
};

static struct memory_conn *memory_of(struct nx_conn *conn)
{
	return (struct memory_conn *)conn;
}

/* Asks for a delivery in the next turn when there is something that the owner wants. */
static void ask_delivery(struct memory_conn *mem)
{
	bool has_news = mem->inbox.bytes > 0 || (mem->is_peer_done && !mem->conn.is_eof);

	if (has_news && nx_conn_wants_data(&mem->conn) && !nx_link_is_linked(&mem->arrived))
		nx_list_append(&mem->conn.net->arrived, &mem->arrived);
}

static void memory_flush(struct nx_conn *conn)
{
	struct memory_conn *mem = memory_of(conn);
	struct memory_conn *peer = mem->peer;

	ask_delivery(mem);
	if (peer && conn->out.bytes > 0 && peer->inbox.bytes < INBOX_BYTES) {
		size_t len = conn->out.bytes;

		nx_out_move(conn->net, &conn->out, &peer->inbox);
		ask_delivery(peer);
		nx_conn_wrote(conn, len);
	}
	if (conn->state == NX_CONN_CLOSING && (!peer || conn->out.bytes == 0 || nx_conn_is_in_haste(conn)))
		nx_conn_die(conn, "closed");
}

static void memory_hang_up(struct nx_conn *conn)
{
	struct memory_conn *mem = memory_of(conn);

	nx_list_remove(&mem->arrived);
	if (!mem->peer)
		return;
	mem->peer->is_peer_done = true;
	mem->peer->peer = NULL;
	nx_conn_mark_dirty(&mem->peer->conn);
	mem->peer = NULL;
}

static void memory_release(struct nx_conn *conn)
{
	nx_out_clear(conn->net, &memory_of(conn)->inbox);
}

static size_t deliver_bytes(struct memory_conn *mem)
{
	struct nx_conn *conn = &mem->conn;
	size_t len;
	const char *data = nx_out_peek(&mem->inbox, conn->net->read_buf, NX_READ_BYTES, &len);

	nx_conn_got_data(conn, data, len);
	nx_out_consume(conn->net, &mem->inbox, len);
	return len;
}

static size_t deliver_messages(struct memory_conn *mem)
{
	struct nx_conn *conn = &mem->conn;
	size_t len, sum = 0;
	bool is_end;

	while (mem->inbox.bytes > 0 && sum < NX_READ_BYTES && nx_conn_wants_data(conn)) {
		const char *data = nx_out_peek_message(&mem->inbox, conn->net->read_buf, NX_READ_BYTES, &len, &is_end);

		nx_conn_got_data(conn, data, len);
		nx_out_consume(conn->net, &mem->inbox, len);
		if (is_end)
			nx_conn_got_message_end(conn);
		sum += len;
	}
	return sum;
}

void nx_conn_memory_deliver(struct nx_link *arrived)
{
	struct memory_conn *mem = NX_CONTAINER(arrived, struct memory_conn, arrived);
	struct nx_conn *conn = &mem->conn;
	size_t len;

	if (!nx_conn_wants_data(conn))
		return;                 /* resuming asks again */
	len = conn->is_framed ? deliver_messages(mem) : deliver_bytes(mem);
	if (mem->peer && len > 0)
		nx_conn_mark_dirty(&mem->peer->conn);
	if (mem->inbox.bytes == 0 && mem->is_peer_done)
		nx_conn_got_eof(conn);
	else
		ask_delivery(mem);
}

static struct ssl_st *memory_ssl(const struct nx_conn *conn)
{
	(void)conn;
	return NULL;
}

static const char *memory_peer_address(const struct nx_conn *conn)
{
	(void)conn;
	return "memory";
}

static const struct nx_conn_kind memory_kind = {
	.flush = memory_flush,
	.hang_up = memory_hang_up,
	.release = memory_release,
	.ssl = memory_ssl,
	.peer_address = memory_peer_address,
	.transport = "memory", .secure_transport = "memory",
};

static const char *relayed_peer_address(const struct nx_conn *conn)
{
	return ((const struct memory_conn *)conn)->address;
}

static const struct nx_conn_kind relayed_kind = {
	.flush = memory_flush,
	.hang_up = memory_hang_up,
	.release = memory_release,
	.ssl = memory_ssl,
	.peer_address = relayed_peer_address,
	.transport = "bosh", .secure_transport = "bosh",
};

static struct memory_conn *memory_new(const struct nx_conn_kind *kind, struct nx_loop *loop, const char *address,
				      const struct nx_log_source *parent_log)
{
	size_t size = strlen(address) + 1;
	struct memory_conn *mem = nx_mem_new(sizeof(*mem) + size);

	memcpy(mem->address, address, size);
	nx_conn_init(&mem->conn, kind, loop, parent_log);
	return mem;
}

static void join(struct memory_conn *a, struct memory_conn *b)
{
	a->peer = b;
	b->peer = a;
}

void nx_conn_memory_pair(struct nx_loop *loop, struct nx_conn **a_r, struct nx_conn **b_r,
			 const struct nx_log_source *parent_log)
{
	struct memory_conn *a = memory_new(&memory_kind, loop, "", parent_log);
	struct memory_conn *b = memory_new(&memory_kind, loop, "", parent_log);

	join(a, b);
	*a_r = &a->conn;
	*b_r = &b->conn;
}

void nx_conn_relay_pair(struct nx_loop *loop, const char *address, bool is_secure, struct nx_conn **session_end_r,
			struct nx_conn **relay_end_r, const struct nx_log_source *parent_log)
{
	struct memory_conn *session_end = memory_new(&relayed_kind, loop, address, parent_log);
	struct memory_conn *relay_end = memory_new(&relayed_kind, loop, address, parent_log);

	join(session_end, relay_end);
	session_end->conn.is_framed = relay_end->conn.is_framed = true;
	session_end->conn.is_secure = is_secure;
	*session_end_r = &session_end->conn;
	*relay_end_r = &relay_end->conn;
}

void nx_conn_memory_set_framed(struct nx_conn *conn, bool is_framed)
{
	conn->is_framed = is_framed;
}

void nx_conn_memory_set_secure(struct nx_conn *conn, bool is_secure)
{
	conn->is_secure = is_secure;
}
