/* One attempt to log in (core/login.h).
 *
 * SCRAM: client-first → the user's keys are found or fetched (core/keyring.h) → challenge → client-final → verified on the loop (3.5 µs).
 * EXTERNAL: the certificate's account is chosen (core/external.h) → found or fetched → verdict.
 * PLAIN: message → keys found or fetched → derived and compared on a worker (2.3 ms) → verdict.
 * The pool of a login is wiped at its end: password, keys and proofs are in there.
 * A login that is freed while the store or a worker is busy with it is only marked; the answer finds the mark. */
#include "core/login.h"

#include <string.h>

#include "base/assert.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/workers.h"
#include "core/external.h"
#include "core/guests.h"
#include "core/keyring.h"
#include "core/mechanisms.h"
#include "core/module.h"
#include "core/negotiate.h"
#include "core/throttle.h"
#include "core/users.h"
#include "net/conn.h"
#include "xmpp/scram.h"

enum step { WANTS_FIRST, FETCHING, WANTS_FINAL, DERIVING, OVER };

struct nx_login {
	struct nx_session *sess;        /* NULL: freed, only an answer is awaited */
	struct nx_pool *pool;
	struct nx_owner owner;          /* of the store's call-backs */
	struct nx_work work;            /* of the derivation */
	enum nx_mechanism mechanism;
	const char *mechanism_name;
	const char *const *offered;     /* mechanisms, when it began */
	enum step step;
	int64_t began_us;
	struct nx_scram *scram;
	struct nx_channel_binding bindings[NX_BINDING_TYPES];
	size_t binding_count;
	const char *local;              /* normalised */
	struct nx_jid jid;              /* bare */
	const char *account;            /* the same as text, for throttle and log */
	char *password;                 /* PLAIN: prepared */
	struct nx_account *guest;       /* ANONYMOUS: a reference */
	struct nx_credentials cred;
	struct nx_scram_keys keys;      /* PLAIN: those that the password is checked against */
	bool matches;
	bool holds_sess;                /* while store or worker is busy, what the client sends next has to wait */
};

/* ---- outcomes ---- */

static void start_waiting(struct nx_login *login)
{
	if (login->holds_sess)
		return;
	login->holds_sess = true;
	nx_session_hold(login->sess);
}

static void stop_waiting(struct nx_login *login)
{
	if (login->holds_sess)
		nx_session_unhold(login->sess);
	login->holds_sess = false;
}

static void count_outcome(const struct nx_login *login, uint64_t outcomes[NX_MECHANISMS])
{
	struct nx_server *server = login->sess->server;

	outcomes[login->mechanism]++;
	nx_histogram_add(&server->counts.login_times[login->mechanism], nx_clock_us(server->clock) - login->began_us);
}

static void fail_login(struct nx_login *login, const struct nx_error *err)
{
	count_outcome(login, login->sess->server->counts.login_failures);
	login->step = OVER;
	stop_waiting(login);
	nx_negotiate_login_failed(login->sess, err);
}

static void fail(struct nx_login *login, enum nx_error_kind kind, const char *text)
{
	struct nx_error err;

	nx_fail(&err, kind, "%s", text);
	fail_login(login, &err);
}

static void wrong_password(struct nx_login *login)
{
	struct nx_server *server = login->sess->server;

	server->counts.wrong_passwords++;
	nx_throttle_note_failure(server->throttle, nx_conn_peer_address(login->sess->conn), login->account);
	nx_log(login->sess, NX_WARNING, "login failed account=%s mechanism=%s address=%s reason=\"wrong name or password\"",
	       login->account, login->mechanism_name, nx_conn_peer_address(login->sess->conn));
	fail(login, NX_E_NOT_AUTHORIZED, "The user name or the password is wrong");
}

/* 0, or -1 and the reason. An account whose time is over is as good as disabled (RFC 6120 section 6.5.2: "temporarily"; an administrator can
 * prolong it). Not credentials-expired (6.5.3): clients would ask for another password, which changes nothing. */
static int may_be_connected(const struct nx_login *login, struct nx_error *err)
{
	struct nx_host *host = login->sess->host;
	const struct nx_credentials *cred = &login->cred;
	const struct nx_handlers *handlers = &host->server->hooks.by_id[NX_HOOK_login];
	bool is_admin = cred->is_admin || nx_account_is_named_admin(host, &login->jid);

	if (cred->is_disabled)
		return nx_fail(err, NX_E_SASL_ACCOUNT_DISABLED, "This account is disabled%s%s",
			       *cred->disabled_reason ? ": " : "; ask the administrator", cred->disabled_reason);
	if (nx_account_check_expiry(host, cred->expires_at_ms, err) < 0) {
		err->kind = NX_E_SASL_ACCOUNT_DISABLED;
		return -1;
	}
	for (size_t i = 0; i < handlers->count; i++) {
		if (handlers->list[i].fn.login(handlers->list[i].mod, host, &login->jid, is_admin, err) == NX_REFUSE)
			return -1;
	}
	return 0;
}

/* Called when the password is known to be right: only its owner learns that the account is disabled. */
static void succeed(struct nx_login *login, const struct nx_buf *data)
{
	struct nx_server *server = login->sess->server;
	struct nx_error err;

	if (!nx_negotiate_is_expected(login->sess, login->local)) {
		nx_log(login->sess, NX_WARNING, "login refused account=%s reason=\"another address was announced\"", login->account);
		nx_fail(&err, NX_E_INVALID_FROM, "The stream was opened for another address");
		nx_session_end(login->sess, &err, "login as somebody else than announced");
		return;
	}
	if (may_be_connected(login, &err) < 0) {
		nx_log(login->sess, NX_INFO, "login refused account=%s reason=\"%s\"", login->account, err.text);
		fail_login(login, &err);
		return;
	}
	login->step = OVER;
	stop_waiting(login);
	count_outcome(login, server->counts.logins);
	if (login->guest) {
		nx_negotiate_take_guest(login->sess, &login->guest);
	} else {
		nx_throttle_note_success(server->throttle, nx_conn_peer_address(login->sess->conn), login->account);
		nx_users_note_login(login->sess->host, login->local);
	}
	nx_negotiate_logged_in(login->sess, login->local, login->mechanism_name, data);
}

/* ---- who it is ---- */

static void name_account(struct nx_login *login)
{
	login->jid = nx_jid_join(login->pool, login->local, login->sess->host->name, NULL);
	login->account = login->jid.full;
}

/* 0, or -1 after the failure has been sent. */
static int take_name(struct nx_login *login, const char *username, const char *authzid)
{
	struct nx_session *sess = login->sess;
	const char *address = nx_conn_peer_address(sess->conn);
	struct nx_jid authz;
	struct nx_error err;

	login->local = nx_jid_prep_local(login->pool, username, &err);
	if (!login->local) {
		fail(login, NX_E_NOT_AUTHORIZED, "The user name or the password is wrong");
		return -1;
	}
	name_account(login);
	/* RFC 6120 section 6.3.8: nobody acts for somebody else; the own bare JID is tolerated. */
	if (authzid && (nx_jid_parse(login->pool, authzid, &authz, NULL) < 0 || !nx_str_eq(authz.full, login->account))) {
		fail(login, NX_E_SASL_INVALID_AUTHZID, "You cannot log in as somebody else");
		return -1;
	}
	int64_t wait = nx_throttle_wait_secs(sess->server->throttle, address, login->account);
	if (wait > 0) {
		nx_log(sess, NX_WARNING, "login refused account=%s address=%s reason=\"too many failures\" wait_secs=%lld",
		       login->account, address, (long long)wait);
		nx_fail(&err, NX_E_SASL_TEMPORARY_FAILURE, "Too many wrong passwords; try again in %lld seconds", (long long)wait);
		fail_login(login, &err);
		return -1;
	}
	return 0;
}

static enum nx_scram_hash hash_of(enum nx_mechanism mechanism)
{
	return mechanism == NX_MECHANISM_SCRAM_SHA1 || mechanism == NX_MECHANISM_SCRAM_SHA1_PLUS ? NX_SCRAM_SHA1 : NX_SCRAM_SHA256;
}

static void choose_keys(struct nx_login *login, enum nx_scram_hash hash, struct nx_scram_keys *keys_r)
{
	nx_keyring_choose(login->sess->server->keyring, login->sess->host, login->local, &login->cred, hash, keys_r);
}

/* ---- SCRAM ---- */

static void scram_keys_fetched(struct nx_login *login)
{
	struct nx_scram_keys keys;
	struct nx_buf server_first = NX_BUF_INIT;

	choose_keys(login, hash_of(login->mechanism), &keys);
	nx_scram_challenge(login->scram, &keys, &server_first);
	login->step = WANTS_FINAL;
	stop_waiting(login);
	nx_negotiate_challenge(login->sess, &server_first);
	nx_buf_done(&server_first);
}

static bool has_plus(const char *const *mechanisms)
{
	for (; *mechanisms; mechanisms++) {
		if (nx_str_has_suffix(*mechanisms, "-PLUS"))
			return true;
	}
	return false;
}

static struct nx_scram *make_scram(struct nx_login *login)
{
	const char *const *bindings = nx_bindings_offered(login->sess, login->pool);

	if (nx_mechanism_is_plus(login->mechanism))
		login->binding_count = nx_bindings_take(login->sess, login->pool, login->bindings);
	return nx_scram_new(hash_of(login->mechanism), nx_mechanism_is_plus(login->mechanism), has_plus(login->offered), login->bindings,
			    login->binding_count, nx_ssdp_string(login->pool, login->offered, bindings));
}

static void scram_final(struct nx_login *login, const char *data, size_t len)
{
	struct nx_buf server_final = NX_BUF_INIT;
	struct nx_error err;

	if (nx_scram_final(login->scram, data, len, &server_final, &err) == 0)
		succeed(login, &server_final);
	else if (err.kind == NX_E_NOT_AUTHORIZED)
		wrong_password(login);
	else
		fail_login(login, &err);
	nx_buf_done(&server_final);
}

/* ---- PLAIN ---- */

static void login_destroy(struct nx_login *login);

/* On a worker: touches the login's own memory only. */
static void derive(struct nx_work *work)
{
	struct nx_login *login = NX_CONTAINER(work, struct nx_login, work);

	login->matches = nx_scram_password_matches(&login->keys, login->password);
}

/* The only moment at which the server knows a password: keys that are missing or weaker than today's are made now. */
static void renew_keys(struct nx_login *login)
{
	uint32_t wanted = (uint32_t)nx_conf_int(login->sess->server->conf, NULL, "scram_iterations");
	bool is_due = false;

	for (unsigned i = 0; i < NX_SCRAM_HASHES; i++)
		is_due = is_due || !login->cred.has_keys[i] || login->cred.keys[i].iterations < wanted;
	if (is_due)
		nx_users_renew_keys(login->sess->host, login->local, login->password, &login->keys);
}

static void derived(struct nx_work *work)
{
	struct nx_login *login = NX_CONTAINER(work, struct nx_login, work);

	login->step = OVER;
	if (!login->sess) {
		login_destroy(login);
	} else if (login->matches && login->cred.found) {
		renew_keys(login);
		succeed(login, NULL);
	} else {
		wrong_password(login);
	}
}

static void plain_keys_fetched(struct nx_login *login)
{
	bool has_sha1_only = login->cred.has_keys[NX_SCRAM_SHA1] && !login->cred.has_keys[NX_SCRAM_SHA256];

	choose_keys(login, has_sha1_only ? NX_SCRAM_SHA1 : NX_SCRAM_SHA256, &login->keys);
	login->work.run = derive;
	login->work.done = derived;
	login->step = DERIVING;
	start_waiting(login);
	if (nx_workers_submit(login->sess->server->workers, &login->work) < 0)
		fail(login, NX_E_SASL_TEMPORARY_FAILURE, "The server is busy; try again in a moment");
}

/* ---- EXTERNAL ---- */

static void external_account_found(struct nx_login *login)
{
	if (login->cred.found)
		succeed(login, NULL);
	else
		fail(login, NX_E_NOT_AUTHORIZED, "The account was removed");
}

/* ---- messages ---- */

static void take_credentials(struct nx_login *login, const struct nx_credentials *cred)
{
	login->cred = *cred;
	switch (login->mechanism) {
	case NX_MECHANISM_EXTERNAL:
		external_account_found(login);
		return;
	case NX_MECHANISM_PLAIN:
		plain_keys_fetched(login);
		return;
	case NX_MECHANISM_UNKNOWN:
	case NX_MECHANISM_ANONYMOUS:
		break;          /* have none */
	case NX_MECHANISM_SCRAM_SHA1:
	case NX_MECHANISM_SCRAM_SHA1_PLUS:
	case NX_MECHANISM_SCRAM_SHA256:
	case NX_MECHANISM_SCRAM_SHA256_PLUS:
		scram_keys_fetched(login);
		return;
	}
	nx_unreachable();
}

static void fetched(void *ctx, const struct nx_credentials *cred, const struct nx_error *err)
{
	struct nx_login *login = ctx;

	if (err)
		fail(login, NX_E_SASL_TEMPORARY_FAILURE, "The server cannot read its accounts; try again later");
	else
		take_credentials(login, cred);
}

static void look_up(struct nx_login *login)
{
	struct nx_keyring *keyring = login->sess->server->keyring;
	const struct nx_credentials *cred = nx_keyring_find(keyring, login->sess->host, login->local);

	if (cred) {
		take_credentials(login, cred);
		return;
	}
	login->step = FETCHING;
	start_waiting(login);
	nx_keyring_fetch(keyring, login->sess->host, login->local, login->pool, &login->owner, fetched, login);
}

/* RFC 4422 appendix A: the message is the authorization identity, or empty. */
static void take_external(struct nx_login *login, const char *data, size_t len)
{
	const struct nx_external *external = nx_negotiate_external(login->sess);
	struct nx_error err;

	if (memchr(data, '\0', len) || !nx_utf8_is_valid(data, len)) {
		fail(login, NX_E_SASL_MALFORMED_REQUEST, "EXTERNAL: the message is not text in UTF-8");
		return;
	}
	login->local = nx_external_choose(external, nx_pool_strndup(login->pool, data, len), &err);
	if (!login->local) {
		fail_login(login, &err);
		return;
	}
	name_account(login);
	look_up(login);
}

static void take_name_and_proof(struct nx_login *login, const char *data, size_t len)
{
	const char *username, *authzid;
	char *password = NULL;
	struct nx_error err;
	int rc;

	if (login->mechanism == NX_MECHANISM_PLAIN) {
		rc = nx_plain_parse(login->pool, data, len, &authzid, &username, &password, &err);
	} else {
		login->scram = make_scram(login);
		rc = nx_scram_first(login->scram, data, len, &username, &authzid, &err);
	}
	if (rc < 0) {
		fail_login(login, &err);
		return;
	}
	if (password) {
		login->password = nx_scram_prep_password(login->pool, password, &err);
		if (!login->password) {
			fail(login, NX_E_NOT_AUTHORIZED, "The user name or the password is wrong");
			return;
		}
	}
	if (take_name(login, username, authzid) == 0)
		look_up(login);
}

/* RFC 4505 section 2: up to 255 characters say who it is, "for tracing". XEP-0175 section 3: they are used for nothing else; nor for that. */
#define MAX_TRACE_BYTES (4 * 255)

static void take_guest(struct nx_login *login, const char *data, size_t len)
{
	struct nx_error err;

	if (len > MAX_TRACE_BYTES || memchr(data, '\0', len) || !nx_utf8_is_valid(data, len)) {
		fail(login, NX_E_SASL_MALFORMED_REQUEST, "ANONYMOUS: the message is not text of up to 255 characters");
		return;
	}
	login->guest = nx_guest_admit(login->sess, &err);
	if (!login->guest) {
		nx_log(login->sess, NX_INFO, "guest refused reason=\"%s\"", err.text);
		fail_login(login, &err);
		return;
	}
	login->local = login->guest->local;
	name_account(login);
	succeed(login, NULL);
}

static void take_first(struct nx_login *login, const char *data, size_t len)
{
	if (login->mechanism == NX_MECHANISM_EXTERNAL)
		take_external(login, data, len);
	else if (login->mechanism == NX_MECHANISM_ANONYMOUS)
		take_guest(login, data, len);
	else
		take_name_and_proof(login, data, len);
}

void nx_login_respond(struct nx_login *login, const char *data, size_t len)
{
	switch (login->step) {
	case WANTS_FIRST:
		take_first(login, data, len);
		return;
	case WANTS_FINAL:
		scram_final(login, data, len);
		return;
	case FETCHING:
	case DERIVING:
	case OVER:
		fail(login, NX_E_SASL_MALFORMED_REQUEST, "The login is not at this point");
		return;
	}
	nx_unreachable();
}

static bool find_mechanism(struct nx_login *login, const char *name)
{
	const char *const *offered = nx_mechanisms_offered(login->sess, login->pool);

	login->offered = offered;
	while (*offered && !nx_str_eq(*offered, name))
		offered++;
	if (!*offered)
		return false;
	login->mechanism = nx_mechanism_find(name);
	login->mechanism_name = nx_mechanism_name(login->mechanism);
	return true;
}

static void refuse_mechanism(struct nx_login *login, const char *name)
{
	struct nx_error err;

	if (nx_str_eq(name, "EXTERNAL") && nx_mechanism_is_configured(login->sess, name))
		nx_external_explain(nx_negotiate_external(login->sess), &err);
	else
		nx_fail(&err, NX_E_SASL_INVALID_MECHANISM, "This way of logging in is not offered here");
	fail_login(login, &err);
}

void nx_login_start(struct nx_session *sess, struct nx_login **login_r, const char *mechanism, const char *data, size_t len)
{
	struct nx_pool *pool = nx_pool_new("login", 2048);
	struct nx_login *login = NX_NEW(pool, struct nx_login);

	login->pool = pool;
	login->sess = sess;
	login->began_us = nx_clock_us(sess->server->clock);
	nx_owner_init(&login->owner);
	*login_r = login;
	if (!find_mechanism(login, mechanism))
		refuse_mechanism(login, mechanism);
	else if (data)
		take_first(login, data, len);
	else
		nx_negotiate_challenge(sess, NULL);
}

bool nx_login_takes_password(const struct nx_login *login)
{
	return login->mechanism == NX_MECHANISM_PLAIN;
}

static void login_destroy(struct nx_login *login)
{
	struct nx_pool *pool = login->pool;

	nx_scram_free(&login->scram);
	nx_account_unref(&login->guest);
	nx_pool_wipe(pool);
	nx_pool_free(&pool);
}

void nx_login_free(struct nx_login **login_p)
{
	struct nx_login *login = *login_p;

	*login_p = NULL;
	if (!login)
		return;
	nx_owner_done(&login->owner);
	/* A worker still has it: derived() will destroy it. */
	if (login->step == DERIVING)
		login->sess = NULL;
	else
		login_destroy(login);
}
