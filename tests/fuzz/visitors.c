/* Visitors of a whole server (visitors.h). */
#include "visitors.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/error.h"
#include "base/handles.h"
#include "base/pool.h"
#include "base/str.h"
#include "core/setup.h"
#include "core/site.h"

#define LONGEST_MS 600000
#define LOG_EVERY 500           /* inputs, after which the log begins anew: it lies in memory */

/* ---- the server ---- */

static struct stage *running;

static void take_down(void)
{
	stage_drop(running);
	stage_done(running);
}

static void heard_line(void *ctx, enum nx_level level, const char *line)
{
	(void)ctx;
	if (level != NX_ERROR)
		return;
	fprintf(stderr, "%s\n", line);
	nx_unreachable();       /* a visitor has brought about an error */
}

static void write_page(const struct stage *stage)
{
	static const char text[] = "<!DOCTYPE html><title>A page</title><p>0123456789012345678901234567890123456789012345678901234567890123";
	const char *chat = nx_pool_printf(stage->pool, "%s/chat", stage->dir);
	const char *page = nx_pool_printf(stage->pool, "%s/index.html", chat);
	int fd = mkdir(chat, 0700) == 0 ? open(page, O_WRONLY | O_CREAT | O_EXCL, 0600) : -1;

	nx_assert(fd >= 0 && write(fd, text, 100) == 100);
	close(fd);
}

/* One that is free now. */
static unsigned choose_port(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	nx_assert(fd >= 0 && bind(fd, (struct sockaddr *)&address, len) == 0 && getsockname(fd, (struct sockaddr *)&address, &len) == 0);
	close(fd);
	return ntohs(address.sin_port);
}

void visitors_start(struct stage *stage, const char *name)
{
	static const char *const options[] = {
		"listen_address=127.0.0.1", "c2s_port=0", "c2s_tls_port=0", "https_port=0", "proxy65_port=0", "account_cache=0", "guests=yes",
		"http_proxies=127.0.0.1",
	};
	struct nx_error err;

	stage_init(stage, name);
	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		stage_add_option(stage, options[i]);
	stage_add_option(stage, nx_pool_printf(stage->pool, "http_port=%u", choose_port()));
	stage_add_option(stage, nx_pool_printf(stage->pool, "web_dir=%s", stage->dir));
	write_page(stage);
	stage_start(stage);
	nx_logger_set_observer(stage->logger, heard_line, NULL);
	nx_logger_set_level(stage->logger, NX_ERROR);
	nx_assert(nx_setup_certificates(stage->server, &err) == 0 && nx_server_listen(stage->server, &err) == 0);
	running = stage;
	atexit(take_down);
}

/* ---- visitors ---- */

void visitor_connect(struct stage *stage, struct visitor *visitor)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons(nx_site_port(stage->server->site)),
	};

	nx_buf_clear(&visitor->heard);
	visitor->is_heard = false;
	visitor->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	/* libFuzzer's clock interrupts; the connection is made all the same. */
	nx_assert(visitor->fd >= 0 && (connect(visitor->fd, (struct sockaddr *)&address, sizeof(address)) == 0 || errno == EINTR));
}

void visitor_send(struct visitor *visitor, const void *data, size_t len)
{
	visitor->is_heard = false;
	if (visitor->fd >= 0 && send(visitor->fd, data, len, MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
		visitor_leave(visitor);
}

/* With a reset: so many ports are not to wait for the network. */
void visitor_leave(struct visitor *visitor)
{
	const struct linger at_once = { .l_onoff = 1 };

	if (visitor->fd < 0)
		return;
	setsockopt(visitor->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
	close(visitor->fd);
	visitor->fd = -1;
}

/* Whether something came. */
static bool hear(struct visitor *visitor)
{
	char text[16384];
	ssize_t len = -1;
	bool has_come = false;

	while (visitor->fd >= 0 && (len = recv(visitor->fd, text, sizeof(text), MSG_DONTWAIT)) > 0) {
		nx_buf_add(&visitor->heard, text, (size_t)len);
		visitor->is_heard = has_come = true;
	}
	if (visitor->fd >= 0 && len == 0)
		visitor_leave(visitor);
	/* What is no request libwebsockets answers by itself, as HTTP/1.0. */
	if (visitor->heard.len >= 7)
		nx_assert(nx_str_has_prefix(nx_buf_str(&visitor->heard), "HTTP/1."));
	return has_come;
}

void visitors_settle(struct stage *stage, struct visitor *visitors, unsigned count)
{
	bool has_come;

	do {
		has_come = false;
		stage_settle(stage);
		for (unsigned i = 0; i < count; i++)
			has_come |= hear(&visitors[i]);
	} while (has_come);
}

/* ---- the end ---- */

static void trim_log(const struct stage *stage)
{
	static unsigned inputs;

	if (++inputs % LOG_EVERY == 0)
		nx_assert(truncate(nx_pool_printf(stage->pool, "%s/websocket.log", stage->dir), 0) == 0);
}

void visitors_leave(struct stage *stage, struct visitor *visitors, unsigned count)
{
	const struct nx_server *server = stage->server;

	for (unsigned i = 0; i < count; i++) {
		visitor_leave(&visitors[i]);
		nx_buf_done(&visitors[i].heard);
	}
	stage_advance(stage, LONGEST_MS);
	nx_assert(nx_handles_count(server->sessions) == 0);
	nx_assert(nx_handles_count(server->events) == 0);
	nx_assert(nx_site_connections(server->site) == 0);
	trim_log(stage);
}
