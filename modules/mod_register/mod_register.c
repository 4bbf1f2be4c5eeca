/* mod_register: people make their accounts from a client (XEP-0077), if the option registration lets them: everybody (open), who has an
 * invitation (invite: XEP-0445), or nobody (closed).
 *
 * Before login the client asks for the fields (get), or shows a token first (preauth), and sends name and password (set):
 * registration.c does that. Who cannot register on the stream is told of a web page where accounts are made, if there is one. Errors
 * never return a password. */
#include "mod_register/register.h"

#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "net/conn.h"
#include "service/disco.h"
#include "xml/reader.h"

#define NS_FEATURE "http://jabber.org/features/iq-register"
#define NS_TOKEN_FEATURE "urn:xmpp:ibr-token:0"
#define NS_PREAUTH "urn:xmpp:pars:0"
#define FORM_MS (5 * 60 * 1000)         /* for a person to fill in the form */
#define MAX_TOKEN_BYTES 200

/* A page that a browser opens. */
static int check_page(const char *url, struct nx_error *why)
{
	bool is_web = nx_str_has_prefix(url, "https://") || nx_str_has_prefix(url, "http://");

	return is_web && nx_str_is_uri(url) ? 0 : nx_fail(why, NX_E_CONFIG, "not a web page; write https://school.example/join");
}

static const struct nx_option register_options[] = {
	{ .name = "registration_min_password", .kind = NX_OPT_KIND_INT, .default_int = 8, .min = 1, .max = 1000, .is_per_host = true,
	  .help = "Characters that a password has at least, when it is set from a client" },
	{ .name = "registration_reserved", .kind = NX_OPT_KIND_LIST, .is_per_host = true,
	  .default_text = "abuse,admin,administrator,hostmaster,info,moderator,nexa,noreply,postmaster,root,security,server,support,system,"
		"webmaster",
	  .help = "Names, and what looks like them, that nobody can register from a client" },
	{ .name = "registration_password_change", .kind = NX_OPT_KIND_BOOL, .default_int = true, .max = 1, .is_per_host = true,
	  .help = "Users may change their passwords from a client" },
	{ .name = "registration_removal", .kind = NX_OPT_KIND_BOOL, .default_int = true, .max = 1, .is_per_host = true,
	  .help = "Users may remove their accounts from a client" },
	{ .name = "registration_url", .kind = NX_OPT_KIND_STRING, .is_per_host = true, .check = check_page,
	  .help = "Page where accounts are made, shown to clients that cannot make one: https://school.example/join" },
	NX_OPT_INT("registration_per_address", 10, 1, 100000, "Attempts to register from one address within registration_window"),
	NX_OPT_INT("registration_total", 200, 1, 1000000, "Attempts to register from everywhere within registration_window"),
	NX_OPT_PERIOD("registration_window", 3600, 60, 86400 * 7, "Time after which attempts to register are forgotten"),
	NX_OPT_END
};

static const struct nx_statement register_statements[] = {
	[NAME_MISSING] = { "register.name_missing",
		"SELECT u.local FROM users u LEFT JOIN name_skeletons s ON s.host = u.host AND s.local = u.local "
		"WHERE u.host = $1 AND u.local > $2 AND s.local IS NULL ORDER BY u.local LIMIT 500" },
	[NAME_ADD] = { "register.name_add",
		"INSERT INTO name_skeletons (host, local, skeleton) SELECT host, local, $3 FROM users WHERE host = $1 AND local = $2 "
		"ON CONFLICT (host, local) DO NOTHING" },
	[NAME_FIND] = { "register.name_find", "SELECT local FROM name_skeletons WHERE host = $1 AND skeleton = $2 LIMIT 1" },
	[INVITE_ADD] = { "register.invite_add",
		"INSERT INTO invites (id, host, token_hash, created_by, created_at, expires_at, uses_left) "
		"VALUES ($1, $2, $3, $4, $5, $6, $7)" },
	[INVITE_PURGE] = { "register.invite_purge", "DELETE FROM invites WHERE expires_at < $1" },
	[INVITE_FIND] = { "register.invite_find",
		"SELECT id FROM invites WHERE host = $1 AND token_hash = $2 AND uses_left > 0 AND expires_at > $3" },
	/* One too many breaks the table's check, and with it the job. */
	[INVITE_USE] = { "register.invite_use", "UPDATE invites SET uses_left = uses_left - 1 WHERE host = $1 AND token_hash = $2" },
	[INVITE_LIST] = { "register.invite_list",
		"SELECT id, host, created_by, created_at, expires_at, uses_left FROM invites "
		"WHERE uses_left > 0 AND expires_at > $1 AND host = $2 ORDER BY id" },
	[INVITE_LIST_ALL] = { "register.invite_list_all",
		"SELECT id, host, created_by, created_at, expires_at, uses_left FROM invites "
		"WHERE uses_left > 0 AND expires_at > $1 ORDER BY id" },
	[INVITE_REVOKE] = { "register.invite_revoke", "UPDATE invites SET uses_left = 0 WHERE id = $1 AND uses_left > 0" },
	{ NULL, NULL }
};

struct guest *guest_of(struct nx_module *mod, struct nx_session *sess)
{
	struct guest *guest = nx_slot_get(&sess->slots, mod);

	if (!guest) {
		guest = NX_NEW(sess->pool, struct guest);
		nx_slot_set(&sess->slots, mod, guest);
	}
	return guest;
}

/* ---- policy ---- */

static const char *policy_of(const struct nx_host *host)
{
	return nx_conf_str(host->server->conf, host->name, "registration");
}

static bool is_closed(const struct nx_host *host)
{
	return nx_str_eq(policy_of(host), "closed");
}

/* The page where accounts are made; NULL: none. */
static const char *url_of(const struct nx_host *host)
{
	const char *url = nx_conf_str(host->server->conf, host->name, "registration_url");

	return url && *url ? url : NULL;
}

static bool is_private(const struct nx_session *sess)
{
	return nx_conn_is_secure(sess->conn) || nx_conf_bool(sess->server->conf, sess->host->name, "allow_plaintext");
}

/* May this stream register at all? Sections 3.1 and 11. */
static int check_stream(struct nx_module *mod, struct nx_session *sess, struct nx_error *err)
{
	const struct guest *guest = guest_of(mod, sess);

	if (is_closed(sess->host))
		return nx_fail(err, NX_E_SERVICE_UNAVAILABLE, "Accounts are made by the administrator here");
	if (!is_private(sess))
		return nx_fail(err, NX_E_NOT_AUTHORIZED, "Registering needs TLS: switch encryption on in your client");
	if (guest->is_registered)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "You have registered already: log in now");
	if (!nx_str_eq(policy_of(sess->host), "open") && !*guest->token_hash)
		return nx_fail(err, NX_E_NOT_ALLOWED, "Registering needs an invitation");
	return 0;
}

int register_check_password(const struct nx_host *host, const char *local, const char *password, struct nx_error *err)
{
	int64_t min = nx_conf_int(host->server->conf, host->name, "registration_min_password");

	if (nx_utf8_count(password) < (size_t)min)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "A password has at least %lld characters", (long long)min);
	if (nx_str_eq(password, local))
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "The password must not be the name");
	return 0;
}

int register_check_pace(struct nx_module *mod, const struct nx_session *sess, struct nx_error *err)
{
	struct registrar *reg = mod->data;

	/* Section 3.1.1. */
	if (attempts_are_too_many(reg->attempts, nx_conn_peer_address(sess->conn)))
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "Too many attempts to register; try again later");
	return 0;
}

/* ---- answers before login ---- */

const char *register_code(enum nx_error_kind kind)
{
	static const struct { enum nx_error_kind kind; const char *code; } rows[] = {
		{ NX_E_BAD_REQUEST, "400" }, { NX_E_CONFLICT, "409" }, { NX_E_ITEM_NOT_FOUND, "404" }, { NX_E_NOT_ACCEPTABLE, "406" },
		{ NX_E_NOT_ALLOWED, "405" }, { NX_E_NOT_AUTHORIZED, "401" }, { NX_E_REGISTRATION_REQUIRED, "407" },
		{ NX_E_SERVICE_UNAVAILABLE, "503" }, { NX_E_UNEXPECTED_REQUEST, "400" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].kind == kind)
			return rows[i].code;
	}
	return "500";
}

/* The request as far as answers need it. */
static struct nx_xml *echo_of(struct nx_pool *pool, const struct nx_session *sess, const char *id)
{
	struct nx_xml *iq = nx_xml_new(pool, NX_NS_CLIENT, "iq");

	nx_xml_set(iq, "id", id);
	nx_xml_set(iq, "to", sess->host->name);
	return iq;
}

void register_answer(struct nx_session *sess, struct nx_pool *pool, const char *id, struct nx_xml *query)
{
	struct nx_xml *reply = nx_stanza_result(pool, echo_of(pool, sess, id));

	if (query)
		nx_xml_append(reply, query);
	nx_session_write(sess, reply);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}

/* The error to iq id, with query (NULL: none) in front of it. Gives the pool back. */
static void refuse_with(struct nx_session *sess, struct nx_pool *pool, const char *id, const struct nx_error *err, struct nx_xml *query)
{
	struct nx_xml *reply = nx_stanza_error(pool, echo_of(pool, sess, id), err);
	struct nx_xml *error = nx_xml_child(reply, NX_NS_CLIENT, "error");

	nx_xml_set(error, "code", register_code(err->kind));
	if (query) {
		nx_xml_remove(error);
		nx_xml_append(reply, query);
		nx_xml_append(reply, error);
	}
	nx_session_write(sess, reply);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}

static void refuse(struct nx_session *sess, const char *id, const struct nx_error *err)
{
	refuse_with(sess, nx_event_pool(sess->server), id, err, NULL);
}

/* ---- the fields ---- */

static struct nx_xml *query_of(struct nx_pool *pool, const struct nx_session *sess, const char *username)
{
	struct nx_xml *query = nx_xml_new(pool, NX_NS_REGISTER, "query");
	int64_t min = nx_conf_int(sess->server->conf, sess->host->name, "registration_min_password");

	register_add_fields(query, nx_pool_printf(pool, "Choose a name and a password of at least %lld characters for %s.",
						  (long long)min, sess->host->name), username);
	return query;
}

static void give_fields(struct nx_module *mod, struct nx_session *sess, const char *id)
{
	struct guest *guest = guest_of(mod, sess);
	struct nx_pool *pool = nx_event_pool(sess->server);

	/* Once: nobody sits here for ever. */
	if (!guest->has_asked)
		nx_session_extend_login(sess, FORM_MS);
	guest->has_asked = true;
	register_answer(sess, pool, id, query_of(pool, sess, NULL));
}

void register_refuse_form(struct nx_session *sess, const char *id, const struct nx_error *err, const char *username)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	bool can_mend = err->kind == NX_E_NOT_ACCEPTABLE || err->kind == NX_E_CONFLICT;

	refuse_with(sess, pool, id, err, can_mend ? query_of(pool, sess, username) : NULL);
}

/* Section 5: where accounts are made instead, for who cannot make one on this stream; NULL: no such place. */
static const char *redirect_of(struct nx_module *mod, struct nx_session *sess)
{
	if (nx_str_eq(policy_of(sess->host), "open") || (!is_closed(sess->host) && *guest_of(mod, sess)->token_hash))
		return NULL;
	return url_of(sess->host);
}

static void redirect(struct nx_session *sess, const char *id, const char *url)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_xml *query = nx_xml_new(pool, NX_NS_REGISTER, "query");

	register_add_redirect(query, url);
	register_answer(sess, pool, id, query);
}

/* ---- invitations, XEP-0445 section 4 ---- */

struct preauth {
	struct nx_link link;            /* in registrar.asked */
	struct nx_module *mod;
	struct nx_pool *pool;
	uint64_t sess_id;
	const char *id;
	char hash[TOKEN_HASH_SIZE];
	bool is_found;
};

static void preauth_row(void *ctx, const struct nx_row *row)
{
	(void)row;
	((struct preauth *)ctx)->is_found = true;
}

static void preauth_done(void *ctx, const struct nx_result *result)
{
	struct preauth *preauth = ctx;
	struct registrar *reg = preauth->mod->data;
	struct nx_session *sess = nx_server_find_session(preauth->mod->server, preauth->sess_id);
	struct nx_pool *pool = preauth->pool;
	struct nx_error err;

	if (sess && preauth->is_found && !result->err) {
		nx_str_copy(guest_of(preauth->mod, sess)->token_hash, TOKEN_HASH_SIZE, preauth->hash);
		register_answer(sess, nx_event_pool(sess->server), preauth->id, NULL);
	} else if (sess) {
		attempts_note(reg->attempts, nx_conn_peer_address(sess->conn));
		nx_fail(&err, result->err ? NX_E_INTERNAL : NX_E_ITEM_NOT_FOUND, "The invitation is not valid, or not any more");
		refuse(sess, preauth->id, &err);
	}
	if (sess)
		nx_session_unhold(sess);
	nx_list_remove(&preauth->link);
	nx_pool_free(&pool);
}

static int check_preauth(struct nx_module *mod, const struct nx_session *sess, const char *token, struct nx_error *err)
{
	if (is_closed(sess->host))
		return nx_fail(err, NX_E_SERVICE_UNAVAILABLE, "Accounts are made by the administrator here");
	if (!is_private(sess))
		return nx_fail(err, NX_E_NOT_AUTHORIZED, "Registering needs TLS: switch encryption on in your client");
	if (!token || !*token || strlen(token) > MAX_TOKEN_BYTES)
		return nx_fail(err, NX_E_ITEM_NOT_FOUND, "The invitation is not valid, or not any more");
	return register_check_pace(mod, sess, err);
}

static void take_preauth(struct nx_module *mod, struct nx_session *sess, const char *id, const char *token)
{
	struct registrar *reg = mod->data;
	struct nx_error err;

	if (check_preauth(mod, sess, token, &err) < 0) {
		refuse(sess, id, &err);
		return;
	}
	struct nx_pool *pool = nx_pool_new("preauth", 512);
	struct preauth *preauth = NX_NEW(pool, struct preauth);

	*preauth = (struct preauth){ .mod = mod, .pool = pool, .sess_id = sess->id, .id = nx_pool_strdup(pool, id) };
	invite_hash(preauth->hash, token);
	nx_list_append(&reg->asked, &preauth->link);
	nx_session_hold(sess);
	nx_store_query(mod->server->store, &reg->owner, preauth_row, preauth_done, preauth, mod->statements, INVITE_FIND, "ssi",
		       sess->host->name, preauth->hash, nx_clock_wall_ms(mod->server->clock));
}

/* ---- iqs before login ---- */

static bool is_for_host(const struct nx_session *sess, const struct nx_xml *iq)
{
	const char *to = nx_xml_attr(iq, "to");
	struct nx_jid jid;

	return !to || (nx_jid_parse(iq->pool, to, &jid, NULL) == 0 && nx_jid_eq(&jid, &sess->host->jid));
}

static enum nx_verdict early_iq(struct nx_module *mod, struct nx_session *sess, const struct nx_xml *iq)
{
	const struct nx_xml *query = nx_xml_child(iq, NX_NS_REGISTER, "query"), *preauth = nx_xml_child(iq, NS_PREAUTH, "preauth");
	const char *id = nx_xml_attr(iq, "id");
	bool is_get = nx_str_eq(nx_xml_attr(iq, "type"), "get");
	struct nx_error err;

	if (!query && (!preauth || is_get))
		return NX_PASS;
	if (!id || !*id || !is_for_host(sess, iq)) {
		nx_fail(&err, NX_E_BAD_REQUEST, "The request needs an id, and no other address than the server's");
		refuse(sess, id, &err);
	} else if (!query) {
		take_preauth(mod, sess, id, nx_xml_attr(preauth, "token"));
	} else if (is_get && redirect_of(mod, sess)) {
		redirect(sess, id, redirect_of(mod, sess));
	} else if (check_stream(mod, sess, &err) < 0) {
		refuse(sess, id, &err);
	} else if (is_get) {
		give_fields(mod, sess, id);
	} else {
		registration_begin(mod, sess, id, query);
	}
	return NX_DONE;
}

/* ---- discovery ---- */

/* XEP-0077 section 8, XEP-0445 section 3. */
static void login_features(struct nx_module *mod, struct nx_session *sess, struct nx_xml *features)
{
	(void)mod;
	if (!is_closed(sess->host))
		nx_xml_add(features, NS_TOKEN_FEATURE, "register");
	if (!is_closed(sess->host) || url_of(sess->host))
		nx_xml_add(features, NS_FEATURE, "register");
}

/* Section 10: also for those who are logged in and want another password. */
static void disco_info(struct nx_module *mod, struct nx_host *host, struct nx_account *account, const char *node, struct nx_xml *query)
{
	(void)mod;
	if (account || node || (is_closed(host) && !nx_conf_bool(host->server->conf, host->name, "registration_password_change") &&
				!nx_conf_bool(host->server->conf, host->name, "registration_removal")))
		return;
	nx_disco_add_feature(query, NX_NS_REGISTER);
}

/* ---- the module ---- */

static int register_start(struct nx_module *mod, struct nx_error *err)
{
	struct registrar *reg = NX_NEW(mod->pool, struct registrar);

	(void)err;
	nx_owner_init(&reg->owner);
	nx_list_init(&reg->under_way);
	nx_list_init(&reg->asked);
	reg->looks = nx_looks_new();
	reg->attempts = attempts_new(mod->server);
	mod->data = reg;
	return 0;
}

static void register_stop(struct nx_module *mod)
{
	struct registrar *reg = mod->data;
	struct preauth *preauth;

	nx_owner_done(&reg->owner);
	registration_drop_all(reg);
	NX_LIST_EACH(&reg->asked, struct preauth, link, preauth) {
		struct nx_pool *pool = preauth->pool;

		nx_pool_free(&pool);
	}
	attempts_free(&reg->attempts);
	nx_looks_free(&reg->looks);
}

static const struct nx_hook register_hooks[] = {
	NX_DECIDE(HANDLE, unauthenticated_iq, early_iq),
	NX_COLLECT(account_creating, register_add_name),
	NX_COLLECT(login_features, login_features),
	NX_COLLECT(disco_info, disco_info),
	NX_HOOKS_END
};

NX_MODULE(register) = {
	NX_MODULE_HEAD(register),
	.summary = "People register accounts, change passwords and leave from a client", .xeps = "0066, 0077, 0445",
	.options = register_options, .iq = register_iq, .hooks = register_hooks, .statements = register_statements,
	.commands = invite_commands, .start = register_start, .stop = register_stop,
};
