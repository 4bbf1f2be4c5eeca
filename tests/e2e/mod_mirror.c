/* mod_mirror: what a request looked like to a module, for the stories about HTTP (test_http_bodies.py). It is not installed.
 *
 * /mirror/body     POST: says how long the body was, and its sum, when all of it has come; ?pause: stops reading now and then
 * /mirror/whole    POST: the body itself
 * /mirror/early    POST: refuses before the body
 * /mirror/later    GET: answers ?ms= milliseconds later, and counts those who did not wait
 * /mirror/gone     GET: that count, and how many have begun to wait, or to send a body
 * /mirror/below/   GET: the rest of the path, ?word=, and the header X-Word; scripts may ask
 * /mirror/file     GET: the file named by ?name= in mirror_directory */
#include "core/module.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "net/loop.h"

static const struct nx_option mirror_options[] = {
	NX_OPT_STRING("mirror_directory", "/nonexistent", "Where /mirror/file looks"),
	NX_OPT_END
};

struct visit {
	struct nx_module *mod;
	struct nx_timer timer;
	uint64_t id, bytes, sum;
	bool has_pauses;
};

static unsigned begun_count, gone_count;

static struct nx_timers *timers_of(const struct nx_module *mod)
{
	return nx_loop_timers(mod->server->loop);
}

static void visit_over(void *arg)
{
	struct visit *visit = arg;

	nx_timer_cancel(&visit->timer);
}

static struct visit *visit_new(struct nx_module *mod, struct nx_http_request *request)
{
	struct visit *visit = NX_NEW(request->pool, struct visit);

	begun_count++;
	visit->mod = mod;
	visit->id = request->id;
	visit->has_pauses = nx_http_find_query(request, "pause") != NULL;
	nx_pool_on_free(request->pool, visit_over, visit);
	return visit;
}

/* ---- bodies ---- */

static void go_on(void *arg)
{
	struct visit *visit = arg;

	nx_http_resume(nx_site_find_request(visit->mod->server->site, visit->id));
}

static void body_piece(void *ctx, struct nx_http_request *request, const char *data, size_t len)
{
	struct visit *visit = ctx;

	for (size_t i = 0; i < len; i++)
		visit->sum += (uint8_t)data[i] * (++visit->bytes % 251);
	if (!visit->has_pauses)
		return;
	nx_http_pause(request);
	nx_timer_set(timers_of(visit->mod), &visit->timer, 5, go_on, visit);
}

static void body_end(void *ctx, struct nx_http_request *request)
{
	struct visit *visit = ctx;

	nx_http_answer_text(request, 200, "%llu %llu", (unsigned long long)visit->bytes, (unsigned long long)visit->sum);
}

static void was_gone(void *ctx, struct nx_http_request *request)
{
	(void)ctx;
	(void)request;
	gone_count++;
}

static const struct nx_http_waiter body_waiter = { .piece = body_piece, .end = body_end, .gone = was_gone };

static void take_body(struct nx_module *mod, struct nx_http_request *request)
{
	nx_http_later(request, &body_waiter, visit_new(mod, request));
}

static void whole_done(void *ctx, struct nx_http_request *request, const char *body, size_t len)
{
	(void)ctx;
	nx_http_answer(request, 200, "application/octet-stream", body, len);
}

static void take_whole(struct nx_module *mod, struct nx_http_request *request)
{
	nx_http_collect(request, whole_done, mod);
}

static void refuse_early(struct nx_module *mod, struct nx_http_request *request)
{
	(void)mod;
	nx_http_answer_text(request, 403, "Not this one.");
}

/* ---- waiting ---- */

static void answer_now(void *arg)
{
	struct visit *visit = arg;

	nx_http_answer_text(nx_site_find_request(visit->mod->server->site, visit->id), 200, "at last");
}

static const struct nx_http_waiter later_waiter = { .gone = was_gone };

static void answer_later(struct nx_module *mod, struct nx_http_request *request)
{
	struct visit *visit = visit_new(mod, request);
	const char *ms = nx_http_find_query(request, "ms");
	int64_t delay_ms = 0;

	nx_str_to_i64(ms ? ms : "0", 0, 600000, &delay_ms);
	nx_http_later(request, &later_waiter, visit);
	nx_timer_set(timers_of(mod), &visit->timer, delay_ms, answer_now, visit);
}

static void count_gone(struct nx_module *mod, struct nx_http_request *request)
{
	(void)mod;
	nx_http_answer_text(request, 200, "%u %u", gone_count, begun_count);
}

/* ---- what was asked ---- */

static void show_rest(struct nx_module *mod, struct nx_http_request *request)
{
	const char *word = nx_http_find_query(request, "word"), *header = nx_http_find_header(request, "x-word");

	(void)mod;
	nx_http_answer_text(request, 200, "rest=%s word=%s header=%s", request->rest, word ? word : "(none)", header ? header : "(none)");
}

static void show_file(struct nx_module *mod, struct nx_http_request *request)
{
	const char *name = nx_http_find_query(request, "name");
	const char *path = nx_pool_printf(request->pool, "%s/%s", nx_conf_str(mod->server->conf, NULL, "mirror_directory"), name);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0)
		nx_http_answer_text(request, 404, "There is no %s.", path);
	else
		nx_http_answer_file(request, &(struct nx_http_file){
			.fd = fd, .bytes = (uint64_t)st.st_size, .type = "text/plain", .etag = "\"tag\"" });
}

static const struct nx_http_route mirror_routes[] = {
	{ .path = "/mirror/body", .methods = NX_HTTP_POST | NX_HTTP_PUT, .body_max_bytes = 4 << 20, .answer = take_body },
	{ .path = "/mirror/whole", .methods = NX_HTTP_POST, .body_max_bytes = 100000, .answer = take_whole },
	{ .path = "/mirror/early", .methods = NX_HTTP_POST | NX_HTTP_PUT, .body_max_bytes = UINT64_MAX, .answer = refuse_early },
	{ .path = "/mirror/later", .methods = NX_HTTP_GET, .answer = answer_later },
	{ .path = "/mirror/gone", .methods = NX_HTTP_GET, .answer = count_gone },
	{ .path = "/mirror/below/", .is_prefix = true, .methods = NX_HTTP_GET | NX_HTTP_DELETE, .cors_headers = "x-word", .answer = show_rest },
	{ .path = "/mirror/file", .methods = NX_HTTP_GET, .answer = show_file },
	{ 0 }
};

NX_MODULE(mirror) = {
	NX_MODULE_HEAD(mirror),
	.summary = "Shows tests what a request looked like",
	.options = mirror_options, .http = mirror_routes,
};
