/* What the files of mod_health share. */
#ifndef MOD_HEALTH_HEALTH_H
#define MOD_HEALTH_HEALTH_H

#include "core/module.h"

#include "base/workers.h"

/* Asks a thread whether it still answers. */
struct probe {
	int64_t sent_ms;                /* the last time */
	bool is_out;                    /* no answer yet */
};

#define CPU_SAMPLES 7                   /* one every ten seconds: the oldest is a minute old */

/* The module's own. */
struct health {
	struct nx_owner owner;
	struct probe writer, workers;
	struct nx_work work;            /* the probe of the workers, */
	bool has_work;                  /* if they have it */
	struct nx_timer timer;
	struct { int64_t at_ms; double cpu_secs; } samples[CPU_SAMPLES];
	unsigned sample_count, next_sample;
};

enum { SET_PROBE };

/* probe.c: asks those again that have not been asked for a while. */
void health_probe(struct nx_module *mod);
/* How long the answer has been due; 0: it is not, or has come. */
int64_t health_silent_ms(const struct nx_module *mod, const struct probe *probe);

/* load.c: samples the CPU time of the loop from now on. */
void health_watch_load(struct nx_module *mod);
/* How busy the loop's thread was within the last minute, in percent of one CPU. */
int health_cpu_percent(const struct nx_module *mod);

#endif
