/* The command line of loadgen. An option is a row: its name, where its value goes, its help. */
#include "options.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum kind { TEXT, NUMBER, FLAG, TLS, USERS };

struct row {
	const char *name;
	enum kind kind;
	size_t offset;
	const char *help;
};

#define AT(field) offsetof(struct bench_options, field)
static const struct row rows[] = {
	{ "--label", TEXT, AT(label), "name of the server for the report" },
	{ "--host", TEXT, AT(host), "address to connect to (127.0.0.1)" },
	{ "--port", NUMBER, AT(port), "port (5222)" },
	{ "--domain", TEXT, AT(domain), "XMPP domain (localhost)" },
	{ "--tls", TLS, AT(tls), "none, starttls or direct (none)" },
	{ "--websocket", FLAG, AT(is_websocket), "over a WebSocket at /xmpp-websocket; --tls is none or direct" },
	{ "--relay", FLAG, AT(is_relay), "the peer is relay, not an XMPP server" },
	{ "--mechanism", TEXT, AT(mechanism), "PLAIN, SCRAM-SHA-1 or SCRAM-SHA-256 (SCRAM-SHA-1)" },
	{ "--users", USERS, 0, "prefix/count/password (user/200/secret)" },
	{ "--server-pid", TEXT, AT(server_pids), "pid[,pid...]: processes whose CPU and memory count, with their children" },
	{ "--server-name", TEXT, AT(server_name), "the same, by the name of the process" },
	{ "--sessions", NUMBER, AT(sessions), "login: logins in all; idle: sessions (1000)" },
	{ "--cold", FLAG, AT(is_cold), "login: measure the first login of an account too" },
	{ "--roster", FLAG, AT(is_with_roster), "login: it ends when the roster and the own presence have come" },
	{ "--concurrent", NUMBER, AT(concurrent), "logins under way at once; muc: who enter at once (20)" },
	{ "--pairs", NUMBER, AT(pairs), "chat: pairs of users (100)" },
	{ "--window", NUMBER, AT(window), "chat: messages under way per pair (1)" },
	{ "--body", NUMBER, AT(body_bytes), "chat, open, offline, muc: bytes of a body (100)" },
	{ "--bare", FLAG, AT(is_to_bare), "chat, open: write to the bare address" },
	{ "--warm-up-ms", NUMBER, AT(warm_up_ms), "time before the measurement (1000)" },
	{ "--duration-ms", NUMBER, AT(duration_ms), "time of the measurement (5000)" },
	{ "--settle-ms", NUMBER, AT(settle_ms), "idle, muc-memory: time before memory is read (3000)" },
	{ "--rate", NUMBER, AT(rate), "open, muc-open, archive: messages per second (500)" },
	{ "--contacts", NUMBER, AT(contacts), "presence: contacts of each user, even (20)" },
	{ "--senders", NUMBER, AT(senders), "offline, muc: users who write (10)" },
	{ "--occupants", NUMBER, AT(occupants), "muc, archive: how many are in the room (50)" },
	{ "--archive", FLAG, AT(is_archived), "muc: the room stays; the field for its archive is one of --room-fields" },
	{ "--room-fields", TEXT, AT(room_fields), "muc: fields of the configuration: field=value[,field=value...]" },
	{ "--receivers", NUMBER, AT(receivers), "offline: users who are away (50)" },
	{ "--messages", NUMBER, AT(messages), "offline: messages in all; archive: that there are (5000)" },
};
#define ROW_COUNT (sizeof rows / sizeof rows[0])

static void help(void)
{
	puts("loadgen SCENARIO [OPTION...], scenarios: login, idle, chat, open, presence, offline,\n"
	     "muc, muc-open, muc-memory, archive\n"
	     "One JSON object goes to the output, a line for people to the error stream.\n");
	for (size_t i = 0; i < ROW_COUNT; i++)
		printf("  %-14s %s\n", rows[i].name, rows[i].help);
}

/* prefix/count/password */
static int set_users(struct bench_options *options, char *value)
{
	char *count = strchr(value, '/');
	char *password = count ? strchr(count + 1, '/') : NULL;

	if (!password)
		return -1;
	*count = *password = '\0';
	options->prefix = value;
	options->password = password + 1;
	return nx_str_to_i64(count + 1, 1, 1000000, &options->user_count);
}

static int set_tls(enum bench_tls *tls, const char *value)
{
	static const char *const names[] = { "none", "starttls", "direct" };

	for (size_t i = 0; i < 3; i++) {
		if (nx_str_eq(value, names[i])) {
			*tls = (enum bench_tls)i;
			return 0;
		}
	}
	return -1;
}

static int set(struct bench_options *options, const struct row *row, char *value)
{
	void *field = (char *)options + row->offset;

	switch (row->kind) {
	case TEXT:
		*(const char **)field = value;
		return 0;
	case NUMBER:
		return nx_str_to_i64(value, 0, 1000000000, field);
	case FLAG:
		*(bool *)field = true;
		return 0;
	case TLS:
		return set_tls(field, value);
	case USERS:
		return set_users(options, value);
	}
	return -1;
}

static const struct row *find(const char *name)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (nx_str_eq(rows[i].name, name))
			return &rows[i];
	}
	return NULL;
}

int options_parse(struct bench_options *options, int argc, char **argv)
{
	*options = (struct bench_options){
		.label = "server", .host = "127.0.0.1", .domain = "localhost", .port = 5222, .mechanism = "SCRAM-SHA-1",
		.prefix = "user", .password = "secret", .user_count = 200, .sessions = 1000, .concurrent = 20, .pairs = 100,
		.window = 1, .body_bytes = 100, .warm_up_ms = 1000, .duration_ms = 5000, .settle_ms = 3000, .rate = 500,
		.contacts = 20, .senders = 10, .receivers = 50, .messages = 5000, .occupants = 50,
		.room_fields = "",
	};
	for (int i = 1; i < argc; i++) {
		const struct row *row = find(argv[i]);
		char *value = NULL;

		if (nx_str_eq(argv[i], "--help")) {
			help();
			exit(0);
		}
		if (!row && argv[i][0] != '-' && !options->scenario) {
			options->scenario = argv[i];
			continue;
		}
		if (row && row->kind != FLAG && i + 1 < argc)
			value = argv[++i];
		if (!row || (row->kind != FLAG && !value) || set(options, row, value) < 0) {
			fprintf(stderr, "loadgen: cannot use %s %s; see loadgen --help\n", argv[i], value ? value : "");
			return -1;
		}
	}
	return 0;
}
