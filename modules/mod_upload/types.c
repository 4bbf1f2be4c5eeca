/* Content types (types.h).
 *
 * libmagic reads what strangers have made, so it gets little to read and none of what it offers beyond signatures: it does not
 * unpack, and follows no structure that may be deep. */
#include "mod_upload/types.h"

#include <magic.h>
#include <pthread.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "mod_upload/spool.h"

#define UNKNOWN "application/octet-stream"
#define LOOK_BYTES (256 * 1024)
/* RFC 9110 section 5.6.2 */
#define TOKEN "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~"

struct upload_types {
	pthread_mutex_t lock;           /* a magic_t is for one thread at a time */
	magic_t magic;
};

struct upload_types *upload_types_new(struct nx_error *err)
{
	magic_t magic = magic_open(MAGIC_MIME | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF);
	size_t limit = LOOK_BYTES;

	if (!magic || magic_load(magic, NULL) != 0) {
		nx_fail(err, NX_E_SYSTEM, "libmagic cannot tell what files are: %s (Debian's package libmagic-mgc has its data)",
			magic ? magic_error(magic) : "out of memory");
		if (magic)
			magic_close(magic);
		return NULL;
	}
	magic_setparam(magic, MAGIC_PARAM_BYTES_MAX, &limit);
	struct upload_types *types = nx_mem_new(sizeof(*types));

	pthread_mutex_init(&types->lock, NULL);
	types->magic = magic;
	return types;
}

void upload_types_free(struct upload_types **types)
{
	if (!*types)
		return;
	magic_close((*types)->magic);
	pthread_mutex_destroy(&(*types)->lock);
	nx_mem_free(*types);
	*types = NULL;
}

/* Without parameters. */
static size_t essence_len(const char *type)
{
	return strcspn(type, "; \t");
}

static bool begins_with(int fd, const char *bytes)
{
	char begin[8];
	size_t len = strlen(bytes);

	return pread(fd, begin, len, 0) == (ssize_t)len && memcmp(begin, bytes, len) == 0;
}

void upload_type_look(struct upload_types *types, int fd, char *type, size_t size)
{
	const char *found;

	pthread_mutex_lock(&types->lock);
	found = lseek(fd, 0, SEEK_SET) == 0 ? magic_descriptor(types->magic, fd) : NULL;
	nx_str_copy(type, size, found && upload_type_is_valid(found) ? found : UNKNOWN);
	pthread_mutex_unlock(&types->lock);
	/* One of a hundred encrypted files begins with an instruction or two that are all libmagic wants of a program of DOS. */
	if (upload_type_is_same(type, "application/x-dosexec") && !begins_with(fd, "MZ"))
		nx_str_copy(type, size, UNKNOWN);
	/* It guesses a character set for everything. */
	if (strncmp(type, "text/", 5) != 0)
		type[essence_len(type)] = '\0';
}

/* ---- reading types ---- */

bool upload_type_is_valid(const char *type)
{
	size_t main_len = strspn(type, TOKEN), sub_len;

	if (main_len == 0 || type[main_len] != '/' || strlen(type) >= UPLOAD_TYPE_MAX)
		return false;
	sub_len = strspn(type + main_len + 1, TOKEN);
	type += main_len + 1 + sub_len;
	if (sub_len == 0 || (*type && !strchr("; \t", *type)))
		return false;
	for (; *type; type++) {
		if ((unsigned char)*type < 0x20 || (unsigned char)*type >= 0x7f)
			return false;
	}
	return true;
}

bool upload_type_is_same(const char *a, const char *b)
{
	size_t len = essence_len(a);

	return len == essence_len(b) && strncasecmp(a, b, len) == 0;
}

static bool fits(const char *type, const char *pattern)
{
	size_t len = strlen(pattern);

	if (nx_str_has_suffix(pattern, "*"))
		return strncasecmp(type, pattern, len - 1) == 0;
	return upload_type_is_same(type, pattern);
}

bool upload_type_is_among(const char *type, const char *const *patterns)
{
	for (; *patterns; patterns++) {
		if (fits(type, *patterns))
			return true;
	}
	return false;
}

const char *upload_type_settle(const char *type, const char *const *allowed)
{
	static const char *const programs[] = {
		"application/x-dosexec", "application/x-msdownload", "application/x-msdos-program", "application/x-msi",
		"application/vnd.microsoft.portable-executable", "application/x-executable", "application/x-pie-executable",
		"application/x-sharedlib", "application/x-object", "application/x-mach-binary", "application/x-java-applet",
		"application/x-ms-shortcut", NULL,
	};

	if (upload_type_is_among(type, allowed))
		return type;
	return !upload_type_is_among(type, programs) && upload_type_is_among(UNKNOWN, allowed) ? UNKNOWN : NULL;
}

bool upload_type_is_shown(const char *type)
{
	static const char *const shown[] = {
		"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/heic", "audio/*", "video/*", NULL,
	};

	return upload_type_is_among(type, shown);
}
