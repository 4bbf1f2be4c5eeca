/* libwebsockets through libuv, whose loop is nested in ours (web_loop.h): Debian's libwebsockets cannot use libevent.
 *
 * libuv's epoll descriptor is readable when one of its own is, so it is one event of libevent. libuv tells epoll what it wants to
 * hear of only when it runs: whoever asks for something from outside kicks it. Its timers are one timer of ours. */
#include "net/web_loop.h"

#include "base/assert.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/timer.h"
#include "net/loop.h"

#include <event2/event.h>
#include <libwebsockets.h>
#include <uv.h>

const uint64_t nx_web_loop_option = LWS_SERVER_OPTION_LIBUV;

struct nx_web_loop {
	uv_loop_t uv;
	struct nx_loop *loop;
	struct event *readable;
	struct nx_timer alarm;
};

static void run(struct nx_web_loop *web_loop);

static void alarm_rang(void *arg)
{
	run(arg);
}

/* Most call-backs leave work for a second round, which only tells epoll what changed; a third can wait for the next turn. */
static void run(struct nx_web_loop *web_loop)
{
	int timeout_ms;

	uv_run(&web_loop->uv, UV_RUN_NOWAIT);
	if (uv_backend_timeout(&web_loop->uv) == 0)
		uv_run(&web_loop->uv, UV_RUN_NOWAIT);
	timeout_ms = uv_backend_timeout(&web_loop->uv);
	/* With none to wait that is the next turn; a kick from here would keep this one from ending. */
	if (timeout_ms >= 0)
		nx_timer_set(nx_loop_timers(web_loop->loop), &web_loop->alarm, timeout_ms, alarm_rang, web_loop);
	else
		nx_timer_cancel(&web_loop->alarm);
}

static void uv_is_ready(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	run(arg);
}

struct nx_web_loop *nx_web_loop_new(struct nx_loop *loop, struct nx_error *err)
{
	struct nx_web_loop *web_loop = nx_mem_new(sizeof(*web_loop));

	web_loop->loop = loop;
	if (uv_loop_init(&web_loop->uv) != 0) {
		nx_mem_free(web_loop);
		nx_fail(err, NX_E_SYSTEM, "the system gave no event queue for HTTP; check the limit of open files (ulimit -n)");
		return NULL;
	}
	web_loop->readable = event_new(nx_loop_base(loop), uv_backend_fd(&web_loop->uv), EV_READ | EV_PERSIST, uv_is_ready,
				       web_loop);
	event_add(web_loop->readable, NULL);
	return web_loop;
}

void *nx_web_loop_foreign(struct nx_web_loop *web_loop)
{
	return &web_loop->uv;
}

void nx_web_loop_kick(struct nx_web_loop *web_loop)
{
	event_active(web_loop->readable, EV_READ, 0);
}

static void mute_one(uv_handle_t *handle, void *arg)
{
	uv_os_fd_t fd;

	if (uv_handle_get_type(handle) == UV_POLL && uv_fileno(handle, &fd) == 0 && fd == *(int *)arg)
		uv_poll_stop((uv_poll_t *)handle);
}

void nx_web_loop_mute(struct nx_web_loop *web_loop, int fd)
{
	uv_walk(&web_loop->uv, mute_one, &fd);
}

void nx_web_loop_drain(struct nx_web_loop *web_loop)
{
	/* Handles are closed in the round after the one in which that was asked for; nothing else is waited for. */
	while (uv_run(&web_loop->uv, UV_RUN_NOWAIT))
		;
}

void nx_web_loop_free(struct nx_web_loop **web_loop_p)
{
	struct nx_web_loop *web_loop = *web_loop_p;

	*web_loop_p = NULL;
	if (!web_loop)
		return;
	nx_web_loop_drain(web_loop);
	event_free(web_loop->readable);
	nx_timer_cancel(&web_loop->alarm);
	int rc = uv_loop_close(&web_loop->uv);

	nx_assert(rc == 0);
	nx_mem_free(web_loop);
}
