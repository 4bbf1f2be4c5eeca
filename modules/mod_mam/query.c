/* Questions to an archive (XEP-0313 sections 4 and 5, XEP-0059).
 *
 * Every filter but the list of ids becomes a range of ids, because ids tell the time: "after" and "start" raise the lower end, "before" and
 * "end" lower the upper one. So a page is one walk along an index, forwards or backwards, that costs what it shows however long the
 * archive is. One row more than the page is read to know whether there are more.
 *
 * Order of events: the request is read → ids that it names are looked up, because an unknown one is an error (4.1.3, 4.3.2) → the
 * page is read → results → <fin/>. */
#include "mod_mam/mam.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "xml/reader.h"
#include "xmpp/dataform.h"
#include "xmpp/rsm.h"

#define NS_FORWARD "urn:xmpp:forward:0"
#define NS_VALIDATE "http://jabber.org/protocol/xdata-validate"
#define USUAL_PAGE 50
#define MAX_NAMED 4             /* after, before, after-id, before-id */
#define MAX_IDS 7               /* of the field "ids"; parameters of MAM_BY_IDS */
#define MAX_COUNTED 10000       /* parameter of MAM_COUNT */

struct found {
	uint64_t id;
	const char *sender, *xml;
	size_t len;
};

struct question {
	const struct nx_archive_view *view;
	const char *queryid;            /* NULL */
	uint64_t above, below;          /* ids between them */
	const char *peer, *resource;    /* "with"; peer NULL: everybody */
	uint64_t named[MAX_NAMED];      /* have to exist */
	size_t named_count;
	const char *ids[MAX_IDS + 1];   /* only these; as text */
	size_t id_count;
	bool is_backwards, is_flipped, is_count;
	size_t max;
	struct found *found;
	size_t count;
	int64_t number;                 /* of MAM_FIND and MAM_COUNT */
	uint64_t first, last;           /* of MAM_ENDS; 0: empty */
};

static const char *id_text(struct nx_pool *pool, uint64_t id)
{
	return nx_pool_printf(pool, "%" PRIu64, id);
}

static int read_id(const char *text, uint64_t *id_r)
{
	int64_t id;

	if (nx_str_to_i64(text, 1, INT64_MAX, &id) < 0)
		return -1;
	*id_r = (uint64_t)id;
	return 0;
}

static enum nx_verdict refuse_id(struct nx_event *ev)
{
	return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This archive has no message with that id");
}

/* ---- reading the request ---- */

static void raise(struct question *q, uint64_t above)
{
	if (above > q->above)
		q->above = above;
}

static void lower(struct question *q, uint64_t below)
{
	if (below < q->below)
		q->below = below;
}

/* -1: no id of ours, so nobody has it. */
static int take_id(struct question *q, const char *text, bool is_lower_end)
{
	uint64_t id;

	if (read_id(text, &id) < 0)
		return -1;
	q->named[q->named_count++] = id;
	if (is_lower_end)
		raise(q, id);
	else
		lower(q, id);
	return 0;
}

/* 4.1.2: both ends belong to it. */
static int take_time(struct question *q, const char *text, bool is_lower_end)
{
	int64_t at_ms;

	if (nx_datetime_parse(text, &at_ms) < 0)
		return -1;
	if (is_lower_end && at_ms > 0)
		raise(q, nx_archive_first_id(at_ms) - 1);
	if (!is_lower_end)
		lower(q, at_ms < 0 ? 0 : nx_archive_first_id(at_ms + 1));
	return 0;
}

static enum nx_verdict take_with(struct nx_event *ev, struct question *q, const char *text)
{
	struct nx_jid jid;

	if (nx_jid_parse(ev->pool, text, &jid, &ev->error) < 0)
		return NX_REFUSE;
	if (!q->view->may_filter_by_jid)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Addresses are no secret only to moderators here");
	q->peer = nx_jid_bare_str(ev->pool, &jid);
	q->resource = nx_jid_has_resource(&jid) ? nx_jid_resource(&jid) : "";
	return NX_PASS;
}

static enum nx_verdict take_ids(struct nx_event *ev, struct question *q, const char *const *values)
{
	for (; *values; values++) {
		uint64_t id;

		if (q->id_count == MAX_IDS)
			return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "At most %d messages can be asked for by id at once", MAX_IDS);
		/* Nor what is too old to be shown, and not removed yet. */
		if (read_id(*values, &id) < 0 || id < nx_archive_first_id(q->view->since_ms))
			return refuse_id(ev);
		q->ids[q->id_count++] = id_text(ev->pool, id);
	}
	return NX_PASS;
}

static enum nx_verdict take_field(struct nx_event *ev, struct question *q, const struct nx_form_field *field)
{
	const char *var = field->var, *value = field->values[0] ? field->values[0] : "";
	bool is_lower_end = nx_str_eq(var, "start") || nx_str_eq(var, "after-id");

	if (nx_str_eq(var, "ids"))
		return take_ids(ev, q, field->values);
	if (nx_str_eq(var, "with"))
		return take_with(ev, q, value);
	if (nx_str_eq(var, "start") || nx_str_eq(var, "end"))
		return take_time(q, value, is_lower_end) == 0 ? NX_PASS
			: nx_event_refuse(ev, NX_E_BAD_REQUEST, "The field %s is no time such as 2026-11-27T20:00:00Z", var);
	if (nx_str_eq(var, "after-id") || nx_str_eq(var, "before-id"))
		return take_id(q, value, is_lower_end) == 0 ? NX_PASS : refuse_id(ev);
	/* 4.1.5 */
	return nx_event_refuse(ev, NX_E_FEATURE_NOT_IMPLEMENTED, "The archive cannot be searched by %s", var);
}

static enum nx_verdict read_form(struct nx_event *ev, struct question *q)
{
	const struct nx_xml *x = nx_xml_child(ev->payload, NX_NS_DATA_FORM, "x");
	enum nx_verdict verdict = NX_PASS;
	struct nx_form form;

	if (!x)
		return NX_PASS;
	if (nx_form_read(ev->pool, x, &form, &ev->error) < 0)
		return NX_REFUSE;
	if (!nx_str_eq(form.form_type, NX_NS_MAM))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The form is not one of %s", NX_NS_MAM);
	for (size_t i = 0; i < form.count && verdict == NX_PASS; i++)
		verdict = take_field(ev, q, &form.fields[i]);
	return verdict;
}

static enum nx_verdict read_page(struct nx_event *ev, struct question *q)
{
	size_t limit = (size_t)nx_conf_int(ev->server->conf, NULL, "archive_page_max");
	struct nx_rsm rsm;

	if (nx_rsm_read(ev->payload, &rsm, &ev->error) < 0)
		return NX_REFUSE;
	if (rsm.index >= 0)     /* XEP-0059 section 2.6 */
		return nx_event_refuse(ev, NX_E_FEATURE_NOT_IMPLEMENTED, "Pages of an archive have no numbers");
	if ((rsm.after && take_id(q, rsm.after, true) < 0) || (rsm.before && *rsm.before && take_id(q, rsm.before, false) < 0))
		return refuse_id(ev);
	q->is_backwards = rsm.before != NULL;
	q->is_count = rsm.max == 0;
	q->max = rsm.max < 0 ? USUAL_PAGE : (size_t)rsm.max;
	if (q->max > limit)
		q->max = limit;
	return NX_PASS;
}

static enum nx_verdict read_question(struct nx_event *ev, struct question *q)
{
	enum nx_verdict verdict;

	q->queryid = nx_xml_attr(ev->payload, "queryid");
	q->is_flipped = nx_xml_child(ev->payload, NX_NS_MAM, "flip-page") != NULL;
	q->below = (uint64_t)INT64_MAX;
	if (q->view->since_ms > 0)
		q->above = nx_archive_first_id(q->view->since_ms) - 1;
	verdict = read_form(ev, q);
	return verdict == NX_PASS ? read_page(ev, q) : verdict;
}

/* ---- answering ---- */

static void show(struct nx_event *ev, const struct question *q, const struct found *found)
{
	struct nx_xml *message = nx_xml_parse_stanza(ev->server->parsers, ev->pool, found->xml, found->len, NULL);
	struct nx_xml *outer = nx_xml_new(ev->pool, NX_NS_CLIENT, "message"), *result = nx_xml_add(outer, NX_NS_MAM, "result");
	struct nx_xml *forwarded = nx_xml_add(result, NS_FORWARD, "forwarded"), *delay = nx_xml_add(forwarded, NX_NS_DELAY, "delay");
	char stamp[NX_DATETIME_SIZE];

	if (!message || !ev->sess)
		return;
	nx_xml_set(outer, "from", q->view->owner->full);
	nx_xml_set(outer, "to", ev->from.full);
	nx_xml_set(result, "id", id_text(ev->pool, found->id));
	nx_xml_set(result, "queryid", q->queryid);
	nx_datetime_format(stamp, nx_archive_time_ms(found->id), true);
	nx_xml_set(delay, "stamp", stamp);
	if (q->view->adapt)
		q->view->adapt(q->view->ctx, ev, message, found->sender);
	nx_xml_append(forwarded, message);
	nx_event_send(ev, ev->sess, outer);
}

static void reverse(struct found *list, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct found other = list[i];

		list[i] = list[count - 1 - i];
		list[count - 1 - i] = other;
	}
}

/* 4.2, 4.3; doc/conformance/clients.md rule 13: always with a <set/>, complete spelled out. */
static enum nx_verdict answer(struct nx_module *mod, struct nx_event *ev)
{
	struct question *q = ev->data;
	struct nx_xml *fin = nx_xml_new(ev->pool, NX_NS_MAM, "fin");
	/* XEP-0059 section 2.1: a page may be shorter than was asked for. */
	bool is_complete = q->count <= q->max && !ev->is_read_cut;

	(void)mod;
	if (q->count > q->max)
		q->count = q->max;
	if (q->is_backwards)
		reverse(q->found, q->count);
	for (size_t i = 0; i < q->count; i++)
		show(ev, q, &q->found[q->is_flipped ? q->count - 1 - i : i]);
	if (is_complete)
		nx_xml_set(fin, "complete", "true");
	nx_rsm_write_uncounted(fin, q->count ? id_text(ev->pool, q->found[0].id) : NULL,
			       q->count ? id_text(ev->pool, q->found[q->count - 1].id) : NULL);
	return nx_event_answer(ev, fin);
}

static void take_found(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct question *q = ev->data;

	(void)mod;
	q->found[q->count++] = (struct found){
		.id = (uint64_t)nx_row_int(row, COLUMN_ID), .sender = nx_pool_strdup(ev->pool, nx_row_text(row, COLUMN_SENDER)),
		.xml = nx_pool_strndup(ev->pool, nx_row_text(row, COLUMN_STANZA), nx_row_len(row, COLUMN_STANZA)),
		.len = nx_row_len(row, COLUMN_STANZA),
	};
}

static void take_number(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	(void)mod;
	((struct question *)ev->data)->number = nx_row_int(row, 0);
}

/* XEP-0059 section 2.7: only the number, if it is not too large to count. */
static enum nx_verdict counted(struct nx_module *mod, struct nx_event *ev)
{
	const struct question *q = ev->data;
	struct nx_xml *fin = nx_xml_new(ev->pool, NX_NS_MAM, "fin");

	(void)mod;
	if (q->number > MAX_COUNTED || q->peer)
		nx_rsm_write_uncounted(fin, NULL, NULL);
	else
		nx_rsm_write(fin, NULL, NULL, 0, (size_t)q->number);
	return nx_event_answer(ev, fin);
}

static enum nx_verdict read_messages(struct nx_module *mod, struct nx_event *ev, struct question *q)
{
	const char *above = id_text(ev->pool, q->above), *below = id_text(ev->pool, q->below), *owner = q->view->owner->full;
	const char *limit = id_text(ev->pool, q->max + 1);

	if (q->is_count)
		return nx_event_read(ev, mod, MAM_COUNT, NX_LIST(owner, above, below), take_number, counted);
	q->found = NX_NEW_ARRAY(ev->pool, struct found, q->max + 1);
	if (q->peer)
		return nx_event_read_some(ev, mod, MAM_PAGE_BYTES, q->is_backwards ? MAM_BACKWARDS_WITH : MAM_FORWARDS_WITH,
					  NX_LIST(owner, above, below, limit, q->peer, q->resource), take_found, answer);
	return nx_event_read_some(ev, mod, MAM_PAGE_BYTES, q->is_backwards ? MAM_BACKWARDS : MAM_FORWARDS,
				  NX_LIST(owner, above, below, limit), take_found, answer);
}

static enum nx_verdict all_found(struct nx_module *mod, struct nx_event *ev)
{
	struct question *q = ev->data;

	return q->count == q->id_count ? answer(mod, ev) : refuse_id(ev);
}

/* Single messages (4.1.3). Free places name the first one again. */
static enum nx_verdict read_by_ids(struct nx_module *mod, struct nx_event *ev, struct question *q)
{
	q->max = q->id_count;
	q->found = NX_NEW_ARRAY(ev->pool, struct found, MAX_IDS);
	for (size_t i = q->id_count; i < MAX_IDS; i++)
		q->ids[i] = q->ids[0];
	return nx_event_read(ev, mod, MAM_BY_IDS, NX_LIST(q->view->owner->full, q->ids[0], q->ids[1], q->ids[2], q->ids[3], q->ids[4],
							  q->ids[5], q->ids[6]), take_found, all_found);
}

static size_t count_different(const struct question *q)
{
	size_t count = 0;

	for (size_t i = 0; i < q->named_count; i++) {
		size_t before = 0;

		while (q->named[before] != q->named[i])
			before++;
		count += before == i;
	}
	return count;
}

static enum nx_verdict ends_found(struct nx_module *mod, struct nx_event *ev)
{
	struct question *q = ev->data;

	return (size_t)q->number == count_different(q) ? read_messages(mod, ev, q) : refuse_id(ev);
}

static enum nx_verdict look_up_ends(struct nx_module *mod, struct nx_event *ev, const struct question *q)
{
	const char *text[MAX_NAMED];

	for (size_t i = 0; i < MAX_NAMED; i++)
		text[i] = id_text(ev->pool, q->named[i < q->named_count ? i : 0]);
	return nx_event_read(ev, mod, MAM_FIND, NX_LIST(q->view->owner->full, text[0], text[1], text[2], text[3]), take_number, ends_found);
}

/* ---- the form, 4.1.5, and the metadata, 5 ---- */

static enum nx_verdict answer_form(struct nx_event *ev)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_MAM, "query");
	struct nx_xml *form = nx_form_new(ev->pool, NX_FORM_FORM, NULL, NULL, NX_NS_MAM), *validate;

	nx_form_add(form, NX_FIELD_JID_SINGLE, "with", NULL);
	nx_form_add(form, NX_FIELD_TEXT_SINGLE, "start", NULL);
	nx_form_add(form, NX_FIELD_TEXT_SINGLE, "end", NULL);
	nx_form_add(form, NX_FIELD_TEXT_SINGLE, "before-id", NULL);
	nx_form_add(form, NX_FIELD_TEXT_SINGLE, "after-id", NULL);
	validate = nx_xml_add(nx_form_add(form, NX_FIELD_LIST_MULTI, "ids", NULL), NS_VALIDATE, "validate");
	nx_xml_set(validate, "datatype", "xs:string");
	nx_xml_add(validate, NULL, "open");
	nx_xml_append(query, form);
	return nx_event_answer(ev, query);
}

static void take_ends(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct question *q = ev->data;

	(void)mod;
	q->first = (uint64_t)nx_row_int(row, 0);
	q->last = (uint64_t)nx_row_int(row, 1);
}

static void add_end(struct nx_xml *metadata, const char *name, uint64_t id)
{
	struct nx_xml *el = nx_xml_add(metadata, NULL, name);
	char stamp[NX_DATETIME_SIZE];

	nx_datetime_format(stamp, nx_archive_time_ms(id), true);
	nx_xml_set(el, "id", id_text(metadata->pool, id));
	nx_xml_set(el, "timestamp", stamp);
}

static enum nx_verdict answer_metadata(struct nx_module *mod, struct nx_event *ev)
{
	const struct question *q = ev->data;
	struct nx_xml *metadata = nx_xml_new(ev->pool, NX_NS_MAM, "metadata");

	(void)mod;
	if (q->first) {
		add_end(metadata, "start", q->first);
		add_end(metadata, "end", q->last);
	}
	return nx_event_answer(ev, metadata);
}

enum nx_verdict mam_query(struct nx_module *mod, struct nx_event *ev, const struct nx_archive_view *view)
{
	struct question *q = NX_NEW(ev->pool, struct question);
	enum nx_verdict verdict;

	q->view = nx_pool_memdup(ev->pool, view, sizeof(*view));
	ev->data = q;
	if (ev->type == NX_TYPE_GET && nx_xml_is(ev->payload, NX_NS_MAM, "query"))
		return answer_form(ev);
	verdict = read_question(ev, q);
	if (verdict != NX_PASS)
		return verdict;
	if (ev->type == NX_TYPE_GET)
		return nx_event_read(ev, mod, MAM_ENDS, NX_LIST(view->owner->full, id_text(ev->pool, q->above)),
				     take_ends, answer_metadata);
	if (q->id_count > 0)
		return read_by_ids(mod, ev, q);
	return q->named_count > 0 ? look_up_ends(mod, ev, q) : read_messages(mod, ev, q);
}
