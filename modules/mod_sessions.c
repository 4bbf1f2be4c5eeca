/* mod_sessions: administrators' commands for those who are connected: who they are, and ending a session with a stream error that
 * says why (RFC 6120 section 4.9). */
#include "base/clock.h"
#include "base/handles.h"
#include "core/module.h"
#include "net/conn.h"

#define DEFAULT_REASON "An administrator ended this session"

/* The parameter jid: whose sessions are meant; one of them when it has a resource. */
static bool is_meant(const struct nx_session *sess, const struct nx_jid *jid)
{
	if (!jid)
		return true;
	if (!nx_session_is_bound(sess))
		return false;
	return nx_jid_has_resource(jid) ? nx_jid_eq(&sess->jid, jid) : nx_jid_eq_bare(&sess->jid, jid);
}

/* ---- sessions ---- */

static json_t *since(const struct nx_session *sess)
{
	const struct nx_clock *clock = sess->server->clock;
	char text[NX_DATETIME_SIZE];

	nx_datetime_format(text, nx_clock_wall_ms(clock) - (nx_clock_ms(clock) - sess->opened_ms), false);
	return json_string(text);
}

static json_t *describe(const struct nx_session *sess)
{
	const char *version = nx_conn_tls_version(sess->conn);

	return json_pack("{s:s?, s:s, s:s, s:s?, s:o, s:b, s:o, s:I}",
			 "jid", nx_session_is_bound(sess) ? sess->jid.full : NULL,
			 "address", nx_conn_peer_address(sess->conn), "transport", nx_conn_transport(sess->conn),
			 "tls", version && *version ? version : NULL, "connected_at", since(sess),
			 "available", sess->is_available,
			 "priority", sess->is_available ? json_integer(sess->priority) : json_null(),
			 "stanzas", (json_int_t)sess->stanzas_in);
}

static void sessions_list(struct nx_module *mod, struct nx_call *call)
{
	const struct nx_jid *jid = nx_call_jid(call, "jid");
	json_t *list = json_array();
	struct nx_session *sess;
	unsigned bound = 0;
	uint32_t pos = 0;

	while ((sess = nx_handles_next(mod->server->sessions, &pos))) {
		if (sess->state == NX_SESSION_ENDED || !is_meant(sess, jid))
			continue;
		bound += nx_session_is_bound(sess);
		json_array_append_new(list, describe(sess));
	}
	size_t others = json_array_size(list) - bound;
	if (others > 0)
		nx_call_message(call, "%u %s, and %zu not logged in yet", bound, bound == 1 ? "session" : "sessions", others);
	else
		nx_call_message(call, "%u %s", bound, bound == 1 ? "session" : "sessions");
	json_object_set_new(nx_call_result(call), "sessions", list);
	nx_call_done(call);
}

/* ---- kick ---- */

static unsigned end_sessions(struct nx_server *server, const struct nx_jid *jid, const char *text)
{
	struct nx_session *sess;
	struct nx_error err;
	unsigned count = 0;
	uint32_t pos = 0;

	nx_fail(&err, NX_E_POLICY_VIOLATION, "%s", text);
	while ((sess = nx_handles_next(server->sessions, &pos))) {
		if (sess->state == NX_SESSION_ENDED || !is_meant(sess, jid))
			continue;
		nx_session_end(sess, &err, "kicked");
		count++;
	}
	return count;
}

static void kick(struct nx_module *mod, struct nx_call *call)
{
	const struct nx_jid *jid = nx_call_jid(call, "jid");
	const char *reason = nx_call_str(call, "reason");
	unsigned count = end_sessions(mod->server, jid, reason && *reason ? reason : DEFAULT_REASON);

	if (count == 0) {
		nx_call_fail(call, NX_E_ITEM_NOT_FOUND, "%s is not connected; nexactl sessions lists who is", jid->full);
		return;
	}
	if (count == 1)
		nx_call_message(call, "The session of %s was ended", jid->full);
	else
		nx_call_message(call, "The %u sessions of %s were ended", count, jid->full);
	json_object_set_new(nx_call_result(call), "kicked", json_pack("{s:s, s:i}", "jid", jid->full, "sessions", (int)count));
	nx_call_done(call);
}

/* ---- rows ---- */

static const struct nx_param list_params[] = {
	{ "jid", NX_PARAM_JID, false, "only the sessions of this account" },
	{ 0 }
};
static const struct nx_param kick_params[] = {
	{ "jid", NX_PARAM_JID, true, "name@domain for all sessions of the account, name@domain/resource for one" },
	{ "reason", NX_PARAM_STRING, false, "why; the user is told" },
	{ 0 }
};
static const struct nx_command session_commands[] = {
	{ .name = "sessions", .summary = "Lists who is connected", .params = list_params, .run = sessions_list },
	{ .name = "kick", .summary = "Ends sessions; the account may connect again (see account disable)", .params = kick_params,
	  .run = kick },
	{ 0 }
};

NX_MODULE(sessions) = {
	NX_MODULE_HEAD(sessions),
	.summary = "Administrators' commands for those who are connected",
	.commands = session_commands,
};
