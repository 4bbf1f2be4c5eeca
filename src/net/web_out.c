/* How the answer of an exchange leaves (web_private.h): from memory, and behind that from a file, which workers read.
 *
 * Everything lies in one buffer, of which the socket takes what it has room for; when it is empty a worker fills it with the next
 * piece of the file. The buffer, and the file, belong to the worker while it reads, also when the exchange ends before. */
#include "net/web_private.h"

#include <errno.h>
#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include "base/assert.h"
#include "base/mem.h"
#include "base/workers.h"
#include "net/loop.h"

#define PIECE_BYTES 32768
#define RECORD_BYTES 16384              /* OpenSSL wants the same bytes again when a record did not fit */
#define BUDGET_BYTES 65536              /* for one connection in one turn */
#define MIN_BYTES_PER_SEC 256           /* that a client takes, once the kernel has no more room */
#define AGAIN_MS 50                     /* the workers have too much to do */

struct nx_web_out {
	struct nx_work work;
	struct nx_exchange *x;                  /* NULL: it has gone while a worker was reading */
	struct nx_buf buf;
	size_t at;                              /* of buf: is written up to here */
	struct nx_timer timer;                  /* the client does not read; or it is time to ask a worker again */
	int fd;                                 /* -1: no file */
	uint64_t offset, left;                  /* of the file: what is still to be read */
	ssize_t got;
	uint64_t written, taken;                /* by the kernel; by the client, when we looked last */
	bool is_reading, is_finished;
};

static void out_free(struct nx_web_out *out)
{
	if (out->fd >= 0)
		close(out->fd);
	nx_buf_done(&out->buf);
	nx_mem_free(out);
}

void nx_web_out_free(struct nx_exchange *x)
{
	struct nx_web_out *out = x->out;

	x->out = NULL;
	if (!out)
		return;
	nx_timer_cancel(&out->timer);
	out->x = NULL;
	if (!out->is_reading)
		out_free(out);
}

bool nx_web_out_is_finished(const struct nx_exchange *x)
{
	return x->out && x->out->is_finished;
}

static struct nx_timers *timers_of(const struct nx_web_out *out)
{
	return nx_loop_timers(out->x->visitor->web->options.loop);
}

/* ---- the socket ---- */

static ssize_t write_tls(SSL *ssl, const char *data, size_t len)
{
	size_t written = 0;

	ERR_clear_error();
	if (SSL_write_ex(ssl, data, len < RECORD_BYTES ? len : RECORD_BYTES, &written) == 1)
		return (ssize_t)written;
	return SSL_get_error(ssl, 0) == SSL_ERROR_WANT_WRITE ? 0 : -1;
}

/* Bytes that were taken; 0: there is no room. */
static ssize_t write_socket(const struct nx_visitor *visitor, const char *data, size_t len)
{
	if (visitor->has_tls)
		return write_tls(lws_get_ssl(visitor->wsi), data, len);
	ssize_t written = send(lws_get_socket_fd(visitor->wsi), data, len, MSG_NOSIGNAL | MSG_DONTWAIT);

	return written < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : written;
}

/* ---- writing ---- */

static void read_piece(struct nx_web_out *out);
static void write_more(struct nx_exchange *x);

/* Whoever is on the stack may still use the exchange. */
static void break_off(struct nx_exchange *x)
{
	x->is_broken = true;
	nx_exchange_mark(x);
}

static void look_whether_it_reads(void *arg);

/* What the kernel has of it does not count. */
static uint64_t taken_by_client(const struct nx_web_out *out)
{
	int unread = 0;

	ioctl(lws_get_socket_fd(out->x->visitor->wsi), SIOCOUTQ, &unread);
	return (uint64_t)unread < out->written ? out->written - (uint64_t)unread : 0;
}

static void be_patient(struct nx_web_out *out)
{
	int64_t patience_ms = 1000 * (int64_t)out->x->visitor->web->options.idle_timeout_secs;

	if (!nx_timer_is_set(&out->timer)) {
		out->taken = taken_by_client(out);
		nx_timer_set(timers_of(out), &out->timer, patience_ms, look_whether_it_reads, out);
	}
}

/* The kernel says that there is room when there is much: a slow client has read some of what is with the kernel. */
static void look_whether_it_reads(void *arg)
{
	struct nx_web_out *out = arg;
	uint64_t fair = (uint64_t)out->x->visitor->web->options.idle_timeout_secs * MIN_BYTES_PER_SEC, before = out->taken;

	be_patient(out);
	if (out->taken < before + fair || !nx_exchange_may_last(out->x))
		nx_exchange_cut(out->x);
}

static void wait_for_room(struct nx_web_out *out)
{
	nx_web_watch_for_room(out->x, write_more);
	be_patient(out);
}

static void write_more(struct nx_exchange *x)
{
	struct nx_web_out *out = x->out;
	size_t budget = BUDGET_BYTES;

	while (out->at < out->buf.len) {
		ssize_t written = budget > 0 ? write_socket(x->visitor, out->buf.data + out->at, out->buf.len - out->at) : 0;

		if (written < 0) {
			break_off(x);
			return;
		}
		if (written == 0) {
			wait_for_room(out);
			return;
		}
		out->at += (size_t)written;
		out->written += (size_t)written;
		budget = budget > (size_t)written ? budget - (size_t)written : 0;
	}
	nx_timer_cancel(&out->timer);
	if (out->left > 0) {
		read_piece(out);
		return;
	}
	out->is_finished = true;
	nx_exchange_mark(x);
}

/* ---- the file ---- */

/* On a worker. */
static void read_file(struct nx_work *work)
{
	struct nx_web_out *out = (struct nx_web_out *)work;
	size_t want = out->left < PIECE_BYTES ? (size_t)out->left : PIECE_BYTES;

	do
		out->got = pread(out->fd, out->buf.data + out->buf.len, want, (off_t)out->offset);
	while (out->got < 0 && errno == EINTR);
}

static void file_was_read(struct nx_work *work)
{
	struct nx_web_out *out = (struct nx_web_out *)work;

	out->is_reading = false;
	if (!out->x) {
		out_free(out);
		return;
	}
	/* It has become shorter, or the disk has failed: the client can tell by the length, and only by the end of the connection. */
	if (out->got <= 0) {
		nx_log(out->x->visitor->web, NX_WARNING, "path=\"%s\" a file could not be read to its end; the client was cut off",
		       out->x->request.path);
		break_off(out->x);
		return;
	}
	out->buf.len += (size_t)out->got;
	out->offset += (uint64_t)out->got;
	out->left -= (uint64_t)out->got;
	write_more(out->x);
}

static void try_again(void *arg)
{
	read_piece(arg);
}

/* Behind what is in the buffer: the head goes with the first piece. */
static void read_piece(struct nx_web_out *out)
{
	if (out->at == out->buf.len) {
		nx_buf_clear(&out->buf);
		out->at = 0;
	}
	nx_buf_reserve(&out->buf, PIECE_BYTES);
	out->work.run = read_file;
	out->work.done = file_was_read;
	out->got = 0;
	out->is_reading = nx_workers_submit(out->x->visitor->web->options.workers, &out->work) == 0;
	if (out->is_reading)
		nx_web_watch_for_end(out->x);
	else
		nx_timer_set(timers_of(out), &out->timer, AGAIN_MS, try_again, out);
}

void nx_web_out_begin(struct nx_exchange *x, struct nx_buf *head, int fd, uint64_t offset, uint64_t bytes)
{
	struct nx_web_out *out = nx_mem_new(sizeof(*out));

	nx_assert(!x->out);
	*out = (struct nx_web_out){ .x = x, .buf = *head, .fd = fd, .offset = offset, .left = bytes };
	*head = (struct nx_buf)NX_BUF_INIT;
	x->out = out;
	nx_web_watch_stop(x);
	if (out->left > 0)
		read_piece(out);
	else
		write_more(x);
}

void nx_web_out_continue(struct nx_exchange *x)
{
	static const char text[] = "HTTP/1.1 100 Continue\r\n\r\n";
	const char *expect = nx_http_find_header(&x->request, "expect");

	if (expect && strcasecmp(expect, "100-continue") == 0 && write_socket(x->visitor, text, sizeof(text) - 1) != sizeof(text) - 1)
		break_off(x);
}
