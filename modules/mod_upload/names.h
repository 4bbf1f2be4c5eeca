/* Names of uploaded files: in slots, in paths and in headers. What is in a path is all that a browser shows of a file, so the name stays
 * readable and keeps its ending (XEP-0363 section 4); it never becomes a name in our file system. */
#ifndef MOD_UPLOAD_NAMES_H
#define MOD_UPLOAD_NAMES_H

#include <stdbool.h>

struct nx_pool;

#define UPLOAD_PATH "/upload/"
#define UPLOAD_NAME_MAX 200             /* bytes */
#define UPLOAD_ID_LEN 26                /* of [a-z0-9]: more than 128 bits */

/* The name as it is kept: without directories, control characters and what means something in URLs, not longer than UPLOAD_NAME_MAX, never
 * empty, never with a dot at its beginning. text is valid UTF-8. In pool. */
const char *upload_name_clean(struct nx_pool *pool, const char *text);
/* "/upload/ID/NAME", and the same as RFC 3986 has it. */
const char *upload_path(struct nx_pool *pool, const char *id, const char *name);
const char *upload_path_escaped(struct nx_pool *pool, const char *id, const char *name);
/* True: path, decoded, is of that form; in pool. */
bool upload_path_parse(struct nx_pool *pool, const char *path, const char **id_r, const char **name_r);
/* Header Content-Disposition (RFC 6266): shown in the browser, or only saved. */
const char *upload_disposition(struct nx_pool *pool, const char *name, bool is_inline);

#endif
