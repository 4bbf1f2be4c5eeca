/* Asking (password.h). While a password is typed the terminal shows nothing; a signal that would end or stop nexactl meanwhile is
 * held back until the terminal is as it was, and then takes its course. */
#include "nexactl/password.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "base/str.h"
#include "nexactl/failure.h"

/* ---- a line ---- */

/* Byte by byte: what follows the line belongs to somebody else. -1: too long or not readable; 0: nothing at all. */
static int read_line(char out[PASSWORD_MAX])
{
	size_t len = 0;
	char c = '\0';

	for (;;) {
		ssize_t got = read(STDIN_FILENO, &c, 1);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || (got > 0 && c != '\n' && len + 1 == PASSWORD_MAX))
			return -1;
		if (got == 0 || c == '\n')
			break;
		out[len++] = c;
	}
	if (len > 0 && out[len - 1] == '\r')    /* a file that was written on Windows */
		len--;
	out[len] = '\0';
	return len > 0 || c == '\n';
}

static int check_password(const char *password, int rc, struct failure *why)
{
	if (rc < 0)
		return fail(why, EXIT_USAGE, "usage", "the password is longer than %d bytes, or cannot be read", PASSWORD_MAX - 1);
	if (rc == 0 || !*password)
		return fail(why, EXIT_USAGE, "usage", "the password is empty");
	if (!nx_utf8_is_valid(password, strlen(password)))
		return fail(why, EXIT_USAGE, "usage", "the password is not valid UTF-8");
	return 0;
}

int password_from_stdin(char out[PASSWORD_MAX], struct failure *why)
{
	return check_password(out, read_line(out), why);
}

/* ---- the terminal ---- */

/* False when a signal came first. */
static bool wait_for_line(int signal_fd)
{
	struct pollfd waits[] = { { STDIN_FILENO, POLLIN, 0 }, { signal_fd, POLLIN, 0 } };

	while (poll(waits, 2, -1) < 0 && errno == EINTR)
		;
	return waits[1].revents == 0;
}

static int read_after(const char *prompt, char out[PASSWORD_MAX], int signal_fd)
{
	fputs(prompt, stderr);
	fflush(stderr);
	int rc = wait_for_line(signal_fd) ? read_line(out) : 0;
	fputs("\n", stderr);
	return rc;
}

static int ask_twice(char out[PASSWORD_MAX], int signal_fd, struct failure *why)
{
	char again[PASSWORD_MAX];

	if (check_password(out, read_after("Password: ", out, signal_fd), why) < 0)
		return -1;
	int rc = read_after("Once more: ", again, signal_fd);
	bool is_same = rc > 0 && strcmp(out, again) == 0;
	nx_secret_wipe(again, sizeof(again));
	return is_same ? 0 : fail(why, EXIT_USAGE, "usage", "the two passwords are not the same; nothing was done");
}

/* The echo goes before the first question and comes back behind the second: nothing that is typed early is shown. */
static int ask_hidden(char out[PASSWORD_MAX], int signal_fd, struct failure *why)
{
	struct termios shown, hidden;

	if (tcgetattr(STDIN_FILENO, &shown) != 0)
		return fail(why, EXIT_REFUSED, "system", "cannot switch off the terminal's echo: %s", strerror(errno));
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	int rc = ask_twice(out, signal_fd, why);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
	return rc;
}

int password_ask(char out[PASSWORD_MAX], const char *option, struct failure *why)
{
	static const int held_back[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };
	sigset_t signals, before;

	if (!isatty(STDIN_FILENO))
		return fail(why, EXIT_USAGE, "usage", "there is no terminal to ask for the password; give it on standard input with %s",
			    option);
	sigemptyset(&signals);
	for (size_t i = 0; i < sizeof(held_back) / sizeof(held_back[0]); i++)
		sigaddset(&signals, held_back[i]);
	sigprocmask(SIG_BLOCK, &signals, &before);
	int signal_fd = signalfd(-1, &signals, SFD_CLOEXEC);
	int rc = ask_hidden(out, signal_fd, why);
	close(signal_fd);
	sigprocmask(SIG_SETMASK, &before, NULL);        /* here a signal that came takes its course */
	return rc;
}

bool ask_yes(const char *question)
{
	char answer[PASSWORD_MAX];

	fprintf(stderr, "%s [y/N] ", question);
	fflush(stderr);
	return read_line(answer) > 0 && (strcmp(answer, "y") == 0 || strcmp(answer, "yes") == 0 || strcmp(answer, "Y") == 0);
}
