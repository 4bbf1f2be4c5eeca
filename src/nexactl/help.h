/* nexactl help: from the server's rows, and what works without a server. */
#ifndef NEXACTL_HELP_H
#define NEXACTL_HELP_H

#include <jansson.h>

/* Rows of what nexactl does itself, as the server's: new. */
json_t *help_local_rows(void);
/* All commands, local and the server's; rows NULL: the server is not running, and sentence says so. */
void help_all(const json_t *local, const json_t *rows, const char *sentence);
void help_one(const json_t *row);

#endif
