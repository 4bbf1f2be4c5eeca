/* Looking at the process from inside (process.h). */
#include "base/process.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

static void look_at_memory(struct nx_process_use *use)
{
	unsigned long long pages, resident_pages;
	FILE *file = fopen("/proc/self/statm", "re");

	use->virtual_bytes = use->resident_bytes = 0;
	if (!file)
		return;
	if (fscanf(file, "%llu %llu", &pages, &resident_pages) == 2) {
		use->virtual_bytes = (int64_t)pages * sysconf(_SC_PAGESIZE);
		use->resident_bytes = (int64_t)resident_pages * sysconf(_SC_PAGESIZE);
	}
	fclose(file);
}

static void look_at_heap(struct nx_process_use *use)
{
#ifdef HAVE_MALLINFO2
	struct mallinfo2 info = mallinfo2();

	use->heap_bytes = (int64_t)(info.arena + info.hblkhd);
	use->heap_used_bytes = (int64_t)(info.uordblks + info.hblkhd);
#else
	use->heap_bytes = use->heap_used_bytes = 0;
#endif
}

static double secs(struct timeval tv)
{
	return (double)tv.tv_sec + (double)tv.tv_usec / 1e6;
}

void nx_process_look(struct nx_process_use *use)
{
	struct rusage usage = {0};
	struct rlimit files = {0};

	look_at_memory(use);
	look_at_heap(use);
	getrusage(RUSAGE_SELF, &usage);
	use->cpu_secs = secs(usage.ru_utime) + secs(usage.ru_stime);
	getrlimit(RLIMIT_NOFILE, &files);
	use->max_files = (int64_t)files.rlim_cur;
}

/* "max" of a control group without a limit is no number: 0. */
static int64_t read_number(const char *path)
{
	long long number = 0;
	FILE *file = fopen(path, "re");

	if (!file)
		return 0;
	if (fscanf(file, "%lld", &number) != 1 || number < 0)
		number = 0;
	fclose(file);
	return number;
}

static int64_t group_limit_bytes(void)
{
	char group[256], path[320];
	FILE *file = fopen("/proc/self/cgroup", "re");
	bool is_known = file && fscanf(file, "0::%255s", group) == 1;

	if (file)
		fclose(file);
	if (!is_known)
		return 0;
	snprintf(path, sizeof(path), "/sys/fs/cgroup%s/memory.max", group);
	return read_number(path);
}

int64_t nx_process_memory_limit_bytes(void)
{
	int64_t machine = (int64_t)sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE);
	int64_t group = group_limit_bytes();

	return group > 0 && group < machine ? group : machine;
}

double nx_process_thread_cpu_secs(void)
{
	struct rusage usage = {0};

	getrusage(RUSAGE_THREAD, &usage);
	return secs(usage.ru_utime) + secs(usage.ru_stime);
}
