/* A listening socket. At most so many accepts a turn; when descriptors run out it stops accepting for a second
 * and says so, instead of spinning. */
#ifndef NX_NET_LISTENER_H
#define NX_NET_LISTENER_H

#include <stdint.h>

struct nx_error;
struct nx_listener;
struct nx_loop;
struct nx_log_source;

/* address: "0.0.0.0", "::" (both families), "127.0.0.1", or a path beginning with '/' for a Unix socket (mode 0600;
 * a stale socket file is removed, a live one is an error). port 0: any free one.
 * accepted() owns fd, which is non-blocking, close-on-exec and, for TCP, without Nagle. peer is "192.0.2.1" or "unix".
 * Errors are sentences: "port 5222 on 0.0.0.0 is in use by another program; stop it or set c2s_port". option_name is
 * the option of the port, or of the path of a Unix socket; that of an address is listen_address. */
struct nx_listener *nx_listener_new(struct nx_loop *loop, const char *address, uint16_t port, const char *option_name,
				    void (*accepted)(void *ctx, int fd, const char *peer), void *ctx,
				    const struct nx_log_source *parent_log, struct nx_error *err);
void nx_listener_free(struct nx_listener **listener);
/* 32 when nobody says otherwise. */
void nx_listener_set_accepts_per_turn(struct nx_listener *listener, unsigned accepts);
uint16_t nx_listener_port(const struct nx_listener *listener);

#endif
