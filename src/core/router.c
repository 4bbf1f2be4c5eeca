/* The walk of an event through rules and hooks (core/router.h). Making events, answering and delivering are in event.c.
 *
 * A walk is resumable: position says which handler of the hook comes next, rule which iq rule. Handlers are called by
 * call_until_verdict(), what they say is taken by settle(). */
#include "core/router.h"

#include <string.h>

#include "base/assert.h"
#include "base/handles.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "core/event_private.h"
#include "core/module.h"

struct rule {
	struct nx_module *mod;
	const struct nx_iq_rule *row;
};

/* All rules for one payload. */
struct rules {
	char *key;              /* "type name ns" */
	struct rule *list;
	size_t count;
};

struct nx_router {
	struct nx_server *server;
	struct nx_map *by_payload;      /* struct rules by key */
};

/* ---- iq rules ---- */

#define KEY_SIZE 256

/* 0 when it does not fit: no rule has such a name. */
static size_t rule_key(char key[KEY_SIZE], enum nx_stanza_type type, const char *ns, const char *name)
{
	size_t name_len = strlen(name), ns_len = strlen(ns);

	if (name_len + ns_len + 3 > KEY_SIZE)
		return 0;
	key[0] = type == NX_TYPE_GET ? 'g' : 's';
	memcpy(key + 1, name, name_len + 1);
	memcpy(key + name_len + 2, ns, ns_len);
	return name_len + ns_len + 2;
}

struct nx_router *nx_router_new(struct nx_server *server)
{
	struct nx_router *router = nx_mem_new(sizeof(*router));

	router->server = server;
	router->by_payload = nx_map_new();
	return router;
}

void nx_router_free(struct nx_router **router)
{
	struct nx_map_iter it = {0};
	struct rules *rules;

	if (!*router)
		return;
	while ((rules = nx_map_next((*router)->by_payload, &it))) {
		nx_mem_free(rules->list);
		nx_mem_free(rules->key);
		nx_mem_free(rules);
	}
	nx_map_free(&(*router)->by_payload);
	nx_mem_free(*router);
	*router = NULL;
}

static struct rules *rules_for(struct nx_router *router, const struct nx_iq_rule *row)
{
	char key[KEY_SIZE];
	size_t len = rule_key(key, row->type, row->ns, row->name);

	nx_assert(len > 0);
	struct rules *rules = nx_map_find(router->by_payload, key, len);
	if (!rules) {
		rules = nx_mem_new(sizeof(*rules));
		rules->key = nx_mem_new(len);
		memcpy(rules->key, key, len);
		nx_map_set(router->by_payload, rules->key, len, rules);
	}
	return rules;
}

void nx_router_add_rules(struct nx_router *router, struct nx_module *mod, const struct nx_iq_rule *rows)
{
	for (; rows && rows->fn; rows++) {
		struct rules *rules = rules_for(router, rows);

		rules->list = nx_mem_resize(rules->list, (rules->count + 1) * sizeof(struct rule));
		rules->list[rules->count++] = (struct rule){ mod, rows };
	}
}

void nx_router_withdraw_rules(struct nx_router *router, const struct nx_module *mod)
{
	struct nx_map_iter it = {0};
	struct rules *rules;

	while ((rules = nx_map_next(router->by_payload, &it))) {
		size_t kept = 0;

		for (size_t i = 0; i < rules->count; i++) {
			if (rules->list[i].mod != mod)
				rules->list[kept++] = rules->list[i];
		}
		rules->count = kept;
	}
}

static const struct rules *find_rules(const struct nx_router *router, const struct nx_event *ev)
{
	char key[KEY_SIZE];
	size_t len = rule_key(key, ev->type, ev->payload->ns, ev->payload->name);

	return len ? nx_map_find(router->by_payload, key, len) : NULL;
}

/* The next rule that fits, from ev->rule on; NX_PASS when there is none left. */
static enum nx_verdict try_rules(struct nx_event *ev)
{
	const struct rules *rules = ev->payload ? find_rules(ev->server->router, ev) : NULL;

	while (rules && ev->rule < rules->count) {
		const struct rule *rule = &rules->list[ev->rule++];

		if (!(rule->row->targets & ev->target))
			continue;
		enum nx_verdict verdict = rule->row->fn(rule->mod, ev);
		if (verdict != NX_PASS)
			return verdict;
	}
	ev->rules_tried = true;
	return NX_PASS;
}

/* ---- the walk ---- */

static const struct nx_handlers *handlers_for(const struct nx_event *ev)
{
	const struct nx_hooks *hooks = &ev->server->hooks;

	switch (ev->kind) {
	case NX_STANZA_MESSAGE:
		return &hooks->by_id[NX_HOOK_message];
	case NX_STANZA_PRESENCE:
		return &hooks->by_id[NX_HOOK_presence];
	case NX_STANZA_IQ:
		return &hooks->by_id[NX_HOOK_iq];
	case NX_STANZA_NONE:
		break;
	}
	nx_unreachable();
}

static enum nx_verdict call_handler(const struct nx_handler *handler, struct nx_event *ev)
{
	/* The three stanza hooks have one type; the member is chosen for the reader. */
	switch (ev->kind) {
	case NX_STANZA_MESSAGE:
		return handler->fn.message(handler->mod, ev);
	case NX_STANZA_PRESENCE:
		return handler->fn.presence(handler->mod, ev);
	case NX_STANZA_IQ:
		return handler->fn.iq(handler->mod, ev);
	case NX_STANZA_NONE:
		break;
	}
	nx_unreachable();
}

/* Nobody handled it (RFC 6120 section 8.4, RFC 6121 section 8). */
static enum nx_verdict nobody_handled(struct nx_event *ev)
{
	if (ev->kind == NX_STANZA_PRESENCE)
		return NX_DONE;
	if (ev->target == NX_TO_REMOTE)
		return nx_event_refuse(ev, NX_E_REMOTE_SERVER_NOT_FOUND, "This server does not talk to other servers");
	/* RFC 6121 section 8.5.1: the same answer whether or not the account exists. */
	return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "%s", "");
}

/* Calls one after the other who comes before AFTER, until somebody does not pass. */
static enum nx_verdict call_until_verdict(struct nx_event *ev)
{
	const struct nx_handlers *handlers = handlers_for(ev);
	enum nx_verdict verdict = NX_PASS;

	while (verdict == NX_PASS) {
		const struct nx_handler *next = &handlers->list[ev->position];
		bool is_there = ev->position < handlers->count && next->phase < NX_AFTER;

		/* iq rules come first in HANDLE. */
		if (!ev->rules_tried && (!is_there || next->phase >= NX_HANDLE)) {
			verdict = try_rules(ev);
		} else if (is_there) {
			ev->position++;
			verdict = call_handler(next, ev);
		} else {
			return nobody_handled(ev);
		}
	}
	return verdict;
}

static void run_after(struct nx_event *ev)
{
	const struct nx_handlers *handlers = handlers_for(ev);

	for (size_t i = 0; i < handlers->count; i++) {
		if (handlers->list[i].phase == NX_AFTER)
			call_handler(&handlers->list[i], ev);
	}
}

/* The event waits: for its own job nobody has to stand still; for anything else the sender does. */
static void park(struct nx_event *ev)
{
	ev->is_waiting = true;
	ev->shows_commit = false;
	if (ev->is_committing || !ev->sess)
		return;
	ev->holds_sender = true;
	nx_session_hold(ev->sess);
}

/* True when the walk goes on. */
static bool settle(struct nx_event *ev, enum nx_verdict verdict)
{
	if (verdict == NX_WAIT && ev->is_resumed) {
		ev->is_resumed = false;
		verdict = ev->verdict;
	}
	switch (verdict) {
	case NX_PASS:
		return true;
	case NX_DONE:
		run_after(ev);
		nx_event_free(ev);
		return false;
	case NX_REFUSE:
		nx_event_send_error(ev);
		nx_event_free(ev);
		return false;
	case NX_WAIT:
		park(ev);
		return false;
	}
	nx_unreachable();
}

void nx_router_walk(struct nx_event *ev)
{
	while (settle(ev, call_until_verdict(ev)))
		;
}

void nx_event_resume(struct nx_server *server, uint64_t id, enum nx_verdict verdict)
{
	struct nx_event *ev = nx_handles_find(server->events, id);

	if (!ev)
		return;
	nx_assert(verdict != NX_WAIT);
	if (!ev->is_waiting) {
		/* The handler has not returned yet: settle() will find the answer. */
		ev->is_resumed = true;
		ev->verdict = verdict;
		return;
	}
	nx_router_go_on(ev, verdict);
}

void nx_router_go_on(struct nx_event *ev, enum nx_verdict verdict)
{
	struct nx_server *server = ev->server;
	uint64_t sess_id = ev->sess && ev->holds_sender ? ev->sess->id : 0;

	/* The sender stays held until the walk has done its part: what it sent next comes next. */
	ev->is_waiting = false;
	ev->holds_sender = false;
	if (settle(ev, verdict))
		nx_router_walk(ev);
	struct nx_session *sess = nx_server_find_session(server, sess_id);
	if (sess)
		nx_session_unhold(sess);
}

void nx_router_forget_session(struct nx_session *sess)
{
	struct nx_event *ev;

	NX_LIST_EACH(&sess->events, struct nx_event, in_session, ev) {
		ev->sess = NULL;
		ev->holds_sender = false;
		nx_list_remove(&ev->in_session);
	}
}
