/* Negotiation (client.h): a step for each thing the server says, chosen by the state. */
#include "client.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "loop.h"

#define NS_SASL "urn:ietf:params:xml:ns:xmpp-sasl"
#define NS_FRAMING "urn:ietf:params:xml:ns:xmpp-framing"

static const struct conn_events client_conn_events;

void client_send(struct client *client, const char *text, size_t len)
{
	if (client->shared->options->is_websocket)
		websocket_send(&client->conn, text, len);
	else
		conn_send(&client->conn, text, len);
}

void client_printf(struct client *client, const char *fmt, ...)
{
	char text[2048];
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	client_send(client, text, (size_t)len);
}

static void finish(struct client *client)
{
	conn_close(&client->conn);
	framer_restart(&client->framer);
	client->state = CLIENT_CLOSED;
}

static void fail(struct client *client, const char *reason)
{
	finish(client);
	client->events->failed(client, reason);
}

static void send_header(struct client *client)
{
	client->state = CLIENT_FEATURES;
	if (client->shared->options->is_websocket) {
		client_printf(client, "<open xmlns='" NS_FRAMING "' to='%s' version='1.0' xml:lang='en'/>",
			      client->shared->options->domain);
		return;
	}
	client_printf(client,
		      "<?xml version='1.0'?><stream:stream to='%s' version='1.0' xml:lang='en' xmlns='jabber:client' "
		      "xmlns:stream='http://etherx.jabber.org/streams'>", client->shared->options->domain);
}

static void send_auth(struct client *client)
{
	const struct bench_options *options = client->shared->options;
	struct nx_buf text = NX_BUF_INIT;

	if (sasl_begin(&client->sasl, options->mechanism, client->user, options->password,
		       &client->shared->keys[client->account]) < 0) {
		fail(client, "this mechanism is not known here");
		return;
	}
	nx_buf_printf(&text, "<auth xmlns='" NS_SASL "' mechanism='%s'>", options->mechanism);
	sasl_initial(&client->sasl, &text);
	nx_buf_puts(&text, "</auth>");
	client_send(client, text.data, text.len);
	nx_buf_done(&text);
	client->state = CLIENT_SASL;
}

static void on_features(struct client *client, const struct stanza *st)
{
	const struct bench_options *options = client->shared->options;
	char offered[64];

	if (stanza_is(st, "open"))
		return;
	if (!stanza_is(st, "stream:features")) {
		fail(client, "no stream features");
		return;
	}
	snprintf(offered, sizeof offered, ">%s<", options->mechanism);
	if (options->tls == BENCH_TLS_STARTTLS && !client->conn.ssl) {
		client->state = CLIENT_STARTTLS;
		client_printf(client, "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
	} else if (client->is_authenticated) {
		client->needs_session = stanza_has(st, "urn:ietf:params:xml:ns:xmpp-session") && !stanza_has(st, "<optional");
		client->state = CLIENT_BIND;
		client_printf(client, "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
			      "<resource>%s</resource></bind></iq>", client->resource);
	} else if (stanza_has(st, offered)) {
		send_auth(client);
	} else {
		fail(client, "the server does not offer this mechanism");
	}
}

static void on_starttls(struct client *client, const struct stanza *st)
{
	if (!stanza_is(st, "proceed")) {
		fail(client, "TLS was refused");
		return;
	}
	framer_restart(&client->framer);
	conn_start_tls(&client->conn, client->shared->ssl_ctx);
}

static void on_challenge(struct client *client, const struct stanza *st)
{
	struct nx_buf text = NX_BUF_INIT;
	size_t len = 0;
	const char *challenge = stanza_text(st, "challenge", &len);

	nx_buf_puts(&text, "<response xmlns='" NS_SASL "'>");
	if (challenge && sasl_answer(&client->sasl, challenge, len, &text) == 0) {
		nx_buf_puts(&text, "</response>");
		client_send(client, text.data, text.len);
	} else if (challenge && len && client->sasl.hash) {
		/* COMPAT jabberd2 sends the server's signature as a last challenge and wants an empty response. */
		if (sasl_is_server_right(&client->sasl, challenge, len)) {
			client->sasl.hash = NULL;
			client_printf(client, "<response xmlns='" NS_SASL "'/>");
		} else {
			fail(client, "the challenge makes no sense");
		}
	} else {
		fail(client, "the challenge makes no sense");
	}
	nx_buf_done(&text);
}

static void on_sasl(struct client *client, const struct stanza *st)
{
	size_t len = 0;
	const char *final;

	if (stanza_is(st, "challenge")) {
		on_challenge(client, st);
		return;
	}
	if (!stanza_is(st, "success")) {
		fail(client, "the login was refused");
		return;
	}
	final = stanza_text(st, "success", &len);
	if (!sasl_is_server_right(&client->sasl, final ? final : "", len)) {
		fail(client, "the server does not know the password");
		return;
	}
	client->is_authenticated = true;
	if (!client->shared->options->is_websocket)
		framer_restart(&client->framer);
	send_header(client);
}

static void become_ready(struct client *client)
{
	client->state = CLIENT_READY;
	client->events->ready(client);
}

static void on_bound(struct client *client, const struct stanza *st)
{
	size_t len;
	const char *jid = stanza_text(st, "jid", &len);
	const char *slash = jid ? memchr(jid, '/', len) : NULL;

	if (!slash || len >= sizeof client->jid) {
		fail(client, "the resource was refused");
		return;
	}
	snprintf(client->jid, sizeof client->jid, "%.*s", (int)len, jid);
	snprintf(client->bare, sizeof client->bare, "%.*s", (int)(slash - jid), jid);
	if (!client->needs_session) {
		become_ready(client);
		return;
	}
	client->state = CLIENT_SESSION;
	client_printf(client, "<iq type='set' id='session'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>");
}

static void take_stanza(void *ctx, const struct stanza *st)
{
	struct client *client = ctx;

	if (!st->len || (client->state != CLIENT_FEATURES && stanza_is(st, "stream:error"))) {
		fail(client, st->len ? "a stream error" : "the server ended the stream");
		return;
	}
	switch (client->state) {
	case CLIENT_CLOSED:
		return;
	case CLIENT_FEATURES:
		on_features(client, st);
		return;
	case CLIENT_STARTTLS:
		on_starttls(client, st);
		return;
	case CLIENT_SASL:
		on_sasl(client, st);
		return;
	case CLIENT_BIND:
		on_bound(client, st);
		return;
	case CLIENT_SESSION:
		become_ready(client);
		return;
	case CLIENT_READY:
		if (client->events->stanza)
			client->events->stanza(client, st);
		return;
	}
}

static void on_opened(void *ctx)
{
	struct client *client = ctx;

	if (client->shared->options->is_websocket) {
		websocket_shake(&client->conn);
		return;
	}
	if (!client->shared->options->is_relay) {
		send_header(client);
		return;
	}
	client_printf(client, "%u\n", client->number);
	snprintf(client->jid, sizeof client->jid, "%s@relay/1", client->user);
	snprintf(client->bare, sizeof client->bare, "%s@relay", client->user);
	become_ready(client);
}

static void on_text(void *ctx, const char *data, size_t len)
{
	struct client *client = ctx;

	framer_feed(&client->framer, data, len, take_stanza, client);
}

static void on_data(void *ctx, const char *data, size_t len)
{
	struct client *client = ctx;

	if (!client->shared->options->is_websocket) {
		on_text(client, data, len);
		return;
	}
	switch (websocket_feed(&client->websocket, &client->conn, data, len, on_text, client)) {
	case 1:
		send_header(client);
		return;
	case -1:
		fail(client, "the server refused the WebSocket, or closed it");
		return;
	}
}

static void on_closed(void *ctx, const char *reason)
{
	struct client *client = ctx;

	fail(client, reason);
}

static const struct conn_events client_conn_events = { on_opened, on_data, on_closed };

int client_start(struct client *client, unsigned number, unsigned account)
{
	const struct bench_options *options = client->shared->options;

	framer_done(&client->framer);
	framer_init(&client->framer, options->is_relay || options->is_websocket ? 1 : 0);
	websocket_done(&client->websocket);
	websocket_init(&client->websocket);
	client->number = number;
	client->account = account;
	client->is_authenticated = client->needs_session = false;
	client->begun_ns = client->shared->loop->now_ns;
	client->state = CLIENT_FEATURES;
	snprintf(client->user, sizeof client->user, "%s%u", options->prefix, account);
	snprintf(client->resource, sizeof client->resource, "b%u", number);
	return conn_open(&client->conn, client->shared->loop, options->host, (uint16_t)options->port,
			 options->tls == BENCH_TLS_DIRECT ? client->shared->ssl_ctx : NULL, &client_conn_events, client);
}

void client_close(struct client *client)
{
	if (client->state == CLIENT_CLOSED)
		return;
	if (client->shared->options->is_websocket)
		client_printf(client, "<close xmlns='" NS_FRAMING "'/>");
	else if (!client->shared->options->is_relay)
		client_printf(client, "</stream:stream>");
	finish(client);
}
