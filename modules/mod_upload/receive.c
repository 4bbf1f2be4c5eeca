/* Files come in (XEP-0363 section 7): PUT with the ticket of a slot.
 *
 * A reception goes through these steps, each of which may be the last: the ticket and the headers are right → the store knows the owner, and
 * not the file (admitted) → the body is spooled → it is looked at (finished; hook file_received) → it has its turn to be published
 * (contents.h) → published → stored: 201. The client may go at any time. Before it has its turn everything is dropped then; afterwards
 * the file stays. */
#include "mod_upload/upload.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/map.h"
#include "mod_upload/http.h"
#include "service/upload.h"

#define MAX_AT_ONCE_OF_ONE 5

struct reception {
	struct upload *upload;
	struct nx_pool *pool;
	struct nx_owner owner;
	struct nx_http_request *request;        /* NULL: the client has gone, or has its answer */
	uint64_t number;                        /* for who waits: service/upload.h */
	const char *id, *name;
	struct upload_ticket ticket;
	struct nx_jid jid;                      /* the owner's */
	struct nx_host *host;
	struct upload_spool *spool;
	struct upload_facts facts;
	struct upload_turn turn;
	bool has_account, is_used, is_waiting, is_new, is_stored;
};

/* ---- the end ---- */

/* Whoever calls one of these has no reception any more. */

static void reception_free(struct reception *r)
{
	struct nx_pool *pool = r->pool;

	nx_map_remove(r->upload->receiving, r->id, UPLOAD_ID_LEN);
	nx_owner_done(&r->owner);
	upload_spool_free(&r->spool);
	upload_turn_end(r->upload->contents, &r->turn);
	nx_pool_free(&pool);
}

static void answer_and_free(struct reception *r, unsigned status, const char *text)
{
	struct nx_http_request *request = r->request;

	if (status >= 400)
		upload_count_refusal(r->upload, status);
	r->request = NULL;
	if (request && text)
		nx_http_answer_text(request, status, "%s", text);
	else if (request)
		nx_http_answer(request, status, NULL, NULL, 0);
	reception_free(r);
}

static void refuse(struct reception *r, unsigned status, const char *text)
{
	nx_log(r->upload->mod, NX_INFO, "upload refused owner=%s size=%" PRId64 " status=%u reason=\"%s\"", r->ticket.owner,
	       r->ticket.size_bytes, status, text);
	answer_and_free(r, status, text);
}

/* What a disk or the database has refused. */
static void refuse_failed(struct reception *r, const struct nx_error *err)
{
	struct upload *upload = r->upload;

	if (nx_log_may_repeat(&upload->failure_said_ms, nx_clock_ms(upload->mod->server->clock)))
		nx_log(upload->mod, NX_ERROR, "cannot store an upload: %s", err->text);
	if (err->kind == NX_E_STORE_FULL)
		refuse(r, 507, "The server has no room for the file; its administrators can change that.");
	else
		refuse(r, 500, "The server cannot store the file; try again later.");
}

/* ---- storing ---- */

static int64_t option_of(const struct reception *r, const char *name)
{
	return nx_conf_int(r->host->server->conf, r->host->name, name);
}

static void note_stored(void *ctx, unsigned statement, const struct nx_row *row)
{
	struct reception *r = ctx;

	(void)row;
	if (statement == 0)
		r->is_new = true;       /* nobody has had such a file */
	else
		r->is_stored = true;
}

static void stored(void *ctx, const struct nx_result *result)
{
	struct reception *r = ctx;

	if (r->is_new && !result->err)
		upload_contents_add(r->upload->contents, r->facts.size_bytes);
	if (!r->is_stored || result->err) {
		upload_contents_sweep(r->upload->contents);
		upload_contents_suspect(r->upload->contents, r->facts.hash);
	}
	if (result->err && result->err->kind == NX_E_CONFLICT) {
		refuse(r, 409, "This slot is used up; ask for a new one.");
	} else if (result->err) {
		refuse_failed(r, result->err);
	} else if (!r->is_stored) {
		refuse(r, 507, "There is no room for the file within your quota.");
	} else {
		nx_log(r->upload->mod, NX_INFO, "uploaded owner=%s size=%" PRId64 " type=\"%s\" id=%s", r->ticket.owner, r->facts.size_bytes,
		       r->facts.type, r->id);
		r->upload->counts.stored++;
		answer_and_free(r, 201, NULL);
	}
}

static void store(struct reception *r)
{
	struct nx_server *server = r->host->server;
	struct nx_statements *statements = r->upload->mod->statements;
	struct nx_job *job = nx_job_new(server->store);
	int64_t now_ms = nx_clock_wall_ms(server->clock);
	bool is_profile = r->ticket.purpose == FOR_PROFILE;

	nx_job_add(job, statements, UPLOAD_ADD_CONTENT, "sii", r->facts.hash, r->facts.size_bytes, now_ms);
	nx_job_add(job, statements, UPLOAD_ADD, "sstssiisiiiiis", r->id, r->host->name, r->jid.full, (size_t)r->jid.local_len, r->name,
		   upload_purpose_name(r->ticket.purpose), r->facts.size_bytes, upload_counted(r->facts.size_bytes), r->facts.type, now_ms,
		   r->ticket.gone_at_ms, option_of(r, is_profile ? "upload_profile_quota" : "upload_quota"), now_ms - DAY_MS,
		   option_of(r, "upload_quota_day"), r->facts.hash);
	nx_job_add(job, statements, UPLOAD_DOUBT_ADDED, "s", r->facts.hash);
	nx_job_on_row(job, note_stored);
	nx_job_submit(&job, &r->owner, stored, r);
}

static void published(void *ctx, const struct nx_error *err)
{
	struct reception *r = ctx;

	if (!err && r->host->server->store) {
		store(r);
		return;
	}
	upload_contents_suspect(r->upload->contents, r->facts.hash);
	if (err)
		refuse_failed(r, err);
	else
		refuse(r, 503, "The server stops.");
}

static void publish(void *ctx)
{
	struct reception *r = ctx;

	upload_spool_publish(r->spool);
}

/* ---- looking at it ---- */

static void accept(struct reception *r)
{
	upload_turn_take(r->upload->contents, &r->turn, publish, r);
}

static void judge(struct reception *r, enum nx_verdict verdict, const struct nx_error *err)
{
	if (verdict == NX_REFUSE)
		refuse(r, err->kind == NX_E_FORBIDDEN ? 403 : 503, err->text);
	else if (verdict == NX_WAIT)
		r->is_waiting = true;
	else
		accept(r);
}

void upload_resume(struct nx_module *mod, uint64_t id, enum nx_verdict verdict, const struct nx_error *err)
{
	struct upload *upload = mod->data;
	struct nx_map_iter it = {0};
	struct reception *r;

	while ((r = nx_map_next(upload->receiving, &it)) && r->number != id)
		;
	if (!r || !r->is_waiting)
		return;
	r->is_waiting = false;
	judge(r, verdict, err);
}

static void finished(void *ctx, const struct upload_facts *facts, const struct nx_error *err)
{
	struct reception *r = ctx;
	struct nx_server *server = r->host->server;
	struct nx_error why = {0};
	enum nx_verdict verdict;
	const char *type;

	if (err) {
		refuse_failed(r, err);
		return;
	}
	r->facts = *facts;
	type = upload_type_settle(facts->type, nx_conf_list(server->conf, r->host->name, "upload_types"));
	if (!type) {
		refuse(r, 415, nx_pool_printf(r->pool, "Files of type %s are not taken here.", facts->type));
		return;
	}
	nx_str_copy(r->facts.type, sizeof(r->facts.type), type);
	const struct nx_received_file file = { .id = r->number, .host = r->host, .owner = r->ticket.owner, .name = r->name,
		.type = r->facts.type, .sha256 = facts->hash, .path = facts->path, .size_bytes = facts->size_bytes };

	NX_ASK(server, &verdict, file_received, &file, &why);
	judge(r, verdict, &why);
}

/* ---- the body ---- */

static void room(void *ctx)
{
	struct reception *r = ctx;

	if (r->request)
		nx_http_resume(r->request);
}

static const struct upload_spool_events spool_events = { .room = room, .finished = finished, .published = published };

static void body_piece(void *ctx, struct nx_http_request *request, const char *data, size_t len)
{
	struct reception *r = ctx;

	r->upload->counts.received_bytes += len;
	if (!upload_spool_write(r->spool, data, len))
		nx_http_pause(request);
}

static void body_end(void *ctx, struct nx_http_request *request)
{
	struct reception *r = ctx;

	(void)request;
	upload_spool_finish(r->spool);
}

static void gone(void *ctx, struct nx_http_request *request)
{
	struct reception *r = ctx;

	(void)request;
	r->request = NULL;
	if (r->turn.is_mine)
		return;
	r->upload->counts.broken_off++;
	reception_free(r);
}

static const struct nx_http_waiter waiter = { .piece = body_piece, .end = body_end, .gone = gone };

/* ---- who may ---- */

static void take_admission(void *ctx, const struct nx_row *row)
{
	struct reception *r = ctx;

	r->has_account = true;
	r->is_used = nx_row_int(row, 0) > 0;
}

static void begin_spool(struct reception *r)
{
	r->spool = upload_spool_open(r->upload->spools, r->ticket.size_bytes, option_of(r, "upload_spare"), &spool_events, r);
	if (r->spool)
		nx_http_resume(r->request);
	else
		refuse(r, 503, "The server's disk is behind; try again in a few seconds.");
}

static void admitted(void *ctx, const struct nx_result *result)
{
	struct reception *r = ctx;

	if (result->err) {
		refuse_failed(r, result->err);
	} else if (!r->has_account) {
		refuse(r, 403, "The account that has asked for this slot may not upload any more.");
	} else if (r->is_used) {
		refuse(r, 409, "This slot is used up; ask for a new one.");
	} else {
		begin_spool(r);
	}
}

/* Of what was checked, whatever has to last is copied. */
static void begin(struct upload *upload, struct nx_http_request *request, const struct reception *checked)
{
	struct nx_pool *pool = nx_pool_new("reception", 1024);
	struct reception *r = NX_NEW(pool, struct reception);
	struct nx_server *server = upload->mod->server;

	*r = *checked;
	r->pool = pool;
	r->upload = upload;
	r->request = request;
	r->number = ++upload->last_reception;
	r->id = nx_pool_strdup(pool, checked->id);
	r->name = nx_pool_strdup(pool, checked->name);
	r->ticket.owner = nx_pool_strdup(pool, checked->ticket.owner);
	r->ticket.type = nx_pool_strdup(pool, checked->ticket.type);
	r->jid = nx_jid_dup(pool, &checked->jid);
	nx_owner_init(&r->owner);
	nx_map_set(upload->receiving, r->id, UPLOAD_ID_LEN, r);
	nx_http_later(request, &waiter, r);
	nx_http_pause(request);
	nx_store_query(server->store, &r->owner, take_admission, admitted, r, upload->mod->statements, UPLOAD_ADMIT, "stsi", r->host->name,
		       r->jid.full, (size_t)r->jid.local_len, r->id, nx_clock_wall_ms(server->clock));
}

/* ---- checks that need no waiting ---- */

static void deny(struct upload *upload, struct nx_http_request *request, unsigned status, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

static void deny(struct upload *upload, struct nx_http_request *request, unsigned status, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	upload_count_refusal(upload, status);
	nx_http_answer_text(request, status, "%s", nx_pool_vprintf(request->pool, fmt, ap));
	va_end(ap);
}

static bool is_coming(const struct upload *upload, const char *id)
{
	return nx_map_find(upload->receiving, id, UPLOAD_ID_LEN) != NULL;
}

static unsigned count_of(const struct upload *upload, const char *owner)
{
	struct nx_map_iter it = {0};
	const struct reception *r;
	unsigned count = 0;

	while ((r = nx_map_next(upload->receiving, &it)))
		count += strcmp(r->ticket.owner, owner) == 0;
	return count;
}

/* True: it was answered. */
static bool check_ticket(struct upload *upload, struct nx_http_request *request, struct reception *r)
{
	struct nx_server *server = upload->mod->server;
	struct nx_error err = {0};

	if (!upload_path_parse(request->pool, request->path, &r->id, &r->name)) {
		deny(upload, request, 404, "There is nothing at %s.", request->path);
		return true;
	}
	if (upload_ticket_read(request->pool, server->secret, request->path, request->authorization, nx_clock_wall_ms(server->clock), &r->ticket,
			       &err) < 0 || nx_jid_parse(request->pool, r->ticket.owner, &r->jid, &err) < 0) {
		deny(upload, request, err.kind == NX_E_GONE ? 410 : 403, "%s.", err.text);
		return true;
	}
	r->host = nx_server_find_host_of(server, &r->jid);
	if (!r->host)
		deny(upload, request, 403, "There is no %s here any more.", r->ticket.owner);
	return r->host == NULL;
}

/* Section 7: the length has to be that of the slot, and the type should be. */
static bool check_headers(struct upload *upload, struct nx_http_request *request, const struct reception *r)
{
	const char *type = nx_http_find_header(request, "content-type");

	if (request->body_bytes != r->ticket.size_bytes) {
		deny(upload, request, request->body_bytes > r->ticket.size_bytes ? 413 : 400,
				    "The slot is for %" PRId64 " bytes, not for %" PRId64 ".", r->ticket.size_bytes, request->body_bytes);
		return true;
	}
	if (type && *r->ticket.type && !upload_type_is_same(type, r->ticket.type)) {
		deny(upload, request, 415, "The slot is for a file of type %s.", r->ticket.type);
		return true;
	}
	return false;
}

static bool check_load(struct upload *upload, struct nx_http_request *request, const struct reception *r)
{
	int64_t max = nx_conf_int(upload->mod->server->conf, NULL, "upload_at_once");

	if (is_coming(upload, r->id)) {
		deny(upload, request, 409, "A file is coming in for this slot already.");
		return true;
	}
	if (count_of(upload, r->ticket.owner) >= MAX_AT_ONCE_OF_ONE || nx_map_count(upload->receiving) >= (size_t)max) {
		nx_http_header(request, "retry-after", "5");
		deny(upload, request, 503, "Too many files are coming in; try again in a few seconds.");
		return true;
	}
	return false;
}

void upload_receive(struct nx_module *mod, struct nx_http_request *request)
{
	struct upload *upload = mod->data;
	struct reception r = {0};

	if (check_ticket(upload, request, &r) || check_headers(upload, request, &r) || check_load(upload, request, &r))
		return;
	begin(upload, request, &r);
}

void upload_receive_stop(struct upload *upload)
{
	struct nx_map_iter it = {0};
	struct reception *r;

	while ((r = nx_map_next(upload->receiving, &it)))
		refuse(r, 503, "The server stops.");
}
