/* mod_private: XML that clients keep on the server for themselves: bookmarks, notes, settings (XEP-0049).
 *
 * One row for each namespace of an account: a <query/> with everything that one set gave for it (section 2.3: several elements, but one
 * namespace). Getting a namespace that was never set gives back the empty element that was asked with; so an
 * empty element is not kept but takes the row away. Only the owner gets at it (section 4).
 *
 * Reserved namespaces (section 2.3, optional) are not refused: nothing here reads what is kept. */
#include "core/module.h"

#include <string.h>

#include "xml/reader.h"
#include "xml/writer.h"

enum { GET, COUNT, SET, REMOVE };

static const struct nx_statement private_statements[] = {
	[GET] = { "private.get", "SELECT content FROM private_xml WHERE host = $1 AND local = $2 AND ns = $3" },
	[COUNT] = { "private.count", "SELECT COUNT(*) FROM private_xml WHERE host = $1 AND local = $2 AND ns <> $3" },
	[SET] = { "private.set", "INSERT INTO private_xml (host, local, ns, content) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (host, local, ns) DO UPDATE SET content = excluded.content" },
	[REMOVE] = { "private.remove", "DELETE FROM private_xml WHERE host = $1 AND local = $2 AND ns = $3" },
	{ NULL, NULL }
};

static const struct nx_option private_options[] = {
	NX_OPT_SIZE("private_max", 128 * 1024, 1024, 16 * 1024 * 1024, "Most that clients may keep in one namespace (XEP-0049)"),
	NX_OPT_INT("private_max_namespaces", 100, 1, 100000, "Namespaces in which one account may keep something"),
	NX_OPT_END
};

/* ---- what was sent ---- */

static const char *owner(const struct nx_event *ev)
{
	return nx_jid_local_str(ev->pool, &ev->to);
}

/* NULL and a refusal in ev: nothing there, or more than one namespace. */
static const char *find_namespace(struct nx_event *ev)
{
	const struct nx_xml *first = nx_xml_first_element(ev->payload);

	if (!first) {
		/* Section 2.3. What it calls Bad Format is bad-request today. */
		nx_event_refuse(ev, ev->type == NX_TYPE_GET ? NX_E_BAD_REQUEST : NX_E_NOT_ACCEPTABLE,
				"Name an element with a namespace of its own");
		return NULL;
	}
	for (const struct nx_xml *el = first; el; el = nx_xml_next(el, NULL, NULL)) {
		if (nx_str_eq(el->ns, NX_NS_PRIVATE) || !*el->ns) {
			nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "The element needs a namespace of its own");
			return NULL;
		}
		if (!nx_str_eq(el->ns, first->ns)) {
			nx_event_refuse(ev, NX_E_BAD_REQUEST, "Only one namespace at a time");
			return NULL;
		}
	}
	return first->ns;
}

/* ---- getting ---- */

static void take_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct nx_error err;

	ev->data = nx_xml_parse(ev->pool, nx_row_text(row, 0), nx_row_len(row, 0), &err);
	if (!ev->data)
		nx_log(mod, NX_ERROR, "private XML of %s is damaged (%s)", ev->to.full, err.text);
}

static enum nx_verdict tell(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_xml *asked = nx_xml_first_element(ev->payload);

	(void)mod;
	if (ev->data)
		return nx_event_answer(ev, ev->data);
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_PRIVATE, "query");

	nx_xml_add(query, asked->ns, asked->name);
	return nx_event_answer(ev, query);
}

static enum nx_verdict private_get(struct nx_module *mod, struct nx_event *ev)
{
	const char *ns = find_namespace(ev);

	if (!ns)
		return NX_REFUSE;
	return nx_event_read(ev, mod, GET, NX_LIST(ev->host->name, owner(ev), ns), take_row, tell);
}

/* ---- setting ---- */

/* All elements are empty. */
static bool is_blank(const struct nx_xml *query)
{
	for (const struct nx_xml *el = nx_xml_first_element(query); el; el = nx_xml_next(el, NULL, NULL)) {
		if (el->first || el->attrs)
			return false;
	}
	return true;
}

/* Between private_set() and set_do(). */
struct change {
	const char *ns, *content;
	int64_t others;         /* namespaces that the account uses besides this one */
};

static enum nx_verdict was_set(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_answer(ev, NULL);
}

static void count_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct change *change = ev->data;

	(void)mod;
	change->others = nx_row_int(row, 0);
}

static enum nx_verdict set_do(struct nx_module *mod, struct nx_event *ev)
{
	const struct change *change = ev->data;
	struct nx_job *job;

	if (change->others >= nx_conf_int(mod->server->conf, NULL, "private_max_namespaces"))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "Too many namespaces are kept for you already");
	job = nx_job_new(mod->server->store);
	nx_job_add(job, mod->statements, SET, "ssss", ev->host->name, owner(ev), change->ns, change->content);
	return nx_event_commit(ev, mod, &job, was_set);
}

static enum nx_verdict remove_do(struct nx_module *mod, struct nx_event *ev, const char *ns)
{
	struct nx_job *job = nx_job_new(mod->server->store);

	nx_job_add(job, mod->statements, REMOVE, "sss", ev->host->name, owner(ev), ns);
	return nx_event_commit(ev, mod, &job, was_set);
}

static enum nx_verdict private_set(struct nx_module *mod, struct nx_event *ev)
{
	int64_t max_bytes = nx_conf_int(mod->server->conf, NULL, "private_max");
	const char *ns = find_namespace(ev);

	if (!ns)
		return NX_REFUSE;
	if (is_blank(ev->payload))
		return remove_do(mod, ev, ns);
	struct change *change = NX_NEW(ev->pool, struct change);

	*change = (struct change){ .ns = ns, .content = nx_xml_to_string(ev->pool, ev->payload) };
	if ((int64_t)strlen(change->content) > max_bytes)
		return nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "At most %lld kB are kept in one namespace",
				       (long long)(max_bytes / 1024));
	ev->data = change;
	return nx_event_read(ev, mod, COUNT, NX_LIST(ev->host->name, owner(ev), ns), count_row, set_do);
}

static enum nx_verdict private_refuse(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_refuse(ev, NX_E_FORBIDDEN, "%s", "");
}

static const struct nx_iq_rule private_iq[] = {
	{ NX_GET, NX_NS_PRIVATE, "query", NX_TO_OWN_ACCOUNT, private_get },
	{ NX_SET, NX_NS_PRIVATE, "query", NX_TO_OWN_ACCOUNT, private_set },
	{ NX_GET, NX_NS_PRIVATE, "query", NX_TO_HOST | NX_TO_ACCOUNT, private_refuse },
	{ NX_SET, NX_NS_PRIVATE, "query", NX_TO_HOST | NX_TO_ACCOUNT, private_refuse },
	{ 0 }
};

NX_MODULE(private) = {
	NX_MODULE_HEAD(private),
	.summary = "XML that clients keep for themselves", .xeps = "0049",
	.features = NX_LIST(NX_NS_PRIVATE), .account_features = NX_LIST(NX_NS_PRIVATE),
	.options = private_options, .iq = private_iq, .statements = private_statements,
};
