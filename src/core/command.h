/* An administrator's command: one row in a module. nexactl (over the control socket) is a view of the row.
 *
 * nexactl asks the server for the rows, so a new command appears there by itself:
 *   { .name = "account add", .summary = "Creates an account", .params = add_params, .run = account_add }
 *   nexactl account add JID [--admin] --password-stdin
 * A handler reads its parameters (already checked against the rows), fills the result object and calls
 * nx_call_done(), or nx_call_fail() with a sentence; at once, or later from a call-back. */
#ifndef NX_CORE_COMMAND_H
#define NX_CORE_COMMAND_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct nx_call;
struct nx_commands;
struct nx_host;
struct nx_jid;
struct nx_module;
struct nx_pool;
struct nx_server;

enum nx_param_kind {
	NX_PARAM_END, NX_PARAM_STRING, NX_PARAM_JID,    /* bare or full, normalised */
	NX_PARAM_ACCOUNT,                               /* bare JID with a localpart on one of our hosts */
	NX_PARAM_INT, NX_PARAM_FLAG,
	NX_PARAM_PRIVATE,                               /* a string that might be a secret: not in the log before nx_call_log() */
	NX_PARAM_PASSWORD,                              /* nexactl: --NAME-stdin or a prompt, never on the command line */
};
struct nx_param {
	const char *name;               /* "jid", "reason" */
	enum nx_param_kind kind;
	bool is_required;               /* required ones are positional in nexactl, in this order; the others are --name */
	const char *help;
};
struct nx_command {
	const char *name;               /* "account add"; NULL ends the table */
	const char *summary;
	const struct nx_param *params;  /* may be NULL */
	const char *confirm;            /* asked of a person before it is done: "This removes …"; NULL: no need to ask */
	void (*run)(struct nx_module *mod, struct nx_call *call);
};

/* One call under way. Valid until done or fail, also when the caller hangs up meanwhile. */
struct nx_pool *nx_call_pool(struct nx_call *call);
struct nx_server *nx_call_server(struct nx_call *call);
struct nx_module *nx_call_module(struct nx_call *call);
/* Who asks, for logs: "uid=0 (root)". */
const char *nx_call_who(struct nx_call *call);
/* Who asks, and this parameter, into the log: of NX_PARAM_PRIVATE, when the handler knows that it is no secret. */
void nx_call_log(const struct nx_call *call, const char *param);
/* NULL / false / fallback when not given. */
const char *nx_call_str(struct nx_call *call, const char *param);
const struct nx_jid *nx_call_jid(struct nx_call *call, const char *param);
bool nx_call_flag(struct nx_call *call, const char *param);
int64_t nx_call_int(struct nx_call *call, const char *param, int64_t fallback);
/* The domain of ours that the parameter "host" names: 0; *host_r is untouched when it was not given. -1: it is none of ours, and the
 * call has failed. */
int nx_call_host(struct nx_call *call, struct nx_host **host_r);
/* The object that becomes the answer: borrowed; fill it. People see "key: value" lines, and arrays of objects as tables;
 * key "message" is the sentence shown first. */
json_t *nx_call_result(struct nx_call *call);
/* A time in it: wall clock; null for 0, which is also what a row says that has none. */
json_t *nx_call_time(int64_t wall_ms);
void nx_call_message(struct nx_call *call, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void nx_call_done(struct nx_call *call);
/* NX_E_ITEM_NOT_FOUND: exit code 3 of nexactl; others 1. */
void nx_call_fail(struct nx_call *call, enum nx_error_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void nx_call_fail_error(struct nx_call *call, const struct nx_error *err);

/* The runner. args is an object of strings, numbers and booleans; the call keeps a reference and wipes
 * the passwords in it at its end. answered() gets the result (borrowed), or an error, once; it
 * may run before this returns. who is copied. */
struct nx_commands *nx_commands_new(struct nx_server *server);
/* Calls that are still open are dropped. */
void nx_commands_free(struct nx_commands **commands);
typedef void nx_command_answered_fn(void *ctx, json_t *result, const struct nx_error *err);
void nx_command_run(struct nx_server *server, const char *name, json_t *args, const char *who,
		    nx_command_answered_fn *answered, void *ctx);
/* Calls that have not been answered. */
uint32_t nx_commands_open(const struct nx_commands *commands);
/* All rows: [{"name":…,"summary":…,"confirm":null,"params":[{"name":…,"kind":"account","required":true,"help":…}]}] */
json_t *nx_command_list(struct nx_server *server);

#endif
