/* Timers, see timer.h. A binary heap ordered by deadline, then by the order in which they were set. A run first
 * moves everything that is due into a batch, so that what is set meanwhile waits, and so that a call-back can
 * still cancel a timer that is due in the same run: slots of the batch are numbered from BATCH upwards. */
#include "base/timer.h"
#include "base/assert.h"
#include "base/clock.h"
#include "base/mem.h"

#define BATCH (SIZE_MAX / 2)

struct entry {
	int64_t due_ms;
	uint64_t seq;
	struct nx_timer *timer;
};

struct nx_timers {
	const struct nx_clock *clock;
	struct entry *heap;
	size_t count, cap;
	struct nx_timer **batch;        /* NULL elements were cancelled */
	size_t batch_count, batch_cap;
	uint64_t next_seq;
	bool is_running;
};

struct nx_timers *nx_timers_new(const struct nx_clock *clock)
{
	struct nx_timers *timers = nx_mem_new(sizeof(*timers));

	timers->clock = clock;
	return timers;
}

void nx_timers_free(struct nx_timers **timers)
{
	struct nx_timers *t = *timers;

	*timers = NULL;
	if (!t)
		return;
	nx_assert(!t->is_running);
	/* their owners may still cancel them later */
	for (size_t i = 0; i < t->count; i++)
		t->heap[i].timer->timers = NULL;
	nx_mem_free(t->heap);
	nx_mem_free(t->batch);
	nx_mem_free(t);
}

static bool is_before(const struct entry *a, const struct entry *b)
{
	return a->due_ms != b->due_ms ? a->due_ms < b->due_ms : a->seq < b->seq;
}

static void place(struct nx_timers *timers, size_t slot, struct entry e)
{
	timers->heap[slot] = e;
	e.timer->slot = slot;
}

static void sift_up(struct nx_timers *timers, size_t slot, struct entry e)
{
	while (slot > 0 && is_before(&e, &timers->heap[(slot - 1) / 2])) {
		place(timers, slot, timers->heap[(slot - 1) / 2]);
		slot = (slot - 1) / 2;
	}
	place(timers, slot, e);
}

static void sift_down(struct nx_timers *timers, size_t slot, struct entry e)
{
	for (size_t child; (child = 2 * slot + 1) < timers->count; slot = child) {
		if (child + 1 < timers->count && is_before(&timers->heap[child + 1], &timers->heap[child]))
			child++;
		if (!is_before(&timers->heap[child], &e))
			break;
		place(timers, slot, timers->heap[child]);
	}
	place(timers, slot, e);
}

static void remove_slot(struct nx_timers *timers, size_t slot)
{
	struct entry last = timers->heap[--timers->count];

	if (slot == timers->count)
		return;
	if (slot > 0 && is_before(&last, &timers->heap[(slot - 1) / 2]))
		sift_up(timers, slot, last);
	else
		sift_down(timers, slot, last);
}

void nx_timer_set(struct nx_timers *timers, struct nx_timer *timer, int64_t delay_ms,
		  void (*fn)(void *arg), void *arg)
{
	int64_t now = nx_clock_ms(timers->clock);

	nx_timer_cancel(timer);
	if (delay_ms < 0)
		delay_ms = 0;
	*timer = (struct nx_timer){
		.timers = timers, .fn = fn, .arg = arg,
		.due_ms = delay_ms > INT64_MAX - now ? INT64_MAX : now + delay_ms,
	};
	if (timers->count == timers->cap) {
		timers->cap = timers->cap ? timers->cap * 2 : 16;
		timers->heap = nx_mem_resize(timers->heap, timers->cap * sizeof(*timers->heap));
	}
	timers->count++;
	sift_up(timers, timers->count - 1, (struct entry){ timer->due_ms, timers->next_seq++, timer });
}

void nx_timer_cancel(struct nx_timer *timer)
{
	struct nx_timers *timers = timer->timers;

	if (!timers)
		return;
	if (timer->slot >= BATCH)
		timers->batch[timer->slot - BATCH] = NULL;
	else
		remove_slot(timers, timer->slot);
	timer->timers = NULL;
}

int64_t nx_timers_next_ms(const struct nx_timers *timers)
{
	return timers->count ? timers->heap[0].due_ms : -1;
}

static void add_to_batch(struct nx_timers *timers, struct nx_timer *timer)
{
	if (timers->batch_count == timers->batch_cap) {
		timers->batch_cap = timers->batch_cap ? timers->batch_cap * 2 : 16;
		timers->batch = nx_mem_resize(timers->batch, timers->batch_cap * sizeof(*timers->batch));
	}
	timer->slot = BATCH + timers->batch_count;
	timers->batch[timers->batch_count++] = timer;
}

void nx_timers_run(struct nx_timers *timers)
{
	int64_t now = nx_clock_ms(timers->clock);

	nx_assert(!timers->is_running);
	timers->is_running = true;
	timers->batch_count = 0;
	while (timers->count && timers->heap[0].due_ms <= now) {
		struct nx_timer *timer = timers->heap[0].timer;

		remove_slot(timers, 0);
		add_to_batch(timers, timer);
	}
	for (size_t i = 0; i < timers->batch_count; i++) {
		struct nx_timer *timer = timers->batch[i];

		if (!timer)
			continue;
		timer->timers = NULL;
		timer->fn(timer->arg);
	}
	timers->is_running = false;
}
