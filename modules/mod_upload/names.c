/* Names of uploaded files (names.h). */
#include "mod_upload/names.h"

#include <string.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"

#define ID_CHARS "abcdefghijklmnopqrstuvwxyz0123456789"
/* RFC 3986 section 2.3; RFC 8187 section 3.2.1 allows them in headers too. */
#define MAX_ENDING 16                   /* ".tar.gz", ".sqlite3-journal" */

/* Ends a path segment or begins a query, steers a terminal, or cannot be in a name where the file will be saved. */
static bool is_refused(unsigned char c)
{
	return c < 0x20 || c == 0x7f || strchr("/\\?#%:*\"<>|", c);
}

/* U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069 turn the reading direction: "photo\u202Egpj.exe" would look like a picture. */
static bool turns_text(const char *c, size_t len)
{
	unsigned char last = len == 3 ? (unsigned char)c[2] : 0;

	if (len == 3 && memcmp(c, "\xe2\x80", 2) == 0)
		return last == 0x8e || last == 0x8f || (last >= 0xaa && last <= 0xae);
	return len == 3 && memcmp(c, "\xe2\x81", 2) == 0 && last >= 0xa6 && last <= 0xa9;
}

static const char *last_segment(const char *text)
{
	for (const char *c = text; *c; c++) {
		if ((*c == '/' || *c == '\\') && c[1])
			text = c + 1;
	}
	return text;
}

/* As much of the beginning as leaves room for the ending, cut between characters. */
static void shorten(struct nx_buf *name)
{
	const char *dot = strrchr(name->data, '.');
	char ending[MAX_ENDING + 1] = "";
	size_t keep;

	if (name->len <= UPLOAD_NAME_MAX)
		return;
	if (dot && strlen(dot) <= MAX_ENDING)
		nx_str_copy(ending, sizeof(ending), dot);
	keep = UPLOAD_NAME_MAX - strlen(ending);
	name->len = nx_utf8_cut(name->data, name->len, keep);
	nx_buf_puts(name, ending);
}

const char *upload_name_clean(struct nx_pool *pool, const char *text)
{
	struct nx_buf buf = NX_BUF_INIT;
	size_t len;

	text = last_segment(text);
	for (; *text && (len = nx_utf8_char_len(text, strlen(text))) > 0; text += len) {
		if (is_refused((unsigned char)*text) || turns_text(text, len) || (*text == '.' && buf.len == 0))
			nx_buf_putc(&buf, '_');
		else
			nx_buf_add(&buf, text, len);
	}
	if (buf.len == 0)
		nx_buf_puts(&buf, "file");
	shorten(&buf);
	const char *name = nx_pool_strdup(pool, nx_buf_str(&buf));

	nx_buf_done(&buf);
	return name;
}

/* ---- paths and headers ---- */

const char *upload_path(struct nx_pool *pool, const char *id, const char *name)
{
	return nx_pool_printf(pool, UPLOAD_PATH "%s/%s", id, name);
}

const char *upload_path_escaped(struct nx_pool *pool, const char *id, const char *name)
{
	return upload_path(pool, id, nx_str_percent_encode(pool, name, ""));
}

bool upload_path_parse(struct nx_pool *pool, const char *path, const char **id_r, const char **name_r)
{
	const char *id = path + strlen(UPLOAD_PATH), *name;

	if (!nx_str_has_prefix(path, UPLOAD_PATH) || strspn(id, ID_CHARS) != UPLOAD_ID_LEN || id[UPLOAD_ID_LEN] != '/')
		return false;
	name = id + UPLOAD_ID_LEN + 1;
	if (!*name || strchr(name, '/') || strlen(name) > UPLOAD_NAME_MAX || !nx_utf8_is_valid(name, strlen(name)))
		return false;
	*id_r = nx_pool_strndup(pool, id, UPLOAD_ID_LEN);
	*name_r = nx_pool_strdup(pool, name);
	return true;
}

const char *upload_disposition(struct nx_pool *pool, const char *name, bool is_inline)
{
	return nx_pool_printf(pool, "%s; filename*=UTF-8''%s", is_inline ? "inline" : "attachment", nx_str_percent_encode(pool, name, ""));
}
