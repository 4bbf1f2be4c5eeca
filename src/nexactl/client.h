/* Asking nexad over its control socket (core/control.h has the protocol). */
#ifndef NEXACTL_CLIENT_H
#define NEXACTL_CLIENT_H

#include <jansson.h>

struct failure;

/* Connects, sends one request, waits for its answer. 0 and a new result, or -1: no server, no permission, no answer in time,
 * or what the server says. args may be NULL. */
int client_ask(const char *state_dir, const char *command, const json_t *args, json_t **result_r, struct failure *why);

#endif
