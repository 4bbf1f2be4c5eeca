/* A chat client on libstrophe, for test_strophe.py: strophe_chat JID HOST PORT CAFILE starttls|direct
 *
 * The certificate is verified against CAFILE and the domain of the JID. Standard input, a line each: first the password,
 * then "say JID TEXT", "roster JID", "subscribe JID", "subscribed JID", "quit". Standard output, a line each:
 *   online JID                      logged in, presence sent
 *   message FROM STAMP TEXT         STAMP is that of XEP-0203, or "-"
 *   presence FROM TYPE              TYPE is "available" when there is none
 *   roster JID SUBSCRIPTION         a roster push
 *   offline REASON                  the connection has ended; so does the program */
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <strophe.h>

#define NS_DELAY "urn:xmpp:delay"
#define POLL_MS 20

struct chat {
	xmpp_ctx_t *ctx;
	xmpp_conn_t *conn;
	char line[4096];        /* of standard input, as far as it has come */
	size_t len;
	bool is_online, has_ended;
};

/* ---- what the tests read ---- */

static const char *text_or(const char *text, const char *otherwise)
{
	return text ? text : otherwise;
}

static int got_message(xmpp_conn_t *conn, xmpp_stanza_t *stanza, void *userdata)
{
	struct chat *chat = userdata;
	xmpp_stanza_t *delay = xmpp_stanza_get_child_by_ns(stanza, NS_DELAY);
	char *body = xmpp_message_get_body(stanza);

	(void)conn;
	if (body)
		printf("message %s %s %s\n", text_or(xmpp_stanza_get_from(stanza), "?"),
		       text_or(delay ? xmpp_stanza_get_attribute(delay, "stamp") : NULL, "-"), body);
	xmpp_free(chat->ctx, body);
	return 1;
}

static int got_presence(xmpp_conn_t *conn, xmpp_stanza_t *stanza, void *userdata)
{
	(void)conn, (void)userdata;
	printf("presence %s %s\n", text_or(xmpp_stanza_get_from(stanza), "?"), text_or(xmpp_stanza_get_type(stanza), "available"));
	return 1;
}

/* A roster push (RFC 6121 section 2.1.6); it wants an answer. */
static int got_push(xmpp_conn_t *conn, xmpp_stanza_t *stanza, void *userdata)
{
	struct chat *chat = userdata;
	xmpp_stanza_t *query = xmpp_stanza_get_child_by_ns(stanza, XMPP_NS_ROSTER);
	xmpp_stanza_t *item = query ? xmpp_stanza_get_child_by_name(query, "item") : NULL;

	if (item && strcmp(text_or(xmpp_stanza_get_type(stanza), ""), "set") == 0) {
		xmpp_stanza_t *answer = xmpp_iq_new(chat->ctx, "result", xmpp_stanza_get_id(stanza));

		printf("roster %s %s\n", text_or(xmpp_stanza_get_attribute(item, "jid"), "?"),
		       text_or(xmpp_stanza_get_attribute(item, "subscription"), "?"));
		xmpp_send(conn, answer);
		xmpp_stanza_release(answer);
	}
	return 1;
}

/* ---- what the tests say ---- */

static void send_and_release(struct chat *chat, xmpp_stanza_t *stanza)
{
	xmpp_send(chat->conn, stanza);
	xmpp_stanza_release(stanza);
}

static void say(struct chat *chat, const char *to, const char *text)
{
	xmpp_stanza_t *message = xmpp_message_new(chat->ctx, "chat", to, NULL);

	xmpp_message_set_body(message, text);
	send_and_release(chat, message);
}

/* type NULL: available. */
static void send_presence(struct chat *chat, const char *type, const char *to)
{
	xmpp_stanza_t *presence = xmpp_presence_new(chat->ctx);

	if (type)
		xmpp_stanza_set_type(presence, type);
	if (to)
		xmpp_stanza_set_to(presence, to);
	send_and_release(chat, presence);
}

/* payload NULL: <query/>; else it is what <query/> holds. */
static void ask_roster(struct chat *chat, const char *type, const char *id, xmpp_stanza_t *payload)
{
	xmpp_stanza_t *iq = xmpp_iq_new(chat->ctx, type, id);
	xmpp_stanza_t *query = xmpp_stanza_new(chat->ctx);

	xmpp_stanza_set_name(query, "query");
	xmpp_stanza_set_ns(query, XMPP_NS_ROSTER);
	if (payload)
		xmpp_stanza_add_child(query, payload);
	xmpp_stanza_add_child(iq, query);
	xmpp_stanza_release(query);
	send_and_release(chat, iq);
}

static void add_to_roster(struct chat *chat, const char *jid)
{
	xmpp_stanza_t *item = xmpp_stanza_new(chat->ctx);

	xmpp_stanza_set_name(item, "item");
	xmpp_stanza_set_attribute(item, "jid", jid);
	ask_roster(chat, "set", "add", item);
	xmpp_stanza_release(item);
}

static void obey(struct chat *chat, char *line)
{
	char *rest = line;
	const char *verb = strsep(&rest, " "), *jid = strsep(&rest, " ");

	if (strcmp(verb, "quit") == 0)
		xmpp_disconnect(chat->conn);
	else if (!jid)
		fprintf(stderr, "strophe_chat: %s: what does this mean?\n", verb);
	else if (strcmp(verb, "say") == 0)
		say(chat, jid, text_or(rest, ""));
	else if (strcmp(verb, "roster") == 0)
		add_to_roster(chat, jid);
	else
		send_presence(chat, verb, jid);
}

/* Takes the first line out of the buffer into line; false: none is complete. */
static bool next_line(struct chat *chat, char line[sizeof(chat->line)])
{
	char *end = memchr(chat->line, '\n', chat->len);

	if (!end)
		return false;
	size_t len = (size_t)(end - chat->line);
	memcpy(line, chat->line, len);
	line[len] = '\0';
	chat->len -= len + 1;
	memmove(chat->line, end + 1, chat->len);
	return true;
}

/* Waits up to timeout_ms for more input; false: it has ended. */
static bool read_input(struct chat *chat, int timeout_ms)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

	if (poll(&input, 1, timeout_ms) <= 0)
		return true;
	ssize_t got = read(STDIN_FILENO, chat->line + chat->len, sizeof(chat->line) - chat->len);
	if (got > 0)
		chat->len += (size_t)got;
	return got > 0;
}

static void obey_input(struct chat *chat)
{
	char line[sizeof(chat->line)];

	if (!read_input(chat, 0))
		xmpp_disconnect(chat->conn);
	while (next_line(chat, line))
		obey(chat, line);
}

/* ---- the connection ---- */

static void changed(xmpp_conn_t *conn, xmpp_conn_event_t event, int error, xmpp_stream_error_t *stream_error, void *userdata)
{
	struct chat *chat = userdata;

	if (event == XMPP_CONN_CONNECT) {
		if (!xmpp_conn_is_secured(conn)) {
			puts("offline not secured");
			chat->has_ended = true;
			return;
		}
		xmpp_handler_add(conn, got_message, NULL, "message", NULL, chat);
		xmpp_handler_add(conn, got_presence, NULL, "presence", NULL, chat);
		xmpp_handler_add(conn, got_push, XMPP_NS_ROSTER, "iq", NULL, chat);
		ask_roster(chat, "get", "all", NULL);
		send_presence(chat, NULL, NULL);
		printf("online %s\n", xmpp_conn_get_bound_jid(conn));
		chat->is_online = true;
	} else {
		printf("offline error=%d stream_error=%s\n", error, stream_error ? text_or(stream_error->text, "yes") : "no");
		chat->has_ended = true;
	}
}

static int connect_to(struct chat *chat, const char *host, const char *port, const char *security)
{
	bool is_direct = strcmp(security, "direct") == 0;

	xmpp_conn_set_flags(chat->conn, is_direct ? XMPP_CONN_FLAG_LEGACY_SSL : XMPP_CONN_FLAG_MANDATORY_TLS);
	return xmpp_connect_client(chat->conn, host, (unsigned short)strtoul(port, NULL, 10), changed, chat);
}

int main(int argc, char **argv)
{
	struct chat chat = {0};
	char password[sizeof(chat.line)];

	if (argc != 6) {
		fprintf(stderr, "strophe_chat JID HOST PORT CAFILE starttls|direct\n");
		return 2;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	while (!next_line(&chat, password)) {
		if (!read_input(&chat, -1))
			return 2;
	}
	xmpp_initialize();
	chat.ctx = xmpp_ctx_new(NULL, xmpp_get_default_logger(XMPP_LEVEL_WARN));
	chat.conn = xmpp_conn_new(chat.ctx);
	xmpp_conn_set_jid(chat.conn, argv[1]);
	xmpp_conn_set_pass(chat.conn, password);
	xmpp_conn_set_cafile(chat.conn, argv[4]);
	if (connect_to(&chat, argv[2], argv[3], argv[5]) != XMPP_EOK) {
		puts("offline cannot connect");
		chat.has_ended = true;
	}
	while (!chat.has_ended) {
		xmpp_run_once(chat.ctx, POLL_MS);
		if (chat.is_online && !chat.has_ended)
			obey_input(&chat);
	}
	xmpp_conn_release(chat.conn);
	xmpp_ctx_free(chat.ctx);
	xmpp_shutdown();
	return 0;
}
