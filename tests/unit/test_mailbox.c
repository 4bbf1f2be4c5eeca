/* base/mailbox and base/workers: order, the descriptor, the bound, taking down. Also run with the thread sanitizer. */
#include "base/mailbox.h"
#include "base/workers.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <cmocka.h>

#define PER_THREAD 2000
#define THREADS 3

struct note { struct nx_letter letter; int thread, number; };

static struct nx_mailbox *box;
static struct note notes[THREADS][PER_THREAD];
static int next_number[THREADS];

static bool is_readable(void)
{
	struct pollfd fd = { .fd = nx_mailbox_fd(box), .events = POLLIN };

	return poll(&fd, 1, 0) == 1;
}

static void arrive(struct nx_letter *letter)
{
	struct note *note = (struct note *)letter;

	assert_int_equal(note->number, next_number[note->thread]);
	next_number[note->thread]++;
}

static void *post_all(void *arg)
{
	int thread = *(int *)arg;

	for (int i = 0; i < PER_THREAD; i++) {
		notes[thread][i] = (struct note){ { NULL, arrive }, thread, i };
		nx_mailbox_post(box, &notes[thread][i].letter);
	}
	return NULL;
}

static void letters_arrive_in_order(void **state)
{
	pthread_t threads[THREADS];
	int numbers[THREADS] = { 0, 1, 2 };
	size_t count = 0;

	(void)state;
	box = nx_mailbox_new();
	assert_false(is_readable());
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, post_all, &numbers[i]), 0);
	while (count < THREADS * PER_THREAD) {
		struct pollfd fd = { .fd = nx_mailbox_fd(box), .events = POLLIN };

		assert_int_equal(poll(&fd, 1, 5000), 1);
		count += nx_mailbox_run(box);
	}
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	assert_false(is_readable());
	assert_int_equal(nx_mailbox_run(box), 0);
	nx_mailbox_free(&box);
	assert_null(box);
}

static void post_again(struct nx_letter *letter)
{
	struct note *note = (struct note *)letter;

	if (++note->number < 3)
		nx_mailbox_post(box, letter);
}

static void posting_from_a_letter_waits_for_the_next_run(void **state)
{
	struct note note = { .letter.deliver = post_again };

	(void)state;
	box = nx_mailbox_new();
	nx_mailbox_post(box, &note.letter);
	for (int i = 1; i <= 3; i++) {
		assert_true(is_readable());
		assert_int_equal(nx_mailbox_run(box), 1);
		assert_int_equal(note.number, i);
	}
	assert_false(is_readable());
	nx_mailbox_post(box, &note.letter);
	nx_mailbox_free(&box);          /* forgotten, not run */
	assert_int_equal(note.number, 3);
}

struct job { struct nx_work work; int in, out, priority; bool is_done, did_run; };

static atomic_bool gate_is_open;

static void work(struct nx_work *w)
{
	struct job *job = (struct job *)w;

	while (!atomic_load(&gate_is_open))
		poll(NULL, 0, 1);
	job->out = job->in * 2;
	job->priority = getpriority(PRIO_PROCESS, 0);
	job->did_run = true;
}

static void finished(struct nx_work *w)
{
	struct job *job = (struct job *)w;

	assert_false(job->is_done);
	job->is_done = true;
}

static void wait_for_all(const struct nx_workers *workers)
{
	struct pollfd fd = { .fd = nx_mailbox_fd(box), .events = POLLIN };

	while (nx_workers_pending(workers) > 0) {
		assert_int_equal(poll(&fd, 1, 5000), 1);
		nx_mailbox_run(box);
	}
}

static void jobs_come_back(void **state)
{
	static struct job jobs[500];
	struct nx_workers *workers;

	(void)state;
	memset(jobs, 0, sizeof(jobs));
	atomic_store(&gate_is_open, true);
	box = nx_mailbox_new();
	workers = nx_workers_new(box, 2, 500);
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 500; i++) {
			jobs[i] = (struct job){ .work = { .run = work, .done = finished }, .in = i };
			assert_int_equal(nx_workers_submit(workers, &jobs[i].work), 0);
		}
		wait_for_all(workers);
		for (int i = 0; i < 500; i++)
			assert_true(jobs[i].is_done && jobs[i].out == 2 * i);
#ifdef __linux__
		/* They give way to the loop. */
		assert_true(jobs[0].priority >= 10);
#endif
	}
	nx_workers_free(&workers);
	nx_mailbox_free(&box);
}

static void the_queue_is_bounded_and_taking_down_returns_every_job(void **state)
{
	static struct job jobs[8];
	struct nx_workers *workers;
	int accepted = 0, ran = 0;

	(void)state;
	memset(jobs, 0, sizeof(jobs));
	atomic_store(&gate_is_open, false);
	box = nx_mailbox_new();
	workers = nx_workers_new(box, 1, 3);
	for (int i = 0; i < 8; i++) {
		jobs[i].work = (struct nx_work){ .run = work, .done = finished };
		accepted += nx_workers_submit(workers, &jobs[i].work) == 0;
	}
	assert_in_range(accepted, 3, 4);        /* one may be running already */
	assert_int_equal(nx_workers_pending(workers), accepted);
	atomic_store(&gate_is_open, true);
	nx_workers_free(&workers);
	assert_null(workers);
	for (int i = 0; i < 8; i++) {
		ran += jobs[i].did_run;
		accepted -= jobs[i].is_done;
		assert_true(jobs[i].is_done || !jobs[i].did_run);
	}
	assert_int_equal(accepted, 0);
	assert_in_range(ran, 0, 4);
	nx_mailbox_free(&box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_arrive_in_order),
		cmocka_unit_test(posting_from_a_letter_waits_for_the_next_run), cmocka_unit_test(jobs_come_back),
		cmocka_unit_test(the_queue_is_bounded_and_taking_down_returns_every_job),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
