/* What a WebSocket client sends, frame by frame (RFC 6455 section 5): bytes in, messages and control frames out. It does no I/O and keeps
 * nothing but where it is, and a control frame that has not come whole.
 *
 * It exists because libwebsockets takes frames that are not masked; the rest of the rules come with it. Extensions are never agreed to,
 * so reserved bits are always wrong. */
#ifndef NX_NET_FRAMES_H
#define NX_NET_FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum nx_frame_opcode {
	NX_FRAME_CONTINUATION = 0, NX_FRAME_TEXT = 1, NX_FRAME_BINARY = 2, NX_FRAME_CLOSE = 8, NX_FRAME_PING = 9, NX_FRAME_PONG = 10,
};

#define NX_FRAME_CONTROL_MAX 125        /* section 5.5 */

/* Codes of section 7.4.1 with which a connection ends. */
enum { NX_FRAME_WRONG = 1002, NX_FRAME_UNWANTED = 1003, NX_FRAME_NO_TEXT = 1007 };

struct nx_frames {
	uint64_t left;                          /* of this frame's payload */
	uint8_t head[14];
	uint8_t head_len, opcode, mask_at;
	uint8_t control[NX_FRAME_CONTROL_MAX], control_len;
	uint8_t more;                           /* bytes of this character that are to come */
	uint8_t low, high;                      /* bounds of the next of them */
	bool is_final, is_in_payload, is_in_message;
};

/* Each returns whether more may be fed now. */
struct nx_frames_events {
	/* A piece of a text message, never empty. */
	bool (*text)(void *ctx, const char *data, size_t len);
	bool (*message_end)(void *ctx);
	/* NX_FRAME_CLOSE, _PING or _PONG, whole. */
	bool (*control)(void *ctx, enum nx_frame_opcode opcode, const uint8_t *data, size_t len);
};

/* Takes bytes, which are changed; *used_r says how many: all, unless an event said that this is enough. 0, or the code with which the connection
 * has to end; nothing of the frame that is wrong was given to anybody. A struct of zeros is at the beginning. */
int nx_frames_feed(struct nx_frames *frames, char *data, size_t len, const struct nx_frames_events *events, void *ctx, size_t *used_r);
/* Section 7.4: the code of a close frame; 0: there is none, and that is fine; -1: it is wrong. */
int nx_frames_close_code(const uint8_t *data, size_t len);

#endif
