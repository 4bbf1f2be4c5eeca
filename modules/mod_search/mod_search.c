/* mod_search: people find one another in the user directory of their domain (XEP-0055), by what they put into their vCards and by their
 * user names. The domain itself is the service, and so is a component beside it (users.DOMAIN), because many clients look for directories
 * among the items of the domain and nowhere else.
 *
 * Every word of a field that was filled in begins a word of that field, without regard to case and accents; so there are no wildcards. A
 * user name counts as a nickname. What is found is sorted by user name and sent in pages (XEP-0059).
 *
 * Who is found: option search says whether that is everybody of the domain or who shares a group with the one who asks
 * (mod_groups). Accounts that are disabled or have expired are not found, nor those whose vCard says CLASS PRIVATE or CONFIDENTIAL. */
#include "mod_search/search.h"

#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "service/disco.h"
#include "xmpp/rsm.h"

#define MAX_MATCHES 1000                /* LIMIT of SEARCH_FIND: the list, of which pages are cut */
#define PACE_MS (60 * 1000)

static const struct nx_option search_options[] = {
	{ .name = "search", .kind = NX_OPT_KIND_CHOICE, .default_text = "host", .choices = "host|groups|off", .is_per_host = true,
	  .help = "Whom users find in the directory: everybody of the domain, members of their own groups (nexactl group), or nobody" },
	{ .name = "search_domain", .kind = NX_OPT_KIND_STRING, .default_text = "users.*", .is_per_host = true, .needs_restart = true,
	  .check = nx_component_check_option,
	  .help = "Domain of the directory among the services of the host, which * stands for; \"\": the host answers alone" },
	NX_OPT_INT("search_page", 100, 1, MAX_MATCHES, "People shown at once; clients can ask for the next page"),
	NX_OPT_INT("search_rate", 30, 1, 100000, "Searches of one account in a minute"),
	NX_OPT_END
};

/* Another word of a field; none when the field is empty. */
#define AND_WORD(field, from, below) \
	"AND (" field " = '' OR EXISTS (SELECT 1 FROM directory_words w WHERE w.host = $1 AND w.local = d.local " \
	"AND w.field = " field " AND w.word >= " from " AND w.word < " below ")) "

#define PUT \
	"INSERT INTO directory (host, local, version, card_at, first, last, nick, email) " \
	"SELECT host, local, $3, $4, $5, $6, $7, $8 FROM users WHERE host = $1 AND local = $2 " \
	"ON CONFLICT (host, local) DO UPDATE SET version = excluded.version, card_at = excluded.card_at, " \
	"first = excluded.first, last = excluded.last, nick = excluded.nick, email = excluded.email"

static const struct nx_statement search_statements[] = {
	/* $17 '': everybody; else who shares a group with that account. $18: now. */
	[SEARCH_FIND] = { "search.find",
		"SELECT d.local, d.first, d.last, d.nick, d.email FROM directory d "
		"JOIN users u ON u.host = d.host AND u.local = d.local AND u.disabled = 0 AND (u.expires_at IS NULL OR u.expires_at > $18) "
		"WHERE d.host = $1 AND d.local IN (SELECT w.local FROM directory_words w "
		"WHERE w.host = $1 AND w.field = $2 AND w.word >= $3 AND w.word < $4) "
		AND_WORD("$5", "$6", "$7") AND_WORD("$8", "$9", "$10") AND_WORD("$11", "$12", "$13") AND_WORD("$14", "$15", "$16")
		"AND ($17 = '' OR d.local IN (SELECT g.fellow FROM group_fellows g WHERE g.host = $1 AND g.local = $17)) "
		"ORDER BY d.local LIMIT 1000" },
	/* directory.c: a row and its words are written by three statements; what comes late does nothing. */
	[SEARCH_PUT] = { "search.put", PUT },
	[SEARCH_PUT_MISSED] = { "search.put_missed", PUT " WHERE directory.version = $9" },
	[SEARCH_CLEAR] = { "search.clear",
		"DELETE FROM directory_words WHERE host = $1 AND local = $2 "
		"AND EXISTS (SELECT 1 FROM directory d WHERE d.host = $1 AND d.local = $2 AND d.version = $3)" },
	[SEARCH_ADD_WORD] = { "search.add_word",
		"INSERT INTO directory_words (host, field, word, local) SELECT host, $4, $5, local FROM directory "
		"WHERE host = $1 AND local = $2 AND version = $3 ON CONFLICT (host, local, field, word) DO NOTHING" },
	/* The next accounts, and what is known of them; vcards is mod_vcard's, read here only. */
	[SEARCH_SLICE] = { "search.slice",
		"SELECT u.host, u.local, COALESCE(d.version, 0), CASE WHEN d.card_at = COALESCE(v.changed_at, 0) THEN 1 ELSE 0 END "
		"FROM (SELECT host, local FROM users WHERE (host, local) > ($1, $2) ORDER BY host, local LIMIT 100) u "
		"LEFT JOIN directory d ON d.host = u.host AND d.local = u.local "
		"LEFT JOIN vcards v ON v.host = u.host AND v.local = u.local ORDER BY u.host, u.local" },
	[SEARCH_CARD] = { "search.card", "SELECT changed_at, vcard FROM vcards WHERE host = $1 AND local = $2" },
	{ NULL, NULL }
};

/* ---- who may ---- */

static bool is_policy(const struct nx_host *host, const char *policy)
{
	return nx_str_eq(nx_conf_str(host->server->conf, host->name, "search"), policy);
}

/* Searches of an account in the minute that began at begin_ms. */
struct pace { int64_t begin_ms, count; };

static bool is_too_fast(struct nx_module *mod, struct nx_account *account)
{
	struct pace *pace = nx_slot_get(&account->slots, mod);
	int64_t now = nx_clock_ms(mod->server->clock);

	if (!nx_server_has_limits(mod->server))
		return false;
	if (!pace) {
		pace = NX_NEW(account->pool, struct pace);
		nx_slot_set(&account->slots, mod, pace);
	}
	if (pace->count == 0 || now - pace->begin_ms >= PACE_MS)
		*pace = (struct pace){ now, 0 };
	return ++pace->count > nx_conf_int(mod->server->conf, NULL, "search_rate");
}

/* Whose directory it is. */
static const struct nx_host *host_of(const struct nx_event *ev)
{
	return ev->component ? ev->component->host : ev->host;
}

/* NX_DONE: go on. */
static enum nx_verdict check_asker(const struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_host *host = host_of(ev);

	if ((ev->component && ev->component->mod != mod) || is_policy(host, "off"))
		return NX_PASS;
	if (!ev->sender || ev->sender->host != host)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "The directory of %s is for its own people", host->name);
	return NX_DONE;
}

/* ---- asking for the fields ---- */

static enum nx_verdict search_get(struct nx_module *mod, struct nx_event *ev)
{
	enum nx_verdict verdict = check_asker(mod, ev);
	const char *who = is_policy(host_of(ev), "groups") ? "people in your groups" : "people";

	if (verdict != NX_DONE)
		return verdict;
	return nx_event_answer(ev, search_offer(ev->pool, nx_pool_printf(ev->pool, "Fill in one or more fields to find %s on %s. "
									 "The beginning of a word is enough.", who,
									 host_of(ev)->name)));
}

/* ---- looking ---- */

/* One search under way, in the event's pool. */
struct search {
	struct nx_event *ev;
	struct nx_module *mod;
	struct search_request request;
	struct nx_rsm rsm;
	struct search_match *matches;
	size_t count;
};

static void take_match(void *ctx, const struct nx_row *row)
{
	struct search *search = ctx;
	struct nx_pool *pool = search->ev->pool;

	if (search->count == 0)
		search->matches = NX_NEW_ARRAY(pool, struct search_match, MAX_MATCHES);
	struct search_match *match = &search->matches[search->count++];

	match->local = nx_pool_strdup(pool, nx_row_text(row, 0));
	for (unsigned i = 0; i < SEARCH_FIELDS; i++)
		match->fields[i] = nx_pool_strdup(pool, nx_row_text(row, 1 + i));
}

static int compare_local(const void *items, size_t at, const char *id)
{
	const struct search_match *matches = items;

	return strcmp(matches[at].local, id);
}

static enum nx_verdict show_page(struct search *search)
{
	/* Section 2.1, XEP-0059 section 2.2: when nothing matches, the query stays empty. */
	if (search->count == 0)
		return nx_event_answer(search->ev, nx_xml_new(search->ev->pool, NX_NS_SEARCH, "query"));
	size_t page_max = (size_t)nx_conf_int(search->mod->server->conf, NULL, "search_page");
	struct nx_rsm_page page = nx_rsm_cut(&search->rsm, search->count, page_max, compare_local, search->matches);
	const struct search_match *begin = search->matches + page.begin, *end = search->matches + page.end;
	struct nx_xml *query = search_answer(search->ev->pool, host_of(search->ev), begin, end, search->request.has_form);

	if (search->rsm.is_asked || page.end - page.begin < search->count)
		nx_rsm_write(query, begin < end ? begin->local : NULL, begin < end ? end[-1].local : NULL, page.begin, search->count);
	return nx_event_answer(search->ev, query);
}

static void finish(void *ctx, const struct nx_result *result)
{
	struct search *search = ctx;
	struct nx_event *ev = search->ev;
	enum nx_verdict verdict;

	if (result->err) {
		nx_log(search->mod, NX_ERROR, "cannot search for %s: %s", ev->from.full, result->err->text);
		verdict = nx_event_refuse(ev, NX_E_INTERNAL, "The server cannot read its directory; try again later");
	} else {
		verdict = show_page(search);
	}
	nx_event_resume(ev->server, ev->id, verdict);
}

static void ask_store(struct search *search)
{
	const struct nx_event *ev = search->ev;
	const struct nx_host *host = host_of(ev);
	const char *asker = is_policy(host, "groups") ? ev->sender->local : "";
	const char *args[SEARCH_MAX_TERMS][3];

	for (unsigned i = 0; i < SEARCH_MAX_TERMS; i++) {
		const struct search_term *term = &search->request.terms[i];
		bool is_used = i < search->request.count;

		args[i][0] = is_used ? search_names[term->field] : "";
		args[i][1] = is_used ? term->from : "";
		args[i][2] = is_used ? term->below : "";
	}
	/* No owner: the event lives until its walk is over. */
	nx_store_query(ev->server->store, NULL, take_match, finish, search, search->mod->statements, SEARCH_FIND, "sssssssssssssssssi",
		       host->name, args[0][0], args[0][1], args[0][2], args[1][0], args[1][1], args[1][2], args[2][0], args[2][1],
		       args[2][2], args[3][0], args[3][1], args[3][2], args[4][0], args[4][1], args[4][2], asker,
		       nx_clock_wall_ms(ev->server->clock));
}

static enum nx_verdict search_set(struct nx_module *mod, struct nx_event *ev)
{
	struct search *search = NX_NEW(ev->pool, struct search);
	enum nx_verdict verdict = check_asker(mod, ev);

	if (verdict != NX_DONE)
		return verdict;
	search->ev = ev;
	search->mod = mod;
	if (search_read(ev->pool, ev->payload, &search->request, &ev->error) < 0 ||
	    nx_rsm_read(ev->payload, &search->rsm, &ev->error) < 0)
		return NX_REFUSE;
	if (is_too_fast(mod, ev->sender))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "You have searched a lot; go on in a minute");
	ask_store(search);
	return NX_WAIT;
}

static const struct nx_iq_rule search_iq[] = {
	{ NX_GET, NX_NS_SEARCH, "query", NX_TO_HOST | NX_TO_COMPONENT, search_get },
	{ NX_SET, NX_NS_SEARCH, "query", NX_TO_HOST | NX_TO_COMPONENT, search_set },
	{ 0 }
};

/* ---- the module ---- */

static void add_features(const struct nx_host *host, struct nx_xml *query)
{
	if (is_policy(host, "off"))
		return;
	nx_disco_add_feature(query, NX_NS_SEARCH);
	nx_disco_add_feature(query, NX_NS_RSM);
}

static void host_info(struct nx_module *mod, struct nx_host *host, struct nx_account *account, const char *node, struct nx_xml *query)
{
	(void)mod;
	if (!account && !node)
		add_features(host, query);
}

/* Not in the row below: the policy may change while the server runs. */
static void component_info(struct nx_module *mod, struct nx_component *component, const char *node, struct nx_xml *query)
{
	if (component->mod == mod && !node)
		add_features(component->host, query);
}

static const struct nx_component_def search_components[] = {
	{ .option = "search_domain", .category = "directory", .type = "user", .name = "User directory" },
	{ 0 }
};

static int search_start(struct nx_module *mod, struct nx_error *err)
{
	struct directory *directory = NX_NEW(mod->pool, struct directory);

	(void)err;
	nx_owner_init(&directory->owner);
	mod->data = directory;
	directory_begin_upkeep(mod);
	return 0;
}

static void search_stop(struct nx_module *mod)
{
	struct directory *directory = mod->data;

	nx_owner_done(&directory->owner);
	directory_end_upkeep(directory);
}

static const struct nx_hook search_hooks[] = {
	NX_COLLECT(account_creating, directory_account_creating),
	NX_COLLECT(vcard_changing, directory_vcard_changing),
	NX_COLLECT(disco_info, host_info),
	NX_COLLECT(component_info, component_info),
	NX_HOOKS_END
};

NX_MODULE(search) = {
	NX_MODULE_HEAD(search),
	.summary = "People find one another in the user directory", .xeps = "0055, 0059",
	.options = search_options, .iq = search_iq, .hooks = search_hooks, .statements = search_statements,
	.components = search_components, .start = search_start, .stop = search_stop,
};
