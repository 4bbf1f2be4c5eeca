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
/* Memory of the machine, or of the control group if that has less; 0: the system does not tell. */
int64_t nx_process_memory_limit_bytes(void);
/* CPU time of the calling thread alone. */
double nx_process_thread_cpu_secs(void);

#endif
