/* What log.c (lines) and logfile.c (files and their rotation) share. */
#ifndef NX_BASE_LOG_PRIVATE_H
#define NX_BASE_LOG_PRIVATE_H

#include <stddef.h>
#include <stdint.h>

struct nx_error;

enum nx_logfile_period { NX_DAILY, NX_WEEKLY, NX_MONTHLY };

struct nx_logfile {
	const char *dir, *name;         /* borrowed */
	enum nx_logfile_period period;
	int fd;                         /* -1: not open */
	int64_t size_bytes;
	int64_t number;                 /* of the day, week or month of its contents; -1: nothing in it yet */
};

/* Opens for appending; contents from before count to the period in which they were last written. */
int nx_logfile_open(struct nx_logfile *file, struct nx_error *err);
void nx_logfile_close(struct nx_logfile *file);
void nx_logfile_write(struct nx_logfile *file, const char *line, size_t len);
/* Renames the file to name.YYYYMMDDThhmmssZ and begins a new one, when it is due at wall_ms: another period
 * has begun, or it has rotate_size_bytes (0: any size will do). */
void nx_logfile_rotate(struct nx_logfile *file, int64_t wall_ms, int64_t rotate_size_bytes);
/* Removes renamed files whose name says that they are older than keep_days (0: never). */
void nx_logfile_remove_old(const struct nx_logfile *file, int64_t wall_ms, unsigned keep_days);

#endif
