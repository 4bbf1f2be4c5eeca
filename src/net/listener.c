/* Listening sockets (listener.h).
 *
 * The event is level-triggered: what a turn's budget leaves in the kernel's queue makes it ready again at once. When
 * descriptors run out accept() would stay ready and fail for ever, so listening stops for a second; connections wait
 * in the kernel meanwhile, and established ones go on. */
#include "net/listener.h"

#include "base/error.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/timer.h"
#include "net/conn_private.h"
#include "net/loop.h"

#include <arpa/inet.h>
#include <errno.h>
#include <event2/event.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define USUAL_ACCEPTS 32
#define REST_MS 1000
#define BACKLOG 1024            /* the kernel lowers it to net.core.somaxconn */

union address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
	struct sockaddr_un local;
	struct sockaddr_storage storage;
};

struct nx_listener {
	struct nx_loop *loop;
	struct event *event;
	struct nx_timer rest;
	void (*accepted)(void *ctx, int fd, const char *peer);
	void *ctx;
	struct nx_log_source log;
	char *path;             /* of a Unix socket, removed at the end */
	int fd;
	uint16_t port;
	unsigned accepts_per_turn;
	bool *is_freed_r;       /* accept_some() is on the stack and wants to know */
};

static void rest_is_over(void *arg)
{
	struct nx_listener *listener = arg;

	event_add(listener->event, NULL);
}

static void rest(struct nx_listener *listener, int code)
{
	char text[128];

	nx_log(listener, NX_ERROR, "cannot accept connections: %s; trying again in a second. Raise the limit of open "
	       "files (ulimit -n, LimitNOFILE=) when this goes on", strerror_r(code, text, sizeof(text)));
	event_del(listener->event);
	nx_timer_set(nx_loop_timers(listener->loop), &listener->rest, REST_MS, rest_is_over, listener);
}

static int accept_one(struct nx_listener *listener, union address *from)
{
	socklen_t len = sizeof(*from);

	if (nx_fault("net.accept")) {
		errno = EMFILE;
		return -1;
	}
	return accept4(listener->fd, &from->any, &len, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

static bool is_exhaustion(int code)
{
	return code == EMFILE || code == ENFILE || code == ENOBUFS || code == ENOMEM;
}

static void accept_some(evutil_socket_t listen_fd, short what, void *arg)
{
	struct nx_listener *listener = arg;
	bool is_freed = false;

	(void)listen_fd;
	(void)what;
	listener->is_freed_r = &is_freed;
	for (unsigned i = 0; i < listener->accepts_per_turn; i++) {
		union address from = { 0 };
		char peer[NX_SOCKADDR_TEXT];
		int fd = accept_one(listener, &from);
		int on = 1;

		if (fd < 0 && is_exhaustion(errno))
			rest(listener, errno);
		if (fd < 0 && errno != ECONNABORTED && errno != EINTR)
			break;
		if (fd < 0)
			continue;
		if (!listener->path)
			setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		nx_sockaddr_text(&from.storage, peer);
		listener->accepted(listener->ctx, fd, peer);
		if (is_freed)
			return;
	}
	listener->is_freed_r = NULL;
}

/* --- opening --- */

/* 0, or -1 when the text is not a numeric address or the path is too long. */
static int address_parse(const char *text, uint16_t port, union address *addr, socklen_t *len_r)
{
	if (text[0] == '/') {
		size_t len = strlen(text);

		if (len >= sizeof(addr->local.sun_path))
			return -1;
		addr->local.sun_family = AF_UNIX;
		memcpy(addr->local.sun_path, text, len + 1);
		*len_r = sizeof(addr->local);
		return 0;
	}
	if (inet_pton(AF_INET, text, &addr->v4.sin_addr) == 1) {
		addr->v4.sin_family = AF_INET;
		addr->v4.sin_port = htons(port);
		*len_r = sizeof(addr->v4);
		return 0;
	}
	if (inet_pton(AF_INET6, text, &addr->v6.sin6_addr) == 1) {
		addr->v6.sin6_family = AF_INET6;
		addr->v6.sin6_port = htons(port);
		*len_r = sizeof(addr->v6);
		return 0;
	}
	return -1;
}

static int address_refuse(const char *address, const char *option, struct nx_error *err)
{
	const struct sockaddr_un *local = NULL;

	if (address[0] == '/')
		return nx_fail(err, NX_E_CONFIG, "the path %s is too long for a socket (at most %zu bytes); set %s to a shorter one",
			       address, sizeof(local->sun_path) - 1, option);
	return nx_fail(err, NX_E_CONFIG, "\"%s\" is not an address to listen on; "
		       "set listen_address to one like 0.0.0.0, :: or 127.0.0.1", address);
}

static int bind_failed(int code, const char *address, uint16_t port, const char *option, struct nx_error *err)
{
	char text[128];

	if (address[0] == '/')
		return nx_fail(err, NX_E_SYSTEM, "cannot make the socket %s: %s", address,
			       strerror_r(code, text, sizeof(text)));
	if (code == EADDRINUSE)
		return nx_fail(err, NX_E_SYSTEM, "port %u on %s is in use by another program; stop it or set %s",
			       port, address, option);
	if (code == EACCES)
		return nx_fail(err, NX_E_SYSTEM, "port %u on %s may be opened by root only; set %s to 1024 or more",
			       port, address, option);
	if (code == EADDRNOTAVAIL)
		return nx_fail(err, NX_E_SYSTEM, "%s is not an address of this machine; "
			       "set listen_address to one of its own, or to 0.0.0.0 for all", address);
	return nx_fail(err, NX_E_SYSTEM, "cannot listen on port %u of %s: %s; see %s", port, address,
		       strerror_r(code, text, sizeof(text)), option);
}

/* A socket file that nobody answers at is left over from a crash: removed. 0, or -1 when somebody does, or it is no socket. */
static int remove_stale(const union address *addr, socklen_t len, struct nx_error *err)
{
	const char *path = addr->local.sun_path;
	struct stat st;

	if (lstat(path, &st) != 0)
		return 0;
	if (!S_ISSOCK(st.st_mode))
		return nx_fail(err, NX_E_SYSTEM, "%s is in the way and not a socket; move it", path);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	/* EAGAIN: its queue is full, so there is somebody. */
	bool is_live = fd >= 0 && (connect(fd, &addr->any, len) == 0 || errno == EAGAIN);

	if (fd >= 0)
		close(fd);
	if (is_live)
		return nx_fail(err, NX_E_SYSTEM, "the socket %s is in use: the server seems to run already", path);
	unlink(path);
	return 0;
}

static int bind_socket(int fd, const union address *addr, socklen_t len)
{
	int on = 1, off = 0;

	if (addr->any.sa_family == AF_UNIX) {
		/* The mode of the descriptor becomes that of the file: it is never open to others, not even for a moment. */
		if (fchmod(fd, 0600) != 0)
			return -1;
		return bind(fd, &addr->any, len) == 0 ? chmod(addr->local.sun_path, 0600) : -1;
	}
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (addr->any.sa_family == AF_INET6)
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof(off));
	return bind(fd, &addr->any, len);
}

static int open_socket(const char *address, uint16_t port, const char *option, struct nx_error *err)
{
	union address addr = { 0 };
	socklen_t len = 0;

	if (address_parse(address, port, &addr, &len) != 0)
		return address_refuse(address, option, err);
	if (address[0] == '/' && remove_stale(&addr, len, err) != 0)
		return -1;
	int fd = socket(addr.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd >= 0 && bind_socket(fd, &addr, len) == 0 && listen(fd, BACKLOG) == 0)
		return fd;
	int code = errno;

	if (fd >= 0)
		close(fd);
	return bind_failed(code, address, port, option, err);
}

static uint16_t port_of(int fd)
{
	union address addr = { 0 };
	socklen_t len = sizeof(addr);

	if (getsockname(fd, &addr.any, &len) != 0)
		return 0;
	if (addr.any.sa_family == AF_INET)
		return ntohs(addr.v4.sin_port);
	return addr.any.sa_family == AF_INET6 ? ntohs(addr.v6.sin6_port) : 0;
}

struct nx_listener *nx_listener_new(struct nx_loop *loop, const char *address, uint16_t port, const char *option_name,
				    void (*accepted)(void *ctx, int fd, const char *peer), void *ctx,
				    const struct nx_log_source *parent_log, struct nx_error *err)
{
	int fd = open_socket(address, port, option_name, err);

	if (fd < 0)
		return NULL;
	struct nx_listener *listener = nx_mem_new(sizeof(*listener));

	listener->loop = loop;
	listener->fd = fd;
	listener->accepted = accepted;
	listener->ctx = ctx;
	listener->log.parent = parent_log;
	listener->path = address[0] == '/' ? nx_mem_strdup(address) : NULL;
	listener->port = port_of(fd);
	listener->accepts_per_turn = USUAL_ACCEPTS;
	listener->event = event_new(nx_loop_base(loop), fd, EV_READ | EV_PERSIST, accept_some, listener);
	if (!listener->event || event_add(listener->event, NULL) != 0) {
		nx_fail(err, NX_E_SYSTEM, "the system refuses to watch the listening socket on %s", address);
		nx_listener_free(&listener);
	}
	return listener;
}

void nx_listener_free(struct nx_listener **listener_p)
{
	struct nx_listener *listener = *listener_p;

	*listener_p = NULL;
	if (!listener)
		return;
	if (listener->is_freed_r)
		*listener->is_freed_r = true;
	nx_timer_cancel(&listener->rest);
	if (listener->event)
		event_free(listener->event);
	close(listener->fd);
	if (listener->path)
		unlink(listener->path);
	nx_mem_free(listener->path);
	nx_mem_free(listener);
}

void nx_listener_set_accepts_per_turn(struct nx_listener *listener, unsigned accepts)
{
	listener->accepts_per_turn = accepts;
}

uint16_t nx_listener_port(const struct nx_listener *listener)
{
	return listener->port;
}
