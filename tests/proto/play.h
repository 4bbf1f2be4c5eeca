/* Plays one story: what each line means (README.md). */
#ifndef PROTO_PLAY_H
#define PROTO_PLAY_H

struct story;

/* Returns when everything was as the story says; ends the process with status 1 otherwise. */
void play(const struct story *story);

#endif
