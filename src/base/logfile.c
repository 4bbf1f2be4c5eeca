/* One file of the log and its rotation, see log_private.h. Not thread-safe: log.c holds its lock. A disk that
 * is full or a directory that went away must never end the server: the lines are lost, the rest goes on. */
#include "base/log_private.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/str.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define DAY_MS INT64_C(86400000)
#define STAMP_LEN 16                    /* YYYYMMDDThhmmssZ */

static int64_t period_number(enum nx_logfile_period period, int64_t wall_ms)
{
	time_t secs = (time_t)(wall_ms / 1000);
	struct tm tm = { 0 };

	switch (period) {
	case NX_DAILY:
		return wall_ms / DAY_MS;
	case NX_WEEKLY:
		return (wall_ms / DAY_MS + 3) / 7;      /* 1970 began on a Thursday, weeks begin on Monday */
	case NX_MONTHLY:
		gmtime_r(&secs, &tm);
		return tm.tm_year * INT64_C(12) + tm.tm_mon;
	}
	return 0;
}

int nx_logfile_open(struct nx_logfile *file, struct nx_error *err)
{
	char path[PATH_MAX];
	struct stat st;
	int fd;

	snprintf(path, sizeof(path), "%s/%s", file->dir, file->name);
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
	if (fd < 0 || fstat(fd, &st) != 0) {
		nx_fail(err, NX_E_SYSTEM, "cannot open the log file %s: %s", path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return -1;
	}
	nx_logfile_close(file);
	file->fd = fd;
	file->size_bytes = st.st_size;
	file->number = st.st_size > 0 ? period_number(file->period, (int64_t)st.st_mtime * 1000) : -1;
	return 0;
}

void nx_logfile_close(struct nx_logfile *file)
{
	if (file->fd >= 0)
		close(file->fd);
	file->fd = -1;
}

void nx_logfile_write(struct nx_logfile *file, const char *line, size_t len)
{
	ssize_t n = file->fd >= 0 ? write(file->fd, line, len) : -1;

	if (n > 0)
		file->size_bytes += n;
}

static void stamp(char out[STAMP_LEN + 1], int64_t wall_ms)
{
	char full[NX_DATETIME_SIZE];
	size_t n = 0;

	nx_datetime_format(full, wall_ms, false);
	for (const char *s = full; *s && n < STAMP_LEN; s++)
		if (*s != '-' && *s != ':')
			out[n++] = *s;
	out[n] = '\0';
}

static void rename_aside(const struct nx_logfile *file, int64_t wall_ms)
{
	char from[PATH_MAX], to[PATH_MAX + 64], when[STAMP_LEN + 1];

	stamp(when, wall_ms);
	snprintf(from, sizeof(from), "%s/%s", file->dir, file->name);
	snprintf(to, sizeof(to), "%s.%s", from, when);
	for (int n = 1; access(to, F_OK) == 0 && n < 1000; n++)
		snprintf(to, sizeof(to), "%s.%s-%d", from, when, n);
	rename(from, to);
}

void nx_logfile_rotate(struct nx_logfile *file, int64_t wall_ms, int64_t rotate_size_bytes)
{
	int64_t now = period_number(file->period, wall_ms);
	bool is_large = rotate_size_bytes > 0 && file->size_bytes >= rotate_size_bytes;

	if (file->size_bytes > 0 && ((file->number >= 0 && file->number != now) || is_large)) {
		rename_aside(file, wall_ms);
		nx_logfile_open(file, NULL);
	}
	file->number = now;
}

/* The end of the second in which the file with this name was renamed, or -1 when it is none of ours. */
static int64_t renamed_ms(const char *name, const char *prefix)
{
	const char *s = name + strlen(prefix) + 1;
	char full[NX_DATETIME_SIZE];
	int64_t ms;

	if (!nx_str_has_prefix(name, prefix) || s[-1] != '.' || strlen(s) < STAMP_LEN)
		return -1;
	snprintf(full, sizeof(full), "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", s, s + 4, s + 6, s + 9, s + 11, s + 13);
	if (s[8] != 'T' || s[15] != 'Z' || (s[16] && s[16] != '-') || nx_datetime_parse(full, &ms) != 0)
		return -1;
	return ms;
}

void nx_logfile_remove_old(const struct nx_logfile *file, int64_t wall_ms, unsigned keep_days)
{
	struct dirent *entry;
	DIR *dir;

	if (keep_days == 0 || !(dir = opendir(file->dir)))
		return;
	while ((entry = readdir(dir)) != NULL) {
		int64_t ms = strlen(entry->d_name) > strlen(file->name) ? renamed_ms(entry->d_name, file->name) : -1;

		if (ms >= 0 && ms < wall_ms - keep_days * DAY_MS)
			unlinkat(dirfd(dir), entry->d_name, 0);
	}
	closedir(dir);
}
