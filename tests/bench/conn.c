/* Connections (conn.h): one recv per event without TLS, SSL_read until it is dry with it, one write per turn. */
#include "conn.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "loop.h"

#define READ_SIZE 65536

SSL_CTX *conn_tls_context(void)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());

	SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
	SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
	SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
	SSL_CTX_set_options(ctx, SSL_OP_IGNORE_UNEXPECTED_EOF);
	return ctx;
}

static void watch(struct conn *conn, int op)
{
	struct epoll_event event = { .events = EPOLLIN | (conn->waits_to_write ? (uint32_t)EPOLLOUT : 0), .data.ptr = conn };

	epoll_ctl(conn->loop->epoll_fd, op, conn->fd, &event);
}

static void wait_to_write(struct conn *conn, bool waits)
{
	if (conn->waits_to_write == waits)
		return;
	conn->waits_to_write = waits;
	watch(conn, EPOLL_CTL_MOD);
}

static void forget_dirty(struct conn *conn)
{
	struct conn **at = &conn->loop->dirty;

	if (!conn->is_dirty)
		return;
	while (*at != conn)
		at = &(*at)->next_dirty;
	*at = conn->next_dirty;
	conn->is_dirty = false;
}

static void release(struct conn *conn)
{
	if (conn->fd < 0)
		return;
	forget_dirty(conn);
	SSL_free(conn->ssl);
	conn->ssl = NULL;
	close(conn->fd);
	conn->fd = -1;
	nx_buf_done(&conn->out);
}

static void fail(struct conn *conn, const char *reason)
{
	release(conn);
	conn->events->closed(conn->ctx, reason);
}

void conn_start_tls(struct conn *conn, SSL_CTX *ssl_ctx)
{
	conn->ssl = SSL_new(ssl_ctx);
	SSL_set_fd(conn->ssl, conn->fd);
	SSL_set_connect_state(conn->ssl);
	conn->is_handshaking = true;
	wait_to_write(conn, true);
}

int conn_open(struct conn *conn, struct loop *loop, const char *host, uint16_t port, SSL_CTX *ssl_ctx,
	      const struct conn_events *events, void *ctx)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };

	*conn = (struct conn){ .loop = loop, .events = events, .ctx = ctx, .is_connecting = true, .waits_to_write = true };
	conn->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (conn->fd < 0)
		return -1;
	if (inet_pton(AF_INET, host, &address.sin_addr) != 1)
		errno = EINVAL;
	else if (connect(conn->fd, (struct sockaddr *)&address, sizeof address) == 0 || errno == EINPROGRESS) {
		setsockopt(conn->fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int));
		watch(conn, EPOLL_CTL_ADD);
		if (ssl_ctx)
			conn_start_tls(conn, ssl_ctx);
		return 0;
	}
	close(conn->fd);
	conn->fd = -1;
	return -1;
}

char *conn_reserve(struct conn *conn, size_t len)
{
	if (!conn->is_dirty && conn->fd >= 0) {
		conn->is_dirty = true;
		conn->next_dirty = conn->loop->dirty;
		conn->loop->dirty = conn;
	}
	return nx_buf_reserve(&conn->out, len);
}

void conn_send(struct conn *conn, const char *data, size_t len)
{
	if (conn->fd < 0)
		return;
	memcpy(conn_reserve(conn, len), data, len);
	conn->out.len += len;
}

/* Bytes written, 0 when the kernel takes none now, -1 when the connection is gone. */
static ssize_t write_some(struct conn *conn, const char *data, size_t len)
{
	ssize_t n;

	if (!conn->ssl) {
		n = send(conn->fd, data, len, MSG_NOSIGNAL);
		return n >= 0 ? n : errno == EAGAIN ? 0 : -1;
	}
	n = SSL_write(conn->ssl, data, (int)len);
	if (n > 0)
		return n;
	n = SSL_get_error(conn->ssl, (int)n);
	return n == SSL_ERROR_WANT_WRITE || n == SSL_ERROR_WANT_READ ? 0 : -1;
}

void conn_flush(struct conn *conn)
{
	size_t done = 0;

	if (conn->fd < 0 || conn->is_connecting || conn->is_handshaking)
		return;
	while (done < conn->out.len) {
		ssize_t n = write_some(conn, conn->out.data + done, conn->out.len - done);

		if (n < 0) {
			fail(conn, "the write failed");
			return;
		}
		if (n == 0)
			break;
		done += (size_t)n;
	}
	nx_buf_consume(&conn->out, done);
	wait_to_write(conn, conn->out.len > 0);
}

void conn_close(struct conn *conn)
{
	if (conn->fd < 0)
		return;
	conn_flush(conn);
	release(conn);
}

/* True when the handshake is over and the connection can go on. */
static bool shake_hands(struct conn *conn)
{
	int rc = SSL_do_handshake(conn->ssl);
	int error;

	if (rc == 1) {
		conn->is_handshaking = false;
		wait_to_write(conn, false);
		conn->events->opened(conn->ctx);
		return conn->fd >= 0;
	}
	error = SSL_get_error(conn->ssl, rc);
	if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
		fail(conn, "the TLS handshake failed");
		return false;
	}
	wait_to_write(conn, error == SSL_ERROR_WANT_WRITE);
	return false;
}

/* Bytes read, 0 when there are none now, -1 when the connection is gone. */
static ssize_t read_some(struct conn *conn, char *data, size_t size)
{
	ssize_t n;

	if (!conn->ssl) {
		n = recv(conn->fd, data, size, 0);
		return n > 0 ? n : n < 0 && errno == EAGAIN ? 0 : -1;
	}
	n = SSL_read(conn->ssl, data, (int)size);
	if (n > 0)
		return n;
	return SSL_get_error(conn->ssl, (int)n) == SSL_ERROR_WANT_READ ? 0 : -1;
}

static void read_all(struct conn *conn)
{
	char data[READ_SIZE];

	do {
		ssize_t n = read_some(conn, data, sizeof data);

		if (n < 0) {
			fail(conn, "closed by the server");
			return;
		}
		if (n == 0)
			return;
		conn->events->data(conn->ctx, data, (size_t)n);
	} while (conn->fd >= 0 && conn->ssl && !conn->is_handshaking && SSL_has_pending(conn->ssl));
}

/* True when the TCP connection is there. */
static bool finish_connecting(struct conn *conn)
{
	int error = 0;
	socklen_t len = sizeof error;

	getsockopt(conn->fd, SOL_SOCKET, SO_ERROR, &error, &len);
	if (error) {
		fail(conn, strerror(error));
		return false;
	}
	conn->is_connecting = false;
	if (!conn->ssl) {
		wait_to_write(conn, false);
		conn->events->opened(conn->ctx);
	}
	return conn->fd >= 0;
}

void conn_handle(struct conn *conn, uint32_t epoll_events)
{
	if (conn->fd < 0 || (conn->is_connecting && !finish_connecting(conn)))
		return;
	if (conn->is_handshaking && !shake_hands(conn))
		return;
	if (epoll_events & EPOLLOUT)
		conn_flush(conn);
	if (conn->fd >= 0 && (epoll_events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
		read_all(conn);
}
