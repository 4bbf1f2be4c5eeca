/* nexactl config check: nexad --check, which knows all options, also those of modules. */
#ifndef NEXACTL_CHECK_H
#define NEXACTL_CHECK_H

#include <jansson.h>

struct failure;

/* file NULL: the one that nexad reads by itself. 0 and a new result with its sentence, or -1: EXIT_CONFIG and what is wrong. */
int check_configuration(const char *file, json_t **result_r, struct failure *why);

#endif
