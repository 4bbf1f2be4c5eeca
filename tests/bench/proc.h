/* CPU time and memory of processes, from /proc. A server may be several processes; children count as well. */
#ifndef BENCH_PROC_H
#define BENCH_PROC_H

#include <stdint.h>
#include <sys/types.h>

#define PROC_MAX 64

struct proc_set {
	pid_t pids[PROC_MAX];
	unsigned count;
};

struct proc_memory {
	int64_t rss_bytes, pss_bytes;
};

/* pids "12,13" or NULL, name of a process or NULL. 0, or -1 after the reason went to stderr. */
int proc_find(struct proc_set *set, const char *pids, const char *name);
/* User and system time of all threads, ended ones too. */
double proc_cpu_secs(const struct proc_set *set);
double proc_own_cpu_secs(void);
struct proc_memory proc_memory(const struct proc_set *set);

#endif
