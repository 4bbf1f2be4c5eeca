/* What a file is, from its bytes (libmagic), whatever its sender says; and what browsers may do with it. */
#ifndef MOD_UPLOAD_TYPES_H
#define MOD_UPLOAD_TYPES_H

#include <stdbool.h>
#include <stddef.h>

struct nx_error;
struct upload_types;

/* NULL and err: the data base of libmagic is missing. */
struct upload_types *upload_types_new(struct nx_error *err);
void upload_types_free(struct upload_types **types);
/* The type of the open file, "application/octet-stream" when it looks like nothing: never fails. Reads at most its first 256 KiB, and moves
 * its position. From any thread; one waits for the other. */
void upload_type_look(struct upload_types *types, int fd, char *type, size_t size);

/* A content type of RFC 9110 section 8.3.1, with or without parameters, that is no longer than UPLOAD_TYPE_MAX. */
bool upload_type_is_valid(const char *type);
/* Case and parameters do not count. */
bool upload_type_is_same(const char *a, const char *b);
/* patterns: NULL-terminated, "image/png" or "image" followed by a slash and a star. */
bool upload_type_is_among(const char *type, const char *const *patterns);
/* As what a file of that type is taken: as itself when it is among the allowed; as application/octet-stream when that is, because encrypted
 * files look like nothing, or like anything; NULL: not at all. Programs are taken only as themselves. */
const char *upload_type_settle(const char *type, const char *const *allowed);
/* Browsers may show it instead of saving it: pictures, sound and video that hold no scripts. */
bool upload_type_is_shown(const char *type);

#endif
