/* Workers: threads for what takes too long for the loop (PBKDF2, digests). A job gets copies,
 * runs on a worker, and its done call-back runs on the loop through the mailbox.
 * They give way to the loop where processors are short (Linux).
 * The queue is bounded: at the limit nx_workers_submit() refuses and the caller tells its peer to try later. */
#ifndef NX_BASE_WORKERS_H
#define NX_BASE_WORKERS_H

#include "base/mailbox.h"
#include <stddef.h>

struct nx_workers;

struct nx_work {
	struct nx_letter letter;                /* ours */
	struct nx_work *next;                   /* ours */
	struct nx_workers *workers;             /* ours */
	void (*run)(struct nx_work *work);      /* on a worker: touches nothing but the job */
	void (*done)(struct nx_work *work);     /* on the loop; the job is the caller's again */
};

struct nx_workers *nx_workers_new(struct nx_mailbox *box, unsigned threads, size_t max_queued);
/* Waits for running jobs; queued ones are dropped: run() is not called, done() is. Delivers what waits in the
 * mailbox, so not from inside a letter. */
void nx_workers_free(struct nx_workers **workers);
/* 0, or -1 when max_queued jobs wait already. done() never runs before this returns. */
int nx_workers_submit(struct nx_workers *workers, struct nx_work *work);
/* Jobs submitted whose done() has not run yet. */
size_t nx_workers_pending(const struct nx_workers *workers);

#endif
