/* A user's own files: what they are, how much of the quota they take, and removing one (doc/internals/uploads.md describes the
 * protocol; XEP-0363 has none for it). Newest first, in pages (XEP-0059). */
#include "mod_upload/upload.h"

#include <inttypes.h>

#include "base/clock.h"
#include "xmpp/rsm.h"

#define PAGE_MAX 100

/* Between the steps of a request. */
struct listing {
	struct nx_xml *files;
	int64_t max, count;
	const char *first, *last;
	const char *after_time, *after_id;
};

static const char *number(struct nx_pool *pool, int64_t value)
{
	return nx_pool_printf(pool, "%" PRId64, value);
}

static const char *datetime(struct nx_pool *pool, int64_t at_ms)
{
	char text[NX_DATETIME_SIZE];

	nx_datetime_format(text, at_ms, false);
	return nx_pool_strdup(pool, text);
}

/* ---- listing ---- */

/* A place in the list is "TIME.ID", the time in milliseconds: also one whose file has gone. */
static bool read_place(struct nx_event *ev, const char *place, struct listing *listing)
{
	char **parts = nx_str_split(ev->pool, place, '.');
	int64_t time;

	if (!parts[0] || !parts[1] || parts[2] || nx_str_to_i64(parts[0], 0, INT64_MAX, &time) < 0)
		return false;
	listing->after_time = parts[0];
	listing->after_id = parts[1];
	return true;
}

static enum nx_verdict read_page(struct nx_event *ev, struct listing *listing)
{
	struct nx_rsm rsm;

	if (nx_rsm_read(ev->payload, &rsm, &ev->error) < 0)
		return NX_REFUSE;
	if (rsm.before || rsm.index >= 0)
		return nx_event_refuse(ev, NX_E_FEATURE_NOT_IMPLEMENTED, "Pages are asked for with <after/>");
	listing->max = rsm.max >= 0 && rsm.max < PAGE_MAX ? rsm.max : PAGE_MAX;
	listing->after_time = number(ev->pool, INT64_MAX);
	listing->after_id = "";
	if (rsm.after && *rsm.after && !read_place(ev, rsm.after, listing))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such place in the list");
	return NX_PASS;
}

static void take_file(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct listing *listing = ev->data;
	struct nx_xml *file = nx_xml_add(listing->files, NULL, "file");
	const char *id = nx_row_text(row, 0), *name = nx_row_text(row, 1), *base = upload_url_base(ev->pool, ev->component->host);

	(void)mod;
	nx_xml_set(file, "id", id);
	nx_xml_set(file, "name", name);
	nx_xml_set(file, "purpose", nx_row_text(row, 2));
	nx_xml_set(file, "size", number(ev->pool, nx_row_int(row, 3)));
	nx_xml_set(file, "type", nx_row_text(row, 4));
	nx_xml_set(file, "created", datetime(ev->pool, nx_row_int(row, 5)));
	if (!nx_row_is_null(row, 6))
		nx_xml_set(file, "expires", datetime(ev->pool, nx_row_int(row, 6)));
	if (base)
		nx_xml_set(file, "url", nx_pool_printf(ev->pool, "%s%s", base, upload_path_escaped(ev->pool, id, name)));
	listing->last = nx_pool_printf(ev->pool, "%" PRId64 ".%s", nx_row_int(row, 5), id);
	if (listing->count++ == 0)
		listing->first = listing->last;
}

static enum nx_verdict listed(struct nx_module *mod, struct nx_event *ev)
{
	struct listing *listing = ev->data;

	(void)mod;
	nx_rsm_write_uncounted(listing->files, listing->first, listing->last);
	return nx_event_answer(ev, listing->files);
}

static void take_usage(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct listing *listing = ev->data;

	(void)mod;
	nx_xml_set(listing->files, "used", number(ev->pool, nx_row_int(row, 0) + nx_row_int(row, 1)));
	nx_xml_set(listing->files, "used-today", number(ev->pool, nx_row_int(row, 2)));
}

static enum nx_verdict usage_known(struct nx_module *mod, struct nx_event *ev)
{
	struct listing *listing = ev->data;

	return nx_event_read(ev, mod, UPLOAD_LIST_OWN, NX_LIST(ev->sender->host->name, ev->sender->local, listing->after_time,
			     listing->after_id, number(ev->pool, listing->max)), take_file, listed);
}

enum nx_verdict upload_files_get(struct nx_module *mod, struct nx_event *ev)
{
	struct listing *listing = NX_NEW(ev->pool, struct listing);
	const struct nx_conf *conf = ev->server->conf;
	const char *host = ev->component->host->name;
	enum nx_verdict verdict = upload_check_sender(ev);

	if (verdict == NX_PASS)
		verdict = read_page(ev, listing);
	if (verdict != NX_PASS)
		return verdict;
	ev->data = listing;
	listing->files = nx_xml_new(ev->pool, NS_FILES, "files");
	nx_xml_set(listing->files, "quota", number(ev->pool, nx_conf_int(conf, host, "upload_quota")));
	nx_xml_set(listing->files, "quota-day", number(ev->pool, nx_conf_int(conf, host, "upload_quota_day")));
	return nx_event_read(ev, mod, UPLOAD_USAGE, NX_LIST(host, ev->sender->local,
			     number(ev->pool, nx_clock_wall_ms(ev->server->clock) - DAY_MS), "0"), take_usage, usage_known);
}

/* ---- removing ---- */

static void note_mine(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	(void)mod;
	(void)row;
	ev->data = ev;          /* not NULL: there is one */
}

static enum nx_verdict removed(struct nx_module *mod, struct nx_event *ev)
{
	struct upload *upload = mod->data;

	nx_log(mod, NX_INFO, "upload removed owner=%s id=%s by=owner", ev->sender->jid.full, nx_xml_attr(ev->payload, "id"));
	upload->counts.removed++;
	upload_contents_sweep(upload->contents);
	return nx_event_answer(ev, NULL);
}

static enum nx_verdict remove_mine(struct nx_module *mod, struct nx_event *ev)
{
	const char *host = ev->sender->host->name, *local = ev->sender->local, *id = nx_xml_attr(ev->payload, "id");
	struct nx_job *job;

	if (!ev->data)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "You have no such file");
	job = nx_job_new(ev->server->store);
	nx_job_add(job, mod->statements, UPLOAD_DOUBT_OWN, "sss", host, local, id);
	nx_job_add(job, mod->statements, UPLOAD_REMOVE_OWN, "sss", host, local, id);
	return nx_event_commit(ev, mod, &job, removed);
}

enum nx_verdict upload_files_remove(struct nx_module *mod, struct nx_event *ev)
{
	const char *id = nx_xml_attr(ev->payload, "id");
	enum nx_verdict verdict = upload_check_sender(ev);

	if (verdict != NX_PASS)
		return verdict;
	if (!id || !*id)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The attribute id has to name a file of yours");
	return nx_event_read(ev, mod, UPLOAD_IS_OWN, NX_LIST(ev->sender->host->name, ev->sender->local, id), note_mine, remove_mine);
}
