/* mod_blocking: users decide whom they want nothing to do with (XEP-0191), and tell administrators why (XEP-0377, reports.c).
 *
 * The list of an account is in its slot, from the table blocklist. A change is made in memory at once, so that the next stanza of the
 * same client meets it, and its answer, pushes and presence are shown when the job is committed.
 *
 * Stanzas between two accounts meet both lists in phase GUARD. Whoever delivers without an event (presence, waiting messages) asks
 * the hook may_meet. Two kinds of address are never blocked, whatever the list says: the own account (section 5: "MUST NOT block
 * communications from one of a user's resources to another"), and the own server itself, or a user who blocks the domain
 * could not even log in properly again; the other users of that domain are blocked then.
 *
 * Blocking is polite (section 4): subscriptions stay, and whoever is blocked sees the user offline. */
#include "mod_blocking/blocking.h"

#include "base/assert.h"
#include "base/rand.h"
#include "service/presence.h"

#define NS_ERRORS "urn:xmpp:blocking:errors"

static const struct nx_option blocking_options[] = {
	NX_OPT_INT("blocking_max_items", 1000, 10, 100000, "Addresses that one account may block"),
	NX_OPT_INT("blocking_max_reports", 50, 0, 100000, "Reports of one account that are kept until an administrator has seen to them"),
	NX_OPT_END
};

static const struct nx_statement blocking_statements[] = {
	[BLOCK_LOAD] = { "blocking.load", "SELECT jid FROM blocklist WHERE host = $1 AND local = $2" },
	[BLOCK_ADD] = { "blocking.add",
		"INSERT INTO blocklist (host, local, jid) VALUES ($1, $2, $3) ON CONFLICT (host, local, jid) DO NOTHING" },
	[BLOCK_REMOVE] = { "blocking.remove", "DELETE FROM blocklist WHERE host = $1 AND local = $2 AND jid = $3" },
	[BLOCK_CLEAR] = { "blocking.clear", "DELETE FROM blocklist WHERE host = $1 AND local = $2" },
	/* The bound is in the statement: what is above it is not kept. */
	[REPORT_ADD] = { "blocking.report_add",
		"INSERT INTO reports (id, host, local, jid, reason, text, stanza_ids, may_tell_origin, may_tell_others, created_at) "
		"SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM users WHERE host = $2 AND local = $3 AND "
		"(SELECT COUNT(*) FROM reports WHERE host = $2 AND local = $3 AND done_at IS NULL) < $11" },
	[REPORT_LIST] = { "blocking.report_list",
		"SELECT id, host, local, jid, reason, text, stanza_ids, created_at, done_at, done_by FROM reports "
		"WHERE done_at IS NULL ORDER BY id" },
	[REPORT_LIST_ALL] = { "blocking.report_list_all",
		"SELECT id, host, local, jid, reason, text, stanza_ids, created_at, done_at, done_by FROM reports ORDER BY id" },
	[REPORT_DONE] = { "blocking.report_done",
		"UPDATE reports SET done_at = $2, done_by = $3 WHERE id = $1 AND done_at IS NULL" },
	{ NULL, NULL }
};

/* ---- the list of an account ---- */

static struct blocklist *list_of(const struct nx_module *mod, struct nx_account *account)
{
	struct blocklist *list = nx_slot_get(&account->slots, mod);

	if (!list) {
		list = blocklist_new(account->pool);
		nx_slot_set(&account->slots, mod, list);
	}
	return list;
}

static void load_item(struct nx_module *mod, struct nx_account *account, const struct nx_row *row)
{
	blocklist_add(list_of(mod, account), nx_row_text(row, 0));
}

static const struct nx_account_loader blocking_loaders[] = {
	{ BLOCK_LOAD, load_item, NULL },
	{ 0 }
};

static bool blocks(const struct nx_module *mod, const struct nx_account *account, const struct nx_jid *jid)
{
	const struct blocklist *list = nx_slot_get(&account->slots, mod);

	return blocklist_matches(list, jid) && !nx_jid_eq_bare(jid, &account->jid) && !nx_jid_eq(jid, &account->host->jid);
}

static enum nx_verdict blocking_may_meet(struct nx_module *mod, struct nx_account *account, const struct nx_jid *jid)
{
	return blocks(mod, account, jid) ? NX_REFUSE : NX_PASS;
}

/* ---- stanzas on their way ---- */

/* Section 3.3, last paragraph. */
static enum nx_verdict refuse_outgoing(struct nx_event *ev)
{
	ev->error_type = "cancel";
	ev->error_condition = nx_xml_new(ev->pool, NS_ERRORS, "blocked");
	return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "You have blocked this address");
}

/* The same answers as from an account that does not exist (RFC 6121 section 8.5.1). */
static enum nx_verdict refuse_incoming(struct nx_event *ev)
{
	switch (ev->kind) {
	case NX_STANZA_MESSAGE:
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "%s", "");
	case NX_STANZA_IQ:
		if (ev->type == NX_TYPE_GET || ev->type == NX_TYPE_SET)
			return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "%s", "");
		return nx_event_drop(ev);
	case NX_STANZA_PRESENCE:
		return nx_event_drop(ev);
	case NX_STANZA_NONE:
		break;
	}
	nx_unreachable();
}

/* mod_subscription asks may_meet itself: the sender's own roster changes whoever is blocked. */
static bool is_about_subscription(const struct nx_event *ev)
{
	return ev->type == NX_TYPE_SUBSCRIBE || ev->type == NX_TYPE_SUBSCRIBED || ev->type == NX_TYPE_UNSUBSCRIBE ||
	       ev->type == NX_TYPE_UNSUBSCRIBED;
}

static enum nx_verdict blocking_guard(struct nx_module *mod, struct nx_event *ev)
{
	if (ev->target == NX_TO_NOBODY)
		return NX_PASS;
	if (ev->sess && ev->sess->account && blocks(mod, ev->sess->account, &ev->to))
		return refuse_outgoing(ev);
	if (ev->account && !is_about_subscription(ev) && blocks(mod, ev->account, &ev->from))
		return refuse_incoming(ev);
	return NX_PASS;
}

/* ---- pushes ---- */

/* The slot of a session is set when it has asked for the list. */
static void push(struct nx_module *mod, struct nx_event *ev, struct nx_xml *stanza)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, stanza);
	struct nx_session *sess;

	NX_LIST_EACH(&ev->account->sessions, struct nx_session, in_account, sess) {
		if (nx_slot_get(&sess->slots, mod))
			nx_event_deliver(ev, parcel, sess, sess->jid.full);
	}
}

static void add_items(struct nx_xml *el, const struct blocklist *items)
{
	const struct block *block;

	for (struct nx_map_iter it = {0}; (block = blocklist_next(items, &it)); )
		nx_xml_set(nx_xml_add(el, NULL, "item"), "jid", block->jid);
}

/* items NULL: all. */
static struct nx_xml *push_new(struct nx_event *ev, const char *name, const struct blocklist *items)
{
	struct nx_xml *iq = nx_xml_new(ev->pool, NX_NS_CLIENT, "iq");
	char id[13];

	nx_rand_name(id, sizeof(id) - 1);
	nx_xml_set(iq, "type", "set");
	nx_xml_set(iq, "id", id);
	struct nx_xml *el = nx_xml_add(iq, NX_NS_BLOCKING, name);
	if (items)
		add_items(el, items);
	return iq;
}

/* ---- presence ---- */

struct filter {
	struct nx_presence_filter base;
	const struct blocklist *items;
	const struct nx_jid *self;      /* bare */
};

static bool filter_matches(const struct nx_presence_filter *base, const struct nx_jid *jid)
{
	const struct filter *filter = NX_CONTAINER(base, struct filter, base);

	return blocklist_matches(filter->items, jid) && !nx_jid_eq_bare(jid, filter->self);
}

/* Commands leave in ev->data what is due when they are committed. */
struct change {
	struct nx_xml *push;
	struct filter filter;
};

static struct change *change_new(struct nx_event *ev, struct nx_xml *stanza, const struct blocklist *items)
{
	struct change *change = NX_NEW(ev->pool, struct change);

	*change = (struct change){ stanza, { { filter_matches }, items, &ev->account->jid } };
	ev->data = change;
	return change;
}

/* ---- get ---- */

/* Section 3.2. */
static enum nx_verdict blocking_get(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *el = nx_xml_new(ev->pool, NX_NS_BLOCKING, "blocklist");

	if (!ev->account)
		return NX_PASS;
	if (ev->sess)
		nx_slot_set(&ev->sess->slots, mod, mod);
	nx_event_shows(ev, ev->account);
	add_items(el, list_of(mod, ev->account));
	return nx_event_answer(ev, el);
}

/* ---- block and unblock ---- */

/* The addresses of a command; NX_PASS: it can be done. */
static enum nx_verdict read_items(struct nx_event *ev, struct blocklist *items)
{
	for (struct nx_xml *el = nx_xml_child(ev->payload, NX_NS_BLOCKING, "item"); el; el = nx_xml_next(el, NX_NS_BLOCKING, "item")) {
		const char *text = nx_xml_attr(el, "jid");
		struct nx_jid jid;

		if (!text)
			return nx_event_refuse(ev, NX_E_BAD_REQUEST, "An item needs a jid");
		if (nx_jid_parse(ev->pool, text, &jid, &ev->error) < 0)
			return NX_REFUSE;
		nx_xml_set(el, "jid", jid.full);
		blocklist_add(items, jid.full);
	}
	return NX_PASS;
}

static enum nx_verdict check_block(struct nx_module *mod, struct nx_event *ev, struct blocklist *items)
{
	const struct blocklist *list = list_of(mod, ev->account);
	int64_t limit = nx_conf_int(mod->server->conf, NULL, "blocking_max_items");
	const struct block *block;
	size_t count = blocklist_count(list);

	if (read_items(ev, items) == NX_REFUSE)
		return NX_REFUSE;
	if (blocklist_count(items) == 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The command names nobody to block");
	for (struct nx_map_iter it = {0}; (block = blocklist_next(items, &it)); )
		count += !blocklist_has(list, block->jid);
	if (count > (size_t)limit)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "At most %lld addresses can be blocked", (long long)limit);
	return NX_PASS;
}

static enum nx_verdict block_done(struct nx_module *mod, struct nx_event *ev)
{
	const struct change *change = ev->data;

	nx_event_answer(ev, NULL);
	push(mod, ev, change->push);
	return NX_DONE;
}

static struct nx_job *block_job(struct nx_module *mod, struct nx_event *ev, const struct blocklist *items)
{
	struct nx_account *account = ev->account;
	struct nx_job *job = nx_job_new(mod->server->store);
	const struct block *block;

	for (struct nx_map_iter it = {0}; (block = blocklist_next(items, &it)); )
		nx_job_add(job, mod->statements, BLOCK_ADD, "sss", account->host->name, account->local, block->jid);
	for (struct nx_xml *el = nx_xml_child(ev->payload, NX_NS_BLOCKING, "item"); el; el = nx_xml_next(el, NX_NS_BLOCKING, "item"))
		report_add(mod, account, el, nx_xml_attr(el, "jid"), job);
	return job;
}

static enum nx_verdict blocking_block(struct nx_module *mod, struct nx_event *ev)
{
	struct blocklist *items = blocklist_new(ev->pool), *list;
	const struct nx_presence_service *presence;
	struct nx_module *presence_mod;
	const struct block *block;

	if (!ev->account)
		return NX_PASS;
	if (check_block(mod, ev, items) == NX_REFUSE)
		return NX_REFUSE;
	struct nx_job *job = block_job(mod, ev, items);
	const struct change *change = change_new(ev, push_new(ev, "block", items), items);

	nx_event_changes(ev, ev->account);
	enum nx_verdict verdict = nx_event_commit(ev, mod, &job, block_done);
	uint64_t committing = ev->job;
	/* Section 3.3: unavailable presence. It is held until the job is done, like everything the event shows; but it is made now, while
	 * it is known who sees the user. The answer need not wait for it. */
	if ((presence = nx_service_find(mod->server, NX_SERVICE_PRESENCE, &presence_mod)))
		presence->withdraw(presence_mod, ev, ev->account, &change->filter.base);
	ev->job = committing;
	list = list_of(mod, ev->account);
	for (struct nx_map_iter it = {0}; (block = blocklist_next(items, &it)); )
		blocklist_add(list, block->jid);
	return verdict;
}

static enum nx_verdict unblock_done(struct nx_module *mod, struct nx_event *ev)
{
	const struct change *change = ev->data;
	struct nx_module *presence_mod;
	const struct nx_presence_service *presence = nx_service_find(mod->server, NX_SERVICE_PRESENCE, &presence_mod);

	nx_event_answer(ev, NULL);
	push(mod, ev, change->push);
	/* Section 3.4: the current presence. */
	if (presence)
		presence->restore(presence_mod, ev, ev->account, &change->filter.base);
	return NX_DONE;
}

/* Takes items (all: every one) off the list and out of the table. */
static struct nx_job *unblock_job(struct nx_module *mod, struct nx_event *ev, struct blocklist *items, bool is_all)
{
	struct nx_account *account = ev->account;
	struct blocklist *list = list_of(mod, account);
	struct nx_job *job = nx_job_new(mod->server->store);
	const struct block *block;

	if (is_all) {
		for (struct nx_map_iter it = {0}; (block = blocklist_next(list, &it)); )
			blocklist_add(items, block->jid);
		blocklist_clear(list);
		nx_job_add(job, mod->statements, BLOCK_CLEAR, "ss", account->host->name, account->local);
		return job;
	}
	for (struct nx_map_iter it = {0}; (block = blocklist_next(items, &it)); ) {
		nx_job_add(job, mod->statements, BLOCK_REMOVE, "sss", account->host->name, account->local, block->jid);
		blocklist_remove(list, block->jid);
	}
	return job;
}

/* Sections 3.4 and 3.5. Whoever is not blocked is so afterwards too: no error. */
static enum nx_verdict blocking_unblock(struct nx_module *mod, struct nx_event *ev)
{
	struct blocklist *items = blocklist_new(ev->pool);

	if (!ev->account)
		return NX_PASS;
	if (read_items(ev, items) == NX_REFUSE)
		return NX_REFUSE;
	bool is_all = blocklist_count(items) == 0;
	struct nx_xml *stanza = push_new(ev, "unblock", is_all ? NULL : items);
	struct nx_job *job = unblock_job(mod, ev, items, is_all);

	change_new(ev, stanza, items);
	nx_event_changes(ev, ev->account);
	return nx_event_commit(ev, mod, &job, unblock_done);
}

/* ---- the module ---- */

static int blocking_start(struct nx_module *mod, struct nx_error *err)
{
	struct blocking *blocking = NX_NEW(mod->pool, struct blocking);

	(void)err;
	nx_owner_init(&blocking->owner);
	mod->data = blocking;
	return 0;
}

static void blocking_stop(struct nx_module *mod)
{
	struct blocking *blocking = mod->data;

	nx_owner_done(&blocking->owner);
}

static const struct nx_iq_rule blocking_iq[] = {
	{ NX_GET, NX_NS_BLOCKING, "blocklist", NX_TO_OWN_ACCOUNT, blocking_get },
	{ NX_SET, NX_NS_BLOCKING, "block", NX_TO_OWN_ACCOUNT, blocking_block },
	{ NX_SET, NX_NS_BLOCKING, "unblock", NX_TO_OWN_ACCOUNT, blocking_unblock },
	{ 0 }
};

static const struct nx_hook blocking_hooks[] = {
	NX_DECIDE(GUARD, message, blocking_guard),
	NX_DECIDE(GUARD, presence, blocking_guard),
	NX_DECIDE(GUARD, iq, blocking_guard),
	NX_DECIDE(GUARD, may_meet, blocking_may_meet),
	NX_HOOKS_END
};

NX_MODULE(blocking) = {
	NX_MODULE_HEAD(blocking),
	.summary = "Users block addresses and report them", .xeps = "0191, 0377",
	.features = NX_LIST(NX_NS_BLOCKING, NX_NS_REPORTING),
	.options = blocking_options, .iq = blocking_iq, .hooks = blocking_hooks,
	.statements = blocking_statements, .account_loaders = blocking_loaders, .commands = report_commands,
	.start = blocking_start, .stop = blocking_stop,
};
