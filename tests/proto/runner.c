/* Plays stories and says how they went, in TAP: `runner [STORY …]`; without arguments all of tests/proto. See README.md.
 *
 * Each story has a process of its own: faults and crashes stay in it, and the leak checker looks at each by itself. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/pool.h"
#include "play.h"
#include "story.h"

#define STORY_LIMIT_SECS 120

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The status of a process that played it. */
static int play_apart(const struct story *story)
{
	int status = -1;

	fflush(stdout);
	pid_t pid = fork();

	if (pid == 0) {
		alarm(STORY_LIMIT_SECS);
		play(story);
		exit(0);
	}
	return pid > 0 && waitpid(pid, &status, 0) == pid ? status : -1;
}

static int run(const char *path, unsigned number)
{
	struct nx_pool *pool = nx_pool_new("story", 4096);
	const struct story *story = story_read(pool, path);
	int status = story ? play_apart(story) : -1;

	if (status != 0 && WIFSIGNALED(status))
		printf("# %s: ended by signal %d\n", path, WTERMSIG(status));
	else if (status != 0)
		printf("# %s: status %d\n", path, WEXITSTATUS(status));
	printf("%s %u - %s: %s\n", status == 0 ? "ok" : "not ok", number, base_name(path), story ? story->title : "unreadable");
	nx_pool_free(&pool);
	return status == 0 ? 0 : 1;
}

static int run_all(char **paths, size_t count)
{
	int rc = 0;

	printf("1..%zu\n", count);
	for (size_t i = 0; i < count; i++)
		rc |= run(paths[i], (unsigned)i + 1);
	return rc;
}

int main(int argc, char **argv)
{
	const char *source = getenv("NEXA_SOURCE_DIR");
	char pattern[4096];
	glob_t found;

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (argc > 1)
		return run_all(argv + 1, (size_t)argc - 1);
	snprintf(pattern, sizeof(pattern), "%s/tests/proto/*.story", source ? source : ".");
	if (glob(pattern, 0, NULL, &found) != 0) {
		printf("Bail out! No stories: %s\n", pattern);
		return 1;
	}
	int rc = run_all(found.gl_pathv, found.gl_pathc);

	globfree(&found);
	return rc;
}
