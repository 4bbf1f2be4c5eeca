/* Connections on a stream socket, TCP or Unix, with or without TLS.
 *
 * One raw libevent event per descriptor. Readable: one recv() into the loop's shared buffer, decrypted if need be, one
 * data event: that is the read budget of a turn. Writable only says that the connection is dirty. The end of the turn
 * does the rest in socket_flush(): encrypt what is queued in as few records as possible, one sendmsg(), put TLS in when
 * STARTTLS is due, go on with the closing, and tell epoll what is wanted from now on.
 *
 * With TLS, plaintext is encrypted only when no ciphertext of earlier plaintext waits. So at most 48 KiB are in flight, and plaintext
 * counts as written when the ciphertext that carries it has gone. */
#include "net/conn_private.h"

#include "base/assert.h"
#include "base/error.h"
#include "base/mem.h"
#include "net/conn_tls.h"
#include "net/loop.h"
#include "net/tls_private.h"

#include <arpa/inet.h>
#include <errno.h>
#include <event2/event.h>
#include <event2/event_struct.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct socket_conn {
	struct nx_conn conn;
	struct event event;
	char *peer_address;
	const char *tls_name;                   /* is_tls_due: what the peer asked for in clear text, or NULL */
	struct nx_tls_context *tls;             /* NULL: TLS is not on offer */
	struct nx_tls_filter *filter;           /* NULL: clear text */
	uint64_t clear_until;                   /* is_tls_due: written_bytes at which TLS goes in */
	size_t encrypted_bytes;                 /* plaintext that is in the filter's output */
	int fd;
	short interest;                         /* what the event is set for; 0: not set */
	bool is_tls_due;
};

static struct socket_conn *socket_of(const struct nx_conn *conn)
{
	return (struct socket_conn *)(uintptr_t)conn;
}

/* --- reading --- */

static void socket_error(struct nx_conn *conn, int code)
{
	char text[128];

	if (code == ECONNRESET || code == EPIPE)
		nx_conn_die(conn, "connection reset by peer");
	else
		nx_conn_die(conn, strerror_r(code, text, sizeof(text)));
}

/* Writes the first bytes of a queue, one sendmsg(). Returns how many; 0 also when the socket is full or the connection died. */
static size_t write_once(struct socket_conn *sock, struct nx_out *out, size_t max_bytes)
{
	struct iovec iov[NX_MAX_IOV];
	struct msghdr msg = { .msg_iov = iov };
	ssize_t n;

	msg.msg_iovlen = (size_t)nx_out_iov(out, iov, max_bytes);
	if (msg.msg_iovlen == 0)
		return 0;
	n = sendmsg(sock->fd, &msg, MSG_NOSIGNAL | MSG_DONTWAIT);
	if (n < 0) {
		if (errno != EAGAIN && errno != EINTR && errno != ENOBUFS)
			socket_error(&sock->conn, errno);
		return 0;
	}
	nx_out_consume(sock->conn.net, out, (size_t)n);
	return (size_t)n;
}

static void tls_failed(struct socket_conn *sock, const struct nx_error *err)
{
	struct nx_conn *conn = &sock->conn;

	write_once(sock, nx_tls_filter_out(sock->filter), SIZE_MAX);    /* the alert, if it can go */
	nx_conn_die(conn, err->text);
}

static void got_ciphertext(struct socket_conn *sock, const char *data, size_t len)
{
	struct nx_conn *conn = &sock->conn;
	struct nx_error err;
	size_t plain_len;
	enum nx_tls_result result = nx_tls_filter_feed(sock->filter, data, len, conn->net->plain_buf, &plain_len, &err);

	if (nx_tls_filter_out(sock->filter)->bytes > 0)
		nx_conn_mark_dirty(conn);
	if (nx_tls_filter_is_up(sock->filter) && !conn->is_secure) {
		conn->log.doing = NULL;
		nx_conn_secured(conn);
	}
	nx_conn_got_data(conn, conn->net->plain_buf, plain_len);
	nx_conn_done_with(conn, conn->net->plain_buf, plain_len);
	if (conn->state == NX_CONN_DEAD)
		return;
	if (result == NX_TLS_ENDED)
		nx_conn_got_eof(conn);
	else if (result == NX_TLS_FAILED)
		tls_failed(sock, &err);
}

static void readable(struct socket_conn *sock)
{
	struct nx_conn *conn = &sock->conn;
	char *buf = conn->net->read_buf;
	ssize_t n = recv(sock->fd, buf, NX_READ_BYTES, MSG_DONTWAIT);

	if (n < 0) {
		if (errno != EAGAIN && errno != EINTR)
			socket_error(conn, errno);
	} else if (n == 0) {
		nx_conn_got_eof(conn);
	} else if (conn->state == NX_CONN_OPEN) {       /* else it is thrown away: we only wait for the end */
		if (sock->filter) {
			got_ciphertext(sock, buf, (size_t)n);
		} else {
			nx_conn_got_data(conn, buf, (size_t)n);
			nx_conn_done_with(conn, buf, (size_t)n);
		}
	}
}

static bool wants_read(const struct socket_conn *sock)
{
	const struct nx_conn *conn = &sock->conn;

	if (conn->state != NX_CONN_OPEN)
		return !conn->is_eof;
	return nx_conn_wants_data(conn) && !sock->is_tls_due;
}

static void socket_event(evutil_socket_t fd, short what, void *arg)
{
	struct socket_conn *sock = arg;

	(void)fd;
	if (what & EV_WRITE)
		nx_conn_mark_dirty(&sock->conn);
	if ((what & EV_READ) && wants_read(sock))
		readable(sock);
}

/* --- the end of a turn --- */

static void write_queue(struct socket_conn *sock)
{
	struct nx_conn *conn = &sock->conn;
	size_t n;

	if (!sock->filter) {
		size_t max = sock->is_tls_due ? (size_t)(sock->clear_until - conn->written_bytes) : SIZE_MAX;

		n = write_once(sock, &conn->out, max);
		if (n > 0)
			nx_conn_wrote(conn, n);
		return;
	}
	struct nx_out *cipher = nx_tls_filter_out(sock->filter);

	struct nx_error err;

	/* What TLS itself has to say, a session ticket perhaps, leaves in the same write. */
	if (sock->encrypted_bytes == 0 &&
	    nx_tls_filter_encrypt(sock->filter, &conn->out, &sock->encrypted_bytes, &err) != 0) {
		tls_failed(sock, &err);
		return;
	}
	n = write_once(sock, cipher, SIZE_MAX);
	if (n > 0) {
		size_t done = cipher->bytes == 0 ? sock->encrypted_bytes : 0;

		if (cipher->bytes == 0)
			sock->encrypted_bytes = 0;
		nx_conn_wrote(conn, done);
	}
}

static bool has_to_write(const struct socket_conn *sock)
{
	const struct nx_conn *conn = &sock->conn;

	if (!sock->filter)
		return sock->is_tls_due ? sock->clear_until > conn->written_bytes : conn->out.bytes > 0;
	return nx_tls_filter_out(sock->filter)->bytes > 0 ||
	       (conn->out.bytes > 0 && nx_tls_filter_is_up(sock->filter));
}

static void insert_tls(struct socket_conn *sock)
{
	struct nx_conn *conn = &sock->conn;
	struct nx_error err;

	sock->is_tls_due = false;
	sock->filter = nx_tls_filter_new(conn->net, sock->tls, sock->tls_name, &err);
	if (sock->filter) {
		conn->log.doing = "negotiating TLS";
		return;
	}
	nx_log(conn, NX_ERROR, "TLS cannot begin: %s", err.text);
	nx_conn_die(conn, err.text);
}

/* CLOSING: when all is written, good-bye: close_notify, then FIN. */
static void go_on_closing(struct socket_conn *sock)
{
	struct nx_conn *conn = &sock->conn;

	if (!has_to_write(sock) && sock->filter && nx_tls_filter_is_up(sock->filter)) {
		nx_tls_filter_goodbye(sock->filter);
		write_once(sock, nx_tls_filter_out(sock->filter), SIZE_MAX);
	}
	if (conn->state == NX_CONN_DEAD)
		return;
	if (!has_to_write(sock)) {
		shutdown(sock->fd, SHUT_WR);
		nx_conn_shut(conn);
	} else if (nx_conn_is_in_haste(conn)) {
		nx_conn_die(conn, "closed");
	}
}

static void update_interest(struct socket_conn *sock)
{
	short want = (short)((wants_read(sock) ? EV_READ : 0) | (has_to_write(sock) ? EV_WRITE : 0));

	if (want == sock->interest)
		return;
	if (sock->interest)
		event_del(&sock->event);
	sock->interest = want;
	if (!want)
		return;
	event_assign(&sock->event, nx_loop_base(sock->conn.net->loop), sock->fd, (short)(want | EV_PERSIST),
		     socket_event, sock);
	event_add(&sock->event, NULL);
}

static void socket_flush(struct nx_conn *conn)
{
	struct socket_conn *sock = socket_of(conn);

	if (conn->state != NX_CONN_SHUT)
		write_queue(sock);
	if (conn->state != NX_CONN_DEAD && sock->is_tls_due && conn->written_bytes >= sock->clear_until)
		insert_tls(sock);
	if (conn->state == NX_CONN_CLOSING)
		go_on_closing(sock);
	if (conn->state != NX_CONN_DEAD)
		update_interest(sock);
}

/* --- life --- */

static void socket_hang_up(struct nx_conn *conn)
{
	struct socket_conn *sock = socket_of(conn);

	if (sock->interest)
		event_del(&sock->event);
	sock->interest = 0;
	close(sock->fd);
	sock->fd = -1;
}

static void socket_release(struct nx_conn *conn)
{
	struct socket_conn *sock = socket_of(conn);

	nx_tls_filter_free(&sock->filter);
	nx_tls_context_unref(&sock->tls);
	nx_mem_free(sock->peer_address);
}

static bool socket_can_start_tls(const struct nx_conn *conn)
{
	const struct socket_conn *sock = socket_of(conn);

	return sock->tls && nx_tls_context_is_ready(sock->tls) && !sock->filter && !sock->is_tls_due;
}

static int socket_start_tls(struct nx_conn *conn, const char *name)
{
	struct socket_conn *sock = socket_of(conn);

	sock->tls_name = name;
	sock->is_tls_due = true;
	sock->clear_until = conn->sent_bytes;
	nx_conn_mark_dirty(conn);
	return 0;
}

static struct ssl_st *socket_ssl(const struct nx_conn *conn)
{
	const struct socket_conn *sock = socket_of(conn);

	return sock->filter ? nx_tls_filter_ssl(sock->filter) : NULL;
}

static const char *socket_peer_address(const struct nx_conn *conn)
{
	return socket_of(conn)->peer_address;
}

static const struct nx_conn_kind socket_kind = {
	.flush = socket_flush,
	.hang_up = socket_hang_up,
	.release = socket_release,
	.start_tls = socket_start_tls,
	.can_start_tls = socket_can_start_tls,
	.ssl = socket_ssl,
	.peer_address = socket_peer_address,
	.transport = "tcp", .secure_transport = "tls",
};

void nx_sockaddr_text(const struct sockaddr_storage *addr, char text[NX_SOCKADDR_TEXT])
{
	const struct sockaddr_in *v4 = (const void *)addr;
	const struct sockaddr_in6 *v6 = (const void *)addr;
	const char *ok = NULL;

	if (addr->ss_family == AF_INET)
		ok = inet_ntop(AF_INET, &v4->sin_addr, text, NX_SOCKADDR_TEXT);
	else if (addr->ss_family == AF_INET6 && IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr))
		ok = inet_ntop(AF_INET, &v6->sin6_addr.s6_addr[12], text, NX_SOCKADDR_TEXT);
	else if (addr->ss_family == AF_INET6)
		ok = inet_ntop(AF_INET6, &v6->sin6_addr, text, NX_SOCKADDR_TEXT);
	if (!ok)
		memcpy(text, "unix", sizeof("unix"));
}

static char *peer_address_of(int fd)
{
	struct sockaddr_storage addr = { 0 };
	socklen_t len = sizeof(addr);
	char text[NX_SOCKADDR_TEXT];

	if (getpeername(fd, (struct sockaddr *)&addr, &len) != 0)
		return nx_mem_strdup("unknown");        /* gone already: the first read will tell */
	nx_sockaddr_text(&addr, text);
	return nx_mem_strdup(text);
}

struct nx_conn *nx_conn_socket_new(struct nx_loop *loop, int fd, struct nx_tls_context *tls, bool tls_now,
				   const struct nx_log_source *parent_log)
{
	struct socket_conn *sock = nx_mem_new(sizeof(*sock));

	nx_assert(tls || !tls_now);
	nx_conn_init(&sock->conn, &socket_kind, loop, parent_log);
	sock->fd = fd;
	sock->tls = tls ? nx_tls_context_ref(tls) : NULL;
	sock->is_tls_due = tls_now;     /* nothing is queued yet: TLS goes in at the end of this turn */
	sock->peer_address = peer_address_of(fd);
	nx_conn_mark_dirty(&sock->conn);
	return &sock->conn;
}
