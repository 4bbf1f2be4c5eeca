/* A conversation for tests of TLS: a connection of ours, and OpenSSL's own client at the other end of a socket pair. tls_setup() makes
 * certificates for tls_hosts under an authority of its own, which the client trusts.
 *
 * One normal case: tls_dial(), tls_shake_hands(), then words with nx_conn_send() and tls_client_write(), and tls_settle() after each. */
#ifndef TESTS_UNIT_TLS_TALK_H
#define TESTS_UNIT_TLS_TALK_H

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/log.h"
#include "base/pool.h"
#include "net/conn.h"
#include "net/loop.h"
#include "net/tls.h"

#include <openssl/ssl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#define TLS_HOSTS 3
extern const char *const tls_hosts[TLS_HOSTS];

static const char *const hosts[] = { "example.org", "other.org", "third.org" };

struct tls_talk {
	struct nx_clock clock;
	struct nx_loop *loop;
	struct nx_logger *logger;
	struct nx_log_source log;
	struct nx_pool *pool;
	struct nx_tls_context *tls;
	struct nx_error err;
	const char *warning;
	char dir[32];
	/* the server's side */
	struct nx_conn *conn;
	struct nx_buf got;
	unsigned secured_count, drained_count;
	char reason[160];
	bool starts_tls_at_data, aborts_at_data, pauses_at_data, greets_when_secured;
	/* the client's side */
	SSL_CTX *client_ctx;
	SSL *client;
	int fd;
	struct nx_buf client_got;
};

/* The state of a case is its struct tls_talk. */
int tls_setup(void **state);
int tls_teardown(void **state);
/* A file in the directory of the certificates: "ca.pem", "example.org.pem", "own.key". */
const char *tls_file(struct tls_talk *s, const char *name);
/* The context serves the first count of tls_hosts from now on. */
void tls_load(struct tls_talk *s, unsigned count);
/* Makes own.pem and own.key for own.org, valid so many days from now, signed with its own key and md. */
void tls_make_own(struct tls_talk *s, EVP_PKEY *key, const EVP_MD *md, int from_days, int to_days);
/* The context serves third.org, and own.org with these files. 0, or -1 and s->err. */
int tls_load_files(struct tls_talk *s, const char *cert, const char *key);

/* Another connection, in place of the one before; tls_now: direct TLS. */
void tls_dial(struct tls_talk *s, bool tls_now);
void tls_hang_up(struct tls_talk *s);
/* 1, or -1 when one side refuses. */
int tls_shake_hands(struct tls_talk *s);
void tls_client_write(struct tls_talk *s, const char *text);
/* What has come by now, into s->client_got. */
void tls_client_read(struct tls_talk *s);
/* Both sides take turns until nothing more happens. */
void tls_settle(struct tls_talk *s);

/* A row of a table of cases. The client's socket BIO has no MSG_NOSIGNAL: main() ignores SIGPIPE. */
#define TLS_STORY(name) cmocka_unit_test_setup_teardown(name, tls_setup, tls_teardown)

#endif
