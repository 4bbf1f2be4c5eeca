/* mod_upload_scan: shows uploaded files to a malware scanner before anybody can get them: a command with the path of the file as its last
 * argument (options upload_scanner, upload_scanner_time). It ends with 0: good; with 1: found something; anything else, or not in time:
 * nobody knows, and the file is refused, but may be tried again. clamdscan and clamscan do so.
 *
 * Threads of our own start the commands and wait for them. A command has no shell, none of our environment, which may hold secrets, and a
 * process group of its own, so that whatever it has started ends with it. */
#include "core/module.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/workers.h"
#include "net/loop.h"
#include "service/upload.h"

#define THREADS 2
#define MAX_QUEUED 100
#define LOOK_MS 50
#define MAX_WORDS 200                   /* of what it says: bytes */

static int check_command(const char *text, struct nx_error *why)
{
	return text[0] == '/' ? 0 : nx_fail(why, NX_E_CONFIG, "not a path; write /usr/bin/clamdscan --fdpass --no-summary");
}

static const struct nx_option scan_options[] = {
	{ .name = "upload_scanner", .kind = NX_OPT_KIND_STRING, .default_text = "", .check = check_command,
	  .help = "Command that is shown each uploaded file and ends with 0 (good) or 1 (bad), such as /usr/bin/clamdscan --fdpass; \"\": none" },
	NX_OPT_PERIOD("upload_scanner_time", 30, 1, 300, "Time for that command"),
	NX_OPT_END
};

struct scanner {
	struct nx_workers *workers;
	atomic_bool is_stopping;
};

enum outcome { GOOD, BAD, UNKNOWN };

struct scan {
	struct nx_work work;
	struct nx_pool *pool;
	struct nx_module *mod;
	uint64_t file;                  /* for the service */
	const char *owner, *sha256;
	char **argv;
	int64_t time_ms, until_ms;
	enum outcome outcome;
	char words[MAX_WORDS + 1];      /* what the command has said, or what was wrong with it */
};

/* ---- on the threads ---- */

static int64_t now_ms(void)
{
	static const struct nx_clock real = NX_CLOCK_REAL;

	return nx_clock_ms(&real);
}

static pid_t start(char *const argv[], int output)
{
	static char path[] = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
	char *const environment[] = { path, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	sigset_t all, none;
	pid_t pid;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setsigmask(&attr, &none);
	errno = posix_spawn(&pid, argv[0], &actions, &attr, argv, environment);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&actions);
	return errno == 0 ? pid : -1;
}

/* The first words are kept, the rest is thrown away. False: it says nothing more. */
static bool listen_to(struct scan *scan, int output)
{
	char buf[4096];
	ssize_t len = read(output, buf, sizeof(buf));
	size_t have = strlen(scan->words);

	if (len <= 0)
		return len < 0 && (errno == EAGAIN || errno == EINTR);
	for (ssize_t i = 0; i < len && have < MAX_WORDS; i++)
		scan->words[have++] = buf[i] == '\n' || buf[i] == '\0' ? ' ' : buf[i];
	return true;
}

/* True: the process has ended in time. */
static bool wait_for_end(struct scan *scan, pid_t pid, int output, int *status)
{
	const struct scanner *scanner = scan->mod->data;
	struct pollfd watched = { .fd = output, .events = POLLIN };

	while (now_ms() < scan->until_ms && !atomic_load(&scanner->is_stopping)) {
		if (poll(&watched, 1, LOOK_MS) > 0 && !listen_to(scan, output))
			watched.fd = -1;        /* poll() only waits from now on */
		if (waitpid(pid, status, WNOHANG) == pid)
			return true;
	}
	return false;
}

static void watch(struct scan *scan, pid_t pid, int output)
{
	int status = 0;

	if (!wait_for_end(scan, pid, output, &status)) {
		kill(-pid, SIGKILL);
		waitpid(pid, &status, 0);
		nx_str_copy(scan->words, sizeof(scan->words), "it did not end in time");
		return;
	}
	listen_to(scan, output);        /* its last words */
	kill(-pid, SIGKILL);    /* what it has left behind */
	if (WIFEXITED(status) && WEXITSTATUS(status) <= 1)
		scan->outcome = WEXITSTATUS(status) == 0 ? GOOD : BAD;
}

static void run(struct nx_work *work)
{
	struct scan *scan = NX_CONTAINER(work, struct scan, work);
	int ends[2];
	pid_t pid;

	scan->until_ms = now_ms() + scan->time_ms;
	if (pipe2(ends, O_CLOEXEC) < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) < 0) {
		nx_str_copy(scan->words, sizeof(scan->words), strerror(errno));
		return;
	}
	pid = start(scan->argv, ends[1]);
	if (pid < 0)
		nx_str_copy(scan->words, sizeof(scan->words), strerror(errno));
	close(ends[1]);
	if (pid >= 0)
		watch(scan, pid, ends[0]);
	close(ends[0]);
}

/* ---- on the loop ---- */

static enum nx_verdict judge(const struct scan *scan, struct nx_error *err)
{
	struct nx_module *mod = scan->mod;

	switch (scan->outcome) {
	case GOOD:
		return NX_PASS;
	case BAD:
		nx_log(mod, NX_WARNING, "the scanner refuses a file owner=%s sha256=%s said=\"%s\"", scan->owner, scan->sha256, scan->words);
		nx_fail(err, NX_E_FORBIDDEN, "The file was refused: the server's scanner has found something harmful in it.");
		return NX_REFUSE;
	case UNKNOWN:
		break;
	}
	nx_log(mod, NX_ERROR, "the scanner cannot check a file command=%s said=\"%s\"; until it can, nobody can upload", scan->argv[0],
	       scan->words);
	nx_fail(err, NX_E_INTERNAL, "The server cannot check the file at present; try again later.");
	return NX_REFUSE;
}

static void done(struct nx_work *work)
{
	struct scan *scan = NX_CONTAINER(work, struct scan, work);
	const struct scanner *scanner = scan->mod->data;
	struct nx_module *upload_mod;
	const struct nx_upload_service *upload = nx_service_find(scan->mod->server, NX_SERVICE_UPLOAD, &upload_mod);
	struct nx_error err = {0};

	if (upload && !atomic_load(&scanner->is_stopping))
		upload->resume(upload_mod, scan->file, judge(scan, &err), &err);
	struct nx_pool *pool = scan->pool;

	nx_pool_free(&pool);
}

static char **command_for(struct nx_pool *pool, const char *command, const char *path)
{
	char **words = nx_str_split(pool, command, ' '), **argv;
	size_t count = 0;

	while (words[count])
		count++;
	argv = NX_NEW_ARRAY(pool, char *, count + 2);
	memcpy(argv, words, count * sizeof(*words));
	argv[count] = nx_pool_strdup(pool, path);
	return argv;
}

static enum nx_verdict on_file(struct nx_module *mod, const struct nx_received_file *file, struct nx_error *err)
{
	struct scanner *scanner = mod->data;
	const struct nx_conf *conf = mod->server->conf;
	const char *command = nx_conf_str(conf, NULL, "upload_scanner");

	if (!command || !*command)
		return NX_PASS;
	struct nx_pool *pool = nx_pool_new("scan", 1024);
	struct scan *scan = NX_NEW(pool, struct scan);

	*scan = (struct scan){ .work = { .run = run, .done = done }, .pool = pool, .mod = mod, .file = file->id,
		.owner = nx_pool_strdup(pool, file->owner), .sha256 = nx_pool_strdup(pool, file->sha256),
		.argv = command_for(pool, command, file->path), .outcome = UNKNOWN,
		.time_ms = nx_conf_period_ms(conf, NULL, "upload_scanner_time") };
	if (nx_workers_submit(scanner->workers, &scan->work) == 0)
		return NX_WAIT;
	nx_pool_free(&pool);
	nx_fail(err, NX_E_RESOURCE_CONSTRAINT, "Too many files wait to be checked; try again later.");
	return NX_REFUSE;
}

static const struct nx_hook scan_hooks[] = {
	NX_DECIDE(GUARD, file_received, on_file),
	NX_HOOKS_END
};

/* ---- life ---- */

static int scan_start(struct nx_module *mod, struct nx_error *err)
{
	struct scanner *scanner = NX_NEW(mod->pool, struct scanner);

	(void)err;
	scanner->workers = nx_workers_new(nx_loop_mailbox(mod->server->loop), THREADS, MAX_QUEUED);
	mod->data = scanner;
	return 0;
}

static void scan_stop(struct nx_module *mod)
{
	struct scanner *scanner = mod->data;

	atomic_store(&scanner->is_stopping, true);
	nx_workers_free(&scanner->workers);
}

NX_MODULE(upload_scan) = {
	NX_MODULE_HEAD(upload_scan),
	.summary = "Shows uploaded files to a malware scanner",
	.needs = NX_LIST("upload"),
	.options = scan_options, .hooks = scan_hooks, .start = scan_start, .stop = scan_stop,
};
