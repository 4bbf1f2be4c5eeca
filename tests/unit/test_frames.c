/* net/frames: what WebSocket clients send, as RFC 6455 section 5 has it, whole, byte by byte and with pauses. */
#include "net/frames.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/* Notes what happened: "text(ab)" runs of text as one, "|" the end of a message, "9(x)" a control frame. */
struct notes {
	struct nx_buf text;
	bool pauses;            /* after each event */
	bool is_in_text;
};

static void end_run(struct notes *notes)
{
	if (notes->is_in_text)
		nx_buf_putc(&notes->text, ')');
	notes->is_in_text = false;
}

static bool note_text(void *ctx, const char *data, size_t len)
{
	struct notes *notes = ctx;

	assert_true(len > 0);
	if (!notes->is_in_text)
		nx_buf_puts(&notes->text, "text(");
	notes->is_in_text = true;
	nx_buf_add(&notes->text, data, len);
	return !notes->pauses;
}

static bool note_end(void *ctx)
{
	struct notes *notes = ctx;

	end_run(notes);
	nx_buf_putc(&notes->text, '|');
	return !notes->pauses;
}

static bool note_control(void *ctx, enum nx_frame_opcode opcode, const uint8_t *data, size_t len)
{
	struct notes *notes = ctx;

	end_run(notes);
	nx_buf_printf(&notes->text, "%d(%.*s)", (int)opcode, (int)len, (const char *)data);
	return !notes->pauses;
}

static const struct nx_frames_events events = { .text = note_text, .message_end = note_end, .control = note_control };

/* Feeds step bytes at a time; the code of the mistake, or 0. */
static int play(struct notes *notes, const char *bytes, size_t len, size_t step)
{
	struct nx_frames frames = {0};
	char copy[512];
	int code = 0;

	assert_true(len <= sizeof(copy));
	memcpy(copy, bytes, len);
	for (size_t at = 0; at < len && code == 0; ) {
		size_t part = step < len - at ? step : len - at, used;

		code = nx_frames_feed(&frames, copy + at, part, &events, notes, &used);
		assert_true(used <= part && (code || notes->pauses || used == part));
		at += used;
	}
	end_run(notes);
	return code;
}

#define BYTES(s) s, sizeof(s) - 1
/* A mask of zeros leaves what one reads here as it is. */
#define ZERO "\0\0\0\0"

static const struct { const char *bytes; size_t len; int code; const char *notes; } conversations[] = {
	/* Section 5.7: a single-frame masked text message. */
	{ BYTES("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"), 0, "text(Hello)|" },
	{ BYTES("\x01\x83" ZERO "Hel" "\x80\x82" ZERO "lo"), 0, "text(Hello)|" },
	{ BYTES("\x01\x83" ZERO "Hel" "\x89\x82" ZERO "hi" "\x80\x82" ZERO "lo"), 0, "text(Hel)9(hi)text(lo)|" },
	{ BYTES("\x81\x80" ZERO "\x81\x80" ZERO), 0, "||" },
	{ BYTES("\x01\x80" ZERO "\x80\x81" ZERO "x"), 0, "text(x)|" },
	{ BYTES("\x8a\x80" ZERO "\x88\x82" ZERO "\x03\x69"), 0, "10()8(\x03\x69)" },
	{ BYTES("\x01\x81" ZERO "\xe2" "\x00\x81" ZERO "\x98" "\x80\x81" ZERO "\x83"), 0, "text(\xe2\x98\x83)|" },
	/* Section 5.1: not masked. */
	{ BYTES("\x81\x05Hello"), 1002, "" },
	{ BYTES("\x81\x00"), 1002, "" },
	{ BYTES("\x89\x00"), 1002, "" },
	{ BYTES("\x01\x81" ZERO "a" "\x80\x01z"), 1002, "text(a)" },
	/* Section 5.2: reserved bits and opcodes, lengths in too many bytes, the highest bit. */
	{ BYTES("\xc1\x81" ZERO "a"), 1002, "" },
	{ BYTES("\x83\x81" ZERO "a"), 1002, "" },
	{ BYTES("\x8b\x80" ZERO), 1002, "" },
	{ BYTES("\x81\xfe\x00\x7d" ZERO), 1002, "" },
	{ BYTES("\x81\xff\0\0\0\0\0\0\xff\xff" ZERO), 1002, "" },
	{ BYTES("\x81\xff\x80\0\0\0\0\0\0\0" ZERO), 1002, "" },
	/* Sections 5.4, 5.5. */
	{ BYTES("\x80\x81" ZERO "a"), 1002, "" },
	{ BYTES("\x01\x81" ZERO "a" "\x81\x81" ZERO "b"), 1002, "text(a)" },
	{ BYTES("\x09\x80" ZERO), 1002, "" },
	{ BYTES("\x89\xfe\x00\x7e" ZERO), 1002, "" },
	/* RFC 7395 section 3.2. */
	{ BYTES("\x82\x81" ZERO "a"), 1003, "" },
	/* Section 8.1, RFC 3629 section 4. */
	{ BYTES("\x81\x82" ZERO "\xc3\x28"), 1007, NULL },
	{ BYTES("\x81\x81" ZERO "\xe2"), 1007, NULL },
	{ BYTES("\x81\x82" ZERO "\xc0\xaf"), 1007, NULL },
	{ BYTES("\x81\x83" ZERO "\xed\xa0\x80"), 1007, NULL },
	{ BYTES("\x81\x83" ZERO "\xe0\x9f\xbf"), 1007, NULL },
	{ BYTES("\x81\x84" ZERO "\xf0\x8f\xbf\xbf"), 1007, NULL },
	{ BYTES("\x81\x84" ZERO "\xf4\x90\x80\x80"), 1007, NULL },
	{ BYTES("\x81\x81" ZERO "\xf5"), 1007, NULL },
	{ BYTES("\x81\x84" ZERO "\xf4\x8f\xbf\xbf"), 0, "text(\xf4\x8f\xbf\xbf)|" },
};

static void rfc6455_5_frames(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(conversations) / sizeof(conversations[0]); i++) {
		static const size_t steps[] = { 512, 1, 2, 3 };

		for (size_t j = 0; j < 2 * sizeof(steps) / sizeof(steps[0]); j++) {
			struct notes notes = { .pauses = j & 1 };

			assert_int_equal(play(&notes, conversations[i].bytes, conversations[i].len, steps[j / 2]), conversations[i].code);
			if (conversations[i].notes)
				assert_string_equal(nx_buf_str(&notes.text), conversations[i].notes);
			nx_buf_done(&notes.text);
		}
	}
}

static void rfc6455_5_2_long_frames(void **state)
{
	static const size_t sizes[] = { 125, 126, 65535, 65536, 70000 };
	static char bytes[70014];

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		size_t size = sizes[i], at = 0, used;
		struct nx_frames frames = {0};
		struct notes notes = {0};

		bytes[at++] = (char)0x81;
		bytes[at++] = (char)(0x80 | (size < 126 ? size : size < 65536 ? 126 : 127));
		for (int byte = size < 126 ? 0 : size < 65536 ? 2 : 8; byte-- > 0; )
			bytes[at++] = (char)((uint64_t)size >> 8 * byte);
		memset(bytes + at, 0, 4);
		memset(bytes + at + 4, 'a', size);
		at += 4 + size;
		assert_int_equal(nx_frames_feed(&frames, bytes, at, &events, &notes, &used), 0);
		assert_int_equal(used, at);
		assert_int_equal(notes.text.len, strlen("text()|") + size);
		nx_buf_done(&notes.text);
	}
}

static void rfc6455_7_4_close_codes(void **state)
{
	static const struct { const char *bytes; size_t len; int code; } table[] = {
		{ "", 0, 0 }, { "\x03", 1, -1 }, { "\x03\xe8", 2, 1000 }, { "\x03\xe8" "bye", 5, 1000 }, { "\x03\xe8\xff", 3, -1 },
		{ "\x03\xe7", 2, -1 }, { "\x03\xec", 2, -1 }, { "\x03\xed", 2, -1 }, { "\x03\xee", 2, -1 }, { "\x03\xf7", 2, -1 },
		{ "\x0b\xb8", 2, 3000 }, { "\x13\x87", 2, 4999 }, { "\x13\x88", 2, -1 }, { "\0\0", 2, -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		assert_int_equal(nx_frames_close_code((const uint8_t *)table[i].bytes, table[i].len), table[i].code);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rfc6455_5_frames), cmocka_unit_test(rfc6455_5_2_long_frames), cmocka_unit_test(rfc6455_7_4_close_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
