/* The scenarios. Each returns 0 when it could be measured, -1 when not; what came out is in the report. */
#ifndef BENCH_SCENARIO_H
#define BENCH_SCENARIO_H

struct bench;

/* Connects, authenticates, binds, leaves; so many at once. */
int scenario_login(struct bench *bench);
/* Logs in, fetches the roster, sends presence, then does nothing: memory of the server per session. */
int scenario_idle(struct bench *bench);
/* Pairs that answer each message with one, a window of them under way: a closed loop. */
int scenario_chat(struct bench *bench);
/* Messages at fixed times whether or not earlier ones came: an open loop. */
int scenario_open(struct bench *bench);
/* Everybody changes the presence at once, again and again. */
int scenario_presence(struct bench *bench);
/* One room, a few who speak, everybody hears. */
int scenario_muc(struct bench *bench);
/* A large room is entered by all at once; then messages at fixed times. */
int scenario_muc_open(struct bench *bench);
/* Memory of the server per occupant. */
int scenario_muc_memory(struct bench *bench);
/* Pages of the archive of a room. */
int scenario_archive(struct bench *bench);
/* Messages for users who are away, then the users come. */
int scenario_offline(struct bench *bench);

#endif
