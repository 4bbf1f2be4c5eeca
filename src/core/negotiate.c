/* Stream negotiation (core/negotiate.h). What is offered is written in offer_features(); what each answer does stands in
 * one take_…() function per element; nx_negotiate_element() chooses. Logging in is in negotiate_sasl.c. */
#include "core/negotiate.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/rand.h"
#include "core/c2s.h"
#include "core/external.h"
#include "core/login.h"
#include "core/mechanisms.h"
#include "core/module.h"
#include "core/negotiate_private.h"
#include "core/session_private.h"
#include "net/conn.h"
#include "net/loop.h"
#include "xml/reader.h"
#include "xmpp/error.h"
#include "xmpp/stream.h"

/* ---- ending ---- */

void nx_negotiate_end_with(struct nx_session *sess, enum nx_error_kind kind, const char *text, const char *reason)
{
	struct nx_error err;

	nx_fail(&err, kind, "%s", text);
	nx_session_end(sess, &err, reason);
}

static void took_too_long(void *arg)
{
	nx_negotiate_end_with(arg, NX_E_CONNECTION_TIMEOUT, "Logging in took too long", "login timed out");
}

void nx_negotiate_stop_counting(struct nx_session *sess)
{
	struct nx_negotiation *neg = sess->negotiation;

	if (neg->is_counted)
		nx_c2s_leave(sess->server->c2s, nx_conn_peer_address(sess->conn));
	neg->is_counted = false;
}

void nx_session_extend_login(struct nx_session *sess, int64_t ms)
{
	int64_t limit = nx_conf_period_ms(sess->server->conf, NULL, "login_timeout");

	nx_timer_set(nx_loop_timers(sess->server->loop), &sess->timer, ms > limit ? ms : limit, took_too_long, sess);
}

void nx_negotiate_begin(struct nx_session *sess)
{
	sess->negotiation = nx_mem_new(sizeof(*sess->negotiation));
	nx_conn_set_wiping(sess->conn, true);
	sess->log.doing = "negotiating the stream";
	if (sess->server->c2s) {
		nx_c2s_enter(sess->server->c2s, nx_conn_peer_address(sess->conn));
		sess->negotiation->is_counted = true;
	}
	nx_session_extend_login(sess, 0);
}

void nx_negotiate_end(struct nx_session *sess)
{
	if (!sess->negotiation)
		return;
	nx_negotiate_stop_counting(sess);
	nx_login_free(&sess->negotiation->login);
	nx_external_free(&sess->negotiation->external);
	nx_account_unref(&sess->negotiation->guest);
	nx_mem_free(sess->negotiation->local);
	nx_mem_free(sess->negotiation->announced);
	nx_mem_free(sess->negotiation);
	sess->negotiation = NULL;
	sess->log.doing = NULL;
	nx_timer_cancel(&sess->timer);
}

/* ---- our header and features ---- */

static const char *our_name(const struct nx_session *sess)
{
	return sess->host ? sess->host->name : sess->server->default_host->name;
}

#define STREAM_ID_LEN 20
#define OUR_VERSION "1.0"

static void send_header(struct nx_session *sess, const char *to, const char *version)
{
	struct nx_buf *buf = &sess->server->scratch;
	char id[STREAM_ID_LEN + 1];

	/* RFC 6120 section 4.7.3: unpredictable and never used again. */
	nx_rand_name(id, STREAM_ID_LEN);
	nx_buf_clear(buf);
	nx_stream_write_open(sess->stream, buf, our_name(sess), to, id, version, "en");
	nx_session_write_parts(sess, buf->data, buf->len, NULL, 0);
	sess->negotiation->is_open = true;
}

void nx_negotiate_ensure_open(struct nx_session *sess)
{
	if (sess->negotiation && !sess->negotiation->is_open)
		send_header(sess, NULL, OUR_VERSION);
}

static bool allows_plaintext(const struct nx_session *sess)
{
	return nx_conf_bool(sess->server->conf, sess->host->name, "allow_plaintext");
}

bool nx_negotiate_may_log_in(const struct nx_session *sess)
{
	return nx_conn_is_secure(sess->conn) || allows_plaintext(sess);
}

static void offer_tls(struct nx_session *sess, struct nx_xml *features)
{
	if (!nx_conn_can_start_tls(sess->conn))
		return;
	struct nx_xml *starttls = nx_xml_add(features, NX_NS_TLS, "starttls");

	/* RFC 6120 section 5.3.1: mandatory-to-negotiate is said. */
	if (!allows_plaintext(sess))
		nx_xml_add(starttls, NULL, "required");
}

static void offer_login(struct nx_session *sess, struct nx_xml *features)
{
	const char *const *names = nx_mechanisms_offered(sess, features->pool);
	const char *const *bindings = nx_bindings_offered(sess, features->pool);
	struct nx_xml *mechanisms = nx_xml_add(features, NX_NS_SASL, "mechanisms");

	for (; *names; names++)
		nx_xml_add_text(mechanisms, "mechanism", *names);
	if (!bindings || !*bindings)
		return;
	struct nx_xml *list = nx_xml_add(features, NX_NS_SASL_CB, "sasl-channel-binding");     /* XEP-0440 section 2 */
	for (; *bindings; bindings++)
		nx_xml_set(nx_xml_add(list, NULL, "channel-binding"), "type", *bindings);
}

/* XEP-0478 section 3.1: what holds for this stream now. */
static void offer_limits(struct nx_session *sess, struct nx_xml *features)
{
	struct nx_xml *limits = nx_xml_add(features, NX_NS_STREAM_LIMITS, "limits");
	bool is_in = sess->negotiation->local != NULL;
	size_t max_bytes = is_in ? sess->server->limits.max_stanza_bytes : sess->server->limits_before_login.max_stanza_bytes;
	int64_t idle_ms = nx_conf_period_ms(sess->server->conf, NULL, is_in ? "silent_after" : "login_timeout");

	nx_xml_add_text(limits, "max-bytes", nx_pool_printf(features->pool, "%zu", max_bytes));
	nx_xml_add_text(limits, "idle-seconds", nx_pool_printf(features->pool, "%lld", (long long)(idle_ms / 1000)));
}

static void offer_features(struct nx_session *sess)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_xml *features = nx_xml_new(pool, NX_NS_STREAMS, "features");

	if (sess->negotiation->local) {
		nx_xml_add(features, NX_NS_BIND, "bind");
		NX_FIRE(sess->server, stream_features, sess, features);
	} else {
		offer_tls(sess, features);
		if (nx_negotiate_may_log_in(sess)) {
			offer_login(sess, features);
			NX_FIRE(sess->server, login_features, sess, features);
		}
	}
	offer_limits(sess, features);
	nx_session_write(sess, features);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}

/* ---- the client's header ---- */

static struct nx_host *find_host(struct nx_session *sess, const char *to)
{
	const char *name = to ? to : nx_conn_tls_server_name(sess->conn);
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_host *host = sess->server->default_host;

	if (name) {
		const char *domain = nx_jid_prep_domain(pool, name, NULL);
		host = domain ? nx_server_find_host(sess->server, domain, strlen(domain)) : NULL;
		/* COMPAT: without `to`, an unknown server name still means the default host (RFC 6120 section 4.7.2). */
		if (!host && !to)
			host = sess->server->default_host;
	}
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
	return host;
}

#define MAX_LANG 64
#define LANG_CHARS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"

/* RFC 6120 section 4.7.4: the default for all stanzas of this stream, when it is a language tag (RFC 5646). */
static void remember_lang(struct nx_session *sess, const char *lang)
{
	if (!lang || !*lang || strlen(lang) > MAX_LANG || lang[strspn(lang, LANG_CHARS)])
		sess->lang = NULL;
	else if (!nx_str_eq(lang, sess->lang))
		sess->lang = nx_pool_strdup(sess->pool, lang);
}

/* RFC 6120 section 4.7.1: who the client says it is. NULL when that is no address. */
static char *parse_announced(struct nx_session *sess, const char *from)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_jid jid;
	char *announced = NULL;

	if (nx_jid_parse(pool, from, &jid, NULL) == 0)
		announced = nx_mem_strdup(nx_jid_bare(pool, &jid).full);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
	return announced;
}

bool nx_negotiate_is_expected(const struct nx_session *sess, const char *local)
{
	const char *announced = sess->negotiation->announced;
	size_t len = strlen(local);

	/* COMPAT: Perl's XML::Stream (sendxmpp) announces the name of the client's machine. */
	if (!announced || !strchr(announced, '@'))
		return true;
	return nx_str_has_prefix(announced, local) && announced[len] == '@' &&
	       nx_str_eq(announced + len + 1, sess->host->name);
}

/* 0, or -1 when the stream has ended. */
static int take_from(struct nx_session *sess, const char *from)
{
	struct nx_negotiation *neg = sess->negotiation;

	nx_mem_free(neg->announced);
	neg->announced = from ? parse_announced(sess, from) : NULL;
	if (!neg->local || nx_negotiate_is_expected(sess, neg->local))
		return 0;
	nx_negotiate_end_with(sess, NX_E_INVALID_FROM, "The from of the stream is not who logged in", "forged from");
	return -1;
}

/* RFC 6120 section 4.7.5: the lower one of both versions; a header without version gets none. */
static const char *answer_version(const struct nx_stream_header *header, char *buf, size_t size)
{
	if (header->major >= 1)
		return OUR_VERSION;
	if (header->minor == 0)
		return NULL;
	snprintf(buf, size, "0.%u", header->minor);
	return buf;
}

const struct nx_external *nx_negotiate_external(const struct nx_session *sess)
{
	return sess->negotiation->external;
}

void nx_negotiate_take_guest(struct nx_session *sess, struct nx_account **guest)
{
	sess->negotiation->guest = *guest;
	*guest = NULL;
}

static void certificate_known(struct nx_session *sess)
{
	nx_session_unhold(sess);
	offer_features(sess);
}

/* Before login it matters whose certificate the client has shown; that takes a look into the store. */
static void answer_header(struct nx_session *sess)
{
	struct nx_negotiation *neg = sess->negotiation;

	nx_external_free(&neg->external);
	if (!neg->local)
		neg->external = nx_external_new(sess, certificate_known);
	if (neg->external)
		nx_session_hold(sess);
	else
		offer_features(sess);
}

void nx_negotiate_opened(struct nx_session *sess, const struct nx_stream_header *header)
{
	struct nx_host *host = find_host(sess, header->to);
	char version[16];

	if (!host || (sess->host && sess->host != host)) {
		nx_negotiate_end_with(sess, NX_E_HOST_UNKNOWN, "This server does not serve that domain", "unknown host");
		return;
	}
	sess->host = host;
	nx_session_name_log(sess);
	remember_lang(sess, header->lang);
	if (take_from(sess, header->from) < 0)
		return;
	send_header(sess, sess->negotiation->announced, answer_version(header, version, sizeof(version)));
	/* RFC 6120 section 4.7.5: without version 1.0 there are no features, so nobody could log in. */
	if (header->major < 1)
		nx_negotiate_end_with(sess, NX_E_UNSUPPORTED_VERSION, "This server speaks XMPP 1.0", "old client");
	else
		answer_header(sess);
}

void nx_negotiate_await_header(struct nx_session *sess, bool drop_rest)
{
	sess->negotiation->is_open = false;
	nx_stream_restart(sess->stream, drop_rest);
}

/* ---- TLS ---- */

static void take_starttls(struct nx_session *sess)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	bool is_possible = nx_conn_can_start_tls(sess->conn) && !sess->negotiation->local && !sess->negotiation->login;

	nx_session_write(sess, nx_xml_new(pool, NX_NS_TLS, is_possible ? "proceed" : "failure"));
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
	if (!is_possible) {
		/* RFC 6120 section 5.4.2.2: failure closes the stream. */
		nx_session_end(sess, NULL, "STARTTLS was not offered");
		return;
	}
	sess->log.doing = "negotiating TLS";
	/* Section 5.4.3.1: `to` chooses the certificate, where SNI does not. */
	nx_conn_start_tls(sess->conn, nx_jid_domain_to_ascii(sess->pool, sess->host->name));
	/* Section 5.4.3.3: what came in clear text, before and after <starttls/>, is not believed. */
	sess->host = NULL;
	nx_negotiate_await_header(sess, true);
}

void nx_negotiate_secured(struct nx_session *sess)
{
	sess->log.doing = "logging in";
	nx_log(sess, NX_DEBUG, "TLS is up version=%s cipher=%s", nx_conn_tls_version(sess->conn),
	       nx_conn_tls_cipher(sess->conn));
}

/* ---- binding ---- */

void nx_negotiate_refuse_bind(struct nx_session *sess, const char *iq_id, enum nx_error_kind kind, const char *text)
{
	struct nx_pool *pool = nx_event_pool(sess->server);
	struct nx_xml *iq = nx_xml_new(pool, NX_NS_CLIENT, "iq");
	struct nx_error err;

	nx_xml_set(iq, "type", "set");
	nx_xml_set(iq, "id", iq_id);
	nx_fail(&err, kind, "%s", text);
	nx_session_write(sess, nx_stanza_error(pool, iq, &err));
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
	/* RFC 6120 section 7.7.3 */
	if (++sess->negotiation->refused_binds > (unsigned)nx_conf_int(sess->server->conf, NULL, "bind_tries"))
		nx_negotiate_end_with(sess, NX_E_POLICY_VIOLATION, "Too many resources were refused on one connection", "too many refused resources");
}

static void take_bind(struct nx_session *sess, struct nx_pool *pool, const struct nx_xml *iq)
{
	const struct nx_xml *bind = nx_xml_child(iq, NX_NS_BIND, "bind");
	const char *id = nx_xml_attr(iq, "id");
	const char *resource = nx_xml_child_content(bind, NX_NS_BIND, "resource");
	struct nx_error err;

	if (!id || !*id) {
		nx_negotiate_refuse_bind(sess, id, NX_E_BAD_REQUEST, "An iq needs an id");
		return;
	}
	if (resource && *resource) {
		resource = nx_jid_prep_resource(pool, resource, &err);
		if (!resource) {
			nx_negotiate_refuse_bind(sess, id, NX_E_BAD_REQUEST, err.text);     /* RFC 6120 section 7.7.2.1 */
			return;
		}
	}
	nx_session_bind(sess, sess->negotiation->local, resource && *resource ? resource : NULL, id);
}

/* ---- choosing ---- */

/* True when a module took it: registering comes before logging in (XEP-0077 section 3.1.1). */
static bool take_early_iq(struct nx_session *sess, const struct nx_xml *el)
{
	const struct nx_handlers *handlers = &sess->server->hooks.by_id[NX_HOOK_unauthenticated_iq];
	enum nx_stanza_kind kind = nx_stanza_kind(el);
	enum nx_stanza_type type = nx_stanza_type(kind, el);

	if (kind != NX_STANZA_IQ || (type != NX_TYPE_GET && type != NX_TYPE_SET))
		return false;
	for (size_t i = 0; i < handlers->count; i++) {
		if (handlers->list[i].fn.unauthenticated_iq(handlers->list[i].mod, sess, el) != NX_PASS)
			return true;
	}
	return false;
}

static void take_element(struct nx_session *sess, struct nx_pool *pool, struct nx_xml *el)
{
	if (!sess->negotiation->local) {
		if (nx_xml_is(el, NX_NS_TLS, "starttls"))
			take_starttls(sess);
		else if (!nx_negotiate_take_sasl(sess, pool, el) && !take_early_iq(sess, el))
			nx_negotiate_end_with(sess, NX_E_NOT_AUTHORIZED, "Log in first", "not logged in");
		return;
	}
	if (nx_xml_is(el, NX_NS_CLIENT, "iq") && nx_str_eq(nx_xml_attr(el, "type"), "set") &&
	    nx_xml_child(el, NX_NS_BIND, "bind"))
		take_bind(sess, pool, el);
	else
		/* RFC 6120 section 7.1: nothing else before a resource is bound. */
		nx_negotiate_end_with(sess, NX_E_NOT_AUTHORIZED, "Bind a resource first", "no resource bound");
}

void nx_negotiate_element(struct nx_session *sess, struct nx_pool *pool, struct nx_xml *el)
{
	bool may_hold_password = !sess->negotiation->local;

	/* With PLAIN, and when somebody registers, a new parser for the next element costs little beside the derivation of keys. */
	if (may_hold_password && nx_negotiate_holds_password(sess, el))
		nx_session_wipe_input(sess);
	take_element(sess, pool, el);
	if (may_hold_password)
		nx_pool_wipe(pool);
	nx_xml_parsers_give_pool(sess->server->parsers, &pool);
}
