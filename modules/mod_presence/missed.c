/* Clients that read too slowly (core/delivery.c): presence that comes meanwhile is left out, and only noted is whose it was. When such a
 * client has read everything it is told how each of them is by then: what was in between nobody needs. The note is bounded; what does not fit
 * is not left out. Presence of others than accounts of this server is not either, because it cannot be looked up later. */
#include "mod_presence/presence.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "xml/reader.h"

#define MAX_MISSED_BYTES 65536          /* some 1 500 resources */

static bool is_of_account(struct nx_server *server, const char *from)
{
	struct nx_pool *pool = nx_event_pool(server);
	struct nx_jid jid;
	bool is_one = nx_jid_parse(pool, from, &jid, NULL) == 0 && nx_jid_has_local(&jid) &&
		nx_server_find_host_of(server, &jid);

	nx_xml_parsers_give_pool(server->parsers, &pool);
	return is_one;
}

enum nx_verdict missed_note(struct nx_module *mod, struct nx_session *sess, const char *from)
{
	struct shown *shown = presence_shown(mod, sess);
	size_t len = strlen(from);

	if (shown->missed && nx_map_find(shown->missed, from, len))
		return NX_DONE;
	if (shown->missed_bytes + len > MAX_MISSED_BYTES || !is_of_account(sess->server, from))
		return NX_PASS;
	if (!shown->missed)
		shown->missed = nx_map_new();
	char *key = nx_mem_strdup(from);
	nx_map_set(shown->missed, key, len, key);
	shown->missed_bytes += len;
	return NX_DONE;
}

static void drop_notes(struct nx_map **missed)
{
	struct nx_map_iter it = {0};
	char *key;

	while (*missed && (key = nx_map_next(*missed, &it)))
		nx_mem_free(key);
	nx_map_free(missed);
}

void missed_forget(struct shown *shown)
{
	drop_notes(&shown->missed);
	shown->missed_bytes = 0;
}

/* ---- telling ---- */

static void tell_in_full(struct nx_session *sess, const struct nx_jid *from, const struct nx_xml *last)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_jid from_copy = nx_jid_dup(pool, from), to = nx_jid_dup(pool, &sess->jid);
	struct nx_xml *stanza = nx_xml_dup(pool, last);

	nx_xml_set(stanza, "to", to.full);
	nx_event_route(sess->server, NULL, pool, stanza, &from_copy, &to);
}

static bool is_somebody_there(const struct nx_account *account)
{
	const struct nx_session *sess;
	bool is_there = false;

	NX_LIST_EACH(&account->sessions, struct nx_session, in_account, sess)
		is_there = is_there || sess->is_available;
	return is_there;
}

/* The presence of `from` as the session may see it now, as a probe would be answered (RFC 6121 section 4.3.2). */
static void tell(struct nx_module *mod, struct nx_session *sess, const struct nx_jid *from)
{
	struct nx_account *account = nx_account_find_jid(sess->server, from);
	const struct nx_session *other =
		account ? nx_account_session(account, nx_jid_resource(from), nx_jid_resource_len(from)) : NULL;
	const struct nx_xml *last = other ? presence_last(mod, other) : NULL;
	const char *type = "unavailable";

	if (account && account != sess->account && !presence_may_meet(account, from, sess->account, &sess->jid))
		other = NULL;
	if (other && last && (account == sess->account || (presence_subscription(mod->data, account, &sess->jid) & NX_SUB_FROM))) {
		tell_in_full(sess, from, last);
		return;
	}
	/* A bare address was said to be gone; each of its resources speaks for itself. */
	if (!nx_jid_has_resource(from) && account && is_somebody_there(account))
		return;
	if (other && directed_has(mod, other, &sess->jid))
		type = NULL;
	presence_route(sess->server, NULL, from, &sess->jid, type, NULL);
}

void missed_tell(struct nx_module *mod, struct nx_session *sess)
{
	struct shown *shown = presence_shown(mod, sess);
	struct nx_map *missed = shown->missed;
	struct nx_map_iter it = {0};
	const char *key;

	/* What is told may be too much again, and is noted anew. */
	shown->missed = NULL;
	shown->missed_bytes = 0;
	while (missed && (key = nx_map_next(missed, &it))) {
		struct nx_pool *pool = nx_event_pool(sess->server);
		struct nx_jid from;

		if (sess->is_available && nx_jid_parse(pool, key, &from, NULL) == 0)
			tell(mod, sess, &from);
		nx_xml_parsers_give_pool(sess->server->parsers, &pool);
	}
	drop_notes(&missed);
}
