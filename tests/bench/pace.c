/* Messages at fixed times (pace.h). */
#include "pace.h"

#define DRAIN_MS 10000

void pace_begin(struct pace *pace, struct bench *bench)
{
	const struct bench_options *options = bench->options;

	*pace = (struct pace){
		.bench = bench,
		.begin_ns = clock_ns(),
		.total = (uint64_t)(options->rate * (options->warm_up_ms + options->duration_ms) / 1000),
		.warm_up = (uint64_t)(options->rate * options->warm_up_ms / 1000),
	};
}

int64_t pace_due_ns(const struct pace *pace, uint64_t n)
{
	return pace->begin_ns + (int64_t)(n * NS_PER_SEC / (uint64_t)pace->bench->options->rate);
}

bool pace_send(struct pace *pace, void (*send)(void *ctx), void *ctx)
{
	struct bench *bench = pace->bench;
	int64_t now_ns = clock_ns();

	while (pace->next < pace->total && pace_due_ns(pace, pace->next) <= now_ns) {
		if (pace->next == pace->warm_up) {
			pace->from = bench_mark(bench);
			pace->is_measuring = true;
		}
		send(ctx);
		pace->next++;
	}
	if (pace->next < pace->total) {
		bench->loop.wake_ns = pace_due_ns(pace, pace->next);
		return false;
	}
	bench->loop.wake_ns = 0;
	if (pace->is_measuring) {
		pace->to = bench_mark(bench);
		pace->is_measuring = false;
	}
	return true;
}

void pace_count(struct pace *pace, int64_t due_ns)
{
	if (due_ns >= pace_due_ns(pace, pace->warm_up))
		hist_add(&pace->hist, pace->bench->loop.now_ns - due_ns);
}

void pace_run(struct pace *pace, bool (*step)(void *ctx), void *ctx)
{
	const struct bench_options *options = pace->bench->options;

	loop_until(&pace->bench->loop, step, ctx, options->warm_up_ms + options->duration_ms + DRAIN_MS);
}
