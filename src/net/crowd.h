/* How many are there from each network (address.h): for limits by address. */
#ifndef NX_NET_CROWD_H
#define NX_NET_CROWD_H

struct nx_crowd;

struct nx_crowd *nx_crowd_new(void);
void nx_crowd_free(struct nx_crowd **crowd);
void nx_crowd_enter(struct nx_crowd *crowd, const char *address);
/* Once for each that entered. */
void nx_crowd_leave(struct nx_crowd *crowd, const char *address);
unsigned nx_crowd_count(const struct nx_crowd *crowd, const char *address);

#endif
