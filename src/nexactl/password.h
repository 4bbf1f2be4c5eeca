/* Passwords: asked for without showing them, or one line of standard input; never on the command line. */
#ifndef NEXACTL_PASSWORD_H
#define NEXACTL_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>

struct failure;

#define PASSWORD_MAX 1024

/* One line of standard input, without its end. */
int password_from_stdin(char out[PASSWORD_MAX], struct failure *why);
/* Asks twice on the terminal. option is what to name when there is none: "--password-stdin". */
int password_ask(char out[PASSWORD_MAX], const char *option, struct failure *why);
/* A question to be answered with y or yes. */
bool ask_yes(const char *question);

#endif
