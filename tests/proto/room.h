/* Rooms in stories (README.md): made and entered in one line, with everything that everybody hears of it. */
#ifndef PROTO_ROOM_H
#define PROTO_ROOM_H

struct actor;

/* "makes coven as firstwitch persistentroom=1": muc#roomconfig_ goes before names without a #. */
void room_make(struct actor *actor, char *args);
/* "enters coven as secondwitch" */
void room_enter(struct actor *actor, char *args);

#endif
