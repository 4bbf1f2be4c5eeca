/* What the process takes of the machine. */
#ifndef NX_BASE_PROCESS_H
#define NX_BASE_PROCESS_H

#include <stdint.h>

struct nx_process_use {
	int64_t resident_bytes, virtual_bytes;  /* 0: the system does not tell */
	double cpu_secs;                        /* of all threads, in user mode and in the kernel, since the start */
	int64_t heap_bytes, heap_used_bytes;    /* what the C library has of the system, and what of that is in use; 0: it does not tell */
	int64_t max_files;                      /* ulimit -n */
};

/* Takes microseconds, and more with a large heap in many pieces. */
void nx_process_look(struct nx_process_use *use);
/* How full memory is, in percent: that of the machine, or what the process has of its control group's limit, whichever is worse. -1: the
 * system does not tell. */
int nx_process_memory_percent(void);
/* CPU time of the calling thread alone. */
double nx_process_thread_cpu_secs(void);

#endif
