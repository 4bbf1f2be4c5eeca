/* What comes on a connection for HTTP (visitors.h): paths, queries, headers, ranges, bodies and handshakes of WebSockets. The
 * input is the bytes of it: 0xff goes on with another connection, 0xfe moves the clock by two seconds, 0xfd breaks the
 * connection and makes a new one. */
#include "visitors.h"


#define MAX_INPUT 16384
#define VISITORS 3

enum { NEXT_ONE = 0xff, PAUSE = 0xfe, BREAK = 0xfd };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct stage stage;
static struct visitor visitors[VISITORS];

static void play(const uint8_t *data, size_t size)
{
	struct visitor *visitor = &visitors[0];

	for (size_t len; size > 0; data += len, size -= len) {
		for (len = 0; len < size && data[len] < BREAK; len++)
			;
		if (visitor->fd < 0)
			visitor_connect(&stage, visitor);
		if (len > 0) {
			visitor_send(visitor, data, len);
		} else {
			len = 1;
			if (data[0] == NEXT_ONE)
				visitor = visitor == &visitors[VISITORS - 1] ? &visitors[0] : visitor + 1;
			else if (data[0] == PAUSE)
				stage_advance(&stage, 2000);
			else
				visitor_leave(visitor);
		}
		visitors_settle(&stage, visitors, VISITORS);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > MAX_INPUT)
		return 0;
	if (!stage.server)
		visitors_start(&stage, "fuzz_web");
	for (unsigned i = 0; i < VISITORS; i++)
		visitors[i] = (struct visitor){ .fd = -1, .heard = NX_BUF_INIT };
	play(data, size);
	visitors_leave(&stage, visitors, VISITORS);
	return 0;
}
