/* A room that the clients of a run enter (XEP-0045): made by the first one, as options say, then entered by the others. */
#ifndef BENCH_ROOM_H
#define BENCH_ROOM_H

#include <stdbool.h>
#include <stdint.h>

struct bench;
struct client;
struct stanza;

struct room {
	struct bench *bench;
	char jid[160];
	unsigned begun, entered;        /* clients on their way into it, in it */
	unsigned wanted, at_once;       /* so many are to be in it; on their way at most */
	bool is_made, is_refused;
};

void room_init(struct room *room, struct bench *bench, const char *name);
/* Every stanza of a client while the room is entered goes here. */
void room_take(struct room *room, const struct stanza *st);
/* The first client enters and says how the room is to be. 0, or -1 when it was not made. */
int room_make(struct room *room);
/* Clients enter until so many are in it, at_once of them under way. 0, or -1 when that did not come to an end. */
int room_enter(struct room *room, unsigned wanted, unsigned at_once);
/* Says something there: padding makes the body as long as the options want it. The body begins with the number of the client and due_ns. */
void room_say(const struct room *room, struct client *from, int64_t due_ns);
/* Reads such a message: false when it is something else. */
bool room_heard(const struct stanza *st, unsigned *sender_r, int64_t *due_ns_r);

#endif
