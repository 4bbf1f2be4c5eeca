/* Mechanisms of SASL and channel bindings (core/mechanisms.h). */
#include "core/mechanisms.h"

#include "base/pool.h"
#include "core/external.h"
#include "core/module.h"
#include "core/negotiate.h"
#include "net/conn.h"
#include "xmpp/scram.h"

/* Beside being in sasl_mechanisms: channel binding, a certificate with an account, a host that welcomes guests. */
enum need { NOTHING, BINDING, CERTIFICATE, WELCOME };

/* By preference. */
static const struct { const char *name; enum nx_mechanism id; enum need needs; } mechanism_rows[] = {
	{ "EXTERNAL", NX_MECHANISM_EXTERNAL, CERTIFICATE },
	{ "SCRAM-SHA-256-PLUS", NX_MECHANISM_SCRAM_SHA256_PLUS, BINDING },
	{ "SCRAM-SHA-1-PLUS", NX_MECHANISM_SCRAM_SHA1_PLUS, BINDING },
	{ "SCRAM-SHA-256", NX_MECHANISM_SCRAM_SHA256, NOTHING },
	{ "SCRAM-SHA-1", NX_MECHANISM_SCRAM_SHA1, NOTHING },
	{ "PLAIN", NX_MECHANISM_PLAIN, NOTHING },
	{ "ANONYMOUS", NX_MECHANISM_ANONYMOUS, WELCOME },
};
#define ROW_COUNT (sizeof(mechanism_rows) / sizeof(mechanism_rows[0]))
_Static_assert(ROW_COUNT + 1 == NX_MECHANISMS, "a row for each");

/* What is accepted. tls-server-end-point is what XEP-0440 section 3 rule 1 demands; tls-unique is advertised on TLS 1.2 only
 * (RFC 9266; gloox). COMPAT: slixmpp knows no other and takes it on TLS 1.3 too. */
static const char *const binding_types[] = { "tls-exporter", "tls-server-end-point", "tls-unique" };
_Static_assert(sizeof(binding_types) / sizeof(binding_types[0]) == NX_BINDING_TYPES, "all of them");

const char *nx_mechanism_name(enum nx_mechanism mechanism)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (mechanism_rows[i].id == mechanism)
			return mechanism_rows[i].name;
	}
	return "unknown";
}

enum nx_mechanism nx_mechanism_find(const char *name)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (nx_str_eq(mechanism_rows[i].name, name))
			return mechanism_rows[i].id;
	}
	return NX_MECHANISM_UNKNOWN;
}

bool nx_mechanism_is_plus(enum nx_mechanism mechanism)
{
	return mechanism == NX_MECHANISM_SCRAM_SHA1_PLUS || mechanism == NX_MECHANISM_SCRAM_SHA256_PLUS;
}

bool nx_mechanism_is_configured(const struct nx_session *sess, const char *name)
{
	const char *const *list = nx_conf_list(sess->server->conf, sess->host ? sess->host->name : NULL, "sasl_mechanisms");

	for (; *list; list++) {
		if (nx_str_eq(*list, name))
			return true;
	}
	return false;
}

const char *const *nx_mechanisms_offered(struct nx_session *sess, struct nx_pool *pool)
{
	const char **names = NX_NEW_ARRAY(pool, const char *, ROW_COUNT + 1);
	size_t count = 0;
	bool has[] = {
		[NOTHING] = true,
		[BINDING] = nx_conn_is_secure(sess->conn) && *nx_bindings_offered(sess, pool),
		[CERTIFICATE] = nx_external_is_useful(nx_negotiate_external(sess)),
		[WELCOME] = nx_conf_bool(sess->server->conf, sess->host ? sess->host->name : NULL, "guests"),
	};

	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (has[mechanism_rows[i].needs] && nx_mechanism_is_configured(sess, mechanism_rows[i].name))
			names[count++] = mechanism_rows[i].name;
	}
	return names;
}

const char *const *nx_bindings_offered(struct nx_session *sess, struct nx_pool *pool)
{
	const char **names = NX_NEW_ARRAY(pool, const char *, NX_BINDING_TYPES + 1);
	size_t count = 0;

	if (!nx_conn_is_secure(sess->conn))
		return NULL;
	/* COMPAT: a script cannot see the TLS of its WebSocket, yet stanza.js takes a -PLUS mechanism when there is one, and fails. */
	if (nx_conn_is_framed(sess->conn))
		return names;
	for (size_t i = 0; i < NX_BINDING_TYPES; i++) {
		bool is_undefined = nx_str_eq(binding_types[i], "tls-unique") &&
			!nx_str_eq(nx_conn_tls_version(sess->conn), "TLSv1.2");

		if (!is_undefined && nx_conn_has_channel_binding(sess->conn, binding_types[i]))
			names[count++] = binding_types[i];
	}
	return names;
}

size_t nx_bindings_take(struct nx_session *sess, struct nx_pool *pool, struct nx_channel_binding *bindings)
{
	size_t count = 0;

	for (size_t i = 0; i < NX_BINDING_TYPES; i++) {
		uint8_t *data = nx_pool_alloc(pool, NX_CHANNEL_BINDING_MAX);
		size_t len = nx_conn_channel_binding(sess->conn, binding_types[i], data);

		if (len > 0)
			bindings[count++] = (struct nx_channel_binding){ binding_types[i], data, len };
	}
	return count;
}
