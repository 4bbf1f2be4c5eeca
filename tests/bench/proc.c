/* /proc (proc.h). CPU time comes from schedstat's nanoseconds of each thread where the kernel has them: a clock tick of 10 ms
 * is coarse for short runs. Threads that have ended are only in stat, so the larger of both counts. */
#include "proc.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/str.h"

struct stat_line {
	char name[64];
	int64_t parent;
	double cpu_secs;
};

/* "pid (name) state ppid … utime stime …", proc(5). 0 or -1. */
static int read_stat(pid_t pid, struct stat_line *line_r)
{
	char path[64], text[1024];
	long long parent, user_ticks, system_ticks;
	char *open, *close;
	FILE *file;
	size_t len;

	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	file = fopen(path, "re");
	if (!file)
		return -1;
	len = fread(text, 1, sizeof text - 1, file);
	fclose(file);
	text[len] = '\0';
	open = strchr(text, '(');
	close = strrchr(text, ')');
	if (!open || !close || sscanf(close + 1, " %*c %lld %*d %*d %*d %*d %*u %*u %*u %*u %*u %lld %lld", &parent,
				      &user_ticks, &system_ticks) != 3)
		return -1;
	*close = '\0';
	nx_str_copy(line_r->name, sizeof line_r->name, open + 1);
	line_r->parent = parent;
	line_r->cpu_secs = (double)(user_ticks + system_ticks) / (double)sysconf(_SC_CLK_TCK);
	return 0;
}

static bool has(const struct proc_set *set, int64_t pid)
{
	for (unsigned i = 0; i < set->count; i++) {
		if (set->pids[i] == pid)
			return true;
	}
	return false;
}

static void add(struct proc_set *set, pid_t pid)
{
	if (set->count < PROC_MAX && !has(set, pid))
		set->pids[set->count++] = pid;
}

/* One pass over all processes: adds those called name and children of those that are in already. */
static void add_pass(struct proc_set *set, const char *name)
{
	DIR *dir = opendir("/proc");
	struct dirent *entry;
	struct stat_line line;
	int64_t pid;

	while (dir && (entry = readdir(dir))) {
		if (nx_str_to_i64(entry->d_name, 1, INT32_MAX, &pid) < 0 || read_stat((pid_t)pid, &line) < 0)
			continue;
		if ((name && nx_str_eq(line.name, name)) || has(set, line.parent))
			add(set, (pid_t)pid);
	}
	if (dir)
		closedir(dir);
}

int proc_find(struct proc_set *set, const char *pids, const char *name)
{
	unsigned before;

	*set = (struct proc_set){ 0 };
	for (const char *at = pids; at && *at; at += strspn(at, ",")) {
		char one[16];
		size_t len = strcspn(at, ",");
		int64_t pid;

		snprintf(one, sizeof one, "%.*s", (int)len, at);
		if (nx_str_to_i64(one, 1, INT32_MAX, &pid) < 0) {
			fprintf(stderr, "loadgen: %s is not a list of process ids\n", pids);
			return -1;
		}
		add(set, (pid_t)pid);
		at += len;
	}
	do {
		before = set->count;
		add_pass(set, name);
	} while (set->count != before);
	if (name && !set->count) {
		fprintf(stderr, "loadgen: no process is called %s\n", name);
		return -1;
	}
	return 0;
}

/* Nanoseconds that the living threads of a process have run. */
static double threads_cpu_secs(pid_t pid)
{
	char path[64];
	DIR *dir;
	struct dirent *entry;
	double sum = 0;

	snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
	dir = opendir(path);
	while (dir && (entry = readdir(dir))) {
		char file_name[384];
		unsigned long long ns;
		FILE *file;

		if (!isdigit((unsigned char)entry->d_name[0]))
			continue;
		snprintf(file_name, sizeof file_name, "%s/%s/schedstat", path, entry->d_name);
		file = fopen(file_name, "re");
		if (file && fscanf(file, "%llu", &ns) == 1)
			sum += (double)ns / 1e9;
		if (file)
			fclose(file);
	}
	if (dir)
		closedir(dir);
	return sum;
}

double proc_cpu_secs(const struct proc_set *set)
{
	double sum = 0;

	for (unsigned i = 0; i < set->count; i++) {
		struct stat_line line;
		double threads = threads_cpu_secs(set->pids[i]);

		if (read_stat(set->pids[i], &line) == 0)
			sum += line.cpu_secs > threads + 0.02 ? line.cpu_secs : threads;
	}
	return sum;
}

double proc_own_cpu_secs(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

struct proc_memory proc_memory(const struct proc_set *set)
{
	struct proc_memory memory = { 0 };

	for (unsigned i = 0; i < set->count; i++) {
		char path[64], line[256];
		long long kib;
		FILE *file;

		snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)set->pids[i]);
		file = fopen(path, "re");
		while (file && fgets(line, sizeof line, file)) {
			if (sscanf(line, "Rss: %lld kB", &kib) == 1)
				memory.rss_bytes += kib * 1024;
			if (sscanf(line, "Pss: %lld kB", &kib) == 1)
				memory.pss_bytes += kib * 1024;
		}
		if (file)
			fclose(file);
	}
	return memory;
}
