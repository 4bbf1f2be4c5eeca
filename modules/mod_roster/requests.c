/* Roster get, set and push (RFC 6121 sections 2.1 to 2.6). */
#include "mod_roster/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/rand.h"
#include "service/subscription.h"

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

struct nx_xml *roster_push_new(struct nx_event *ev, const struct book_entry *entry)
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

void roster_push(struct nx_module *mod, struct nx_event *ev, struct nx_account *account, struct nx_xml *push)
{
	struct nx_parcel *parcel = nx_parcel_new(ev, push);
	struct nx_session *sess;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess) {
		if (roster_is_interested(mod, sess))
			nx_event_deliver(ev, parcel, sess, sess->jid.full);
	}
}

/* ---- get ---- */

/* The slot of a session is set when it has asked for the roster (RFC 6121 section 2.2); there is nothing else to keep. */
bool roster_is_interested(struct nx_module *mod, const struct nx_session *sess)
{
	return nx_slot_get(&sess->slots, mod) != NULL;
}

static int by_version(const void *a, const void *b)
{
	const struct book_entry *const *left = a, *const *right = b;

	return ((*left)->version > (*right)->version) - ((*left)->version < (*right)->version);
}

/* What changed since the client's version, oldest first (RFC 6121 section 2.6.3); NULL: send the whole roster. */
static const struct book_entry **changes_since(struct nx_pool *pool, const struct book *book, const char *ver, size_t *count_r)
{
	const struct book_entry **list;
	int64_t since;

	if (!ver || nx_str_to_i64(ver, 0, INT64_MAX, &since) < 0 || (uint64_t)since > book->version ||
	    (uint64_t)since < book->oldest)
		return NULL;
	list = NX_NEW_ARRAY(pool, const struct book_entry *, book->count + 1);
	*count_r = 0;
	for (size_t i = 0; i < book->count; i++) {
		const struct book_entry *entry = book->entries[i];

		if (!entry->item.is_hidden && entry->version > (uint64_t)since)
			list[(*count_r)++] = entry;
	}
	/* "Unless returning the complete roster would use less bandwidth": a push costs about two items. */
	if (*count_r * 2 > book->count + 1)
		return NULL;
	qsort(list, *count_r, sizeof(*list), by_version);
	return list;
}

static enum nx_verdict answer_changes(struct nx_event *ev, const struct book_entry **list, size_t count)
{
	nx_event_answer(ev, NULL);
	for (size_t i = 0; ev->sess && i < count; i++) {
		struct nx_xml *push = roster_push_new(ev, list[i]);

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

enum nx_verdict roster_get(struct nx_module *mod, struct nx_event *ev)
{
	size_t count = 0;

	if (ev->target != NX_TO_OWN_ACCOUNT || !ev->account)
		return refuse_stranger(ev);
	if (nx_xml_child(ev->payload, NX_NS_ROSTER, "item"))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A request for the roster contains no items");     /* 2.1.3 */

	const struct book *book = book_of(mod, ev->account);
	const struct book_entry **changes = changes_since(ev->pool, book, nx_xml_attr(ev->payload, "ver"), &count);
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

static enum nx_verdict refuse_unknown(struct nx_event *ev, const struct nx_jid *contact)
{
	return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "%s is not in the roster", contact->full);
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
		const struct book_entry *entry = book_find(book_of(mod, ev->account), &req->contact);

		if (!entry || entry->item.is_hidden)
			return refuse_unknown(ev, &req->contact);
		return NX_PASS;
	}
	name = nx_xml_attr(item, "name");
	req->name = name && *name ? name : NULL;        /* 2.4.1: an empty name is none */
	if (name && strlen(name) > MAX_NAME_BYTES)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "The name has more than %d bytes", MAX_NAME_BYTES);
	if (!roster_has_room(mod, ev->account, &req->contact, false))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "The roster is full (%lld contacts)",
				       (long long)nx_conf_int(mod->server->conf, NULL, "roster_max_items"));
	return NX_PASS;
}

/* ---- set: do ---- */

/* What is due after the commit; waits in ev->data. */
struct roster_done {
	struct nx_xml *push;
	const struct nx_subscription_end *end;  /* of a removed contact; NULL: there is nothing to end */
};

static const struct nx_subscription_service *find_subscriptions(struct nx_module *mod, struct nx_module **sub_mod_r)
{
	return nx_service_find(mod->server, NX_SERVICE_SUBSCRIPTION, sub_mod_r);
}

static enum nx_verdict set_done(struct nx_module *mod, struct nx_event *ev)
{
	const struct roster_done *done = ev->data;
	struct nx_module *sub_mod;

	nx_event_answer(ev, NULL);
	roster_push(mod, ev, ev->account, done->push);
	if (done->end)
		find_subscriptions(mod, &sub_mod)->show_end(sub_mod, ev, done->end);
	return NX_DONE;
}

static enum nx_verdict commit(struct nx_module *mod, struct nx_event *ev, struct nx_job *job, struct nx_xml *push,
			      const struct nx_subscription_end *end)
{
	struct roster_done *done = NX_NEW(ev->pool, struct roster_done);

	*done = (struct roster_done){ push, end };
	ev->data = done;
	nx_event_changes(ev, ev->account);
	return nx_event_commit(ev, mod, &job, set_done);
}

static enum nx_verdict do_set(struct nx_module *mod, struct nx_event *ev, const struct roster_request *req)
{
	struct nx_job *job = nx_job_new(mod->server->store);
	struct book_entry *entry = book_put(book_of(mod, ev->account), &req->contact, req->name, req->groups);

	entry->item.is_hidden = false;
	roster_note_change(mod, ev->account, entry, job);
	return commit(mod, ev, job, roster_push_new(ev, entry), NULL);
}

/* The item, and what the contact's roster knows of it, in one job (section 2.5.2). ev->data is the address. */
static enum nx_verdict remove_item(struct nx_module *mod, struct nx_event *ev, struct nx_account *contact)
{
	const struct nx_jid *jid = ev->data;
	struct book_entry *entry = book_find(book_of(mod, ev->account), jid);
	const struct nx_subscription_end *end = NULL;
	const struct nx_subscription_service *subscriptions;
	struct nx_module *sub_mod;

	/* Another resource was quicker while the contact's roster was read. */
	if (!entry || entry->item.is_hidden)
		return refuse_unknown(ev, jid);
	struct nx_job *job = nx_job_new(mod->server->store);
	if (contact && (subscriptions = find_subscriptions(mod, &sub_mod)))
		end = subscriptions->end(sub_mod, ev, &entry->item, contact, job);
	return commit(mod, ev, job, removal_push_new(ev, jid, roster_note_removal(mod, ev->account, entry, job)), end);
}

static enum nx_verdict do_removal(struct nx_module *mod, struct nx_event *ev, struct roster_request *req)
{
	const struct nx_roster_item *item = &book_find(book_of(mod, ev->account), &req->contact)->item;
	bool is_tied = item->subscription != NX_SUB_NONE || item->is_asking || item->pending_in;

	ev->data = &req->contact;
	return is_tied ? nx_event_meet(ev, mod, &req->contact, remove_item) : remove_item(mod, ev, NULL);
}

enum nx_verdict roster_set(struct nx_module *mod, struct nx_event *ev)
{
	struct roster_request *req = NX_NEW(ev->pool, struct roster_request);

	if (ev->target != NX_TO_OWN_ACCOUNT || !ev->account)
		return refuse_stranger(ev);
	if (check_set(mod, ev, req) == NX_REFUSE)
		return NX_REFUSE;
	return req->is_removal ? do_removal(mod, ev, req) : do_set(mod, ev, req);
}
