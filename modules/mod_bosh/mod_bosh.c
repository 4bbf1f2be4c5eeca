/* The path and the options of mod_bosh (bosh.h). */
#include "mod_bosh/bosh.h"

#include <string.h>

#include "base/map.h"

static const struct nx_option bosh_options[] = {
	NX_OPT_PERIOD("bosh_wait", 60, 1, 300, "Longest time that a BOSH client's request is held"),
	NX_OPT_PERIOD("bosh_inactivity", 60, 5, 3600, "Time without a request after which a BOSH client is gone"),
	NX_OPT_PERIOD("bosh_polling", 2, 0, 60, "Shortest time between two empty requests of a BOSH client that need not be"),
	NX_OPT_PERIOD("bosh_pause_max", 120, 5, 3600, "Longest pause that a BOSH client may ask for, for instance while a page loads"),
	NX_OPT_SIZE("bosh_body_max", 512 << 10, 4 << 10, 16 << 20, "Largest request of a BOSH client"),
	NX_OPT_END
};

/* XEP-0124 §19.1: a request that comes in clear text does nothing to a session that is secure. */
static struct bosh_session *find_session(const struct bosh *bosh, const struct nx_http_request *request, const char *sid)
{
	struct bosh_session *s = nx_map_find(bosh->sessions, sid, strlen(sid));

	return s && (request->is_secure || !s->is_secure) ? s : NULL;
}

static void got_body(void *ctx, struct nx_http_request *request, const char *data, size_t len)
{
	struct bosh *bosh = ctx;
	struct nx_server *server = bosh->mod->server;
	struct bosh_message message = { .text = data, .len = len };
	struct nx_xml *body = message.el = bosh_read_body(server, data, len, &message.pool);
	const char *sid = body ? nx_xml_attr(body, "sid") : NULL;
	struct bosh_session *s = sid ? find_session(bosh, request, sid) : NULL;

	if (s) {
		bosh_take(s, request, &message);
		return;
	}
	if (!body)
		bosh_answer_condition(NULL, request, "terminate", "bad-request");
	else if (sid)
		bosh_answer_condition(NULL, request, "terminate", "item-not-found");
	else
		bosh_session_create(bosh, request, body);
	if (message.pool)
		nx_xml_parsers_give_pool(server->parsers, &message.pool);
}

static void take_request(struct nx_module *mod, struct nx_http_request *request)
{
	int64_t max = nx_conf_int(mod->server->conf, NULL, "bosh_body_max");

	if (request->body_bytes > max)
		nx_http_answer_text(request, 413, "A request has at most %lld bytes (option bosh_body_max).", (long long)max);
	else
		nx_http_collect(request, got_body, mod->data);
}

static int bosh_start(struct nx_module *mod, struct nx_error *err)
{
	struct bosh *bosh = NX_NEW(mod->pool, struct bosh);

	(void)err;
	bosh->mod = mod;
	bosh->sessions = nx_map_new();
	nx_list_init(&bosh->orphans);
	mod->data = bosh;
	return 0;
}

static void bosh_stop(struct nx_module *mod)
{
	struct bosh *bosh = mod->data;
	struct nx_map_iter it = {0};
	struct bosh_session *s;

	while ((s = nx_map_next(bosh->sessions, &it)))
		bosh_session_free(s);
	nx_map_free(&bosh->sessions);
}

static const struct nx_http_route bosh_routes[] = {
	{ .path = "/bosh", .methods = NX_HTTP_POST, .body_max_bytes = UINT64_MAX, .cors_headers = "content-type", .answer = take_request },
	{ 0 }
};

NX_MODULE(bosh) = {
	NX_MODULE_HEAD(bosh),
	.summary = "Clients that connect over HTTP requests (BOSH)", .xeps = "0124, 0206",
	.options = bosh_options, .http = bosh_routes,
	.start = bosh_start, .stop = bosh_stop,
};
