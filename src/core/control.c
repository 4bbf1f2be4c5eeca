/* The control socket (core/control.h). */
#include "core/control.h"

#include <pwd.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/handles.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "core/command.h"
#include "core/server.h"
#include "net/conn.h"
#include "net/listener.h"
#include "xmpp/error.h"

#define MAX_LINE 65536
#define LINGER_MS 2000

struct nx_control {
	struct nx_server *server;
	struct nx_listener *listener;
	struct nx_handles *callers;     /* struct caller: answers may come after one has hung up */
};

struct caller {
	struct nx_control *control;
	uint64_t id;
	struct nx_conn *conn;
	struct nx_buf line;
	char who[64];
};

/* What a command's answer needs to find its caller again. */
struct request {
	struct nx_control *control;
	uint64_t caller;
};

/* ---- answering ---- */

static void send_json(struct caller *caller, json_t *answer)
{
	char *text = json_dumps(answer, JSON_COMPACT);

	json_decref(answer);
	nx_conn_send(caller->conn, text, strlen(text));
	nx_conn_send(caller->conn, "\n", 1);
	nx_mem_free(text);      /* jansson's default allocator is malloc() */
}

static json_t *describe_error(const struct nx_error *err)
{
	return json_pack("{s:b, s:{s:s, s:s}}", "ok", 0, "error", "condition", nx_error_stanza_condition(err->kind),
			 "text", err->text);
}

static void answered(void *ctx, json_t *result, const struct nx_error *err)
{
	struct request *request = ctx;
	struct caller *caller = nx_handles_find(request->control->callers, request->caller);

	nx_mem_free(request);
	if (!caller)
		return;
	send_json(caller, err ? describe_error(err) : json_pack("{s:b, s:O}", "ok", 1, "result", result));
}

/* ---- asking ---- */

static void refuse(struct caller *caller, const char *text)
{
	struct nx_error err;

	nx_fail(&err, NX_E_BAD_REQUEST, "%s", text);
	send_json(caller, describe_error(&err));
}

static void take_line(struct caller *caller, const char *line, size_t len)
{
	struct nx_server *server = caller->control->server;
	json_error_t why;
	json_t *json = json_loadb(line, len, 0, &why);
	const char *name = json_string_value(json_object_get(json, "command"));
	json_t *args = json_object_get(json, "args");

	if (!name || (args && !json_is_object(args))) {
		refuse(caller, "a request is one line: {\"command\":\"…\",\"args\":{…}}");
	} else if (strcmp(name, "commands") == 0) {
		send_json(caller, json_pack("{s:b, s:o}", "ok", 1, "result", nx_command_list(server)));
	} else {
		struct request *request = nx_mem_new(sizeof(*request));

		*request = (struct request){ caller->control, caller->id };
		nx_command_run(server, name, args, caller->who, answered, request);
	}
	json_decref(json);
}

static void conn_data(void *ctx, const char *data, size_t len)
{
	struct caller *caller = ctx;
	char *end;

	nx_buf_add(&caller->line, data, len);
	while ((end = memchr(caller->line.data, '\n', caller->line.len))) {
		size_t line_len = (size_t)(end - caller->line.data);

		if (line_len > MAX_LINE)
			break;
		take_line(caller, caller->line.data, line_len);
		nx_secret_wipe(caller->line.data, line_len);    /* it may hold a password */
		nx_buf_consume(&caller->line, line_len + 1);
	}
	if (caller->line.len > MAX_LINE) {
		refuse(caller, "the request is too long");
		nx_conn_close(caller->conn, "request too long", LINGER_MS);
	}
}

static void conn_closed(void *ctx, const char *reason)
{
	struct caller *caller = ctx;

	(void)reason;
	nx_handles_remove(caller->control->callers, caller->id);
	nx_buf_done(&caller->line);
	nx_mem_free(caller);
}

/* ---- who it is ---- */

static bool may_command(int fd, char who[64])
{
	struct ucred cred;
	socklen_t len = sizeof(cred);

	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &cred, &len) < 0)
		return false;
	snprintf(who, 64, "uid=%u pid=%d", (unsigned)cred.uid, (int)cred.pid);
	return cred.uid == 0 || cred.uid == geteuid();
}

static const struct nx_conn_events caller_events = { .data = conn_data, .closed = conn_closed };

static void accepted(void *ctx, int fd, const char *peer)
{
	struct nx_control *control = ctx;
	char who[64] = "";

	(void)peer;
	if (!may_command(fd, who)) {
		nx_log(control->server, NX_WARNING, "control connection refused %s reason=\"only root and the server's own user\"", who);
		close(fd);
		return;
	}
	struct caller *caller = nx_mem_new(sizeof(*caller));
	caller->control = control;
	caller->id = nx_handles_add(control->callers, caller);
	memcpy(caller->who, who, sizeof(who));
	caller->conn = nx_conn_socket_new(control->server->loop, fd, NULL, false, &control->server->log);
	nx_conn_set_events(caller->conn, &caller_events, caller);
	nx_conn_set_wiping(caller->conn, true);
}

/* ---- life ---- */

struct nx_control *nx_control_new(struct nx_server *server, struct nx_error *err)
{
	struct nx_control *control = nx_mem_new(sizeof(*control));
	char *path = nx_pool_printf(server->pool, "%s/%s", server->state_dir, NX_CONTROL_SOCKET);

	control->server = server;
	control->callers = nx_handles_new();
	control->listener = nx_listener_new(server->loop, path, 0, "state_dir", accepted, control, &server->log, err);
	if (!control->listener)
		nx_control_free(&control);
	return control;
}

void nx_control_stop(struct nx_control *control)
{
	uint32_t pos = 0;
	struct caller *caller;

	nx_listener_free(&control->listener);
	while ((caller = nx_handles_next(control->callers, &pos)))
		nx_conn_close(caller->conn, "the server stops", LINGER_MS);
}

void nx_control_free(struct nx_control **control)
{
	if (!*control)
		return;
	nx_listener_free(&(*control)->listener);
	nx_handles_free(&(*control)->callers);
	nx_mem_free(*control);
	*control = NULL;
}

uint32_t nx_control_callers(const struct nx_control *control)
{
	return nx_handles_count(control->callers);
}
