/* Why nexactl ends otherwise than well: an exit code for scripts, a condition for --json, a sentence for people. */
#ifndef NEXACTL_FAILURE_H
#define NEXACTL_FAILURE_H

/* nexactl(1), EXIT STATUS. */
enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_NOT_FOUND = 3, EXIT_NO_SERVER = 4, EXIT_CONFIG = 78 };

struct failure {
	int exit_code;
	char condition[40];     /* of the server's answer, or "usage", "no-server", "timeout" … */
	char text[1024];
};

/* Fills why and returns -1, so that a refusal is one line: return fail(why, …); */
int fail(struct failure *why, int exit_code, const char *condition, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

#endif
