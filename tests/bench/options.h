/* What the command line of loadgen says; one row per option in options.c. */
#ifndef BENCH_OPTIONS_H
#define BENCH_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

enum bench_tls { BENCH_TLS_NONE, BENCH_TLS_STARTTLS, BENCH_TLS_DIRECT };

struct bench_options {
	const char *scenario;
	const char *label;              /* goes into the report: which server this is */
	const char *host, *domain;
	int64_t port;
	enum bench_tls tls;
	bool is_websocket;              /* RFC 7395 */
	bool is_relay;                  /* the peer is relay.c: no XMPP, only pairs */
	const char *mechanism;
	const char *prefix, *password;  /* users prefix0 … prefixN-1, all with one password */
	int64_t user_count;
	const char *server_pids, *server_name;

	int64_t sessions;               /* login: in all; idle: open at once */
	bool is_cold;                   /* login: without a login of each account before */
	bool is_with_roster;            /* login: to the end of what a client does before it shows its window */
	int64_t concurrent;             /* logins that are under way at once */
	int64_t pairs, window, body_bytes;
	bool is_to_bare;                /* chat: to the bare address, not to the full one */
	int64_t warm_up_ms, duration_ms, settle_ms;
	int64_t rate;                   /* open loops: messages per second */
	int64_t contacts;               /* presence: per user, even */
	int64_t occupants;              /* muc */
	bool is_archived;               /* muc: the room is one that stays; room_fields say that it keeps its messages */
	const char *room_fields;        /* muc: more of the room's configuration, "field=value,field=value" */
	int64_t senders, receivers, messages;   /* offline: messages in all */
};

/* 0, or -1 after the reason went to stderr. --help prints the options and ends the program. */
int options_parse(struct bench_options *options, int argc, char **argv);

#endif
