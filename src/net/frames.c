/* Frames of WebSocket clients (frames.h). Text is checked while it comes (RFC 3629 section 4; RFC 6455 section 8.1). */
#include "net/frames.h"

#include <string.h>

#include "base/str.h"

/* ---- heads ---- */

/* How long the head is, as far as its first bytes tell. */
static size_t head_size(const struct nx_frames *frames)
{
	if (frames->head_len < 2)
		return 2;
	switch (frames->head[1] & 0x7f) {
	case 126:
		return 2 + 2 + 4;
	case 127:
		return 2 + 8 + 4;
	}
	return 2 + 4;
}

static bool is_control(uint8_t opcode)
{
	return opcode >= NX_FRAME_CLOSE;
}

/* What the first two bytes say. 0, or the code of the mistake. */
static int check_start(const struct nx_frames *frames)
{
	uint8_t opcode = frames->head[0] & 0x0f, len = frames->head[1] & 0x7f;
	bool is_final = frames->head[0] & 0x80, is_masked = frames->head[1] & 0x80;

	/* Section 5.1: the server MUST close the connection upon a frame that is not masked. */
	if (!is_masked || (frames->head[0] & 0x70))
		return NX_FRAME_WRONG;
	if (is_control(opcode))
		return opcode <= NX_FRAME_PONG && is_final && len <= NX_FRAME_CONTROL_MAX ? 0 : NX_FRAME_WRONG;
	/* Section 5.4: the frames of two messages are not mixed. */
	if (opcode > NX_FRAME_BINARY || (opcode == NX_FRAME_CONTINUATION) != frames->is_in_message)
		return NX_FRAME_WRONG;
	/* RFC 7395 section 3.2 */
	return opcode == NX_FRAME_BINARY ? NX_FRAME_UNWANTED : 0;
}

/* Section 5.2: the length in as few bytes as it takes, its highest bit unset. */
static int begin_payload(struct nx_frames *frames)
{
	size_t size = head_size(frames) - 4 - 2;
	uint64_t len = size ? 0 : frames->head[1] & 0x7f;

	for (size_t i = 0; i < size; i++)
		len = len << 8 | frames->head[2 + i];
	if (len > INT64_MAX || (size == 2 && len < 126) || (size == 8 && len <= UINT16_MAX))
		return NX_FRAME_WRONG;
	frames->opcode = frames->head[0] & 0x0f;
	frames->is_final = frames->head[0] & 0x80;
	memmove(frames->head, frames->head + 2 + size, 4);      /* the mask is what is wanted from now on */
	frames->left = len;
	frames->mask_at = 0;
	frames->control_len = 0;
	frames->is_in_payload = true;
	if (!is_control(frames->opcode))
		frames->is_in_message = true;
	return 0;
}

static int take_head(struct nx_frames *frames, const char *data, size_t len, size_t *used)
{
	while (*used < len && frames->head_len < head_size(frames)) {
		int code;

		frames->head[frames->head_len++] = (uint8_t)data[(*used)++];
		if (frames->head_len == 2 && (code = check_start(frames)) != 0)
			return code;
	}
	return frames->head_len < head_size(frames) ? 0 : begin_payload(frames);
}

/* ---- text ---- */

/* RFC 3629 section 4: which bytes may follow the first of a character. */
static bool begin_character(struct nx_frames *frames, uint8_t byte)
{
	frames->low = byte == 0xe0 ? 0xa0 : byte == 0xf0 ? 0x90 : 0x80;
	frames->high = byte == 0xed ? 0x9f : byte == 0xf4 ? 0x8f : 0xbf;
	if (byte >= 0xc2 && byte <= 0xdf)
		frames->more = 1;
	else if (byte >= 0xe0 && byte <= 0xef)
		frames->more = 2;
	else if (byte >= 0xf0 && byte <= 0xf4)
		frames->more = 3;
	else
		return false;
	return true;
}

static bool check_text(struct nx_frames *frames, const char *data, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		uint8_t byte = (uint8_t)data[i];

		if (frames->more > 0) {
			if (byte < frames->low || byte > frames->high)
				return false;
			frames->more--;
			frames->low = 0x80;
			frames->high = 0xbf;
		} else if (byte >= 0x80 && !begin_character(frames, byte)) {
			return false;
		}
	}
	return true;
}

/* ---- payloads ---- */

static void unmask(struct nx_frames *frames, char *data, size_t len)
{
	for (size_t i = 0; i < len; i++)
		data[i] = (char)(data[i] ^ frames->head[frames->mask_at++ & 3]);
}

/* 0, or the code of the mistake. *goes_on: what the events say. */
static int end_frame(struct nx_frames *frames, const struct nx_frames_events *events, void *ctx, bool *goes_on)
{
	frames->is_in_payload = false;
	frames->head_len = 0;
	if (is_control(frames->opcode)) {
		*goes_on = events->control(ctx, frames->opcode, frames->control, frames->control_len);
		return 0;
	}
	if (!frames->is_final)
		return 0;
	frames->is_in_message = false;
	if (frames->more > 0)
		return NX_FRAME_NO_TEXT;
	*goes_on = events->message_end(ctx);
	return 0;
}

static int take_payload(struct nx_frames *frames, char *data, size_t len, const struct nx_frames_events *events, void *ctx, bool *goes_on)
{
	unmask(frames, data, len);
	frames->left -= len;
	if (is_control(frames->opcode)) {
		memcpy(frames->control + frames->control_len, data, len);
		frames->control_len = (uint8_t)(frames->control_len + len);
	} else if (len > 0) {
		if (!check_text(frames, data, len))
			return NX_FRAME_NO_TEXT;
		*goes_on = events->text(ctx, data, len);
	}
	return 0;
}

int nx_frames_feed(struct nx_frames *frames, char *data, size_t len, const struct nx_frames_events *events, void *ctx, size_t *used_r)
{
	size_t used = 0;
	bool goes_on = true;
	int code = 0;

	while (code == 0 && goes_on && (used < len || (frames->is_in_payload && frames->left == 0))) {
		if (!frames->is_in_payload) {
			code = take_head(frames, data, len, &used);
			continue;
		}
		size_t part = frames->left < len - used ? (size_t)frames->left : len - used;

		code = take_payload(frames, data + used, part, events, ctx, &goes_on);
		used += part;
		/* The end of a frame belongs to its last byte: who said that it was enough is not asked again. */
		if (code == 0 && frames->left == 0) {
			bool may_go_on = true;

			code = end_frame(frames, events, ctx, &may_go_on);
			goes_on = goes_on && may_go_on;
		}
	}
	*used_r = used;
	return code;
}

int nx_frames_close_code(const uint8_t *data, size_t len)
{
	int code = len >= 2 ? data[0] << 8 | data[1] : 0;
	bool is_known = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);

	if (len == 0)
		return 0;
	return is_known && nx_utf8_is_valid((const char *)data + 2, len - 2) ? code : -1;
}
