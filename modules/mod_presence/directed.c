/* Directed presence (RFC 6121 section 4.6): each session has a list of those who have to hear when it goes and do not get the
 * broadcast. It is noted in phase ADAPT, whoever handles the stanza, because even a room has to hear. */
#include "mod_presence/presence.h"

#include <string.h>

#include "base/mem.h"
#include "xml/reader.h"
#include "xml/writer.h"

bool directed_is_covered(const struct presence *pres, const struct nx_session *sess, const struct nx_jid *to)
{
	if (!nx_jid_eq_bare(to, &sess->jid) && !(presence_subscription(pres, sess->account, to) & NX_SUB_FROM))
		return false;
	if (!nx_jid_has_resource(to))
		return true;
	const struct nx_account *account = nx_account_find_jid(sess->server, to);
	const struct nx_session *target =
		account ? nx_account_session(account, nx_jid_resource(to), nx_jid_resource_len(to)) : NULL;
	return target && target->is_available;
}

/* Index, or directed_count when it is not there. */
static size_t find(const struct shown *shown, const char *to)
{
	size_t i = 0;

	while (i < shown->directed_count && !nx_str_eq(shown->directed[i], to))
		i++;
	return i;
}

void directed_drop(struct shown *shown, const char *to)
{
	size_t i = find(shown, to);

	if (i == shown->directed_count)
		return;
	nx_mem_free(shown->directed[i]);
	shown->directed[i] = shown->directed[--shown->directed_count];
}

bool directed_has(const struct nx_module *mod, const struct nx_session *sess, const struct nx_jid *to)
{
	const struct shown *shown = nx_slot_get(&sess->slots, mod);

	for (size_t i = 0; shown && i < shown->directed_count; i++) {
		const char *listed = shown->directed[i];

		if (nx_str_eq(listed, to->full) ||
		    (strncmp(listed, to->full, to->bare_len) == 0 && listed[to->bare_len] == '\0'))
			return true;
	}
	return false;
}

static bool is_available(const struct nx_account *account, const char *resource)
{
	const struct nx_session *sess = nx_account_session(account, resource, strlen(resource));

	return sess && sess->is_available;
}

void directed_forget(struct shown *shown, const struct nx_account *told)
{
	size_t len = told->jid.full_len;

	for (size_t i = shown->directed_count; i-- > 0; ) {
		const char *listed = shown->directed[i];

		if (strncmp(listed, told->jid.full, len) == 0 &&
		    (!listed[len] || (listed[len] == '/' && is_available(told, listed + len + 1))))
			directed_drop(shown, listed);
	}
}

void directed_forget_sender(struct nx_module *mod, const struct nx_event *ev, struct nx_session *sess)
{
	bool is_goodbye = ev->type == NX_TYPE_UNAVAILABLE || ev->type == NX_TYPE_ERROR;
	struct shown *shown = is_goodbye ? nx_slot_get(&sess->slots, mod) : NULL;

	if (shown)
		directed_drop(shown, ev->from.full);
}

static enum nx_verdict add_directed(struct nx_module *mod, struct nx_event *ev)
{
	struct shown *shown = presence_shown(mod, ev->sess);
	size_t limit = (size_t)nx_conf_int(ev->server->conf, NULL, "presence_max_directed");

	if (find(shown, ev->to.full) < shown->directed_count)
		return NX_PASS;
	if (shown->directed_count >= limit)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "Presence was sent to %zu addresses already", limit);
	shown->directed = nx_mem_resize(shown->directed, (shown->directed_count + 1) * sizeof(*shown->directed));
	shown->directed[shown->directed_count++] = nx_mem_strdup(ev->to.full);
	return NX_PASS;
}

enum nx_verdict directed_note(struct nx_module *mod, struct nx_event *ev)
{
	const struct presence *pres = mod->data;

	if (!ev->sess || ev->target == NX_TO_NOBODY || ev->target == NX_TO_OWN_ACCOUNT || !nx_session_is_bound(ev->sess))
		return NX_PASS;
	if (ev->type == NX_TYPE_UNAVAILABLE) {
		struct shown *shown = nx_slot_get(&ev->sess->slots, mod);

		if (shown)
			directed_drop(shown, ev->to.full);
	} else if (ev->type == NX_TYPE_AVAILABLE && !(ev->sess->is_available && directed_is_covered(pres, ev->sess, &ev->to))) {
		return add_directed(mod, ev);
	}
	return NX_PASS;
}

/* A longer one is not copied for each on the list; its type alone is said. */
#define MAX_GOODBYE_BYTES 4096

static bool is_short(struct nx_server *server, const struct nx_xml *goodbye)
{
	nx_buf_clear(&server->scratch);
	nx_xml_write(&server->scratch, goodbye, &(struct nx_xml_context){ .default_ns = NX_NS_CLIENT });
	return server->scratch.len <= MAX_GOODBYE_BYTES;
}

static void say_goodbye(struct nx_session *sess, const struct nx_jid *to, const struct nx_xml *goodbye)
{
	if (!goodbye) {
		presence_route(sess->server, sess, &sess->jid, to, "unavailable", NULL);
		return;
	}
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_jid from = nx_jid_dup(pool, &sess->jid), to_copy = nx_jid_dup(pool, to);
	struct nx_xml *stanza = nx_xml_dup(pool, goodbye);

	nx_xml_set(stanza, "to", to_copy.full);
	nx_event_route(sess->server, sess, pool, stanza, &from, &to_copy);
}

void directed_leave(struct nx_module *mod, struct nx_session *sess, bool was_available, const struct nx_xml *goodbye)
{
	struct shown *shown = nx_slot_get(&sess->slots, mod);

	if (!shown)
		return;
	if (goodbye && !is_short(sess->server, goodbye))
		goodbye = NULL;
	char **list = shown->directed;
	size_t count = shown->directed_count;
	shown->directed = NULL;
	shown->directed_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct nx_pool *pool = nx_event_pool(sess->server);
		struct nx_jid to;

		if (nx_jid_parse(pool, list[i], &to, NULL) == 0 && !(was_available && directed_is_covered(mod->data, sess, &to)))
			say_goodbye(sess, &to, goodbye);
		nx_xml_parsers_give_pool(sess->server->parsers, &pool);
		nx_mem_free(list[i]);
	}
	nx_mem_free(list);
}
