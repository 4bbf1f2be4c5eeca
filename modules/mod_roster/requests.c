/* Roster get, set and push (RFC 6121 sections 2.1 to 2.6). */
#include "mod_roster/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/rand.h"

/* RFC 6121 section 2.3.3: "a server-configured limit"; the same as for a part of an address. */
#define MAX_NAME_BYTES 1023
#define MAX_GROUPS 100

/* ---- writing items ---- */

static void set_version(struct nx_xml *query, uint64_t version)
{
	nx_xml_set(query, "ver", nx_pool_printf(query->pool, "%llu", (unsigned long long)version));
}

static void add_item(struct nx_xml *query, const struct nx_roster_item *item)
{
	static const char *const subscription_names[] = {
		[NX_SUB_NONE] = "none", [NX_SUB_TO] = "to", [NX_SUB_FROM] = "from", [NX_SUB_BOTH] = "both",
	};
	struct nx_xml *el = nx_xml_add(query, NULL, "item");

	nx_xml_set(el, "jid", item->jid.full);
	if (item->name)
		nx_xml_set(el, "name", item->name);
	nx_xml_set(el, "subscription", subscription_names[item->subscription]);
	if (item->is_asking)
		nx_xml_set(el, "ask", "subscribe");
	if (item->is_approved)
		nx_xml_set(el, "approved", "true");
	for (const char *const *group = item->groups; *group; group++)
		nx_xml_add_text(el, "group", *group);
}

/* ---- push ---- */

/* An iq with an empty query; returns the query. */
static struct nx_xml *query_new(struct nx_event *ev, uint64_t version)
{
	char id[13];
	struct nx_xml *iq = nx_xml_new(ev->pool, NX_NS_CLIENT, "iq"), *query = nx_xml_add(iq, NX_NS_ROSTER, "query");

	nx_rand_name(id, sizeof(id) - 1);
	nx_xml_set(iq, "type", "set");
	nx_xml_set(iq, "id", id);
	set_version(query, version);
	return query;
}

struct nx_xml *nx_roster_push_new(struct nx_event *ev, const struct nx_book_entry *entry)
{
	struct nx_xml *query = query_new(ev, entry->version);

	add_item(query, &entry->item);
	return query->parent;
}

static struct nx_xml *removal_push_new(struct nx_event *ev, const struct nx_jid *contact, uint64_t version)
{
	struct nx_xml *query = query_new(ev, version), *item = nx_xml_add(query, NULL, "item");

	nx_xml_set(item, "jid", contact->full);
	nx_xml_set(item, "subscription", "remove");
	return query->parent;
}

void nx_roster_push(struct nx_module *mod, struct nx_event *ev, struct nx_account *account, struct nx_xml *push)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, push);
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (nx_roster_is_interested(mod, sess))
			nx_event_deliver(ev, parcel, sess, sess->jid.full);
	}
}

/* ---- get ---- */

/* The slot of a session is set when it has asked for the roster (RFC 6121 section 2.2); there is nothing else to keep. */
bool nx_roster_is_interested(struct nx_module *mod, const struct nx_session *sess)
{
	return nx_slot_get(&sess->slots, mod) != NULL;
}

static int by_version(const void *a, const void *b)
{
	const struct nx_book_entry *const *left = a, *const *right = b;

	return ((*left)->version > (*right)->version) - ((*left)->version < (*right)->version);
}

/* What changed since the client's version, oldest first (RFC 6121 section 2.6.3); NULL: send the whole roster. */
static const struct nx_book_entry **changes_since(struct nx_pool *pool, const struct nx_book *book, const char *ver, size_t *count_r)
{
	const struct nx_book_entry **list;
	int64_t since;

	if (!ver || nx_str_to_i64(ver, 0, INT64_MAX, &since) < 0 || (uint64_t)since > book->version ||
	    (uint64_t)since < book->oldest)
		return NULL;
	list = NX_NEW_ARRAY(pool, const struct nx_book_entry *, book->count + 1);
	*count_r = 0;
	for (size_t i = 0; i < book->count; i++) {
		const struct nx_book_entry *entry = book->entries[i];

		if (!entry->item.is_hidden && entry->version > (uint64_t)since)
			list[(*count_r)++] = entry;
	}
	/* "Unless returning the complete roster would use less bandwidth": a push costs about two items. */
	if (*count_r * 2 > book->count + 1)
		return NULL;
	qsort(list, *count_r, sizeof(*list), by_version);
	return list;
}

static enum nx_verdict answer_changes(struct nx_event *ev, const struct nx_book_entry **list, size_t count)
{
	nx_event_answer(ev, NULL);
	for (size_t i = 0; ev->sess && i < count; i++) {
		struct nx_xml *push = nx_roster_push_new(ev, list[i]);

		nx_xml_set(push, "to", ev->sess->jid.full);
		nx_event_send(ev, ev->sess, push);
	}
	return NX_DONE;
}

/* RFC 6121 section 2.3.3: only the owner. 8.5.1: about an account that does not exist nothing else is said than always. */
static enum nx_verdict refuse_stranger(struct nx_event *ev)
{
	if (!ev->account)
		return NX_PASS;
	return nx_event_refuse(ev, NX_E_FORBIDDEN, "This is the roster of somebody else");
}

enum nx_verdict nx_roster_get(struct nx_module *mod, struct nx_event *ev)
{
	size_t count = 0;

	if (ev->target != NX_TO_OWN_ACCOUNT || !ev->account)
		return refuse_stranger(ev);
	if (nx_xml_child(ev->payload, NX_NS_ROSTER, "item"))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A request for the roster contains no items");     /* 2.1.3 */

	const struct nx_book *book = nx_book_of(mod, ev->account);
	const struct nx_book_entry **changes = changes_since(ev->pool, book, nx_xml_attr(ev->payload, "ver"), &count);
	if (ev->sess)
		nx_slot_set(&ev->sess->slots, mod, mod);
	nx_event_shows(ev, ev->account);
	if (changes)
		return answer_changes(ev, changes, count);

	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_ROSTER, "query");
	set_version(query, book->version);
	for (size_t i = 0; i < book->count; i++) {
		if (!book->entries[i]->item.is_hidden)
			add_item(query, &book->entries[i]->item);
	}
	return nx_event_answer(ev, query);
}

/* ---- set: check ---- */

struct roster_request {
	struct nx_jid contact;
	const char *name;               /* NULL: none */
	const char **groups;
	bool is_removal;
};

static enum nx_verdict check_groups(struct nx_event *ev, const struct nx_xml *item, struct roster_request *req)
{
	size_t count = 0;

	req->groups = NX_NEW_ARRAY(ev->pool, const char *, MAX_GROUPS + 1);
	for (struct nx_xml *el = nx_xml_child(item, NX_NS_ROSTER, "group"); el; el = nx_xml_next(el, NX_NS_ROSTER, "group")) {
		const char *group = nx_xml_content(el);

		if (!*group)
			return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A group needs a name");
		if (strlen(group) > MAX_NAME_BYTES || count == MAX_GROUPS)
			return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "At most %d groups, their names at most %d bytes",
					       MAX_GROUPS, MAX_NAME_BYTES);
		if (strchr(group, '\n'))
			return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "The name of a group is one line");
		for (size_t i = 0; i < count; i++) {
			if (nx_str_eq(req->groups[i], group))
				return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The contact is twice in group %s", group);
		}
		req->groups[count++] = group;
	}
	return NX_PASS;
}

static enum nx_verdict check_contact(struct nx_event *ev, const struct nx_xml *item, struct roster_request *req)
{
	const char *jid = nx_xml_attr(item, "jid");

	if (!jid)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "An item needs a jid");
	if (nx_jid_parse(ev->pool, jid, &req->contact, &ev->error) < 0)
		return NX_REFUSE;
	if (nx_jid_has_resource(&req->contact))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A contact is an address without a resource");
	/* RFC 6121 section 2.3.3, interoperability note. */
	if (nx_jid_eq_bare(&req->contact, &ev->from))
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "Nobody is a contact of himself");
	return NX_PASS;
}

/* RFC 6121 sections 2.3.3 and 2.5.3. NX_PASS: it can be done. */
static enum nx_verdict check_set(struct nx_module *mod, struct nx_event *ev, struct roster_request *req)
{
	const struct nx_xml *item = nx_xml_child(ev->payload, NX_NS_ROSTER, "item");
	const char *name;

	if (!item || nx_xml_next(item, NX_NS_ROSTER, "item"))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A roster set contains exactly one item");
	if (check_contact(ev, item, req) == NX_REFUSE || check_groups(ev, item, req) == NX_REFUSE)
		return NX_REFUSE;
	/* 2.1.2.5: any value but "remove" is ignored; so are ask and approved (2.1.2.1, 2.1.2.2). */
	req->is_removal = nx_str_eq(nx_xml_attr(item, "subscription"), "remove");
	if (req->is_removal) {
		const struct nx_book_entry *entry = nx_book_find(nx_book_of(mod, ev->account), &req->contact);

		if (!entry || entry->item.is_hidden)
			return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "%s is not in the roster", req->contact.full);
		return NX_PASS;
	}
	name = nx_xml_attr(item, "name");
	req->name = name && *name ? name : NULL;        /* 2.4.1: an empty name is none */
	if (name && strlen(name) > MAX_NAME_BYTES)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "The name has more than %d bytes", MAX_NAME_BYTES);
	if (!nx_roster_has_room(mod, ev->account, &req->contact, false))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "The roster is full (%lld contacts)",
				       (long long)nx_conf_int(mod->server->conf, NULL, "roster_max_items"));
	return NX_PASS;
}

/* ---- set: do ---- */

/* do_set() and do_removal() leave the push in ev->data. */
static enum nx_verdict set_done(struct nx_module *mod, struct nx_event *ev)
{
	nx_event_answer(ev, NULL);
	nx_roster_push(mod, ev, ev->account, ev->data);
	return NX_DONE;
}

static enum nx_verdict do_set(struct nx_module *mod, struct nx_event *ev, const struct roster_request *req)
{
	struct nx_job *job = nx_job_new(mod->server->store);
	struct nx_book_entry *entry = nx_book_put(nx_book_of(mod, ev->account), &req->contact, req->name, req->groups);

	entry->item.is_hidden = false;
	nx_roster_note_change(mod, ev->account, entry, job);
	ev->data = nx_roster_push_new(ev, entry);
	nx_event_changes(ev, ev->account);
	return nx_event_commit(ev, mod, &job, set_done);
}

/* RFC 6121 section 2.5.2, on behalf of the account's bare JID; mod_subscription takes it from there. */
static void send_subscription(struct nx_module *mod, const struct nx_event *cause, const struct nx_jid *contact, const char *type)
{
	struct nx_pool *pool = nx_event_pool(mod->server);
	struct nx_xml *stanza = nx_xml_new(pool, NX_NS_CLIENT, "presence");
	struct nx_jid from = nx_jid_bare(pool, &cause->from), to = nx_jid_dup(pool, contact);

	nx_xml_set(stanza, "type", type);
	nx_xml_set(stanza, "from", from.full);
	nx_xml_set(stanza, "to", to.full);
	nx_event_route(mod->server, NULL, pool, stanza, &from, &to);
}

static enum nx_verdict do_removal(struct nx_module *mod, struct nx_event *ev, const struct roster_request *req)
{
	struct nx_job *job = nx_job_new(mod->server->store);
	struct nx_book_entry *entry = nx_book_find(nx_book_of(mod, ev->account), &req->contact);
	/* Requests that wait for an answer end too, or the other side would wait for ever. */
	bool has_to = (entry->item.subscription & NX_SUB_TO) || entry->item.is_asking;
	bool has_from = (entry->item.subscription & NX_SUB_FROM) || entry->item.pending_in;

	ev->data = removal_push_new(ev, &req->contact, nx_roster_note_removal(mod, ev->account, entry, job));
	nx_event_changes(ev, ev->account);
	enum nx_verdict verdict = nx_event_commit(ev, mod, &job, set_done);
	/* Their jobs come behind ours, so nobody learns of it before it is stored. */
	if (has_to)
		send_subscription(mod, ev, &req->contact, "unsubscribe");
	if (has_from)
		send_subscription(mod, ev, &req->contact, "unsubscribed");
	return verdict;
}

enum nx_verdict nx_roster_set(struct nx_module *mod, struct nx_event *ev)
{
	struct roster_request req = {0};

	if (ev->target != NX_TO_OWN_ACCOUNT || !ev->account)
		return refuse_stranger(ev);
	if (check_set(mod, ev, &req) == NX_REFUSE)
		return NX_REFUSE;
	return req.is_removal ? do_removal(mod, ev, &req) : do_set(mod, ev, &req);
}
