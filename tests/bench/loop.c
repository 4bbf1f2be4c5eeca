/* The loop (loop.h). epoll_pwait2 because the open loop has to wake to the microsecond. */
#include "loop.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "conn.h"

#define EVENTS_PER_TURN 512
#define LONGEST_WAIT_NS (100 * NS_PER_MS)

int64_t clock_ns(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * NS_PER_SEC + ts.tv_nsec;
}

void loop_init(struct loop *loop)
{
	*loop = (struct loop){ .epoll_fd = epoll_create1(EPOLL_CLOEXEC), .now_ns = clock_ns() };
	if (loop->epoll_fd < 0) {
		perror("loadgen: epoll_create1");
		exit(1);
	}
}

void loop_done(struct loop *loop)
{
	close(loop->epoll_fd);
}

static void wait_and_read(struct loop *loop)
{
	struct epoll_event events[EVENTS_PER_TURN];
	int64_t wait_ns = LONGEST_WAIT_NS;
	int count;

	if (loop->wake_ns && loop->wake_ns - clock_ns() < wait_ns)
		wait_ns = loop->wake_ns - clock_ns();
	if (wait_ns < 0)
		wait_ns = 0;
	count = epoll_pwait2(loop->epoll_fd, events, EVENTS_PER_TURN, &(struct timespec){ .tv_nsec = wait_ns }, NULL);
	loop->now_ns = clock_ns();
	for (int i = 0; i < count; i++)
		conn_handle(events[i].data.ptr, events[i].events);
}

static void write_dirty(struct loop *loop)
{
	while (loop->dirty) {
		struct conn *conn = loop->dirty;

		loop->dirty = conn->next_dirty;
		conn->is_dirty = false;
		conn_flush(conn);
	}
}

bool loop_until(struct loop *loop, bool (*step)(void *ctx), void *ctx, int64_t timeout_ms)
{
	int64_t end_ns = clock_ns() + timeout_ms * NS_PER_MS;

	loop->wake_ns = 0;
	loop->now_ns = clock_ns();
	for (;;) {
		bool is_done = step(ctx);

		write_dirty(loop);
		if (is_done)
			return true;
		if (loop->now_ns >= end_ns)
			return false;
		wait_and_read(loop);
	}
}

static bool never(void *ctx)
{
	(void)ctx;
	return false;
}

void loop_sleep(struct loop *loop, int64_t ms)
{
	loop_until(loop, never, NULL, ms);
}
