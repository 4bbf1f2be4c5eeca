/* The control socket, STATE/nexactl.sock: administrators' commands from this machine.
 *
 * The socket belongs to the user that runs nexad, mode 0600; the kernel says who connects (SO_PEERCRED), and only that user
 * and root are served. One line of JSON each way:
 *   → {"command":"account add","args":{"jid":"romeo@example.org","password":"…"}}
 *   ← {"ok":true,"result":{"message":"…"}}      or {"ok":false,"error":{"condition":"conflict","text":"…"}}
 * The command "commands" answers with the rows of all commands: nexactl builds its help and its arguments from them. */
#ifndef NX_CORE_CONTROL_H
#define NX_CORE_CONTROL_H

#include <stdint.h>

struct nx_control;
struct nx_error;
struct nx_server;

#define NX_CONTROL_SOCKET "nexactl.sock"

struct nx_control *nx_control_new(struct nx_server *server, struct nx_error *err);
/* Hangs up on everybody; the burials need one more turn of the loop before the free. */
void nx_control_stop(struct nx_control *control);
void nx_control_free(struct nx_control **control);
uint32_t nx_control_callers(const struct nx_control *control);

#endif
