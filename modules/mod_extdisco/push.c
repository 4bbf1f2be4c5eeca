/* mod_extdisco: pushes (XEP-0215 section 3.2). Who has asked for a type of service, and is still connected, is told when the
 * options change, and gets fresh credentials when the ones it has are half spent. */
#include "mod_extdisco/extdisco.h"

#include "base/handles.h"
#include "base/map.h"
#include "net/loop.h"

#define ANSWER_MS 60000
/* Types that one session may wait for: there are four, and a stranger or two. */
#define MAX_TYPES 6

struct asker {
	struct asker *next;
	const char *type;
};

struct extdisco {
	struct nx_timer timer;
};

const struct services *extdisco_of(const struct nx_module *mod, const struct nx_host *host)
{
	return nx_slot_get(&host->slots, mod);
}

void extdisco_note_asker(struct nx_module *mod, struct nx_session *sess, const char *type)
{
	struct asker *first = nx_slot_get(&sess->slots, mod);
	unsigned count = 0;

	for (struct asker *asker = first; asker; asker = asker->next, count++) {
		if (nx_str_eq(asker->type, type))
			return;
	}
	if (count >= MAX_TYPES)
		return;
	struct asker *asker = NX_NEW(sess->pool, struct asker);

	asker->type = nx_pool_strdup(sess->pool, type);
	asker->next = first;
	nx_slot_set(&sess->slots, mod, asker);
}

/* ---- one push ---- */

static void add_action(struct nx_module *mod, struct nx_xml *push, const struct service *service, const char *action,
		       const struct nx_session *sess)
{
	bool is_gone = nx_str_eq(action, "delete");

	if (service_has_credentials(service) && !extdisco_may_use(mod, sess->account))
		return;
	nx_xml_set(extdisco_add(mod, push, service, is_gone ? NULL : &sess->account->jid), "action", action);
}

/* What is different between the two lists, for that type. Both the same: what has credentials that expire. */
static void add_changes(struct nx_module *mod, struct nx_xml *push, const struct services *old, const struct services *now,
			const struct nx_session *sess, const char *type)
{
	for (size_t i = 0; i < now->count; i++) {
		const struct service *service = &now->list[i], *was = services_find_same(old, service);

		if (!nx_str_eq(service->type, type))
			continue;
		if (!was)
			add_action(mod, push, service, "add", sess);
		else if (old == now ? service->secret != NULL : !service_same_credentials(was, service))
			add_action(mod, push, service, "modify", sess);
	}
	for (size_t i = 0; i < old->count; i++) {
		if (nx_str_eq(old->list[i].type, type) && !services_find_same(now, &old->list[i]))
			add_action(mod, push, &old->list[i], "delete", sess);
	}
}

/* Section 3.2: it answers; what, makes no difference. */
static void answered(struct nx_module *mod, struct nx_session *sess, enum nx_iq_outcome outcome, const struct nx_xml *iq, void *ctx)
{
	(void)mod;
	(void)sess;
	(void)outcome;
	(void)iq;
	(void)ctx;
}

static void push_to(struct nx_module *mod, struct nx_session *sess, const struct services *old, const struct services *now)
{
	struct nx_pool *pool = nx_pool_new("push", 1024);

	for (const struct asker *asker = nx_slot_get(&sess->slots, mod); asker; asker = asker->next) {
		struct nx_xml *push = nx_xml_new(pool, NS_EXTDISCO, "services");

		nx_xml_set(push, "type", asker->type);
		add_changes(mod, push, old, now, sess, asker->type);
		if (push->first)
			nx_iq_ask(mod, sess, NX_TYPE_SET, push, ANSWER_MS, answered, NULL);
	}
	nx_pool_free(&pool);
}

static void push_to_host(struct nx_module *mod, const struct nx_host *host, const struct services *old, const struct services *now)
{
	struct nx_session *sess;
	uint32_t pos = 0;

	while ((sess = nx_handles_next(mod->server->sessions, &pos))) {
		if (sess->state == NX_SESSION_BOUND && sess->host == host)
			push_to(mod, sess, old, now);
	}
}

/* ---- when ---- */

/* Half of the shortest life of all hosts. */
static int64_t refresh_ms(const struct nx_module *mod)
{
	int64_t least_ms = INT64_MAX;
	struct nx_map_iter it = {0};
	struct nx_host *host;

	while ((host = nx_map_next(mod->server->hosts, &it))) {
		int64_t life_ms = nx_conf_period_ms(mod->server->conf, host->name, "external_life");

		least_ms = life_ms < least_ms ? life_ms : least_ms;
	}
	return least_ms / 2;
}

static void refresh(void *arg)
{
	struct nx_module *mod = arg;
	struct extdisco *own = mod->data;
	struct nx_map_iter it = {0};
	struct nx_host *host;

	while ((host = nx_map_next(mod->server->hosts, &it))) {
		const struct services *services = extdisco_of(mod, host);

		push_to_host(mod, host, services, services);
	}
	nx_timer_set(nx_loop_timers(mod->server->loop), &own->timer, refresh_ms(mod), refresh, mod);
}

void extdisco_reloaded(struct nx_module *mod)
{
	struct extdisco *own = mod->data;
	struct nx_map_iter it = {0};
	struct nx_host *host;

	while ((host = nx_map_next(mod->server->hosts, &it))) {
		struct services *old = nx_slot_get(&host->slots, mod), *now = services_read(mod, host);

		nx_slot_set(&host->slots, mod, now);
		push_to_host(mod, host, old, now);
		services_free(&old);
	}
	nx_timer_set(nx_loop_timers(mod->server->loop), &own->timer, refresh_ms(mod), refresh, mod);
}

/* ---- life ---- */

void extdisco_begin(struct nx_module *mod)
{
	struct nx_map_iter it = {0};
	struct nx_host *host;

	mod->data = NX_NEW(mod->pool, struct extdisco);
	while ((host = nx_map_next(mod->server->hosts, &it)))
		nx_slot_set(&host->slots, mod, services_read(mod, host));
	nx_timer_set(nx_loop_timers(mod->server->loop), &((struct extdisco *)mod->data)->timer, refresh_ms(mod), refresh, mod);
}

void extdisco_end(struct nx_module *mod)
{
	struct extdisco *own = mod->data;
	struct nx_map_iter it = {0};
	struct nx_host *host;

	nx_timer_cancel(&own->timer);
	while ((host = nx_map_next(mod->server->hosts, &it))) {
		struct services *services = nx_slot_get(&host->slots, mod);

		services_free(&services);
		nx_slot_set(&host->slots, mod, NULL);
	}
}
