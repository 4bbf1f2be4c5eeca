/* Files go out: GET and HEAD for whoever knows the address (XEP-0363 section 2).
 *
 * What people have uploaded may be anything, so a browser is told to do nothing with it (section 9.1): no scripts, no frames, no guessing
 * of types; all but pictures, sound and video are saved instead of shown. The row in uploads is what counts: a file without one is not
 * there. */
#include "mod_upload/upload.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "mod_upload/http.h"

#define CACHE_SECS 86400

struct serving {
	struct nx_link in_serving;
	struct upload *upload;
	struct nx_pool *pool;
	struct nx_http_request *request;        /* NULL: the client has gone */
	const char *asked_name;
	bool is_found;
	const char *name, *type, *hash;
	int64_t size_bytes, gone_at_ms;
	char path[4096];
	int fd, open_errno;
	int64_t found_bytes;
};

static void serving_free(struct serving *s)
{
	struct nx_pool *pool = s->pool;

	nx_list_remove(&s->in_serving);
	if (s->fd >= 0)
		close(s->fd);
	nx_pool_free(&pool);
}

static void refuse(struct serving *s, unsigned status, const char *text)
{
	if (s->request)
		nx_http_answer_text(s->request, status, "%s", text);
	serving_free(s);
}

/* Caches may keep it, but none longer than the file is to be had (section 5.3). */
static void add_headers(const struct serving *s)
{
	int64_t secs = CACHE_SECS;

	if (s->gone_at_ms > 0) {
		int64_t left_secs = (s->gone_at_ms - nx_clock_wall_ms(s->upload->mod->server->clock)) / 1000;

		secs = left_secs < secs ? (left_secs > 0 ? left_secs : 0) : secs;
	}
	nx_http_header(s->request, "cache-control", nx_pool_printf(s->pool, "private, max-age=%" PRId64, secs));
	nx_http_header(s->request, "content-disposition", upload_disposition(s->pool, s->name, upload_type_is_shown(s->type)));
	nx_http_header(s->request, "access-control-expose-headers", "content-disposition, content-length, content-range, etag");
	nx_http_header(s->request, "content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
}

static void opened(void *ctx)
{
	struct serving *s = ctx;

	if (s->fd < 0 || s->found_bytes != s->size_bytes) {
		nx_log(s->upload->mod, NX_ERROR, "an uploaded file is missing or damaged path=%s error=\"%s\"; restore it from a backup", s->path,
		       s->fd < 0 ? strerror(s->open_errno) : "another size");
		refuse(s, 500, "The server has lost the file; its administrators can find it in a backup.");
		return;
	}
	if (s->request) {
		add_headers(s);
		nx_http_answer_file(s->request, &(struct nx_http_file){ .fd = s->fd, .bytes = (uint64_t)s->size_bytes, .type = s->type,
				    .etag = nx_pool_printf(s->pool, "\"%s\"", s->hash) });
		s->fd = -1;
	}
	serving_free(s);
}

/* On a thread. */
static void open_file(void *ctx)
{
	struct serving *s = ctx;
	struct stat st;

	s->fd = open(s->path, O_RDONLY | O_CLOEXEC);
	s->open_errno = errno;
	if (s->fd >= 0 && fstat(s->fd, &st) == 0)
		s->found_bytes = st.st_size;
}

static void take_row(void *ctx, const struct nx_row *row)
{
	struct serving *s = ctx;

	s->name = nx_pool_strdup(s->pool, nx_row_text(row, 0));
	s->type = nx_pool_strdup(s->pool, nx_row_text(row, 1));
	s->size_bytes = nx_row_int(row, 2);
	s->hash = nx_pool_strdup(s->pool, nx_row_text(row, 3));
	s->gone_at_ms = nx_row_int(row, 4);
	s->is_found = strcmp(s->name, s->asked_name) == 0;
}

static void found(void *ctx, const struct nx_result *result)
{
	struct serving *s = ctx;

	if (result->err) {
		refuse(s, 500, "The server cannot read its database; try again later.");
		return;
	}
	if (!s->is_found) {
		refuse(s, 404, "There is no such file, or not any more.");
		return;
	}
	upload_content_path(s->path, sizeof(s->path), s->upload->dir, s->hash);
	if (upload_spools_run(s->upload->spools, open_file, opened, s) < 0)
		refuse(s, 503, "The server is busy; try again in a few seconds.");
}

static void gone(void *ctx, struct nx_http_request *request)
{
	struct serving *s = ctx;

	(void)request;
	s->request = NULL;
}

static const struct nx_http_waiter waiter = { .gone = gone };

void upload_serve(struct nx_module *mod, struct nx_http_request *request)
{
	struct upload *upload = mod->data;
	struct nx_pool *pool = nx_pool_new("serving", sizeof(struct serving) + 512);
	struct serving *s = NX_NEW(pool, struct serving);
	const char *id;

	*s = (struct serving){ .upload = upload, .pool = pool, .request = request, .fd = -1 };
	if (!upload_path_parse(pool, request->path, &id, &s->asked_name)) {
		refuse(s, 404, "There is no such file.");
		return;
	}
	nx_list_append(&upload->serving, &s->in_serving);
	nx_http_later(request, &waiter, s);
	nx_store_query(mod->server->store, &upload->owner, take_row, found, s, mod->statements, UPLOAD_FIND, "sii", id,
		       nx_clock_wall_ms(mod->server->clock), upload_kept_since_ms(upload));
}

void upload_serve_stop(struct upload *upload)
{
	struct serving *s;

	NX_LIST_EACH(&upload->serving, struct serving, in_serving, s)
		refuse(s, 503, "The server stops.");
}
