/* How a command reaches a room: the server asks it, as the owner of all rooms (nx_event_ask()), what a client would ask by
 * XEP-0045. So the same checks, turns and commits apply, and everybody who is there sees what they would see of an owner. */
#include "mod_muc_admin/admin.h"

struct task *task_new(struct nx_module *mod, struct nx_call *call)
{
	const struct nx_jid *jid = nx_call_jid(call, "room");
	const struct nx_component *component = nx_component_find(mod->server, nx_jid_domain(jid), nx_jid_domain_len(jid));
	struct task *task = NX_NEW(nx_call_pool(call), struct task);

	if (!component || !nx_component_has_rooms(component)) {
		nx_call_fail(call, NX_E_ITEM_NOT_FOUND, "%s is no domain of rooms here; their domain is in the option muc_domain",
			     nx_jid_domain(jid));
		return NULL;
	}
	if (!nx_jid_has_local(jid) || nx_jid_has_resource(jid)) {
		nx_call_fail(call, NX_E_BAD_REQUEST, "\"%s\" is not a room; write it as name@%s", jid->full, component->name);
		return NULL;
	}
	*task = (struct task){ .call = call, .mod = mod, .component = component, .room = *jid };
	return task;
}

struct nx_xml *task_query(const struct task *task, const char *ns)
{
	return nx_xml_new(nx_event_pool(task->mod->server), ns, "query");
}

static void answered(void *asker, const struct nx_xml *payload, const struct nx_error *err)
{
	struct task *task = asker;

	if (err && err->kind == NX_E_ITEM_NOT_FOUND && task->absent)
		task->absent(task);
	else if (err)
		nx_call_fail_error(task->call, err);
	else
		task->go_on(task, payload);
}

void task_ask(struct task *task, enum nx_stanza_type type, struct nx_xml *query,
	      void (*go_on)(struct task *task, const struct nx_xml *payload))
{
	struct nx_xml *iq = nx_xml_new(query->pool, NX_NS_CLIENT, "iq");
	const struct nx_jid to = nx_jid_dup(query->pool, &task->room);

	nx_xml_set(iq, "type", type == NX_TYPE_GET ? "get" : "set");
	nx_xml_append(iq, query);
	task->go_on = go_on;
	nx_event_ask(task->component->host, query->pool, iq, &to, answered, task);
}

void task_done(struct task *task, const struct nx_xml *payload)
{
	(void)payload;
	nx_call_done(task->call);
}

void task_load(struct task *task, void (*go_on)(struct task *task, const struct nx_xml *payload))
{
	if (task)
		task_ask(task, NX_TYPE_GET, task_query(task, NX_NS_MUC_OWNER), go_on);
}

struct nx_room *task_room(const struct task *task)
{
	return nx_rooms(task->mod->server)->find(task->mod, &task->room);
}
