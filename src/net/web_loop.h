/* libwebsockets on our loop, whichever way this libwebsockets knows: it brings call-backs for one event library or another, and
 * web_loop_*.c is chosen by configure. */
#ifndef NX_NET_WEB_LOOP_H
#define NX_NET_WEB_LOOP_H

#include <stdint.h>

struct nx_error;
struct nx_loop;
struct nx_web_loop;

/* The option of lws_create_context() that belongs to the loop. */
extern const uint64_t nx_web_loop_option;

struct nx_web_loop *nx_web_loop_new(struct nx_loop *loop, struct nx_error *err);
/* What foreign_loops points to. */
void *nx_web_loop_foreign(struct nx_web_loop *web_loop);
/* libwebsockets was asked for something from outside its call-backs: it gets to it in the next turn, which comes at once. */
void nx_web_loop_kick(struct nx_web_loop *web_loop);
/* Hears nothing of that descriptor until libwebsockets asks for something there again. Looks at all connections: for what is rare. */
void nx_web_loop_mute(struct nx_web_loop *web_loop, int fd);
/* The context is being destroyed: lets it finish what it has begun. */
void nx_web_loop_drain(struct nx_web_loop *web_loop);
void nx_web_loop_free(struct nx_web_loop **web_loop);

#endif
