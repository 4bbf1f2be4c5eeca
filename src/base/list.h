/* Intrusive doubly-linked list. A zeroed nx_link is in no list. */
#ifndef NX_BASE_LIST_H
#define NX_BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct nx_link { struct nx_link *prev, *next; };
struct nx_list { struct nx_link head; };

static inline void nx_list_init(struct nx_list *list)
{
	list->head.prev = list->head.next = &list->head;
}

static inline bool nx_list_is_empty(const struct nx_list *list)
{
	return list->head.next == &list->head;
}

static inline bool nx_link_is_linked(const struct nx_link *link)
{
	return link->next != NULL;
}

static inline void nx_list_insert_before(struct nx_link *at, struct nx_link *link)
{
	link->prev = at->prev;
	link->next = at;
	at->prev->next = link;
	at->prev = link;
}

static inline void nx_list_append(struct nx_list *list, struct nx_link *link)
{
	nx_list_insert_before(&list->head, link);
}

static inline void nx_list_prepend(struct nx_list *list, struct nx_link *link)
{
	nx_list_insert_before(list->head.next, link);
}

/* Does nothing when the link is in no list. */
static inline void nx_list_remove(struct nx_link *link)
{
	if (!link->next)
		return;
	link->prev->next = link->next;
	link->next->prev = link->prev;
	link->prev = link->next = NULL;
}

#define NX_CONTAINER(ptr, type, member) ((type *)((char *)(ptr) - offsetof(type, member)))
#define NX_LIST_FIRST(list, type, member) \
	(nx_list_is_empty(list) ? NULL : NX_CONTAINER((list)->head.next, type, member))
/* The current element may be removed in the loop. */
#define NX_LIST_EACH(list, type, member, var) \
	for (struct nx_link *nx_it_ = (list)->head.next, *nx_nx_ = nx_it_->next; \
	     nx_it_ != &(list)->head && ((var) = NX_CONTAINER(nx_it_, type, member), 1); \
	     nx_it_ = nx_nx_, nx_nx_ = nx_it_->next)

#endif
