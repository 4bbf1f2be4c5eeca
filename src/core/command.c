/* Administrators' commands: finding the row, checking the parameters, running, answering (core/command.h). */
#include "core/command.h"

#include <stdarg.h>
#include <string.h>

#include "base/assert.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/list.h"
#include "base/mem.h"
#include "core/module.h"

struct nx_commands {
	struct nx_server *server;
	struct nx_list calls;
	uint32_t open;
};

struct nx_call {
	struct nx_link link;
	struct nx_commands *commands;
	struct nx_pool *pool;
	struct nx_module *mod;
	const struct nx_command *command;
	const char *who;
	json_t *args, *result;
	nx_command_answered_fn *answered;
	void *ctx;
};

struct nx_commands *nx_commands_new(struct nx_server *server)
{
	struct nx_commands *commands = nx_mem_new(sizeof(*commands));

	commands->server = server;
	nx_list_init(&commands->calls);
	return commands;
}

static void wipe_passwords(struct nx_call *call)
{
	const struct nx_param *param = call->command ? call->command->params : NULL;

	for (; param && param->kind != NX_PARAM_END; param++) {
		const json_t *value = json_object_get(call->args, param->name);

		if (param->kind == NX_PARAM_PASSWORD && json_is_string(value))
			nx_secret_wipe((char *)json_string_value(value), json_string_length(value));
	}
}

static void call_free(struct nx_call *call)
{
	struct nx_pool *pool = call->pool;

	wipe_passwords(call);
	nx_list_remove(&call->link);
	call->commands->open--;
	json_decref(call->args);
	json_decref(call->result);
	nx_pool_free(&pool);
}

void nx_commands_free(struct nx_commands **commands)
{
	struct nx_call *call;

	if (!*commands)
		return;
	NX_LIST_EACH(&(*commands)->calls, struct nx_call, link, call)
		call_free(call);
	nx_mem_free(*commands);
	*commands = NULL;
}

uint32_t nx_commands_open(const struct nx_commands *commands)
{
	return commands->open;
}

/* ---- finding ---- */

static const struct nx_command *find_command(struct nx_server *server, const char *name, struct nx_module **mod_r)
{
	for (size_t i = 0; i < nx_modules_count(server->modules); i++) {
		struct nx_module *mod = nx_modules_at(server->modules, i);
		const struct nx_command *command = mod->def->commands;

		for (; command && command->name; command++) {
			if (nx_str_eq(command->name, name)) {
				*mod_r = mod;
				return command;
			}
		}
	}
	return NULL;
}

/* ---- checking parameters ---- */

static bool has_json_type(const struct nx_param *param, const json_t *value)
{
	switch (param->kind) {
	case NX_PARAM_STRING:
	case NX_PARAM_PRIVATE:
	case NX_PARAM_JID:
	case NX_PARAM_ACCOUNT:
	case NX_PARAM_PASSWORD:
		return json_is_string(value);
	case NX_PARAM_INT:
		return json_is_integer(value);
	case NX_PARAM_FLAG:
		return json_is_boolean(value);
	case NX_PARAM_END:
		break;
	}
	return false;
}

static int check_account(struct nx_call *call, const struct nx_param *param, const char *text, struct nx_error *err)
{
	struct nx_jid jid;

	if (nx_jid_parse(call->pool, text, &jid, err) < 0)
		return nx_fail_prefix(err, "\"%s\" is not an address", text);
	if (param->kind == NX_PARAM_JID)
		return 0;
	if (!nx_jid_has_local(&jid) || nx_jid_has_resource(&jid))
		return nx_fail(err, NX_E_BAD_REQUEST, "\"%s\" is not an account; write it as name@domain", text);
	if (!nx_server_find_host_of(call->commands->server, &jid))
		return nx_fail(err, NX_E_ITEM_NOT_FOUND, "this server does not serve %s; its domains are in the option hosts",
			       nx_jid_domain(&jid));
	return 0;
}

static int check_param(struct nx_call *call, const struct nx_param *param, struct nx_error *err)
{
	const json_t *value = json_object_get(call->args, param->name);

	if (!value)
		return param->is_required ? nx_fail(err, NX_E_BAD_REQUEST, "%s needs %s (%s)", call->command->name, param->name,
						    param->help) : 0;
	if (!has_json_type(param, value))
		return nx_fail(err, NX_E_BAD_REQUEST, "%s: %s has the wrong type", call->command->name, param->name);
	if (param->kind == NX_PARAM_JID || param->kind == NX_PARAM_ACCOUNT)
		return check_account(call, param, json_string_value(value), err);
	return 0;
}

static const struct nx_param *find_param(const struct nx_command *command, const char *name)
{
	for (const struct nx_param *param = command->params; param && param->kind != NX_PARAM_END; param++) {
		if (nx_str_eq(param->name, name))
			return param;
	}
	return NULL;
}

static int check_params(struct nx_call *call, struct nx_error *err)
{
	const struct nx_command *command = call->command;
	const char *name;
	json_t *value;

	json_object_foreach(call->args, name, value) {
		if (!find_param(command, name))
			return nx_fail(err, NX_E_BAD_REQUEST, "%s has no parameter \"%s\"", command->name, name);
	}
	for (const struct nx_param *param = command->params; param && param->kind != NX_PARAM_END; param++) {
		if (check_param(call, param, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- running ---- */

static void add_param(struct nx_buf *line, const struct nx_call *call, const char *param)
{
	const json_t *value = json_object_get(call->args, param);
	char *text = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;

	if (text)
		nx_buf_printf(line, " %s=%s", param, text);
	nx_mem_free(text);      /* jansson's default allocator is malloc() */
}

static void log_line(const struct nx_call *call, struct nx_buf *line)
{
	nx_log(call->mod, NX_INFO, "command=\"%s\"%s by=\"%s\"", call->command->name, nx_buf_str(line), call->who);
	nx_buf_done(line);
}

/* Who did what: command="account add" jid="romeo@example.org" admin=true by="uid=0 pid=7". Passwords are left out. */
static void log_command(const struct nx_call *call)
{
	struct nx_buf line = NX_BUF_INIT;

	for (const struct nx_param *param = call->command->params; param && param->kind != NX_PARAM_END; param++) {
		if (param->kind != NX_PARAM_PASSWORD && param->kind != NX_PARAM_PRIVATE)
			add_param(&line, call, param->name);
	}
	log_line(call, &line);
}

void nx_call_log(const struct nx_call *call, const char *param)
{
	struct nx_buf line = NX_BUF_INIT;

	add_param(&line, call, param);
	log_line(call, &line);
}

void nx_command_run(struct nx_server *server, const char *name, json_t *args, const char *who,
		    nx_command_answered_fn *answered, void *ctx)
{
	struct nx_pool *pool = nx_pool_new("call", 1024);
	struct nx_call *call = NX_NEW(pool, struct nx_call);
	struct nx_error err;

	call->pool = pool;
	call->commands = server->commands;
	call->who = nx_pool_strdup(pool, who);
	call->args = args ? json_incref(args) : json_object();
	call->result = json_object();
	call->answered = answered;
	call->ctx = ctx;
	nx_list_append(&server->commands->calls, &call->link);
	server->commands->open++;
	call->command = find_command(server, name, &call->mod);
	if (!call->command) {
		nx_call_fail(call, NX_E_FEATURE_NOT_IMPLEMENTED, "there is no command \"%s\"; nexactl help lists them", name);
		return;
	}
	if (check_params(call, &err) < 0) {
		nx_call_fail_error(call, &err);
		return;
	}
	log_command(call);
	call->command->run(call->mod, call);
}

/* ---- what handlers use ---- */

struct nx_pool *nx_call_pool(struct nx_call *call)
{
	return call->pool;
}

struct nx_server *nx_call_server(struct nx_call *call)
{
	return call->commands->server;
}

struct nx_module *nx_call_module(struct nx_call *call)
{
	return call->mod;
}

const char *nx_call_who(struct nx_call *call)
{
	return call->who;
}

const char *nx_call_str(struct nx_call *call, const char *param)
{
	return json_string_value(json_object_get(call->args, param));
}

const struct nx_jid *nx_call_jid(struct nx_call *call, const char *param)
{
	const char *text = nx_call_str(call, param);
	struct nx_jid *jid = NX_NEW(call->pool, struct nx_jid);

	/* check_param() has parsed it once. */
	return text && nx_jid_parse(call->pool, text, jid, NULL) == 0 ? jid : NULL;
}

bool nx_call_flag(struct nx_call *call, const char *param)
{
	return json_is_true(json_object_get(call->args, param));
}

int64_t nx_call_int(struct nx_call *call, const char *param, int64_t fallback)
{
	const json_t *value = json_object_get(call->args, param);

	return value ? json_integer_value(value) : fallback;
}

int nx_call_host(struct nx_call *call, struct nx_host **host_r)
{
	const char *name = nx_call_str(call, "host");
	const char *domain = name ? nx_jid_prep_domain(call->pool, name, NULL) : NULL;
	struct nx_host *host = domain ? nx_server_find_host(nx_call_server(call), domain, strlen(domain)) : NULL;

	if (!name)
		return 0;
	if (!host) {
		nx_call_fail(call, NX_E_ITEM_NOT_FOUND, "This server does not serve %s; its domains are in the option hosts", name);
		return -1;
	}
	*host_r = host;
	return 0;
}

json_t *nx_call_result(struct nx_call *call)
{
	return call->result;
}

json_t *nx_call_time(int64_t wall_ms)
{
	char text[NX_DATETIME_SIZE];

	if (wall_ms == 0)
		return json_null();
	nx_datetime_format(text, wall_ms, false);
	return json_string(text);
}

void nx_call_message(struct nx_call *call, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	json_object_set_new(call->result, "message", json_string(nx_pool_vprintf(call->pool, fmt, ap)));
	va_end(ap);
}

void nx_call_done(struct nx_call *call)
{
	call->answered(call->ctx, call->result, NULL);
	call_free(call);
}

void nx_call_fail_error(struct nx_call *call, const struct nx_error *err)
{
	if (call->mod)
		nx_log(call->mod, NX_INFO, "command=\"%s\" failed: %s", call->command->name, err->text);
	call->answered(call->ctx, NULL, err);
	call_free(call);
}

void nx_call_fail(struct nx_call *call, enum nx_error_kind kind, const char *fmt, ...)
{
	struct nx_error err;
	va_list ap;

	va_start(ap, fmt);
	nx_vfail(&err, kind, fmt, ap);
	va_end(ap);
	nx_call_fail_error(call, &err);
}

/* ---- the list ---- */

static const char *kind_name(enum nx_param_kind kind)
{
	switch (kind) {
	case NX_PARAM_STRING:
	case NX_PARAM_PRIVATE:
		return "string";
	case NX_PARAM_JID:
		return "jid";
	case NX_PARAM_ACCOUNT:
		return "account";
	case NX_PARAM_INT:
		return "int";
	case NX_PARAM_FLAG:
		return "flag";
	case NX_PARAM_PASSWORD:
		return "password";
	case NX_PARAM_END:
		break;
	}
	nx_unreachable();
}

static json_t *describe(const struct nx_command *command)
{
	json_t *params = json_array();

	for (const struct nx_param *param = command->params; param && param->kind != NX_PARAM_END; param++) {
		json_array_append_new(params, json_pack("{s:s, s:s, s:b, s:s}", "name", param->name, "kind",
							kind_name(param->kind), "required", param->is_required,
							"help", param->help));
	}
	return json_pack("{s:s, s:s, s:s?, s:o}", "name", command->name, "summary", command->summary, "confirm",
			 command->confirm, "params", params);
}

json_t *nx_command_list(struct nx_server *server)
{
	json_t *list = json_array();

	for (size_t i = 0; i < nx_modules_count(server->modules); i++) {
		const struct nx_command *command = nx_modules_at(server->modules, i)->def->commands;

		for (; command && command->name; command++)
			json_array_append_new(list, describe(command));
	}
	return list;
}
