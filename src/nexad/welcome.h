/* What a person at the terminal sees when the server has started, and the first administrator. */
#ifndef NX_NEXAD_WELCOME_H
#define NX_NEXAD_WELCOME_H

#include <stdbool.h>

struct nx_server;

/* Prints where clients connect and how to stop. With makes_first_admin, when the default host has no account yet and
 * option admins names nobody: makes admin@DEFAULT-HOST with a random password and prints it once. */
void welcome(struct nx_server *server, bool makes_first_admin);

#endif
