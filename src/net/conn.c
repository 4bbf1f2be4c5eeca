/* What all kinds of connection have in common: the queue, the reasons for a pause, and the way to the grave.
 *
 * A connection is OPEN until somebody ends it. nx_conn_close() makes it CLOSING: its kind writes the queue, says
 * good-bye (SHUT) and waits for the peer's; nx_conn_abort(), a failure or the linger time make it DEAD at once.
 * The dead stay valid until the end of the turn, when closed() is called and they are freed: whoever is on the stack
 * may go on using its pointer. The first reason given is the one that is told. */
#include "net/conn_private.h"

#include "base/assert.h"
#include "base/blob.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "net/loop.h"

#include <string.h>

/* How long a peer may take to answer our good-bye: enough for a round trip, so that unread input does not
 * turn our last words into a reset. */
#define GOODBYE_MS 1000

struct nx_net *nx_net_new(struct nx_loop *loop)
{
	struct nx_net *net = nx_mem_new(sizeof(*net));

	net->loop = loop;
	nx_list_init(&net->dirty);
	nx_list_init(&net->dead);
	nx_list_init(&net->arrived);
	net->read_buf = nx_mem_new(NX_READ_BYTES);
	return net;
}

static void conn_free(struct nx_conn *conn)
{
	nx_list_remove(&conn->dirty);
	conn->kind->release(conn);
	nx_out_clear(conn->net, &conn->out);
	nx_timer_cancel(&conn->ending->timer);
	nx_mem_free(conn->ending);
	nx_mem_free(conn);
}

void nx_net_free(struct nx_net **net_p)
{
	struct nx_net *net = *net_p;
	struct nx_conn *conn;

	*net_p = NULL;
	if (!net)
		return;
	NX_LIST_EACH(&net->dead, struct nx_conn, dirty, conn)
		conn_free(conn);
	nx_out_free_spares(net);
	nx_mem_free(net->read_buf);
	nx_mem_free(net->plain_buf);
	nx_mem_free(net);
}

bool nx_net_has_work(const struct nx_net *net)
{
	return !nx_list_is_empty(&net->dirty) || !nx_list_is_empty(&net->dead) || !nx_list_is_empty(&net->arrived);
}

/* Moves all to an empty list: what joins the old one meanwhile has its turn next time, what dies leaves the new one. */
static void take_all(struct nx_list *list, struct nx_list *taken)
{
	nx_list_init(taken);
	if (nx_list_is_empty(list))
		return;
	*taken = *list;
	taken->head.next->prev = taken->head.prev->next = &taken->head;
	nx_list_init(list);
}

void nx_net_deliver(struct nx_net *net)
{
	struct nx_list taken;

	if (nx_list_is_empty(&net->arrived))
		return;
	take_all(&net->arrived, &taken);
	while (!nx_list_is_empty(&taken)) {
		struct nx_link *link = taken.head.next;

		nx_list_remove(link);
		nx_conn_memory_deliver(link);
	}
}

static void ending_set(struct nx_conn *conn, const char *reason)
{
	if (conn->ending)
		return;
	size_t size = strlen(reason) + 1;

	conn->ending = nx_mem_new(sizeof(*conn->ending) + size);
	memcpy(conn->ending->reason, reason, size);
}

static void linger_is_over(void *arg)
{
	nx_conn_die(arg, "closed");     /* close() has given its own reason already */
}

static void closing_begin(struct nx_conn *conn, const char *reason, int64_t linger_ms)
{
	struct nx_loop *loop = conn->net->loop;

	ending_set(conn, reason);
	conn->state = NX_CONN_CLOSING;
	conn->pause_bits |= NX_PAUSE_CLOSING;
	conn->ending->deadline_ms = nx_clock_ms(nx_loop_clock(loop)) + linger_ms;
	if (linger_ms > 0)
		nx_timer_set(nx_loop_timers(loop), &conn->ending->timer, linger_ms, linger_is_over, conn);
	nx_conn_mark_dirty(conn);
}

/* The peer has gone, and whoever wanted a pause has had it. */
static void end_after_eof(struct nx_conn *conn)
{
	if (conn->is_eof && conn->state == NX_CONN_OPEN && conn->pause_bits == 0)
		closing_begin(conn, "closed by peer", 0);
}

static void flush_dirty(struct nx_net *net)
{
	struct nx_list taken;
	struct nx_conn *conn;

	take_all(&net->dirty, &taken);
	while ((conn = NX_LIST_FIRST(&taken, struct nx_conn, dirty))) {
		nx_list_remove(&conn->dirty);
		end_after_eof(conn);
		conn->kind->flush(conn);
	}
}

static void bury_dead(struct nx_net *net)
{
	struct nx_conn *conn;

	while ((conn = NX_LIST_FIRST(&net->dead, struct nx_conn, dirty))) {
		nx_list_remove(&conn->dirty);
		if (conn->events && conn->events->closed)
			conn->events->closed(conn->ctx, conn->ending->reason);
		conn_free(conn);
	}
}

void nx_net_end_of_turn(struct nx_net *net)
{
	if (!nx_list_is_empty(&net->dirty))
		flush_dirty(net);
	if (!nx_list_is_empty(&net->dead))
		bury_dead(net);
}

void nx_conn_init(struct nx_conn *conn, const struct nx_conn_kind *kind, struct nx_loop *loop,
		  const struct nx_log_source *parent_log)
{
	conn->kind = kind;
	conn->net = nx_loop_net(loop);
	conn->log.parent = parent_log;
	conn->progress_ms = nx_clock_ms(nx_loop_clock(loop));
}

void nx_conn_mark_dirty(struct nx_conn *conn)
{
	if (!nx_link_is_linked(&conn->dirty))
		nx_list_append(&conn->net->dirty, &conn->dirty);
}

void nx_conn_set_events(struct nx_conn *conn, const struct nx_conn_events *events, void *ctx)
{
	conn->events = events;
	conn->ctx = ctx;
	nx_conn_mark_dirty(conn);
}

/* Begins to count progress when the queue begins. */
static bool may_queue(struct nx_conn *conn, size_t len)
{
	if (conn->state != NX_CONN_OPEN || len == 0)
		return false;
	if (conn->sent_bytes == conn->written_bytes)
		conn->progress_ms = nx_clock_ms(nx_loop_clock(conn->net->loop));
	conn->sent_bytes += len;
	nx_conn_mark_dirty(conn);
	return true;
}

void nx_conn_send(struct nx_conn *conn, const void *data, size_t len)
{
	if (may_queue(conn, len))
		nx_out_add(conn->net, &conn->out, data, len);
}

void nx_conn_send_blob(struct nx_conn *conn, struct nx_blob *blob)
{
	if (may_queue(conn, blob->len))
		nx_out_add_blob(conn->net, &conn->out, blob);
}

void nx_conn_end_message(struct nx_conn *conn)
{
	if (conn->is_framed && conn->state == NX_CONN_OPEN && conn->out.last)
		conn->out.last->ends_message = true;
}

bool nx_conn_is_framed(const struct nx_conn *conn)
{
	return conn->is_framed;
}

size_t nx_conn_queued_bytes(const struct nx_conn *conn)
{
	return conn->state == NX_CONN_DEAD ? 0 : (size_t)(conn->sent_bytes - conn->written_bytes);
}

uint64_t nx_conn_bytes_sent(const struct nx_conn *conn)
{
	return conn->sent_bytes;
}

uint64_t nx_conn_bytes_written(const struct nx_conn *conn)
{
	return conn->written_bytes;
}

int64_t nx_conn_last_progress_ms(const struct nx_conn *conn)
{
	return conn->progress_ms;
}

void nx_conn_pause(struct nx_conn *conn, enum nx_pause reason)
{
	conn->pause_bits |= (uint8_t)reason;
	/* The kind stops or starts listening at the end of the turn: a pause that is over by then costs nothing. */
	if (conn->state != NX_CONN_DEAD)
		nx_conn_mark_dirty(conn);
}

void nx_conn_resume(struct nx_conn *conn, enum nx_pause reason)
{
	conn->pause_bits &= (uint8_t)~reason;
	if (conn->state != NX_CONN_DEAD)
		nx_conn_mark_dirty(conn);
}

bool nx_conn_is_paused(const struct nx_conn *conn)
{
	return conn->pause_bits != 0;
}

bool nx_conn_wants_data(const struct nx_conn *conn)
{
	return conn->state == NX_CONN_OPEN && conn->pause_bits == 0 && conn->events != NULL && !conn->is_eof;
}

void nx_conn_die(struct nx_conn *conn, const char *reason)
{
	if (conn->state == NX_CONN_DEAD)
		return;
	ending_set(conn, reason);
	nx_timer_cancel(&conn->ending->timer);
	conn->state = NX_CONN_DEAD;
	conn->kind->hang_up(conn);
	nx_out_clear(conn->net, &conn->out);
	nx_list_remove(&conn->dirty);
	nx_list_append(&conn->net->dead, &conn->dirty);
}

void nx_conn_abort(struct nx_conn *conn, const char *reason)
{
	nx_conn_die(conn, reason);
}

void nx_conn_close(struct nx_conn *conn, const char *reason, int64_t linger_ms)
{
	if (conn->state == NX_CONN_OPEN)
		closing_begin(conn, reason, linger_ms);
}

bool nx_conn_is_in_haste(const struct nx_conn *conn)
{
	return conn->ending && !nx_timer_is_set(&conn->ending->timer);
}

void nx_conn_shut(struct nx_conn *conn)
{
	struct nx_loop *loop = conn->net->loop;

	if (conn->is_eof || nx_conn_is_in_haste(conn)) {
		nx_conn_die(conn, "closed");
		return;
	}
	conn->state = NX_CONN_SHUT;
	int64_t left_ms = conn->ending->deadline_ms - nx_clock_ms(nx_loop_clock(loop));

	if (left_ms > GOODBYE_MS)
		nx_timer_set(nx_loop_timers(loop), &conn->ending->timer, GOODBYE_MS, linger_is_over, conn);
}

void nx_conn_got_data(struct nx_conn *conn, const char *data, size_t len)
{
	if (len > 0 && conn->state == NX_CONN_OPEN && conn->events && conn->events->data)
		conn->events->data(conn->ctx, data, len);
}

void nx_conn_set_wiping(struct nx_conn *conn, bool is_wiping)
{
	conn->is_wiping = is_wiping;
	nx_conn_tell_tls(conn);
}

void nx_conn_done_with(const struct nx_conn *conn, char *data, size_t len)
{
	if (conn->is_wiping)
		nx_secret_wipe(data, len);
}

void nx_conn_got_message_end(struct nx_conn *conn)
{
	if (conn->state == NX_CONN_OPEN && conn->events && conn->events->message_end)
		conn->events->message_end(conn->ctx);
}

void nx_conn_got_eof(struct nx_conn *conn)
{
	conn->is_eof = true;
	if (conn->state == NX_CONN_SHUT)
		nx_conn_die(conn, "closed by peer");
	else if (conn->state != NX_CONN_DEAD)
		nx_conn_mark_dirty(conn);       /* go on writing, but listen no more; a pause holds the end back too */
}

void nx_conn_secured(struct nx_conn *conn)
{
	conn->is_secure = true;
	nx_conn_tell_tls(conn);
	nx_conn_mark_dirty(conn);
	if (conn->state == NX_CONN_OPEN && conn->events && conn->events->secured)
		conn->events->secured(conn->ctx);
}

void nx_conn_wrote(struct nx_conn *conn, size_t len)
{
	conn->progress_ms = nx_clock_ms(nx_loop_clock(conn->net->loop));
	if (len == 0)
		return;
	conn->written_bytes += len;
	nx_assert(conn->written_bytes <= conn->sent_bytes);
	if (conn->written_bytes == conn->sent_bytes && conn->state == NX_CONN_OPEN && conn->events &&
	    conn->events->drained)
		conn->events->drained(conn->ctx);
}

int nx_conn_start_tls(struct nx_conn *conn, const char *name)
{
	return nx_conn_can_start_tls(conn) ? conn->kind->start_tls(conn, name) : -1;
}

bool nx_conn_can_start_tls(const struct nx_conn *conn)
{
	return conn->state == NX_CONN_OPEN && !conn->is_secure && conn->kind->start_tls && conn->kind->can_start_tls(conn);
}

bool nx_conn_is_secure(const struct nx_conn *conn)
{
	return conn->is_secure;
}

const char *nx_conn_peer_address(const struct nx_conn *conn)
{
	return conn->kind->peer_address(conn);
}

const char *nx_conn_transport(const struct nx_conn *conn)
{
	return conn->is_secure ? conn->kind->secure_transport : conn->kind->transport;
}
