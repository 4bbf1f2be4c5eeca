/* mod_health: how busy the loop is, which is what limits the server: one thread serves everybody. */
#include "mod_health/health.h"

#include "base/clock.h"
#include "base/process.h"
#include "net/loop.h"

#define SAMPLE_EVERY_MS 10000

static void take_sample(void *arg)
{
	struct nx_module *mod = arg;
	struct health *own = mod->data;

	own->samples[own->next_sample].at_ms = nx_clock_ms(mod->server->clock);
	own->samples[own->next_sample].cpu_secs = nx_process_thread_cpu_secs();
	own->next_sample = (own->next_sample + 1) % CPU_SAMPLES;
	if (own->sample_count < CPU_SAMPLES)
		own->sample_count++;
	nx_timer_set(nx_loop_timers(mod->server->loop), &own->timer, SAMPLE_EVERY_MS, take_sample, mod);
}

void health_watch_load(struct nx_module *mod)
{
	take_sample(mod);
}

int health_cpu_percent(const struct nx_module *mod)
{
	const struct health *own = mod->data;
	unsigned oldest = own->sample_count < CPU_SAMPLES ? 0 : own->next_sample;
	int64_t passed_ms = nx_clock_ms(mod->server->clock) - own->samples[oldest].at_ms;

	/* Starting is work too, but says nothing. */
	if (passed_ms < SAMPLE_EVERY_MS)
		return 0;
	return (int)((nx_process_thread_cpu_secs() - own->samples[oldest].cpu_secs) * 100000 / (double)passed_ms);
}
