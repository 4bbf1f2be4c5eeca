/* The socket of an exchange, past libwebsockets (web_private.h): one event of libevent, for one thing at a time.
 *
 * While an answer is being made: whether the client goes. While it is written: whether there is room. Behind the last one: that the
 * client has seen it, for a connection that is closed with input unread takes the answer back that is still on its way. */
#include "net/web_private.h"

#include <errno.h>
#include <poll.h>

#include <event2/event.h>
#include <openssl/ssl.h>

#include "net/loop.h"

#define LINGER_MS 2000

static int fd_of(const struct nx_exchange *x)
{
	return lws_get_socket_fd(x->visitor->wsi);
}

void nx_web_watch_stop(struct nx_exchange *x)
{
	if (!x->watch)
		return;
	event_free(x->watch);
	x->watch = NULL;
}

static void watch(struct nx_exchange *x, short what, event_callback_fn fn)
{
	nx_web_watch_stop(x);
	x->watch = event_new(nx_loop_base(x->visitor->web->options.loop), fd_of(x), what, fn, x);
	event_add(x->watch, NULL);
}

static bool has_gone(int fd)
{
	struct pollfd look = { .fd = fd, .events = POLLRDHUP };

	return poll(&look, 1, 0) > 0;
}

static void something_came(evutil_socket_t fd, short what, void *arg)
{
	(void)what;
	if (has_gone(fd))
		nx_exchange_cut(arg);
}

/* Edges only: a request behind this one stays where it is. */
void nx_web_watch_for_end(struct nx_exchange *x)
{
	if (!x->watch)
		watch(x, EV_READ | EV_CLOSED | EV_ET | EV_PERSIST, something_came);
}

static void there_is_room(evutil_socket_t fd, short what, void *arg)
{
	struct nx_exchange *x = arg;

	(void)fd;
	(void)what;
	nx_web_watch_stop(x);
	x->when_room(x);
}

void nx_web_watch_for_room(struct nx_exchange *x, void (*fn)(struct nx_exchange *x))
{
	x->when_room = fn;
	watch(x, EV_WRITE, there_is_room);
}

static void throw_away(evutil_socket_t fd, short what, void *arg)
{
	static char unread[4096];
	ssize_t got = recv(fd, unread, sizeof(unread), MSG_DONTWAIT);

	(void)what;
	if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
		nx_exchange_cut(arg);
}

static void lingered(void *arg)
{
	nx_exchange_cut(arg);
}

/* RFC 9112 section 9.6 */
void nx_web_linger(struct nx_exchange *x)
{
	struct nx_visitor *visitor = x->visitor;

	x->is_lingering = true;
	if (visitor->has_tls)
		SSL_shutdown(lws_get_ssl(visitor->wsi));
	shutdown(fd_of(x), SHUT_WR);
	watch(x, EV_READ | EV_PERSIST, throw_away);
	nx_timer_set(nx_loop_timers(visitor->web->options.loop), &x->body_timer, LINGER_MS, lingered, x);
}
