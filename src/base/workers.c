/* Worker threads, see workers.h. One locked queue; a finished job posts the letter inside it to the mailbox. */
#include "base/workers.h"
#include "base/assert.h"
#include "base/list.h"
#include "base/mem.h"
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/resource.h>

struct nx_workers {
	struct nx_mailbox *box;
	pthread_mutex_t lock;           /* guards the four below */
	pthread_cond_t wake;
	struct nx_work *first, **end;
	size_t queued;
	bool is_stopping;
	size_t max_queued;
	size_t pending;                 /* loop thread only */
	unsigned thread_count;
	pthread_t threads[];
};

#define WORKER_NICE 10

/* The loop serves everybody, a worker one person: where processors are short the loop goes first, and a flood of logins does not
 * slow down those who chat. On Linux the priority is the thread's own. */
static void let_the_loop_go_first(void)
{
#ifdef __linux__
	if (getpriority(PRIO_PROCESS, 0) < WORKER_NICE)
		setpriority(PRIO_PROCESS, 0, WORKER_NICE);
#endif
}

static void *worker_main(void *arg)
{
	struct nx_workers *workers = arg;
	struct nx_work *work;

	let_the_loop_go_first();
	pthread_mutex_lock(&workers->lock);
	for (;;) {
		while (!workers->first && !workers->is_stopping)
			pthread_cond_wait(&workers->wake, &workers->lock);
		if (workers->is_stopping)
			break;
		work = workers->first;
		workers->first = work->next;
		if (!workers->first)
			workers->end = &workers->first;
		workers->queued--;
		pthread_mutex_unlock(&workers->lock);
		work->run(work);
		nx_mailbox_post(workers->box, &work->letter);
		pthread_mutex_lock(&workers->lock);
	}
	pthread_mutex_unlock(&workers->lock);
	return NULL;
}

struct nx_workers *nx_workers_new(struct nx_mailbox *box, unsigned threads, size_t max_queued)
{
	struct nx_workers *workers = nx_mem_new(sizeof(*workers) + threads * sizeof(workers->threads[0]));
	sigset_t all, former;

	workers->box = box;
	workers->max_queued = max_queued;
	workers->end = &workers->first;
	pthread_mutex_init(&workers->lock, NULL);
	pthread_cond_init(&workers->wake, NULL);
	/* signals are the loop's business: threads inherit the mask */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &former);
	for (; workers->thread_count < threads; workers->thread_count++)
		nx_assert(pthread_create(&workers->threads[workers->thread_count], NULL, worker_main, workers) == 0);
	pthread_sigmask(SIG_SETMASK, &former, NULL);
	return workers;
}

static void finish(struct nx_work *work)
{
	work->workers->pending--;
	work->done(work);               /* may free the job or submit it again */
}

static void deliver(struct nx_letter *letter)
{
	finish(NX_CONTAINER(letter, struct nx_work, letter));
}

void nx_workers_free(struct nx_workers **workers_p)
{
	struct nx_workers *workers = *workers_p;
	struct nx_work *work, *next;

	*workers_p = NULL;
	if (!workers)
		return;
	pthread_mutex_lock(&workers->lock);
	workers->is_stopping = true;
	pthread_cond_broadcast(&workers->wake);
	pthread_mutex_unlock(&workers->lock);
	for (unsigned i = 0; i < workers->thread_count; i++)
		pthread_join(workers->threads[i], NULL);

	/* letters of jobs that ran point to us: deliver them while we live */
	nx_mailbox_run(workers->box);
	for (work = workers->first; work; work = next) {
		next = work->next;
		finish(work);
	}
	nx_assert(workers->pending == 0);
	pthread_cond_destroy(&workers->wake);
	pthread_mutex_destroy(&workers->lock);
	nx_mem_free(workers);
}

int nx_workers_submit(struct nx_workers *workers, struct nx_work *work)
{
	int rc = -1;

	work->letter.deliver = deliver;
	work->workers = workers;
	work->next = NULL;
	pthread_mutex_lock(&workers->lock);
	if (!workers->is_stopping && workers->queued < workers->max_queued) {
		*workers->end = work;
		workers->end = &work->next;
		workers->queued++;
		workers->pending++;
		pthread_cond_signal(&workers->wake);
		rc = 0;
	}
	pthread_mutex_unlock(&workers->lock);
	return rc;
}

size_t nx_workers_pending(const struct nx_workers *workers)
{
	return workers->pending;
}
