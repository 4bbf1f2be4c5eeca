/* The lines of a story, one function per kind of line (README.md says what they mean). When you add a kind, add a row to
 * stage_verbs or actor_verbs.
 *
 * What actors send arrives in the order of the story, but nobody waits for what comes of it: only lines that look at
 * something wait until everything has settled. So stanzas meet as they do when clients do not wait. */
#include "play.h"

#include <string.h>

#include "actor.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/fault.h"
#include "base/pool.h"
#include "base/str.h"
#include "command.h"
#include "core/server.h"
#include "core/users.h"
#include "database.h"
#include "match.h"
#include "net/conn.h"
#include "room.h"
#include "stage.h"
#include "story.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/ns.h"

/* ---- actors ---- */

static struct actor *find_actor(struct stage *stage, const char *name)
{
	struct actor *actor;

	NX_LIST_EACH(&stage->actors, struct actor, link, actor) {
		if (nx_str_eq(actor->name, name))
			return actor;
	}
	return NULL;
}

static struct actor *find_or_add_actor(struct stage *stage, const char *name)
{
	struct actor *actor = find_actor(stage, name);

	if (actor)
		return actor;
	actor = actor_new(stage, name);
	nx_list_append(&stage->actors, &actor->link);
	return actor;
}

/* Available presence, from that address or (NULL) from anybody. */
static void forget_presence(struct actor *actor, const char *from)
{
	struct item *item;

	NX_LIST_EACH(&actor->inbox, struct item, link, item) {
		bool is_available = item->kind == ITEM_ELEMENT && nx_xml_is(item->el, NX_NS_CLIENT, "presence") &&
			!nx_xml_attr(item->el, "type");

		if (is_available && (!from || nx_str_eq(nx_xml_attr(item->el, "from"), from)))
			actor_drop(item);
	}
}

static void take_result(struct actor *actor, const char *id)
{
	struct item *item = actor_peek(actor);

	if (!item || item->kind != ITEM_ELEMENT || !nx_str_eq(nx_xml_attr(item->el, "id"), id) ||
	    !nx_str_eq(nx_xml_attr(item->el, "type"), "result"))
		stage_fail(actor->stage, "%s did not get the result of %s but %s", actor->name, id, item ? item->text : "nothing");
	actor_drop(item);
}

static void connect_bound(struct actor *actor, bool is_framed)
{
	actor_open(actor, true, is_framed);
	actor_greet(actor);
	actor_log_in(actor, "PLAIN", "secret");
	actor_bind(actor);
}

/* What every client does: roster, then presence (RFC 6121 section 2.2). Who is there hears of whom: that is so for all, and
 * no story says it. */
static void connect_available(struct actor *actor, bool is_framed)
{
	struct stage *stage = actor->stage;
	const char *full = nx_pool_printf(stage->pool, "%s@" STAGE_HOST "/%s", actor->local, actor->resource);
	struct actor *other;

	connect_bound(actor, is_framed);
	actor_send_element(actor, "<iq type='get' id='roster'><query xmlns='" NX_NS_ROSTER "'/></iq>");
	take_result(actor, "roster");
	actor_send_element(actor, "<presence/>");
	stage_settle(actor->stage);
	NX_LIST_EACH(&stage->actors, struct actor, link, other)
		forget_presence(other, other == actor ? NULL : full);
}

/* White space between stanzas means nothing: only who waits for it looks at it. */
static struct item *peek(struct actor *actor)
{
	struct item *item = actor_peek(actor);

	while (item && item->kind == ITEM_SPACE) {
		actor_drop(item);
		item = actor_peek(actor);
	}
	return item;
}

static void check_inbox(struct actor *actor)
{
	struct item *item = peek(actor);

	if (item)
		stage_fail(actor->stage, "%s got what the story does not expect:\n%s", actor->name, item->text);
}

static void disconnect(struct actor *actor)
{
	struct item *item;

	check_inbox(actor);
	actor_send_close(actor);
	item = actor_peek(actor);
	if (!item || item->kind != ITEM_CLOSE)
		stage_fail(actor->stage, "the server did not close the stream of %s", actor->name);
	actor_drop(item);
	item = actor_peek(actor);
	if (item && item->kind == ITEM_GONE)
		actor_drop(item);
	else
		actor_break(actor);
}

/* ---- users ---- */

static void account_done(void *ctx, const struct nx_error *err)
{
	struct stage *stage = ctx;

	if (err)
		stage_fail(stage, "the account cannot be changed: %s", err->text);
}

static void create_account(struct stage *stage, const char *local)
{
	struct match_value *value = NX_NEW(stage->pool, struct match_value);

	nx_users_create(stage_host(stage), local, "secret", false, account_done, stage);
	value->name = nx_pool_printf(stage->pool, "user %s", local);    /* for stage_expand() */
	value->value = local;
	value->next = stage->values;
	stage->values = value;
}

static void subscribe(struct actor *from, struct actor *to)
{
	struct nx_pool *pool = from->stage->pool;

	actor_send_element(from, nx_pool_printf(pool, "<presence type='subscribe' to='%s@" STAGE_HOST "'/>", to->local));
	stage_settle(from->stage);
	actor_send_element(to, nx_pool_printf(pool, "<presence type='subscribed' to='%s@" STAGE_HOST "'/>", from->local));
	stage_settle(from->stage);
}

static void befriend(struct actor **actors, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		for (unsigned j = 0; j < count; j++) {
			if (i != j)
				subscribe(actors[i], actors[j]);
		}
	}
	for (unsigned i = 0; i < count; i++)
		actor_forget(actors[i]);
}

#define MAX_USERS 16

struct modes { bool are_friends, are_offline, are_connected; };

static struct modes parse_modes(struct stage *stage, const char *text)
{
	char **words = nx_str_split(stage->pool, text, ',');
	struct modes modes = {0};

	for (; *words; words++) {
		if (nx_str_eq(*words, "friends"))
			modes.are_friends = true;
		else if (nx_str_eq(*words, "offline"))
			modes.are_offline = true;
		else if (nx_str_eq(*words, "connected"))
			modes.are_connected = true;
		else
			stage_fail(stage, "users are friends, offline or connected, not \"%s\"", *words);
	}
	return modes;
}

static void play_users(struct stage *stage, char *args)
{
	char *comma = strchr(args, ',');
	struct modes modes = parse_modes(stage, comma ? comma + 1 : "");
	struct actor *actors[MAX_USERS];
	unsigned count = 0;

	if (comma)
		*comma = '\0';
	stage_start(stage);
	while (*args) {
		if (count == MAX_USERS)
			stage_fail(stage, "more than %d users in one line", MAX_USERS);
		actors[count] = find_or_add_actor(stage, story_word(&args));
		create_account(stage, actors[count++]->name);
	}
	stage_settle(stage);
	for (unsigned i = 0; i < count && !modes.are_offline; i++) {
		if (modes.are_connected)
			connect_bound(actors[i], false);
		else
			connect_available(actors[i], false);
	}
	if (modes.are_friends)
		befriend(actors, count);
}

static void play_account(struct stage *stage, char *args)
{
	const char *local = story_word(&args), *what = story_word(&args);

	/* What was sent before has left, and arrives while this is under way. */
	stage_let_send(stage, NULL);
	if (nx_str_eq(what, "disabled"))
		nx_users_set_disabled(stage_host(stage), local, true, args, account_done, stage);
	else if (nx_str_eq(what, "deleted"))
		nx_users_delete(stage_host(stage), local, account_done, stage);
	else
		stage_fail(stage, "an account is disabled or deleted, not \"%s\"", what);
	stage_settle(stage);
}

/* ---- the stage ---- */

static void play_option(struct stage *stage, char *args)
{
	const char *name = story_word(&args);

	if (args[0] != '=' || args[1] != ' ')
		stage_fail(stage, "write: option NAME = VALUE");
	stage_add_option(stage, nx_pool_printf(stage->pool, "%s=%s", name, args + 2));
}

static int64_t parse_period(struct stage *stage, const char *text)
{
	static const struct { const char *unit; int64_t ms; } units[] = {
		{ "ms", 1 }, { "s", 1000 }, { "m", 60000 }, { "h", 3600000 }, { "d", 86400000 },
	};
	size_t digits = strspn(text + 1, "0123456789");
	int64_t count;

	for (size_t i = 0; text[0] == '+' && i < sizeof(units) / sizeof(units[0]); i++) {
		if (nx_str_eq(text + 1 + digits, units[i].unit) &&
		    nx_str_to_i64(nx_pool_strndup(stage->pool, text + 1, digits), 1, 1000000, &count) == 0)
			return count * units[i].ms;
	}
	stage_fail(stage, "write: clock +5m");
}

static void play_clock(struct stage *stage, char *args)
{
	stage_advance(stage, parse_period(stage, args));
}

static void play_fault(struct stage *stage, char *args)
{
	stage_settle(stage);
	nx_faults_set(args);
}

static void play_log(struct stage *stage, char *args)
{
	enum nx_level level;

	stage_settle(stage);
	if (nx_level_parse(story_word(&args), &level) < 0)
		stage_fail(stage, "write: log WARNING some words of the line");
	stage_expect_log(stage, level, stage_expand(stage, args));
}

static void play_stop(struct stage *stage, char *args)
{
	(void)args;
	stage_stop(stage);
}

static void break_all(struct stage *stage)
{
	struct actor *actor;

	NX_LIST_EACH(&stage->actors, struct actor, link, actor)
		actor_break(actor);
}

/* Goodbyes of the server are the same for all; a story about them says "stop". */
static void play_restart(struct stage *stage, char *args)
{
	struct actor *actor;

	(void)args;
	NX_LIST_EACH(&stage->actors, struct actor, link, actor)
		check_inbox(actor);
	stage_stop(stage);
	break_all(stage);
	stage_drop(stage);
	NX_LIST_EACH(&stage->actors, struct actor, link, actor)
		actor_forget(actor);
	stage_start(stage);
}

static void play_stream(struct stage *stage, char *args)
{
	const char *name = story_word(&args), *word;
	bool is_secure = false, is_framed = false;

	stage_start(stage);
	while (*(word = story_word(&args))) {
		is_secure = is_secure || nx_str_eq(word, "secure");
		is_framed = is_framed || nx_str_eq(word, "websocket");
		if (!nx_str_eq(word, "secure") && !nx_str_eq(word, "websocket"))
			stage_fail(stage, "write: stream NAME, stream NAME secure, stream NAME websocket secure");
	}
	actor_open(find_or_add_actor(stage, name), is_secure, is_framed);
}

static const struct { const char *name; void (*fn)(struct stage *stage, char *args); } stage_verbs[] = {
	{ "account", play_account }, { "answer", command_answer }, { "clock", play_clock }, { "command", command_run },
	{ "database", database_change }, { "fault", play_fault }, { "log", play_log }, { "option", play_option },
	{ "restart", play_restart }, { "roster", database_roster }, { "stop", play_stop }, { "stream", play_stream }, { "users", play_users },
};

/* ---- what actors do ---- */

static void do_connect(struct actor *actor, char *args)
{
	stage_settle(actor->stage);
	bool is_framed = nx_str_has_suffix(args, "by websocket");

	if (nx_str_has_prefix(args, "without presence"))
		connect_bound(actor, is_framed);
	else
		connect_available(actor, is_framed);
}

static void do_disconnect(struct actor *actor, char *args)
{
	(void)args;
	disconnect(actor);
}

/* What it sent has left; what comes of it has not come about. */
static void do_break(struct actor *actor, char *args)
{
	(void)args;
	if (!actor->conn)
		stage_fail(actor->stage, "%s is not connected", actor->name);
	stage_let_send(actor->stage, NULL);
	actor_break(actor);
}

/* "reads nothing": what comes stays on the way, as with a client that hangs; "reads": it is back. */
static void do_read(struct actor *actor, char *args)
{
	if (nx_str_eq(args, "nothing"))
		nx_conn_pause(actor->conn, NX_PAUSE_RATE);
	else
		nx_conn_resume(actor->conn, NX_PAUSE_RATE);
}

static void do_greet(struct actor *actor, char *args)
{
	(void)args;
	actor_greet(actor);
}

/* "logs in", "logs in with SCRAM-SHA-1", "logs in with PLAIN password wrong" */
static void do_log_in(struct actor *actor, char *args)
{
	const char *mechanism = "PLAIN", *password = "secret", *word;

	while (*(word = story_word(&args))) {
		if (nx_str_eq(word, "with"))
			mechanism = story_word(&args);
		else if (nx_str_eq(word, "password"))
			password = story_word(&args);
		else if (!nx_str_eq(word, "in"))
			stage_fail(actor->stage, "write: NAME logs in with MECHANISM password PASSWORD");
	}
	actor_log_in(actor, mechanism, password);
}

static void do_bind(struct actor *actor, char *args)
{
	if (*args)
		actor->resource = nx_pool_strdup(actor->stage->pool, args);
	actor_bind(actor);
}

static void do_send(struct actor *actor, char *args)
{
	const char *text = stage_expand(actor->stage, args);

	if (!match_parse(actor->stage->pool, text))
		stage_fail(actor->stage, "this is not one well-formed element; bytes are sent with >>");
	actor_send_element(actor, text);
}

static void do_send_bytes(struct actor *actor, char *args)
{
	const char *text = stage_expand(actor->stage, args);
	struct nx_buf buf = NX_BUF_INIT;

	for (; *text; text++) {
		const char *digits = "0123456789abcdef";
		bool is_hex = text[0] == '\\' && text[1] == 'x' && text[2] && text[3];

		if (!is_hex) {
			nx_buf_putc(&buf, *text);
			continue;
		}
		const char *high = strchr(digits, text[2]), *low = strchr(digits, text[3]);

		if (!high || !low)
			stage_fail(actor->stage, "write bytes as \\x0f");
		nx_buf_putc(&buf, (char)((high - digits) * 16 + (low - digits)));
		text += 3;
	}
	actor_send(actor, buf.data, buf.len);
	nx_buf_done(&buf);
}

static bool item_fits(struct actor *actor, const struct item *item, const char *pattern, struct nx_buf *why)
{
	struct stage *stage = actor->stage;

	if (nx_str_eq(pattern, "space") || nx_str_eq(pattern, "</stream:stream>"))
		return item->kind == (*pattern == 's' ? ITEM_SPACE : ITEM_CLOSE);
	const struct nx_xml *wanted = match_parse(stage->pool, pattern);

	if (!wanted)
		stage_fail(stage, "this is not one well-formed element:\n%s", pattern);
	if (nx_xml_is(wanted, NX_NS_FRAMING, "close"))
		return item->kind == ITEM_CLOSE;
	bool is_header = nx_xml_is(wanted, NX_NS_STREAMS, "stream") || nx_xml_is(wanted, NX_NS_FRAMING, "open");

	return item->kind == (is_header ? ITEM_HEADER : ITEM_ELEMENT) &&
		match_element(stage->pool, wanted, item->el, &stage->values, why);
}

static void expect(struct actor *actor, char *args)
{
	const char *pattern = stage_expand(actor->stage, args);
	struct item *item = nx_str_eq(pattern, "space") ? actor_peek(actor) : peek(actor);
	struct nx_buf why = NX_BUF_INIT;

	if (nx_str_eq(pattern, "nothing")) {
		check_inbox(actor);
		return;
	}
	if (!item)
		stage_fail(actor->stage, "%s got nothing and expected:\n%s", actor->name, pattern);
	if (!item_fits(actor, item, pattern, &why))
		stage_fail(actor->stage, "%s expected:\n  %s\nand got:\n  %s\n%s", actor->name, pattern, item->text, nx_buf_str(&why));
	actor_drop(item);
	nx_buf_done(&why);
}

/* Where the order is nobody's promise. */
static void expect_anywhere(struct actor *actor, char *args)
{
	const char *pattern = stage_expand(actor->stage, args);
	struct nx_buf why = NX_BUF_INIT;
	struct item *item;

	stage_settle(actor->stage);
	NX_LIST_EACH(&actor->inbox, struct item, link, item) {
		if (item_fits(actor, item, pattern, &why)) {
			actor_drop(item);
			nx_buf_done(&why);
			return;
		}
	}
	stage_fail(actor->stage, "%s did not get, in any order:\n  %s\n%s", actor->name, pattern, nx_buf_str(&why));
}

static void expect_closed(struct actor *actor, char *args)
{
	struct item *item = peek(actor);

	(void)args;
	if (item && item->kind == ITEM_CLOSE) {
		actor_drop(item);
		item = peek(actor);
	}
	if (!item || item->kind != ITEM_GONE)
		stage_fail(actor->stage, "%s expected the end of the connection and got %s", actor->name, item ? item->text : "nothing");
	actor_drop(item);
}

static const struct { const char *name; void (*fn)(struct actor *actor, char *args); } actor_verbs[] = {
	{ ">", do_send }, { ">>", do_send_bytes }, { "<", expect }, { "<~", expect_anywhere },
	{ "connects", do_connect }, { "disconnects", do_disconnect }, { "breaks", do_break },
	{ "makes", room_make }, { "enters", room_enter }, { "reads", do_read }, { "greets", do_greet }, { "logs", do_log_in }, { "binds", do_bind }, { "closed", expect_closed },
};

/* ---- the play ---- */

/* Another resource comes into being when it connects; nobody else does without being introduced. */
static struct actor *who_acts(struct stage *stage, const char *name, const char *verb)
{
	struct actor *actor = nx_str_eq(verb, "connects") ? find_or_add_actor(stage, name) : find_actor(stage, name);

	if (!actor)
		stage_fail(stage, "nobody knows %s", name);
	return actor;
}

static void play_line(struct stage *stage, char *text)
{
	const char *first = story_word(&text);

	for (size_t i = 0; i < sizeof(stage_verbs) / sizeof(stage_verbs[0]); i++) {
		if (nx_str_eq(stage_verbs[i].name, first)) {
			stage_verbs[i].fn(stage, text);
			return;
		}
	}
	const char *verb = story_word(&text);

	for (size_t i = 0; i < sizeof(actor_verbs) / sizeof(actor_verbs[0]); i++) {
		if (nx_str_eq(actor_verbs[i].name, verb)) {
			actor_verbs[i].fn(who_acts(stage, first, verb), text);
			return;
		}
	}
	stage_fail(stage, "this line means nothing: %s %s", first, verb);
}

static void end(struct stage *stage)
{
	struct actor *actor;

	if (stage->server) {
		NX_LIST_EACH(&stage->actors, struct actor, link, actor)
			check_inbox(actor);
		break_all(stage);
	}
	command_forget(stage);
	stage_drop(stage);
	stage_check_log(stage);
	nx_faults_set(NULL);
	stage_done(stage);
}

void play(const struct story *story)
{
	struct stage stage;

	stage_init(&stage, story->path);
	for (size_t i = 0; i < story->count; i++) {
		stage.line = story->lines[i].number;
		play_line(&stage, nx_pool_strdup(stage.pool, story->lines[i].text));
	}
	end(&stage);
}
