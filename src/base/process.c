/* Looking at the process from inside (process.h). */
#include "base/process.h"

#include <malloc.h>
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
static int64_t group_limit_bytes(void)
{
	char group[256] = "", path[320];
	long long bytes = 0;
	FILE *file = fopen("/proc/self/cgroup", "re");

	if (!file)
		return 0;
	if (fscanf(file, "0::%255s", group) != 1)
		group[0] = '\0';
	fclose(file);
	snprintf(path, sizeof(path), "/sys/fs/cgroup%s/memory.max", group);
	file = fopen(path, "re");
	if (!file)
		return 0;
	if (fscanf(file, "%lld", &bytes) != 1 || bytes < 0)
		bytes = 0;
	fclose(file);
	return bytes;
}

static int machine_percent(void)
{
	long long total = 0, available = -1;
	FILE *file = fopen("/proc/meminfo", "re");
	char line[128];

	while (file && available < 0 && fgets(line, sizeof(line), file)) {
		if (sscanf(line, "MemTotal: %lld", &total) != 1)
			sscanf(line, "MemAvailable: %lld", &available);
	}
	if (file)
		fclose(file);
	return total > 0 && available >= 0 ? (int)((total - available) * 100 / total) : -1;
}

int nx_process_memory_percent(void)
{
	int64_t limit = group_limit_bytes();
	int machine = machine_percent(), group = -1;
	struct nx_process_use use;

	if (limit > 0) {
		look_at_memory(&use);
		group = (int)(use.resident_bytes * 100 / limit);
	}
	return group > machine ? group : machine;
}

double nx_process_thread_cpu_secs(void)
{
	struct rusage usage = {0};

	getrusage(RUSAGE_THREAD, &usage);
	return secs(usage.ru_utime) + secs(usage.ru_stime);
}
