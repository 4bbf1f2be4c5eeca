/* What comes with an upload before anything is believed: the path, the name, the ticket, the content type (XEP-0363). The input is four of
 * them, one on each line. */
#include "mod_upload/names.h"
#include "mod_upload/ticket.h"
#include "mod_upload/types.h"

#include "base/assert.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const uint8_t secret[UPLOAD_SECRET_BYTES] = "nobody knows";
#define ID "abcdefghijklmnopqrstuvwxyz"

static void try_path(struct nx_pool *pool, const char *path)
{
	const char *id, *name;

	if (!upload_path_parse(pool, path, &id, &name))
		return;
	nx_assert(strlen(id) == UPLOAD_ID_LEN && *name && !strchr(name, '/'));
	nx_assert(strcmp(upload_path(pool, id, name), path) == 0);
}

static void try_name(struct nx_pool *pool, const char *given)
{
	const char *kept, *id, *name;

	if (!nx_utf8_is_valid(given, strlen(given)))
		return;
	kept = upload_name_clean(pool, given);
	nx_assert(upload_path_parse(pool, upload_path(pool, ID, kept), &id, &name) && strcmp(name, kept) == 0);
	nx_assert(strcmp(upload_name_clean(pool, kept), kept) == 0);
	nx_assert(!strpbrk(upload_disposition(pool, kept, true), "\r\n\""));
}

/* Nobody signs without the secret; and what is signed is read as it was written. */
static void try_ticket(struct nx_pool *pool, const char *header, const char *type)
{
	struct upload_ticket ticket = { .expires_at_ms = 5, .size_bytes = 1, .owner = "a@b", .type = type }, got;
	struct nx_error err = {0};

	nx_assert(upload_ticket_read(pool, secret, "/upload/x", header, 0, &got, &err) == -1 && err.kind == NX_E_NOT_AUTHORIZED);
	if (!upload_type_is_valid(type))
		return;
	nx_assert(upload_ticket_read(pool, secret, "/p", upload_ticket_write(pool, secret, "/p", &ticket), 0, &got, &err) == 0);
	nx_assert(strcmp(got.type, type) == 0 && upload_type_is_same(type, got.type));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nx_pool *pool = nx_pool_new("fuzz", 0);
	char *text = nx_pool_strndup(pool, (const char *)data, size), *lines[4];

	for (int i = 0; i < 4; i++) {
		lines[i] = text;
		text += strcspn(text, "\n");
		if (*text)
			*text++ = '\0';
	}
	try_path(pool, lines[0]);
	try_name(pool, lines[1]);
	try_ticket(pool, lines[2], lines[3]);
	nx_pool_free(&pool);
	return 0;
}
