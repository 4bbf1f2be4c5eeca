/* Running nexad --check (check.h). nexad is looked for where it is installed beside nexactl (bin, sbin), in the same directory,
 * in a build tree, and in PATH. */
#include "nexactl/check.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/str.h"
#include "nexactl/failure.h"

/* False: not beside us, so PATH has to know. */
static bool find_beside(char out[4096])
{
	static const char *const places[] = { "../sbin/nexad", "nexad", "../nexad/nexad" };
	char self[2048];
	ssize_t len = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (len <= 0)
		return false;
	self[len] = '\0';
	char *slash = strrchr(self, '/');
	slash[1] = '\0';
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(out, 4096, "%s%s", self, places[i]);
		if (access(out, X_OK) == 0)
			return true;
	}
	return false;
}

static void read_all(int fd, struct nx_buf *output)
{
	ssize_t got;

	while ((got = read(fd, nx_buf_reserve(output, 4096), 4096)) > 0 || (got < 0 && errno == EINTR))
		output->len += got > 0 ? (size_t)got : 0;
	while (output->len > 0 && output->data[output->len - 1] == '\n')
		output->len--;
}

/* What nexad writes, on either stream, and how it ends; -1 when it cannot be started. */
static int spawn_nexad(char *const argv[], struct nx_buf *output, int *status_r)
{
	posix_spawn_file_actions_t actions;
	int ends[2];
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return -1;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
	int code = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	if (code == 0) {
		read_all(ends[0], output);
		while (waitpid(pid, status_r, 0) < 0 && errno == EINTR)
			;
	}
	close(ends[0]);
	errno = code;
	return code == 0 ? 0 : -1;
}

int check_configuration(const char *file, json_t **result_r, struct failure *why)
{
	static char check[] = "--check", config[] = "--config";
	char beside[4096] = "nexad";
	struct nx_buf output = NX_BUF_INIT;
	int status = 0;

	if (!find_beside(beside))
		nx_str_copy(beside, sizeof(beside), "nexad");
	char *const argv[] = { beside, check, file ? config : NULL, (char *)file, NULL };
	int rc = spawn_nexad(argv, &output, &status);
	const char *text = nx_buf_str(&output);
	if (rc < 0)
		fail(why, EXIT_REFUSED, "system", "cannot start nexad, which knows the options: %s", strerror(errno));
	else if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		*result_r = json_pack("{s:s}", "message", text);
	else
		rc = fail(why, WIFEXITED(status) && WEXITSTATUS(status) == EXIT_CONFIG ? EXIT_CONFIG : EXIT_REFUSED, "config", "%s",
			  nx_str_has_prefix(text, "nexad: ") ? text + strlen("nexad: ") : text);
	nx_buf_done(&output);
	return rc;
}
