/* Bytes of a WebSocket client (net/frames.h): the first byte seeds the places where the rest is cut. Whatever comes, the same happens when
 * they come whole and when they come in pieces, with and without pauses. */
#include <stdint.h>
#include <string.h>

#include "base/assert.h"
#include "base/buf.h"
#include "net/frames.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct owner {
	struct nx_buf log;
	uint32_t random;        /* 0: everything at once, and no pauses */
};

/* xorshift32 */
static uint32_t roll(struct owner *owner)
{
	owner->random ^= owner->random << 13;
	owner->random ^= owner->random >> 17;
	owner->random ^= owner->random << 5;
	return owner->random;
}

static bool goes_on(struct owner *owner)
{
	return owner->random == 0 || roll(owner) % 3 != 0;
}

static bool take_text(void *ctx, const char *data, size_t len)
{
	struct owner *owner = ctx;

	nx_assert(len > 0);
	nx_buf_add(&owner->log, data, len);
	return goes_on(owner);
}

static bool take_end(void *ctx)
{
	struct owner *owner = ctx;

	nx_buf_puts(&owner->log, "\xff|");
	return goes_on(owner);
}

static bool take_control(void *ctx, enum nx_frame_opcode opcode, const uint8_t *data, size_t len)
{
	struct owner *owner = ctx;

	nx_assert(len <= NX_FRAME_CONTROL_MAX);
	nx_buf_printf(&owner->log, "\xff%d %d ", (int)opcode, nx_frames_close_code(data, len));
	nx_buf_add(&owner->log, data, len);
	return goes_on(owner);
}

static const struct nx_frames_events events = { .text = take_text, .message_end = take_end, .control = take_control };

/* The code of the mistake. What text of a piece that is wrong came before the mistake depends on where it was cut: the log is cut there. */
static int play(struct owner *owner, const uint8_t *data, size_t size)
{
	struct nx_frames frames = {0};
	struct nx_buf copy = NX_BUF_INIT;
	int code = 0;

	nx_buf_add(&copy, data, size);
	for (size_t at = 0; at < size && code == 0; ) {
		size_t len = owner->random ? 1 + roll(owner) % 9 : size - at, used;

		code = nx_frames_feed(&frames, copy.data + at, len < size - at ? len : size - at, &events, owner, &used);
		at += used;
	}
	nx_buf_done(&copy);
	return code;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct owner whole = {0}, cut = {0};

	if (size < 2)
		return 0;
	cut.random = 1u + data[0];
	int code = play(&whole, data + 1, size - 1);

	nx_assert(play(&cut, data + 1, size - 1) == code);
	nx_assert(cut.log.len >= whole.log.len && (whole.log.len == 0 || memcmp(whole.log.data, cut.log.data, whole.log.len) == 0));
	nx_assert(code == NX_FRAME_NO_TEXT || cut.log.len == whole.log.len);
	nx_buf_done(&whole.log);
	nx_buf_done(&cut.log);
	return 0;
}
