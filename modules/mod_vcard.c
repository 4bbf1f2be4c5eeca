/* mod_vcard: a card for each account that everybody may read and its owner may write (XEP-0054, vcard-temp).
 *
 * A card is kept as it came, with whatever elements and in whatever order; it is looked into by nobody here, others may (hook
 * vcard_changing). Somebody else's account without a card and one that does not exist give the same answer, after the same look into
 * the database (section 3.3). The host has a card too: its name. */
#include "core/module.h"

#include <string.h>

#include "base/clock.h"
#include "service/vcard.h"
#include "xml/reader.h"
#include "xml/writer.h"

enum { GET, SET };

static const struct nx_statement vcard_statements[] = {
	[GET] = { "vcard.get", "SELECT vcard FROM vcards WHERE host = $1 AND local = $2" },
	[SET] = { "vcard.set", "INSERT INTO vcards (host, local, changed_at, vcard) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (host, local) DO UPDATE SET changed_at = excluded.changed_at, vcard = excluded.vcard" },
	{ NULL, NULL }
};

static const struct nx_option vcard_options[] = {
	NX_OPT_SIZE("vcard_max", 128 * 1024, 1024, 16 * 1024 * 1024, "Largest vCard; most of it is the picture"),
	NX_OPT_END
};

/* ---- getting ---- */

/* A card that is being read. */
struct reading {
	const char *of;
	struct nx_xml *vcard;
	enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev, struct nx_xml *vcard);
	void *data;                     /* the event's own */
};

static void take_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct reading *reading = ev->data;
	struct nx_error err;

	reading->vcard = nx_xml_parse(ev->pool, nx_row_text(row, 0), nx_row_len(row, 0), &err);
	if (!reading->vcard)
		nx_log(mod, NX_ERROR, "the vCard of %s is damaged (%s)", reading->of, err.text);
}

static enum nx_verdict was_read(struct nx_module *mod, struct nx_event *ev)
{
	const struct reading *reading = ev->data;

	ev->data = reading->data;
	return reading->done(mod, ev, reading->vcard);
}

static enum nx_verdict read_card(struct nx_module *mod, struct nx_event *ev, const struct nx_jid *of,
				 enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev, struct nx_xml *vcard))
{
	struct reading *reading = NX_NEW(ev->pool, struct reading);

	*reading = (struct reading){ .of = nx_jid_bare_str(ev->pool, of), .done = done, .data = ev->data };
	ev->data = reading;
	return nx_event_read(ev, mod, GET, NX_LIST(nx_jid_domain_str(ev->pool, of), nx_jid_local_str(ev->pool, of)), take_row, was_read);
}

static enum nx_verdict tell(struct nx_module *mod, struct nx_event *ev, struct nx_xml *vcard)
{
	(void)mod;
	if (vcard)
		return nx_event_answer(ev, vcard);
	if (ev->target == NX_TO_OWN_ACCOUNT)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "You have no vCard");   /* section 3.1 */
	return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "%s", "");                 /* section 3.3 */
}

static enum nx_verdict vcard_get(struct nx_module *mod, struct nx_event *ev)
{
	/* Also when there is no such account: how long it takes must not tell. */
	return read_card(mod, ev, &ev->to, tell);
}

static enum nx_verdict vcard_of_host(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *vcard = nx_xml_new(ev->pool, NX_NS_VCARD, "vCard");

	(void)mod;
	nx_xml_add_text(vcard, "FN", ev->host->name);
	nx_xml_add_text(vcard, "JABBERID", ev->host->name);
	nx_xml_add_text(vcard, "DESC", "An XMPP server (Nexa)");
	return nx_event_answer(ev, vcard);
}

/* ---- setting ---- */

static enum nx_verdict was_set(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_answer(ev, NULL);
}

static enum nx_verdict vcard_set(struct nx_module *mod, struct nx_event *ev)
{
	const char *text = nx_xml_to_string(ev->pool, ev->payload), *local = nx_jid_local_str(ev->pool, &ev->to);
	int64_t max_bytes = nx_conf_int(mod->server->conf, NULL, "vcard_max"), now = nx_clock_wall_ms(mod->server->clock);
	struct nx_job *job;

	if ((int64_t)strlen(text) > max_bytes)
		return nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "A vCard may have %lld kB here; take a smaller picture",
				       (long long)(max_bytes / 1024));
	job = nx_job_new(mod->server->store);
	nx_job_add(job, mod->statements, SET, "ssis", ev->host->name, local, now, text);
	NX_FIRE(mod->server, vcard_changing, ev->host, local, ev->payload, now, job);
	return nx_event_commit(ev, mod, &job, was_set);
}

static enum nx_verdict vcard_refuse_set(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_refuse(ev, NX_E_FORBIDDEN, "%s", "");   /* section 3.2 */
}

static const struct nx_iq_rule vcard_iq[] = {
	{ NX_GET, NX_NS_VCARD, "vCard", NX_TO_HOST, vcard_of_host },
	{ NX_GET, NX_NS_VCARD, "vCard", NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT, vcard_get },
	{ NX_SET, NX_NS_VCARD, "vCard", NX_TO_OWN_ACCOUNT, vcard_set },
	{ NX_SET, NX_NS_VCARD, "vCard", NX_TO_HOST | NX_TO_ACCOUNT, vcard_refuse_set },
	{ 0 }
};

static const struct nx_vcard_service vcard_service = { .read = read_card };

static const struct nx_service vcard_services[] = {
	{ NX_SERVICE_VCARD, &vcard_service },
	{ NULL, NULL }
};

NX_MODULE(vcard) = {
	NX_MODULE_HEAD(vcard),
	.summary = "A card for each account (vcard-temp)", .xeps = "0054",
	.features = NX_LIST(NX_NS_VCARD), .account_features = NX_LIST(NX_NS_VCARD),
	.options = vcard_options, .iq = vcard_iq, .statements = vcard_statements, .services = vcard_services,
};
