/* Slots (XEP-0363 sections 4 to 6): who may upload what, and where. A slot is a path that nobody can guess and a ticket for it; the client
 * shows the ticket in the header Authorization, so the address alone, which it gives to others, lets nobody write. */
#include "mod_upload/upload.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/rand.h"

/* A request that is in order so far. */
struct wish {
	struct upload_ticket ticket;
	const char *name;
	int64_t counted;                /* against quotas */
	int64_t used, used_today;       /* in the purpose's bucket; whatever it was for, in the last 24 hours */
	int64_t free_at_ms;             /* when so much of the last 24 hours is over that the file fits */
};

static const struct nx_conf *conf_of(const struct nx_event *ev)
{
	return ev->server->conf;
}

static int64_t option_of(const struct nx_event *ev, const char *name)
{
	return nx_conf_int(conf_of(ev), ev->component->host->name, name);
}

static bool is_profile(const struct wish *wish)
{
	return wish->ticket.purpose == FOR_PROFILE;
}

/* ---- addresses ---- */

const char *upload_url_base(struct nx_pool *pool, const struct nx_host *host)
{
	const struct nx_conf *conf = host->server->conf;
	const char *base = nx_conf_str(conf, host->name, "upload_url");
	int64_t port = nx_conf_int(conf, NULL, "https_port");

	if (base && *base)
		return base;
	if (port == 0)
		return NULL;
	const char *domain = nx_jid_domain_to_ascii(pool, host->name);

	return port == 443 ? nx_pool_printf(pool, "https://%s", domain) : nx_pool_printf(pool, "https://%s:%" PRId64, domain, port);
}

/* ---- refusals ---- */

/* Section 6: the largest size is told. */
static enum nx_verdict refuse_size(struct nx_event *ev, int64_t max)
{
	const char *number = nx_pool_printf(ev->pool, "%" PRId64, max);

	ev->error_condition = nx_xml_new(ev->pool, NS_UPLOAD, "file-too-large");
	nx_xml_add_text(ev->error_condition, "max-file-size", number);
	return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "File too large. The maximum file size is %s bytes", number);
}

/* Section 6: and when there will be room again. */
static enum nx_verdict refuse_today(struct nx_event *ev, int64_t free_at_ms)
{
	char stamp[NX_DATETIME_SIZE];

	nx_datetime_format(stamp, free_at_ms, false);
	ev->error_condition = nx_xml_new(ev->pool, NS_UPLOAD, "retry");
	nx_xml_set(ev->error_condition, "stamp", stamp);
	return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "You have uploaded as much as one may within a day; try again at %s", stamp);
}

/* ---- what is asked for ---- */

static enum nx_verdict read_size(struct nx_event *ev, struct wish *wish)
{
	const char *size = nx_xml_attr(ev->payload, "size");
	int64_t max = option_of(ev, is_profile(wish) ? "upload_profile_max" : "upload_max");

	/* Section 12: a positive integer. One that is larger than any file is still one. */
	if (!size || !*size || size[strspn(size, "0123456789")] || size[strspn(size, "0")] == '\0')
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The attribute size has to be the number of bytes of the file");
	if (nx_str_to_i64(size, 1, max, &wish->ticket.size_bytes) < 0)
		return refuse_size(ev, max);
	wish->counted = upload_counted(wish->ticket.size_bytes);
	return NX_PASS;
}

static enum nx_verdict read_name(struct nx_event *ev, struct wish *wish)
{
	const char *name = nx_xml_attr(ev->payload, "filename");

	if (!name || !*name)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The attribute filename has to be the name of the file");
	wish->name = upload_name_clean(ev->pool, name);
	return NX_PASS;
}

static enum nx_verdict read_type(struct nx_event *ev, struct wish *wish)
{
	const char *type = nx_xml_attr(ev->payload, "content-type");

	wish->ticket.type = type ? type : "";
	if (!*wish->ticket.type)
		return NX_PASS;
	if (!upload_type_is_valid(type))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The attribute content-type is not a content type");
	if (!upload_type_settle(type, nx_conf_list(conf_of(ev), ev->component->host->name, "upload_types")))
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "Files of type %s are not taken here", type);
	return NX_PASS;
}

/* Section 5.3 */
static enum nx_verdict read_expiry(struct nx_event *ev, const struct nx_xml *el, struct wish *wish)
{
	const char *stamp = nx_xml_attr(el, "expire-before");

	if (!stamp || nx_datetime_parse(stamp, &wish->ticket.gone_at_ms) < 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The attribute expire-before has to be a time");
	if (wish->ticket.gone_at_ms <= nx_clock_wall_ms(ev->server->clock))
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "The time in expire-before is over");
	return NX_PASS;
}

/* Section 5. What stands beside a purpose is not for us. */
static enum nx_verdict read_purpose(struct nx_event *ev, struct wish *wish)
{
	const struct nx_xml *el = nx_xml_child(ev->payload, NS_PURPOSE, NULL);

	if (!el)
		return NX_PASS;
	if (nx_xml_next(el, NS_PURPOSE, NULL))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A file is for one purpose");
	wish->ticket.purpose = upload_purpose_parse(el->name);
	if (wish->ticket.purpose == UPLOAD_PURPOSES)
		return nx_event_refuse(ev, NX_E_FEATURE_NOT_IMPLEMENTED, "There is no purpose %s here", el->name);
	return wish->ticket.purpose == FOR_EPHEMERAL ? read_expiry(ev, el, wish) : NX_PASS;
}

enum nx_verdict upload_check_sender(struct nx_event *ev)
{
	if (!ev->sender || ev->sender->host != ev->component->host)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only users of %s can upload files here", ev->component->host->name);
	if (ev->sender->is_guest)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Guests cannot upload files");
	return NX_PASS;
}

static enum nx_verdict check(struct nx_event *ev, struct wish *wish)
{
	static enum nx_verdict (*const readers[])(struct nx_event *, struct wish *) = { read_name, read_purpose, read_size, read_type };
	enum nx_verdict verdict = upload_check_sender(ev);

	for (size_t i = 0; i < sizeof(readers) / sizeof(readers[0]) && verdict == NX_PASS; i++)
		verdict = readers[i](ev, wish);
	if (verdict == NX_PASS && !upload_url_base(ev->pool, ev->component->host))
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "The server has no HTTPS; its administrators can change that");
	return verdict;
}

/* ---- quotas ---- */

static void take_usage(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct wish *wish = ev->data;

	(void)mod;
	wish->used = nx_row_int(row, is_profile(wish) ? 1 : 0);
	wish->used_today = nx_row_int(row, 2);
	wish->free_at_ms = nx_row_int(row, 3) + DAY_MS;
}

static enum nx_verdict check_quota(struct nx_event *ev, const struct wish *wish)
{
	int64_t quota = option_of(ev, is_profile(wish) ? "upload_profile_quota" : "upload_quota");
	int64_t today = option_of(ev, "upload_quota_day");

	if (wish->used + wish->counted > quota)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "Your files take %" PRId64 " of %" PRId64 " bytes; remove some first",
				       wish->used, quota);
	if (wish->counted > today)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "The file is larger than what one may upload within a day");
	if (wish->used_today + wish->counted > today)
		return refuse_today(ev, wish->free_at_ms);
	return NX_PASS;
}

/* ---- the slot ---- */

static enum nx_verdict answer(struct nx_event *ev, struct wish *wish)
{
	char id[UPLOAD_ID_LEN + 1];
	const char *base = upload_url_base(ev->pool, ev->component->host), *url;
	struct nx_xml *slot = nx_xml_new(ev->pool, NS_UPLOAD, "slot"), *put = nx_xml_add(slot, NULL, "put");

	nx_rand_name(id, UPLOAD_ID_LEN);
	wish->ticket.owner = nx_jid_bare_str(ev->pool, &ev->from);
	wish->ticket.expires_at_ms = nx_clock_wall_ms(ev->server->clock) + nx_conf_period_ms(conf_of(ev), NULL, "upload_slot_time");
	url = nx_pool_printf(ev->pool, "%s%s", base, upload_path_escaped(ev->pool, id, wish->name));
	nx_xml_set(put, "url", url);
	struct nx_xml *header = nx_xml_add(put, NULL, "header");

	nx_xml_set(header, "name", "Authorization");
	nx_xml_text(header, upload_ticket_write(ev->pool, ev->server->secret, upload_path(ev->pool, id, wish->name), &wish->ticket));
	nx_xml_set(nx_xml_add(slot, NULL, "get"), "url", url);
	return nx_event_answer(ev, slot);
}

static enum nx_verdict usage_known(struct nx_module *mod, struct nx_event *ev)
{
	struct upload *upload = mod->data;
	struct wish *wish = ev->data;
	enum nx_verdict verdict = check_quota(ev, wish);

	if (verdict == NX_REFUSE) {
		upload_count_slot_refusal(upload, ev);
		return verdict;
	}
	upload->counts.slots++;
	return answer(ev, wish);
}

enum nx_verdict upload_slot(struct nx_module *mod, struct nx_event *ev)
{
	struct wish *wish = NX_NEW(ev->pool, struct wish);
	enum nx_verdict verdict = check(ev, wish);
	int64_t today;

	if (verdict != NX_PASS) {
		upload_count_slot_refusal(mod->data, ev);
		return verdict;
	}
	ev->data = wish;
	today = option_of(ev, "upload_quota_day");
	return nx_event_read(ev, mod, UPLOAD_USAGE, NX_LIST(
		ev->sender->host->name, ev->sender->local,
		nx_pool_printf(ev->pool, "%" PRId64, nx_clock_wall_ms(ev->server->clock) - DAY_MS),
		nx_pool_printf(ev->pool, "%" PRId64, today - wish->counted)), take_usage, usage_known);
}
