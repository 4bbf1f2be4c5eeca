/* What the files of mod_metrics share: the families that are no other module's. */
#ifndef MOD_METRICS_METRICS_H
#define MOD_METRICS_METRICS_H

struct nx_metrics;
struct nx_server;

/* clients.c: connections, sessions, logins, stanzas. */
void metrics_tell_clients(const struct nx_server *server, struct nx_metrics *out);
/* machine.c: the loop, threads, the store, HTTP, memory, the process. */
void metrics_tell_machine(struct nx_server *server, struct nx_metrics *out);

#endif
