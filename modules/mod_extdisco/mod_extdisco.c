/* mod_extdisco: tells clients of STUN and TURN servers and other services outside XMPP, with credentials where they need some (XEP-0215).
 *
 * Credentials for TURN servers are made here and stored nowhere ("A REST API For Access To TURN Services", coturn's
 * use-auth-secret): the name is the time at which they expire and who it is, the password an HMAC-SHA-1 of that under a secret
 * which the TURN server knows too. Who it is, is a pseudonym, always the same for an account, so that the TURN server can count
 * by user without knowing anybody. */
#include "mod_extdisco/extdisco.h"

#include <string.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/buf.h"
#include "base/clock.h"

/* ---- credentials ---- */

#define PSEUDONYM_BYTES 8

static const char *pseudonym(const struct nx_module *mod, struct nx_pool *pool, const struct nx_jid *bare)
{
	const struct nx_server *server = mod->server;
	const char *text = nx_pool_printf(pool, "external services %.*s", (int)bare->bare_len, bare->full);
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned len = 0;
	char *hex = nx_pool_alloc(pool, 2 * PSEUDONYM_BYTES + 1);

	HMAC(EVP_sha256(), server->secret, sizeof(server->secret), (const unsigned char *)text, strlen(text), digest, &len);
	nx_hex_encode(hex, digest, PSEUDONYM_BYTES);
	return hex;
}

static void add_made_credentials(struct nx_module *mod, struct nx_xml *el, const struct service *service, const struct nx_jid *bare)
{
	const char *host = nx_jid_domain_str(el->pool, bare);
	int64_t expires_ms = nx_clock_wall_ms(mod->server->clock) + nx_conf_period_ms(mod->server->conf, host, "external_life");
	const char *username = nx_pool_printf(el->pool, "%lld:%s", (long long)(expires_ms / 1000), pseudonym(mod, el->pool, bare));
	unsigned char digest[EVP_MAX_MD_SIZE];
	struct nx_buf password = NX_BUF_INIT;
	char expires[NX_DATETIME_SIZE];
	unsigned len = 0;

	HMAC(EVP_sha1(), service->secret, (int)strlen(service->secret), (const unsigned char *)username, strlen(username), digest, &len);
	nx_base64_add(&password, digest, len);
	nx_datetime_format(expires, expires_ms / 1000 * 1000, false);
	nx_xml_set(el, "username", username);
	nx_xml_set(el, "password", nx_buf_str(&password));
	nx_xml_set(el, "expires", expires);
	nx_buf_done(&password);
}

struct nx_xml *extdisco_add(struct nx_module *mod, struct nx_xml *parent, const struct service *service, const struct nx_jid *bare)
{
	struct nx_xml *el = nx_xml_add(parent, NULL, "service");

	nx_xml_set(el, "type", service->type);
	nx_xml_set(el, "host", service->host);
	nx_xml_set(el, "port", service->port);
	nx_xml_set(el, "transport", service->transport);
	if (!bare || !service_has_credentials(service))
		return el;
	nx_xml_set(el, "restricted", "true");
	if (service->username) {
		nx_xml_set(el, "username", service->username);
		nx_xml_set(el, "password", service->password);
	} else {
		add_made_credentials(mod, el, service, bare);
	}
	return el;
}

/* ---- requests ---- */

/* COMPAT: older clients, and those made for meetings in browsers, ask in the namespace of before XEP-0215 0.6. They get the same, but no pushes. */
#define NS_EXTDISCO_1 "urn:xmpp:extdisco:1"

bool extdisco_may_use(const struct nx_module *mod, const struct nx_account *account)
{
	return !account->is_guest || nx_conf_bool(mod->server->conf, account->host->name, "external_guests");
}

/* Somebody pays for what a TURN server relays: it is for the host's own people. */
static bool is_own(const struct nx_event *ev)
{
	return ev->sender && ev->sender->host == ev->host;
}

static enum nx_verdict refuse_others(struct nx_event *ev)
{
	return nx_event_refuse(ev, NX_E_FORBIDDEN, "External services are for those who have an account here");
}

/* Sections 3.1 and 3.2. */
static enum nx_verdict tell_services(struct nx_module *mod, struct nx_event *ev)
{
	const struct services *services = extdisco_of(mod, ev->host);
	const char *type = nx_xml_attr(ev->payload, "type");
	struct nx_xml *answer = nx_xml_new(ev->pool, ev->payload->ns, "services");

	if (!is_own(ev))
		return refuse_others(ev);
	nx_xml_set(answer, "type", type);
	for (size_t i = 0; i < services->count; i++) {
		const struct service *service = &services->list[i];

		if ((!type || nx_str_eq(type, service->type)) &&
		    (!service_has_credentials(service) || extdisco_may_use(mod, ev->sender)))
			extdisco_add(mod, answer, service, &ev->sender->jid);
	}
	if (type && ev->sess && nx_str_eq(ev->payload->ns, NS_EXTDISCO))
		extdisco_note_asker(mod, ev->sess, type);
	return nx_event_answer(ev, answer);
}

/* Section 3.3: host and type have to be the same; the port, and what else is said, if it is said. */
static bool is_meant(const struct service *service, const struct nx_xml *asked)
{
	const char *port = nx_xml_attr(asked, "port"), *transport = nx_xml_attr(asked, "transport");

	return nx_str_eq(service->host, nx_xml_attr(asked, "host")) && nx_str_eq(service->type, nx_xml_attr(asked, "type")) &&
		(!port || nx_str_eq(port, service->port)) && (!transport || nx_str_eq(transport, service->transport));
}

static enum nx_verdict tell_credentials(struct nx_module *mod, struct nx_event *ev)
{
	const struct services *services = extdisco_of(mod, ev->host);
	const struct nx_xml *asked = nx_xml_child(ev->payload, ev->payload->ns, "service");
	struct nx_xml *answer = nx_xml_new(ev->pool, ev->payload->ns, "credentials");

	if (!is_own(ev) || !extdisco_may_use(mod, ev->sender))
		return refuse_others(ev);
	if (!asked || !nx_xml_attr(asked, "host") || !nx_xml_attr(asked, "type"))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "Say for which service: host and type");
	for (size_t i = 0; i < services->count; i++) {
		const struct service *service = &services->list[i];

		if (service_has_credentials(service) && is_meant(service, asked))
			extdisco_add(mod, answer, service, &ev->sender->jid);
	}
	if (!answer->first)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There are no credentials for such a service");
	return nx_event_answer(ev, answer);
}

/* ---- rows ---- */

static int extdisco_start(struct nx_module *mod, struct nx_error *err)
{
	(void)err;
	extdisco_begin(mod);
	return 0;
}

static const struct nx_iq_rule extdisco_iq[] = {
	{ NX_GET, NS_EXTDISCO, "services", NX_TO_HOST, tell_services },
	{ NX_GET, NS_EXTDISCO, "credentials", NX_TO_HOST, tell_credentials },
	{ NX_GET, NS_EXTDISCO_1, "services", NX_TO_HOST, tell_services },
	{ NX_GET, NS_EXTDISCO_1, "credentials", NX_TO_HOST, tell_credentials },
	{ 0 }
};

static const struct nx_hook extdisco_hooks[] = {
	NX_ON(reloaded, extdisco_reloaded),
	NX_HOOKS_END
};

NX_MODULE(extdisco) = {
	NX_MODULE_HEAD(extdisco),
	.summary = "Tells clients of STUN and TURN servers", .xeps = "0215",
	.features = NX_LIST(NS_EXTDISCO, NS_EXTDISCO_1),
	.options = extdisco_options, .iq = extdisco_iq, .hooks = extdisco_hooks,
	.start = extdisco_start, .stop = extdisco_end,
};
