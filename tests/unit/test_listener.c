/* Listening sockets: who may have them, what is said when not, running out of descriptors (net/listener.h). */
#include "net/listener.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/fault.h"
#include "base/log.h"
#include "net/loop.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

struct story {
	struct nx_clock clock;
	struct nx_loop *loop;
	struct nx_logger *logger;
	struct nx_log_source log;
	struct nx_listener *listener;
	struct nx_error err;
	unsigned accepted_count, error_lines;
	int last_fd;
	char last_peer[64];
	char dir[32], path[64];
	bool frees_at_accept;
};

static void observe(void *ctx, enum nx_level level, const char *line)
{
	struct story *s = ctx;

	if (level == NX_ERROR && strstr(line, "ulimit"))
		s->error_lines++;
}

static void accepted(void *ctx, int fd, const char *peer)
{
	struct story *s = ctx;

	s->accepted_count++;
	if (s->last_fd >= 0)
		close(s->last_fd);
	s->last_fd = fd;
	snprintf(s->last_peer, sizeof(s->last_peer), "%s", peer);
	if (s->frees_at_accept)
		nx_listener_free(&s->listener);
}

static int setup(void **state)
{
	static struct story story;
	struct nx_log_options options = { .level = NX_ERROR };
	struct story *s = &story;

	*s = (struct story){ .clock = { true, 1000, 0 }, .last_fd = -1, .dir = "/tmp/nexa-listener-XXXXXX" };
	s->loop = nx_loop_new(&s->clock, NULL);
	s->logger = nx_logger_new(&options, NULL);
	nx_logger_set_observer(s->logger, observe, s);
	s->log.logger = s->logger;
	assert_non_null(mkdtemp(s->dir));
	snprintf(s->path, sizeof(s->path), "%.31s/socket", s->dir);
	*state = s;
	return 0;
}

static int teardown(void **state)
{
	struct story *s = *state;

	nx_faults_set(NULL);
	nx_listener_free(&s->listener);
	if (s->last_fd >= 0)
		close(s->last_fd);
	unlink(s->path);
	rmdir(s->dir);
	nx_loop_free(&s->loop);
	nx_logger_free(&s->logger);
	return 0;
}

static struct nx_listener *listen_at(struct story *s, const char *address, uint16_t port)
{
	return nx_listener_new(s->loop, address, port, "c2s_port", accepted, s, &s->log, &s->err);
}

static int connect_tcp(uint16_t port)
{
	struct sockaddr_in addr = { .sin_family = AF_INET, .sin_port = htons(port),
				    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

	connect(fd, (struct sockaddr *)&addr, sizeof(addr));
	return fd;
}

static int connect_unix(const char *path)
{
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memcpy(addr.sun_path, path, strlen(path) + 1);
	if (connect(fd, (struct sockaddr *)&addr, sizeof(addr)) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static void settle(struct story *s)
{
	for (int i = 0; i < 20; i++) {
		nx_loop_turn(s->loop, 0);
		usleep(200);
	}
}

static void accepts_over_tcp_without_nagle(void **state)
{
	static const char *const addresses[] = { "127.0.0.1", "0.0.0.0", "::" };
	struct story *s = *state;

	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		int on = 0;
		socklen_t len = sizeof(on);

		s->listener = listen_at(s, addresses[i], 0);
		assert_non_null(s->listener);
		assert_int_not_equal(nx_listener_port(s->listener), 0);
		int client = connect_tcp(nx_listener_port(s->listener));

		settle(s);
		assert_int_equal(s->accepted_count, i + 1);
		assert_string_equal(s->last_peer, "127.0.0.1");
		assert_int_equal(getsockopt(s->last_fd, IPPROTO_TCP, TCP_NODELAY, &on, &len), 0);
		assert_int_equal(on, 1);
		assert_true(fcntl(s->last_fd, F_GETFL) & O_NONBLOCK);
		assert_true(fcntl(s->last_fd, F_GETFD) & FD_CLOEXEC);
		close(client);
		nx_listener_free(&s->listener);
	}
}

static void a_port_in_use_is_a_sentence(void **state)
{
	struct story *s = *state;
	char want[160];

	s->listener = listen_at(s, "127.0.0.1", 0);
	assert_null(listen_at(s, "127.0.0.1", nx_listener_port(s->listener)));
	snprintf(want, sizeof(want), "port %u on 127.0.0.1 is in use by another program; stop it or set c2s_port",
		 nx_listener_port(s->listener));
	assert_string_equal(s->err.text, want);
	assert_int_equal(s->err.kind, NX_E_SYSTEM);
}

static void wrong_addresses_are_sentences(void **state)
{
	static const struct { const char *address, *says; } cases[] = {
		{ "192.0.2.1", "is not an address of this machine" },
		{ "localhost", "is not an address to listen on" },
		{ "", "is not an address to listen on" },
		{ "/nonexistent/dir/socket", "cannot make the socket" },
	};
	struct story *s = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_null(listen_at(s, cases[i].address, 0));
		assert_non_null(strstr(s->err.text, cases[i].says));
	}
}

static void a_unix_socket_is_ours_alone_and_goes_with_us(void **state)
{
	struct story *s = *state;
	struct stat st;

	s->listener = listen_at(s, s->path, 0);
	assert_non_null(s->listener);
	assert_int_equal(lstat(s->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	int client = connect_unix(s->path);

	settle(s);
	assert_int_equal(s->accepted_count, 1);
	assert_string_equal(s->last_peer, "unix");
	close(client);
	nx_listener_free(&s->listener);
	assert_int_not_equal(lstat(s->path, &st), 0);
}

static void a_stale_unix_socket_is_removed_a_live_one_is_not(void **state)
{
	struct story *s = *state;
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	int stale = socket(AF_UNIX, SOCK_STREAM, 0);

	memcpy(addr.sun_path, s->path, strlen(s->path) + 1);
	assert_int_equal(bind(stale, (struct sockaddr *)&addr, sizeof(addr)), 0);
	close(stale);
	s->listener = listen_at(s, s->path, 0);
	assert_non_null(s->listener);
	assert_null(listen_at(s, s->path, 0));
	assert_non_null(strstr(s->err.text, "in use"));
	int client = connect_unix(s->path);

	assert_true(client >= 0);
	close(client);
}

static void a_file_in_the_way_is_left_alone(void **state)
{
	struct story *s = *state;

	close(open(s->path, O_CREAT | O_WRONLY, 0600));
	assert_null(listen_at(s, s->path, 0));
	assert_non_null(strstr(s->err.text, "not a socket"));
	assert_int_equal(access(s->path, F_OK), 0);
}

static void at_most_so_many_accepts_a_turn(void **state)
{
	struct story *s = *state;
	int clients[40];

	s->listener = listen_at(s, "127.0.0.1", 0);
	for (int i = 0; i < 40; i++)
		clients[i] = connect_tcp(nx_listener_port(s->listener));
	usleep(20000);
	nx_loop_turn(s->loop, 0);
	assert_int_equal(s->accepted_count, 32);
	nx_listener_set_accepts_per_turn(s->listener, 5);
	nx_loop_turn(s->loop, 0);
	assert_int_equal(s->accepted_count, 37);
	nx_loop_turn(s->loop, 0);
	assert_int_equal(s->accepted_count, 40);
	for (int i = 0; i < 40; i++)
		close(clients[i]);
}

static void out_of_descriptors_rests_a_second_and_says_so_once(void **state)
{
	struct story *s = *state;

	s->listener = listen_at(s, "127.0.0.1", 0);
	nx_faults_set("net.accept:1");
	int client = connect_tcp(nx_listener_port(s->listener));

	settle(s);
	assert_int_equal(s->accepted_count, 0);
	assert_int_equal(s->error_lines, 1);
	nx_clock_advance(&s->clock, 999);
	settle(s);
	assert_int_equal(s->accepted_count, 0);
	nx_clock_advance(&s->clock, 1);
	settle(s);
	assert_int_equal(s->accepted_count, 1);
	assert_int_equal(s->error_lines, 1);
	close(client);
}

static void it_may_be_freed_while_it_accepts(void **state)
{
	struct story *s = *state;
	int first, second;

	s->listener = listen_at(s, "127.0.0.1", 0);
	s->frees_at_accept = true;
	first = connect_tcp(nx_listener_port(s->listener));
	second = connect_tcp(nx_listener_port(s->listener));
	settle(s);
	assert_null(s->listener);
	assert_int_equal(s->accepted_count, 1);
	close(first);
	close(second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(accepts_over_tcp_without_nagle, setup, teardown),
		cmocka_unit_test_setup_teardown(a_port_in_use_is_a_sentence, setup, teardown),
		cmocka_unit_test_setup_teardown(wrong_addresses_are_sentences, setup, teardown),
		cmocka_unit_test_setup_teardown(a_unix_socket_is_ours_alone_and_goes_with_us, setup, teardown),
		cmocka_unit_test_setup_teardown(a_stale_unix_socket_is_removed_a_live_one_is_not, setup, teardown),
		cmocka_unit_test_setup_teardown(a_file_in_the_way_is_left_alone, setup, teardown),
		cmocka_unit_test_setup_teardown(at_most_so_many_accepts_a_turn, setup, teardown),
		cmocka_unit_test_setup_teardown(out_of_descriptors_rests_a_second_and_says_so_once, setup, teardown),
		cmocka_unit_test_setup_teardown(it_may_be_freed_while_it_accepts, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
