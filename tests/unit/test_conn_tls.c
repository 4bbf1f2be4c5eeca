/* Connections with TLS (net/conn.h; RFC 6120 section 5, XEP-0368): bytes, handshakes and ends. */
#include "tls_talk.h"

#include <openssl/err.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void direct_tls_carries_bytes_both_ways(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	assert_int_equal(SSL_set1_host(s->client, "example.org"), 1);
	assert_false(nx_conn_can_start_tls(s->conn));
	assert_string_equal(nx_conn_transport(s->conn), "tcp");
	assert_int_equal(tls_shake_hands(s), 1);
	assert_int_equal(SSL_get_verify_result(s->client), X509_V_OK);
	assert_string_equal(nx_conn_transport(s->conn), "tls");
	assert_string_equal(nx_conn_tls_version(s->conn), "TLSv1.3");
	assert_string_equal(nx_conn_tls_cipher(s->conn), SSL_get_cipher_name(s->client));
	assert_null(nx_conn_tls_server_name(s->conn));
	tls_client_write(s, "hello");
	nx_conn_send(s->conn, "wel", 3);
	nx_conn_send(s->conn, "come", 4);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 7);
	tls_settle(s);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 0);
	assert_int_equal(nx_conn_bytes_written(s->conn), 7);
	assert_string_equal(nx_buf_str(&s->got), "hello");
	assert_string_equal(nx_buf_str(&s->client_got), "welcome");
	assert_int_equal(s->secured_count, 1);
}

/* One write for the session ticket and what is said behind it. */
static void the_first_words_leave_in_the_turn_of_the_handshake(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	s->greets_when_secured = true;
	assert_int_equal(tls_shake_hands(s), 1);
	tls_client_read(s);
	assert_string_equal(nx_buf_str(&s->client_got), "welcome");
	assert_int_equal(nx_conn_queued_bytes(s->conn), 0);
	assert_int_equal(nx_conn_bytes_written(s->conn), 7);
}

static void what_is_sent_before_the_handshake_waits_for_it(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	nx_conn_send(s->conn, "early", 5);
	nx_loop_turn(s->loop, 0);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 5);
	assert_int_equal(tls_shake_hands(s), 1);
	tls_settle(s);
	assert_string_equal(nx_buf_str(&s->client_got), "early");
}

static void close_says_close_notify_and_fin(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	nx_conn_send(s->conn, "bye", 3);
	nx_conn_close(s->conn, "done", 5000);
	tls_settle(s);
	assert_string_equal(nx_buf_str(&s->client_got), "bye");
	assert_int_equal(SSL_get_shutdown(s->client) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
	assert_string_equal(s->reason, "");
	shutdown(s->fd, SHUT_WR);
	tls_settle(s);
	assert_string_equal(s->reason, "done");
}

static void close_during_the_handshake_just_ends(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	nx_loop_turn(s->loop, 0);
	nx_conn_send(s->conn, "never", 5);
	nx_conn_close(s->conn, "too slow", 5000);
	shutdown(s->fd, SHUT_WR);
	tls_settle(s);
	assert_string_equal(s->reason, "too slow");
}

static void the_clients_close_notify_closes(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	tls_client_write(s, "last");
	SSL_shutdown(s->client);
	tls_settle(s);
	assert_string_equal(nx_buf_str(&s->got), "last");
	assert_string_equal(s->reason, "closed by peer");
}

/* Data and close_notify come in one segment from clients that log out at once. */
static void a_pause_inside_data_holds_back_close_notify(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	s->pauses_at_data = true;
	tls_client_write(s, "last");
	SSL_shutdown(s->client);
	tls_settle(s);
	assert_string_equal(nx_buf_str(&s->got), "last");
	assert_string_equal(s->reason, "");
	nx_conn_resume(s->conn, NX_PAUSE_EVENT_WAITING);
	tls_settle(s);
	assert_string_equal(s->reason, "closed by peer");
}

static void abort_inside_data_is_safe(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	s->aborts_at_data = true;
	tls_client_write(s, "hello");
	nx_loop_turn(s->loop, 0);
	assert_string_equal(s->reason, "not welcome");
	s->aborts_at_data = false;
}

/* RFC 6120 section 5.4.2.3: the server proceeds, and TLS begins after the closing '>'. */
static void starttls_in_mid_connection(void **state)
{
	struct tls_talk *s = *state;
	char buf[32];

	tls_dial(s, false);
	s->starts_tls_at_data = true;
	assert_true(nx_conn_can_start_tls(s->conn));
	assert_int_equal(write(s->fd, "<starttls/>", 11), 11);
	for (int i = 0; i < 5; i++)
		nx_loop_turn(s->loop, 0);
	assert_int_equal(read(s->fd, buf, sizeof(buf)), 10);
	assert_memory_equal(buf, "<proceed/>", 10);
	assert_false(nx_conn_is_secure(s->conn));
	assert_false(nx_conn_can_start_tls(s->conn));
	nx_conn_send(s->conn, "secret", 6);
	assert_int_equal(tls_shake_hands(s), 1);
	tls_client_write(s, "<stream>");
	tls_settle(s);
	assert_string_equal(nx_buf_str(&s->got), "<starttls/><stream>");
	assert_string_equal(nx_buf_str(&s->client_got), "secret");
	s->starts_tls_at_data = false;
}

/* RFC 6120 section 5.4.3.3: what somebody put in behind <starttls/> never reaches the stream. */
static void plaintext_after_starttls_is_never_data(void **state)
{
	struct tls_talk *s = *state;

	tls_dial(s, false);
	s->starts_tls_at_data = true;
	assert_int_equal(write(s->fd, "<starttls/>", 11), 11);
	for (int i = 0; i < 2; i++)
		nx_loop_turn(s->loop, 0);
	assert_int_equal(write(s->fd, "<message>injected</message>", 27), 27);
	for (int i = 0; i < 5; i++)
		nx_loop_turn(s->loop, 0);
	assert_string_equal(nx_buf_str(&s->got), "<starttls/>");
	assert_non_null(strstr(s->reason, "what the client sent is not TLS"));
	s->starts_tls_at_data = false;
}

static void old_versions_and_other_protocols_are_refused_in_words(void **state)
{
	static const struct { const char *bytes; size_t len; const char *says; } cases[] = {
		{ "GET / HTTP/1.1\r\n\r\n", 18, "HTTP" },
		{ "<stream:stream xmlns='jabber:client'>", 37, "is not TLS" },
		{ "\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00", 10, "TLS handshake failed" },
	};
	struct tls_talk *s = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		tls_dial(s, true);
		assert_int_equal(write(s->fd, cases[i].bytes, cases[i].len), cases[i].len);
		for (int n = 0; n < 5; n++)
			nx_loop_turn(s->loop, 0);
		assert_non_null(strstr(s->reason, cases[i].says));
	}
	tls_dial(s, true);
	SSL_set_security_level(s->client, 0);
	SSL_set_min_proto_version(s->client, TLS1_1_VERSION);
	SSL_set_max_proto_version(s->client, TLS1_1_VERSION);
	SSL_set_cipher_list(s->client, "ALL:@SECLEVEL=0");
	assert_int_equal(tls_shake_hands(s), -1);
	tls_settle(s);
	assert_non_null(strstr(s->reason, "the client offers no version from TLS 1.2 on"));
}

static void a_handshake_byte_by_byte_and_cut_short(void **state)
{
	struct tls_talk *s = *state;
	char flight[4096];

	/* The client writes to memory; its bytes are put on the wire one at a time. */
	for (int is_cut = 0; is_cut < 2; is_cut++) {
		tls_dial(s, true);
		BIO *in = BIO_new(BIO_s_mem()), *out = BIO_new(BIO_s_mem());

		BIO_set_mem_eof_return(in, -1);
		SSL_set_bio(s->client, in, out);
		for (int round = 0; round < 5 && s->secured_count == 0; round++) {
			SSL_do_handshake(s->client);
			int n = BIO_read(out, flight, sizeof(flight));

			for (int i = 0; i < n - is_cut; i++) {
				assert_int_equal(write(s->fd, flight + i, 1), 1);
				nx_loop_turn(s->loop, 0);
			}
			ssize_t got = read(s->fd, flight, sizeof(flight));

			if (got > 0)
				BIO_write(in, flight, (int)got);
			if (is_cut)
				break;
		}
		assert_int_equal(s->secured_count, is_cut ? 0 : 1);
		shutdown(s->fd, SHUT_WR);
		for (int i = 0; i < 5; i++)
			nx_loop_turn(s->loop, 0);
		assert_string_equal(s->reason, "closed by peer");
	}
}

static void large_output_arrives_whole_and_is_counted(void **state)
{
	static char big[3000000];
	struct tls_talk *s = *state;

	for (size_t i = 0; i < sizeof(big); i++)
		big[i] = (char)('a' + i % 26);
	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	tls_settle(s);
	s->drained_count = 0;
	for (size_t at = 0; at < sizeof(big); at += 1000)
		nx_conn_send(s->conn, big + at, 1000);
	/* Nobody reads: the queue keeps nearly all of it, and time does not count as progress. */
	for (int i = 0; i < 50; i++)
		nx_loop_turn(s->loop, 0);
	size_t stuck = nx_conn_queued_bytes(s->conn);

	assert_in_range(stuck, sizeof(big) - 1000000, sizeof(big) - 1);
	assert_int_equal(nx_conn_bytes_written(s->conn) + stuck, nx_conn_bytes_sent(s->conn));
	nx_clock_advance(&s->clock, 60000);
	nx_loop_turn(s->loop, 0);
	assert_int_equal(nx_conn_last_progress_ms(s->conn), 1000);
	tls_settle(s);
	assert_int_equal(s->client_got.len, sizeof(big));
	assert_memory_equal(s->client_got.data, big, sizeof(big));
	assert_int_equal(s->drained_count, 1);
	assert_int_equal(nx_conn_queued_bytes(s->conn), 0);
}

static void large_input_arrives_whole_also_after_a_pause(void **state)
{
	static char big[1000000];
	struct tls_talk *s = *state;
	size_t sent = 0, n;

	tls_dial(s, true);
	assert_int_equal(tls_shake_hands(s), 1);
	SSL_set_mode(s->client, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	for (int i = 0; i < 5000 && s->got.len < sizeof(big); i++) {
		ERR_clear_error();
		if (sent < sizeof(big) && SSL_write_ex(s->client, big + sent, sizeof(big) - sent, &n) == 1)
			sent += n;
		ERR_clear_error();
		if (i == 3)
			nx_conn_pause(s->conn, NX_PAUSE_RATE);
		size_t before = s->got.len;

		nx_loop_turn(s->loop, 0);
		if (i > 4 && i < 10)
			assert_int_equal(s->got.len, before);
		if (i == 10)
			nx_conn_resume(s->conn, NX_PAUSE_RATE);
	}
	assert_int_equal(s->got.len, sizeof(big));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TLS_STORY(direct_tls_carries_bytes_both_ways),
		TLS_STORY(the_first_words_leave_in_the_turn_of_the_handshake),
		TLS_STORY(what_is_sent_before_the_handshake_waits_for_it),
		TLS_STORY(close_says_close_notify_and_fin),
		TLS_STORY(close_during_the_handshake_just_ends),
		TLS_STORY(the_clients_close_notify_closes),
		TLS_STORY(a_pause_inside_data_holds_back_close_notify),
		TLS_STORY(abort_inside_data_is_safe),
		TLS_STORY(starttls_in_mid_connection),
		TLS_STORY(plaintext_after_starttls_is_never_data),
		TLS_STORY(old_versions_and_other_protocols_are_refused_in_words),
		TLS_STORY(a_handshake_byte_by_byte_and_cut_short),
		TLS_STORY(large_output_arrives_whole_and_is_counted),
		TLS_STORY(large_input_arrives_whole_also_after_a_pause),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
