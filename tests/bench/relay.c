/* relay: the physical limit. Knows no XMPP: a connection says its number and a newline, then whatever it sends goes to its neighbour,
 * 2p to 2p+1 and back. One recv and one send per event, nothing else: no server that parses can be faster on this machine.
 *     relay [PORT] */
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"

#define NUMBERS 65536
#define FILES 65536
#define DEFAULT_PORT 5299

struct relay {
	int epoll_fd, listen_fd;
	int fd_of[NUMBERS];             /* by number, -1: not here */
	int number_of[FILES];           /* by file, -1: has not said it */
	char data[65536];
};

static void leave(struct relay *relay, int fd)
{
	if (relay->number_of[fd] >= 0)
		relay->fd_of[relay->number_of[fd]] = -1;
	relay->number_of[fd] = -1;
	close(fd);
}

static void accept_all(struct relay *relay)
{
	int fd;

	while ((fd = accept4(relay->listen_fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
		if (fd >= FILES) {
			close(fd);
			continue;
		}
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int));
		relay->number_of[fd] = -1;
		epoll_ctl(relay->epoll_fd, EPOLL_CTL_ADD, fd, &(struct epoll_event){ .events = EPOLLIN, .data.fd = fd });
	}
}

/* Takes the number at the beginning: how many bytes it was, 0 when it is none. */
static size_t introduce(struct relay *relay, int fd, size_t len)
{
	char *newline = memchr(relay->data, '\n', len);
	int64_t number;

	if (!newline)
		return 0;
	*newline = '\0';
	if (nx_str_to_i64(relay->data, 0, NUMBERS - 1, &number) < 0)
		return 0;
	relay->number_of[fd] = (int)number;
	relay->fd_of[number] = fd;
	return (size_t)(newline + 1 - relay->data);
}

/* Waits when the neighbour's buffer is full: the limit of a machine is not found with one that keeps queues. */
static void forward(int fd, const char *data, size_t len)
{
	while (len) {
		ssize_t n = send(fd, data, len, MSG_NOSIGNAL);

		if (n < 0 && errno != EAGAIN)
			return;
		if (n > 0) {
			data += n;
			len -= (size_t)n;
		}
	}
}

static void pass_on(struct relay *relay, int fd)
{
	ssize_t n = recv(fd, relay->data, sizeof relay->data, 0);
	size_t begin = 0;
	int to;

	if (n <= 0) {
		if (n == 0 || errno != EAGAIN)
			leave(relay, fd);
		return;
	}
	if (relay->number_of[fd] < 0) {
		begin = introduce(relay, fd, (size_t)n);
		if (!begin) {
			leave(relay, fd);
			return;
		}
	}
	to = relay->fd_of[relay->number_of[fd] ^ 1];
	if (to >= 0)
		forward(to, relay->data + begin, (size_t)n - begin);
}

static int listen_on(uint16_t port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)
	};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, sizeof(int));
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, SOMAXCONN) < 0) {
		perror("relay: cannot listen");
		exit(EXIT_FAILURE);
	}
	return fd;
}

int main(int argc, char **argv)
{
	struct relay *relay = nx_mem_new(sizeof *relay);
	struct epoll_event events[512];
	int64_t port = DEFAULT_PORT;

	if (argc > 1 && nx_str_to_i64(argv[1], 1, 65535, &port) < 0) {
		fprintf(stderr, "relay [PORT]\n");
		return EXIT_FAILURE;
	}
	memset(relay->fd_of, -1, sizeof relay->fd_of);
	relay->listen_fd = listen_on((uint16_t)port);
	relay->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
	epoll_ctl(relay->epoll_fd, EPOLL_CTL_ADD, relay->listen_fd,
		  &(struct epoll_event){ .events = EPOLLIN, .data.fd = relay->listen_fd });
	for (;;) {
		int count = epoll_wait(relay->epoll_fd, events, 512, -1);

		for (int i = 0; i < count; i++) {
			if (events[i].data.fd == relay->listen_fd)
				accept_all(relay);
			else
				pass_on(relay, events[i].data.fd);
		}
	}
}
