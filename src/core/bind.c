/* Resource binding: an authenticated stream becomes a session (RFC 6120 section 7). */
#include "core/session.h"

#include <string.h>

#include "base/error.h"
#include "base/rand.h"
#include "core/module.h"
#include "core/negotiate.h"
#include "core/session_private.h"
#include "net/conn.h"
#include "xml/reader.h"
#include "xmpp/stream.h"

/* Lives in a pool of its own: the account may be ready after the session has gone. */
struct binding {
	struct nx_pool *pool;
	struct nx_server *server;
	uint64_t sess_id;
	const char *resource;           /* NULL: the server makes one */
	const char *iq_id;
};

static void send_bind_result(struct nx_session *sess, const char *iq_id)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_xml *iq = nx_xml_new(pool, NX_NS_CLIENT, "iq");

	nx_xml_set(iq, "type", "result");
	nx_xml_set(iq, "id", iq_id);
	nx_xml_add_text(nx_xml_add(iq, NX_NS_BIND, "bind"), "jid", sess->jid.full);
	nx_session_write(sess, iq);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}

/* RFC 6120 section 7.7.2.2: somebody has this resource. The policy is an option; true when binding may go on. */
static bool settle_conflict(struct nx_session *sess, struct nx_account *account, struct binding *binding)
{
	const char *policy = nx_conf_str(sess->server->conf, sess->host->name, "resource_conflict");
	struct nx_session *other = nx_account_session(account, binding->resource, strlen(binding->resource));
	struct nx_error err;

	if (!other)
		return true;
	if (nx_str_eq(policy, "refuse")) {
		nx_negotiate_refuse_bind(sess, binding->iq_id, NX_E_CONFLICT, "This resource is connected already");
		return false;
	}
	if (nx_str_eq(policy, "rename")) {
		binding->resource = NULL;
		return true;
	}
	nx_fail(&err, NX_E_CONFLICT, "The same account has connected with the same resource");
	nx_session_end(other, &err, "replaced by a new session");
	return true;
}

#define MADE_RESOURCE_LEN 12

static void make_resource(const struct nx_account *account, struct binding *binding)
{
	char *name = nx_pool_alloc(binding->pool, MADE_RESOURCE_LEN + 1);

	do
		nx_rand_name(name, MADE_RESOURCE_LEN);
	while (nx_account_session(account, name, MADE_RESOURCE_LEN));
	binding->resource = name;
}

static bool has_room(const struct nx_session *sess, const struct nx_account *account)
{
	return account->session_count < (unsigned)nx_conf_int(sess->server->conf, sess->host->name, "max_resources");
}

static void bind_now(struct nx_session *sess, struct nx_account *account, struct binding *binding)
{
	if (binding->resource && !settle_conflict(sess, account, binding))
		return;
	if (!has_room(sess, account)) {
		nx_negotiate_refuse_bind(sess, binding->iq_id, NX_E_RESOURCE_CONSTRAINT,
					 "This account is connected from too many places; log out somewhere");
		return;
	}
	if (!binding->resource)
		make_resource(account, binding);
	sess->jid = nx_jid_join(sess->pool, account->local, sess->host->name, binding->resource);
	nx_negotiate_end(sess);
	sess->state = NX_SESSION_BOUND;
	nx_list_append(&account->sessions, &sess->in_account);
	account->session_count++;
	nx_session_name_log(sess);
	nx_stream_set_limits(sess->stream, &sess->server->limits);
	nx_pace_watch_silence(sess);
	send_bind_result(sess, binding->iq_id);
	nx_log(sess, NX_INFO, "bound transport=%s", nx_conn_transport(sess->conn));
	NX_FIRE(sess->server, session_bound, sess);
}

static void refuse_account(struct nx_session *sess, const struct nx_account *account)
{
	struct nx_error err;

	if (account->load_failed)
		nx_fail(&err, NX_E_INTERNAL, "The server cannot read its database; try again later");
	else if (nx_account_check_expiry(account->host, account->expires_at_ms, &err) == 0)
		nx_fail(&err, NX_E_NOT_AUTHORIZED, "This account was removed or disabled");
	nx_session_end(sess, &err, "account is not usable");
}

static void account_ready(void *ctx, struct nx_account *account)
{
	struct binding *binding = ctx;
	struct nx_session *sess = nx_server_find_session(binding->server, binding->sess_id);

	if (sess && sess->state == NX_SESSION_NEGOTIATING) {
		nx_session_unhold(sess);
		sess->account = account;
		if (account->state == NX_ACCOUNT_READY && !account->is_disabled &&
		    nx_account_check_expiry(account->host, account->expires_at_ms, NULL) == 0)
			bind_now(sess, account, binding);
		else
			refuse_account(sess, account);
	}
	if (!sess || !nx_session_is_bound(sess)) {
		if (sess)
			sess->account = NULL;
		nx_account_unref(&account);
	}
	struct nx_pool *pool = binding->pool;
	nx_pool_free(&pool);
}

void nx_session_bind(struct nx_session *sess, const char *local, const char *resource, const char *iq_id)
{
	struct nx_pool *pool = nx_pool_new("binding", 512);
	struct binding *binding = NX_NEW(pool, struct binding);

	binding->pool = pool;
	binding->server = sess->server;
	binding->sess_id = sess->id;
	binding->resource = nx_pool_strdup(pool, resource);
	binding->iq_id = nx_pool_strdup(pool, iq_id);
	nx_session_hold(sess);
	nx_account_get(sess->host, local, strlen(local), account_ready, binding);
}
