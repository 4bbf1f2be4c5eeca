/* The clients' listeners (core/c2s.h). */
#include "core/c2s.h"

#include <unistd.h>

#include "base/error.h"
#include "base/handles.h"
#include "base/mem.h"
#include "conf/conf.h"
#include "core/server.h"
#include "core/session.h"
#include "net/conn.h"
#include "net/crowd.h"
#include "net/listener.h"

struct nx_c2s {
	struct nx_server *server;
	struct nx_listener *plain, *tls;
	struct nx_crowd *guests;        /* unauthenticated connections */
	int64_t warned_ms;
};

/* ---- who may come in ---- */

void nx_c2s_enter(struct nx_c2s *c2s, const char *address)
{
	nx_crowd_enter(c2s->guests, address);
}

void nx_c2s_leave(struct nx_c2s *c2s, const char *address)
{
	nx_crowd_leave(c2s->guests, address);
}

static void complain(struct nx_c2s *c2s, const char *address, const char *what, int64_t limit)
{
	if (nx_log_may_repeat(&c2s->warned_ms, nx_clock_ms(c2s->server->clock)))
		nx_log(c2s->server, NX_WARNING, "connection refused address=%s reason=\"%s\" limit=%lld", address, what, (long long)limit);
}

static bool may_enter(struct nx_c2s *c2s, const char *address)
{
	struct nx_server *server = c2s->server;
	int64_t per_address = nx_conf_int(server->conf, NULL, "unauthenticated_per_address");
	int64_t total = nx_conf_int(server->conf, NULL, "max_connections");

	if (!nx_server_has_limits(server))
		return true;
	if (nx_crowd_count(c2s->guests, address) >= (unsigned)per_address) {
		complain(c2s, address, "too many connections that are not logged in", per_address);
		return false;
	}
	if (nx_handles_count(server->sessions) >= (uint32_t)total) {
		complain(c2s, address, "the server is full (option max_connections)", total);
		return false;
	}
	return true;
}

static void take_client(struct nx_c2s *c2s, int fd, const char *address, bool is_direct_tls)
{
	struct nx_server *server = c2s->server;

	if (!may_enter(c2s, address)) {
		close(fd);
		return;
	}
	nx_session_new(server, nx_conn_socket_new(server->loop, fd, server->tls, is_direct_tls, &server->log));
}

void nx_c2s_take(struct nx_c2s *c2s, struct nx_conn *conn)
{
	if (may_enter(c2s, nx_conn_peer_address(conn)))
		nx_session_new(c2s->server, conn);
	else
		nx_conn_abort(conn, "too many connections");
}

static void plain_accepted(void *ctx, int fd, const char *address)
{
	take_client(ctx, fd, address, false);
}

static void tls_accepted(void *ctx, int fd, const char *address)
{
	take_client(ctx, fd, address, true);
}

/* ---- life ---- */

static int listen_on(struct nx_c2s *c2s, const char *option, void (*accepted)(void *ctx, int fd, const char *peer),
		     struct nx_listener **listener_r, struct nx_error *err)
{
	struct nx_server *server = c2s->server;
	const char *address = nx_conf_str(server->conf, NULL, "listen_address");
	int64_t port = nx_conf_int(server->conf, NULL, option);

	if (port == 0)
		return 0;
	/* A path would be a Unix socket to the listener. */
	if (!address || address[0] == '/')
		return nx_fail(err, NX_E_CONFIG, "listen_address is an IP address such as 0.0.0.0, :: or 127.0.0.1, not \"%s\"",
			       address ? address : "");
	*listener_r = nx_listener_new(server->loop, address, (uint16_t)port, option, accepted, c2s, &server->log, err);
	if (!*listener_r)
		return -1;
	nx_listener_set_accepts_per_turn(*listener_r, (unsigned)nx_conf_int(server->conf, NULL, "accepts_per_turn"));
	return 0;
}

struct nx_c2s *nx_c2s_new(struct nx_server *server, struct nx_error *err)
{
	struct nx_c2s *c2s = nx_mem_new(sizeof(*c2s));

	c2s->server = server;
	c2s->guests = nx_crowd_new();
	if (listen_on(c2s, "c2s_port", plain_accepted, &c2s->plain, err) < 0 ||
	    listen_on(c2s, "c2s_tls_port", tls_accepted, &c2s->tls, err) < 0)
		nx_c2s_free(&c2s);
	return c2s;
}

void nx_c2s_stop(struct nx_c2s *c2s)
{
	nx_listener_free(&c2s->plain);
	nx_listener_free(&c2s->tls);
}

void nx_c2s_free(struct nx_c2s **c2s)
{
	if (!*c2s)
		return;
	nx_c2s_stop(*c2s);
	nx_crowd_free(&(*c2s)->guests);
	nx_mem_free(*c2s);
	*c2s = NULL;
}

uint16_t nx_c2s_port(const struct nx_c2s *c2s)
{
	return c2s->plain ? nx_listener_port(c2s->plain) : 0;
}

uint16_t nx_c2s_tls_port(const struct nx_c2s *c2s)
{
	return c2s->tls ? nx_listener_port(c2s->tls) : 0;
}
