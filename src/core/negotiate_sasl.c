/* Logging in, from the side of the stream (RFC 6120 section 6): elements of SASL come in here and go out here, failures are counted.
 * What is in them is the matter of login.c. */
#include "core/negotiate_private.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "core/login.h"
#include "core/module.h"
#include "core/session_private.h"
#include "net/conn.h"
#include "xml/reader.h"
#include "xmpp/error.h"

static void send_sasl(struct nx_session *sess, const char *name, const struct nx_buf *data)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_xml *el = nx_xml_new(pool, NX_NS_SASL, name);
	struct nx_buf text = NX_BUF_INIT;

	if (data && data->len > 0) {
		nx_base64_add(&text, data->data, data->len);
		nx_xml_text(el, nx_buf_str(&text));
	}
	nx_session_write(sess, el);
	nx_buf_done(&text);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}

void nx_negotiate_challenge(struct nx_session *sess, const struct nx_buf *data)
{
	send_sasl(sess, "challenge", data);
}

void nx_negotiate_logged_in(struct nx_session *sess, const char *local, const char *mechanism, const struct nx_buf *data)
{
	struct nx_negotiation *neg = sess->negotiation;

	neg->local = nx_mem_strdup(local);
	nx_conn_set_wiping(sess->conn, false);
	sess->log.doing = NULL;
	nx_log(sess, NX_INFO, "logged in account=%s@%s mechanism=%s address=%s tls=%s", local, sess->host->name, mechanism,
	       nx_conn_peer_address(sess->conn), nx_conn_is_secure(sess->conn) ? nx_conn_tls_version(sess->conn) : "none");
	nx_negotiate_stop_counting(sess);
	send_sasl(sess, "success", data);
	nx_login_free(&neg->login);
	sess->log.doing = "binding a resource";
	nx_negotiate_await_header(sess, false);
}

/* RFC 6120 section 6.4.5: a reasonable number of tries, then the stream is closed. False when it has ended now. */
static bool count_try(struct nx_session *sess)
{
	if (++sess->negotiation->failures <= (unsigned)nx_conf_int(sess->server->conf, NULL, "login_tries"))
		return true;
	nx_negotiate_end_with(sess, NX_E_POLICY_VIOLATION, "Too many failed logins on one connection", "too many failed logins");
	return false;
}

void nx_negotiate_login_failed(struct nx_session *sess, const struct nx_error *err)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_xml *failure = nx_xml_new(pool, NX_NS_SASL, "failure");

	sess->server->counts.login_errors[err->kind]++;
	nx_xml_add(failure, NULL, nx_error_sasl_condition(err->kind));
	if (*err->text) {
		struct nx_xml *text = nx_xml_text(nx_xml_add(failure, NULL, "text"), err->text);
		nx_xml_set_ns(text, NX_NS_XML, "lang", "en");
	}
	nx_session_write(sess, failure);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
	nx_login_free(&sess->negotiation->login);
	count_try(sess);
}

/* The base64 inside an element: "=" means empty (RFC 6120 section 6.4.2). -1: not base64. data_r is NULL when there is no text. */
static int decode_text(struct nx_pool *pool, const struct nx_xml *el, char **data_r, size_t *len_r)
{
	const char *text = nx_xml_content(el);
	size_t text_len = strlen(text);

	*data_r = NULL;
	*len_r = 0;
	if (text_len == 0)
		return 0;
	*data_r = nx_pool_alloc(pool, text_len + 1);
	if (nx_str_eq(text, "="))
		return 0;
	int len = nx_base64_decode((uint8_t *)*data_r, text, text_len);
	if (len < 0)
		return -1;
	*len_r = (size_t)len;
	return 0;
}

static void fail_login(struct nx_session *sess, enum nx_error_kind kind, const char *text)
{
	struct nx_error err;

	nx_fail(&err, kind, "%s", text);
	nx_negotiate_login_failed(sess, &err);
}

static void take_auth(struct nx_session *sess, struct nx_pool *pool, const struct nx_xml *el)
{
	struct nx_negotiation *neg = sess->negotiation;
	const char *mechanism = nx_xml_attr(el, "mechanism");
	char *data;
	size_t len;

	/* RFC 6120 section 6.4.2: a login under way is forgotten, and the new one begins. */
	if (neg->login) {
		nx_login_free(&neg->login);
		if (!count_try(sess))
			return;
	}
	if (!nx_negotiate_may_log_in(sess))
		fail_login(sess, NX_E_SASL_ENCRYPTION_REQUIRED, "Logging in needs TLS: switch encryption on in your client");
	else if (!mechanism)
		fail_login(sess, NX_E_SASL_INVALID_MECHANISM, "The request names no mechanism");
	else if (decode_text(pool, el, &data, &len) < 0)
		fail_login(sess, NX_E_SASL_INCORRECT_ENCODING, "The login data is not base64");
	else
		nx_login_start(sess, &neg->login, mechanism, data, len);
}

static void take_response(struct nx_session *sess, struct nx_pool *pool, const struct nx_xml *el)
{
	struct nx_negotiation *neg = sess->negotiation;
	char *data;
	size_t len;

	if (!neg->login)
		fail_login(sess, NX_E_SASL_MALFORMED_REQUEST, "There is no login to go on with");
	else if (decode_text(pool, el, &data, &len) < 0)
		fail_login(sess, NX_E_SASL_INCORRECT_ENCODING, "The login data is not base64");
	else
		nx_login_respond(neg->login, data ? data : "", len);
}

bool nx_negotiate_take_sasl(struct nx_session *sess, struct nx_pool *pool, const struct nx_xml *el)
{
	if (nx_xml_is(el, NX_NS_SASL, "auth"))
		take_auth(sess, pool, el);
	else if (nx_xml_is(el, NX_NS_SASL, "response"))
		take_response(sess, pool, el);
	else if (nx_xml_is(el, NX_NS_SASL, "abort"))
		fail_login(sess, NX_E_SASL_ABORTED, "");
	else
		return false;
	return true;
}

bool nx_negotiate_holds_password(const struct nx_session *sess, const struct nx_xml *el)
{
	const struct nx_login *login = sess->negotiation->login;

	return nx_xml_is(el, NX_NS_CLIENT, "iq") || nx_str_eq(nx_xml_attr(el, "mechanism"), "PLAIN") ||
	       (login && nx_login_takes_password(login));
}
