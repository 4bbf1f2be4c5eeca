/* mod_health: whether threads still answer. The store's writer is asked by writing a row, which also tells whether the database can be
 * written; the workers by a piece of work that does nothing. */
#include "mod_health/health.h"

#include "base/clock.h"
#include "base/list.h"

#define PROBE_EVERY_MS 10000
#define PROBE_AGAIN_MS 1000     /* while the database is in trouble */

/* Notes that it is asked now, if it is time for that. */
static bool is_due(struct probe *probe, int64_t now_ms, int64_t every_ms)
{
	if (probe->is_out || now_ms - probe->sent_ms < every_ms)
		return false;
	probe->is_out = true;
	probe->sent_ms = now_ms;
	return true;
}

static void writer_answered(void *ctx, const struct nx_result *result)
{
	struct health *own = ctx;

	(void)result;   /* nx_store_health() knows it */
	own->writer.is_out = false;
}

static void ask_writer(struct nx_module *mod)
{
	struct health *own = mod->data;
	struct nx_job *job = nx_job_new(mod->server->store);

	nx_job_add(job, mod->statements, SET_PROBE, "i", nx_clock_wall_ms(mod->server->clock));
	nx_job_submit(&job, &own->owner, writer_answered, own);
}

static void work_nothing(struct nx_work *work)
{
	(void)work;
}

static void workers_answered(struct nx_work *work)
{
	NX_CONTAINER(work, struct health, work)->workers.is_out = false;
}

static void ask_workers(struct nx_module *mod)
{
	struct health *own = mod->data;

	own->work.run = work_nothing;
	own->work.done = workers_answered;
	/* A full queue is no answer either: the probe counts as out, and is tried again. */
	own->has_work = nx_workers_submit(mod->server->workers, &own->work) == 0;
}

void health_probe(struct nx_module *mod)
{
	struct health *own = mod->data;
	int64_t now_ms = nx_clock_ms(mod->server->clock);
	bool is_in_trouble = nx_store_health(mod->server->store) != NULL;

	if (is_due(&own->writer, now_ms, is_in_trouble ? PROBE_AGAIN_MS : PROBE_EVERY_MS))
		ask_writer(mod);
	if (is_due(&own->workers, now_ms, PROBE_EVERY_MS) || (own->workers.is_out && !own->has_work))
		ask_workers(mod);
}

int64_t health_silent_ms(const struct nx_module *mod, const struct probe *probe)
{
	return probe->is_out ? nx_clock_ms(mod->server->clock) - probe->sent_ms : 0;
}
