/* mod_roster: contacts of an account (RFC 6121 section 2), in memory while the account is, in the tables roster and
 * roster_versions always.
 *
 * A change is made in memory at once, its rows go into a job, and its push is written down; clients get it when the job is committed,
 * whatever was changed meanwhile. Versions (section 2.6)
 * are ids from nx_server_next_id(): they grow over restarts too, so a version never names two different rosters. A client that
 * comes back with version v gets the items whose version is above v as pushes, unless something was removed after v: removed
 * items leave no row, only roster_versions.oldest. Requests to subscribe from people who are not in the roster are hidden items: they
 * have no version and no client sees them. Reading and writing iqs is in requests.c, the array of items in book.c. */
#include "mod_roster/roster.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

static const struct nx_option roster_options[] = {
	NX_OPT_INT("roster_max_items", 1000, 10, 100000, "Contacts that one account may have in its roster"),
	NX_OPT_INT("roster_max_requests", 200, 1, 100000, "Requests to subscribe from strangers that wait for one account's answer"),
	NX_OPT_END
};

enum {
	LOAD_ITEMS, LOAD_VERSION, SET_ITEM, REMOVE_ITEM, SET_VERSION, FIND_OWNERS, END_SUBSCRIPTIONS, MARK_OWNERS
};

/* $1 is the address of an account that exists: $2 and $3 are its keys. */
#define IN_ROSTERS "contact = $1 AND EXISTS (SELECT 1 FROM users WHERE host = $2 AND local = $3)"

static const struct nx_statement roster_statements[] = {
	[LOAD_ITEMS] = { "roster.load",
		"SELECT contact, name, subscription, ask, approved, groups, pending_in, version FROM roster "
		"WHERE host = $1 AND local = $2 ORDER BY contact" },
	[LOAD_VERSION] = { "roster.load_version",
		"SELECT version, oldest FROM roster_versions WHERE host = $1 AND local = $2" },
	/* Rows of an account that is being deleted are not written: a job that also changes another's roster must not fail for that. */
	[SET_ITEM] = { "roster.set",
		"INSERT INTO roster (host, local, contact, name, subscription, ask, approved, groups, pending_in, version) "
		"SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM users WHERE host = $1 AND local = $2 ON CONFLICT (host, local, contact) DO UPDATE SET "
		"name = excluded.name, subscription = excluded.subscription, ask = excluded.ask, "
		"approved = excluded.approved, groups = excluded.groups, pending_in = excluded.pending_in, "
		"version = excluded.version" },
	[REMOVE_ITEM] = { "roster.remove", "DELETE FROM roster WHERE host = $1 AND local = $2 AND contact = $3" },
	[SET_VERSION] = { "roster.set_version",
		"INSERT INTO roster_versions (host, local, version, oldest) "
		"SELECT $1, $2, $3, $4 FROM users WHERE host = $1 AND local = $2 "
		"ON CONFLICT (host, local) DO UPDATE SET version = excluded.version, oldest = excluded.oldest" },
	[FIND_OWNERS] = { "roster.find_owners", "SELECT host, local FROM roster WHERE contact = $1" },
	[END_SUBSCRIPTIONS] = { "roster.end_subscriptions",
		"UPDATE roster SET subscription = 'none', ask = 0, approved = 0, pending_in = NULL, version = $4 WHERE " IN_ROSTERS
		" AND subscription IS NOT NULL AND (subscription <> 'none' OR ask <> 0 OR approved <> 0 OR pending_in IS NOT NULL)" },
	[MARK_OWNERS] = { "roster.mark_owners",
		"INSERT INTO roster_versions (host, local, version, oldest) SELECT host, local, CAST($4 AS BIGINT), 0 FROM roster "
		"WHERE " IN_ROSTERS " AND version = CAST($4 AS BIGINT) "
		"ON CONFLICT (host, local) DO UPDATE SET version = excluded.version" },
	{ NULL, NULL }
};

static const char *const subscription_names[] = {
	[NX_SUB_NONE] = "none", [NX_SUB_TO] = "to", [NX_SUB_FROM] = "from", [NX_SUB_BOTH] = "both",
};

/* ---- loading ---- */

static struct nx_jid contact_of(const char *text)
{
	const char *at = strchr(text, '@');
	uint16_t len = (uint16_t)strlen(text);

	return (struct nx_jid){ .full = text, .local_len = at ? (uint16_t)(at - text) : 0, .bare_len = len, .full_len = len };
}

/* Cuts text (changed) at its line ends; the caller frees the array. */
static const char **split_lines(char *text)
{
	size_t count = *text != '\0', i = 0;

	for (const char *p = text; (p = strchr(p, '\n')); p++)
		count++;
	const char **lines = nx_mem_array(count + 1, sizeof(*lines));
	for (char *next = text; i < count; i++) {
		lines[i] = strsep(&next, "\n");
	}
	return lines;
}

static struct book_entry *put_row(struct book *book, const struct nx_row *row)
{
	struct nx_jid contact = contact_of(nx_row_text(row, 0));
	char *text = nx_mem_strdup(nx_row_text(row, 5));
	const char **groups = split_lines(text);
	struct book_entry *entry = book_put(book, &contact, nx_row_text(row, 1), groups);

	nx_mem_free(groups);
	nx_mem_free(text);
	return entry;
}

static enum nx_subscription subscription_of(const char *name)
{
	for (unsigned i = 0; i < sizeof(subscription_names) / sizeof(*subscription_names); i++) {
		if (nx_str_eq(name, subscription_names[i]))
			return (enum nx_subscription)i;
	}
	return NX_SUB_NONE;
}

static void load_item(struct nx_module *mod, struct nx_account *account, const struct nx_row *row)
{
	struct book *book = book_of(mod, account);
	struct book_entry *entry = put_row(book, row);
	struct nx_roster_state state = {
		.subscription = subscription_of(nx_row_text(row, 2)),
		.is_asking = nx_row_int(row, 3) != 0,
		.is_approved = nx_row_int(row, 4) != 0,
		.pending_in = nx_row_text(row, 6),
	};

	book_set_state(book, entry, &state);
	entry->item.is_hidden = nx_row_is_null(row, 2);
	entry->version = (uint64_t)nx_row_int(row, 7);
}

static void load_version(struct nx_module *mod, struct nx_account *account, const struct nx_row *row)
{
	struct book *book = book_of(mod, account);

	book->version = (uint64_t)nx_row_int(row, 0);
	book->oldest = (uint64_t)nx_row_int(row, 1);
}

static const struct nx_account_loader roster_loaders[] = {
	{ LOAD_ITEMS, load_item, NULL },
	{ LOAD_VERSION, load_version, NULL },
	{ 0, NULL, NULL }
};

/* ---- writing ---- */

static void store_entry(struct nx_module *mod, const struct nx_account *account, const struct book_entry *entry,
			struct nx_job *job)
{
	const struct nx_roster_item *item = &entry->item;
	struct nx_buf groups = NX_BUF_INIT;

	for (const char *const *group = item->groups; *group; group++) {
		if (group != item->groups)
			nx_buf_putc(&groups, '\n');
		nx_buf_puts(&groups, *group);
	}
	nx_job_add(job, mod->statements, SET_ITEM, "sssssiissi", account->host->name, account->local, item->jid.full, item->name,
		   item->is_hidden ? NULL : subscription_names[item->subscription], (int64_t)item->is_asking,
		   (int64_t)item->is_approved, nx_buf_str(&groups), item->pending_in, (int64_t)entry->version);
	nx_buf_done(&groups);
}

static void store_version(struct nx_module *mod, const struct nx_account *account, const struct book *book,
			  struct nx_job *job)
{
	nx_job_add(job, mod->statements, SET_VERSION, "ssii", account->host->name, account->local, (int64_t)book->version,
		   (int64_t)book->oldest);
}

static void remove_entry(struct nx_module *mod, struct nx_account *account, struct book_entry *entry, struct nx_job *job)
{
	nx_job_add(job, mod->statements, REMOVE_ITEM, "sss", account->host->name, account->local, entry->item.jid.full);
	book_remove(book_of(mod, account), entry);
}

void roster_note_change(struct nx_module *mod, struct nx_account *account, struct book_entry *entry, struct nx_job *job)
{
	struct book *book = book_of(mod, account);

	book->version = entry->version = nx_server_next_id(mod->server);
	store_entry(mod, account, entry, job);
	store_version(mod, account, book, job);
}

uint64_t roster_note_removal(struct nx_module *mod, struct nx_account *account, struct book_entry *entry,
			     struct nx_job *job)
{
	struct book *book = book_of(mod, account);

	book->version = book->oldest = nx_server_next_id(mod->server);
	remove_entry(mod, account, entry, job);
	store_version(mod, account, book, job);
	return book->version;
}

/* ---- service ---- */

static const struct nx_roster_item *roster_find(struct nx_module *mod, struct nx_account *account, const struct nx_jid *contact)
{
	const struct book_entry *entry = book_find(book_of(mod, account), contact);

	return entry ? &entry->item : NULL;
}

static const struct nx_roster_item *roster_next(struct nx_module *mod, struct nx_account *account, size_t *pos)
{
	const struct book *book = book_of(mod, account);

	return *pos < book->count ? &book->entries[(*pos)++]->item : NULL;
}

bool roster_has_room(struct nx_module *mod, struct nx_account *account, const struct nx_jid *contact, bool is_hidden)
{
	const struct book *book = book_of(mod, account);
	const struct book_entry *entry = book_find(book, contact);

	if (entry && (is_hidden || !entry->item.is_hidden))
		return true;
	return book_count(book, is_hidden) <
	       (size_t)nx_conf_int(mod->server->conf, NULL, is_hidden ? "roster_max_requests" : "roster_max_items");
}

/* Would clients see a difference? RFC 6121 section 3.2.2 wants a push also when a contact's request is denied. */
static bool is_visible_change(const struct nx_roster_item *item, const struct nx_roster_state *state)
{
	return item->subscription != state->subscription || item->is_asking != state->is_asking ||
	       item->is_approved != state->is_approved || (item->pending_in && !state->pending_in);
}

static struct nx_xml *roster_change(struct nx_module *mod, struct nx_event *ev, struct nx_account *account,
				    const struct nx_jid *contact, const struct nx_roster_state *state, struct nx_job *job)
{
	static const char *const no_groups[] = { NULL };
	struct book *book = book_of(mod, account);
	struct book_entry *entry = book_find(book, contact);
	bool is_nothing = state->subscription == NX_SUB_NONE && !state->is_asking && !state->is_approved;

	if (!entry && is_nothing && !state->pending_in)
		return NULL;
	if (!entry)
		entry = book_put(book, contact, NULL, no_groups);
	if (entry->item.is_hidden && is_nothing && !state->pending_in) {
		remove_entry(mod, account, entry, job);
		return NULL;
	}
	bool is_visible = entry->item.is_hidden ? !is_nothing : is_visible_change(&entry->item, state);

	book_set_state(book, entry, state);
	entry->item.is_hidden = entry->item.is_hidden && is_nothing;
	if (!is_visible) {
		store_entry(mod, account, entry, job);
		return NULL;
	}
	roster_note_change(mod, account, entry, job);
	return roster_push_new(ev, entry);
}

static const struct nx_roster_service roster_service = {
	.find = roster_find, .next = roster_next, .has_room = roster_has_room, .change = roster_change,
	.push = roster_push, .is_interested = roster_is_interested,
};

static const struct nx_service roster_services[] = {
	{ NX_SERVICE_ROSTER, &roster_service },
	{ NULL, NULL }
};

/* ---- an account is deleted ---- */

/* Whoever has the deleted account in a roster must not keep the subscription, nor the approval of one: somebody else may take the name. So it ends in the job that
 * deletes the account; afterwards rosters in memory follow, and their owners are told. Requests from strangers end then, too: their rows
 * say whose memory they are in. */
static void roster_account_deleting(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	struct nx_pool *pool = nx_pool_new("deleting", 0);
	const char *bare = nx_jid_join(pool, local, host->name, NULL).full;
	int64_t version = (int64_t)nx_server_next_id(mod->server);

	nx_job_add(job, mod->statements, END_SUBSCRIPTIONS, "sssi", bare, host->name, local, version);
	nx_job_add(job, mod->statements, MARK_OWNERS, "sssi", bare, host->name, local, version);
	nx_pool_free(&pool);
}

struct farewell {
	struct nx_module *mod;
	struct nx_server *server;
	struct nx_pool *pool;
	struct nx_jid from;
};

static void send_farewell(struct farewell *farewell, const struct nx_row *row, const char *type)
{
	struct nx_pool *pool = nx_event_pool(farewell->server);
	struct nx_xml *stanza = nx_xml_new(pool, NX_NS_CLIENT, "presence");
	struct nx_jid from = nx_jid_dup(pool, &farewell->from);
	struct nx_jid to = nx_jid_join(pool, nx_row_text(row, 1), nx_row_text(row, 0), NULL);

	nx_xml_set(stanza, "type", type);
	nx_xml_set(stanza, "from", from.full);
	nx_xml_set(stanza, "to", to.full);
	nx_event_route(farewell->server, NULL, pool, stanza, &from, &to);
}

static void farewell_row(void *ctx, const struct nx_row *row)
{
	send_farewell(ctx, row, "unsubscribe");
	send_farewell(ctx, row, "unsubscribed");
}

static void farewell_done(void *ctx, const struct nx_result *result)
{
	struct farewell *farewell = ctx;
	struct nx_pool *pool = farewell->pool;

	if (result->err)
		nx_log(farewell->server, NX_ERROR, "cannot tell the contacts of %s that the account was deleted: %s",
		       farewell->from.full, result->err->text);
	nx_pool_free(&pool);
}

/* Behind all jobs: one that was under way may have put the account into a roster. */
static void find_owners(void *ctx, const struct nx_result *fence)
{
	struct farewell *farewell = ctx;

	(void)fence;    /* a fence cannot fail */
	nx_store_query(farewell->server->store, NULL, farewell_row, farewell_done, farewell, farewell->mod->statements, FIND_OWNERS,
		       "s", farewell->from.full);
}

static void roster_account_deleted(struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare)
{
	struct nx_pool *pool = nx_pool_new("farewell", 0);
	struct farewell *farewell = NX_NEW(pool, struct farewell);

	(void)host;
	*farewell = (struct farewell){ .mod = mod, .server = mod->server, .pool = pool, .from = nx_jid_bare(pool, bare) };
	nx_store_fence(mod->server->store, NULL, find_owners, farewell);
}

/* ---- the module ---- */

/* RFC 6121 section 2.6.1. */
static void roster_features(struct nx_module *mod, struct nx_session *sess, struct nx_xml *features)
{
	(void)mod;
	(void)sess;
	nx_xml_add(features, NX_NS_ROSTER_VER, "ver");
}

static const struct nx_iq_rule roster_iq[] = {
	{ NX_GET, NX_NS_ROSTER, "query", NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT, roster_get },
	{ NX_SET, NX_NS_ROSTER, "query", NX_TO_OWN_ACCOUNT | NX_TO_ACCOUNT, roster_set },
	{ 0, NULL, NULL, 0, NULL }
};

static const struct nx_hook roster_hooks[] = {
	NX_COLLECT(stream_features, roster_features),
	NX_COLLECT(account_deleting, roster_account_deleting),
	NX_ON(account_deleted, roster_account_deleted),
	NX_HOOKS_END
};

NX_MODULE(roster) = {
	NX_MODULE_HEAD(roster),
	.summary = "Contacts of each account, with versions",
	.features = NX_LIST(NX_NS_ROSTER),
	.options = roster_options, .statements = roster_statements, .account_loaders = roster_loaders,
	.iq = roster_iq, .hooks = roster_hooks, .services = roster_services,
};
