/* mod_ping: answers pings, and asks clients that have gone silent whether they are still there (XEP-0199, RFC 6120 section 4.6).
 *
 * Answering (section 4.2): pings to the host, its services and the sender's own account. A ping to somebody else's account gets
 * the router's service-unavailable, the same for one that exists and for one that does not (section 7); a ping to a full JID is
 * the client's to answer (section 4.4, mod_iq).
 *
 * Asking: option keepalive says how. "ping" (section 4.1) notices a client that hangs, or whose network has gone, within
 * silent_after and ping_timeout: its session ends and messages are kept for it. "space" (RFC 6120 section 4.6.1) only keeps
 * middle boxes awake and lets TCP find out by itself, which takes long, but costs the client nothing. An error is as good an answer as a
 * result. COMPAT: a client that says something else instead is alive too (section 6). */
#include "core/module.h"

#include "base/clock.h"
#include "net/conn.h"
#include "xml/reader.h"
#include "xmpp/stream.h"

static const struct nx_option ping_options[] = {
	NX_OPT_CHOICE("keepalive", "ping", "ping|space|off",
		      "What a silent client gets: a ping that it has to answer, white space, or nothing"),
	NX_OPT_PERIOD("ping_timeout", 30, 5, 600, "Time to answer a ping before the connection counts as dead"),
	NX_OPT_END
};

/* ---- answering ---- */

static enum nx_verdict ping_answer(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_answer(ev, NULL);
}

/* ---- asking ---- */

static int64_t timeout_ms(const struct nx_module *mod)
{
	return nx_conf_period_ms(mod->server->conf, NULL, "ping_timeout");
}

static void ping_answered(struct nx_module *mod, struct nx_session *sess, enum nx_iq_outcome outcome, const struct nx_xml *iq,
			  void *ctx)
{
	int64_t silence_ms = nx_clock_ms(mod->server->clock) - sess->last_heard_ms;
	struct nx_error err;

	(void)iq;
	(void)ctx;
	if (outcome != NX_IQ_TIMEOUT || silence_ms < timeout_ms(mod))
		return;
	nx_fail(&err, NX_E_CONNECTION_TIMEOUT, "The client did not answer a ping");     /* RFC 6120 section 4.9.3.4 */
	nx_session_end(sess, &err, "ping timed out");
}

static void ping_silent(struct nx_module *mod, struct nx_session *sess)
{
	const char *kind = nx_conf_str(mod->server->conf, NULL, "keepalive");

	/* Not into the middle of a queue that is stuck already: option output_stall sees to that one. */
	if (nx_conn_queued_bytes(sess->conn) > 0)
		return;
	/* RFC 7395 section 3.8: white space between the messages of a WebSocket there must not be. */
	if (nx_str_eq(kind, "space") && !nx_stream_is_framed(sess->stream)) {
		nx_session_write_parts(sess, " ", 1, NULL, 0);
	} else if (!nx_str_eq(kind, "off")) {
		struct nx_pool *pool = nx_event_pool(mod->server);

		/* When too many questions wait for it, one of them will end it. */
		(void)nx_iq_ask(mod, sess, NX_GET, nx_xml_new(pool, NX_NS_PING, "ping"), timeout_ms(mod), ping_answered, NULL);
		nx_xml_parsers_give_pool(mod->server->parsers, &pool);
	}
}

static const struct nx_iq_rule ping_iq[] = {
	{ NX_GET, NX_NS_PING, "ping", NX_TO_HOST | NX_TO_OWN_ACCOUNT | NX_TO_COMPONENT, ping_answer },
	{ 0 }
};

static const struct nx_hook ping_hooks[] = {
	NX_ON(session_silent, ping_silent),
	NX_HOOKS_END
};

NX_MODULE(ping) = {
	NX_MODULE_HEAD(ping),
	.summary = "Answers pings and pings silent clients", .xeps = "0199",
	.features = NX_LIST(NX_NS_PING), .account_features = NX_LIST(NX_NS_PING),
	.component_features = NX_LIST(NX_NS_PING),
	.options = ping_options, .iq = ping_iq, .hooks = ping_hooks,
};
