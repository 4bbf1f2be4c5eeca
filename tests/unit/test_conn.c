/* Connections in memory and on sockets: order, large queues, pauses, closing, dying (net/conn.h). Stories that do not
 * depend on the carrier run on both. */
#include "net/conn.h"

#include "base/blob.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "net/loop.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct end {
	struct nx_conn *conn;
	struct nx_buf got;
	unsigned data_count, drained_count;
	char reason[64];                        /* of closed; "" before */
	const char *abort_at_data, *close_at_data;
	bool pauses_at_data;
};

struct pair {
	struct nx_clock clock;
	struct nx_loop *loop;
	struct end a, b;
};

static void end_data(void *ctx, const char *data, size_t len)
{
	struct end *end = ctx;

	end->data_count++;
	nx_buf_add(&end->got, data, len);
	if (end->pauses_at_data)
		nx_conn_pause(end->conn, NX_PAUSE_RATE);
	if (end->close_at_data)
		nx_conn_close(end->conn, end->close_at_data, 1000);
	if (end->abort_at_data) {
		nx_conn_abort(end->conn, end->abort_at_data);
		assert_string_equal(end->reason, "");           /* never from inside */
		nx_conn_send(end->conn, "late", 4);             /* ignored, but safe */
		nx_conn_pause(end->conn, NX_PAUSE_RATE);
		assert_int_equal(nx_conn_queued_bytes(end->conn), 0);
		assert_non_null(nx_conn_peer_address(end->conn));
	}
}

static void end_drained(void *ctx)
{
	((struct end *)ctx)->drained_count++;
}

static void end_closed(void *ctx, const char *reason)
{
	struct end *end = ctx;

	assert_string_equal(end->reason, "");
	assert_in_range(strlen(reason), 1, sizeof(end->reason) - 1);
	memcpy(end->reason, reason, strlen(reason) + 1);
	end->conn = NULL;
}

static const struct nx_conn_events end_events = {
	.data = end_data, .drained = end_drained, .closed = end_closed,
};

static struct pair *pair_new(void)
{
	struct pair *p = nx_mem_new(sizeof(*p));

	p->clock = (struct nx_clock){ true, 1000, 0 };
	p->loop = nx_loop_new(&p->clock, NULL);
	return p;
}

static void pair_listen(struct pair *p)
{
	nx_conn_set_events(p->a.conn, &end_events, &p->a);
	nx_conn_set_events(p->b.conn, &end_events, &p->b);
}

static struct pair *pair_memory(void)
{
	struct pair *p = pair_new();

	nx_conn_memory_pair(p->loop, &p->a.conn, &p->b.conn, NULL);
	pair_listen(p);
	return p;
}

static struct pair *pair_socket(void)
{
	struct pair *p = pair_new();
	int fds[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	p->a.conn = nx_conn_socket_new(p->loop, fds[0], NULL, false, NULL);
	p->b.conn = nx_conn_socket_new(p->loop, fds[1], NULL, false, NULL);
	pair_listen(p);
	return p;
}

static struct pair *pair_tcp(void)
{
	struct pair *p = pair_new();
	struct sockaddr_in addr = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(addr);
	int server = socket(AF_INET, SOCK_STREAM, 0), client = socket(AF_INET, SOCK_STREAM, 0);

	assert_int_equal(bind(server, (struct sockaddr *)&addr, len), 0);
	assert_int_equal(listen(server, 1), 0);
	assert_int_equal(getsockname(server, (struct sockaddr *)&addr, &len), 0);
	assert_int_equal(connect(client, (struct sockaddr *)&addr, len), 0);
	p->a.conn = nx_conn_socket_new(p->loop, accept(server, NULL, NULL), NULL, false, NULL);
	p->b.conn = nx_conn_socket_new(p->loop, client, NULL, false, NULL);
	close(server);
	pair_listen(p);
	return p;
}

static struct pair *(*const makers[])(void) = { pair_memory, pair_socket, pair_tcp };
#define EACH_MAKER(i) for (size_t i = 0; i < sizeof(makers) / sizeof(makers[0]); i++)

/* Until nothing happens; over loopback a few idle turns are the kernel's. */
static void settle(struct pair *p)
{
	for (int idle = 0; idle < 3; ) {
		if (nx_loop_turn(p->loop, 0)) {
			idle = 0;
		} else {
			idle++;
			usleep(500);
		}
	}
}

static void pair_free(struct pair *p)
{
	if (p->a.conn)
		nx_conn_abort(p->a.conn, "end of test");
	if (p->b.conn)
		nx_conn_abort(p->b.conn, "end of test");
	nx_loop_turn(p->loop, 0);
	assert_null(p->a.conn);
	assert_null(p->b.conn);
	nx_buf_done(&p->a.got);
	nx_buf_done(&p->b.got);
	nx_loop_free(&p->loop);
	nx_mem_free(p);
}

static void bytes_arrive_in_order_in_the_next_turn(void **state)
{
	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		settle(p);
		nx_conn_send(p->a.conn, "one ", 4);
		nx_conn_send(p->a.conn, "two", 3);
		nx_conn_send(p->b.conn, "three", 5);
		assert_int_equal(nx_conn_queued_bytes(p->a.conn), 7);
		nx_loop_turn(p->loop, 0);
		assert_int_equal(nx_conn_queued_bytes(p->a.conn), 0);
		assert_int_equal(p->a.drained_count, 1);
		assert_int_equal(p->b.got.len, 0);
		settle(p);
		assert_string_equal(nx_buf_str(&p->b.got), "one two");
		assert_int_equal(p->b.data_count, 1);
		assert_string_equal(nx_buf_str(&p->a.got), "three");
		assert_int_equal(nx_conn_bytes_sent(p->a.conn), 7);
		assert_int_equal(nx_conn_bytes_written(p->a.conn), 7);
		pair_free(p);
	}
}

/* Small copies and shared blobs in turn, 3 MiB in all: several times what a socket takes at once. */
static void large_queues_keep_their_order(void **state)
{
	char text[3001], copy[16];

	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();
		struct nx_buf want = NX_BUF_INIT;

		memset(text, 'b', sizeof(text));
		struct nx_blob *blob = nx_blob_new(text, sizeof(text));

		for (int n = 0; n < 1000; n++) {
			snprintf(copy, sizeof(copy), "<%d>", n);
			nx_conn_send(p->a.conn, copy, strlen(copy));
			nx_conn_send_blob(p->a.conn, blob);
			nx_buf_puts(&want, copy);
			nx_buf_add(&want, text, sizeof(text));
		}
		assert_int_equal(nx_conn_queued_bytes(p->a.conn), want.len);
		assert_int_equal(blob->refs, 1001);
		settle(p);
		assert_int_equal(blob->refs, 1);
		assert_int_equal(p->b.got.len, want.len);
		assert_memory_equal(p->b.got.data, want.data, want.len);
		assert_int_equal(p->a.drained_count, 1);
		nx_blob_unref(&blob);
		nx_buf_done(&want);
		pair_free(p);
	}
}

static void blobs_are_released_when_the_connection_dies(void **state)
{
	char text[1000] = "";

	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();
		struct nx_blob *blob = nx_blob_new(text, sizeof(text));

		nx_conn_send_blob(p->a.conn, blob);
		nx_conn_send_blob(p->a.conn, blob);
		assert_int_equal(blob->refs, 3);
		nx_conn_abort(p->a.conn, "enough");
		assert_int_equal(blob->refs, 1);
		nx_conn_send_blob(p->a.conn, blob);
		assert_int_equal(blob->refs, 1);
		nx_blob_unref(&blob);
		pair_free(p);
	}
}

static void reading_waits_until_no_reason_is_left(void **state)
{
	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		nx_conn_pause(p->b.conn, NX_PAUSE_STORE);
		nx_conn_pause(p->b.conn, NX_PAUSE_RATE);
		nx_conn_send(p->a.conn, "x", 1);
		settle(p);
		assert_int_equal(p->b.got.len, 0);
		nx_conn_resume(p->b.conn, NX_PAUSE_STORE);
		assert_true(nx_conn_is_paused(p->b.conn));
		settle(p);
		assert_int_equal(p->b.got.len, 0);
		nx_conn_resume(p->b.conn, NX_PAUSE_RATE);
		settle(p);
		assert_int_equal(p->b.got.len, 1);
		pair_free(p);
	}
}

static void a_pause_inside_data_holds_back_the_next(void **state)
{
	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		p->b.pauses_at_data = true;
		nx_conn_send(p->a.conn, "1", 1);
		settle(p);
		nx_conn_send(p->a.conn, "2", 1);
		settle(p);
		assert_string_equal(nx_buf_str(&p->b.got), "1");
		nx_conn_resume(p->b.conn, NX_PAUSE_RATE);
		settle(p);
		assert_string_equal(nx_buf_str(&p->b.got), "12");
		pair_free(p);
	}
}

static void a_pause_inside_data_holds_back_the_end_too(void **state)
{
	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		p->b.pauses_at_data = true;
		nx_conn_send(p->a.conn, "last", 4);
		nx_conn_close(p->a.conn, "done", 1000);
		settle(p);
		assert_string_equal(nx_buf_str(&p->b.got), "last");
		assert_string_equal(p->b.reason, "");
		nx_conn_resume(p->b.conn, NX_PAUSE_RATE);
		settle(p);
		assert_string_equal(p->b.reason, "closed by peer");
		pair_free(p);
	}
}

static void a_turn_reads_at_most_its_budget(void **state)
{
	static char big[200000];

	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();
		size_t before = 0;

		nx_conn_send(p->a.conn, big, sizeof(big));
		for (int turns = 0; turns < 1000 && p->b.got.len < sizeof(big); turns++) {
			nx_loop_turn(p->loop, 0);
			assert_true(p->b.got.len - before <= 65536);
			before = p->b.got.len;
		}
		assert_int_equal(p->b.got.len, sizeof(big));
		pair_free(p);
	}
}

static void a_peer_that_never_reads_fills_the_queue(void **state)
{
	static char big[100000];

	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		nx_conn_pause(p->b.conn, NX_PAUSE_RATE);
		nx_clock_advance(&p->clock, 500000);            /* long silence is not lack of progress */
		for (int n = 0; n < 100; n++) {
			nx_conn_send(p->a.conn, big, sizeof(big));
			nx_loop_turn(p->loop, 0);
		}
		assert_int_equal(nx_conn_last_progress_ms(p->a.conn), 501000);
		size_t stuck = nx_conn_queued_bytes(p->a.conn);

		assert_true(stuck > 0);
		assert_int_equal(nx_conn_bytes_sent(p->a.conn), 100 * sizeof(big));
		assert_int_equal(nx_conn_bytes_written(p->a.conn) + stuck, 100 * sizeof(big));
		nx_clock_advance(&p->clock, 60000);
		for (int n = 0; n < 10; n++)
			nx_loop_turn(p->loop, 0);
		assert_int_equal(nx_conn_last_progress_ms(p->a.conn), 501000);
		nx_conn_resume(p->b.conn, NX_PAUSE_RATE);
		settle(p);
		assert_int_equal(p->b.got.len, 100 * sizeof(big));
		assert_int_equal(nx_conn_queued_bytes(p->a.conn), 0);
		assert_int_equal(nx_conn_last_progress_ms(p->a.conn), 561000);
		pair_free(p);
	}
}

static void close_writes_the_queue_then_ends_both_sides(void **state)
{
	static char big[300000];

	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		nx_conn_send(p->a.conn, big, sizeof(big));
		nx_conn_close(p->a.conn, "logged out", 5000);
		nx_conn_send(p->a.conn, "late", 4);
		assert_string_equal(p->a.reason, "");
		settle(p);
		assert_int_equal(p->b.got.len, sizeof(big));
		assert_string_equal(p->a.reason, "logged out");
		assert_string_equal(p->b.reason, "closed by peer");
		pair_free(p);
	}
}

static void close_gives_up_after_its_linger_time(void **state)
{
	static char big[10000000];

	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		nx_conn_pause(p->b.conn, NX_PAUSE_RATE);
		settle(p);
		/* The memory pair's inbox takes one load whatever its size: fill it first. */
		nx_conn_send(p->a.conn, big, 100000);
		settle(p);
		nx_conn_send(p->a.conn, big, sizeof(big));
		nx_conn_close(p->a.conn, "logged out", 5000);
		nx_clock_advance(&p->clock, 4999);
		settle(p);
		assert_string_equal(p->a.reason, "");
		nx_clock_advance(&p->clock, 1);
		settle(p);
		assert_string_equal(p->a.reason, "logged out");
		pair_free(p);
	}
}

static void abort_from_inside_data_is_safe(void **state)
{
	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		p->b.abort_at_data = "not welcome";
		nx_conn_send(p->a.conn, "hello", 5);
		settle(p);
		assert_string_equal(p->b.reason, "not welcome");
		assert_null(p->b.conn);
		assert_true(p->a.reason[0] != '\0');
		pair_free(p);
	}
}

static void the_first_reason_is_told_once(void **state)
{
	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		nx_conn_close(p->a.conn, "first", 1000);
		nx_conn_close(p->a.conn, "second", 1000);
		nx_conn_abort(p->a.conn, "third");
		nx_conn_abort(p->a.conn, "fourth");
		assert_string_equal(p->a.reason, "");
		nx_loop_turn(p->loop, 0);
		assert_string_equal(p->a.reason, "first");
		pair_free(p);
	}
}

static void what_is_said_before_the_end_is_heard(void **state)
{
	(void)state;
	EACH_MAKER(i) {
		struct pair *p = makers[i]();

		nx_conn_send(p->a.conn, "bye", 3);
		nx_conn_close(p->a.conn, "done", 1000);
		p->b.close_at_data = "they said bye";
		settle(p);
		assert_string_equal(nx_buf_str(&p->b.got), "bye");
		assert_string_equal(p->a.reason, "done");
		assert_string_equal(p->b.reason, "they said bye");
		pair_free(p);
	}
}

/* --- sockets only: the other side is this test --- */

static struct pair *one_end(int *fd_r)
{
	struct pair *p = pair_new();
	int fds[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), 0);
	p->a.conn = nx_conn_socket_new(p->loop, fds[0], NULL, false, NULL);
	nx_conn_set_events(p->a.conn, &end_events, &p->a);
	*fd_r = fds[1];
	return p;
}

static void a_silent_peer_gets_a_second_to_answer_the_good_bye(void **state)
{
	char buf[16];
	int fd;
	struct pair *p = one_end(&fd);

	(void)state;
	nx_conn_send(p->a.conn, "bye", 3);
	nx_conn_close(p->a.conn, "done", 30000);
	settle(p);
	assert_int_equal(read(fd, buf, sizeof(buf)), 3);
	assert_int_equal(read(fd, buf, sizeof(buf)), 0);        /* FIN */
	assert_int_equal(write(fd, "still talking", 13), 13);
	settle(p);
	assert_int_equal(p->a.got.len, 0);
	nx_clock_advance(&p->clock, 999);
	settle(p);
	assert_string_equal(p->a.reason, "");
	nx_clock_advance(&p->clock, 1);
	settle(p);
	assert_string_equal(p->a.reason, "done");
	close(fd);
	pair_free(p);
}

static void fin_while_output_waits_is_closed_by_peer_after_the_data(void **state)
{
	char buf[16];
	int fd;
	struct pair *p = one_end(&fd);

	(void)state;
	assert_int_equal(write(fd, "last words", 10), 10);
	assert_int_equal(shutdown(fd, SHUT_WR), 0);
	settle(p);
	assert_string_equal(nx_buf_str(&p->a.got), "last words");
	assert_string_equal(p->a.reason, "closed by peer");
	assert_int_equal(read(fd, buf, sizeof(buf)), 0);
	close(fd);
	pair_free(p);
}

static void writing_to_a_closed_socket_is_no_signal(void **state)
{
	int fd;
	struct pair *p = one_end(&fd);

	(void)state;
	settle(p);
	nx_conn_pause(p->a.conn, NX_PAUSE_RATE);
	settle(p);
	close(fd);
	nx_conn_send(p->a.conn, "anybody?", 8);
	settle(p);
	assert_string_equal(p->a.reason, "connection reset by peer");
	pair_free(p);
}

static void addresses_and_kinds_have_names(void **state)
{
	static const struct { size_t maker; const char *address, *transport; } cases[] = {
		{ 0, "memory", "memory" }, { 1, "unix", "tcp" }, { 2, "127.0.0.1", "tcp" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pair *p = makers[cases[i].maker]();

		assert_string_equal(nx_conn_peer_address(p->a.conn), cases[i].address);
		assert_string_equal(nx_conn_transport(p->a.conn), cases[i].transport);
		assert_false(nx_conn_is_secure(p->a.conn));
		assert_false(nx_conn_can_start_tls(p->a.conn));
		assert_int_equal(nx_conn_start_tls(p->a.conn, NULL), -1);
		assert_string_equal(nx_conn_tls_version(p->a.conn), "");
		assert_null(nx_conn_tls_server_name(p->a.conn));
		pair_free(p);
	}
}

static void a_memory_connection_may_pretend_to_be_secure(void **state)
{
	struct pair *p = pair_memory();

	(void)state;
	nx_conn_memory_set_secure(p->a.conn, true);
	assert_true(nx_conn_is_secure(p->a.conn));
	assert_string_equal(nx_conn_transport(p->a.conn), "memory");
	pair_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_arrive_in_order_in_the_next_turn),
		cmocka_unit_test(large_queues_keep_their_order),
		cmocka_unit_test(blobs_are_released_when_the_connection_dies),
		cmocka_unit_test(reading_waits_until_no_reason_is_left),
		cmocka_unit_test(a_pause_inside_data_holds_back_the_next),
		cmocka_unit_test(a_pause_inside_data_holds_back_the_end_too),
		cmocka_unit_test(a_turn_reads_at_most_its_budget),
		cmocka_unit_test(a_peer_that_never_reads_fills_the_queue),
		cmocka_unit_test(close_writes_the_queue_then_ends_both_sides),
		cmocka_unit_test(close_gives_up_after_its_linger_time),
		cmocka_unit_test(abort_from_inside_data_is_safe),
		cmocka_unit_test(the_first_reason_is_told_once),
		cmocka_unit_test(what_is_said_before_the_end_is_heard),
		cmocka_unit_test(a_silent_peer_gets_a_second_to_answer_the_good_bye),
		cmocka_unit_test(fin_while_output_waits_is_closed_by_peer_after_the_data),
		cmocka_unit_test(writing_to_a_closed_socket_is_no_signal),
		cmocka_unit_test(addresses_and_kinds_have_names),
		cmocka_unit_test(a_memory_connection_may_pretend_to_be_secure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
