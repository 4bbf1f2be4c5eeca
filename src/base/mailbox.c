/* Letters from other threads to the loop, see mailbox.h. */
#include "base/mailbox.h"
#include "base/assert.h"
#include "base/mem.h"
#include <pthread.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct nx_mailbox {
	pthread_mutex_t lock;
	struct nx_letter *first, **end;
	int fd;
};

struct nx_mailbox *nx_mailbox_new(void)
{
	struct nx_mailbox *box = nx_mem_new(sizeof(*box));

	pthread_mutex_init(&box->lock, NULL);
	box->end = &box->first;
	box->fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	nx_assert(box->fd >= 0);
	return box;
}

void nx_mailbox_free(struct nx_mailbox **box)
{
	if (*box) {
		close((*box)->fd);
		pthread_mutex_destroy(&(*box)->lock);
		nx_mem_free(*box);
	}
	*box = NULL;
}

int nx_mailbox_fd(const struct nx_mailbox *box)
{
	return box->fd;
}

void nx_mailbox_post(struct nx_mailbox *box, struct nx_letter *letter)
{
	const uint64_t one = 1;

	letter->next = NULL;
	pthread_mutex_lock(&box->lock);
	/* Under the lock, so that the box cannot be emptied and freed before the descriptor is written. */
	if (!box->first)
		nx_assert(write(box->fd, &one, sizeof(one)) == (ssize_t)sizeof(one));
	*box->end = letter;
	box->end = &letter->next;
	pthread_mutex_unlock(&box->lock);
}

static struct nx_letter *take_all(struct nx_mailbox *box)
{
	struct nx_letter *letters;
	uint64_t count;

	pthread_mutex_lock(&box->lock);
	letters = box->first;
	box->first = NULL;
	box->end = &box->first;
	if (letters)
		nx_assert(read(box->fd, &count, sizeof(count)) == (ssize_t)sizeof(count));
	pthread_mutex_unlock(&box->lock);
	return letters;
}

size_t nx_mailbox_run(struct nx_mailbox *box)
{
	struct nx_letter *letter = take_all(box), *next;
	size_t count = 0;

	for (; letter; letter = next, count++) {
		next = letter->next;    /* delivering may free or post it again */
		letter->deliver(letter);
	}
	return count;
}
