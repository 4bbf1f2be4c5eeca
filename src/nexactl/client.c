/* One request over the control socket (client.h). */
#include "nexactl/client.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "nexactl/failure.h"

#define SOCKET_NAME "nexactl.sock"
#define TIMEOUT_SECS 30
/* Every account of a large server in one answer fits; a broken peer does not fill the memory. */
#define MAX_ANSWER (256u * 1024 * 1024)

/* ---- connecting ---- */

static int explain_no_server(const char *state_dir, int code, struct failure *why)
{
	if (code == ENOENT)
		return fail(why, EXIT_NO_SERVER, "no-server", "no nexad is running for %s (no socket %s/" SOCKET_NAME
			    "); start it with: nexad --data-dir %s", state_dir, state_dir, state_dir);
	if (code == ECONNREFUSED)
		return fail(why, EXIT_NO_SERVER, "no-server", "no nexad is running for %s (nobody answers at %s/" SOCKET_NAME
			    "); start it with: nexad --data-dir %s", state_dir, state_dir, state_dir);
	if (code == EACCES || code == EPERM)
		return fail(why, EXIT_NO_SERVER, "no-permission", "%s/" SOCKET_NAME " is not open to you; "
			    "run nexactl as root or as the user that runs nexad", state_dir);
	if (code == EAGAIN)
		return fail(why, EXIT_REFUSED, "timeout", "nexad does not answer at %s/" SOCKET_NAME " (for %d s); it is overloaded or "
			    "stuck: look into %s/log/server.log", state_dir, TIMEOUT_SECS, state_dir);
	return fail(why, EXIT_NO_SERVER, "no-server", "cannot reach nexad at %s/" SOCKET_NAME ": %s", state_dir, strerror(code));
}

static int connect_to(const char *state_dir, struct failure *why)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	struct timeval limit = { .tv_sec = TIMEOUT_SECS };
	char path[4096];

	if (snprintf(path, sizeof(path), "%s/" SOCKET_NAME, state_dir) >= (int)sizeof(path) ||
	    !nx_str_copy(address.sun_path, sizeof(address.sun_path), path))
		return fail(why, EXIT_USAGE, "usage", "the path %.200s… is too long for a socket; it may have %zu bytes: choose a shorter "
			    "state directory", state_dir, sizeof(address.sun_path) - sizeof("/" SOCKET_NAME));
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return fail(why, EXIT_REFUSED, "system", "cannot make a socket: %s", strerror(errno));
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
		return fd;
	explain_no_server(state_dir, errno, why);
	close(fd);
	return -1;
}

/* ---- one line each way ---- */

static int send_line(int fd, const char *text, size_t len, const char *state_dir, struct failure *why)
{
	while (len > 0) {
		ssize_t sent = send(fd, text, len, MSG_NOSIGNAL);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent < 0 && (errno == EPIPE || errno == ECONNRESET))
			return 0;       /* the server has refused already: its answer says why */
		if (sent < 0)
			return explain_no_server(state_dir, errno, why);
		text += sent;
		len -= (size_t)sent;
	}
	return 0;
}

static int receive_line(int fd, struct nx_buf *line, const char *state_dir, struct failure *why)
{
	while (line->len == 0 || line->data[line->len - 1] != '\n') {
		ssize_t got = recv(fd, nx_buf_reserve(line, 65536), 65536, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 && errno == EAGAIN)
			return fail(why, EXIT_REFUSED, "timeout", "nexad did not answer within %d s; whether it did what you asked for "
				    "is open: look into %s/log/server.log", TIMEOUT_SECS, state_dir);
		if (got < 0 && errno != ECONNRESET)
			return fail(why, EXIT_REFUSED, "system", "cannot read nexad's answer: %s", strerror(errno));
		if (got <= 0 || line->len > MAX_ANSWER)
			return fail(why, EXIT_REFUSED, "no-answer", "nexad hung up without an answer; %s/log/server.log says more",
				    state_dir);
		line->len += (size_t)got;
	}
	return 0;
}

static int exchange(int fd, const json_t *request, struct nx_buf *line, const char *state_dir, struct failure *why)
{
	char *text = json_dumps(request, JSON_COMPACT);
	size_t len = strlen(text);

	text[len] = '\n';       /* in place of the NUL: one write, so that the server sees the whole line at once */
	int rc = send_line(fd, text, len + 1, state_dir, why);
	nx_secret_wipe(text, len);      /* it may hold a password */
	nx_mem_free(text);
	return rc < 0 ? -1 : receive_line(fd, line, state_dir, why);
}

/* ---- the answer ---- */

static int take_answer(const struct nx_buf *line, json_t **result_r, struct failure *why)
{
	json_t *answer = json_loadb(line->data, line->len, 0, NULL);
	const json_t *error = json_object_get(answer, "error");
	const char *condition = json_string_value(json_object_get(error, "condition"));
	const char *text = json_string_value(json_object_get(error, "text"));
	int rc = 0;

	if (json_is_true(json_object_get(answer, "ok")))
		*result_r = json_incref(json_object_get(answer, "result"));
	else if (condition && text)
		rc = fail(why, nx_str_eq(condition, "item-not-found") ? EXIT_NOT_FOUND : EXIT_REFUSED, condition, "%s", text);
	else
		rc = fail(why, EXIT_REFUSED, "no-answer", "nexad's answer is not understood; nexactl and nexad have to be of one version");
	json_decref(answer);
	return rc;
}

int client_ask(const char *state_dir, const char *command, const json_t *args, json_t **result_r, struct failure *why)
{
	struct nx_buf line = NX_BUF_INIT;
	json_t *request = json_object();
	int fd = connect_to(state_dir, why);

	json_object_set_new(request, "command", json_string(command));
	if (args)
		json_object_set(request, "args", (json_t *)args);
	int rc = fd < 0 ? -1 : exchange(fd, request, &line, state_dir, why);
	if (fd >= 0)
		close(fd);
	if (rc == 0)
		rc = take_answer(&line, result_r, why);
	json_decref(request);
	nx_buf_done(&line);
	return rc;
}
