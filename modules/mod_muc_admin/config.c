/* Making and configuring rooms: the owner's form (XEP-0045 sections 10.1 and 10.2), field by field. */
#include "mod_muc_admin/admin.h"

#include <string.h>

#include "xmpp/dataform.h"

#define ROOMCONFIG NX_NS_MUC "#roomconfig"
#define PREFIX "muc#roomconfig_"

/* ---- the form ---- */

static const struct nx_xml *form_in(const struct nx_xml *payload)
{
	return nx_xml_child(payload, NX_NS_DATA_FORM, "x");
}

/* "membersonly" is short for "muc#roomconfig_membersonly". */
static const struct nx_xml *find_field(const struct nx_xml *payload, const char *name)
{
	const struct nx_xml *field = nx_xml_child(form_in(payload), NX_NS_DATA_FORM, "field");

	for (; field; field = nx_xml_next(field, NX_NS_DATA_FORM, "field")) {
		const char *var = nx_xml_attr(field, "var");

		if (nx_str_eq(var, name) || (nx_str_has_prefix(var, PREFIX) && nx_str_eq(var + strlen(PREFIX), name)))
			return field;
	}
	return NULL;
}

static struct nx_xml *add_form(struct nx_xml *query)
{
	struct nx_xml *form = nx_form_new(query->pool, NX_FORM_SUBMIT, NULL, NULL, ROOMCONFIG);

	nx_xml_append(query, form);
	return form;
}

static void add(struct nx_xml *form, const char *var, const char *value)
{
	if (value)
		nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, var, NULL), value);
}

/* ---- room config ---- */

static bool is_secret(const struct nx_xml *field)
{
	return nx_str_eq(nx_xml_attr(field, "type"), "text-private");
}

static json_t *values_of(const struct nx_xml *field)
{
	const struct nx_xml *value = is_secret(field) ? NULL : nx_xml_child(field, NX_NS_DATA_FORM, "value");
	json_t *list = json_array();

	for (; value; value = nx_xml_next(value, NX_NS_DATA_FORM, "value"))
		json_array_append_new(list, json_string(nx_xml_content(value)));
	return list;
}

static void show_config(struct task *task, const struct nx_xml *payload)
{
	const struct nx_xml *field = nx_xml_child(form_in(payload), NX_NS_DATA_FORM, "field");
	json_t *fields = json_array();

	nx_call_message(task->call, "Configuration of %s", task->room.full);
	for (; field; field = nx_xml_next(field, NX_NS_DATA_FORM, "field")) {
		if (nx_str_eq(nx_xml_attr(field, "type"), "hidden"))
			continue;
		json_array_append_new(fields, json_pack("{s:s, s:o, s:s?}", "field", nx_xml_attr(field, "var"), "value", values_of(field),
							"label", nx_xml_attr(field, "label")));
	}
	json_object_set_new(nx_call_result(task->call), "fields", fields);
	nx_call_done(task->call);
}

void room_config(struct nx_module *mod, struct nx_call *call)
{
	task_load(task_new(mod, call), show_config);
}

/* ---- room set ---- */

static void add_values(struct nx_xml *field, const char *text, bool is_list)
{
	char **value = nx_str_split(field->pool, text, is_list ? ',' : '\n');

	if (is_list && !*text)
		return;
	for (; *value; value++)
		nx_form_value(field, *value);
}

static void set_field(struct task *task, const struct nx_xml *payload)
{
	const struct nx_xml *field = find_field(payload, nx_call_str(task->call, "field"));
	struct nx_xml *query;

	if (!field) {
		nx_call_fail(task->call, NX_E_ITEM_NOT_FOUND, "Rooms have no field %s; nexactl room config %s shows which there are",
			     nx_call_str(task->call, "field"), task->room.full);
		return;
	}
	if (is_secret(field)) {
		nx_call_fail(task->call, NX_E_BAD_REQUEST, "A password does not stand on a command line: nexactl room password %s",
			     task->room.full);
		return;
	}
	nx_call_log(task->call, "value");
	query = task_query(task, NX_NS_MUC_OWNER);
	add_values(nx_form_add(add_form(query), NX_FIELD_TEXT_SINGLE, nx_xml_attr(field, "var"), NULL), nx_call_str(task->call, "value"),
		   nx_str_has_suffix(nx_xml_attr(field, "type"), "-multi"));
	nx_call_message(task->call, "%s of %s was set", nx_xml_attr(field, "var"), task->room.full);
	task_ask(task, NX_TYPE_SET, query, task_done);
}

void room_set(struct nx_module *mod, struct nx_call *call)
{
	task_load(task_new(mod, call), set_field);
}

/* ---- room password ---- */

static void give_password(struct task *task, const struct nx_xml *payload)
{
	struct nx_xml *query = task_query(task, NX_NS_MUC_OWNER), *form = add_form(query);

	(void)payload;
	add(form, PREFIX "roomsecret", nx_call_str(task->call, "password"));
	add(form, PREFIX "passwordprotectedroom", "1");
	nx_call_message(task->call, "%s needs that password now; nexactl room set %s passwordprotectedroom 0 ends that", task->room.full,
			task->room.full);
	task_ask(task, NX_TYPE_SET, query, task_done);
}

void room_password(struct nx_module *mod, struct nx_call *call)
{
	task_load(task_new(mod, call), give_password);
}

/* ---- room create ---- */

static void refuse_existing(struct task *task, const struct nx_xml *payload)
{
	(void)payload;
	nx_call_fail(task->call, NX_E_CONFLICT, "The room %s exists already", task->room.full);
}

static void make(struct task *task)
{
	task->absent = NULL;
	struct nx_call *call = task->call;
	struct nx_xml *query = task_query(task, NX_NS_MUC_OWNER), *form = add_form(query);

	add(form, PREFIX "persistentroom", "1");
	add(form, PREFIX "roomowners", nx_call_jid(call, "owner")->full);
	add(form, PREFIX "roomname", nx_call_str(call, "name"));
	add(form, PREFIX "roomdesc", nx_call_str(call, "description"));
	add(form, PREFIX "membersonly", nx_call_flag(call, "members-only") ? "1" : NULL);
	add(form, PREFIX "publicroom", nx_call_flag(call, "hidden") ? "0" : NULL);
	nx_call_message(call, "The room %s was made; it belongs to %s", task->room.full, nx_call_jid(call, "owner")->full);
	task_ask(task, NX_TYPE_SET, query, task_done);
}

static void take_owner(void *ctx, const struct nx_row *row)
{
	(void)row;
	((struct task *)ctx)->has_owner = true;
}

/* Else the room would be the property of whoever takes that name later. */
static void owner_found(void *ctx, const struct nx_result *result)
{
	struct task *task = ctx;

	task->absent = make;
	if (result->err)
		nx_call_fail_error(task->call, result->err);
	else if (!task->has_owner)
		nx_call_fail(task->call, NX_E_ITEM_NOT_FOUND, "There is no account %s", nx_call_jid(task->call, "owner")->full);
	else
		task_load(task, refuse_existing);
}

void room_create(struct nx_module *mod, struct nx_call *call)
{
	struct task *task = task_new(mod, call);
	const struct nx_jid *owner = task ? nx_call_jid(call, "owner") : NULL;

	if (owner)
		nx_store_query(mod->server->store, mod->data, take_owner, owner_found, task, mod->statements, ADMIN_HAS_ACCOUNT, "ss",
			       nx_jid_domain(owner), nx_jid_local_str(nx_call_pool(call), owner));
}
