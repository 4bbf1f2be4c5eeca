/* Where clients come in: the listeners on c2s_port and c2s_tls_port, and how many may be there (doc/conformance/limits.md). */
#ifndef NX_CORE_C2S_H
#define NX_CORE_C2S_H

#include <stdint.h>

struct nx_c2s;
struct nx_conn;
struct nx_error;
struct nx_server;

/* Listens as configured; a port of 0 switches that listener off. */
struct nx_c2s *nx_c2s_new(struct nx_server *server, struct nx_error *err);
/* No new clients; those who are there stay. */
void nx_c2s_stop(struct nx_c2s *c2s);
void nx_c2s_free(struct nx_c2s **c2s);
/* A connection that came in another way: a session, unless one of the limits is reached; then it is aborted. */
void nx_c2s_take(struct nx_c2s *c2s, struct nx_conn *conn);
/* A connection from that address begins to negotiate, or is done with it: at most unauthenticated_per_address at once. */
void nx_c2s_enter(struct nx_c2s *c2s, const char *address);
void nx_c2s_leave(struct nx_c2s *c2s, const char *address);
/* Ports in use; 0: off. */
uint16_t nx_c2s_port(const struct nx_c2s *c2s);
uint16_t nx_c2s_tls_port(const struct nx_c2s *c2s);

#endif
